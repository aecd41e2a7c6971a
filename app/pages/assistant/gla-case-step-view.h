/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_step_view_new:
 *
 * The step at which the open case stands, or to which somebody went back: what the record
 * says, what was found, one question with its answers and what each leads to, and why this
 * step. An answer activates "case.answer" with its number, from 1.
 *
 * Returns: (transfer floating)
 */
GtkWidget  *gla_case_step_view_new        (GlaCaseSession  *session);

/** gla_case_step_view_get_focus: (transfer none) (nullable): where the keyboard goes first. */
GtkWidget  *gla_case_step_view_get_focus  (GtkWidget       *view);

/** gla_case_step_view_get_last: (transfer none) (nullable): the last answer. */
GtkWidget  *gla_case_step_view_get_last   (GtkWidget       *view);

/**
 * gla_case_step_view_answer:
 * @number: from 1
 *
 * Gives that answer; one that needs a reason asks for it first, with the keyboard in its field.
 */
void        gla_case_step_view_answer     (GtkWidget       *view,
                                           GlaCaseSession  *session,
                                           guint            number);

/** gla_case_step_view_has_keyboard: whether a reason is being typed in the view. */
gboolean    gla_case_step_view_has_keyboard (GtkWidget     *view);

/**
 * gla_case_step_view_take_over:
 * @view: (nullable): the new view
 * @before: (nullable): the view that it takes the place of
 * @focus: whether the typing was going on, see gla_case_step_view_has_keyboard()
 *
 * A reason that was begun in @before goes on in @view, if it is the same visit of the same
 * step.
 *
 * Returns: whether the keyboard is where the typing goes on
 */
gboolean    gla_case_step_view_take_over  (GtkWidget       *view,
                                           GtkWidget       *before,
                                           gboolean         focus);

G_END_DECLS

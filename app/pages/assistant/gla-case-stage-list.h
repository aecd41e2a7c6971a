/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_stage_list_new:
 * @present: (transfer floating): what is open under the stage at which the case stands
 *
 * The way of the open case: stages that are done with one line of result each, which open to
 * their steps, the present one, and those that may come. A step that had a question is gone
 * back to by the action "case.back-to".
 *
 * Returns: (transfer floating)
 */
GtkWidget  *gla_case_stage_list_new  (GlaCaseSession  *session,
                                      GtkWidget       *present);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_content_new:
 * @is_front_desk: whether only dates and the next step are to be seen
 * @step_view: (out) (nullable) (transfer none): the step that is open, part of the content
 *
 * What the panel shows of the open case: what moved it on, its stages with the present step,
 * and what it has come to.
 *
 * Returns: (transfer floating)
 */
GtkWidget  *gla_case_content_new  (GlaCaseSession  *session,
                                   gboolean         is_front_desk,
                                   GtkWidget      **step_view);

G_END_DECLS

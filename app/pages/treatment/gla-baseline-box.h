/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-grade-grid.h"
#include "gla-history.h"

G_BEGIN_DECLS

/* The grades before injecting, in New Treatment. */

/** gla_baseline_box_new: (transfer floating): @grades below a title and what they are for. */
GtkWidget  *gla_baseline_box_new           (GlaGradeGrid      *grades);

/**
 * gla_baseline_box_show_recorded:
 * @amend: (nullable): identifier of the treatment that is edited
 *
 * When a treatment is amended, what was graded that day is already recorded.
 */
void        gla_baseline_box_show_recorded (GlaGradeGrid      *grades,
                                            const GlaHistory  *history,
                                            const char        *amend);

G_END_DECLS

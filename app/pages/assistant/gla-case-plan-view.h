/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_plan_view_new:
 *
 * What the open case has come to: outcome, dates and bookings, findings in the order in which
 * causes are excluded, what can be done, what is not known, and wording for the patient. It
 * lists and chooses nothing.
 *
 * Returns: (transfer floating) (nullable): %NULL for a case that has come to nothing yet
 */
GtkWidget  *gla_case_plan_view_new   (GlaCaseSession  *session);

/**
 * gla_case_dates_view_new:
 *
 * The dates and the next step alone, for the front desk.
 *
 * Returns: (transfer floating)
 */
GtkWidget  *gla_case_dates_view_new  (GlaCaseSession  *session);

G_END_DECLS

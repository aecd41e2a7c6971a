/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_today_files_save_table: asks where to, writes all that is to be done today as a CSV table. */
void  gla_today_files_save_table  (GtkWindow  *parent,
                                   GlaContext *context);

/** gla_today_files_save_calendar: likewise the bookings from today on, as an iCalendar file. */
void  gla_today_files_save_calendar (GtkWindow *parent,
                                     GlaContext *context);

G_END_DECLS

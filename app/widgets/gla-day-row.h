/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-day.h"

G_BEGIN_DECLS

#define GLA_TYPE_DAY_ROW (gla_day_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaDayRow, gla_day_row, GLA, DAY_ROW, AdwEntryRow)

/**
 * GlaDayRow:
 *
 * An entry row for a date in any usual form. How it was read is shown beside it
 * with the weekday, a calendar is one click away, and Up and Down move by a day.
 * May be left empty; what can't be read is said at once and never guessed.
 */

/**
 * GlaDayRow::changed-day:
 *
 * The date, its precision or its validity changed.
 */

GtkWidget       *gla_day_row_new           (const char      *title);

/**
 * gla_day_row_set_reading:
 * @order: how 3/4/2026 is read
 * @today: for short years, and for the words today and yesterday
 * @inexact: whether "about 3 May", "May 2026" and "2026" are taken
 */
void             gla_day_row_set_reading   (GlaDayRow       *self,
                                            GlaDayOrder      order,
                                            GlaDay           today,
                                            gboolean         inexact);

/**
 * gla_day_row_set_limits:
 * @first: %GLA_DAY_NONE for none
 * @last: %GLA_DAY_NONE for none
 * @complaint: what to say of a date outside
 */
void             gla_day_row_set_limits    (GlaDayRow       *self,
                                            GlaDay           first,
                                            GlaDay           last,
                                            const char      *complaint);

void             gla_day_row_set_day       (GlaDayRow       *self,
                                            GlaDay           day,
                                            GlaDayPrecision  precision);

/** gla_day_row_get_day: %GLA_DAY_NONE if empty or not valid. @precision: (out) (optional). */
GlaDay           gla_day_row_get_day       (GlaDayRow       *self,
                                            GlaDayPrecision *precision);

/** gla_day_row_is_valid: empty or a date within the limits. */
gboolean         gla_day_row_is_valid      (GlaDayRow       *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-agenda.h"

G_BEGIN_DECLS

#define GLA_TYPE_TODAY_ROW (gla_today_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaTodayRow, gla_today_row, GLA, TODAY_ROW, GtkListBoxRow)

/**
 * GlaTodayRow:
 *
 * One thing to do: whom it concerns, what it is, and for a call the telephone and the
 * outcomes.
 */

/**
 * GlaTodayRow::outcome:
 * @outcome: its key, as in gla_today_outcome_find()
 *
 * An outcome was chosen from the menu of the row.
 */

/** gla_today_row_new: @row: copied in words only, and kept by the caller as long as this is shown. */
GtkWidget          *gla_today_row_new      (const GlaAgendaRow *row);

/** gla_today_row_new_more: a row that shows the other @n of @section. */
GtkWidget          *gla_today_row_new_more (GlaAgendaSection    section,
                                            guint               n);

/** gla_today_row_get: (nullable): what it shows; %NULL for a row that shows more. */
const GlaAgendaRow *gla_today_row_get      (GlaTodayRow        *self);

GlaAgendaSection    gla_today_row_get_section (GlaTodayRow     *self);

/** gla_today_row_can_open: whether Enter does something. */
gboolean            gla_today_row_can_open (GlaTodayRow        *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-agenda.h"
#include "gla-today-outcome.h"

G_BEGIN_DECLS

#define GLA_TYPE_TODAY_LIST (gla_today_list_get_type ())
G_DECLARE_FINAL_TYPE (GlaTodayList, gla_today_list, GLA, TODAY_LIST, AdwBin)

/**
 * GlaTodayList:
 *
 * The rows of an agenda under the titles of their sections. Arrow keys go through all of
 * them, Enter opens, and one key records the outcome of a call.
 */

/**
 * GlaTodayList::open:
 * @row: a #GlaAgendaRow
 */

/**
 * GlaTodayList::outcome:
 * @row: a #GlaAgendaRow that can be called about
 * @outcome: a #GlaTodayOutcome
 */

GtkWidget          *gla_today_list_new         (void);

/**
 * gla_today_list_set_agenda:
 * @agenda: (nullable): kept by the caller until another one is set
 *
 * Shows another agenda; the keyboard stays with the row it had, or with the one in its
 * place.
 */
void                gla_today_list_set_agenda  (GlaTodayList       *self,
                                                const GlaAgenda    *agenda);

/** gla_today_list_take_out: hides the row of @key at once, and goes on to the next call. */
void                gla_today_list_take_out    (GlaTodayList       *self,
                                                const char         *key);

/** gla_today_list_focus_calls: the keyboard goes to the first call; FALSE if there is none. */
gboolean            gla_today_list_focus_calls (GlaTodayList       *self);

/** gla_today_list_is_busy: whether the menu of a row is open, which another agenda would close. */
gboolean            gla_today_list_is_busy     (GlaTodayList       *self);

/** gla_today_list_is_whole: whether all rows are still there, and none was taken out. */
gboolean            gla_today_list_is_whole    (GlaTodayList       *self);

/** gla_today_list_find: (nullable): the row of @key in the agenda. */
const GlaAgendaRow *gla_today_list_find        (GlaTodayList       *self,
                                                const char         *key);

/** gla_today_list_get_widget: (nullable): what shows the row of @key. */
GtkWidget          *gla_today_list_get_widget  (GlaTodayList       *self,
                                                const char         *key);

G_END_DECLS

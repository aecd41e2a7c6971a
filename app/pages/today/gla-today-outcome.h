/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-agenda.h"
#include "gla-context.h"

G_BEGIN_DECLS

/**
 * GlaTodayOutcome:
 * @name: for actions: "reached", "no-answer", "booked", "later", "later-on", "snoozed", "stop"
 * @letter: the key, in capitals
 * @with_shift: whether it is that key with Shift
 * @outcome: what is recorded
 * @asks_day: whether a day is asked for
 *
 * An outcome as it is chosen: by one key, or from the menu of a row.
 */
typedef struct
{
  const char *name;
  char letter;
  gboolean with_shift;
  GlaCallOutcome outcome;
  gboolean asks_day;
} GlaTodayOutcome;

/** gla_today_outcome_find: (nullable): by its name. */
const GlaTodayOutcome *gla_today_outcome_find     (const char            *name);

/** gla_today_outcome_find_key: (nullable): by a key of the keyboard. */
const GlaTodayOutcome *gla_today_outcome_find_key (guint                  key,
                                                   gboolean               with_shift);

/** gla_today_outcome_get_hint: the keys in one line. */
const char            *gla_today_outcome_get_hint (void);

/** GlaTodayOutcomeFunc: @owner: as it was given. */
typedef void (*GlaTodayOutcomeFunc) (gpointer owner);

/**
 * gla_today_outcome_record:
 * @day: the day that was asked for, or %GLA_DAY_NONE
 * @failed: called if it could not be saved, unless @owner is gone by then
 * @owner: an object
 *
 * Saves the outcome of calling about @row, in the worker; it can be undone.
 */
void                   gla_today_outcome_record   (GlaContext            *context,
                                                   const GlaAgendaRow    *row,
                                                   const GlaTodayOutcome *outcome,
                                                   GlaDay                 day,
                                                   GlaTodayOutcomeFunc    failed,
                                                   gpointer               owner);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-cycle.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaAgendaInput:
 * @model: how long effects last here
 * @lots: (nullable) (element-type GlaLotFinding): lots under suspicion
 *
 * What is known besides the records.
 */
typedef struct
{
  GlaCatalogue *catalogue;
  const GlaClinicModel *model;
  const GPtrArray *lots;
  const GlaCycleSettings *settings;
  GlaDay today;
} GlaAgendaInput;

/**
 * gla_agenda_update:
 * @progress: (out): 0 to 1; 1 when all is up to date
 *
 * One step of bringing up to date what patients may be called about, of about a second:
 * first those whose records changed since, then, where nobody has looked yet or the
 * model, the settings or the catalogue are others, the next of all who were treated
 * lately. Call it until @progress is 1. What was kept before stays listed meanwhile, and
 * stopping half-way loses nothing. Writes only if there is something to write.
 */
gboolean  gla_agenda_update        (GlaStore              *store,
                                    const GlaAgendaInput  *input,
                                    double                *progress,
                                    GError               **error);

/** gla_agenda_get_progress: how far it has come, without doing anything. */
gboolean  gla_agenda_get_progress  (GlaStore              *store,
                                    double                *progress,
                                    GError               **error);

/**
 * gla_agenda_find_dues:
 * @dues: (element-type GlaDueRecord): what is due of @patient is added
 *
 * From the records themselves, without what is kept.
 */
gboolean  gla_agenda_find_dues     (GlaStore              *store,
                                    const char            *patient,
                                    const GlaAgendaInput  *input,
                                    GPtrArray             *dues,
                                    GError               **error);

G_END_DECLS

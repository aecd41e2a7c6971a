/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle.h"
#include "gla-duration.h"

G_BEGIN_DECLS

/**
 * GlaObservation:
 * @patient: stands for the patient; the same in every run
 * @session: stands for the visit with its treatment
 * @day: day 0
 * @area: catalogue key
 * @family: the family of its units; empty for an unknown product or several
 * @product: catalogue key; empty likewise
 * @lot: the lot used on day 0; empty if none or more than one is recorded
 * @practitioner: identifier of the injector; empty if unknown
 * @log_dose_ratio: log (units / reference units of the same product); 0 if not known
 * @status: what is known of the effect
 * @interval: when it ended; (0, R] for a non-response
 *
 * What one cycle says to the statistics of the clinic. Equal texts of a set of
 * observations are the same pointer.
 */
typedef struct
{
  gint64 patient;
  gint64 session;
  GlaDay day;
  const char *area;
  const char *family;
  const char *product;
  const char *lot;
  const char *practitioner;
  double log_dose_ratio;
  GlaEffectStatus status;
  GlaDuration interval;
} GlaObservation;

/**
 * GlaObservations:
 *
 * The observations of many patients, collected one patient at a time, so that no
 * more than one history has to be in memory.
 */
typedef struct _GlaObservations GlaObservations;

GlaObservations      *gla_observations_new             (void);
void                  gla_observations_free            (GlaObservations       *self);

/** gla_observations_add: adds the cycles of one patient. */
void                  gla_observations_add             (GlaObservations       *self,
                                                        const GlaCycles       *cycles);

/** gla_observations_get_rows: (transfer none) (array length=n_rows): in the order added. */
const GlaObservation *gla_observations_get_rows        (const GlaObservations *self,
                                                        gsize                 *n_rows);

/** gla_observations_count_durations: how many say something about a duration. */
gsize                 gla_observations_count_durations (const GlaObservations *self);

/**
 * gla_observation_has_duration:
 *
 * Whether it enters the statistics of duration: the effect was not missing altogether,
 * and something is known about its end (statistics, section 1.4).
 */
gboolean              gla_observation_has_duration     (const GlaObservation  *self);

/**
 * gla_cycle_get_duration:
 *
 * When the effect ended, for the statistics. Where the day of the injection is not
 * exact both ends move apart by its doubt.
 */
GlaDuration           gla_cycle_get_duration           (const GlaCycle        *self);

/** gla_cycle_get_family: the family of its units; "" for an unknown product or several. */
const char           *gla_cycle_get_family             (const GlaCycle        *self,
                                                        GlaCatalogue          *catalogue);

/**
 * gla_cycle_get_log_dose_ratio:
 *
 * log (units / reference units of its own product and area), for one side half of the
 * reference of both; 0 if one of the two is not known (statistics, section 3.1).
 */
double                gla_cycle_get_log_dose_ratio     (const GlaCycle        *self,
                                                        GlaCatalogue          *catalogue);

/** gla_cycle_get_lot: (nullable): the lot of day 0; %NULL if none or more than one is recorded. */
const char           *gla_cycle_get_lot                (const GlaCycle        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaObservations, gla_observations_free)

G_END_DECLS

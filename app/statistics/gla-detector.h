/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-duration.h"
#include "gla-statistics-error.h"

G_BEGIN_DECLS

/** GLA_DETECTOR_MIN_VISITS: nothing is said before this many completed visits. */
#define GLA_DETECTOR_MIN_VISITS 3

/** GLA_DETECTOR_MAX_VISITS: of more visits only the last ones are looked at. */
#define GLA_DETECTOR_MAX_VISITS 150

/** GLA_DETECTOR_REOPEN: a dismissed tier re-opens when p20 rises by this much. */
#define GLA_DETECTOR_REOPEN 0.2

/** GLA_DETECTOR_MAX_TAU: a larger tau counts as this one. */
#define GLA_DETECTOR_MAX_TAU 0.40

/* What holds before the clinic has data of its own. */
#define GLA_DETECTOR_DEFAULT_TAU 0.25
#define GLA_DETECTOR_DEFAULT_SIGMA 0.283

/**
 * GlaDetectorSettings:
 * @tau: standard deviation of log duration between patient-areas, above 0
 * @sigma: standard deviation between treatments of a patient-area, above 0
 * @outlier: the probability that a record is an outlier, from 0, below 1
 * @hazard: the probability of a change at each visit, above 0, at most 1/150
 * @delta_mean: the mean of the prior of the shift of log duration
 * @delta_deviation: its standard deviation, above 0
 * @shared: how strongly the areas of a visit share errors, from 0: w = 1 / (1 + shared (A - 1))
 *
 * What the detector assumes. Source: statistics, section 4.1.
 */
typedef struct
{
  double tau;
  double sigma;
  double outlier;
  double hazard;
  double delta_mean;
  double delta_deviation;
  double shared;
} GlaDetectorSettings;

/** GLA_DETECTOR_SETTINGS_INIT: the values of statistics, section 4.1. */
#define GLA_DETECTOR_SETTINGS_INIT \
  { GLA_DETECTOR_DEFAULT_TAU, GLA_DETECTOR_DEFAULT_SIGMA, 0.03, 0.005, -0.55, 0.35, 0.30 }

/**
 * GlaDetectorRecord:
 * @visit: the number of the visit of the patient, from 1, the same for all areas
 * @area: the treated area
 * @interval: when the effect ended; a non-response enters as (0, R_nr]
 * @centre: M, the logarithm of the days expected for product, area and dose
 * @is_used: %FALSE leaves the record out, as for a lot under suspicion; the visit counts
 *
 * One completed treatment of one area.
 */
typedef struct
{
  guint visit;
  gint64 area;
  GlaDuration interval;
  double centre;
  gboolean is_used;
} GlaDetectorRecord;

/**
 * GlaDetectorTier:
 * @GLA_DETECTOR_OK: nothing is said
 * @GLA_DETECTOR_AMBER: "the effect may be getting shorter"; about 3 of 4 are harmless
 * @GLA_DETECTOR_RED: "the effect has probably become shorter"; about 4 of 10 are harmless
 *
 * The tool sees durations only: never say antibodies or resistance.
 */
typedef enum
{
  GLA_DETECTOR_OK,
  GLA_DETECTOR_AMBER,
  GLA_DETECTOR_RED,
} GlaDetectorTier;

/**
 * GlaDetection:
 * @n_visits: how many visits there are
 * @p_change: the probability that durations became shorter at some visit
 * @p20: the probability that they became shorter by a fifth or more
 * @ratio: duration after the change to that before, given a change; 1 without candidates
 * @ratio_low: the 10 % point of that ratio
 * @ratio_high: the 90 % point of it
 * @change_at_visit: the most likely first visit of the shorter ones; 0 without candidates
 * @tier: what to say
 *
 * The verdict on one patient. Source: statistics, section 4.1.
 */
typedef struct
{
  guint n_visits;
  double p_change;
  double p20;
  double ratio;
  double ratio_low;
  double ratio_high;
  guint change_at_visit;
  GlaDetectorTier tier;
} GlaDetection;

/**
 * gla_detector_evaluate:
 * @records: (array length=n_records): completed treatments of all areas of one patient,
 *   in any order
 * @n_records: how many there are
 * @tau: standard deviation of log duration between patient-areas, above 0
 * @sigma: standard deviation between treatments of a patient-area, above 0
 * @detection: (out): the verdict
 * @error: (out) (optional): %GLA_STATISTICS_ERROR_INVALID
 *
 * Joint Bayesian change point over all areas: from visit c on, log duration is shifted
 * by delta, common to all areas, with a lattice of step 0.05 for the level u of each
 * area and for delta. Areas of one visit share errors and are tempered by
 * w = 1 / (1 + 0.30 (A - 1)). Source: statistics, section 4.1.
 *
 * Returns: %FALSE with @error set if a record or parameter is impossible
 */
gboolean  gla_detector_evaluate (const GlaDetectorRecord *records,
                                 gsize                    n_records,
                                 double                   tau,
                                 double                   sigma,
                                 GlaDetection            *detection,
                                 GError                 **error);

/**
 * gla_detector_evaluate_with:
 * @settings: take the place of %GLA_DETECTOR_SETTINGS_INIT, tau and sigma included
 *
 * The same with other assumptions.
 *
 * Returns: %FALSE with @error set if a record or setting is impossible
 */
gboolean  gla_detector_evaluate_with (const GlaDetectorRecord   *records,
                                      gsize                      n_records,
                                      const GlaDetectorSettings *settings,
                                      GlaDetection              *detection,
                                      GError                   **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * What the estimates are worth: on made-up clinics, whose truth is known, how often the
 * band of a forecast holds, how soon shorter effects are noticed and how often for
 * nothing, and which lots are flagged, each beside the range of statistics, sections 3.2,
 * 4.2 and 5. And how long the computations take.
 *
 * bench-statistics [PATIENTS [CLINICS]]; ends with 1 if anything is out of its range by
 * more than three standard errors.
 */

#include "config.h"

#include "gla-clinic-fit.h"
#include "gla-estimate.h"
#include "gla-lot-finding.h"
#include "gla-median.h"
#include "gla-random.h"
#include "gla-sample.h"
#include "gla-shortening.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SEED 7
#define LOT_PATIENTS 600

/* Forecasts are slow beside all else: one patient in so many is enough. */
#define CALIBRATION_STEP 8

/* From this visit on a patient is watched for shorter effects. */
#define FIRST_WATCHED 4

/* Affected treatments after which the notice is looked for. */
#define FIRST_AFFECTED 2
#define N_AFFECTED 3

static const char *const areas[GLA_COURSE_N_AREAS] = { "GLAB", "FRON", "LCL" };
static const char *const families[GLA_COURSE_N_PRODUCTS] = {
  "ONA", "ABO", "INCO", "PRA", "LETI", "DAXI", "RELA",
};
static gboolean all_good = TRUE;

/* The range is that of simulations of 60,000 patients; fewer here scatter around it. */
static void
report (const char *what,
        double      value,
        double      error,
        double      least,
        double      most)
{
  gboolean good = value >= least - 3.0 * error && value <= most + 3.0 * error;

  printf ("%-52s %8.3f +- %.3f   %.3f to %.3f   %s\n", what, value, error, least, most,
          good ? "ok" : "OUT OF RANGE");
  all_good = all_good && good;
}

static void
report_share (const char *what,
              guint       n,
              guint       of,
              double      least,
              double      most)
{
  double share = of > 0 ? (double) n / of : 0.0;
  /* At least one of each, so that 0 of 20 is not taken for certain. */
  double p = (n + 1.0) / (of + 2.0);

  report (what, share, sqrt (p * (1.0 - p) / MAX (of, 1)), least, most);
}

/* Notices that were raised, amber and red. */
typedef struct
{
  guint n_false[2];
  guint n_found[2][N_AFFECTED];
} Notices;

/*
 * The model that the simulations had: the medians of the course, its dose exponent and
 * its deviations sqrt (0.20^2 + 0.15^2) and sqrt (0.15^2 + 0.24^2), known for certain.
 */
static GlaClinicModel *
make_true_model (GlaCatalogue *catalogue)
{
  g_autoptr (GString) text = g_string_new ("(1, 0, 0, 0, [");
  GlaClinicModel *model;

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    {
      g_string_append_printf (text, "%s('%s', 0.3, 0.25, 0.283, 1, [", i > 0 ? ", " : "",
                              areas[i]);
      /* The table of the catalogue has the medians that the course was made with. */
      for (gsize k = 0; k < G_N_ELEMENTS (families); k++)
        g_string_append_printf (text, "%s('%s', %.17g, 0, 1)", k > 0 ? ", " : "", families[k],
                                log (gla_catalogue_find_forecast_prior (catalogue, families[k],
                                                                        areas[i])->median_days));
      g_string_append (text, "])");
    }
  g_string_append (text, "])");
  model = gla_clinic_model_from_text (catalogue, text->str);
  g_assert_nonnull (model);
  return model;
}

typedef struct
{
  GlaCatalogue *catalogue;
  GlaClinicModel *model;
  GlaCycleSettings settings;
  GlaDay until;

  guint n_forecasts[2];      /* without history, with history */
  guint n_held[2];           /* the true day is within the band of eight tenths */
  double errors[2];          /* of the middle, in days */
  double forecast_seconds;
  guint n_estimates;
  guint n_watched;
  double years;              /* watched, without or before shorter effects */
  guint n_affected[N_AFFECTED];
  Notices plain;             /* from the course with its true baselines, as in section 4.2 */
  Notices recorded;          /* from the records of a clinic, whose baselines have errors too */
  double detector_seconds;
  guint n_detections;
} Run;

/* The truth of a treatment of the course. */
static const GlaCourseTreatment *
find_truth (const GlaCoursePatient *course,
            GlaDay                  start,
            const GlaCycle         *cycle)
{
  for (guint i = 0; i < course->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                            GlaCourseTreatment, i);

      if (start + treatment->day == cycle->day && strcmp (areas[treatment->area], cycle->area) == 0)
        return treatment;
    }
  g_error ("a cycle without a treatment");
}

/* Forecasts made on the day of a treatment, against the day on which it wore off. */
static void
calibrate (Run                    *run,
           const GlaCoursePatient *course,
           const GlaCycles        *cycles)
{
  GlaDay start = run->until - GLA_COURSE_HORIZON;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GPtrArray) estimates = gla_estimates_new (cycles, run->model, NULL);

  run->forecast_seconds += (g_get_monotonic_time () - begin) / 1e6;
  run->n_estimates += estimates->len;
  for (guint i = 0; i < estimates->len; i++)
    {
      const GlaEstimate *estimate = estimates->pdata[i];
      const GlaCourseTreatment *truth = find_truth (course, start, estimate->cycle);
      int kind = estimate->n_history > 0 ? 1 : 0;

      if (estimate->cycle->day != cycles->today || truth->true_day == 0 || truth->true_snr)
        continue;
      run->n_forecasts[kind]++;
      if (truth->true_day >= estimate->quantiles[GLA_ESTIMATE_10] &&
          truth->true_day <= estimate->quantiles[GLA_ESTIMATE_90])
        run->n_held[kind]++;
      run->errors[kind] += abs (truth->true_day - estimate->quantiles[GLA_ESTIMATE_50]);
    }
}

/* The days of the visits of a course. */
static GArray *
list_days (const GlaCoursePatient *course,
           GlaDay                  start)
{
  GArray *days = g_array_new (FALSE, FALSE, sizeof (GlaDay));

  for (guint i = 0; i < course->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                            GlaCourseTreatment, i);
      GlaDay day = start + treatment->day;

      if (days->len < (guint) treatment->visit)
        g_array_append_val (days, day);
    }
  return days;
}

/* What the rules make of a treatment of the course. */
static void
compute_effect (const GlaCourseTreatment *treatment,
                GlaEffect                *effect)
{
  GlaGrading gradings[GLA_COURSE_MAX_GRADINGS];
  GlaEffectInput input = {
    .baseline = treatment->baseline,
    .gradings = gradings,
    .n_gradings = (gsize) treatment->n_gradings,
    .worn_off_day = treatment->worn_off_day >= 0 ? treatment->worn_off_day : GLA_EFFECT_NO_DAY,
    .worn_off_half_width = 7,
    .next_treatment_day = treatment->next_visit >= 0 ? treatment->next_visit : GLA_EFFECT_NO_DAY,
    .wore_off_visit_day = treatment->next_wore_off ? treatment->next_visit : GLA_EFFECT_NO_DAY,
    .symptom_window = 45,
  };

  for (int i = 0; i < treatment->n_gradings; i++)
    gradings[i] = (GlaGrading) { treatment->gradings[i].day, treatment->gradings[i].at_maximum };
  gla_effect_compute (&input, effect);
}

/* The verdict on the treatments of the course before @visit. */
static GlaDetectorTier
detect_plain (const Run              *run,
              const GlaCoursePatient *course,
              guint                   visit)
{
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (GlaDetectorRecord));
  GlaDetection detection;

  for (guint i = 0; i < course->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                            GlaCourseTreatment, i);
      const char *family = families[treatment->product];
      const char *area = areas[treatment->area];
      const GlaForecastPrior *table = gla_catalogue_find_forecast_prior (run->catalogue, family,
                                                                         area);
      GlaDetectorRecord record = { (guint) treatment->visit, treatment->area, { 0.0, 30.0 }, 0.0,
                                   TRUE };
      GlaEffect effect;

      if ((guint) treatment->visit >= visit)
        continue;
      compute_effect (treatment, &effect);
      record.centre
        = gla_clinic_model_get_centre (run->model, family, area,
                                       log (treatment->units * 100.0 / table->reference_units));
      if (effect.status != GLA_EFFECT_NOT_SEEN)
        {
          record.interval.left = effect.left;
          record.interval.right = effect.right == GLA_EFFECT_OPEN ? HUGE_VAL : effect.right;
        }
      g_array_append_val (records, record);
    }
  g_assert_true (gla_detector_evaluate ((const GlaDetectorRecord *) records->data, records->len,
                                        0.25, 0.283, &detection, NULL));
  return detection.tier;
}

/* Adds the verdict at a visit; a notice once raised stays. */
static void
add_notice (Notices         *notices,
            GlaDetectorTier  tier,
            guint            affected,
            gboolean        *raised)
{
  for (int k = 0; k < 2; k++)
    {
      gboolean shown = (int) tier > k;

      if (shown && affected == 0 && !raised[k])
        notices->n_false[k]++;
      raised[k] = raised[k] || shown;
      if (affected >= FIRST_AFFECTED && affected < FIRST_AFFECTED + N_AFFECTED && raised[k])
        notices->n_found[k][affected - FIRST_AFFECTED]++;
    }
}

/* The verdicts at a visit, which completes the treatments of all visits before. */
static void
watch (Run                    *run,
       const GlaCoursePatient *course,
       const GlaCycles        *cycles,
       const GArray           *days,
       guint                   visit,
       gboolean                raised[2][2])
{
  guint onset = course->snr ? (guint) course->snr_onset : G_MAXUINT;
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GlaShortening) shortening = gla_shortening_new (cycles, run->model, NULL, NULL);
  guint affected = visit > onset ? visit - onset : 0;

  run->detector_seconds += (g_get_monotonic_time () - begin) / 1e6;
  run->n_detections++;
  if (affected == 0 && visit > FIRST_WATCHED)
    run->years += (g_array_index (days, GlaDay, visit - 1)
                   - g_array_index (days, GlaDay, visit - 2)) / 365.25;
  if (affected >= FIRST_AFFECTED && affected < FIRST_AFFECTED + N_AFFECTED)
    run->n_affected[affected - FIRST_AFFECTED]++;
  add_notice (&run->plain, detect_plain (run, course, visit), affected, raised[0]);
  add_notice (&run->recorded, shortening->tier, affected, raised[1]);
}

static void
measure_patient (Run                   *run,
                 GlaSample             *sample,
                 const GlaCourseClinic *clinic,
                 int                    index)
{
  g_autoptr (GlaHistory) history = gla_sample_make_history (sample, index);
  g_autoptr (GlaCoursePatient) course = gla_course_patient_new (clinic, index);
  g_autoptr (GArray) days = list_days (course, run->until - GLA_COURSE_HORIZON);
  gboolean raised[2][2] = { { FALSE } };

  run->n_watched += days->len >= FIRST_WATCHED ? 1 : 0;
  for (guint visit = 1; visit <= days->len; visit++)
    {
      g_autoptr (GlaCycles) cycles = NULL;

      if (index % CALIBRATION_STEP != 0 && visit < FIRST_WATCHED)
        continue;
      cycles = gla_cycles_new (history, run->catalogue, &run->settings,
                               g_array_index (days, GlaDay, visit - 1));
      if (index % CALIBRATION_STEP == 0)
        calibrate (run, course, cycles);
      if (visit >= FIRST_WATCHED)
        watch (run, course, cycles, days, visit, raised);
    }
}

static void
report_notices (const Run *run)
{
  static const char *const names[2] = { "amber", "red" };
  static const double false_range[2][2] = { { 1.06, 1.40 }, { 0.19, 0.28 } };
  static const double found_range[2][N_AFFECTED][2] = {
    { { 0.15, 0.20 }, { 0.36, 0.41 }, { 0.56, 0.61 } },
    { { 0.03, 0.06 }, { 0.12, 0.17 }, { 0.29, 0.34 } },
  };

  for (int tier = 0; tier < 2; tier++)
    {
      const Notices *plain = &run->plain;
      const Notices *recorded = &run->recorded;
      g_autofree char *what = g_strdup_printf ("false %s per 100 watched patient-years",
                                               names[tier]);

      report (what, 100.0 * plain->n_false[tier] / run->years,
              100.0 * sqrt (plain->n_false[tier] + 1.0) / run->years, false_range[tier][0],
              false_range[tier][1]);
      printf ("  from recorded baselines %.3f\n", 100.0 * recorded->n_false[tier] / run->years);
      for (int k = 0; k < N_AFFECTED; k++)
        {
          g_autofree char *found = g_strdup_printf ("%s found after %d affected treatments (of %u)",
                                                    names[tier], k + FIRST_AFFECTED,
                                                    run->n_affected[k]);

          report_share (found, plain->n_found[tier][k], run->n_affected[k],
                        found_range[tier][k][0], found_range[tier][k][1]);
          printf ("  from recorded baselines %.3f\n",
                  (double) recorded->n_found[tier][k] / MAX (run->n_affected[k], 1));
        }
    }
}

static void
report_patients (const Run *run)
{
  report_share ("80 % band holds, no history", run->n_held[0], run->n_forecasts[0], 0.77, 0.80);
  report_share ("80 % band holds, own history", run->n_held[1], run->n_forecasts[1], 0.77, 0.80);
  printf ("mean error of the middle: %.1f days without, %.1f with history (%u, %u forecasts)\n",
          run->errors[0] / MAX (run->n_forecasts[0], 1),
          run->errors[1] / MAX (run->n_forecasts[1], 1), run->n_forecasts[0],
          run->n_forecasts[1]);
  report_notices (run);
}

static void
measure_patients (Run *run,
                  int  n_patients)
{
  g_autoptr (GlaSample) sample = gla_sample_new (SEED, run->until);
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (SEED);

  for (int i = 0; i < n_patients; i++)
    measure_patient (run, sample, clinic, i);
  report_patients (run);
  printf ("%u patients watched for %.0f years; shortening %.2f ms each, estimates %.2f ms each\n",
          run->n_watched, run->years, 1e3 * run->detector_seconds / MAX (run->n_detections, 1),
          1e3 * run->forecast_seconds / MAX (run->n_estimates, 1));
}

/* The name of the bad lot of a clinic. */
static char *
find_bad_lot (guint64 seed)
{
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (seed);

  for (guint i = 0; i < clinic->lots[0]->len; i++)
    if (g_array_index (clinic->lots[0], GlaCourseLot, i).bad)
      return g_strdup_printf ("%s-%03u", gla_course_product_name (0), i + 1);
  g_error ("no bad lot");
}

static GlaObservations *
observe_clinic (const Run *run,
                guint64    seed,
                int        n_patients)
{
  g_autoptr (GlaSample) sample = gla_sample_new (seed, run->until);
  GlaObservations *observations = gla_observations_new ();

  for (int i = 0; i < n_patients; i++)
    {
      g_autoptr (GlaHistory) history = gla_sample_make_history (sample, i);
      g_autoptr (GlaCycles) cycles = gla_cycles_new (history, run->catalogue, &run->settings,
                                                     run->until);

      gla_observations_add (observations, cycles);
    }
  return observations;
}

static void
measure_lots (const Run *run,
              guint      n_clinics)
{
  guint n_amber = 0, n_red = 0, n_false_amber = 0, n_false_red = 0;

  for (guint k = 0; k < n_clinics; k++)
    {
      g_autoptr (GlaObservations) observations = observe_clinic (run, k + 1, LOT_PATIENTS);
      g_autoptr (GPtrArray) findings = gla_lot_findings_new (observations, run->model, run->until,
                                                             NULL);
      g_autofree char *bad = find_bad_lot (k + 1);
      gboolean wrong_amber = FALSE, wrong_red = FALSE;

      for (guint i = 0; i < findings->len; i++)
        {
          const GlaLotFinding *finding = findings->pdata[i];
          gboolean is_red = finding->counts.flag == GLA_LOT_RED;

          if (!gla_lot_finding_is_suspect (finding))
            break;
          if (strcmp (finding->lot, bad) == 0)
            {
              n_amber++;
              n_red += is_red ? 1 : 0;
              continue;
            }
          wrong_amber = TRUE;
          wrong_red = wrong_red || is_red;
        }
      n_false_amber += wrong_amber ? 1 : 0;
      n_false_red += wrong_red ? 1 : 0;
    }
  report_share ("bad lot is amber or red (clinics of 600)", n_amber, n_clinics, 1.0, 1.0);
  report_share ("bad lot is red", n_red, n_clinics, 0.92, 0.92);
  report_share ("clinics with a false amber lot", n_false_amber, n_clinics, 0.12, 0.16);
  report_share ("clinics with a false red lot", n_false_red, n_clinics, 0.0, 0.0);
}

static double
measure_plain (gsize n)
{
  g_autofree double *x = g_new (double, n);
  gint64 begin = g_get_monotonic_time ();
  double sum = 0.0;

  for (gsize i = 0; i < n; i++)
    x[i] = log (1.0 + (double) i);
  for (gsize i = 0; i < n; i++)
    sum += x[i];
  g_assert_cmpfloat (sum, >, 0.0);
  return (g_get_monotonic_time () - begin) / 1e3;
}

/* Speed, also as a multiple of one logarithm for each row. */
static void
measure_speed (void)
{
  const gsize n = 1340000;
  g_autofree GlaDuration *records = g_new (GlaDuration, n);
  g_autofree gint64 *patients = g_new (gint64, n);
  g_autoptr (GlaNpmle) npmle = NULL;
  GlaMedian median;
  GlaRandom random;
  gint64 begin;
  double plain = measure_plain (n);
  double fit, limits;

  gla_random_init (&random, SEED, 9, 0);
  for (gsize i = 0; i < n; i++)
    {
      double t = ceil (exp (log (120.0) + 0.377 * gla_random_normal (&random)));
      double visit = 60 + gla_random_integer (&random, 160);
      double check = gla_random_integer (&random, 45);

      patients[i] = (gint64) i / 10;
      records[i].left = visit < t ? visit : check < t ? check : 0.0;
      records[i].right = visit < t ? HUGE_VAL : visit;
    }
  begin = g_get_monotonic_time ();
  npmle = gla_npmle_new (records, NULL, n, NULL, NULL, NULL);
  fit = (g_get_monotonic_time () - begin) / 1e3;
  begin = g_get_monotonic_time ();
  gla_median_estimate (npmle, records, patients, n, NULL, NULL, &median, NULL);
  limits = (g_get_monotonic_time () - begin) / 1e3;
  printf ("%u rows: distribution %.0f ms, limits of the median %.0f ms (%.1f and %.1f times a "
          "logarithm of each)\n", (guint) n, fit, limits, fit / plain, limits / plain);
}

static void
measure_fit (const Run *run)
{
  g_autoptr (GlaObservations) observations = observe_clinic (run, SEED, 400);
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (GlaClinicModel) model = gla_clinic_model_fit (run->catalogue, observations, NULL, NULL,
                                                           NULL);
  double seconds = (g_get_monotonic_time () - begin) / 1e6;
  GlaExpectation expected;

  gla_clinic_model_expect (model, "ONA", "GLAB", &expected);
  printf ("clinic fit of %u durations in %.2f s: median %.0f days, tau %.2f, sigma %.2f\n",
          (guint) gla_observations_count_durations (observations), seconds,
          exp (expected.centre), expected.tau, expected.sigma);
}

int
main (int   argc,
      char *argv[])
{
  int n_patients = argc > 1 ? atoi (argv[1]) : 8000;
  int n_clinics = argc > 2 ? atoi (argv[2]) : 30;
  Run run = { .until = gla_day_new (2026, 6, 30) };
  g_autoptr (GError) error = NULL;

  run.catalogue = gla_catalogue_load_builtin (&error);
  if (run.catalogue == NULL || n_patients <= 0 || n_clinics <= 0)
    {
      fprintf (stderr, "usage: bench-statistics [PATIENTS [CLINICS]]\n");
      return 2;
    }
  run.model = make_true_model (run.catalogue);
  gla_cycle_settings_init (&run.settings, run.catalogue);
  measure_patients (&run, n_patients);
  measure_lots (&run, (guint) n_clinics);
  measure_fit (&run);
  measure_speed ();
  gla_clinic_model_unref (run.model);
  gla_catalogue_unref (run.catalogue);
  return all_good ? 0 : 1;
}

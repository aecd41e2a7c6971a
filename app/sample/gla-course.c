/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-course.h"

#include "gla-random.h"

#include <math.h>
#include <string.h>

enum { STREAM_CLINIC = 1, STREAM_PATIENT = 2 };

/* Statistics, section 8.2. */
static const double product_shares[GLA_COURSE_N_PRODUCTS] = { .42, .22, .14, .08, .05, .05, .04 };
static const char *const product_names[GLA_COURSE_N_PRODUCTS] = {
  "ONA", "ABO", "INCO", "PRABO", "LETIBO", "DAXI", "RELA",
};
static const char *const area_names[GLA_COURSE_N_AREAS] = { "GLABELLA", "FOREHEAD", "CROWSFEET" };
static const double median_days[GLA_COURSE_N_PRODUCTS][GLA_COURSE_N_AREAS] = {
  { 120, 120, 125 }, { 130, 125, 125 }, { 120, 115, 118 }, { 120, 115, 118 },
  { 120, 115, 118 }, { 180, 165, 165 }, { 175, 160, 160 },
};
static const double reference_units[GLA_COURSE_N_PRODUCTS][GLA_COURSE_N_AREAS] = {
  { 20, 20, 24 }, { 50, 50, 60 }, { 20, 20, 24 }, { 20, 20, 24 },
  { 20, 20, 24 }, { 40, 32, 48 }, { 50, 50, 60 },
};
static const double unit_steps[GLA_COURSE_N_PRODUCTS] = { 1, 5, 1, 1, 1, 2, 5 };
static const double area_shares[GLA_COURSE_N_AREAS] = { .92, .60, .50 };
static const double grade_shares[3] = { .10, .50, .40 };
static const double review_shares[3] = { .30, .40, .30 };
static const double review_chances[3] = { .9, .5, .15 };
static const double style_shares[3] = { .55, .30, .15 };
static const int schedules[5] = { 91, 112, 122, 152, 182 };

#define PATIENT_SD .20
#define AREA_SD .15
#define VISIT_SD .15
#define RESIDUAL_SD .24
#define DOSE_EXPONENT .30
#define MALE_SHIFT -.05
#define NONRESPONSE .02
#define BAD_LOT_FROM 2190
#define BAD_LOT_SHIFT -.45
#define BAD_LOT_NONRESPONSE .15

/* What is drawn once for a patient and does not leave this file. */
typedef struct
{
  GlaRandom random;
  int product;
  int practitioner;
  gboolean treated[GLA_COURSE_N_AREAS];
  double area_effects[GLA_COURSE_N_AREAS];
  int baselines[GLA_COURSE_N_AREAS];
  int review_class;
  int schedule;
} PatientDraws;

/* What is drawn for one visit. */
typedef struct
{
  int number;
  int day;
  int practitioner;
  int lot;
  double effect;
  double snr_chance;
  gboolean snr_active;
  double snr_ratio;
  gboolean review;
  int review_day;
  gboolean mid;
  int mid_day;
  int next;            /* days to the return, whether or not it comes to pass */
  gboolean has_next;
  gboolean graded_before;
  gboolean reason_recorded;
} VisitDraws;

const char *
gla_course_product_name (int product)
{
  g_return_val_if_fail (product >= 0 && product < GLA_COURSE_N_PRODUCTS, NULL);
  return product_names[product];
}

const char *
gla_course_area_name (int area)
{
  g_return_val_if_fail (area >= 0 && area < GLA_COURSE_N_AREAS, NULL);
  return area_names[area];
}

static GArray *
draw_lots (GlaRandom *random)
{
  GArray *lots = g_array_new (FALSE, TRUE, sizeof (GlaCourseLot));

  for (int day = 0; day < GLA_COURSE_HORIZON;)
    {
      GlaCourseLot lot = { .start = day, .nonresponse = NONRESPONSE };

      lot.end = day + 60 + gla_random_integer (random, 121);
      lot.shift = .03 * gla_random_normal (random);
      g_array_append_val (lots, lot);
      day = lot.end;
    }
  return lots;
}

static void
spoil_one_lot (GArray *lots)
{
  for (guint i = 0; i < lots->len; i++)
    {
      GlaCourseLot *lot = &g_array_index (lots, GlaCourseLot, i);

      if (lot->start >= BAD_LOT_FROM)
        {
          lot->bad = TRUE;
          lot->shift = BAD_LOT_SHIFT;
          lot->nonresponse = BAD_LOT_NONRESPONSE;
          return;
        }
    }
}

GlaCourseClinic *
gla_course_clinic_new (guint64 seed)
{
  GlaCourseClinic *self = g_new0 (GlaCourseClinic, 1);
  GlaRandom random;

  self->seed = seed;
  gla_random_init (&random, seed, STREAM_CLINIC, 0);
  for (int i = 0; i < GLA_COURSE_N_PRACTITIONERS; i++)
    self->practitioners[i] = .04 * gla_random_normal (&random);
  self->practitioners[3] = -.15;
  for (int i = 0; i < GLA_COURSE_N_PRODUCTS; i++)
    self->lots[i] = draw_lots (&random);
  spoil_one_lot (self->lots[0]);
  return self;
}

void
gla_course_clinic_free (GlaCourseClinic *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < GLA_COURSE_N_PRODUCTS; i++)
    g_array_unref (self->lots[i]);
  g_free (self);
}

static double
uniform (PatientDraws *draws)
{
  return gla_random_uniform (&draws->random);
}

static double
normal (PatientDraws *draws)
{
  return gla_random_normal (&draws->random);
}

static int
integer (PatientDraws *draws,
         int           n)
{
  return gla_random_integer (&draws->random, n);
}

static void
draw_areas (PatientDraws *draws)
{
  gboolean any = FALSE;

  for (int area = 0; area < GLA_COURSE_N_AREAS; area++)
    {
      draws->treated[area] = uniform (draws) < area_shares[area];
      draws->area_effects[area] = AREA_SD * normal (draws);
      draws->baselines[area] = 1 + (int) gla_random_category (&draws->random, grade_shares, 3);
      any = any || draws->treated[area];
    }
  if (!any)
    draws->treated[0] = TRUE;
}

/* Number of failures before the first success of probability 1/4, from one uniform number. */
static int
geometric (double u)
{
  int k = 0;

  while (u > .25 && k < 20)
    {
      u = (u - .25) / .75;
      k++;
    }
  return k;
}

/* Statistics, section 8.3, patient (1) to (13). */
static void
draw_patient (GlaCoursePatient *patient,
              PatientDraws     *draws)
{
  int age;

  patient->first_day = (int) floor (GLA_COURSE_HORIZON * sqrt (uniform (draws)));
  patient->female = uniform (draws) < .87;
  age = (int) floor (45 + 11 * normal (draws) + .5);
  patient->age = CLAMP (age, 20, 80);
  patient->effect = PATIENT_SD * normal (draws);
  if (!patient->female)
    patient->effect += MALE_SHIFT;
  draws->product = (int) gla_random_category (&draws->random, product_shares,
                                              GLA_COURSE_N_PRODUCTS);
  draws->practitioner = integer (draws, GLA_COURSE_N_PRACTITIONERS);
  draw_areas (draws);
  patient->snr = uniform (draws) < .025;
  patient->snr_gradual = uniform (draws) < .6;
  patient->snr_onset = 4 + geometric (uniform (draws));
  draws->review_class = (int) gla_random_category (&draws->random, review_shares, 3);
  patient->style = (GlaReturnStyle) gla_random_category (&draws->random, style_shares, 3);
  draws->schedule = integer (draws, 5);
}

static int
choose_lot (GArray *lots,
            int     day,
            double  u)
{
  int lot = 0;

  while (lot + 1 < (int) lots->len && g_array_index (lots, GlaCourseLot, lot).end <= day)
    lot++;
  return u < .20 && lot > 0 ? lot - 1 : lot;
}

static void
draw_visit (const GlaCourseClinic  *clinic,
            const GlaCoursePatient *patient,
            PatientDraws           *draws,
            VisitDraws             *visit)
{
  double u = uniform (draws);
  int other = integer (draws, GLA_COURSE_N_PRACTITIONERS);
  int product;

  visit->practitioner = u < .75 ? draws->practitioner : other;
  u = uniform (draws);
  product = (int) gla_random_category (&draws->random, product_shares, GLA_COURSE_N_PRODUCTS);
  if (u < .05 && visit->number > 1)
    draws->product = product;
  visit->lot = choose_lot (clinic->lots[draws->product], visit->day, uniform (draws));
  visit->effect = VISIT_SD * normal (draws);
  visit->snr_chance = uniform (draws);
  visit->snr_active = patient->snr && visit->number >= patient->snr_onset;
  visit->snr_ratio = 1.0;
  if (visit->snr_active)
    visit->snr_ratio = patient->snr_gradual
                         ? MAX (.30, pow (.75, visit->number - patient->snr_onset + 1))
                         : .45;
}

/* (f): units and the true duration of one area. */
static void
draw_treatment (const GlaCourseClinic  *clinic,
                const GlaCoursePatient *patient,
                PatientDraws           *draws,
                const VisitDraws       *visit,
                GlaCourseTreatment     *treatment)
{
  int area = treatment->area;
  double reference = reference_units[draws->product][area];
  double step = unit_steps[draws->product];
  const GlaCourseLot *lot = &g_array_index (clinic->lots[draws->product], GlaCourseLot, visit->lot);
  double wanted = floor (reference * exp (.12 * normal (draws)) / step + .5) * step;
  double units = MAX (step, wanted);
  double residual = RESIDUAL_SD * normal (draws);
  gboolean responds = uniform (draws) >= lot->nonresponse;

  if (visit->snr_active && visit->snr_ratio < .35 && visit->snr_chance < .5)
    responds = FALSE;
  treatment->visit = visit->number;
  treatment->day = visit->day;
  treatment->product = draws->product;
  treatment->lot = visit->lot;
  treatment->practitioner = visit->practitioner;
  treatment->units = (int) units;
  treatment->baseline = draws->baselines[area];
  treatment->worn_off_day = -1;
  treatment->next_visit = -1;
  treatment->true_snr = visit->snr_active;
  treatment->true_log = log (median_days[draws->product][area]) +
                        DOSE_EXPONENT * log (units / reference) + patient->effect +
                        draws->area_effects[area] + visit->effect + residual +
                        clinic->practitioners[visit->practitioner] + lot->shift +
                        log (visit->snr_ratio);
  treatment->true_day = responds ? CLAMP ((int) floor (exp (treatment->true_log) + .5), 10, 900)
                                 : 0;
}

/* (g), (h), (i): reviews and the way back; @first_day is T of the first treated area. */
static void
draw_return (const GlaCoursePatient *patient,
             PatientDraws           *draws,
             VisitDraws             *visit,
             int                     first_day)
{
  double sporadic, symptom;
  int spread;
  gboolean drops_out;

  visit->review = uniform (draws) < review_chances[draws->review_class];
  visit->review_day = 10 + integer (draws, 15);
  visit->mid = uniform (draws) < .12;
  visit->mid_day = 60 + integer (draws, 41);
  sporadic = uniform (draws);
  symptom = normal (draws);
  spread = integer (draws, 29);

  switch (patient->style)
    {
    case GLA_RETURN_SYMPTOM:
      visit->next = (first_day > 30 ? first_day : 60) +
                    (int) floor (exp (log (21) + .8 * symptom) + .5) - 7;
      break;
    case GLA_RETURN_SCHEDULED:
      visit->next = schedules[draws->schedule] + spread - 14;
      break;
    case GLA_RETURN_SPORADIC:
    default:
      visit->next = 150 + (int) floor (250 * sporadic);
      break;
    }
  visit->next = CLAMP (visit->next, 84, 720);

  drops_out = uniform (draws) < (visit->number == 1 ? .25 : .08);
  visit->graded_before = uniform (draws) < .85;
  visit->reason_recorded = uniform (draws) < .80;
  visit->has_next = !drops_out && visit->day + visit->next < GLA_COURSE_HORIZON;
}

static int
true_grade (const GlaCourseTreatment *treatment,
            int                       best,
            int                       onset,
            int                       day)
{
  double part;

  if (day < onset || day >= treatment->true_day)
    return treatment->baseline;
  part = (double) day / treatment->true_day;
  return MAX (0, treatment->baseline - MAX (1, (int) floor (best * (1 - part * part * part) + .5)));
}

static void
add_grading (GlaCourseTreatment *treatment,
             GlaGradingKind      kind,
             int                 day,
             int                 grade,
             double              u)
{
  GlaCourseGrading *grading = &treatment->gradings[treatment->n_gradings++];

  if (u < .06)
    grade--;
  else if (u < .12)
    grade++;
  grading->kind = kind;
  grading->day = day;
  grading->at_maximum = CLAMP (grade, 0, 3);
  grading->at_rest = MAX (0, grading->at_maximum - 1);
}

/* (j): what was seen and said of one area. */
static void
draw_records (const GlaCoursePatient *patient,
              PatientDraws           *draws,
              const VisitDraws       *visit,
              GlaCourseTreatment     *treatment)
{
  int best = 1 + integer (draws, treatment->baseline);
  int onset = 1 + integer (draws, 5);
  double review_error = uniform (draws);
  double mid_error = uniform (draws);
  double return_error = uniform (draws);
  gboolean reports = uniform (draws) < .25;
  double report_error = normal (draws);
  gboolean wore_off = treatment->true_day > 0 && treatment->true_day <= visit->next;

  if (visit->review && visit->day + visit->review_day < GLA_COURSE_HORIZON)
    add_grading (treatment, GLA_GRADING_REVIEW, visit->review_day,
                 true_grade (treatment, best, onset, visit->review_day), review_error);
  if (visit->mid && visit->day + visit->mid_day < GLA_COURSE_HORIZON &&
      visit->mid_day < visit->next)
    add_grading (treatment, GLA_GRADING_MID, visit->mid_day,
                 true_grade (treatment, best, onset, visit->mid_day), mid_error);
  if (!visit->has_next)
    return;

  treatment->next_visit = visit->next;
  treatment->next_wore_off = patient->style == GLA_RETURN_SYMPTOM && visit->reason_recorded &&
                             wore_off;
  if (visit->graded_before)
    add_grading (treatment, GLA_GRADING_PRE, visit->next,
                 true_grade (treatment, best, onset, visit->next), return_error);
  if (reports && wore_off)
    treatment->worn_off_day = CLAMP (treatment->true_day + (int) floor (5 * report_error + .5),
                                     1, visit->next);
}

/* Draws one visit with all its areas; FALSE when the patient does not come back. */
static gboolean
add_visit (const GlaCourseClinic *clinic,
           GlaCoursePatient      *patient,
           PatientDraws          *draws,
           VisitDraws            *visit)
{
  guint first = patient->treatments->len;

  draw_visit (clinic, patient, draws, visit);
  for (int area = 0; area < GLA_COURSE_N_AREAS; area++)
    if (draws->treated[area])
      {
        GlaCourseTreatment treatment = { .area = area };

        draw_treatment (clinic, patient, draws, visit, &treatment);
        g_array_append_val (patient->treatments, treatment);
      }
  draw_return (patient, draws, visit,
               g_array_index (patient->treatments, GlaCourseTreatment, first).true_day);
  for (guint i = first; i < patient->treatments->len; i++)
    draw_records (patient, draws, visit,
                  &g_array_index (patient->treatments, GlaCourseTreatment, i));
  return visit->has_next;
}

GlaCoursePatient *
gla_course_patient_new (const GlaCourseClinic *clinic,
                        int                    index)
{
  GlaCoursePatient *self;
  PatientDraws draws;
  VisitDraws visit;

  g_return_val_if_fail (clinic != NULL && index >= 0, NULL);

  self = g_new0 (GlaCoursePatient, 1);
  memset (&draws, 0, sizeof draws);
  memset (&visit, 0, sizeof visit);
  self->index = index;
  self->treatments = g_array_new (FALSE, TRUE, sizeof (GlaCourseTreatment));
  gla_random_init (&draws.random, clinic->seed, STREAM_PATIENT, (guint64) index);
  draw_patient (self, &draws);

  visit.day = self->first_day;
  do
    {
      visit.number = ++self->n_visits;
      if (self->n_visits > 1)
        visit.day += visit.next;
    }
  while (add_visit (clinic, self, &draws, &visit));
  return self;
}

void
gla_course_patient_free (GlaCoursePatient *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->treatments);
  g_free (self);
}

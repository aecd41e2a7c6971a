/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sample.h"

#include "gla-i18n.h"
#include "gla-identifier.h"
#include "gla-sample-map.h"
#include "gla-sample-person.h"
#include "gla-sample-private.h"

/* Kinds of the second stream; 1 and 2 are the course's. */
enum { STREAM_PERSON = 11, STREAM_IDENTIFIER = 12, STREAM_MAP = 13 };

/* The clinic began to book vials one by one this many days before the end. */
#define VIALS_SINCE 540

/* Packs of the products of the course. */
static const GlaSamplePack packs[GLA_COURSE_N_PRODUCTS] = {
  { "ona", "ona-botox-100", GLA_UNITS (100), 2500 },
  { "abo-p", "abo-dysport-300", GLA_UNITS (300), 2500 },
  { "inco", "inco-xeomin-100", GLA_UNITS (100), 2500 },
  { "pra", "pra-nuceiva-100", GLA_UNITS (100), 2500 },
  { "leti", "leti-letybo-100", GLA_UNITS (100), 2500 },
  { "daxi", "daxi-daxxify-100", GLA_UNITS (100), 1200 },
  { "rela", "rela-relfydess-150", GLA_UNITS (150), 0 },
};

static const char *const areas[GLA_COURSE_N_AREAS] = { "GLAB", "FRON", "LCL" };
static const int points[GLA_COURSE_N_AREAS] = { 5, 5, 6 };

static const char *const practitioners[GLA_COURSE_N_PRACTITIONERS] = {
  "Dr A. Osei", "Dr L. Marchetti", "Dr K. Vogt", "N. Fournier", "Dr S. Aydın", "R. Whitcombe",
};

char *
gla_sample_make_identifier (GlaSample  *self,
                            guint64     index,
                            const char *what,
                            int         number)
{
  GlaRandom random;
  guint64 high, low;

  gla_random_init (&random, self->seed, STREAM_IDENTIFIER + (guint64) g_str_hash (what) * 16,
                   index * 4096 + (guint64) number);
  high = gla_random_next (&random);
  low = gla_random_next (&random);
  return gla_identifier_from_bits (high, low);
}

static void
add_staff (GlaSample  *self,
           const char *name,
           GlaRole     role)
{
  g_autofree char *id = gla_sample_make_identifier (self, self->staff->len, "staff", 0);

  g_ptr_array_add (self->staff, gla_staff_new (&(GlaStaff) {
    .id = id, .name = name, .role = role, .active = TRUE,
  }));
}

GlaSample *
gla_sample_new (guint64 seed,
                GlaDay  until)
{
  GlaSample *self;

  g_return_val_if_fail (until != GLA_DAY_NONE, NULL);

  self = g_new0 (GlaSample, 1);
  self->seed = seed;
  self->start = until - GLA_COURSE_HORIZON;
  self->course = gla_course_clinic_new (seed);
  self->staff = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_staff_unref);
  for (int i = 0; i < GLA_COURSE_N_PRACTITIONERS; i++)
    add_staff (self, practitioners[i], i == 0 ? GLA_ROLE_OWNER : GLA_ROLE_PRACTITIONER);
  add_staff (self, "M. Lindner", GLA_ROLE_FRONT_DESK);
  return self;
}

void
gla_sample_free (GlaSample *self)
{
  if (self == NULL)
    return;
  gla_course_clinic_free (self->course);
  g_ptr_array_unref (self->staff);
  g_free (self);
}

GPtrArray *
gla_sample_get_staff (GlaSample *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->staff;
}

const GlaSamplePack *
gla_sample_get_pack (int product)
{
  g_return_val_if_fail (product >= 0 && product < GLA_COURSE_N_PRODUCTS, NULL);

  return &packs[product];
}

char *
gla_sample_make_lot_name (int product,
                          int lot)
{
  return g_strdup_printf ("%s-%03d", gla_course_product_name (product), lot + 1);
}

GlaDay
gla_sample_get_lot_expiry (GlaSample *self,
                           int        product,
                           int        lot)
{
  const GlaCourseLot *course = &g_array_index (self->course->lots[product], GlaCourseLot, lot);

  return gla_day_add_months (self->start + course->start, 24);
}

/*
 * A vial opened for this visit: one vial, one patient, one session, as the
 * labels have it. Several if one does not hold enough.
 */
static void
add_vials (GlaSample                *self,
           GlaHistory               *history,
           int                       patient,
           const GlaCourseTreatment *treatment,
           const char               *id,
           int                       number)
{
  const GlaCourseLot *lot = &g_array_index (self->course->lots[treatment->product], GlaCourseLot,
                                            treatment->lot);
  const GlaSamplePack *pack = &packs[treatment->product];
  g_autofree char *name = gla_sample_make_lot_name (treatment->product, treatment->lot);
  g_autofree char *mixed = NULL;
  char day[11];

  gla_day_write_iso (self->start + treatment->day, day);
  mixed = g_strdup_printf ("%sT%02d:%02d", day, 8 + (patient + number) % 9, patient % 4 * 15);
  gla_history_take_vial (history, gla_vial_new (&(GlaVial) {
    .id = id,
    .product = pack->product,
    .presentation = pack->presentation,
    .lot = name,
    .expiry = gla_sample_get_lot_expiry (self, treatment->product, treatment->lot),
    .content = pack->content,
    .received = self->start + lot->start,
    .diluent = pack->diluent_volume > 0 ? GLA_SAMPLE_DILUENT : NULL,
    .diluent_volume = pack->diluent_volume,
    .reconstituted = pack->diluent_volume > 0 ? mixed : NULL,
    .state = GLA_VIAL_FINISHED,
  }));
}

typedef struct
{
  GlaSample *sample;
  GlaHistory *history;
  const GlaCoursePatient *course;
  GlaRandom *random;
  char *treatment;        /* identifier of the visit's treatment */
  char *vial;             /* identifier of the vial in use, or NULL */
  GlaUnits left;          /* in that vial */
  int n_vials;
  int n_injections;
} SampleVisit;

/* The clinic charts on the map as long as it records vials; before, it wrote totals. */
static char *
make_map (SampleVisit              *visit,
          const GlaCourseTreatment *treatment,
          GlaSide                   side,
          GlaUnits                  units,
          int                       number)
{
  GlaRandom random;

  if (treatment->day < GLA_COURSE_HORIZON - VIALS_SINCE)
    return NULL;
  /* A stream of its own, so that nothing else of the clinic depends on it. */
  gla_random_init (&random, visit->sample->seed, STREAM_MAP,
                   (guint64) visit->course->index * 4096 + (guint64) number);
  return gla_sample_make_map (&random, treatment->area, side, units);
}

static void
add_injection (SampleVisit              *visit,
               const GlaCourseTreatment *treatment,
               GlaSide                   side,
               GlaUnits                  units,
               int                       n_points)
{
  GlaSample *self = visit->sample;
  int patient = visit->course->index;
  int number = treatment->visit * 16 + visit->n_injections;
  g_autofree char *id = gla_sample_make_identifier (self, (guint64) patient, "injection", number);
  g_autofree char *lot = gla_sample_make_lot_name (treatment->product, treatment->lot);
  g_autofree char *map = make_map (visit, treatment, side, units, number);

  if (treatment->day >= GLA_COURSE_HORIZON - VIALS_SINCE &&
      (visit->vial == NULL || visit->left < units))
    {
      int vial = treatment->visit * 16 + visit->n_vials++;

      g_free (visit->vial);
      visit->vial = gla_sample_make_identifier (self, (guint64) patient, "vial", vial);
      visit->left = packs[treatment->product].content;
      add_vials (self, visit->history, patient, treatment, visit->vial, vial);
    }
  visit->left -= units;
  gla_history_take_injection (visit->history, gla_injection_new (&(GlaInjection) {
    .id = id,
    .treatment = visit->treatment,
    .area = areas[treatment->area],
    .side = side,
    .vial = visit->vial,
    .product = packs[treatment->product].product,
    .lot = lot,
    .units = units,
    .points = n_points,
    .map_view = map,
    .position = visit->n_injections++,
  }));
}

static void
add_grade (SampleVisit *visit,
           const char  *area,
           GlaDay       day,
           int          number,
           const GlaCourseGrading *grading,
           GlaVisitReason          reason,
           const char             *staff)
{
  g_autofree char *id = gla_sample_make_identifier (visit->sample,
                                                    (guint64) visit->course->index, "assessment",
                                                    number);

  gla_history_take_assessment (visit->history, gla_assessment_new (&(GlaAssessment) {
    .id = id,
    .patient = visit->history->patient->id,
    .treatment = NULL,
    .area = area,
    .side = GLA_SIDE_BOTH,
    .day = day,
    .rater = GLA_RATER_PRACTITIONER,
    .scale = "fws",
    .at_rest = grading->at_rest,
    .at_maximum = grading->at_maximum,
    .reason = reason,
    .staff = staff,
  }));
}

/* The grades and the report of one treated area. */
static void
add_course (SampleVisit              *visit,
            const GlaCourseTreatment *treatment,
            gboolean                  first)
{
  GlaSample *self = visit->sample;
  const GlaStaff *staff = self->staff->pdata[treatment->practitioner];
  GlaDay day = self->start + treatment->day;
  const char *area = areas[treatment->area];
  int number = (treatment->visit * 4 + treatment->area) * 4;

  /* Before the very first injection the untreated grade was taken. */
  if (first)
    add_grade (visit, area, day, number + 3,
               &(GlaCourseGrading) { .at_maximum = treatment->baseline,
                                     .at_rest = MAX (0, treatment->baseline - 1) },
               GLA_VISIT_REASON_ROUTINE, staff->id);
  for (int i = 0; i < treatment->n_gradings; i++)
    {
      const GlaCourseGrading *grading = &treatment->gradings[i];
      GlaVisitReason reason = GLA_VISIT_REASON_ROUTINE;

      if (grading->kind == GLA_GRADING_PRE)
        reason = treatment->next_wore_off ? GLA_VISIT_REASON_WORE_OFF : GLA_VISIT_REASON_UNKNOWN;
      add_grade (visit, area, day + grading->day, number + i, grading, reason, staff->id);
    }
  if (treatment->worn_off_day >= 0)
    {
      g_autofree char *id = gla_sample_make_identifier (self, (guint64) visit->course->index,
                                                        "report", number);

      gla_history_take_report (visit->history, gla_report_new (&(GlaReport) {
        .id = id,
        .patient = visit->history->patient->id,
        .treatment = visit->treatment,
        .area = area,
        .kind = GLA_REPORT_WORN_OFF,
        .day = day + treatment->worn_off_day,
        .precision = GLA_DAY_ABOUT,
        .told_on = day + treatment->next_visit,
        .staff = staff->id,
      }));
    }
}

/* Why the patient came on the day of visit @number: what was noted at the visit before. */
static GlaVisitReason
get_reason (const GlaCoursePatient *course,
            int                     number)
{
  gboolean wore_off = FALSE;

  if (number == 1)
    return GLA_VISIT_REASON_ROUTINE;
  for (guint i = 0; i < course->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                            GlaCourseTreatment, i);

      wore_off = wore_off || (treatment->visit == number - 1 && treatment->next_wore_off);
    }
  return wore_off ? GLA_VISIT_REASON_WORE_OFF
                  : course->style == GLA_RETURN_SCHEDULED ? GLA_VISIT_REASON_ROUTINE
                                                          : GLA_VISIT_REASON_UNKNOWN;
}

static void
start_visit (SampleVisit              *visit,
             const GlaCourseTreatment *treatment)
{
  GlaSample *self = visit->sample;
  const GlaStaff *staff = self->staff->pdata[treatment->practitioner];

  g_free (visit->treatment);
  g_clear_pointer (&visit->vial, g_free);
  visit->n_vials = 0;
  visit->n_injections = 0;
  visit->treatment = gla_sample_make_identifier (self, (guint64) visit->course->index,
                                                 "treatment", treatment->visit);
  gla_history_take_treatment (visit->history, gla_treatment_new (&(GlaTreatment) {
    .id = visit->treatment,
    .patient = visit->history->patient->id,
    .day = self->start + treatment->day,
    .injector = staff->id,
    .reason = get_reason (visit->course, treatment->visit),
    .consent_version = "1",
    .consent_day = self->start + treatment->day,
  }));
}

/* One in twelve had toxin elsewhere before, mostly half remembered. */
static void
add_exposure (SampleVisit *visit)
{
  static const char *const places[] = { N_("a clinic abroad"), N_("a former clinic") };
  gboolean any = gla_random_uniform (visit->random) < .08;
  int before = 60 + gla_random_integer (visit->random, 700);
  int place = gla_random_integer (visit->random, (int) G_N_ELEMENTS (places));
  g_autofree char *id = gla_sample_make_identifier (visit->sample,
                                                    (guint64) visit->course->index, "exposure", 0);

  if (!any)
    return;
  gla_history_take_exposure (visit->history, gla_exposure_new (&(GlaExposure) {
    .id = id,
    .patient = visit->history->patient->id,
    .day = visit->sample->start + visit->course->first_day - before,
    .precision = GLA_DAY_MONTH,
    .place = _(places[place]),
    .area = "GLAB",
    .units = GLA_UNITS_UNKNOWN,
    .certainty = GLA_CERTAINTY_TOLD,
  }));
}

/* About one visit in forty left a bruise, one in two hundred a drooping lid for some weeks. */
static void
add_adverse_event (SampleVisit              *visit,
                   const GlaCourseTreatment *treatment)
{
  double u = gla_random_uniform (visit->random);
  GlaDay day = visit->sample->start + treatment->day;
  gboolean lid = u < .005 && treatment->area == 0;
  g_autofree char *id = gla_sample_make_identifier (visit->sample,
                                                    (guint64) visit->course->index, "event",
                                                    treatment->visit);

  if (u >= .025)
    return;
  gla_history_take_adverse_event (visit->history, gla_adverse_event_new (&(GlaAdverseEvent) {
    .id = id,
    .patient = visit->history->patient->id,
    .treatment = visit->treatment,
    .area = areas[treatment->area],
    .kind = lid ? _("drooping lid") : _("bruise"),
    .severity = lid ? GLA_SEVERITY_MODERATE : GLA_SEVERITY_MILD,
    .onset = lid ? day + 5 : day,
    .resolved = lid ? day + 33 : day + 8,
    .outcome = _("gone"),
  }));
}

static void
add_treatment (SampleVisit              *visit,
               const GlaCourseTreatment *treatment,
               gboolean                  new_visit)
{
  GlaUnits units = (GlaUnits) treatment->units * 100;

  if (new_visit)
    {
      start_visit (visit, treatment);
      add_adverse_event (visit, treatment);
    }
  if (treatment->area == 2)
    {
      add_injection (visit, treatment, GLA_SIDE_LEFT, units / 2, points[2] / 2);
      add_injection (visit, treatment, GLA_SIDE_RIGHT, units - units / 2, points[2] / 2);
    }
  else
    add_injection (visit, treatment, GLA_SIDE_BOTH, units, points[treatment->area]);
  add_course (visit, treatment, treatment->visit == 1);
}

GlaHistory *
gla_sample_make_history (GlaSample *self,
                         int        index)
{
  g_autoptr (GlaCoursePatient) course = NULL;
  g_autofree char *id = NULL;
  GlaRandom random;
  SampleVisit visit = { NULL };
  int last_visit = 0;

  g_return_val_if_fail (self != NULL && index >= 0, NULL);

  course = gla_course_patient_new (self->course, index);
  id = gla_sample_make_identifier (self, (guint64) index, "patient", 0);
  gla_random_init (&random, self->seed, STREAM_PERSON, (guint64) index);

  visit.sample = self;
  visit.course = course;
  visit.random = &random;
  visit.history = gla_history_new (gla_sample_make_patient (&random, course, id,
                                                            self->start + course->first_day));
  add_exposure (&visit);
  for (guint i = 0; i < course->treatments->len; i++)
    {
      const GlaCourseTreatment *treatment = &g_array_index (course->treatments,
                                                            GlaCourseTreatment, i);

      add_treatment (&visit, treatment, treatment->visit != last_visit);
      last_visit = treatment->visit;
    }
  g_free (visit.treatment);
  g_free (visit.vial);
  gla_history_finish (visit.history);
  return visit.history;
}

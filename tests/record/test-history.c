/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-history.h"

static GlaHistory *
history_new (void)
{
  return gla_history_new (gla_patient_new (&(GlaPatient) { .id = "patient" }));
}

static void
add_treatment (GlaHistory *history,
               const char *id,
               GlaDay      day)
{
  gla_history_take_treatment (history,
                              gla_treatment_new (&(GlaTreatment) { .id = id, .day = day }));
}

static void
add_injection (GlaHistory *history,
               const char *id,
               const char *treatment,
               int         position)
{
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = id, .treatment = treatment, .position = position,
  }));
}

/* The identifiers of an array of records, which all begin with theirs. */
static char *
list (const GPtrArray *records)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < records->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", *(const char **) records->pdata[i]);
  return g_string_free (ids, FALSE);
}

#define assert_list(records, expected)                                                             \
  G_STMT_START                                                                                     \
    {                                                                                              \
      g_autofree char *ids = list (records);                                                       \
      g_assert_cmpstr (ids, ==, expected);                                                         \
    }                                                                                              \
  G_STMT_END

/* By day, an unknown one first; of one day always in the same order. */
static void
test_sorting (void)
{
  static const struct { const char *id; GlaDay day; } rows[] = {
    { "d", 30 }, { "b", 10 }, { "e", 30 }, { "a", GLA_DAY_NONE }, { "c", -5 },
  };
  g_autoptr (GlaHistory) history = history_new ();

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const char *id = rows[i].id;
      GlaDay day = rows[i].day;

      add_treatment (history, id, day);
      gla_history_take_assessment (history, gla_assessment_new (&(GlaAssessment) {
        .id = id, .day = day }));
      gla_history_take_report (history, gla_report_new (&(GlaReport) { .id = id, .day = day }));
      gla_history_take_rating (history, gla_rating_new (&(GlaRating) { .id = id, .day = day }));
      gla_history_take_exposure (history, gla_exposure_new (&(GlaExposure) {
        .id = id, .day = day }));
      gla_history_take_adverse_event (history, gla_adverse_event_new (&(GlaAdverseEvent) {
        .id = id, .onset = day }));
      gla_history_take_document (history, gla_document_new (&(GlaDocument) {
        .id = id, .day = day }));
      gla_history_take_case (history, gla_case_record_new (&(GlaCaseRecord) {
        .id = id, .opened = day }));
      gla_history_take_booking (history, gla_booking_new (&(GlaBooking) {
        .id = id, .day = day }));
    }
  gla_history_finish (history);
  assert_list (history->treatments, "a c b d e");
  assert_list (history->assessments, "a c b d e");
  assert_list (history->reports, "a c b d e");
  assert_list (history->ratings, "a c b d e");
  assert_list (history->exposures, "a c b d e");
  assert_list (history->adverse_events, "a c b d e");
  assert_list (history->documents, "a c b d e");
  assert_list (history->cases, "a c b d e");
  assert_list (history->bookings, "a c b d e");
}

/* Injections follow the days of their treatments, whatever the order of the rows. */
static void
test_injections (void)
{
  g_autoptr (GlaHistory) history = history_new ();
  guint first;

  add_injection (history, "i1", "late", 2);
  add_injection (history, "i2", "early", 1);
  add_injection (history, "i3", "late", 1);
  add_injection (history, "i4", "early", 0);
  add_injection (history, "i5", "nowhere", 0);
  add_injection (history, "i6", "late", 1);
  add_treatment (history, "late", 200);
  add_treatment (history, "empty", 150);
  add_treatment (history, "early", 100);
  gla_history_finish (history);

  /* What belongs to no treatment comes first. */
  assert_list (history->injections, "i5 i4 i2 i3 i6 i1");
  g_assert_cmpuint (gla_history_get_injections (history, "early", &first), ==, 2);
  g_assert_cmpuint (first, ==, 1);
  g_assert_cmpuint (gla_history_get_injections (history, "late", &first), ==, 3);
  g_assert_cmpuint (first, ==, 3);
  g_assert_cmpuint (gla_history_get_injections (history, "empty", &first), ==, 0);
  g_assert_cmpuint (gla_history_get_injections (history, "unknown", &first), ==, 0);
}

static void
test_lookups (void)
{
  g_autoptr (GlaHistory) history = history_new ();

  add_treatment (history, "t1", 100);
  add_treatment (history, "t2", 200);
  gla_history_take_vial (history, gla_vial_new (&(GlaVial) { .id = "v1", .lot = "C1" }));
  gla_history_take_staff (history, gla_staff_new (&(GlaStaff) { .id = "s1", .name = "Dr A" }));
  gla_history_take_case (history, gla_case_record_new (&(GlaCaseRecord) {
    .id = "c1", .area = "GLAB" }));
  gla_history_finish (history);

  g_assert_cmpint (gla_history_find_treatment (history, "t2")->day, ==, 200);
  g_assert_cmpstr (gla_history_find_case (history, "c1")->area, ==, "GLAB");
  g_assert_null (gla_history_find_case (history, "t1"));
  g_assert_null (gla_history_find_case (history, NULL));
  g_assert_cmpstr (gla_history_find_vial (history, "v1")->lot, ==, "C1");
  g_assert_cmpstr (gla_history_find_staff (history, "s1")->name, ==, "Dr A");
  g_assert_null (gla_history_find_treatment (history, "v1"));
  g_assert_null (gla_history_find_vial (history, "t1"));
  g_assert_null (gla_history_find_staff (history, ""));
  g_assert_null (gla_history_find_treatment (history, NULL));
  g_assert_null (gla_history_find_vial (history, NULL));
  g_assert_null (gla_history_find_staff (history, NULL));
}

/* An empty history has all of its arrays; the records live as long as it does. */
static void
test_life (void)
{
  g_autoptr (GlaHistory) history = history_new ();
  g_autoptr (GlaHistory) other = NULL;
  g_autoptr (GlaTreatment) treatment = NULL;

  gla_history_finish (history);
  g_assert_cmpuint (history->treatments->len + history->injections->len +
                    history->assessments->len + history->reports->len + history->ratings->len +
                    history->exposures->len +
                    history->adverse_events->len + history->documents->len + history->cases->len +
                    history->bookings->len + history->vials->len + history->staff->len, ==, 0);

  other = history_new ();
  add_treatment (other, "t1", 100);
  gla_history_finish (other);
  treatment = gla_treatment_ref (other->treatments->pdata[0]);
  g_assert_true (gla_history_ref (other) == other);
  gla_history_unref (other);
  g_assert_cmpstr (other->patient->id, ==, "patient");
  g_clear_pointer (&other, gla_history_unref);
  g_assert_cmpstr (treatment->id, ==, "t1");
  gla_history_unref (NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/history/sorting", test_sorting);
  g_test_add_func ("/record/history/injections", test_injections);
  g_test_add_func ("/record/history/lookups", test_lookups);
  g_test_add_func ("/record/history/life", test_life);

  return g_test_run ();
}

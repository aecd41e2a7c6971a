/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is filled in about treatments and follow-ups, without a widget. */

#include "config.h"

#include "gla-follow-up-form.h"
#include "gla-treatment-form.h"

#define TODAY (gla_day_new (2026, 11, 23))
#define PATIENT "11111111-1111-4111-8111-111111111111"

typedef struct
{
  const char *area;
  GlaSide side;
  guint source;
  int hundredths;        /* -1: not known */
} Row;

static GlaTreatmentForm *
make_form (const Row *rows,
           gsize      n_rows)
{
  GlaTreatmentForm *form = gla_treatment_form_new (TODAY);

  gla_treatment_form_add_source (form, NULL, "ona", "C4821A2");
  gla_treatment_form_add_source (form, NULL, "abo-p", NULL);
  gla_treatment_form_add_source (form, NULL, NULL, NULL);
  for (gsize i = 0; i < n_rows && rows[i].hundredths != 0x7fff; i++)
    gla_treatment_form_add_injection (form, &(GlaFormInjection) {
      .area = (char *) rows[i].area,
      .side = rows[i].side,
      .source = rows[i].source,
      .units = rows[i].hundredths < 0 ? GLA_UNITS_UNKNOWN : (GlaUnits) rows[i].hundredths,
    });
  return form;
}

#define END { NULL, GLA_SIDE_BOTH, 0, 0x7fff }

static void
test_faults (void)
{
  static const struct
  {
    const char *day;
    Row rows[4];
    const char *fault;      /* a part of it; NULL: none */
  } cases[] = {
    { "2026-11-23", { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, END }, NULL },
    { "2026-11-23", { { "GLAB", GLA_SIDE_BOTH, 0, -1 }, END }, NULL },
    { "2026-11-24", { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, END }, "future" },
    { "", { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, END }, "date" },
    { "2026-11-23", { END }, "at least one area" },
    { "2026-11-23", { { NULL, GLA_SIDE_BOTH, 0, 2000 }, END }, "units but no area" },
    { "2026-11-23", { { "GLAB", GLA_SIDE_BOTH, 0, 0 }, END }, "0 units" },
    { "2026-11-23",
      { { "LCL", GLA_SIDE_LEFT, 0, 1200 }, { "LCL", GLA_SIDE_RIGHT, 0, 1200 }, END },
      NULL },
    { "2026-11-23",
      { { "LCL", GLA_SIDE_LEFT, 0, 1200 }, { "LCL", GLA_SIDE_LEFT, 0, 200 }, END },
      "same area, side and vial" },
    { "2026-11-23",
      { { "LCL", GLA_SIDE_LEFT, 0, 1200 }, { "LCL", GLA_SIDE_LEFT, 1, 3000 }, END },
      NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaTreatmentForm) form = make_form (cases[i].rows, G_N_ELEMENTS (cases[i].rows));
      g_autofree char *fault = NULL;

      form->day = gla_day_from_iso (cases[i].day);
      fault = gla_treatment_form_find_fault (form, TODAY);
      if (cases[i].fault == NULL ? fault != NULL
                                 : fault == NULL || strstr (fault, cases[i].fault) == NULL)
        g_error ("case %" G_GSIZE_FORMAT ": “%s” instead of “%s”", i, fault, cases[i].fault);
    }
}

/* Units of different products are never added, and one unknown amount makes a sum unknown. */
static void
test_totals (void)
{
  static const struct
  {
    Row rows[4];
    const char *totals;
  } cases[] = {
    { { END }, "" },
    { { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, { "FRON", GLA_SIDE_BOTH, 0, 1050 }, END },
      "30.5 U ONA" },
    { { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, { "LCL", GLA_SIDE_LEFT, 1, 3000 },
        { "FRON", GLA_SIDE_BOTH, 0, 1000 }, END },
      "30 U ONA and 30 U ABO" },
    { { { "GLAB", GLA_SIDE_BOTH, 2, 2000 }, END }, "20 U of an unknown product" },
    { { { "GLAB", GLA_SIDE_BOTH, 0, 2000 }, { "FRON", GLA_SIDE_BOTH, 0, -1 }, END }, "? U ONA" },
    { { { NULL, GLA_SIDE_BOTH, 0, 2000 }, END }, "" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);

  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaTreatmentForm) form = make_form (cases[i].rows, G_N_ELEMENTS (cases[i].rows));
      g_autofree char *totals = gla_treatment_form_describe_totals (form, catalogue);

      g_assert_cmpstr (totals, ==, cases[i].totals);
    }
}

static void
test_treatment_draft (void)
{
  static const Row rows[] = {
    { "GLAB", GLA_SIDE_BOTH, 0, 2000 },
    { "LCL", GLA_SIDE_RIGHT, 1, -1 },
    { NULL, GLA_SIDE_MIDDLE, 2, 250 },
  };
  static const char *const broken[] = { NULL, "", "nonsense", "[treatment]\nversion=99\n",
                                        "[follow-up]\nversion=1\n" };
  g_autoptr (GlaTreatmentForm) form = make_form (rows, G_N_ELEMENTS (rows));
  g_autoptr (GlaTreatmentForm) back = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *again = NULL;

  form->precision = GLA_DAY_MONTH;
  form->injector = g_strdup ("someone");
  form->reason = GLA_VISIT_REASON_WORE_OFF;
  form->worn_off = gla_day_new (2026, 10, 1);
  form->worn_off_precision = GLA_DAY_ABOUT;
  form->deviation = g_strdup ("asked for;\nless = more");
  form->note = g_strdup (" [note] \"ü\"\t");
  form->consent = TRUE;
  gla_treatment_form_add_grade (form, "GLAB", GLA_GRADE_UNKNOWN, 3);
  draft = gla_treatment_form_to_draft (form);
  back = gla_treatment_form_from_draft (draft);
  g_assert_nonnull (back);
  again = gla_treatment_form_to_draft (back);
  g_assert_cmpstr (again, ==, draft);

  g_assert_cmpint (back->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpint (back->reason, ==, GLA_VISIT_REASON_WORE_OFF);
  g_assert_cmpint (back->worn_off, ==, form->worn_off);
  g_assert_cmpint (back->worn_off_precision, ==, GLA_DAY_ABOUT);
  g_assert_cmpstr (back->deviation, ==, form->deviation);
  g_assert_cmpstr (back->note, ==, form->note);
  g_assert_true (back->consent);
  g_assert_cmpuint (back->sources->len, ==, 3);
  g_assert_cmpuint (back->injections->len, ==, 3);
  g_assert_cmpint (((GlaFormInjection *) back->injections->pdata[1])->units, ==,
                   GLA_UNITS_UNKNOWN);
  g_assert_cmpint (((GlaFormInjection *) back->injections->pdata[2])->units, ==, 250);
  g_assert_null (((GlaFormInjection *) back->injections->pdata[2])->area);
  g_assert_cmpint (((GlaFormGrade *) back->grades->pdata[0])->at_rest, ==, GLA_GRADE_UNKNOWN);
  for (gsize i = 0; i < G_N_ELEMENTS (broken); i++)
    g_assert_null (gla_treatment_form_from_draft (broken[i]));
}

static void
test_make_records (void)
{
  static const Row rows[] = {
    { "GLAB", GLA_SIDE_BOTH, 0, 2000 },
    { NULL, GLA_SIDE_BOTH, 0, -1 },
    { "LCL", GLA_SIDE_LEFT, 1, 3000 },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);
  g_autoptr (GlaTreatmentForm) form = make_form (rows, G_N_ELEMENTS (rows));
  g_autoptr (GlaTreatment) treatment = NULL;
  g_autoptr (GPtrArray) injections = NULL;
  g_autoptr (GPtrArray) assessments = NULL;
  const GlaInjection *second;

  g_assert_no_error (error);
  form->consent = TRUE;
  gla_treatment_form_add_grade (form, "GLAB", GLA_GRADE_UNKNOWN, GLA_GRADE_UNKNOWN);
  gla_treatment_form_add_grade (form, "GLAB", 1, 3);
  treatment = gla_treatment_form_make_treatment (form, PATIENT, NULL);
  g_assert_cmpint (treatment->consent_day, ==, TODAY);
  injections = gla_treatment_form_make_injections (form);
  g_assert_cmpuint (injections->len, ==, 2);
  second = injections->pdata[1];
  g_assert_cmpstr (second->product, ==, "abo-p");
  g_assert_null (second->lot);
  g_assert_cmpint (second->position, ==, 1);
  g_assert_cmpint (second->units, ==, GLA_UNITS (30));
  assessments = gla_treatment_form_make_assessments (form, PATIENT, catalogue);
  g_assert_cmpuint (assessments->len, ==, 1);
  g_assert_cmpint (((const GlaAssessment *) assessments->pdata[0])->at_maximum, ==, 3);

  /* What the patient says needs a treatment that it can be about. */
  g_assert_null (gla_treatment_form_make_report (form, PATIENT, "before"));
  form->worn_off = gla_day_new (2026, 10, 1);
  g_assert_null (gla_treatment_form_make_report (form, PATIENT, NULL));
  {
    g_autoptr (GlaReport) report = gla_treatment_form_make_report (form, PATIENT, "before");

    g_assert_cmpint (report->kind, ==, GLA_REPORT_WORN_OFF);
    g_assert_cmpint (report->told_on, ==, TODAY);
    g_assert_null (report->area);
  }
}

/* Lots are those of a day and don't come along when a treatment is repeated. */
static void
test_repeat (void)
{
  g_autoptr (GlaPatient) patient = gla_patient_new (&(GlaPatient) {
    .id = PATIENT, .birth_day = GLA_DAY_NONE });
  g_autoptr (GlaHistory) history = gla_history_new (g_steal_pointer (&patient));
  g_autoptr (GlaTreatmentForm) repeat = gla_treatment_form_new (TODAY);
  g_autoptr (GlaTreatmentForm) amend = gla_treatment_form_new (TODAY);
  const GlaFormSource *source;

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "t", .patient = PATIENT, .day = gla_day_new (2026, 10, 12), .injector = "osei",
    .consent_day = GLA_DAY_NONE, .note = "note", .reason = GLA_VISIT_REASON_ROUTINE }));
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = "a", .treatment = "t", .area = "GLAB", .product = "ona", .lot = "C1",
    .units = GLA_UNITS (20), .points = 5, .depth = "dermal", .needle = "30 G" }));
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = "b", .treatment = "t", .area = "FRON", .product = "ona", .lot = "C2",
    .units = GLA_UNITS (10), .position = 1 }));
  gla_history_finish (history);

  g_assert_true (gla_treatment_form_fill (repeat, history, "t", TRUE));
  g_assert_cmpint (repeat->day, ==, TODAY);
  g_assert_null (repeat->note);
  g_assert_null (repeat->injector);
  g_assert_cmpuint (repeat->injections->len, ==, 2);
  g_assert_cmpstr (((GlaFormInjection *) repeat->injections->pdata[0])->depth, ==, "dermal");
  g_assert_cmpstr (((GlaFormInjection *) repeat->injections->pdata[0])->needle, ==, "30 G");
  g_assert_null (((GlaFormInjection *) repeat->injections->pdata[0])->technique);
  /* Two lots of one product are one source without its lot. */
  g_assert_cmpuint (repeat->sources->len, ==, 1);
  source = repeat->sources->pdata[0];
  g_assert_cmpstr (source->product, ==, "ona");
  g_assert_null (source->lot);

  g_assert_true (gla_treatment_form_fill (amend, history, "t", FALSE));
  g_assert_cmpint (amend->day, ==, gla_day_new (2026, 10, 12));
  g_assert_cmpstr (amend->note, ==, "note");
  g_assert_cmpuint (amend->sources->len, ==, 2);
  g_assert_cmpstr (((GlaFormSource *) amend->sources->pdata[1])->lot, ==, "C2");
  g_assert_cmpuint (((GlaFormInjection *) amend->injections->pdata[1])->source, ==, 1);
  g_assert_false (gla_treatment_form_fill (amend, history, "nobody", FALSE));
}

static GlaHistory *
make_history (void)
{
  GlaHistory *history = gla_history_new (gla_patient_new (&(GlaPatient) {
    .id = PATIENT, .birth_day = gla_day_new (1984, 3, 14) }));

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "first", .patient = PATIENT, .day = gla_day_new (2026, 4, 13),
    .consent_day = GLA_DAY_NONE }));
  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = "second", .patient = PATIENT, .day = gla_day_new (2026, 10, 12),
    .consent_day = GLA_DAY_NONE }));
  gla_history_finish (history);
  return history;
}

static void
test_follow_up (void)
{
  static const struct
  {
    const char *day;
    int grade;
    GlaFollowUpSaid said;
    const char *worn_off;
    const char *fault;
  } cases[] = {
    { "2026-11-23", 2, GLA_FOLLOW_UP_SAID_NOTHING, "", NULL },
    { "2026-11-23", -1, GLA_FOLLOW_UP_SAID_STILL_WORKING, "", NULL },
    { "2026-11-23", -1, GLA_FOLLOW_UP_SAID_NOTHING, "", "at least one grade" },
    { "2026-11-24", 2, GLA_FOLLOW_UP_SAID_NOTHING, "", "future" },
    { "", 2, GLA_FOLLOW_UP_SAID_NOTHING, "", "date" },
    { "2026-04-12", 2, GLA_FOLLOW_UP_SAID_NOTHING, "", "no treatment before" },
    { "2026-11-23", -1, GLA_FOLLOW_UP_SAID_WORN_OFF, "", "wore off" },
    { "2026-11-23", -1, GLA_FOLLOW_UP_SAID_WORN_OFF, "2026-04-01", "before the first" },
    { "2026-11-23", -1, GLA_FOLLOW_UP_SAID_WORN_OFF, "2026-11-01", NULL },
  };
  g_autoptr (GlaHistory) history = make_history ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaFollowUpForm) form = gla_follow_up_form_new (gla_day_from_iso (cases[i].day));
      g_autoptr (GlaFollowUpForm) back = NULL;
      g_autoptr (GPtrArray) reports = NULL;
      g_autoptr (GPtrArray) assessments = NULL;
      g_autofree char *fault = NULL;
      g_autofree char *draft = NULL;
      g_autofree char *again = NULL;

      gla_follow_up_form_add_grade (form, "GLAB", GLA_GRADE_UNKNOWN, cases[i].grade);
      form->said = cases[i].said;
      form->worn_off = gla_day_from_iso (cases[i].worn_off);
      form->note = g_strdup ("note");
      fault = gla_follow_up_form_find_fault (form, history, TODAY);
      if (cases[i].fault == NULL ? fault != NULL
                                 : fault == NULL || strstr (fault, cases[i].fault) == NULL)
        g_error ("case %" G_GSIZE_FORMAT ": “%s” instead of “%s”", i, fault, cases[i].fault);

      draft = gla_follow_up_form_to_draft (form);
      back = gla_follow_up_form_from_draft (draft);
      again = gla_follow_up_form_to_draft (back);
      g_assert_cmpstr (again, ==, draft);

      assessments = gla_follow_up_form_make_assessments (form, PATIENT, "osei", catalogue);
      reports = gla_follow_up_form_make_reports (form, PATIENT, "osei");
      g_assert_cmpuint (assessments->len, ==, cases[i].grade >= 0 ? 1 : 0);
      g_assert_cmpuint (reports->len, ==, cases[i].said != GLA_FOLLOW_UP_SAID_NOTHING ? 1 : 0);
      /* The note is kept once. */
      if (reports->len == 1)
        g_assert_cmpstr (((const GlaReport *) reports->pdata[0])->note, ==,
                         assessments->len == 0 ? "note" : NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/treatment-form/faults", test_faults);
  g_test_add_func ("/pages/treatment-form/totals", test_totals);
  g_test_add_func ("/pages/treatment-form/draft", test_treatment_draft);
  g_test_add_func ("/pages/treatment-form/records", test_make_records);
  g_test_add_func ("/pages/treatment-form/repeat", test_repeat);
  g_test_add_func ("/pages/treatment-form/follow-up", test_follow_up);
  return g_test_run ();
}

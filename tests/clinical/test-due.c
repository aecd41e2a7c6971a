/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What patients may be called about: windows at their boundary days. */

#include "config.h"

#include "gla-clinic-model.h"
#include "gla-due.h"
#include "gla-test-history.h"

typedef struct
{
  GlaCatalogue *catalogue;
  GlaClinicModel *model;
  GlaCycleSettings settings;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  fixture->model = gla_clinic_model_new (fixture->catalogue);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_clinic_model_unref (fixture->model);
  gla_catalogue_unref (fixture->catalogue);
}

typedef struct
{
  GlaCycles *cycles;
  GPtrArray *estimates;
  GPtrArray *dues;
} Patient;

static void
patient_clear (Patient *patient)
{
  g_clear_pointer (&patient->dues, g_ptr_array_unref);
  g_clear_pointer (&patient->estimates, g_ptr_array_unref);
  g_clear_pointer (&patient->cycles, gla_cycles_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Patient, patient_clear)

static Patient
look (Fixture    *fixture,
      const char *script,
      int         today)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (script);
  Patient patient = { gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                                      gla_test_history_day (today)) };

  patient.estimates = gla_estimates_new (patient.cycles, fixture->model, NULL);
  patient.dues = gla_dues_new (patient.cycles, patient.estimates, &fixture->settings);
  return patient;
}

/* The first of that reason, whether or not it is on. */
static const GlaDue *
find (const Patient *patient,
      GlaCallReason  reason)
{
  for (guint i = 0; i < patient->dues->len; i++)
    {
      const GlaDue *due = patient->dues->pdata[i];

      if (due->reason == reason)
        return due;
    }
  return NULL;
}

typedef struct
{
  const char *script;
  int today;
  gboolean is_due;
} ReviewCase;

static const ReviewCase reviews[] = {
  { "t 0 A GLAB ona 20", 13, FALSE },
  { "t 0 A GLAB ona 20", 14, TRUE },
  { "t 0 A GLAB ona 20", 42, TRUE },
  { "t 0 A GLAB ona 20", 43, FALSE },
  /* A grade outside of the window is no review, the first one inside is. */
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 13 GLAB 1", 20, TRUE },
  { "t 0 A GLAB ona 20; g 0 GLAB 3; g 14 GLAB 1", 20, FALSE },
  { "t 0 A GLAB ona 20; g 14 FRON 1", 20, TRUE },
  /* What the patient says is no grade. */
  { "t 0 A GLAB ona 20; s 20", 25, TRUE },
  /* Treated again: nothing is left to be seen of it. */
  { "t 0 A GLAB ona 20; t 30 B GLAB abo-p 50", 35, FALSE },
  { "t 0 A GLAB ona 20; x 20 GLAB ona 20", 25, FALSE },
  /* A touch-up belongs to its cycle. */
  { "t 0 A GLAB ona 20; t 15 B GLAB ona 5", 20, TRUE },
  { "t 0~ A GLAB ona 20", 20, TRUE },
  { "t 14m A GLAB ona 20", 40, FALSE },
};

static void
test_reviews (Fixture       *fixture,
              gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (reviews); i++)
    {
      g_auto (Patient) patient = look (fixture, reviews[i].script, reviews[i].today);
      const GlaDue *due = find (&patient, GLA_CALL_REVIEW);

      g_test_message ("%s on day %d", reviews[i].script, reviews[i].today);
      g_assert_true ((due != NULL && gla_due_is_on (due, gla_test_history_day (reviews[i].today)))
                     == reviews[i].is_due);
    }
}

/* Looked at early, it holds later: nothing has to be worked out again for another day. */
static void
test_holds (Fixture       *fixture,
            gconstpointer  data)
{
  g_auto (Patient) patient = look (fixture, "t 0 A GLAB ona 20; t 0 A FRON ona 10", 1);
  const GlaDue *review = find (&patient, GLA_CALL_REVIEW);
  const GlaDue *ending = find (&patient, GLA_CALL_ENDING);

  g_assert_cmpuint (patient.dues->len, ==, 2);
  g_assert_cmpint (review->first, ==, gla_test_history_day (14));
  g_assert_cmpint (review->last, ==, gla_test_history_day (42));
  g_assert_cmpuint (review->areas->len, ==, 2);
  g_assert_cmpstr (review->treatment->id, ==, "A");
  g_assert_cmpuint (ending->areas->len, ==, 2);
  g_assert_false (gla_due_is_on (ending, ending->first - 1));
  g_assert_true (gla_due_is_on (ending, ending->first));
  g_assert_true (gla_due_is_on (ending, ending->last));
  g_assert_false (gla_due_is_on (ending, ending->last + 1));
}

/* Never before the label's interval, however short the patient's own effects are. */
static void
test_label (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const scripts[] = {
    "t 400 C GLAB ona 20; g 420 GLAB 1",
    "t 0 A GLAB ona 20; g 0 GLAB 3; g 20 GLAB 1; g 45 GLAB 3;"
    " t 200 B GLAB ona 20; g 200 GLAB 3; g 220 GLAB 1; g 245 GLAB 3;"
    " t 400 C GLAB ona 20; g 400 GLAB 3; g 420 GLAB 1",
    "t 400 C GLAB - -; g 420 GLAB 1",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_auto (Patient) patient = look (fixture, scripts[i], 430);
      const GlaDue *due = find (&patient, GLA_CALL_ENDING);
      const GlaCycle *cycle = gla_cycles_find (patient.cycles, "C", "GLAB");

      g_assert_nonnull (due);
      g_assert_cmpint (due->first, >=, gla_test_history_day (400 + 84));
      if (cycle->label_end != GLA_DAY_NONE)
        g_assert_cmpint (due->first, >=, cycle->label_end);
      g_assert_cmpint (due->last, >=, due->first + GLA_DUE_LEAST_DAYS);
    }
  {
    /* The short effects of the second script end before the label allows a treatment. */
    g_auto (Patient) patient = look (fixture, scripts[1], 430);
    const GlaDue *due = find (&patient, GLA_CALL_ENDING);
    const GlaEstimate *estimate = patient.estimates->pdata[0];

    g_assert_cmpint (estimate->days[GLA_ESTIMATE_10], <, estimate->earliest_treatment);
    g_assert_cmpint (due->first, ==, estimate->earliest_treatment);
    g_assert_cmpuint (due->n_own, ==, 2);
  }
}

/* Sorted by the earliest loss; the fewest of the areas says what the row rests on. */
static void
test_own (Fixture       *fixture,
          gconstpointer  data)
{
  const char *script = "t 0 A GLAB ona 20; g 0 GLAB 3; g 120 GLAB 1; g 180 GLAB 3;"
                       " t 300 B GLAB ona 20; g 300 GLAB 3; g 330 GLAB 1; t 300 B FRON ona 10";
  g_auto (Patient) patient = look (fixture, script, 340);
  const GlaDue *due = find (&patient, GLA_CALL_ENDING);
  const GlaDueArea *first = &g_array_index (due->areas, GlaDueArea, 0);
  const GlaDueArea *second = &g_array_index (due->areas, GlaDueArea, 1);

  g_assert_cmpuint (due->areas->len, ==, 2);
  g_assert_cmpint (first->first, <=, second->first);
  g_assert_cmpint (due->first, ==, first->first);
  g_assert_cmpint (due->last, ==, MAX (first->last, second->last));
  g_assert_cmpuint (first->n_own + second->n_own, ==, 1);
  g_assert_cmpuint (due->n_own, ==, 0);
  /* The forehead, of which there is no history, has the usual range. */
  g_assert_cmpstr (first->n_own == 0 ? first->area : second->area, ==, "FRON");
}

static void
test_left_out (Fixture       *fixture,
               gconstpointer  data)
{
  static const struct
  {
    const char *script;
    int today;
  } cases[] = {
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 20 GLAB 1; g 100 GLAB 3", 101 }, /* ended */
    { "t 0 A GLAB ona 20; g 0 GLAB 3; g 20 GLAB 3", 90 },                /* never worked */
    { "t 0 A GLAB ona 20", 401 },                                       /* beyond the horizon */
    { "t 0 A GLAB ona 20; x 60 GLAB ona 20", 90 },                       /* treated elsewhere */
    { "t 15m A GLAB ona 20", 100 },                                     /* some day of a month */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Patient) patient = look (fixture, cases[i].script, cases[i].today);

      g_test_message ("%s on day %d", cases[i].script, cases[i].today);
      g_assert_null (find (&patient, GLA_CALL_ENDING));
    }
}

#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/clinical/due/reviews", test_reviews);
  TEST ("/clinical/due/holds", test_holds);
  TEST ("/clinical/due/label", test_label);
  TEST ("/clinical/due/own", test_own);
  TEST ("/clinical/due/left-out", test_left_out);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-confirm.h"
#include "gla-record-data.h"
#include "gla-record-page.h"
#include "gla-setting.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#define PATIENT "44444444-4444-4444-8444-444444444444"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
  GlaRecordPage *page;
  GlaRecordData *data;
} Fixture;

static void
loaded_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Fixture *fixture = user_data;
  g_autoptr (GError) error = NULL;

  fixture->data = gla_record_data_load_finish (fixture->record->context, result, &error);
  g_assert_no_error (error);
}

static gboolean
has_data (gpointer data)
{
  return ((Fixture *) data)->data != NULL;
}

/* What the page is to show now. */
static const GlaShortening *
load (Fixture *fixture)
{
  g_clear_pointer (&fixture->data, gla_record_data_unref);
  gla_record_data_load_async (fixture->record->context, PATIENT, NULL, loaded_cb,
                              fixture);
  g_assert_true (gla_test_wait (has_data, fixture, GLA_TEST_PATIENCE));
  return fixture->data->shortening;
}

/* Grades of one treatment: seen on day 14 and two weeks before @days, gone on that day. */
static void
add_treatment (GlaStore *store,
               GlaDay    day,
               int       days,
               gboolean  runs)
{
  const int grades[][2] = { { 0, 3 }, { 14, 1 }, { days - 14, 1 }, { days, 3 } };
  GlaTreatment fields = { .patient = PATIENT, .day = day };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .lot = "C4102B1",
                             .units = GLA_UNITS (20), .points = 5 };
  g_autoptr (GlaTreatment) treatment = gla_treatment_new (&fields);
  g_autoptr (GPtrArray) injections
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GPtrArray) assessments
    = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_assessment_unref);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (injections, gla_injection_new (&injection));
  for (gsize i = 0; i < (runs ? 2 : G_N_ELEMENTS (grades)); i++)
    {
      GlaAssessment grade = { .patient = PATIENT, .area = "GLAB", .day = day + grades[i][0],
                              .scale = "fws", .at_rest = GLA_GRADE_UNKNOWN,
                              .at_maximum = grades[i][1] };

      g_ptr_array_add (assessments, gla_assessment_new (&grade));
    }
  g_assert_true (gla_store_add_treatment (store, treatment, injections, NULL, NULL, &error));
  g_assert_true (gla_store_add_follow_up (store, assessments, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* Five treatments that lasted four months, then four that lasted two, and one that runs. */
static void
add_patient (GlaStore *store)
{
  GlaPatient fields = { .id = PATIENT, .number = "000190", .family_name = "Short",
                        .given_name = "Ann", .birth_day = gla_day_new (1980, 5, 6) };
  GlaDay day = gla_day_new (2023, 1, 9);
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_add_patient (store, &fields, NULL, &error));
  for (int i = 0; i < 9; i++)
    {
      add_treatment (store, day, i < 5 ? 120 + 3 * i : 60 - 3 * (i - 5), FALSE);
      day += i < 5 ? 160 : 100;
    }
  add_treatment (store, gla_day_new (2026, 10, 5), 0, TRUE);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  fixture->record = gla_test_record_new ();
  store = gla_store_open (fixture->record->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (gla_store_put_setting (store, GLA_SETTING_AUTHOR,
                                        "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa", &error));
  add_patient (store);
  fixture->page = GLA_RECORD_PAGE (gla_record_page_new (fixture->record->context));
  fixture->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 1100, "default-height", 700,
                                  "content", fixture->page, NULL);
  gla_test_present (fixture->window);
  gla_record_page_set_patient (fixture->page, PATIENT);
  gla_test_await_text (GTK_WIDGET (fixture->page), "Short, Ann");
}

static gboolean
is_gone (gpointer data)
{
  return *(gpointer *) data == NULL;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  GlaRecordPage *page = fixture->page;

  g_clear_pointer (&fixture->data, gla_record_data_unref);
  g_object_add_weak_pointer (G_OBJECT (page), (gpointer *) &page);
  gla_test_destroy (fixture->window);
  g_assert_true (gla_test_wait (is_gone, &page, GLA_TEST_PATIENCE));
  g_settings_reset (gla_context_get_settings (fixture->record->context), "timeline-estimates");
  gla_test_record_free (fixture->record);
}

/* The text is still there after a while, or still not. */
typedef struct
{
  GtkWidget *root;
  const char *text;
  gboolean wanted;
} Text;

static gboolean
is_as_wanted (gpointer data)
{
  const Text *text = data;

  return gla_test_has_text (text->root, text->text) == text->wanted;
}

static void
await (Fixture    *fixture,
       const char *text,
       gboolean    wanted)
{
  Text sought = { GTK_WIDGET (fixture->page), text, wanted };

  if (!gla_test_wait (is_as_wanted, &sought, GLA_TEST_PATIENCE))
    g_error ("%s: \"%s\" in %s", wanted ? "missing" : "still there", text,
             gla_test_dup_text (GTK_WIDGET (fixture->page)));
}

/* The sentences of statistics, 7.1, in the header and with the treatment; off and on again. */
static void
test_estimates (Fixture       *fixture,
                gconstpointer  data)
{
  GSettings *settings = gla_context_get_settings (fixture->record->context);
  g_autofree char *band = NULL, *basis = NULL;
  const GlaEstimate *estimate;

  load (fixture);
  g_assert_cmpuint (fixture->data->estimates->len, >, 0);
  estimate = g_ptr_array_index (fixture->data->estimates, 0);
  band = gla_estimate_describe_band (estimate);
  basis = gla_estimate_describe_basis (estimate);
  await (fixture, band, TRUE);
  await (fixture, basis, TRUE);
  g_assert_cmpuint (fixture->data->usual->len, ==, fixture->data->cycles->cycles->len);

  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.estimates", NULL);
  await (fixture, band, FALSE);
  await (fixture, "estimate: ", FALSE);
  g_assert_false (g_settings_get_boolean (settings, "timeline-estimates"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "record.estimates", NULL);
  await (fixture, band, TRUE);
  gla_test_assert_named (GTK_WIDGET (fixture->page));
}

/* Notice, dismissal with a reason, and what is kept of it. */
static void
test_dismiss (Fixture       *fixture,
              gconstpointer  data)
{
  const GlaShortening *shortening = load (fixture);
  g_autofree char *text = gla_shortening_describe (shortening);
  g_autoptr (GlaNotice) notice = NULL;
  g_autoptr (GPtrArray) audit = NULL;
  g_autoptr (GError) error = NULL;
  GlaStore *reader = gla_context_get_reader (fixture->record->context);
  const GlaAuditEntry *entry;
  double p20 = shortening->detection.p20;
  GtkWindow *question;

  g_assert_cmpint (shortening->tier, !=, GLA_DETECTOR_OK);
  await (fixture, text, TRUE);
  await (fixture, "What may have changed", TRUE);
  gla_test_assert_named (GTK_WIDGET (fixture->page));
  gla_test_screenshot (GTK_WIDGET (fixture->page), "notice");
  gtk_widget_activate_action (gla_test_find (GTK_WIDGET (fixture->page), "Dismiss…"),
                              "outlook.dismiss", NULL);
  question = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_focus (question);
  gla_test_type ("lower dose on purpose");
  gla_test_press (GTK_WIDGET (question), "Dismiss");
  await (fixture, text, FALSE);
  await (fixture, "Effect may be getting shorter", FALSE);
  await (fixture, "Effect has probably become shorter", FALSE);
  gtk_expander_set_expanded (GTK_EXPANDER (gla_test_find_type (GTK_WIDGET (fixture->page),
                                                               GTK_TYPE_EXPANDER)), TRUE);
  await (fixture, "Dismissed the notice of shorter effects", TRUE);

  notice = gla_store_get_notice (reader, PATIENT, GLA_NOTICE_SHORTENING, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (notice->reason, ==, "lower dose on purpose");
  g_assert_cmpint (notice->dismissed_on, ==, gla_day_new (2026, 11, 23));
  g_assert_cmpfloat_with_epsilon (notice->dismissed_at, p20, 1e-6);
  audit = gla_store_list_audit (reader, PATIENT, 1, &error);
  entry = g_ptr_array_index (audit, 0);
  g_assert_cmpstr (entry->action, ==, "dismiss");
  g_assert_cmpstr (entry->reason, ==, "lower dose on purpose");
  g_assert_cmpstr (entry->staff, ==, "Dr A. Osei");
  g_assert_true (load (fixture)->is_dismissed);
}

static gpointer
dismiss_at (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  gla_store_dismiss_notice (store, PATIENT, GLA_NOTICE_SHORTENING,
                            gla_day_new (2026, 11, 1), *(double *) data, "looked at", error);
  return NULL;
}

/* It comes back when it has become more probable by 0.2, and no sooner. */
static void
test_reopen (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct
  {
    double rise;
    gboolean is_shown;
  } cases[] = { { 0.0, FALSE }, { 0.1, FALSE }, { 0.19, FALSE }, { 0.21, TRUE }, { 0.5, TRUE } };
  double p20 = load (fixture)->detection.p20;

  g_assert_cmpfloat (p20, >=, 0.5);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaNotice) notice = NULL;
      double before = p20 - cases[i].rise;

      gla_store_worker_run_async (gla_context_get_worker (fixture->record->context), dismiss_at,
                                  &before, NULL, NULL, NULL, NULL, NULL);
      g_assert_cmpint (load (fixture)->tier != GLA_DETECTOR_OK, ==, cases[i].is_shown);
      g_assert_cmpint (fixture->data->shortening->is_dismissed, ==, !cases[i].is_shown);
      await (fixture, "What may have changed", cases[i].is_shown);
      notice = gla_store_get_notice (gla_context_get_reader (fixture->record->context),
                                     PATIENT, GLA_NOTICE_SHORTENING, NULL);
      g_assert_cmpint (notice->raised > 0, ==, cases[i].is_shown);
    }
}

static gpointer
want_none (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gla_store_put_setting (store, GLA_SETTING_NOTICES, "no", error);
  return NULL;
}

/* A clinic that does not want notices has none, and estimates that rest on all of the history. */
static void
test_unwanted (Fixture       *fixture,
               gconstpointer  data)
{
  await (fixture, "What may have changed", TRUE);
  gla_store_worker_run_async (gla_context_get_worker (fixture->record->context), want_none, NULL,
                              NULL, NULL, NULL, NULL, NULL);
  await (fixture, "What may have changed", FALSE);
  await (fixture, "Effect may be getting shorter", FALSE);
  await (fixture, "Effect has probably become shorter", FALSE);
  g_assert_null (load (fixture));
  for (guint i = 0; i < fixture->data->estimates->len; i++)
    g_assert_cmpint (((GlaEstimate *) fixture->data->estimates->pdata[i])->since, ==,
                     GLA_DAY_NONE);
}

#define ADD(name, func) \
  g_test_add ("/record-outlook/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

  ADD ("estimates", test_estimates);
  ADD ("dismiss", test_dismiss);
  ADD ("reopen", test_reopen);
  ADD ("unwanted", test_unwanted);

  return g_test_run ();
}

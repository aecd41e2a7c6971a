/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-outlook-cache.h"
#include "gla-outlook.h"
#include "gla-store-constant.h"
#include "gla-store-notice.h"
#include "gla-survey.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"

#include <string.h>

static void
count_cb (int *count)
{
  (*count)++;
}

static gboolean
is_counted (gpointer data)
{
  return *(int *) data > 0;
}

static void
wait_for (gpointer    object,
          const char *signal)
{
  int count = 0;
  gulong handler = g_signal_connect_swapped (object, signal, G_CALLBACK (count_cb), &count);

  g_assert_true (gla_test_wait (is_counted, &count, GLA_TEST_PATIENCE));
  g_signal_handler_disconnect (object, handler);
}

static guint
get_n_patients (GlaOutlook *outlook)
{
  GlaExpectation expected;

  gla_clinic_model_expect (gla_outlook_get_model (outlook), "ONA", "GLAB", &expected);
  return expected.n_patients;
}

/* The table at first; then the clinic's own records; the next time at once. */
static void
test_fit (void)
{
  GlaTestRecord *record = gla_test_record_new ();
  GlaOutlook *outlook = gla_context_get_outlook (record->context);
  const GlaCompleteness *found;
  g_autofree char *path = g_strdup (gla_context_get_path (record->context));
  g_autofree char *cached = NULL;
  g_autoptr (GlaContext) again = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (get_n_patients (outlook), ==, 0);
  g_assert_null (gla_outlook_get_completeness (outlook));
  g_assert_cmpfloat (gla_outlook_get_progress (outlook), <, 0);

  gla_outlook_refresh (outlook);
  g_assert_cmpfloat (gla_outlook_get_progress (outlook), >=, 0);
  wait_for (outlook, "changed");
  g_assert_cmpuint (get_n_patients (outlook), >, 0);
  found = gla_outlook_get_completeness (outlook);
  g_assert_nonnull (found);
  g_assert_cmpuint (found->n_patients, >, 0);
  g_assert_cmpuint (found->visits, >, 0);
  g_assert_cmpuint (found->visits_with_reason, <=, found->visits);
  g_assert_cmpuint (found->finished_told, <=, found->finished);
  g_assert_cmpuint (found->follow_up.reviewed, <=, found->follow_up.due);

  /* Written through the worker, which tells that the file changed. */
  wait_for (record->context, "changed");
  again = gla_context_new (path, GLA_STORE_DEFAULT, gla_context_get_today (record->context),
                           &error);
  g_assert_no_error (error);
  g_assert_cmpuint (get_n_patients (gla_context_get_outlook (again)), ==, get_n_patients (outlook));
  gla_context_close (again);
  gla_test_record_free (record);
}

static gpointer
spoil (GlaStore      *store,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  gla_outlook_cache_write (store, data, error);
  return NULL;
}

/* What is not understood is worked out anew, and is no fault. */
static void
test_spoilt (void)
{
  static const char *const values[] = {
    "", "nonsense", "(int64 1, 'nonsense', [])", "(1, '', @a(ssu) [])",
    "(int64 -5, '(1, 2)', [('ona', 'L', uint32 9)])",
  };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      GlaTestRecord *record = gla_test_record_new ();

      gla_store_worker_run_async (gla_context_get_worker (record->context), spoil,
                                  (gpointer) values[i], NULL, NULL, NULL, NULL, NULL);
      wait_for (record->context, "changed");
      g_assert_cmpuint (get_n_patients (gla_context_get_outlook (record->context)), ==, 0);
      gla_test_record_free (record);
    }
}

/* A look at all records after one that found @known_rows of them by @known_basis. */
static GlaSurvey *
look (GlaTestRecord  *record,
      gint64          known_rows,
      const char     *known_basis,
      int             symptom_window)
{
  GlaSurvey *survey = g_new0 (GlaSurvey, 1);
  g_autoptr (GError) error = NULL;

  survey->path = g_strdup (gla_context_get_path (record->context));
  survey->catalogue = gla_catalogue_ref (gla_context_get_catalogue (record->context));
  survey->settings = *gla_context_get_cycle_settings (record->context);
  survey->settings.symptom_window = symptom_window;
  survey->today = gla_context_get_today (record->context);
  survey->known
      = gla_clinic_model_ref (gla_outlook_get_model (gla_context_get_outlook (record->context)));
  survey->known_rows = known_rows;
  survey->known_basis = g_strdup (known_basis);
  survey->cancellable = g_cancellable_new ();
  g_assert_true (gla_survey_run (survey, &error));
  g_assert_no_error (error);
  return survey;
}

static gpointer
change_rule (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  gla_store_put_constant (store, "symptom_window", 20, 20, NULL, error);
  return NULL;
}

/* As many records as before, but by another house rule: all are looked at, and fitted, anew. */
static void
test_rules (void)
{
  GlaTestRecord *record = gla_test_record_new ();
  GlaOutlook *outlook = gla_context_get_outlook (record->context);
  g_autoptr (GlaSurvey) first = NULL, same = NULL, other = NULL;

  gla_outlook_refresh (outlook);
  wait_for (outlook, "changed");
  g_assert_true (gla_outlook_is_current (outlook));
  /* What it found is kept in the file. */
  wait_for (record->context, "changed");

  first = look (record, -1, NULL, 45);
  g_assert_true (first->was_needed);
  same = look (record, first->rows, first->basis, 45);
  g_assert_false (same->was_needed);
  other = look (record, first->rows, first->basis, 20);
  g_assert_cmpstr (other->basis, !=, first->basis);
  g_assert_true (other->was_needed);
  g_assert_nonnull (other->model);

  gla_store_worker_run_async (gla_context_get_worker (record->context), change_rule, NULL, NULL,
                              NULL, NULL, NULL, NULL);
  wait_for (record->context, "changed");
  g_assert_cmpint (gla_context_get_cycle_settings (record->context)->symptom_window, ==, 20);
  g_assert_false (gla_outlook_is_current (outlook));
  gla_outlook_refresh (outlook);
  wait_for (outlook, "changed");
  g_assert_true (gla_outlook_is_current (outlook));
  gla_test_record_free (record);
}

static gboolean
is_idle (gpointer data)
{
  return gla_outlook_get_progress (data) < 0;
}

/* Stopped, or closed, in the midst of it. */
static void
test_stop (void)
{
  GlaTestRecord *record = gla_test_record_new ();
  GlaOutlook *outlook = gla_context_get_outlook (record->context);

  gla_outlook_refresh (outlook);
  gla_outlook_cancel (outlook);
  g_assert_true (gla_test_wait (is_idle, outlook, GLA_TEST_PATIENCE));
  g_object_ref (outlook);
  gla_outlook_refresh (outlook);
  gla_context_close (record->context);
  g_assert_cmpfloat (gla_outlook_get_progress (outlook), <, 0);
  gla_outlook_refresh (outlook);
  g_assert_cmpfloat (gla_outlook_get_progress (outlook), <, 0);
  g_assert_nonnull (gla_outlook_get_model (outlook));
  g_object_unref (outlook);
  gla_test_record_free (record);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

  g_test_add_func ("/outlook/fit", test_fit);
  g_test_add_func ("/outlook/spoilt", test_spoilt);
  g_test_add_func ("/outlook/rules", test_rules);
  g_test_add_func ("/outlook/stop", test_stop);

  return g_test_run ();
}

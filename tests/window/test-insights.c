/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place Insights in the whole window: from a figure to the patient behind it. */

#include "config.h"

#include "gla-window.h"

#include "gla-application.h"
#include "gla-cycles-window.h"
#include "gla-insights-page.h"
#include "gla-sample-write.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#define TODAY gla_day_new (2026, 6, 30)
#define N_PATIENTS 300

static GtkApplication *application;

typedef struct
{
  char *folder;
  char *path;
  GlaWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GSettings) settings = g_settings_new (GLA_APPLICATION_ID);
  g_autoptr (GError) error = NULL;

  g_settings_reset (settings, "place");
  fixture->folder = gla_test_dup_folder ();
  fixture->path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  gla_sample_write (fixture->path, 1, N_PATIENTS, TODAY, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->window = gla_window_new (application, TODAY);
  gla_window_open (fixture->window, fixture->path, TRUE);
  gla_test_present (GTK_WINDOW (fixture->window));
  gla_test_focus (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (GTK_WINDOW (fixture->window));
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
has_patient (gpointer data)
{
  Fixture *fixture = data;

  return gla_patients_page_get_patient (gla_window_get_patients (fixture->window)) != NULL;
}

static GlaInsightsPage *
get_page (Fixture *fixture)
{
  return GLA_INSIGHTS_PAGE (gla_test_find_type (GTK_WIDGET (fixture->window),
                                                GLA_TYPE_INSIGHTS_PAGE));
}

static gboolean
is_full (gpointer data)
{
  GlaInsightsPage *page = get_page (data);
  const GlaInsightResult *result = page != NULL ? gla_insights_page_get_result (page) : NULL;

  return result != NULL && result->is_full;
}

/* One key to the figures, a number to its treated areas, one of those to the patient. */
static void
test_to_patient (Fixture       *fixture,
                 gconstpointer  data)
{
  const GlaInsightResult *result;
  g_autofree char *name = NULL;
  GtkWindow *window;
  GtkWidget *view;

  g_assert_null (get_page (fixture));
  gla_test_key ("<Control>4");
  g_assert_true (gla_test_wait (is_full, fixture, 6 * GLA_TEST_PATIENCE));
  gla_test_await_text (GTK_WIDGET (fixture->window), "Half of the treatments lasted longer than");
  gla_test_screenshot (GTK_WIDGET (fixture->window), "window-insights");

  result = gla_insights_page_get_result (get_page (fixture));
  name = g_strdup_printf ("%s: Treated areas, %s",
                          gla_insight_sheet_get_cell (result->sheet, 0, 1)->text,
                          gla_insight_sheet_get_cell (result->sheet, 0, 0)->text);
  gla_test_press (GTK_WIDGET (fixture->window), name);
  window = gla_test_await_window (GLA_TYPE_CYCLES_WINDOW);
  gla_test_frames (GTK_WIDGET (window), 2);
  view = gla_test_find_type (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_true (gla_test_wait (has_patient, fixture, GLA_TEST_PATIENCE));
  g_assert_null (get_page (fixture));
  gtk_window_close (window);
}

/* Closed while the records are read: the file is let go of, and nothing is left. */
static void
test_closed (Fixture       *fixture,
             gconstpointer  data)
{
  gla_test_key ("<Control>4");
  gla_test_await (GTK_WIDGET (fixture->window), "Reading the records");
}

int
main (int    argc,
      char **argv)
{
  int result;

  gla_test_ui_init (&argc, &argv);
  application = GTK_APPLICATION (gla_application_new (NULL));
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add ("/window/insights/to-patient", Fixture, NULL, set_up, test_to_patient, tear_down);
  g_test_add ("/window/insights/closed", Fixture, NULL, set_up, test_closed, tear_down);

  result = g_test_run ();
  g_object_unref (application);
  return result;
}

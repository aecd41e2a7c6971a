/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The place of figures, over a made-up clinic in a real window. */

#include "config.h"

#include "gla-cycles-window.h"
#include "gla-insight-chart.h"
#include "gla-insights-page.h"
#include "gla-sample-write.h"
#include "gla-setting.h"
#include "gla-store-today.h"
#include "gla-store-write.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <string.h>

#define TODAY gla_day_new (2026, 6, 30)
#define N_PATIENTS 400

typedef struct
{
  char *folder;
  GlaContext *context;
  GlaInsightsPage *page;
  GtkWindow *window;
} Fixture;

static void
open_clinic (Fixture *fixture,
             int      n_patients)
{
  g_autofree char *path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;

  gla_sample_write (path, 1, n_patients, TODAY, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  fixture->context = gla_context_new (path, GLA_STORE_DEFAULT, TODAY, &error);
  g_assert_no_error (error);
}

static void
show_page (Fixture *fixture)
{
  fixture->page = GLA_INSIGHTS_PAGE (gla_insights_page_new (fixture->context));
  fixture->window = GTK_WINDOW (adw_window_new ());
  gtk_window_set_default_size (fixture->window, 1300, 720);
  adw_window_set_content (ADW_WINDOW (fixture->window), GTK_WIDGET (fixture->page));
  gla_test_present (fixture->window);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->folder = gla_test_dup_folder ();
  open_clinic (fixture, GPOINTER_TO_INT (data));
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->page != NULL)
    gla_insights_page_close (fixture->page);
  if (fixture->window != NULL)
    gla_test_destroy (fixture->window);
  gla_context_close (fixture->context);
  g_object_unref (fixture->context);
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
}

static gboolean
is_full (gpointer data)
{
  const GlaInsightResult *result = gla_insights_page_get_result (((Fixture *) data)->page);

  return result != NULL && result->is_full;
}

static void
await_figures (Fixture *fixture)
{
  g_assert_true (gla_test_wait (is_full, fixture, 6 * GLA_TEST_PATIENCE));
}

typedef struct
{
  Fixture *fixture;
  GlaInsightView view;
} Wanted;

static gboolean
is_view (gpointer data)
{
  const Wanted *wanted = data;
  const GlaInsightResult *result = gla_insights_page_get_result (wanted->fixture->page);

  return result != NULL && result->is_full && result->sheet->question.view == wanted->view;
}

/* The first of the choices. */
static void
choose_view (Fixture        *fixture,
             GlaInsightView  view)
{
  Wanted wanted = { fixture, view };
  GtkWidget *choice = gla_test_find_type (GTK_WIDGET (fixture->page), GTK_TYPE_DROP_DOWN);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), view);
  g_assert_true (gla_test_wait (is_view, &wanted, 6 * GLA_TEST_PATIENCE));
}

/* The sentence, the chart and the table say the same; every view has its rows. */
static void
test_figures (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct
  {
    GlaInsightView view;
    const char *words;
    const char *picture;
  } views[] = {
    { GLA_INSIGHT_RESPONSE, "BOTOX Cosmetic", "insights-response" },
    { GLA_INSIGHT_LOTS, "ONA-022", "insights-lots" },
    { GLA_INSIGHT_INJECTORS, "N. Fournier", "insights-injectors" },
    { GLA_INSIGHT_MONTHS, "Jun 2026", "insights-months" },
  };
  GtkWidget *chart;

  show_page (fixture);
  await_figures (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->page), "Half of the treatments lasted longer than");
  gla_test_await_text (GTK_WIDGET (fixture->page), "Reviewed on day 14 to 42: ");
  gla_test_await_text (GTK_WIDGET (fixture->page), "BOTOX Cosmetic");
  gla_test_frames (GTK_WIDGET (fixture->page), 2);
  chart = gla_test_find_type (GTK_WIDGET (fixture->page), GLA_TYPE_INSIGHT_CHART);
  g_assert_nonnull (gla_insight_chart_get_chart (GLA_INSIGHT_CHART (chart)));
  gla_test_assert_named (GTK_WIDGET (fixture->page));
  gla_test_screenshot (GTK_WIDGET (fixture->window), "insights-durations");

  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      choose_view (fixture, views[i].view);
      gla_test_await_text (GTK_WIDGET (fixture->page), views[i].words);
      gla_test_frames (GTK_WIDGET (fixture->page), 2);
      gla_test_assert_named (GTK_WIDGET (fixture->page));
      gla_test_screenshot (GTK_WIDGET (fixture->window), views[i].picture);
    }
}

static void
take_patient_cb (char      **patient,
                 const char *id)
{
  g_free (*patient);
  *patient = g_strdup (id);
}

/* A number opens as many treated areas as it says, and one of them its patient. */
static void
test_cycles (Fixture       *fixture,
             gconstpointer  data)
{
  const GlaInsightResult *result;
  g_autofree char *patient = NULL;
  g_autofree char *name = NULL;
  GtkWindow *window;
  GtkWidget *view;

  show_page (fixture);
  await_figures (fixture);
  result = gla_insights_page_get_result (fixture->page);
  name = g_strdup_printf ("%s: Treated areas, %s",
                          gla_insight_sheet_get_cell (result->sheet, 0, 1)->text,
                          gla_insight_sheet_get_cell (result->sheet, 0, 0)->text);
  gla_test_press (GTK_WIDGET (fixture->page), name);
  window = gla_test_await_window (GLA_TYPE_CYCLES_WINDOW);
  gla_test_frames (GTK_WIDGET (window), 2);
  g_assert_cmpuint (gla_cycles_window_get_n_rows (GLA_CYCLES_WINDOW (window)), ==,
                    g_ascii_strtoull (gla_insight_cell_get_data (
                                        gla_insight_sheet_get_cell (result->sheet, 0, 1)), NULL,
                                      10));
  gla_test_assert_named (GTK_WIDGET (window));
  gla_test_screenshot (GTK_WIDGET (window), "insights-cycles");
  g_signal_connect_swapped (fixture->page, "open-patient", G_CALLBACK (take_patient_cb), &patient);
  view = gla_test_find_type (GTK_WIDGET (window), GTK_TYPE_COLUMN_VIEW);
  g_signal_emit_by_name (view, "activate", 0);
  g_assert_nonnull (patient);
  g_assert_cmpuint (strlen (patient), ==, 36);
  gtk_window_close (window);
}

static gboolean
has_curve_row (gpointer data)
{
  const GlaInsightResult *result = gla_insights_page_get_result (((Fixture *) data)->page);

  return result != NULL && result->is_full && result->curve_row == 1;
}

static gboolean
has_all (gpointer data)
{
  const GlaInsightResult *result = gla_insights_page_get_result (((Fixture *) data)->page);

  return result != NULL && result->is_full && result->curve_row < 0;
}

/* A row of the table makes the curve its own; all come back by one button. */
static void
test_row (Fixture       *fixture,
          gconstpointer  data)
{
  const GlaInsightResult *result;
  const GlaInsightRow *row;
  GlaInsightCounts counts;
  GtkWidget *view;

  show_page (fixture);
  await_figures (fixture);
  view = gla_test_find_type (GTK_WIDGET (fixture->page), GTK_TYPE_COLUMN_VIEW);
  g_signal_emit_by_name (view, "activate", 1);
  g_assert_true (gla_test_wait (has_curve_row, fixture, GLA_TEST_PATIENCE));
  result = gla_insights_page_get_result (fixture->page);
  row = g_ptr_array_index (result->sheet->rows, 1);
  gla_insight_count (result->clinic->table, &row->filter, &counts);
  g_assert_cmpuint (result->curve->counts.n[GLA_CYCLES_ALL], ==, counts.n[GLA_CYCLES_ALL]);
  gla_test_press (GTK_WIDGET (fixture->page), "Show All");
  g_assert_true (gla_test_wait (has_all, fixture, GLA_TEST_PATIENCE));
}

/* Stopped, and begun again. */
static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  show_page (fixture);
  gla_test_press (GTK_WIDGET (fixture->page), "Stop");
  gla_test_press (GTK_WIDGET (fixture->page), "Read the Records");
  await_figures (fixture);
}

static gpointer
touch (GlaStore      *store,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  gla_store_put_setting (store, GLA_SETTING_CLINIC_NAME, "Changed", error);
  return NULL;
}

static void
note_change (gboolean *changed)
{
  *changed = TRUE;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* What is worked out is kept beside the records; it is no change of them. */
static gpointer
keep_worked_out (GlaStore      *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  g_autoptr (GPtrArray) nobody = g_ptr_array_new ();

  gla_store_put_dues (store, nobody, nobody, "looked", error);
  return NULL;
}

/* What changed since is said, and read anew by one button. */
static void
test_stale (Fixture       *fixture,
            gconstpointer  data)
{
  gulong handler;
  gboolean changed = FALSE;

  show_page (fixture);
  await_figures (fixture);
  handler = g_signal_connect_swapped (fixture->context, "changed", G_CALLBACK (note_change),
                                      &changed);
  gla_store_worker_run_async (gla_context_get_worker (fixture->context), keep_worked_out, NULL,
                              NULL, NULL, NULL, NULL, NULL);
  g_assert_true (gla_test_wait (is_true, &changed, GLA_TEST_PATIENCE));
  g_signal_handler_disconnect (fixture->context, handler);
  gla_test_spin (300);
  g_assert_false (gla_test_has_text (GTK_WIDGET (fixture->page), "Records changed since"));
  gla_store_worker_run_async (gla_context_get_worker (fixture->context), touch, NULL, NULL, NULL,
                              NULL, NULL, NULL);
  gla_test_await_text (GTK_WIDGET (fixture->page), "Records changed since");
  gla_test_press (GTK_WIDGET (fixture->page), "Read Again");
  await_figures (fixture);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  show_page (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->page), "No Treatments Yet");
  gla_test_assert_named (GTK_WIDGET (fixture->page));
}

/* The front desk sees whom it is for. */
static void
test_front_desk (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autoptr (GlaSample) sample = gla_sample_new (1, TODAY);
  GPtrArray *staff = gla_sample_get_staff (sample);
  const GlaStaff *last = g_ptr_array_index (staff, staff->len - 1);

  g_assert_cmpint (last->role, ==, GLA_ROLE_FRONT_DESK);
  gla_context_set_author (fixture->context, last->id);
  show_page (fixture);
  gla_test_await_text (GTK_WIDGET (fixture->page), "For Practitioners and the Owner");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(name, n, func) \
  g_test_add (name, Fixture, GINT_TO_POINTER (n), set_up, func, tear_down)
  ADD ("/insights/figures", N_PATIENTS, test_figures);
  ADD ("/insights/cycles", N_PATIENTS, test_cycles);
  ADD ("/insights/row", N_PATIENTS, test_row);
  ADD ("/insights/stop", N_PATIENTS, test_stop);
  ADD ("/insights/stale", N_PATIENTS, test_stale);
  ADD ("/insights/empty", 0, test_empty);
  ADD ("/insights/front-desk", 20, test_front_desk);
#undef ADD

  return g_test_run ();
}

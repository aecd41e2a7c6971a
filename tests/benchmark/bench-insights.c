/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-insights FILE: how long it takes to read all records into the table of cycles, and
 * then to answer a question: first what is drawn at once (counts and curve), then all of it
 * (likely ranges). Beside it the bare SQL of the same counts on a plain connection, in turn
 * with it; SQL has no answer to how long an effect lasted. Medians of some rounds, in
 * milliseconds.
 */

#include "config.h"

#include "gla-bench.h"
#include "gla-insight-curve.h"
#include "gla-insight-sheet.h"
#include "gla-store-read.h"

#include <sqlite3.h>
#include <stdlib.h>

#define ROUNDS 7
#define TODAY gla_day_new (2026, 6, 30)

#define COUNTS \
  "SELECT coalesce (i.product, v.product), count (*), count (DISTINCT i.patient), sum (i.units)" \
  " FROM injection i JOIN treatment t ON t.patient = i.patient AND t.id = i.treatment" \
  " LEFT JOIN vial v ON v.id = i.vial WHERE t.void_reason IS NULL"

/* Questions, and the counts of their groups in SQL. */
static const struct
{
  const char *title;
  const char *area;
  const char *product;
  int months;
  const char *sql;
} questions[] = {
  { "all", NULL, NULL, 0, COUNTS " GROUP BY 1" },
  { "glabella", "GLAB", NULL, 0, COUNTS " AND i.area = 'GLAB' GROUP BY 1" },
  { "glabella, ona", "GLAB", "ona", 0,
    COUNTS " AND i.area = 'GLAB' AND coalesce (i.product, v.product) = 'ona' GROUP BY 1" },
  { "last 12 months", NULL, NULL, 12, COUNTS " AND t.day > '2025-06-30' GROUP BY 1" },
};

typedef struct
{
  GlaCycleTable *table;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
} Pass;

static gboolean
add_patient (GlaStore    *store,
             const char  *patient,
             gpointer     user_data,
             GError     **error)
{
  Pass *pass = user_data;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);
  g_autoptr (GlaCycles) cycles = NULL;

  if (history == NULL)
    return FALSE;
  cycles = gla_cycles_new (history, pass->catalogue, &pass->settings, TODAY);
  gla_cycle_table_add (pass->table, cycles);
  return TRUE;
}

static void
stop_on_error (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static double
get_milliseconds (gint64 start)
{
  return (g_get_monotonic_time () - start) / 1000.0;
}

static GlaInsightClinic *
read_clinic (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_READ_ONLY, &error);
  g_autoptr (GHashTable) staff = g_hash_table_new (g_str_hash, g_str_equal);
  GlaInsightClinic *clinic;
  gint64 start = g_get_monotonic_time ();
  Pass pass;

  stop_on_error (error);
  pass.catalogue = gla_catalogue_load_builtin (&error);
  stop_on_error (error);
  gla_cycle_settings_init (&pass.settings, pass.catalogue);
  pass.table = gla_cycle_table_new (pass.catalogue, &pass.settings, TODAY);
  gla_store_for_each_patient (store, add_patient, &pass, &error);
  stop_on_error (error);
  gla_cycle_table_finish (pass.table);
  g_print ("read %u cycles into the table\t%.0f\n", gla_cycle_table_get_n_rows (pass.table),
           get_milliseconds (start));
  start = g_get_monotonic_time ();
  clinic = gla_insight_clinic_new (pass.table, staff, NULL, NULL, &error);
  stop_on_error (error);
  g_print ("model, lots and injectors\t%.0f\n", get_milliseconds (start));
  gla_cycle_table_unref (pass.table);
  gla_catalogue_unref (pass.catalogue);
  return clinic;
}

static void
set_filter (const GlaInsightClinic *clinic,
            guint                   index,
            GlaInsightQuestion     *question)
{
  GlaCycleFilter *filter = &question->filter;

  gla_insight_question_init (question);
  if (questions[index].area != NULL)
    filter->codes[GLA_CYCLE_KEY_AREA] = gla_cycle_table_find (clinic->table, GLA_CYCLE_KEY_AREA,
                                                              NULL, questions[index].area);
  if (questions[index].product != NULL)
    filter->codes[GLA_CYCLE_KEY_PRODUCT] = gla_cycle_table_find (clinic->table,
                                                                 GLA_CYCLE_KEY_PRODUCT, NULL,
                                                                 questions[index].product);
  if (questions[index].months > 0)
    filter->from = gla_day_add_months (TODAY, -questions[index].months) + 1;
}

/* What is drawn at once, and with @full all of it. */
static void
answer (const GlaInsightClinic   *clinic,
        const GlaInsightQuestion *question,
        gboolean                  full)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = gla_insight_groups_new (clinic->table, &question->filter,
                                                         question->key);
  g_autoptr (GlaDurationCurve) curve = gla_duration_curve_new (clinic->table, &question->filter,
                                                               NULL, NULL, &error);
  g_autoptr (GlaInsightSheet) sheet = NULL;

  stop_on_error (error);
  if (full)
    {
      gla_duration_curve_estimate (curve, NULL, NULL, &error);
      stop_on_error (error);
      gla_insight_groups_estimate (groups, clinic->table, &question->filter, question->key, NULL,
                                   NULL, &error);
      stop_on_error (error);
    }
  sheet = gla_insight_sheet_new (clinic, question, groups);
}

static void
ask_sql (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    ;
  sqlite3_finalize (statement);
}

static void
measure (const GlaInsightClinic *clinic,
         sqlite3                *handle,
         guint                   index)
{
  g_auto (GlaBenchTimes) quick = { NULL };
  g_auto (GlaBenchTimes) full = { NULL };
  g_auto (GlaBenchTimes) limit = { NULL };
  GlaInsightQuestion question;
  double ours, theirs;

  gla_bench_times_init (&quick);
  gla_bench_times_init (&full);
  gla_bench_times_init (&limit);
  set_filter (clinic, index, &question);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      answer (clinic, &question, FALSE);
      gla_bench_times_add (&quick, start);
      start = g_get_monotonic_time ();
      answer (clinic, &question, TRUE);
      gla_bench_times_add (&full, start);
      start = g_get_monotonic_time ();
      ask_sql (handle, questions[index].sql);
      gla_bench_times_add (&limit, start);
    }
  ours = gla_bench_times_get (&quick, 0.5);
  theirs = gla_bench_times_get (&limit, 0.5);
  g_print ("%s\t%.1f\t%.0f\t%.0f\t%.2f\n", questions[index].title, ours,
           gla_bench_times_get (&full, 0.5), theirs, ours / theirs);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GlaInsightClinic) clinic = NULL;
  sqlite3 *handle;

  if (argc != 2)
    g_error ("bench-insights FILE");
  g_print ("insights\tms\n");
  clinic = read_clinic (argv[1]);
  if (sqlite3_open_v2 (argv[1], &handle, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  g_print ("\ninsights, by product\tat once ms\tall ms\tSQL counts ms\tratio at once\n");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    measure (clinic, handle, i);
  sqlite3_close (handle);
  return EXIT_SUCCESS;
}

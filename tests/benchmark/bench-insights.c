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
#include "gla-clinic-scan.h"
#include "gla-insight-curve.h"
#include "gla-insight-sheet.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <time.h>

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

/* What a cycle is told from: all of it, since SQL alone can't tell which rows count. */
static const char *const records[] = {
  "SELECT patient, id, day, precision, injector, reason FROM treatment"
  " WHERE void_reason IS NULL ORDER BY patient",
  "SELECT i.patient, i.treatment, i.area, i.side, i.units, i.points, i.volume,"
  " coalesce (i.product, v.product), coalesce (i.lot, v.lot), v.content, v.diluent_volume"
  " FROM injection i LEFT JOIN vial v ON v.id = i.vial ORDER BY i.patient",
  "SELECT patient, treatment, area, side, day, rater, scale, at_maximum, reason FROM assessment"
  " WHERE void_reason IS NULL ORDER BY patient",
};

static void
stop_on_error (const GError *error)
{
  if (error != NULL)
    g_error ("%s", error->message);
}

static void ask_sql (sqlite3    *handle,
                     const char *sql);

/* Time on the clock, and on all processors together: the first depends on what else runs. */
typedef struct
{
  double clock;
  double processors;
} Span;

static Span
now (void)
{
  Span span = { g_get_monotonic_time () / 1000.0, clock () * 1000.0 / CLOCKS_PER_SEC };

  return span;
}

static Span
since (Span start)
{
  Span end = now ();

  end.clock -= start.clock;
  end.processors -= start.processors;
  return end;
}

/* Reading all records, and the bare SQL that reads the same columns of the same rows. */
static GlaCycleTable *
read_table (const char   *path,
            sqlite3      *handle,
            GlaCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  GlaCycleSettings settings;
  GlaClinicScan scan = { .path = path, .catalogue = catalogue, .settings = &settings,
                         .today = TODAY };
  GlaCycleTable *table;
  Span start, ours, limit;

  gla_cycle_settings_init (&settings, catalogue);
  start = now ();
  table = gla_clinic_scan_cycles (&scan, &error);
  stop_on_error (error);
  ours = since (start);
  start = now ();
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    ask_sql (handle, records[i]);
  limit = since (start);
  g_print ("read %u cycles\t%.0f\t%.0f\t%.2f\n", gla_cycle_table_get_n_rows (table), ours.clock,
           limit.clock, ours.clock / limit.clock);
  g_print ("the same on all processors together\t%.0f\t%.0f\t%.2f\n", ours.processors,
           limit.processors, ours.processors / limit.processors);
  return table;
}

/* Once with the model fitted anew, and as the window does it, with the one that it has. */
static GlaInsightClinic *
judge (GlaCycleTable        *table,
       GHashTable           *staff,
       const GlaClinicModel *known,
       const char           *title)
{
  g_autoptr (GError) error = NULL;
  Span start = now ();
  Span ours;
  GlaInsightClinic *clinic = gla_insight_clinic_new (table, staff, known, NULL, NULL, &error);

  stop_on_error (error);
  ours = since (start);
  g_print ("%s\t%.0f, on the processor %.0f\n", title, ours.clock, ours.processors);
  return clinic;
}

static GlaInsightClinic *
read_clinic (const char *path,
             sqlite3    *handle)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) staff = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (&error);
  g_autoptr (GlaCycleTable) table = NULL;
  g_autoptr (GlaInsightClinic) first = NULL;

  stop_on_error (error);
  table = read_table (path, handle, catalogue);
  first = judge (table, staff, NULL, "model, lots and injectors");
  return judge (table, staff, first->model, "lots and injectors by the model there is");
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
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      sqlite3_column_text (statement, i);
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
  if (sqlite3_open_v2 (argv[1], &handle, SQLITE_OPEN_READONLY, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  g_print ("insights\tms\tSQL ms\tratio\n");
  clinic = read_clinic (argv[1], handle);
  g_print ("\ninsights, by product\tat once ms\tall ms\tSQL counts ms\tratio at once\n");
  for (guint i = 0; i < G_N_ELEMENTS (questions); i++)
    measure (clinic, handle, i);
  sqlite3_close (handle);
  return EXIT_SUCCESS;
}

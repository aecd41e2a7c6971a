/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-search FILE: time from what was typed to the first 24 rows of the list,
 * and of the same question asked in SQL as in the shell of sqlite3: prepared,
 * stepped through and finalized on a plain connection to the same file. Both are
 * asked in turn; medians and the slowest of 100 rounds, in milliseconds.
 */

#include "config.h"

#include "gla-bench.h"
#include "gla-store-search.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define ROUNDS 101
#define ROWS 24
#define LIST_FIRST 24   /* as many as the window's list asks for */

#define ROW "SELECT p.number, p.family_name, p.given_name, p.birth_day," \
            " (SELECT max (day) FROM treatment t" \
            "  WHERE t.patient = p.row AND t.void_reason IS NULL)" \
            " FROM patient p WHERE p.void_reason IS NULL"
#define ORDER " ORDER BY p.name_key, p.row LIMIT 24"
#define IN_WORDS(text) "p.row IN (SELECT patient FROM patient_word" \
                       " WHERE word >= '" text "' AND word < '" text "\xf4\x8f\xbf\xbf')"
#define WORD(text) " AND " IN_WORDS (text)

static const struct
{
  const char *text;
  const char *sql;
} questions[] = {
  { "", ROW ORDER },
  { "a", ROW WORD ("a") ORDER },
  { "an", ROW WORD ("an") ORDER },
  { "ande", ROW WORD ("ande") ORDER },
  { "an so", ROW WORD ("an") WORD ("so") ORDER },
  { "andersson joanna", ROW WORD ("andersson") WORD ("joanna") ORDER },
  { "000123", ROW " AND p.number >= '000123' AND p.number < '000124'" ORDER },
  { "12.3.1984", ROW " AND (p.birth_day = '1984-03-12' OR (" IN_WORDS ("12") " AND " IN_WORDS ("3")
                 " AND " IN_WORDS ("1984") "))" ORDER },
  { "ONA-030", ROW " AND p.row IN (SELECT i.patient FROM vial v JOIN injection i"
                   " ON i.vial = v.id WHERE lower (v.lot) = 'ona-030' AND v.lot IS NOT NULL)"
                   ORDER },
};

static guint
ask_program (GlaStore   *store,
             const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = gla_store_search (store, text, gla_day_new (2026, 6, 30), LIST_FIRST,
                                              &error);
  guint count;

  if (rows == NULL)
    g_error ("%s", error->message);
  count = MIN (rows->len, ROWS);
  for (guint i = 0; i < count; i++)
    {
      g_autoptr (GlaPatientRow) row
        = gla_store_read_row (store, g_array_index (rows, gint64, i), &error);

      if (row == NULL)
        g_error ("%s", error->message);
    }
  return count;
}

static guint
ask_sql (sqlite3    *handle,
         const char *sql)
{
  sqlite3_stmt *statement;
  guint count = 0;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_free (g_strdup ((const char *) sqlite3_column_text (statement, i)));
      count++;
    }
  sqlite3_finalize (statement);
  return count;
}

static void
measure (GlaStore   *store,
         sqlite3    *handle,
         const char *text,
         const char *sql)
{
  g_auto (GlaBenchTimes) ours = { NULL };
  g_auto (GlaBenchTimes) limit = { NULL };
  guint n_ours = 0;
  guint n_limit = 0;
  double our_median, limit_median;

  gla_bench_times_init (&ours);
  gla_bench_times_init (&limit);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();

      n_ours = ask_program (store, text);
      gla_bench_times_add (&ours, start);
      start = g_get_monotonic_time ();
      n_limit = ask_sql (handle, sql);
      gla_bench_times_add (&limit, start);
    }
  if (n_ours != n_limit)
    g_printerr ("'%s': %u rows in place of %u: not the same question\n", text, n_ours, n_limit);
  our_median = gla_bench_times_get (&ours, 0.5);
  limit_median = gla_bench_times_get (&limit, 0.5);
  g_print ("search '%s', %u rows\t%.2f\t%.2f\t%.2f\t%.2f\n", text, n_ours, our_median,
           gla_bench_times_get (&ours, 1), limit_median, our_median / limit_median);
}

/* Once: letters ask for the order of all names, which is read then and kept. */
static void
measure_first (GlaStore   *store,
               const char *text)
{
  gint64 start = g_get_monotonic_time ();

  ask_program (store, text);
  g_print ("the very first '%s'\t%.2f\n", text, (g_get_monotonic_time () - start) / 1000.0);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = NULL;
  sqlite3 *handle;

  if (argc != 2)
    g_error ("bench-search FILE");
  store = gla_store_open (argv[1], GLA_STORE_DEFAULT, &error);
  if (store == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (argv[1], &handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  measure_first (store, "");
  measure_first (store, "a");
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    measure (store, handle, questions[i].text, questions[i].sql);
  sqlite3_close (handle);
  return EXIT_SUCCESS;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-today FILE DATE: time to read what is to be done on a day as the window asks
 * for it, and of the same questions in SQL as in the shell of sqlite3: prepared,
 * stepped through and finalized on a plain connection to the same file. Both are asked
 * in turn; medians and the slowest of 31 rounds, in milliseconds.
 *
 * Working out what is due of 100,000 patients takes as long as estimating each of their
 * effects, which a window does once and in the background. Here a few hundred are worked
 * out, for the time that each takes; then all recent treatments get dues by their dates
 * alone, so that there is as much to read. The file is good for nothing else afterwards.
 */

#include "config.h"

#include "gla-agenda.h"
#include "gla-agenda-update.h"
#include "gla-bench.h"
#include "gla-outlook-cache.h"

#include <sqlite3.h>
#include <stdlib.h>

#define ROUNDS 31
#define STEPS 3
#define PATIENTS_A_STEP 100 /* as gla_agenda_update() does */
#define LIMIT 200 /* as many as the window asks for */

#define DUE(reason)                                                                                \
  " FROM due d JOIN patient p ON p.row = d.patient WHERE d.reason = " reason                       \
  " AND d.first_day <= ?1 AND d.last_day >= ?1 AND p.void_reason IS NULL"                          \
  " AND NOT EXISTS (SELECT 1 FROM call c WHERE c.patient = d.patient"                              \
  "  AND c.reason = " reason " AND c.void_reason IS NULL AND (c.outcome = 4"                       \
  "  OR (c.treatment = d.treatment AND (c.until IS NULL OR c.until > ?1))))"                       \
  " AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.patient = d.patient AND b.kind = d.reason"     \
  "  AND b.state = 0 AND b.day >= ?1 AND b.void_reason IS NULL)"
#define ROWS(reason)                                                                               \
  "SELECT p.id, d.treatment, d.first_day, d.last_day, d.areas, p.number, p.family_name,"           \
  " p.given_name, p.phone, p.birth_day" DUE (reason) " ORDER BY d.first_day, d.last_day LIMIT 200"

static const char *const questions[] = {
  "SELECT count (*)" DUE ("0"),
  ROWS ("0"),
  "SELECT count (*)" DUE ("1"),
  ROWS ("1"),
  "SELECT id, product, lot, expiry FROM vial WHERE void_reason IS NULL AND state NOT IN (2, 3)"
  " AND ?1 IS NOT NULL",
};

static GlaAgenda *
ask_program (GlaStore     *store,
             GlaCatalogue *catalogue,
             GlaDay        today)
{
  GlaAgendaQuery query = { .today = today, .minute = 600, .role = GLA_ROLE_OWNER,
                           .limit = LIMIT };
  g_autoptr (GError) error = NULL;
  GlaAgenda *agenda = gla_agenda_new (store, catalogue, &query, &error);

  if (agenda == NULL)
    g_error ("%s", error->message);
  return agenda;
}

static guint
ask_sql (sqlite3    *handle,
         const char *sql,
         const char *today)
{
  sqlite3_stmt *statement;
  guint count = 0;

  if (sqlite3_prepare_v2 (handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  sqlite3_bind_text (statement, 1, today, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW)
    {
      for (int i = 0; i < sqlite3_column_count (statement); i++)
        g_free (g_strdup ((const char *) sqlite3_column_text (statement, i)));
      count++;
    }
  sqlite3_finalize (statement);
  return count;
}

/* Of the first few hundred patients. */
static void
measure_update (GlaStore     *store,
                GlaCatalogue *catalogue,
                GlaDay        today)
{
  g_autoptr (GlaOutlookCache) outlook = gla_outlook_cache_read (store, catalogue);
  GlaCycleSettings settings;
  GlaAgendaInput input = { catalogue, outlook->model, outlook->lots, &settings, today };
  gint64 start = g_get_monotonic_time ();

  gla_cycle_settings_init (&settings, catalogue);
  for (guint i = 0; i < STEPS; i++)
    {
      g_autoptr (GError) error = NULL;
      double progress;

      if (!gla_agenda_update (store, &input, &progress, &error))
        g_error ("%s", error->message);
    }
  g_print ("working out what is due, a patient\t%.2f\n",
           (g_get_monotonic_time () - start) / 1000.0 / (STEPS * PATIENTS_A_STEP));
}

/* Those that are over for longer than the program keeps them are left out, as it does. */
static void
fill (sqlite3    *handle,
      const char *today)
{
  g_autofree char *sql = g_strdup_printf (
      "BEGIN; DELETE FROM due;"
      "INSERT INTO due SELECT patient, 0, id, date (day, '+14 days'), date (day, '+42 days'), 0,"
      " 'GLAB ' || date (day, '+14 days') || ' ' || date (day, '+42 days') || ' 0'"
      " FROM treatment WHERE date (day, '+42 days') >= date ('%s', '-60 days');"
      "INSERT INTO due SELECT patient, 1, id, date (day, '+90 days'), date (day, '+160 days'), 3,"
      " 'GLAB ' || date (day, '+90 days') || ' ' || date (day, '+160 days') || ' 3'"
      " FROM treatment WHERE date (day, '+160 days') >= date ('%s', '-60 days'); COMMIT",
      today, today);
  char *message = NULL;

  if (sqlite3_exec (handle, sql, NULL, NULL, &message) != SQLITE_OK)
    g_error ("%s", message);
}

static void
measure (GlaStore     *store,
         GlaCatalogue *catalogue,
         sqlite3      *handle,
         const char   *today)
{
  g_auto (GlaBenchTimes) ours = { NULL };
  g_auto (GlaBenchTimes) limit = { NULL };
  guint n_reviews = 0, n_endings = 0;
  double our_median, limit_median;

  gla_bench_times_init (&ours);
  gla_bench_times_init (&limit);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GlaAgenda) agenda = ask_program (store, catalogue, gla_day_from_iso (today));

      gla_bench_times_add (&ours, start);
      n_reviews = agenda->totals[GLA_AGENDA_REVIEWS];
      n_endings = agenda->totals[GLA_AGENDA_ENDINGS];
      start = g_get_monotonic_time ();
      for (gsize k = 0; k < G_N_ELEMENTS (questions); k++)
        ask_sql (handle, questions[k], today);
      gla_bench_times_add (&limit, start);
    }
  our_median = gla_bench_times_get (&ours, 0.5);
  limit_median = gla_bench_times_get (&limit, 0.5);
  g_print ("today, %u reviews and %u endings\t%.2f\t%.2f\t%.2f\t%.2f\n", n_reviews, n_endings,
           our_median, gla_bench_times_get (&ours, 1), limit_median, our_median / limit_median);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaCatalogue) catalogue = NULL;
  sqlite3 *handle;

  if (argc != 3 || gla_day_from_iso (argv[2]) == GLA_DAY_NONE)
    g_error ("bench-today FILE DATE");
  store = gla_store_open (argv[1], GLA_STORE_DEFAULT, &error);
  catalogue = store != NULL ? gla_catalogue_load_builtin (&error) : NULL;
  if (catalogue == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (argv[1], &handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (handle));
  measure_update (store, catalogue, gla_day_from_iso (argv[2]));
  fill (handle, argv[2]);
  measure (store, catalogue, handle, argv[2]);
  sqlite3_close (handle);
  return EXIT_SUCCESS;
}

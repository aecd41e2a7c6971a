/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * bench-open FILE: from choosing a patient to the painted timeline at 1366
 * pixels: reading the history, cycles, layout, painting. For patients chosen at
 * random, each for the first time, and for the one with the most injections. The
 * limit is reading the same patient's rows by plain SQL and filling as many
 * pixels. Milliseconds.
 */

#include "config.h"

#include "gla-bench.h"
#include "gla-store-read.h"
#include "gla-timeline-paint.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 1366
#define PATIENTS 400
#define ROUNDS 51

typedef struct
{
  GlaStore *store;
  sqlite3 *handle;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaText *text;
  GlaDay today;
  GlaBenchTimes read, think, draw, all, limit;
} Bench;

static void
paint (Bench     *bench,
       GlaCycles *cycles)
{
  g_autoptr (GlaTimelineModel) model = gla_timeline_model_new (cycles, bench->catalogue);
  g_autoptr (GlaTimelineScene) scene = NULL;
  GlaTimelineOptions options = { .width = WIDTH, .strip = TRUE };
  cairo_surface_t *surface;
  cairo_t *cr;

  gla_timeline_range_get_span (GLA_TIMELINE_RANGE_ALL, model, GLA_TIMELINE_CALENDAR,
                               &options.from, &options.to, &options.since);
  scene = gla_timeline_scene_new (model, bench->text, &options);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, (int) scene->height + 1);
  cr = cairo_create (surface);
  gla_palette_set_source (GLA_PALETTE_LIGHT, GLA_COLOR_BACKGROUND, cr);
  cairo_paint (cr);
  gla_timeline_paint (scene, bench->text, GLA_PALETTE_LIGHT, 1, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
open_patient (Bench      *bench,
              const char *patient)
{
  gint64 start = g_get_monotonic_time ();
  gint64 part = start;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHistory) history = gla_store_read_history (bench->store, patient, &error);
  g_autoptr (GlaCycles) cycles = NULL;

  if (history == NULL)
    g_error ("%s", error->message);
  gla_bench_times_add (&bench->read, part);
  part = g_get_monotonic_time ();
  cycles = gla_cycles_new (history, bench->catalogue, &bench->settings, bench->today);
  gla_bench_times_add (&bench->think, part);
  part = g_get_monotonic_time ();
  paint (bench, cycles);
  gla_bench_times_add (&bench->draw, part);
  gla_bench_times_add (&bench->all, start);
}

/* Every row of the patient by plain SQL, and a sheet of one colour. */
static void
measure_limit (Bench      *bench,
               const char *patient)
{
  static const char *const tables[] = {
    "treatment", "injection", "assessment", "report", "exposure", "adverse_event", "document",
    "case_record", "booking",
  };
  gint64 start = g_get_monotonic_time ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, 400);
  cairo_t *cr = cairo_create (surface);

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s WHERE patient = (SELECT row "
                                              "FROM patient WHERE id = '%s')", tables[i], patient);
      sqlite3_stmt *statement;

      if (sqlite3_prepare_v2 (bench->handle, sql, -1, &statement, NULL) != SQLITE_OK)
        g_error ("%s", sqlite3_errmsg (bench->handle));
      while (sqlite3_step (statement) == SQLITE_ROW)
        for (int k = 0; k < sqlite3_column_count (statement); k++)
          g_free (g_strdup ((const char *) sqlite3_column_text (statement, k)));
      sqlite3_finalize (statement);
    }
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  gla_bench_times_add (&bench->limit, start);
}

static void
report (Bench      *bench,
        const char *what)
{
  double all = gla_bench_times_get (&bench->all, 0.5);
  double limit = gla_bench_times_get (&bench->limit, 0.5);

  g_print ("%s\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.2f\t%.1f\n", what,
           gla_bench_times_get (&bench->read, 0.5), gla_bench_times_get (&bench->think, 0.5),
           gla_bench_times_get (&bench->draw, 0.5), all, gla_bench_times_get (&bench->all, 0.99),
           limit, all / limit);
}

static void
start_report (Bench *bench)
{
  GlaBenchTimes *times[] = {
    &bench->read, &bench->think, &bench->draw, &bench->all, &bench->limit,
  };

  for (gsize i = 0; i < G_N_ELEMENTS (times); i++)
    {
      gla_bench_times_clear (times[i]);
      gla_bench_times_init (times[i]);
    }
}

/* Identifiers by any SQL. */
static GPtrArray *
list_patients (Bench      *bench,
               const char *sql)
{
  GPtrArray *patients = g_ptr_array_new_with_free_func (g_free);
  sqlite3_stmt *statement;

  if (sqlite3_prepare_v2 (bench->handle, sql, -1, &statement, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bench->handle));
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_ptr_array_add (patients, g_strdup ((const char *) sqlite3_column_text (statement, 0)));
  sqlite3_finalize (statement);
  return patients;
}

static void
set_up (Bench      *bench,
        const char *path)
{
  g_autoptr (GError) error = NULL;

  bench->store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  if (bench->store == NULL)
    g_error ("%s", error->message);
  if (sqlite3_open_v2 (path, &bench->handle, SQLITE_OPEN_READWRITE, NULL) != SQLITE_OK)
    g_error ("%s", sqlite3_errmsg (bench->handle));
  bench->catalogue = gla_catalogue_load_builtin (&error);
  if (bench->catalogue == NULL)
    g_error ("%s", error->message);
  gla_cycle_settings_init (&bench->settings, bench->catalogue);
  bench->text = gla_text_new (NULL, 14, FALSE);
  bench->today = gla_day_new (2026, 6, 30);
}

int
main (int   argc,
      char *argv[])
{
  Bench bench = { NULL };
  g_autoptr (GPtrArray) typical = NULL;
  g_autoptr (GPtrArray) longest = NULL;

  if (argc != 2)
    g_error ("bench-open FILE");
  set_up (&bench, argv[1]);
  typical = list_patients (&bench, "SELECT id FROM patient ORDER BY (row * 7919) % 99991 LIMIT "
                                   G_STRINGIFY (PATIENTS));
  longest = list_patients (&bench, "SELECT id FROM patient WHERE row = (SELECT patient FROM "
                                   "injection GROUP BY patient ORDER BY count (*) DESC LIMIT 1)");

  g_print ("patient\tread ms\tcycles ms\tdraw ms\tall ms\t99 %% ms\tlimit ms\tratio\n");
  start_report (&bench);
  open_patient (&bench, typical->pdata[0]);
  measure_limit (&bench, typical->pdata[0]);
  report (&bench, "the very first");
  start_report (&bench);
  for (guint i = 1; i < typical->len; i++)
    {
      open_patient (&bench, typical->pdata[i]);
      measure_limit (&bench, typical->pdata[i]);
    }
  report (&bench, "any");
  start_report (&bench);
  for (guint i = 0; i < ROUNDS; i++)
    {
      open_patient (&bench, longest->pdata[0]);
      measure_limit (&bench, longest->pdata[0]);
    }
  report (&bench, "the longest");
  return EXIT_SUCCESS;
}

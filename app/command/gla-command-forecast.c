/* SPDX-License-Identifier: GPL-3.0-or-later */

/* forecast: when the effects of running cycles will wear off. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-estimate.h"
#include "gla-i18n.h"
#include "gla-outlook-cache.h"
#include "gla-shortening.h"
#include "gla-store-read.h"
#include "gla-store-search.h"

#include <stdio.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaOutlookCache *outlook;
  GlaCycleSettings settings;
  GlaDay today;
} ForecastRun;

static void
forecast_run_clear (ForecastRun *run)
{
  g_clear_pointer (&run->outlook, gla_outlook_cache_free);
  g_clear_pointer (&run->catalogue, gla_catalogue_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ForecastRun, forecast_run_clear)

/* The words of the basis are data, so that a program can read them. */
static void
print_estimate (const GlaCycles   *cycles,
                const GlaEstimate *estimate)
{
  g_autofree char *basis = NULL;
  char day[11];

  if (estimate->n_history == 0)
    basis = g_strdup ("usual range for this product and area");
  else
    basis = g_strdup_printf ("own history %u", estimate->n_history);
  gla_command_print_cell (cycles->history->patient->number, FALSE);
  gla_command_print_cell (estimate->cycle->area, FALSE);
  gla_command_print_cell (gla_day_write_iso (estimate->cycle->day, day), FALSE);
  for (int i = 0; i < GLA_ESTIMATE_N_QUANTILES; i++)
    gla_command_print_cell (gla_day_write_iso (estimate->days[i], day), FALSE);
  gla_command_print_cell (basis, TRUE);
}

static gboolean
print_patient (GlaStore    *store,
               const char  *patient,
               gpointer     user_data,
               GError     **error)
{
  ForecastRun *run = user_data;
  g_autoptr (GlaCycles) cycles = gla_command_read_cycles (store, patient, run->catalogue,
                                                          &run->settings, run->today, error);
  g_autoptr (GlaShortening) shortening = NULL;
  g_autoptr (GPtrArray) estimates = NULL;

  if (cycles == NULL)
    return FALSE;
  shortening = gla_shortening_new (cycles, run->outlook->model, run->outlook->lots, NULL);
  estimates = gla_estimates_new (cycles, run->outlook->model, shortening);
  for (guint i = 0; i < estimates->len; i++)
    print_estimate (cycles, estimates->pdata[i]);
  return TRUE;
}

gboolean
gla_command_forecast (int      argc,
                      char   **argv,
                      GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autofree char *patient = NULL;
  g_auto (ForecastRun) run = { NULL };

  if (!gla_command_parse (&argc, &argv, "[PATIENT]",
                          _("Lists one row for each running cycle: the dates by which the effect "
                            "has worn off in 10, 25, 50, 75 and 90 of 100 such patients, and what "
                            "that rests on. These are no dates to treat again. PATIENT is a "
                            "record number or a name."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 0, 1, "[PATIENT]", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  run.catalogue = gla_command_load_catalogue (store, &run.settings, error);
  if (run.catalogue == NULL)
    return FALSE;
  run.outlook = gla_outlook_cache_read (store, run.catalogue);
  run.today = options.today;
  if (argc == 2)
    {
      patient = gla_store_find_patient (store, argv[1], options.today, error);
      if (patient == NULL)
        return FALSE;
    }

  printf ("patient\tarea\tday0\tq10\tq25\tq50\tq75\tq90\tbasis\n");
  if (patient != NULL)
    return print_patient (store, patient, &run, error);
  return gla_store_for_each_patient (store, print_patient, &run, error);
}

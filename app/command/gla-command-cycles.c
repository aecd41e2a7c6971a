/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-i18n.h"
#include "gla-store-read.h"
#include "gla-store-search.h"
#include "gla-words.h"

#include <stdio.h>

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaDay today;
} CyclesRun;

static void
print_day_count (int      day,
                 gboolean last)
{
  if (day == GLA_EFFECT_OPEN)
    gla_command_print_cell ("Inf", last);
  else
    printf ("%d%c", day, last ? '\n' : '\t');
}

static void
print_cycle (const GlaCycles *cycles,
             const GlaCycle  *cycle)
{
  g_autofree char *units = gla_units_to_text (cycle->units);
  char day[11];

  gla_command_print_cell (cycles->history->patient->number, FALSE);
  gla_command_print_cell (cycle->area, FALSE);
  gla_command_print_cell (gla_side_to_key (cycle->side), FALSE);
  gla_command_print_cell (gla_day_write_iso (cycle->day, day), FALSE);
  gla_command_print_cell (cycle->product, FALSE);
  gla_command_print_cell (units, FALSE);
  print_day_count (cycle->effect.left, FALSE);
  print_day_count (cycle->effect.right, FALSE);
  gla_command_print_cell (gla_effect_status_to_key (cycle->effect.status), TRUE);
}

static gboolean
print_patient (GlaStore    *store,
               const char  *patient,
               gpointer     user_data,
               GError     **error)
{
  CyclesRun *run = user_data;
  g_autoptr (GlaCycles) cycles = gla_command_read_cycles (store, patient, run->catalogue,
                                                          &run->settings, run->today, error);

  if (cycles == NULL)
    return FALSE;
  for (guint i = 0; i < cycles->cycles->len; i++)
    print_cycle (cycles, cycles->cycles->pdata[i]);
  return TRUE;
}

gboolean
gla_command_cycles (int      argc,
                    char   **argv,
                    GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autofree char *patient = NULL;
  CyclesRun run = { NULL };

  if (!gla_command_parse (&argc, &argv, "[PATIENT]",
                          _("Lists one row for each cycle: area, date, product, units, and "
                            "between which days after the injection the effect ended. PATIENT "
                            "is a record number or a name."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 0, 1, "[PATIENT]", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  catalogue = gla_command_load_catalogue (store, &run.settings, error);
  if (catalogue == NULL)
    return FALSE;
  run.catalogue = catalogue;
  run.today = options.today;
  if (argc == 2)
    {
      patient = gla_store_find_patient (store, argv[1], options.today, error);
      if (patient == NULL)
        return FALSE;
    }

  printf ("patient\tarea\tside\tdate\tproduct\tunits\tleft_day\tright_day\tkind\n");
  if (patient != NULL)
    return print_patient (store, patient, &run, error);
  return gla_store_for_each_patient (store, print_patient, &run, error);
}

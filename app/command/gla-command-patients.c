/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-i18n.h"
#include "gla-store-search.h"

#include <stdio.h>

static void
print_row (const GlaPatientRow *row)
{
  GlaPatient patient = { .family_name = row->family_name, .given_name = row->given_name };
  g_autofree char *name = gla_patient_get_name (&patient);
  char day[11];

  gla_command_print_cell (row->number, FALSE);
  gla_command_print_cell (name, FALSE);
  gla_command_print_cell (gla_day_write_iso (row->birth_day, day), FALSE);
  gla_command_print_cell (gla_day_write_iso (row->last_treatment, day), TRUE);
}

gboolean
gla_command_patients (int      argc,
                      char   **argv,
                      GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *text = NULL;
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GArray) rows = NULL;
  const GOptionEntry entries[] = {
    { "search", 's', 0, G_OPTION_ARG_STRING, &text,
      N_("Only patients who fit: name parts, birth date, end of the telephone, number, lot"),
      N_("TEXT") },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, NULL,
                          _("Lists patients: number, name, birth date, last treatment; "
                            "separated by tabs."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 0, 0, "[--search TEXT]", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  rows = gla_store_search (store, text != NULL ? text : "", options.today, 0, error);
  if (rows == NULL)
    return FALSE;

  printf ("number\tname\tbirth_date\tlast_treatment\n");
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GlaPatientRow) row = gla_store_read_row (store, g_array_index (rows, gint64, i),
                                                          error);

      if (row == NULL)
        return FALSE;
      print_row (row);
    }
  return TRUE;
}

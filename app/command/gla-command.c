/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command.h"

#include "gla-command-private.h"
#include "gla-error.h"
#include "gla-i18n.h"

#include <stdio.h>

static const struct
{
  const char *name;
  GlaCommandFunc func;
  const char *summary;
} commands[] = {
  { "backup", gla_command_backup, N_("write a checked copy of the clinic file") },
  { "case", gla_command_case, N_("walk through the causes of a missing effect") },
  { "check", gla_command_check, N_("check the clinic file and say what is wrong") },
  { "cycles", gla_command_cycles, N_("list how long each treatment of an area worked") },
  { "demo", gla_command_demo, N_("make up a sample clinic") },
  { "forecast", gla_command_forecast, N_("list when running effects will wear off") },
  { "handout", gla_command_handout, N_("write a sheet for a patient, or about one") },
  { "import", gla_command_import, N_("take over a list of patients, treatments or assessments") },
  { "insights", gla_command_insights, N_("say what all records together show") },
  { "lot", gla_command_lot, N_("list who had a lot, and how to reach them") },
  { "patients", gla_command_patients, N_("list or search patients") },
  { "restore", gla_command_restore, N_("put a copy back in place of the clinic file") },
  { "reviewed", gla_command_reviewed, N_("list which translated sheets were read, and note it") },
  { "scan", gla_command_scan, N_("read the barcode of a carton, to set up a scanner") },
  { "statistics", gla_command_statistics, N_("compute durations and forecasts from tables") },
  { "stock", gla_command_stock, N_("list vials, units left, and where units went") },
  { "timeline", gla_command_timeline, N_("write a patient's timeline as a picture or PDF") },
  { "today", gla_command_today, N_("list what is to be done today") },
};

gboolean
gla_command_is_name (const char *word)
{
  for (gsize i = 0; word != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, word))
      return TRUE;
  return FALSE;
}

char *
gla_command_get_summary (void)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    g_string_append_printf (text, "  %-10s %s\n", commands[i].name, _(commands[i].summary));
  return g_string_free (text, FALSE);
}

/* One line, whatever the message looks like. */
static void
print_failure (const GError *error)
{
  g_autofree char *line = g_strdelimit (g_strdup (error->message), "\r\n", ' ');

  fprintf (stderr, "glabella: %s\n", line);
}

int
gla_command_run (int    argc,
                 char **argv)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (argc > 1, 2);

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (commands[i].name, argv[1]))
      {
        if (commands[i].func (argc - 1, argv + 1, &error))
          {
            /* A full disk shows only when the last bytes are written. */
            if (fflush (stdout) == 0 && ferror (stdout) == 0)
              return 0;
            fprintf (stderr, "glabella: %s\n", _("the output could not be written"));
            return 1;
          }
        print_failure (error);
        return error->domain == GLA_USAGE_ERROR || error->domain == G_OPTION_ERROR ? 2 : 1;
      }
  g_set_error (&error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("there is no command “%s”; “glabella --help” lists them"), argv[1]);
  print_failure (error);
  return 2;
}

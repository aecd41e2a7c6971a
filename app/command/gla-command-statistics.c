/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics: the numerics with tables of text in and out. */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-error.h"
#include "gla-i18n.h"

#include <stdio.h>
#include <string.h>

static const struct
{
  const char *name;
  GlaCommandFunc func;
  const char *usage;
  const char *summary;
} parts[] = {
  { "rules", gla_command_statistics_rules, "CASES.csv ASSESSMENTS.csv",
    N_("from grades and reports to the interval in which an effect ended") },
  { "npmle", gla_command_statistics_npmle, "FILE.csv [--curve|--bins|--lr]",
    N_("typical duration with limits") },
  { "forecast", gla_command_statistics_forecast, "CASES.csv OBS.csv",
    N_("when the effect of a treatment will wear off") },
  { "clinicfit", gla_command_statistics_clinicfit, "FILE.csv PRIOR.csv",
    N_("medians, dose exponent and variation of a clinic") },
  { "detector", gla_command_statistics_detector, "PARAMETERS.csv OBS.csv",
    N_("whether effects became shorter") },
  { "lots", gla_command_statistics_lots, "LOTS.csv",
    N_("lots that stand out, from counts") },
  { "lot-sessions", gla_command_statistics_lot_sessions, "SESSIONS.csv",
    N_("lots that stand out, from single treatments") },
  { "logrank", gla_command_statistics_logrank, "FILE.csv",
    N_("comparison of groups") },
  { "funnel", gla_command_statistics_funnel, "FILE.csv",
    N_("rates of units with control limits") },
};

static char *
describe_parts (void)
{
  GString *text = g_string_new (_("Computes from tables of text (CSV) and writes the result as "
                                  "one. No clinic file is needed. Parts:"));

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_string_append_printf (text, "\n  %s %s\n      %s", parts[i].name, parts[i].usage,
                            _(parts[i].summary));
  return g_string_free (text, FALSE);
}

gboolean
gla_command_statistics (int      argc,
                        char   **argv,
                        GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *summary = NULL;

  if (argc > 1)
    for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
      if (strcmp (parts[i].name, argv[1]) == 0)
        return parts[i].func (argc - 1, argv + 1, error);

  summary = describe_parts ();
  if (!gla_command_parse (&argc, &argv, _("PART FILE…"), summary, NULL, &options, error))
    return FALSE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("it is called as: %s %s"), g_get_prgname (),
               "rules|npmle|forecast|clinicfit|detector|lots|lot-sessions|logrank|funnel FILE…");
  return FALSE;
}

gboolean
gla_command_statistics_parse (int                *argc,
                              char             ***argv,
                              const char         *usage,
                              int                 n_files,
                              const char         *summary,
                              const GOptionEntry *entries,
                              GError            **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *name = g_strconcat ("statistics ", (*argv)[0], NULL);
  gboolean parsed;

  /* Messages name the whole command; the vector itself stays the caller's. */
  (*argv)[0] = name;
  parsed = gla_command_parse (argc, argv, usage, summary, entries, &options, error) &&
           gla_command_expect (*argc, n_files, n_files, usage, error);
  (*argv)[0] = NULL;
  return parsed;
}

int
gla_command_statistics_compare_names (const char *first,
                                      const char *second)
{
  gint64 a, b;

  if (g_ascii_string_to_signed (first, 10, G_MININT64, G_MAXINT64, &a, NULL) &&
      g_ascii_string_to_signed (second, 10, G_MININT64, G_MAXINT64, &b, NULL))
    return (a > b) - (a < b);
  return strcmp (first, second);
}

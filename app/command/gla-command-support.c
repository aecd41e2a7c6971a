/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-clinic-knowledge.h"
#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-setting.h"
#include "gla-store-read.h"

#include <stdio.h>
#include <unistd.h>

void
gla_command_options_clear (GlaCommandOptions *options)
{
  g_clear_pointer (&options->clinic, g_free);
}

gboolean
gla_command_parse_day (const char  *text,
                       const char  *option,
                       GlaDay      *day,
                       GError     **error)
{
  switch (gla_day_parse (text, GLA_DAY_ORDER_ASK, gla_day_today (), day))
    {
    case GLA_DAY_READING_OK:
      return TRUE;
    case GLA_DAY_READING_AMBIGUOUS:
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("%s: “%s” could be read in two ways; write it as YYYY-MM-DD"), option, text);
      return FALSE;
    case GLA_DAY_READING_IMPOSSIBLE:
    case GLA_DAY_READING_NOT_A_DATE:
    default:
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("%s: “%s” is no date; write it as YYYY-MM-DD"), option, text);
      return FALSE;
    }
}

static char *
get_default_clinic (void)
{
  return g_build_filename (g_get_user_data_dir (), "glabella", "clinic.glabella", NULL);
}

gboolean
gla_command_parse (int                *argc,
                   char             ***argv,
                   const char         *usage,
                   const char         *summary,
                   const GOptionEntry *entries,
                   GlaCommandOptions  *options,
                   GError            **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autofree char *clinic = NULL;
  g_autofree char *today = NULL;
  const GOptionEntry common[] = {
    { "clinic", 0, 0, G_OPTION_ARG_FILENAME, &clinic, N_("The clinic file"), N_("FILE") },
    { "today", 0, 0, G_OPTION_ARG_STRING, &today, N_("Take this date for today"), N_("DATE") },
    { NULL },
  };
  g_autofree char *name = g_strconcat ("glabella ", (*argv)[0], NULL);

  g_set_prgname (name);
  g_option_context_set_summary (context, summary);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_add_main_entries (context, common, GETTEXT_PACKAGE);
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;

  options->today = gla_day_today ();
  if (today != NULL && !gla_command_parse_day (today, "--today", &options->today, error))
    return FALSE;
  options->clinic = clinic != NULL ? g_steal_pointer (&clinic) : get_default_clinic ();
  return TRUE;
}

gboolean
gla_command_expect (int          argc,
                    int          least,
                    int          most,
                    const char  *usage,
                    GError     **error)
{
  if (argc - 1 >= least && argc - 1 <= most)
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("it is called as: %s %s"), g_get_prgname (), usage);
  return FALSE;
}

/* A file of an older format is brought up to date first, as the window would do. */
static gboolean
bring_up_to_date (const char  *path,
                  GError     **error)
{
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_DEFAULT, error);

  return store != NULL;
}

GlaStore *
gla_command_open (const GlaCommandOptions *options,
                  GlaStoreFlags            flags,
                  GError                 **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (options->clinic, flags, &local_error);

  if (store != NULL)
    return g_steal_pointer (&store);
  if (!g_error_matches (local_error, GLA_STORE_ERROR, GLA_STORE_ERROR_OLDER))
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  return bring_up_to_date (options->clinic, error) ? gla_store_open (options->clinic, flags, error)
                                                   : NULL;
}

GlaCatalogue *
gla_command_load_catalogue (GlaStore          *store,
                            GlaCycleSettings  *settings,
                            GError           **error)
{
  g_autoptr (GFile) folder = gla_catalogue_dup_own_folder ();
  g_autoptr (GlaCatalogue) files = gla_catalogue_load (folder, error);
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autoptr (GlaConstants) constants = NULL;
  g_autofree char *region = NULL;

  if (files == NULL || (catalogue = gla_clinic_add_own (store, files, error)) == NULL)
    return NULL;
  region = gla_store_get_setting (store, GLA_SETTING_REGION, NULL);
  constants = gla_clinic_load_constants (store, catalogue, error);
  if (constants == NULL)
    return NULL;
  gla_cycle_settings_init_with (settings, constants);
  if (region != NULL)
    settings->region = g_intern_string (region);
  return g_steal_pointer (&catalogue);
}

GlaCycles *
gla_command_read_cycles (GlaStore                *store,
                         const char              *patient,
                         GlaCatalogue            *catalogue,
                         const GlaCycleSettings  *settings,
                         GlaDay                   today,
                         GError                 **error)
{
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);

  return history != NULL ? gla_cycles_new (history, catalogue, settings, today) : NULL;
}

gboolean
gla_command_read_paper (const char  *name,
                        GlaPaper    *paper,
                        GError     **error)
{
  if (name == NULL || gla_paper_from_name (name, paper))
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("--paper: “%s” is neither a4 nor letter"), name);
  return FALSE;
}

void
gla_command_print_cell (const char *text,
                        gboolean    last)
{
  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    putchar (*p == '\t' || *p == '\n' || *p == '\r' ? ' ' : *p);
  putchar (last ? '\n' : '\t');
}

void
gla_command_tell_aside (const char *aside)
{
  if (aside == NULL)
    return;
  printf (_("What an earlier clinic file of this name had left here is kept as %s"), aside);
  printf ("\n");
}

void
gla_command_show_progress (double   fraction,
                           gpointer label)
{
  static int shown = -1;
  int percent = (int) (fraction * 100);

  if (!isatty (STDERR_FILENO) || percent == shown)
    return;
  shown = percent;
  fprintf (stderr, "\r%s %d %%%s", (const char *) label, percent, percent >= 100 ? "\n" : "");
  fflush (stderr);
}

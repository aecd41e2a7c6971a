/* SPDX-License-Identifier: GPL-3.0-or-later */

/* check, backup, restore: the clinic file as a whole. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-i18n.h"
#include "gla-setting.h"
#include "gla-store-backup.h"
#include "gla-store-write.h"

#include <stdio.h>

gboolean
gla_command_check (int      argc,
                   char   **argv,
                   GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  if (!gla_command_parse (&argc, &argv, NULL,
                          _("Checks the clinic file: its integrity, what its records point to, "
                            "and the chain of its history of changes."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 0, 0, "", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL)
    return FALSE;
  faults = gla_store_check (store, gla_command_show_progress, _("Checking"), error);
  if (faults == NULL)
    return FALSE;
  if (faults->len == 0)
    {
      printf ("%s\n", _("The clinic file is in order."));
      return TRUE;
    }
  for (guint i = 0; i < faults->len; i++)
    printf ("%s\n", (const char *) faults->pdata[i]);
  g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT,
               ngettext ("%u fault was found; keep this file and restore the last backup",
                         "%u faults were found; keep this file and restore the last backup",
                         faults->len),
               faults->len);
  return FALSE;
}

/* So that the window can say when the last backup was. A file that can't be written to is
   backed up all the same. */
static void
note_backup (const GlaCommandOptions *options)
{
  g_autoptr (GlaStore) store = gla_command_open (options, GLA_STORE_DEFAULT, NULL);
  g_autofree char *day = gla_day_to_iso (options->today);

  if (store != NULL)
    gla_store_put_setting (store, GLA_SETTING_LAST_BACKUP, day, NULL);
}

gboolean
gla_command_backup (int      argc,
                    char   **argv,
                    GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;

  if (!gla_command_parse (&argc, &argv, "FILE",
                          _("Writes a copy of the clinic file as it stands, and checks it."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 1, 1, "FILE", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_READ_ONLY, error);
  if (store == NULL
      || !gla_store_backup (store, argv[1], gla_command_show_progress, _("Writing"), error))
    return FALSE;
  note_backup (&options);
  return TRUE;
}

gboolean
gla_command_restore (int      argc,
                     char   **argv,
                     GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *kept = NULL;

  if (!gla_command_parse (&argc, &argv, "FILE",
                          _("Puts a copy back in place of the clinic file, which is kept beside "
                            "it under another name."),
                          NULL, &options, error) ||
      !gla_command_expect (argc, 1, 1, "FILE", error))
    return FALSE;
  if (!gla_store_restore (options.clinic, argv[1], &kept, error))
    return FALSE;
  if (kept != NULL)
    {
      printf (_("Restored. The file that was there is kept as %s"), kept);
      printf ("\n");
    }
  return TRUE;
}

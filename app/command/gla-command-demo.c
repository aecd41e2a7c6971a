/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-sample-write.h"

#include <gio/gio.h>

#define DEFAULT_PATIENTS 300
#define MOST_PATIENTS 10000000

#define USAGE "FILE|--course DIRECTORY [--patients N] [--seed S] [--until DATE]"

gboolean
gla_command_demo (int      argc,
                  char   **argv,
                  GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autofree char *until_text = NULL;
  g_autofree char *course = NULL;
  g_autofree char *aside = NULL;
  int n_patients = DEFAULT_PATIENTS;
  gint64 seed = 1;
  GlaDay until;
  const GOptionEntry entries[] = {
    { "patients", 'n', 0, G_OPTION_ARG_INT, &n_patients, N_("How many patients"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, N_("The same seed gives the same clinic"), "S" },
    { "until", 0, 0, G_OPTION_ARG_STRING, &until_text, N_("Last day of the records; today"),
      N_("DATE") },
    { "course", 0, 0, G_OPTION_ARG_FILENAME, &course,
      N_("Plain files of the course in place of a clinic file"), N_("DIRECTORY") },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, "FILE",
                          _("Makes up a clinic with ten years of records, to look at and to "
                            "measure with."),
                          entries, &options, error) ||
      !gla_command_expect (argc, course == NULL ? 1 : 0, course == NULL ? 1 : 0, USAGE, error))
    return FALSE;
  until = options.today;
  if (until_text != NULL && !gla_command_parse_day (until_text, "--until", &until, error))
    return FALSE;
  if (n_patients < 0 || n_patients > MOST_PATIENTS)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--patients: from 0 to %d are possible"), MOST_PATIENTS);
      return FALSE;
    }
  if (course != NULL)
    return gla_command_write_course (course, (guint64) seed, n_patients, error);
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("%s is already there; choose another name or remove it first"), argv[1]);
      return FALSE;
    }
  if (!gla_sample_write (argv[1], (guint64) seed, n_patients, until, gla_command_show_progress,
                         (gpointer) _("Making up"), NULL, &aside, error))
    return FALSE;
  gla_command_tell_aside (aside);
  return TRUE;
}

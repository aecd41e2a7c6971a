/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-application.h"
#include "gla-command.h"
#include "gla-i18n.h"
#include "gla-language.h"

static int
run_window (int    argc,
            char **argv)
{
  g_autofree char *commands = gla_command_get_summary ();
  g_autofree char *text = g_strdup_printf (_("Commands, which need no display:\n%s"), commands);
  g_autoptr (GlaApplication) application = NULL;

  g_set_application_name (_("Glabella"));
  application = gla_application_new (text);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

/* The place of the first argument that is neither an option nor its value, or 0. */
static int
find_command (int    argc,
              char **argv)
{
  for (int i = 1; i < argc; i++)
    {
      if (g_str_equal (argv[i], "--clinic") || g_str_equal (argv[i], "--today") ||
          g_str_equal (argv[i], "--patient"))
        i++;
      else if (argv[i][0] != '-' && argv[i][0] != '\0')
        return i;
    }
  return 0;
}

/* The window, unless an argument names a command. The options of both may stand before it. */
int
main (int    argc,
      char **argv)
{
  int place;

  gla_language_set_up ();

  place = find_command (argc, argv);
  if (place == 0)
    return run_window (argc, argv);

  for (char *command = argv[place]; place > 0; place--)
    argv[place] = place > 1 ? argv[place - 1] : command;
  return gla_command_run (argc, argv);
}

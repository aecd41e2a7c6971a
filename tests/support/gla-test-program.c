/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-program.h"

#include <string.h>

#define NAME "glabella: "

static GSubprocessLauncher *
make_launcher (const char *folder)
{
  static const char *const gone[] = {
    "DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "DBUS_SESSION_BUS_ADDRESS",
  };
  GSubprocessLauncher *launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);

  for (gsize i = 0; i < G_N_ELEMENTS (gone); i++)
    g_subprocess_launcher_unsetenv (launcher, gone[i]);
  g_subprocess_launcher_setenv (launcher, "HOME", folder, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", folder, TRUE);
  g_subprocess_launcher_set_cwd (launcher, folder);
  return launcher;
}

GSubprocess *
gla_test_start (const char *folder,
                const char *arguments)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocessLauncher) launcher = make_launcher (folder);
  g_auto (GStrv) words = NULL;
  g_autofree char *line = NULL;
  GSubprocess *process;

  g_assert_nonnull (g_getenv ("GLA_PROGRAM"));
  line = g_strconcat (g_getenv ("GLA_PROGRAM"), " ", arguments, NULL);
  g_shell_parse_argv (line, NULL, &words, &error);
  g_assert_no_error (error);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
  return process;
}

GlaTestRun *
gla_test_finish (GSubprocess *process)
{
  g_autoptr (GError) error = NULL;
  GlaTestRun *self = g_new0 (GlaTestRun, 1);

  g_subprocess_communicate_utf8 (process, NULL, NULL, &self->output, &self->errors, &error);
  g_assert_no_error (error);
  if (!g_subprocess_get_if_exited (process))
    g_error ("ended by signal %d: %s", g_subprocess_get_term_sig (process), self->errors);
  self->status = g_subprocess_get_exit_status (process);
  return self;
}

GlaTestRun *
gla_test_run (const char *folder,
              const char *arguments)
{
  g_autoptr (GSubprocess) process = gla_test_start (folder, arguments);

  return gla_test_finish (process);
}

void
gla_test_run_free (GlaTestRun *self)
{
  g_free (self->output);
  g_free (self->errors);
  g_free (self);
}

char *
gla_test_succeed (const char *folder,
                  const char *arguments)
{
  g_autoptr (GlaTestRun) run = gla_test_run (folder, arguments);

  if (run->status != 0 || run->errors[0] != '\0')
    g_error ("glabella %s: status %d, %s", arguments, run->status, run->errors);
  return g_steal_pointer (&run->output);
}

void
gla_test_assert_complaint (const char *errors,
                           const char *words)
{
  const char *end = strchr (errors, '\n');

  if (!g_str_has_prefix (errors, NAME) || end == NULL || end[1] != '\0'
      || end == errors + strlen (NAME) || (words != NULL && strstr (errors, words) == NULL))
    g_error ("expected one line “%s…%s…”, not: %s", NAME, words != NULL ? words : "", errors);
}

void
gla_test_fail (const char *folder,
               const char *arguments,
               int         status,
               const char *words)
{
  g_autoptr (GlaTestRun) run = gla_test_run (folder, arguments);

  if (run->status != status)
    g_error ("glabella %s: status %d in place of %d, %s%s", arguments, run->status, status,
             run->output, run->errors);
  g_assert_cmpstr (run->output, ==, "");
  gla_test_assert_complaint (run->errors, words);
}

void
gla_test_copy (const char *folder,
               const char *from,
               const char *to)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *source = g_build_filename (folder, from, NULL);
  g_autofree char *target = g_build_filename (folder, to, NULL);
  g_autofree char *bytes = NULL;
  gsize length;

  g_file_get_contents (source, &bytes, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (target, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Killed at any moment: the file opens, is in order, and is as before or as after. */

#include "config.h"

#include "gla-fault-clinic.h"

#include <signal.h>

#define ROUNDS 20
#define ROWS 2000
#define CALL "import patients.csv --today 2026-06-30 --clinic "

/* Runs it to the end and gives how long that took, in microseconds. */
static gint64
measure (const char *folder,
         const char *arguments)
{
  gint64 start = g_get_monotonic_time ();

  g_free (gla_test_succeed (folder, arguments));
  return g_get_monotonic_time () - start;
}

/* TRUE if it was killed and not faster. */
static gboolean
run_and_kill (const char *folder,
              const char *arguments,
              gint64      duration)
{
  g_autoptr (GSubprocess) process = gla_test_start (folder, arguments);
  g_autoptr (GError) error = NULL;

  g_usleep ((gulong) gla_fault_random ((guint) duration));
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  return g_subprocess_get_if_signaled (process);
}

static void
test_import (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();
  gint64 duration;
  guint killed = 0;

  gla_fault_clinic_write_csv (folder, ROWS);
  gla_test_copy (folder, "clinic.glabella", "work.glabella");
  duration = measure (folder, CALL "work.glabella");
  g_assert_cmpuint (gla_fault_clinic_count (folder, "work.glabella"), ==,
                    GLA_FAULT_PATIENTS + ROWS);
  for (guint i = 0; i < ROUNDS; i++)
    {
      guint count;

      g_autofree char *name = g_strdup_printf ("work%u.glabella", i);
      g_autofree char *again = g_strconcat (CALL, name, NULL);

      gla_test_copy (folder, "clinic.glabella", name);
      killed += run_and_kill (folder, again, duration);
      count = gla_fault_clinic_count (folder, name);
      if (count != GLA_FAULT_PATIENTS)
        g_assert_cmpuint (count, ==, GLA_FAULT_PATIENTS + ROWS);
      /* Once more, as the clinic would: nothing is missing and nothing is there twice. */
      g_free (gla_test_succeed (folder, again));
      g_assert_cmpuint (gla_fault_clinic_count (folder, name), ==, GLA_FAULT_PATIENTS + ROWS);
    }
  g_test_message ("killed %u of %d", killed, ROUNDS);
  g_assert_cmpuint (killed, >, 0);
  gla_test_drop_folder (folder);
}

/* A new file is there and whole, or not there. */
static void
test_new_file (void)
{
  static const struct
  {
    const char *call;
    const char *file;
  } cases[] = {
    { "demo %s --patients 100 --until 2026-06-30", "demo%u.glabella" },
    { "backup %s --clinic clinic.glabella", "backup%u.glabella" },
    { "restore clinic.glabella --clinic %s", "restore%u.glabella" },
  };
  g_autofree char *folder = gla_fault_clinic_make ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 duration = 0;

      for (guint k = 0; k <= ROUNDS; k++)
        {
          g_auto (GStrv) name_parts = g_strsplit (cases[i].file, "%u", 2);
          g_auto (GStrv) call_parts = g_strsplit (cases[i].call, "%s", 2);
          g_autofree char *name = g_strdup_printf ("%s%u%s", name_parts[0], k, name_parts[1]);
          g_autofree char *call = g_strconcat (call_parts[0], name, call_parts[1], NULL);
          g_autofree char *path = g_build_filename (folder, name, NULL);

          if (k == 0)
            duration = measure (folder, call);
          else
            run_and_kill (folder, call, duration);
          if (k == 0 || g_file_test (path, G_FILE_TEST_EXISTS))
            g_assert_cmpuint (gla_fault_clinic_count (folder, name), ==,
                              i == 0 ? 100 : GLA_FAULT_PATIENTS);
        }
      g_assert_cmpuint (gla_fault_clinic_count (folder, "clinic.glabella"), ==,
                        GLA_FAULT_PATIENTS);
    }
  gla_test_drop_folder (folder);
}

/* 1 if it succeeded; otherwise it says why not. */
static guint
finish_one (GSubprocess *process)
{
  g_autoptr (GlaTestRun) run = gla_test_finish (process);

  if (run->status != 0)
    gla_test_assert_complaint (run->errors, NULL);
  return run->status == 0;
}

/* Two at once: each is done or says why not, and what is done is there. */
static void
test_two_at_once (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();

  gla_fault_clinic_write_csv (folder, ROWS);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("two%u.glabella", i);
      g_autofree char *call = g_strconcat (CALL, name, NULL);
      g_autoptr (GSubprocess) first = NULL;
      g_autoptr (GSubprocess) second = NULL;
      guint done;

      gla_test_copy (folder, "clinic.glabella", name);
      first = gla_test_start (folder, call);
      second = gla_test_start (folder, call);
      done = finish_one (first) + finish_one (second);
      g_assert_cmpuint (done, >, 0);
      g_assert_cmpuint (gla_fault_clinic_count (folder, name), ==, GLA_FAULT_PATIENTS + ROWS);
    }
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/kill/import", test_import);
  g_test_add_func ("/faults/kill/new-file", test_new_file);
  g_test_add_func ("/faults/kill/two-at-once", test_two_at_once);

  return g_test_run ();
}

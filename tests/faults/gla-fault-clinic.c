/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fault-clinic.h"

#define SEED 20240101

char *
gla_fault_clinic_make (void)
{
  char *folder = gla_test_dup_folder ();

  g_free (gla_test_succeed (folder, "demo clinic.glabella --until 2026-06-30 --patients "
                                    G_STRINGIFY (GLA_FAULT_PATIENTS)));
  return folder;
}

void
gla_fault_clinic_write_csv (const char *folder,
                            guint       n)
{
  g_autofree char *path = g_build_filename (folder, "patients.csv", NULL);
  g_autoptr (GString) text = g_string_new ("Number,Last Name,First Name,Date of Birth\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "X%06u,Family%u,Given%u,19%02u-0%u-1%u\n", i, i, i % 97,
                            40 + i % 60, 1 + i % 9, i % 10);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
}

static char *
call (const char *folder,
      const char *command,
      const char *file)
{
  g_autofree char *arguments
    = g_strdup_printf ("%s --today 2026-06-30 --clinic %s", command, file);

  return gla_test_succeed (folder, arguments);
}

char *
gla_fault_clinic_dup (const char *folder,
                      const char *file)
{
  g_autofree char *check = call (folder, "check", file);
  g_autofree char *patients = call (folder, "patients", file);
  g_autofree char *cycles = call (folder, "cycles", file);

  return g_strconcat (patients, cycles, NULL);
}

guint
gla_fault_clinic_count (const char *folder,
                        const char *file)
{
  g_autofree char *check = call (folder, "check", file);
  g_autofree char *patients = call (folder, "patients", file);
  g_auto (GStrv) lines = g_strsplit (patients, "\n", -1);

  /* The header, and the end after the last line. */
  return g_strv_length (lines) - 2;
}

guint
gla_fault_random (guint n)
{
  static GRand *random;

  if (random == NULL)
    random = g_rand_new_with_seed (SEED);
  return (guint) g_rand_int_range (random, 0, (gint32) n);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Clinic files that were cut short or written over: never a crash, never nonsense as a result. */

#include "config.h"

#include "gla-fault-clinic.h"

#include <string.h>

#define PAGE 4096
#define DAMAGES 60

static const char *const commands[] = { "check", "patients", "cycles" };

static void
write_hurt (const char *folder,
            const char *bytes,
            gsize       length)
{
  g_autofree char *path = g_build_filename (folder, "hurt.glabella", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, bytes, (gssize) length, &error);
  g_assert_no_error (error);
}

static char *
read_clinic (const char *folder,
             gsize      *length)
{
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  char *bytes;

  g_file_get_contents (path, &bytes, length, &error);
  g_assert_no_error (error);
  return bytes;
}

/* Ends by itself, and says in one line why if it failed. TRUE if it did not. */
static gboolean
survives (const char *folder,
          const char *command)
{
  g_autofree char *arguments = g_strconcat (command, " --clinic hurt.glabella", NULL);
  g_autoptr (GlaTestRun) run = gla_test_run (folder, arguments);

  if (run->status == 0)
    {
      g_assert_cmpstr (run->errors, ==, "");
      return TRUE;
    }
  g_assert_cmpint (run->status, ==, 1);
  gla_test_assert_complaint (run->errors, NULL);
  return FALSE;
}

/* Cut at each page and inside one: check always notices. */
static void
test_cut (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();
  gsize length;
  g_autofree char *bytes = read_clinic (folder, &length);

  g_assert_cmpuint (length, >, 20 * PAGE);
  for (gsize cut = 0; cut < length; cut += PAGE)
    {
      write_hurt (folder, bytes, cut);
      for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        if (survives (folder, commands[i]) && i == 0)
          g_error ("check does not notice that only %" G_GSIZE_FORMAT " bytes are left", cut);
    }
  for (gsize cut = 1; cut < 3 * PAGE; cut = cut * 3 + 1)
    {
      write_hurt (folder, bytes, cut);
      g_assert_false (survives (folder, "check"));
    }
  gla_test_drop_folder (folder);
}

/* Whole pages zeroed, swapped or filled with noise: check always notices. */
static void
test_pages (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();
  gsize length;
  g_autofree char *bytes = read_clinic (folder, &length);
  gsize n_pages = length / PAGE;

  for (gsize page = 0; page < n_pages; page++)
    {
      g_autofree char *hurt = g_memdup2 (bytes, length);
      char *start = hurt + page * PAGE;

      switch (page % 3)
        {
        case 0:
          memset (start, 0, PAGE);
          break;
        case 1:
          memcpy (start, bytes + (page + 1) % n_pages * PAGE, PAGE);
          break;
        default:
          for (gsize i = 0; i < PAGE; i++)
            start[i] = (char) gla_fault_random (256);
        }
      /* Pages of empty tables are alike. */
      if (memcmp (start, bytes + page * PAGE, PAGE) == 0)
        continue;
      write_hurt (folder, hurt, length);
      for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
        if (survives (folder, commands[i]) && i == 0)
          g_error ("check does not notice the damage of page %" G_GSIZE_FORMAT, page);
    }
  gla_test_drop_folder (folder);
}

/* Single bytes anywhere: some only change a letter of a text, but none ends the program. */
static void
test_bytes (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();
  gsize length;
  g_autofree char *bytes = read_clinic (folder, &length);
  guint noticed = 0;

  for (guint i = 0; i < DAMAGES; i++)
    {
      g_autofree char *hurt = g_memdup2 (bytes, length);
      guint n = 1 + gla_fault_random (i + 1);

      /* Every third time at the start, where the format and the tables are described. */
      for (guint k = 0; k < n; k++)
        hurt[gla_fault_random (i % 3 == 0 ? PAGE : (guint) length)]
          = (char) gla_fault_random (256);
      write_hurt (folder, hurt, length);
      for (gsize k = 0; k < G_N_ELEMENTS (commands); k++)
        if (!survives (folder, commands[k]) && k == 0)
          noticed++;
    }
  g_test_message ("check noticed %u of %d", noticed, DAMAGES);
  g_assert_cmpuint (noticed, >, DAMAGES / 2);
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/damage/cut", test_cut);
  g_test_add_func ("/faults/damage/pages", test_pages);
  g_test_add_func ("/faults/damage/bytes", test_bytes);

  return g_test_run ();
}

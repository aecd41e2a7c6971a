/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A full disk and a folder that can't be written to, on a small disk of the test's own. */

#include "config.h"

#include "gla-fault-clinic.h"

#include <errno.h>
#include <fcntl.h>
#include <sched.h>
#include <stdio.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#define ROWS 20000

/* Why there is no disk of our own; NULL if there is. */
static const char *no_disk;

static gboolean
write_map (const char *path,
           const char *text)
{
  int fd = open (path, O_WRONLY);
  gboolean done = fd >= 0 && write (fd, text, strlen (text)) == (gssize) strlen (text);

  if (fd >= 0)
    close (fd);
  return done;
}

/* Mounts that only this process and its children see; most systems let anybody have them. */
static gboolean
leave_mounts (void)
{
  char users[64];
  char groups[64];

  if (geteuid () == 0)
    return unshare (CLONE_NEWNS) == 0 && mount (NULL, "/", NULL, MS_REC | MS_PRIVATE, NULL) == 0;
  g_snprintf (users, sizeof (users), "0 %u 1", geteuid ());
  g_snprintf (groups, sizeof (groups), "0 %u 1", getegid ());
  return unshare (CLONE_NEWUSER | CLONE_NEWNS) == 0
         && write_map ("/proc/self/setgroups", "deny")
         && write_map ("/proc/self/uid_map", users)
         && write_map ("/proc/self/gid_map", groups);
}

/* A disk with @room bytes left beside the clinic of the folder, mounted on disk/. */
static gboolean
add_disk (const char *folder,
          gsize       room)
{
  g_autofree char *clinic = g_build_filename (folder, "clinic.glabella", NULL);
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *options = NULL;
  g_autofree char *bytes = NULL;
  gsize length;

  if (no_disk != NULL)
    {
      g_test_skip (no_disk);
      return FALSE;
    }
  g_assert_true (g_file_get_contents (clinic, &bytes, &length, NULL));
  options = g_strdup_printf ("size=%" G_GSIZE_FORMAT, length + room);
  g_assert_cmpint (g_mkdir_with_parents (disk, 0700), ==, 0);
  g_assert_cmpint (mount ("none", disk, "tmpfs", 0, options), ==, 0);
  gla_test_copy (folder, "clinic.glabella", "disk/clinic.glabella");
  return TRUE;
}

static void
drop_disk (const char *folder)
{
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);

  g_assert_cmpint (umount (disk), ==, 0);
}

/* However little room there is: the complaint is clear, and nothing is lost. */
static void
test_full (void)
{
  static const gsize rooms[] = { 65536, 262144, 700000, 1000000 };
  static const char *const calls[] = {
    "import patients.csv --today 2026-06-30 --clinic disk/clinic.glabella",
    "backup disk/copy.glabella --clinic clinic.glabella",
    "demo disk/demo.glabella --patients 600",
    "restore large.glabella --clinic disk/clinic.glabella",
    "timeline 000001 --output disk/x.pdf --clinic disk/clinic.glabella",
  };
  g_autofree char *folder = gla_fault_clinic_make ();
  g_autofree char *before = gla_fault_clinic_dup (folder, "clinic.glabella");
  guint failed = 0;

  gla_fault_clinic_write_csv (folder, ROWS);
  g_free (gla_test_succeed (folder, "demo large.glabella --patients 600"));
  for (gsize i = 0; i < G_N_ELEMENTS (rooms); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (calls) && add_disk (folder, rooms[i]); k++)
      {
        g_autoptr (GlaTestRun) run = gla_test_run (folder, calls[k]);
        g_autofree char *after = gla_fault_clinic_dup (folder, "disk/clinic.glabella");

        if (run->status != 0)
          {
            failed++;
            g_assert_cmpint (run->status, ==, 1);
            gla_test_assert_complaint (run->errors, NULL);
            if (strstr (run->errors, "disk is full") == NULL
                && strstr (run->errors, "No space") == NULL)
              g_error ("%s: %s", calls[k], run->errors);
          }
        g_assert_cmpstr (before, ==, after);
        drop_disk (folder);
      }
  if (no_disk == NULL)
    g_assert_cmpuint (failed, >, G_N_ELEMENTS (calls));
  gla_test_drop_folder (folder);
}

/* What only reads works; what would write says that it can't. */
static void
test_read_only (void)
{
  g_autofree char *folder = gla_fault_clinic_make ();
  g_autofree char *disk = g_build_filename (folder, "disk", NULL);
  g_autofree char *before = gla_fault_clinic_dup (folder, "clinic.glabella");
  g_autofree char *after = NULL;

  gla_fault_clinic_write_csv (folder, 5);
  if (add_disk (folder, 1000000))
    {
      g_assert_cmpint (mount (NULL, disk, NULL, MS_REMOUNT | MS_RDONLY, NULL), ==, 0);
      after = gla_fault_clinic_dup (folder, "disk/clinic.glabella");
      g_assert_cmpstr (before, ==, after);
      g_free (gla_test_succeed (folder, "backup copy.glabella --clinic disk/clinic.glabella"));
      gla_test_fail (folder, "backup disk/copy.glabella --clinic disk/clinic.glabella", 1, NULL);
      gla_test_fail (folder, "demo disk/demo.glabella", 1, NULL);
      gla_test_fail (folder, "restore copy.glabella --clinic disk/clinic.glabella", 1, NULL);
      gla_test_fail (folder, "timeline 000001 --output disk/x.png "
                             "--clinic disk/clinic.glabella", 1, "x.png");
      drop_disk (folder);
    }
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  if (!leave_mounts ())
    no_disk = "this system allows no mounts of one's own";
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/faults/disk/full", test_full);
  g_test_add_func ("/faults/disk/read-only", test_read_only);

  return g_test_run ();
}

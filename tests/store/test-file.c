/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-identifier.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void
check_refused (const char    *path,
               GlaStoreFlags  flags,
               GlaStoreError  code)
{
  g_autoptr (GError) error = NULL;
  GlaStore *store = gla_store_open (path, flags, &error);

  g_assert_null (store);
  g_assert_error (error, GLA_STORE_ERROR, (int) code);
  g_assert_cmpuint (strlen (error->message), >, 10);
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_missing (StoreFixture  *self,
              gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (self, "other.glabella");
  g_autofree char *deep = store_fixture_path (self, "no/such/folder/file");

  check_refused (path, GLA_STORE_DEFAULT, GLA_STORE_ERROR_NOT_FOUND);
  check_refused (path, GLA_STORE_CREATE | GLA_STORE_READ_ONLY, GLA_STORE_ERROR_NOT_FOUND);
  check_refused (deep, GLA_STORE_DEFAULT, GLA_STORE_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_new_folder (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = store_fixture_path (self, "new");
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  GlaStore *store = gla_store_open (path, GLA_STORE_CREATE, &error);
  GStatBuf info;

  g_assert_no_error (error);
  gla_store_close (store);
  g_assert_cmpint (g_stat (folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  g_unlink (path);
  g_rmdir (folder);
}

/* A new file beside the journals of an earlier one: they are kept, and nothing of them gets in. */
static void
test_left_journals (StoreFixture  *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "new.glabella");
  g_autoptr (GBytes) journal = store_leave_journals (self, path);
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_autofree char *first = NULL;
  gint64 n_patients = -1;

  g_assert_no_error (error);
  store_assert_kept (path, gla_store_get_set_aside (store), journal);
  store_assert_sound (store);
  g_assert_true (gla_database_get_int (store->database, "SELECT count (*) FROM patient",
                                       &n_patients, &error));
  g_assert_cmpint (n_patients, ==, 0);
  /* A file that is there keeps its own. */
  first = store_add_patient (store, "Kaya", "Mira", NULL);
  g_clear_pointer (&store, gla_store_close);
  store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_null (gla_store_get_set_aside (store));
  g_assert_null (gla_store_get_set_aside (self->store));
}

static void
test_foreign (StoreFixture  *self,
              gconstpointer  data)
{
  g_autofree char *text = store_fixture_path (self, "text");
  g_autofree char *empty = store_fixture_path (self, "empty");
  g_autofree char *start = store_fixture_path (self, "start");
  g_autofree char *other = store_fixture_path (self, "other.db");
  g_autofree char *link_name = store_fixture_path (self, "link");
  GlaStoreFlags flags[] = { GLA_STORE_DEFAULT, GLA_STORE_CREATE, GLA_STORE_READ_ONLY };

  g_file_set_contents (text, "Last Name,First Name\nKaya,Mira\n", -1, NULL);
  g_file_set_contents (empty, "", 0, NULL);
  g_file_set_contents (start, "SQLite form", -1, NULL);
  store_execute (other, "CREATE TABLE contacts (name TEXT); PRAGMA application_id = 7");
  g_assert_cmpint (symlink (self->path, link_name), ==, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      check_refused (text, flags[i], GLA_STORE_ERROR_FOREIGN);
      check_refused (empty, flags[i], GLA_STORE_ERROR_CORRUPT);
      check_refused (start, flags[i], GLA_STORE_ERROR_CORRUPT);
      check_refused (other, flags[i], GLA_STORE_ERROR_FOREIGN);
      check_refused (link_name, flags[i], GLA_STORE_ERROR_FOREIGN);
      check_refused (self->folder, flags[i], GLA_STORE_ERROR_FOREIGN);
    }
}

/* Cut at any length: refused, and the file that is left is not touched. */
static void
test_truncated (StoreFixture  *self,
                gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (self, "cut.glabella");
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *content = NULL;
  gsize length;
  const gsize lengths[] = { 10, 100, 600, 4096, 5000, 40960 };

  g_clear_pointer (&self->store, gla_store_close);
  g_assert_true (g_file_get_contents (self->path, &content, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *after = NULL;
      gsize after_length;

      g_assert_cmpuint (lengths[i], <, length);
      g_file_set_contents (path, content, (gssize) lengths[i], NULL);
      check_refused (path, GLA_STORE_CREATE, GLA_STORE_ERROR_CORRUPT);
      g_assert_true (g_file_get_contents (path, &after, &after_length, NULL));
      g_assert_cmpmem (after, after_length, content, lengths[i]);
    }
}

/* Runs @func as a user who may not write everywhere; its result is the exit status. */
static void
run_as_nobody (int      (*func) (gpointer),
               gpointer   data)
{
  int status;
  pid_t pid = fork ();

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      if (geteuid () == 0 && (setgid (65534) != 0 || setuid (65534) != 0))
        _exit (77);
      _exit (func (data));
    }
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFEXITED (status));
  if (WEXITSTATUS (status) == 77)
    g_test_skip ("the user can't be changed");
  else
    g_assert_cmpint (WEXITSTATUS (status), ==, 0);
}

static int
open_read_only (gpointer data)
{
  StoreFixture *self = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "new.glabella");
  GlaStore *store;
  g_autoptr (GArray) rows = NULL;

  if (gla_store_open (self->path, GLA_STORE_DEFAULT, &error) != NULL
      || !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_READ_ONLY))
    return 1;
  g_clear_error (&error);
  if (gla_store_open (path, GLA_STORE_CREATE, &error) != NULL
      || !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_READ_ONLY))
    return 2;
  g_clear_error (&error);
  store = gla_store_open (self->path, GLA_STORE_READ_ONLY, &error);
  if (store == NULL)
    return 3;
  rows = gla_store_search (store, "kaya", 0, 0, &error);
  if (rows == NULL || rows->len != 1)
    return 4;
  if (gla_store_put_setting (store, "a", "b", &error)
      || !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_READ_ONLY))
    return 5;
  gla_store_close (store);
  return 0;
}

static void
test_read_only_folder (StoreFixture  *self,
                       gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);

  g_clear_pointer (&self->store, gla_store_close);
  g_chmod (self->path, 0444);
  g_chmod (self->folder, 0555);
  run_as_nobody (open_read_only, self);
  g_chmod (self->folder, 0700);
}

/* Saves patients until the disk is full; what was saved before is still there, and can be read. */
static void
fill (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) note = g_string_new (NULL);
  GlaStore *store = gla_store_open (path, GLA_STORE_CREATE, &error);
  GlaPatient patient = { .family_name = "Kaya", .birth_day = GLA_DAY_NONE };
  GlaStoreCounts counts;
  gint64 saved = 0;

  g_assert_no_error (error);
  for (int i = 0; i < 2000; i++)
    g_string_append (note, "0123456789");
  patient.note = note->str;
  while (gla_store_add_patient (store, &patient, NULL, &error))
    saved++;
  g_assert_true (g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FULL)
                 || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_IO));
  g_assert_cmpint (saved, >, 3);
  g_clear_error (&error);
  g_assert_true (gla_store_count (store, &counts, &error));
  g_assert_no_error (error);
  g_assert_cmpint (counts.patients, ==, saved);
  gla_store_close (store);

  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  g_assert_true (gla_store_count (store, &counts, &error));
  g_assert_cmpint (counts.patients, ==, saved);
  gla_store_close (store);
}

static void
test_full_disk (StoreFixture  *self,
                gconstpointer  data)
{
  g_autofree char *folder = store_fixture_path (self, "small");
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);

  g_mkdir (folder, 0700);
  if (mount ("glabella-test", folder, "tmpfs", 0, "size=2m") != 0)
    {
      g_test_skip ("no small disk can be made");
      g_rmdir (folder);
      return;
    }
  fill (path);
  g_assert_cmpint (umount (folder), ==, 0);
  g_rmdir (folder);
}

/* The same with a limit on the size of files, which needs no rights. */
static void
test_file_limit (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autofree char *path = store_fixture_path (self, "limited.glabella");
  struct rlimit old;
  struct rlimit small;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &old), ==, 0);
  small = old;
  small.rlim_cur = 1024 * 1024;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &small), ==, 0);
  fill (path);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &old), ==, 0);
}

static G_GNUC_NORETURN void
write_and_tell (const char *path,
                int         fd)
{
  GlaStore *store = gla_store_open (path, GLA_STORE_DEFAULT, NULL);

  /* Else each child would go on with the same random identifiers. */
  g_random_set_seed ((guint32) getpid ());
  while (TRUE)
    {
      g_autofree char *id = store_add_patient (store, "Kaya", "Mira", "1984-03-12");
      g_autofree char *treatment = store_add_treatment (store, id, "2026-01-05", NULL, "A1");

      if (write (fd, id, GLA_IDENTIFIER_LENGTH) != GLA_IDENTIFIER_LENGTH)
        _exit (1);
    }
}

/* Reads what the child has said so far and kills it at an arbitrary moment. */
static GPtrArray *
write_and_kill (const char *path,
                int         microseconds)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  char id[GLA_IDENTIFIER_LENGTH + 1] = { 0 };
  int fds[2];
  pid_t pid;

  g_assert_cmpint (pipe (fds), ==, 0);
  pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      close (fds[0]);
      write_and_tell (path, fds[1]);
    }
  close (fds[1]);
  g_assert_cmpint (read (fds[0], id, GLA_IDENTIFIER_LENGTH), ==, GLA_IDENTIFIER_LENGTH);
  g_ptr_array_add (ids, g_strdup (id));
  g_usleep ((gulong) microseconds);
  kill (pid, SIGKILL);
  waitpid (pid, NULL, 0);
  while (read (fds[0], id, GLA_IDENTIFIER_LENGTH) == GLA_IDENTIFIER_LENGTH)
    g_ptr_array_add (ids, g_strdup (id));
  close (fds[0]);
  return ids;
}

static void
test_kill (StoreFixture  *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->store, gla_store_close);
  for (int round = 0; round < 8; round++)
    {
      g_autoptr (GPtrArray) ids = write_and_kill (self->path, 1000 + 3571 * round);
      g_autoptr (GError) error = NULL;
      g_autoptr (GlaStore) store = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
      g_autoptr (GPtrArray) faults = NULL;

      g_assert_no_error (error);
      for (guint i = 0; i < ids->len; i++)
        {
          g_autoptr (GlaHistory) history
              = gla_store_read_history (store, ids->pdata[i], &error);

          g_assert_no_error (error);
          g_assert_cmpuint (history->injections->len, ==, 1);
        }
      faults = gla_store_check (store, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, ==, 0);
    }
}

static void
test_busy (StoreFixture  *self,
           gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) other = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GlaPatient) read = NULL;

  g_assert_no_error (error);
  gla_database_set_busy_timeout (other->database, 20);
  g_assert_true (gla_store_begin_batch (self->store, &error));
  g_assert_false (gla_store_put_setting (other, "a", "b", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  /* Reading goes on meanwhile. */
  read = gla_store_read_patient (other, patient, &error);
  g_assert_no_error (error);
  gla_store_rollback_batch (self->store);
  g_assert_true (gla_store_put_setting (other, "a", "b", &error));
  g_assert_no_error (error);
}

/* As on a network drive: the second one is told that the file is in use. */
static void
test_exclusive (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, gla_store_close);
  self->store = gla_store_open_with (self->path, GLA_STORE_DEFAULT, gla_schema_get_steps (), TRUE,
                                     &error);
  g_assert_no_error (error);
  g_assert_true (gla_store_put_setting (self->store, "a", "b", &error));
  check_refused (self->path, GLA_STORE_DEFAULT, GLA_STORE_ERROR_BUSY);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/file/left-journals", test_left_journals);
  STORE_TEST ("/store/file/missing", test_missing);
  STORE_TEST ("/store/file/new-folder", test_new_folder);
  STORE_TEST ("/store/file/foreign", test_foreign);
  STORE_TEST ("/store/file/truncated", test_truncated);
  STORE_TEST ("/store/file/read-only-folder", test_read_only_folder);
  STORE_TEST ("/store/file/full-disk", test_full_disk);
  STORE_TEST ("/store/file/file-limit", test_file_limit);
  STORE_TEST ("/store/file/kill", test_kill);
  STORE_TEST ("/store/file/busy", test_busy);
  STORE_TEST ("/store/file/exclusive", test_exclusive);

  return g_test_run ();
}

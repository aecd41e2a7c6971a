/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static void
progress_cb (double   fraction,
             gpointer user_data)
{
  double *last = user_data;

  g_assert_cmpfloat (fraction, >=, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *last = fraction;
}

static void
check_file_list (StoreFixture *self,
                 const char   *unwanted)
{
  GDir *dir = g_dir_open (self->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_assert_null (strstr (name, unwanted));
  g_dir_close (dir);
}

static void
test_backup (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = store_fixture_path (self, "copy.glabella");
  g_autofree char *first = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *second = NULL;
  g_autoptr (GlaStore) copy = NULL;
  g_autoptr (GlaPatient) read = NULL;
  double last = 0;
  GStatBuf info;

  g_assert_true (gla_store_backup (self->store, backup, progress_cb, &last, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (last, ==, 1.0);
  g_assert_cmpint (g_stat (backup, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0600);
  second = store_add_patient (self->store, "Later", NULL, NULL);
  copy = gla_store_open (backup, GLA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  read = gla_store_read_patient (copy, first, &error);
  g_assert_no_error (error);
  g_assert_null (gla_store_read_patient (copy, second, NULL));
  check_file_list (self, ".part-");
  /* A second backup takes the place of the first; the clinic file itself never. */
  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  g_assert_false (gla_store_backup (self->store, self->path, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED);
}

static void
test_backup_fails (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = store_fixture_path (self, "no/such/folder/copy");

  g_assert_false (gla_store_backup (self->store, backup, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_restore (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = store_fixture_path (self, "copy.glabella");
  g_autofree char *first = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *second = NULL;
  g_autofree char *kept = NULL;
  g_autoptr (GlaPatient) read = NULL;
  g_autoptr (GlaStore) old = NULL;
  g_autoptr (GlaPatient) old_read = NULL;

  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  second = store_add_patient (self->store, "Later", NULL, NULL);
  /* Not while the file is open. */
  g_assert_false (gla_store_restore (self->path, backup, &kept, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_BUSY);
  g_clear_error (&error);
  g_assert_null (kept);
  g_clear_pointer (&self->store, gla_store_close);
  g_assert_true (gla_store_restore (self->path, backup, &kept, &error));
  g_assert_no_error (error);
  store_fixture_reopen (self);
  read = gla_store_read_patient (self->store, first, &error);
  g_assert_no_error (error);
  g_assert_null (gla_store_read_patient (self->store, second, NULL));
  /* What was replaced is whole and can be opened. */
  old = gla_store_open (kept, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  old_read = gla_store_read_patient (old, second, &error);
  g_assert_no_error (error);
}

static void
test_restore_nothing (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "fresh.glabella");
  g_autofree char *backup = store_fixture_path (self, "copy.glabella");
  g_autofree char *kept = NULL;
  GlaStore *store;

  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  g_assert_true (gla_store_restore (path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_null (kept);
  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  gla_store_close (store);
}

/* Where the clinic file is gone and its journals are left: they are kept and not played in. */
static void
test_restore_left_journals (StoreFixture  *self,
                            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "fresh.glabella");
  g_autofree char *backup = store_fixture_path (self, "copy.glabella");
  g_autofree char *first = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GBytes) journal = NULL;
  g_autoptr (GlaStore) store = NULL;
  gint64 n_patients = -1;

  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  journal = store_leave_journals (self, path);
  g_assert_true (gla_store_restore (path, backup, &kept, &error));
  g_assert_no_error (error);
  store_assert_kept (path, kept, journal);
  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  store_assert_sound (store);
  g_assert_true (gla_database_get_int (store->database, "SELECT count (*) FROM patient",
                                       &n_patients, &error));
  g_assert_cmpint (n_patients, ==, 1);
}

/* A damaged clinic file is replaced, and kept as it is. */
static void
test_restore_over_damage (StoreFixture  *self,
                          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = store_fixture_path (self, "copy.glabella");
  g_autofree char *kept = NULL;
  g_autofree char *content = NULL;

  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  g_clear_pointer (&self->store, gla_store_close);
  g_assert_true (g_file_set_contents (self->path, "not a clinic", -1, NULL));
  g_assert_true (gla_store_restore (self->path, backup, &kept, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (kept, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "not a clinic");
  store_fixture_reopen (self);
}

static void
damage (const char *path,
        gint64      offset)
{
  char bytes[512];
  int fd = g_open (path, O_WRONLY, 0);

  memset (bytes, 0xa5, sizeof (bytes));
  g_assert_cmpint (pwrite (fd, bytes, sizeof (bytes), offset), ==, sizeof (bytes));
  close (fd);
}

static void
test_restore_bad (StoreFixture  *self,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = store_fixture_path (self, "text");
  g_autofree char *broken = store_fixture_path (self, "broken");
  g_autofree char *newer = store_fixture_path (self, "newer");
  g_autofree char *none = store_fixture_path (self, "none");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_length;
  gsize after_length;

  g_file_set_contents (text, "Last,First\n", -1, NULL);
  g_assert_true (gla_store_backup (self->store, broken, NULL, NULL, &error));
  damage (broken, 4096 * 3);
  g_assert_true (gla_store_backup (self->store, newer, NULL, NULL, &error));
  store_execute (newer, "PRAGMA user_version = 99");
  g_clear_pointer (&self->store, gla_store_close);
  g_file_get_contents (self->path, &before, &before_length, NULL);
  {
    const struct
    {
      const char *backup;
      GlaStoreError code;
    } cases[] = {
      { text, GLA_STORE_ERROR_FOREIGN },
      { broken, GLA_STORE_ERROR_CORRUPT },
      { newer, GLA_STORE_ERROR_NEWER },
      { none, GLA_STORE_ERROR_NOT_FOUND },
      { self->path, GLA_STORE_ERROR_FAILED },
    };

    for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
      {
        g_assert_false (gla_store_restore (self->path, cases[i].backup, NULL, &error));
        g_assert_error (error, GLA_STORE_ERROR, (int) cases[i].code);
        g_clear_error (&error);
      }
  }
  g_file_get_contents (self->path, &after, &after_length, NULL);
  g_assert_cmpmem (before, before_length, after, after_length);
  check_file_list (self, ".replaced");
}

/* What is wrong, in one line that contains @words; nothing if @words is NULL. */
static void
check_faults (const char *path,
              const char *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GPtrArray) faults = NULL;
  gboolean found = FALSE;

  g_assert_no_error (error);
  faults = gla_store_check (store, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < faults->len; i++)
    {
      g_test_message ("%s", (char *) faults->pdata[i]);
      if (words != NULL && strstr (faults->pdata[i], words) != NULL)
        found = TRUE;
    }
  if (words == NULL)
    g_assert_cmpuint (faults->len, ==, 0);
  else
    g_assert_true (found);
}

static void
test_check (StoreFixture  *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    const char *words;
  } cases[] = {
    { "SELECT 1", NULL },
    { "UPDATE audit SET after = '{}' WHERE number = 2", "2 was changed" },
    { "UPDATE audit SET reason = 'x' WHERE number = 1", "1 was changed" },
    { "DELETE FROM audit WHERE number = 2", "before number 3 are missing" },
    { "DELETE FROM audit WHERE number = 4", "last entries are missing" },
    { "DELETE FROM audit WHERE number = 4; UPDATE audit_head SET number = 3,"
      " hash = (SELECT hash FROM audit WHERE number = 3)", "without an entry in the audit" },
    { "UPDATE audit_head SET hash = 'x'", "written last" },
    { "UPDATE patient SET birth_day = '2026-05-01'", "before the patient was born" },
    { "UPDATE vial SET content = 100", "than it held" },
    { "PRAGMA foreign_keys = OFF; DELETE FROM vial", "missing" },
    { "DELETE FROM patient_word", "not found by the family name" },
  };
  g_autoptr (GError) error = NULL;
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-12");
  g_autofree char *vial = store_add_vial (self->store, "A1", GLA_UNITS (100));
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", vial, NULL);
  g_autoptr (GlaPatient) read = gla_store_read_patient (self->store, patient, &error);
  GlaPatient fields = *read;

  fields.note = "amended";
  g_assert_true (gla_store_amend_patient (self->store, &fields, NULL, &error));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strdup_printf ("check-%d", (int) i);
      g_autofree char *path = store_fixture_path (self, name);

      g_assert_true (gla_store_backup (self->store, path, NULL, NULL, &error));
      store_execute (path, cases[i].sql);
      check_faults (path, cases[i].words);
    }
}

/* Bytes overwritten anywhere behind the head of the file are noticed. */
static void
test_damage (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "damaged");
  GStatBuf info;

  for (int i = 0; i < 40; i++)
    {
      g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", "1984-03-12");
      g_autofree char *treatment
          = store_add_treatment (self->store, patient, "2026-01-05", NULL, "A1");
    }
  g_assert_true (gla_store_backup (self->store, path, NULL, NULL, &error));
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  for (gint64 offset = 4096; offset < info.st_size; offset += 4096 * 5)
    {
      g_autoptr (GlaStore) store = NULL;
      g_autoptr (GPtrArray) faults = NULL;

      g_assert_true (gla_store_backup (self->store, path, NULL, NULL, &error));
      damage (path, offset);
      store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
      if (store == NULL)
        {
          g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT);
          g_clear_error (&error);
          continue;
        }
      faults = gla_store_check (store, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (faults->len, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/backup/left-journals", test_restore_left_journals);
  STORE_TEST ("/store/backup/backup", test_backup);
  STORE_TEST ("/store/backup/backup-fails", test_backup_fails);
  STORE_TEST ("/store/backup/restore", test_restore);
  STORE_TEST ("/store/backup/restore-nothing", test_restore_nothing);
  STORE_TEST ("/store/backup/restore-over-damage", test_restore_over_damage);
  STORE_TEST ("/store/backup/restore-bad", test_restore_bad);
  STORE_TEST ("/store/backup/check", test_check);
  STORE_TEST ("/store/backup/damage", test_damage);

  return g_test_run ();
}

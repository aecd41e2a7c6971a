/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

void
store_fixture_set_up (StoreFixture  *self,
                      gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = g_dir_make_tmp ("glabella-store-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  self->store = gla_store_open (self->path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
}

void
store_fixture_tear_down (StoreFixture  *self,
                         gconstpointer  data)
{
  GDir *dir;
  const char *name;

  g_clear_pointer (&self->store, gla_store_close);
  dir = g_dir_open (self->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (self->folder, name, NULL);

      g_remove (path);
    }
  g_dir_close (dir);
  g_rmdir (self->folder);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->folder, g_free);
}

void
store_fixture_reopen (StoreFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, gla_store_close);
  self->store = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

char *
store_fixture_path (StoreFixture *self,
                    const char   *name)
{
  return g_build_filename (self->folder, name, NULL);
}

char *
store_add_patient (GlaStore   *store,
                   const char *family_name,
                   const char *given_name,
                   const char *birth_day)
{
  g_autoptr (GError) error = NULL;
  GlaPatient patient = {
    .family_name = family_name,
    .given_name = given_name,
    .birth_day = birth_day != NULL ? gla_day_from_iso (birth_day) : GLA_DAY_NONE,
  };
  char *id = NULL;

  gla_store_add_patient (store, &patient, &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
store_add_treatment (GlaStore   *store,
                     const char *patient,
                     const char *day,
                     const char *vial,
                     const char *lot)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaTreatment treatment = {
    .patient = patient,
    .day = gla_day_from_iso (day),
    .consent_day = GLA_DAY_NONE,
  };
  GlaInjection injection = {
    .area = "glabella",
    .product = "botox-cosmetic",
    .vial = vial,
    .lot = lot,
    .units = GLA_UNITS (20),
  };
  char *id = NULL;

  g_ptr_array_add (injections, &injection);
  gla_store_add_treatment (store, &treatment, injections, NULL, &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
store_add_vial (GlaStore   *store,
                const char *lot,
                GlaUnits    content)
{
  g_autoptr (GError) error = NULL;
  GlaVial vial = {
    .product = "botox-cosmetic",
    .lot = lot,
    .content = content,
    .expiry = GLA_DAY_NONE,
    .received = GLA_DAY_NONE,
  };
  char *id = NULL;

  gla_store_add_vial (store, &vial, &id, &error);
  g_assert_no_error (error);
  return id;
}

char *
store_keep_protocol (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  gla_store_keep_protocol (store, "<protocol key=\"not-working\"/>", &id, &error);
  g_assert_no_error (error);
  return id;
}

GlaCaseRecord
store_make_case (const char *patient,
                 const char *protocol)
{
  return (GlaCaseRecord) {
    .patient = patient,
    .area = "GLAB",
    .opened = gla_day_new (2026, 11, 23),
    .protocol = protocol,
    .protocol_version = "not-working 2026-11-1",
    .standing = GLA_CASE_STANDING_ASKING,
    .step = "S0",
    .due = GLA_DAY_NONE,
    .until = GLA_DAY_NONE,
    .content = "<case/>",
    .closed = GLA_DAY_NONE,
  };
}

GlaHistory *
store_read_history (GlaStore   *store,
                    const char *patient)
{
  g_autoptr (GError) error = NULL;
  GlaHistory *history = gla_store_read_history (store, patient, &error);

  g_assert_no_error (error);
  return history;
}

GlaCaseRecord *
store_read_case (GlaStore   *store,
                 const char *patient,
                 guint       index)
{
  g_autoptr (GlaHistory) history = store_read_history (store, patient);

  g_assert_cmpuint (history->cases->len, >, index);
  return gla_case_record_ref (history->cases->pdata[index]);
}

GBytes *
store_leave_journals (StoreFixture *self,
                      const char   *path)
{
  g_autofree char *patient = store_add_patient (self->store, "Before", NULL, NULL);
  g_autofree char *from = g_strconcat (self->path, "-wal", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *shared = g_strconcat (path, "-shm", NULL);
  g_autofree char *rollback = g_strconcat (path, "-journal", NULL);
  char *content;
  gsize length;

  g_assert_true (g_file_get_contents (from, &content, &length, NULL));
  /* Something to be played into a file: a header, and pages. */
  g_assert_cmpuint (length, >, 4096);
  g_assert_true (g_file_set_contents (log, content, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (shared, "shared", -1, NULL));
  g_assert_true (g_file_set_contents (rollback, "rollback", -1, NULL));
  return g_bytes_new_take (content, length);
}

void
store_assert_kept (const char *path,
                   const char *kept,
                   GBytes     *journal)
{
  static const char *const others[][2] = { { "-shm", "shared" }, { "-journal", "rollback" } };
  g_autofree char *start = g_strconcat (path, ".left-", NULL);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_nonnull (kept);
  g_assert_true (g_str_has_prefix (kept, start));
  g_assert_true (g_str_has_suffix (kept, "-wal"));
  g_assert_true (g_file_get_contents (kept, &content, &length, NULL));
  g_assert_cmpmem (content, length, g_bytes_get_data (journal, NULL), g_bytes_get_size (journal));
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autofree char *base = g_strndup (kept, strlen (kept) - strlen ("-wal"));
      g_autofree char *name = g_strconcat (base, others[i][0], NULL);
      g_autofree char *other = NULL;

      g_assert_true (g_file_get_contents (name, &other, NULL, NULL));
      g_assert_cmpstr (other, ==, others[i][1]);
    }
}

void
store_assert_sound (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = gla_store_check (store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

void
store_execute (const char *path,
               const char *sql)
{
  sqlite3 *handle;

  g_assert_cmpint (sqlite3_open (path, &handle), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (handle, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (handle), ==, SQLITE_OK);
}

GlaAuditEntry *
store_get_audit (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = gla_store_list_audit (store, NULL, 1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, 1);
  return g_ptr_array_steal_index (list, 0);
}

guint
store_count_audit (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = gla_store_list_audit (store, NULL, 0, &error);

  g_assert_no_error (error);
  return list->len;
}

static const char *
find_member (const char *json,
             const char *member)
{
  return json != NULL ? strstr (json, member) : NULL;
}

void
store_check_audit (GlaStore   *store,
                   guint       entries,
                   const char *action,
                   const char *table,
                   const char *before,
                   const char *after)
{
  g_autoptr (GlaAuditEntry) entry = store_get_audit (store);

  g_assert_cmpuint (store_count_audit (store), ==, entries);
  g_assert_cmpstr (entry->action, ==, action);
  g_assert_cmpstr (entry->table, ==, table);
  if (before == NULL)
    g_assert_null (entry->before);
  else
    g_assert_nonnull (find_member (entry->before, before));
  if (after == NULL)
    g_assert_null (entry->after);
  else
    g_assert_nonnull (find_member (entry->after, after));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-photo.h"

#include <string.h>

/* A picture that no decoder would take: to the store it is bytes. */
static GBytes *
make_bytes (gsize size,
            guint seed)
{
  guint8 *data = g_malloc (size);

  for (gsize i = 0; i < size; i++)
    data[i] = (guint8) (i * 31 + i / 251 + seed);
  return g_bytes_new_take (data, size);
}

static GlaPhoto
make_photo (const char *patient)
{
  return (GlaPhoto) {
    .patient = patient, .day = gla_day_new (2026, 10, 12), .width = 2048, .height = 1536
  };
}

static char *
add_photo (GlaStore       *store,
           const GlaPhoto *photo,
           guint           seed)
{
  g_autoptr (GBytes) picture = make_bytes (300000, seed);
  g_autoptr (GBytes) thumbnail = make_bytes (9000, seed);
  g_autoptr (GError) error = NULL;
  char *id = NULL;

  g_assert_true (gla_store_add_photo (store, photo, picture, thumbnail, &id, &error));
  g_assert_no_error (error);
  return id;
}

static GPtrArray *
list_photos (GlaStore   *store,
             const char *patient)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *list = gla_store_list_photos (store, patient, &error);

  g_assert_no_error (error);
  return list;
}

static void
assert_pictures (GlaStore   *store,
                 const char *id,
                 guint       seed)
{
  g_autoptr (GBytes) picture = make_bytes (300000, seed);
  g_autoptr (GBytes) thumbnail = make_bytes (9000, seed);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) read_picture = gla_store_read_picture (store, id, &error);
  g_autoptr (GBytes) read_thumbnail = NULL;

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (picture, read_picture));
  read_thumbnail = gla_store_read_thumbnail (store, id, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (thumbnail, read_thumbnail));
}

/* Everything that is given is there again, also after the file was closed. */
static void
test_fields (StoreFixture  *self,
             gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-10-12", NULL, "A");
  GlaStaff staff = { .name = "Dr A. Osei", .active = TRUE };
  g_autofree char *osei = NULL, *bare_id = NULL, *full_id = NULL;
  GlaPhoto bare = make_photo (patient);
  GlaPhoto full = make_photo (patient);
  g_autoptr (GPtrArray) list = NULL;
  const GlaPhoto *read;

  g_assert_true (gla_store_add_staff (self->store, &staff, &osei, NULL));
  full.treatment = treatment;
  full.expression = GLA_PHOTO_FROWN;
  full.angle = GLA_PHOTO_LEFT_OBLIQUE;
  full.note = "hair tied back";
  full.marketing_day = gla_day_new (2026, 10, 13);
  full.staff = osei;
  bare.marketing_day = GLA_DAY_NONE;
  bare_id = add_photo (self->store, &bare, 1);
  full_id = add_photo (self->store, &full, 2);

  store_fixture_reopen (self);
  list = list_photos (self->store, patient);
  g_assert_cmpuint (list->len, ==, 2);
  read = list->pdata[0]; /* what is sorted comes first */
  g_assert_cmpstr (read->id, ==, full_id);
  g_assert_cmpstr (read->patient, ==, patient);
  g_assert_cmpstr (read->treatment, ==, treatment);
  g_assert_cmpint (read->day, ==, full.day);
  g_assert_cmpint (read->expression, ==, GLA_PHOTO_FROWN);
  g_assert_cmpint (read->angle, ==, GLA_PHOTO_LEFT_OBLIQUE);
  g_assert_cmpstr (read->note, ==, full.note);
  g_assert_cmpint (read->marketing_day, ==, full.marketing_day);
  g_assert_cmpstr (read->staff, ==, osei);
  g_assert_cmpint (read->width, ==, 2048);
  g_assert_cmpint (read->height, ==, 1536);
  g_assert_cmpint (read->size, ==, 300000);
  g_assert_cmpuint (strlen (read->checksum), ==, 64);
  g_assert_cmpint (read->revision, ==, 1);
  read = list->pdata[1];
  g_assert_cmpstr (read->id, ==, bare_id);
  g_assert_null (read->treatment);
  g_assert_cmpint (read->expression, ==, GLA_PHOTO_EXPRESSION_NONE);
  g_assert_cmpint (read->marketing_day, ==, GLA_DAY_NONE);
  assert_pictures (self->store, bare_id, 1);
  assert_pictures (self->store, full_id, 2);
  store_assert_sound (self->store);
}

/* The audit says which picture it is, and is small. */
static void
test_audit (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaPhoto photo = make_photo (patient);
  g_autofree char *id = add_photo (self->store, &photo, 1);
  g_autoptr (GPtrArray) list = list_photos (self->store, patient);
  const GlaPhoto *read = list->pdata[0];
  GlaPhoto amended = *read;
  g_autofree char *checksum = g_strdup_printf ("\"checksum\":\"%s\"", read->checksum);
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GError) error = NULL;

  store_check_audit (self->store, 2, "add", "photo", NULL, checksum);
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->patient, ==, patient);
  g_assert_cmpuint (strlen (entry->after), <, 1000);

  amended.marketing_day = gla_day_new (2026, 10, 14);
  amended.expression = GLA_PHOTO_SMILE;
  amended.angle = GLA_PHOTO_FRONT;
  g_assert_true (gla_store_amend_photo (self->store, &amended, NULL, &error));
  store_check_audit (self->store, 3, "amend", "photo", "\"expression\":0",
                     "\"marketing_day\":\"2026-10-14\"");
  /* Not twice from the same state. */
  g_assert_false (gla_store_amend_photo (self->store, &amended, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  store_assert_sound (self->store);
}

/* What says which picture it is can't be amended. */
static void
test_same_picture (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaPhoto photo = make_photo (patient);
  g_autofree char *id = add_photo (self->store, &photo, 1);
  g_autoptr (GPtrArray) list = list_photos (self->store, patient);
  g_autoptr (GPtrArray) again = NULL;
  GlaPhoto amended = *(const GlaPhoto *) list->pdata[0];
  const GlaPhoto *read;

  amended.checksum = "0000000000000000000000000000000000000000000000000000000000000000";
  amended.size = 1;
  amended.width = 1;
  amended.note = "new";
  g_assert_true (gla_store_amend_photo (self->store, &amended, NULL, NULL));
  again = list_photos (self->store, patient);
  read = again->pdata[0];
  g_assert_cmpstr (read->note, ==, "new");
  g_assert_cmpstr (read->checksum, ==, ((const GlaPhoto *) list->pdata[0])->checksum);
  g_assert_cmpint (read->size, ==, 300000);
  g_assert_cmpint (read->width, ==, 2048);
  store_assert_sound (self->store);
}

/* The same picture twice in one record is one too many; after voiding it may come again. */
static void
test_known (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *other = store_add_patient (self->store, "Kaya", "Ela", NULL);
  GlaPhoto photo = make_photo (patient);
  GlaPhoto of_other = make_photo (other);
  g_autofree char *id = add_photo (self->store, &photo, 1);
  g_autofree char *other_id = add_photo (self->store, &of_other, 1);
  g_autoptr (GBytes) picture = make_bytes (300000, 1);
  g_autoptr (GError) error = NULL;
  guint n_entries = store_count_audit (self->store);
  g_autofree char *again = NULL;
  gint64 count;

  g_assert_false (gla_store_add_photo (self->store, &photo, picture, picture, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_assert_cmpuint (store_count_audit (self->store), ==, n_entries);
  g_assert_true (gla_database_get_int (self->store->database,
                                       "SELECT count (*) FROM photo_picture", &count, NULL));
  g_assert_cmpint (count, ==, 2);
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PHOTO, id, "blurred", NULL));
  again = add_photo (self->store, &photo, 1);
  g_assert_cmpstr (again, !=, id);
}

static void
test_void (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaPhoto photo = make_photo (patient);
  g_autofree char *id = add_photo (self->store, &photo, 1);
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) one = NULL;
  GlaStoreCounts counts;

  g_assert_true (gla_store_count (self->store, &counts, NULL));
  g_assert_cmpint (counts.photos, ==, 1);
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PHOTO, id, "blurred", NULL));
  store_check_audit (self->store, 3, "void", "photo", "\"revision\":1", "\"revision\":2");
  none = list_photos (self->store, patient);
  g_assert_cmpuint (none->len, ==, 0);
  g_assert_true (gla_store_count (self->store, &counts, NULL));
  g_assert_cmpint (counts.photos, ==, 0);
  g_assert_true (gla_store_restore_voided (self->store, GLA_TABLE_PHOTO, id, NULL, NULL));
  one = list_photos (self->store, patient);
  g_assert_cmpuint (one->len, ==, 1);
  assert_pictures (self->store, id, 1);
  store_assert_sound (self->store);
}

/* A backup has the pictures, and restoring brings them back. */
static void
test_backup (StoreFixture  *self,
             gconstpointer  data)
{
  g_autofree char *backup = store_fixture_path (self, "backup.glabella");
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaPhoto photo = make_photo (patient);
  g_autofree char *id = add_photo (self->store, &photo, 7);
  g_autoptr (GError) error = NULL;
  GlaStore *copy;

  g_assert_true (gla_store_backup (self->store, backup, NULL, NULL, &error));
  g_assert_no_error (error);
  copy = gla_store_open (backup, GLA_STORE_READ_ONLY, &error);
  g_assert_no_error (error);
  assert_pictures (copy, id, 7);
  store_assert_sound (copy);
  gla_store_close (copy);

  g_clear_pointer (&self->store, gla_store_close);
  store_execute (self->path, "DELETE FROM photo_picture; DELETE FROM photo");
  g_assert_true (gla_store_restore (self->path, backup, NULL, &error));
  g_assert_no_error (error);
  store_fixture_reopen (self);
  assert_pictures (self->store, id, 7);
}

/* A changed and a missing picture are noticed when read and when the file is checked. */
static void
test_damage (StoreFixture  *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *sql;
    GlaStoreError code;
    const char *word;
  } cases[] = {
    { "UPDATE photo_picture SET picture = zeroblob (300000)", GLA_STORE_ERROR_CORRUPT, "changed" },
    { "DELETE FROM photo_picture", GLA_STORE_ERROR_NOT_FOUND, "missing" },
  };
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  GlaPhoto photo = make_photo (patient);
  g_autofree char *id = add_photo (self->store, &photo, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;

      store_execute (self->path, cases[i].sql);
      g_assert_null (gla_store_read_picture (self->store, id, &error));
      g_assert_error (error, GLA_STORE_ERROR, (int) cases[i].code);
      faults = gla_store_check (self->store, NULL, NULL, NULL);
      g_assert_cmpuint (faults->len, ==, 1);
      g_assert_nonnull (strstr (faults->pdata[0], id));
      g_assert_nonnull (strstr (faults->pdata[0], cases[i].word));
    }
}

/* In a batch, what is there already is left alone. */
static void
test_batch (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autoptr (GBytes) picture = make_bytes (1000, 1);
  GlaPhoto photo = make_photo (patient);
  g_autoptr (GPtrArray) list = NULL;

  photo.id = "2f0c9d5e-0000-4000-8000-00000000f001";
  for (int i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (gla_store_begin_batch (self->store, &error));
      g_assert_true (gla_store_add_photo (self->store, &photo, picture, picture, NULL, &error));
      g_assert_cmpint (gla_store_batch_was_added (self->store), ==, i == 0);
      g_assert_true (gla_store_commit_batch (self->store, "photos", &error));
      g_assert_no_error (error);
    }
  list = list_photos (self->store, patient);
  g_assert_cmpuint (list->len, ==, 1);
  store_assert_sound (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/photo/fields", test_fields);
  STORE_TEST ("/store/photo/audit", test_audit);
  STORE_TEST ("/store/photo/same-picture", test_same_picture);
  STORE_TEST ("/store/photo/known", test_known);
  STORE_TEST ("/store/photo/void", test_void);
  STORE_TEST ("/store/photo/backup", test_backup);
  STORE_TEST ("/store/photo/damage", test_damage);
  STORE_TEST ("/store/photo/batch", test_batch);

  return g_test_run ();
}

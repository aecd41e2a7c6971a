/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-photo.h"

#include "gla-i18n.h"
#include "gla-store-private.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaPhoto, TEXT, treatment),
  GLA_FIELD (GlaPhoto, DAY, day),
  GLA_FIELD (GlaPhoto, INT, expression),
  GLA_FIELD (GlaPhoto, INT, angle),
  GLA_FIELD (GlaPhoto, TEXT, note),
  GLA_FIELD (GlaPhoto, DAY, marketing_day),
  GLA_FIELD (GlaPhoto, TEXT, staff),
  GLA_FIELD (GlaPhoto, INT, width),
  GLA_FIELD (GlaPhoto, INT, height),
  GLA_FIELD (GlaPhoto, VOLUME, size),
  GLA_FIELD (GlaPhoto, TEXT, checksum),
};

#define COLUMNS                                                                                    \
  "id, treatment, day, expression, angle, note, marketing_day, staff, width, height, size, checksum"

/* What says which picture it is is never NULL and so stays, whatever an amendment hands in. */
const GlaTable gla_photo_table = {
  GLA_TABLE_STATEMENTS ("photo", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaPhoto, id),
  .patient = offsetof (GlaPhoto, patient),
  .revision = offsetof (GlaPhoto, revision),
  .insert = "INSERT INTO photo (patient, " COLUMNS ") VALUES (:patient, :id, :treatment, :day,"
            " :expression, :angle, :note, :marketing_day, :staff, :width, :height, :size,"
            " :checksum)",
  .update = "UPDATE photo SET treatment = :treatment, day = :day, expression = :expression,"
            " angle = :angle, note = :note, marketing_day = :marketing_day, staff = :staff,"
            " width = coalesce (width, :width), height = coalesce (height, :height),"
            " size = coalesce (size, :size), checksum = coalesce (checksum, :checksum),"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

static char *
make_checksum (GBytes *picture)
{
  return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, picture);
}

static gboolean
insert_picture (GlaStore    *self,
                const char  *photo,
                GBytes      *picture,
                GBytes      *thumbnail,
                GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO photo_picture (photo, thumbnail, picture)"
                           " VALUES (:photo, :thumbnail, :picture)",
                           error);
  gconstpointer data;
  gsize size;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":photo", photo);
  data = g_bytes_get_data (thumbnail, &size);
  gla_statement_bind_blob (statement, ":thumbnail", data, size);
  data = g_bytes_get_data (picture, &size);
  gla_statement_bind_blob (statement, ":picture", data, size);
  return gla_statement_run (statement, error);
}

/* Whether a photo of the patient that is not voided has the same picture. */
static gboolean
refuse_known (GlaStore        *self,
              const GlaPhoto  *photo,
              GError         **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT 1 FROM photo f JOIN patient p ON p.row = f.patient"
                           " WHERE p.id = :patient AND f.checksum = :checksum"
                           " AND f.void_reason IS NULL LIMIT 1",
                           error);
  gboolean found;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":patient", photo->patient);
  gla_statement_bind_text (statement, ":checksum", photo->checksum);
  if (!gla_statement_step (statement, &found, error))
    return FALSE;
  if (found)
    g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                         _("The patient’s record has this picture already."));
  return !found;
}

gboolean
gla_store_add_photo (GlaStore        *self,
                     const GlaPhoto  *photo,
                     GBytes          *picture,
                     GBytes          *thumbnail,
                     char           **id,
                     GError         **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *checksum = NULL;
  g_autofree char *name = NULL;
  GlaPhoto full;

  g_return_val_if_fail (self != NULL && photo != NULL, FALSE);
  g_return_val_if_fail (picture != NULL && thumbnail != NULL, FALSE);

  checksum = make_checksum (picture);
  full = *photo;
  full.checksum = checksum;
  full.size = (gint64) g_bytes_get_size (picture);
  transaction = gla_store_begin (self, error);
  if (transaction == NULL || (self->batch == NULL && !refuse_known (self, &full, error))
      || !gla_table_add (self, &gla_photo_table, &full, &name, error))
    return FALSE;
  /* A batch may be handed what it wrote before. */
  if ((self->batch == NULL || self->batch_added)
      && !insert_picture (self, name, picture, thumbnail, error))
    return FALSE;
  if (!gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

gboolean
gla_store_amend_photo (GlaStore        *self,
                       const GlaPhoto  *photo,
                       const char      *reason,
                       GError         **error)
{
  g_return_val_if_fail (self != NULL && photo != NULL && photo->id != NULL, FALSE);

  return gla_table_amend (self, &gla_photo_table, photo, reason, error);
}

GPtrArray *
gla_store_list_photos (GlaStore    *self,
                       const char  *patient,
                       GError     **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM photo"
                                 " WHERE patient = (SELECT row FROM patient WHERE id = :patient)"
                                 " AND void_reason IS NULL"
                                 " ORDER BY day, expression = 0, expression, angle, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":patient", patient);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaPhoto record = { .patient = patient };

      gla_table_read (&gla_photo_table, statement, &record);
      g_ptr_array_add (list, gla_photo_new (&record));
    }
  return row ? NULL : g_steal_pointer (&list);
}

/* One blob of the photo, and the checksum that it was kept with. */
static GBytes *
read_blob (GlaStore    *self,
           const char  *sql,
           const char  *photo,
           char       **checksum,
           GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, sql, error);
  gconstpointer data;
  gboolean row;
  gsize size;

  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":photo", photo);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  if (checksum != NULL)
    *checksum = g_strdup (gla_statement_get_text (statement, 1));
  data = gla_statement_get_blob (statement, 0, &size);
  return g_bytes_new (data, size);
}

GBytes *
gla_store_read_picture (GlaStore    *self,
                        const char  *photo,
                        GError     **error)
{
  g_autofree char *expected = NULL;
  g_autofree char *checksum = NULL;
  g_autoptr (GBytes) picture = NULL;

  g_return_val_if_fail (self != NULL && photo != NULL, NULL);

  picture = read_blob (self,
                       "SELECT k.picture, f.checksum FROM photo f"
                       " JOIN photo_picture k ON k.photo = f.id WHERE f.id = :photo",
                       photo, &expected, error);
  if (picture == NULL)
    return NULL;
  checksum = make_checksum (picture);
  if (g_strcmp0 (checksum, expected) != 0)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CORRUPT,
                           _("The picture was changed after it was kept. Restore a backup."));
      return NULL;
    }
  return g_steal_pointer (&picture);
}

GBytes *
gla_store_read_thumbnail (GlaStore    *self,
                          const char  *photo,
                          GError     **error)
{
  g_return_val_if_fail (self != NULL && photo != NULL, NULL);

  return read_blob (self, "SELECT thumbnail FROM photo_picture WHERE photo = :photo", photo, NULL,
                    error);
}

gboolean
gla_store_check_photos (GlaStore   *self,
                        GPtrArray  *faults,
                        GError    **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT f.id, f.checksum, k.picture FROM photo f"
                           " LEFT JOIN photo_picture k ON k.photo = f.id ORDER BY k.row",
                           error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      const char *id = gla_statement_get_text (statement, 0);
      g_autofree char *expected = g_strdup (gla_statement_get_text (statement, 1));
      g_autofree char *checksum = NULL;
      gconstpointer data;
      gsize size;

      data = gla_statement_get_blob (statement, 2, &size);
      checksum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
      if (data == NULL)
        g_ptr_array_add (faults, g_strdup_printf (_("The picture of photo %s is missing."), id));
      else if (g_strcmp0 (checksum, expected) != 0)
        g_ptr_array_add (faults, g_strdup_printf (_("The picture of photo %s was changed after it "
                                                    "was kept."),
                                                  id));
    }
  return !row;
}

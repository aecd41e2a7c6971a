/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-json.h"
#include "gla-store-private.h"
#include "gla-store-read.h"

static const GlaField product_fields[] = {
  GLA_FIELD (GlaClinicProduct, TEXT, key),
  GLA_FIELD (GlaClinicProduct, TEXT, name),
  GLA_FIELD (GlaClinicProduct, TEXT, code),
  GLA_FIELD (GlaClinicProduct, TEXT, unit_family),
  GLA_FIELD (GlaClinicProduct, UNITS, content),
  GLA_FIELD (GlaClinicProduct, INT, active),
};

static const GlaField area_fields[] = {
  GLA_FIELD (GlaClinicArea, TEXT, key),
  GLA_FIELD (GlaClinicArea, TEXT, name),
  GLA_FIELD (GlaClinicArea, TEXT, code),
  GLA_FIELD (GlaClinicArea, INT, has_sides),
  GLA_FIELD (GlaClinicArea, TEXT, scale),
  GLA_FIELD (GlaClinicArea, INT, active),
};

/* Both kinds of entry are found by their key and written in the same way. */
typedef struct
{
  const char *name;
  const GlaField *fields;
  gsize n_fields;
  const char *row;    /* all columns of :key, revision last */
  const char *write;
} Catalogue;

static const Catalogue products = {
  "clinic_product", product_fields, G_N_ELEMENTS (product_fields),
  "SELECT key, name, code, unit_family, content, active, revision FROM clinic_product"
  " WHERE key = :key",
  "INSERT INTO clinic_product (key, name, code, unit_family, content, active)"
  " VALUES (:key, :name, :code, :unit_family, :content, :active)"
  " ON CONFLICT (key) DO UPDATE SET name = excluded.name, code = excluded.code,"
  " unit_family = excluded.unit_family, content = excluded.content, active = excluded.active,"
  " revision = clinic_product.revision + 1",
};

static const Catalogue areas = {
  "clinic_area", area_fields, G_N_ELEMENTS (area_fields),
  "SELECT key, name, code, has_sides, scale, active, revision FROM clinic_area WHERE key = :key",
  "INSERT INTO clinic_area (key, name, code, has_sides, scale, active)"
  " VALUES (:key, :name, :code, :has_sides, :scale, :active)"
  " ON CONFLICT (key) DO UPDATE SET name = excluded.name, code = excluded.code,"
  " has_sides = excluded.has_sides, scale = excluded.scale, active = excluded.active,"
  " revision = clinic_area.revision + 1",
};

/* @json and @revision are NULL and 0 if there is no such entry. */
static gboolean
read_entry (GlaStore         *self,
            const Catalogue  *catalogue,
            const char       *key,
            char            **json,
            gint64           *revision,
            GError          **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, catalogue->row, error);
  GString *text;
  gboolean row;

  *json = NULL;
  *revision = 0;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":key", key);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  text = g_string_new ("{");
  gla_json_append_row (text, statement);
  g_string_append_c (text, '}');
  *json = g_string_free (text, FALSE);
  *revision = gla_statement_get_int (statement, (int) catalogue->n_fields);
  return TRUE;
}

static gboolean
write_entry (GlaStore         *self,
             const Catalogue  *catalogue,
             gconstpointer     record,
             GError          **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, catalogue->write, error);

  if (statement == NULL)
    return FALSE;
  gla_fields_bind (catalogue->fields, catalogue->n_fields, statement, record);
  return gla_statement_run (statement, error);
}

static gboolean
put_entry (GlaStore         *self,
           const Catalogue  *catalogue,
           const char       *key,
           gint64            known_revision,
           gconstpointer     record,
           GError          **error)
{
  g_autoptr (GlaTransaction) transaction = gla_store_begin (self, error);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 revision;

  if (transaction == NULL || !read_entry (self, catalogue, key, &before, &revision, error))
    return FALSE;
  /* One that was never read from the file (revision 0) may take the place of another. */
  if (known_revision != 0 && known_revision != revision)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED,
                           _("Someone else changed this entry meanwhile. Look at it again before "
                             "you change it."));
      return FALSE;
    }
  self->batch_added = before == NULL;
  return write_entry (self, catalogue, record, error)
         && read_entry (self, catalogue, key, &after, &revision, error)
         && (self->batch != NULL
             || gla_store_write_audit (self, before == NULL ? "add" : "amend", catalogue->name,
                                       key, NULL, before, after, NULL, error))
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_store_put_clinic_product (GlaStore                *self,
                              const GlaClinicProduct  *product,
                              GError                 **error)
{
  g_return_val_if_fail (self != NULL && product != NULL && product->key != NULL, FALSE);

  return put_entry (self, &products, product->key, product->revision, product, error);
}

gboolean
gla_store_put_clinic_area (GlaStore             *self,
                           const GlaClinicArea  *area,
                           GError              **error)
{
  g_return_val_if_fail (self != NULL && area != NULL && area->key != NULL, FALSE);

  return put_entry (self, &areas, area->key, area->revision, area, error);
}

GPtrArray *
gla_store_list_clinic_products (GlaStore  *self,
                                GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_clinic_product_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT key, name, code, unit_family, content, active, revision"
                                 " FROM clinic_product ORDER BY lower (name), key",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaClinicProduct product = { 0 };

      gla_fields_read (product_fields, G_N_ELEMENTS (product_fields), statement, 0, &product);
      product.revision = gla_statement_get_int (statement, G_N_ELEMENTS (product_fields));
      g_ptr_array_add (list, gla_clinic_product_new (&product));
    }
  return row ? NULL : g_steal_pointer (&list);
}

GPtrArray *
gla_store_list_clinic_areas (GlaStore  *self,
                             GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_clinic_area_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT key, name, code, has_sides, scale, active, revision"
                                 " FROM clinic_area ORDER BY lower (name), key",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaClinicArea area = { 0 };

      gla_fields_read (area_fields, G_N_ELEMENTS (area_fields), statement, 0, &area);
      area.revision = gla_statement_get_int (statement, G_N_ELEMENTS (area_fields));
      g_ptr_array_add (list, gla_clinic_area_new (&area));
    }
  return row ? NULL : g_steal_pointer (&list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-stock.h"

#include "gla-i18n.h"
#include "gla-json.h"
#include "gla-store-private.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaCarton, TEXT, gtin),
  GLA_FIELD (GlaCarton, TEXT, product),
  GLA_FIELD (GlaCarton, TEXT, presentation),
  GLA_FIELD (GlaCarton, UNITS, content),
};

#define COLUMNS "gtin, product, presentation, content, revision"

static GlaCarton *
read_carton (GlaStatement *statement)
{
  GlaCarton carton = { 0 };

  gla_fields_read (fields, G_N_ELEMENTS (fields), statement, 0, &carton);
  carton.revision = gla_statement_get_int (statement, G_N_ELEMENTS (fields));
  return gla_carton_new (&carton);
}

GlaCarton *
gla_store_find_carton (GlaStore    *self,
                       const char  *gtin,
                       GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL && gtin != NULL, NULL);

  statement = gla_store_prepare (self, "SELECT " COLUMNS " FROM carton WHERE gtin = :gtin", error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":gtin", gtin);
  if (!gla_statement_step (statement, &row, error) || !row)
    return NULL;
  return read_carton (statement);
}

GPtrArray *
gla_store_list_cartons (GlaStore  *self,
                        GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_carton_unref);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self, "SELECT " COLUMNS " FROM carton ORDER BY gtin", error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_carton (statement));
  return row ? NULL : g_steal_pointer (&list);
}

/* NULL without an error if the number is not known. */
static gboolean
read_json (GlaStore     *self,
           const char   *gtin,
           char        **json,
           gint64       *revision,
           GError      **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT " COLUMNS " FROM carton WHERE gtin = :gtin", error);
  GString *text;
  gboolean row;

  *json = NULL;
  *revision = 0;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":gtin", gtin);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  text = g_string_new ("{");
  gla_json_append_row (text, statement);
  g_string_append_c (text, '}');
  *json = g_string_free (text, FALSE);
  *revision = gla_statement_get_int (statement, G_N_ELEMENTS (fields));
  return TRUE;
}

static gboolean
write_carton (GlaStore         *self,
              const GlaCarton  *carton,
              GError          **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO carton (gtin, product, presentation, content)"
                           " VALUES (:gtin, :product, :presentation, :content)"
                           " ON CONFLICT (gtin) DO UPDATE SET product = excluded.product,"
                           " presentation = excluded.presentation, content = excluded.content,"
                           " revision = carton.revision + 1",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_fields_bind (fields, G_N_ELEMENTS (fields), statement, carton);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_put_carton (GlaStore         *self,
                      const GlaCarton  *carton,
                      GError          **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 revision;

  g_return_val_if_fail (self != NULL && carton != NULL && carton->gtin != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !read_json (self, carton->gtin, &before, &revision, error))
    return FALSE;
  if (revision != carton->revision)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED,
                           _("Someone else has just said what this product number means. Scan "
                             "the carton again."));
      return FALSE;
    }
  return write_carton (self, carton, error)
         && read_json (self, carton->gtin, &after, &revision, error)
         && gla_store_write_audit (self, before == NULL ? "add" : "amend", "carton", carton->gtin,
                                   NULL, before, after, NULL, error)
         && gla_transaction_commit (transaction, error);
}

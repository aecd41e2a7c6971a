/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-document.h"

#include "gla-identifier.h"
#include "gla-json.h"
#include "gla-store-parts.h"
#include "gla-store-read.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaDocument, TEXT, treatment),
  GLA_FIELD (GlaDocument, TEXT, template),
  GLA_FIELD (GlaDocument, TEXT, version),
  GLA_FIELD (GlaDocument, TEXT, language),
  GLA_FIELD (GlaDocument, DAY, day),
  GLA_FIELD (GlaDocument, TEXT, staff),
};

#define COLUMNS "id, treatment, template, version, language, day, staff"
/* Of the column behind these and the revision. */
#define HAS_COPY 8

/* The audit has the sum of the copy, which is never changed, and not the copy. */
static gboolean
describe_copy (GlaStore    *store,
               const char  *id,
               GString     *json,
               GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (store,
                           "SELECT copy FROM document WHERE id = :id AND copy IS NOT NULL", error);
  g_autofree char *sum = NULL;
  gconstpointer data;
  gboolean row;
  gsize size;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  data = gla_statement_get_blob (statement, 0, &size);
  sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256, data, size);
  g_string_append (json, ",\"copy_sha256\":");
  gla_json_append_text (json, sum);
  return TRUE;
}

const GlaTable gla_document_table = {
  GLA_TABLE_STATEMENTS ("document", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaDocument, id),
  .patient = offsetof (GlaDocument, patient),
  .revision = offsetof (GlaDocument, revision),
  .insert = "INSERT INTO document (patient, " COLUMNS ") VALUES (:patient, :id, :treatment,"
            " :template, :version, :language, :day,"
            " :staff)",
  .extra = describe_copy,
};

gboolean
gla_store_add_document (GlaStore           *self,
                        const GlaDocument  *document,
                        char              **id,
                        GError            **error)
{
  g_return_val_if_fail (self != NULL && document != NULL, FALSE);

  return gla_table_add (self, &gla_document_table, document, id, error);
}

static gboolean
put_copy (GlaStore    *self,
          const char  *id,
          const char  *type,
          GBytes      *copy,
          GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "UPDATE document SET copy_type = :type, copy = :copy WHERE id = :id",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":type", type);
  gla_statement_bind_blob (statement, ":copy", g_bytes_get_data (copy, NULL),
                           g_bytes_get_size (copy));
  gla_statement_bind_text (statement, ":id", id);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_add_document_copy (GlaStore           *self,
                             const GlaDocument  *document,
                             const char         *type,
                             GBytes             *copy,
                             char              **id,
                             GError            **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  g_autofree char *after = NULL;
  gint64 patient;

  g_return_val_if_fail (self != NULL && document != NULL, FALSE);
  g_return_val_if_fail (type != NULL && copy != NULL, FALSE);

  name = gla_identifier_new ();
  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !gla_store_find_patient_row (self, document->patient, &patient, error)
      || !gla_table_insert (self, &gla_document_table, document, name, patient, error)
      || !put_copy (self, name, type, copy, error))
    return FALSE;
  after = gla_table_describe (self, &gla_document_table, name, error);
  if (after == NULL
      || !gla_store_write_audit (self, "add", "document", name, document->patient, NULL, after,
                                 NULL, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

char **
gla_store_add_document_copies (GlaStore         *self,
                               const GPtrArray  *documents,
                               const char       *type,
                               const GPtrArray  *copies,
                               GError          **error)
{
  g_autoptr (GStrvBuilder) ids = NULL;
  g_autoptr (GlaTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && documents != NULL && copies != NULL, NULL);
  g_return_val_if_fail (documents->len == copies->len, NULL);

  ids = g_strv_builder_new ();
  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return NULL;
  for (guint i = 0; i < documents->len; i++)
    {
      g_autofree char *id = NULL;

      if (!gla_store_add_document_copy (self, documents->pdata[i], type, copies->pdata[i], &id,
                                        error))
        return NULL;
      g_strv_builder_add (ids, id);
    }
  return gla_transaction_commit (transaction, error) ? g_strv_builder_end (ids) : NULL;
}

GBytes *
gla_store_read_copy (GlaStore    *self,
                     const char  *id,
                     char       **type,
                     GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gconstpointer data;
  gboolean row;
  gsize size;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT copy_type, copy FROM document"
                                 " WHERE id = :id AND copy IS NOT NULL",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  if (type != NULL)
    *type = g_strdup (gla_statement_get_text (statement, 0));
  data = gla_statement_get_blob (statement, 1, &size);
  return g_bytes_new (data, size);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaDocument record = { .patient = history->patient->id };

  gla_table_read (&gla_document_table, statement, &record);
  record.has_copy = gla_statement_get_int (statement, HAS_COPY) != 0;
  record.treatment = gla_store_keep_treatment (history, record.treatment);
  gla_history_take_document (history, gla_document_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_document_part = {
  GLA_HISTORY_PART ("document", COLUMNS ", revision, copy IS NOT NULL", "void_reason IS NULL"),
  .take = take_row,
};

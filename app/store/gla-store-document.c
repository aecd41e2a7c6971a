/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaDocument, TEXT, treatment),
  GLA_FIELD (GlaDocument, TEXT, template),
  GLA_FIELD (GlaDocument, TEXT, version),
  GLA_FIELD (GlaDocument, TEXT, language),
  GLA_FIELD (GlaDocument, DAY, day),
  GLA_FIELD (GlaDocument, TEXT, staff),
};

#define COLUMNS "id, treatment, template, version, language, day, staff"

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

gboolean
gla_store_read_documents (GlaStore    *self,
                          gint64       patient,
                          GlaHistory  *history,
                          GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT " COLUMNS ", revision FROM document"
                           " WHERE patient = :patient AND void_reason IS NULL",
                           error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":patient", patient);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaDocument record = { .patient = history->patient->id };

      gla_table_read (&gla_document_table, statement, &record);
      record.treatment = gla_store_keep_treatment (history, record.treatment);
      gla_history_take_document (history, gla_document_new (&record));
    }
  return !row;
}

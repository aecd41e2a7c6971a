/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-identifier.h"
#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaAssessment, TEXT, treatment),
  GLA_FIELD (GlaAssessment, TEXT, area),
  GLA_FIELD (GlaAssessment, INT, side),
  GLA_FIELD (GlaAssessment, DAY, day),
  GLA_FIELD (GlaAssessment, INT, rater),
  GLA_FIELD (GlaAssessment, TEXT, scale),
  GLA_FIELD (GlaAssessment, GRADE, at_rest),
  GLA_FIELD (GlaAssessment, GRADE, at_maximum),
  GLA_FIELD (GlaAssessment, INT, reason),
  GLA_FIELD (GlaAssessment, TEXT, staff),
  GLA_FIELD (GlaAssessment, TEXT, note),
};

#define COLUMNS                                                                                    \
  "id, treatment, area, side, day, rater, scale, at_rest, at_maximum, reason, staff, note"

const GlaTable gla_assessment_table = {
  GLA_TABLE_STATEMENTS ("assessment", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaAssessment, id),
  .patient = offsetof (GlaAssessment, patient),
  .revision = offsetof (GlaAssessment, revision),
  .insert = "INSERT INTO assessment (patient, " COLUMNS ") VALUES (:patient, :id, :treatment,"
            " :area, :side, :day, :rater, :scale, :at_rest, :at_maximum, :reason, :staff, :note)",
  .update = "UPDATE assessment SET treatment = :treatment, area = :area, side = :side,"
            " day = :day, rater = :rater, scale = :scale, at_rest = :at_rest,"
            " at_maximum = :at_maximum, reason = :reason, staff = :staff, note = :note,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

/* Grades entered with a treatment name it as their visit: they are voided and restored with it. */
gboolean
gla_store_insert_assessment (GlaStore             *self,
                             const GlaAssessment  *assessment,
                             const char           *visit,
                             gint64                patient,
                             GError              **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO assessment (patient, visit, " COLUMNS ")"
                           " VALUES (:patient, :visit, :id, :treatment, :area, :side, :day,"
                           " :rater, :scale, :at_rest, :at_maximum, :reason, :staff, :note)",
                           error);
  g_autofree char *id = assessment->id == NULL ? gla_identifier_new () : NULL;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":patient", patient);
  gla_statement_bind_text (statement, ":visit", visit);
  gla_statement_bind_text (statement, ":id", id != NULL ? id : assessment->id);
  gla_fields_bind (fields, G_N_ELEMENTS (fields), statement, assessment);
  return gla_statement_run (statement, error);
}

static gboolean
add_all (GlaStore        *self,
         const GlaTable  *table,
         GPtrArray       *records,
         GPtrArray       *ids,
         gboolean        *added,
         GError         **error)
{
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      char *id = NULL;

      if (!gla_table_add (self, table, records->pdata[i], &id, error))
        return FALSE;
      g_ptr_array_add (ids, id);
      *added = *added || self->batch_added;
    }
  return TRUE;
}

gboolean
gla_store_add_review (GlaStore    *self,
                      GPtrArray   *assessments,
                      GPtrArray   *reports,
                      GPtrArray   *ratings,
                      GPtrArray  **ids,
                      GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  gboolean added = FALSE;

  g_return_val_if_fail (self != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL
      || !add_all (self, &gla_assessment_table, assessments, list, &added, error)
      || !add_all (self, &gla_report_table, reports, list, &added, error)
      || !add_all (self, &gla_rating_table, ratings, list, &added, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  self->batch_added = added;
  if (ids != NULL)
    *ids = g_steal_pointer (&list);
  return TRUE;
}

gboolean
gla_store_add_follow_up (GlaStore    *self,
                         GPtrArray   *assessments,
                         GPtrArray   *reports,
                         GPtrArray  **ids,
                         GError     **error)
{
  return gla_store_add_review (self, assessments, reports, NULL, ids, error);
}

gboolean
gla_store_amend_assessment (GlaStore             *self,
                            const GlaAssessment  *assessment,
                            const char           *reason,
                            GError              **error)
{
  g_return_val_if_fail (self != NULL && assessment != NULL && assessment->id != NULL, FALSE);

  return gla_table_amend (self, &gla_assessment_table, assessment, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaAssessment record = { .patient = history->patient->id };

  gla_table_read (&gla_assessment_table, statement, &record);
  record.treatment = gla_store_keep_treatment (history, record.treatment);
  gla_history_take_assessment (history, gla_assessment_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_assessment_part = {
  GLA_HISTORY_PART ("assessment", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

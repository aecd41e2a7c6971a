/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-plan.h"

#include "gla-i18n.h"
#include "gla-store-parts.h"
#include "gla-store-private.h"
#include "gla-table.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaTreatmentPlan, DAY, day),
  GLA_FIELD (GlaTreatmentPlan, TEXT, staff),
  GLA_FIELD (GlaTreatmentPlan, TEXT, content),
};

#define COLUMNS "id, day, staff, content"

const GlaTable gla_treatment_plan_table = {
  GLA_TABLE_STATEMENTS ("treatment_plan", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaTreatmentPlan, id),
  .patient = offsetof (GlaTreatmentPlan, patient),
  .revision = offsetof (GlaTreatmentPlan, revision),
  .insert = "INSERT INTO treatment_plan (patient, " COLUMNS ")"
            " VALUES (:patient, :id, :day, :staff, :content)",
  .update = "UPDATE treatment_plan SET day = :day, staff = :staff, content = :content,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

gboolean
gla_store_add_plan (GlaStore                *self,
                    const GlaTreatmentPlan  *plan,
                    char                   **id,
                    GError                 **error)
{
  g_return_val_if_fail (self != NULL && plan != NULL, FALSE);

  return gla_table_add (self, &gla_treatment_plan_table, plan, id, error);
}

/* Looked at within the transaction of the change. */
static gboolean
check_open (GlaStore    *self,
            const char  *id,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT 1 FROM treatment WHERE plan = :id AND void_reason IS NULL"
                           " LIMIT 1",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED,
                         _("A treatment was given by this plan meanwhile. The plan stays as it "
                           "was then; keep a new one."));
  return !row;
}

gboolean
gla_store_amend_plan (GlaStore                *self,
                      const GlaTreatmentPlan  *plan,
                      GError                 **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && plan != NULL && plan->id != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  return transaction != NULL && check_open (self, plan->id, error)
         && gla_table_amend (self, &gla_treatment_plan_table, plan, NULL, error)
         && gla_transaction_commit (transaction, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaTreatmentPlan record = { .patient = history->patient->id };

  gla_table_read (&gla_treatment_plan_table, statement, &record);
  gla_history_take_plan (history, gla_treatment_plan_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_plan_part = {
  GLA_HISTORY_PART ("treatment_plan", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-private.h"

#include "gla-i18n.h"

static const GlaTable *
get_table (GlaRecordTable table)
{
  switch (table)
    {
    case GLA_TABLE_PATIENT:
      return &gla_patient_table;
    case GLA_TABLE_STAFF:
      return &gla_staff_table;
    case GLA_TABLE_VIAL:
      return &gla_vial_table;
    case GLA_TABLE_TREATMENT:
      return &gla_treatment_table;
    case GLA_TABLE_ASSESSMENT:
      return &gla_assessment_table;
    case GLA_TABLE_REPORT:
      return &gla_report_table;
    case GLA_TABLE_RATING:
      return &gla_rating_table;
    case GLA_TABLE_EXPOSURE:
      return &gla_exposure_table;
    case GLA_TABLE_ADVERSE_EVENT:
      return &gla_adverse_event_table;
    case GLA_TABLE_DOCUMENT:
      return &gla_document_table;
    case GLA_TABLE_CASE:
      return &gla_case_table;
    case GLA_TABLE_BOOKING:
      return &gla_booking_table;
    case GLA_TABLE_CALL:
      return &gla_call_table;
    case GLA_TABLE_PHOTO:
      return &gla_photo_table;
    case GLA_TABLE_PATTERN:
      return &gla_pattern_table;
    case GLA_TABLE_FRIDGE_READING:
      return &gla_fridge_reading_table;
    case GLA_TABLE_TREATMENT_PLAN:
      return &gla_treatment_plan_table;
    case GLA_TABLE_FRIDGE:
      return &gla_fridge_table;
    case GLA_TABLE_FRIDGE_IMPORT:
      return &gla_fridge_import_table;
    case GLA_TABLE_FRIDGE_ANSWER:
      return &gla_fridge_answer_table;
    case GLA_TABLE_VIAL_MOVE:
      return &gla_vial_move_table;
    default:
      g_return_val_if_reached (NULL);
    }
}

/*
 * Whether the record is there in the state that is to be changed, the reason for
 * which it was voided, and whose it is.
 */
static gboolean
check_state (GlaStore        *self,
             const GlaTable  *table,
             const char      *id,
             gboolean         voided,
             char           **old_reason,
             gint64          *patient,
             GError         **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, table->state, error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row || (gla_statement_get_type (statement, 1) != SQLITE_NULL) != voided)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  *old_reason = g_strdup (gla_statement_get_text (statement, 1));
  *patient = gla_statement_get_int (statement, 2);
  return TRUE;
}

static char *
find_patient_id (GlaStore        *self,
                 const GlaTable  *table,
                 const char      *id,
                 gint64           row,
                 GError         **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean found;

  if (table == &gla_patient_table)
    return g_strdup (id);
  if (row == 0)
    return NULL;
  statement = gla_store_prepare (self, "SELECT id FROM patient WHERE row = :row", error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":row", row);
  if (!gla_statement_step (statement, &found, error))
    return NULL;
  return found ? g_strdup (gla_statement_get_text (statement, 0)) : NULL;
}

static gboolean
set_void (GlaStore        *self,
          const GlaTable  *table,
          const char      *id,
          const char      *reason,
          GError         **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, table->hide, error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":reason", reason);
  gla_statement_bind_text (statement, ":id", id);
  return gla_statement_run (statement, error);
}

/*
 * The grades that were entered with a treatment go and come with it, other than
 * those that were voided by themselves for another reason.
 */
static gboolean
set_void_of_visit (GlaStore        *self,
                   const GlaTable  *table,
                   const char      *id,
                   gint64           patient,
                   const char      *old_reason,
                   const char      *reason,
                   GError         **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  if (table != &gla_treatment_table)
    return TRUE;
  statement = gla_store_prepare (self,
                                 "UPDATE assessment SET void_reason = :reason,"
                                 " revision = revision + 1 WHERE patient = :patient"
                                 " AND visit = :id"
                                 " AND void_reason IS NOT DISTINCT FROM :old_reason",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":reason", reason);
  gla_statement_bind_int (statement, ":patient", patient);
  gla_statement_bind_text (statement, ":id", id);
  gla_statement_bind_text (statement, ":old_reason", old_reason);
  return gla_statement_run (statement, error);
}

static gboolean
change_state (GlaStore        *self,
              const GlaTable  *table,
              const char      *id,
              gboolean         voided,
              const char      *reason,
              GError         **error)
{
  g_autoptr (GlaTransaction) transaction = gla_store_begin (self, error);
  g_autofree char *old_reason = NULL;
  g_autofree char *patient = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const char *new_reason = voided ? NULL : reason;
  gint64 row;

  if (transaction == NULL || !check_state (self, table, id, voided, &old_reason, &row, error))
    return FALSE;
  before = gla_table_describe (self, table, id, error);
  if (before == NULL || !set_void (self, table, id, new_reason, error)
      || !set_void_of_visit (self, table, id, row, old_reason, new_reason, error))
    return FALSE;
  after = gla_table_describe (self, table, id, error);
  if (after == NULL)
    return FALSE;
  patient = find_patient_id (self, table, id, row, NULL);
  if (!gla_store_write_audit (self, voided ? "restore" : "void", table->name, id, patient, before,
                              after, reason, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  if (table == &gla_patient_table)
    gla_store_forget_names (self);
  return TRUE;
}

gboolean
gla_store_void (GlaStore        *self,
                GlaRecordTable   table,
                const char      *id,
                const char      *reason,
                GError         **error)
{
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  stripped = g_strstrip (g_strdup (reason != NULL ? reason : ""));
  if (stripped[0] == '\0')
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                           _("A record is voided for a reason. Say which."));
      return FALSE;
    }
  return change_state (self, get_table (table), id, FALSE, stripped, error);
}

gboolean
gla_store_restore_voided (GlaStore        *self,
                          GlaRecordTable   table,
                          const char      *id,
                          const char      *reason,
                          GError         **error)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  return change_state (self, get_table (table), id, TRUE, reason, error);
}

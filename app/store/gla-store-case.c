/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-case.h"

#include "gla-i18n.h"
#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaCaseRecord, TEXT, area),
  GLA_FIELD (GlaCaseRecord, TEXT, treatment),
  GLA_FIELD (GlaCaseRecord, DAY, opened),
  GLA_FIELD (GlaCaseRecord, TEXT, protocol),
  GLA_FIELD (GlaCaseRecord, TEXT, protocol_version),
  GLA_FIELD (GlaCaseRecord, INT, standing),
  GLA_FIELD (GlaCaseRecord, TEXT, step),
  GLA_FIELD (GlaCaseRecord, DAY, due),
  GLA_FIELD (GlaCaseRecord, DAY, until),
  GLA_FIELD (GlaCaseRecord, TEXT, content),
  GLA_FIELD (GlaCaseRecord, INT, outcome),
  GLA_FIELD (GlaCaseRecord, TEXT, cause),
  GLA_FIELD (GlaCaseRecord, TEXT, conclusion),
  GLA_FIELD (GlaCaseRecord, DAY, closed),
  GLA_FIELD (GlaCaseRecord, TEXT, staff),
};

#define COLUMNS                                                                                    \
  "id, area, treatment, opened, protocol, protocol_version, standing, step, due, until, content,"  \
  " outcome, cause, conclusion, closed, staff"

const GlaTable gla_case_table = {
  GLA_TABLE_STATEMENTS ("case_record", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaCaseRecord, id),
  .patient = offsetof (GlaCaseRecord, patient),
  .revision = offsetof (GlaCaseRecord, revision),
  .insert = "INSERT INTO case_record (patient, " COLUMNS ") VALUES (:patient, :id, :area,"
            " :treatment, :opened, :protocol, :protocol_version, :standing, :step, :due, :until,"
            " :content, :outcome, :cause, :conclusion, :closed, :staff)",
  .update = "UPDATE case_record SET area = :area, treatment = :treatment, opened = :opened,"
            " protocol = :protocol, protocol_version = :protocol_version, standing = :standing,"
            " step = :step, due = :due, until = :until, content = :content, outcome = :outcome,"
            " cause = :cause, conclusion = :conclusion, closed = :closed, staff = :staff,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

gboolean
gla_store_add_case (GlaStore             *self,
                    const GlaCaseRecord  *record,
                    char                **id,
                    GError              **error)
{
  g_return_val_if_fail (self != NULL && record != NULL, FALSE);

  return gla_table_add (self, &gla_case_table, record, id, error);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text != NULL ? text : ""));

  return stripped[0] == '\0';
}

/*
 * Looked at before the transaction: if somebody closes the case in between, the
 * revision is no longer the one that was read.
 */
static gboolean
check_reopening (GlaStore             *self,
                 const GlaCaseRecord  *record,
                 const char           *reason,
                 GError              **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row;

  if (record->standing == GLA_CASE_STANDING_CLOSED || !is_blank (reason))
    return TRUE;
  statement = gla_store_prepare (self,
                                 "SELECT 1 FROM case_record WHERE id = :id"
                                 " AND standing = :closed",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", record->id);
  gla_statement_bind_int (statement, ":closed", GLA_CASE_STANDING_CLOSED);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    return TRUE;
  g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                       _("A closed case is reopened for a reason. Say which."));
  return FALSE;
}

gboolean
gla_store_amend_case (GlaStore             *self,
                      const GlaCaseRecord  *record,
                      const char           *action,
                      const char           *reason,
                      GError              **error)
{
  g_return_val_if_fail (self != NULL && record != NULL && record->id != NULL, FALSE);

  return check_reopening (self, record, reason, error)
         && gla_table_amend_as (self, &gla_case_table, record,
                                action != NULL ? action : "amend", reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaCaseRecord record = { .patient = history->patient->id };

  gla_table_read (&gla_case_table, statement, &record);
  gla_history_take_case (history, gla_case_record_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_case_part = {
  GLA_HISTORY_PART ("case_record", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

void
gla_open_case_free (GlaOpenCase *self)
{
  if (self == NULL)
    return;
  gla_case_record_unref (self->record);
  g_free (self->patient);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self->phone);
  g_free (self);
}

/* The columns after those of the case are the patient's. */
static GlaOpenCase *
read_open_case (GlaStatement *statement)
{
  int first = G_N_ELEMENTS (fields) + 3;
  GlaOpenCase *self = g_new0 (GlaOpenCase, 1);
  GlaCaseRecord record = { .patient = gla_statement_get_text (statement, first) };

  gla_table_read (&gla_case_table, statement, &record);
  self->record = gla_case_record_new (&record);
  self->patient = g_strdup (record.patient);
  self->number = g_strdup (gla_statement_get_text (statement, first + 1));
  self->family_name = g_strdup (gla_statement_get_text (statement, first + 2));
  self->given_name = g_strdup (gla_statement_get_text (statement, first + 3));
  self->phone = g_strdup (gla_statement_get_text (statement, first + 4));
  self->birth_day = gla_statement_get_day (statement, first + 5);
  self->may_contact = gla_statement_get_int (statement, first + 6) != 0;
  return self;
}

GPtrArray *
gla_store_list_open_cases (GlaStore  *self,
                           GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_open_case_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT c.*, p.id, p.number, p.family_name, p.given_name,"
                                 " p.phone, p.birth_day, p.may_contact"
                                 " FROM (SELECT " COLUMNS ", revision, patient"
                                 "  FROM case_record"
                                 "  WHERE standing <> 3 AND void_reason IS NULL) c"
                                 " JOIN patient p ON p.row = c.patient"
                                 " WHERE p.void_reason IS NULL"
                                 " ORDER BY c.due IS NULL, c.due, c.opened, c.id",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_open_case (statement));
  return row ? NULL : g_steal_pointer (&list);
}

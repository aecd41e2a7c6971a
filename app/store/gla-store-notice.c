/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-notice.h"

#include "gla-json.h"
#include "gla-store-private.h"

#include <math.h>

#define MILLION 1000000.0

void
gla_notice_free (GlaNotice *self)
{
  if (self == NULL)
    return;
  g_free (self->dismissed_by);
  g_free (self->reason);
  g_free (self);
}

static GlaStatement *
prepare_for (GlaStore       *self,
             const char     *sql,
             gint64          patient,
             GlaNoticeKind   kind,
             GError        **error)
{
  GlaStatement *statement = gla_store_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":patient", patient);
  gla_statement_bind_int (statement, ":kind", kind);
  return statement;
}

GlaNotice *
gla_store_get_notice (GlaStore       *self,
                      const char     *patient,
                      GlaNoticeKind   kind,
                      GError        **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autoptr (GlaNotice) notice = NULL;
  gint64 row;
  gboolean found;

  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  if (!gla_store_find_patient_row (self, patient, &row, error))
    return NULL;
  statement = prepare_for (self,
                           "SELECT n.raised, n.dismissed_on, coalesce (s.name, n.dismissed_by),"
                           " n.dismissed_at, n.reason"
                           " FROM notice n LEFT JOIN staff s ON s.id = n.dismissed_by"
                           " WHERE n.patient = :patient AND n.kind = :kind",
                           row, kind, error);
  if (statement == NULL || !gla_statement_step (statement, &found, error))
    return NULL;
  notice = g_new0 (GlaNotice, 1);
  notice->dismissed_on = GLA_DAY_NONE;
  if (found)
    {
      notice->raised = (int) gla_statement_get_int (statement, 0);
      notice->dismissed_on = gla_statement_get_day (statement, 1);
      notice->dismissed_by = g_strdup (gla_statement_get_text (statement, 2));
      notice->dismissed_at = (double) gla_statement_get_int (statement, 3) / MILLION;
      notice->reason = g_strdup (gla_statement_get_text (statement, 4));
    }
  return g_steal_pointer (&notice);
}

gboolean
gla_store_raise_notice (GlaStore       *self,
                        const char     *patient,
                        GlaNoticeKind   kind,
                        int             tier,
                        GError        **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gint64 row;

  g_return_val_if_fail (self != NULL && patient != NULL, FALSE);
  g_return_val_if_fail (tier == 1 || tier == 2, FALSE);

  if (!gla_store_find_patient_row (self, patient, &row, error))
    return FALSE;
  statement = prepare_for (self,
                           "INSERT INTO notice (patient, kind, raised)"
                           " VALUES (:patient, :kind, :raised)"
                           " ON CONFLICT (patient, kind) DO UPDATE SET raised = excluded.raised,"
                           " dismissed_on = NULL, dismissed_by = NULL, dismissed_at = NULL,"
                           " reason = NULL",
                           row, kind, error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":raised", tier);
  return gla_statement_run (statement, error);
}

/* NULL without an error if there is no such row. */
static gboolean
read_json (GlaStore       *self,
           gint64          row,
           GlaNoticeKind   kind,
           char          **json,
           GError        **error)
{
  g_autoptr (GlaStatement) statement
      = prepare_for (self,
                     "SELECT kind, raised, dismissed_on, dismissed_by, dismissed_at FROM notice"
                     " WHERE patient = :patient AND kind = :kind",
                     row, kind, error);
  GString *text;
  gboolean found;

  *json = NULL;
  if (statement == NULL || !gla_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  text = g_string_new ("{");
  gla_json_append_row (text, statement);
  g_string_append_c (text, '}');
  *json = g_string_free (text, FALSE);
  return TRUE;
}

static gboolean
write_dismissal (GlaStore       *self,
                 gint64          row,
                 GlaNoticeKind   kind,
                 GlaDay          day,
                 double          probability,
                 const char     *reason,
                 GError        **error)
{
  g_autoptr (GlaStatement) statement
      = prepare_for (self,
                     "INSERT INTO notice (patient, kind, raised, dismissed_on, dismissed_by,"
                     " dismissed_at, reason)"
                     " VALUES (:patient, :kind, 0, :day, :staff, :at, :reason)"
                     " ON CONFLICT (patient, kind) DO UPDATE SET raised = 0,"
                     " dismissed_on = excluded.dismissed_on,"
                     " dismissed_by = excluded.dismissed_by,"
                     " dismissed_at = excluded.dismissed_at, reason = excluded.reason",
                     row, kind, error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_day (statement, ":day", day);
  gla_statement_bind_text (statement, ":staff", self->author);
  gla_statement_bind_int (statement, ":at", (gint64) round (probability * MILLION));
  gla_statement_bind_text (statement, ":reason", reason);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_dismiss_notice (GlaStore       *self,
                          const char     *patient,
                          GlaNoticeKind   kind,
                          GlaDay          day,
                          double          probability,
                          const char     *reason,
                          GError        **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 row;

  g_return_val_if_fail (self != NULL && patient != NULL, FALSE);
  g_return_val_if_fail (day != GLA_DAY_NONE, FALSE);
  g_return_val_if_fail (probability >= 0 && probability <= 1, FALSE);
  g_return_val_if_fail (reason != NULL && *reason != '\0', FALSE);

  transaction = gla_store_begin (self, error);
  return transaction != NULL && gla_store_find_patient_row (self, patient, &row, error)
         && read_json (self, row, kind, &before, error)
         && write_dismissal (self, row, kind, day, probability, reason, error)
         && read_json (self, row, kind, &after, error)
         && gla_store_write_audit (self, "dismiss", "notice", NULL, patient, before, after, reason,
                                   error)
         && gla_transaction_commit (transaction, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lists of Today: what is due, and what was left half-done. */

#include "config.h"

#include "gla-store-today.h"

#include "gla-store-private.h"

void
gla_due_row_free (GlaDueRow *self)
{
  if (self == NULL)
    return;
  g_free (self->due.patient);
  g_free (self->due.treatment);
  g_free (self->due.areas);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self->phone);
  g_free (self);
}

void
gla_draft_row_free (GlaDraftRow *self)
{
  if (self == NULL)
    return;
  g_free (self->kind);
  g_free (self->patient);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self);
}

/* Outcome 4 is GLA_CALL_STOP, which goes beyond its own treatment. */
#define FROM_DUE                                                                                   \
  " FROM due d JOIN patient p ON p.row = d.patient"                                                \
  " WHERE d.reason = :reason AND d.first_day <= :today AND d.last_day >= :today"                   \
  " AND p.void_reason IS NULL"                                                                     \
  " AND NOT EXISTS (SELECT 1 FROM call c WHERE c.patient = d.patient AND c.reason = d.reason"      \
  "  AND c.void_reason IS NULL AND (c.outcome = 4"                                                 \
  "  OR (c.treatment = d.treatment AND (c.until IS NULL OR c.until > :today))))"                   \
  " AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.patient = d.patient AND b.kind = :kind"        \
  "  AND b.state = 0 AND b.day >= :today AND b.void_reason IS NULL)"

static GlaStatement *
prepare_due (GlaStore       *self,
             const char     *sql,
             GlaCallReason   reason,
             GlaDay          today,
             GError        **error)
{
  GlaStatement *statement = gla_store_prepare (self, sql, error);

  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":reason", reason);
  /* What settles it: the review, or the next treatment. */
  gla_statement_bind_int (statement, ":kind",
                          reason == GLA_CALL_REVIEW ? GLA_BOOKING_REVIEW : GLA_BOOKING_TREATMENT);
  gla_statement_bind_day (statement, ":today", today);
  return statement;
}

static gboolean
count_dues (GlaStore       *self,
            GlaCallReason   reason,
            GlaDay          today,
            guint          *total,
            GError        **error)
{
  g_autoptr (GlaStatement) statement
      = prepare_due (self, "SELECT count (*)" FROM_DUE, reason, today, error);
  gboolean row;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return FALSE;
  *total = (guint) gla_statement_get_int (statement, 0);
  return TRUE;
}

static GlaDueRow *
read_due (GlaStatement  *statement,
          GlaCallReason  reason)
{
  GlaDueRow *row = g_new0 (GlaDueRow, 1);

  row->due.patient = g_strdup (gla_statement_get_text (statement, 0));
  row->due.reason = reason;
  row->due.treatment = g_strdup (gla_statement_get_text (statement, 1));
  row->due.first = gla_statement_get_day (statement, 2);
  row->due.last = gla_statement_get_day (statement, 3);
  row->due.n_own = (guint) gla_statement_get_int (statement, 4);
  row->due.areas = g_strdup (gla_statement_get_text (statement, 5));
  row->number = g_strdup (gla_statement_get_text (statement, 6));
  row->family_name = g_strdup (gla_statement_get_text (statement, 7));
  row->given_name = g_strdup (gla_statement_get_text (statement, 8));
  row->phone = g_strdup (gla_statement_get_text (statement, 9));
  row->birth_day = gla_statement_get_day (statement, 10);
  row->may_contact = gla_statement_get_int (statement, 11) != 0;
  row->treated = gla_statement_get_day (statement, 12);
  row->n_unanswered = (guint) gla_statement_get_int (statement, 13);
  return row;
}

GPtrArray *
gla_store_list_dues (GlaStore       *self,
                     GlaCallReason   reason,
                     GlaDay          today,
                     guint           limit,
                     guint          *total,
                     GError        **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_due_row_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && today != GLA_DAY_NONE, NULL);

  if (total != NULL && !count_dues (self, reason, today, total, error))
    return NULL;
  statement = prepare_due (self,
                           "SELECT p.id, d.treatment, d.first_day, d.last_day, d.n_own, d.areas,"
                           " p.number, p.family_name, p.given_name, p.phone, p.birth_day,"
                           " p.may_contact,"
                           " (SELECT t.day FROM treatment t WHERE t.patient = d.patient"
                           "  AND t.id = d.treatment),"
                           " (SELECT count (*) FROM call c WHERE c.patient = d.patient"
                           "  AND c.reason = d.reason AND c.treatment = d.treatment"
                           "  AND c.outcome = 1 AND c.void_reason IS NULL)"
                           FROM_DUE
                           " ORDER BY d.first_day, d.last_day, p.name_key, d.treatment"
                           " LIMIT :limit",
                           reason, today, error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":limit", limit);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_due (statement, reason));
  return row ? NULL : g_steal_pointer (&list);
}

GPtrArray *
gla_store_list_drafts (GlaStore  *self,
                       GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_draft_row_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean found = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT d.kind, p.id, p.number, p.family_name, p.given_name"
                                 " FROM draft d LEFT JOIN patient p ON p.id = d.patient"
                                 " WHERE d.patient = '' OR p.void_reason IS NULL"
                                 " ORDER BY p.name_key, p.row, d.kind",
                                 error);
  if (statement == NULL)
    return NULL;
  while (gla_statement_step (statement, &found, error) && found)
    {
      GlaDraftRow *row = g_new0 (GlaDraftRow, 1);

      row->kind = g_strdup (gla_statement_get_text (statement, 0));
      row->patient = g_strdup (gla_statement_get_text (statement, 1));
      row->number = g_strdup (gla_statement_get_text (statement, 2));
      row->family_name = g_strdup (gla_statement_get_text (statement, 3));
      row->given_name = g_strdup (gla_statement_get_text (statement, 4));
      g_ptr_array_add (list, row);
    }
  return found ? NULL : g_steal_pointer (&list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What patients may be called about: kept, and brought up to date by its reader. */

#include "config.h"

#include "gla-store-notice.h"
#include "gla-store-private.h"
#include "gla-store-today.h"

/* The cache that says how far the looking has come. */
#define STATE "due-1"

void
gla_due_record_free (GlaDueRecord *self)
{
  if (self == NULL)
    return;
  g_free (self->patient);
  g_free (self->treatment);
  g_free (self->areas);
  g_free (self);
}

static gboolean
delete_patient (GlaStore    *self,
                const char  *patient,
                GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gint64 row;

  if (!gla_store_find_patient_row (self, patient, &row, error))
    return FALSE;
  statement = gla_store_prepare (self, "DELETE FROM due WHERE patient = :patient", error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":patient", row);
  return gla_statement_run (statement, error);
}

static gboolean
insert_due (GlaStore            *self,
            const GlaDueRecord  *due,
            GError             **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gint64 row;

  if (!gla_store_find_patient_row (self, due->patient, &row, error))
    return FALSE;
  statement = gla_store_prepare (self,
                                 "INSERT INTO due (patient, reason, treatment, first_day,"
                                 " last_day, n_own, areas) VALUES (:patient, :reason,"
                                 " :treatment, :first_day, :last_day, :n_own, :areas)",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":patient", row);
  gla_statement_bind_int (statement, ":reason", due->reason);
  gla_statement_bind_text (statement, ":treatment", due->treatment);
  gla_statement_bind_day (statement, ":first_day", due->first);
  gla_statement_bind_day (statement, ":last_day", due->last);
  gla_statement_bind_int (statement, ":n_own", due->n_own);
  gla_statement_bind_text (statement, ":areas", due->areas);
  return gla_statement_run (statement, error);
}

gboolean
gla_store_put_dues (GlaStore         *self,
                    const GPtrArray  *patients,
                    const GPtrArray  *dues,
                    const char       *state,
                    GError          **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && patients != NULL && dues != NULL && state != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return FALSE;
  for (guint i = 0; i < patients->len; i++)
    if (!delete_patient (self, patients->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < dues->len; i++)
    if (!insert_due (self, dues->pdata[i], error))
      return FALSE;
  return gla_store_put_cache (self, STATE, state, error)
         && gla_transaction_commit (transaction, error);
}

char *
gla_store_get_due_state (GlaStore  *self,
                         GError   **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return gla_store_get_cache (self, STATE, error);
}

gboolean
gla_store_drop_dues (GlaStore  *self,
                     GlaDay     day,
                     GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && day != GLA_DAY_NONE, FALSE);

  statement = gla_store_prepare (self, "DELETE FROM due WHERE last_day < :day", error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_day (statement, ":day", day);
  return gla_statement_run (statement, error);
}

/* What changed */

/* The first column of all rows of a statement, which is bound. */
static gboolean
collect_texts (GlaStatement  *statement,
               GPtrArray     *list,
               GError       **error)
{
  gboolean row = TRUE;

  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, g_strdup (gla_statement_get_text (statement, 0)));
  return !row;
}

static gboolean
read_last (GlaStore  *self,
           gint64     since,
           gint64    *last,
           gboolean  *everybody,
           GError   **error)
{
  /* A product or area of the clinic's own may change what any record means. */
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT coalesce (max (number), :since), coalesce (max (patient IS NULL"
                           " AND subject IN ('clinic', 'clinic_product', 'clinic_area')), 0)"
                           " FROM audit WHERE number > :since",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":since", since);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  *last = gla_statement_get_int (statement, 0);
  *everybody = gla_statement_get_int (statement, 1) != 0;
  return TRUE;
}

GPtrArray *
gla_store_list_changed (GlaStore  *self,
                        gint64     since,
                        gint64    *last,
                        gboolean  *everybody,
                        GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && last != NULL && everybody != NULL, NULL);

  if (since < 0)
    {
      *everybody = TRUE;
      return gla_database_get_int (self->database, "SELECT number FROM audit_head", last, error)
                 ? g_steal_pointer (&list)
                 : NULL;
    }
  if (!read_last (self, since, last, everybody, error))
    return NULL;
  /* A vial that is corrected changes the injections from it. */
  statement = gla_store_prepare (self,
                                 "SELECT patient FROM audit WHERE number > :since"
                                 " AND patient IS NOT NULL AND subject NOT IN ('call', 'booking')"
                                 " UNION SELECT p.id FROM audit a"
                                 " JOIN injection i ON i.vial = a.record"
                                 " JOIN patient p ON p.row = i.patient"
                                 " WHERE a.number > :since AND a.subject = 'vial'",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":since", since);
  return collect_texts (statement, list, error) ? g_steal_pointer (&list) : NULL;
}

static gboolean
get_fraction (GlaStore  *self,
              gint64     row,
              double    *fraction,
              GError   **error)
{
  gint64 highest;

  if (!gla_database_get_int (self->database, "SELECT coalesce (max (row), 0) FROM patient",
                             &highest, error))
    return FALSE;
  *fraction = highest > 0 ? (double) row / (double) highest : 1.0;
  return TRUE;
}

GPtrArray *
gla_store_list_recent (GlaStore  *self,
                       gint64    *row,
                       GlaDay     since,
                       guint      limit,
                       double    *fraction,
                       GError   **error)
{
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean found = TRUE;

  g_return_val_if_fail (self != NULL && row != NULL && fraction != NULL && limit > 0, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id, row FROM patient p WHERE row > :row"
                                 " AND void_reason IS NULL"
                                 " AND EXISTS (SELECT 1 FROM treatment t WHERE t.patient = p.row"
                                 "  AND t.day >= :since AND t.void_reason IS NULL)"
                                 " ORDER BY row LIMIT :limit",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":row", *row);
  gla_statement_bind_day (statement, ":since", since);
  gla_statement_bind_int (statement, ":limit", limit);
  while (gla_statement_step (statement, &found, error) && found)
    {
      g_ptr_array_add (list, g_strdup (gla_statement_get_text (statement, 0)));
      *row = gla_statement_get_int (statement, 1);
    }
  if (found || !get_fraction (self, *row, fraction, error))
    return NULL;
  return g_steal_pointer (&list);
}

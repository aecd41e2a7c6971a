/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-private.h"
#include "gla-store-read.h"

static gboolean
count_injections (GlaStore        *self,
                  GlaStoreCounts  *counts,
                  GError         **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT count (*),"
                           " coalesce (sum (CASE WHEN i.vial IS NULL THEN i.lot IS NULL"
                           "  ELSE v.lot IS NULL END), 0),"
                           " coalesce (sum (i.vial IS NULL AND i.product IS NULL), 0),"
                           " coalesce (sum (i.units IS NULL), 0)"
                           " FROM treatment t JOIN patient p ON p.row = t.patient"
                           " JOIN injection i ON i.patient = t.patient AND i.treatment = t.id"
                           " LEFT JOIN vial v ON v.id = i.vial"
                           " WHERE t.void_reason IS NULL AND p.void_reason IS NULL",
                           error);
  gboolean row;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return FALSE;
  counts->injections = gla_statement_get_int (statement, 0);
  counts->unknown_lots = gla_statement_get_int (statement, 1);
  counts->unknown_products = gla_statement_get_int (statement, 2);
  counts->unknown_units = gla_statement_get_int (statement, 3);
  return TRUE;
}

gboolean
gla_store_count_patients (GlaStore  *self,
                          gint64    *n_patients,
                          GError   **error)
{
  g_return_val_if_fail (self != NULL && n_patients != NULL, FALSE);

  return gla_database_get_int (self->database,
                               "SELECT count (*) FROM patient WHERE void_reason IS NULL",
                               n_patients, error);
}

gboolean
gla_store_count (GlaStore        *self,
                 GlaStoreCounts  *counts,
                 GError         **error)
{
  g_return_val_if_fail (self != NULL && counts != NULL, FALSE);

  *counts = (GlaStoreCounts) { 0 };
  return gla_store_count_patients (self, &counts->patients, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM treatment t"
                                  " JOIN patient p ON p.row = t.patient"
                                  " WHERE t.void_reason IS NULL AND p.void_reason IS NULL",
                                  &counts->treatments, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM treatment t"
                                  " JOIN patient p ON p.row = t.patient"
                                  " WHERE t.void_reason IS NULL AND p.void_reason IS NULL"
                                  " AND (t.precision <> 0 OR t.day IS NULL)",
                                  &counts->inexact_days, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM assessment a"
                                  " JOIN patient p ON p.row = a.patient"
                                  " WHERE a.void_reason IS NULL AND p.void_reason IS NULL",
                                  &counts->assessments, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM photo f"
                                  " JOIN patient p ON p.row = f.patient"
                                  " WHERE f.void_reason IS NULL AND p.void_reason IS NULL",
                                  &counts->photos, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM case_record c"
                                  " JOIN patient p ON p.row = c.patient"
                                  " WHERE c.standing <> 3 AND c.void_reason IS NULL"
                                  " AND p.void_reason IS NULL",
                                  &counts->open_cases, error)
         && gla_database_get_int (self->database,
                                  "SELECT count (*) FROM booking b"
                                  " JOIN patient p ON p.row = b.patient"
                                  " WHERE b.state = 0 AND b.void_reason IS NULL"
                                  " AND p.void_reason IS NULL",
                                  &counts->bookings, error)
         && count_injections (self, counts, error);
}

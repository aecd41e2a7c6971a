/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-case.h"
#include "gla-store-parts.h"
#include "gla-store-today.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaCall, INT, reason),
  GLA_FIELD (GlaCall, TEXT, treatment),
  GLA_FIELD (GlaCall, TEXT, case_id),
  GLA_FIELD (GlaCall, TEXT, booking),
  GLA_FIELD (GlaCall, DAY, day),
  GLA_FIELD (GlaCall, INT, outcome),
  GLA_FIELD (GlaCall, DAY, until),
  GLA_FIELD (GlaCall, TEXT, staff),
  GLA_FIELD (GlaCall, TEXT, note),
};

#define COLUMNS "id, reason, treatment, case_id, booking, day, outcome, until, staff, note"

const GlaTable gla_call_table = {
  GLA_TABLE_STATEMENTS ("call", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaCall, id),
  .patient = offsetof (GlaCall, patient),
  .revision = offsetof (GlaCall, revision),
  .insert = "INSERT INTO call (patient, " COLUMNS ") VALUES (:patient, :id, :reason, :treatment,"
            " :case_id, :booking, :day, :outcome, :until, :staff, :note)",
  .update = "UPDATE call SET reason = :reason, treatment = :treatment, case_id = :case_id,"
            " booking = :booking, day = :day, outcome = :outcome, until = :until, staff = :staff, note = :note,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

static gboolean
add_booking (GlaStore          *self,
             const GlaBooking  *booking,
             char             **id,
             GError           **error)
{
  *id = NULL;
  return booking == NULL || gla_store_add_booking (self, booking, id, error);
}

gboolean
gla_store_add_call (GlaStore          *self,
                    const GlaCall     *call,
                    const GlaBooking  *booking,
                    char             **id,
                    GError           **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *booked = NULL;
  GlaCall made;

  g_return_val_if_fail (self != NULL && call != NULL, FALSE);
  g_return_val_if_fail (call->day != GLA_DAY_NONE, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL || !add_booking (self, booking, &booked, error))
    return FALSE;
  made = *call;
  if (made.staff == NULL)
    made.staff = self->author;
  if (booked != NULL)
    made.booking = booked;
  return gla_table_add (self, &gla_call_table, &made, id, error)
         && gla_transaction_commit (transaction, error);
}

/* The booking that was made with a call, if it still stands as it was made. */
static gboolean
find_booking (GlaStore    *self,
              const char  *call,
              char       **booking,
              GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT b.id FROM call c JOIN booking b"
                           " ON b.patient = c.patient AND b.id = c.booking"
                           " WHERE c.id = :id AND b.state = 0 AND b.void_reason IS NULL",
                           error);
  gboolean row;

  *booking = NULL;
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", call);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (row)
    *booking = g_strdup (gla_statement_get_text (statement, 0));
  return TRUE;
}

gboolean
gla_store_take_back_call (GlaStore    *self,
                          const char  *id,
                          const char  *reason,
                          GError     **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *booking = NULL;

  g_return_val_if_fail (self != NULL && id != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  return transaction != NULL && find_booking (self, id, &booking, error)
         && gla_store_void (self, GLA_TABLE_CALL, id, reason, error)
         && (booking == NULL || gla_store_void (self, GLA_TABLE_BOOKING, booking, reason, error))
         && gla_transaction_commit (transaction, error);
}

GPtrArray *
gla_store_list_calls (GlaStore    *self,
                      const char  *patient,
                      GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_call_unref);
  gboolean row = TRUE;
  gint64 number;

  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  if (!gla_store_find_patient_row (self, patient, &number, error))
    return NULL;
  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM call"
                                 " WHERE patient = :patient AND void_reason IS NULL"
                                 " ORDER BY day DESC, id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":patient", number);
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaCall call = { .patient = patient };

      gla_table_read (&gla_call_table, statement, &call);
      g_ptr_array_add (list, gla_call_new (&call));
    }
  return row ? NULL : g_steal_pointer (&list);
}

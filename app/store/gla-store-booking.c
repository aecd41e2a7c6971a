/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-case.h"
#include "gla-store-parts.h"
#include "gla-store-write.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaBooking, INT, kind),
  GLA_FIELD (GlaBooking, DAY, day),
  GLA_FIELD (GlaBooking, MINUTE, minute),
  GLA_FIELD (GlaBooking, TEXT, case_id),
  GLA_FIELD (GlaBooking, TEXT, treatment),
  GLA_FIELD (GlaBooking, TEXT, note),
  GLA_FIELD (GlaBooking, INT, state),
  GLA_FIELD (GlaBooking, TEXT, staff),
};

#define COLUMNS "id, kind, day, minute, case_id, treatment, note, state, staff"

const GlaTable gla_booking_table = {
  GLA_TABLE_STATEMENTS ("booking", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaBooking, id),
  .patient = offsetof (GlaBooking, patient),
  .revision = offsetof (GlaBooking, revision),
  .insert = "INSERT INTO booking (patient, " COLUMNS ") VALUES (:patient, :id, :kind, :day,"
            " :minute, :case_id, :treatment, :note, :state, :staff)",
  .update = "UPDATE booking SET kind = :kind, day = :day, minute = :minute, case_id = :case_id,"
            " treatment = :treatment, note = :note, state = :state, staff = :staff,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

gboolean
gla_store_add_booking (GlaStore          *self,
                       const GlaBooking  *booking,
                       char             **id,
                       GError           **error)
{
  g_return_val_if_fail (self != NULL && booking != NULL, FALSE);

  return gla_table_add (self, &gla_booking_table, booking, id, error);
}

gboolean
gla_store_add_booking_with_draft (GlaStore          *self,
                                  const GlaBooking  *booking,
                                  const char        *kind,
                                  const char        *draft,
                                  GError           **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;

  g_return_val_if_fail (self != NULL && booking != NULL && kind != NULL && draft != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  return transaction != NULL
         && gla_store_put_draft (self, kind, booking->patient, draft, error)
         && gla_store_add_booking (self, booking, NULL, error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_store_amend_booking (GlaStore          *self,
                         const GlaBooking  *booking,
                         const char        *reason,
                         GError           **error)
{
  g_return_val_if_fail (self != NULL && booking != NULL && booking->id != NULL, FALSE);

  return gla_table_amend (self, &gla_booking_table, booking, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaBooking record = { .patient = history->patient->id };

  gla_table_read (&gla_booking_table, statement, &record);
  gla_history_take_booking (history, gla_booking_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_booking_part = {
  GLA_HISTORY_PART ("booking", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

void
gla_booked_patient_free (GlaBookedPatient *self)
{
  if (self == NULL)
    return;
  gla_booking_unref (self->booking);
  g_free (self->patient);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self->phone);
  g_free (self);
}

/* The columns after those of the booking are the patient's. */
static GlaBookedPatient *
read_booked_patient (GlaStatement *statement)
{
  int first = G_N_ELEMENTS (fields) + 3;
  GlaBookedPatient *self = g_new0 (GlaBookedPatient, 1);
  GlaBooking record = { .patient = gla_statement_get_text (statement, first) };

  gla_table_read (&gla_booking_table, statement, &record);
  self->booking = gla_booking_new (&record);
  self->patient = g_strdup (record.patient);
  self->number = g_strdup (gla_statement_get_text (statement, first + 1));
  self->family_name = g_strdup (gla_statement_get_text (statement, first + 2));
  self->given_name = g_strdup (gla_statement_get_text (statement, first + 3));
  self->phone = g_strdup (gla_statement_get_text (statement, first + 4));
  self->birth_day = gla_statement_get_day (statement, first + 5);
  self->may_contact = gla_statement_get_int (statement, first + 6) != 0;
  return self;
}

/* Any day as ISO text is after the empty text and before a letter. */
GPtrArray *
gla_store_list_bookings (GlaStore  *self,
                         GlaDay     from,
                         GlaDay     to,
                         GError   **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_booked_patient_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT b.*, p.id, p.number, p.family_name, p.given_name,"
                                 " p.phone, p.birth_day, p.may_contact"
                                 " FROM (SELECT " COLUMNS ", revision, patient FROM booking"
                                 "  WHERE state = 0 AND void_reason IS NULL"
                                 "  AND day >= coalesce (:from, '')"
                                 "  AND day <= coalesce (:to, 'z')) b"
                                 " JOIN patient p ON p.row = b.patient"
                                 " WHERE p.void_reason IS NULL"
                                 " ORDER BY b.day, b.minute IS NULL, b.minute, p.name_key, b.id",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_day (statement, ":from", from);
  gla_statement_bind_day (statement, ":to", to);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, read_booked_patient (statement));
  return row ? NULL : g_steal_pointer (&list);
}

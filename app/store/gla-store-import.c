/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-import.h"

#include "gla-store-parts.h"
#include "gla-store-private.h"

gboolean
gla_store_list_known_patients (GlaStore                  *self,
                               GlaStoreKnownPatientFunc   func,
                               gpointer                   user_data,
                               GError                   **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  statement = gla_store_prepare (self,
                                 "SELECT id, number, family_name, given_name, birth_day,"
                                 " void_reason IS NOT NULL FROM patient",
                                 error);
  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      GlaStoreKnownPatient patient = {
        .id = gla_statement_get_text (statement, 0),
        .number = gla_statement_get_text (statement, 1),
        .family_name = gla_statement_get_text (statement, 2),
        .given_name = gla_statement_get_text (statement, 3),
        .birth_day = gla_statement_get_day (statement, 4),
        .voided = gla_statement_get_int (statement, 5) != 0,
      };

      func (&patient, user_data);
    }
  return !row;
}

/* Where the next injection of a treatment goes. */
typedef struct
{
  gint64 patient;
  gint64 position;
  gboolean is_there;    /* the injection, or the treatment is no longer as it was added */
} Place;

static gboolean
find_place (GlaStore    *self,
            const char  *treatment,
            const char  *injection,
            Place       *place,
            GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT t.patient, t.revision > 1 OR t.void_reason IS NOT NULL,"
                           " coalesce(max(i.position) + 1, 0),"
                           " coalesce(max(i.id = :injection), 0)"
                           " FROM treatment t LEFT JOIN injection i"
                           " ON i.patient = t.patient AND i.treatment = t.id"
                           " WHERE t.id = :treatment GROUP BY t.id",
                           error);
  gboolean row;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":treatment", treatment);
  gla_statement_bind_text (statement, ":injection", injection);
  if (!gla_statement_step (statement, &row, error))
    return FALSE;
  if (!row)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  place->patient = gla_statement_get_int (statement, 0);
  place->position = gla_statement_get_int (statement, 2);
  place->is_there
      = gla_statement_get_int (statement, 1) != 0 || gla_statement_get_int (statement, 3) != 0;
  return TRUE;
}

gboolean
gla_store_append_injection (GlaStore            *self,
                            const char          *treatment,
                            const GlaInjection  *injection,
                            GError             **error)
{
  g_autoptr (GPtrArray) injections = NULL;
  Place place;

  g_return_val_if_fail (self != NULL && self->batch != NULL, FALSE);
  g_return_val_if_fail (treatment != NULL && injection != NULL && injection->id != NULL, FALSE);

  if (!find_place (self, treatment, injection->id, &place, error))
    return FALSE;
  self->batch_added = !place.is_there;
  if (place.is_there)
    return TRUE;
  injections = g_ptr_array_new ();
  g_ptr_array_add (injections, (gpointer) injection);
  return gla_store_insert_injections (self, injections, place.patient, treatment, place.position,
                                      error);
}

gboolean
gla_store_append_note (GlaStore    *self,
                       const char  *treatment,
                       const char  *note,
                       GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && self->batch != NULL, FALSE);
  g_return_val_if_fail (treatment != NULL && note != NULL, FALSE);

  statement = gla_store_prepare (self,
                                 "UPDATE treatment SET note = CASE WHEN note IS NULL THEN :note"
                                 " ELSE note || char(10) || :note END WHERE id = :treatment"
                                 " AND (note IS NULL OR instr(note, :note) = 0)",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":treatment", treatment);
  gla_statement_bind_text (statement, ":note", note);
  return gla_statement_run (statement, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

const char *
gla_store_keep_treatment (GlaHistory *history,
                          const char *treatment)
{
  return gla_history_find_treatment (history, treatment) != NULL ? treatment : NULL;
}

static gboolean
take_staff (GlaStore    *self,
            GlaHistory  *history,
            const char  *id,
            GError     **error)
{
  GlaStaff *staff;

  if (id == NULL || gla_history_find_staff (history, id) != NULL)
    return TRUE;
  if (!gla_store_read_staff (self, id, &staff, error))
    return FALSE;
  if (staff != NULL)
    gla_history_take_staff (history, staff);
  return TRUE;
}

/* Everybody who is named somewhere in the history. */
static gboolean
take_all_staff (GlaStore    *self,
                GlaHistory  *history,
                GError     **error)
{
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (!take_staff (self, history, treatment->injector, error)
          || !take_staff (self, history, treatment->prescriber, error))
        return FALSE;
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (!take_staff (self, history, assessment->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->reports->len; i++)
    {
      const GlaReport *report = history->reports->pdata[i];

      if (!take_staff (self, history, report->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->ratings->len; i++)
    {
      const GlaRating *rating = history->ratings->pdata[i];

      if (!take_staff (self, history, rating->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->documents->len; i++)
    {
      const GlaDocument *document = history->documents->pdata[i];

      if (!take_staff (self, history, document->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->cases->len; i++)
    {
      const GlaCaseRecord *record = history->cases->pdata[i];

      if (!take_staff (self, history, record->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->bookings->len; i++)
    {
      const GlaBooking *booking = history->bookings->pdata[i];

      if (!take_staff (self, history, booking->staff, error))
        return FALSE;
    }
  for (guint i = 0; i < history->plans->len; i++)
    {
      const GlaTreatmentPlan *plan = history->plans->pdata[i];

      if (!take_staff (self, history, plan->staff, error))
        return FALSE;
    }
  return TRUE;
}

/* Treatments first: the others are looked up among them. */
static const GlaHistoryPart *const parts[] = {
  &gla_treatment_part, &gla_injection_part, &gla_assessment_part, &gla_report_part,
  &gla_rating_part,    &gla_exposure_part,  &gla_adverse_event_part, &gla_document_part,
  &gla_case_part,      &gla_booking_part,    &gla_plan_part,
};

static gboolean
read_part (GlaStore              *self,
           const GlaHistoryPart  *part,
           gint64                 patient,
           GlaHistory            *history,
           GError               **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, part->sql, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_int (statement, ":first", patient);
  gla_statement_bind_int (statement, ":last", patient);
  while (gla_statement_step (statement, &row, error) && row)
    if (!part->take (self, statement, history, error))
      return FALSE;
  return !row;
}

static gboolean
read_all (GlaStore    *self,
          gint64       patient,
          GlaHistory  *history,
          GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!read_part (self, parts[i], patient, history, error))
      return FALSE;
  return take_all_staff (self, history, error);
}

/* Within a write the own transaction keeps what is read together. */
gboolean
gla_store_begin_snapshot (GlaStore  *self,
                          gboolean  *begun,
                          GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  *begun = FALSE;
  if (sqlite3_get_autocommit (gla_database_get_handle (self->database)) == 0)
    return TRUE;
  statement = gla_store_prepare (self, "BEGIN", error);
  if (statement == NULL || !gla_statement_run (statement, error))
    return FALSE;
  *begun = TRUE;
  return TRUE;
}

void
gla_store_end_snapshot (GlaStore *self,
                        gboolean  begun)
{
  g_autoptr (GlaStatement) statement = NULL;

  if (!begun)
    return;
  statement = gla_store_prepare (self, "COMMIT", NULL);
  if (statement == NULL || !gla_statement_run (statement, NULL))
    gla_database_execute (self->database, "ROLLBACK", NULL);
}

GlaHistory *
gla_store_read_history (GlaStore    *self,
                        const char  *patient,
                        GError     **error)
{
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaPatient) record = NULL;
  gboolean begun;
  gboolean read;
  gint64 row;

  g_return_val_if_fail (self != NULL && patient != NULL, NULL);

  if (!gla_store_begin_snapshot (self, &begun, error))
    return NULL;
  record = gla_store_read_patient (self, patient, error);
  read = record != NULL && gla_store_find_patient_row (self, patient, &row, error);
  if (read)
    {
      history = gla_history_new (g_steal_pointer (&record));
      read = read_all (self, row, history, error);
    }
  gla_store_end_snapshot (self, begun);
  if (!read)
    return NULL;
  gla_history_finish (history);
  return g_steal_pointer (&history);
}

/* Calls @func with the first column of each row. */
static gboolean
call_for_each (GlaStore        *self,
               GlaStatement    *statement,
               GlaPatientFunc   func,
               gpointer         user_data,
               GError         **error)
{
  gboolean row = TRUE;

  while (gla_statement_step (statement, &row, error) && row)
    {
      GError *func_error = NULL;

      if (!func (self, gla_statement_get_text (statement, 0), user_data, &func_error))
        {
          if (func_error == NULL)
            return TRUE;
          g_propagate_error (error, func_error);
          return FALSE;
        }
    }
  return !row;
}

gboolean
gla_store_for_each_patient (GlaStore        *self,
                            GlaPatientFunc   func,
                            gpointer         user_data,
                            GError         **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);

  statement = gla_store_prepare (self,
                                 "SELECT id FROM patient WHERE void_reason IS NULL ORDER BY row",
                                 error);
  return statement != NULL && call_for_each (self, statement, func, user_data, error);
}

gboolean
gla_store_for_each_patient_of_lot (GlaStore        *self,
                                   const char      *lot,
                                   GlaPatientFunc   func,
                                   gpointer         user_data,
                                   GError         **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  g_return_val_if_fail (self != NULL && lot != NULL && func != NULL, FALSE);

  /* The indexes of lots hold those that are known: they serve only where that is said. */
  statement = gla_store_prepare (self,
                                 "SELECT id FROM patient WHERE void_reason IS NULL AND row IN"
                                 " (SELECT patient FROM injection"
                                 "  WHERE lot IS NOT NULL AND lower (lot) = lower (:lot)"
                                 "  UNION SELECT i.patient FROM injection i"
                                 "  JOIN vial v ON v.id = i.vial"
                                 "  WHERE v.lot IS NOT NULL AND lower (v.lot) = lower (:lot))"
                                 " ORDER BY name_key, row",
                                 error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":lot", lot);
  return call_for_each (self, statement, func, user_data, error);
}

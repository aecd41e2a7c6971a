/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The histories of all patients, with one pass over each table. */

#include "config.h"

#include "gla-store-parts.h"
#include "gla-store-read.h"

/* Treatments first, as for one patient. */
static const GlaHistoryPart *const parts[] = {
  &gla_treatment_part, &gla_injection_part, &gla_assessment_part,
  &gla_report_part,    &gla_exposure_part,  &gla_adverse_event_part,
};

#define N_PARTS G_N_ELEMENTS (parts)

/* One table, at the first record that was not taken yet. */
typedef struct
{
  const GlaHistoryPart *part;
  GlaStatement *statement;
  int patient_column;
  gint64 patient; /* G_MAXINT64 at the end */
} Cursor;

typedef struct
{
  Cursor cursors[N_PARTS];
} Scan;

static void
scan_clear (Scan *scan)
{
  for (gsize i = 0; i < N_PARTS; i++)
    g_clear_pointer (&scan->cursors[i].statement, gla_statement_release);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scan, scan_clear)

static gboolean
advance (Cursor  *cursor,
         GError **error)
{
  gboolean row;

  if (!gla_statement_step (cursor->statement, &row, error))
    return FALSE;
  cursor->patient = row ? gla_statement_get_int (cursor->statement, cursor->patient_column)
                        : G_MAXINT64;
  return TRUE;
}

static gboolean
open_cursor (GlaStore              *self,
             const GlaHistoryPart  *part,
             gint64                 first,
             gint64                 last,
             Cursor                *cursor,
             GError               **error)
{
  cursor->part = part;
  cursor->statement = gla_store_prepare (self, part->sql, error);
  if (cursor->statement == NULL)
    return FALSE;
  gla_statement_bind_int (cursor->statement, ":first", first);
  gla_statement_bind_int (cursor->statement, ":last", last);
  cursor->patient_column = gla_statement_get_n_columns (cursor->statement) - 1;
  return advance (cursor, error);
}

/* What the table has of @patient; records of patients who are not shown are passed over. */
static gboolean
take_records (GlaStore    *self,
              Cursor      *cursor,
              gint64       patient,
              GlaHistory  *history,
              GError     **error)
{
  while (cursor->patient <= patient)
    if ((cursor->patient == patient
         && !cursor->part->take (self, cursor->statement, history, error))
        || !advance (cursor, error))
      return FALSE;
  return TRUE;
}

static GlaHistory *
read_next (GlaStore      *self,
           Scan          *scan,
           GlaStatement  *patients,
           GError       **error)
{
  g_autoptr (GlaHistory) history = gla_history_new (gla_store_take_patient (patients));
  gint64 patient = gla_statement_get_int (patients, gla_statement_get_n_columns (patients) - 1);

  for (gsize i = 0; i < N_PARTS; i++)
    if (!take_records (self, &scan->cursors[i], patient, history, error))
      return NULL;
  gla_history_finish (history);
  return g_steal_pointer (&history);
}

static gboolean
scan_rows (GlaStore        *self,
           gint64           first,
           gint64           last,
           GlaHistoryFunc   func,
           gpointer         user_data,
           GError         **error)
{
  g_autoptr (GlaStatement) patients = gla_store_prepare_patients (self, error);
  g_auto (Scan) scan = { 0 };
  gboolean row = TRUE;

  if (patients == NULL)
    return FALSE;
  gla_statement_bind_int (patients, ":first", first);
  gla_statement_bind_int (patients, ":last", last);
  for (gsize i = 0; i < N_PARTS; i++)
    if (!open_cursor (self, parts[i], first, last, &scan.cursors[i], error))
      return FALSE;
  while (gla_statement_step (patients, &row, error) && row)
    {
      g_autoptr (GlaHistory) history = read_next (self, &scan, patients, error);
      GError *func_error = NULL;

      if (history == NULL)
        return FALSE;
      if (!func (history, user_data, &func_error))
        {
          if (func_error == NULL)
            return TRUE;
          g_propagate_error (error, func_error);
          return FALSE;
        }
    }
  return !row;
}

/* Equal parts of the rows; those of few patients are not worth dividing exactly. */
static gboolean
find_rows (GlaStore  *self,
           guint      part,
           guint      n_parts,
           gint64    *first,
           gint64    *last,
           GError   **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT coalesce (max (row), 0) FROM patient", error);
  gboolean row;
  gint64 end;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return FALSE;
  end = gla_statement_get_int (statement, 0);
  *first = end / n_parts * part + 1;
  *last = part + 1 < n_parts ? end / n_parts * (part + 1) : G_MAXINT64;
  return TRUE;
}

gboolean
gla_store_scan_histories (GlaStore        *self,
                          guint            part,
                          guint            n_parts,
                          GlaHistoryFunc   func,
                          gpointer         user_data,
                          GError         **error)
{
  gint64 first, last;
  gboolean begun;
  gboolean read;

  g_return_val_if_fail (self != NULL && func != NULL, FALSE);
  g_return_val_if_fail (part < n_parts, FALSE);

  if (!gla_store_begin_snapshot (self, &begun, error))
    return FALSE;
  read = gla_store_keep_vials (self, error)
         && find_rows (self, part, n_parts, &first, &last, error)
         && scan_rows (self, first, last, func, user_data, error);
  gla_store_forget_vials (self);
  gla_store_end_snapshot (self, begun);
  return read;
}

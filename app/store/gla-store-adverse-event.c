/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaAdverseEvent, TEXT, treatment),
  GLA_FIELD (GlaAdverseEvent, TEXT, area),
  GLA_FIELD (GlaAdverseEvent, TEXT, kind),
  GLA_FIELD (GlaAdverseEvent, INT, severity),
  GLA_FIELD (GlaAdverseEvent, DAY, onset),
  GLA_FIELD (GlaAdverseEvent, INT, precision),
  GLA_FIELD (GlaAdverseEvent, DAY, resolved),
  GLA_FIELD (GlaAdverseEvent, TEXT, outcome),
  GLA_FIELD (GlaAdverseEvent, TEXT, note),
};

#define COLUMNS "id, treatment, area, kind, severity, onset, precision, resolved, outcome, note"

const GlaTable gla_adverse_event_table = {
  GLA_TABLE_STATEMENTS ("adverse_event", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaAdverseEvent, id),
  .patient = offsetof (GlaAdverseEvent, patient),
  .revision = offsetof (GlaAdverseEvent, revision),
  .insert = "INSERT INTO adverse_event (patient, " COLUMNS ") VALUES (:patient, :id, :treatment,"
            " :area, :kind, :severity, :onset,"
            " :precision, :resolved, :outcome, :note)",
  .update = "UPDATE adverse_event SET treatment = :treatment, area = :area, kind = :kind,"
            " severity = :severity, onset = :onset, precision = :precision, resolved ="
            " :resolved, outcome = :outcome, note = :note, revision = revision + 1 WHERE"
            " patient = :patient AND id = :id",
};

gboolean
gla_store_add_adverse_event (GlaStore               *self,
                             const GlaAdverseEvent  *event,
                             char                  **id,
                             GError                **error)
{
  g_return_val_if_fail (self != NULL && event != NULL, FALSE);

  return gla_table_add (self, &gla_adverse_event_table, event, id, error);
}

gboolean
gla_store_amend_adverse_event (GlaStore               *self,
                               const GlaAdverseEvent  *event,
                               const char             *reason,
                               GError                **error)
{
  g_return_val_if_fail (self != NULL && event != NULL && event->id != NULL, FALSE);

  return gla_table_amend (self, &gla_adverse_event_table, event, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaAdverseEvent record = { .patient = history->patient->id };

  gla_table_read (&gla_adverse_event_table, statement, &record);
  record.treatment = gla_store_keep_treatment (history, record.treatment);
  gla_history_take_adverse_event (history, gla_adverse_event_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_adverse_event_part = {
  GLA_HISTORY_PART ("adverse_event", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaReport, TEXT, treatment),
  GLA_FIELD (GlaReport, TEXT, area),
  GLA_FIELD (GlaReport, INT, kind),
  GLA_FIELD (GlaReport, DAY, day),
  GLA_FIELD (GlaReport, INT, precision),
  GLA_FIELD (GlaReport, DAY, told_on),
  GLA_FIELD (GlaReport, TEXT, staff),
  GLA_FIELD (GlaReport, TEXT, note),
};

#define COLUMNS "id, treatment, area, kind, day, precision, told_on, staff, note"

const GlaTable gla_report_table = {
  GLA_TABLE_STATEMENTS ("report", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaReport, id),
  .patient = offsetof (GlaReport, patient),
  .revision = offsetof (GlaReport, revision),
  .insert = "INSERT INTO report (patient, " COLUMNS ") VALUES (:patient, :id, :treatment,"
            " :area, :kind, :day, :precision, :told_on,"
            " :staff, :note)",
  .update = "UPDATE report SET treatment = :treatment, area = :area, kind = :kind, day ="
            " :day, precision = :precision, told_on = :told_on, staff = :staff, note = :note,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

gboolean
gla_store_amend_report (GlaStore         *self,
                        const GlaReport  *report,
                        const char       *reason,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL && report != NULL && report->id != NULL, FALSE);

  return gla_table_amend (self, &gla_report_table, report, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaReport record = { .patient = history->patient->id };

  gla_table_read (&gla_report_table, statement, &record);
  record.treatment = gla_store_keep_treatment (history, record.treatment);
  gla_history_take_report (history, gla_report_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_report_part = {
  GLA_HISTORY_PART ("report", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

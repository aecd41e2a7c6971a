/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaExposure, DAY, day),
  GLA_FIELD (GlaExposure, INT, precision),
  GLA_FIELD (GlaExposure, TEXT, place),
  GLA_FIELD (GlaExposure, TEXT, indication),
  GLA_FIELD (GlaExposure, TEXT, area),
  GLA_FIELD (GlaExposure, TEXT, product),
  GLA_FIELD (GlaExposure, UNITS, units),
  GLA_FIELD (GlaExposure, INT, certainty),
  GLA_FIELD (GlaExposure, TEXT, note),
};

#define COLUMNS "id, day, precision, place, indication, area, product, units, certainty, note"

const GlaTable gla_exposure_table = {
  GLA_TABLE_STATEMENTS ("exposure", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaExposure, id),
  .patient = offsetof (GlaExposure, patient),
  .revision = offsetof (GlaExposure, revision),
  .insert = "INSERT INTO exposure (patient, " COLUMNS ") VALUES (:patient, :id, :day, :precision,"
            " :place, :indication, :area, :product,"
            " :units, :certainty, :note)",
  .update = "UPDATE exposure SET day = :day, precision = :precision, place = :place,"
            " indication = :indication, area = :area, product = :product, units = :units,"
            " certainty = :certainty, note = :note, revision = revision + 1 WHERE patient ="
            " :patient AND id = :id",
};

gboolean
gla_store_add_exposure (GlaStore           *self,
                        const GlaExposure  *exposure,
                        char              **id,
                        GError            **error)
{
  g_return_val_if_fail (self != NULL && exposure != NULL, FALSE);

  return gla_table_add (self, &gla_exposure_table, exposure, id, error);
}

gboolean
gla_store_amend_exposure (GlaStore           *self,
                          const GlaExposure  *exposure,
                          const char         *reason,
                          GError            **error)
{
  g_return_val_if_fail (self != NULL && exposure != NULL && exposure->id != NULL, FALSE);

  return gla_table_amend (self, &gla_exposure_table, exposure, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaExposure record = { .patient = history->patient->id };

  gla_table_read (&gla_exposure_table, statement, &record);
  gla_history_take_exposure (history, gla_exposure_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_exposure_part = {
  GLA_HISTORY_PART ("exposure", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

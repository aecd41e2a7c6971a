/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-store-parts.h"

static const GlaField fields[] = {
  GLA_FIELD (GlaRating, TEXT, treatment),
  GLA_FIELD (GlaRating, DAY, day),
  GLA_FIELD (GlaRating, INT, rater),
  GLA_FIELD (GlaRating, TEXT, scale),
  GLA_FIELD (GlaRating, INT, grade),
  GLA_FIELD (GlaRating, TEXT, word),
  GLA_FIELD (GlaRating, TEXT, staff),
  GLA_FIELD (GlaRating, TEXT, note),
};

#define COLUMNS "id, treatment, day, rater, scale, grade, word, staff, note"

const GlaTable gla_rating_table = {
  GLA_TABLE_STATEMENTS ("rating", "patient"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaRating, id),
  .patient = offsetof (GlaRating, patient),
  .revision = offsetof (GlaRating, revision),
  .insert = "INSERT INTO rating (patient, " COLUMNS ") VALUES (:patient, :id, :treatment, :day,"
            " :rater, :scale, :grade, :word, :staff, :note)",
  .update = "UPDATE rating SET treatment = :treatment, day = :day, rater = :rater, scale ="
            " :scale, grade = :grade, word = :word, staff = :staff, note = :note,"
            " revision = revision + 1 WHERE patient = :patient AND id = :id",
};

gboolean
gla_store_amend_rating (GlaStore         *self,
                        const GlaRating  *rating,
                        const char       *reason,
                        GError          **error)
{
  g_return_val_if_fail (self != NULL && rating != NULL && rating->id != NULL, FALSE);

  return gla_table_amend (self, &gla_rating_table, rating, reason, error);
}

static gboolean
take_row (GlaStore      *self,
          GlaStatement  *statement,
          GlaHistory    *history,
          GError       **error)
{
  GlaRating record = { .patient = history->patient->id };

  gla_table_read (&gla_rating_table, statement, &record);
  record.treatment = gla_store_keep_treatment (history, record.treatment);
  gla_history_take_rating (history, gla_rating_new (&record));
  return TRUE;
}

const GlaHistoryPart gla_rating_part = {
  GLA_HISTORY_PART ("rating", COLUMNS ", revision", "void_reason IS NULL"),
  .take = take_row,
};

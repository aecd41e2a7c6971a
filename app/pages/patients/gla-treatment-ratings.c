/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-tables.h"

#include "gla-i18n.h"
#include "gla-rating-words.h"
#include "gla-record-words.h"
#include "gla-row-menu.h"
#include "gla-small-table.h"

static void
add_rating (GlaSmallTable      *table,
            GlaRecordData      *data,
            GlaCatalogue       *catalogue,
            const GlaTreatment *treatment,
            const GlaRating    *rating)
{
  const GlaHistory *history = gla_record_data_get_history (data);
  g_autofree char *date = gla_day_format (rating->day, GLA_DAY_EXACT);
  g_autofree char *day = g_strdup_printf ("%d", (int) (rating->day - treatment->day));
  g_autofree char *answer = gla_rating_describe_answer (catalogue, rating);
  g_autofree char *words = gla_rating_describe (catalogue, rating);
  g_autofree char *row = g_strdup_printf ("%s, %s", date, words);
  const char *rater = rating->rater == GLA_RATER_PATIENT
                        ? _("patient") : gla_record_words_staff (history, rating->staff);

  gla_small_table_begin_row (table, rating->id);
  gla_small_table_add_text (table, date, NULL);
  gla_small_table_add_text (table, treatment->day == GLA_DAY_NONE ? NULL : day, NULL);
  gla_small_table_add_text (table, gla_rating_get_name (catalogue, rating), NULL);
  gla_small_table_add_text (table, answer, NULL);
  gla_small_table_add_text (table, rater, "dim-label");
  gla_small_table_add_text (table, rating->note, "dim-label");
  gla_small_table_add_widget (table, gla_row_menu_new (GLA_TABLE_RATING, rating->id, TRUE, row));
}

GtkWidget *
gla_treatment_tables_new_ratings (GlaRecordData      *data,
                                  GlaCatalogue       *catalogue,
                                  const GlaTreatment *treatment)
{
  const GlaTableColumn columns[] = {
    { _("Date"), FALSE, FALSE },
    { _("Day"), TRUE, FALSE },
    { _("The result as a whole"), FALSE, FALSE },
    { _("Answer"), FALSE, FALSE },
    { _("By"), FALSE, TRUE },
    { _("Note"), FALSE, TRUE },
    { "", FALSE, FALSE },
  };
  const GlaHistory *history;
  GtkWidget *table = NULL;

  g_return_val_if_fail (data != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);
  g_return_val_if_fail (treatment != NULL, NULL);

  history = gla_record_data_get_history (data);
  for (guint i = 0; i < history->ratings->len; i++)
    {
      const GlaRating *rating = g_ptr_array_index (history->ratings, i);

      if (gla_rating_find_treatment (history, rating) != treatment)
        continue;
      if (table == NULL)
        table = gla_small_table_new (_("The result as a whole"), columns, G_N_ELEMENTS (columns));
      add_rating (GLA_SMALL_TABLE (table), data, catalogue, treatment, rating);
    }
  return table;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating-row.h"

#include "gla-form-rows.h"
#include "gla-i18n.h"
#include "gla-record-words.h"

/* The grade of the second answer; the first one is "Not asked". */
#define LOWEST_KEY "gla-lowest-grade"

AdwComboRow *
gla_rating_row_new (GlaCatalogue *catalogue,
                    const char   *scale,
                    const char   *title)
{
  g_autoptr (GtkStringList) answers = gtk_string_list_new (NULL);
  const GlaScale *known;
  AdwComboRow *row;
  int low = 0, high = -1;

  g_return_val_if_fail (catalogue != NULL && scale != NULL && title != NULL, NULL);

  known = gla_catalogue_find_scale (catalogue, scale);
  gtk_string_list_append (answers, _("Not asked"));
  if (known != NULL && gla_scale_get_range (known, &low, &high))
    for (int grade = low; grade <= high; grade++)
      gtk_string_list_take (answers, gla_record_words_grade (catalogue, scale, grade));
  row = gla_form_rows_make_combo (title, answers);
  g_object_set_data (G_OBJECT (row), LOWEST_KEY, GINT_TO_POINTER (low));
  return row;
}

static int
get_lowest (AdwComboRow *row)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (row), LOWEST_KEY));
}

int
gla_rating_row_get_grade (AdwComboRow *row)
{
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), GLA_GRADE_UNKNOWN);

  selected = adw_combo_row_get_selected (row);
  return selected == 0 || selected == GTK_INVALID_LIST_POSITION
           ? GLA_GRADE_UNKNOWN : get_lowest (row) + (int) selected - 1;
}

void
gla_rating_row_set_grade (AdwComboRow *row,
                          int          grade)
{
  guint n_answers;
  int place;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  n_answers = g_list_model_get_n_items (adw_combo_row_get_model (row));
  place = grade == GLA_GRADE_UNKNOWN ? 0 : grade - get_lowest (row) + 1;
  adw_combo_row_set_selected (row, place > 0 && place < (int) n_answers ? (guint) place : 0);
}

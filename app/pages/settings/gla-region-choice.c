/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-region-choice.h"

#include "gla-day.h"
#include "gla-i18n.h"
#include "gla-region.h"

static const struct
{
  const char *key;
  GlaRegion region;
  const char *locales; /* ends of locale names, each between two bars */
} regions[] = {
  { "eu", GLA_REGION_EU, NULL },
  { "us", GLA_REGION_US, "|US|" },
  { "uk", GLA_REGION_UK, "|GB|" },
  { "kr", GLA_REGION_KR, "|KR|" },
  { "cn", GLA_REGION_CN, "|CN|" },
};

static const char *const orders[] = { "dmy", "mdy" };

/* Where no label of the country itself is known, the European one is offered. */
static guint
guess_region (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *country = strchr (names[i], '_');
      g_autofree char *ending = NULL;

      if (country == NULL)
        continue;
      ending = g_strdup_printf ("|%.2s|", country + 1);
      for (guint j = 0; j < G_N_ELEMENTS (regions); j++)
        if (regions[j].locales != NULL && strstr (regions[j].locales, ending) != NULL)
          return j;
    }

  return 0;
}

void
gla_region_choice_set_up (AdwComboRow *row,
                          const char  *region)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = guess_region ();

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  for (guint i = 0; i < G_N_ELEMENTS (regions); i++)
    {
      gtk_string_list_append (names, gla_region_get_name (regions[i].region));
      if (g_strcmp0 (regions[i].key, region) == 0)
        selected = i;
    }
  adw_combo_row_set_model (row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (row, selected);
}

const char *
gla_region_choice_get (AdwComboRow *row)
{
  guint selected;

  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);

  selected = adw_combo_row_get_selected (row);
  return regions[selected < G_N_ELEMENTS (regions) ? selected : 0].key;
}

void
gla_day_order_choice_set_up (AdwComboRow *row,
                             const char  *order)
{
  const char *names[] = { _("Day first: 25/12/2026"), _("Month first: 12/25/2026"), NULL };
  g_autoptr (GtkStringList) model = gtk_string_list_new (names);
  gboolean month_first;

  g_return_if_fail (ADW_IS_COMBO_ROW (row));

  month_first = order != NULL ? strcmp (order, "mdy") == 0
                              : gla_day_get_locale_order () == GLA_DAY_ORDER_MDY;
  adw_combo_row_set_model (row, G_LIST_MODEL (model));
  adw_combo_row_set_selected (row, month_first ? 1 : 0);
}

const char *
gla_day_order_choice_get (AdwComboRow *row)
{
  g_return_val_if_fail (ADW_IS_COMBO_ROW (row), NULL);

  return orders[adw_combo_row_get_selected (row) == 1 ? 1 : 0];
}

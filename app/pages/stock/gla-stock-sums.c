/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-stock-sums.h"

#include "gla-i18n.h"
#include "gla-reorder.h"
#include "gla-setting.h"
#include "gla-store-purchase.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"

static void
sum_free (gpointer data)
{
  GlaStockSum *sum = data;

  g_free (sum->product);
  g_free (sum);
}

static GlaStockSum *
take_sum (GPtrArray  *sums,
          const char *product)
{
  GlaStockSum *sum = (GlaStockSum *) gla_stock_sums_find (sums, product);

  if (sum != NULL)
    return sum;
  sum = g_new0 (GlaStockSum, 1);
  sum->product = g_strdup (product);
  g_ptr_array_add (sums, sum);
  return sum;
}

static void
add_vial (GlaStockSum           *sum,
          const GlaStockVial    *stock,
          const GlaVialPurchase *purchase,
          GlaDay                 today)
{
  const GlaVial *vial = stock->vial;
  GlaUnits left = gla_vial_ledger_get_left (&stock->ledger);
  gint64 value = purchase != NULL ? gla_vial_purchase_get_value (purchase, &stock->ledger)
                                  : GLA_PRICE_UNKNOWN;

  sum->n_vials++;
  if (vial->state == GLA_VIAL_SEALED && (vial->expiry == GLA_DAY_NONE || vial->expiry >= today))
    sum->n_unopened++;
  if (left == GLA_UNITS_UNKNOWN || sum->left == GLA_UNITS_UNKNOWN)
    sum->left = GLA_UNITS_UNKNOWN;
  else
    sum->left += MAX (left, 0);
  if (value == GLA_PRICE_UNKNOWN)
    return;
  sum->value += value;
  sum->n_priced++;
}

GPtrArray *
gla_stock_sums_read (GlaStore   *store,
                     GPtrArray  *stock,
                     GlaDay      today,
                     GError    **error)
{
  g_autoptr (GPtrArray) sums = g_ptr_array_new_with_free_func (sum_free);
  g_autoptr (GHashTable) purchases = NULL;
  g_autoptr (GHashTable) levels = NULL;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;
  GHashTableIter iter;
  gpointer product;

  g_return_val_if_fail (store != NULL && stock != NULL, NULL);

  text = gla_store_get_setting (store, GLA_SETTING_REORDER_LEVELS, &local_error);
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  purchases = gla_store_list_purchases (store, error);
  if (purchases == NULL)
    return NULL;
  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *vial = stock->pdata[i];

      if (vial->vial->state != GLA_VIAL_FINISHED && vial->vial->state != GLA_VIAL_DISCARDED)
        add_vial (take_sum (sums, vial->vial->product), vial,
                  g_hash_table_lookup (purchases, vial->vial->id), today);
    }
  levels = gla_reorder_levels_from_text (text);
  g_hash_table_iter_init (&iter, levels);
  while (g_hash_table_iter_next (&iter, &product, NULL))
    take_sum (sums, product)->level = gla_reorder_levels_get (levels, product);
  return g_steal_pointer (&sums);
}

const GlaStockSum *
gla_stock_sums_find (GPtrArray  *sums,
                     const char *product)
{
  g_return_val_if_fail (sums != NULL && product != NULL, NULL);

  for (guint i = 0; i < sums->len; i++)
    if (g_str_equal (((GlaStockSum *) sums->pdata[i])->product, product))
      return sums->pdata[i];
  return NULL;
}

gboolean
gla_stock_sum_is_low (const GlaStockSum *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->level > 0 && (int) self->n_unopened < self->level;
}

static void
append (GString *text,
        char    *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static void
append_value (GString           *text,
              const GlaStockSum *self)
{
  g_autofree char *value = gla_price_format (self->value);

  if (self->n_priced == 0)
    return;
  append (text, self->n_priced == self->n_vials
                  ? g_strdup_printf (_("worth %s"), value)
                  /* Translators: an amount of money, and numbers of vials */
                  : g_strdup_printf (_("worth %s, with a price for %u of %u"), value,
                                     self->n_priced, self->n_vials));
}

char *
gla_stock_sum_describe (const GlaStockSum *self,
                        gboolean           with_value)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append (text, g_strdup_printf (ngettext ("%u unopened vial", "%u unopened vials",
                                           (gulong) self->n_unopened),
                                 self->n_unopened));
  if (self->left != GLA_UNITS_UNKNOWN)
    {
      g_autofree char *left = gla_units_format (self->left);

      append (text, g_strdup_printf (_("%s U left"), left));
    }
  if (with_value)
    append_value (text, self);
  if (gla_stock_sum_is_low (self))
    append (text, g_strdup_printf (_("to order: below %d"), self->level));
  return g_string_free (text, FALSE);
}

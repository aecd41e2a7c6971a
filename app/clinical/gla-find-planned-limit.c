/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The most that a label names for a session or for some months, each in units of one
 * product (A4; products-and-areas, A3 and section F, 19).
 */

#include "config.h"

#include "gla-finding-private.h"

#include "gla-i18n.h"

#include <string.h>

/* Whether the limit holds for all areas, or all areas that it names are planned. */
static gboolean
holds (GlaFindingSearch *search,
       const GlaMaximum *maximum)
{
  for (guint i = 0; maximum->areas != NULL && maximum->areas[i] != NULL; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < search->planned->planned->len; k++)
        found |= strcmp (((GlaCycle *) search->planned->planned->pdata[k])->area,
                         maximum->areas[i]) == 0;
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_counted (const GlaMaximum   *maximum,
            const GlaInjection *injection)
{
  return maximum->areas == NULL || maximum->areas[0] == NULL ||
         g_strv_contains ((const char *const *) maximum->areas, injection->area);
}

/* Units of the product that count, those of the plan included; what is not known is left out. */
static GlaUnits
sum_units (GlaFindingSearch *search,
           const char       *product,
           const GlaMaximum *maximum,
           GPtrArray        *rows)
{
  const GlaHistory *history = search->cycles->history;
  GlaDay today = search->cycles->today;
  GlaDay from = maximum->kind == GLA_MAXIMUM_SESSION
                  ? today
                  : gla_day_add_months (today, -maximum->months) + 1;
  GlaUnits sum = 0;

  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];
      const GlaTreatment *treatment = gla_history_find_treatment (history, injection->treatment);

      if (treatment == NULL || treatment->day < from || treatment->day > today ||
          injection->units == GLA_UNITS_UNKNOWN || !is_counted (maximum, injection) ||
          !gla_catalogue_shares_units (search->cycles->catalogue, injection->product, product))
        continue;
      sum += injection->units;
      g_ptr_array_add (rows, (gpointer) treatment->id);
    }
  for (guint i = 0; maximum->kind == GLA_MAXIMUM_PERIOD && i < history->exposures->len; i++)
    {
      const GlaExposure *exposure = history->exposures->pdata[i];

      if (exposure->day < from || exposure->day > today || exposure->units == GLA_UNITS_UNKNOWN ||
          !gla_catalogue_shares_units (search->cycles->catalogue, exposure->product, product))
        continue;
      sum += exposure->units;
      g_ptr_array_add (rows, (gpointer) exposure->id);
    }
  return sum;
}

static char *
describe_limit (GlaFindingSearch *search,
                const char       *product,
                const GlaMaximum *maximum,
                GlaUnits          sum)
{
  g_autofree char *units = gla_units_format (sum);
  g_autofree char *most = gla_units_format (maximum->units);
  const char *name = gla_finding_get_product (search, product);

  if (maximum->kind == GLA_MAXIMUM_SESSION)
    /* Translators: a product and two amounts */
    return g_strdup_printf (_("%s: %s units in this session. A label names %s units at most."),
                            name, units, most);
  return g_strdup_printf (ngettext (
                            /* Translators: a product, an amount, a number of months, an amount */
                            "%s: %s units within %d month, this treatment included. A label names "
                            "%s units at most.",
                            "%s: %s units within %d months, this treatment included. A label names "
                            "%s units at most.",
                            (gulong) maximum->months),
                          name, units, maximum->months, most);
}

static void
check_maximum (GlaFindingSearch *search,
               const char       *product,
               const GlaMaximum *maximum)
{
  GlaProduct *known = gla_catalogue_find_product (search->cycles->catalogue, product);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *units = NULL;
  g_autofree char *most = NULL;
  GlaFinding *finding;
  GlaUnits sum;

  if (maximum->units == GLA_UNITS_UNKNOWN || !holds (search, maximum))
    return;
  sum = sum_units (search, product, maximum, rows);
  if (sum <= maximum->units)
    return;
  units = gla_units_format (sum);
  most = gla_units_format (maximum->units);
  finding = gla_finding_search_add (
    search, maximum->kind == GLA_MAXIMUM_SESSION ? "session-maximum" : "period-maximum", "A4",
    GLA_FINDING_STRONG,
    maximum->kind == GLA_MAXIMUM_SESSION
      /* Translators: short code of a product and two amounts */
      ? g_strdup_printf (_("%s: %s\u00a0U in this session, label at most %s\u00a0U"),
                         gla_product_get_code (known), units, most)
      /* Translators: short code of a product, an amount, a number of months, an amount */
      : g_strdup_printf (_("%s: %s\u00a0U in %d months, label at most %s\u00a0U"),
                         gla_product_get_code (known), units, maximum->months, most),
    describe_limit (search, product, maximum, sum));
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  gla_finding_add_mark (finding, &maximum->mark);
}

/* Labels of several areas repeat a limit: each is looked at once. */
static gboolean
was_seen (GPtrArray        *seen,
          const GlaMaximum *maximum)
{
  for (guint i = 0; i < seen->len; i++)
    {
      const GlaMaximum *other = seen->pdata[i];

      if (other->kind == maximum->kind && other->units == maximum->units &&
          other->months == maximum->months)
        return TRUE;
    }
  g_ptr_array_add (seen, (gpointer) maximum);
  return FALSE;
}

static void
check_product (GlaFindingSearch *search,
               GlaProduct       *product)
{
  const char *key = gla_product_get_key (product);
  const GPtrArray *indications = gla_product_get_indications (product);
  g_autoptr (GPtrArray) seen = g_ptr_array_new ();

  for (guint i = 0; i < indications->len; i++)
    {
      const GlaIndication *indication = indications->pdata[i];

      if ((indication->regions & search->region) == 0)
        continue;
      for (guint k = 0; k < indication->maxima->len; k++)
        if (!was_seen (seen, indication->maxima->pdata[k]))
          check_maximum (search, key, indication->maxima->pdata[k]);
    }
}

void
gla_find_planned_limits (GlaFindingSearch *search)
{
  const GPtrArray *products = gla_catalogue_get_products (search->cycles->catalogue);

  for (guint i = 0; i < products->len; i++)
    if (gla_finding_covers_product (search, gla_product_get_key (products->pdata[i])))
      check_product (search, products->pdata[i]);
}

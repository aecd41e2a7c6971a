/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding-private.h"

#include "gla-i18n.h"

#include <string.h>

#define YEAR_DAYS 365

/* What was given of one product; amounts of two products never meet. */
typedef struct
{
  const char *product;
  GlaUnits window;
  GlaUnits year;
  GlaUnits life;
  guint n_unknown;
  guint n_unknown_year;
  guint n_unknown_window;
  guint n_elsewhere;
  GPtrArray *rows;
} Amount;

static void
amount_clear (gpointer data)
{
  Amount *self = data;

  g_clear_pointer (&self->rows, g_ptr_array_unref);
}

static Amount *
get_amount (GArray     *amounts,
            const char *product)
{
  Amount amount = { .product = product };

  for (guint i = 0; i < amounts->len; i++)
    {
      Amount *known = &g_array_index (amounts, Amount, i);

      if (strcmp (known->product, product) == 0)
        return known;
    }
  amount.rows = g_ptr_array_new ();
  g_array_append_val (amounts, amount);
  return &g_array_index (amounts, Amount, amounts->len - 1);
}

static int
get_window (GlaFindingSearch *search)
{
  return (int) gla_finding_get_constant (search, NULL, "amount_window");
}

static Amount *
add_amount (GlaFindingSearch *search,
            GArray           *amounts,
            const char       *product,
            GlaUnits          units,
            GlaDay            day,
            const char       *row)
{
  GlaDay today = search->cycles->today;
  gboolean in_year = day != GLA_DAY_NONE && day > today - YEAR_DAYS;
  gboolean in_window = day != GLA_DAY_NONE && day > today - get_window (search);
  Amount *amount;

  if (product == NULL || (day != GLA_DAY_NONE && day > today))
    return NULL;
  amount = get_amount (amounts, product);
  g_ptr_array_add (amount->rows, (gpointer) row);
  if (units == GLA_UNITS_UNKNOWN)
    {
      amount->n_unknown++;
      amount->n_unknown_year += in_year ? 1 : 0;
      amount->n_unknown_window += in_window ? 1 : 0;
      return amount;
    }
  amount->life += units;
  if (in_year)
    amount->year += units;
  if (in_window)
    amount->window += units;
  return amount;
}

static GArray *
sum_amounts (GlaFindingSearch *search)
{
  const GlaHistory *history = search->cycles->history;
  GArray *amounts = g_array_new (FALSE, FALSE, sizeof (Amount));
  guint next = gla_finding_first_injection (history);

  g_array_set_clear_func (amounts, amount_clear);
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];
      guint first = next;

      next = gla_finding_skip_injections (history, treatment, first);
      for (guint k = first; k < next; k++)
        {
          const GlaInjection *injection = history->injections->pdata[k];

          add_amount (search, amounts, injection->product, injection->units, treatment->day,
                      injection->id);
        }
    }
  for (guint i = 0; i < history->exposures->len; i++)
    {
      const GlaExposure *exposure = history->exposures->pdata[i];
      Amount *amount = add_amount (search, amounts, exposure->product, exposure->units,
                                   exposure->day, exposure->id);

      if (amount != NULL)
        amount->n_elsewhere++;
    }
  return amounts;
}

static char *
describe_amount (GlaFindingSearch *search,
                 const Amount     *amount)
{
  g_autofree char *window = gla_units_format (amount->window);
  g_autofree char *year = gla_units_format (amount->year);
  g_autofree char *life = gla_units_format (amount->life);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: a product, and amounts in units of that product; %d is a number of days */
  g_string_append_printf (text, _("%s: %s units in the last %d days, %s in the last %d days, %s in "
                                  "all."),
                          gla_finding_get_product (search, amount->product), window,
                          get_window (search), year, YEAR_DAYS, life);
  if (search->plan != NULL)
    g_string_append_printf (text, " %s", _("This treatment is included."));
  if (amount->n_elsewhere > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u treatment elsewhere is included.",
                                              "%u treatments elsewhere are included.",
                                              amount->n_elsewhere),
                              amount->n_elsewhere);
    }
  if (amount->n_unknown > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, ngettext ("%u amount that is not known is left out.",
                                              "%u amounts that are not known are left out.",
                                              amount->n_unknown),
                              amount->n_unknown);
    }
  return g_strdup (text->str);
}

/* What is not known makes the sum of the rest a least amount. */
static char *
describe_year (const char   *code,
               const Amount *amount)
{
  g_autofree char *year = gla_units_format (amount->year);

  if (amount->year == 0)
    /* Translators: short code of a product */
    return g_strdup_printf (_("%s: amount in a year not known"), code);
  if (amount->n_unknown_year > 0)
    /* Translators: short code of a product and an amount in its units */
    return g_strdup_printf (_("%s: at least %s units in a year"), code, year);
  /* Translators: short code of a product and an amount in its units */
  return g_strdup_printf (_("%s: %s units in a year"), code, year);
}

/* For a plan what it adds up to in the shorter time is of interest. */
static char *
describe_window (GlaFindingSearch *search,
                 const char       *code,
                 const Amount     *amount)
{
  g_autofree char *units = gla_units_format (amount->window);

  if (amount->n_unknown_window > 0)
    /* Translators: short code of a product, an amount in its units, a number of days */
    return g_strdup_printf (_("%s: at least %s units in %d days, with this treatment"), code, units,
                            get_window (search));
  /* Translators: short code of a product, an amount in its units, a number of days */
  return g_strdup_printf (_("%s: %s units in %d days, with this treatment"), code, units,
                          get_window (search));
}

/* A15: shown for each product by itself, without a judgement; one that was not used within
 * the year is left to the timeline. */
void
gla_find_amounts (GlaFindingSearch *search)
{
  g_autoptr (GArray) amounts = sum_amounts (search);

  for (guint i = 0; i < amounts->len; i++)
    {
      const Amount *amount = &g_array_index (amounts, Amount, i);
      GlaProduct *product =
        gla_catalogue_find_product (search->cycles->catalogue, amount->product);
      const char *code = product != NULL ? gla_product_get_code (product) : amount->product;
      GlaFinding *finding;

      if ((amount->year == 0 && amount->n_unknown_year == 0) ||
          !gla_finding_covers_product (search, amount->product))
        continue;
      /* A plan whose units are not typed yet adds nothing. */
      if (search->plan != NULL && amount->window == 0)
        continue;
      finding = gla_finding_search_add (search, "amount", "A15", GLA_FINDING_INFO,
                                        search->plan != NULL
                                          ? describe_window (search, code, amount)
                                          : describe_year (code, amount),
                                        describe_amount (search, amount));
      for (guint k = 0; k < amount->rows->len; k++)
        gla_finding_add_row (finding, amount->rows->pdata[k]);
      gla_finding_add_source (finding, "A19");
      gla_finding_get_constant (search, finding, "amount_window");
    }
}

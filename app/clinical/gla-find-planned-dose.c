/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Planned units of one product in one area against the label (A4) and against the
 * treatment before (A5). Units of two products are never compared: that a number
 * stays the same while the product changes is a question about the writing.
 */

#include "config.h"

#include "gla-finding-private.h"
#include "gla-session-quality.h"

#include "gla-i18n.h"

#include <string.h>

/* What is planned of one product in one area, with the touch-up it may belong to. */
typedef struct
{
  const GlaCycle *cycle;
  const char *product;
  GlaUnits units;          /* those known, of the plan alone */
  GlaUnits total;          /* with what the cycle already had of this product */
  gboolean is_known;       /* whether all amounts of the plan are */
  gboolean is_touch_up;
  gboolean one_sided;
} Dose;

static gboolean
is_planned (GlaFindingSearch   *search,
            const GlaInjection *injection)
{
  return strcmp (injection->treatment, search->planned->id) == 0;
}

static void
sum_dose (GlaFindingSearch *search,
          const GlaCycle   *cycle,
          const char       *product,
          Dose             *dose)
{
  *dose = (Dose) { .cycle = cycle, .product = product, .is_known = TRUE };
  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = cycle->injections->pdata[i];
      gboolean planned = is_planned (search, injection);

      if (g_strcmp0 (injection->product, product) != 0)
        continue;
      dose->is_touch_up |= !planned;
      if (injection->units == GLA_UNITS_UNKNOWN)
        dose->is_known &= !planned;
      else
        {
          dose->total += injection->units;
          dose->units += planned ? injection->units : 0;
        }
    }
  dose->one_sided = cycle->side == GLA_SIDE_LEFT || cycle->side == GLA_SIDE_RIGHT;
}

/* Calls @look for each product planned in each area. */
static void
for_each_dose (GlaFindingSearch *search,
               void            (*look) (GlaFindingSearch *search, const Dose *dose))
{
  for (guint i = 0; i < search->planned->planned->len; i++)
    {
      const GlaCycle *cycle = search->planned->planned->pdata[i];
      g_autoptr (GPtrArray) seen = g_ptr_array_new ();

      for (guint k = 0; k < cycle->injections->len; k++)
        {
          const GlaInjection *injection = cycle->injections->pdata[k];
          Dose dose;

          if (!is_planned (search, injection) || injection->product == NULL ||
              g_ptr_array_find_with_equal_func (seen, injection->product, g_str_equal, NULL))
            continue;
          g_ptr_array_add (seen, (gpointer) injection->product);
          sum_dose (search, cycle, injection->product, &dose);
          look (search, &dose);
        }
    }
}

/* "0.5", in the user's locale. */
static char *
format_ratio (GlaUnits units,
              GlaUnits label)
{
  return gla_units_format (gla_units_from_double ((double) units / (double) label));
}

/* "Record shows: 10 units, label 20 units (Glabella, Botox). That is 0.5 of the label." */
static GlaFinding *
add_dose (GlaFindingSearch    *search,
          const Dose          *dose,
          const char          *id,
          GlaFindingLevel      level,
          GlaUnits             units,
          GlaUnits             label,
          const GlaIndication *indication)
{
  g_autofree char *given = gla_units_format (units);
  g_autofree char *limit = gla_units_format (label);
  g_autofree char *ratio = format_ratio (units, label);
  g_autofree char *facts = NULL;
  const GlaLabelDose *usual = gla_indication_get_dose (indication);
  const char *area = gla_finding_get_area (search, dose->cycle->area);
  const char *condition = gla_marked_get_text (&usual->mark);
  GlaFinding *finding;

  facts = g_strdup_printf (
    /* Translators: two amounts, an area, a product, and a ratio such as 0.5 */
    _("Planned: %s units, label: %s units (%s, %s). That is %s times the label's."), given, limit,
    area, gla_finding_get_product (search, dose->product), ratio);
  finding = gla_finding_search_add (
    search, id, "A4", level,
    level == GLA_FINDING_WARN
      /* Translators: an area and two amounts */
      ? g_strdup_printf (_("%s %s\u00a0U, label at most %s\u00a0U"), area, given, limit)
      /* Translators: an area and two amounts */
      : g_strdup_printf (_("%s %s\u00a0U, label %s\u00a0U"), area, given, limit),
    condition != NULL ? g_strdup_printf (_("%s Label: %s."), facts, condition)
                      : g_strdup (facts));
  if (dose->is_touch_up)
    gla_finding_add_row_once (finding, dose->cycle->treatment->id);
  gla_finding_add_mark (finding, &usual->mark);
  gla_finding_add_mark (finding, &indication->mark);
  return finding;
}

/* "Usual in the literature: 24–36 units for each side.", or NULL where no figure is known. */
static char *
describe_usual (const GlaStartingDose *usual)
{
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;
  g_autofree char *range = NULL;

  if (usual == NULL || usual->low == GLA_UNITS_UNKNOWN)
    return NULL;
  low = gla_units_format (usual->low);
  high = gla_units_format (usual->high);
  range = usual->high > usual->low ? g_strdup_printf ("%s–%s", low, high) : g_strdup (low);
  if (usual->per_side)
    /* Translators: %s is an amount or a range of amounts */
    return g_strdup_printf (_("Usual in the literature: %s units for each side."), range);
  /* Translators: %s is an amount or a range of amounts */
  return g_strdup_printf (_("Usual in the literature: %s units."), range);
}

static GlaDoseFor
get_dose_for (GlaFindingSearch *search)
{
  switch (search->cycles->history->patient->sex)
    {
    case GLA_SEX_FEMALE:
      return GLA_DOSE_FOR_WOMEN;
    case GLA_SEX_MALE:
      return GLA_DOSE_FOR_MEN;
    case GLA_SEX_UNKNOWN:
    case GLA_SEX_OTHER:
    default:
      return GLA_DOSE_FOR_ANYONE;
    }
}

/* Off label: what is usual, with how far that can be trusted; never a dose to give. */
static void
find_usual (GlaFindingSearch *search,
            const Dose       *dose)
{
  GlaCatalogue *catalogue = search->cycles->catalogue;
  GlaProduct *product = gla_catalogue_find_product (catalogue, dose->product);
  GlaArea *area = gla_catalogue_find_area (catalogue, dose->cycle->area);
  const GlaStartingDose *usual;
  g_autofree char *fact = NULL;
  g_autofree char *figure = NULL;
  GlaFinding *finding;

  if (product == NULL || area == NULL)
    return;
  usual = gla_area_find_starting_dose (area, gla_product_get_dose_group (product), dose->product,
                                       get_dose_for (search));
  fact = g_strdup_printf (_("The catalogue has no label dose of %s for this area in the clinic's "
                            "region."),
                          gla_product_get_name (product));
  figure = describe_usual (usual);
  finding = gla_finding_search_add (
    search, "off-label", NULL, GLA_FINDING_INFO,
    /* Translators: an area and the short code of a product */
    g_strdup_printf (_("%s is not on the label of %s here"), gla_area_get_name (area),
                     gla_product_get_code (product)),
    figure != NULL ? g_strjoin (" ", fact, figure, NULL) : g_strdup (fact));
  if (figure != NULL)
    gla_finding_add_mark (finding, &usual->mark);
}

/* A4: below what the label names, or above the most that it names. */
static void
look_at_label (GlaFindingSearch *search,
               const Dose       *dose)
{
  const GlaIndication *indication =
    gla_catalogue_find_indication (search->cycles->catalogue, dose->product, dose->cycle->area,
                                   search->region);
  GlaUnits low, high;

  if (indication == NULL)
    {
      find_usual (search, dose);
      return;
    }
  if (!gla_cycle_get_label_limits (dose->cycle, indication, &low, &high))
    return;
  if (dose->total > high)
    add_dose (search, dose, "above-label", GLA_FINDING_WARN, dose->total, high, indication);
  else if (dose->is_known && !dose->is_touch_up && !dose->cycle->mixed_products &&
           dose->units > 0 && dose->units < low)
    add_dose (search, dose, "below-label", GLA_FINDING_INFO, dose->units, low, indication);
}

void
gla_find_planned_doses (GlaFindingSearch *search)
{
  for_each_dose (search, look_at_label);
}

/* The last treatment of the area before the plan. */
static const GlaCycle *
find_last (GlaFindingSearch *search,
           const char       *area)
{
  const GPtrArray *cycles = search->planned->before->cycles;
  const GlaCycle *last = NULL;

  for (guint i = 0; i < cycles->len; i++)
    if (strcmp (((const GlaCycle *) cycles->pdata[i])->area, area) == 0)
      last = cycles->pdata[i];
  return last;
}

/* A5: another product, and the same number of units as the last time. */
static void
look_at_switch (GlaFindingSearch *search,
                const Dose       *dose)
{
  const GlaCycle *last = find_last (search, dose->cycle->area);
  g_autofree char *units = NULL;
  g_autofree char *day = NULL;
  GlaFinding *finding;

  if (last == NULL || last->product == NULL || last->first_units == GLA_UNITS_UNKNOWN ||
      !dose->is_known || dose->units != last->first_units ||
      gla_catalogue_shares_units (search->cycles->catalogue, last->product, dose->product))
    return;
  units = gla_units_format (dose->units);
  day = gla_day_format (last->day, last->precision);
  finding = gla_finding_search_add (
    search, "same-units", "A5", GLA_FINDING_STRONG,
    /* Translators: an area and an amount */
    g_strdup_printf (_("%s: another product, and %s units as before"),
                     gla_finding_get_area (search, dose->cycle->area), units),
    g_strdup_printf (
      /* Translators: a date, an amount, and two products */
      _("On %s it was %s units of %s; now the same number is planned of %s. Units are not "
        "interchangeable between products and can't be converted."),
      day, units, gla_finding_get_product (search, last->product),
      gla_finding_get_product (search, dose->product)));
  gla_finding_add_row (finding, last->treatment->id);
  gla_finding_add_source (finding, "BC-PI");
  gla_finding_add_source (finding, "AZZ");
  gla_finding_add_source (finding, "BOC");
}

/* Amounts in the glabella that rather look like units of another product (evidence, S5c). */
static void
look_at_mix_up (GlaFindingSearch *search,
                const Dose       *dose)
{
  GlaProduct *product = gla_catalogue_find_product (search->cycles->catalogue, dose->product);
  const char *family = product != NULL ? gla_product_get_family (product) : "";
  gboolean is_abo = strcmp (family, "ABO") == 0;
  gboolean is_ona = product != NULL &&
                    (strcmp (family, "ONA") == 0 || strcmp (family, "INCO") == 0 ||
                     strcmp (family, "PRA") == 0);
  const char *name = is_abo ? "unitmix_abo_low" : "unitmix_ona_high";
  GlaUnits limit = gla_units_from_double (gla_finding_get_constant (search, NULL, name));
  g_autofree char *units = NULL;
  GlaFinding *finding;

  if (strcmp (dose->cycle->area, "GLAB") != 0 || dose->is_touch_up || dose->one_sided ||
      !dose->is_known || dose->units == 0 || !(is_abo || is_ona) ||
      (is_abo ? dose->units > limit : dose->units < limit))
    return;
  units = gla_units_format (dose->units);
  finding = gla_finding_search_add (
    search, "unit-mix", "A5", GLA_FINDING_STRONG,
    /* Translators: an area and an amount */
    g_strdup_printf (_("%s %s\u00a0U: units of which brand?"),
                     gla_finding_get_area (search, dose->cycle->area), units),
    g_strdup_printf (_("%s units of %s are an unusual amount for this area. Units are not "
                       "interchangeable between products. Check the sticker of the vial."),
                     units, gla_product_get_name (product)));
  gla_finding_get_constant (search, finding, name);
  gla_finding_add_source (finding, "BC-PI");
  gla_finding_add_source (finding, "AZZ");
  gla_finding_add_source (finding, "BOC");
}

void
gla_find_planned_switches (GlaFindingSearch *search)
{
  for_each_dose (search, look_at_switch);
  for_each_dose (search, look_at_mix_up);
}

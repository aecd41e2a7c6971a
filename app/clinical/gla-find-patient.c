/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-private.h"
#include "gla-finding-private.h"
#include "gla-i18n.h"

/* The age limit of the label of this cycle that is passed; a contraindication goes first. */
static void
find_age_limit (GlaFindingSearch    *search,
                const GlaCycle      *cycle,
                int                  age,
                const GlaAgeLimit  **limit)
{
  const GlaIndication *indication =
    gla_catalogue_find_indication (search->cycles->catalogue, cycle->product, cycle->area,
                                   search->region);

  for (guint i = 0; indication != NULL && i < indication->ages->len; i++)
    {
      const GlaAgeLimit *other = indication->ages->pdata[i];

      if (other->below == 0 || age < other->below)
        continue;
      if (*limit == NULL || (other->contraindicated && !(*limit)->contraindicated))
        *limit = other;
    }
}

static void
find_age_above_label (GlaFindingSearch *search,
                      int               age)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const GlaAgeLimit *limit = NULL;
  GlaFinding *finding;

  /* The product that was last used in each area is the one that may be used again. */
  for (guint i = 0; i < search->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = search->cycles->cycles->pdata[i];
      const GlaAgeLimit *before = limit;

      if (cycle->next == NULL && cycle->product != NULL && gla_finding_covers_cycle (search, cycle))
        find_age_limit (search, cycle, age, &limit);
      if (limit != before)
        g_ptr_array_add (rows, (gpointer) cycle->treatment->id);
    }
  if (limit == NULL)
    return;
  finding = gla_finding_search_add (
    search, "age", "A14", limit->contraindicated ? GLA_FINDING_STRONG : GLA_FINDING_INFO,
    g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) age), age),
    g_strdup_printf (ngettext ("The label of a product in use covers ages below %d year.",
                               "The label of a product in use covers ages below %d years.",
                               (gulong) limit->below),
                     limit->below));
  gla_finding_add_row (finding, search->cycles->history->patient->id);
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  gla_finding_add_mark (finding, &limit->mark);
}

void
gla_find_age (GlaFindingSearch *search)
{
  const GlaPatient *patient = search->cycles->history->patient;
  int age = gla_day_get_age (patient->birth_day, search->cycles->today);
  int adult = (int) gla_finding_get_constant (search, NULL, "adult_age");
  GlaFinding *finding;

  if (age >= adult)
    find_age_above_label (search, age);
  if (age < 0 || age >= adult)
    return;
  finding = gla_finding_search_add (
    search, "age", "A14", GLA_FINDING_STRONG,
    g_strdup_printf (ngettext ("%d year old", "%d years old", (gulong) age), age),
    g_strdup_printf (_("Labels cover people aged %d and over."), adult));
  gla_finding_add_row (finding, patient->id);
  gla_finding_add_source (finding, "VIS-CH");
  gla_finding_add_source (finding, "AZZ");
  gla_finding_add_source (finding, "BOC");
  gla_finding_get_constant (search, finding, "adult_age");
}

static gboolean
is_type_b (GlaFindingSearch *search,
           const char       *product)
{
  GlaProduct *known = gla_catalogue_find_product (search->cycles->catalogue, product);
  const GPtrArray *serotypes =
    known != NULL ? gla_product_get_facts (known, GLA_FACT_SEROTYPE) : NULL;
  const GlaFact *fact = serotypes != NULL && serotypes->len > 0 ? serotypes->pdata[0] : NULL;

  return fact != NULL && g_strcmp0 (fact->mark.text, "B") == 0;
}

static char *
describe_exposure (GlaFindingSearch  *search,
                   const GlaExposure *exposure)
{
  g_autofree char *day = gla_day_format (exposure->day, exposure->precision);

  if (exposure->product == NULL)
    /* Translators: %s is a date */
    return g_strdup_printf (_("Botulinum toxin elsewhere: %s, product not known."), day);
  /* Translators: the first %s is a date, the second a product */
  return g_strdup_printf (_("Botulinum toxin elsewhere: %s, %s."), day,
                          gla_finding_get_product (search, exposure->product));
}

static void
add_exposure (GlaFindingSearch  *search,
              const GlaExposure *exposure,
              const char        *constant)
{
  int window = (int) gla_finding_get_constant (search, NULL, constant);
  g_autofree char *what = describe_exposure (search, exposure);
  g_autofree char *day = gla_day_format (exposure->day, exposure->precision);
  g_autofree char *rule =
    g_strdup_printf (ngettext ("Trials and labels ask about any in the last %d week.",
                               "Trials and labels ask about any in the last %d weeks.",
                               (gulong) window / 7),
                     window / 7);
  GlaFinding *finding =
    gla_finding_search_add (search, "elsewhere", "A1", GLA_FINDING_WARN,
                            /* Translators: botulinum toxin was given elsewhere; %s is a date */
                            g_strdup_printf (_("elsewhere: %s"), day),
                            g_strjoin (" ", what, rule, NULL));

  gla_finding_add_row (finding, exposure->id);
  gla_finding_get_constant (search, finding, constant);
}

void
gla_find_elsewhere (GlaFindingSearch *search)
{
  const GPtrArray *exposures = search->cycles->history->exposures;

  for (guint i = 0; i < exposures->len; i++)
    {
      const GlaExposure *exposure = exposures->pdata[i];
      const char *window = "elsewhere_window";

      if (exposure->day == GLA_DAY_NONE || exposure->day > search->cycles->today)
        continue;
      if (is_type_b (search, exposure->product))
        window = "elsewhere_window_b";
      /* The last day that an inexact date can mean decides. */
      if (exposure->day + gla_cycle_half_width (exposure->precision) >
          search->cycles->today - (int) gla_finding_get_constant (search, NULL, window))
        add_exposure (search, exposure, window);
    }
}

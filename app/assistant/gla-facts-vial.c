/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include "gla-excursion.h"
#include "gla-special.h"
#include "gla-vial-use.h"
#include "gla-vial-words.h"

#include <stdlib.h>
#include <string.h>

/* How far volume and units may disagree before it is said: a share of the volume expected. */
#define VOLUME_TOLERANCE 0.1

const GlaVial *
gla_fact_builder_find_vial (GlaFactBuilder     *self,
                            const GlaInjection *injection)
{
  if (injection->vial == NULL)
    return NULL;
  return gla_history_find_vial (self->input->cycles->history, injection->vial);
}

static void
add_dilution (GlaFactBuilder *builder,
              const GlaVial  *vial)
{
  GlaCatalogue *catalogue = builder->input->cycles->catalogue;
  GlaProduct *product = gla_catalogue_find_product (catalogue, vial->product);
  const GlaDilution *label =
    vial->presentation != NULL ? gla_catalogue_find_dilution (catalogue, vial->presentation) : NULL;

  if (vial->diluent_volume > 0)
    gla_case_fact_add_row (gla_fact_builder_set_number (builder, "diluent",
                                                        (double) vial->diluent_volume / 1000.0),
                           vial->id);
  if (label == NULL || product == NULL)
    return;
  gla_fact_builder_set_number (builder, "label-diluent", label->diluent_ul / 1000.0);
  if (vial->diluent_volume > 0)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "dilution-differs",
                                                        gla_vial_judge_dilution (vial, catalogue, 0)
                                                          != GLA_DILUTION_AS_USUAL),
                           vial->id);
}

/* Units of an injection, its volume, and what its vial would give for that volume. */
static void
add_volume (GlaFactBuilder     *builder,
            const GlaInjection *injection,
            const GlaVial      *vial)
{
  const GlaCaseFact *known = gla_facts_find (builder->facts, "volume-differs");
  GlaCaseFact *fact;
  double expected;

  if (injection->volume <= 0 || injection->units == GLA_UNITS_UNKNOWN ||
      vial->diluent_volume <= 0 || vial->content == GLA_UNITS_UNKNOWN || vial->content <= 0)
    return;
  expected = (double) injection->units / (double) vial->content * (double) vial->diluent_volume;
  fact = gla_fact_builder_set_yes_no (
    builder, "volume-differs",
    (known->known && known->yes) ||
      ABS ((double) injection->volume - expected) > VOLUME_TOLERANCE * expected);
  gla_case_fact_add_row (fact, injection->id);
}

/* Two vials of one product in one session with different diluent. */
static void
add_vials_differ (GlaFactBuilder *builder,
                  const GlaVial  *vial)
{
  const GlaHistory *history = builder->input->cycles->history;
  GlaCaseFact *fact;
  guint first;
  guint n = gla_history_get_injections (history, builder->cycle->treatment->id, &first);

  if (vial->diluent_volume <= 0)
    return;
  fact = gla_fact_builder_set_yes_no (builder, "vials-differ", FALSE);
  for (guint i = first; i < first + n; i++)
    {
      const GlaVial *other = gla_fact_builder_find_vial (builder, history->injections->pdata[i]);

      if (other == NULL || g_strcmp0 (other->product, vial->product) != 0 ||
          other->content != vial->content || other->diluent_volume <= 0 ||
          other->diluent_volume == vial->diluent_volume)
        continue;
      fact->yes = TRUE;
      gla_case_fact_add_row (fact, vial->id);
      gla_case_fact_add_row (fact, other->id);
    }
}

/* What this patient alone drew is the least; the clinic's ledger may know of more. */
static void
add_ledger (GlaFactBuilder *builder,
            const GlaVial  *vial)
{
  const GPtrArray *injections = builder->input->cycles->history->injections;
  GlaUnits drawn = 0;
  GlaCaseFact *fact;

  if (vial->content == GLA_UNITS_UNKNOWN || vial->content <= 0)
    return;
  gla_case_fact_add_row (
    gla_fact_builder_set_number (builder, "vial-content", gla_units_to_double (vial->content)),
    vial->id);
  fact = gla_fact_builder_set_number (builder, "vial-drawn", 0);
  for (guint i = 0; i < injections->len; i++)
    {
      const GlaInjection *injection = injections->pdata[i];

      if (g_strcmp0 (injection->vial, vial->id) != 0 || injection->units == GLA_UNITS_UNKNOWN)
        continue;
      drawn += injection->units;
      gla_case_fact_add_row (fact, injection->id);
    }
  if (builder->input->vial_drawn != GLA_UNITS_UNKNOWN)
    drawn = MAX (drawn, builder->input->vial_drawn);
  fact->number = gla_units_to_double (drawn);
}

static void
add_hours (GlaFactBuilder *builder,
           const GlaVial  *vial)
{
  int in_use = gla_vial_get_in_use_hours (vial, builder->input->constants);
  int least, most;

  if (in_use >= 0)
    gla_fact_builder_set_number (builder, "in-use-hours", in_use);
  if (!gla_vial_get_hours (vial, builder->cycle->day, GLA_MINUTE_UNKNOWN, &least, &most))
    return;
  gla_case_fact_add_row (gla_fact_builder_set_number (builder, "vial-hours-least", least),
                         vial->id);
  gla_case_fact_add_row (gla_fact_builder_set_number (builder, "vial-hours-most", most), vial->id);
}

/* Capitals without blanks, so that a condition can name a lot. */
static char *
fold_lot (const char *lot)
{
  GString *folded = g_string_new (NULL);

  for (const char *c = lot; *c != '\0'; c++)
    if (!g_ascii_isspace (*c))
      g_string_append_c (folded, g_ascii_toupper (*c));
  return g_string_free (folded, FALSE);
}

static void
add_lots (GlaFactBuilder *builder)
{
  const GlaCycle *cycle = builder->cycle;
  GlaCaseFact *known = gla_fact_builder_set_yes_no (builder, "lot-known", TRUE);
  g_autoptr (GString) lots = g_string_new (NULL);

  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = cycle->injections->pdata[i];
      const GlaVial *vial = gla_fact_builder_find_vial (builder, injection);
      const char *lot = vial != NULL ? vial->lot : injection->lot;
      g_autofree char *folded = lot != NULL ? fold_lot (lot) : NULL;

      gla_case_fact_add_row (known, injection->id);
      if (folded == NULL || folded[0] == '\0')
        known->yes = FALSE;
      else if (strstr (lots->str, folded) == NULL)
        g_string_append_printf (lots, "%s%s", lots->len > 0 ? " " : "", folded);
    }
  gla_case_fact_add_rows (gla_fact_builder_set_words (builder, "lot", lots->str), known->rows);
}

static void
add_expiry (GlaFactBuilder *builder,
            const GlaVial  *vial)
{
  const GlaCaseFact *known = gla_facts_find (builder->facts, "expired");
  gboolean expired = builder->cycle->day > vial->expiry;

  if (vial->expiry == GLA_DAY_NONE || (known->known && known->yes))
    return;
  gla_case_fact_add_row (gla_fact_builder_set_day (builder, "expiry-day", vial->expiry), vial->id);
  gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "expired", expired), vial->id);
}

/* Only a spell that the maker has to be asked about; a gap in the log is no answer. */
static void
add_excursion (GlaFactBuilder *builder,
               const GlaVial  *vial)
{
  GlaExcursion excursion;

  if (builder->input->fridge == NULL)
    return;
  gla_excursion_judge (vial, builder->input->fridge, builder->cycle->day,
                       builder->input->constants, &excursion);
  if (excursion.advice == GLA_EXCURSION_ASK_MAKER || excursion.advice == GLA_EXCURSION_DO_NOT_USE)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "excursion", TRUE), vial->id);
}

/* Dilution, ledger, hours and integrity of the vial (evidence, S5d to S5f). */
void
gla_facts_add_vial (GlaFactBuilder *builder)
{
  gboolean first = TRUE;

  if (builder->cycle == NULL)
    return;
  add_lots (builder);
  for (guint i = 0; i < builder->cycle->injections->len; i++)
    {
      const GlaInjection *injection = builder->cycle->injections->pdata[i];
      const GlaVial *vial = gla_fact_builder_find_vial (builder, injection);

      if (vial == NULL)
        continue;
      if (first)
        {
          add_dilution (builder, vial);
          add_vials_differ (builder, vial);
          add_ledger (builder, vial);
          add_hours (builder, vial);
        }
      first = FALSE;
      add_volume (builder, injection, vial);
      add_expiry (builder, vial);
      add_excursion (builder, vial);
    }
}

/* P(X >= k) of a binomial: exact, one-sided (evidence, S5g). */
double
gla_lot_figures_get_tail (const GlaLotFigures *self,
                          double               background)
{
  g_return_val_if_fail (self != NULL && background >= 0.0 && background <= 1.0, 1.0);

  if (self->n_failures == 0)
    return 1.0;
  return 1.0 - gla_binomial_cdf (self->n_peers, background, self->n_failures - 1);
}

void
gla_facts_add_lot (GlaFactBuilder *builder)
{
  static const char *const flags[] = { "ok", "amber", "red" };
  const GlaLotFigures *lot = builder->input->lot;
  double background;

  if (lot == NULL || lot->n_failures > lot->n_peers)
    return;
  background = lot->background;
  if (!(background >= 0.0 && background <= 1.0))
    background = gla_fact_builder_get (builder, "lot_background");
  gla_fact_builder_set_number (builder, "lot-peers", lot->n_peers);
  gla_fact_builder_set_number (builder, "lot-failures", lot->n_failures);
  gla_fact_builder_set_number (builder, "lot-background", background);
  gla_fact_builder_set_number (builder, "lot-p", gla_lot_figures_get_tail (lot, background));
  if (lot->is_judged)
    gla_fact_builder_set_words (builder, "lot-flag", flags[lot->flag]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include <string.h>

/* What the label says; nothing where it does not name the area. */
static void
add_label (GlaFactBuilder *builder)
{
  const GlaCycle *cycle = builder->cycle;
  const GlaIndication *indication =
    gla_catalogue_find_indication (builder->input->cycles->catalogue, cycle->product, cycle->area,
                                   builder->region);
  const GlaLabelDose *dose = indication != NULL ? gla_indication_get_dose (indication) : NULL;
  GlaUnits low, high;

  if (dose == NULL)
    return;
  gla_fact_builder_set_number (builder, "label-low", gla_units_to_double (dose->low));
  if (gla_indication_get_limits (indication, &low, &high))
    gla_fact_builder_set_number (builder, "label-high", gla_units_to_double (high));
  if (cycle->units != GLA_UNITS_UNKNOWN && dose->low > 0)
    gla_case_fact_add_row (
      gla_fact_builder_set_number (builder, "dose-ratio",
                                   (double) cycle->units / (double) dose->low),
      cycle->treatment->id);
}

static void
add_points (GlaFactBuilder *builder)
{
  GlaArea *area = gla_catalogue_find_area (builder->input->cycles->catalogue,
                                           builder->cycle->area);
  int usual = area != NULL ? gla_area_get_points_low (area) : 0;

  if (builder->cycle->points > 0)
    gla_case_fact_add_row (
      gla_fact_builder_set_number (builder, "points", builder->cycle->points),
      builder->cycle->treatment->id);
  /* A number for one side can't be compared unless it is known which sides were treated. */
  if (usual > 0 && gla_area_get_points_per_side (area))
    usual = builder->cycle->side == GLA_SIDE_BOTH ? 2 * usual : usual;
  if (usual > 0)
    gla_fact_builder_set_number (builder, "points-usual", usual);
}

static void
add_last_good (GlaFactBuilder *builder)
{
  for (int i = builder->index - 1; i >= 0; i--)
    {
      const GlaCycle *cycle = builder->cycles->pdata[i];

      if (cycle->product == NULL || g_strcmp0 (cycle->product, builder->cycle->product) != 0 ||
          cycle->units == GLA_UNITS_UNKNOWN || !gla_fact_builder_responded (builder, cycle))
        continue;
      gla_case_fact_add_row (gla_fact_builder_set_number (builder, "last-good-units",
                                                          gla_units_to_double (cycle->units)),
                             cycle->treatment->id);
      return;
    }
}

/*
 * Whether the product changed, and the number that was written down did not. That
 * is a question about the writing: amounts of two products are not compared.
 */
static void
add_switch (GlaFactBuilder *builder)
{
  GlaCatalogue *catalogue = builder->input->cycles->catalogue;
  const GlaCycle *cycle = builder->cycle;
  const GlaCycle *before;
  GlaProduct *product;

  if (builder->index < 1)
    return;
  before = builder->cycles->pdata[builder->index - 1];
  if (before->product == NULL || cycle->product == NULL)
    return;
  product = gla_catalogue_find_product (catalogue, before->product);
  gla_fact_builder_set_words (builder, "previous-product",
                              product != NULL ? gla_product_get_name (product) : before->product);
  gla_case_fact_add_row (
    gla_fact_builder_set_yes_no (builder, "product-changed",
                                 !gla_catalogue_shares_units (catalogue, before->product,
                                                              cycle->product)),
    before->treatment->id);
  if (before->first_units != GLA_UNITS_UNKNOWN && cycle->first_units != GLA_UNITS_UNKNOWN)
    gla_case_fact_add_row (gla_fact_builder_set_yes_no (builder, "units-unchanged",
                                                        before->first_units == cycle->first_units),
                           before->treatment->id);
}

/* Amounts, points and which product they are of (evidence, S5a to S5c). */
void
gla_facts_add_amount (GlaFactBuilder *builder)
{
  const GlaPatient *patient = builder->input->cycles->history->patient;

  if (patient->sex != GLA_SEX_UNKNOWN)
    gla_case_fact_add_row (
      gla_fact_builder_set_yes_no (builder, "male", patient->sex == GLA_SEX_MALE), patient->id);
  if (builder->cycle == NULL)
    return;
  if (builder->cycle->units != GLA_UNITS_UNKNOWN)
    gla_case_fact_add_row (
      gla_fact_builder_set_number (builder, "units", gla_units_to_double (builder->cycle->units)),
      builder->cycle->treatment->id);
  add_label (builder);
  add_points (builder);
  add_last_good (builder);
  add_switch (builder);
}

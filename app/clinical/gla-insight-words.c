/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-sheet.h"

#include "gla-i18n.h"

const char *
gla_insight_view_get_title (GlaInsightView view)
{
  switch (view)
    {
    case GLA_INSIGHT_RESPONSE:
      return _("Response and safety");
    case GLA_INSIGHT_LOTS:
      return _("Lots");
    case GLA_INSIGHT_INJECTORS:
      return _("Injectors");
    case GLA_INSIGHT_MONTHS:
      return _("Months");
    case GLA_INSIGHT_DURATIONS:
    case GLA_N_INSIGHT_VIEWS:
    default:
      return _("Duration of effect");
    }
}

const char *
gla_cycle_key_get_title (GlaCycleKey key)
{
  switch (key)
    {
    case GLA_CYCLE_KEY_AREA:
      return _("Area");
    case GLA_CYCLE_KEY_INJECTOR:
      return _("Injector");
    case GLA_CYCLE_KEY_LOT:
      return _("Lot");
    case GLA_CYCLE_KEY_DILUTION:
      return _("Dilution");
    case GLA_CYCLE_KEY_DOSE:
      return _("Dose");
    case GLA_CYCLE_KEY_PRODUCT:
    case GLA_N_CYCLE_KEYS:
    default:
      return _("Product");
    }
}

const char *
gla_cycle_subset_describe (GlaCycleSubset subset)
{
  static const char *const texts[GLA_N_CYCLE_SUBSETS] = {
    [GLA_CYCLES_ALL] = N_("Treated areas"),
    [GLA_CYCLES_TIMED] = N_("Something is known of the end"),
    [GLA_CYCLES_ENDED] = N_("Seen gone"),
    [GLA_CYCLES_STILL_SEEN] = N_("Still seen at the last look"),
    [GLA_CYCLES_NOT_SEEN] = N_("Not seen working"),
    [GLA_CYCLES_DUE] = N_("Review due"),
    [GLA_CYCLES_MISSED] = N_("Review missed"),
    [GLA_CYCLES_JUDGED] = N_("Judged at the first review"),
    [GLA_CYCLES_RESPONDED] = N_("Seen working at the first review"),
    [GLA_CYCLES_NOT_RESPONDED] = N_("Not seen working at the first review"),
    [GLA_CYCLES_WITH_EVENTS] = N_("With adverse events"),
    [GLA_CYCLES_EARLY] = N_("Inside the label interval"),
    [GLA_CYCLES_TOUCHED_UP] = N_("Touched up"),
  };

  g_return_val_if_fail (subset < GLA_N_CYCLE_SUBSETS, "");

  return _(texts[subset]);
}

char *
gla_cycle_row_describe_duration (const GlaCycleRow *row)
{
  GlaCycle cycle = { .precision = GLA_DAY_EXACT };

  g_return_val_if_fail (row != NULL, NULL);

  /* The doubt of an inexact day is in the ends already. */
  cycle.effect.status = row->status;
  cycle.effect.left = row->left;
  cycle.effect.right = row->right == GLA_CYCLE_DAY_OPEN ? GLA_EFFECT_OPEN : row->right;
  return gla_cycle_describe_duration (&cycle);
}

char *
gla_insight_describe_completeness (const GlaInsightCounts *counts,
                                   const GlaCycleSettings *settings)
{
  g_autofree char *share = NULL;
  guint due;

  g_return_val_if_fail (counts != NULL && settings != NULL, NULL);

  due = counts->n[GLA_CYCLES_DUE];
  if (due == 0)
    return NULL;
  share = gla_insight_describe_share (due - counts->n[GLA_CYCLES_MISSED], due);
  /* Translators: two days after treatment, a share such as "68 % (170 of 250)" */
  return g_strdup_printf (_("Reviewed on day %d to %d: %s. Durations are only as good as this."),
                          settings->judge_from, settings->review_until, share);
}

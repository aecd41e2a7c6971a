/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The notice of shorter effects in words (statistics, section 7.2). */

#include "config.h"

#include "gla-shortening.h"

#include "gla-i18n.h"

#include <math.h>

static int
to_percent (double ratio)
{
  return (int) floor (100.0 * ratio + 0.5);
}

const char *
gla_shortening_get_title (const GlaShortening *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->tier)
    {
    case GLA_DETECTOR_AMBER:
      return _("Effect may be getting shorter");
    case GLA_DETECTOR_RED:
      return _("Effect has probably become shorter");
    case GLA_DETECTOR_OK:
    default:
      return NULL;
    }
}

static char *
describe_amber (const GlaShortening *self)
{
  const GlaDetection *found = &self->detection;

  return g_strdup_printf (ngettext (
                            /* Translators: how many treatments; then shares in per cent */
                            "The last treatment seems to have lasted shorter than those before "
                            "(%u treatment; estimate %d %% of the earlier duration, range "
                            "%d–%d %%).",
                            "The last %u treatments seem to have lasted shorter than those before "
                            "(estimate %d %% of the earlier duration, range %d–%d %%).",
                            self->n_after),
                          self->n_after, to_percent (found->ratio), to_percent (found->ratio_low),
                          to_percent (found->ratio_high));
}

static char *
describe_red (const GlaShortening *self)
{
  const GlaDetection *found = &self->detection;
  g_autofree char *month = gla_day_format_month (self->change_day, TRUE);

  /* Translators: a month with its year, such as "Mar 2025"; then shares in per cent */
  return g_strdup_printf (_("The effect has probably become shorter since %s (estimate %d %% of "
                            "the earlier duration, range %d–%d %%)."),
                          month, to_percent (found->ratio), to_percent (found->ratio_low),
                          to_percent (found->ratio_high));
}

char *
gla_shortening_describe (const GlaShortening *self)
{
  g_autofree char *finding = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  /* A notice that was raised before stays even if later records left no candidate. */
  if (self->tier == GLA_DETECTOR_OK || self->change_day == GLA_DAY_NONE)
    return NULL;
  if (self->tier == GLA_DETECTOR_AMBER)
    {
      finding = describe_amber (self);
      return g_strdup_printf ("%s %s %s", finding,
                              _("Often this is chance, a different technique or a product batch: "
                                "about 3 of 4 such notices turn out harmless."),
                              _("Suggestion: check at two weeks and again at about ten weeks "
                                "next time."));
    }
  finding = describe_red (self);
  return g_strdup_printf ("%s %s %s", finding,
                          _("About 4 of 10 such notices still turn out harmless."),
                          _("Dose, product and area were taken into account."));
}

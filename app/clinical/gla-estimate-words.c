/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Estimates in words (statistics, section 7.1). */

#include "config.h"

#include "gla-estimate.h"

#include "gla-i18n.h"

#include <math.h>

static char *
format_day (GlaDay day)
{
  return gla_day_format (day, GLA_DAY_EXACT);
}

static char *
describe_gone (const GlaEstimate *self)
{
  /* Rounded down: it is never more certain than that. */
  int tenths = (int) floor (10.0 * self->p_gone);
  g_autofree char *day = self->confirmed != GLA_DAY_NONE
                           ? format_day (self->confirmed)
                           : gla_day_format (self->cycle->day, self->cycle->precision);

  tenths = CLAMP (tenths, 1, 9);
  if (self->confirmed != GLA_DAY_NONE)
    /* Translators: a date, and how many of ten such patients */
    return g_strdup_printf (_("Not confirmed since %s. It has probably worn off by now "
                              "(%d in 10)."), day, tenths);
  /* Translators: the date of the treatment, and how many of ten such patients */
  return g_strdup_printf (_("Not confirmed since the treatment on %s. It has probably worn off by "
                            "now (%d in 10)."), day, tenths);
}

char *
gla_estimate_describe_band (const GlaEstimate *self)
{
  g_autofree char *first = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *last = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->is_probably_gone)
    return describe_gone (self);
  first = format_day (self->days[GLA_ESTIMATE_10]);
  middle = format_day (self->days[GLA_ESTIMATE_50]);
  last = format_day (self->days[GLA_ESTIMATE_90]);
  /* Translators: two dates that enclose the band, and the one in its middle */
  return g_strdup_printf (_("The effect will probably wear off between %s and %s (8 in 10 patients "
                            "like this), most likely around %s."), first, last, middle);
}

char *
gla_estimate_describe_basis (const GlaEstimate *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (self->n_history == 0)
    return g_strdup (self->is_product_known
                       ? _("This is the usual range for this product and area; the patient has no "
                           "own history yet.")
                       : _("The product is not known; this is the range assumed for any "
                           "product."));
  if (self->since != GLA_DAY_NONE)
    {
      g_autofree char *month = gla_day_format_month (self->since, TRUE);

      return g_strdup_printf (ngettext (
                                /* Translators: how many treatments, and a month with its year */
                                "It rests on %u earlier treatment of this area since %s, from when "
                                "on effects seem to be shorter.",
                                "It rests on %u earlier treatments of this area since %s, from "
                                "when on effects seem to be shorter.",
                                self->n_history),
                              self->n_history, month);
    }
  return g_strdup_printf (ngettext (
                            "It rests on the patient’s own history: %u earlier treatment of this "
                            "area.",
                            "It rests on the patient’s own history: %u earlier treatments of this "
                            "area.",
                            self->n_history),
                          self->n_history);
}

/* A band that begins before the label allows a treatment must not be read as advice. */
static char *
describe_limit (const GlaEstimate *self)
{
  g_autofree char *day = NULL;

  if (self->days[GLA_ESTIMATE_10] >= self->earliest_treatment || self->is_probably_gone)
    return NULL;
  day = format_day (self->earliest_treatment);
  /* Translators: a date */
  return g_strdup_printf (_("This is not a date to treat again: no treatment before %s."), day);
}

char *
gla_estimate_describe (const GlaEstimate *self)
{
  g_autofree char *band = gla_estimate_describe_band (self);
  g_autofree char *basis = NULL;
  g_autofree char *limit = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  basis = gla_estimate_describe_basis (self);
  limit = describe_limit (self);
  return limit != NULL ? g_strdup_printf ("%s %s %s", band, basis, limit)
                       : g_strdup_printf ("%s %s", band, basis);
}

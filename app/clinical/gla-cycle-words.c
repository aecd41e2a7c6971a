/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle.h"

#include "gla-cycle-private.h"
#include "gla-i18n.h"
#include "gla-words.h"

/*
 * The effect in days that may be said: where the day of the injection is not
 * exact, both ends move apart by its half width. The effect lasted at least
 * to day @left, and was gone by day @right or it is not known.
 */
static void
get_spoken_ends (const GlaCycle *self,
                 int            *left,
                 int            *right)
{
  int half_width = gla_cycle_half_width (self->precision);

  *left = MAX (0, self->effect.left - half_width);
  *right = self->effect.right;
  if (*right != GLA_EFFECT_OPEN)
    *right += half_width;
}

static char *
describe_ended (const GlaCycle *self,
                int             left,
                int             right)
{
  /* An exact report is the interval of that one day. */
  if (right - left == 1)
    /* Translators: how long an effect lasted, where the patient named the day */
    return g_strdup_printf (ngettext ("about %d day", "about %d days", (gulong) right), right);
  if (self->effect.assumed_left)
    /* Translators: how long an effect lasted; the lower limit follows from why the patient came */
    return g_strdup_printf (ngettext ("assumed between %d and %d day",
                                      "assumed between %d and %d days", (gulong) right),
                            left + 1, right);
  /* Translators: how long an effect lasted, as a range of days */
  return g_strdup_printf (ngettext ("between %d and %d day", "between %d and %d days",
                                    (gulong) right),
                          left + 1, right);
}

char *
gla_cycle_describe_duration (const GlaCycle *self)
{
  int left, right;

  g_return_val_if_fail (self != NULL, NULL);

  get_spoken_ends (self, &left, &right);
  if (self->effect.status == GLA_EFFECT_NOT_SEEN)
    return g_strdup (_("not seen working"));
  if (left > 0 && right != GLA_EFFECT_OPEN)
    return describe_ended (self, left, right);
  if (left > 0)
    /* Translators: how long an effect lasted, still seen when last looked at */
    return g_strdup_printf (ngettext ("at least %d day", "at least %d days", (gulong) left), left);
  if (right != GLA_EFFECT_OPEN)
    /* Translators: the effect was gone when looked at on this day, counted from the injection */
    return g_strdup_printf (_("gone by day %d"), right);
  return g_strdup (_("not known"));
}

char *
gla_cycle_describe_weeks (const GlaCycle *self)
{
  int left, right, first, last;

  g_return_val_if_fail (self != NULL, NULL);

  get_spoken_ends (self, &left, &right);
  /* Whole weeks that enclose the interval of days. */
  first = (left + 1) / 7;
  last = right != GLA_EFFECT_OPEN ? (right + 6) / 7 : 0;
  if (self->effect.status == GLA_EFFECT_NOT_SEEN)
    /* Translators: short for "not seen working", in a narrow place of a picture */
    return g_strdup (C_("effect", "NS"));
  if (left > 0 && right != GLA_EFFECT_OPEN)
    {
      if (right - left == 1)
        /* Translators: short for weeks, in a narrow place of a picture */
        return g_strdup_printf (_("%d wk"), (right + 3) / 7);
      /* Translators: a range of weeks, in a narrow place of a picture */
      return first < last ? g_strdup_printf (_("%d–%d wk"), first, last)
                          : g_strdup_printf (_("%d wk"), last);
    }
  if (left >= 7)
    /* Translators: so many weeks or more, in a narrow place of a picture */
    return g_strdup_printf (_("%d+ wk"), left / 7);
  if (left > 0)
    /* Translators: so many days or more, in a narrow place of a picture */
    return g_strdup_printf (_("%d+ d"), left);
  if (right != GLA_EFFECT_OPEN)
    /* Translators: at most so many weeks, in a narrow place of a picture */
    return g_strdup_printf (_("≤ %d wk"), last);
  return g_strdup ("?");
}

static char *
describe_area (const GlaCycle *self,
               GlaCatalogue   *catalogue)
{
  GlaArea *area = gla_catalogue_find_area (catalogue, self->area);
  const char *name = area != NULL ? gla_area_get_name (area) : self->area;

  if (self->side == GLA_SIDE_BOTH)
    return g_strdup (name);
  /* Translators: an area and a side, as in "Crow's feet, left" */
  return g_strdup_printf (_("%s, %s"), name, gla_side_get_name (self->side));
}

/* What was injected, as "20 units of BOTOX Cosmetic", with an honest word where it is not known. */
static char *
describe_amount (const GlaCycle *self,
                 GlaCatalogue   *catalogue)
{
  GlaProduct *product = gla_catalogue_find_product (catalogue, self->product);
  const char *const *brands = product != NULL ? gla_product_get_brands (product) : NULL;
  const char *name = brands != NULL && brands[0] != NULL ? brands[0] : self->product;
  g_autofree char *units = NULL;
  gulong number;

  if (self->mixed_products)
    return g_strdup (_("several products"));
  if (self->units == GLA_UNITS_UNKNOWN && name == NULL)
    return g_strdup (_("unknown amount of an unknown product"));
  if (self->units == GLA_UNITS_UNKNOWN)
    /* Translators: %s is a product */
    return g_strdup_printf (_("unknown amount of %s"), name);

  units = gla_units_format (self->units);
  /* "2.5 units" is a plural. */
  number = self->units % 100 == 0 ? (gulong) (self->units / 100) : 2;
  if (name == NULL)
    return g_strdup_printf (ngettext ("%s unit of an unknown product",
                                      "%s units of an unknown product", number),
                            units);
  /* Translators: an amount and a product, as in "20 units of BOTOX Cosmetic" */
  return g_strdup_printf (ngettext ("%s unit of %s", "%s units of %s", number), units, name);
}

/* Whether someone saw or the patient felt the effect on the day that the interval begins with. */
static gboolean
is_left_confirmed (const GlaCycle *self)
{
  if (self->effect.assumed_left || self->effect.onset_by == GLA_EFFECT_NO_DAY)
    return FALSE;
  for (guint i = 0; i < self->gradings->len; i++)
    {
      const GlaCycleGrading *entry = &g_array_index (self->gradings, GlaCycleGrading, i);

      if (entry->day == self->effect.left && entry->assessment->at_maximum != GLA_GRADE_UNKNOWN)
        return TRUE;
    }
  for (guint i = 0; i < self->reports->len; i++)
    {
      const GlaCycleReport *entry = &g_array_index (self->reports, GlaCycleReport, i);

      if (entry->day == self->effect.left && entry->report->kind == GLA_REPORT_STILL_WORKING)
        return TRUE;
    }
  return FALSE;
}

static char *
describe_seen (const GlaCycle *self)
{
  const GlaEffect *effect = &self->effect;

  if (effect->onset_by == GLA_EFFECT_NO_DAY)
    return NULL;
  if (effect->left > effect->onset_by && is_left_confirmed (self))
    return g_strdup_printf (_("seen working at day %d and day %d"), effect->onset_by, effect->left);
  return g_strdup_printf (_("seen working at day %d"), effect->onset_by);
}

static char *
describe_end (const GlaCycle *self)
{
  const GlaEffect *effect = &self->effect;

  switch (effect->status)
    {
    case GLA_EFFECT_NOT_SEEN:
      return g_strdup_printf (_("not seen working at day %d"), effect->right);
    case GLA_EFFECT_GONE_BY:
      return g_strdup_printf (_("gone by day %d"), effect->right);
    case GLA_EFFECT_ENDED:
      if (is_left_confirmed (self))
        return g_strdup_printf (_("gone by day %d"), effect->right);
      if (effect->right - effect->left == 1)
        return g_strdup_printf (_("worn off on day %d"), effect->right);
      if (effect->assumed_left)
        return g_strdup_printf (_("assumed to have worn off between day %d and day %d"),
                                effect->left + 1, effect->right);
      return g_strdup_printf (_("worn off between day %d and day %d"), effect->left + 1,
                              effect->right);
    case GLA_EFFECT_STILL_SEEN:
      return g_strdup (self->running ? _("end not known yet") : _("end not recorded"));
    case GLA_EFFECT_NO_INFORMATION:
    default:
      return g_strdup (_("effect not recorded"));
    }
}

static void
take_part (GStrvBuilder *parts,
           char         *part)
{
  if (part != NULL)
    g_strv_builder_add (parts, part);
  g_free (part);
}

char *
gla_cycle_describe (const GlaCycle *self,
                    GlaCatalogue   *catalogue)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;
  g_autofree char *list = NULL;

  g_return_val_if_fail (self != NULL && catalogue != NULL, NULL);

  /* A list of statements that each stand alone, as a table row is read out. */
  take_part (builder, describe_area (self, catalogue));
  take_part (builder, describe_amount (self, catalogue));
  take_part (builder, gla_day_format (self->day, self->precision));
  if (self->touch_ups->len > 0)
    take_part (builder, g_strdup_printf (ngettext ("%u touch-up included", "%u touch-ups included",
                                                   self->touch_ups->len),
                                         self->touch_ups->len));
  take_part (builder, describe_seen (self));
  take_part (builder, describe_end (self));
  if (self->effect.conflict)
    take_part (builder, g_strdup (_("report and grades disagree")));
  if (self->inside_label)
    take_part (builder, g_strdup (_("injected within the label interval")));
  parts = g_strv_builder_end (builder);
  /* Translators: stands between the statements of a list */
  list = g_strjoinv (_(", "), parts);
  /* Translators: closes a list of statements */
  return g_strdup_printf (_("%s."), list);
}

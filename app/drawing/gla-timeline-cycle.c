/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-cycle.h"

#include "gla-i18n.h"

#include <string.h>

#define NOT_SEEN_TO 30

static void
touch_up_clear (gpointer data)
{
  GlaTimelineTouchUp *touch_up = data;

  g_free (touch_up->units);
}

void
gla_timeline_cycle_free (gpointer data)
{
  GlaTimelineCycle *self = data;

  g_free (self->units);
  g_free (self->units_short);
  g_free (self->lots);
  g_free (self->early);
  g_free (self->weeks);
  g_free (self->weeks_short);
  g_array_unref (self->touch_ups);
  g_free (self);
}

static const char *
get_side_letter (GlaSide side)
{
  switch (side)
    {
    case GLA_SIDE_LEFT:
      /* Translators: one letter for the patient's left */
      return C_("side", "L");
    case GLA_SIDE_RIGHT:
      /* Translators: one letter for the patient's right */
      return C_("side", "R");
    case GLA_SIDE_BOTH:
    case GLA_SIDE_MIDDLE:
    default:
      return NULL;
    }
}

/* What was injected in one treatment: a sum for each product, for units of
 * different products are never added. */
static char *
get_units (const GlaCycle *cycle,
           const char     *treatment,
           GlaCatalogue   *catalogue,
           guint          *n_products)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) products = g_ptr_array_new ();

  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *first = g_ptr_array_index (cycle->injections, i);
      g_autofree char *amount = NULL;
      GlaUnits sum = 0;

      if (g_strcmp0 (first->treatment, treatment) != 0
          || g_ptr_array_find_with_equal_func (products, first->product,
                                               (GEqualFunc) g_str_equal, NULL))
        continue;
      if (first->product != NULL)
        g_ptr_array_add (products, (char *) first->product);

      for (guint j = i; j < cycle->injections->len; j++)
        {
          const GlaInjection *injection = g_ptr_array_index (cycle->injections, j);

          if (g_strcmp0 (injection->treatment, treatment) != 0
              || g_strcmp0 (injection->product, first->product) != 0
              /* Amounts of unknown products may be of several. */
              || (first->product == NULL && j != i))
            continue;
          if (injection->units == GLA_UNITS_UNKNOWN || sum == GLA_UNITS_UNKNOWN)
            sum = GLA_UNITS_UNKNOWN;
          else
            sum += injection->units;
        }
      amount = gla_timeline_dup_amount (catalogue, first->product, sum);
      g_string_append_printf (text, "%s%s", text->len > 0 ? " + " : "", amount);
      (*n_products)++;
    }

  if (text->len == 0)
    return gla_timeline_dup_amount (catalogue, cycle->product, cycle->first_units);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
fill_units (GlaTimelineCycle       *self,
            const GlaTimelineCycle *before,
            GlaCatalogue           *catalogue)
{
  const GlaCycle *cycle = self->cycle;
  const char *side = get_side_letter (cycle->side);
  guint n_products = 0;

  self->units = get_units (cycle, cycle->treatment->id, catalogue, &n_products);
  if (side != NULL)
    {
      g_autofree char *units = g_steal_pointer (&self->units);

      /* Translators: an amount such as "12 ONA" and the letter of the side it went to */
      self->units = g_strdup_printf (C_("amount and side", "%s %s"), units, side);
    }

  /* The code may be left out only where the amount before is of the same product. */
  if (n_products <= 1 && cycle->product != NULL && side == NULL && before != NULL
      && g_strcmp0 (before->cycle->product, cycle->product) == 0)
    self->units_short = gla_units_format (cycle->first_units);

  for (guint i = 0; i < cycle->touch_ups->len; i++)
    {
      const GlaTouchUp *from = &g_array_index (cycle->touch_ups, GlaTouchUp, i);
      GlaTimelineTouchUp touch_up = { from->treatment, from->day, NULL };
      g_autofree char *amount = gla_units_format (from->units);

      touch_up.units = g_strdup_printf ("+%s", amount);
      g_array_append_val (self->touch_ups, touch_up);
    }
}

static void
fill_lots (GlaTimelineCycle       *self,
           const GlaTimelineCycle *before)
{
  const GPtrArray *injections = self->cycle->injections;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) lots = g_ptr_array_new ();

  for (guint i = 0; i < injections->len; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (injections, i);
      const char *lot = injection->lot != NULL ? injection->lot : "?";

      if (g_ptr_array_find_with_equal_func (lots, lot, g_str_equal, NULL))
        continue;
      g_ptr_array_add (lots, (char *) lot);
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", lot);
    }
  self->lots = g_string_free (g_steal_pointer (&text), FALSE);
  self->lot_changed = before == NULL || g_strcmp0 (before->lots, self->lots) != 0;
}

/* First and last visit with effect: better than before by a grade at maximum
 * contraction (statistics, section 1.2). Of several gradings on one day the
 * worst counts. */
static void
find_seen (GlaTimelineCycle *self)
{
  const GlaCycle *cycle = self->cycle;
  const GArray *gradings = cycle->gradings;

  for (guint i = 0; i < gradings->len; )
    {
      int day = g_array_index (gradings, GlaCycleGrading, i).day;
      int worst = GLA_GRADE_UNKNOWN;

      for (; i < gradings->len && g_array_index (gradings, GlaCycleGrading, i).day == day; i++)
        worst = MAX (worst,
                     g_array_index (gradings, GlaCycleGrading, i).assessment->at_maximum);
      if (day < 1 || worst == GLA_GRADE_UNKNOWN || cycle->baseline_kind == GLA_BASELINE_MISSING
          || worst >= cycle->baseline || day > cycle->effect.left)
        continue;
      if (self->seen_from == GLA_TIMELINE_NO_DAY)
        self->seen_from = day;
      self->seen_to = day;
    }
}

static void
fill_stretches (GlaTimelineCycle *self,
                GlaDay            today)
{
  const GlaCycle *cycle = self->cycle;
  const GlaEffect *effect = &cycle->effect;

  find_seen (self);
  if (effect->left > MAX (self->seen_to, 0))
    self->told_to = effect->left;

  switch (effect->status)
    {
    case GLA_EFFECT_ENDED:
    case GLA_EFFECT_GONE_BY:
      self->ending_from = effect->left;
      self->ending_to = effect->right;
      break;
    case GLA_EFFECT_STILL_SEEN:
      self->still = TRUE;
      break;
    case GLA_EFFECT_NOT_SEEN:
      self->not_seen = TRUE;
      break;
    case GLA_EFFECT_NO_INFORMATION:
    default:
      break;
    }

  if (cycle->label_end != GLA_DAY_NONE && cycle->label_end > cycle->day)
    self->label_to = cycle->label_end - cycle->day;
  self->missing = !cycle->reviewed && today > cycle->review_until;
  if (cycle->next_day != GLA_DAY_NONE && cycle->next_day <= cycle->judge_from)
    self->missing = FALSE;

  self->end = MAX (cycle->judge_from - cycle->day, self->label_to);
  self->end = MAX (self->end, MAX (self->seen_to, self->told_to));
  self->end = MAX (self->end, self->ending_to);
  if (self->not_seen)
    self->end = MAX (self->end, NOT_SEEN_TO);
}

static void
fill_early (GlaTimelineCycle       *self,
            const GlaTimelineCycle *before)
{
  int days = 0;

  if (!self->cycle->inside_label)
    return;
  if (before != NULL && before->cycle->label_end != GLA_DAY_NONE)
    days = before->cycle->label_end - self->cycle->day;
  if (days > 0)
    /* Translators: so many days before the label allows it, as short as possible */
    self->early = g_strdup_printf (ngettext ("%d d early", "%d d early", days), days);
  else
    self->early = g_strdup (_("early"));
}

GlaTimelineCycle *
gla_timeline_cycle_new (const GlaCycle         *cycle,
                        const GlaTimelineCycle *before,
                        GlaDay                  today,
                        GlaCatalogue           *catalogue)
{
  GlaTimelineCycle *self;

  g_return_val_if_fail (cycle != NULL, NULL);
  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_new0 (GlaTimelineCycle, 1);
  self->cycle = cycle;
  self->touch_ups = g_array_new (FALSE, FALSE, sizeof (GlaTimelineTouchUp));
  g_array_set_clear_func (self->touch_ups, touch_up_clear);
  self->seen_from = self->seen_to = self->told_to = GLA_TIMELINE_NO_DAY;
  self->ending_from = self->ending_to = self->label_to = GLA_TIMELINE_NO_DAY;
  self->usual_from = self->usual_to = GLA_TIMELINE_NO_DAY;

  fill_units (self, before, catalogue);
  fill_lots (self, before);
  fill_stretches (self, today);
  fill_early (self, before);

  if (cycle->effect.status != GLA_EFFECT_NO_INFORMATION
      && cycle->effect.status != GLA_EFFECT_NOT_SEEN)
    {
      const char *space;

      self->weeks = gla_cycle_describe_weeks (cycle);
      space = self->weeks != NULL ? strrchr (self->weeks, ' ') : NULL;
      if (space != NULL && g_ascii_isdigit (self->weeks[0]))
        self->weeks_short = g_strndup (self->weeks, space - self->weeks);
    }
  return self;
}

void
gla_timeline_cycle_set_outlook (GlaTimelineCycle       *self,
                                const GPtrArray        *estimates,
                                const GlaTimelineUsual *usual)
{
  g_return_if_fail (self != NULL);

  if (usual != NULL)
    {
      self->usual_from = usual->from;
      self->usual_to = usual->to;
    }
  if (estimates != NULL)
    self->estimate = gla_estimates_find (estimates, self->cycle);
  if (self->estimate != NULL)
    self->end = MAX (self->end, self->estimate->quantiles[GLA_ESTIMATE_90]);
}

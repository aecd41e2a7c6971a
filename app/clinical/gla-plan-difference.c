/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plan-difference.h"

#include <string.h>

static GPtrArray *
gather (const GPtrArray *lines)
{
  GPtrArray *gathered = gla_pattern_lines_new ();

  for (guint i = 0; i < lines->len; i++)
    gla_pattern_lines_gather (gathered, lines->pdata[i]);
  return gathered;
}

static gboolean
is_used (const GArray         *rows,
         const GlaPatternLine *given)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, GlaPlanDifference, i).given == given)
      return TRUE;
  return FALSE;
}

/* Whether another line of the plan is the very one for @given. */
static gboolean
has_own_line (const GPtrArray      *planned,
              const GlaPatternLine *given)
{
  for (guint i = 0; i < planned->len; i++)
    {
      const GlaPatternLine *line = planned->pdata[i];

      if (strcmp (line->area, given->area) == 0 && line->side == given->side
          && g_strcmp0 (line->product, given->product) == 0)
        return TRUE;
    }
  return FALSE;
}

/* What was given for that line: of its product, or else of one that was not planned there. */
static const GlaPatternLine *
find_given (const GlaPlanDifferences *self,
            const GlaPatternLine     *planned)
{
  const GlaPatternLine *other = NULL;

  for (guint i = 0; i < self->given->len; i++)
    {
      const GlaPatternLine *line = self->given->pdata[i];

      if (strcmp (line->area, planned->area) != 0 || line->side != planned->side)
        continue;
      if (g_strcmp0 (line->product, planned->product) == 0)
        return line;
      if (other == NULL && !is_used (self->rows, line) && !has_own_line (self->planned, line))
        other = line;
    }
  return other;
}

static GlaPlanDifference
compare (const GlaPatternLine *planned,
         const GlaPatternLine *given)
{
  GlaPlanDifference row = { GLA_PLAN_LEFT_OUT, planned, given, GLA_UNITS_UNKNOWN, 0 };
  gboolean same_product, same_numbers;

  if (given == NULL)
    return row;
  same_product = g_strcmp0 (planned->product, given->product) == 0;
  same_numbers = planned->units == given->units && planned->points == given->points;
  if (planned->points > 0 && given->points > 0)
    row.points = given->points - planned->points;
  if (same_product && same_numbers)
    row.state = GLA_PLAN_AS_PLANNED;
  else if (!same_product || planned->product == NULL)
    row.state = GLA_PLAN_OTHER_PRODUCT;
  else
    {
      row.state = GLA_PLAN_CHANGED;
      if (planned->units != GLA_UNITS_UNKNOWN && given->units != GLA_UNITS_UNKNOWN
          && planned->units != given->units)
        row.units = given->units - planned->units;
    }
  return row;
}

GlaPlanDifferences *
gla_plan_differences_new (const GPtrArray *planned,
                          const GPtrArray *given)
{
  GlaPlanDifferences *self;

  g_return_val_if_fail (planned != NULL && given != NULL, NULL);

  self = g_new0 (GlaPlanDifferences, 1);
  self->planned = gather (planned);
  self->given = gather (given);
  self->rows = g_array_new (FALSE, FALSE, sizeof (GlaPlanDifference));
  for (guint i = 0; i < self->planned->len; i++)
    {
      const GlaPatternLine *line = self->planned->pdata[i];
      GlaPlanDifference row = compare (line, find_given (self, line));

      g_array_append_val (self->rows, row);
    }
  for (guint i = 0; i < self->given->len; i++)
    {
      GlaPlanDifference row = { GLA_PLAN_ADDED, NULL, self->given->pdata[i], GLA_UNITS_UNKNOWN,
                                0 };

      if (!is_used (self->rows, row.given))
        g_array_append_val (self->rows, row);
    }
  return self;
}

void
gla_plan_differences_free (GlaPlanDifferences *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->planned);
  g_ptr_array_unref (self->given);
  g_array_unref (self->rows);
  g_free (self);
}

gboolean
gla_plan_differences_is_as_planned (const GlaPlanDifferences *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    if (g_array_index (self->rows, GlaPlanDifference, i).state != GLA_PLAN_AS_PLANNED)
      return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-lines.h"

#include "gla-i18n.h"
#include "gla-rating-words.h"
#include "gla-words.h"

static const char *const titles[GLA_N_TIMELINE_COLUMNS] =
{
  [GLA_TIMELINE_COLUMN_DATE] = N_("Date"),
  [GLA_TIMELINE_COLUMN_AREA] = N_("Area"),
  [GLA_TIMELINE_COLUMN_SIDE] = N_("Side"),
  [GLA_TIMELINE_COLUMN_PRODUCT] = N_("Product"),
  [GLA_TIMELINE_COLUMN_LOT] = N_("Lot"),
  [GLA_TIMELINE_COLUMN_UNITS] = N_("Units"),
  [GLA_TIMELINE_COLUMN_SEEN] = N_("Seen working"),
  [GLA_TIMELINE_COLUMN_GONE] = N_("Gone by"),
  [GLA_TIMELINE_COLUMN_DURATION] = N_("How long"),
  [GLA_TIMELINE_COLUMN_LIKELY] = N_("Likely until (estimate)"),
  [GLA_TIMELINE_COLUMN_GRADES] = N_("Grades"),
};

const char *
gla_timeline_column_get_title (GlaTimelineColumn column)
{
  g_return_val_if_fail (column < GLA_N_TIMELINE_COLUMNS, NULL);

  return _(titles[column]);
}

static void
line_free (gpointer data)
{
  GlaTimelineLine *line = data;

  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    g_free (line->cells[i]);
  g_free (line);
}

static char *
get_product_name (GlaCatalogue *catalogue,
                  const char   *key)
{
  const GlaProduct *product = gla_catalogue_find_product (catalogue, key);
  const char *const *brands;

  if (key == NULL)
    return g_strdup (_("not known"));
  if (product == NULL)
    return g_strdup (key);
  brands = gla_product_get_brands (product);
  return g_strdup (brands != NULL && brands[0] != NULL ? brands[0]
                                                       : gla_product_get_name (product));
}

static char *
get_units (const GlaTimelineCycle *drawn)
{
  const GlaCycle *cycle = drawn->cycle;
  GString *text;
  g_autofree char *first = NULL;

  /* Several products: each amount with its code, for they don't add up. */
  if (cycle->mixed_products)
    return g_strdup (drawn->units);

  first = gla_units_format (cycle->first_units);
  text = g_string_new (first);
  for (guint i = 0; i < drawn->touch_ups->len; i++)
    g_string_append_printf (text, " %s",
                            g_array_index (drawn->touch_ups, GlaTimelineTouchUp, i).units);
  return g_string_free (text, FALSE);
}

static char *
get_seen (const GlaTimelineCycle *drawn)
{
  if (drawn->seen_from == GLA_TIMELINE_NO_DAY)
    return g_strdup (drawn->not_seen ? _("not seen") : "");
  if (drawn->seen_from == drawn->seen_to)
    /* Translators: a day counted from the injection */
    return g_strdup_printf (_("day %d"), drawn->seen_from);
  /* Translators: two days counted from the injection */
  return g_strdup_printf (_("day %d to %d"), drawn->seen_from, drawn->seen_to);
}

static char *
get_gone (const GlaTimelineCycle *drawn)
{
  if (drawn->ending_to != GLA_TIMELINE_NO_DAY)
    return g_strdup_printf (_("day %d"), drawn->ending_to);
  if (drawn->still)
    /* Translators: under "Gone by": the end of an effect that runs on, or that nobody saw */
    return g_strdup (drawn->cycle->running ? _("not yet") : _("not seen"));
  return g_strdup ("");
}

/* A band, and never a date that looks measured. */
static char *
get_likely (const GlaTimelineCycle *drawn)
{
  const GlaEstimate *estimate = drawn->estimate;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (estimate == NULL)
    return g_strdup ("");
  if (estimate->is_probably_gone)
    return g_strdup (_("probably worn off"));
  from = gla_day_format (estimate->days[GLA_ESTIMATE_10], GLA_DAY_EXACT);
  to = gla_day_format (estimate->days[GLA_ESTIMATE_90], GLA_DAY_EXACT);
  /* Translators: two dates; an effect will wear off between them */
  return g_strdup_printf (_("%s to %s"), from, to);
}

/* "2 on day 14", with the side where it is of one side only. */
static char *
dup_grade (const GlaCycleGrading *grading)
{
  int grade = grading->assessment->at_maximum;
  const char *side = gla_side_get_name (grading->assessment->side);

  if (grading->assessment->side == GLA_SIDE_BOTH && grading->day <= 0)
    /* Translators: a grade on the day of injection or before; keep no-break spaces */
    return g_strdup_printf (_("%d before"), grade);
  if (grading->assessment->side == GLA_SIDE_BOTH)
    /* Translators: a grade and the day counted from the injection; keep no-break spaces */
    return g_strdup_printf (_("%d on day %d"), grade, grading->day);
  if (grading->day <= 0)
    /* Translators: a grade, its side, on the day of injection or before; keep no-break spaces */
    return g_strdup_printf (_("%d %s before"), grade, side);
  /* Translators: a grade, its side, the day counted from the injection; keep no-break spaces */
  return g_strdup_printf (_("%d %s on day %d"), grade, side, grading->day);
}

static gboolean
was_treated_in (const GlaCycle     *cycle,
                const GlaTreatment *treatment)
{
  if (cycle->treatment == treatment)
    return TRUE;
  for (guint i = 0; i < cycle->touch_ups->len; i++)
    if (g_array_index (cycle->touch_ups, GlaTouchUp, i).treatment == treatment)
      return TRUE;
  return FALSE;
}

/* How the result as a whole was judged stands with each area that was treated then. */
static void
add_ratings (const GlaTimelineModel *model,
             const GlaCycle         *cycle,
             GPtrArray              *parts)
{
  const GlaHistory *history = model->cycles->history;

  for (guint i = 0; i < history->ratings->len; i++)
    {
      const GlaRating *rating = g_ptr_array_index (history->ratings, i);
      const GlaTreatment *judged = gla_rating_find_treatment (history, rating);
      g_autofree char *words = NULL;

      if (judged == NULL || !was_treated_in (cycle, judged))
        continue;
      words = gla_rating_describe (model->catalogue, rating);
      /* Translators: how the result was judged, the day counted from the injection; keep
         no-break spaces */
      g_ptr_array_add (parts, g_strdup_printf (_("%s on day %d"), words,
                                               (int) (rating->day - cycle->day)));
    }
}

static char *
get_grades (const GlaTimelineModel *model,
            const GlaCycle         *cycle)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cycle->gradings->len; i++)
    {
      const GlaCycleGrading *grading = &g_array_index (cycle->gradings, GlaCycleGrading, i);

      if (grading->assessment->at_maximum != GLA_GRADE_UNKNOWN)
        g_ptr_array_add (parts, dup_grade (grading));
    }
  add_ratings (model, cycle, parts);
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (", ", (char **) parts->pdata);
}

static GlaTimelineLine *
new_cycle_line (const GlaTimelineModel *model,
                const GlaTimelineRow   *row,
                const GlaTimelineCycle *drawn)
{
  const GlaCycle *cycle = drawn->cycle;
  GlaTimelineLine *line = g_new0 (GlaTimelineLine, 1);

  line->day = cycle->day;
  line->cycle = cycle;
  line->cells[GLA_TIMELINE_COLUMN_DATE] = gla_day_format (cycle->day, cycle->precision);
  line->cells[GLA_TIMELINE_COLUMN_AREA] = g_strdup (row->name);
  line->cells[GLA_TIMELINE_COLUMN_SIDE] = g_strdup (cycle->side == GLA_SIDE_BOTH
                                                    ? "" : gla_side_get_name (cycle->side));
  line->cells[GLA_TIMELINE_COLUMN_PRODUCT] = cycle->mixed_products
                                             ? g_strdup (_("several"))
                                             : get_product_name (model->catalogue, cycle->product);
  line->cells[GLA_TIMELINE_COLUMN_LOT] = g_strdup (drawn->lots);
  line->cells[GLA_TIMELINE_COLUMN_UNITS] = get_units (drawn);
  line->cells[GLA_TIMELINE_COLUMN_SEEN] = get_seen (drawn);
  line->cells[GLA_TIMELINE_COLUMN_GONE] = get_gone (drawn);
  line->cells[GLA_TIMELINE_COLUMN_DURATION] = gla_cycle_describe_duration (cycle);
  line->cells[GLA_TIMELINE_COLUMN_LIKELY] = get_likely (drawn);
  line->cells[GLA_TIMELINE_COLUMN_GRADES] = get_grades (model, cycle);
  return line;
}

static GlaTimelineLine *
new_exposure_line (const GlaTimelineModel *model,
                   const GlaTimelineRow   *row,
                   const GlaExposure      *exposure)
{
  GlaTimelineLine *line = g_new0 (GlaTimelineLine, 1);

  line->day = exposure->day;
  line->exposure = exposure;
  line->cells[GLA_TIMELINE_COLUMN_DATE] = gla_day_format (exposure->day, exposure->precision);
  line->cells[GLA_TIMELINE_COLUMN_AREA] = g_strdup (row->name);
  line->cells[GLA_TIMELINE_COLUMN_PRODUCT] = get_product_name (model->catalogue,
                                                               exposure->product);
  line->cells[GLA_TIMELINE_COLUMN_UNITS] = gla_units_format (exposure->units);
  line->cells[GLA_TIMELINE_COLUMN_DURATION] = g_strdup (_("treated elsewhere"));
  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    if (line->cells[i] == NULL)
      line->cells[i] = g_strdup ("");
  return line;
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  const GlaTimelineLine *first = *(GlaTimelineLine * const *) a;
  const GlaTimelineLine *second = *(GlaTimelineLine * const *) b;

  return (first->day > second->day) - (first->day < second->day);
}

GPtrArray *
gla_timeline_lines_new (const GlaTimelineModel *model)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  g_return_val_if_fail (model != NULL, lines);

  for (guint i = 0; i < model->rows->len; i++)
    {
      const GlaTimelineRow *row = g_ptr_array_index (model->rows, i);

      for (guint j = 0; j < row->cycles->len; j++)
        g_ptr_array_add (lines, new_cycle_line (model, row, g_ptr_array_index (row->cycles, j)));
      for (guint j = 0; j < row->exposures->len; j++)
        g_ptr_array_add (lines, new_exposure_line (model, row,
                                                   g_ptr_array_index (row->exposures, j)));
    }
  /* Stable: areas of one day keep their order. */
  g_ptr_array_sort (lines, compare_lines);
  return lines;
}

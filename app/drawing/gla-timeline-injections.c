/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include "gla-i18n.h"

#include <math.h>

#define TRIANGLE 10
#define SMALL_TRIANGLE 8
#define DASHED_TRIANGLE 12
#define GAP 5

/* A mark on the lane of units: injection, touch-up, treatment elsewhere. */
typedef struct
{
  double x;
  GlaTimelineItemKind kind;
  const char *words;
  const char *words_short;
  const char *early;
  const GlaTimelineCycle *cycle;
  GlaTimelineRecord record_kind;
  gconstpointer record;
  GlaDayPrecision precision;
  GlaDay day;
} Mark;

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const Mark *first = a;
  const Mark *second = b;

  return (first->x > second->x) - (first->x < second->x);
}

static const char *
get_doubtful_words (GlaTimelineLayout *layout,
                    const char        *words,
                    GlaDayPrecision    precision)
{
  g_autofree char *text = NULL;

  if (words == NULL || precision == GLA_DAY_EXACT)
    return words;
  text = g_strdup_printf ("~ %s", words);
  return g_string_chunk_insert_const (layout->scene->strings, text);
}

static const char *
get_exposure_words (GlaTimelineLayout *layout,
                    const GlaExposure *exposure)
{
  g_autofree char *text = NULL;

  if (exposure->product == NULL && exposure->units == GLA_UNITS_UNKNOWN)
    return _("elsewhere");
  text = gla_timeline_dup_amount (layout->scene->model->catalogue, exposure->product,
                                  exposure->units);
  return g_string_chunk_insert_const (layout->scene->strings, text);
}

/* The cycle in focus also names its lot. */
static const char *
get_cycle_words (GlaTimelineLayout      *layout,
                 const GlaTimelineCycle *drawn)
{
  g_autofree char *words = NULL;

  if (drawn->cycle != layout->options->focus || layout->options->paper || *drawn->lots == '\0')
    return drawn->units;
  /* Translators: an amount such as "20 ONA" and the code of the lot it came from */
  words = g_strdup_printf (_("%s · lot %s"), drawn->units, drawn->lots);
  return g_string_chunk_insert_const (layout->scene->strings, words);
}

static GArray *
collect_marks (GlaTimelineLayout    *layout,
               const GlaTimelineRow *row)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  /* On screen a mark slides out over the edge; on paper it is on one page only. */
  double least = layout->scene->from
                 - (layout->options->paper ? 0 : 40 / layout->scene->per_day);

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GlaCycle *cycle = drawn->cycle;
      Mark mark = { gla_timeline_layout_x (layout, cycle->day), GLA_TIMELINE_ITEM_INJECTION,
                    get_doubtful_words (layout, get_cycle_words (layout, drawn),
                                        cycle->precision),
                    get_doubtful_words (layout, drawn->cycle == layout->options->focus
                                                ? drawn->units : drawn->units_short,
                                        cycle->precision),
                    drawn->early, drawn, GLA_TIMELINE_RECORD_TREATMENT, cycle->treatment,
                    cycle->precision, cycle->day };

      if (cycle->day >= least && cycle->day <= layout->scene->to)
        g_array_append_val (marks, mark);
      for (guint j = 0; j < drawn->touch_ups->len; j++)
        {
          const GlaTimelineTouchUp *touch_up = &g_array_index (drawn->touch_ups,
                                                               GlaTimelineTouchUp, j);
          GlaDay day = cycle->day + touch_up->day;
          Mark small = { gla_timeline_layout_x (layout, day), GLA_TIMELINE_ITEM_TOUCH_UP,
                         touch_up->units, NULL, NULL, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                         touch_up->treatment, GLA_DAY_EXACT, day };

          if (day >= least && day <= layout->scene->to)
            g_array_append_val (marks, small);
        }
    }
  for (guint i = 0; i < row->exposures->len; i++)
    {
      const GlaExposure *exposure = g_ptr_array_index (row->exposures, i);
      Mark mark = { gla_timeline_layout_x (layout, exposure->day), GLA_TIMELINE_ITEM_ELSEWHERE,
                    get_doubtful_words (layout, get_exposure_words (layout, exposure),
                                        exposure->precision),
                    NULL, NULL, NULL, GLA_TIMELINE_RECORD_EXPOSURE, exposure,
                    exposure->precision, exposure->day };

      if (exposure->day >= least && exposure->day <= layout->scene->to)
        g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);
  return marks;
}

/* Where an inexact date may lie. */
static void
add_doubt (GlaTimelineLayout *layout,
           int                index,
           const Mark        *mark,
           double             y)
{
  static const int half_widths[] = { [GLA_DAY_EXACT] = 0, [GLA_DAY_ABOUT] = 7,
                                     [GLA_DAY_MONTH] = 15, [GLA_DAY_YEAR] = 182 };
  double half = half_widths[mark->precision] * layout->scene->per_day;

  if (half < 1)
    return;
  gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_DOUBT, index, mark->x - half,
                           y - 2 * layout->u, 2 * half, 4 * layout->u);
}

static void
add_glyph (GlaTimelineLayout *layout,
           int                index,
           const Mark        *mark,
           double             bar)
{
  double u = layout->u;
  double size = (mark->kind == GLA_TIMELINE_ITEM_TOUCH_UP ? SMALL_TRIANGLE
                 : mark->kind == GLA_TIMELINE_ITEM_ELSEWHERE ? DASHED_TRIANGLE : TRIANGLE) * u;
  double x = gla_timeline_layout_snap (layout, mark->x);
  GlaTimelineItem *item;

  item = gla_timeline_layout_add (layout, mark->kind, index, x - size / 2,
                                  bar - size - 2 * u, size, size);
  /* The painter draws a stem from the triangle through the bar. */
  item->value = (int) round (GLA_TIMELINE_BAR * u);
  gla_timeline_layout_set_record (item, mark->cycle, mark->record_kind, mark->record);
  if (mark->precision != GLA_DAY_EXACT)
    add_doubt (layout, index, mark, bar - 1.5 * u);

  if (mark->kind == GLA_TIMELINE_ITEM_TOUCH_UP)
    {
      double parent = gla_timeline_layout_x (layout, mark->cycle->cycle->day);

      gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_JOIN, index, parent,
                               bar - TRIANGLE * u - 5 * u, mark->x - parent, 3 * u);
    }
}

/* Words of a mark in order of preference. */
typedef struct
{
  const char *words;
  gboolean tiny;
} Choice;

static gboolean
take_words (GlaTimelineLayout *layout,
            int                index,
            const Mark        *mark,
            const Choice      *choices,
            guint              n_choices,
            double             limit,
            GlaTimelineLane   *lane,
            double             y,
            double            *x)
{
  double u = layout->u;
  gboolean in_focus = mark->cycle != NULL && mark->cycle->cycle == layout->options->focus
                      && mark->kind == GLA_TIMELINE_ITEM_INJECTION;

  for (guint i = 0; i < n_choices; i++)
    {
      GlaTextStyle style = choices[i].tiny ? GLA_TEXT_TINY_BOLD : GLA_TEXT_SMALL_BOLD;
      double width;
      GlaTimelineItem *item;

      if (choices[i].words == NULL)
        continue;
      width = gla_text_get_width (layout->text, style, choices[i].words);
      if (*x + width > limit || !gla_timeline_lane_take (lane, *x, width, 2 * u, in_focus))
        continue;
      item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_UNITS, index, *x,
                                      y + (choices[i].tiny ? 2 * u : 0), width,
                                      gla_text_get_height (layout->text, style));
      item->text = choices[i].words;
      item->value = choices[i].tiny;
      gla_timeline_layout_set_record (item, mark->cycle, mark->record_kind, mark->record);
      *x += width + GAP * u;
      return TRUE;
    }
  return FALSE;
}

/* Too early for the label: a sign, and how much where there is room. */
static void
take_early (GlaTimelineLayout *layout,
            int                index,
            const Mark        *mark,
            double             limit,
            GlaTimelineLane   *lane,
            double             x,
            double             y)
{
  double sign = gla_text_get_width (layout->text, GLA_TEXT_SMALL_BOLD, "!") + 4 * layout->u;
  double width = sign + gla_text_get_width (layout->text, GLA_TEXT_SMALL_BOLD, mark->early);
  gboolean whole = x + width <= limit;
  GlaTimelineItem *item;

  width = whole ? width : sign;
  if (x + width > limit + 4 * layout->u
      || !gla_timeline_lane_take (lane, x, width, 2 * layout->u, TRUE))
    return;
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_EARLY, index, x, y, width,
                                  gla_text_get_height (layout->text, GLA_TEXT_SMALL_BOLD));
  item->text = whole ? mark->early : NULL;
  gla_timeline_layout_set_record (item, mark->cycle, mark->record_kind, mark->record);
}

/* Words stand behind their mark and end before the next one. Where there is no
 * room they become smaller, then shorter, and then are left to the pointer, the
 * keyboard and the table. The amount of a treatment that has a touch-up close
 * behind it stands behind that. */
static gboolean
add_mark_words (GlaTimelineLayout *layout,
                int                index,
                const Mark        *mark,
                const Mark        *next,
                gboolean           parent_has_words,
                GlaTimelineLane   *lane,
                double             y)
{
  double u = layout->u;
  double x = mark->x + (TRIANGLE / 2 + 3) * u;
  double limit = next != NULL ? next->x - (TRIANGLE / 2 + 1) * u
                              : layout->scene->plot_x + layout->scene->plot_width + 6 * u;
  gboolean found;

  if (x < layout->scene->plot_x)
    return FALSE;

  if (mark->kind == GLA_TIMELINE_ITEM_TOUCH_UP && !parent_has_words)
    {
      g_autofree char *both = g_strdup_printf ("%s %s", mark->cycle->units, mark->words);
      const char *kept = g_string_chunk_insert_const (layout->scene->strings, both);
      const char *kept_short = NULL;
      g_autofree char *brief = NULL;

      if (mark->cycle->units_short != NULL)
        {
          brief = g_strdup_printf ("%s %s", mark->cycle->units_short, mark->words);
          kept_short = g_string_chunk_insert_const (layout->scene->strings, brief);
        }
      const Choice choices[] = { { kept, FALSE }, { kept, TRUE }, { kept_short, FALSE },
                                 { kept_short, TRUE }, { mark->words, FALSE } };

      return take_words (layout, index, mark, choices, G_N_ELEMENTS (choices), limit, lane, y, &x);
    }
  else
    {
      const Choice choices[] = { { mark->words, FALSE }, { mark->words, TRUE },
                                 { mark->words_short, FALSE }, { mark->words_short, TRUE } };

      found = take_words (layout, index, mark, choices, G_N_ELEMENTS (choices), limit, lane, y,
                          &x);
      if (mark->early != NULL)
        take_early (layout, index, mark, limit, lane, x, y);
      return found;
    }
}

void
gla_timeline_layout_injections (GlaTimelineLayout *layout,
                                int                index,
                                double             bar)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  g_autoptr (GArray) marks = collect_marks (layout, row);
  GlaTimelineLane lane = GLA_TIMELINE_LANE_INIT;
  double y = bar - 17 * layout->u;
  gboolean parent_has_words = FALSE;

  for (guint i = 0; i < marks->len; i++)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const Mark *next = i + 1 < marks->len ? &g_array_index (marks, Mark, i + 1) : NULL;

      add_glyph (layout, index, mark, bar);
      parent_has_words = add_mark_words (layout, index, mark, next, parent_has_words, &lane, y);
    }
}

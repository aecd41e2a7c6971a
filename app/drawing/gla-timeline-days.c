/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include "gla-i18n.h"

#define HEADER 26
#define LINE 27
#define BAR 11
#define TRIANGLE 8
#define PADDING 6

static void
add_caption (GlaTimelineLayout      *layout,
             int                     index,
             const GlaTimelineCycle *drawn,
             double                  y)
{
  g_autofree char *day = gla_day_format (drawn->cycle->day, drawn->cycle->precision);
  g_autofree char *words = NULL;
  GlaTimelineItem *item;

  /* Translators: a date and an amount such as "20 ONA" */
  words = g_strdup_printf (_("%s, %s"), day, drawn->units);
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_CAPTION, index, 10 * layout->u, y,
                                  layout->scene->plot_x - 16 * layout->u,
                                  gla_text_get_height (layout->text, GLA_TEXT_SMALL));
  item->text = g_string_chunk_insert (layout->scene->strings, words);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

static void
add_gradings (GlaTimelineLayout      *layout,
              int                     index,
              const GlaTimelineCycle *drawn,
              double                  y)
{
  const GArray *gradings = drawn->cycle->gradings;
  double size = 11 * layout->u;
  double end = -G_MAXDOUBLE;

  for (guint i = 0; i < gradings->len; i++)
    {
      const GlaCycleGrading *grading = &g_array_index (gradings, GlaCycleGrading, i);
      const GlaAssessment *assessment = grading->assessment;
      double x = gla_timeline_layout_x (layout, grading->day) - size / 2;
      char digits[12];
      GlaTimelineItem *item;

      if (assessment->at_maximum == GLA_GRADE_UNKNOWN
          || !gla_timeline_layout_sees (layout, grading->day, grading->day) || x < end)
        continue;
      item = gla_timeline_layout_add (layout, assessment->rater == GLA_RATER_PATIENT
                                              ? GLA_TIMELINE_ITEM_GRADE_PATIENT
                                              : GLA_TIMELINE_ITEM_GRADE,
                                      index, gla_timeline_layout_snap (layout, x), y, size, size);
      item->value = assessment->at_maximum;
      g_snprintf (digits, sizeof digits, "%d", assessment->at_maximum);
      item->text = g_string_chunk_insert_const (layout->scene->strings, digits);
      gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_ASSESSMENT, assessment);
      end = x + size + layout->u;
    }
}

/* Weeks behind the bar, or behind the bands of an estimate where they would lie under them;
 * the title of an estimate is never left out for them. */
static void
add_words (GlaTimelineLayout      *layout,
           int                     index,
           const GlaTimelineCycle *drawn,
           double                  x,
           double                  y)
{
  const GlaEstimate *estimate = drawn->estimate;
  const GlaTimelineScene *scene = layout->scene;
  double u = layout->u;
  double width = drawn->weeks != NULL
                 ? gla_text_get_width (layout->text, GLA_TEXT_SMALL, drawn->weeks) : 0;
  double limit = G_MAXDOUBLE;
  GlaTimelineItem *item;

  x += 16 * u;
  if (estimate != NULL)
    {
      double title_x = gla_timeline_layout_x (layout, estimate->quantiles[GLA_ESTIMATE_90])
                       + 8 * u;

      item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_LIKELY_TITLE, index,
                                            _("estimate"), title_x, y);
      item->x = MIN (title_x, scene->plot_x + scene->plot_width - item->width);
      gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                      drawn->cycle->treatment);
      if (x + width + 4 * u > gla_timeline_layout_x (layout,
                                                     estimate->quantiles[GLA_ESTIMATE_10]))
        {
          x = item->x + item->width + 8 * u;
          limit = scene->plot_x + scene->plot_width;
        }
    }
  if (drawn->weeks == NULL || x + width > limit)
    return;
  item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_WEEKS, index, drawn->weeks, x,
                                        y);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

static void
add_line (GlaTimelineLayout      *layout,
          int                     index,
          const GlaTimelineCycle *drawn,
          double                  y)
{
  double u = layout->u;
  double bar = gla_timeline_layout_snap (layout, y + 2 * u);
  double height = gla_timeline_layout_snap (layout, BAR * u);
  double zero = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, 0));
  double right = gla_timeline_layout_x (layout, MAX (MAX (drawn->seen_to, drawn->told_to),
                                                     MAX (drawn->ending_to, 30)));
  GlaTimelineStop stop = { .row = index, .day = drawn->cycle->day, .cycle = drawn,
                           .x = zero - 6 * u, .y = y - u, .width = right - zero + 12 * u,
                           .height = BAR * u + 6 * u };
  GlaTimelineItem *item;

  add_caption (layout, index, drawn, y - u);
  gla_timeline_layout_effect (layout, index, drawn, 0, bar, height);
  gla_timeline_layout_estimate (layout, index, drawn, 0, bar, height);
  item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_INJECTION, index,
                                  zero - TRIANGLE * u / 2, bar, TRIANGLE * u, TRIANGLE * u);
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
  add_gradings (layout, index, drawn, bar + height + u);
  add_words (layout, index, drawn, right, y - u);
  g_array_append_val (layout->scene->stops, stop);
}

static gboolean
is_shown (GlaTimelineLayout      *layout,
          const GlaTimelineCycle *drawn)
{
  return layout->options->since == GLA_DAY_NONE || drawn->cycle->day >= layout->options->since;
}

double
gla_timeline_layout_days (GlaTimelineLayout *layout,
                          int                index,
                          double             y)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  double u = layout->u;
  double line = y + HEADER * u;

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);

      if (!is_shown (layout, drawn))
        continue;
      add_line (layout, index, drawn, line);
      line += LINE * u;
    }
  if (line == y + HEADER * u)
    return 0;
  gla_timeline_layout_name (layout, index, y + HEADER * u / 2 + u);
  return gla_timeline_layout_snap (layout, line + PADDING * u - y);
}

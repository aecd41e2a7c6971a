/* SPDX-License-Identifier: GPL-3.0-or-later */

/* When a running cycle will probably wear off: always bands, never one date. */

#include "config.h"

#include "gla-timeline-layout.h"

#include "gla-i18n.h"

#define BOX 12
#define GAP 5

/* A stretch of a band; one end of it may be the end of the band. */
static void
add_part (GlaTimelineLayout      *layout,
          GlaTimelineItemKind     kind,
          int                     index,
          const GlaTimelineCycle *drawn,
          double                  from,
          double                  to,
          double                  y,
          double                  height,
          int                     value)
{
  const GlaTimelineScene *scene = layout->scene;
  double left, right;
  GlaTimelineItem *item;

  if (to <= from || !gla_timeline_layout_sees (layout, from, to))
    return;

  /* Far outside of the view, coordinates would grow without limit. */
  left = MAX (gla_timeline_layout_x (layout, from), scene->plot_x - 100 * layout->u);
  right = MIN (gla_timeline_layout_x (layout, to),
               scene->plot_x + scene->plot_width + 100 * layout->u);
  left = gla_timeline_layout_snap (layout, left);
  item = gla_timeline_layout_add (layout, kind, index, left, y,
                                  gla_timeline_layout_snap (layout, right) - left, height);
  item->value = value;
  gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                  drawn->cycle->treatment);
}

/* Grey where it lies before the day from which a treatment may be planned. */
static void
add_band (GlaTimelineLayout      *layout,
          GlaTimelineItemKind     kind,
          int                     index,
          const GlaTimelineCycle *drawn,
          double                  day0,
          const int               days[2],
          double                  y,
          double                  height)
{
  int early = drawn->estimate->earliest_treatment - drawn->cycle->day;
  int border = CLAMP (early, days[0], days[1]);

  add_part (layout, kind, index, drawn, day0 + days[0], day0 + border, y, height,
            GLA_TIMELINE_LIKELY_EARLY | GLA_TIMELINE_LIKELY_START
            | (border == days[1] ? GLA_TIMELINE_LIKELY_END : 0));
  add_part (layout, kind, index, drawn, day0 + border, day0 + days[1], y, height,
            GLA_TIMELINE_LIKELY_END | (border == days[0] ? GLA_TIMELINE_LIKELY_START : 0));
}

void
gla_timeline_layout_estimate (GlaTimelineLayout      *layout,
                              int                     index,
                              const GlaTimelineCycle *drawn,
                              double                  day0,
                              double                  y,
                              double                  height)
{
  const int *quantiles;
  double box = MIN (BOX * layout->u, height);

  if (drawn->estimate == NULL)
    return;

  quantiles = drawn->estimate->quantiles;
  y = gla_timeline_layout_snap (layout, y + (height - box) / 2);
  add_band (layout, GLA_TIMELINE_ITEM_LIKELY_80, index, drawn, day0,
            (const int[]) { quantiles[GLA_ESTIMATE_10], quantiles[GLA_ESTIMATE_90] }, y, box);
  add_band (layout, GLA_TIMELINE_ITEM_LIKELY_50, index, drawn, day0,
            (const int[]) { quantiles[GLA_ESTIMATE_25], quantiles[GLA_ESTIMATE_75] }, y, box);
}

static char *
get_title (const GlaEstimate *estimate)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (estimate->is_probably_gone)
    return g_strdup (_("estimate: probably worn off"));
  from = gla_day_format (estimate->days[GLA_ESTIMATE_10], GLA_DAY_EXACT);
  to = gla_day_format (estimate->days[GLA_ESTIMATE_90], GLA_DAY_EXACT);
  /* Translators: two dates; when an effect will probably wear off */
  return g_strdup_printf (_("estimate: wears off %s to %s"), from, to);
}

void
gla_timeline_layout_estimate_title (GlaTimelineLayout      *layout,
                                    int                     index,
                                    const GlaTimelineCycle *drawn,
                                    double                  day0,
                                    GlaTimelineLane        *lane,
                                    double                  y)
{
  const GlaTimelineScene *scene = layout->scene;
  g_autofree char *title = NULL;
  const char *choices[2];
  double from, to;

  if (drawn->estimate == NULL
      || !gla_timeline_layout_sees (layout, day0 + drawn->estimate->quantiles[GLA_ESTIMATE_10],
                                    day0 + drawn->estimate->quantiles[GLA_ESTIMATE_90]))
    return;

  title = get_title (drawn->estimate);
  choices[0] = title;
  choices[1] = _("estimate");
  from = gla_timeline_layout_x (layout, day0 + drawn->estimate->quantiles[GLA_ESTIMATE_10]);
  to = gla_timeline_layout_x (layout, day0 + drawn->estimate->quantiles[GLA_ESTIMATE_90]);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      double width = gla_text_get_width (layout->text, GLA_TEXT_SMALL, choices[i]);
      double x = MIN ((from + to - width) / 2, scene->plot_x + scene->plot_width - width);
      GlaTimelineItem *item;

      /* Beside what stands there already, if there is room on that side. */
      x = MAX (MAX (x, scene->plot_x), lane->end + GAP * layout->u);
      if (x > to || x + width > scene->plot_x + scene->plot_width
          || !gla_timeline_lane_take (lane, x, width, GAP * layout->u, TRUE))
        continue;
      item = gla_timeline_layout_add_words (layout, GLA_TIMELINE_ITEM_LIKELY_TITLE, index,
                                            g_string_chunk_insert (scene->strings, choices[i]), x,
                                            y);
      gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_TREATMENT,
                                      drawn->cycle->treatment);
      return;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-marks.h"

#include "gla-timeline-glyphs.h"
#include "gla-timeline-highlight.h"
#include "gla-timeline-layout.h"

#include <math.h>

/*
 * Names begin at the outer edge and end in an ellipsis where they are too long. They get no
 * more room than they take: one from right to left would stand at the far end of it.
 */
static void
paint_name (GlaTimelineBrush      *brush,
            GlaColorRole           role,
            const GlaTimelineItem *item)
{
  GlaTextStyle style = gla_timeline_item_get_style (item->kind);
  double width = MIN (gla_text_get_width (brush->text, style, item->text), item->width);

  gla_timeline_brush_set_color (brush, role);
  gla_text_draw_fitted (brush->text, brush->cr, style, item->text,
                        brush->rtl ? item->x + item->width - width : item->x, item->y, width);
}

static void
paint_waiting (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  gla_timeline_brush_fill (brush, GLA_COLOR_WAITING, item);
  gla_timeline_brush_outline (brush, GLA_COLOR_WAITING_LINE,
                              gla_timeline_brush_get_hair (brush), item);
}

static void
paint_ending (GlaTimelineBrush      *brush,
              const GlaTimelineItem *item)
{
  gla_timeline_brush_fill (brush, GLA_COLOR_BACKGROUND, item);
  gla_timeline_brush_hatch (brush, TRUE, item->x, item->y, item->width, item->height);
  gla_timeline_brush_outline (brush, GLA_COLOR_SEEN, gla_timeline_brush_get_hair (brush), item);
}

static void
paint_not_seen (GlaTimelineBrush      *brush,
                const GlaTimelineItem *item)
{
  gla_timeline_brush_fill (brush, GLA_COLOR_BACKGROUND, item);
  gla_timeline_brush_outline (brush, GLA_COLOR_TEXT, 1.4 * brush->u, item);
  if (item->text != NULL
      && gla_text_get_width (brush->text, GLA_TEXT_TINY_BOLD, item->text) <= item->width)
    gla_timeline_brush_centre (brush, GLA_TEXT_TINY_BOLD, GLA_COLOR_TEXT, item->text, item);
}

static void
paint_bracket (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double left = gla_timeline_brush_get_sharp (brush, item->x);
  double right = gla_timeline_brush_get_sharp (brush, item->x + item->width);
  double bottom = gla_timeline_brush_get_sharp (brush, item->y + item->height);

  cairo_move_to (cr, left, item->y);
  cairo_line_to (cr, left, bottom);
  cairo_line_to (cr, right, bottom);
  cairo_line_to (cr, right, item->y);
  gla_timeline_brush_set_color (brush, GLA_COLOR_RULE);
  cairo_set_line_width (cr, gla_timeline_brush_get_hair (brush));
  cairo_stroke (cr);
}

static void
paint_doubt (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  double middle = item->y + item->height / 2;
  double right = item->x + item->width;
  double hair = gla_timeline_brush_get_hair (brush);

  gla_timeline_brush_line (brush, GLA_COLOR_DIM, hair, item->x, middle, right, middle);
  gla_timeline_brush_line (brush, GLA_COLOR_DIM, hair, item->x, item->y, item->x,
                           item->y + item->height);
  gla_timeline_brush_line (brush, GLA_COLOR_DIM, hair, right, item->y, right,
                           item->y + item->height);
}

static void
paint_missing (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  double dashes[] = { 1.5 * brush->u, 2.5 * brush->u };
  double hair = gla_timeline_brush_get_hair (brush);
  double middle = item->y + item->height / 2;
  double gap = 6 * brush->u;
  double centre = item->x + item->width / 2;
  double right = item->x + item->width;

  if (item->width > 2 * gap + 6 * brush->u)
    {
      cairo_set_dash (brush->cr, dashes, 2, 0);
      gla_timeline_brush_line (brush, GLA_COLOR_DIM, hair, item->x, middle, centre - gap, middle);
      gla_timeline_brush_line (brush, GLA_COLOR_DIM, hair, centre + gap, middle, right, middle);
      cairo_set_dash (brush->cr, NULL, 0, 0);
    }
  gla_timeline_brush_centre (brush, GLA_TEXT_SMALL_BOLD, GLA_COLOR_DIM, "?", item);
}

/* From the tip of the parent's triangle to that of the touch-up. */
static void
paint_join (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double left = gla_timeline_brush_get_sharp (brush, item->x);
  double right = gla_timeline_brush_get_sharp (brush, item->x + item->width);
  double top = gla_timeline_brush_get_sharp (brush, item->y);

  cairo_move_to (cr, left, item->y + item->height);
  cairo_line_to (cr, left, top);
  cairo_line_to (cr, right, top);
  cairo_line_to (cr, right, item->y + item->height + 2 * brush->u);
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
  cairo_set_line_width (cr, gla_timeline_brush_get_hair (brush));
  cairo_stroke (cr);
}

static void
paint_early (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  double width = gla_text_get_width (brush->text, GLA_TEXT_SMALL_BOLD, "!");
  double gap = 4 * brush->u;

  gla_timeline_brush_set_color (brush, GLA_COLOR_ALERT);
  gla_text_draw (brush->text, brush->cr, GLA_TEXT_SMALL_BOLD, "!",
                 brush->rtl ? item->x + item->width - width : item->x, item->y);
  if (item->text != NULL)
    gla_text_draw (brush->text, brush->cr, GLA_TEXT_SMALL_BOLD, item->text,
                   brush->rtl ? item->x : item->x + width + gap, item->y);
}

/* Duration as an interval: from last seen to first gone, open above when only
 * the first is known, open below when only the second is. */
static void
paint_weeks_range (GlaTimelineBrush      *brush,
                   const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double x = item->x + item->width / 2;
  double top = item->y;
  double bottom = item->y + item->height;
  double half = item->width / 2;

  gla_timeline_brush_set_color (brush, GLA_COLOR_SEEN);
  cairo_set_line_width (cr, 2 * brush->u);
  switch ((GlaEffectStatus) item->value)
    {
    case GLA_EFFECT_STILL_SEEN:
      cairo_move_to (cr, x - half, bottom);
      cairo_line_to (cr, x + half, bottom);
      cairo_move_to (cr, x, bottom);
      cairo_line_to (cr, x, top - 6 * brush->u);
      cairo_move_to (cr, x - half, top - 2 * brush->u);
      cairo_line_to (cr, x, top - 7 * brush->u);
      cairo_line_to (cr, x + half, top - 2 * brush->u);
      cairo_stroke (cr);
      break;
    case GLA_EFFECT_NOT_SEEN:
      gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
      cairo_set_line_width (cr, 1.4 * brush->u);
      cairo_rectangle (cr, x - half, bottom - 2 * half, 2 * half, 2 * half);
      cairo_stroke (cr);
      break;
    case GLA_EFFECT_GONE_BY:
    case GLA_EFFECT_ENDED:
    case GLA_EFFECT_NO_INFORMATION:
    default:
      cairo_rectangle (cr, x - half, top, 2 * half, bottom - top);
      cairo_fill (cr);
      break;
    }
}

static void
set_dashes (GlaTimelineBrush *brush)
{
  double dashes[] = { 3 * brush->u, 2 * brush->u };

  cairo_set_dash (brush->cr, dashes, 2, 0);
  cairo_set_line_width (brush->cr, brush->vector ? brush->u : MAX (round (1.2 * brush->u), 1));
}

static void
set_likely_color (GlaTimelineBrush      *brush,
                  const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (brush, (item->value & GLA_TIMELINE_LIKELY_EARLY) != 0
                                       ? GLA_COLOR_OTHER : GLA_COLOR_TEXT);
}

/* Time runs leftwards in some languages, and so do the ends of a band. */
static gboolean
has_end (GlaTimelineBrush      *brush,
         const GlaTimelineItem *item,
         gboolean               at_right)
{
  GlaTimelineLikely end = at_right != brush->rtl ? GLA_TIMELINE_LIKELY_END
                                                 : GLA_TIMELINE_LIKELY_START;

  return (item->value & end) != 0;
}

/* A whisker: a dashed line with a stop at each end. */
static void
paint_likely_80 (GlaTimelineBrush      *brush,
                 const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double middle = gla_timeline_brush_get_sharp (brush, item->y + item->height / 2);
  double right = gla_timeline_brush_get_sharp (brush, item->x + item->width);
  double left = gla_timeline_brush_get_sharp (brush, item->x);

  set_likely_color (brush, item);
  set_dashes (brush);
  cairo_move_to (cr, left, middle);
  cairo_line_to (cr, right, middle);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  for (int at_right = 0; at_right <= 1; at_right++)
    if (has_end (brush, item, at_right))
      {
        cairo_move_to (cr, at_right ? right : left, item->y + item->height * 0.2);
        cairo_line_to (cr, at_right ? right : left, item->y + item->height * 0.8);
        cairo_stroke (cr);
      }
}

/* A dashed box without a mark in its middle, which would be taken for a date. */
static void
paint_likely_50 (GlaTimelineBrush      *brush,
                 const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double left = gla_timeline_brush_get_sharp (brush, item->x);
  double right = gla_timeline_brush_get_sharp (brush, item->x + item->width);
  double top = gla_timeline_brush_get_sharp (brush, item->y);
  double bottom = gla_timeline_brush_get_sharp (brush, item->y + item->height);

  gla_timeline_brush_fill (brush, GLA_COLOR_BACKGROUND, item);
  set_likely_color (brush, item);
  set_dashes (brush);
  cairo_move_to (cr, left, top);
  cairo_line_to (cr, right, top);
  if (has_end (brush, item, TRUE))
    cairo_line_to (cr, right, bottom);
  else
    cairo_move_to (cr, right, bottom);
  cairo_line_to (cr, left, bottom);
  if (has_end (brush, item, FALSE))
    cairo_line_to (cr, left, top);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_weeks_likely (GlaTimelineBrush      *brush,
                    const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
  set_dashes (brush);
  cairo_rectangle (brush->cr, gla_timeline_brush_get_sharp (brush, item->x), item->y, item->width,
                   item->height);
  cairo_stroke (brush->cr);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_usual (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  double right = item->x + item->width;
  double bottom = gla_timeline_brush_get_sharp (brush, item->y + item->height);
  double top = gla_timeline_brush_get_sharp (brush, item->y);
  double hair = gla_timeline_brush_get_hair (brush);

  gla_timeline_brush_fill (brush, GLA_COLOR_BAND, item);
  set_dashes (brush);
  gla_timeline_brush_line (brush, GLA_COLOR_RULE, hair, item->x, top, right, top);
  gla_timeline_brush_line (brush, GLA_COLOR_RULE, hair, item->x, bottom, right, bottom);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_today (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  cairo_t *cr = brush->cr;
  double height = 18 * brush->u;
  double radius = height / 2;
  double middle = item->x + item->width / 2;
  GlaTimelineItem pill = *item;

  pill.y = item->y + item->height - height - 2 * brush->u;
  pill.height = height;
  gla_timeline_brush_line (brush, GLA_COLOR_ACCENT,
                           brush->vector ? brush->u : MAX (round (1.4 * brush->u), 1), middle,
                           item->y, middle, pill.y);
  cairo_new_path (cr);
  cairo_arc (cr, pill.x + radius, pill.y + radius, radius, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, pill.x + pill.width - radius, pill.y + radius, radius, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  gla_timeline_brush_set_color (brush, GLA_COLOR_ACCENT);
  cairo_fill (cr);
  gla_timeline_brush_centre (brush, GLA_TEXT_SMALL_BOLD, GLA_COLOR_ON_ACCENT, item->text, &pill);
}

static void
paint_lot (GlaTimelineBrush      *brush,
           const GlaTimelineItem *item)
{
  double dashes[] = { 2 * brush->u, 2 * brush->u };

  cairo_set_dash (brush->cr, dashes, 2, 0);
  gla_timeline_brush_line (brush, GLA_COLOR_DIM, brush->vector ? 0.5 * brush->u : 1, item->x,
                           item->y, item->x, item->y + item->height);
  cairo_set_dash (brush->cr, NULL, 0, 0);
}

static void
paint_grid (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  gla_timeline_brush_line (brush, GLA_COLOR_GRID,
                           gla_timeline_brush_get_hair (brush) * (item->value != 0 ? 2 : 1),
                           item->x, item->y, item->x, item->y + item->height);
}

static void
paint_level (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  gla_timeline_brush_line (brush, GLA_COLOR_GRID, gla_timeline_brush_get_hair (brush), item->x,
                           item->y, item->x + item->width, item->y);
}

static void
paint_band (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  gla_timeline_brush_fill (brush, GLA_COLOR_BAND, item);
}

static void
paint_text (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  gla_timeline_brush_words (brush, GLA_COLOR_TEXT, item);
}

static void
paint_dim_text (GlaTimelineBrush      *brush,
                const GlaTimelineItem *item)
{
  gla_timeline_brush_words (brush, GLA_COLOR_DIM, item);
}

static void
paint_area_name (GlaTimelineBrush      *brush,
                 const GlaTimelineItem *item)
{
  paint_name (brush, GLA_COLOR_TEXT, item);
}

static void
paint_caption (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item)
{
  paint_name (brush, GLA_COLOR_DIM, item);
}

static void
paint_not_judgeable (GlaTimelineBrush      *brush,
                     const GlaTimelineItem *item)
{
  gla_timeline_brush_hatch (brush, FALSE, item->x, item->y, item->width, item->height);
}

static void
paint_told (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  gla_timeline_brush_fill (brush, GLA_COLOR_TOLD, item);
  gla_timeline_brush_outline (brush, GLA_COLOR_SEEN, gla_timeline_brush_get_hair (brush), item);
}

/* The pattern of a highlight, beside its colour: none, then stripes of five directions. */
static void
paint_pattern (GlaTimelineBrush      *brush,
               const GlaTimelineItem *item,
               int                    pattern)
{
  static const struct { double dx, dy; gboolean both; } slopes[] =
  {
    { 0, 0, FALSE }, { 1, -1, FALSE }, { 0, 1, FALSE }, { 1, 1, FALSE }, { 1, 0, FALSE },
    { 1, -1, TRUE },
  };
  cairo_t *cr = brush->cr;
  double step = 6 * brush->u;
  double reach = item->height;

  if (slopes[pattern].dx == 0 && slopes[pattern].dy == 0)
    return;
  cairo_save (cr);
  cairo_rectangle (cr, item->x, item->y, item->width, item->height);
  cairo_clip (cr);
  if (slopes[pattern].dy == 0)
    for (double y = step / 2; y < item->height; y += step)
      {
        cairo_move_to (cr, item->x, item->y + y);
        cairo_line_to (cr, item->x + item->width, item->y + y);
      }
  else
    for (double x = -reach; x < item->width + reach; x += step)
      {
        double lean = slopes[pattern].dx * reach;
        double top = item->x + x + (slopes[pattern].dy < 0 ? lean : 0);
        double bottom = item->x + x + (slopes[pattern].dy < 0 ? 0 : lean);

        cairo_move_to (cr, top, item->y);
        cairo_line_to (cr, bottom, item->y + reach);
        if (slopes[pattern].both)
          {
            cairo_move_to (cr, bottom, item->y);
            cairo_line_to (cr, top, item->y + reach);
          }
      }
  gla_timeline_brush_set_color (brush, GLA_COLOR_BACKGROUND);
  cairo_set_line_width (cr, 1.3 * brush->u);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_seen (GlaTimelineBrush      *brush,
            const GlaTimelineItem *item)
{
  if (item->value == 0)
    {
      gla_timeline_brush_fill (brush, GLA_COLOR_SEEN, item);
    }
  else if (item->value > GLA_TIMELINE_MAX_HIGHLIGHTS)
    {
      gla_timeline_brush_fill (brush, GLA_COLOR_OTHER, item);
    }
  else
    {
      gla_timeline_brush_fill (brush, GLA_COLOR_HIGHLIGHT + item->value - 1, item);
      paint_pattern (brush, item, item->value - 1);
    }
}

static void
paint_units (GlaTimelineBrush      *brush,
             const GlaTimelineItem *item)
{
  gla_timeline_brush_set_color (brush, GLA_COLOR_TEXT);
  gla_text_draw (brush->text, brush->cr,
                 item->value != 0 ? GLA_TEXT_TINY_BOLD : GLA_TEXT_SMALL_BOLD, item->text, item->x,
                 item->y);
}

typedef void (*Painter) (GlaTimelineBrush      *brush,
                         const GlaTimelineItem *item);

static const Painter painters[GLA_N_TIMELINE_ITEMS] =
{
  [GLA_TIMELINE_ITEM_BAND] = paint_band,
  [GLA_TIMELINE_ITEM_GRID] = paint_grid,
  [GLA_TIMELINE_ITEM_TICK] = paint_dim_text,
  [GLA_TIMELINE_ITEM_RULE] = paint_level,
  [GLA_TIMELINE_ITEM_NAME] = paint_area_name,
  [GLA_TIMELINE_ITEM_HIGHLIGHT_NAME] = paint_text,
  [GLA_TIMELINE_ITEM_CAPTION] = paint_caption,
  [GLA_TIMELINE_ITEM_USUAL] = paint_usual,
  [GLA_TIMELINE_ITEM_LEVEL] = paint_level,
  [GLA_TIMELINE_ITEM_LEVEL_NAME] = paint_dim_text,
  [GLA_TIMELINE_ITEM_WAITING] = paint_waiting,
  [GLA_TIMELINE_ITEM_NOT_JUDGEABLE] = paint_not_judgeable,
  [GLA_TIMELINE_ITEM_TOLD] = paint_told,
  [GLA_TIMELINE_ITEM_SEEN] = paint_seen,
  [GLA_TIMELINE_ITEM_ENDING] = paint_ending,
  [GLA_TIMELINE_ITEM_LIKELY_80] = paint_likely_80,
  [GLA_TIMELINE_ITEM_LIKELY_50] = paint_likely_50,
  [GLA_TIMELINE_ITEM_STILL] = gla_timeline_glyph_still,
  [GLA_TIMELINE_ITEM_NOT_SEEN] = paint_not_seen,
  [GLA_TIMELINE_ITEM_LABEL_INTERVAL] = paint_bracket,
  [GLA_TIMELINE_ITEM_DOUBT] = paint_doubt,
  [GLA_TIMELINE_ITEM_LOT] = paint_lot,
  [GLA_TIMELINE_ITEM_LOT_CODE] = paint_dim_text,
  [GLA_TIMELINE_ITEM_TODAY] = paint_today,
  [GLA_TIMELINE_ITEM_MISSING] = paint_missing,
  [GLA_TIMELINE_ITEM_JOIN] = paint_join,
  [GLA_TIMELINE_ITEM_INJECTION] = gla_timeline_glyph_injection,
  [GLA_TIMELINE_ITEM_TOUCH_UP] = gla_timeline_glyph_touch_up,
  [GLA_TIMELINE_ITEM_ELSEWHERE] = gla_timeline_glyph_elsewhere,
  [GLA_TIMELINE_ITEM_GRADE] = gla_timeline_glyph_grade,
  [GLA_TIMELINE_ITEM_GRADE_REST] = gla_timeline_glyph_grade,
  [GLA_TIMELINE_ITEM_GRADE_PATIENT] = gla_timeline_glyph_grade,
  [GLA_TIMELINE_ITEM_REPORT] = gla_timeline_glyph_report,
  [GLA_TIMELINE_ITEM_ADVERSE] = gla_timeline_glyph_adverse,
  [GLA_TIMELINE_ITEM_WEEKS_RANGE] = paint_weeks_range,
  [GLA_TIMELINE_ITEM_WEEKS_LIKELY] = paint_weeks_likely,
  [GLA_TIMELINE_ITEM_UNITS] = paint_units,
  [GLA_TIMELINE_ITEM_EARLY] = paint_early,
  [GLA_TIMELINE_ITEM_WEEKS] = paint_text,
  [GLA_TIMELINE_ITEM_JUDGE] = paint_dim_text,
  [GLA_TIMELINE_ITEM_LIKELY_TITLE] = paint_dim_text,
};

void
gla_timeline_mark_paint (GlaTimelineBrush      *brush,
                         const GlaTimelineItem *item)
{
  g_return_if_fail (brush != NULL && item != NULL);
  g_return_if_fail (item->kind < GLA_N_TIMELINE_ITEMS);

  painters[item->kind] (brush, item);
}

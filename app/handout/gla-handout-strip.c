/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * The treatments of one area as a patient reads them: a block for the time in
 * which an effect was seen, and how many weeks that was. Solid is what was seen,
 * hatched where it ended, as everywhere; without grades, lots and units.
 */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-time-axis.h"
#include "gla-timeline-brush.h"

#define DAYS 730          /* the last two years */
#define LEAST_DAYS 180
#define BAR 2.4           /* of the size of letters */
#define TICK_LABEL 5.5

typedef struct
{
  GlaTimelineModel *model;
  char *area;
  GlaText *text;
  gboolean rtl;
  double size;
  double width;
  double from;      /* days since 1970 */
  double to;
} Strip;

/* Where things stand from top to bottom: two lines of weeks, the bars, the axis. */
static double
get_bar_top (const Strip *self)
{
  return 2 * gla_text_get_height (self->text, GLA_TEXT_BOLD) + 4;
}

static double
get_axis (const Strip *self)
{
  return get_bar_top (self) + self->size * BAR;
}

static const GlaTimelineRow *
find_row (const Strip *self)
{
  for (guint i = 0; i < self->model->rows->len; i++)
    {
      const GlaTimelineRow *row = self->model->rows->pdata[i];

      if (g_strcmp0 (row->area, self->area) == 0)
        return row;
    }
  return NULL;
}

static void
choose_span (Strip *self)
{
  const GlaTimelineRow *row = find_row (self);
  GlaDay today = self->model->cycles->today;
  GlaDay first = today - LEAST_DAYS;
  double room;

  for (guint i = 0; row != NULL && i < row->cycles->len; i++)
    first = MIN (first, ((const GlaTimelineCycle *) row->cycles->pdata[i])->cycle->day);
  first = MAX (first, today - DAYS);
  room = (today - first) * 0.02 + 4;
  self->from = first - room;
  self->to = today + 2 * room;
}

static double
measure_cb (gpointer data,
            double   width,
            double   size)
{
  Strip *self = data;

  g_clear_pointer (&self->text, gla_text_free);
  self->text = gla_text_new ("Cantarell, Noto Sans, Sans", size, TRUE);
  self->width = width;
  self->size = size;
  choose_span (self);
  return get_axis (self) + gla_text_get_height (self->text, GLA_TEXT_BODY) + 8;
}

static double
get_x (const Strip *self,
       double       day)
{
  double x = (day - self->from) / (self->to - self->from) * self->width;

  x = CLAMP (x, 0, self->width);
  return self->rtl ? self->width - x : x;
}

/* A stretch of days of a cycle, as a rectangle of the bar. */
static gboolean
get_stretch (const Strip    *self,
             const GlaCycle *cycle,
             int             from,
             int             to,
             double         *x,
             double         *width)
{
  double a, b;

  if (from == GLA_TIMELINE_NO_DAY || to == GLA_TIMELINE_NO_DAY || to <= from)
    return FALSE;
  a = get_x (self, cycle->day + from);
  b = get_x (self, cycle->day + to);
  *x = MIN (a, b);
  *width = ABS (b - a);
  return *width > 0;
}

static void
fill_stretch (const Strip    *self,
              cairo_t        *cr,
              const GlaCycle *cycle,
              int             from,
              int             to,
              GlaColorRole    role)
{
  double x, width;

  if (!get_stretch (self, cycle, from, to, &x, &width))
    return;
  gla_palette_set_source (GLA_PALETTE_PAPER, role, cr);
  cairo_rectangle (cr, x, get_bar_top (self), width, self->size * BAR);
  cairo_fill (cr);
}

static void
hatch_stretch (const Strip      *self,
               GlaTimelineBrush *brush,
               const GlaCycle   *cycle,
               gboolean          cross,
               int               from,
               int               to)
{
  double x, width;

  if (get_stretch (self, cycle, from, to, &x, &width))
    gla_timeline_brush_hatch (brush, cross, x, get_bar_top (self), width, self->size * BAR);
}

static void
outline_stretch (const Strip    *self,
                 cairo_t        *cr,
                 const GlaCycle *cycle,
                 int             from,
                 int             to)
{
  double x, width;

  if (!get_stretch (self, cycle, from, to, &x, &width))
    return;
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_SEEN, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, x + 0.4, get_bar_top (self) + 0.4, MAX (width - 0.8, 0.5),
                   self->size * BAR - 0.8);
  cairo_stroke (cr);
}

/* The same weeks as on the timeline, where it has no words of its own for patients. */
static char *
dup_weeks (const GlaTimelineCycle *drawn,
           GlaDay                  today)
{
  const GlaEffect *effect = &drawn->cycle->effect;

  switch (effect->status)
    {
    case GLA_EFFECT_STILL_SEEN:
    case GLA_EFFECT_ENDED:
      return gla_cycle_describe_weeks (drawn->cycle);
    case GLA_EFFECT_GONE_BY:
      /* Translators: weeks after which no effect was left, short */
      return g_strdup_printf (_("under %d wk"), (effect->right + 6) / 7);
    case GLA_EFFECT_NOT_SEEN:
      /* Translators: no effect was seen after a treatment */
      return g_strdup (_("none seen"));
    case GLA_EFFECT_NO_INFORMATION:
      return g_strdup (today < drawn->cycle->judge_from ? _("too early") : "?");
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
draw_cycle (const Strip            *self,
            cairo_t                *cr,
            GlaTimelineBrush       *brush,
            const GlaTimelineCycle *drawn)
{
  const GlaCycle *cycle = drawn->cycle;
  int end = MAX (drawn->end, 1);
  double x = get_x (self, cycle->day);

  fill_stretch (self, cr, cycle, 0, drawn->seen_from, GLA_COLOR_WAITING);
  fill_stretch (self, cr, cycle, 0, drawn->told_to, GLA_COLOR_TOLD);
  fill_stretch (self, cr, cycle, drawn->seen_from, drawn->seen_to, GLA_COLOR_SEEN);
  hatch_stretch (self, brush, cycle, TRUE, drawn->ending_from, drawn->ending_to);
  if (drawn->not_seen)
    outline_stretch (self, cr, cycle, 0, 42);
  else
    outline_stretch (self, cr, cycle, 0,
                     MAX (MAX (drawn->seen_to, drawn->told_to), drawn->ending_to));
  if (cycle->effect.status == GLA_EFFECT_NO_INFORMATION)
    hatch_stretch (self, brush, cycle, FALSE, 0, MIN (end, 14));
  /* Each treatment is a line from its bar to the axis, also where nothing was seen. */
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  cairo_set_line_width (cr, 1.6);
  cairo_move_to (cr, x, get_bar_top (self) - 3);
  cairo_line_to (cr, x, get_axis (self) + 4);
  cairo_stroke (cr);
}

/* Weeks above the bars; where two would touch, the later ones stand a line higher. */
static void
draw_weeks (const Strip          *self,
            cairo_t              *cr,
            const GlaTimelineRow *row)
{
  double line = gla_text_get_height (self->text, GLA_TEXT_BOLD);
  double taken[2] = { -1e6, -1e6 };

  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = row->cycles->pdata[i];
      g_autofree char *words = dup_weeks (drawn, self->model->cycles->today);
      double width, start, place;
      guint tier = 0;

      if (drawn->cycle->day < self->from)
        continue;
      width = gla_text_get_width (self->text, GLA_TEXT_BOLD, words);
      start = (drawn->cycle->day - self->from) / (self->to - self->from) * self->width;
      start = CLAMP (start, 0, MAX (self->width - width, 0));
      if (start < taken[0] + 5)
        tier = 1;
      if (start < taken[tier] + 5)
        continue;
      taken[tier] = start + width;
      place = self->rtl ? self->width - start - width : start;
      gla_text_draw (self->text, cr, GLA_TEXT_BOLD, words, place, line * (1 - tier));
    }
}

static void
draw_axis (const Strip *self,
           cairo_t     *cr)
{
  g_autoptr (GArray) ticks = gla_time_axis_new (self->from, self->to,
                                                self->width / (self->to - self->from),
                                                self->size * TICK_LABEL);
  double y = get_axis (self);

  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_move_to (cr, 0, y);
  cairo_line_to (cr, self->width, y);
  cairo_stroke (cr);
  for (guint i = 0; i < ticks->len; i++)
    {
      const GlaTimeTick *tick = &g_array_index (ticks, GlaTimeTick, i);
      double x = get_x (self, tick->day), width;

      cairo_move_to (cr, x, y);
      cairo_line_to (cr, x, y + 4);
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
      cairo_stroke (cr);
      if (tick->label == NULL)
        continue;
      width = gla_text_get_width (self->text, GLA_TEXT_BODY, tick->label);
      if (self->rtl ? x - width < 0 : x + width > self->width)
        continue;
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
      gla_text_draw (self->text, cr, GLA_TEXT_BODY, tick->label, self->rtl ? x - width : x, y + 5);
    }
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr)
{
  Strip *self = data;
  const GlaTimelineRow *row = find_row (self);
  GlaTimelineBrush brush;

  gla_timeline_brush_init (&brush, cr, self->text, GLA_PALETTE_PAPER, self->size / 14.0, self->rtl,
                           0);
  for (guint i = 0; row != NULL && i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = row->cycles->pdata[i];

      if (drawn->cycle->day >= self->from)
        draw_cycle (self, cr, &brush, drawn);
    }
  draw_axis (self, cr);
  if (row != NULL)
    draw_weeks (self, cr, row);
  gla_timeline_brush_clear (&brush);
}

static void
strip_free (gpointer data)
{
  Strip *self = data;

  g_clear_pointer (&self->text, gla_text_free);
  gla_timeline_model_unref (self->model);
  g_free (self->area);
  g_free (self);
}

void
gla_handout_add_strip (const GlaHandoutFacts *facts,
                       GPtrArray             *blocks)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  GlaCycles *cycles = (GlaCycles *) input->facts->cycles;
  const char *area = input->walk != NULL ? input->walk->area : input->area;
  Strip *self;
  GlaBlock *block;

  if (area == NULL || cycles->cycles->len == 0)
    return;
  self = g_new0 (Strip, 1);
  self->model = gla_timeline_model_new (cycles, cycles->catalogue);
  self->area = g_strdup (area);
  self->rtl = gla_language_is_rtl_now ();
  block = gla_block_add (blocks, GLA_BLOCK_PICTURE, NULL);
  block->picture = (GlaBlockPicture) { self, measure_cb, draw_cb, strip_free };
}

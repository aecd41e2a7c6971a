/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The timeline of all areas and its legend, by the painter of screen and paper. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-timeline-legend.h"
#include "gla-timeline-paint.h"

/* A history up to this long is one picture; a longer one has two years in each. */
#define ONE_STRETCH 860
#define YEARS 2
#define LEAST_DAYS 180

/* More areas than these are split, so that a picture fits on a page. */
#define MOST_ROWS 6

/* Words of the last days may stand out of the scene by so much. */
#define OVERHANG 10.0

typedef struct
{
  GlaTimelineModel *model;
  GlaTimelineScene *scene;
  GlaText *text;
  gboolean rtl;
  double width;
  double from;
  double to;
  guint first_row;
  guint n_rows;
} Picture;

static double
measure_cb (gpointer data,
            double   width,
            double   size)
{
  Picture *self = data;
  const GlaTimelineOptions options = {
    .width = width - OVERHANG,
    .from = self->from,
    .to = self->to,
    .mode = GLA_TIMELINE_CALENDAR,
    .since = GLA_DAY_NONE,
    .rtl = self->rtl,
    .paper = TRUE,
    .fold = TRUE,
    .first_row = self->first_row,
    .n_rows = self->n_rows,
  };

  g_clear_pointer (&self->scene, gla_timeline_scene_free);
  g_clear_pointer (&self->text, gla_text_free);
  self->text = gla_text_new (NULL, size, TRUE);
  self->scene = gla_timeline_scene_new (self->model, self->text, &options);
  self->width = width;
  return self->scene->height;
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr)
{
  Picture *self = data;

  if (self->rtl)
    cairo_translate (cr, OVERHANG, 0);
  gla_timeline_paint (self->scene, self->text, GLA_PALETTE_PAPER, 0, cr);
}

static double
measure_legend_cb (gpointer data,
                   double   width,
                   double   size)
{
  Picture *self = data;

  g_clear_pointer (&self->text, gla_text_free);
  self->text = gla_text_new (NULL, size * 0.9, TRUE);
  self->width = width;
  return gla_timeline_legend_get_height (self->text, width);
}

static void
draw_legend_cb (gpointer  data,
                cairo_t  *cr)
{
  Picture *self = data;

  gla_timeline_legend_paint (self->text, self->width, GLA_PALETTE_PAPER, 0, self->rtl, cr);
}

static void
picture_free (gpointer data)
{
  Picture *self = data;

  g_clear_pointer (&self->scene, gla_timeline_scene_free);
  g_clear_pointer (&self->text, gla_text_free);
  g_clear_pointer (&self->model, gla_timeline_model_unref);
  g_free (self);
}

static gboolean
is_rtl (void)
{
  return gla_language_is_rtl_now ();
}

/* Whether anything happened to these rows in that time: empty pictures are left out. */
static gboolean
has_anything (const GlaTimelineModel *model,
              guint                   first_row,
              guint                   n_rows,
              double                  from,
              double                  to)
{
  for (guint i = first_row; i < first_row + n_rows; i++)
    {
      const GlaTimelineRow *row = model->rows->pdata[i];

      for (guint j = 0; j < row->cycles->len; j++)
        {
          const GlaTimelineCycle *cycle = row->cycles->pdata[j];

          if (cycle->cycle->day <= to && cycle->cycle->day + cycle->end >= from)
            return TRUE;
        }
      for (guint j = 0; j < row->exposures->len; j++)
        {
          const GlaExposure *exposure = row->exposures->pdata[j];

          if (exposure->day >= from && exposure->day <= to)
            return TRUE;
        }
    }
  return FALSE;
}

static void
add_picture (GPtrArray        *blocks,
             GlaTimelineModel *model,
             double            from,
             double            to)
{
  for (guint row = 0; row < model->rows->len; row += MOST_ROWS)
    {
      guint n_rows = MIN (MOST_ROWS, model->rows->len - row);
      Picture *self;
      GlaBlock *block;

      if (!has_anything (model, row, n_rows, from, to))
        continue;
      self = g_new0 (Picture, 1);
      self->model = gla_timeline_model_ref (model);
      self->rtl = is_rtl ();
      self->from = from;
      self->to = to;
      self->first_row = row;
      self->n_rows = n_rows;
      block = gla_block_add (blocks, GLA_BLOCK_PICTURE, NULL);
      block->picture = (GlaBlockPicture) { self, measure_cb, draw_cb, picture_free };
    }
}

void
gla_handout_add_timeline (const GlaHandoutFacts *facts,
                          GPtrArray             *blocks)
{
  GlaCycles *cycles = (GlaCycles *) gla_handout_facts_get_input (facts)->facts->cycles;
  g_autoptr (GlaTimelineModel) model = gla_timeline_model_new (cycles, cycles->catalogue);
  double span = model->last - model->first;
  int first_year, last_year, month, day;

  if (model->rows->len == 0)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment is recorded."));
      return;
    }
  if (span <= ONE_STRETCH)
    {
      double length = MAX (span, LEAST_DAYS);

      add_picture (blocks, model, model->last - length * 1.03, model->last + length * 0.04);
      return;
    }
  gla_day_split (model->first, &first_year, &month, &day);
  gla_day_split (MAX (cycles->today, model->first), &last_year, &month, &day);
  /* The last stretch ends with this year. */
  first_year -= (last_year - first_year + 1) % YEARS;
  for (int year = first_year; year <= last_year; year += YEARS)
    add_picture (blocks, model, gla_day_new (year, 1, 1) - 1,
                 gla_day_new (year + YEARS, 1, 1) - 0.5);
}

void
gla_handout_add_legend (const GlaHandoutFacts *facts,
                        GPtrArray             *blocks)
{
  Picture *self = g_new0 (Picture, 1);
  GlaBlock *block = gla_block_add (blocks, GLA_BLOCK_PICTURE, NULL);

  self->rtl = is_rtl ();
  block->picture = (GlaBlockPicture) { self, measure_legend_cb, draw_legend_cb, picture_free };
}

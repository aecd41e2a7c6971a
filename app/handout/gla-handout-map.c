/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Where the treatment in question was injected, by the painter of the window. Each
 * picture is cut to the height of what it shows, so that points stay legible.
 */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-language.h"
#include "gla-map-treatment.h"

#include <math.h>

/* Of the size of letters: a picture, what is between two, and a point. */
#define PICTURE 16.0
#define GAP 1.2
#define RADIUS 0.72

/* Of the height of a picture: what is shown of it at least, and beyond the outermost point. */
#define LEAST_SHOWN 0.34
#define AROUND 0.11

/* One picture of the row, in units of the paper. */
typedef struct
{
  const GlaFace *face;
  GlaMapScene scene;
  double top;      /* of what is shown, from the top of the picture */
  double height;   /* of what is shown */
} Shown;

typedef struct
{
  GlaHistory *history;
  GlaMapTreatment content;
  gboolean rtl;
  double width;
  double size;
  double picture;   /* width of one */
  guint per_row;
  GArray *shown;    /* (element-type Shown) */
} Map;

static void
extend (double *from,
        double *to,
        double  low,
        double  high)
{
  *from = MIN (*from, low);
  *to = MAX (*to, high);
}

/* What is shown of a picture, from the highest to the lowest thing on it. */
static void
choose_stretch (const Map *self,
                Shown     *shown)
{
  double whole = shown->scene.scale * shown->face->height;
  double from = whole, to = 0, room;

  for (guint i = 0; i < self->content.marks->len; i++)
    {
      const GlaMapMark *mark = &g_array_index (self->content.marks, GlaMapMark, i);
      double x, y;

      if (!gla_map_scene_shows (&shown->scene, mark))
        continue;
      gla_map_scene_get_place (&shown->scene, &mark->point, &x, &y);
      extend (&from, &to, y, y);
    }
  for (guint i = 0; i < self->content.totals->len; i++)
    {
      const GlaMapTotal *total = &g_array_index (self->content.totals, GlaMapTotal, i);
      const GlaFaceRegion *region =
        gla_face_find_region (shown->face, total->area, gla_map_sides_of_side (total->side));
      double x, y, width, height;

      if (region == NULL)
        continue;
      gla_map_scene_get_bounds (&shown->scene, region, &x, &y, &width, &height);
      extend (&from, &to, y, y + height);
    }
  if (from > to)
    from = 0, to = whole;
  room = MAX (AROUND * whole, (LEAST_SHOWN * whole - (to - from)) / 2);
  from = CLAMP (from - room, 0, whole);
  to = CLAMP (to + room, 0, whole);
  shown->top = from;
  shown->height = to - from;
}

static double
get_row_height (const Map *self,
                guint      row)
{
  double height = 0;

  for (guint i = row * self->per_row; i < MIN ((row + 1) * self->per_row, self->shown->len); i++)
    height = MAX (height, g_array_index (self->shown, Shown, i).height);
  return height;
}

static guint
get_n_rows (const Map *self)
{
  return (self->shown->len + self->per_row - 1) / self->per_row;
}

static double
measure_cb (gpointer data,
            double   width,
            double   size)
{
  Map *self = data;
  double height = 0;

  self->width = width;
  self->size = size;
  self->picture = MIN (PICTURE * size, width);
  self->per_row = MAX (1, (guint) floor ((width + GAP * size) / (self->picture + GAP * size)));
  g_array_set_size (self->shown, 0);
  for (guint i = 0; i < self->content.faces->len; i++)
    {
      Shown shown = { .face = self->content.faces->pdata[i] };

      gla_map_scene_init (&shown.scene, shown.face, self->picture, self->picture * GLA_MAP_ASPECT);
      shown.scene.radius = RADIUS * size;
      choose_stretch (self, &shown);
      g_array_append_val (self->shown, shown);
    }
  for (guint row = 0; row < get_n_rows (self); row++)
    height += get_row_height (self, row) + (row > 0 ? GAP * size : 0);
  return height;
}

static void
draw_face (const Map   *self,
           cairo_t     *cr,
           const Shown *shown)
{
  const GlaMapPicture picture = {
    .marks = (const GlaMapMark *) (gconstpointer) self->content.marks->data,
    .n_marks = self->content.marks->len,
    .totals = (const GlaMapTotal *) (gconstpointer) self->content.totals->data,
    .n_totals = self->content.totals->len,
    .selected = -1,
  };
  g_autoptr (GlaText) letters = gla_text_new (NULL, gla_map_get_text_size (&shown->scene), TRUE);

  cairo_save (cr);
  cairo_rectangle (cr, 0, 0, self->picture, shown->height);
  cairo_clip_preserve (cr);
  cairo_new_path (cr);
  cairo_translate (cr, 0, -shown->top);
  gla_map_paint_face (&shown->scene, GLA_PALETTE_PAPER, cr);
  gla_map_paint_marks (&shown->scene, &picture, GLA_PALETTE_PAPER, letters, cr);
  cairo_restore (cr);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, 0.8);
  cairo_rectangle (cr, 0.4, 0.4, self->picture - 0.8, shown->height - 0.8);
  cairo_stroke (cr);
}

static void
draw_cb (gpointer  data,
         cairo_t  *cr)
{
  const Map *self = data;
  double y = 0;

  for (guint row = 0; row < get_n_rows (self); row++)
    {
      for (guint i = row * self->per_row; i < MIN ((row + 1) * self->per_row, self->shown->len);
           i++)
        {
          double x = (i % self->per_row) * (self->picture + GAP * self->size);

          cairo_save (cr);
          cairo_translate (cr, self->rtl ? self->width - x - self->picture : x, y);
          draw_face (self, cr, &g_array_index (self->shown, Shown, i));
          cairo_restore (cr);
        }
      y += get_row_height (self, row) + GAP * self->size;
    }
}

static void
map_free (gpointer data)
{
  Map *self = data;

  gla_map_treatment_clear (&self->content);
  g_array_unref (self->shown);
  gla_history_unref (self->history);
  g_free (self);
}

void
gla_handout_add_map (const GlaHandoutFacts *facts,
                     GPtrArray             *blocks)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  const GlaCycle *cycle = gla_handout_input_find_cycle (input);
  Map *self;
  GlaBlock *block;

  if (cycle == NULL)
    return;
  self = g_new0 (Map, 1);
  self->history = gla_history_ref (input->facts->cycles->history);
  self->shown = g_array_new (FALSE, FALSE, sizeof (Shown));
  self->rtl = gla_language_is_rtl_now ();
  gla_map_treatment_init (&self->content, self->history, cycle->treatment->id);
  if (self->content.faces->len == 0)
    {
      map_free (self);
      return;
    }
  block = gla_block_add (blocks, GLA_BLOCK_PICTURE, NULL);
  block->picture = (GlaBlockPicture) { self, measure_cb, draw_cb, map_free };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-paint.h"

#include "gla-i18n.h"

#include <math.h>

/* Widths of lines in units of the picture, and the least in units of the drawing. */
#define LINE 3.4
#define FINE 2.2
#define LEAST_LINE 1.0
#define LEAST_FINE 0.7

#define TEXT_SIZE 1.25    /* of the letters in a point, for a radius of 1 */
#define ROOM 1.62         /* width of the letters in a point, likewise */
#define HATCH 6.0         /* between the lines of a danger zone */
#define N_SHAPES 3

static void
add_outline (cairo_t           *cr,
             const GlaMapScene *scene,
             const GlaOutline  *outline)
{
  guint n_steps;
  const GlaOutlineStep *steps = gla_outline_get_steps (outline, &n_steps);

  cairo_save (cr);
  cairo_translate (cr, scene->x, scene->y);
  cairo_scale (cr, scene->scale, scene->scale);
  for (guint i = 0; i < n_steps; i++)
    {
      const double *x = steps[i].x;
      const double *y = steps[i].y;

      switch (steps[i].verb)
        {
        case GLA_OUTLINE_MOVE:
          cairo_move_to (cr, x[0], y[0]);
          break;
        case GLA_OUTLINE_LINE:
          cairo_line_to (cr, x[0], y[0]);
          break;
        case GLA_OUTLINE_CURVE:
          cairo_curve_to (cr, x[0], y[0], x[1], y[1], x[2], y[2]);
          break;
        case GLA_OUTLINE_CLOSE:
        default:
          cairo_close_path (cr);
          break;
        }
    }
  cairo_restore (cr);
}

static void
set_line (cairo_t           *cr,
          const GlaMapScene *scene,
          gboolean           fine)
{
  cairo_set_line_width (cr, fine ? MAX (FINE * scene->scale, LEAST_FINE)
                                 : MAX (LINE * scene->scale, LEAST_LINE));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
}

static void
fill (cairo_t      *cr,
      GlaPalette    palette,
      GlaColorRole  role)
{
  gla_palette_set_source (palette, role, cr);
  cairo_fill (cr);
}

static void
paint_shape (const GlaMapScene  *scene,
             const GlaFaceShape *shape,
             GlaPalette          palette,
             cairo_t            *cr)
{
  add_outline (cr, scene, shape->outline);
  switch (shape->role)
    {
    case GLA_FACE_SKIN:
      gla_palette_set_source (palette, GLA_COLOR_SKIN, cr);
      cairo_fill_preserve (cr);
      set_line (cr, scene, FALSE);
      gla_palette_set_source (palette, GLA_COLOR_SKIN_LINE, cr);
      cairo_stroke (cr);
      break;
    case GLA_FACE_HAIR:
      fill (cr, palette, GLA_COLOR_HAIR);
      break;
    case GLA_FACE_WHITE:
      fill (cr, palette, GLA_COLOR_EYE);
      break;
    case GLA_FACE_IRIS:
      fill (cr, palette, GLA_COLOR_SKIN_FINE);
      break;
    case GLA_FACE_DARK:
      fill (cr, palette, GLA_COLOR_FEATURE);
      break;
    case GLA_FACE_LIPS:
      fill (cr, palette, GLA_COLOR_LIPS);
      break;
    case GLA_FACE_LINE:
      set_line (cr, scene, FALSE);
      gla_palette_set_source (palette, GLA_COLOR_SKIN_LINE, cr);
      cairo_stroke (cr);
      break;
    case GLA_FACE_FINE:
    case GLA_N_FACE_ROLES:
    default:
      set_line (cr, scene, TRUE);
      gla_palette_set_source (palette, GLA_COLOR_SKIN_FINE, cr);
      cairo_stroke (cr);
      break;
    }
}

/* A picture never leaves its frame. */
static void
clip_to_frame (const GlaMapScene *scene,
               cairo_t           *cr)
{
  cairo_rectangle (cr, scene->x, scene->y, scene->face->width * scene->scale,
                   scene->face->height * scene->scale);
  cairo_clip (cr);
}

void
gla_map_paint_face (const GlaMapScene *scene,
                    GlaPalette         palette,
                    cairo_t           *cr)
{
  g_return_if_fail (scene != NULL && cr != NULL);

  cairo_save (cr);
  clip_to_frame (scene, cr);
  for (guint i = 0; i < scene->face->shapes->len; i++)
    paint_shape (scene, g_ptr_array_index (scene->face->shapes, i), palette, cr);
  cairo_restore (cr);
}

static void
paint_region (const GlaMapScene   *scene,
              const GlaFaceRegion *region,
              gboolean             active,
              GlaPalette           palette,
              cairo_t             *cr)
{
  const double dashes[] = { 3, 3 };
  GlaColor color = gla_palette_get (palette, GLA_COLOR_ACCENT);

  add_outline (cr, scene, region->outline);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, active ? 0.20 : 0.06);
  cairo_fill_preserve (cr);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, active ? 0.9 : 0.45);
  cairo_set_line_width (cr, active ? 1.5 : 1);
  if (!active)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

/* Hatched, so that it is told from a region without colour. */
static void
paint_danger (const GlaMapScene   *scene,
              const GlaFaceRegion *zone,
              GlaPalette           palette,
              cairo_t             *cr)
{
  GlaColor color = gla_palette_get (palette, GLA_COLOR_ALERT);
  double x, y, width, height;

  gla_map_scene_get_bounds (scene, zone, &x, &y, &width, &height);
  cairo_save (cr);
  add_outline (cr, scene, zone->outline);
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.12);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  for (double at = x - height; at < x + width; at += HATCH)
    {
      cairo_move_to (cr, at, y + height);
      cairo_line_to (cr, at + height, y);
    }
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, 0.75);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
  add_outline (cr, scene, zone->outline);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  cairo_set_line_width (cr, 1.2);
  cairo_stroke (cr);
}

/* A circle for the first vial or product, a square for the second, a diamond for the third. */
static void
add_mark (cairo_t *cr,
          guint    source,
          double   x,
          double   y,
          double   r)
{
  cairo_new_path (cr);
  switch (source % N_SHAPES)
    {
    case 0:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case 1:
      cairo_rectangle (cr, x - 0.92 * r, y - 0.92 * r, 1.84 * r, 1.84 * r);
      break;
    default:
      cairo_move_to (cr, x, y - 1.3 * r);
      cairo_line_to (cr, x + 1.3 * r, y);
      cairo_line_to (cr, x, y + 1.3 * r);
      cairo_line_to (cr, x - 1.3 * r, y);
      break;
    }
  cairo_close_path (cr);
}

/* In the middle of a place, made smaller where it would not fit. */
static void
paint_label (GlaText    *text,
             const char *label,
             double      x,
             double      y,
             double      room,
             cairo_t    *cr)
{
  double width = gla_text_get_width (text, GLA_TEXT_BOLD, label);
  double height = gla_text_get_height (text, GLA_TEXT_BOLD);
  double factor = width > room ? room / width : 1;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, factor, factor);
  gla_text_draw (text, cr, GLA_TEXT_BOLD, label, -width / 2, -height / 2);
  cairo_restore (cr);
}

static void
paint_mark (const GlaMapScene *scene,
            const GlaMapMark  *mark,
            gboolean           selected,
            GlaPalette         palette,
            GlaText           *text,
            cairo_t           *cr)
{
  const GlaColorRole roles[N_SHAPES] = { GLA_COLOR_ACCENT, GLA_COLOR_SEEN, GLA_COLOR_TEXT };
  const GlaColorRole letters[N_SHAPES] = { GLA_COLOR_ON_ACCENT, GLA_COLOR_ON_SEEN,
                                           GLA_COLOR_BACKGROUND };
  const double dashes[] = { 3, 2 };
  g_autofree char *label = gla_units_format (mark->point.units);
  double r = scene->radius;
  double x, y;

  gla_map_scene_get_place (scene, &mark->point, &x, &y);
  /* A rim parts points that touch; two fills are quicker than a fill and a line. */
  add_mark (cr, mark->source, x, y, r + MAX (0.08 * r, 0.5));
  fill (cr, palette, GLA_COLOR_BACKGROUND);
  add_mark (cr, mark->source, x, y, r);
  fill (cr, palette, roles[mark->source % N_SHAPES]);
  gla_palette_set_source (palette, letters[mark->source % N_SHAPES], cr);
  paint_label (text, label, x, y, ROOM * r, cr);
  if (!selected)
    return;
  add_mark (cr, mark->source, x, y, r + 4);
  gla_palette_set_source (palette, GLA_COLOR_TEXT, cr);
  cairo_set_line_width (cr, 2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
paint_plan (const GlaMapScene *scene,
            const GlaMapMark  *mark,
            GlaPalette         palette,
            GlaText           *text,
            cairo_t           *cr)
{
  const double dashes[] = { 2, 2 };
  g_autofree char *label = gla_units_format (mark->point.units);
  double x, y;

  gla_map_scene_get_place (scene, &mark->point, &x, &y);
  add_mark (cr, mark->source, x, y, scene->radius);
  gla_palette_set_source (palette, GLA_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  gla_palette_set_source (palette, GLA_COLOR_DIM, cr);
  cairo_set_line_width (cr, 1.2);
  cairo_set_dash (cr, dashes, 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
  paint_label (text, label, x, y, ROOM * scene->radius, cr);
}

/* An area that is known by its units alone: a pill in the middle of its region. */
static void
paint_total (const GlaMapScene *scene,
             const GlaMapTotal *total,
             GlaPalette         palette,
             GlaText           *text,
             cairo_t           *cr)
{
  const GlaFaceRegion *region = gla_face_find_region (scene->face, total->area,
                                                      gla_map_sides_of_side (total->side));
  g_autofree char *units = gla_units_format (total->units);
  /* Translators: a sum of units, as short as can be: "20 U" */
  g_autofree char *label = g_strdup_printf (_("%s U"), units);
  double width = gla_text_get_width (text, GLA_TEXT_BOLD, label);
  double half = width / 2 + 0.5 * scene->radius;
  double r = scene->radius;
  double x, y, w, h;

  if (region == NULL)
    return;
  gla_map_scene_get_bounds (scene, region, &x, &y, &w, &h);
  x = CLAMP (x + w / 2, scene->x + half, scene->x + scene->face->width * scene->scale - half);
  y += h / 2;
  cairo_new_path (cr);
  cairo_arc (cr, x - half + r * 0.6, y, r, G_PI / 2, 3 * G_PI / 2);
  cairo_arc (cr, x + half - r * 0.6, y, r, -G_PI / 2, G_PI / 2);
  cairo_close_path (cr);
  gla_palette_set_source (palette, GLA_COLOR_BACKGROUND, cr);
  cairo_fill_preserve (cr);
  gla_palette_set_source (palette, GLA_COLOR_ACCENT, cr);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
  paint_label (text, label, x, y, width, cr);
}

void
gla_map_paint_regions (const GlaMapScene *scene,
                       GlaPalette         palette,
                       cairo_t           *cr)
{
  g_return_if_fail (scene != NULL && cr != NULL);

  cairo_save (cr);
  clip_to_frame (scene, cr);
  for (guint i = 0; i < scene->face->regions->len; i++)
    paint_region (scene, g_ptr_array_index (scene->face->regions, i), FALSE, palette, cr);
  cairo_restore (cr);
}

static void
paint_zones (const GlaMapScene   *scene,
             const GlaMapPicture *picture,
             GlaPalette           palette,
             cairo_t             *cr)
{
  const GlaFace *face = scene->face;

  if (picture->active != NULL)
    paint_region (scene, picture->active, TRUE, palette, cr);
  for (guint i = 0; picture->danger_area != NULL && i < face->dangers->len; i++)
    {
      const GlaFaceRegion *zone = g_ptr_array_index (face->dangers, i);

      if (g_str_equal (zone->area, picture->danger_area))
        paint_danger (scene, zone, palette, cr);
    }
}

void
gla_map_paint_marks (const GlaMapScene   *scene,
                     const GlaMapPicture *picture,
                     GlaPalette           palette,
                     GlaText             *text,
                     cairo_t             *cr)
{
  g_return_if_fail (scene != NULL && picture != NULL && text != NULL && cr != NULL);

  cairo_save (cr);
  clip_to_frame (scene, cr);
  paint_zones (scene, picture, palette, cr);
  for (guint i = 0; i < picture->n_totals; i++)
    paint_total (scene, &picture->totals[i], palette, text, cr);
  for (guint i = 0; i < picture->n_plan; i++)
    if (gla_map_scene_shows (scene, &picture->plan[i]))
      paint_plan (scene, &picture->plan[i], palette, text, cr);
  for (guint i = 0; i < picture->n_marks; i++)
    if (gla_map_scene_shows (scene, &picture->marks[i]) && (int) i != picture->selected)
      paint_mark (scene, &picture->marks[i], FALSE, palette, text, cr);
  if (picture->selected >= 0 && (guint) picture->selected < picture->n_marks
      && gla_map_scene_shows (scene, &picture->marks[picture->selected]))
    paint_mark (scene, &picture->marks[picture->selected], TRUE, palette, text, cr);
  cairo_restore (cr);
}

double
gla_map_get_text_size (const GlaMapScene *scene)
{
  g_return_val_if_fail (scene != NULL, 0);

  return TEXT_SIZE * scene->radius;
}

void
gla_map_paint (const GlaFace       *face,
               const GlaMapPicture *picture,
               GlaPalette           palette,
               double               width,
               double               height,
               cairo_t             *cr)
{
  g_autoptr (GlaText) text = NULL;
  GlaMapScene scene;

  g_return_if_fail (face != NULL && picture != NULL && cr != NULL);

  gla_map_scene_init (&scene, face, width, height);
  text = gla_text_new (NULL, gla_map_get_text_size (&scene), palette == GLA_PALETTE_PAPER);
  gla_map_paint_face (&scene, palette, cr);
  if (picture->regions)
    gla_map_paint_regions (&scene, palette, cr);
  gla_map_paint_marks (&scene, picture, palette, text, cr);
}

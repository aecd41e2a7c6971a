/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-private.h"

#include "gla-map-stop.h"

#include <adwaita.h>
#include <math.h>

#define SLOP 3

static GlaPalette
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return gla_palette_choose (adw_style_manager_get_dark (style),
                             adw_style_manager_get_high_contrast (style));
}

/* Picture and regions change with size and look alone and are many lines: painted once, in
 * pixels of the screen. */
static GdkTexture *
paint_ground (GlaMap *self,
              int     width,
              int     height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor, height * factor);
  cairo_t *cr = cairo_create (surface);
  g_autoptr (GBytes) bytes = NULL;
  int stride;

  cairo_scale (cr, factor, factor);
  gla_map_paint_face (&self->scene, get_palette (), cr);
  if (self->is_editable)
    gla_map_paint_regions (&self->scene, get_palette (), cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  stride = cairo_image_surface_get_stride (surface);
  bytes = g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                      (gsize) stride * (gsize) (height * factor),
                                      (GDestroyNotify) cairo_surface_destroy, surface);
  return gdk_memory_texture_new (width * factor, height * factor, GDK_MEMORY_DEFAULT, bytes,
                                 (gsize) stride);
}

static GlaText *
get_text (GlaMap *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);

  if (self->text == NULL)
    self->text = gla_text_new (pango_font_description_get_family (font),
                               gla_map_get_text_size (&self->scene), FALSE);
  return self->text;
}

static GArray *
get_marks (GlaMap *self)
{
  guint n_marks = gla_map_model_get_n_marks (self->model);
  GArray *marks = g_array_sized_new (FALSE, FALSE, sizeof (GlaMapMark), n_marks);

  if (n_marks > 0)
    g_array_append_vals (marks, gla_map_model_get_mark (self->model, 0), n_marks);
  return marks;
}

/* What has the keyboard is ringed: a point by its painter, a region here. */
static void
draw_ring (GlaMap      *self,
           GtkSnapshot *snapshot)
{
  GtkWidget *stop = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GlaColor accent = gla_palette_get (get_palette (), GLA_COLOR_ACCENT);
  GdkRGBA color = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
  const GdkRGBA colors[] = { color, color, color, color };
  const float widths[] = { 2, 2, 2, 2 };
  const GdkRectangle *place;
  GskRoundedRect outline;

  if (!GLA_IS_MAP_STOP (stop) || !gla_map_stop_is_region (GLA_MAP_STOP (stop))
      || !gtk_widget_has_visible_focus (stop))
    return;
  place = gla_map_stop_get_place (GLA_MAP_STOP (stop));
  if (place == NULL)
    return;
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (place->x - 3, place->y - 3,
                                                        place->width + 6, place->height + 6),
                                   6);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
gla_map_draw (GtkWidget   *widget,
              GtkSnapshot *snapshot)
{
  GlaMap *self = GLA_MAP (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GArray) marks = get_marks (self);
  const GlaFaceRegion *active = gla_map_get_active (self);
  GlaMapPicture picture = { .marks = (GlaMapMark *) (gpointer) marks->data,
                            .n_marks = marks->len,
                            .plan = (GlaMapMark *) (gpointer) self->plan->data,
                            .n_plan = self->plan->len,
                            .totals = (GlaMapTotal *) (gpointer) self->totals->data,
                            .n_totals = self->totals->len,
                            .selected = gla_map_get_focused_mark (self) };
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  if (self->ground == NULL)
    self->ground = paint_ground (self, width, height);
  gtk_snapshot_append_texture (snapshot, self->ground, &bounds);
  if (self->is_editable)
    picture.active = active;
  if (self->show_dangers && active != NULL)
    picture.danger_area = active->area;
  cr = gtk_snapshot_append_cairo (snapshot, &bounds);
  gla_map_paint_marks (&self->scene, &picture, get_palette (), get_text (self), cr);
  cairo_destroy (cr);
  draw_ring (self, snapshot);
}

gboolean
gla_map_find_tooltip (GtkWidget  *widget,
                      int         x,
                      int         y,
                      gboolean    keyboard,
                      GtkTooltip *tooltip)
{
  GlaMap *self = GLA_MAP (widget);
  g_autoptr (GArray) marks = NULL;
  g_autofree char *label = NULL;
  const GlaFaceRegion *region;
  int mark;

  if (keyboard)
    return FALSE;
  marks = get_marks (self);
  mark = gla_map_scene_pick_mark (&self->scene, (GlaMapMark *) (gpointer) marks->data, marks->len,
                                  x, y, SLOP);
  region = gla_map_scene_pick_region (&self->scene, x, y);
  if (mark >= 0)
    label = gla_map_dup_mark_label (self, (guint) mark);
  else if (self->is_editable && region != NULL)
    label = gla_map_dup_region_label (self, region);
  gtk_tooltip_set_text (tooltip, label);
  return label != NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-private.h"

#include "gla-timeline-facts.h"
#include "gla-timeline-mark.h"
#include "gla-timeline-paint.h"

#include <adwaita.h>

#define NATURAL_WIDTH 720
#define TILE 512   /* height of a piece of the drawing: what is out of sight is not painted */
#define SLOP 6

GlaText *
gla_timeline_get_text (GlaTimeline *self)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  if (self->text != NULL)
    return self->text;

  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  font = pango_context_get_font_description (context);
  size = pango_units_to_double (pango_font_description_get_size (font));
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  self->text = gla_text_new (pango_font_description_get_family (font), size > 0 ? size : 14,
                             FALSE);
  return self->text;
}

static GlaTimelineScene *
new_scene (GlaTimeline *self,
           double       width)
{
  GlaTimelineOptions options =
  {
    .width = width,
    .from = self->from,
    .to = self->to,
    .since = self->since,
    .mode = self->mode,
    .highlight = self->highlight,
    .area = self->area,
    .focus = self->selected,
    .rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL,
    .strip = TRUE,
  };

  return gla_timeline_scene_new (self->model, gla_timeline_get_text (self), &options);
}

GlaTimelineScene *
gla_timeline_get_scene (GlaTimeline *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (self->model == NULL)
    return NULL;
  if (self->scene == NULL || self->scene->width != (width > 0 ? width : NATURAL_WIDTH))
    {
      g_clear_pointer (&self->scene, gla_timeline_scene_free);
      g_clear_pointer (&self->node, gsk_render_node_unref);
      self->scene = new_scene (self, width > 0 ? width : NATURAL_WIDTH);
    }
  return self->scene;
}

static GlaPalette
get_palette (void)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  return gla_palette_choose (adw_style_manager_get_dark (style),
                             adw_style_manager_get_high_contrast (style));
}

/* Recorded, not painted into a texture: measured, the toolkit spends twice the
 * time of a frame on taking pixels over. */
static GskRenderNode *
paint (GlaTimeline *self)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  GlaPalette palette = get_palette ();
  double pixels = gtk_widget_get_scale_factor (GTK_WIDGET (self));

  for (double top = 0; top < self->scene->height; top += TILE)
    {
      graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, (float) top, (float) self->scene->width,
                                                   (float) MIN (TILE, self->scene->height - top));
      cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &bounds);

      cairo_rectangle (cr, 0, top, self->scene->width, bounds.size.height);
      cairo_clip (cr);
      gla_timeline_paint (self->scene, self->text, palette, pixels, cr);
      cairo_destroy (cr);
    }
  return gtk_snapshot_free_to_node (snapshot);
}

static void
snapshot_ring (GlaTimeline *self,
               GtkSnapshot *snapshot,
               GtkWidget   *mark,
               float        width)
{
  const GdkRectangle *place = gla_timeline_mark_get_place (GLA_TIMELINE_MARK (mark));
  GlaColor accent = gla_palette_get (get_palette (), GLA_COLOR_ACCENT);
  GdkRGBA color = { (float) accent.red, (float) accent.green, (float) accent.blue, 1 };
  const GdkRGBA colors[] = { color, color, color, color };
  const float widths[] = { width, width, width, width };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (place->x - 2, place->y - 2,
                                                        place->width + 4, place->height + 4),
                                   5);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

void
gla_timeline_draw (GtkWidget   *widget,
                   GtkSnapshot *snapshot)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GtkWidget *mark;

  if (gla_timeline_get_scene (self) == NULL || gtk_widget_get_width (widget) <= 0)
    return;

  if (self->node == NULL)
    self->node = paint (self);
  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);

  mark = gtk_widget_get_focus_child (widget);
  if (GLA_IS_TIMELINE_MARK (mark) && gtk_widget_has_visible_focus (mark))
    snapshot_ring (self, snapshot, mark, 2);
  else if (self->selected != NULL
           && (mark = g_hash_table_lookup (self->marks, self->selected)) != NULL)
    snapshot_ring (self, snapshot, mark, 1);
}

gboolean
gla_timeline_find_tooltip (GtkWidget  *widget,
                           int         x,
                           int         y,
                           gboolean    keyboard,
                           GtkTooltip *tooltip)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  g_autofree char *text = NULL;
  GdkRectangle place;

  if (scene == NULL)
    return FALSE;

  if (keyboard)
    {
      guint stop;

      if (!gla_timeline_find_focus (self, &stop))
        return FALSE;
      text = gla_timeline_dup_stop_label (self->model,
                                          &g_array_index (scene->stops, GlaTimelineStop, stop));
    }
  else
    {
      const GlaTimelineItem *item = gla_timeline_scene_pick (scene, x, y, SLOP);

      if (item == NULL)
        return FALSE;
      text = gla_timeline_dup_item_label (self->model, item);
      place = (GdkRectangle) { (int) item->x, (int) item->y, MAX ((int) item->width, 1),
                               MAX ((int) item->height, 1) };
      gtk_tooltip_set_tip_area (tooltip, &place);
    }
  gtk_tooltip_set_text (tooltip, text);
  return text != NULL;
}

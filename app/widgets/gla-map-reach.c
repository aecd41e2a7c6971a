/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-private.h"

#include "gla-i18n.h"
#include "gla-map-stop.h"
#include "gla-units-plural.h"
#include "gla-words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A point nearer to the midline than this, in thousandths of the width, lies on it. */
#define MIDLINE 15

/* What lies beside the way of an arrow counts more than what lies on it. */
#define ASIDE 2.2

static const char *
get_area_name (GlaMap     *self,
               const char *area)
{
  const GlaArea *known = gla_catalogue_find_area (self->catalogue, area);

  return known != NULL ? gla_area_get_name (known) : area;
}

/* "Crow’s feet, left", or only the area where the side says nothing. */
static char *
dup_place_name (GlaMap     *self,
                const char *area,
                GlaSide     side)
{
  if (side == GLA_SIDE_BOTH)
    return g_strdup (get_area_name (self, area));
  /* Translators: an area and a side of it, such as “Crow’s feet, left” */
  return g_strdup_printf (_("%s, %s"), get_area_name (self, area), gla_side_get_name (side));
}

/* Of an area that is recorded as a whole, the half that a point lies in. Pictures from behind have
 * the patient's left on the left. */
static GlaSide
get_half (GlaMap           *self,
          const GlaMapMark *mark)
{
  if (mark->side != GLA_SIDE_BOTH || strcmp (self->face->key, "front") != 0)
    return mark->side;
  if (abs (mark->point.x - 500) < MIDLINE)
    return GLA_SIDE_MIDDLE;
  return mark->point.x < 500 ? GLA_SIDE_RIGHT : GLA_SIDE_LEFT;
}

static gboolean
is_beside (const GlaMapMark *mark,
           const GlaMapMark *other)
{
  return strcmp (mark->area, other->area) == 0 && mark->side == other->side
         && mark->source == other->source;
}

char *
gla_map_dup_mark_label (GlaMap *self,
                        guint   index)
{
  const GlaMapMark *mark = gla_map_model_get_mark (self->model, index);
  g_autofree char *place = dup_place_name (self, mark->area, get_half (self, mark));
  g_autofree char *amount = gla_units_format (mark->point.units);
  g_autofree char *units = NULL;
  guint number = 0, count = 0;

  for (guint i = 0; i < gla_map_model_get_n_marks (self->model); i++)
    {
      if (!is_beside (mark, gla_map_model_get_mark (self->model, i)))
        continue;
      count++;
      number = i <= index ? count : number;
    }
  if (mark->point.units == GLA_UNITS_UNKNOWN)
    units = g_strdup (_("units not known"));
  else
    units = g_strdup_printf (ngettext ("%s unit", "%s units",
                                       gla_units_get_plural (mark->point.units)),
                             amount);
  /* Translators: area and side, units, and which of the area’s points it is, as in “Glabella,
     left, 4 units, point 2 of 5” */
  return g_strdup_printf (_("%s, %s, point %u of %u"), place, units, number, count);
}

char *
gla_map_dup_region_label (GlaMap              *self,
                          const GlaFaceRegion *region)
{
  GlaSide side = gla_map_side_of_region (region);
  g_autofree char *place = dup_place_name (self, region->area, side);
  g_autofree char *usual_text = NULL;
  g_autofree char *amount = NULL;
  GlaUsualPoints usual;
  GlaUnits units;
  guint count = gla_map_model_get_total (self->model, region->area, side, self->source, &units);

  if (gla_map_find_usual (self, region, &usual))
    usual_text = gla_usual_points_describe (&usual);
  else
    usual_text = g_strdup (_("nothing known of usual points"));
  if (count == 0)
    /* Translators: an area, then its usual points */
    return g_strdup_printf (_("%s: no points; %s"), place, usual_text);
  amount = gla_units_format (units);
  /* Translators: an area, its units, number of points, then its usual points */
  return g_strdup_printf (ngettext ("%s: %s U in %u point; %s", "%s: %s U in %u points; %s", count),
                          place, amount, count, usual_text);
}

static GlaMapStop *
get_focused (GlaMap *self)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return GLA_IS_MAP_STOP (child) ? GLA_MAP_STOP (child) : NULL;
}

int
gla_map_get_focused_mark (GlaMap *self)
{
  GlaMapStop *stop = get_focused (self);

  if (stop == NULL || gla_map_stop_is_region (stop)
      || gla_map_stop_get_index (stop) >= gla_map_model_get_n_marks (self->model))
    return -1;
  return (int) gla_map_stop_get_index (stop);
}

const GlaFaceRegion *
gla_map_get_active (GlaMap *self)
{
  GlaMapStop *stop = get_focused (self);
  int mark = gla_map_get_focused_mark (self);

  if (self->hover != NULL)
    return self->hover;
  if (mark >= 0)
    {
      const GlaMapMark *focused = gla_map_model_get_mark (self->model, (guint) mark);

      return gla_face_find_region (self->face, focused->area,
                                   gla_map_sides_of_side (focused->side));
    }
  if (stop != NULL && gla_map_stop_is_region (stop))
    return g_ptr_array_index (self->face->regions, gla_map_stop_get_index (stop));
  return NULL;
}

static void
focus_changed_cb (GtkEventControllerFocus *controller,
                  gpointer                 data)
{
  GlaMap *self = data;

  /* What the keyboard went to counts until the pointer moves again. */
  self->hover = NULL;
  gla_map_end_step (self);
  gla_map_update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static GtkWidget *
new_stop (GlaMap   *self,
          guint     index,
          gboolean  is_region)
{
  GtkWidget *stop = gla_map_stop_new (index, is_region);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_changed_cb), self, 0);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_changed_cb), self, 0);
  gtk_widget_add_controller (stop, focus);
  gtk_widget_set_parent (stop, GTK_WIDGET (self));
  return stop;
}

static void
fit_stops (GlaMap    *self,
           GPtrArray *stops,
           guint      n_stops,
           gboolean   is_region)
{
  while (stops->len > n_stops)
    gtk_widget_unparent (g_ptr_array_steal_index (stops, stops->len - 1));
  while (stops->len < n_stops)
    g_ptr_array_add (stops, new_stop (self, stops->len, is_region));
}

static void
place_region (GlaMap *self,
              guint   index)
{
  GlaMapStop *stop = g_ptr_array_index (self->region_stops, index);
  const GlaFaceRegion *region = g_ptr_array_index (self->face->regions, index);
  g_autofree char *label = gla_map_dup_region_label (self, region);
  double x, y, width, height;
  GdkRectangle place;

  gla_map_scene_get_bounds (&self->scene, region, &x, &y, &width, &height);
  place = (GdkRectangle) { (int) x, (int) y, (int) ceil (width), (int) ceil (height) };
  gla_map_stop_set_place (stop, &place);
  gla_map_stop_set_label (stop, label);
}

static void
place_mark (GlaMap *self,
            guint   index)
{
  GlaMapStop *stop = g_ptr_array_index (self->mark_stops, index);
  const GlaMapMark *mark = gla_map_model_get_mark (self->model, index);
  g_autofree char *label = gla_map_dup_mark_label (self, index);
  double r = self->scene.radius;
  double x, y;
  GdkRectangle place;

  gla_map_stop_set_label (stop, label);
  if (!gla_map_scene_shows (&self->scene, mark))
    {
      gla_map_stop_set_place (stop, NULL);
      return;
    }
  gla_map_scene_get_place (&self->scene, &mark->point, &x, &y);
  place = (GdkRectangle) { (int) (x - r), (int) (y - r), (int) ceil (2 * r), (int) ceil (2 * r) };
  gla_map_stop_set_place (stop, &place);
}

void
gla_map_place_stops (GlaMap *self)
{
  fit_stops (self, self->region_stops, self->is_editable ? self->face->regions->len : 0, TRUE);
  fit_stops (self, self->mark_stops, gla_map_model_get_n_marks (self->model), FALSE);
  for (guint i = 0; i < self->region_stops->len; i++)
    place_region (self, i);
  for (guint i = 0; i < self->mark_stops->len; i++)
    place_mark (self, i);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
gla_map_drop_regions (GlaMap *self)
{
  fit_stops (self, self->region_stops, 0, TRUE);
}

void
gla_map_focus_mark (GlaMap *self,
                    guint   mark)
{
  gla_map_set_view (self, gla_map_model_get_mark (self->model, mark)->point.view);
  gtk_widget_grab_focus (g_ptr_array_index (self->mark_stops, mark));
}

void
gla_map_focus_region (GlaMap              *self,
                      const GlaFaceRegion *region)
{
  guint index;

  if (g_ptr_array_find (self->face->regions, region, &index) && index < self->region_stops->len)
    gtk_widget_grab_focus (g_ptr_array_index (self->region_stops, index));
}

/* How far a stop is in a direction from a place; negative if it is not there at all. */
static double
get_distance (GtkDirectionType    direction,
              const GdkRectangle *from,
              const GdkRectangle *to)
{
  double dx = to->x + to->width / 2.0 - from->x - from->width / 2.0;
  double dy = to->y + to->height / 2.0 - from->y - from->height / 2.0;
  double along = 0;

  if (direction == GTK_DIR_RIGHT || direction == GTK_DIR_LEFT)
    along = direction == GTK_DIR_RIGHT ? dx : -dx;
  else
    along = direction == GTK_DIR_DOWN ? dy : -dy;
  if (along < 1)
    return -1;
  return along + ASIDE * fabs (direction == GTK_DIR_RIGHT || direction == GTK_DIR_LEFT ? dy : dx);
}

static GtkWidget *
find_nearest (GlaMap           *self,
              GtkDirectionType  direction,
              GlaMapStop       *from)
{
  GtkWidget *nearest = NULL;
  double least = G_MAXDOUBLE;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const GdkRectangle *place = gla_map_stop_get_place (GLA_MAP_STOP (child));
      double distance;

      if (place == NULL || child == GTK_WIDGET (from))
        continue;
      distance = get_distance (direction, gla_map_stop_get_place (from), place);
      if (distance >= 0 && distance < least)
        {
          least = distance;
          nearest = child;
        }
    }
  return nearest;
}

/* Points come before regions: who comes back goes on where the work is. */
static GtkWidget *
find_first (GlaMap *self)
{
  GPtrArray *lists[] = { self->mark_stops, self->region_stops };

  for (gsize k = 0; k < G_N_ELEMENTS (lists); k++)
    for (guint i = 0; i < lists[k]->len; i++)
      if (gla_map_stop_get_place (g_ptr_array_index (lists[k], i)) != NULL)
        return g_ptr_array_index (lists[k], i);
  return NULL;
}

/* Tab enters and leaves the map as one thing; arrows move inside. */
gboolean
gla_map_move_focus (GtkWidget        *widget,
                    GtkDirectionType  direction)
{
  GlaMap *self = GLA_MAP (widget);
  GlaMapStop *from = get_focused (self);
  GtkWidget *to;

  if (from == NULL || gla_map_stop_get_place (from) == NULL)
    to = find_first (self);
  else if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return FALSE;
  else
    {
      to = find_nearest (self, direction, from);
      if (to == NULL)
        {
          gtk_widget_error_bell (widget);
          return TRUE;
        }
    }
  return to != NULL && gtk_widget_grab_focus (to);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-private.h"

#include <math.h>

#define ZOOM_STEP 1.25     /* of a key or a click of the wheel */
#define WHEEL_STEP 60      /* pixels a click of the wheel moves */
#define SMOOTH_STEP 100    /* pixels of a touchpad for one ZOOM_STEP */
#define SLOP 6
#define DRAG_THRESHOLD 6

static GlaTimelineStop *
get_stop (GlaTimeline *self,
          guint        stop)
{
  return &g_array_index (gla_timeline_get_scene (self)->stops, GlaTimelineStop, stop);
}

/* Tab enters and leaves the timeline as one thing; arrows move inside. */
gboolean
gla_timeline_move_focus (GtkWidget        *widget,
                         GtkDirectionType  direction)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint stop, next;

  if (scene == NULL || scene->stops->len == 0)
    return FALSE;

  if (!gla_timeline_find_focus (self, &stop))
    {
      if (self->selected == NULL || !gla_timeline_scene_find_stop (scene, self->selected, &stop))
        stop = gla_timeline_scene_row_edge (scene, 0, TRUE);
      return gla_timeline_focus_stop (self, stop);
    }

  switch (direction)
    {
    case GTK_DIR_LEFT:
      next = gla_timeline_scene_move (scene, stop, rtl ? 1 : -1, 0);
      break;
    case GTK_DIR_RIGHT:
      next = gla_timeline_scene_move (scene, stop, rtl ? -1 : 1, 0);
      break;
    case GTK_DIR_UP:
      next = gla_timeline_scene_move (scene, stop, 0, -1);
      break;
    case GTK_DIR_DOWN:
      next = gla_timeline_scene_move (scene, stop, 0, 1);
      break;
    case GTK_DIR_TAB_FORWARD:
    case GTK_DIR_TAB_BACKWARD:
    default:
      return FALSE;
    }
  if (next == stop)
    {
      gtk_widget_error_bell (widget);
      return TRUE;
    }
  return gla_timeline_focus_stop (self, next);
}

static gboolean
edge_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  gboolean last;
  guint stop;

  g_variant_get (args, "(b)", &last);
  if (!gla_timeline_find_focus (self, &stop))
    return FALSE;
  return gla_timeline_focus_stop (
    self, gla_timeline_scene_row_edge (gla_timeline_get_scene (self), stop, last));
}

static gboolean
range_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  int range;

  g_variant_get (args, "(i)", &range);
  gla_timeline_set_range (GLA_TIMELINE (widget), (GlaTimelineRange) range);
  return TRUE;
}

static gboolean
zoom_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  double factor, x;
  guint stop;

  g_variant_get (args, "(d)", &factor);
  if (scene == NULL)
    return FALSE;
  x = scene->plot_x + scene->plot_width / 2;
  if (gla_timeline_find_focus (self, &stop))
    x = CLAMP (gla_timeline_scene_get_x (scene, get_stop (self, stop)->day), scene->plot_x,
               scene->plot_x + scene->plot_width);
  gla_timeline_zoom (self, factor, x);
  return TRUE;
}

/* The next thing to tell bars apart by. */
static gboolean
highlight_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  GlaTimeline *self = GLA_TIMELINE (widget);

  g_object_set (self, "highlight", (self->highlight + 1) % GLA_N_TIMELINE_HIGHLIGHTS, NULL);
  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GlaTimeline *self = GLA_TIMELINE (widget);
  gboolean facts;
  guint stop;

  g_variant_get (args, "(b)", &facts);
  if (!gla_timeline_find_focus (self, &stop))
    return FALSE;
  if (facts)
    gla_timeline_show_stop_facts (self, get_stop (self, stop));
  else
    gla_timeline_activate_stop (self, get_stop (self, stop));
  return TRUE;
}

void
gla_timeline_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    guint keypad;
    GlaTimelineRange range;
  } ranges[] =
  {
    { GDK_KEY_1, GDK_KEY_KP_1, GLA_TIMELINE_RANGE_HALF_YEAR },
    { GDK_KEY_2, GDK_KEY_KP_2, GLA_TIMELINE_RANGE_YEAR },
    { GDK_KEY_3, GDK_KEY_KP_3, GLA_TIMELINE_RANGE_TWO_YEARS },
    { GDK_KEY_4, GDK_KEY_KP_4, GLA_TIMELINE_RANGE_ALL },
  };
  static const guint nearer[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint farther[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      gtk_widget_class_add_binding (widget_class, ranges[i].key, 0, range_cb, "(i)",
                                    ranges[i].range);
      gtk_widget_class_add_binding (widget_class, ranges[i].keypad, 0, range_cb, "(i)",
                                    ranges[i].range);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (nearer); i++)
    {
      gtk_widget_class_add_binding (widget_class, nearer[i], 0, zoom_cb, "(d)", ZOOM_STEP);
      gtk_widget_class_add_binding (widget_class, nearer[i], GDK_SHIFT_MASK, zoom_cb, "(d)",
                                    ZOOM_STEP);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (farther); i++)
    gtk_widget_class_add_binding (widget_class, farther[i], 0, zoom_cb, "(d)", 1 / ZOOM_STEP);
  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding (widget_class, enter[i], 0, activate_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_h, 0, highlight_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, activate_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, edge_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, edge_cb, "(b)", TRUE);
}

/* Bars and triangles select; every other figure opens the rows it came from. */
static gboolean
is_figure (const GlaTimelineItem *item)
{
  switch ((int) item->kind)
    {
    case GLA_TIMELINE_ITEM_WAITING:
    case GLA_TIMELINE_ITEM_NOT_JUDGEABLE:
    case GLA_TIMELINE_ITEM_TOLD:
    case GLA_TIMELINE_ITEM_SEEN:
    case GLA_TIMELINE_ITEM_ENDING:
    case GLA_TIMELINE_ITEM_STILL:
    case GLA_TIMELINE_ITEM_NOT_SEEN:
    case GLA_TIMELINE_ITEM_INJECTION:
      return FALSE;
    default:
      return TRUE;
    }
}

static void
focus_cycle (GlaTimeline    *self,
             const GlaCycle *cycle)
{
  GtkWidget *mark = g_hash_table_lookup (self->marks, cycle);

  if (mark != NULL)
    gtk_widget_grab_focus (mark);
  gla_timeline_set_selected (self, cycle);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  GlaTimeline *self = data;
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  const GlaTimelineItem *found;
  GlaTimelineItem item;
  guint stop;

  if (scene == NULL || self->is_dragging)
    return;
  found = gla_timeline_scene_pick (scene, x, y, SLOP);
  if (found == NULL)
    {
      /* Beside all marks: the keys go to the timeline from here on. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }

  /* Selecting lays the scene out anew; a copy outlives that. */
  item = *found;
  if (item.cycle != NULL)
    focus_cycle (self, item.cycle->cycle);
  if (item.cycle != NULL && n_press == 2)
    {
      scene = gla_timeline_get_scene (self);
      if (gla_timeline_scene_find_stop (scene, item.cycle->cycle, &stop))
        gla_timeline_activate_stop (self, get_stop (self, stop));
    }
  else if (n_press == 1 && is_figure (&item))
    {
      gla_timeline_show_facts (self, &item);
    }
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        data)
{
  GlaTimeline *self = data;

  self->drag_from = self->from;
  self->drag_to = self->to;
  self->is_dragging = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        data)
{
  GlaTimeline *self = data;
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  double days;

  if (scene == NULL || self->mode != GLA_TIMELINE_CALENDAR)
    return;
  if (!self->is_dragging)
    {
      if (fabs (dx) < DRAG_THRESHOLD)
        return;
      self->is_dragging = TRUE;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "grabbing");
    }

  /* From where the drag began: rounding does not add up. */
  days = dx * (self->drag_to - self->drag_from) / scene->plot_width;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    days = -days;
  gla_timeline_set_span (self, self->drag_from - days, self->drag_to - days);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          dx,
             double          dy,
             gpointer        data)
{
  gtk_widget_set_cursor (GTK_WIDGET (data), NULL);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  data)
{
  GlaTimeline *self = data;

  self->pointer_x = x;
  self->pointer_y = y;
}

/* Ctrl zooms about the pointer; without it time moves. What can't move any more
 * is left to the page around. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           gpointer                  data)
{
  GlaTimeline *self = data;
  GlaTimelineScene *scene = gla_timeline_get_scene (self);
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  gboolean smooth = gtk_event_controller_scroll_get_unit (controller) == GDK_SCROLL_UNIT_SURFACE;
  double from = self->from;
  double to = self->to;
  double days;

  if (scene == NULL || self->mode != GLA_TIMELINE_CALENDAR)
    return FALSE;
  if ((state & GDK_CONTROL_MASK) != 0)
    {
      gla_timeline_zoom (self, pow (ZOOM_STEP, smooth ? -dy / SMOOTH_STEP : -dy), self->pointer_x);
      return TRUE;
    }

  if (dx == 0)
    dx = dy;
  days = dx * (smooth ? 1 : WHEEL_STEP) / scene->per_day;
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    days = -days;
  gla_timeline_set_span (self, from + days, to + days);
  return self->from != from || self->to != to;
}

void
gla_timeline_add_controllers (GlaTimeline *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll;
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  gtk_widget_add_controller (widget, motion);

  scroll = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (drag_end_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}

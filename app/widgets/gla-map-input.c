/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-private.h"

#include <math.h>
#include <string.h>

#define SLOP 3             /* pixels beside a point that still hit it */
#define DRAG_THRESHOLD 3
#define NUDGE 4            /* thousandths that an arrow with Ctrl moves a point */
#define MAX_TYPED 7        /* digits of an amount: "9999.99" */

/* Hundredths of a unit. */
#define STEP GLA_UNITS (1)
#define SMALL_STEP GLA_UNITS (0.25)

void
gla_map_end_step (GlaMap *self)
{
  g_string_truncate (self->typed, 0);
  self->step = 0;
}

/* Whether a change of a point goes on with the one before. */
static gboolean
continue_step (GlaMap *self,
               guint   mark)
{
  gboolean continues = self->step == mark + 1;

  g_string_truncate (self->typed, 0);
  self->step = mark + 1;
  return continues;
}

/* Units of one more point: as the last one of that area, else as usual. */
static GlaUnits
get_units (GlaMap              *self,
           const GlaFaceRegion *region)
{
  GlaSide side = gla_map_side_of_region (region);
  GlaUsualPoints usual;

  for (guint i = gla_map_model_get_n_marks (self->model); i > 0; i--)
    {
      const GlaMapMark *mark = gla_map_model_get_mark (self->model, i - 1);

      if (strcmp (mark->area, region->area) == 0 && mark->side == side
          && mark->source == self->source)
        return mark->point.units;
    }
  if (gla_map_find_usual (self, region, &usual))
    return gla_units_share (usual.units, usual.count, 0);
  return GLA_UNITS_UNKNOWN;
}

static void
add_point (GlaMap              *self,
           const GlaFaceRegion *region,
           int                  x,
           int                  y)
{
  GlaMapMark mark = { g_intern_string (region->area), gla_map_side_of_region (region),
                      self->source,
                      { g_intern_string (self->face->key), x, y, get_units (self, region) } };

  gla_map_focus_mark (self, gla_map_model_add (self->model, &mark, 1));
}

/* The usual points; without any known, one in the middle. */
static void
fill_region (GlaMap              *self,
             const GlaFaceRegion *region)
{
  g_autoptr (GArray) marks = NULL;
  GlaUsualPoints usual;

  if (gla_map_find_usual (self, region, &usual))
    marks = gla_map_make_spots (self->face, region, self->source, usual.count, usual.units);
  if (marks != NULL && marks->len > 0)
    gla_map_focus_mark (self, gla_map_model_add (self->model, (GlaMapMark *) (gpointer) marks->data,
                                                 marks->len));
}

/* One more point where the picture has the next usual one; beyond these beside the last. */
static void
add_next_point (GlaMap              *self,
                const GlaFaceRegion *region)
{
  g_autoptr (GPtrArray) spots = gla_face_get_spots (self->face, region->area, region->side);
  guint count = gla_map_model_get_total (self->model, region->area,
                                         gla_map_side_of_region (region), self->source, NULL);
  const GlaFaceSpot *spot;

  if (spots->len == 0)
    return;
  spot = g_ptr_array_index (spots, MIN (count, spots->len - 1));
  add_point (self, region, spot->x + (count < spots->len ? 0 : 3 * NUDGE), spot->y);
}

static gboolean
has_points (GlaMap              *self,
            const GlaFaceRegion *region)
{
  return gla_map_model_get_total (self->model, region->area, gla_map_side_of_region (region),
                                  self->source, NULL) > 0;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  const GlaFaceRegion *region;

  self->hover = NULL;
  region = gla_map_get_active (self);
  if (!self->is_editable || region == NULL)
    return FALSE;
  gla_map_end_step (self);
  if (has_points (self, region))
    add_next_point (self, region);
  else
    fill_region (self, region);
  return TRUE;
}

static void
change_units (GlaMap   *self,
              guint     mark,
              GlaUnits  change)
{
  GlaUnits units = gla_map_model_get_mark (self->model, mark)->point.units;
  gboolean continues = continue_step (self, mark);

  units = units == GLA_UNITS_UNKNOWN ? MAX (change, 0) : units + change;
  gla_map_model_set_units (self->model, mark, CLAMP (units, SMALL_STEP, GLA_UNITS_MAX), continues);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  int mark = gla_map_get_focused_mark (self);
  gint64 change;

  g_variant_get (args, "(x)", &change);
  if (!self->is_editable || mark < 0)
    return FALSE;
  change_units (self, (guint) mark, change);
  return TRUE;
}

/* Digits replace the units and then add to what was typed. */
static gboolean
type_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  int mark = gla_map_get_focused_mark (self);
  gboolean continues = self->typed->len > 0;
  GlaUnits units;
  int key;

  g_variant_get (args, "(i)", &key);
  if (!self->is_editable || mark < 0 || self->typed->len >= MAX_TYPED)
    return FALSE;
  if (key == '\b' && !continues)
    return FALSE;
  if (key == '\b')
    g_string_truncate (self->typed, self->typed->len - 1);
  else if (key == '.' && (strchr (self->typed->str, '.') != NULL || !continues))
    return TRUE;
  else
    g_string_append_c (self->typed, (char) key);
  self->step = 0;
  if (self->typed->len == 0)
    gla_map_model_set_units (self->model, (guint) mark, GLA_UNITS_UNKNOWN, TRUE);
  else if (gla_units_parse (self->typed->str, &units))
    gla_map_model_set_units (self->model, (guint) mark, units, continues);
  return TRUE;
}

static gboolean
nudge_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  int mark = gla_map_get_focused_mark (self);
  const GlaMapPoint *point;
  int dx, dy;

  g_variant_get (args, "(ii)", &dx, &dy);
  if (!self->is_editable || mark < 0)
    return FALSE;
  point = &gla_map_model_get_mark (self->model, (guint) mark)->point;
  gla_map_model_move (self->model, (guint) mark, point->x + dx * NUDGE, point->y + dy * NUDGE,
                      continue_step (self, (guint) mark));
  return TRUE;
}

/* The keyboard goes on to the next point of the area, else back to the area. */
static gboolean
remove_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  int mark = gla_map_get_focused_mark (self);
  const GlaFaceRegion *region;

  if (!self->is_editable || mark < 0)
    return FALSE;
  self->hover = NULL;
  region = gla_map_get_active (self);
  gla_map_end_step (self);
  if (region != NULL)
    gla_map_focus_region (self, region);
  gla_map_model_remove (self->model, (guint) mark);
  for (guint i = 0; region != NULL && i < gla_map_model_get_n_marks (self->model); i++)
    {
      guint at = (guint) mark + i;
      const GlaMapMark *next
          = gla_map_model_get_mark (self->model, at % gla_map_model_get_n_marks (self->model));

      if (strcmp (next->area, region->area) != 0
          || next->side != gla_map_side_of_region (region)
          || !gla_map_scene_shows (&self->scene, next))
        continue;
      gla_map_focus_mark (self, at % gla_map_model_get_n_marks (self->model));
      break;
    }
  return TRUE;
}

static gboolean
mirror_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  if (!gla_map_mirror (GLA_MAP (widget)))
    gtk_widget_error_bell (widget);
  return TRUE;
}

static gboolean
undo_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   data)
{
  GlaMap *self = GLA_MAP (widget);
  gboolean redo;

  g_variant_get (args, "(b)", &redo);
  if (!self->is_editable)
    return FALSE;
  gla_map_end_step (self);
  /* A point with the keyboard may vanish; its area stays. */
  if (gla_map_get_focused_mark (self) >= 0 && gla_map_get_active (self) != NULL)
    gla_map_focus_region (self, gla_map_get_active (self));
  if (redo)
    gla_map_model_redo (self->model);
  else
    gla_map_model_undo (self->model);
  return TRUE;
}

static void
bind_digits (GtkWidgetClass *widget_class)
{
  for (int i = 0; i < 10; i++)
    {
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_0 + i), 0, type_cb, "(i)",
                                    '0' + i);
      gtk_widget_class_add_binding (widget_class, (guint) (GDK_KEY_KP_0 + i), 0, type_cb, "(i)",
                                    '0' + i);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_period, 0, type_cb, "(i)", '.');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_comma, 0, type_cb, "(i)", '.');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Decimal, 0, type_cb, "(i)", '.');
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, type_cb, "(i)", '\b');
}

void
gla_map_install_keys (GtkWidgetClass *widget_class)
{
  static const guint enter[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter,
                                 GDK_KEY_space, GDK_KEY_Insert };
  static const guint more[] = { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add };
  static const guint less[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const struct { guint key, keypad; int dx, dy; } arrows[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, 0 },
    { GDK_KEY_Right, GDK_KEY_KP_Right, 1, 0 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, 0, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (enter); i++)
    gtk_widget_class_add_binding (widget_class, enter[i], 0, activate_cb, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (more); i++)
    {
      gtk_widget_class_add_binding (widget_class, more[i], 0, step_cb, "(x)", STEP);
      gtk_widget_class_add_binding (widget_class, more[i], GDK_SHIFT_MASK, step_cb, "(x)", STEP);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (less); i++)
    gtk_widget_class_add_binding (widget_class, less[i], 0, step_cb, "(x)", -STEP);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_CONTROL_MASK, nudge_cb,
                                    "(ii)", arrows[i].dx, arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].keypad, GDK_CONTROL_MASK, nudge_cb,
                                    "(ii)", arrows[i].dx, arrows[i].dy);
    }
  bind_digits (widget_class);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, remove_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_m, 0, mirror_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, undo_cb, "(b)", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                undo_cb, "(b)", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, undo_cb, "(b)", TRUE);
}

static int
pick (GlaMap *self,
      double  x,
      double  y)
{
  guint n_marks = gla_map_model_get_n_marks (self->model);

  return n_marks == 0 ? -1
                      : gla_map_scene_pick_mark (&self->scene,
                                                 gla_map_model_get_mark (self->model, 0), n_marks,
                                                 x, y, SLOP);
}

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               gpointer        data)
{
  GlaMap *self = data;

  self->is_dragging = FALSE;
  self->dragged = pick (self, x, y);
  if (self->dragged >= 0)
    gla_map_focus_mark (self, (guint) self->dragged);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          dx,
                double          dy,
                gpointer        data)
{
  GlaMap *self = data;
  gboolean continues = self->is_dragging;
  double from_x, from_y;
  int x, y;

  if (self->dragged < 0 || (!continues && hypot (dx, dy) < DRAG_THRESHOLD))
    return;
  self->is_dragging = TRUE;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gla_map_end_step (self);
  gtk_gesture_drag_get_start_point (gesture, &from_x, &from_y);
  gla_map_scene_get_point (&self->scene, from_x + dx, from_y + dy, &x, &y);
  gla_map_model_move (self->model, (guint) self->dragged, x, y, continues);
}

static void
released_cb (GtkGestureClick *gesture,
             int              n_press,
             double           x,
             double           y,
             gpointer         data)
{
  GlaMap *self = data;
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  const GlaFaceRegion *region = gla_map_scene_pick_region (&self->scene, x, y);
  int point_x, point_y;

  if (self->is_dragging || self->dragged >= 0)
    return;
  gla_map_end_step (self);
  if (region == NULL)
    {
      /* Beside everything: the keys go to the map from here on. */
      if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL)
        gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
      return;
    }
  gla_map_scene_get_point (&self->scene, x, y, &point_x, &point_y);
  if (has_points (self, region) || (state & GDK_CONTROL_MASK) != 0)
    add_point (self, region, point_x, point_y);
  else
    fill_region (self, region);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double                    x,
           double                    y,
           gpointer                  data)
{
  GlaMap *self = data;
  const GlaFaceRegion *hover
      = pick (self, x, y) < 0 ? gla_map_scene_pick_region (&self->scene, x, y) : NULL;

  /* The toolkit tells of a pointer that rests whenever something below it changes. */
  if (self->pointer_x == x && self->pointer_y == y)
    return;
  self->pointer_x = x;
  self->pointer_y = y;
  if (hover == self->hover)
    return;
  self->hover = hover;
  gla_map_update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
leave_cb (GtkEventControllerMotion *controller,
          gpointer                  data)
{
  GlaMap *self = data;

  self->hover = NULL;
  gla_map_update_status (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Over a point the wheel changes its units; elsewhere it is left to the page around. */
static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double                    dx,
           double                    dy,
           gpointer                  data)
{
  GlaMap *self = data;
  GdkModifierType state
    = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  int mark = pick (self, self->pointer_x, self->pointer_y);
  GlaUnits change = (state & GDK_SHIFT_MASK) != 0 ? SMALL_STEP : STEP;

  if (mark < 0 || dy == 0)
    return FALSE;
  if (mark != gla_map_get_focused_mark (self))
    gla_map_focus_mark (self, (guint) mark);
  change_units (self, (guint) mark, dy < 0 ? change : -change);
  return TRUE;
}

void
gla_map_add_controllers (GlaMap *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL
                                       | GTK_EVENT_CONTROLLER_SCROLL_DISCRETE);
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_object (motion, "motion", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "enter", G_CALLBACK (motion_cb), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (leave_cb), self, 0);
  gtk_widget_add_controller (widget, motion);

  g_signal_connect_object (scroll, "scroll", G_CALLBACK (scroll_cb), self, 0);
  gtk_widget_add_controller (widget, scroll);

  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (click, "released", G_CALLBACK (released_cb), self, 0);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_group (drag, click);
}

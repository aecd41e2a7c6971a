/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-compare.h"

#include "gla-photo-frame.h"

#include <math.h>

/* Of the frames of two pictures beside each other, in pixels. */
#define GAP 6

/* How near to the line a drag takes it along. */
#define REACH 24

#define HANDLE 14
#define STEP 40           /* pixels that an arrow moves */
#define LINE_STEP 0.02
#define ZOOM_STEP 1.25

struct _GlaPhotoCompare
{
  GtkWidget parent_instance;

  /* Owned */
  GdkTexture *left;
  GdkTexture *right;

  GlaPhotoFrame frame;
  double line;
  gboolean is_wipe;

  /* The drag and the pointer */
  gboolean moves_line;
  double drag_x;
  double drag_y;
  double pointer_x;
  double pointer_y;
};

enum { PROP_WIPE = 1, PROP_LINE, PROP_ZOOM, N_PROPS };
static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GlaPhotoCompare, gla_photo_compare, GTK_TYPE_WIDGET)

/* The frame of the left or the right picture. */
static GlaPhotoBox
get_box (GlaPhotoCompare *self,
         gboolean         is_right)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double half = (width - GAP) / 2.0;
  GlaPhotoBox box = { 0, 0, width, gtk_widget_get_height (GTK_WIDGET (self)) };

  if (self->is_wipe)
    return box;
  box.width = MAX (half, 1.0);
  box.x = is_right ? half + GAP : 0.0;
  return box;
}

static gboolean
is_right_at (GlaPhotoCompare *self,
             double           x)
{
  return !self->is_wipe && x > gtk_widget_get_width (GTK_WIDGET (self)) / 2.0;
}

/* The picture by which zoom and place are reckoned: the one at the pointer, if there is one. */
static GdkTexture *
get_reference (GlaPhotoCompare *self,
               gboolean         is_right)
{
  GdkTexture *wanted = is_right ? self->right : self->left;
  GdkTexture *other = is_right ? self->left : self->right;

  return wanted != NULL ? wanted : other;
}

static double
get_line_x (GlaPhotoCompare *self)
{
  return self->line * gtk_widget_get_width (GTK_WIDGET (self));
}

/* A screen reader is told in words what is otherwise seen. */
static void
frame_changed (GlaPhotoCompare *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static void
zoom_about (GlaPhotoCompare *self,
            double           factor,
            double           x,
            double           y)
{
  gboolean is_right = is_right_at (self, x);
  GdkTexture *reference = get_reference (self, is_right);
  GlaPhotoBox box = get_box (self, is_right);

  if (reference == NULL)
    return;
  gla_photo_frame_zoom (&self->frame, factor, x, y, gdk_texture_get_width (reference),
                        gdk_texture_get_height (reference), &box);
  frame_changed (self);
}

static gboolean
pan (GlaPhotoCompare *self,
     double           dx,
     double           dy)
{
  GdkTexture *reference = get_reference (self, FALSE);
  GlaPhotoBox box = get_box (self, FALSE);

  if (reference == NULL)
    return FALSE;
  gla_photo_frame_pan (&self->frame, dx, dy, gdk_texture_get_width (reference),
                       gdk_texture_get_height (reference), &box);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static void
set_line (GlaPhotoCompare *self,
          double           line)
{
  line = CLAMP (line, 0.0, 1.0);
  if (line == self->line)
    return;
  self->line = line;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LINE]);
}

static void
set_wipe (GlaPhotoCompare *self,
          gboolean         is_wipe)
{
  if (is_wipe == self->is_wipe)
    return;
  self->is_wipe = is_wipe;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WIPE]);
}

/* Painting */

static void
paint_picture (GlaPhotoCompare *self,
               GtkSnapshot     *snapshot,
               GdkTexture      *texture,
               GlaPhotoBox      box,
               double           from,
               double           to)
{
  GlaPhotoBox place;

  if (texture == NULL || to <= from)
    return;
  place = gla_photo_frame_place (&self->frame, gdk_texture_get_width (texture),
                                 gdk_texture_get_height (texture), &box);
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) from, (float) box.y, (float) (to - from),
                                               (float) box.height));
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT ((float) place.x, (float) place.y,
                                                    (float) place.width, (float) place.height));
  gtk_snapshot_pop (snapshot);
}

/* White with a dark edge, which is seen on any picture. */
static void
paint_line (GlaPhotoCompare *self,
            GtkSnapshot     *snapshot,
            double           x,
            double           height)
{
  const GdkRGBA dark = { 0, 0, 0, 0.6f };
  const GdkRGBA light = { 1, 1, 1, 1 };
  const graphene_rect_t knob = GRAPHENE_RECT_INIT ((float) x - HANDLE,
                                                   (float) height / 2 - HANDLE, 2 * HANDLE,
                                                   2 * HANDLE);
  const float widths[4] = { 2, 2, 2, 2 };
  const GdkRGBA edges[4] = { dark, dark, dark, dark };
  GskRoundedRect outline;

  gtk_snapshot_append_color (snapshot, &dark,
                             &GRAPHENE_RECT_INIT ((float) x - 2, 0, 4, (float) height));
  gtk_snapshot_append_color (snapshot, &light,
                             &GRAPHENE_RECT_INIT ((float) x - 1, 0, 2, (float) height));
  gsk_rounded_rect_init_from_rect (&outline, &knob, HANDLE);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &light, &knob);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &outline, widths, edges);
}

static void
gla_photo_compare_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GlaPhotoCompare *self = GLA_PHOTO_COMPARE (widget);
  GlaPhotoBox left = get_box (self, FALSE);
  GlaPhotoBox right = get_box (self, TRUE);
  double line = get_line_x (self);

  if (!self->is_wipe)
    {
      paint_picture (self, snapshot, self->left, left, left.x, left.x + left.width);
      paint_picture (self, snapshot, self->right, right, right.x, right.x + right.width);
      return;
    }
  paint_picture (self, snapshot, self->left, left, 0, line);
  paint_picture (self, snapshot, self->right, right, line, right.width);
  paint_line (self, snapshot, line, left.height);
}

/* Keys and pointer */

static gboolean
zoom_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  gla_photo_compare_zoom (GLA_PHOTO_COMPARE (widget), g_variant_get_double (args));
  return TRUE;
}

static gboolean
pan_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   user_data)
{
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  return pan (GLA_PHOTO_COMPARE (widget), dx, dy);
}

static gboolean
line_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  GlaPhotoCompare *self = GLA_PHOTO_COMPARE (widget);

  if (!self->is_wipe)
    return FALSE;
  set_line (self, self->line + g_variant_get_double (args));
  return TRUE;
}

static void
motion_cb (GlaPhotoCompare *self,
           double           x,
           double           y)
{
  gboolean is_near = self->is_wipe && fabs (x - get_line_x (self)) <= REACH;

  self->pointer_x = x;
  self->pointer_y = y;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), is_near ? "col-resize" : "grab");
}

static gboolean
scroll_cb (GlaPhotoCompare *self,
           double           dx,
           double           dy)
{
  zoom_about (self, pow (ZOOM_STEP, -dy), self->pointer_x, self->pointer_y);
  return TRUE;
}

static void
drag_begin_cb (GlaPhotoCompare *self,
               double           x,
               double           y)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  self->moves_line = self->is_wipe && fabs (x - get_line_x (self)) <= REACH;
  self->drag_x = 0;
  self->drag_y = 0;
}

static void
drag_update_cb (GlaPhotoCompare *self,
                double           dx,
                double           dy,
                GtkGestureDrag  *gesture)
{
  double x, y;

  if (self->moves_line && gtk_gesture_drag_get_start_point (gesture, &x, &y))
    set_line (self, (x + dx) / MAX (1, gtk_widget_get_width (GTK_WIDGET (self))));
  else
    pan (self, dx - self->drag_x, dy - self->drag_y);
  self->drag_x = dx;
  self->drag_y = dy;
}

static void
gla_photo_compare_get_property (GObject    *object,
                                guint       property_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  GlaPhotoCompare *self = GLA_PHOTO_COMPARE (object);

  switch (property_id)
    {
    case PROP_WIPE:
      g_value_set_boolean (value, self->is_wipe);
      break;
    case PROP_LINE:
      g_value_set_double (value, self->line);
      break;
    case PROP_ZOOM:
      g_value_set_double (value, self->frame.zoom);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gla_photo_compare_set_property (GObject      *object,
                                guint         property_id,
                                const GValue *value,
                                GParamSpec   *pspec)
{
  GlaPhotoCompare *self = GLA_PHOTO_COMPARE (object);

  switch (property_id)
    {
    case PROP_WIPE:
      set_wipe (self, g_value_get_boolean (value));
      break;
    case PROP_LINE:
      set_line (self, g_value_get_double (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
gla_photo_compare_dispose (GObject *object)
{
  GlaPhotoCompare *self = GLA_PHOTO_COMPARE (object);

  g_clear_object (&self->left);
  g_clear_object (&self->right);

  G_OBJECT_CLASS (gla_photo_compare_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    double factor;
  } zooms[] = {
    { GDK_KEY_plus, ZOOM_STEP }, { GDK_KEY_KP_Add, ZOOM_STEP }, { GDK_KEY_equal, ZOOM_STEP },
    { GDK_KEY_minus, 1 / ZOOM_STEP }, { GDK_KEY_KP_Subtract, 1 / ZOOM_STEP },
    { GDK_KEY_0, 0 }, { GDK_KEY_KP_0, 0 },
  };
  static const struct
  {
    guint key;
    double dx;
    double dy;
  } pans[] = {
    { GDK_KEY_Left, STEP, 0 }, { GDK_KEY_Right, -STEP, 0 },
    { GDK_KEY_Up, 0, STEP },   { GDK_KEY_Down, 0, -STEP },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (zooms); i++)
    gtk_widget_class_add_binding (widget_class, zooms[i].key, 0, zoom_key_cb, "d",
                                  zooms[i].factor);
  for (gsize i = 0; i < G_N_ELEMENTS (pans); i++)
    gtk_widget_class_add_binding (widget_class, pans[i].key, 0, pan_key_cb, "(dd)", pans[i].dx,
                                  pans[i].dy);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, line_key_cb, "d",
                                -LINE_STEP);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, line_key_cb, "d",
                                LINE_STEP);
}

static void
gla_photo_compare_class_init (GlaPhotoCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = gla_photo_compare_get_property;
  object_class->set_property = gla_photo_compare_set_property;
  object_class->dispose = gla_photo_compare_dispose;
  widget_class->snapshot = gla_photo_compare_snapshot;

  properties[PROP_WIPE] = g_param_spec_boolean ("wipe", NULL, NULL, FALSE, flags);
  properties[PROP_LINE] = g_param_spec_double ("line", NULL, NULL, 0, 1, 0.5, flags);
  properties[PROP_ZOOM]
    = g_param_spec_double ("zoom", NULL, NULL, 1, GLA_PHOTO_MAX_ZOOM, 1,
                           G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "photocompare");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gla_photo_compare_init (GlaPhotoCompare *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll
    = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  GtkGesture *drag = gtk_gesture_drag_new ();

  gla_photo_frame_reset (&self->frame);
  self->line = 0.5;
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_widget_add_controller (widget, scroll);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
}

GtkWidget *
gla_photo_compare_new (void)
{
  return g_object_new (GLA_TYPE_PHOTO_COMPARE, NULL);
}

void
gla_photo_compare_set_pictures (GlaPhotoCompare *self,
                                GdkTexture      *left,
                                GdkTexture      *right)
{
  g_return_if_fail (GLA_IS_PHOTO_COMPARE (self));

  g_set_object (&self->left, left);
  g_set_object (&self->right, right);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
gla_photo_compare_zoom (GlaPhotoCompare *self,
                        double           factor)
{
  GlaPhotoBox box;

  g_return_if_fail (GLA_IS_PHOTO_COMPARE (self));

  if (factor > 0)
    {
      box = get_box (self, FALSE);
      zoom_about (self, factor, box.x + box.width / 2, box.y + box.height / 2);
      return;
    }
  gla_photo_frame_reset (&self->frame);
  frame_changed (self);
}

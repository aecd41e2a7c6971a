/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Two pictures by keys and pointer in a real window, and what is painted. */

#include "config.h"

#include "gla-accessible.h"
#include "gla-photo-compare.h"
#include "gla-test-pointer.h"
#include "gla-test-ui.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *compare;
} Fixture;

static GdkTexture *
new_texture (guint32 color)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 40, 30);

  gdk_pixbuf_fill (pixbuf, color);
  return gdk_texture_new_for_pixbuf (pixbuf);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GdkTexture) red = new_texture (0xff0000ff);
  g_autoptr (GdkTexture) blue = new_texture (0x0000ffff);

  self->compare = gla_photo_compare_new ();
  gla_accessible_set_label (self->compare, "Two photos");
  gla_photo_compare_set_pictures (GLA_PHOTO_COMPARE (self->compare), red, blue);
  self->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 800, "default-height", 400,
                               "content", self->compare, NULL);
  gla_test_present (self->window);
  gla_test_focus (self->window);
  gtk_widget_grab_focus (self->compare);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (self->window);
}

static double
get_double (Fixture    *self,
            const char *name)
{
  double value;

  g_object_get (self->compare, name, &value, NULL);
  return value;
}

/* The colour that is painted there, places from 0 to 1. */
static void
get_color (Fixture *self,
           double   x,
           double   y,
           guint8   color[4])
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (self->compare);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  int width = gtk_widget_get_width (self->compare);
  int height = gtk_widget_get_height (self->compare);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  const guint8 *pixel;

  gdk_paintable_snapshot (paintable, snapshot, width, height);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  pixel = cairo_image_surface_get_data (surface)
          + (int) (y * (height - 1)) * cairo_image_surface_get_stride (surface)
          + (int) (x * (width - 1)) * 4;
  memcpy (color, pixel, 4);
  g_clear_pointer (&node, gsk_render_node_unref);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static gboolean
is_color (Fixture *self,
          double   x,
          gboolean red,
          gboolean blue)
{
  guint8 color[4]; /* blue, green, red */

  get_color (self, x, 0.3, color);
  return (color[2] > 200) == red && (color[0] > 200) == blue;
}

static void
test_sides (Fixture       *self,
            gconstpointer  data)
{
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.25, TRUE, FALSE));
  g_assert_true (is_color (self, 0.75, FALSE, TRUE));
  gla_test_assert_named (self->compare);
}

/* The line goes where it is dragged and by the keys, and there the other picture begins. */
static void
test_wipe (Fixture       *self,
           gconstpointer  data)
{
  gla_test_key ("<Control>Right");
  g_assert_cmpfloat (get_double (self, "line"), ==, 0.5);
  g_object_set (self->compare, "wipe", TRUE, NULL);
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.4, TRUE, FALSE));
  g_assert_true (is_color (self, 0.6, FALSE, TRUE));
  gla_test_drag (self->compare, 0.5, 0.8, 0.7, 0.8);
  g_assert_cmpfloat_with_epsilon (get_double (self, "line"), 0.7, 0.02);
  g_assert_true (is_color (self, 0.6, TRUE, FALSE));
  for (int i = 0; i < 8; i++)
    gla_test_key ("<Control>Left");
  g_assert_cmpfloat_with_epsilon (get_double (self, "line"), 0.54, 0.03);
  g_assert_true (is_color (self, 0.63, FALSE, TRUE));
}

static void
test_zoom (Fixture       *self,
           gconstpointer  data)
{
  /* Beside the picture, which is as high as the window and less wide than its half. */
  g_object_set (self->compare, "wipe", TRUE, "line", 1.0, NULL);
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.05, FALSE, FALSE));
  gla_test_key ("plus");
  g_assert_cmpfloat_with_epsilon (get_double (self, "zoom"), 1.25, 1e-9);
  gla_test_wheel (self->compare, 0.5, 0.5, 3);
  g_assert_cmpfloat (get_double (self, "zoom"), >, 1.5);
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.05, TRUE, FALSE));
  gla_test_key ("Left");
  gla_test_key ("minus");
  gla_test_key ("0");
  g_assert_cmpfloat (get_double (self, "zoom"), ==, 1.0);
}

/* A day without a photo, and none at all. */
static void
test_none (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr (GdkTexture) blue = new_texture (0x0000ffff);

  gla_photo_compare_set_pictures (GLA_PHOTO_COMPARE (self->compare), NULL, blue);
  gla_test_key ("plus");
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.25, FALSE, FALSE));
  g_assert_true (is_color (self, 0.75, FALSE, TRUE));
  gla_photo_compare_set_pictures (GLA_PHOTO_COMPARE (self->compare), NULL, NULL);
  gla_test_key ("plus");
  gla_test_key ("Left");
  gla_test_frames (self->compare, 2);
  g_assert_true (is_color (self, 0.75, FALSE, FALSE));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/widgets/photo-compare/sides", test_sides);
  TEST ("/widgets/photo-compare/wipe", test_wipe);
  TEST ("/widgets/photo-compare/zoom", test_zoom);
  TEST ("/widgets/photo-compare/none", test_none);
  return g_test_run ();
}

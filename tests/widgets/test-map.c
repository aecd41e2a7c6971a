/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map.h"
#include "gla-test-pointer.h"
#include "gla-test-ui.h"

typedef struct
{
  GtkWindow *window;
  GtkWidget *map;
  GlaMapModel *model;
  GlaCatalogue *catalogue;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autoptr (GError) error = NULL;

  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  self->model = gla_map_model_new ();
  self->map = gla_map_new (self->catalogue, self->model, g_strcmp0 (data, "read-only") != 0);
  gla_map_set_usual (GLA_MAP (self->map), 0, "ona", GLA_REGION_US, GLA_DOSE_FOR_WOMEN);
  gtk_widget_set_vexpand (self->map, TRUE);
  self->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (self->window, 480, 660);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), self->map);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("After"));
  gtk_window_set_child (self->window, box);
  gla_test_present (self->window);
  gla_test_focus (self->window);
  /* The pointer rests where there is nothing, wherever the last test left it. */
  gla_test_wheel (self->map, 0.01, 0.01, 0);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_test_destroy (self->window);
  g_assert_finalize_object (self->model);
  gla_catalogue_unref (self->catalogue);
}

/* A place of the picture as a share of the widget, which is wider or higher than it. */
static void
get_share (Fixture *self,
           int      x,
           int      y,
           double  *share_x,
           double  *share_y)
{
  double width = gtk_widget_get_width (self->map);
  double height = gtk_widget_get_height (self->map);
  GlaMapPoint point = { "front", x, y, 0 };
  GlaMapScene scene;

  gla_map_scene_init (&scene, gla_map_get_face (GLA_MAP (self->map)), width, height);
  gla_map_scene_get_place (&scene, &point, share_x, share_y);
  *share_x /= width;
  *share_y /= height;
}

static void
click (Fixture *self,
       int      x,
       int      y)
{
  double share_x, share_y;

  get_share (self, x, y, &share_x, &share_y);
  gla_test_click (self->map, share_x, share_y);
}

static GtkWidget *
get_focus (Fixture *self)
{
  return gtk_window_get_focus (self->window);
}

static GlaUnits
get_total (Fixture    *self,
           const char *area,
           GlaSide     side,
           guint       count)
{
  GlaUnits units;

  g_assert_cmpuint (gla_map_model_get_total (self->model, area, side, 0, &units), ==, count);
  return units;
}

/* What a screen reader says: each point and area is a button with a name. */
static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  static const char *const names[] = {
    "Glabella, middle, 4 units, point 1 of 5", "Glabella, right, 4 units, point 2 of 5",
    "Glabella, left, 4 units, point 3 of 5", "Glabella: 20 U in 5 points; usual: 20 U in 5 points (label)",
    "Crow's feet, left: no points; usual: 12 U in 3 points (label)",
    "Chin: no points; usual: 4 U in 1 point (unverified)",
  };

  click (self, 500, 446);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GtkWidget *stop = gla_test_find (self->map, names[i]);

      g_test_message ("%s", names[i]);
      g_assert_nonnull (stop);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (stop), GTK_ACCESSIBLE_ROLE_BUTTON);
      g_assert_true (gtk_widget_get_focusable (stop));
    }
  gla_test_assert_named (self->map);
  gla_test_screenshot (self->map, "map-names");
}

/* A click on an area fills it; a click where there are points adds one, and on a point takes it. */
static void
test_click (Fixture       *self,
            gconstpointer  data)
{
  click (self, 500, 446);
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (20));
  click (self, 742, 500);
  g_assert_cmpint (get_total (self, "LCL", GLA_SIDE_LEFT, 3), ==, GLA_UNITS (12));
  g_assert_cmpint (get_total (self, "LCL", GLA_SIDE_RIGHT, 0), ==, GLA_UNITS_UNKNOWN);
  click (self, 500, 410);
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 6), ==, GLA_UNITS (24));
  click (self, 500, 410);
  get_total (self, "GLAB", GLA_SIDE_BOTH, 6);
  /* Beside all areas nothing happens. */
  click (self, 500, 560);
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 9);
}

static void
test_pointer (Fixture       *self,
              gconstpointer  data)
{
  double from_x, from_y, to_x, to_y;
  const GlaMapMark *mark;

  click (self, 500, 846);
  get_share (self, 500, 846, &from_x, &from_y);
  get_share (self, 520, 830, &to_x, &to_y);
  gla_test_drag (self->map, from_x, from_y, to_x, to_y);
  mark = gla_map_model_get_mark (self->model, 0);
  g_assert_cmpint (ABS (mark->point.x - 520), <=, 3);
  g_assert_cmpint (ABS (mark->point.y - 830), <=, 3);
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 1);

  gla_test_wheel (self->map, to_x, to_y, 3);
  g_assert_cmpint (get_total (self, "MENT", GLA_SIDE_BOTH, 1), ==, GLA_UNITS (7));
  gla_test_wheel (self->map, to_x, to_y, -20);
  g_assert_cmpint (get_total (self, "MENT", GLA_SIDE_BOTH, 1), ==, GLA_UNITS (0.25));

  /* The drag and each run of the wheel are one step. */
  gla_test_key ("<Control>z");
  g_assert_cmpint (get_total (self, "MENT", GLA_SIDE_BOTH, 1), ==, GLA_UNITS (4));
  gla_test_key ("<Control>z");
  g_assert_cmpint (gla_map_model_get_mark (self->model, 0)->point.x, ==, 500);
  gla_test_key ("<Control>z");
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 0);
  gla_test_key ("<Control><Shift>z");
  gla_test_key ("<Control>y");
  g_assert_cmpint (ABS (gla_map_model_get_mark (self->model, 0)->point.x - 520), <=, 3);
}

/* All of it without the pointer. */
static void
test_keyboard (Fixture       *self,
               gconstpointer  data)
{
  gla_test_key ("Tab");
  g_assert_true (gtk_widget_get_parent (get_focus (self)) == self->map);
  g_assert_cmpstr (gla_map_get_status (GLA_MAP (self->map)), ==,
                   "Forehead: no points; usual: 20 U in 5 points (label)");
  gla_test_key ("Down");
  g_assert_cmpstr (gla_map_get_status (GLA_MAP (self->map)), ==,
                   "Glabella: no points; usual: 20 U in 5 points (label)");
  gla_test_key ("Return");
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (20));
  g_assert_cmpstr (gla_map_get_status (GLA_MAP (self->map)), ==,
                   "Glabella, middle, 4 units, point 1 of 5");

  gla_test_type ("7.5");
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (23.5));
  gla_test_key ("BackSpace");
  gla_test_key ("BackSpace");
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (23));
  gla_test_key ("plus");
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (24));
  gla_test_key ("minus");
  gla_test_key ("minus");
  g_assert_cmpint (get_total (self, "GLAB", GLA_SIDE_BOTH, 5), ==, GLA_UNITS (22));

  gla_test_key ("<Control>Right");
  gla_test_key ("<Control>Up");
  g_assert_cmpint (gla_map_model_get_mark (self->model, 0)->point.x, ==, 504);
  g_assert_cmpint (gla_map_model_get_mark (self->model, 0)->point.y, ==, 442);

  gla_test_key ("Delete");
  get_total (self, "GLAB", GLA_SIDE_BOTH, 4);
  g_assert_cmpstr (gla_map_get_status (GLA_MAP (self->map)), ==,
                   "Glabella, right, 4 units, point 1 of 4");
  gla_test_key ("<Control>z");
  get_total (self, "GLAB", GLA_SIDE_BOTH, 5);
  /* Enter on the area adds the next usual point. */
  gla_test_key ("Return");
  get_total (self, "GLAB", GLA_SIDE_BOTH, 6);

  gla_test_key ("Tab");
  g_assert_true (gtk_widget_get_parent (get_focus (self)) != self->map);
}

static void
test_mirror (Fixture       *self,
             gconstpointer  data)
{
  click (self, 742, 500);
  gla_test_key ("9");
  gla_test_key ("m");
  g_assert_cmpint (get_total (self, "LCL", GLA_SIDE_RIGHT, 3), ==,
                   get_total (self, "LCL", GLA_SIDE_LEFT, 3));
  g_assert_cmpint (get_total (self, "LCL", GLA_SIDE_RIGHT, 3), ==, GLA_UNITS (17));
  gla_test_key ("<Control>z");
  get_total (self, "LCL", GLA_SIDE_RIGHT, 0);
}

/* Every area of every picture is filled from the keyboard. */
static void
test_views (Fixture       *self,
            gconstpointer  data)
{
  const GPtrArray *faces = gla_faces_get_all (gla_faces_get_default ());

  for (guint i = 0; i < faces->len; i++)
    {
      const GlaFace *face = g_ptr_array_index (faces, i);

      gla_map_model_load (self->model, NULL, 0);
      gla_map_set_view (GLA_MAP (self->map), face->key);
      gla_test_frames (self->map, 1);
      for (guint k = 0; k < face->regions->len; k++)
        {
          const GlaFaceRegion *region = g_ptr_array_index (face->regions, k);
          GtkWidget *stop = gtk_widget_get_first_child (self->map);

          for (guint n = 0; n < k; n++)
            stop = gtk_widget_get_next_sibling (stop);
          gtk_widget_grab_focus (stop);
          gla_test_key ("Return");
          g_test_message ("%s: %s", face->key, region->area);
          g_assert_cmpuint (gla_map_model_get_total (self->model, region->area,
                                                     gla_map_side_of_region (region), 0, NULL),
                            >, 0);
        }
      gla_test_screenshot (self->map, face->key);
    }
  gla_map_set_view (GLA_MAP (self->map), "nowhere");
  g_assert_cmpstr (gla_map_get_face (GLA_MAP (self->map))->key, ==, "calf");
}

static void
test_dangers (Fixture       *self,
              gconstpointer  data)
{
  g_autofree char *none = gla_map_dup_danger (GLA_MAP (self->map));
  g_autofree char *text = NULL;

  g_assert_null (none);
  click (self, 500, 446);
  gla_map_set_show_dangers (GLA_MAP (self->map), TRUE);
  text = gla_map_dup_danger (GLA_MAP (self->map));
  g_assert_true (g_str_has_prefix (text, "Eyelid ptosis: stay at least 1 cm above the bony rim or "
                                         "mid-brow, off the levator (L16, L20)\n"));
  gla_test_frames (self->map, 1);
  gla_test_screenshot (self->map, "map-dangers");
}

/* In a record nothing can be changed; points can be read. */
static void
test_read_only (Fixture       *self,
                gconstpointer  data)
{
  GlaMapMark mark = { "MENT", GLA_SIDE_BOTH, 0, { "front", 500, 846, GLA_UNITS (6) } };

  gla_map_model_load (self->model, &mark, 1);
  click (self, 500, 446);
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 1);
  gtk_widget_grab_focus (gla_test_find (self->map, "Chin, middle, 6 units, point 1 of 1"));
  gla_test_key ("8");
  gla_test_key ("Delete");
  gla_test_key ("m");
  gla_test_key ("<Control>Right");
  gla_test_key ("Return");
  g_assert_cmpuint (gla_map_model_get_n_marks (self->model), ==, 1);
  g_assert_cmpint (gla_map_model_get_mark (self->model, 0)->point.units, ==, GLA_UNITS (6));
  g_assert_cmpint (gla_map_model_get_mark (self->model, 0)->point.x, ==, 500);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *, gconstpointer);
    const char *data;
  } tests[] = {
    { "/map/names", test_names, NULL },
    { "/map/click", test_click, NULL },
    { "/map/pointer", test_pointer, NULL },
    { "/map/keyboard", test_keyboard, NULL },
    { "/map/mirror", test_mirror, NULL },
    { "/map/views", test_views, NULL },
    { "/map/dangers", test_dangers, NULL },
    { "/map/read-only", test_read_only, "read-only" },
  };

  gla_test_ui_init (&argc, &argv);
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, tests[i].data, set_up, tests[i].test, tear_down);
  return g_test_run ();
}

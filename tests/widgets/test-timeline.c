/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-drawn.h"
#include "gla-test-history.h"
#include "gla-test-ui.h"
#include "gla-timeline-private.h"
#include "gla-timeline-mark.h"
#include "gla-timeline-table.h"

#include <math.h>

typedef struct
{
  GtkWindow *window;
  GtkWidget *timeline;
  GlaCycles *cycles;
  const GlaCycle *selected;
  const GlaCycle *activated;
  int record_kind;
  char *record_id;
} Fixture;

static void
selected_cb (GtkWidget *timeline,
             gpointer   cycle,
             Fixture   *fixture)
{
  fixture->selected = cycle;
}

static void
activated_cb (GtkWidget *timeline,
              gpointer   cycle,
              Fixture   *fixture)
{
  fixture->activated = cycle;
}

static void
record_cb (GtkWidget  *timeline,
           int         kind,
           const char *id,
           Fixture    *fixture)
{
  fixture->record_kind = kind;
  g_free (fixture->record_id);
  fixture->record_id = g_strdup (id);
}

static const char script[] =
  "t 300 a FRON ona 10;t 420 b FRON ona 10;t 540 c FRON ona 10;"
  "g 300 FRON 2;g 315 FRON 1;g 390 FRON 2;g 555 FRON 1;"
  "t 410 d GLAB ona 20;g 410 GLAB 3;g 424 GLAB 1;g 480 GLAB 1;g 500 GLAB 3;t 550 e GLAB ona 20;"
  "e 430 GLAB bruise;x 350 MENT abo-p 60";

#define TODAY 600

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 900, 600);
  fixture->cycles = gla_drawn_cycles (script, TODAY);
  fixture->timeline = gla_timeline_new ();
  if (g_strcmp0 (data, "rtl") == 0)
    gtk_widget_set_direction (fixture->timeline, GTK_TEXT_DIR_RTL);
  gla_timeline_set_cycles (GLA_TIMELINE (fixture->timeline), fixture->cycles,
                           gla_drawn_catalogue ());
  g_signal_connect (fixture->timeline, "cycle-selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect (fixture->timeline, "cycle-activated", G_CALLBACK (activated_cb), fixture);
  g_signal_connect (fixture->timeline, "record-activated", G_CALLBACK (record_cb), fixture);

  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("Before"));
  gtk_box_append (GTK_BOX (box), fixture->timeline);
  gtk_box_append (GTK_BOX (box), gtk_button_new_with_label ("After"));
  gtk_window_set_child (fixture->window, box);
  gla_test_present (fixture->window);
  gla_test_focus (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_cycles_unref (fixture->cycles);
  g_free (fixture->record_id);
}

static GtkWidget *
find_mark (Fixture    *fixture,
           gpointer    key)
{
  for (GtkWidget *child = gtk_widget_get_first_child (fixture->timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GLA_IS_TIMELINE_MARK (child)
        && gla_timeline_mark_get_key (GLA_TIMELINE_MARK (child)) == key)
      return child;
  return NULL;
}

static GlaCycle *
get_cycle (Fixture    *fixture,
           const char *treatment,
           const char *area)
{
  return (GlaCycle *) gla_cycles_find (fixture->cycles, treatment, area);
}

static gboolean
has_focus (gpointer data)
{
  return gtk_widget_has_focus (data);
}

static void
assert_focus (Fixture    *fixture,
              const char *treatment,
              const char *area)
{
  GtkWidget *mark = find_mark (fixture, get_cycle (fixture, treatment, area));

  g_assert_nonnull (mark);
  if (!gla_test_wait (has_focus, mark, GLA_TEST_PATIENCE))
    g_error ("%s %s has no focus", treatment, area);
  g_assert_true (fixture->selected == get_cycle (fixture, treatment, area));
}

/* By the keyboard, from what stands before. */
static void
enter (Fixture *fixture)
{
  gtk_widget_grab_focus (gtk_widget_get_prev_sibling (fixture->timeline));
  gla_test_key ("Tab");
  assert_focus (fixture, "c", "FRON");
}

/* Each cycle is a button that says in one line what happened. */
static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  const GlaHistory *history = fixture->cycles->history;

  for (guint i = 0; i < fixture->cycles->cycles->len; i++)
    {
      GlaCycle *cycle = g_ptr_array_index (fixture->cycles->cycles, i);
      GtkWidget *mark = find_mark (fixture, cycle);
      g_autofree char *label = gla_cycle_describe (cycle, gla_drawn_catalogue ());

      g_assert_nonnull (mark);
      gtk_test_accessible_assert_role (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_ROLE_BUTTON);
      gtk_test_accessible_assert_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                           label);
      g_assert_true (gtk_widget_get_focusable (mark));
    }
  g_assert_nonnull (find_mark (fixture, g_ptr_array_index (history->exposures, 0)));
  g_assert_nonnull (find_mark (fixture, g_ptr_array_index (history->adverse_events, 0)));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (fixture->timeline), GTK_ACCESSIBLE_ROLE_GROUP);
  gla_test_assert_named (fixture->timeline);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean rtl = g_strcmp0 (data, "rtl") == 0;
  const char *back = rtl ? "Right" : "Left";
  const char *forth = rtl ? "Left" : "Right";

  /* Tab enters once, at the latest cycle of the first area, and leaves again. */
  enter (fixture);
  gla_test_key (back);
  assert_focus (fixture, "b", "FRON");
  gla_test_key ("Home");
  assert_focus (fixture, "a", "FRON");
  gla_test_key (back);
  assert_focus (fixture, "a", "FRON");
  gla_test_key (forth);
  assert_focus (fixture, "b", "FRON");
  gla_test_key ("Down");
  assert_focus (fixture, "d", "GLAB");
  gla_test_key ("End");
  assert_focus (fixture, "e", "GLAB");
  gla_test_key ("Up");
  assert_focus (fixture, "c", "FRON");

  g_assert_null (fixture->activated);
  gla_test_key ("Return");
  gla_test_frames (fixture->timeline, 3);
  g_assert_true (fixture->activated == get_cycle (fixture, "c", "FRON"));

  gla_test_key ("Tab");
  gla_test_frames (fixture->timeline, 3);
  g_assert_null (gtk_widget_get_focus_child (fixture->timeline));
}

/* A click beside all marks gives the keys to the timeline, and changes nothing else. */
static void
test_click_beside (Fixture       *fixture,
                   gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  const GlaCycle *selected = get_cycle (fixture, "c", "FRON");

  gla_timeline_select (timeline, selected);
  gla_test_click (fixture->timeline, 0.02, 0.98);
  gla_test_frames (fixture->timeline, 3);
  g_assert_nonnull (gtk_widget_get_focus_child (fixture->timeline));
  g_assert_true (gla_timeline_get_selected (timeline) == selected);
  gla_test_key ("2");
  gla_test_frames (fixture->timeline, 3);
  g_assert_cmpint (gla_timeline_get_range (timeline), ==, GLA_TIMELINE_RANGE_YEAR);
}

/* What is out of view is reached all the same, and comes into view. */
static void
test_reach (Fixture       *fixture,
            gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  GlaCycle *first = get_cycle (fixture, "a", "FRON");
  double from, to;

  enter (fixture);
  gla_test_key ("1");
  gla_test_frames (fixture->timeline, 3);
  g_assert_cmpint (gla_timeline_get_range (timeline), ==, GLA_TIMELINE_RANGE_HALF_YEAR);
  g_assert_null (find_mark (fixture, first));

  gla_test_key ("Home");
  assert_focus (fixture, "a", "FRON");
  gla_timeline_get_span (timeline, &from, &to);
  g_assert_cmpfloat (from, <=, first->day);
  g_assert_cmpfloat (to, >, first->day);
  g_assert_cmpint (gla_timeline_get_range (timeline), ==, GLA_TIMELINE_RANGE_CUSTOM);
}

static void
test_ranges (Fixture       *fixture,
             gconstpointer  data)
{
  static const struct { const char *key; GlaTimelineRange range; double least, most; } ranges[] =
  {
    { "1", GLA_TIMELINE_RANGE_HALF_YEAR, 183, 230 },
    { "2", GLA_TIMELINE_RANGE_YEAR, 365, 430 },
    { "3", GLA_TIMELINE_RANGE_TWO_YEARS, 730, 850 },
    { "4", GLA_TIMELINE_RANGE_ALL, 300, 400 },
  };
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);

  enter (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      double from, to;

      gla_test_key (ranges[i].key);
      gla_test_frames (fixture->timeline, 3);
      g_assert_cmpint (gla_timeline_get_range (timeline), ==, ranges[i].range);
      gla_timeline_get_span (timeline, &from, &to);
      g_assert_cmpfloat (to - from, >=, ranges[i].least);
      g_assert_cmpfloat (to - from, <=, ranges[i].most);
      g_assert_cmpfloat (to, >, gla_test_history_day (TODAY));
    }
}

/* The day under the pointer stays there; in and out again is where it was. */
static void
test_zoom (Fixture       *fixture,
           gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  GlaTimelineScene *scene = gla_timeline_get_scene (timeline);
  double x = scene->plot_x + scene->plot_width * 0.7;
  double day = gla_timeline_scene_get_day (scene, x);
  double from = timeline->from, to = timeline->to;

  for (guint i = 0; i < 4; i++)
    {
      gla_timeline_zoom (timeline, 1.25, x);
      g_assert_cmpfloat_with_epsilon (
        gla_timeline_scene_get_day (gla_timeline_get_scene (timeline), x), day, 1e-6);
    }
  g_assert_cmpfloat_with_epsilon (timeline->to - timeline->from, (to - from) / pow (1.25, 4), 1e-6);
  for (guint i = 0; i < 4; i++)
    gla_timeline_zoom (timeline, 1 / 1.25, x);
  g_assert_cmpfloat_with_epsilon (timeline->from, from, 1e-6);
  g_assert_cmpfloat_with_epsilon (timeline->to, to, 1e-6);

  /* Neither to nothing nor to for ever. */
  for (guint i = 0; i < 60; i++)
    gla_timeline_zoom (timeline, 2, x);
  g_assert_cmpfloat (timeline->to - timeline->from, >=, 27.9);
  for (guint i = 0; i < 60; i++)
    gla_timeline_zoom (timeline, 0.5, x);
  g_assert_cmpfloat (timeline->to - timeline->from, <, 2000);
}

/* A click selects; one on a figure opens the rows behind it, and a row is told. */
static void
test_click (Fixture       *fixture,
            gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  GlaTimelineScene *scene = gla_timeline_get_scene (timeline);
  const GlaCycle *cycle = get_cycle (fixture, "d", "GLAB");
  const GlaTimelineItem *found = NULL;
  double x = 0, y = 0;

  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

      if (item->kind == GLA_TIMELINE_ITEM_SEEN && item->cycle->cycle == cycle)
        found = item;
    }
  g_assert_nonnull (found);
  gla_test_click (fixture->timeline, (found->x + found->width / 2) / scene->width,
                  (found->y + found->height / 2) / gtk_widget_get_height (fixture->timeline));
  gla_test_frames (fixture->timeline, 5);
  g_assert_true (fixture->selected == get_cycle (fixture, "d", "GLAB"));
  g_assert_null (timeline->popover);

  scene = gla_timeline_get_scene (timeline);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);

      if (item->kind == GLA_TIMELINE_ITEM_WEEKS && item->cycle->cycle == cycle)
        {
          x = (item->x + item->width / 2) / scene->width;
          y = (item->y + item->height / 2) / gtk_widget_get_height (fixture->timeline);
        }
    }
  g_assert_cmpfloat (x, >, 0);
  gla_test_spin (600);   /* not a double click */
  gla_test_click (fixture->timeline, x, y);
  gla_test_frames (fixture->timeline, 5);
  g_assert_nonnull (timeline->popover);
  gla_test_press (timeline->popover, "15 May 2025: grade 3 at maximum contraction");
  gla_test_frames (fixture->timeline, 5);
  g_assert_cmpint (fixture->record_kind, ==, GLA_TIMELINE_RECORD_ASSESSMENT);
  g_assert_true (g_str_has_prefix (fixture->record_id, "assessment-"));
}

/* The same patient again, after a change of the record: selection and view stay. */
static void
test_again (Fixture       *fixture,
            gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  g_autoptr (GlaCycles) again = gla_drawn_cycles (script, TODAY);
  double from, to;

  gla_timeline_select (timeline, get_cycle (fixture, "d", "GLAB"));
  gla_timeline_zoom (timeline, 1.5, 500);
  gla_timeline_get_span (timeline, &from, &to);
  gla_timeline_set_cycles (timeline, again, gla_drawn_catalogue ());
  g_assert_true (gla_timeline_get_selected (timeline) == gla_cycles_find (again, "d", "GLAB"));
  g_assert_cmpfloat (timeline->from, ==, from);
  g_assert_cmpfloat (timeline->to, ==, to);

  gla_timeline_set_cycles (timeline, NULL, NULL);
  g_assert_null (gla_timeline_get_selected (timeline));
  gla_test_frames (GTK_WIDGET (fixture->window), 3);
}

static void
test_mode (Fixture       *fixture,
           gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  int height, days_height;

  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  g_object_set (timeline, "mode", (int) GLA_TIMELINE_DAYS, NULL);
  gla_test_frames (fixture->timeline, 3);
  g_assert_cmpint (gla_timeline_get_mode (timeline), ==, GLA_TIMELINE_DAYS);
  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, &days_height, NULL, NULL,
                      NULL);
  g_assert_cmpint (days_height, >, 0);
  g_assert_cmpint (days_height, !=, height);
  g_object_set (timeline, "mode", (int) GLA_TIMELINE_CALENDAR, NULL);
  gtk_widget_measure (fixture->timeline, GTK_ORIENTATION_VERTICAL, -1, &days_height, NULL, NULL,
                      NULL);
  g_assert_cmpint (days_height, ==, height);
}

/* The drawing is on the screen: the colour of what was seen at the one long bar. */
static void
test_pixels (Fixture       *fixture,
             gconstpointer  data)
{
  GlaTimeline *timeline = GLA_TIMELINE (fixture->timeline);
  GlaTimelineScene *scene = gla_timeline_get_scene (timeline);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 900, 600);
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;
  guint checked = 0;

  GTK_WIDGET_GET_CLASS (timeline)->snapshot (GTK_WIDGET (timeline), snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  gsk_render_node_draw (node, cr);
  cairo_surface_flush (surface);
  for (guint i = 0; i < scene->items->len; i++)
    {
      const GlaTimelineItem *item = &g_array_index (scene->items, GlaTimelineItem, i);
      int x = (int) (item->x + item->width / 2), y = (int) (item->y + 3);
      const guint32 *row;

      if (item->kind != GLA_TIMELINE_ITEM_SEEN || item->width < 8)
        continue;
      row = (const guint32 *) (const void *)
            (cairo_image_surface_get_data (surface) + y * cairo_image_surface_get_stride (surface));
      g_assert_cmphex (row[x] & 0xffffff, ==, 0x0b7a75);
      checked++;
    }
  g_assert_cmpuint (checked, ==, 1);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Forty years: only what is in view has a widget. */
static void
test_long (void)
{
  int today;
  g_autofree char *long_script = gla_drawn_long_script (360, &today);
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (long_script, today);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *timeline = gla_timeline_new ();
  guint n = 0;

  gtk_window_set_default_size (window, 900, 500);
  gtk_window_set_child (window, timeline);
  gla_timeline_set_cycles (GLA_TIMELINE (timeline), cycles, gla_drawn_catalogue ());
  gla_timeline_set_range (GLA_TIMELINE (timeline), GLA_TIMELINE_RANGE_YEAR);
  gla_test_present (window);
  for (GtkWidget *child = gtk_widget_get_first_child (timeline); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  g_assert_cmpuint (n, >=, 9);
  g_assert_cmpuint (n, <=, 18);
  gla_test_destroy (window);
}

static void
test_table (void)
{
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (script, TODAY);
  GtkWindow *window = GTK_WINDOW (gtk_window_new ());
  GtkWidget *table = gla_timeline_table_new ();
  Fixture fixture = { NULL };
  const GlaCycle *cycle = gla_cycles_find (cycles, "d", "GLAB");

  gtk_window_set_default_size (window, 1100, 500);
  gtk_window_set_child (window, table);
  g_signal_connect (table, "cycle-selected", G_CALLBACK (selected_cb), &fixture);
  gla_timeline_table_set_cycles (GLA_TIMELINE_TABLE (table), cycles, gla_drawn_catalogue ());
  gla_test_present (window);
  g_assert_true (gla_test_has_text (table, "Seen working"));
  g_assert_true (gla_test_has_text (table, "day 14 to 70"));
  g_assert_true (gla_test_has_text (table, "treated elsewhere"));

  g_assert_null (gla_timeline_table_get_selected (GLA_TIMELINE_TABLE (table)));
  gla_timeline_table_select (GLA_TIMELINE_TABLE (table), cycle);
  g_assert_true (gla_timeline_table_get_selected (GLA_TIMELINE_TABLE (table)) == cycle);
  g_assert_null (fixture.selected);
  gla_timeline_table_set_cycles (GLA_TIMELINE_TABLE (table), NULL, NULL);
  g_assert_null (gla_timeline_table_get_selected (GLA_TIMELINE_TABLE (table)));
  gla_test_destroy (window);
}

/* A timeline that never was in a window goes away as well. */
static void
test_finalize (void)
{
  g_autoptr (GlaCycles) cycles = gla_drawn_cycles (script, TODAY);
  GtkWidget *timeline = g_object_ref_sink (gla_timeline_new ());
  GtkWidget *table = g_object_ref_sink (gla_timeline_table_new ());

  gla_timeline_set_cycles (GLA_TIMELINE (timeline), cycles, gla_drawn_catalogue ());
  gla_timeline_table_set_cycles (GLA_TIMELINE_TABLE (table), cycles, gla_drawn_catalogue ());
  g_assert_finalize_object (timeline);
  g_assert_finalize_object (table);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  g_test_add ("/timeline/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/timeline/keyboard", Fixture, NULL, set_up, test_keyboard, tear_down);
  g_test_add ("/timeline/keyboard/rtl", Fixture, "rtl", set_up, test_keyboard, tear_down);
  g_test_add ("/timeline/reach", Fixture, NULL, set_up, test_reach, tear_down);
  g_test_add ("/timeline/click-beside", Fixture, NULL, set_up, test_click_beside, tear_down);
  g_test_add ("/timeline/ranges", Fixture, NULL, set_up, test_ranges, tear_down);
  g_test_add ("/timeline/zoom", Fixture, NULL, set_up, test_zoom, tear_down);
  g_test_add ("/timeline/zoom/rtl", Fixture, "rtl", set_up, test_zoom, tear_down);
  g_test_add ("/timeline/click", Fixture, NULL, set_up, test_click, tear_down);
  g_test_add ("/timeline/again", Fixture, NULL, set_up, test_again, tear_down);
  g_test_add ("/timeline/mode", Fixture, NULL, set_up, test_mode, tear_down);
  g_test_add ("/timeline/pixels", Fixture, NULL, set_up, test_pixels, tear_down);
  g_test_add_func ("/timeline/long", test_long);
  g_test_add_func ("/timeline/table", test_table);
  g_test_add_func ("/timeline/finalize", test_finalize);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-point.h"
#include "gla-map.h"
#include "gla-record-map.h"
#include "gla-test-editor.h"
#include "gla-test-ui.h"
#include "gla-treatment-editor.h"
#include "gla-ui-resource.h"

static void
open_new (GlaTestEditor *self,
          const char    *patient)
{
  g_autoptr (GlaCycles) cycles = gla_test_editor_read_cycles (self, patient);

  gla_test_editor_open (self, gla_treatment_editor_new (self->record->context, cycles, NULL));
}

static gboolean
shows_map (gpointer data)
{
  return gla_test_find_type (data, GLA_TYPE_MAP) != NULL;
}

/* A new editor shows the view that was used last: then there is no key to wait for. */
static void
open_map (GlaTestEditor *self)
{
  if (shows_map (self->editor))
    return;
  gla_test_key ("<Alt>m");
  g_assert_true (gla_test_wait (shows_map, self->editor, GLA_TEST_PATIENCE));
}

/* Below the map: where the pointer rests, a tooltip may be called as its stop is. */
static void
focus_stop (GlaTestEditor *self,
            const char    *label)
{
  GtkWidget *map = gla_test_find_type (GTK_WIDGET (self->editor), GLA_TYPE_MAP);

  g_assert_nonnull (map);
  gtk_widget_grab_focus (gla_test_await (map, label));
}

/* As a scanner does: without a key. Without a lot saving asks for a reason. */
static void
give_lot (GlaTestEditor *self)
{
  GtkWidget *entry = gla_test_await (GTK_WIDGET (self->editor), "Lot, as on the carton");

  gtk_editable_set_text (GTK_EDITABLE (entry), "C4821A2");
}

static const GlaInjection *
find_injection (const GlaHistory *history,
                const char       *treatment,
                const char       *area,
                GlaSide           side)
{
  guint first, count = gla_history_get_injections (history, treatment, &first);

  for (guint i = first; i < first + count; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];

      if (g_str_equal (injection->area, area) && injection->side == side)
        return injection;
    }
  return NULL;
}

static void
assert_points (const GlaInjection *injection,
               guint               count,
               GlaUnits            units)
{
  g_autoptr (GArray) points = gla_map_points_parse (injection->map_view);
  GlaUnits sum = 0;

  for (guint i = 0; i < points->len; i++)
    sum += g_array_index (points, GlaMapPoint, i).units;
  g_assert_cmpuint (points->len, ==, count);
  g_assert_cmpint (sum, ==, units);
  g_assert_cmpint (injection->units, ==, units);
  g_assert_cmpint (injection->points, ==, (int) count);
}

/* A treatment charted on the map alone: three keys for each area beside the way to it. */
static void
chart_on_map (GlaTestEditor *self)
{
  open_new (self, GLA_TEST_PATIENT);
  give_lot (self);
  open_map (self);
  focus_stop (self, "Glabella: no points; usual: 20 U in 5 points (label)");
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "20 U ONA");
  focus_stop (self, "Crow's feet, left: no points; usual: 12 U in 3 points (label)");
  gla_test_key ("Return");
  gla_test_key ("5");
  gla_test_key ("m");
  gla_test_await_text (GTK_WIDGET (self->editor), "46 U ONA");
  gla_test_screenshot (GTK_WIDGET (self->editor), "chart-map");
}

static void
test_map (GlaTestEditor *self,
          gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;

  chart_on_map (self);
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  assert_points (find_injection (history, self->saved, "GLAB", GLA_SIDE_BOTH), 5, GLA_UNITS (20));
  assert_points (find_injection (history, self->saved, "LCL", GLA_SIDE_LEFT), 3, GLA_UNITS (13));
  assert_points (find_injection (history, self->saved, "LCL", GLA_SIDE_RIGHT), 3, GLA_UNITS (13));
  g_assert_cmpstr (find_injection (history, self->saved, "GLAB", GLA_SIDE_BOTH)->product, ==,
                   "ona");
}

/* What is typed in the list is on the map, and the other way round. */
static void
test_two_views (GlaTestEditor *self,
                gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  GtkWidget *units;

  chart_on_map (self);
  gla_test_key ("<Alt>l");
  gla_test_frames (GTK_WIDGET (self->editor), 2);
  units = gla_test_await (GTK_WIDGET (self->editor), "Units, Glabella");
  gla_test_screenshot (GTK_WIDGET (self->editor), "chart-list");
  gtk_widget_grab_focus (units);
  gla_test_key ("<Control>a");
  gla_test_type ("30");
  gla_test_await_text (GTK_WIDGET (self->editor), "56 U ONA");
  open_map (self);
  gla_test_await (GTK_WIDGET (self->editor), "Glabella, middle, 6 units, point 1 of 5");

  /* A point that is removed takes its units along; the last one its row. */
  focus_stop (self, "Glabella, middle, 6 units, point 1 of 5");
  gla_test_key ("Delete");
  gla_test_await_text (GTK_WIDGET (self->editor), "50 U ONA");
  for (int i = 0; i < 4; i++)
    gla_test_key ("Delete");
  gla_test_await_text (GTK_WIDGET (self->editor), "26 U ONA");
  gla_test_key ("<Control>z");
  gla_test_await_text (GTK_WIDGET (self->editor), "32 U ONA");
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  assert_points (find_injection (history, self->saved, "GLAB", GLA_SIDE_BOTH), 1, GLA_UNITS (6));
}

/* What can't be read yet stays as it was typed while the map is used, and rows stay themselves. */
static void
test_unreadable (GlaTestEditor *self,
                 gconstpointer  data)
{
  GtkWidget *units;

  g_settings_set_boolean (gla_context_get_settings (self->record->context), "chart-on-map",
                          FALSE);
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_type ("ch");
  gla_test_key ("Return");
  units = gla_test_await (GTK_WIDGET (self->editor), "Units, Chin");
  gla_test_type ("2x");
  open_map (self);
  focus_stop (self, "Glabella: no points; usual: 5 points, units not known");
  gla_test_key ("Return");
  gla_test_key ("<Alt>l");
  gla_test_await (GTK_WIDGET (self->editor), "Units, Glabella");
  g_assert_true (gla_test_await (GTK_WIDGET (self->editor), "Units, Chin") == units);
  g_assert_true (gla_test_has_text (GTK_WIDGET (self->editor), "2x"));
}

/* Opened on the map, to the list and back: the keys go where one looks, without a wait. */
static void
test_to_and_fro (GlaTestEditor *self,
                 gconstpointer  data)
{
  g_settings_set_boolean (gla_context_get_settings (self->record->context), "chart-on-map", TRUE);
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  g_assert_nonnull (gla_test_find_type (GTK_WIDGET (self->editor), GLA_TYPE_MAP));
  gla_test_key ("<Alt>l");
  gla_test_type ("ch");
  gla_test_key ("Return");
  gla_test_await (GTK_WIDGET (self->editor), "Units, Chin");
  gla_test_key ("<Alt>m");
  focus_stop (self, "Glabella: no points; usual: 5 points, units not known");
  gla_test_key ("Return");
  gla_test_await (GTK_WIDGET (self->editor),
                  "Glabella, middle, units not known, point 1 of 5");
  gla_test_key ("<Alt>l");
  gla_test_await (GTK_WIDGET (self->editor), "Units, Glabella");
  gla_test_await (GTK_WIDGET (self->editor), "Units, Chin");
}

/* The same as last time has the same points, and so has a treatment that is edited. */
static void
test_repeat (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaHistory) first = NULL;
  g_autoptr (GlaHistory) second = NULL;
  g_autofree char *before = NULL;
  const GlaInjection *injection;

  chart_on_map (self);
  gla_test_editor_save (self);
  before = g_strdup (self->saved);
  first = gla_test_editor_read_history (self, GLA_TEST_PATIENT);

  /* The map is shown again, as it was left; Repeat has the keyboard. */
  open_new (self, GLA_TEST_PATIENT);
  g_assert_nonnull (gla_test_find_type (GTK_WIDGET (self->editor), GLA_TYPE_MAP));
  gla_test_key ("Return");
  gla_test_await_text (GTK_WIDGET (self->editor), "46 U ONA");
  give_lot (self);
  gla_test_editor_save (self);
  second = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  injection = find_injection (second, self->saved, "LCL", GLA_SIDE_LEFT);
  g_assert_cmpstr (self->saved, !=, before);
  g_assert_cmpstr (injection->map_view, ==,
                   find_injection (first, before, "LCL", GLA_SIDE_LEFT)->map_view);
  assert_points (injection, 3, GLA_UNITS (13));
}

/* Points are kept with what was typed and not saved. */
static void
test_draft (GlaTestEditor *self,
            gconstpointer  data)
{
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  open_map (self);
  /* Nothing is known of the product: places are usual, units are not. */
  focus_stop (self, "Chin: no points; usual: 1 point, units not known");
  gla_test_key ("Return");
  gla_test_type ("2.5");
  gla_test_await_text (GTK_WIDGET (self->editor), "2.5 U of an unknown product");
  gla_test_editor_close (self);

  open_new (self, GLA_TEST_EMPTY_PATIENT);
  gla_test_await (GTK_WIDGET (self->editor), "Chin, middle, 2.5 units, point 1 of 1");
  gla_test_press (GTK_WIDGET (self->editor), "Start Anew");
  gla_test_spin (20);
  g_assert_null (gla_test_find (GTK_WIDGET (self->editor),
                                "Chin, middle, 2.5 units, point 1 of 1"));
}

/* Each picture and tool has a name; danger zones say what the catalogue warns of. */
static void
test_tools (GlaTestEditor *self,
            gconstpointer  data)
{
  open_new (self, GLA_TEST_EMPTY_PATIENT);
  open_map (self);
  gla_test_assert_named (GTK_WIDGET (self->editor));
  focus_stop (self, "Glabella: no points; usual: 5 points, units not known");
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (gla_test_await (GTK_WIDGET (self->editor), "Danger zones")), TRUE);
  gla_test_await_text (GTK_WIDGET (self->editor), "off the levator (L16, L20)");
  gla_test_screenshot (GTK_WIDGET (self->editor), "chart-dangers");
}

/* In the record: the points of a treatment to read, and units of areas without points. */
static void
test_record (GlaTestEditor *self,
             gconstpointer  data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;
  GtkWindow *window;

  chart_on_map (self);
  gla_test_editor_save (self);
  history = gla_test_editor_read_history (self, GLA_TEST_PATIENT);
  treatment = gla_history_find_treatment (history, self->saved);
  window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_child (window,
                        gla_record_map_new (history,
                                            gla_context_get_catalogue (self->record->context),
                                            treatment));
  gla_test_present (window);
  g_assert_nonnull (gla_test_find (GTK_WIDGET (window), "Glabella, left, 4 units, point 3 of 5"));
  g_assert_nonnull (gla_test_find (GTK_WIDGET (window),
                                   "Crow's feet, right, 5 units, point 1 of 3"));
  gla_test_assert_named (GTK_WIDGET (window));
  gla_test_screenshot (GTK_WIDGET (window), "record-map");
  gla_test_destroy (window);
}

int
main (int    argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (GlaTestEditor *, gconstpointer);
  } tests[] = {
    { "/pages/injection-chart/map", test_map },
    { "/pages/injection-chart/two-views", test_two_views },
    { "/pages/injection-chart/unreadable", test_unreadable },
    { "/pages/injection-chart/repeat", test_repeat },
    { "/pages/injection-chart/to-and-fro", test_to_and_fro },
    { "/pages/injection-chart/draft", test_draft },
    { "/pages/injection-chart/tools", test_tools },
    { "/pages/injection-chart/record", test_record },
  };

  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
  for (gsize i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, GlaTestEditor, NULL, gla_test_editor_set_up, tests[i].test,
                gla_test_editor_tear_down);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entries of forms: grades, units, areas, answers. All with real keys. */

#include "config.h"

#include "gla-area-entry.h"
#include "gla-choice-row.h"
#include "gla-field-row.h"
#include "gla-grade-entry.h"
#include "gla-test-ui.h"
#include "gla-units-entry.h"

typedef struct
{
  GtkWindow *window;
  GtkBox *box;
  GlaCatalogue *catalogue;
  guint n_signals;
} Fixture;

static void
count_cb (Fixture *fixture)
{
  fixture->n_signals++;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  fixture->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));
  fixture->window = g_object_new (ADW_TYPE_WINDOW, "default-width", 500, "default-height", 400,
                                  "content", fixture->box, NULL);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_catalogue_unref (fixture->catalogue);
}

static void
show (Fixture *fixture)
{
  gla_test_present (fixture->window);
  gla_test_focus (fixture->window);
  gla_test_assert_named (GTK_WIDGET (fixture->window));
}

static gboolean
has_focus (Fixture   *fixture,
           gpointer   widget)
{
  GtkWidget *focus = gtk_window_get_focus (fixture->window);

  return focus == widget || (focus != NULL && gtk_widget_is_ancestor (focus, widget));
}

static GlaGradeEntry *
add_grade (Fixture    *fixture,
           const char *label)
{
  static const char *const words[] = { "none", "mild", "moderate", "severe" };
  GtkWidget *entry = gla_grade_entry_new (label);

  gla_grade_entry_set_words (GLA_GRADE_ENTRY (entry), words, G_N_ELEMENTS (words));
  g_signal_connect_swapped (entry, "graded", G_CALLBACK (count_cb), fixture);
  gtk_box_append (fixture->box, entry);
  return GLA_GRADE_ENTRY (entry);
}

static void
assert_grade (GlaGradeEntry *entry,
              int            grade,
              const char    *spoken)
{
  g_assert_cmpint (gla_grade_entry_get_grade (entry), ==, grade);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, spoken);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, spoken);
}

static void
test_grade (Fixture       *fixture,
            gconstpointer  data)
{
  GlaGradeEntry *first = add_grade (fixture, "Glabella at maximum contraction");
  GlaGradeEntry *second = add_grade (fixture, "Glabella at rest");

  show (fixture);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (first), GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  assert_grade (first, GLA_GRADE_UNKNOWN, "not graded");
  gtk_widget_grab_focus (GTK_WIDGET (first));

  /* A digit grades and moves on; one that the scale does not have does neither. */
  gla_test_key ("4");
  assert_grade (first, GLA_GRADE_UNKNOWN, "not graded");
  g_assert_true (has_focus (fixture, first));
  gla_test_key ("3");
  assert_grade (first, 3, "3, severe");
  g_assert_true (has_focus (fixture, second));
  gla_test_key ("0");
  assert_grade (second, 0, "0, none");
  g_assert_cmpuint (fixture->n_signals, ==, 2);

  gtk_widget_grab_focus (GTK_WIDGET (first));
  gla_test_key ("space");
  assert_grade (first, 0, "0, none");
  for (gsize i = 0; i < 3; i++)
    {
      static const char *const keys[] = { "Delete", "BackSpace", "minus" };

      gla_grade_entry_set_grade (first, 2);
      gla_test_key (keys[i]);
      assert_grade (first, GLA_GRADE_UNKNOWN, "not graded");
      g_assert_true (has_focus (fixture, first));
    }
  /* Setting it from the program is not said to be done by a person. */
  fixture->n_signals = 0;
  gla_grade_entry_set_grade (first, 1);
  gla_grade_entry_set_grade (first, 7);
  assert_grade (first, GLA_GRADE_UNKNOWN, "not graded");
  g_assert_cmpuint (fixture->n_signals, ==, 0);
}

static void
test_grade_scale (Fixture       *fixture,
                  gconstpointer  data)
{
  GlaGradeEntry *entry = add_grade (fixture, "Glabella at rest");

  gla_grade_entry_set_scale (entry, fixture->catalogue, "fws");
  gla_grade_entry_set_grade (entry, 3);
  assert_grade (entry, 3, "3, severe");
  gla_grade_entry_set_scale (entry, fixture->catalogue, "no such scale");
  assert_grade (entry, 3, "3, severe");
  gla_grade_entry_set_scale (entry, fixture->catalogue, NULL);
  assert_grade (entry, 3, "3, severe");
  show (fixture);
}

static void
test_grade_click (Fixture       *fixture,
                  gconstpointer  data)
{
  GlaGradeEntry *first = add_grade (fixture, "Glabella at maximum contraction");
  GlaGradeEntry *second = add_grade (fixture, "Glabella at rest");

  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (first));
  gla_test_click (GTK_WIDGET (second), 0.5, 0.5);
  g_assert_true (has_focus (fixture, second));
  assert_grade (second, GLA_GRADE_UNKNOWN, "not graded");
  gla_test_click (GTK_WIDGET (second), 0.5, 0.5);
  assert_grade (second, 0, "0, none");
}

static void
test_units (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    gboolean valid;
    GlaUnits units;
  } cases[] = {
    { "20", TRUE, GLA_UNITS (20) }, { "2.5", TRUE, 250 },
    { "2,5", TRUE, 250 },           { "20u5", FALSE, GLA_UNITS_UNKNOWN },
    { "-3", FALSE, GLA_UNITS_UNKNOWN },
  };
  GlaUnitsEntry *entry = GLA_UNITS_ENTRY (gla_units_entry_new ());

  gla_units_entry_set_label (entry, "Units, Glabella");
  g_signal_connect_swapped (entry, "changed-units", G_CALLBACK (count_cb), fixture);
  gtk_box_append (fixture->box, GTK_WIDGET (entry));
  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gla_test_key ("<Control>a");
      gla_test_key ("Delete");
      g_assert_true (gla_units_entry_is_valid (entry));
      g_assert_cmpint (gla_units_entry_get_units (entry), ==, GLA_UNITS_UNKNOWN);
      gla_test_type (cases[i].typed);
      g_assert_cmpint (gla_units_entry_is_valid (entry), ==, cases[i].valid);
      g_assert_cmpint (gla_units_entry_get_units (entry), ==, cases[i].units);
    }
  gla_units_entry_set_units (entry, GLA_UNITS (1));
  gla_test_key ("Up");
  g_assert_cmpint (gla_units_entry_get_units (entry), ==, GLA_UNITS (2));
  for (int i = 0; i < 3; i++)
    gla_test_key ("Down");
  g_assert_cmpint (gla_units_entry_get_units (entry), ==, 0);
  g_assert_cmpuint (fixture->n_signals, >, 0);
}

static GlaAreaEntry *
add_area (Fixture *fixture)
{
  GtkWidget *entry = gla_area_entry_new (fixture->catalogue);

  g_signal_connect_swapped (entry, "chosen", G_CALLBACK (count_cb), fixture);
  gtk_box_append (fixture->box, entry);
  return GLA_AREA_ENTRY (entry);
}

static void
clear_entry (void)
{
  gla_test_key ("<Control>a");
  gla_test_key ("Delete");
}

/* Codes and beginnings of words, taken by leaving, by Enter or by choosing. */
static void
test_area (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *typed;
    const char *key;
    const char *area;      /* NULL: none */
  } cases[] = {
    { "gl", "Tab", "GLAB" },    { "GL", "Return", "GLAB" },  { "glab", "Tab", "GLAB" },
    { "foreh", "Tab", "FRON" }, { "crow", "Return", "LCL" }, { "feet", "Tab", "LCL" },
    { "zzz", "Tab", NULL },
  };
  GlaAreaEntry *entry = add_area (fixture);
  GtkWidget *next = gtk_button_new_with_label ("Next");

  gtk_box_append (fixture->box, next);
  show (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gtk_widget_grab_focus (GTK_WIDGET (entry));
      clear_entry ();
      g_assert_null (gla_area_entry_get_area (entry));
      g_assert_true (gla_area_entry_is_valid (entry));
      gla_test_type (cases[i].typed);
      gla_test_key (cases[i].key);
      g_test_message ("“%s”, %s", cases[i].typed, cases[i].key);
      g_assert_true (has_focus (fixture, next));
      g_assert_cmpstr (gla_area_entry_get_area (entry), ==, cases[i].area);
      g_assert_cmpint (gla_area_entry_is_valid (entry), ==, cases[i].area != NULL);
    }
}

static void
test_area_list (Fixture       *fixture,
                gconstpointer  data)
{
  GlaAreaEntry *entry = add_area (fixture);
  const GlaArea *area;
  g_autofree char *first = NULL;

  show (fixture);
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gla_test_type ("l");
  gla_test_key ("Return");
  first = g_strdup (gla_area_entry_get_area (entry));
  g_assert_nonnull (first);

  /* Down takes the second that fits. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  clear_entry ();
  fixture->n_signals = 0;
  gla_test_type ("l");
  gla_test_key ("Down");
  gla_test_key ("Return");
  g_assert_cmpstr (gla_area_entry_get_area (entry), !=, first);
  g_assert_cmpuint (fixture->n_signals, ==, 1);

  /* Esc closes the list, not the window, and brings back what was there. */
  gtk_widget_grab_focus (GTK_WIDGET (entry));
  gla_area_entry_set_area (entry, "GLAB");
  gla_test_type ("x");
  gla_test_key ("BackSpace");
  gla_test_key ("Escape");
  g_assert_cmpstr (gla_area_entry_get_area (entry), ==, "GLAB");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (fixture->window)));
  area = gla_catalogue_find_area (fixture->catalogue, "GLAB");
  g_assert_true (gla_test_has_text (GTK_WIDGET (entry), gla_area_get_name (area)));
}

static void
test_choice (Fixture       *fixture,
             gconstpointer  data)
{
  static const char *const answers[] = { "_Routine", "_Wore Off", "_Not Asked" };
  GtkWidget *group = adw_preferences_group_new ();
  GlaChoiceRow *row = GLA_CHOICE_ROW (gla_choice_row_new ("Came", answers,
                                                          G_N_ELEMENTS (answers)));
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");

  g_signal_connect_swapped (row, "chosen", G_CALLBACK (count_cb), fixture);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), GTK_WIDGET (row));
  gtk_box_append (fixture->box, before);
  gtk_box_append (fixture->box, group);
  gtk_box_append (fixture->box, after);
  show (fixture);
  g_assert_cmpint (gla_choice_row_get_selected (row), ==, -1);
  gla_choice_row_set_selected (row, 1);
  g_assert_cmpuint (fixture->n_signals, ==, 0);

  /* One stop of Tab, at the answer given. */
  gtk_widget_grab_focus (before);
  gla_test_key ("Tab");
  g_assert_true (has_focus (fixture, gla_test_find (GTK_WIDGET (row), "Wore Off")));
  gla_test_key ("Right");
  gla_test_key ("Right");
  gla_test_key ("space");
  g_assert_cmpint (gla_choice_row_get_selected (row), ==, 2);
  g_assert_cmpuint (fixture->n_signals, ==, 1);
  gla_test_key ("Tab");
  g_assert_true (has_focus (fixture, after));
  gla_test_key ("<Alt>r");
  g_assert_cmpint (gla_choice_row_get_selected (row), ==, 0);
  gla_choice_row_set_selected (row, -1);
  g_assert_cmpint (gla_choice_row_get_selected (row), ==, -1);
}

static void
test_field (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *entry = gla_units_entry_new ();
  GtkWidget *row = gla_field_row_new ("M&M <units>", entry);
  GtkWidget *before = gtk_button_new_with_label ("Before");
  GtkWidget *after = gtk_button_new_with_label ("After");

  gla_units_entry_set_label (GLA_UNITS_ENTRY (entry), "Units");
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), row);
  gtk_box_append (fixture->box, before);
  gtk_box_append (fixture->box, group);
  gtk_box_append (fixture->box, after);
  show (fixture);
  g_assert_true (gla_test_has_text (row, "M&M <units>"));
  gtk_widget_grab_focus (before);
  gla_test_key ("Tab");
  g_assert_true (has_focus (fixture, entry));
  gla_test_key ("Tab");
  g_assert_true (has_focus (fixture, after));
  gla_test_key ("<Shift>Tab");
  g_assert_true (has_focus (fixture, entry));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);

#define ADD(path, func)                                                                            \
  g_test_add ("/widgets/entries/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("grade", test_grade);
  ADD ("grade-scale", test_grade_scale);
  ADD ("grade-click", test_grade_click);
  ADD ("units", test_units);
  ADD ("area", test_area);
  ADD ("area-list", test_area_list);
  ADD ("choice", test_choice);
  ADD ("field", test_field);
  return g_test_run ();
}

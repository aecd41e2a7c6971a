/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rules-settings.h"

#include <glib/gstdio.h>
#include <string.h>

#include "gla-protocol-group.h"
#include "gla-rule-row.h"
#include "gla-setting.h"
#include "gla-small-form.h"
#include "gla-store-constant.h"
#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"
#include "gla-xml.h"

#define EARLIEST "Earliest day to call it insufficient"
#define BEST "Best time for the formal judgement"

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
  fixture->window = g_object_new (ADW_TYPE_WINDOW,
                                  "default-width", 860,
                                  "default-height", 640,
                                  "content", gla_rules_settings_new (fixture->record->context),
                                  NULL);
  gla_test_present (fixture->window);
  gla_test_focus (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_test_record_free (fixture->record);
}

static GtkWidget *
get_window (Fixture *fixture)
{
  return GTK_WIDGET (fixture->window);
}

static GtkWidget *
open_rule (Fixture    *fixture,
           const char *title)
{
  GtkWidget *row = gla_test_await (get_window (fixture), title);

  row = GLA_IS_RULE_ROW (row) ? row : gtk_widget_get_ancestor (row, GLA_TYPE_RULE_ROW);
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gla_test_frames (row, 2);
  return row;
}

static void
fill (GtkWindow  *form,
      const char *title,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (gla_test_await (GTK_WIDGET (form), title)), text);
}

/* What the rules say who count with it. */
static double
get_value (Fixture    *fixture,
           const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) own
      = gla_store_list_constants (gla_context_get_reader (fixture->record->context), &error);

  g_assert_no_error (error);
  for (guint i = 0; i < own->len; i++)
    {
      const GlaClinicConstant *constant = g_ptr_array_index (own, i);

      if (strcmp (constant->name, name) == 0)
        return constant->low;
    }
  return -1;
}

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  static const char *const texts[] = {
    "When to Judge", "Intervals", "Reconstitution and Storage", "Lots and Units", "Durations",
    "Tests and Pauses", "28 to 30 days · trial endpoint", "3 calendar months · label",
    "program setting, no evidence", "no study names such a limit", "Changed _by Us (0)",
  };
  GtkWidget *row;

  for (gsize i = 0; i < G_N_ELEMENTS (texts) - 1; i++)
    gla_test_await_text (get_window (fixture), texts[i]);
  row = open_rule (fixture, BEST);
  gla_test_await_text (row, "28 to 30 days, as in the program");
  gla_test_await_text (row, "[C03]");
  gla_test_assert_named (get_window (fixture));
  gla_test_screenshot (get_window (fixture), "rules");
}

/* Refused in words, changed, listed with who and why, and taken back. */
static void
test_change (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row = open_rule (fixture, EARLIEST);
  GtkWindow *form;

  gla_test_press (row, "Change…");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_assert_named (GTK_WIDGET (form));
  fill (form, "Value", "soon");
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "Give a number."));
  fill (form, "Value", "29");
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form),
                                    "This can’t be above “" BEST "”, which is 28 to 30 days."));
  gla_test_screenshot (GTK_WIDGET (form), "rule-refused");
  fill (form, "Value", "10");
  fill (form, "Reason (may stay empty)", "Decided <together> & noted");
  gla_test_press (GTK_WIDGET (form), "Save");

  gla_test_await_text (row, "10 days · our own value");
  gla_test_await_text (row, "From the default to 10 days");
  gla_test_await_text (row, "Dr A. Osei: Decided <together> & noted");
  gla_test_await_text (row, "in the program: 14 days");
  g_assert_true (gla_test_has_text (row, "changed by us"));
  g_assert_cmpfloat (get_value (fixture, "assess_min"), ==, 10);
  gla_test_await_text (get_window (fixture), EARLIEST ": now 10 days");
  gla_test_assert_named (get_window (fixture));
  gla_test_screenshot (get_window (fixture), "rule-changed");

  gla_test_press (get_window (fixture), "Undo");
  gla_test_await_text (row, "14 days · practice");
  gla_test_await_text (row, "From 10 days back to the default");
  gla_test_await_text (row, "Undone right after");
  gla_test_await_text (get_window (fixture), "Undone: " EARLIEST ": now 10 days");
  g_assert_cmpfloat (get_value (fixture, "assess_min"), ==, -1);
}

static void
test_restore (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row = open_rule (fixture, BEST);
  GtkWindow *form;

  gla_test_press (row, "Change…");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  fill (form, "From", "35");
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form),
                                    "The second number can’t be below the first."));
  fill (form, "To", "40");
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (row, "35 to 40 days · our own value");

  gla_test_press (row, "Restore Default…");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "back to 28 to 30 days (trial endpoint)"));
  fill (form, "Reason (may stay empty)", "As in the trials");
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (row, "28 to 30 days · trial endpoint");
  gla_test_await_text (row, "As in the trials");
  g_assert_null (gla_test_find (row, "Restore Default…"));

  gla_test_await_text (get_window (fixture), BEST ": now 28 to 30 days");

  /* Undone from the keyboard; in the search entry the same keys take back what was typed. */
  gla_test_focus (fixture->window);
  gtk_widget_grab_focus (gtk_widget_get_ancestor (gla_test_find (row, "Change…"), GTK_TYPE_BUTTON));
  gla_test_key ("<Control>z");
  gla_test_await_text (row, "35 to 40 days · our own value");
}

static gboolean
has_thirds (gpointer data)
{
  g_autofree char *value
      = gla_store_get_setting (gla_context_get_reader (((Fixture *) data)->record->context),
                               GLA_SETTING_TWO_THIRDS_RULE, NULL);

  return g_strcmp0 (value, "yes") == 0;
}

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = get_window (fixture);
  GtkWidget *widget;

  gla_test_key ("<Control>f");
  gla_test_type ("touch up");
  gla_test_await_text (window, "Time for a touch-up");
  gla_test_frames (window, 20);
  while (gla_test_has_text (window, EARLIEST))
    gla_test_frames (window, 2);
  g_assert_false (gla_test_has_text (window, "Durations"));

  gtk_editable_set_text (GTK_EDITABLE (gla_test_await (window, "Search in the house rules")),
                         "zebra");
  gla_test_await_text (window, "No Rule Fits");
  gtk_editable_set_text (GTK_EDITABLE (gla_test_find (window, "Search in the house rules")),
                         "two thirds");
  widget = gla_test_await (window, "Two-thirds rule");
  widget = gla_test_find_type (window, GTK_TYPE_SWITCH);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (widget)));
  gtk_switch_set_active (GTK_SWITCH (widget), TRUE);
  g_assert_true (gla_test_wait (has_thirds, fixture, GLA_TEST_PATIENCE));
}

static char *
write_protocol (Fixture    *fixture,
                const char *name,
                const char *from,
                const char *to)
{
  g_autoptr (GBytes) content = gla_xml_get_builtin (GLA_PROTOCOL_BUILTIN, NULL);
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (content, NULL),
                                               (gssize) g_bytes_get_size (content));
  char *path = g_build_filename (fixture->record->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (g_string_replace (text, from, to, 1), ==, 1);
  g_file_set_contents (path, text->str, -1, &error);
  g_assert_no_error (error);
  return path;
}

/* A good file is used, a broken one refused with its line, and the way back is open. */
static void
test_protocol (Fixture       *fixture,
               gconstpointer  data)
{
  GtkWidget *window = get_window (fixture);
  g_autofree char *good = write_protocol (fixture, "good.xml", "What does the patient say?",
                                          "What is said?");
  g_autofree char *broken = write_protocol (fixture, "broken.xml", "to=\"S0-stop\"",
                                            "to=\"S0-gone\"");
  g_autoptr (GFile) good_file = g_file_new_for_path (good);
  g_autoptr (GFile) broken_file = g_file_new_for_path (broken);
  g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();
  g_autofree char *content = NULL;
  GlaProtocolGroup *group;

  gla_test_await_text (window, "Built-in protocol");
  group = GLA_PROTOCOL_GROUP (gla_test_find_type (window, GLA_TYPE_PROTOCOL_GROUP));
  gla_protocol_group_take (group, broken_file);
  g_assert_true (gla_test_has_text (window, "Built-in protocol"));
  g_assert_false (g_file_query_exists (own, NULL));

  gla_protocol_group_take (group, good_file);
  gla_test_await_text (window, "Our own protocol");
  gla_test_press (window, "_Back to Built-in");
  gla_test_await_text (window, "Built-in protocol");
  g_assert_false (g_file_query_exists (own, NULL));
  gla_test_press (window, "Use Our Own A_gain");
  gla_test_await_text (window, "Our own protocol");

  /* Somebody else breaks the file: it is said with its line. */
  g_assert_true (g_file_get_contents (broken, &content, NULL, NULL));
  g_assert_true (g_file_set_contents (g_file_peek_path (own), content, -1, NULL));
  gla_context_reload_shelf (fixture->record->context);
  gla_test_await_text (window, "Our own file is not used: ");
  gla_test_await_text (window, "S0-gone");
  gla_test_assert_named (window);
  gla_test_screenshot (window, "protocol-refused");
  gla_test_press (window, "_Back to Built-in");
  g_assert_false (gla_test_has_text (window, "Our own file is not used: "));
}

/* A rule that the clinic's catalogue file fixes is shown, and says why it stays. */
static void
test_fixed (void)
{
  static const char text[]
      = "<constants date=\"2026-11\"><constant name=\"assess_min\" value=\"15\" unit=\"days\""
        " nature=\"practice\" editable=\"no\">By our owner</constant></constants>";
  g_autoptr (GFile) folder = gla_catalogue_dup_own_folder ();
  g_autofree char *path = g_build_filename (g_file_peek_path (folder), "constants.xml", NULL);
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  GtkWidget *row;

  g_assert_cmpint (g_mkdir_with_parents (g_file_peek_path (folder), 0700), ==, 0);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  set_up (&fixture, NULL);
  row = open_rule (&fixture, EARLIEST);
  gla_test_await_text (row, "15 days");
  gla_test_await_text (row, "Can’t be changed here");
  gla_test_await_text (row, "By our owner");
  g_assert_null (gla_test_find (row, "Change…"));
  tear_down (&fixture, NULL);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, func) g_test_add ("/pages/rules/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("shows", test_shows);
  ADD ("change", test_change);
  ADD ("restore", test_restore);
  ADD ("filter", test_filter);
  ADD ("protocol", test_protocol);
#undef ADD
  g_test_add_func ("/pages/rules/fixed", test_fixed);

  return g_test_run ();
}

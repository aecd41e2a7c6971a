/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-window.h"

#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <glib/gstdio.h>

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *parent;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->record = gla_test_record_new ();
  fixture->parent = GTK_WINDOW (gtk_window_new ());
  gla_test_present (fixture->parent);
  fixture->window = gla_import_window_new (fixture->record->context, fixture->parent);
  gla_test_present (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_test_destroy (fixture->window);
  gla_test_destroy (fixture->parent);
  gla_test_record_free (fixture->record);
}

static void
open_list (Fixture    *fixture,
           const char *text)
{
  g_autofree char *path = g_build_filename (fixture->record->folder, "list <1>.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  gla_import_window_open (GLA_IMPORT_WINDOW (fixture->window), file);
}

static void
await (Fixture    *fixture,
       const char *text)
{
  gla_test_await_text (GTK_WIDGET (fixture->window), text);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *label)
{
  return gla_test_await (GTK_WIDGET (fixture->window), label);
}

static void
look (Fixture    *fixture,
      const char *name)
{
  gla_test_frames (GTK_WIDGET (fixture->window), 3);
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), name);
}

static gint64
count_patients (Fixture *fixture)
{
  GlaStoreCounts counts;

  g_assert_true (gla_store_count (gla_context_get_reader (fixture->record->context), &counts,
                                  NULL));
  return counts.patients;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  look (fixture, "import-choose");
  open_list (fixture, "Chart No;Last Name;First Name;DOB;Shoe & size\n"
                      "A1;Kaya;M&ra <x>;1984-02-09;38\nA2;Osei;Sam;1971-02-30;42\n"
                      "A3;Lind;Berta;1969-12-01;40\n");
  await (fixture, "list <1>.csv");
  await (fixture, "3 rows, UTF-8, separated by semicolon");
  await (fixture, "Shoe & size");
  await (fixture, "9 Feb 1984");
  look (fixture, "import-plan");

  gla_test_press (GTK_WIDGET (fixture->window), "Check First");
  await (fixture, "Ready to Import");
  await (fixture, "Row 3, DOB: There is no such day.");
  look (fixture, "import-checked");
  g_assert_cmpint (count_patients (fixture), ==, 3);

  gla_test_press (GTK_WIDGET (fixture->window), "Import");
  await (fixture, "Imported");
  await (fixture, "-before-import-");
  look (fixture, "import-done");
  g_assert_cmpint (count_patients (fixture), ==, 5);

  /* The same list once more adds nothing. */
  gla_test_press (GTK_WIDGET (fixture->window), "Another List");
  open_list (fixture, "Chart No;Last Name\nA1;Kaya\n");
  await (fixture, "1 row, UTF-8");
  gla_test_press (GTK_WIDGET (fixture->window), "Import");
  await (fixture, "Nothing Was Imported");
  g_assert_cmpint (count_patients (fixture), ==, 5);
}

static void
test_dates (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *order;

  open_list (fixture, "Last Name,DOB\nKaya,03/04/1984\n");
  await (fixture, "The dates of “DOB” can be read both ways.");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "Import")));
  g_assert_true (gla_test_has_text (GTK_WIDGET (fixture->window), "day or the month first"));
  look (fixture, "import-dates");
  order = find (fixture, "3/4/2026 is");
  adw_combo_row_set_selected (ADW_COMBO_ROW (order), 2);
  await (fixture, "4 Mar 1984");
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "Import")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (order), 1);
  await (fixture, "3 Apr 1984");
}

static void
test_mapping (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *row;
  GListModel *fields;
  guint name = 0;

  open_list (fixture, "Who,Born\nKaya,1984-02-09\n");
  await (fixture, "No column was recognised as the patient's name.");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "Import")));
  row = find (fixture, "Who");
  fields = adw_combo_row_get_model (ADW_COMBO_ROW (row));
  while (g_strcmp0 (gtk_string_list_get_string (GTK_STRING_LIST (fields), name), "Full name") != 0)
    name++;
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), name);
  g_assert_true (gtk_widget_get_sensitive (find (fixture, "Import")));

  /* Another kind of rows has other fields and needs other columns. */
  adw_combo_row_set_selected (ADW_COMBO_ROW (find (fixture, "The rows are")), 1);
  await (fixture, "No column was recognised");
  g_assert_false (gtk_widget_get_sensitive (find (fixture, "Import")));
}

static void
test_unusable (Fixture       *fixture,
               gconstpointer  data)
{
  open_list (fixture, "PK\003\004");
  await (fixture, "This is a workbook, not a CSV file.");
  look (fixture, "import-unusable");
  open_list (fixture, "Last Name\n");
  await (fixture, "There are no rows in this file, only its header.");
  open_list (fixture, "Last Name\nKaya\n");
  await (fixture, "1 row, UTF-8");
}

/* Closed while the work goes on: the work ends by itself. */
static void
test_closed_meanwhile (Fixture       *fixture,
                       gconstpointer  data)
{
  open_list (fixture, "Last Name\nKaya\n");
  await (fixture, "1 row, UTF-8");
  gla_test_press (GTK_WIDGET (fixture->window), "Check First");
  gla_test_spin (5);
}

static void
test_keyboard (Fixture       *fixture,
               gconstpointer  data)
{
  open_list (fixture, "Last Name\nKaya\n");
  await (fixture, "1 row, UTF-8");
  gla_test_focus (fixture->window);
  gtk_widget_grab_focus (find (fixture, "Import"));
  gla_test_key ("Return");
  await (fixture, "Imported");
  g_assert_cmpint (count_patients (fixture), ==, 4);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

  ADD ("/import-window/import", test_import);
  ADD ("/import-window/dates", test_dates);
  ADD ("/import-window/mapping", test_mapping);
  ADD ("/import-window/unusable", test_unusable);
  ADD ("/import-window/closed-meanwhile", test_closed_meanwhile);
  ADD ("/import-window/keyboard", test_keyboard);
  return g_test_run ();
}

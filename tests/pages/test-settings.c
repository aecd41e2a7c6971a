/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-settings-window.h"

#include "gla-confirm.h"
#include "gla-handout-own.h"
#include "gla-letterhead.h"
#include "gla-logo-row.h"
#include "gla-region-choice.h"
#include "gla-setting.h"
#include "gla-sheet-editor.h"
#include "gla-small-form.h"
#include "gla-store-notice.h"
#include "gla-store-read.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

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
  fixture->window = gla_settings_window_new (fixture->record->context, fixture->parent);
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
show_page (Fixture    *fixture,
           const char *name)
{
  GtkWidget *stack = gla_test_find_type (GTK_WIDGET (fixture->window), ADW_TYPE_VIEW_STACK);

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (stack), name);
  gla_test_frames (stack, 3);
  gla_test_assert_named (GTK_WIDGET (fixture->window));
  gla_test_screenshot (GTK_WIDGET (fixture->window), name);
}

static GtkWidget *
find (Fixture    *fixture,
      const char *label)
{
  return gla_test_await (GTK_WIDGET (fixture->window), label);
}

static gboolean
has_us (gpointer data)
{
  Fixture *fixture = data;

  return g_strcmp0 (gla_context_get_cycle_settings (fixture->record->context)->region, "us") == 0;
}

static gboolean
has_name (gpointer data)
{
  Fixture *fixture = data;

  return strcmp (gla_context_get_clinic_name (fixture->record->context), "Skin & Co") == 0;
}

static void
test_clinic (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *row;

  show_page (fixture, "clinic");
  row = find (fixture, "Product labels of");
  for (guint i = 0; strcmp (gla_region_choice_get (ADW_COMBO_ROW (row)), "us") != 0; i++)
    adw_combo_row_set_selected (ADW_COMBO_ROW (row), i);
  g_assert_true (gla_test_wait (has_us, fixture, GLA_TEST_PATIENCE));

  row = find (fixture, "Name of the clinic");
  gtk_editable_set_text (GTK_EDITABLE (row), " Skin & Co ");
  g_signal_emit_by_name (row, "apply");
  g_assert_true (gla_test_wait (has_name, fixture, GLA_TEST_PATIENCE));
}

static gboolean
has_logo (gpointer data)
{
  Fixture *fixture = data;
  g_autofree char *text = gla_store_get_setting (gla_context_get_reader (fixture->record->context),
                                                 GLA_SETTING_CLINIC_LOGO, NULL);
  g_autoptr (GBytes) logo = gla_letterhead_logo_from_text (text);

  return logo != NULL;
}

static gboolean
has_no_logo (gpointer data)
{
  return !has_logo (data);
}

/* A picture becomes the logo, is taken away, and comes back; a file that is none is refused. */
static void
test_logo (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->record->folder, "logo.png", NULL);
  g_autofree char *other = g_build_filename (fixture->record->folder, "words.png", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) words = g_file_new_for_path (other);
  cairo_surface_t *picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 900, 300);
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GlaLogoRow *row;

  g_assert_cmpint (cairo_surface_write_to_png (picture, path), ==, CAIRO_STATUS_SUCCESS);
  cairo_surface_destroy (picture);
  g_assert_true (g_file_set_contents (other, "no picture", -1, NULL));
  show_page (fixture, "clinic");
  row = GLA_LOGO_ROW (gla_test_find_type (window, GLA_TYPE_LOGO_ROW));
  gla_test_await_text (window, "None. A PNG or JPEG picture");
  gla_logo_row_take (row, file);
  g_assert_true (gla_test_wait (has_logo, fixture, GLA_TEST_PATIENCE));
  gla_test_await_text (window, "Beside the name");
  gla_test_assert_named (window);
  gla_test_press (window, "_Remove");
  g_assert_true (gla_test_wait (has_no_logo, fixture, GLA_TEST_PATIENCE));
  gla_test_await_text (window, "None. A PNG or JPEG picture");
  gla_context_undo (fixture->record->context);
  g_assert_true (gla_test_wait (has_logo, fixture, GLA_TEST_PATIENCE));
  gla_logo_row_take (row, words);
  gla_test_spin (200);
  g_assert_true (has_logo (fixture));
}

static void
replace_text (GtkTextBuffer *buffer,
              const char    *what,
              const char    *with)
{
  GtkTextIter start, from, to;

  gtk_text_buffer_get_start_iter (buffer, &start);
  g_assert_true (gtk_text_iter_forward_search (&start, what, 0, &from, &to, NULL));
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete (buffer, &from, &to);
  gtk_text_buffer_insert (buffer, &from, with, -1);
  gtk_text_buffer_end_user_action (buffer);
}

/* A sheet is changed, refused while it has a fault, saved, and taken back to the built-in one. */
static void
test_sheets (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autofree char *text = NULL;
  GtkTextBuffer *buffer;
  GtkWindow *editor;

  show_page (fixture, "sheets");
  gla_test_await_text (window, "Aftercare");
  gla_test_press (window, "Edit…: Aftercare");
  editor = gla_test_await_window (GLA_TYPE_SHEET_EDITOR);
  gla_test_await_text (GTK_WIDGET (editor), "No fault.");
  gla_test_assert_named (GTK_WIDGET (editor));
  buffer = gla_sheet_editor_get_buffer (GLA_SHEET_EDITOR (editor));
  replace_text (buffer, "{area-words}", "{area-wards}");
  gla_test_await_text (GTK_WIDGET (editor), "line 7: there is no field “area-wards”");
  gtk_widget_activate_action (GTK_WIDGET (editor), "sheet.save", NULL);
  g_assert_false (gla_handout_has_own (folder, "aftercare"));
  gla_test_screenshot (GTK_WIDGET (editor), "sheet-editor");
  gtk_text_buffer_undo (buffer);
  replace_text (buffer, "After your treatment", "Afterwards");
  gla_test_await_text (GTK_WIDGET (editor), "Not saved yet");
  gtk_widget_activate_action (GTK_WIDGET (editor), "sheet.save", NULL);
  gla_test_await_text (GTK_WIDGET (editor), "Our own sheet is used");
  text = gla_handout_dup_source (folder, "aftercare", TRUE, NULL);
  g_assert_nonnull (strstr (text, "<title>Afterwards</title>"));
  gtk_window_close (editor);
  gla_test_await_text (window, "Our own, version");
  gla_test_press (window, "Back to Built-in: Aftercare");
  g_assert_false (gla_handout_has_own (folder, "aftercare"));
  gla_test_press (window, "Use Our Own Again: Aftercare");
  g_assert_true (gla_handout_has_own (folder, "aftercare"));
  gla_test_press (window, "Back to Built-in: Aftercare");
  g_assert_false (gla_test_has_text (window, "Our own, version"));
}

static void
test_staff (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWindow *form;
  GtkWidget *row;

  show_page (fixture, "staff");
  gla_test_press (GTK_WIDGET (fixture->window), "Add a member of staff");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gla_test_assert_named (GTK_WIDGET (form));
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "Give a name."));
  row = gla_test_await (GTK_WIDGET (form), "Name, as it is printed");
  gtk_editable_set_text (GTK_EDITABLE (row), "Dr M&M <Smith>");
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (GTK_WIDGET (fixture->window), "Dr M&M <Smith>");

  /* Someone who has left stays in the list and is no longer offered. */
  gla_test_press (GTK_WIDGET (fixture->window), "Dr M&M <Smith>");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gtk_switch_set_active (GTK_SWITCH (gla_test_find_type (GTK_WIDGET (form), GTK_TYPE_SWITCH)),
                         FALSE);
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (GTK_WIDGET (fixture->window), "has left");
}

static void
test_catalogue (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *row;
  GtkWindow *form;

  show_page (fixture, "catalogue");
  row = find (fixture, "BOTOX Cosmetic, Vistabel");
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  gla_test_frames (row, 2);
  g_assert_true (gla_test_has_text (row, "Vial"));
  g_assert_true (gla_test_has_text (row, "unverified"));

  gla_test_press (GTK_WIDGET (fixture->window), "Add a product");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gtk_editable_set_text (GTK_EDITABLE (gla_test_await (GTK_WIDGET (form), "Name")), "Own & Only");
  row = gla_test_await (GTK_WIDGET (form), "Units in a full vial");
  gtk_editable_set_text (GTK_EDITABLE (row), "many");
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "are a number"));
  gtk_editable_set_text (GTK_EDITABLE (row), "50");
  gla_test_screenshot (GTK_WIDGET (form), "own-product");
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (GTK_WIDGET (fixture->window), "Own & Only");

  gla_test_press (GTK_WIDGET (fixture->window), "Add an area");
  form = gla_test_await_window (GLA_TYPE_SMALL_FORM);
  gtk_editable_set_text (GTK_EDITABLE (gla_test_await (GTK_WIDGET (form), "Name")), "Ear lobe");
  row = gla_test_await (GTK_WIDGET (form), "Two letters to type for it");
  gtk_editable_set_text (GTK_EDITABLE (row), "gl");
  gla_test_press (GTK_WIDGET (form), "Save");
  g_assert_true (gla_test_has_text (GTK_WIDGET (form), "Another area has this code"));
  gtk_editable_set_text (GTK_EDITABLE (row), "el");
  gla_test_press (GTK_WIDGET (form), "Save");
  gla_test_await_text (GTK_WIDGET (fixture->window), "Ear lobe");
  g_assert_nonnull (gla_catalogue_find_area_by_code (
      gla_context_get_catalogue (fixture->record->context), "el"));
}

static void
test_backup (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWindow *window;

  show_page (fixture, "backup");
  gla_test_await_text (GTK_WIDGET (fixture->window), "Patients: 3");
  gla_test_press (GTK_WIDGET (fixture->window), "Check…");
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (window), "The Clinic File Is Sound");
  gtk_window_close (window);
}

/* Questions */

typedef struct
{
  gboolean done;
  gboolean go_ahead;
  char *reason;
} Answer;

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  Answer *answer = user_data;

  g_clear_pointer (&answer->reason, g_free);
  answer->go_ahead = gla_confirm_finish (result, &answer->reason);
  answer->done = TRUE;
}

static gboolean
is_answered (gpointer data)
{
  return ((Answer *) data)->done;
}

static GtkWindow *
ask (GtkWindow       *parent,
     GlaConfirmFlags  flags,
     Answer          *answer)
{
  GtkWindow *window;

  answer->done = FALSE;
  gla_confirm_async (parent, "Void <this> & that?", "It is kept.", "Void", flags, NULL, answered_cb,
                     answer);
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_focus (window);
  gla_test_assert_named (GTK_WIDGET (window));
  g_assert_true (gla_test_has_text (GTK_WIDGET (window), "Void <this> & that?"));
  return window;
}

static void
test_confirm (void)
{
  GtkWindow *parent = GTK_WINDOW (gtk_window_new ());
  GtkWindow *window;
  Answer answer = { FALSE, FALSE, NULL };

  gla_test_present (parent);
  ask (parent, GLA_CONFIRM_DEFAULT, &answer);
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (is_answered, &answer, GLA_TEST_PATIENCE));
  g_assert_true (answer.go_ahead);

  ask (parent, GLA_CONFIRM_DEFAULT, &answer);
  gla_test_key ("Escape");
  g_assert_true (gla_test_wait (is_answered, &answer, GLA_TEST_PATIENCE));
  g_assert_false (answer.go_ahead);

  /* What can't be taken back is not what Enter does. */
  ask (parent, GLA_CONFIRM_DESTRUCTIVE, &answer);
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (is_answered, &answer, GLA_TEST_PATIENCE));
  g_assert_false (answer.go_ahead);

  window = ask (parent, GLA_CONFIRM_REASON, &answer);
  gla_test_key ("Return");
  g_assert_false (answer.done);
  gla_test_type ("typo");
  gla_test_screenshot (GTK_WIDGET (window), "confirm-reason");
  gla_test_key ("Return");
  g_assert_true (gla_test_wait (is_answered, &answer, GLA_TEST_PATIENCE));
  g_assert_true (answer.go_ahead);
  g_assert_cmpstr (answer.reason, ==, "typo");

  g_free (answer.reason);
  gla_test_destroy (parent);
}

static gboolean
has_no_notices (gpointer data)
{
  g_autofree char *value
    = gla_store_get_setting (gla_context_get_reader (((Fixture *) data)->record->context),
                             GLA_SETTING_NOTICES, NULL);

  return g_strcmp0 (value, "no") == 0;
}

/* Notices on unless the clinic says otherwise, and shares with the numbers they come from. */
static void
test_records (Fixture       *fixture,
              gconstpointer  data)
{
  GtkWidget *window = GTK_WIDGET (fixture->window);
  GtkWidget *notices;

  show_page (fixture, "records");
  notices = gla_test_find_type (window, GTK_TYPE_SWITCH);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (notices)));
  gtk_switch_set_active (GTK_SWITCH (notices), FALSE);
  g_assert_true (gla_test_wait (has_no_notices, fixture, GLA_TEST_PATIENCE));

  gla_test_await_text (window, "Not counted yet.");
  gla_test_press (window, "Count Now");
  gla_test_await_text (window, "Counting…");
  gla_test_await_text (window, "Counted over the records of 3 patients.");
  gla_test_await_text (window, " %");
  gla_test_screenshot (window, "records-counted");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
  g_test_add_func ("/pages/confirm", test_confirm);

#define ADD(path, func) g_test_add ("/pages/settings/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("clinic", test_clinic);
  ADD ("logo", test_logo);
  ADD ("sheets", test_sheets);
  ADD ("staff", test_staff);
  ADD ("catalogue", test_catalogue);
  ADD ("backup", test_backup);
  ADD ("records", test_records);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos of a patient over a real clinic file, with files as cameras write them. */

#include "config.h"

#include "gla-confirm.h"
#include "gla-database.h"
#include "gla-record-page.h"
#include "gla-setting.h"
#include "gla-store-photo.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-photos.h"
#include "gla-test-picture.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <string.h>

typedef struct
{
  GlaTestPhotos *fixture;
  GlaDay marketing_day;
  int place;
} Expected;

static gboolean
has_first (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) photos = gla_test_photos_list_photos (expected->fixture);
  const GlaPhoto *photo = photos->pdata[0];

  return photo->marketing_day == expected->marketing_day
         && gla_photo_view_get_place (gla_photo_get_view (photo)) == expected->place;
}

static void
await_first (GlaTestPhotos *self,
             int            place,
             GlaDay         marketing_day)
{
  Expected expected = { .fixture = self, .place = place, .marketing_day = marketing_day };

  g_assert_true (gla_test_wait (has_first, &expected, GLA_TEST_PATIENCE));
}

static void
test_empty (GlaTestPhotos *self,
            gconstpointer  data)
{
  gla_test_photos_open_window (self);
  gla_test_await_text (GTK_WIDGET (self->window), "No Photos of This Visit");
  gla_test_await (GTK_WIDGET (self->window), "Add Frown, left oblique");
  gla_test_assert_named (GTK_WIDGET (self->window));
  gla_test_screenshot (GTK_WIDGET (self->window), "photos-empty");
}

/* Upright and without anything but pixels, in the place on which it was dropped. */
static void
test_add (GlaTestPhotos *self,
          gconstpointer  data)
{
  GSList *files = NULL;
  g_autofree char *author = g_strdup (gla_context_get_author (self->record->context));
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GBytes) picture = NULL;
  const GlaPhoto *photo;

  gla_test_photos_open_window (self);
  gla_test_photos_write_jpeg (self, &files, "IMG_0001.JPG", 0);
  gla_test_photos_write_jpeg (self, &files, "IMG_0002.JPG", 9);
  gla_test_photos_drop (self, 4, files);
  gla_test_photos_await_count (self, 2);
  photos = gla_test_photos_list_photos (self);
  photo = photos->pdata[0];
  g_assert_cmpint (gla_photo_view_get_place (gla_photo_get_view (photo)), ==, 4);
  g_assert_cmpint (photo->day, ==, gla_day_new (2026, 11, 23));
  g_assert_cmpint (photo->width, ==, 900);
  g_assert_cmpint (photo->height, ==, 1200);
  g_assert_cmpint (photo->marketing_day, ==, GLA_DAY_NONE);
  g_assert_cmpstr (photo->staff, ==, author);
  picture = gla_store_read_picture (gla_context_get_reader (self->record->context), photo->id,
                                    NULL);
  g_assert_false (gla_test_has_bytes (picture, "Exif", 4));
  g_assert_false (gla_test_has_bytes (picture, GLA_TEST_CAMERA, strlen (GLA_TEST_CAMERA)));
  /* The second is not sorted by guessing. */
  g_assert_cmpint (((const GlaPhoto *) photos->pdata[1])->expression, ==,
                   GLA_PHOTO_EXPRESSION_NONE);
  gla_test_await (GTK_WIDGET (self->window), "Frown, left oblique");
  gla_test_await_text (GTK_WIDGET (self->window), "1 of 12 views");
  gla_test_await_text (GTK_WIDGET (self->window), "More photos of this visit");
  gla_test_assert_named (GTK_WIDGET (self->window));
  gla_test_spin (300);
  gla_test_screenshot (GTK_WIDGET (self->window), "photos");
}

/* One clear line for each that can't be taken; the others are. */
static void
test_problems (GlaTestPhotos *self,
               gconstpointer  data)
{
  GSList *files = NULL;
  g_autoptr (GBytes) jpeg = gla_test_jpeg (400, 300, 1, 0);
  g_autoptr (GBytes) text = g_bytes_new_static ("Dear Dr Osei", 12);
  g_autoptr (GBytes) cut = g_bytes_new_from_bytes (jpeg, 0, g_bytes_get_size (jpeg) / 2);
  g_autoptr (GBytes) huge = gla_test_png_header (11552, 8672);
  g_autoptr (GBytes) hollow = gla_test_png_header (100, 100);
  g_autofree char *all = NULL;
  GtkWindow *window;

  gla_test_photos_open_window (self);
  files = g_slist_append (files, gla_test_photos_write_file (self, "text.jpg", text));
  files = g_slist_append (files, gla_test_photos_write_file (self, "cut.jpg", cut));
  files = g_slist_append (files, gla_test_photos_write_file (self, "good.jpg", jpeg));
  files = g_slist_append (files, gla_test_photos_write_file (self, "huge.png", huge));
  files = g_slist_append (files, gla_test_photos_write_file (self, "hollow.png", hollow));
  files = g_slist_append (files, gla_test_photos_write_file (self, "again.jpg", jpeg));
  gla_test_photos_drop (self, -1, files);
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (window), "5 pictures were not added");
  all = gla_test_dup_text (GTK_WIDGET (window));
  g_assert_nonnull (strstr (all, "text.jpg: This is not a JPEG or PNG picture."));
  g_assert_nonnull (strstr (all, "cut.jpg: The file is cut short."));
  g_assert_nonnull (strstr (all, "huge.png: The picture has 100 million pixels"));
  g_assert_nonnull (strstr (all, "hollow.png: The picture is damaged."));
  g_assert_nonnull (strstr (all, "again.jpg: The patient’s record has this picture already."));
  gla_test_screenshot (GTK_WIDGET (window), "photos-problems");
  gtk_window_destroy (window);
  gla_test_photos_await_count (self, 1);
}

/* Stopped while the first is made ready: what was not added by then is not. */
static void
test_stop (GlaTestPhotos *self,
           gconstpointer  data)
{
  GSList *files = NULL;

  gla_test_photos_open_window (self);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("IMG_%u.JPG", i);

      gla_test_photos_write_jpeg (self, &files, name, i * 10);
    }
  gla_test_photos_drop (self, 0, files);
  gla_test_photos_stop_adding (self);
  gla_test_photos_await_count (self, 0);
}

/* What is given while other pictures are on their way in comes after them, and is not lost. */
static void
test_waiting (GlaTestPhotos *self,
              gconstpointer  data)
{
  GSList *first = NULL, *second = NULL;
  g_autoptr (GPtrArray) photos = NULL;

  gla_test_photos_open_window (self);
  gla_test_photos_write_jpeg (self, &first, "a.jpg", 0);
  gla_test_photos_write_jpeg (self, &second, "b.jpg", 30);
  gla_test_photos_drop (self, 0, first);
  gla_test_photos_drop (self, 3, second);
  g_assert_nonnull (GLA_PHOTOS_WINDOW (self->window)->adding);
  gla_test_photos_await_count (self, 2);
  photos = gla_test_photos_list_photos (self);
  g_assert_cmpint (gla_photo_view_get_place (gla_photo_get_view (photos->pdata[0])), ==, 0);
  g_assert_cmpint (gla_photo_view_get_place (gla_photo_get_view (photos->pdata[1])), ==, 3);
  gla_test_await_text (GTK_WIDGET (self->window), "2 of 12 views");
}

static void
set_switch (GlaTestPhotos *self,
            gboolean       on)
{
  gtk_switch_set_active (GTK_SWITCH (gla_test_find_type (GTK_WIDGET (self->window),
                                                         GTK_TYPE_SWITCH)),
                         on);
}

/* Marketing use is agreed for one photo, sorted into another view, and both taken back. */
static void
test_amend (GlaTestPhotos *self,
            gconstpointer  data)
{
  GSList *files = NULL;
  GlaDay today = gla_day_new (2026, 11, 23);
  GtkWidget *row;

  gla_test_photos_open_window (self);
  gla_test_photos_write_jpeg (self, &files, "a.jpg", 0);
  gla_test_photos_drop (self, 0, files);
  gla_test_photos_await_count (self, 1);
  gla_test_await (GTK_WIDGET (self->window), "Void…");
  set_switch (self, TRUE);
  await_first (self, 0, today);
  gla_test_await_text (GTK_WIDGET (self->window), "for this photo");
  row = gla_test_find_type (GTK_WIDGET (self->window), ADW_TYPE_COMBO_ROW);
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), GLA_PHOTO_SMILE);
  await_first (self, 9, today);
  gla_test_await (GTK_WIDGET (self->window), "Smile, front; may be used for marketing");
  gla_context_undo (self->record->context);
  await_first (self, 0, today);
  gla_context_undo (self->record->context);
  await_first (self, 0, GLA_DAY_NONE);
}

static gboolean
is_off (gpointer data)
{
  return !gtk_switch_get_active (data);
}

/* What could not be saved is not shown as if it were. */
static void
test_failed_amend (GlaTestPhotos *self,
                   gconstpointer  data)
{
  GSList *files = NULL;
  g_autoptr (GError) error = NULL;
  GlaDatabase *database;
  GtkWidget *on;

  gla_test_photos_open_window (self);
  gla_test_photos_write_jpeg (self, &files, "a.jpg", 0);
  gla_test_photos_drop (self, 0, files);
  gla_test_photos_await_count (self, 1);
  gla_test_await (GTK_WIDGET (self->window), "Void…");
  database = gla_database_open (self->record->path, GLA_DATABASE_DEFAULT, &error);
  g_assert_no_error (error);
  gla_database_execute (database,
                        "CREATE TRIGGER broken BEFORE UPDATE ON photo"
                        " BEGIN SELECT RAISE (ABORT, 'broken'); END",
                        &error);
  g_assert_no_error (error);
  gla_database_close (database);
  gla_test_spin (300);
  set_switch (self, TRUE);
  on = gla_test_find_type (GTK_WIDGET (self->window), GTK_TYPE_SWITCH);
  g_assert_true (gla_test_wait (is_off, on, GLA_TEST_PATIENCE));
  await_first (self, 0, GLA_DAY_NONE);
}

/* Voided for a reason, and brought back by the keys. */
static void
test_void (GlaTestPhotos *self,
           gconstpointer  data)
{
  GSList *files = NULL;
  GtkWindow *window;

  gla_test_photos_open_window (self);
  gla_test_photos_write_jpeg (self, &files, "a.jpg", 0);
  gla_test_photos_drop (self, 0, files);
  gla_test_photos_await_count (self, 1);
  gla_test_press (GTK_WIDGET (self->window), "Void…");
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_focus (window);
  gla_test_type ("blurred");
  gla_test_press (GTK_WIDGET (window), "Void");
  gla_test_photos_await_count (self, 0);
  gla_test_await_text (GTK_WIDGET (self->window), "No Photos of This Visit");
  gla_test_focus (self->window);
  gla_test_key ("<Control>z");
  gla_test_photos_await_count (self, 1);
}

/* A picture and files on the clipboard, and nothing that could be pasted. */
static void
test_paste (GlaTestPhotos *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) png = gla_test_png (400, 300);
  g_autoptr (GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", png);
  g_autoptr (GdkContentProvider) text = gdk_content_provider_new_typed (G_TYPE_STRING, "words");
  GdkClipboard *clipboard;
  GtkWindow *window;

  gla_test_photos_open_window (self);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  gdk_clipboard_set_content (clipboard, text);
  gla_test_key ("<Control>v");
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (window), "There is no picture on the clipboard.");
  gtk_window_destroy (window);
  gdk_clipboard_set_content (clipboard, picture);
  gla_test_focus (self->window);
  gla_test_key ("<Control>v");
  gla_test_photos_await_count (self, 1);
}

/* A change made elsewhere leaves the keyboard where it was. */
static void
test_focus (GlaTestPhotos *self,
            gconstpointer  data)
{
  GlaPhotosWindow *window;

  gla_test_photos_open_window (self);
  window = GLA_PHOTOS_WINDOW (self->window);
  gla_test_photos_add_photo (self, gla_day_new (2026, 11, 23), 0, 0);
  gla_test_await_text (GTK_WIDGET (self->window), "1 of 12 views");
  gtk_widget_grab_focus (gla_test_await (GTK_WIDGET (self->window), "Add Smile, front"));
  g_assert_cmpint (gla_photo_grid_get_place (window->grid), ==, 9);
  gla_test_photos_add_photo (self, gla_day_new (2026, 11, 23), 3, 20);
  gla_test_await_text (GTK_WIDGET (self->window), "2 of 12 views");
  g_assert_cmpint (gla_photo_grid_get_place (window->grid), ==, 9);
  gtk_widget_grab_focus (
    GTK_WIDGET (gtk_list_box_get_selected_row (window->visits_list)));
  gla_test_photos_add_photo (self, gla_day_new (2026, 11, 23), 6, 40);
  gla_test_await_text (GTK_WIDGET (self->window), "3 of 12 views");
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (window->visits_list)));
}

/* Two days side by side and with the line; without two days it says what to do. */
static void
test_compare (GlaTestPhotos *self,
              gconstpointer  data)
{
  GtkWidget *root;
  GtkWidget *compare;

  gla_test_photos_open_window (self);
  root = GTK_WIDGET (self->window);
  gla_test_key ("<Control>d");
  gla_test_await_text (root, "Nothing to Compare Yet");
  gla_test_screenshot (root, "photos-compare-empty");
  for (int place = 3; place < 6; place++)
    gla_test_photos_add_photo (self, gla_day_new (2026, 10, 12), place, (guint) place * 10);
  gla_test_photos_add_photo (self, gla_day_new (2026, 10, 26), 3, 20);
  compare = gla_test_await (root, "Frown, front on 12 Oct 2026 and on 26 Oct 2026");
  gla_test_assert_named (root);
  gla_test_spin (300);
  gla_test_screenshot (root, "photos-compare");
  gtk_widget_grab_focus (compare);
  gla_test_key ("plus");
  gla_test_await_text (root, "125 %");
  gla_test_press (root, "Wipe");
  gla_test_key ("<Control>Right");
  gla_test_spin (200);
  gla_test_screenshot (root, "photos-wipe");
  gla_test_press (root, "Whole photos");
  gla_test_await_text (root, "100 %");
  gla_test_key ("<Control>d");
  gla_test_await (root, "Add Smile, front");
}

/* Whoever may not see photos is not led to them, and an open window goes away. */
static void
test_front_desk (GlaTestPhotos *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  const GlaStaff desk = { .name = "Front Desk", .role = GLA_ROLE_FRONT_DESK, .active = TRUE };
  GtkWidget *page = gla_record_page_new (self->record->context);
  GtkWidget *window = g_object_new (ADW_TYPE_WINDOW, "content", page, NULL);
  g_autofree char *id = NULL;

  g_assert_no_error (error);
  g_assert_true (gla_store_add_staff (store, &desk, &id, &error));
  gla_record_page_set_patient (GLA_RECORD_PAGE (page), GLA_TEST_PATIENT);
  gla_test_present (GTK_WINDOW (window));
  gla_test_await_text (page, "Kaya, Mira");
  g_assert_true (gtk_widget_is_sensitive (gla_test_await (page, "Photos")));
  gla_test_photos_open_window (self);
  g_object_add_weak_pointer (G_OBJECT (self->window), (gpointer *) &self->window);

  g_assert_true (gla_store_put_setting (store, GLA_SETTING_AUTHOR, id, &error));
  while (self->window != NULL)
    gla_test_spin (10);
  g_assert_false (gla_photos_may_see (self->record->context));
  while (gtk_widget_is_sensitive (gla_test_await (page, "Photos")))
    gla_test_spin (10);
  gla_record_page_photos (GLA_RECORD_PAGE (page));
  gla_test_spin (100);
  g_assert_null (gla_test_find_type (window, GLA_TYPE_PHOTOS_WINDOW));
  gla_test_destroy (GTK_WINDOW (window));
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
#define TEST(path, func)                                                                           \
  g_test_add (path, GlaTestPhotos, NULL, gla_test_photos_set_up, func, gla_test_photos_tear_down)
  TEST ("/pages/photos-window/empty", test_empty);
  TEST ("/pages/photos-window/add", test_add);
  TEST ("/pages/photos-window/problems", test_problems);
  TEST ("/pages/photos-window/stop", test_stop);
  TEST ("/pages/photos-window/waiting", test_waiting);
  TEST ("/pages/photos-window/amend", test_amend);
  TEST ("/pages/photos-window/failed-amend", test_failed_amend);
  TEST ("/pages/photos-window/focus", test_focus);
  TEST ("/pages/photos-window/void", test_void);
  TEST ("/pages/photos-window/paste", test_paste);
  TEST ("/pages/photos-window/compare", test_compare);
  TEST ("/pages/photos-window/front-desk", test_front_desk);
  return g_test_run ();
}

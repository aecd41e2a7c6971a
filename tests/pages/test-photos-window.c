/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The photos of a patient over a real clinic file, with files as cameras write them. */

#include "config.h"

#include "gla-confirm.h"
#include "gla-photo-prepare.h"
#include "gla-photos-window-private.h"
#include "gla-progress.h"
#include "gla-record-page.h"
#include "gla-setting.h"
#include "gla-store-photo.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-picture.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct
{
  GlaTestRecord *record;
  GtkWindow *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  static GtkCssProvider *provider;

  /* As in the program, so that sizes and pictures are true. */
  if (provider == NULL)
    {
      provider = gtk_css_provider_new ();
      gtk_css_provider_load_from_resource (provider, "/org/glabella/Glabella/ui/style.css");
      gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                                  GTK_STYLE_PROVIDER (provider),
                                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
    }
  self->record = gla_test_record_new ();
}

static void
open_window (Fixture *self)
{
  self->window = gla_photos_window_new (NULL, self->record->context, GLA_TEST_PATIENT,
                                        GLA_DAY_NONE);
  gla_test_present (self->window);
  gla_test_focus (self->window);
  gla_test_await_text (GTK_WIDGET (self->window), "Kaya, Mira");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  if (self->window != NULL)
    gla_test_destroy (self->window);
  gla_test_record_free (self->record);
}

/* A file of that content in the folder of the test. */
static GFile *
write_file (Fixture    *self,
            const char *name,
            GBytes     *content)
{
  g_autofree char *path = g_build_filename (self->record->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
write_jpeg (Fixture    *self,
            GSList    **files,
            const char *name,
            guint       seed)
{
  g_autoptr (GBytes) bytes = gla_test_jpeg (1200, 900, 6, seed);

  *files = g_slist_append (*files, write_file (self, name, bytes));
}

/* As if files were dropped on that place of the checklist. */
static void
drop (Fixture *self,
      int      place,
      GSList  *files)
{
  GtkWidget *grid = gla_test_find_type (GTK_WIDGET (self->window), GLA_TYPE_PHOTO_GRID);
  GdkFileList *list = gdk_file_list_new_from_list (files);

  g_signal_emit_by_name (grid, "dropped", place, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);
}

static GPtrArray *
list_photos (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *photos = gla_store_list_photos (gla_context_get_reader (self->record->context),
                                             GLA_TEST_PATIENT, &error);

  g_assert_no_error (error);
  return photos;
}

typedef struct
{
  Fixture *fixture;
  guint n;
  GlaDay marketing_day;
  int place;
} Expected;

static gboolean
has_count (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) photos = list_photos (expected->fixture);

  return photos->len == expected->n;
}

static void
await_count (Fixture *self,
             guint    n)
{
  Expected expected = { .fixture = self, .n = n };

  g_assert_true (gla_test_wait (has_count, &expected, GLA_TEST_PATIENCE));
}

static gboolean
has_first (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) photos = list_photos (expected->fixture);
  const GlaPhoto *photo = photos->pdata[0];

  return photo->marketing_day == expected->marketing_day
         && gla_photo_view_get_place (gla_photo_get_view (photo)) == expected->place;
}

static void
await_first (Fixture *self,
             int      place,
             GlaDay   marketing_day)
{
  Expected expected = { .fixture = self, .place = place, .marketing_day = marketing_day };

  g_assert_true (gla_test_wait (has_first, &expected, GLA_TEST_PATIENCE));
}

static void
test_empty (Fixture       *self,
            gconstpointer  data)
{
  open_window (self);
  gla_test_await_text (GTK_WIDGET (self->window), "No Photos of This Visit");
  gla_test_await (GTK_WIDGET (self->window), "Add Frown, left oblique");
  gla_test_assert_named (GTK_WIDGET (self->window));
  gla_test_screenshot (GTK_WIDGET (self->window), "photos-empty");
}

/* Upright and without anything but pixels, in the place on which it was dropped. */
static void
test_add (Fixture       *self,
          gconstpointer  data)
{
  GSList *files = NULL;
  g_autofree char *author = g_strdup (gla_context_get_author (self->record->context));
  g_autoptr (GPtrArray) photos = NULL;
  g_autoptr (GBytes) picture = NULL;
  const GlaPhoto *photo;

  open_window (self);
  write_jpeg (self, &files, "IMG_0001.JPG", 0);
  write_jpeg (self, &files, "IMG_0002.JPG", 9);
  drop (self, 4, files);
  await_count (self, 2);
  photos = list_photos (self);
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
test_problems (Fixture       *self,
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

  open_window (self);
  files = g_slist_append (files, write_file (self, "text.jpg", text));
  files = g_slist_append (files, write_file (self, "cut.jpg", cut));
  files = g_slist_append (files, write_file (self, "good.jpg", jpeg));
  files = g_slist_append (files, write_file (self, "huge.png", huge));
  files = g_slist_append (files, write_file (self, "hollow.png", hollow));
  files = g_slist_append (files, write_file (self, "again.jpg", jpeg));
  drop (self, -1, files);
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
  await_count (self, 1);
}

/* Stopped while the first is made ready: what was not added by then is not. */
static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  GSList *files = NULL;
  GtkWidget *progress = NULL;
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  open_window (self);
  for (guint i = 0; i < 5; i++)
    {
      g_autofree char *name = g_strdup_printf ("IMG_%u.JPG", i);

      write_jpeg (self, &files, name, i * 10);
    }
  drop (self, 0, files);
  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GLA_IS_PROGRESS (window))
        progress = window;
    }
  /* It would show itself only after a moment. */
  gtk_widget_show (progress);
  g_signal_emit_by_name (gla_test_find_type (progress, GTK_TYPE_BUTTON), "clicked");
  while (GLA_PHOTOS_WINDOW (self->window)->is_adding)
    gla_test_spin (10);
  await_count (self, 0);
}

static void
set_switch (Fixture  *self,
            gboolean  on)
{
  gtk_switch_set_active (GTK_SWITCH (gla_test_find_type (GTK_WIDGET (self->window),
                                                         GTK_TYPE_SWITCH)),
                         on);
}

/* Marketing use is agreed for one photo, sorted into another view, and both taken back. */
static void
test_amend (Fixture       *self,
            gconstpointer  data)
{
  GSList *files = NULL;
  GlaDay today = gla_day_new (2026, 11, 23);
  GtkWidget *row;

  open_window (self);
  write_jpeg (self, &files, "a.jpg", 0);
  drop (self, 0, files);
  await_count (self, 1);
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

/* Voided for a reason, and brought back by the keys. */
static void
test_void (Fixture       *self,
           gconstpointer  data)
{
  GSList *files = NULL;
  GtkWindow *window;

  open_window (self);
  write_jpeg (self, &files, "a.jpg", 0);
  drop (self, 0, files);
  await_count (self, 1);
  gla_test_press (GTK_WIDGET (self->window), "Void…");
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_focus (window);
  gla_test_type ("blurred");
  gla_test_press (GTK_WIDGET (window), "Void");
  await_count (self, 0);
  gla_test_await_text (GTK_WIDGET (self->window), "No Photos of This Visit");
  gla_test_focus (self->window);
  gla_test_key ("<Control>z");
  await_count (self, 1);
}

/* A picture and files on the clipboard, and nothing that could be pasted. */
static void
test_paste (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GBytes) png = gla_test_png (400, 300);
  g_autoptr (GdkContentProvider) picture = gdk_content_provider_new_for_bytes ("image/png", png);
  g_autoptr (GdkContentProvider) text = gdk_content_provider_new_typed (G_TYPE_STRING, "words");
  GdkClipboard *clipboard;
  GtkWindow *window;

  open_window (self);
  clipboard = gtk_widget_get_clipboard (GTK_WIDGET (self->window));
  gdk_clipboard_set_content (clipboard, text);
  gla_test_key ("<Control>v");
  window = gla_test_await_window (GLA_TYPE_CONFIRM_WINDOW);
  gla_test_await_text (GTK_WIDGET (window), "There is no picture on the clipboard.");
  gtk_window_destroy (window);
  gdk_clipboard_set_content (clipboard, picture);
  gla_test_focus (self->window);
  gla_test_key ("<Control>v");
  await_count (self, 1);
}

/* A photo of that day and place, as another program would add it. */
static void
add_photo (Fixture *self,
           GlaDay   day,
           int      place,
           guint    seed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (self->record->path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GBytes) file = gla_test_jpeg (900, 1200, 1, seed);
  g_autoptr (GlaPhotoPrepared) prepared = gla_photo_prepare (file, &error);
  GlaPhotoView view = gla_photo_view_from_place (place);
  const GlaPhoto photo = { .patient = GLA_TEST_PATIENT, .day = day, .expression = view.expression,
                           .angle = view.angle, .width = prepared->width,
                           .height = prepared->height };

  g_assert_no_error (error);
  gla_store_add_photo (store, &photo, prepared->picture, prepared->thumbnail, NULL, &error);
  g_assert_no_error (error);
}

/* Two days side by side and with the line; without two days it says what to do. */
static void
test_compare (Fixture       *self,
              gconstpointer  data)
{
  GtkWidget *root;
  GtkWidget *compare;

  open_window (self);
  root = GTK_WIDGET (self->window);
  gla_test_key ("<Control>d");
  gla_test_await_text (root, "Nothing to Compare Yet");
  gla_test_screenshot (root, "photos-compare-empty");
  for (int place = 3; place < 6; place++)
    add_photo (self, gla_day_new (2026, 10, 12), place, (guint) place * 10);
  add_photo (self, gla_day_new (2026, 10, 26), 3, 20);
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

/* New pictures of the camera's folder are offered, and taken when asked for. */
static void
test_folder (Fixture       *self,
             gconstpointer  data)
{
  GSettings *settings = gla_context_get_settings (self->record->context);
  GSList *files = NULL;
  g_autofree char *folder = g_build_filename (self->record->folder, "camera", NULL);
  GtkWidget *root;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  write_jpeg (self, &files, "camera/IMG_1.JPG", 0);
  g_settings_set_string (settings, "photo-folder", folder);
  open_window (self);
  root = GTK_WIDGET (self->window);
  gla_test_await_text (root, "1 new picture is in “camera”.");
  write_jpeg (self, &files, "camera/IMG_2.JPG", 9);
  write_jpeg (self, &files, "camera/notes.txt", 1);
  gla_test_await_text (root, "2 new pictures are in “camera”.");
  await_count (self, 0);
  gla_test_screenshot (root, "photos-folder");
  gla_test_press (root, "Add to This Visit");
  await_count (self, 2);
  gla_test_await_text (root, "Not sorted");
  g_assert_false (gtk_revealer_get_reveal_child (
    GLA_PHOTOS_WINDOW (self->window)->folder_revealer));
  /* Nor are they offered as those of the next patient. */
  gla_test_destroy (self->window);
  self->window = gla_photos_window_new (NULL, self->record->context, GLA_TEST_EMPTY_PATIENT,
                                        GLA_DAY_NONE);
  gla_test_present (self->window);
  gla_test_await_text (GTK_WIDGET (self->window), "No Photos of This Visit");
  gla_test_spin (300);
  g_assert_false (gtk_revealer_get_reveal_child (
    GLA_PHOTOS_WINDOW (self->window)->folder_revealer));
  g_settings_reset (settings, "photo-folder");
  g_slist_free_full (files, g_object_unref);
}

/* Whoever may not see photos is not led to them, and an open window goes away. */
static void
test_front_desk (Fixture       *self,
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
  open_window (self);
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
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/pages/photos-window/empty", test_empty);
  TEST ("/pages/photos-window/add", test_add);
  TEST ("/pages/photos-window/problems", test_problems);
  TEST ("/pages/photos-window/stop", test_stop);
  TEST ("/pages/photos-window/amend", test_amend);
  TEST ("/pages/photos-window/void", test_void);
  TEST ("/pages/photos-window/paste", test_paste);
  TEST ("/pages/photos-window/compare", test_compare);
  TEST ("/pages/photos-window/folder", test_folder);
  TEST ("/pages/photos-window/front-desk", test_front_desk);
  return g_test_run ();
}

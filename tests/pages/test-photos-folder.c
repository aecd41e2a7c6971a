/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures of the folder of a camera, in the photos of a patient. */

#include "config.h"

#include "gla-test-photos.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

#include <glib/gstdio.h>

/* New pictures of the camera's folder are offered, and taken when asked for. */
static void
test_folder (GlaTestPhotos *self,
             gconstpointer  data)
{
  GSettings *settings = gla_context_get_settings (self->record->context);
  GSList *files = NULL;
  g_autofree char *folder = g_build_filename (self->record->folder, "camera", NULL);
  GtkWidget *root;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gla_test_photos_write_jpeg (self, &files, "camera/IMG_1.JPG", 0);
  g_settings_set_string (settings, "photo-folder", folder);
  gla_test_photos_open_window (self);
  root = GTK_WIDGET (self->window);
  gla_test_await_text (root, "1 new picture is in “camera”.");
  gla_test_photos_write_jpeg (self, &files, "camera/IMG_2.JPG", 9);
  gla_test_photos_write_jpeg (self, &files, "camera/notes.txt", 1);
  gla_test_await_text (root, "2 new pictures are in “camera”.");
  gla_test_photos_await_count (self, 0);
  gla_test_screenshot (root, "photos-folder");
  gla_test_press (root, "Add to This Visit");
  gla_test_photos_await_count (self, 2);
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

/* Those that were not taken because somebody stopped are offered still. */
static void
test_folder_stop (GlaTestPhotos *self,
                  gconstpointer  data)
{
  GSettings *settings = gla_context_get_settings (self->record->context);
  GSList *files = NULL;
  g_autofree char *folder = g_build_filename (self->record->folder, "camera", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  gla_test_photos_write_jpeg (self, &files, "camera/IMG_1.JPG", 0);
  gla_test_photos_write_jpeg (self, &files, "camera/IMG_2.JPG", 9);
  g_settings_set_string (settings, "photo-folder", folder);
  gla_test_photos_open_window (self);
  gla_test_await_text (GTK_WIDGET (self->window), "2 new pictures are in “camera”.");
  gla_test_press (GTK_WIDGET (self->window), "Add to This Visit");
  gla_test_photos_stop_adding (self);
  gla_test_photos_await_count (self, 0);
  gla_test_await_text (GTK_WIDGET (self->window), "2 new pictures are in “camera”.");
  g_assert_true (gtk_revealer_get_reveal_child (
    GLA_PHOTOS_WINDOW (self->window)->folder_revealer));
  g_settings_reset (settings, "photo-folder");
  g_slist_free_full (files, g_object_unref);
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();
  g_test_add ("/pages/photos-folder/offered", GlaTestPhotos, NULL, gla_test_photos_set_up,
              test_folder, gla_test_photos_tear_down);
  g_test_add ("/pages/photos-folder/stopped", GlaTestPhotos, NULL, gla_test_photos_set_up,
              test_folder_stop, gla_test_photos_tear_down);
  return g_test_run ();
}

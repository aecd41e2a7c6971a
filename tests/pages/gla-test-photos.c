/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-photos.h"

#include "gla-photo-prepare.h"
#include "gla-progress.h"
#include "gla-store-photo.h"
#include "gla-test-picture.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"

void
gla_test_photos_set_up (GlaTestPhotos *self,
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

void
gla_test_photos_open_window (GlaTestPhotos *self)
{
  self->window = gla_photos_window_new (NULL, self->record->context, GLA_TEST_PATIENT,
                                        GLA_DAY_NONE);
  gla_test_present (self->window);
  gla_test_focus (self->window);
  gla_test_await_text (GTK_WIDGET (self->window), "Kaya, Mira");
}

void
gla_test_photos_tear_down (GlaTestPhotos *self,
                           gconstpointer  data)
{
  if (self->window != NULL)
    gla_test_destroy (self->window);
  gla_test_record_free (self->record);
}

/* A file of that content in the folder of the test. */
GFile *
gla_test_photos_write_file (GlaTestPhotos *self,
                            const char    *name,
                            GBytes        *content)
{
  g_autofree char *path = g_build_filename (self->record->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, g_bytes_get_data (content, NULL), (gssize) g_bytes_get_size (content),
                       &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

void
gla_test_photos_write_jpeg (GlaTestPhotos *self,
                            GSList       **files,
                            const char    *name,
                            guint          seed)
{
  g_autoptr (GBytes) bytes = gla_test_jpeg (1200, 900, 6, seed);

  *files = g_slist_append (*files, gla_test_photos_write_file (self, name, bytes));
}

/* As if files were dropped on that place of the checklist. */
void
gla_test_photos_drop (GlaTestPhotos *self,
                      int            place,
                      GSList        *files)
{
  GtkWidget *grid = gla_test_find_type (GTK_WIDGET (self->window), GLA_TYPE_PHOTO_GRID);
  GdkFileList *list = gdk_file_list_new_from_list (files);

  g_signal_emit_by_name (grid, "dropped", place, list);
  g_boxed_free (GDK_TYPE_FILE_LIST, list);
  g_slist_free_full (files, g_object_unref);
}

/* As if somebody pressed Stop while the first picture is made ready. */
void
gla_test_photos_stop_adding (GlaTestPhotos *self)
{
  GtkWidget *progress = NULL;
  g_autoptr (GListModel) toplevels = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (toplevels); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (toplevels, i);

      if (GLA_IS_PROGRESS (window))
        progress = window;
    }
  /* It would show itself only after a moment. */
  gtk_widget_show (progress);
  g_signal_emit_by_name (gla_test_find_type (progress, GTK_TYPE_BUTTON), "clicked");
  while (GLA_PHOTOS_WINDOW (self->window)->adding != NULL)
    gla_test_spin (10);
}

GPtrArray *
gla_test_photos_list_photos (GlaTestPhotos *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *photos = gla_store_list_photos (gla_context_get_reader (self->record->context),
                                             GLA_TEST_PATIENT, &error);

  g_assert_no_error (error);
  return photos;
}

typedef struct
{
  GlaTestPhotos *fixture;
  guint n;
} Expected;

static gboolean
has_count (gpointer data)
{
  const Expected *expected = data;
  g_autoptr (GPtrArray) photos = gla_test_photos_list_photos (expected->fixture);

  return photos->len == expected->n;
}

void
gla_test_photos_await_count (GlaTestPhotos *self,
                             guint          n)
{
  Expected expected = { .fixture = self, .n = n };

  g_assert_true (gla_test_wait (has_count, &expected, GLA_TEST_PATIENCE));
}

/* A photo of that day and place, as another program would add it. */
void
gla_test_photos_add_photo (GlaTestPhotos *self,
                           GlaDay         day,
                           int            place,
                           guint          seed)
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

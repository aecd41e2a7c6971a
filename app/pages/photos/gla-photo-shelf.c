/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-shelf.h"

#include "gla-store-photo.h"

struct _GlaPhotoShelf
{
  GlaContext *context;
  GHashTable *thumbnails; /* (element-type utf8 GdkTexture): by identifier of the photo */
};

GlaPhotoShelf *
gla_photo_shelf_new (GlaContext *context)
{
  GlaPhotoShelf *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_new0 (GlaPhotoShelf, 1);
  self->context = g_object_ref (context);
  self->thumbnails = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
gla_photo_shelf_free (GlaPhotoShelf *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->context);
  g_hash_table_unref (self->thumbnails);
  g_free (self);
}

static gpointer
read_picture (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return gla_store_read_picture (store, data, error);
}

static gpointer
read_thumbnail (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  return gla_store_read_thumbnail (store, data, error);
}

static void
decode_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  GError *error = NULL;
  GdkTexture *texture = gdk_texture_new_from_bytes (task_data, &error);

  if (texture != NULL)
    g_task_return_pointer (task, texture, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, bytes, (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, decode_in_thread);
}

static void
load (GlaPhotoShelf       *self,
      GlaStoreFunc         read,
      const char          *photo,
      GCancellable        *cancellable,
      GAsyncReadyCallback  callback,
      gpointer             user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, load);
  gla_store_worker_run_async (gla_context_get_worker (self->context), read, g_strdup (photo),
                              g_free, (GDestroyNotify) g_bytes_unref, cancellable, read_cb, task);
}

void
gla_photo_shelf_load_async (GlaPhotoShelf       *self,
                            const char          *photo,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (photo != NULL);

  load (self, read_picture, photo, cancellable, callback, user_data);
}

GdkTexture *
gla_photo_shelf_load_finish (GAsyncResult  *result,
                             GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A thumbnail on its way to a picture. Of the shelf only the table is held, which lives on. */
typedef struct
{
  GHashTable *thumbnails;
  GtkPicture *picture;
  char *photo;
} Wanted;

static void
wanted_free (Wanted *wanted)
{
  g_hash_table_unref (wanted->thumbnails);
  g_object_unref (wanted->picture);
  g_free (wanted->photo);
  g_free (wanted);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wanted, wanted_free)

static void
thumbnail_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Wanted) wanted = user_data;
  g_autoptr (GdkTexture) texture = gla_photo_shelf_load_finish (result, NULL);

  /* One that can't be read stays empty; opening the photo says why. */
  if (texture == NULL)
    return;
  g_hash_table_replace (wanted->thumbnails, g_strdup (wanted->photo), g_object_ref (texture));
  gtk_picture_set_paintable (wanted->picture, GDK_PAINTABLE (texture));
}

GdkTexture *
gla_photo_shelf_find (GlaPhotoShelf *self,
                      const char    *photo)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (photo != NULL, NULL);

  return g_hash_table_lookup (self->thumbnails, photo);
}

void
gla_photo_shelf_show (GlaPhotoShelf *self,
                      GtkPicture    *picture,
                      const char    *photo)
{
  GdkTexture *texture;
  Wanted *wanted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (GTK_IS_PICTURE (picture));
  g_return_if_fail (photo != NULL);

  texture = gla_photo_shelf_find (self, photo);
  if (texture != NULL)
    {
      gtk_picture_set_paintable (picture, GDK_PAINTABLE (texture));
      return;
    }
  wanted = g_new0 (Wanted, 1);
  wanted->thumbnails = g_hash_table_ref (self->thumbnails);
  wanted->picture = g_object_ref (picture);
  wanted->photo = g_strdup (photo);
  load (self, read_thumbnail, photo, NULL, thumbnail_cb, wanted);
}

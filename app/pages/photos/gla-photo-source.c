/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-source.h"

#include "gla-i18n.h"
#include "gla-photo-file.h"

GlaPhotoSource *
gla_photo_source_new_file (GFile *file)
{
  GlaPhotoSource *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_new0 (GlaPhotoSource, 1);
  self->file = g_object_ref (file);
  return self;
}

GlaPhotoSource *
gla_photo_source_new_bytes (GBytes *bytes)
{
  GlaPhotoSource *self;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_new0 (GlaPhotoSource, 1);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

void
gla_photo_source_free (GlaPhotoSource *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->file);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self);
}

GPtrArray *
gla_photo_sources_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gla_photo_source_free);
}

char *
gla_photo_source_get_name (const GlaPhotoSource *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->file == NULL)
    return g_strdup (_("Clipboard"));
  name = g_file_get_basename (self->file);
  return name != NULL ? g_filename_display_name (name) : g_strdup ("");
}

GlaPhotoPrepared *
gla_photo_source_prepare (const GlaPhotoSource  *self,
                          GCancellable          *cancellable,
                          GError               **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  bytes = self->file != NULL ? gla_photo_file_read (self->file, cancellable, error)
                             : g_bytes_ref (self->bytes);
  return bytes != NULL ? gla_photo_prepare (bytes, error) : NULL;
}

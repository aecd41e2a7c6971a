/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-file.h"

#include "gla-i18n.h"
#include "gla-photo-error.h"

#define STEP (256 * 1024)

GBytes *
gla_photo_stream_read (GInputStream  *stream,
                       GCancellable  *cancellable,
                       GError       **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  gsize length;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  do
    {
      guint before = content->len;

      g_byte_array_set_size (content, before + STEP);
      if (!g_input_stream_read_all (stream, content->data + before, STEP, &length, cancellable,
                                    error))
        return NULL;
      g_byte_array_set_size (content, before + (guint) length);
      if (content->len > GLA_PHOTO_MAX_BYTES)
        {
          g_set_error (error, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_LARGE,
                       _("The file is larger than the %d MB that are taken. Save the picture "
                         "smaller and add that."),
                       GLA_PHOTO_MAX_BYTES / 1024 / 1024);
          return NULL;
        }
    }
  while (length == STEP);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GBytes *
gla_photo_file_read (GFile         *file,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GFileInputStream) stream = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  stream = g_file_read (file, cancellable, error);
  return stream == NULL ? NULL
                        : gla_photo_stream_read (G_INPUT_STREAM (stream), cancellable, error);
}

gboolean
gla_photo_file_has_name (const char *name)
{
  static const char *const endings[] = { ".jpg", ".jpeg", ".png" };
  g_autofree char *lower = NULL;

  g_return_val_if_fail (name != NULL, FALSE);

  lower = g_ascii_strdown (name, -1);
  if (lower[0] == '.')
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      return TRUE;
  return FALSE;
}

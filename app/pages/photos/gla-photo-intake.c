/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-intake.h"

#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-photo-error.h"
#include "gla-photo-file.h"
#include "gla-photo-source.h"

static void
return_sources (GTask     *task,
                GPtrArray *sources)
{
  g_task_return_pointer (task, sources, (GDestroyNotify) g_ptr_array_unref);
}

/* Files */

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GListModel) files = gla_file_dialogs_open_many_finish (result);
  GPtrArray *sources = gla_photo_sources_new ();

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      g_ptr_array_add (sources, gla_photo_source_new_file (file));
    }
  return_sources (task, sources);
}

void
gla_photo_intake_choose_async (GtkWindow           *parent,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GTask *task = g_task_new (NULL, NULL, callback, user_data);

  g_task_set_source_tag (task, gla_photo_intake_choose_async);
  gla_file_dialogs_open_many_async (parent, _("Add Photos"), _("_Add"), GLA_FILE_PHOTO, NULL, NULL,
                                    chosen_cb, task);
}

GPtrArray *
gla_photo_intake_from_drop (GdkFileList *files)
{
  GPtrArray *sources = gla_photo_sources_new ();
  g_autoptr (GSList) list = NULL;

  g_return_val_if_fail (files != NULL, sources);

  list = gdk_file_list_get_files (files);
  for (GSList *l = list; l != NULL; l = l->next)
    g_ptr_array_add (sources, gla_photo_source_new_file (l->data));
  return sources;
}

/* Clipboard */

static void
read_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autoptr (GPtrArray) sources = gla_photo_sources_new ();
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  bytes = gla_photo_stream_read (task_data, cancellable, &error);
  if (bytes == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_ptr_array_add (sources, gla_photo_source_new_bytes (bytes));
  return_sources (task, g_steal_pointer (&sources));
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GInputStream *stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (source), result, NULL, &error);

  if (stream == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_task_set_task_data (task, stream, g_object_unref);
  g_task_run_in_thread (task, read_in_thread);
}

static void
files_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  const GValue *value = gdk_clipboard_read_value_finish (GDK_CLIPBOARD (source), result, &error);

  if (value == NULL)
    g_task_return_error (task, error);
  else
    return_sources (task, gla_photo_intake_from_drop (g_value_get_boxed (value)));
}

void
gla_photo_intake_paste_async (GtkWidget           *widget,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  static const char *types[] = { "image/jpeg", "image/png", NULL };
  g_autoptr (GTask) task = g_task_new (NULL, NULL, callback, user_data);
  GdkClipboard *clipboard;
  GdkContentFormats *formats;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_task_set_source_tag (task, gla_photo_intake_paste_async);
  clipboard = gtk_widget_get_clipboard (widget);
  formats = gdk_clipboard_get_formats (clipboard);
  if (gdk_content_formats_contain_gtype (formats, GDK_TYPE_FILE_LIST))
    gdk_clipboard_read_value_async (clipboard, GDK_TYPE_FILE_LIST, G_PRIORITY_DEFAULT, NULL,
                                    files_cb, g_steal_pointer (&task));
  else if (gdk_content_formats_contain_mime_type (formats, types[0])
           || gdk_content_formats_contain_mime_type (formats, types[1]))
    gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, NULL, opened_cb,
                              g_steal_pointer (&task));
  else
    g_task_return_new_error (task, GLA_PHOTO_ERROR, GLA_PHOTO_ERROR_KIND, "%s",
                             _("There is no picture on the clipboard. Copy one first, or choose a "
                               "file."));
}

GPtrArray *
gla_photo_intake_finish (GAsyncResult  *result,
                         GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-folder.h"

#include "gla-photo-file.h"

struct _GlaPhotoFolder
{
  GObject parent_instance;

  /* Owned */
  GSettings *settings;
  GFile *folder;             /* NULL: none */
  GFileMonitor *monitor;
  GCancellable *cancellable; /* of the look at what is there already */
  GPtrArray *files;          /* (element-type GFile): new */

  gint64 look_back;
};

enum { SIGNAL_CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaPhotoFolder, gla_photo_folder, G_TYPE_OBJECT)

static gboolean
find_file (GlaPhotoFolder *self,
           GFile          *file,
           guint          *index)
{
  return g_ptr_array_find_with_equal_func (self->files, file, (GEqualFunc) g_file_equal, index);
}

static gboolean
add_file (GlaPhotoFolder *self,
          GFile          *file)
{
  g_autofree char *name = g_file_get_basename (file);

  if (name == NULL || !gla_photo_file_has_name (name) || find_file (self, file, NULL))
    return FALSE;
  g_ptr_array_add (self->files, g_object_ref (file));
  return TRUE;
}

static gboolean
drop_file (GlaPhotoFolder *self,
           GFile          *file)
{
  guint index;

  if (!find_file (self, file, &index))
    return FALSE;
  g_ptr_array_remove_index (self->files, index);
  return TRUE;
}

/* A file counts once it is written to its end, or has got its name. */
static void
folder_changed_cb (GlaPhotoFolder    *self,
                   GFile             *file,
                   GFile             *other,
                   GFileMonitorEvent  event)
{
  gboolean is_changed = FALSE;

  if (event == G_FILE_MONITOR_EVENT_CHANGES_DONE_HINT || event == G_FILE_MONITOR_EVENT_MOVED_IN)
    is_changed = add_file (self, file);
  else if (event == G_FILE_MONITOR_EVENT_RENAMED)
    {
      is_changed = drop_file (self, file);
      is_changed |= other != NULL && add_file (self, other);
    }
  else if (event == G_FILE_MONITOR_EVENT_DELETED || event == G_FILE_MONITOR_EVENT_MOVED_OUT)
    is_changed = drop_file (self, file);
  if (is_changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* What is there already */

typedef struct
{
  GFile *folder;
  gint64 after; /* seconds since 1970 */
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->folder);
  g_free (look);
}

/* In a thread: a folder on a network or a card may be slow. One that can't be read has nothing. */
static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  const Look *look = task_data;
  GPtrArray *files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children
    = g_file_enumerate_children (look->folder,
                                 G_FILE_ATTRIBUTE_STANDARD_NAME ","
                                 G_FILE_ATTRIBUTE_TIME_MODIFIED,
                                 G_FILE_QUERY_INFO_NONE, cancellable, NULL);
  GFileInfo *info;
  GFile *file;

  while (children != NULL
         && g_file_enumerator_iterate (children, &info, &file, cancellable, NULL) && info != NULL)
    if ((gint64) g_file_info_get_attribute_uint64 (info, G_FILE_ATTRIBUTE_TIME_MODIFIED)
        >= look->after)
      g_ptr_array_add (files, g_object_ref (file));
  g_task_return_pointer (task, files, (GDestroyNotify) g_ptr_array_unref);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  g_autofree char *first = g_file_get_basename (*(GFile *const *) a);
  g_autofree char *second = g_file_get_basename (*(GFile *const *) b);

  return g_strcmp0 (first, second);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  GlaPhotoFolder *self = GLA_PHOTO_FOLDER (source);
  g_autoptr (GPtrArray) found = g_task_propagate_pointer (G_TASK (result), NULL);
  gboolean is_changed = FALSE;

  if (found == NULL)
    return;
  /* Cameras count in names. */
  g_ptr_array_sort (found, compare_names);
  for (guint i = 0; i < found->len; i++)
    is_changed |= add_file (self, found->pdata[i]);
  if (is_changed)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
look (GlaPhotoFolder *self)
{
  g_autoptr (GTask) task = NULL;
  Look *data = g_new0 (Look, 1);

  data->folder = g_object_ref (self->folder);
  data->after = g_get_real_time () / G_USEC_PER_SEC - self->look_back;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (self, self->cancellable, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_task_data (task, data, look_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
stop (GlaPhotoFolder *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->monitor != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->monitor, self);
      g_file_monitor_cancel (self->monitor);
    }
  g_clear_object (&self->monitor);
  g_clear_object (&self->folder);
}

static void
start (GlaPhotoFolder *self)
{
  g_autofree char *path = g_settings_get_string (self->settings, "photo-folder");

  stop (self);
  g_ptr_array_set_size (self->files, 0);
  if (path[0] != '\0')
    {
      self->folder = g_file_new_for_path (path);
      self->monitor = g_file_monitor_directory (self->folder, G_FILE_MONITOR_WATCH_MOVES, NULL,
                                                NULL);
      if (self->monitor != NULL)
        g_signal_connect_swapped (self->monitor, "changed", G_CALLBACK (folder_changed_cb), self);
      look (self);
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
gla_photo_folder_dispose (GObject *object)
{
  GlaPhotoFolder *self = GLA_PHOTO_FOLDER (object);

  stop (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gla_photo_folder_parent_class)->dispose (object);
}

static void
gla_photo_folder_finalize (GObject *object)
{
  GlaPhotoFolder *self = GLA_PHOTO_FOLDER (object);

  g_ptr_array_unref (self->files);

  G_OBJECT_CLASS (gla_photo_folder_parent_class)->finalize (object);
}

static void
gla_photo_folder_class_init (GlaPhotoFolderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_photo_folder_dispose;
  object_class->finalize = gla_photo_folder_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_photo_folder_init (GlaPhotoFolder *self)
{
  self->files = g_ptr_array_new_with_free_func (g_object_unref);
}

GlaPhotoFolder *
gla_photo_folder_new (GSettings *settings,
                      gint64     look_back)
{
  GlaPhotoFolder *self;

  g_return_val_if_fail (G_IS_SETTINGS (settings), NULL);

  self = g_object_new (GLA_TYPE_PHOTO_FOLDER, NULL);
  self->settings = g_object_ref (settings);
  self->look_back = look_back;
  g_signal_connect_object (settings, "changed::photo-folder", G_CALLBACK (start), self,
                           G_CONNECT_SWAPPED);
  start (self);
  return self;
}

GPtrArray *
gla_photo_folder_get_files (GlaPhotoFolder *self)
{
  g_return_val_if_fail (GLA_IS_PHOTO_FOLDER (self), NULL);

  return self->files;
}

char *
gla_photo_folder_get_name (GlaPhotoFolder *self)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (GLA_IS_PHOTO_FOLDER (self), NULL);

  name = self->folder != NULL ? g_file_get_basename (self->folder) : NULL;
  return name != NULL ? g_filename_display_name (name) : g_strdup ("");
}

void
gla_photo_folder_forget (GlaPhotoFolder *self)
{
  g_return_if_fail (GLA_IS_PHOTO_FOLDER (self));

  g_ptr_array_set_size (self->files, 0);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

void
gla_photo_folder_forget_file (GlaPhotoFolder *self,
                              GFile          *file)
{
  g_return_if_fail (GLA_IS_PHOTO_FOLDER (self));
  g_return_if_fail (G_IS_FILE (file));

  if (drop_file (self, file))
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

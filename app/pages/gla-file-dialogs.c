/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-file-dialogs.h"

#include "gla-i18n.h"

typedef struct
{
  GlaFileKind kind;
  const char *name;      /* translatable */
  const char *ending;
  const char *patterns[4];
} KindInfo;

static const KindInfo kinds[] = {
  { GLA_FILE_CLINIC, N_("Clinic files"), ".glabella", { "*.glabella", NULL } },
  { GLA_FILE_TABLE, N_("Tables (CSV)"), ".csv", { "*.csv", "*.tsv", "*.txt", NULL } },
  { GLA_FILE_XML, N_("XML files"), ".xml", { "*.xml", NULL } },
  { GLA_FILE_PDF, N_("PDF documents"), ".pdf", { "*.pdf", NULL } },
  { GLA_FILE_PNG, N_("PNG pictures"), ".png", { "*.png", NULL } },
  { GLA_FILE_SVG, N_("SVG drawings"), ".svg", { "*.svg", NULL } },
  { GLA_FILE_CALENDAR, N_("Calendars (iCalendar)"), ".ics", { "*.ics", NULL } },
  { GLA_FILE_PHOTO, N_("Photos (JPEG, PNG)"), ".jpg",
    { "*.[jJ][pP][gG]", "*.[jJ][pP][eE][gG]", "*.[pP][nN][gG]", NULL } },
};

static const KindInfo *
get_info (GlaFileKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == kind)
      return &kinds[i];

  g_assert_not_reached ();
}

static void
add_filters (GtkFileChooser *chooser,
             const KindInfo *info)
{
  g_autoptr (GtkFileFilter) fitting = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (fitting, _(info->name));
  for (guint i = 0; info->patterns[i] != NULL; i++)
    gtk_file_filter_add_pattern (fitting, info->patterns[i]);
  gtk_file_chooser_add_filter (chooser, fitting);

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, all);
}

/* A name typed without an ending gets the one of its kind. Where that is another
   file which exists, the chooser did not ask about it: the name stays as typed. */
static GFile *
with_ending (GFile          *file,
             const KindInfo *info)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *ended = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) other = NULL;

  if (strchr (name, '.') != NULL)
    return g_object_ref (file);

  folder = g_file_get_parent (file);
  ended = g_strconcat (name, info->ending, NULL);
  other = folder != NULL ? g_file_get_child (folder, ended) : NULL;
  if (other == NULL || g_file_query_exists (other, NULL))
    return g_object_ref (file);

  return g_steal_pointer (&other);
}

static void
response_cb (GtkNativeDialog *dialog,
             int              response,
             gpointer         user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GtkFileChooser *chooser = GTK_FILE_CHOOSER (dialog);
  const KindInfo *info = g_task_get_task_data (task);
  g_autoptr (GFile) file = NULL;

  gtk_native_dialog_hide (dialog);
  if (gtk_file_chooser_get_select_multiple (chooser))
    {
      g_task_return_pointer (task,
                             response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_files (chooser)
                                                             : NULL,
                             g_object_unref);
      g_object_unref (dialog);
      return;
    }
  if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (chooser);
  if (file != NULL && gtk_file_chooser_get_action (chooser) == GTK_FILE_CHOOSER_ACTION_SAVE)
    {
      GFile *ended = with_ending (file, info);

      g_object_unref (file);
      file = ended;
    }
  g_task_return_pointer (task, g_steal_pointer (&file), g_object_unref);
  g_object_unref (dialog);
}

static void
show_dialog (GtkFileChooserNative *dialog,
             const KindInfo       *info,
             const char           *folder,
             GCancellable         *cancellable,
             GAsyncReadyCallback   callback,
             gpointer              user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, show_dialog);
  g_task_set_task_data (task, (gpointer) info, NULL);
  if (info != NULL)
    add_filters (GTK_FILE_CHOOSER (dialog), info);
  if (folder != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_path (folder);

      gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), file, NULL);
    }

  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (response_cb), task);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
gla_file_dialogs_open_async (GtkWindow           *parent,
                             const char          *title,
                             const char          *verb,
                             GlaFileKind          kind,
                             const char          *folder,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, verb, NULL);
  show_dialog (dialog, get_info (kind), folder, cancellable, callback, user_data);
}

void
gla_file_dialogs_open_many_async (GtkWindow           *parent,
                                  const char          *title,
                                  const char          *verb,
                                  GlaFileKind          kind,
                                  const char          *folder,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, verb, NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  show_dialog (dialog, get_info (kind), folder, cancellable, callback, user_data);
}

void
gla_file_dialogs_folder_async (GtkWindow           *parent,
                               const char          *title,
                               const char          *verb,
                               const char          *folder,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER, verb,
                                        NULL);
  show_dialog (dialog, NULL, folder, cancellable, callback, user_data);
}

void
gla_file_dialogs_save_async (GtkWindow           *parent,
                             const char          *title,
                             const char          *verb,
                             GlaFileKind          kind,
                             const char          *folder,
                             const char          *name,
                             GCancellable        *cancellable,
                             GAsyncReadyCallback  callback,
                             gpointer             user_data)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));

  dialog = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, verb, NULL);
  if (name != NULL)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  show_dialog (dialog, get_info (kind), folder, cancellable, callback, user_data);
}

GFile *
gla_file_dialogs_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

GListModel *
gla_file_dialogs_open_many_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), NULL);
}

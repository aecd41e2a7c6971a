/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Choosing files. The only place that knows which class of the toolkit does it.
 */

/** GlaFileKind: what is being chosen; decides the filter and the ending of a new name. */
typedef enum
{
  GLA_FILE_CLINIC,  /* *.glabella */
  GLA_FILE_TABLE,   /* *.csv, *.tsv, *.txt */
  GLA_FILE_XML,
  GLA_FILE_PDF,
  GLA_FILE_PNG,
  GLA_FILE_SVG,
  GLA_FILE_CALENDAR, /* *.ics */
  GLA_FILE_PHOTO,    /* *.jpg, *.jpeg, *.png */
} GlaFileKind;

/**
 * gla_file_dialogs_open_async:
 * @parent: (nullable): the window that waits
 * @verb: label of the button that accepts, such as "Open"
 * @folder: (nullable) (type filename): where to begin
 */
void    gla_file_dialogs_open_async (GtkWindow            *parent,
                                     const char           *title,
                                     const char           *verb,
                                     GlaFileKind           kind,
                                     const char           *folder,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/**
 * gla_file_dialogs_save_async:
 * @name: proposed file name, without folder
 *
 * Asks before a file is replaced; adds the ending of @kind if none was typed.
 */
void    gla_file_dialogs_save_async (GtkWindow            *parent,
                                     const char           *title,
                                     const char           *verb,
                                     GlaFileKind           kind,
                                     const char           *folder,
                                     const char           *name,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);

/** gla_file_dialogs_open_many_async: as gla_file_dialogs_open_async() for one or more files. */
void    gla_file_dialogs_open_many_async (GtkWindow            *parent,
                                          const char           *title,
                                          const char           *verb,
                                          GlaFileKind           kind,
                                          const char           *folder,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              user_data);

/** gla_file_dialogs_open_many_finish: (transfer full) (nullable) (element-type GFile): %NULL if the person backed out. */
GListModel *gla_file_dialogs_open_many_finish (GAsyncResult    *result);

/** gla_file_dialogs_folder_async: asks for a folder; end with gla_file_dialogs_finish(). */
void    gla_file_dialogs_folder_async (GtkWindow            *parent,
                                       const char           *title,
                                       const char           *verb,
                                       const char           *folder,
                                       GCancellable         *cancellable,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/** gla_file_dialogs_finish: (transfer full) (nullable): the file, %NULL if the person backed out. */
GFile  *gla_file_dialogs_finish     (GAsyncResult         *result);

G_END_DECLS

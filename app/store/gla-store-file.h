/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store.h"

G_BEGIN_DECLS

/*
 * The clinic file as a file: names, permissions, and what can be told before
 * SQLite looks at it. For the store, and for whoever makes a whole clinic file.
 */

/** gla_store_file_set_error: for an errno on @path. */
void      gla_store_file_set_error   (GError      **error,
                                      int           code,
                                      const char   *path);

/**
 * gla_store_file_resolve:
 * @create: whether to make missing folders (mode 0700)
 *
 * Absolute, with symbolic links of the folders resolved, so that a link can only
 * be the file itself (which is refused when it is opened).
 */
char     *gla_store_file_resolve     (const char   *path,
                                      gboolean      create,
                                      GError      **error);

/**
 * gla_store_file_inspect:
 * @exists: (out): FALSE if there is no such file
 *
 * Refuses what is clearly no clinic file: a link, a folder, an empty or cut
 * file, another format.
 */
gboolean  gla_store_file_inspect     (const char   *path,
                                      gboolean     *exists,
                                      GError      **error);

/** gla_store_file_make_part: (transfer full): a new empty file beside @path, mode 0600. */
char     *gla_store_file_make_part   (const char   *path,
                                      GError      **error);

/**
 * gla_store_file_put:
 * @aside: (out) (optional) (transfer full) (nullable): where a journal was kept that lay there
 *
 * Gives the new file @part the name @path. Journals that an earlier file of that name had left
 * are renamed first: SQLite would play them into the new one and damage it, and they may hold
 * the last records of the earlier one.
 *
 * Returns: %FALSE without @error if the name is taken
 */
gboolean  gla_store_file_put         (const char   *part,
                                      const char   *path,
                                      char        **aside,
                                      GError      **error);

/** gla_store_file_make_kept_name: (transfer full): a free name beside @path, with @word and the moment. */
char     *gla_store_file_make_kept_name (const char *path,
                                         const char *word);

/**
 * gla_store_file_keep_journals:
 * @kept: the name that @path got
 * @first: (out) (optional) (transfer full) (nullable): the name of the weightiest journal now
 *
 * Renames the journals of @path after it: somebody may be able to use them.
 */
gboolean  gla_store_file_keep_journals (const char  *path,
                                        const char  *kept,
                                        char       **first,
                                        GError     **error);

gboolean  gla_store_file_sync        (const char   *path,
                                      GError      **error);
gboolean  gla_store_file_sync_folder (const char   *path,
                                      GError      **error);

/** gla_store_file_remove: with the journals beside it. */
void      gla_store_file_remove      (const char   *path);
void      gla_store_file_remove_journals (const char *path);

/** gla_store_file_is_remote: whether the file is on a drive of another machine. */
gboolean  gla_store_file_is_remote   (const char   *path);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout-template.h"

G_BEGIN_DECLS

/*
 * The clinic's own copies of sheets, as files KEY.xml in a folder: written, put aside for the
 * one of the program, and taken back. What was put aside is KEY.xml.aside and read by nobody.
 */

/** gla_handout_is_builtin: whether the program has a sheet @key. */
gboolean   gla_handout_is_builtin (const char  *key);

/** gla_handout_has_own: whether @folder has a sheet @key, good or not. */
gboolean   gla_handout_has_own    (GFile       *folder,
                                   const char  *key);

/** gla_handout_has_aside: whether one was put aside. */
gboolean   gla_handout_has_aside  (GFile       *folder,
                                   const char  *key);

/**
 * gla_handout_dup_source:
 * @own: whether that of @folder is wanted, if there is one; else that of the program
 *
 * Returns: (transfer full): the text of a sheet as a person edits it, or %NULL with an error
 */
char      *gla_handout_dup_source (GFile       *folder,
                                   const char  *key,
                                   gboolean     own,
                                   GError     **error);

/**
 * gla_handout_write_own:
 *
 * Writes the clinic's own sheet, which only its owner can read. It is not checked here:
 * see gla_handout_template_parse().
 */
gboolean   gla_handout_write_own  (GFile       *folder,
                                   const char  *key,
                                   const char  *text,
                                   GError     **error);

/** gla_handout_put_aside: from now on the sheet of the program is used. */
gboolean   gla_handout_put_aside  (GFile       *folder,
                                   const char  *key,
                                   GError     **error);

/** gla_handout_take_back: from now on what was put aside is used again. */
gboolean   gla_handout_take_back  (GFile       *folder,
                                   const char  *key,
                                   GError     **error);

G_END_DECLS

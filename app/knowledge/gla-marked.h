/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaMarkFlags:
 * @GLA_MARK_NONE: the value was read in the sources that are named with it
 * @GLA_MARK_UNVERIFIED: known from general literature or from a part of a label
 *   that was not read; the label of the lot in hand wins
 * @GLA_MARK_DEFAULT: chosen so that the program can run; no source fixes it
 * @GLA_MARK_ESTIMATE: computed or rounded from published figures
 * @GLA_MARK_GKU: general knowledge, not to be shown as evidence
 * @GLA_MARK_OWN: entered by the clinic itself
 *
 * How far a value of the catalogue can be trusted. The marks are part of the
 * value and are shown wherever the value is shown.
 */
typedef enum
{
  GLA_MARK_NONE = 0,
  GLA_MARK_UNVERIFIED = 1 << 0,
  GLA_MARK_DEFAULT = 1 << 1,
  GLA_MARK_ESTIMATE = 1 << 2,
  GLA_MARK_GKU = 1 << 3,
  GLA_MARK_OWN = 1 << 4,
} GlaMarkFlags;

/**
 * GlaMarked:
 * @text: (nullable): the statement in the language of the file; show it through
 *   gla_marked_get_text()
 * @marks: how far it can be trusted
 * @sources: keys for gla_catalogue_find_source(); never %NULL, possibly empty
 *
 * A statement with where it comes from. Numbers stand in the struct around it.
 */
typedef struct
{
  char         *text;
  GlaMarkFlags  marks;
  GStrv         sources;
} GlaMarked;

/** gla_marked_new: (transfer full): copies its arguments; @sources may be %NULL. */
GlaMarked   *gla_marked_new        (const char          *text,
                                    GlaMarkFlags         marks,
                                    const char * const  *sources);

/** gla_marked_free: frees what gla_marked_new() made. */
void         gla_marked_free       (GlaMarked           *self);

/** gla_marked_clear: frees what is inside a #GlaMarked that is part of another struct. */
void         gla_marked_clear      (GlaMarked           *self);

/** gla_marked_get_text: (transfer none) (nullable): the statement in the user's language. */
const char  *gla_marked_get_text   (const GlaMarked     *self);

/**
 * gla_mark_get_word:
 * @mark: exactly one of #GlaMarkFlags
 *
 * Returns: (transfer none): the word to show in the user's language, such as
 *   "unverified" or "program setting"; empty for %GLA_MARK_NONE
 */
const char  *gla_mark_get_word     (GlaMarkFlags         mark);

/** gla_marks_dup_words: (transfer full): the words of all set @marks in a fixed order. */
GStrv        gla_marks_dup_words   (GlaMarkFlags         marks);

/** gla_marks_dup_text: (transfer full): the words as one list to show; empty without marks. */
char        *gla_marks_dup_text    (GlaMarkFlags         marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaMarked, gla_marked_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaWordList:
 *
 * Words with the row of the patient whom they find, gathered during a batch so
 * that they can be entered into the index in its order.
 */
typedef struct _GlaWordList GlaWordList;

GlaWordList *gla_word_list_new   (void);
void         gla_word_list_free  (GlaWordList  *self);
void         gla_word_list_add   (GlaWordList  *self,
                                  const char   *word,
                                  gint64        row);

/** gla_word_list_sort: by word and row, as the index is sorted. */
void         gla_word_list_sort  (GlaWordList  *self);

/** gla_word_list_get: FALSE behind the last one. @word belongs to the list. */
gboolean     gla_word_list_get   (GlaWordList  *self,
                                  guint         place,
                                  const char  **word,
                                  gint64       *row);
void         gla_word_list_clear (GlaWordList  *self);

G_END_DECLS

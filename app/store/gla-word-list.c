/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-word-list.h"

#include <string.h>

#define CHUNK_SIZE 65536

typedef struct
{
  const char *word;
  gint64 row;
} Word;

struct _GlaWordList
{
  GStringChunk *texts;
  GArray *words; /* (element-type Word) */
};

GlaWordList *
gla_word_list_new (void)
{
  GlaWordList *self = g_new0 (GlaWordList, 1);

  self->texts = g_string_chunk_new (CHUNK_SIZE);
  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  return self;
}

void
gla_word_list_free (GlaWordList *self)
{
  if (self == NULL)
    return;
  g_string_chunk_free (self->texts);
  g_array_unref (self->words);
  g_free (self);
}

void
gla_word_list_add (GlaWordList *self,
                   const char  *text,
                   gint64       row)
{
  Word word = { g_string_chunk_insert_const (self->texts, text), row };

  g_array_append_val (self->words, word);
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  const Word *first = a;
  const Word *second = b;
  int order = first->word == second->word ? 0 : strcmp (first->word, second->word);

  if (order != 0)
    return order;
  return first->row < second->row ? -1 : first->row > second->row;
}

void
gla_word_list_sort (GlaWordList *self)
{
  g_array_sort (self->words, compare_words);
}

gboolean
gla_word_list_get (GlaWordList  *self,
                   guint         place,
                   const char  **word,
                   gint64       *row)
{
  if (place >= self->words->len)
    return FALSE;
  *word = g_array_index (self->words, Word, place).word;
  *row = g_array_index (self->words, Word, place).row;
  return TRUE;
}

void
gla_word_list_clear (GlaWordList *self)
{
  g_array_set_size (self->words, 0);
  g_string_chunk_clear (self->texts);
}

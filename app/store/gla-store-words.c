/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-search-key.h"
#include "gla-store-private.h"

#include <string.h>

/* The words by which the search box finds a patient. */

static gboolean
write_word (GlaStore    *self,
            gint64       row,
            const char  *word,
            gboolean     add,
            GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;

  if (add)
    statement = gla_store_prepare (self,
                                   "INSERT INTO patient_word (word, patient)"
                                   " VALUES (:word, :patient) ON CONFLICT DO NOTHING",
                                   error);
  else
    statement = gla_store_prepare (self,
                                   "DELETE FROM patient_word"
                                   " WHERE word = :word AND patient = :patient",
                                   error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":word", word);
  gla_statement_bind_int (statement, ":patient", row);
  return gla_statement_run (statement, error);
}

/* In a batch words are gathered: entered in their order they go in twice as fast. */
static gboolean
write_words (GlaStore    *self,
             gint64       row,
             const char  *text,
             gboolean     add,
             GError     **error)
{
  g_autofree char *key = gla_search_key_new (text);
  char *rest = key;

  for (char *word = strsep (&rest, " "); word != NULL; word = strsep (&rest, " "))
    {
      if (word[0] == '\0')
        continue;
      if (self->batch_words != NULL && add)
        gla_word_list_add (self->batch_words, word, row);
      else if (!write_word (self, row, word, add, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gla_store_flush_words (GlaStore  *self,
                       GError   **error)
{
  const char *word;
  gint64 row;

  if (self->batch_words == NULL)
    return TRUE;
  gla_word_list_sort (self->batch_words);
  for (guint i = 0; gla_word_list_get (self->batch_words, i, &word, &row); i++)
    if (!write_word (self, row, word, TRUE, error))
      return FALSE;
  gla_word_list_clear (self->batch_words);
  return TRUE;
}

gboolean
gla_store_index_patient (GlaStore          *self,
                         gint64             row,
                         const GlaPatient  *patient,
                         gboolean           add,
                         GError           **error)
{
  const char *number = patient->number != NULL ? patient->number : "";
  gsize noughts = strspn (number, "0");

  if (!add && !gla_store_flush_words (self, error))
    return FALSE;
  if (!write_words (self, row, patient->family_name, add, error)
      || !write_words (self, row, patient->given_name, add, error))
    return FALSE;
  /* A plain number is found by the index of the numbers themselves. */
  if (number[strspn (number, "0123456789")] == '\0' && noughts == 0)
    return TRUE;
  /* Spreadsheets drop leading noughts, and so do people. */
  return write_words (self, row, number, add, error)
         && (noughts == 0 || write_words (self, row, number + noughts, add, error));
}

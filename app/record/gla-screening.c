/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-screening.h"

#include <string.h>

static void
answer_free (GlaScreeningAnswer *answer)
{
  g_free (answer->key);
  g_free (answer->note);
  g_free (answer);
}

static GlaAnswer
read_answer (const char *word)
{
  if (strcmp (word, "yes") == 0)
    return GLA_ANSWER_YES;
  return strcmp (word, "no") == 0 ? GLA_ANSWER_NO : GLA_ANSWER_UNKNOWN;
}

static gint
find_index (const GPtrArray *answers,
            const char      *key)
{
  for (guint i = 0; i < answers->len; i++)
    if (strcmp (((GlaScreeningAnswer *) answers->pdata[i])->key, key) == 0)
      return (gint) i;
  return -1;
}

GPtrArray *
gla_screening_parse (const char *text)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) answer_free);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = g_strsplit (lines[i], " ", 3);
      GlaAnswer answer;

      if (g_strv_length (parts) < 2)
        continue;
      answer = read_answer (parts[1]);
      if (parts[0][0] != '\0' && answer != GLA_ANSWER_UNKNOWN
          && find_index (answers, parts[0]) < 0)
        gla_screening_set (answers, parts[0], answer, parts[2]);
    }
  return answers;
}

char *
gla_screening_to_text (const GPtrArray *answers)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (answers != NULL, NULL);

  for (guint i = 0; i < answers->len; i++)
    {
      const GlaScreeningAnswer *answer = answers->pdata[i];

      g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "", answer->key,
                              answer->answer == GLA_ANSWER_YES ? "yes" : "no");
      if (answer->note != NULL)
        g_string_append_printf (text, " %s", answer->note);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

const GlaScreeningAnswer *
gla_screening_find (const GPtrArray *answers,
                    const char      *key)
{
  gint index;

  g_return_val_if_fail (answers != NULL && key != NULL, NULL);

  index = find_index (answers, key);
  return index >= 0 ? answers->pdata[index] : NULL;
}

/* (transfer full) (nullable): on one line, without blanks around it. */
static char *
clean_note (const char *note)
{
  char *line;

  if (note == NULL)
    return NULL;
  line = g_strstrip (g_strdelimit (g_strdup (note), "\r\n", ' '));
  if (line[0] == '\0')
    g_clear_pointer (&line, g_free);
  return line;
}

void
gla_screening_set (GPtrArray  *answers,
                   const char *key,
                   GlaAnswer   answer,
                   const char *note)
{
  GlaScreeningAnswer *own;
  gint index;

  g_return_if_fail (answers != NULL && key != NULL);

  index = find_index (answers, key);
  if (answer == GLA_ANSWER_UNKNOWN)
    {
      if (index >= 0)
        g_ptr_array_remove_index (answers, (guint) index);
      return;
    }
  if (index < 0)
    {
      own = g_new0 (GlaScreeningAnswer, 1);
      own->key = g_strdup (key);
      g_ptr_array_add (answers, own);
    }
  else
    own = answers->pdata[index];
  own->answer = answer;
  g_free (own->note);
  own->note = clean_note (note);
}

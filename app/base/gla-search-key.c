/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-search-key.h"

#include <string.h>

/*
 * Letters that do not decompose into a base letter and an accent, or that many
 * people write with two letters. The first form is the plain one.
 */
typedef struct
{
  gunichar letter;
  const char *plain;
  const char *spelled;
} LetterForm;

static const LetterForm forms[] = {
  { 0x00e4, "a", "ae" }, /* a with diaeresis */
  { 0x00f6, "o", "oe" }, /* o with diaeresis */
  { 0x00fc, "u", "ue" }, /* u with diaeresis */
  { 0x00df, "ss", NULL }, /* sharp s */
  { 0x00e5, "a", "aa" }, /* a with ring */
  { 0x00e6, "ae", "a" }, /* ae */
  { 0x00f8, "o", "oe" }, /* o with stroke */
  { 0x0153, "oe", NULL }, /* oe */
  { 0x0142, "l", NULL }, /* l with stroke */
  { 0x0111, "d", "dj" }, /* d with stroke */
  { 0x00f0, "d", "th" }, /* eth */
  { 0x00fe, "th", NULL }, /* thorn */
  { 0x0131, "i", NULL }, /* dotless i */
};

static const LetterForm *
find_form (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (forms); i++)
    if (forms[i].letter == letter)
      return &forms[i];
  return NULL;
}

/* Appends the letter without its accents. */
static void
append_base (GString  *word,
             gunichar  letter)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize length = g_unichar_fully_decompose (letter, FALSE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < length; i++)
    if (g_unichar_combining_class (parts[i]) == 0 && !g_unichar_ismark (parts[i]))
      g_string_append_unichar (word, parts[i]);
}

/*
 * Folds the word at *text into its plain form and, if there is one, a second
 * spelling; moves *text behind it. FALSE at the end.
 */
static gboolean
next_word (const char **text,
           GString     *plain,
           GString     *spelled)
{
  const char *p = *text;
  gboolean differs = FALSE;

  g_string_truncate (plain, 0);
  g_string_truncate (spelled, 0);
  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar letter = g_unichar_tolower (g_utf8_get_char (p));
      const LetterForm *form;

      /* Apostrophes join: O'Brien is found as "obrien". */
      if (letter == '\'' || letter == 0x2019 || letter == 0x02bc || g_unichar_ismark (letter))
        continue;
      if (!g_unichar_isalnum (letter))
        {
          if (plain->len > 0)
            break;
          continue;
        }
      form = letter < 0x80 ? NULL : find_form (letter);
      if (letter < 0x80)
        {
          g_string_append_c (plain, (char) letter);
          g_string_append_c (spelled, (char) letter);
        }
      else if (form != NULL)
        {
          g_string_append (plain, form->plain);
          g_string_append (spelled, form->spelled != NULL ? form->spelled : form->plain);
          differs = differs || form->spelled != NULL;
        }
      else
        {
          append_base (plain, letter);
          append_base (spelled, letter);
        }
    }
  if (!differs)
    g_string_truncate (spelled, 0);
  *text = p;
  return plain->len > 0;
}

/* Composed text without invalid bytes, so that every letter is one character. */
static char *
prepare (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  return g_utf8_normalize (valid, -1, G_NORMALIZE_ALL_COMPOSE);
}

/* What all of the above comes to for most names, of which an import has hundreds of thousands. */
static char *
fold_ascii (const char *text)
{
  char *key = g_malloc (strlen (text) + 1);
  char *to = key;
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p))
        {
          if (blank && to > key)
            *to++ = ' ';
          *to++ = g_ascii_tolower (*p);
          blank = FALSE;
        }
      else if (*p != '\'')
        blank = TRUE;
    }
  *to = '\0';
  return key;
}

char *
gla_search_key_new (const char *text)
{
  g_autofree char *prepared = NULL;
  g_autoptr (GString) plain = NULL;
  g_autoptr (GString) spelled = NULL;
  GString *key;
  const char *p;

  if (text == NULL || g_str_is_ascii (text))
    return fold_ascii (text != NULL ? text : "");
  prepared = prepare (text);
  plain = g_string_new (NULL);
  spelled = g_string_new (NULL);
  key = g_string_new (NULL);
  p = prepared;
  while (next_word (&p, plain, spelled))
    {
      if (key->len > 0)
        g_string_append_c (key, ' ');
      g_string_append (key, plain->str);
      if (spelled->len > 0)
        g_string_append_printf (key, " %s", spelled->str);
    }
  return g_string_free (key, FALSE);
}

GStrv
gla_search_key_split (const char *text)
{
  g_autofree char *prepared = NULL;
  g_autoptr (GString) plain = NULL;
  g_autoptr (GString) spelled = NULL;
  g_autoptr (GStrvBuilder) builder = NULL;
  const char *p;

  if (text == NULL || g_str_is_ascii (text))
    {
      prepared = fold_ascii (text != NULL ? text : "");
      return g_strsplit (prepared, " ", -1);
    }
  prepared = prepare (text);
  plain = g_string_new (NULL);
  spelled = g_string_new (NULL);
  builder = g_strv_builder_new ();
  p = prepared;
  while (next_word (&p, plain, spelled))
    g_strv_builder_add (builder, plain->str);
  return g_strv_builder_end (builder);
}

char *
gla_search_key_digits (const char *text)
{
  GString *digits = g_string_new (NULL);

  for (const char *p = text != NULL ? text : ""; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      g_string_append_c (digits, *p);
  return g_string_free (digits, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * How sheets say things (competition, section 5; evidence, section 8): short words
 * and sentences, danger signs early, nothing that is never to be said.
 */

#include "config.h"

#include "gla-sheet.h"

#include <string.h>

#define HIGHEST_GRADE 8.0
#define MOST_WORDS 20.0    /* a sentence, on average */

/* Never, in no sheet, in whatever case. */
static const char *const forbidden[] = {
  "immune", "you have antibodies", "bad batch", "fake", "defective", "1 to 3 %", "1–3 %",
  "safe to", "guarantee", "fewer antibodies", "less antibodies", "better brand", "best brand",
  "superior", "risk score", "will work again", "conversion factor", "botox", "dysport", "xeomin",
  "bocouture", "azzalure", "vistabel", "jeuveau", "daxxify", "we recommend", "recommended dose",
  "proves resistance", "always works", "never works", "stay upright", "ruins", "zinc",
};

/* Words that need a dictionary. */
static const char *const learned[] = {
  "glabell", "frontalis", "procerus", "corrugator", "ptosis", "canth", "neutralis", "e.g.", "i.e.",
  "etc.", "bilateral", "unilateral", "contraindicat", "administer", "reconstitut", "dysphagia",
  "diplopia", "periorbital", "erythema", "oedema", "edema",
};

typedef struct
{
  guint sentences;
  guint words;
  guint syllables;
} Count;

/* Groups of vowels, without a silent e at the end: the usual rough count. */
static guint
count_syllables (const char *word)
{
  guint n = 0, length = 0;
  gboolean in_vowel = FALSE;
  char last = '\0', before = '\0';

  for (const char *at = word; *at != '\0'; at++)
    {
      char letter = g_ascii_tolower (*at);
      gboolean vowel = letter != '\0' && strchr ("aeiouy", letter) != NULL;

      if (!g_ascii_isalpha (letter))
        continue;
      n += vowel && !in_vowel ? 1 : 0;
      in_vowel = vowel;
      before = last;
      last = letter;
      length++;
    }
  if (n > 1 && last == 'e' && before != 'l')
    n--;
  if (n > 1 && length > 3 && last == 'd' && before == 'e' && word[strlen (word) - 3] != 't' &&
      word[strlen (word) - 3] != 'd')
    n--;
  return MAX (n, 1);
}

/* Each name in braces counts as one short word. */
static char *
dup_plain (const char *text)
{
  g_autoptr (GRegex) names = g_regex_new ("\\{[^}]*\\}", 0, 0, NULL);
  g_autofree char *plain = g_regex_replace_literal (names, text, -1, 0, "day", 0, NULL);

  return g_strdelimit (g_steal_pointer (&plain), "*", ' ');
}

static void
count_text (const char *text,
            Count      *count)
{
  g_autofree char *plain = dup_plain (text);
  g_auto (GStrv) words = g_strsplit_set (plain, " -–", -1);
  gboolean open = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize length = strlen (words[i]);

      if (length == 0)
        continue;
      count->words++;
      count->syllables += count_syllables (words[i]);
      open = TRUE;
      if (strchr (".?:", words[i][length - 1]) != NULL)
        {
          count->sentences++;
          open = FALSE;
        }
    }
  count->sentences += open ? 1 : 0;
}

/* Flesch and Kincaid's grade. */
static double
get_grade (const Count *count)
{
  return 0.39 * count->words / count->sentences + 11.8 * count->syllables / count->words - 15.59;
}

typedef void (*ElementFunc) (const GlaHandoutElement *element, gpointer user_data);

static void
for_each (const GPtrArray *elements,
          ElementFunc      func,
          gpointer         user_data)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const GlaHandoutElement *element = elements->pdata[i];

      func (element, user_data);
      for_each (element->children, func, user_data);
    }
}

static void
count_cb (const GlaHandoutElement *element,
          gpointer                 user_data)
{
  if (element->kind == GLA_HANDOUT_TEXT || element->kind == GLA_HANDOUT_NOTE ||
      element->kind == GLA_HANDOUT_ITEM)
    count_text (element->text, user_data);
}

/* The count itself, on words whose syllables are known. */
static void
test_syllables (void)
{
  static const struct
  {
    const char *word;
    guint n;
  } words[] = {
    { "a", 1 }, { "treatment", 2 }, { "time", 1 }, { "muscle", 2 }, { "looked", 1 },
    { "treated", 2 }, { "emergency", 4 }, { "toxin", 2 }, { "eyelid", 2 }, { "day", 1 },
  };
  Count count = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (count_syllables (words[i].word) != words[i].n)
      g_error ("%s: %u", words[i].word, count_syllables (words[i].word));
  count_text ("Call us now. *Do not* wait until {judge-day}.", &count);
  g_assert_cmpuint (count.sentences, ==, 2);
  g_assert_cmpuint (count.words, ==, 8);
}

static void
test_readability (void)
{
  const char *const *keys = gla_handout_list_builtin ();

  g_test_message ("sheet            grade  words a sentence  words");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (keys[i]);
      Count count = { 0 };
      double length;

      if (template->audience != GLA_HANDOUT_FOR_PATIENT)
        continue;
      for_each (template->elements, count_cb, &count);
      if (count.words == 0)
        continue;
      length = (double) count.words / count.sentences;
      g_test_message ("%-16s %5.1f  %16.1f  %5u", keys[i], get_grade (&count), length, count.words);
      if (get_grade (&count) > HIGHEST_GRADE || length > MOST_WORDS)
        g_test_fail ();
    }
}

static void
words_cb (const GlaHandoutElement *element,
          gpointer                 user_data)
{
  const GlaHandoutTemplate *template = user_data;
  g_autofree char *lower = NULL;

  if (element->text == NULL)
    return;
  lower = g_utf8_strdown (element->text, -1);
  for (gsize i = 0; i < G_N_ELEMENTS (forbidden); i++)
    if (strstr (lower, forbidden[i]) != NULL)
      g_error ("%s, line %ld: “%s”", template->key, element->line, forbidden[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (learned); i++)
    if (template->audience == GLA_HANDOUT_FOR_PATIENT && strstr (lower, learned[i]) != NULL)
      g_error ("%s, line %ld: “%s”", template->key, element->line, learned[i]);
  if (strchr (element->text, '!') != NULL)
    g_error ("%s, line %ld: an exclamation mark", template->key, element->line);
}

static void
test_words (void)
{
  const char *const *keys = gla_handout_list_builtin ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (keys[i]);

      for_each (template->elements, words_cb, template);
    }
}

/* How much there is to read before the box of danger signs, and at all. */
typedef struct
{
  guint words;
  guint before;
  gboolean found;
} Danger;

static void
danger_cb (const GlaHandoutElement *element,
           gpointer                 user_data)
{
  Danger *danger = user_data;
  Count count = { 0 };

  if (element->kind == GLA_HANDOUT_BOX && g_strcmp0 (element->style, "danger") == 0 &&
      !danger->found)
    {
      danger->found = TRUE;
      danger->before = danger->words;
    }
  if (element->text != NULL)
    count_text (element->text, &count);
  danger->words += count.words;
}

/* A sheet that somebody takes home after a treatment says early whom to call, and when. */
static void
test_danger (void)
{
  const char *const *keys = gla_handout_list_builtin ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (keys[i]);
      Danger danger = { 0 };

      if (template->audience != GLA_HANDOUT_FOR_PATIENT ||
          template->needs == GLA_HANDOUT_NEEDS_RECORD)
        continue;
      for_each (template->elements, danger_cb, &danger);
      if (!danger.found || danger.before * 5 > danger.words * 2)
        g_error ("%s: %u of %u words before the danger signs", keys[i], danger.before,
                 danger.words);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  gla_sheet_begin ();
  g_test_add_func ("/handout/wording/syllables", test_syllables);
  g_test_add_func ("/handout/wording/readability", test_readability);
  g_test_add_func ("/handout/wording/words", test_words);
  g_test_add_func ("/handout/wording/danger", test_danger);
  return gla_sheet_end (g_test_run ());
}

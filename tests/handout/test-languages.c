/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Sheets for patients in each language that they are promised in, read back from PDF. */

#include "config.h"

#include "gla-handout-facts.h"
#include "gla-sheet.h"
#include "gla-translation-review.h"

#include <locale.h>
#include <string.h>

static const char *const languages[] = { "ar", "de", "es", "fr", "it", "pl", "pt", "tr", "zh-CN" };

/* A record with a short and a long course, several areas, a touch-up and an event. */
#define RECORD                                                                                     \
  "t 0 a GLAB ona 20 lot=C4102A1;g 0 GLAB 3 rest=2;g 16 GLAB 1;g 84 GLAB 2;g 112 GLAB 3;"         \
  "t 120 b GLAB abo-p 50;t 120 b FRON abo-p 20;x 60 MASS - -;e 125 GLAB drooping;w 200;"          \
  "t 300 c LCL inco 24 side=left"

static const GlaCasePlay play = {
  "examined", "t 0 a GLAB ona 20 lot=C4102A1;g 0 GLAB 3 rest=2;g 20 GLAB 3", NULL, 20,
  "S0=none S1=little S1a=none", "S0 S1 S1a S2 S3 S4 S5* S6 A", "",
};

static GlaPages *
make (const GlaHandoutTemplate *template,
      const GlaHandoutOptions  *options)
{
  return template->needs == GLA_HANDOUT_NEEDS_CASE
           ? gla_sheet_of_play (template->key, &play, options)
           : gla_sheet_of_script (template->key, NULL, RECORD, 320, options);
}

static void
count (const GPtrArray   *elements,
       const GlaLanguage *language,
       guint             *n,
       guint             *there)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const GlaHandoutElement *element = elements->pdata[i];

      if (element->text != NULL && element->text[0] != '\0')
        {
          (*n)++;
          if (gla_language_has_text (language, element->text))
            (*there)++;
          else
            g_test_message ("%s: “%s”", gla_language_get_tag (language), element->text);
        }
      count (element->children, language, n, there);
    }
}

static const GlaLanguage *
load (const char *tag)
{
  g_autoptr (GError) error = NULL;
  const GlaLanguage *language = gla_language_load (tag, &error);

  g_assert_no_error (error);
  return language;
}

/* How many texts of the templates for patients are there; printed as a table. */
static void
test_complete (void)
{
  const char *const *keys = gla_handout_list_builtin ();

  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      const GlaLanguage *language = load (languages[i]);
      guint n = 0, there = 0;

      for (guint k = 0; keys[k] != NULL; k++)
        {
          g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (keys[k]);

          if (template->audience != GLA_HANDOUT_FOR_PATIENT)
            continue;
          n++;
          there += gla_language_has_text (language, template->title) ? 1 : 0;
          count (template->elements, language, &n, &there);
        }
      g_test_message ("%-6s %4u of %4u texts", languages[i], there, n);
      if (there < n)
        g_test_fail ();
    }
}

/* The words of a title stand in the text, in whatever order a reader of PDF puts them. */
static void
assert_title (const char *text,
              const char *title,
              const char *what)
{
  /* Narrow and unbroken blanks are blanks to a reader of PDF. */
  g_auto (GStrv) words = g_regex_split_simple ("[ \u00a0\u202f]", title, 0, 0);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) == NULL)
      {
        g_test_message ("%s: “%s” is not in the text", what, words[i]);
        g_test_fail ();
        return;
      }
}

static void
check_sheet (const char              *tag,
             const char              *key,
             const GlaHandoutOptions *options)
{
  g_autoptr (GlaHandoutTemplate) template = gla_sheet_template (key);
  g_autoptr (GlaPages) pages = NULL;
  g_autofree char *what = g_strdup_printf ("%s, %s, %s%s", key, tag,
                                           options->paper == GLA_PAPER_A4 ? "A4" : "Letter",
                                           options->large ? ", large" : "");
  g_autofree char *text = NULL;

  if (template->audience != GLA_HANDOUT_FOR_PATIENT)
    return;
  pages = make (template, options);
  /* Not one text of it was missing. */
  if (strcmp (gla_pages_get_language (pages), tag) != 0)
    {
      g_test_message ("%s: is in “%s”", what, gla_pages_get_language (pages));
      g_test_fail ();
      return;
    }
  gla_sheet_assert_inside (pages, what);
  g_assert_cmpuint (gla_pages_get_n_pages (pages), <=, options->large ? 6 : 3);
  text = gla_sheet_read (pages, "pdftotext");
  if (text != NULL && !gla_language_is_rtl (load (tag)) && strcmp (tag, "zh-CN") != 0)
    assert_title (text, gla_pages_get_title (pages), what);
}

/* Each sheet on each paper in each size, read back. */
static void
test_sheets (gconstpointer data)
{
  const char *tag = data;
  const GlaHandoutOptions options[] = {
    { GLA_PAPER_A4, FALSE, FALSE, tag },
    { GLA_PAPER_A4, TRUE, FALSE, tag },
    { GLA_PAPER_LETTER, FALSE, TRUE, tag },
    { GLA_PAPER_LETTER, TRUE, TRUE, tag },
  };
  const char *const *keys = gla_handout_list_builtin ();

  for (guint i = 0; keys[i] != NULL; i++)
    for (gsize k = 0; k < G_N_ELEMENTS (options); k++)
      check_sheet (tag, keys[i], &options[k]);
}

/* All letters are there, in fonts that lie in the file. */
static void
test_fonts (gconstpointer data)
{
  const GlaHandoutOptions options = { GLA_PAPER_A4, FALSE, FALSE, data };
  g_autoptr (GlaPages) pages = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &options);
  g_autofree char *fonts = gla_sheet_read (pages, "pdffonts");
  g_autoptr (GBytes) pdf = gla_sheet_pdf (pages);
  g_autofree char *lang = g_strdup_printf ("/Lang (%s)", (const char *) data);
  g_auto (GStrv) lines = NULL;

  g_assert_nonnull (memmem (g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), lang,
                            strlen (lang)));
  if (fonts == NULL)
    return;
  lines = g_strsplit (fonts, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >, 3);
  for (guint i = 2; lines[i] != NULL && lines[i][0] != '\0'; i++)
    if (strstr (lines[i], " yes yes ") == NULL)
      {
        g_test_message ("not embedded: %s", lines[i]);
        g_test_fail ();
      }
}

static void
fill_cb (GlaCase            *self,
         const GlaFactInput *facts,
         gpointer            user_data)
{
  GlaHandoutInput input;
  g_autoptr (GlaHandoutFacts) filled = NULL;
  g_autofree char *text = NULL;
  PangoAttrList *bold;

  gla_handout_input_init (&input, facts);
  input.walk = self;
  filled = gla_handout_facts_new (&input);
  text = gla_handout_facts_fill (filled, "{lot}.", &bold);
  g_assert_cmpstr (text, ==, user_data);
}

/* What runs the other way stands apart; the full stop stays behind it. */
static void
test_apart (void)
{
  {
    g_auto (GlaLanguageScope) arabic = gla_language_enter (load ("ar"));

    gla_case_play_with (&play, fill_cb, (gpointer) "\u2068C4102A1\u2069.");
  }
  gla_case_play_with (&play, fill_cb, (gpointer) "C4102A1.");
}

/* "Einheiten" over a narrow column, "Einhe" on one line and "iten" on the next, is no word. */
static void
test_table (void)
{
  const GlaHandoutOptions german = { GLA_PAPER_A4, FALSE, FALSE, "de" };
  const GlaHandoutOptions large = { GLA_PAPER_A4, TRUE, FALSE, "de" };
  g_autoptr (GlaPages) pages = gla_sheet_of_script ("timeline", NULL, RECORD, 320, &german);
  g_autoptr (GlaPages) large_pages = gla_sheet_of_script ("timeline", NULL, RECORD, 320, &large);
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");
  g_autofree char *large_text = gla_sheet_read (large_pages, "pdftotext");

  if (text == NULL || large_text == NULL)
    return;
  g_assert_false (g_regex_match_simple ("Einhe\\s", text, 0, 0));
  g_assert_false (g_regex_match_simple ("Einhe\\s", large_text, 0, 0));
}

static void
assert_says (GlaPages   *pages,
             const char *words,
             gboolean    does)
{
  g_autofree char *text = gla_sheet_read (pages, "pdftotext");

  if (text != NULL)
    g_assert_cmpint (strstr (text, words) != NULL, ==, does);
}

/* Who answers for the words stands on the sheet, until a new version has to be read again. */
static void
test_review (void)
{
  const GlaHandoutOptions polish = { GLA_PAPER_A4, FALSE, FALSE, "pl" };
  const GlaHandoutOptions english = { GLA_PAPER_A4, FALSE, FALSE, "en" };
  g_autoptr (GlaHandoutTemplate) template = gla_sheet_template ("aftercare");
  GlaTranslationReview review = {
    "aftercare", template->version, "pl", "Anna Nowak", gla_day_new (2026, 3, 4),
  };
  g_autofree char *read = gla_translation_reviews_add (NULL, &review);
  g_autofree char *old = NULL;
  g_autoptr (GlaPages) sheet = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &polish);
  g_autoptr (GlaPages) plain = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &english);
  g_autoptr (GlaPages) reviewed = NULL;
  g_autoptr (GlaPages) outdated = NULL;

  review.version = "2020-1";
  old = gla_translation_reviews_add (NULL, &review);
  gla_sheet_set_reviewed (read);
  reviewed = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &polish);
  gla_sheet_set_reviewed (old);
  outdated = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &polish);
  gla_sheet_set_reviewed (NULL);
  assert_says (sheet, "maszynowo", TRUE);
  assert_says (outdated, "maszynowo", TRUE);
  assert_says (reviewed, "maszynowo", FALSE);
  assert_says (reviewed, "Anna Nowak", TRUE);
  assert_says (reviewed, "4 mar 2026", TRUE);
  assert_says (plain, "by machine", FALSE);
  assert_says (plain, "reviewed by", FALSE);
}

/* What is for professionals alone lacks in Polish: no sheet is in two languages. */
static void
test_fallback (void)
{
  const GlaHandoutOptions polish = { GLA_PAPER_A4, FALSE, FALSE, "pl" };
  const GlaHandoutOptions unknown = { GLA_PAPER_A4, FALSE, FALSE, "sw" };
  g_autoptr (GlaPages) part = gla_sheet_of_script ("full-record", NULL, RECORD, 320, &polish);
  g_autoptr (GlaPages) none = gla_sheet_of_script ("aftercare", NULL, RECORD, 320, &unknown);

  g_assert_cmpstr (gla_pages_get_language (part), ==, "en");
  g_assert_cmpstr (gla_pages_get_language (none), ==, "en");
  assert_says (part, "maszynowo", FALSE);
}

int
main (int    argc,
      char **argv)
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  gla_sheet_begin ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/handout/languages/complete", test_complete);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autofree char *sheets = g_strconcat ("/handout/languages/sheets/", languages[i], NULL);
      g_autofree char *fonts = g_strconcat ("/handout/languages/fonts/", languages[i], NULL);

      g_test_add_data_func (sheets, languages[i], test_sheets);
      g_test_add_data_func (fonts, languages[i], test_fonts);
    }
  g_test_add_func ("/handout/languages/apart", test_apart);
  g_test_add_func ("/handout/languages/table", test_table);
  g_test_add_func ("/handout/languages/review", test_review);
  g_test_add_func ("/handout/languages/fallback", test_fallback);
  result = g_test_run ();
  return gla_sheet_end (result);
}

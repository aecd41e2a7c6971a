/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Languages of a thread, on a computer that may know none of them. */

#include "config.h"

#include "gla-day.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-test-folder.h"
#include "gla-test-mo.h"
#include "gla-units.h"

#include <locale.h>
#include <string.h>

static char *folder;

/* Files for this program alone; the plural of French and Arabic has the wrong number of forms. */
static void
write_files (void)
{
  static const struct
  {
    const char *name;
    guint n_forms;
  } files[] = {
    { "de", 2 }, { "fr", 3 }, { "es", 2 }, { "it", 2 }, { "pt", 2 }, { "pt_BR", 2 }, { "tr", 2 },
    { "ar", 6 }, { "zh_CN", 1 }, { "he", 2 }, { "xx", 2 },
  };
  g_autoptr (GlaTestMo) polish = gla_test_mo_new (3);

  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GlaTestMo) mo = gla_test_mo_new (files[i].n_forms);
      g_autofree char *own = g_strconcat ("not known in ", files[i].name, NULL);

      gla_test_mo_add (mo, NULL, "not known", own);
      gla_test_mo_write (mo, folder, files[i].name);
    }
  gla_test_mo_add (polish, NULL, "not known", "nie wiadomo");
  gla_test_mo_add (polish, "unit", "day", "dzień");
  gla_test_mo_add_forms (polish, "%d treatment", "%d treatments",
                         "%d zabieg|%d zabiegi|%d zabiegów");
  gla_test_mo_write (polish, folder, "pl");
}

static const GlaLanguage *
load (const char *tag)
{
  g_autoptr (GError) error = NULL;
  const GlaLanguage *language = gla_language_load (tag, &error);

  g_assert_no_error (error);
  return language;
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tag;
    const char *found;
    gboolean rtl;
  } cases[] = {
    { "de", "de", FALSE },         { "de-CH", "de", FALSE },    { "de_AT.UTF-8@euro", "de", FALSE },
    { "DE", "de", FALSE },         { "pt", "pt", FALSE },       { "pt-BR", "pt-BR", FALSE },
    { "pt_AO", "pt", FALSE },      { "zh", "zh-CN", FALSE },    { "zh-Hans", "zh-CN", FALSE },
    { "zh_CN", "zh-CN", FALSE },   { "zh-Hans-SG", "zh-CN", FALSE },
    { "zh-TW", "zh-CN", FALSE },   { "ar", "ar", TRUE },        { "he", "he", TRUE },
    { "en", "en", FALSE },         { "en-GB", "en", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaLanguage *language = load (cases[i].tag);

      g_assert_cmpstr (gla_language_get_tag (language), ==, cases[i].found);
      g_assert_cmpint (gla_language_is_rtl (language), ==, cases[i].rtl);
      g_assert_true (language == load (cases[i].tag));
    }
}

static void
test_refused (void)
{
  /* None; none that its own header and the table count alike; not in the table; no tag. */
  static const char *const tags[] = { "ru", "fr", "xx", "", "-", "../de", "/", "C", "_" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (gla_language_load (tags[i], &error));
      g_assert_error (error, GLA_LANGUAGE_ERROR, GLA_LANGUAGE_ERROR_UNKNOWN);
    }
}

static void
test_list (void)
{
  g_auto (GStrv) tags = gla_language_list ();
  g_autofree char *all = g_strjoinv (" ", tags);
  g_autofree char *german = gla_language_dup_name (load ("de"));
  g_autofree char *arabic = gla_language_dup_name (load ("ar"));

  g_assert_cmpstr (all, ==, "en ar de es he it pl pt pt-BR tr zh-CN");
  g_assert_cmpstr (german, ==, "Deutsch");
  g_assert_cmpstr (arabic, ==, "العربية");
}

static void
test_texts (void)
{
  g_auto (GlaLanguageScope) outer = gla_language_enter (load ("pl"));

  g_assert_cmpstr (_("not known"), ==, "nie wiadomo");
  g_assert_cmpstr (C_("unit", "day"), ==, "dzień");
  g_assert_cmpuint (gla_language_get_missing (), ==, 0);
  {
    g_auto (GlaLanguageScope) inner = gla_language_enter (load ("de"));

    g_assert_cmpstr (_("not known"), ==, "not known in de");
    g_assert_cmpstr (C_("unit", "day"), ==, "day");
    g_assert_cmpuint (gla_language_get_missing (), ==, 1);
    g_assert_cmpstr (_("Not in any file"), ==, "Not in any file");
    g_assert_cmpuint (gla_language_get_missing (), ==, 2);
    {
      g_auto (GlaLanguageScope) same = gla_language_enter (load ("de"));

      g_assert_cmpstr (_("Not in any file"), ==, "Not in any file");
    }
    g_assert_cmpuint (gla_language_get_missing (), ==, 3);
  }
  g_assert_true (gla_language_get_current () == load ("pl"));
  g_assert_cmpuint (gla_language_get_missing (), ==, 0);
  g_assert_cmpstr (_("not known"), ==, "nie wiadomo");
  g_assert_cmpstr (_(""), ==, "");
  {
    g_auto (GlaLanguageScope) english = gla_language_enter (gla_language_get_english ());

    g_assert_cmpstr (_("not known"), ==, "not known");
    g_assert_cmpuint (gla_language_get_missing (), ==, 0);
  }
}

static void
test_numbers_of_things (void)
{
  static const struct
  {
    int n;
    const char *polish;
  } cases[] = {
    { 0, "0 zabiegów" },   { 1, "1 zabieg" },    { 2, "2 zabiegi" },     { 4, "4 zabiegi" },
    { 5, "5 zabiegów" },   { 12, "12 zabiegów" },{ 21, "21 zabiegów" },  { 22, "22 zabiegi" },
    { 112, "112 zabiegów" },
  };
  g_auto (GlaLanguageScope) scope = gla_language_enter (load ("pl"));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
        g_strdup_printf (ngettext ("%d treatment", "%d treatments", (gulong) cases[i].n),
                         cases[i].n);

      g_assert_cmpstr (text, ==, cases[i].polish);
    }
  g_assert_cmpstr (ngettext ("%d area", "%d areas", 1), ==, "%d area");
  g_assert_cmpstr (ngettext ("%d area", "%d areas", 2), ==, "%d areas");
  g_assert_cmpuint (gla_language_get_missing (), ==, 2);
}

static void
test_days (void)
{
  static const struct
  {
    const char *tag;
    const char *day;
    const char *long_day;
    const char *month;
    const char *unit;
  } cases[] = {
    { "en", "4 Mar 2026", "Wednesday 4 March 2026", "Mar 2026", "2.5" },
    { "de", "4. März 2026", "Mittwoch, 4. März 2026", "März 2026", "2,5" },
    { "es", "4 mar 2026", "miércoles, 4 de marzo de 2026", "mar 2026", "2,5" },
    { "it", "4 mar 2026", "mercoledì 4 marzo 2026", "mar 2026", "2,5" },
    { "pl", "4 mar 2026", "środa, 4 marca 2026", "mar 2026", "2,5" },
    { "tr", "4 Mar 2026", "4 Mart 2026 Çarşamba", "Mar 2026", "2,5" },
    { "ar", "4 مارس 2026", "الأربعاء، 4 مارس 2026", "مارس 2026", "2.5" },
    { "zh", "2026年3月4日", "2026年3月4日星期三", "2026年3月", "2.5" },
  };
  GlaDay day = gla_day_new (2026, 3, 4);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GlaLanguageScope) scope = gla_language_enter (load (cases[i].tag));
      g_autofree char *text = gla_day_format (day, GLA_DAY_EXACT);
      g_autofree char *long_text = gla_day_format_long (day);
      g_autofree char *month = gla_day_format (day, GLA_DAY_MONTH);
      g_autofree char *units = gla_units_format (250);
      g_autofree char *number = gla_number_format_short (2.5);
      g_autofree char *fixed = gla_number_format (2.5, 2);
      g_autofree char *fixed_wanted = g_strconcat (cases[i].unit, "0", NULL);

      g_assert_cmpstr (text, ==, cases[i].day);
      g_assert_cmpstr (long_text, ==, cases[i].long_day);
      g_assert_cmpstr (month, ==, cases[i].month);
      g_assert_cmpstr (units, ==, cases[i].unit);
      g_assert_cmpstr (number, ==, cases[i].unit);
      g_assert_cmpstr (fixed, ==, fixed_wanted);
    }
}

/* Each in a language of its own, again and again, while the first thread speaks none. */
static gpointer
speak_cb (gpointer data)
{
  const char *tag = data;
  const GlaLanguage *language = load (tag);
  const char *word = strcmp (tag, "pl") == 0 ? "nie wiadomo" : "not known in de";

  for (guint i = 0; i < 2000; i++)
    {
      g_auto (GlaLanguageScope) scope = gla_language_enter (language);
      g_autofree char *day = gla_day_format_long (gla_day_new (2026, 3, 4));

      g_assert_cmpstr (_("not known"), ==, word);
      g_assert_true (g_str_has_prefix (day, strcmp (tag, "pl") == 0 ? "środa" : "Mittwoch"));
    }
  return NULL;
}

static void
test_threads (void)
{
  GThread *polish = g_thread_new ("pl", speak_cb, (gpointer) "pl");
  GThread *german = g_thread_new ("de", speak_cb, (gpointer) "de");

  for (guint i = 0; i < 2000; i++)
    {
      g_autofree char *day = gla_day_format_long (gla_day_new (2026, 3, 4));

      g_assert_null (gla_language_get_current ());
      g_assert_cmpstr (_("not known"), ==, "not known");
      g_assert_cmpstr (day, ==, "Wednesday 4 March 2026");
    }
  g_thread_join (polish);
  g_thread_join (german);
}

static void
test_direction (void)
{
  static const struct
  {
    const char *tag;
    const char *text;
    gboolean against;
  } cases[] = {
    { "en", "Mira", FALSE },  { "en", "שרה", TRUE },    { "en", "12 · 3", FALSE }, { "en", "", FALSE },
    { "ar", "Mira", TRUE },   { "ar", "שרה", FALSE },   { "ar", "12 · 3", FALSE },
    { "ar", "20 وحدة", FALSE }, { "ar", "12 Lindenhof", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GlaLanguageScope) scope = gla_language_enter (load (cases[i].tag));

      g_assert_cmpint (gla_language_runs_against (cases[i].text), ==, cases[i].against);
    }
}

static void
test_own (void)
{
  /* The program runs in C.UTF-8. */
  g_assert_cmpstr (gla_language_get_tag (gla_language_get_own ()), ==, "en");
  g_assert_false (gla_language_is_rtl_now ());
  {
    g_auto (GlaLanguageScope) scope = gla_language_enter (load ("he"));

    g_assert_true (gla_language_is_rtl_now ());
    g_assert_true (gla_language_has_text (load ("he"), "not known"));
    g_assert_false (gla_language_has_text (load ("he"), "known"));
    g_assert_true (gla_language_has_text (gla_language_get_english (), "known"));
    g_assert_cmpuint (gla_language_get_missing (), ==, 0);
  }
}

int
main (int    argc,
      char **argv)
{
  int result;

  setlocale (LC_ALL, "C.UTF-8");
  folder = gla_test_dup_folder ();
  g_setenv ("GLABELLA_LOCALE_DIR", folder, TRUE);
  write_files ();
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/language/tags", test_tags);
  g_test_add_func ("/base/language/refused", test_refused);
  g_test_add_func ("/base/language/list", test_list);
  g_test_add_func ("/base/language/texts", test_texts);
  g_test_add_func ("/base/language/numbers-of-things", test_numbers_of_things);
  g_test_add_func ("/base/language/days", test_days);
  g_test_add_func ("/base/language/threads", test_threads);
  g_test_add_func ("/base/language/direction", test_direction);
  g_test_add_func ("/base/language/own", test_own);
  result = g_test_run ();
  gla_test_drop_folder (folder);
  return result;
}

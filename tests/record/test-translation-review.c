/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-translation-review.h"

static const GlaTranslationReview polish = {
  "aftercare", "2026-11-1", "pl", "Dr A.\tOsei\n", 20500,
};
static const GlaTranslationReview turkish = {
  "aftercare", "2026-11-1", "tr", "Nurse B", 20501,
};

static void
assert_found (const char *text,
              const char *template,
              const char *version,
              const char *language,
              const char *name,
              GlaDay      day)
{
  GlaDay found_day;
  g_autofree char *found =
    gla_translation_reviews_find (text, template, version, language, &found_day);

  g_assert_cmpstr (found, ==, name);
  g_assert_cmpint (found_day, ==, day);
}

static void
test_add (void)
{
  g_autofree char *first = gla_translation_reviews_add (NULL, &polish);
  g_autofree char *both = gla_translation_reviews_add (first, &turkish);
  g_autofree char *again = gla_translation_reviews_add (both, &polish);

  assert_found (NULL, "aftercare", "2026-11-1", "pl", NULL, GLA_DAY_NONE);
  assert_found (first, "aftercare", "2026-11-1", "pl", "Dr A. Osei", 20500);
  assert_found (first, "aftercare", "2026-11-1", "tr", NULL, GLA_DAY_NONE);
  assert_found (both, "aftercare", "2026-11-1", "pl", "Dr A. Osei", 20500);
  assert_found (both, "aftercare", "2026-11-1", "tr", "Nurse B", 20501);
  assert_found (both, "aftercare", "2026-12-1", "tr", NULL, GLA_DAY_NONE);
  assert_found (both, "card", "2026-11-1", "tr", NULL, GLA_DAY_NONE);
  g_assert_cmpstr (again, ==,
                   "aftercare\ttr\t2026-11-1\t2026-02-17\tNurse B\n"
                   "aftercare\tpl\t2026-11-1\t2026-02-16\tDr A. Osei\n");
}

static void
test_withdraw (void)
{
  g_autofree char *first = gla_translation_reviews_add ("", &polish);
  g_autofree char *both = gla_translation_reviews_add (first, &turkish);
  g_autofree char *left = gla_translation_reviews_withdraw (both, "aftercare", "pl");
  g_autofree char *none = gla_translation_reviews_withdraw (left, "aftercare", "tr");

  assert_found (left, "aftercare", "2026-11-1", "pl", NULL, GLA_DAY_NONE);
  assert_found (left, "aftercare", "2026-11-1", "tr", "Nurse B", 20501);
  g_assert_cmpstr (none, ==, "");
}

/* What somebody else wrote there confirms nothing. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "", "\n\n", "aftercare", "aftercare\tpl\t2026-11-1\n", "aftercare\tpl\t2026-11-1\tsoon\tA\n",
    "aftercare\tpl\t2026-11-1\t2026-02-30\tA\n", "\t\t\t\t\t\t\t",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    assert_found (texts[i], "aftercare", "2026-11-1", "pl", NULL, GLA_DAY_NONE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/translation-review/add", test_add);
  g_test_add_func ("/record/translation-review/withdraw", test_withdraw);
  g_test_add_func ("/record/translation-review/damaged", test_damaged);
  return g_test_run ();
}

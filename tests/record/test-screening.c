/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-screening.h"

/* What is read, as it is written again. */
static void
test_text (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "milk-protein no", "milk-protein no" },
    { "milk-protein no\nlid yes drops in 2024, left", "milk-protein no\nlid yes drops in 2024, left" },
    { NULL, NULL },
    { "", NULL },
    { "milk-protein", NULL },
    { "milk-protein maybe", NULL },
    { " yes", NULL },
    { "a yes\n\nb no\n", "a yes\nb no" },
    { "a yes\na no", "a yes" },
    { "a yes  ", "a yes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) answers = gla_screening_parse (cases[i].text);
      g_autofree char *text = gla_screening_to_text (answers);

      g_assert_cmpstr (text, ==, cases[i].written);
    }
}

static void
test_set (void)
{
  g_autoptr (GPtrArray) answers = gla_screening_parse ("a yes since May\nb no");
  g_autofree char *text = NULL;

  g_assert_cmpint (gla_screening_find (answers, "a")->answer, ==, GLA_ANSWER_YES);
  g_assert_cmpstr (gla_screening_find (answers, "a")->note, ==, "since May");
  g_assert_null (gla_screening_find (answers, "b")->note);
  g_assert_null (gla_screening_find (answers, "c"));
  gla_screening_set (answers, "a", GLA_ANSWER_NO, NULL);
  gla_screening_set (answers, "b", GLA_ANSWER_UNKNOWN, NULL);
  gla_screening_set (answers, "c", GLA_ANSWER_YES, " two\nlines ");
  gla_screening_set (answers, "d", GLA_ANSWER_UNKNOWN, "nothing");
  text = gla_screening_to_text (answers);
  g_assert_cmpstr (text, ==, "a no\nc yes two lines");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/screening/text", test_text);
  g_test_add_func ("/screening/set", test_set);
  return g_test_run ();
}

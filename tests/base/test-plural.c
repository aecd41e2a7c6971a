/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plural.h"

/* Forms of 0 to 25, then of some more numbers. */
static const struct
{
  const char *language;
  guint n_forms;
  const char *first;
  const char *later;
} cases[] = {
  { "de", 2, "10111111111111111111111111", "1111111" },
  { "fr", 2, "00111111111111111111111111", "1111111" },
  { "pt", 2, "10111111111111111111111111", "1111111" },
  { "pt_BR", 2, "00111111111111111111111111", "1111111" },
  { "pl", 3, "20111222222222222222221112", "2211122" },
  { "ar", 6, "01233333333444444444444444", "5553345" },
  { "zh_CN", 1, "00000000000000000000000000", "0000000" },
};

static const gulong later[] = { 100, 101, 102, 103, 104, 111, 1000000 };

static void
test_forms (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaPlural *plural = gla_plural_find (cases[i].language);

      g_assert_nonnull (plural);
      g_assert_cmpuint (gla_plural_get_n_forms (plural), ==, cases[i].n_forms);
      for (gulong n = 0; cases[i].first[n] != '\0'; n++)
        g_assert_cmpuint (gla_plural_get_form (plural, n), ==, cases[i].first[n] - '0');
      for (gsize k = 0; k < G_N_ELEMENTS (later); k++)
        g_assert_cmpuint (gla_plural_get_form (plural, later[k]), ==, cases[i].later[k] - '0');
    }
}

static void
test_unknown (void)
{
  static const char *const unknown[] = { "", "d", "deu", "DE", "pt_PT", "zh", "xx" };

  for (gsize i = 0; i < G_N_ELEMENTS (unknown); i++)
    g_assert_null (gla_plural_find (unknown[i]));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/plural/forms", test_forms);
  g_test_add_func ("/base/plural/unknown", test_unknown);
  return g_test_run ();
}

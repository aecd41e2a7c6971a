/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-golden.h"
#include "gla-random.h"

#include <math.h>

/* Each row is drawn from a fresh stream, so that no row leans on another one. */
static void
test_vectors (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("prng_vectors.csv");

  for (gsize i = 0; i < gla_golden_get_n_rows (golden); i++)
    {
      const char *what = gla_golden_get_text (golden, i, "what");
      const char *value = gla_golden_get_text (golden, i, "value");
      guint n = (guint) gla_golden_get_number (golden, i, "n");
      GlaRandom random = { { 1, 2, 3, 4 } };

      if (g_str_has_prefix (what, "stream_"))
        gla_random_init (&random,
                         (guint64) gla_golden_get_number (golden, i, "seed"),
                         (guint64) gla_golden_get_number (golden, i, "kind"),
                         (guint64) gla_golden_get_number (golden, i, "index"));

      if (g_str_equal (what, "splitmix64"))
        {
          guint64 x = 0;
          guint64 word = 0;

          for (guint k = 0; k < n; k++)
            word = gla_random_mix (&x);
          g_assert_cmphex (word, ==, g_ascii_strtoull (value, NULL, 16));
        }
      else if (g_str_equal (what, "stream_uniform"))
        {
          g_assert_cmpuint (n, ==, 1);
          g_assert_true (gla_random_uniform (&random) == g_ascii_strtod (value, NULL));
        }
      else if (g_str_equal (what, "stream_normal"))
        {
          /* The second number of the stream, printed with 15 digits. */
          g_assert_cmpuint (n, ==, 2);
          gla_random_uniform (&random);
          gla_assert_near (gla_random_normal (&random), g_ascii_strtod (value, NULL), 5e-15);
        }
      else
        {
          guint64 word = 0;

          for (guint k = 0; k < n; k++)
            word = gla_random_next (&random);
          g_assert_cmphex (word, ==, g_ascii_strtoull (value, NULL, 16));
        }
    }
}

static void
test_ranges (void)
{
  static const double shares[] = { 0.0, 0.25, 0.0, 0.5, 0.25 };
  GlaRandom random;
  guint integers[7] = { 0 };
  guint categories[G_N_ELEMENTS (shares)] = { 0 };
  double sum = 0.0;
  double squares = 0.0;

  gla_random_init (&random, 5, 9, 3);
  for (guint i = 0; i < 70000; i++)
    {
      double u = gla_random_uniform (&random);
      double z = gla_random_normal (&random);

      g_assert_true (u > 0.0 && u < 1.0);
      g_assert_true (isfinite (z));
      sum += z;
      squares += z * z;
      integers[gla_random_integer (&random, 7)]++;
      categories[gla_random_category (&random, shares, G_N_ELEMENTS (shares))]++;
    }

  gla_assert_near (sum / 70000, 0.0, 0.02);
  gla_assert_near (squares / 70000, 1.0, 0.03);
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    gla_assert_near (integers[i], 10000, 500);
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    gla_assert_near (categories[i], 70000 * shares[i], 700 * shares[i] * 4);

  g_assert_cmpint (gla_random_integer (&random, 1), ==, 0);
  g_assert_cmpuint (gla_random_category (&random, shares, 1), ==, 0);
}

/* The largest word gives U = 1 after rounding; nothing may overflow or be infinite. */
static void
test_topmost (void)
{
  static const double shares[] = { 0.5, 0.25 };
  const guint64 word = G_MAXUINT64;
  GlaRandom start = { { 0, 0, 0, 1 } };
  GlaRandom random;

  /* next = rotl (5 s1, 7) 9 = word, solved for s1 with the inverses of 9 and 5. */
  start.state[1] = word * G_GUINT64_CONSTANT (0x8E38E38E38E38E39);
  start.state[1] = (start.state[1] >> 7) | (start.state[1] << 57);
  start.state[1] *= G_GUINT64_CONSTANT (0xCCCCCCCCCCCCCCCD);

  random = start;
  g_assert_cmphex (gla_random_next (&random), ==, word);
  random = start;
  g_assert_true (isfinite (gla_random_normal (&random)));
  random = start;
  g_assert_cmpint (gla_random_integer (&random, G_MAXINT), ==, G_MAXINT - 1);
  random = start;
  g_assert_cmpuint (gla_random_category (&random, shares, 2), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/random/vectors", test_vectors);
  g_test_add_func ("/statistics/random/ranges", test_ranges);
  g_test_add_func ("/statistics/random/topmost", test_topmost);

  return g_test_run ();
}

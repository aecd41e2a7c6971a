/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-paper.h"

/* Both hold the live area, with margins that any printer keeps free. */
static void
test_sizes (void)
{
  static const struct
  {
    const char *name;
    GlaPaper paper;
    double millimetres[2];
  } papers[] = {
    { "a4", GLA_PAPER_A4, { 210.0, 297.0 } },
    { "letter", GLA_PAPER_LETTER, { 215.9, 279.4 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      double width, height;

      gla_paper_get_size (papers[i].paper, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, GLA_PAPER_MM (papers[i].millimetres[0]), 0.01);
      g_assert_cmpfloat_with_epsilon (height, GLA_PAPER_MM (papers[i].millimetres[1]), 0.01);
      g_assert_cmpfloat (width - GLA_SHEET_WIDTH, >, GLA_PAPER_MM (29.0));
      g_assert_cmpfloat (height - GLA_SHEET_HEIGHT, >, GLA_PAPER_MM (34.0));
      g_assert_cmpstr (gla_paper_get_name (papers[i].paper), ==, papers[i].name);
    }
}

static void
test_names (void)
{
  GlaPaper paper = GLA_PAPER_A4;

  g_assert_true (gla_paper_from_name ("Letter", &paper));
  g_assert_cmpint (paper, ==, GLA_PAPER_LETTER);
  g_assert_true (gla_paper_from_name ("A4", &paper));
  g_assert_cmpint (paper, ==, GLA_PAPER_A4);
  g_assert_false (gla_paper_from_name ("legal", &paper));
  g_assert_false (gla_paper_from_name ("", &paper));
  g_assert_cmpint (paper, ==, GLA_PAPER_A4);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drawing/paper/sizes", test_sizes);
  g_test_add_func ("/drawing/paper/names", test_names);
  return g_test_run ();
}

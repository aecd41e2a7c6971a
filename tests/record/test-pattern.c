/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pattern.h"

/* What is read, as it is written again; a line that is none is passed over. */
static void
test_lines (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { "GLAB both 2000 5 front 500,446,400 438,408,400",
      "GLAB both 2000 5 front 500,446,400 438,408,400" },
    { "GLAB both 2000 5\nLCL left ? 0\nLCL right 1250 3 left 1,2,?",
      "GLAB both 2000 5\nLCL left ? 0\nLCL right 1250 3 left 1,2,?" },
    { NULL, NULL },
    { "", NULL },
    { "\n\n", NULL },
    { "GLAB", NULL },
    { "GLAB both 2000", NULL },
    { "GLAB here 2000 5", NULL },
    { "GLAB both 0 5", NULL },
    { "GLAB both -1 5", NULL },
    { "GLAB both 100000001 5", NULL },
    { "GLAB both 20.5 5", NULL },
    { "GLAB both 2000 1001", NULL },
    { " both 2000 5", NULL },
    { "nonsense\nGLAB both 2000 5\n", "GLAB both 2000 5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = gla_pattern_lines_parse (cases[i].text);
      g_autofree char *text = gla_pattern_lines_to_text (lines);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpstr (text, ==, cases[i].written);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/lines", test_lines);
  return g_test_run ();
}

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
    { "= ona\nGLAB both 2000 5\nLCL left ? 0\n= abo-p\nMENT both 1000 2\n= \nFRON both 100 1",
      "= ona\nGLAB both 2000 5\nLCL left ? 0\n= abo-p\nMENT both 1000 2\n= \nFRON both 100 1" },
    { "GLAB both 2000 5\n~ deep\\n\\303\\244\t30 G\t\nLCL left ? 0",
      "GLAB both 2000 5\n~ deep\\n\\303\\244\t30 G\t\nLCL left ? 0" },
    { "~ deep\t\t\nGLAB both 2000 5\n~ one\ttwo\n~ \t\t", "GLAB both 2000 5" },
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

/* Two vials of one product make one line; of what is not known of one, nothing is known. */
static void
test_gather (void)
{
  static const struct
  {
    const char *text;
    const char *gathered;
  } cases[] = {
    { "GLAB both 1200 3 front 1,2,400 3,4,400 5,6,400\nGLAB both 800 2 front 7,8,400 9,9,400",
      "GLAB both 2000 5 front 1,2,400 3,4,400 5,6,400 7,8,400 9,9,400" },
    { "GLAB both 1200 3 front 1,2,400\nGLAB both 800 2", "GLAB both 2000 5" },
    { "GLAB both ? 3\nGLAB both 800 0", "GLAB both ? 0" },
    { "GLAB left 1200 3\nGLAB right 1200 3\nLCL left 1200 3",
      "GLAB left 1200 3\nGLAB right 1200 3\nLCL left 1200 3" },
    { "= ona\nGLAB both 1200 3\n= abo-p\nGLAB both 800 2",
      "= ona\nGLAB both 1200 3\n= abo-p\nGLAB both 800 2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) lines = gla_pattern_lines_parse (cases[i].text);
      g_autoptr (GPtrArray) gathered = gla_pattern_lines_new ();
      g_autofree char *text = NULL;

      for (guint k = 0; k < lines->len; k++)
        gla_pattern_lines_gather (gathered, lines->pdata[k]);
      text = gla_pattern_lines_to_text (gathered);
      g_assert_cmpstr (text, ==, cases[i].gathered);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pattern/lines", test_lines);
  g_test_add_func ("/pattern/gather", test_gather);
  return g_test_run ();
}

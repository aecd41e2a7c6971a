/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan against what was given, per area and side. */

#include "config.h"

#include "gla-plan-difference.h"
#include "gla-words.h"

#include <string.h>

static const struct
{
  const char *planned;
  const char *given;
  const char *rows;   /* "GLAB both changed 200 1" and so on; state, units, points */
} cases[] = {
  { "= ona\nGLAB both 2000 5", "= ona\nGLAB both 2000 5", "GLAB both as-planned ? 0" },
  { "= ona\nGLAB both 2000 5", "= ona\nGLAB both 2200 6", "GLAB both changed 200 1" },
  { "= ona\nGLAB both 2000 5", "= ona\nGLAB both 2000 4", "GLAB both changed ? -1" },
  { "= ona\nGLAB both 2000 5\nLCL left 1200 3", "= ona\nGLAB both 1600 5\nLCL right 1200 3",
    "GLAB both changed -400 0|LCL left left-out ? 0|LCL right added ? 0" },
  /* Two vials of one product are one injection. */
  { "= ona\nGLAB both 2000 5", "= ona\nGLAB both 1200 3\nGLAB both 800 2",
    "GLAB both as-planned ? 0" },
  /* Units of two products are never compared, their points are. */
  { "= ona\nGLAB both 2000 5", "= abo-p\nGLAB both 5000 4", "GLAB both other-product ? -1" },
  { "= ona\nGLAB both 2000 5", "= abo-p\nGLAB both 5000 5\n= ona\nGLAB both 2000 5",
    "GLAB both as-planned ? 0|GLAB both added ? 0" },
  { "GLAB both 2000 5", "= ona\nGLAB both 2000 5", "GLAB both other-product ? 0" },
  { "GLAB both 2000 5", "GLAB both 2200 5", "GLAB both other-product ? 0" },
  { "= ona\nGLAB both 2000 5\n= abo-p\nGLAB both 5000 5", "= abo-p\nGLAB both 5000 5",
    "GLAB both left-out ? 0|GLAB both as-planned ? 0" },
  /* What is not known is no difference in units. */
  { "= ona\nGLAB both ? 5", "= ona\nGLAB both 2000 5", "GLAB both changed ? 0" },
  { "= ona\nGLAB both 2000 0", "= ona\nGLAB both 2000 5", "GLAB both changed ? 0" },
  { "= ona\nGLAB both 2000 5", "", "GLAB both left-out ? 0" },
};

static char *
describe (const GlaPlanDifferences *differences)
{
  static const char *const states[] = { "as-planned", "changed", "other-product", "left-out",
                                        "added" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < differences->rows->len; i++)
    {
      const GlaPlanDifference *row = &g_array_index (differences->rows, GlaPlanDifference, i);
      const GlaPatternLine *line = row->planned != NULL ? row->planned : row->given;

      g_string_append_printf (text, "%s%s %s %s ", i > 0 ? "|" : "", line->area,
                              gla_side_to_key (line->side), states[row->state]);
      if (row->units == GLA_UNITS_UNKNOWN)
        g_string_append_printf (text, "? %d", row->points);
      else
        g_string_append_printf (text, "%d %d", (int) row->units, row->points);
    }
  return g_string_free (text, FALSE);
}

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) planned = gla_pattern_lines_parse (cases[i].planned);
      g_autoptr (GPtrArray) given = gla_pattern_lines_parse (cases[i].given);
      g_autoptr (GlaPlanDifferences) differences = gla_plan_differences_new (planned, given);
      g_autofree char *rows = describe (differences);

      g_assert_cmpstr (rows, ==, cases[i].rows);
      g_assert_cmpint (gla_plan_differences_is_as_planned (differences), ==,
                       differences->rows->len == 1 && strstr (rows, "as-planned") != NULL);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clinical/plan-difference/cases", test_cases);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-golden.h"

#include <math.h>

struct _GlaGolden
{
  char *name;
  GStrv columns;
  GPtrArray *rows;
};

/* Reads a table of the golden folder; a missing or ragged table ends the test. */
GlaGolden *
gla_golden_load (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "golden", "statistics", name, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GlaGolden *golden = g_new0 (GlaGolden, 1);

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (text, "\n", -1);
  golden->name = g_strdup (name);
  golden->columns = g_strsplit (g_strchomp (lines[0]), ",", -1);
  golden->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (gsize i = 1; lines[i] != NULL; i++)
    {
      GStrv fields;

      if (*g_strchomp (lines[i]) == '\0')
        continue;
      fields = g_strsplit (lines[i], ",", -1);
      g_assert_cmpuint (g_strv_length (fields), ==, g_strv_length (golden->columns));
      g_ptr_array_add (golden->rows, fields);
    }
  g_assert_cmpuint (golden->rows->len, >, 0);

  return golden;
}

void
gla_golden_free (GlaGolden *golden)
{
  g_free (golden->name);
  g_strfreev (golden->columns);
  g_ptr_array_unref (golden->rows);
  g_free (golden);
}

gsize
gla_golden_get_n_rows (GlaGolden *golden)
{
  return golden->rows->len;
}

const char *
gla_golden_get_text (GlaGolden  *golden,
                     gsize       row,
                     const char *column)
{
  for (gsize i = 0; golden->columns[i] != NULL; i++)
    {
      if (g_str_equal (golden->columns[i], column))
        return ((GStrv) g_ptr_array_index (golden->rows, row))[i];
    }

  g_error ("%s has no column %s", golden->name, column);
}

gboolean
gla_golden_is (GlaGolden  *golden,
               gsize       row,
               const char *column,
               const char *text)
{
  return g_str_equal (gla_golden_get_text (golden, row, column), text);
}

/* "Inf" is read as infinity; an empty cell ends the test, for it has no number. */
double
gla_golden_get_number (GlaGolden  *golden,
                       gsize       row,
                       const char *column)
{
  const char *text = gla_golden_get_text (golden, row, column);
  char *end = NULL;
  double number = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || isnan (number))
    g_error ("%s, row %" G_GSIZE_FORMAT ", %s: no number: \"%s\"", golden->name, row, column, text);

  return number;
}

GlaDuration
gla_golden_get_interval (GlaGolden *golden,
                         gsize      row)
{
  GlaDuration interval;

  interval.left = gla_golden_get_number (golden, row, "L");
  interval.right = gla_golden_get_number (golden, row, "R");

  return interval;
}

/* The columns L and R of the whole table. */
GlaDuration *
gla_golden_get_intervals (GlaGolden *golden)
{
  GlaDuration *intervals = g_new (GlaDuration, golden->rows->len);

  for (gsize i = 0; i < golden->rows->len; i++)
    intervals[i] = gla_golden_get_interval (golden, i);

  return intervals;
}

/* A column of whole numbers, such as those of patients. */
gint64 *
gla_golden_get_numbers (GlaGolden  *golden,
                        const char *column)
{
  gint64 *numbers = g_new (gint64, golden->rows->len);

  for (gsize i = 0; i < golden->rows->len; i++)
    numbers[i] = (gint64) gla_golden_get_number (golden, i, column);

  return numbers;
}

void
gla_golden_assert_near (const char *place,
                        const char *expression,
                        double      actual,
                        double      expected,
                        double      tolerance)
{
  if (actual == expected || fabs (actual - expected) <= tolerance)
    return;

  g_error ("%s: %s is %.12g, not %.12g within %g", place, expression, actual, expected, tolerance);
}

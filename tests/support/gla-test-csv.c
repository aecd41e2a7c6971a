/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-csv.h"

#include <string.h>

struct _GlaTestCsv
{
  char *path;
  GStrv columns;
  GPtrArray *rows; /* (element-type GStrv) */
};

GlaTestCsv *
gla_test_csv_load (const char *path)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, path, NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  GlaTestCsv *self = g_new0 (GlaTestCsv, 1);

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (text, "\n", -1);
  self->path = g_strdup (path);
  self->columns = g_strsplit (g_strchomp (lines[0]), ",", -1);
  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (gsize i = 1; lines[i] != NULL; i++)
    {
      GStrv cells;

      if (*g_strchomp (lines[i]) == '\0')
        continue;
      cells = g_strsplit (lines[i], ",", -1);
      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (self->columns));
      g_ptr_array_add (self->rows, cells);
    }
  return self;
}

void
gla_test_csv_free (GlaTestCsv *self)
{
  g_free (self->path);
  g_strfreev (self->columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

guint
gla_test_csv_get_n_rows (GlaTestCsv *self)
{
  return self->rows->len;
}

const char *
gla_test_csv_get (GlaTestCsv *self,
                  guint       row,
                  const char *column)
{
  GStrv cells = g_ptr_array_index (self->rows, row);

  for (guint i = 0; self->columns[i] != NULL; i++)
    if (strcmp (self->columns[i], column) == 0)
      return cells[i];
  g_error ("%s has no column %s", self->path, column);
}

int
gla_test_csv_get_int (GlaTestCsv *self,
                      guint       row,
                      const char *column,
                      int         fallback)
{
  const char *text = gla_test_csv_get (self, row, column);
  gint64 number;

  if (*text == '\0')
    return fallback;
  if (strcmp (text, "Inf") == 0)
    return G_MAXINT;
  if (!g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &number, NULL))
    g_error ("%s, row %u, %s: no whole number", self->path, row, column);
  return (int) number;
}

double
gla_test_csv_find_number (const char *table,
                          const char *name,
                          const char *column)
{
  g_auto (GStrv) rows = g_strsplit (table, "\r\n", -1);
  g_auto (GStrv) titles = g_strsplit (rows[0], ",", -1);

  for (guint i = 1; rows[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (rows[i], ",", -1);

      if (cells[0] == NULL || strcmp (cells[0], name) != 0)
        continue;
      for (guint c = 0; titles[c] != NULL; c++)
        if (strcmp (titles[c], column) == 0)
          return g_ascii_strtod (cells[c], NULL);
    }
  g_error ("no %s of %s in %s", column, name, table);
}

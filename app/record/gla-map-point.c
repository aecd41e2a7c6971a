/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-point.h"

#include <string.h>

#define KEY_LETTERS "abcdefghijklmnopqrstuvwxyz"

static gboolean
is_key (const char *word)
{
  gsize length = strlen (word);

  return length > 0 && length <= 40 && strspn (word, KEY_LETTERS "-") == length;
}

static gboolean
read_int (const char *text,
          gint64      highest,
          gint64     *number)
{
  return g_ascii_string_to_signed (text, 10, 0, highest, number, NULL);
}

static gboolean
read_point (const char  *word,
            GlaMapPoint *point)
{
  g_auto (GStrv) parts = g_strsplit (word, ",", 4);
  gint64 x, y, units = GLA_UNITS_UNKNOWN;

  if (g_strv_length (parts) != 3 || !read_int (parts[0], 1000, &x) || !read_int (parts[1], 1000, &y)
      || (strcmp (parts[2], "?") != 0 && !read_int (parts[2], GLA_UNITS_MAX, &units)))
    return FALSE;
  point->x = (int) x;
  point->y = (int) y;
  point->units = units;
  return TRUE;
}

GArray *
gla_map_points_parse (const char *text)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (GlaMapPoint));
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);
  GlaMapPoint point = { 0 };

  for (guint i = 0; words[i] != NULL && points->len < GLA_MAP_MAX_POINTS; i++)
    {
      if (is_key (words[i]))
        point.view = g_intern_string (words[i]);
      else if (point.view != NULL && read_point (words[i], &point))
        g_array_append_val (points, point);
    }
  return points;
}

char *
gla_map_points_to_text (const GlaMapPoint *points,
                        guint              n_points)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *view = NULL;

  g_return_val_if_fail (points != NULL || n_points == 0, NULL);

  for (guint i = 0; i < n_points; i++)
    {
      if (text->len > 0)
        g_string_append_c (text, ' ');
      if (g_strcmp0 (view, points[i].view) != 0)
        g_string_append_printf (text, "%s ", points[i].view);
      view = points[i].view;
      g_string_append_printf (text, "%d,%d,", points[i].x, points[i].y);
      if (points[i].units == GLA_UNITS_UNKNOWN)
        g_string_append_c (text, '?');
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, points[i].units);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pattern.h"

#include "gla-map-point.h"
#include "gla-record-private.h"
#include "gla-words.h"

#include <string.h>

/* More points than that no injection has. */
#define MOST_POINTS 1000

/* Begins the line that names the product of those after it. */
#define PRODUCT "= "

/* Begins the line of how the one before it is given. */
#define HOW "~ "

GLA_DEFINE_RECORD (GlaPattern, gla_pattern,
                   offsetof (GlaPattern, id),
                   offsetof (GlaPattern, name),
                   offsetof (GlaPattern, product),
                   offsetof (GlaPattern, staff),
                   offsetof (GlaPattern, content))

static void
line_free (GlaPatternLine *line)
{
  g_free (line->product);
  g_free (line->area);
  g_free (line->map);
  g_free (line->depth);
  g_free (line->needle);
  g_free (line->technique);
  g_free (line);
}

GPtrArray *
gla_pattern_lines_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) line_free);
}

void
gla_pattern_lines_add (GPtrArray            *lines,
                       const GlaPatternLine *line)
{
  GlaPatternLine *copy;

  g_return_if_fail (lines != NULL && line != NULL && line->area != NULL);

  copy = g_memdup2 (line, sizeof *line);
  copy->product = g_strdup (line->product);
  copy->area = g_strdup (line->area);
  copy->map = g_strdup (line->map);
  copy->depth = g_strdup (line->depth);
  copy->needle = g_strdup (line->needle);
  copy->technique = g_strdup (line->technique);
  g_ptr_array_add (lines, copy);
}

static GlaPatternLine *
find_line (const GPtrArray      *lines,
           const GlaPatternLine *line)
{
  for (guint i = 0; i < lines->len; i++)
    {
      GlaPatternLine *other = lines->pdata[i];

      if (strcmp (other->area, line->area) == 0 && other->side == line->side
          && g_strcmp0 (other->product, line->product) == 0)
        return other;
    }
  return NULL;
}

/* The points of both; a total without points can't be put among them. */
static char *
join_maps (const char *first,
           const char *second)
{
  g_autoptr (GArray) points = gla_map_points_parse (first);
  g_autoptr (GArray) more = gla_map_points_parse (second);

  if (points->len == 0 || more->len == 0)
    return NULL;
  g_array_append_vals (points, more->data, more->len);
  return gla_map_points_to_text ((const GlaMapPoint *) (gpointer) points->data, points->len);
}

void
gla_pattern_lines_gather (GPtrArray            *lines,
                          const GlaPatternLine *line)
{
  GlaPatternLine *same;
  char *map;

  g_return_if_fail (lines != NULL && line != NULL && line->area != NULL);

  same = find_line (lines, line);
  if (same == NULL)
    {
      gla_pattern_lines_add (lines, line);
      return;
    }
  same->units = same->units == GLA_UNITS_UNKNOWN || line->units == GLA_UNITS_UNKNOWN
                  ? GLA_UNITS_UNKNOWN
                  : same->units + line->units;
  same->points = same->points == 0 || line->points == 0 ? 0 : same->points + line->points;
  map = join_maps (same->map, line->map);
  g_free (same->map);
  same->map = map;
}

static gboolean
read_line (const char *text,
           const char *product,
           GPtrArray  *lines)
{
  g_auto (GStrv) words = g_strsplit (text, " ", 5);
  gint64 units = GLA_UNITS_UNKNOWN;
  gint64 points;
  GlaPatternLine line = { .side = GLA_SIDE_BOTH };

  if (g_strv_length (words) < 4 || words[0][0] == '\0'
      || !gla_side_from_key (words[1], &line.side)
      || (strcmp (words[2], "?") != 0
          && !g_ascii_string_to_signed (words[2], 10, 1, GLA_UNITS_MAX, &units, NULL))
      || !g_ascii_string_to_signed (words[3], 10, 0, MOST_POINTS, &points, NULL))
    return FALSE;
  line.product = (char *) product;
  line.area = words[0];
  line.units = units;
  line.points = (int) points;
  line.map = words[4];
  gla_pattern_lines_add (lines, &line);
  return TRUE;
}

static char *
read_word (const char *word)
{
  return word != NULL && word[0] != '\0' ? g_strcompress (word) : NULL;
}

static void
read_how (const char *text,
          GPtrArray  *lines)
{
  g_auto (GStrv) words = g_strsplit (text, "\t", 3);
  GlaPatternLine *line = lines->len > 0 ? lines->pdata[lines->len - 1] : NULL;

  if (line == NULL || g_strv_length (words) != 3 || line->depth != NULL || line->needle != NULL
      || line->technique != NULL)
    return;
  line->depth = read_word (words[0]);
  line->needle = read_word (words[1]);
  line->technique = read_word (words[2]);
}

static void
write_how (const GlaPatternLine *line,
           GString              *text)
{
  g_autofree char *depth = g_strescape (line->depth != NULL ? line->depth : "", NULL);
  g_autofree char *needle = g_strescape (line->needle != NULL ? line->needle : "", NULL);
  g_autofree char *technique = g_strescape (line->technique != NULL ? line->technique : "", NULL);

  if (depth[0] != '\0' || needle[0] != '\0' || technique[0] != '\0')
    g_string_append_printf (text, "\n" HOW "%s\t%s\t%s", depth, needle, technique);
}

GPtrArray *
gla_pattern_lines_parse (const char *text)
{
  GPtrArray *lines = gla_pattern_lines_new ();
  g_auto (GStrv) list = g_strsplit (text != NULL ? text : "", "\n", -1);
  const char *product = NULL;

  for (guint i = 0; list[i] != NULL; i++)
    if (g_str_has_prefix (list[i], PRODUCT))
      product = list[i][strlen (PRODUCT)] != '\0' ? list[i] + strlen (PRODUCT) : NULL;
    else if (g_str_has_prefix (list[i], HOW))
      read_how (list[i] + strlen (HOW), lines);
    else if (list[i][0] != '\0' && !read_line (list[i], product, lines))
      g_debug ("a line of a pattern can't be read");
  return lines;
}

char *
gla_pattern_lines_to_text (const GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *product = NULL;

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GlaPatternLine *line = lines->pdata[i];

      if (g_strcmp0 (line->product, product) != 0)
        g_string_append_printf (text, "%s" PRODUCT "%s", i > 0 ? "\n" : "",
                                line->product != NULL ? line->product : "");
      product = line->product;
      g_string_append_printf (text, "%s%s %s ", text->len > 0 ? "\n" : "", line->area,
                              gla_side_to_key (line->side));
      if (line->units == GLA_UNITS_UNKNOWN)
        g_string_append_c (text, '?');
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, line->units);
      g_string_append_printf (text, " %d", line->points);
      if (line->map != NULL)
        g_string_append_printf (text, " %s", line->map);
      write_how (line, text);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

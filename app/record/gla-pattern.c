/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pattern.h"

#include "gla-record-private.h"
#include "gla-words.h"

#include <string.h>

/* More points than that no injection has. */
#define MOST_POINTS 1000

GLA_DEFINE_RECORD (GlaPattern, gla_pattern,
                   offsetof (GlaPattern, id),
                   offsetof (GlaPattern, name),
                   offsetof (GlaPattern, product),
                   offsetof (GlaPattern, staff),
                   offsetof (GlaPattern, content))

static void
line_free (GlaPatternLine *line)
{
  g_free (line->area);
  g_free (line->map);
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
  copy->area = g_strdup (line->area);
  copy->map = g_strdup (line->map);
  g_ptr_array_add (lines, copy);
}

static gboolean
read_line (const char *text,
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
  line.area = words[0];
  line.units = units;
  line.points = (int) points;
  line.map = words[4];
  gla_pattern_lines_add (lines, &line);
  return TRUE;
}

GPtrArray *
gla_pattern_lines_parse (const char *text)
{
  GPtrArray *lines = gla_pattern_lines_new ();
  g_auto (GStrv) list = g_strsplit (text != NULL ? text : "", "\n", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] != '\0' && !read_line (list[i], lines))
      g_debug ("a line of a pattern can't be read");
  return lines;
}

char *
gla_pattern_lines_to_text (const GPtrArray *lines)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (lines != NULL, NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const GlaPatternLine *line = lines->pdata[i];

      g_string_append_printf (text, "%s%s %s ", i > 0 ? "\n" : "", line->area,
                              gla_side_to_key (line->side));
      if (line->units == GLA_UNITS_UNKNOWN)
        g_string_append_c (text, '?');
      else
        g_string_append_printf (text, "%" G_GINT64_FORMAT, line->units);
      g_string_append_printf (text, " %d", line->points);
      if (line->map != NULL)
        g_string_append_printf (text, " %s", line->map);
    }
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

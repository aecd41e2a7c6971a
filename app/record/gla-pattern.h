/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaPattern:
 *
 * What is injected where, under a name, to be used again for any patient. Its units are
 * those of one product and are never taken for those of another.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *product;  /* catalogue key, NULL: not known */
  const char *staff;    /* identifier of whose it is, NULL: of the whole clinic */
  const char *content;  /* see gla_pattern_lines_parse() */
  gint64 revision;
} GlaPattern;

GLA_DECLARE_RECORD (GlaPattern, gla_pattern)

/**
 * GlaPatternLine:
 * @area: catalogue key, without blanks
 * @points: 0: not known
 * @map: (nullable): as gla_map_points_parse() reads them
 *
 * One injection of a pattern. The lines are one text, each with blanks between: area,
 * side, hundredths of units or "?", number of points, then the points on the map:
 *
 *   GLAB both 2000 5 front 500,446,400 438,408,400
 *   FRON both ? 0
 */
typedef struct
{
  char *area;
  GlaSide side;
  GlaUnits units;
  int points;
  char *map;
} GlaPatternLine;

/** gla_pattern_lines_new: (transfer full) (element-type GlaPatternLine): none yet. */
GPtrArray  *gla_pattern_lines_new     (void);

/** gla_pattern_lines_add: a copy of @line at the end. */
void        gla_pattern_lines_add     (GPtrArray            *lines,
                                       const GlaPatternLine *line);

/** gla_pattern_lines_parse: (transfer full) (element-type GlaPatternLine): what can be read of @text (nullable). */
GPtrArray  *gla_pattern_lines_parse   (const char           *text);

/** gla_pattern_lines_to_text: (transfer full) (nullable): %NULL without lines. */
char       *gla_pattern_lines_to_text (const GPtrArray      *lines);

G_END_DECLS

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
 * @product: (nullable): catalogue key of whose units they are; %NULL in a pattern, which
 *   has its product beside it
 * @area: catalogue key, without blanks
 * @points: 0: not known
 * @map: (nullable): as gla_map_points_parse() reads them
 * @depth, @needle, @technique: (nullable): free words on how it is given
 *
 * One injection of a pattern. The lines are one text, each with blanks between: area,
 * side, hundredths of units or "?", number of points, then the points on the map:
 *
 *   GLAB both 2000 5 front 500,446,400 438,408,400
 *   FRON both ? 0
 *
 * Lines of a plan, which may be of several products, stand below the one that they are of:
 *
 *   = ona
 *   GLAB both 2000 5
 *
 * How it is given stands below the line of the injection: three words with tabs between,
 * in which what is no plain letter is escaped as in C:
 *
 *   ~ dermal\t30 G\t
 */
typedef struct
{
  char *product;
  char *area;
  GlaSide side;
  GlaUnits units;
  int points;
  char *map;
  char *depth;
  char *needle;
  char *technique;
} GlaPatternLine;

/** gla_pattern_lines_new: (transfer full) (element-type GlaPatternLine): none yet. */
GPtrArray  *gla_pattern_lines_new     (void);

/** gla_pattern_lines_add: a copy of @line at the end. */
void        gla_pattern_lines_add     (GPtrArray            *lines,
                                       const GlaPatternLine *line);

/**
 * gla_pattern_lines_gather:
 *
 * Adds @line to that of the same product, area and side, or at the end: what comes from
 * two vials of one product is one line. A number that is not known of one is not known
 * of both.
 */
void        gla_pattern_lines_gather  (GPtrArray            *lines,
                                       const GlaPatternLine *line);

/** gla_pattern_lines_parse: (transfer full) (element-type GlaPatternLine): what can be read of @text (nullable). */
GPtrArray  *gla_pattern_lines_parse   (const char           *text);

/** gla_pattern_lines_to_text: (transfer full) (nullable): %NULL without lines. */
char       *gla_pattern_lines_to_text (const GPtrArray      *lines);

G_END_DECLS

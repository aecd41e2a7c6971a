/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaOutline:
 *
 * A line or area of a picture: the steps of one SVG path, in the units of its
 * picture, without a library that draws.
 */
typedef struct _GlaOutline GlaOutline;

typedef enum
{
  GLA_OUTLINE_MOVE,
  GLA_OUTLINE_LINE,
  GLA_OUTLINE_CURVE,
  GLA_OUTLINE_CLOSE,
} GlaOutlineVerb;

/**
 * GlaOutlineStep:
 * @x: where the step ends; of a curve both handles, then its end
 */
typedef struct
{
  GlaOutlineVerb verb;
  double x[3];
  double y[3];
} GlaOutlineStep;

/**
 * gla_outline_parse:
 * @data: attribute "d" of an SVG path: M, L, H, V, C, S and Z in either case
 *
 * Returns: (transfer full) (nullable): %NULL if it has other commands, lacks a
 *   number or does not begin with a move
 */
GlaOutline           *gla_outline_parse     (const char       *data);
void                  gla_outline_free      (GlaOutline       *self);

/** gla_outline_get_steps: (array length=n_steps): in order. */
const GlaOutlineStep *gla_outline_get_steps (const GlaOutline *self,
                                             guint            *n_steps);

/** gla_outline_get_bounds: (out): of all ends and handles, which the line never leaves. */
void                  gla_outline_get_bounds (const GlaOutline *self,
                                              double           *x1,
                                              double           *y1,
                                              double           *x2,
                                              double           *y2);

/** gla_outline_contains: whether a place lies inside, by the even-odd rule; open parts count as closed. */
gboolean              gla_outline_contains  (const GlaOutline *self,
                                             double            x,
                                             double            y);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaOutline, gla_outline_free)

G_END_DECLS

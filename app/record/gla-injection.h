/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaInjection:
 *
 * Units put into an area and side during a treatment. Where a vial is named,
 * product and lot are those of the vial, so that a corrected lot follows.
 */
typedef struct
{
  const char *id;
  const char *treatment;  /* identifier */
  const char *area;       /* catalogue key */
  GlaSide side;
  const char *vial;       /* identifier, NULL: no vial recorded */
  const char *product;    /* catalogue key, NULL: unknown */
  const char *lot;        /* NULL: unknown */
  GlaUnits units;         /* of this product; GLA_UNITS_UNKNOWN if not known */
  int points;             /* number of injection points, 0 if not known */
  gint64 volume;          /* microlitres, 0 if not known */
  const char *technique;  /* free words, as are depth and needle; NULL: not noted */
  const char *depth;
  const char *needle;
  const char *map_view;   /* its points on the map, see gla-map-point.h, or NULL */
  int map_x;              /* not used: step 0001 has room for one point here */
  int map_y;
  int position;           /* order within the treatment */
} GlaInjection;

GLA_DECLARE_RECORD (GlaInjection, gla_injection)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/** GLA_SCALE_GAIS, GLA_SCALE_SATISFACTION: catalogue keys of the scales of a whole result. */
#define GLA_SCALE_GAIS "gais"
#define GLA_SCALE_SATISFACTION "satisfaction"

/**
 * GlaRating:
 *
 * How somebody judged the result as a whole on one day: improvement (GAIS) or
 * satisfaction. The word is kept with the number, since users of GAIS number its
 * classes differently (evidence, section 6.1).
 */
typedef struct
{
  const char *id;
  const char *patient;     /* identifier */
  const char *treatment;   /* identifier of the treatment it judges; NULL: the last before its day */
  GlaDay day;
  GlaRater rater;
  const char *scale;       /* catalogue key */
  int grade;               /* as the scale numbers it */
  const char *word;        /* of the grade when it was given; NULL if the scale has none for it */
  const char *staff;       /* identifier of who judged or asked, or NULL */
  const char *note;
  gint64 revision;
} GlaRating;

GLA_DECLARE_RECORD (GlaRating, gla_rating)

G_END_DECLS

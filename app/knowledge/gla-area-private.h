/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-area.h"

G_BEGIN_DECLS

/* Shared by the type, the reader of areas.xml and what a clinic adds by hand. */
struct _GlaArea
{
  char         *key;
  char         *code;
  char         *name;
  char         *full_name;
  GStrv         names;
  char         *scale;
  int           order;
  GlaAreaSides  sides;
  gboolean      paired;
  gboolean      own;
  int           points_low;
  int           points_high;
  gboolean      points_per_side;
  int           weeks_low;
  int           weeks_high;
  GPtrArray    *facts[GLA_N_AREA_FACTS];
  GPtrArray    *doses;
};

/** gla_area_new: (transfer full): without content; to be filled before it is published. */
GlaArea  *gla_area_new (void);

G_END_DECLS

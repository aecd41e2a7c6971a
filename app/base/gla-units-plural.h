/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-units.h"

G_BEGIN_DECLS

/** gla_units_get_plural: for ngettext(): 1 unit is one; 0.5 and 1.5 go as 2. */
static inline gulong
gla_units_get_plural (GlaUnits units)
{
  return units == GLA_UNITS (1) ? 1 : (gulong) MAX ((units + GLA_UNITS (1) - 1) / GLA_UNITS (1), 2);
}

G_END_DECLS

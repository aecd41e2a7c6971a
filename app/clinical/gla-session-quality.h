/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-cycle.h"

G_BEGIN_DECLS

/**
 * gla_cycle_get_label_limits:
 * @low: (out): the least that the label names for an area treated like this one
 * @high: (out): the most
 *
 * The label speaks of both sides: half of it holds for an area treated on one side.
 *
 * Returns: %FALSE if the label names no amount
 */
gboolean  gla_cycle_get_label_limits (const GlaCycle       *self,
                                      const GlaIndication  *indication,
                                      GlaUnits             *low,
                                      GlaUnits             *high);

/**
 * gla_cycle_is_adequate:
 * @cycles: what it belongs to
 * @region: whose label applies
 *
 * Whether an area was given what can work: at least the label dose, from a vial in date,
 * with a lot and within its hours. Where no label dose is known, the amount can't be
 * too low. Whether it was graded in the window, which a failure also needs, is left to
 * the caller. Source: evidence, section 1.1, "adequate session".
 */
gboolean  gla_cycle_is_adequate  (const GlaCycle      *self,
                                  const GlaCycles     *cycles,
                                  GlaRegion            region,
                                  const GlaConstants  *constants);

G_END_DECLS

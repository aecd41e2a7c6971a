/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * GlaVialLedger:
 *
 * Where the units of one vial went, to the hundredth: content = charted + wasted +
 * left, always. Sums of what is recorded, so that a treatment that is amended or
 * voided puts its units back by itself (competition, N17).
 */
typedef struct
{
  GlaUnits content;    /* of the full vial, or unknown */
  GlaUnits charted;    /* injected, in treatments that are not voided */
  GlaUnits wasted;     /* wasted and discarded */
  guint n_unknown;     /* injections from it whose units are not known */
} GlaVialLedger;

/** gla_vial_ledger_get_left: negative if overdrawn; unknown if the content or an injection is. */
GlaUnits  gla_vial_ledger_get_left     (const GlaVialLedger *self);

/** gla_vial_ledger_get_overdraw: units that are known to have been taken beyond its content, or 0. */
GlaUnits  gla_vial_ledger_get_overdraw (const GlaVialLedger *self);

/**
 * gla_vial_ledger_get_gap:
 *
 * Units that are not accounted for: left by the sums in a vial that is finished or
 * discarded, or, negative, taken beyond the content of any vial. 0 if all is
 * accounted for or nothing can be said.
 */
GlaUnits  gla_vial_ledger_get_gap      (const GlaVialLedger *self,
                                        GlaVialState         state);

/**
 * gla_vial_get_strength:
 *
 * Units in 0.1 mL, from content and volume of diluent (competition, N16: 100 U with
 * 2.5 mL is 4 U in 0.1 mL).
 *
 * Returns: to the nearest hundredth, or unknown
 */
GlaUnits  gla_vial_get_strength        (const GlaVial       *vial);

/** GLA_MINUTES_UNKNOWN: a vial that was not mixed, or whose time of mixing is not known. */
#define GLA_MINUTES_UNKNOWN (-1)

/**
 * gla_vial_get_minutes_open:
 * @now: local time, YYYY-MM-DDTHH:MM
 *
 * Minutes since the vial was reconstituted or opened, by the clock on the wall; 0 if
 * that lies ahead.
 */
int       gla_vial_get_minutes_open    (const GlaVial       *vial,
                                        const char          *now);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaUnits:
 *
 * Units of toxin in hundredths, always of one stated product. Units of
 * different products are never added, compared or converted: the potency unit
 * belongs to one preparation and its assay (products-and-areas, section C).
 */
typedef gint64 GlaUnits;

/** GLA_UNITS_UNKNOWN: the amount is not known. */
#define GLA_UNITS_UNKNOWN G_MININT64

/** GLA_UNITS: whole or fractional units as #GlaUnits, in a constant expression. */
#define GLA_UNITS(u) ((GlaUnits) ((u) * 100 + 0.5))

/** GLA_UNITS_MAX: largest amount that is accepted, a million units (type B vials hold 10,000). */
#define GLA_UNITS_MAX ((GlaUnits) 100000000)

/** gla_units_from_double: nearest hundredth; unknown for NaN, negative or above %GLA_UNITS_MAX. */
GlaUnits  gla_units_from_double (double       units);

/** gla_units_to_double: NaN if unknown. */
double    gla_units_to_double   (GlaUnits     self);

/**
 * gla_units_to_text:
 *
 * Returns: (transfer full): for files: C locale, no trailing zeros ("20",
 *   "2.5"), empty if unknown
 */
char     *gla_units_to_text     (GlaUnits     self);

/** gla_units_format: in the user's locale, "?" if unknown. Without a unit word. */
char     *gla_units_format      (GlaUnits     self);

/**
 * gla_units_parse:
 * @text: a number with a decimal point or comma, blanks around it and one "U",
 *   "u", "IU" or "units" behind it ignored
 *
 * Returns: whether @text is an amount from 0 to %GLA_UNITS_MAX with at most two
 *   decimals; "2,500" is none, since the comma can be meant in two ways
 */
gboolean  gla_units_parse       (const char  *text,
                                 GlaUnits    *units);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-presentation.h"
#include "gla-units.h"

G_BEGIN_DECLS

/**
 * GlaOwnProduct:
 * @key: must differ from all keys of the catalogue; an identifier or "own-…"
 * @name: brand name
 * @generic: (nullable): generic name
 * @code: (nullable): short code for the timeline; if missing or taken, one is
 *   made from the name
 * @family: (nullable): unit family. Only a brand of the very same preparation
 *   may name a family of the catalogue; if missing, it is a family of its own,
 *   whose units go with no other product's
 * @vial_units: units in a vial, %GLA_UNITS_UNKNOWN for none
 * @form: powder or liquid
 * @interval_days: minimum interval, 0 for none
 *
 * A product that a clinic adds by hand. It has one presentation, with @key.
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *generic;
  const char *code;
  const char *family;
  GlaUnits    vial_units;
  GlaForm     form;
  int         interval_days;
} GlaOwnProduct;

/**
 * GlaOwnArea:
 * @key: must differ from all keys of the catalogue; an identifier or "own-…"
 * @name: name as the clinic writes it; never translated
 * @code: (nullable): two letters to type; left out if already taken
 * @paired: whether it is recorded as left and right
 *
 * An area that a clinic adds by hand. It is shown after the areas of the
 * catalogue, in the order given.
 */
typedef struct
{
  const char *key;
  const char *name;
  const char *code;
  gboolean    paired;
} GlaOwnArea;

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-marked.h"
#include "gla-units.h"

G_BEGIN_DECLS

typedef enum
{
  GLA_FORM_POWDER,
  GLA_FORM_LIQUID,
} GlaForm;

/**
 * GlaPresentation:
 * @key: "ona-botox-100"; stored with vials, never changed
 * @brand: brand name as printed on the carton; never translated
 * @units: units in the vial
 * @form: powder to be dissolved, or ready-to-use liquid
 * @volume_ul: microlitres in the vial of a liquid; 0 for powder or if not known
 * @mark: source and mark; its text is a note, if any
 */
typedef struct
{
  char      *key;
  char      *brand;
  GlaUnits   units;
  GlaForm    form;
  int        volume_ul;
  GlaMarked  mark;
} GlaPresentation;

/**
 * GlaDilution:
 * @presentations: keys it holds for
 * @diluent_ul: microlitres of diluent to add; 0 for ready to use
 * @units_per_100ul: units in 0.1 mL afterwards
 * @mark: source and mark; its text names the diluent, if stated
 */
typedef struct
{
  GStrv      presentations;
  int        diluent_ul;
  GlaUnits   units_per_100ul;
  GlaMarked  mark;
} GlaDilution;

/** GLA_HOURS_UNKNOWN: no in-use time is known. */
#define GLA_HOURS_UNKNOWN -1

/**
 * GlaStorage:
 * @presentations: keys it holds for; empty for all of the product
 * @low_celsius: lowest storage temperature of the unopened vial, NaN if not known
 * @high_celsius: highest storage temperature, NaN if not known
 * @or_low_celsius: lowest of a second range that is as good, NaN if there is none; between
 *   the two it is not to be kept
 * @or_high_celsius: highest of the second range, NaN if there is none
 * @unopened: what is said about keeping the unopened vial
 * @shelf_months_low: shelf life, 0 if not known
 * @shelf_months_high: its upper figure, equal to @shelf_months_low for one figure
 * @shelf_life: what is said about the shelf life
 * @in_use_hours: hours after reconstitution (or dilution of a liquid); 0 for
 *   "use at once"; %GLA_HOURS_UNKNOWN
 * @in_use: what is said about the time after reconstitution
 * @notes: (element-type GlaMarked): excursions, one patient per vial and the like
 */
typedef struct
{
  GStrv       presentations;
  double      low_celsius;
  double      high_celsius;
  double      or_low_celsius;
  double      or_high_celsius;
  GlaMarked   unopened;
  int         shelf_months_low;
  int         shelf_months_high;
  GlaMarked   shelf_life;
  int         in_use_hours;
  GlaMarked   in_use;
  GPtrArray  *notes;
} GlaStorage;

/** gla_presentation_free: frees it with all it holds. */
void      gla_presentation_free (GlaPresentation    *self);

/** gla_dilution_free: frees it with all it holds. */
void      gla_dilution_free     (GlaDilution        *self);

/** gla_storage_new: (transfer full): nothing known; filled by the reader. */
GlaStorage *gla_storage_new     (void);

/** gla_storage_free: frees it with all it holds. */
void      gla_storage_free      (GlaStorage         *self);

/**
 * gla_presentations_hold:
 * @presentations: the list of a dilution, storage or indication
 * @key: a presentation key
 *
 * Returns: whether @key is in the list or the list is empty (all of the product)
 */
gboolean  gla_presentations_hold (const char * const *presentations,
                                  const char         *key);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaPresentation, gla_presentation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDilution, gla_dilution_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStorage, gla_storage_free)

G_END_DECLS

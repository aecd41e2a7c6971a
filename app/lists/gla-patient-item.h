/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "gla-store-search.h"

G_BEGIN_DECLS

#define GLA_TYPE_PATIENT_ITEM (gla_patient_item_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatientItem, gla_patient_item, GLA, PATIENT_ITEM, GObject)

/**
 * GlaPatientItem:
 *
 * One row of a #GlaPatientList while somebody looks at it.
 */

/**
 * GlaPatientItem::changed:
 *
 * What is recorded about the patient was read anew.
 */

/** gla_patient_item_get_row: (transfer none) (nullable): what to show; %NULL if it could not be read. */
const GlaPatientRow *gla_patient_item_get_row (GlaPatientItem *self);

/** gla_patient_item_get_id: (transfer none) (nullable): the patient's identifier. */
const char          *gla_patient_item_get_id  (GlaPatientItem *self);

/** gla_patient_item_dup_name: (transfer full): "Kaya, Mira". */
char                *gla_patient_item_dup_name (GlaPatientItem *self);

/** gla_patient_item_dup_initials: (transfer full): "KM". */
char                *gla_patient_item_dup_initials (GlaPatientItem *self);

G_END_DECLS

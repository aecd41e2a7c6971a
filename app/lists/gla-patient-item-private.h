/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-patient-item.h"

G_BEGIN_DECLS

/**
 * gla_patient_item_new:
 * @living: (element-type gint64 GlaPatientItem): where the item is found by its
 *   number for as long as it lives; it takes itself out
 * @number: number of the row in the file
 * @row: (transfer full) (nullable): what was read
 */
GlaPatientItem *gla_patient_item_new     (GHashTable     *living,
                                          gint64          number,
                                          GlaPatientRow  *row);

/** gla_patient_item_get_number: number of the row in the file. */
gint64          gla_patient_item_get_number (GlaPatientItem *self);

/** gla_patient_item_set_row: @row: (transfer full) (nullable): what was read anew. */
void            gla_patient_item_set_row (GlaPatientItem *self,
                                          GlaPatientRow  *row);

G_END_DECLS

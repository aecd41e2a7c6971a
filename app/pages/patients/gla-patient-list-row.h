/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-patient-item.h"

G_BEGIN_DECLS

#define GLA_TYPE_PATIENT_LIST_ROW (gla_patient_list_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatientListRow, gla_patient_list_row, GLA, PATIENT_LIST_ROW, GtkWidget)

/** GlaPatientListRow: a patient in the list: initials, name, birth year, last treatment. */

GtkWidget      *gla_patient_list_row_new      (void);

/**
 * gla_patient_list_row_set_item:
 * @item: (nullable): whom to show, also after what is recorded changed
 * @today: for the weeks since the last treatment
 *
 * Names the parent of the row, which is what gets the keyboard in a list view.
 */
void            gla_patient_list_row_set_item (GlaPatientListRow *self,
                                               GlaPatientItem    *item,
                                               GlaDay             today);

GlaPatientItem *gla_patient_list_row_get_item (GlaPatientListRow *self);

/** gla_patient_list_row_new_factory: (transfer full): makes rows of patients for a list view. */
GtkListItemFactory *gla_patient_list_row_new_factory (GlaContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-patient.h"

G_BEGIN_DECLS

#define GLA_TYPE_PATIENT_EDITOR (gla_patient_editor_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatientEditor, gla_patient_editor, GLA, PATIENT_EDITOR, AdwWindow)

/** GLA_PATIENT_DRAFT: kind of draft, for gla_store_get_draft(); for a new patient, of patient "". */
#define GLA_PATIENT_DRAFT "patient"

/**
 * GlaPatientEditor::saved:
 * @id: identifier of the patient
 */

/**
 * GlaPatientEditor::open:
 * @id: another patient, who was meant
 */

/**
 * gla_patient_editor_new:
 * @patient: (nullable): whom to amend; %NULL for a new patient
 * @name: (nullable): name to begin a new one with
 *
 * Returns: the window, not yet shown. What is typed is kept as a draft until it
 *   is saved or thrown away
 */
GtkWindow  *gla_patient_editor_new (GlaContext       *context,
                                    const GlaPatient *patient,
                                    const char       *name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-patient.h"

G_BEGIN_DECLS

/**
 * gla_patient_save_async:
 * @patient: what to store
 * @before: (nullable): the record that is amended; %NULL adds a new one
 * @draft: (nullable): an earlier draft to keep; %NULL drops the draft
 *
 * Stores a patient and clears the draft of the editor, in the worker.
 */
void   gla_patient_save_async  (GlaContext          *context,
                                const GlaPatient    *patient,
                                const GlaPatient    *before,
                                const char          *draft,
                                GAsyncReadyCallback  callback,
                                gpointer             user_data);

/**
 * gla_patient_save_finish:
 *
 * On success tells the person at the screen and remembers how to take it back.
 *
 * Returns: (transfer full): the identifier
 */
char  *gla_patient_save_finish (GlaContext          *context,
                                GAsyncResult        *result,
                                GError             **error);

/** gla_patient_keep_draft: keeps @draft, or drops what was kept if it is %NULL. @patient: "" for a new one. */
void   gla_patient_keep_draft  (GlaContext          *context,
                                const char          *patient,
                                const char          *draft);

G_END_DECLS

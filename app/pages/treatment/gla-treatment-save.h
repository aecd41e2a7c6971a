/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/**
 * gla_treatment_save_async:
 * @cycles: the history that the form belongs to
 * @amend: (nullable): identifier of the treatment that is amended
 * @reason: (nullable): why it is amended
 * @anyway: (nullable): why a vial gave more than it has by the sums; NULL: then it
 *   fails with %GLA_STORE_ERROR_OVERDRAWN
 *
 * Writes the form into the clinic file: treatment, injections and grades in one
 * transaction, then what the patient said of the effect before.
 */
void   gla_treatment_save_async   (GlaContext              *context,
                                   GlaCycles               *cycles,
                                   const GlaTreatmentForm  *form,
                                   const char              *amend,
                                   const char              *reason,
                                   const char              *anyway,
                                   GAsyncReadyCallback      callback,
                                   gpointer                 user_data);

/** gla_treatment_save_finish: (transfer full) (nullable): identifier of the treatment. */
char  *gla_treatment_save_finish  (GlaContext              *context,
                                   GAsyncResult            *result,
                                   GError                 **error);

G_END_DECLS

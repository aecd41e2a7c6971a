/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/* What New Treatment and Edit Treatment begin with. */

/** gla_treatment_start_find_last: (nullable) (transfer none): the last treatment, which can be repeated. */
const GlaTreatment *gla_treatment_start_find_last (const GlaHistory *history);

/**
 * gla_treatment_start_new_form:
 * @amend: (nullable): identifier of the treatment to edit
 *
 * Returns: (transfer full): that treatment; or a new one of today, by whoever writes,
 *   with the product of the last time
 */
GlaTreatmentForm   *gla_treatment_start_new_form  (GlaContext       *context,
                                                   const GlaHistory *history,
                                                   const char       *amend);

G_END_DECLS

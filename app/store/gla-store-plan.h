/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store.h"
#include "gla-treatment-plan.h"

G_BEGIN_DECLS

/*
 * Plans drawn before a treatment. Each write is one transaction with its entry in the
 * audit; removing one is gla_store_void() with %GLA_TABLE_TREATMENT_PLAN. They are read
 * with gla_store_read_history(). A treatment takes one up by naming it.
 */

/** gla_store_add_plan: @id: (out) (optional) (transfer full). */
gboolean  gla_store_add_plan    (GlaStore                *self,
                                 const GlaTreatmentPlan  *plan,
                                 char                   **id,
                                 GError                 **error);

/**
 * gla_store_amend_plan:
 *
 * Fails with CHANGED if it is not the revision that was read any more, and if a
 * treatment began with it meanwhile: what was planned then is part of that record.
 */
gboolean  gla_store_amend_plan  (GlaStore                *self,
                                 const GlaTreatmentPlan  *plan,
                                 GError                 **error);

G_END_DECLS

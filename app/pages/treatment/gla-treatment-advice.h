/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-plan.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

#define GLA_TYPE_TREATMENT_ADVICE (gla_treatment_advice_get_type ())
G_DECLARE_FINAL_TYPE (GlaTreatmentAdvice, gla_treatment_advice, GLA, TREATMENT_ADVICE, AdwBin)

/**
 * GlaTreatmentAdvice:
 *
 * The column of New Treatment that says what is to be known before injecting and what to
 * expect after. It follows what is typed as soon as the keys pause.
 */

/**
 * gla_treatment_advice_new:
 * @vials: (element-type GlaVial): of the clinic
 * @amend: (nullable): identifier of the treatment that is amended
 * @asks: what the clinic wants recorded before each treatment
 * @collect: asked for what is typed while the widget is there
 */
GtkWidget  *gla_treatment_advice_new         (GlaContext         *context,
                                              GlaCycles          *cycles,
                                              GPtrArray          *vials,
                                              const char         *amend,
                                              GlaPlanAsks         asks,
                                              GlaCollectFunc      collect,
                                              gpointer            data);

/** gla_treatment_advice_changed: something was typed. */
void        gla_treatment_advice_changed     (GlaTreatmentAdvice *self);

/** gla_treatment_advice_dup_block: (nullable) (transfer full): what can't be saved without a reason, in sentences. */
char       *gla_treatment_advice_dup_block   (GlaTreatmentAdvice *self);

/** gla_treatment_advice_give_reason: writes into the deviation of @form what is overridden, and why. */
void        gla_treatment_advice_give_reason (GlaTreatmentAdvice *self,
                                              GlaTreatmentForm   *form,
                                              const char         *reason);

G_END_DECLS

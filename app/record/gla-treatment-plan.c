/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-plan.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaTreatmentPlan, gla_treatment_plan,
                   offsetof (GlaTreatmentPlan, id),
                   offsetof (GlaTreatmentPlan, patient),
                   offsetof (GlaTreatmentPlan, staff),
                   offsetof (GlaTreatmentPlan, content))

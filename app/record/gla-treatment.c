/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaTreatment, gla_treatment,
                   offsetof (GlaTreatment, id),
                   offsetof (GlaTreatment, patient),
                   offsetof (GlaTreatment, injector),
                   offsetof (GlaTreatment, prescriber),
                   offsetof (GlaTreatment, deviation),
                   offsetof (GlaTreatment, consent_version),
                   offsetof (GlaTreatment, screening),
                   offsetof (GlaTreatment, plan),
                   offsetof (GlaTreatment, note))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-assessment.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaAssessment, gla_assessment,
                   offsetof (GlaAssessment, id),
                   offsetof (GlaAssessment, patient),
                   offsetof (GlaAssessment, treatment),
                   offsetof (GlaAssessment, area),
                   offsetof (GlaAssessment, scale),
                   offsetof (GlaAssessment, staff),
                   offsetof (GlaAssessment, note))

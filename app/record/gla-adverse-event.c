/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adverse-event.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaAdverseEvent, gla_adverse_event,
                   offsetof (GlaAdverseEvent, id),
                   offsetof (GlaAdverseEvent, patient),
                   offsetof (GlaAdverseEvent, treatment),
                   offsetof (GlaAdverseEvent, area),
                   offsetof (GlaAdverseEvent, kind),
                   offsetof (GlaAdverseEvent, outcome),
                   offsetof (GlaAdverseEvent, note))

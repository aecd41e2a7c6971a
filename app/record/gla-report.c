/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-report.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaReport, gla_report,
                   offsetof (GlaReport, id),
                   offsetof (GlaReport, patient),
                   offsetof (GlaReport, treatment),
                   offsetof (GlaReport, area),
                   offsetof (GlaReport, staff),
                   offsetof (GlaReport, note))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-record.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaCaseRecord, gla_case_record,
                   offsetof (GlaCaseRecord, id),
                   offsetof (GlaCaseRecord, patient),
                   offsetof (GlaCaseRecord, area),
                   offsetof (GlaCaseRecord, treatment),
                   offsetof (GlaCaseRecord, protocol),
                   offsetof (GlaCaseRecord, protocol_version),
                   offsetof (GlaCaseRecord, step),
                   offsetof (GlaCaseRecord, content),
                   offsetof (GlaCaseRecord, cause),
                   offsetof (GlaCaseRecord, conclusion),
                   offsetof (GlaCaseRecord, staff))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-document.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaDocument, gla_document,
                   offsetof (GlaDocument, id),
                   offsetof (GlaDocument, patient),
                   offsetof (GlaDocument, treatment),
                   offsetof (GlaDocument, template),
                   offsetof (GlaDocument, version),
                   offsetof (GlaDocument, language),
                   offsetof (GlaDocument, staff))

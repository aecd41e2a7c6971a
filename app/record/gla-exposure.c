/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-exposure.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaExposure, gla_exposure,
                   offsetof (GlaExposure, id),
                   offsetof (GlaExposure, patient),
                   offsetof (GlaExposure, place),
                   offsetof (GlaExposure, indication),
                   offsetof (GlaExposure, area),
                   offsetof (GlaExposure, product),
                   offsetof (GlaExposure, note))

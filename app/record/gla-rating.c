/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaRating, gla_rating,
                   offsetof (GlaRating, id),
                   offsetof (GlaRating, patient),
                   offsetof (GlaRating, treatment),
                   offsetof (GlaRating, scale),
                   offsetof (GlaRating, word),
                   offsetof (GlaRating, staff),
                   offsetof (GlaRating, note))

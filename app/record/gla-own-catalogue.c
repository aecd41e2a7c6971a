/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-own-catalogue.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaOwnProduct, gla_own_product,
                   offsetof (GlaOwnProduct, key),
                   offsetof (GlaOwnProduct, name),
                   offsetof (GlaOwnProduct, code),
                   offsetof (GlaOwnProduct, unit_family))

GLA_DEFINE_RECORD (GlaOwnArea, gla_own_area,
                   offsetof (GlaOwnArea, key),
                   offsetof (GlaOwnArea, name),
                   offsetof (GlaOwnArea, code),
                   offsetof (GlaOwnArea, scale))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-injection.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaInjection, gla_injection,
                   offsetof (GlaInjection, id),
                   offsetof (GlaInjection, treatment),
                   offsetof (GlaInjection, area),
                   offsetof (GlaInjection, vial),
                   offsetof (GlaInjection, product),
                   offsetof (GlaInjection, lot),
                   offsetof (GlaInjection, technique),
                   offsetof (GlaInjection, depth),
                   offsetof (GlaInjection, needle),
                   offsetof (GlaInjection, map_view))

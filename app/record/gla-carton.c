/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-carton.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaCarton, gla_carton,
                   offsetof (GlaCarton, gtin),
                   offsetof (GlaCarton, product),
                   offsetof (GlaCarton, presentation))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaVial, gla_vial,
                   offsetof (GlaVial, id),
                   offsetof (GlaVial, product),
                   offsetof (GlaVial, presentation),
                   offsetof (GlaVial, lot),
                   offsetof (GlaVial, supplier),
                   offsetof (GlaVial, diluent),
                   offsetof (GlaVial, reconstituted),
                   offsetof (GlaVial, note),
                   offsetof (GlaVial, gtin),
                   offsetof (GlaVial, serial))

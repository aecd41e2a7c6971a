/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-reading.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaFridgeReading, gla_fridge_reading,
                   offsetof (GlaFridgeReading, id),
                   offsetof (GlaFridgeReading, since),
                   offsetof (GlaFridgeReading, moment),
                   offsetof (GlaFridgeReading, staff),
                   offsetof (GlaFridgeReading, note),
                   offsetof (GlaFridgeReading, fridge),
                   offsetof (GlaFridgeReading, source))

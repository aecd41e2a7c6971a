/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-import.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaFridgeImport, gla_fridge_import,
                   offsetof (GlaFridgeImport, id),
                   offsetof (GlaFridgeImport, fridge),
                   offsetof (GlaFridgeImport, file),
                   offsetof (GlaFridgeImport, imported),
                   offsetof (GlaFridgeImport, since),
                   offsetof (GlaFridgeImport, moment),
                   offsetof (GlaFridgeImport, staff))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-move.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaVialMove, gla_vial_move,
                   offsetof (GlaVialMove, id),
                   offsetof (GlaVialMove, vial),
                   offsetof (GlaVialMove, fridge),
                   offsetof (GlaVialMove, moment),
                   offsetof (GlaVialMove, staff))

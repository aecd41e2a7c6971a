/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge-answer.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaFridgeAnswer, gla_fridge_answer,
                   offsetof (GlaFridgeAnswer, id),
                   offsetof (GlaFridgeAnswer, fridge),
                   offsetof (GlaFridgeAnswer, product),
                   offsetof (GlaFridgeAnswer, moment),
                   offsetof (GlaFridgeAnswer, answer),
                   offsetof (GlaFridgeAnswer, staff))

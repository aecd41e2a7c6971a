/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fridge.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaFridge, gla_fridge,
                   offsetof (GlaFridge, id),
                   offsetof (GlaFridge, name))

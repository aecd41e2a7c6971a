/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-staff.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaStaff, gla_staff,
                   offsetof (GlaStaff, id),
                   offsetof (GlaStaff, name))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-booking.h"

#include "gla-record-private.h"

GLA_DEFINE_RECORD (GlaBooking, gla_booking,
                   offsetof (GlaBooking, id),
                   offsetof (GlaBooking, patient),
                   offsetof (GlaBooking, case_id),
                   offsetof (GlaBooking, treatment),
                   offsetof (GlaBooking, note),
                   offsetof (GlaBooking, staff))

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_moment_now: (transfer full): local time as vials keep it, YYYY-MM-DDTHH:MM, on the day that the window takes for today. */
char  *gla_moment_now   (GlaContext  *context);

/**
 * gla_moment_at:
 * @time: as typed: "9:30", "09.30", "0930"
 *
 * Returns: (transfer full) (nullable): that time today, NULL if it is none
 */
char  *gla_moment_at    (GlaContext  *context,
                         const char  *time);

G_END_DECLS

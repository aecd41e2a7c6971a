/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-shortening.h"

G_BEGIN_DECLS

/* The days of the visits with a completed treatment, ascending. */
GArray    *gla_shortening_list_visits  (const GlaCycles *cycles);

/* Whether nothing is to be waited for any more. */
gboolean   gla_shortening_is_completed (const GlaCycle  *cycle);

/* What was done at the completed visits before and from @change_day on. */
GPtrArray *gla_shortening_list_facts   (const GlaCycles *cycles,
                                        GlaDay           change_day);

G_END_DECLS

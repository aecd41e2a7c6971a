/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-finding.h"

G_BEGIN_DECLS

#define GLA_TYPE_CHECK_GROUP (gla_check_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaCheckGroup, gla_check_group, GLA, CHECK_GROUP, AdwBin)

/**
 * GlaCheckGroup:
 *
 * "Before you inject": what the record and the label say about a planned treatment,
 * the weightiest first. A row says its level by a sign and in words; Enter or "Why" opens
 * the rule, its source and the rows it came from, and Alt+Y goes from one to the next.
 */
GtkWidget  *gla_check_group_new   (GlaHistory     *history,
                                   GlaCatalogue   *catalogue);

/** gla_check_group_show: @findings: (nullable) (element-type GlaFinding); rows that stay the same are left alone. */
void        gla_check_group_show  (GlaCheckGroup  *self,
                                   const GPtrArray *findings);

G_END_DECLS

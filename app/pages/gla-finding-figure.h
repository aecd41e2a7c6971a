/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-figure.h"
#include "gla-finding.h"

G_BEGIN_DECLS

/* How a finding looks wherever it is shown: a sign for its level, its words, where it came from. */

/** gla_finding_level_get_style: style class of the level: "error", "warning", "accent", "neutral". */
const char *gla_finding_level_get_style (GlaFindingLevel    level);

/** gla_finding_level_get_icon: (nullable): sign of the level; a note has none on a chip. */
const char *gla_finding_level_get_icon  (GlaFindingLevel    level);

/**
 * gla_finding_figure_new:
 * @can_go: whether the rows can be gone to from where it is shown
 *
 * Returns: (transfer full): the finding in sentences, how far its rule can be trusted,
 *   what the rule rests on, and the rows it came from
 */
GlaFigure  *gla_finding_figure_new      (const GlaFinding  *finding,
                                         const GlaHistory  *history,
                                         GlaCatalogue      *catalogue,
                                         gboolean           can_go);

G_END_DECLS

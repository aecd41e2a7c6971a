/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-figure.h"
#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * gla_figure_for_estimate:
 *
 * When a running cycle will probably wear off: the sentences, what the calculation
 * starts from with its source and mark, whether the clinic's own records entered it, and
 * the earlier treatments it rests on.
 *
 * Returns: (transfer full): the figure
 */
GlaFigure *gla_figure_for_estimate   (GlaRecordData      *data,
                                      const GlaEstimate  *estimate,
                                      GlaCatalogue       *catalogue);

/** gla_figure_for_shortening: (transfer full): the notice with the treatments it looks at. */
GlaFigure *gla_figure_for_shortening (GlaRecordData      *data,
                                      GlaCatalogue       *catalogue);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-sample.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaSampleStock:
 *
 * The vials of the made-up clinic: those of the last weeks with what happened to
 * each, one for each patient as the labels have it, so that what was drawn is what
 * was charted and wasted; and what stands on the shelves on the last day: sealed
 * ones, one near its expiry, one just mixed, one past its hours, one of the bad lot that
 * is held, and one that fell. The same seed gives the same stock.
 */
typedef struct _GlaSampleStock GlaSampleStock;

/** gla_sample_stock_new: (transfer full): @sample: has to outlive it. */
GlaSampleStock *gla_sample_stock_new  (GlaSample         *sample);
void            gla_sample_stock_free (GlaSampleStock    *self);

/** gla_sample_stock_open: receives and mixes the vials of one history, which is about to be written. */
gboolean        gla_sample_stock_open (GlaSampleStock    *self,
                                       GlaStore          *store,
                                       const GlaHistory  *history,
                                       GError           **error);

/** gla_sample_stock_finish: discards what was opened, all but one vial, and fills the shelves. */
gboolean        gla_sample_stock_finish (GlaSampleStock  *self,
                                         GlaStore        *store,
                                         GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSampleStock, gla_sample_stock_free)

G_END_DECLS

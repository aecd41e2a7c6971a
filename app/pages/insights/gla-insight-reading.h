/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-insight-clinic.h"

G_BEGIN_DECLS

/*
 * Reading all records for the figures: in a thread of its own, with a connection of its
 * own that only reads.
 */

/**
 * gla_insight_reading_start:
 *
 * Reads the cycles of everybody and judges lots and injectors.
 *
 * Returns: (transfer full): what runs, to ask how far it is
 */
GTask             *gla_insight_reading_start        (GlaContext           *context,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);

/** gla_insight_reading_get_progress: 0 to 1. */
double             gla_insight_reading_get_progress (GTask                *task);

/** gla_insight_reading_finish: (transfer full) (nullable): %NULL with @error set, also when stopped. */
GlaInsightClinic  *gla_insight_reading_finish       (GAsyncResult         *result,
                                                     GError              **error);

G_END_DECLS

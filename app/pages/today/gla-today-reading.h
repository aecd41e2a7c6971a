/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-agenda.h"
#include "gla-context.h"

G_BEGIN_DECLS

/**
 * gla_today_reading_start:
 * @limit: rows of a section at most
 *
 * Reads the agenda of the context's today for whoever writes, in the worker.
 */
void        gla_today_reading_start   (GlaContext           *context,
                                       guint                 limit,
                                       GAsyncReadyCallback   callback,
                                       gpointer              user_data);

/** gla_today_reading_finish: (transfer full): the agenda, or %NULL with @error set. */
GlaAgenda  *gla_today_reading_finish  (GObject              *source,
                                       GAsyncResult         *result,
                                       GError              **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_PROGRESS (gla_progress_get_type ())
G_DECLARE_FINAL_TYPE (GlaProgress, gla_progress, GLA, PROGRESS, AdwWindow)

/** GlaProgress: a small window that shows how far a long piece of work has come. */

/**
 * gla_progress_new:
 * @text: what is being done, plain text
 * @cancellable: (nullable): cancelled by the Stop button, which is there only with it
 *
 * Returns: (transfer full): the window, shown after a moment so that short work
 *   does not flash; end it with gla_progress_end()
 */
GlaProgress  *gla_progress_new    (GtkWindow    *parent,
                                   const char   *text,
                                   GCancellable *cancellable);

/** gla_progress_report: @fraction from 0 to 1, of the GlaProgress @progress; may be called from any thread. */
void          gla_progress_report (double        fraction,
                                   gpointer      progress);

/** gla_progress_end: (transfer full): closes the window; the work is over. */
void          gla_progress_end    (GlaProgress  *self);

G_END_DECLS

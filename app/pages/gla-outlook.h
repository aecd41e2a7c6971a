/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-completeness.h"
#include "gla-context.h"
#include "gla-lot-finding.h"

G_BEGIN_DECLS

#define GLA_TYPE_OUTLOOK (gla_outlook_get_type ())
G_DECLARE_FINAL_TYPE (GlaOutlook, gla_outlook, GLA, OUTLOOK, GObject)

/**
 * GlaOutlook:
 *
 * How long effects last in this clinic, kept up to date in the background: what the
 * clinic file has in its cache at once, and a new fit when the records grew by a
 * twentieth. A context has one, see gla_context_get_outlook(). Lives in the main thread.
 */

/** GlaOutlook::changed: there is a new model, or new findings. */

/** GlaOutlook::progress: a look at all records began, went on or ended. */

/** gla_outlook_new: with what is cached in the file; @context owns it and outlives it. */
GlaOutlook            *gla_outlook_new              (GlaContext     *context);

/** gla_outlook_get_model: (transfer none): never %NULL. */
GlaClinicModel        *gla_outlook_get_model        (GlaOutlook     *self);

/** gla_outlook_get_lots: (transfer none) (nullable) (element-type GlaLotFinding): at least the suspect ones. */
GPtrArray             *gla_outlook_get_lots         (GlaOutlook     *self);

/** gla_outlook_get_completeness: (nullable): of the last look at all records. */
const GlaCompleteness *gla_outlook_get_completeness (GlaOutlook     *self);

/** gla_outlook_is_current: whether it was worked out by the house rules that hold now. */
gboolean               gla_outlook_is_current       (GlaOutlook     *self);

/** gla_outlook_get_progress: 0 to 1 while all records are looked at, below 0 otherwise. */
double                 gla_outlook_get_progress     (GlaOutlook     *self);

/** gla_outlook_refresh: looks at all records now, in the background. */
void                   gla_outlook_refresh          (GlaOutlook     *self);

/** gla_outlook_cancel: stops looking. */
void                   gla_outlook_cancel           (GlaOutlook     *self);

/** gla_outlook_close: stops, and waits until the file is let go. */
void                   gla_outlook_close            (GlaOutlook     *self);

G_END_DECLS

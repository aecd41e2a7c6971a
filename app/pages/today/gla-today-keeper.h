/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_TODAY_KEEPER (gla_today_keeper_get_type ())
G_DECLARE_FINAL_TYPE (GlaTodayKeeper, gla_today_keeper, GLA, TODAY_KEEPER, GObject)

/**
 * GlaTodayKeeper:
 *
 * Keeps what patients may be called about up to date while the clinic is open, in a
 * thread with a connection of its own: after each change, and the first time for all who
 * were treated lately. Lives in the main thread.
 */

/** GlaTodayKeeper::updated: there is something new to read, or it has come further. */

GlaTodayKeeper *gla_today_keeper_new           (GlaContext     *context);

/** gla_today_keeper_close: stops, and waits until the file is let go. */
void            gla_today_keeper_close         (GlaTodayKeeper *self);

G_END_DECLS

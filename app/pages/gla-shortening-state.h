/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-shortening.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * gla_shortening_state_read:
 * @wanted: (out): whether the clinic wants notices at all
 * @state: (out): what was shown to and dismissed for the patient
 *
 * Reads from the clinic file what gla_shortening_new() needs; well under a millisecond.
 *
 * Returns: %FALSE with @error set
 */
gboolean  gla_shortening_state_read  (GlaStore            *store,
                                      const char          *patient,
                                      gboolean            *wanted,
                                      GlaShorteningState  *state,
                                      GError             **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_facts_new:
 * @step: of the open case
 * @facts: all facts as the case sees them now
 *
 * What the record says to a step: each fact opens the records that it comes from, and one
 * that is not known is named, with a button to fill it in: by stating it ("case.state"), or
 * where it is recorded ("case.fill").
 *
 * Returns: (transfer floating) (nullable): %NULL for a step without facts
 */
GtkWidget  *gla_case_facts_new  (GlaCaseSession  *session,
                                 const GlaStep   *step,
                                 const GlaFacts  *facts);

G_END_DECLS

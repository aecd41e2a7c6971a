/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-fridge-log.h"

G_BEGIN_DECLS

/**
 * gla_fridge_form_new:
 * @log: its fridges, and when somebody looked last
 *
 * A window for a look at the thermometer of a fridge. The lowest temperature may be
 * left out; then the other one is all that is known.
 */
GtkWindow  *gla_fridge_form_new   (GtkWindow    *parent,
                                   GlaContext   *context,
                                   GlaFridgeLog *log);

/** gla_fridge_form_parse: @centi: (out): hundredths of a degree; with a comma or a point. */
gboolean    gla_fridge_form_parse (const char *text,
                                   int        *centi);

G_END_DECLS

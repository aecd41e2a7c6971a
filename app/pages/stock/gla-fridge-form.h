/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/**
 * gla_fridge_form_new:
 * @last: (nullable): when somebody looked last, YYYY-MM-DDTHH:MM
 *
 * A window for a look at the thermometer of the fridge. The lowest temperature may be
 * left out; then the other one is all that is known.
 */
GtkWindow  *gla_fridge_form_new   (GtkWindow  *parent,
                                   GlaContext *context,
                                   const char *last);

/** gla_fridge_form_parse: @centi: (out): hundredths of a degree; with a comma or a point. */
gboolean    gla_fridge_form_parse (const char *text,
                                   int        *centi);

G_END_DECLS

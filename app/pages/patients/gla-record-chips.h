/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * gla_record_chips_fill:
 *
 * Puts what to watch out for into @box in place of what was there: findings and
 * the language to speak. Each is a button that opens the long text with the rows
 * it came from. Hides @box if there is nothing.
 */
void  gla_record_chips_fill (GtkBox        *box,
                             GlaRecordData *data,
                             GlaCatalogue  *catalogue);

G_END_DECLS

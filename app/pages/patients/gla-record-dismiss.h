/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * gla_record_dismiss_shortening:
 * @parent: the widget whose window waits
 *
 * Asks why, and dismisses the notice of @data. It comes back only when it becomes more
 * probable by 0.2 (statistics, section 4.1). The audit keeps who, when and why.
 */
void  gla_record_dismiss_shortening (GtkWidget      *parent,
                                     GlaContext     *context,
                                     GlaRecordData  *data);

G_END_DECLS

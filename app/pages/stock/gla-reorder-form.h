/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/** gla_reorder_form_new: how many unopened vials of @product are to be there; @level: now, 0 for none. */
GtkWindow  *gla_reorder_form_new  (GtkWindow   *parent,
                                   GlaContext  *context,
                                   const char  *product,
                                   int          level);

G_END_DECLS

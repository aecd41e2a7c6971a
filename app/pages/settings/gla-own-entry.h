/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/*
 * Forms for what a clinic adds to the catalogue. @key: (nullable): the entry to
 * amend; %NULL adds one. The catalogue of the context takes it up when it is saved.
 */
void  gla_own_entry_edit_product (GtkWindow  *parent,
                                  GlaContext *context,
                                  const char *key);
void  gla_own_entry_edit_area    (GtkWindow  *parent,
                                  GlaContext *context,
                                  const char *key);

G_END_DECLS

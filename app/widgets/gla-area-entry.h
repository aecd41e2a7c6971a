/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"

G_BEGIN_DECLS

#define GLA_TYPE_AREA_ENTRY (gla_area_entry_get_type ())
G_DECLARE_FINAL_TYPE (GlaAreaEntry, gla_area_entry, GLA, AREA_ENTRY, GtkWidget)

/**
 * GlaAreaEntry:
 *
 * An entry for a treatment area: its two letters ("gl") or the beginning of a
 * word of its name. What fits is listed below; Tab or Enter takes the first.
 */

/** GlaAreaEntry::chosen: a person chose another area, or none. */

/** GlaAreaEntry::entered: Enter was pressed, and the focus has moved on. */

/** GlaAreaEntry::digit: (guint): a digit was typed behind letters that an area fits: it is chosen, and the digit begins what comes after. */

GtkWidget   *gla_area_entry_new        (GlaCatalogue  *catalogue);

/** gla_area_entry_set_area: (nullable): by catalogue key. */
void         gla_area_entry_set_area   (GlaAreaEntry  *self,
                                        const char    *key);

/** gla_area_entry_get_area: (nullable) (transfer none): catalogue key. */
const char  *gla_area_entry_get_area   (GlaAreaEntry  *self);

/** gla_area_entry_is_valid: empty or an area. */
gboolean     gla_area_entry_is_valid   (GlaAreaEntry  *self);

G_END_DECLS

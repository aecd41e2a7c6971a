/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-units.h"

G_BEGIN_DECLS

#define GLA_TYPE_UNITS_ENTRY (gla_units_entry_get_type ())
G_DECLARE_FINAL_TYPE (GlaUnitsEntry, gla_units_entry, GLA, UNITS_ENTRY, GtkWidget)

/**
 * GlaUnitsEntry:
 *
 * An entry for units of one product, with decimal point or comma. Up and Down
 * change by one unit. Empty means "not known".
 */

/** GlaUnitsEntry::changed-units: the amount or its validity changed. */

/** GlaUnitsEntry::entered: Enter was pressed, and the focus has moved on. */

GtkWidget  *gla_units_entry_new        (void);

/** gla_units_entry_set_label: for screen readers: "Units, Glabella". */
void        gla_units_entry_set_label  (GlaUnitsEntry  *self,
                                        const char     *label);
void        gla_units_entry_set_units  (GlaUnitsEntry  *self,
                                        GlaUnits        units);

/** gla_units_entry_begin: takes the keyboard and begins with @digit, as if it had been typed. */
void        gla_units_entry_begin      (GlaUnitsEntry  *self,
                                        guint           digit);

/** gla_units_entry_get_units: %GLA_UNITS_UNKNOWN if empty or not valid. */
GlaUnits    gla_units_entry_get_units  (GlaUnitsEntry  *self);

/** gla_units_entry_is_valid: empty or an amount. */
gboolean    gla_units_entry_is_valid   (GlaUnitsEntry  *self);

G_END_DECLS

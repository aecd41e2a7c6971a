/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GLA_TYPE_CYCLE_ROWS (gla_cycle_rows_get_type ())
G_DECLARE_FINAL_TYPE (GlaCycleRows, gla_cycle_rows, GLA, CYCLE_ROWS, GObject)

#define GLA_TYPE_CYCLE_ITEM (gla_cycle_item_get_type ())
G_DECLARE_FINAL_TYPE (GlaCycleItem, gla_cycle_item, GLA, CYCLE_ITEM, GObject)

/**
 * GlaCycleRows:
 *
 * A list model over rows of a table of cycles, whose items are made when they are looked
 * at: a million rows cost four megabytes.
 */

/** gla_cycle_rows_new: @rows: (transfer full) (element-type guint32): rows of the table. */
GlaCycleRows *gla_cycle_rows_new     (GArray       *rows);

/** gla_cycle_item_get_row: the row of the table that it stands for. */
guint32       gla_cycle_item_get_row (GlaCycleItem *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"

G_BEGIN_DECLS

/**
 * GlaNameOrder:
 *
 * All patients that are not voided in order of name, held in memory (12 bytes a
 * patient), so that any set of rows is put into order without sorting: the
 * places of the rows are marked and read off. Made anew after a change.
 */
typedef struct _GlaNameOrder GlaNameOrder;

GlaNameOrder *gla_name_order_new       (GlaDatabase   *database,
                                        GError       **error);
void          gla_name_order_free      (GlaNameOrder  *self);

guint         gla_name_order_get_count (GlaNameOrder  *self);

/** gla_name_order_get_row: the row at @place, which is less than the count. */
gint64        gla_name_order_get_row   (GlaNameOrder  *self,
                                        guint          place);

/** gla_name_order_find: the place of @row; FALSE for one that is not shown. */
gboolean      gla_name_order_find      (GlaNameOrder  *self,
                                        gint64         row,
                                        guint         *place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaNameOrder, gla_name_order_free)

G_END_DECLS

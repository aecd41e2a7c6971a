/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"

G_BEGIN_DECLS

/**
 * gla_stock_write:
 * @func: writes @data and returns the identifiers of what it added: a #GPtrArray of texts that
 *   frees them, or %NULL with an error
 * @data: (transfer full): for @func
 * @text: what was done, such as "Vial moved"
 * @failed: what did not happen
 *
 * Writes in the worker, and remembers it for Undo, which voids the records of @table.
 */
void  gla_stock_write  (GlaContext      *context,
                        GlaStoreFunc     func,
                        gpointer         data,
                        GDestroyNotify   free_data,
                        GlaRecordTable   table,
                        const char      *text,
                        const char      *failed);

/** gla_stock_write_ids: (transfer full): a list with @id alone, or %NULL without one; takes it over. */
GPtrArray  *gla_stock_write_ids  (char  *id);

/** gla_stock_take_back: voids a record with a reason; Undo brings it back. */
void  gla_stock_take_back  (GlaContext      *context,
                            GlaRecordTable   table,
                            const char      *id,
                            const char      *reason);

G_END_DECLS

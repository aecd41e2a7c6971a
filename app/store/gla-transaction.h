/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-database.h"

G_BEGIN_DECLS

/**
 * GlaTransaction:
 *
 * Rolls back when it goes out of scope unless it was committed. Inside another
 * one it is a part of it that can be undone by itself.
 */
typedef struct _GlaTransaction GlaTransaction;

GlaTransaction *gla_transaction_begin  (GlaDatabase     *database,
                                        GError         **error);

/** gla_transaction_commit: after a failure the transaction is still rolled back by its guard. */
gboolean        gla_transaction_commit (GlaTransaction  *self,
                                        GError         **error);
void            gla_transaction_free   (GlaTransaction  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTransaction, gla_transaction_free)

G_END_DECLS

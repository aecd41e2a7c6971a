/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-protocol.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaProtocolShelf:
 *
 * The protocols of a clinic: the one that new cases begin with, and those of earlier
 * versions that open cases go on with, each read and checked once. Reference-counted,
 * for use from any thread.
 */
typedef struct _GlaProtocolShelf GlaProtocolShelf;

/**
 * gla_protocol_shelf_new:
 * @own: (nullable): the clinic's own file; one that does not exist is no error
 *
 * Returns: (transfer full): a shelf that reads when it is asked
 */
GlaProtocolShelf  *gla_protocol_shelf_new          (GlaCatalogue      *catalogue,
                                                    GFile             *own);

/** gla_protocol_shelf_dup_own_file: (transfer full): where a clinic puts its own protocol. */
GFile             *gla_protocol_shelf_dup_own_file (void);

GlaProtocolShelf  *gla_protocol_shelf_ref          (GlaProtocolShelf  *self);
void               gla_protocol_shelf_unref        (GlaProtocolShelf  *self);

/**
 * gla_protocol_shelf_get_current:
 *
 * Returns: (transfer full): the protocol to begin a case with: the clinic's if it is a good
 *   one, else that of the program; %NULL with an error only if that can't be read
 */
GlaProtocol       *gla_protocol_shelf_get_current  (GlaProtocolShelf  *self,
                                                    GError           **error);

/**
 * gla_protocol_shelf_dup_refusal:
 *
 * Returns: (transfer full) (nullable): why the clinic's own file was not taken, with its line
 */
char              *gla_protocol_shelf_dup_refusal  (GlaProtocolShelf  *self);

/**
 * gla_protocol_shelf_get_kept:
 * @id: of a copy in the clinic file, see gla_store_keep_protocol()
 * @is_own: whether it was the clinic's own, whose texts are not translated
 *
 * Returns: (transfer full): the protocol that a case began with, or %NULL with an error of
 *   %GLA_STORE_ERROR or %GLA_KNOWLEDGE_ERROR
 */
GlaProtocol       *gla_protocol_shelf_get_kept     (GlaProtocolShelf  *self,
                                                    GlaStore          *store,
                                                    const char        *id,
                                                    gboolean           is_own,
                                                    GError           **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaProtocolShelf, gla_protocol_shelf_unref)

G_END_DECLS

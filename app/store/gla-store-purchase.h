/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-carton.h"
#include "gla-store.h"
#include "gla-vial-purchase.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * gla_store_receive_delivery:
 * @purchase: (nullable): what is known of its delivery; its vial is the one that is added
 * @fridge: (nullable): where it was put; %NULL: into the first one
 *
 * As gla_store_receive_pack(), in one transaction with all of it.
 */
gboolean    gla_store_receive_delivery  (GlaStore               *self,
                                         const GlaCarton        *learned,
                                         const GlaVial          *vial,
                                         const GlaVialPurchase  *purchase,
                                         const char             *fridge,
                                         const char             *moment,
                                         char                  **id,
                                         GError                **error);

/** gla_store_list_purchases: (transfer full) (element-type utf8 GlaVialPurchase): by the vial. */
GHashTable *gla_store_list_purchases    (GlaStore               *self,
                                         GError                **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-carton.h"
#include "gla-store.h"
#include "gla-vial-event.h"
#include "gla-vial-ledger.h"

G_BEGIN_DECLS

/*
 * The stock: vials with where their units went, what happened to them, and what
 * the codes on cartons mean. Charting draws from a vial by naming it in an
 * injection (gla-store-write.h), in the transaction of the treatment.
 */

/** GlaStockVial: a vial and its sums. */
typedef struct
{
  GlaVial *vial;
  GlaVialLedger ledger;
} GlaStockVial;

void        gla_stock_vial_free           (GlaStockVial        *self);

/** gla_store_list_stock: (transfer full) (element-type GlaStockVial): in the order of gla_store_list_vials(). */
GPtrArray  *gla_store_list_stock          (GlaStore            *self,
                                           gboolean             with_finished,
                                           GError             **error);

/** gla_store_read_stock_vial: (transfer full): fails with NOT_FOUND, also for one that was voided. */
GlaStockVial *gla_store_read_stock_vial   (GlaStore            *self,
                                           const char          *id,
                                           GError             **error);

/**
 * gla_store_receive_vial:
 * @moment: local time, YYYY-MM-DDTHH:MM
 *
 * Adds a sealed vial to the stock together with the event. If vials of its product
 * and lot are held, so is this one.
 */
gboolean    gla_store_receive_vial        (GlaStore            *self,
                                           const GlaVial       *vial,
                                           const char          *moment,
                                           char               **id,
                                           GError             **error);

/**
 * gla_store_add_vial_event:
 *
 * Writes down what happened to a vial and changes its state accordingly. Fails with
 * CONSTRAINT if it can't happen to a vial in that state.
 */
gboolean    gla_store_add_vial_event      (GlaStore            *self,
                                           const GlaVialEvent  *event,
                                           char               **id,
                                           GError             **error);

/** gla_store_take_back_vial_event: voids what happened last to a vial; fails with CONSTRAINT for what lies before. */
gboolean    gla_store_take_back_vial_event (GlaStore           *self,
                                            const char         *id,
                                            const char         *reason,
                                            GError            **error);

/**
 * gla_store_take_back_vial_events:
 * @ids: (element-type utf8): as gla_store_hold_lot() hands them out
 *
 * All of them or none, in one transaction.
 */
gboolean    gla_store_take_back_vial_events (GlaStore          *self,
                                             GPtrArray         *ids,
                                             const char        *reason,
                                             GError           **error);

/** gla_store_list_vial_events: (transfer full) (element-type GlaVialEvent): in order, without those taken back. */
GPtrArray  *gla_store_list_vial_events    (GlaStore            *self,
                                           const char          *vial,
                                           GError             **error);

/** gla_store_put_carton: learns what a product number means, or amends it. Audited. */
gboolean    gla_store_put_carton          (GlaStore            *self,
                                           const GlaCarton     *carton,
                                           GError             **error);

/** gla_store_find_carton: (transfer full) (nullable): NULL without @error for one that was not learned. */
GlaCarton  *gla_store_find_carton         (GlaStore            *self,
                                           const char          *gtin,
                                           GError             **error);

/**
 * gla_store_find_pack:
 *
 * The vial that came in the carton of that product number and serial number,
 * whatever became of it since.
 *
 * Returns: (transfer full) (nullable): NULL without @error if none came
 */
GlaStockVial *gla_store_find_pack         (GlaStore            *self,
                                           const char          *gtin,
                                           const char          *serial,
                                           GError             **error);

/** gla_store_list_lot_stock: (transfer full) (element-type GlaStockVial): vials of a lot, in any case of letters, that are not finished or discarded; the earliest expiry first, no known date last. */
GPtrArray  *gla_store_list_lot_stock      (GlaStore            *self,
                                           const char          *lot,
                                           GError             **error);

/**
 * gla_store_receive_pack:
 * @learned: (nullable): what its product number means, if that is new
 *
 * As gla_store_receive_vial(), with what was learned of the carton in the same
 * transaction: what fails leaves nothing behind and can be tried again.
 */
gboolean    gla_store_receive_pack        (GlaStore            *self,
                                           const GlaCarton     *learned,
                                           const GlaVial       *vial,
                                           const char          *moment,
                                           char               **id,
                                           GError             **error);

/** gla_store_list_cartons: (transfer full) (element-type GlaCarton): by product number. */
GPtrArray  *gla_store_list_cartons        (GlaStore            *self,
                                           GError             **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaStockVial, gla_stock_vial_free)

G_END_DECLS

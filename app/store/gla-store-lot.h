/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * A whole lot: who had it, holding it, correcting it; and where the units of each
 * day went.
 */

/** GlaLotUse: one injection of a lot, with how to reach the patient. */
typedef struct
{
  char *patient;      /* identifier */
  char *number;
  char *family_name;
  char *given_name;
  char *phone;
  gboolean may_contact;
  char *treatment;    /* identifier */
  GlaDay day;
  GlaDayPrecision precision;
  char *area;         /* catalogue key */
  GlaSide side;
  char *product;      /* catalogue key, or NULL */
  char *lot;          /* as it is recorded */
  GlaUnits units;     /* of that product, or unknown */
} GlaLotUse;

void        gla_lot_use_free           (GlaLotUse     *self);

/**
 * gla_store_list_lot_uses:
 * @lot: in any case
 *
 * Who had this lot, from a vial of the stock or as it was typed; voided treatments and
 * patients are left out.
 *
 * Returns: (transfer full) (element-type GlaLotUse): newest first, those of a treatment
 *   together
 */
GPtrArray  *gla_store_list_lot_uses    (GlaStore      *self,
                                        const char    *lot,
                                        GError       **error);

/**
 * gla_store_hold_lot:
 * @reason: why
 * @moment: local time, YYYY-MM-DDTHH:MM
 * @ids: (out) (transfer full) (element-type utf8): what happened to each vial, to be taken back
 *
 * Sets aside all vials of the lot that could be used, in one transaction.
 */
gboolean    gla_store_hold_lot         (GlaStore      *self,
                                        const char    *product,
                                        const char    *lot,
                                        const char    *reason,
                                        const char    *moment,
                                        GPtrArray    **ids,
                                        GError       **error);

/** gla_store_release_lot: lets the vials of the lot that are held be used again. */
gboolean    gla_store_release_lot      (GlaStore      *self,
                                        const char    *product,
                                        const char    *lot,
                                        const char    *moment,
                                        GPtrArray    **ids,
                                        GError       **error);

/**
 * gla_store_correct_lot:
 * @to: the lot as it stands on the carton
 * @n_vials: (out) (optional): how many vials were corrected
 *
 * Amends the lot of all vials of that product and lot in one transaction. What was
 * injected from them follows; the old lot stays in the history of changes.
 */
gboolean    gla_store_correct_lot      (GlaStore      *self,
                                        const char    *product,
                                        const char    *from,
                                        const char    *to,
                                        const char    *reason,
                                        guint         *n_vials,
                                        GError       **error);

/**
 * GlaDayBalance:
 *
 * Units of one product on one day: those charted from vials, those wasted, and those
 * not accounted for in vials that were emptied or discarded that day (N17).
 */
typedef struct
{
  GlaDay day;
  char *product;
  GlaUnits charted;
  GlaUnits wasted;
  GlaUnits gap;       /* negative: more came out of them than they held */
} GlaDayBalance;

void        gla_day_balance_free       (GlaDayBalance *self);

/** gla_store_list_balance: (transfer full) (element-type GlaDayBalance): from @from to @to, newest first, then by product. */
GPtrArray  *gla_store_list_balance     (GlaStore      *self,
                                        GlaDay         from,
                                        GlaDay         to,
                                        GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLotUse, gla_lot_use_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaDayBalance, gla_day_balance_free)

G_END_DECLS

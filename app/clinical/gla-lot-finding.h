/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-lots.h"

G_BEGIN_DECLS

/**
 * GlaLotFinding:
 * @product: catalogue key
 * @lot: its name
 * @counts: what was counted and found; its numbers of product and lot mean nothing
 * @n_young: sessions that are too recent to count
 * @rate: 100 times the share that failed among its sessions, rounded
 * @rate_others: the same of the other lots of the product
 *
 * What is known of one lot. It is suspect if @counts.flag is amber or red: it stands
 * out by more than chance and by enough to matter; never "defective".
 * Source: statistics, section 5.
 */
typedef struct
{
  char *product;
  char *lot;
  GlaLot counts;
  guint n_young;
  int rate;
  int rate_others;
} GlaLotFinding;

void        gla_lot_finding_free         (GlaLotFinding          *self);

/**
 * gla_lot_findings_new:
 * @observations: of the whole clinic group
 * @model: what durations are expected
 * @today: treatments less than %GLA_LOTS_MATURITY days ago do not count
 * @error: (out) (optional): %GLA_STATISTICS_ERROR
 *
 * Judges all lots together. Treatments whose lot or product is not known, or whose area
 * was given from two lots, are left out.
 *
 * Returns: (transfer full) (element-type GlaLotFinding) (nullable): the weightiest
 *   first, then by product and lot; %NULL with @error set
 */
GPtrArray  *gla_lot_findings_new         (const GlaObservations  *observations,
                                          const GlaClinicModel   *model,
                                          GlaDay                  today,
                                          GError                **error);

/** gla_lot_finding_is_suspect: whether something is to be said about it. */
gboolean    gla_lot_finding_is_suspect   (const GlaLotFinding    *self);

/** gla_lot_findings_are_suspect: whether @findings (nullable) have this lot as suspect. */
gboolean    gla_lot_findings_are_suspect (const GPtrArray        *findings,
                                          const char             *product,
                                          const char             *lot);

/** gla_lot_findings_find: (nullable): the verdict on a lot in @findings (nullable). */
const GlaLotFinding *gla_lot_findings_find (const GPtrArray   *findings,
                                            const char        *product,
                                            const char        *lot);

/**
 * gla_lot_finding_describe:
 *
 * What to say: sentences about a suspect lot, "too few treatments to judge (6 of 10)",
 * or %NULL where nothing is said (statistics, section 7.3).
 */
char       *gla_lot_finding_describe     (const GlaLotFinding    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaLotFinding, gla_lot_finding_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-facts.h"

G_BEGIN_DECLS

/** GLA_LOT_PEERS_MIN_BACKGROUND: graded treatments before the clinic's own share is used. */
#define GLA_LOT_PEERS_MIN_BACKGROUND 30

/**
 * GlaLotPeers:
 * @product: catalogue key
 * @lot: the lot
 * @patient: (nullable): identifier of the patient of the case, who is no peer
 *
 * Counts who responded to a lot (evidence, S5g). Set the first three and add the
 * cycles of each patient of the clinic; the rest counts.
 */
typedef struct
{
  const char *product;
  const char *lot;
  const char *patient;
  guint n_peers;       /* other patients of the lot who were graded in the window */
  guint n_failures;    /* those in whom at least half of the areas graded so did not respond */
  guint n_areas;       /* treated areas of the lot graded in the window, of every patient */
  guint n_area_failures;
  guint n_others;      /* treated areas of other lots graded in the window */
  guint n_other_failures;
} GlaLotPeers;

/** gla_lot_peers_add: the cycles of one patient. */
void  gla_lot_peers_add  (GlaLotPeers            *self,
                          const GlaCycles        *cycles,
                          const GlaCycleSettings *settings,
                          const GlaConstants     *constants);

/** gla_lot_peers_get: the figures for the facts; the lot is not judged among mature ones. */
void  gla_lot_peers_get  (const GlaLotPeers      *self,
                          GlaLotFigures          *figures);

G_END_DECLS

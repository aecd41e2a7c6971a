/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-basis.h"

#include "gla-lot-finding.h"
#include "gla-lot-peers.h"
#include "gla-store-fridge.h"
#include "gla-store-read.h"

#include <string.h>

/* The first injection of the cycle, which the facts of the vial are about; NULL if none. */
static const GlaInjection *
find_injection (const GlaCycles *cycles,
                const char      *area,
                const char      *treatment)
{
  const GlaCycle *cycle = gla_cycles_find (cycles, treatment, area);

  return cycle != NULL && cycle->injections->len > 0 ? cycle->injections->pdata[0] : NULL;
}

typedef struct
{
  GlaLotPeers peers;
  const GlaCaseBasis *basis;
} PeersPass;

static gboolean
add_peer (GlaStore    *store,
          const char  *patient,
          gpointer     user_data,
          GError     **error)
{
  PeersPass *pass = user_data;
  const GlaCaseBasis *basis = pass->basis;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);
  g_autoptr (GlaCycles) cycles = NULL;

  if (history == NULL)
    return FALSE;
  cycles = gla_cycles_new (history, basis->cycles->catalogue, &basis->settings,
                           basis->cycles->today);
  gla_lot_peers_add (&pass->peers, cycles, &basis->settings, basis->constants);
  return TRUE;
}

/* What the last look at all records found about the lot, unless it only kept suspect ones. */
static void
take_flag (GlaCaseBasis    *self,
           const GPtrArray *lots,
           const char      *product,
           const char      *lot)
{
  const GlaLotFinding *finding = gla_lot_findings_find (lots, product, lot);

  if (finding == NULL)
    return;
  self->lot.is_judged = gla_lot_finding_is_suspect (finding);
  self->lot.flag = finding->counts.flag == GLA_LOT_RED ? GLA_DETECTOR_RED : GLA_DETECTOR_AMBER;
}

/* Share without a response among all other lots; below 0 where too few are known. */
static double
get_background (const GlaClinicFigures *figures,
                const GlaLotPeers      *peers)
{
  guint n_others = figures->n_graded - MIN (figures->n_graded, peers->n_areas);
  guint n_failures = figures->n_failures - MIN (figures->n_failures, peers->n_area_failures);

  if (n_others < GLA_LOT_PEERS_MIN_BACKGROUND)
    return -1.0;
  return (double) MIN (n_failures, n_others) / n_others;
}

static gboolean
look_at_lot (GlaCaseBasis            *self,
             GlaStore                *store,
             const GlaClinicFigures  *figures,
             const GlaInjection      *injection,
             const GlaVial           *vial,
             GError                 **error)
{
  const char *product = vial != NULL ? vial->product : injection->product;
  const char *lot = vial != NULL ? vial->lot : injection->lot;
  PeersPass pass = { { product, lot, self->cycles->history->patient->id }, self };

  if (product == NULL || lot == NULL)
    return TRUE;
  if (!gla_store_for_each_patient_of_lot (store, lot, add_peer, &pass, error))
    return FALSE;
  gla_lot_peers_get (&pass.peers, &self->lot);
  /* The other treatments of these patients alone are no background of the clinic. */
  self->lot.background = get_background (figures, &pass.peers);
  take_flag (self, figures->lots, product, lot);
  self->input.lot = &self->lot;
  return TRUE;
}

static gboolean
look_at_vial (GlaCaseBasis   *self,
              GlaStore       *store,
              const GlaVial  *vial,
              GError        **error)
{
  GlaUnits left;

  if (vial == NULL || vial->content == GLA_UNITS_UNKNOWN)
    return TRUE;
  if (!gla_store_get_units_left (store, vial->id, &left, error))
    return FALSE;
  if (left != GLA_UNITS_UNKNOWN)
    self->input.vial_drawn = vial->content - left;
  return TRUE;
}

GlaCaseBasis *
gla_case_basis_new (GlaStore                *store,
                    GlaCycles               *cycles,
                    const GlaClinicFigures  *figures,
                    const char              *area,
                    const char              *treatment,
                    GError                 **error)
{
  g_autoptr (GlaCaseBasis) self = NULL;
  const GlaInjection *injection;
  const GlaVial *vial = NULL;

  g_return_val_if_fail (store != NULL && cycles != NULL && figures != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaCaseBasis);
  self->cycles = gla_cycles_ref (cycles);
  self->settings = *figures->settings;
  self->constants = gla_constants_ref (figures->constants);
  self->shortening = gla_shortening_new (cycles, figures->model, figures->lots, NULL);
  self->input.cycles = self->cycles;
  self->input.settings = &self->settings;
  self->input.constants = self->constants;
  self->input.shortening = self->shortening;
  self->input.two_thirds_rule = figures->two_thirds_rule;
  self->input.vial_drawn = GLA_UNITS_UNKNOWN;
  injection = find_injection (cycles, area, treatment);
  if (injection == NULL)
    return g_steal_pointer (&self);
  if (injection->vial != NULL)
    vial = gla_history_find_vial (cycles->history, injection->vial);
  if (vial != NULL)
    {
      self->fridge = gla_store_read_fridge_past (store, vial->id, error);
      if (self->fridge == NULL)
        return NULL;
    }
  self->input.fridge = self->fridge;
  if (!look_at_vial (self, store, vial, error)
      || !look_at_lot (self, store, figures, injection, vial, error))
    return NULL;
  return g_steal_pointer (&self);
}

GlaCaseBasis *
gla_case_basis_ref (GlaCaseBasis *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GlaCaseBasis *self = data;

  gla_cycles_unref (self->cycles);
  gla_constants_unref (self->constants);
  g_clear_pointer (&self->shortening, gla_shortening_free);
  g_clear_pointer (&self->fridge, gla_fridge_past_unref);
}

void
gla_case_basis_unref (GlaCaseBasis *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-peers.h"

#include "gla-facts-private.h"
#include "gla-lot-name.h"

#include <string.h>

static gboolean
is_of_lot (const GlaLotPeers *self,
           GlaFactBuilder    *builder,
           const GlaCycle    *cycle)
{
  for (guint i = 0; i < cycle->injections->len; i++)
    {
      const GlaInjection *injection = cycle->injections->pdata[i];
      const GlaVial *vial = gla_fact_builder_find_vial (builder, injection);
      const char *product = vial != NULL ? vial->product : injection->product;
      const char *lot = vial != NULL ? vial->lot : injection->lot;

      if (g_strcmp0 (product, self->product) == 0 && gla_lot_name_equal (lot, self->lot))
        return TRUE;
    }
  return FALSE;
}

void
gla_lot_peers_add (GlaLotPeers            *self,
                   const GlaCycles        *cycles,
                   const GlaCycleSettings *settings,
                   const GlaConstants     *constants)
{
  GlaFactInput input = { cycles, settings, constants };
  GlaFactBuilder builder = { NULL, &input };
  guint n_graded = 0, n_failed = 0;

  g_return_if_fail (self != NULL && self->product != NULL && self->lot != NULL);
  g_return_if_fail (cycles != NULL && constants != NULL);

  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];
      g_auto (GlaFactReview) review = { FALSE };
      gboolean failed;

      gla_fact_review_init (&review, &builder, cycle);
      if (!review.known || !review.in_window)
        continue;
      failed = review.change < (int) gla_fact_builder_get (&builder, "response_grade_min");
      if (!is_of_lot (self, &builder, cycle))
        {
          self->n_others++;
          self->n_other_failures += failed ? 1 : 0;
          continue;
        }
      n_graded++;
      n_failed += failed ? 1 : 0;
    }
  self->n_areas += n_graded;
  self->n_area_failures += n_failed;
  /* Areas of one patient are not independent: a patient counts once (statistics, section 5). */
  if (n_graded == 0 || g_strcmp0 (cycles->history->patient->id, self->patient) == 0)
    return;
  self->n_peers++;
  self->n_failures += 2 * n_failed >= n_graded ? 1 : 0;
}

void
gla_lot_peers_get (const GlaLotPeers *self,
                   GlaLotFigures     *figures)
{
  g_return_if_fail (self != NULL && figures != NULL);

  memset (figures, 0, sizeof *figures);
  figures->n_peers = self->n_peers;
  figures->n_failures = self->n_failures;
  figures->background = -1.0;
  if (self->n_others >= GLA_LOT_PEERS_MIN_BACKGROUND)
    figures->background = (double) self->n_other_failures / self->n_others;
}

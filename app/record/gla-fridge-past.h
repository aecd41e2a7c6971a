/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-fridge-answer.h"
#include "gla-fridge-reading.h"
#include "gla-fridge.h"
#include "gla-vial-move.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * GlaFridgePast:
 * @readings: (element-type GlaFridgeReading)
 * @moves: (element-type GlaVialMove): the first one of each vial first
 * @answers: (element-type GlaFridgeAnswer): the last one first
 *
 * How warm the fridges were, which vials stood in them, and what was said to it.
 */
typedef struct
{
  GPtrArray *readings;
  GPtrArray *moves;
  GPtrArray *answers;
} GlaFridgePast;

/** gla_fridge_past_new: (transfer full): with nothing in it. */
GlaFridgePast  *gla_fridge_past_new   (void);
GlaFridgePast  *gla_fridge_past_ref   (GlaFridgePast           *self);
void            gla_fridge_past_unref (GlaFridgePast           *self);

/**
 * gla_fridge_past_concerns:
 *
 * Returns: whether @vial was in the fridge of @reading at any time that @reading stands for; a
 *   vial was nowhere before the day it was received
 */
gboolean        gla_fridge_past_concerns (const GlaFridgePast    *self,
                                          const GlaFridgeReading *reading,
                                          const GlaVial          *vial);

/** gla_fridge_past_find: (transfer none): the fridge that @vial is in after all its moves. */
const char     *gla_fridge_past_find  (const GlaFridgePast     *self,
                                       const char              *vial);

/** gla_fridge_past_find_answer: (transfer none) (nullable): the last answer that holds for @reading and @product. */
const GlaFridgeAnswer *gla_fridge_past_find_answer (const GlaFridgePast    *self,
                                                    const GlaFridgeReading *reading,
                                                    const char             *product);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFridgePast, gla_fridge_past_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-facts.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaClinicFigures:
 * @settings: house rules; its region is interned
 * @constants: those that hold for the clinic
 * @model: how long effects last in the clinic
 * @lots: (nullable) (element-type GlaLotFinding): lots under suspicion at least
 * @n_graded: treated areas of the clinic graded in the window, when all were looked at last
 * @n_failures: those of them without a response
 * @two_thirds_rule: whether the clinic uses short_duration_ratio as a limit of its own
 *
 * What holds for the whole clinic on a day. Belongs to the caller.
 */
typedef struct
{
  const GlaCycleSettings *settings;
  GlaConstants *constants;
  GlaClinicModel *model;
  const GPtrArray *lots;
  guint n_graded;
  guint n_failures;
  gboolean two_thirds_rule;
} GlaClinicFigures;

/**
 * GlaCaseBasis:
 * @input: what a case about this treatment is walked with; points into the basis
 *
 * What the clinic file says that matters to one case: the patient's cycles, what other
 * patients show about the lot, and what was drawn from the vial. Immutable and
 * reference-counted; may be read from any thread.
 */
typedef struct
{
  GlaFactInput input;

  /*< private >*/
  GlaCycles *cycles;
  GlaCycleSettings settings;
  GlaConstants *constants;
  GlaShortening *shortening;
  GlaLotFigures lot;
  GlaFridgePast *fridge;
} GlaCaseBasis;

/**
 * gla_case_basis_new:
 * @area: (nullable): the area in question; %NULL only without @treatment
 * @treatment: (nullable): identifier of the treatment in question; %NULL: treated elsewhere
 *
 * Reads the histories of all patients of the lot, so it belongs into a thread.
 *
 * Returns: (transfer full): or %NULL with an error of %GLA_STORE_ERROR
 */
GlaCaseBasis  *gla_case_basis_new    (GlaStore                *store,
                                      GlaCycles               *cycles,
                                      const GlaClinicFigures  *figures,
                                      const char              *area,
                                      const char              *treatment,
                                      GError                 **error);
GlaCaseBasis  *gla_case_basis_ref    (GlaCaseBasis            *self);
void           gla_case_basis_unref  (GlaCaseBasis            *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCaseBasis, gla_case_basis_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight.h"
#include "gla-lot-finding.h"

G_BEGIN_DECLS

/**
 * GlaInsightClinic:
 * @table: all cycles
 * @model: what durations are usual here, fitted to them
 * @lots: (element-type GlaLotFinding): all lots, judged together
 * @funnel: (nullable): the injectors, judged together
 * @staff: (element-type utf8 utf8): names of members of staff by identifier
 *
 * What is worked out once over all records before questions are asked. Immutable and
 * reference-counted; may be read from several threads.
 */
typedef struct
{
  GlaCycleTable *table;
  GlaClinicModel *model;
  GPtrArray *lots;
  GlaPractitionerFunnel *funnel;
  GHashTable *staff;
} GlaInsightClinic;

/**
 * gla_insight_clinic_new:
 * @table: finished
 * @staff: (element-type utf8 utf8): names by identifier
 * @known: (nullable): the model that the clinic has, taken unless it is stale (see
 *   gla_clinic_model_is_stale())
 *
 * Fits the model where needed and judges lots and injectors over all of @table.
 *
 * Returns: (transfer full) (nullable): %NULL with @error set when cancelled
 */
GlaInsightClinic *gla_insight_clinic_new   (GlaCycleTable           *table,
                                            GHashTable              *staff,
                                            const GlaClinicModel    *known,
                                            GlaCancelFunc            cancel,
                                            gpointer                 cancel_data,
                                            GError                 **error);
GlaInsightClinic *gla_insight_clinic_ref   (const GlaInsightClinic  *self);
void              gla_insight_clinic_unref (GlaInsightClinic        *self);

/** gla_insight_clinic_describe: (transfer full): what a code is called in the user's language. */
char             *gla_insight_clinic_describe (const GlaInsightClinic *self,
                                               GlaCycleKey             key,
                                               guint32                 code);

/** gla_insight_clinic_get_product_name: (transfer none): first brand, "unknown product" for %NULL. */
const char       *gla_insight_clinic_get_product_name (const GlaInsightClinic *self,
                                                       const char             *product);

/** gla_insight_clinic_get_staff_name: (transfer none): "not recorded" for an unknown one. */
const char       *gla_insight_clinic_get_staff_name (const GlaInsightClinic *self,
                                                     const char             *injector);

/** gla_insight_clinic_find_lot: (nullable): what was found of the lot of a code. */
const GlaLotFinding *gla_insight_clinic_find_lot (const GlaInsightClinic *self,
                                                  guint32                 code);

/** gla_insight_clinic_find_rate: (nullable): the point of the funnel of an injector's code. */
const GlaPractitionerRate *gla_insight_clinic_find_rate (const GlaInsightClinic *self,
                                                         guint32                 code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaInsightClinic, gla_insight_clinic_unref)

G_END_DECLS

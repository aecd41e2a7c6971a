/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-excursion.h"
#include "gla-fridge-import.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaFridgeLog:
 * @fridges: (element-type GlaFridge): the first one first
 * @looks: (element-type GlaFridgeReading): at the thermometers, the last first
 * @imports: (element-type GlaFridgeImport): files of loggers, the last first
 * @staff: (element-type GlaStaff)
 * @past: what the vials in stock are judged by
 * @excursions: (element-type utf8 GlaExcursion): by the vial; without those of nothing to say
 *
 * How warm it was, as the page shows it. Judged once, when it is read; reference-counted.
 */
typedef struct
{
  GPtrArray *fridges;
  GPtrArray *looks;
  GPtrArray *imports;
  GPtrArray *staff;
  GlaFridgePast *past;
  GlaConstants *constants;
  GHashTable *excursions;
} GlaFridgeLog;

/** gla_fridge_log_read: (transfer full): @stock: (element-type GlaStockVial): the vials that are judged, up to @today. */
GlaFridgeLog  *gla_fridge_log_read      (GlaStore            *store,
                                         GlaCatalogue        *catalogue,
                                         GPtrArray           *stock,
                                         GlaDay               today,
                                         GError             **error);
GlaFridgeLog  *gla_fridge_log_ref       (GlaFridgeLog        *self);
void           gla_fridge_log_unref     (GlaFridgeLog        *self);

/** gla_fridge_log_find: (transfer none) (nullable): what is to be said of a vial. */
const GlaExcursion *gla_fridge_log_find (const GlaFridgeLog  *self,
                                         const char          *vial);

/** gla_fridge_log_find_last: (nullable): moment of the last look at the thermometer of @fridge. */
const char    *gla_fridge_log_find_last (const GlaFridgeLog  *self,
                                         const char          *fridge);

/** gla_fridge_log_get_name: (transfer none): of a fridge; also of one that is no more. */
const char    *gla_fridge_log_get_name  (const GlaFridgeLog  *self,
                                         const char          *fridge);

/** gla_fridge_get_name: (transfer none): its name, or what one without is called. */
const char    *gla_fridge_get_name      (const GlaFridge     *self);

/** gla_fridge_log_dup_names: (transfer full): of all fridges, in their order. */
GStrv          gla_fridge_log_dup_names (const GlaFridgeLog  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFridgeLog, gla_fridge_log_unref)

G_END_DECLS

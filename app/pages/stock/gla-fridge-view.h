/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-excursion.h"
#include "gla-store-fridge.h"
#include "gla-store-stock.h"

G_BEGIN_DECLS

/** GlaFridgeLog: the fridge as it was read, and what it is judged with. */
typedef struct
{
  GPtrArray *readings;     /* (element-type GlaFridgeReading): the last first */
  GPtrArray *staff;        /* (element-type GlaStaff) */
  GlaConstants *constants;
} GlaFridgeLog;

/** gla_fridge_log_read: (transfer full): in the worker. */
GlaFridgeLog *gla_fridge_log_read     (GlaStore           *store,
                                       GlaCatalogue       *catalogue,
                                       GError            **error);
void          gla_fridge_log_free     (GlaFridgeLog       *self);

/** gla_fridge_log_get_last: (nullable): when somebody looked last, YYYY-MM-DDTHH:MM. */
const char   *gla_fridge_log_get_last (const GlaFridgeLog *self);

/** gla_fridge_log_judge: a vial of the stock as it is today. */
void          gla_fridge_log_judge    (const GlaFridgeLog *self,
                                       const GlaVial      *vial,
                                       GlaDay              today,
                                       GlaExcursion       *excursion);

/**
 * gla_fridge_view_fill:
 * @stock: (element-type GlaStockVial)
 *
 * The last looks at the thermometer, and above them which vials a warm or frozen
 * spell is about and what is to be done with them.
 */
void          gla_fridge_view_fill    (GtkBox             *box,
                                       const GlaFridgeLog *log,
                                       GPtrArray          *stock,
                                       GlaCatalogue       *catalogue,
                                       GlaDay              today);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFridgeLog, gla_fridge_log_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-fridge-reading.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** gla_store_add_fridge_reading: taken back with gla_store_void(). */
gboolean    gla_store_add_fridge_reading   (GlaStore                *self,
                                            const GlaFridgeReading  *reading,
                                            char                   **id,
                                            GError                 **error);

/** gla_store_list_fridge_readings: (transfer full) (element-type GlaFridgeReading): all of them, the last first. */
GPtrArray  *gla_store_list_fridge_readings (GlaStore                *self,
                                            GError                 **error);

G_END_DECLS

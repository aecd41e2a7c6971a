/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-fridge-import.h"
#include "gla-fridge-past.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * The fridges, how warm they were, and what stood in them. Each of these records is taken back
 * with gla_store_void().
 */

/** gla_store_add_fridge: a further one; the first is there from the start. */
gboolean    gla_store_add_fridge           (GlaStore                *self,
                                            const GlaFridge         *fridge,
                                            char                   **id,
                                            GError                 **error);

/** gla_store_amend_fridge: gives it another name. */
gboolean    gla_store_amend_fridge         (GlaStore                *self,
                                            const GlaFridge         *fridge,
                                            const char              *reason,
                                            GError                 **error);

/** gla_store_list_fridges: (transfer full) (element-type GlaFridge): GLA_FRIDGE_FIRST first, the others by name. */
GPtrArray  *gla_store_list_fridges         (GlaStore                *self,
                                            GError                 **error);

/** gla_store_add_fridge_reading: a look at the thermometer. */
gboolean    gla_store_add_fridge_reading   (GlaStore                *self,
                                            const GlaFridgeReading  *reading,
                                            char                   **id,
                                            GError                 **error);

/**
 * gla_store_list_fridge_readings:
 * @since: (nullable): a day or moment before which none is listed
 * @by_hand: without those of loggers
 *
 * Returns: (transfer full) (element-type GlaFridgeReading): of all fridges, the last first
 */
GPtrArray  *gla_store_list_fridge_readings (GlaStore                *self,
                                            const char              *since,
                                            gboolean                 by_hand,
                                            GError                 **error);

/**
 * gla_store_import_fridge_log:
 * @readings: (element-type GlaFridgeReading): of the fridge of @import
 * @id: (out) (transfer full) (nullable): of what was added; %NULL if there was nothing new
 * @n_added: (out): readings that were not in the log yet
 *
 * Takes the file of a logger into the log, all of it or nothing. Readings whose time and
 * temperatures another file has brought before are passed over, so that a file can be taken
 * in again when the logger has gone on.
 */
gboolean    gla_store_import_fridge_log    (GlaStore                *self,
                                            const GlaFridgeImport   *import,
                                            GPtrArray               *readings,
                                            char                   **id,
                                            guint                   *n_added,
                                            GError                 **error);

/** gla_store_list_fridge_imports: (transfer full) (element-type GlaFridgeImport): the last first. */
GPtrArray  *gla_store_list_fridge_imports  (GlaStore                *self,
                                            GError                 **error);

/**
 * gla_store_add_vial_moves:
 * @vials: %NULL-terminated
 * @moment: local time, YYYY-MM-DDTHH:MM
 * @ids: (out) (optional) (transfer full) (element-type utf8): of the moves
 *
 * Puts vials into a fridge, all of them or none.
 */
gboolean    gla_store_add_vial_moves       (GlaStore                *self,
                                            const char * const      *vials,
                                            const char              *fridge,
                                            const char              *moment,
                                            GPtrArray              **ids,
                                            GError                 **error);

/** gla_store_add_fridge_answer: what the manufacturer said. */
gboolean    gla_store_add_fridge_answer    (GlaStore                *self,
                                            const GlaFridgeAnswer   *answer,
                                            char                   **id,
                                            GError                 **error);

/**
 * gla_store_read_fridge_past:
 * @vial: (nullable): %NULL for all that are in stock
 *
 * Returns: (transfer full): with the readings since the vial, or the oldest, was received
 */
GlaFridgePast *gla_store_read_fridge_past  (GlaStore                *self,
                                            const char              *vial,
                                            GError                 **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-gs1.h"
#include "gla-store-stock.h"

G_BEGIN_DECLS

/** GlaScan: a carton that was scanned, and what the clinic knows of it. */
typedef struct
{
  GlaGs1 gs1;
  GlaCarton *carton;  /* what its product number means, NULL: not learned yet */
  GlaStockVial *vial; /* the vial that came in it, used up or not, or one of its lot, or NULL */
} GlaScan;

void      gla_scan_free           (GlaScan              *self);

/**
 * gla_scan_find_vial:
 * @stock: (element-type GlaStockVial): the earliest expiry first
 * @carton: (nullable)
 *
 * For a code without a serial number: the first vial of its product and lot of which
 * something is left, an open one rather than a sealed one, never one that is held. With a
 * serial number it is the vial that came in that very carton (gla_store_find_pack()).
 *
 * Returns: (nullable) (transfer none)
 */
const GlaStockVial *gla_scan_find_vial (GPtrArray       *stock,
                                        const GlaGs1    *gs1,
                                        const GlaCarton *carton);

/**
 * gla_scan_look_up_async:
 * @data: what the scanner sent
 *
 * Reads the code and looks it up. A code that can't be read is an error in words
 * that say what to do.
 */
void      gla_scan_look_up_async  (GlaContext           *context,
                                   GBytes               *data,
                                   GAsyncReadyCallback   callback,
                                   gpointer              user_data);

/** gla_scan_look_up_finish: (transfer full): @source and @result as the callback got them. */
GlaScan  *gla_scan_look_up_finish (GObject              *source,
                                   GAsyncResult         *result,
                                   GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaScan, gla_scan_free)

G_END_DECLS

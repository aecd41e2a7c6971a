/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
#include "gla-store-stock.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

#define GLA_TYPE_SOURCE_GROUP (gla_source_group_get_type ())
G_DECLARE_FINAL_TYPE (GlaSourceGroup, gla_source_group, GLA, SOURCE_GROUP, AdwPreferencesGroup)

/**
 * GlaSourceGroup:
 *
 * Where the units come from: a vial of the stock, or a product with the lot as
 * it stands on the carton. Both may be unknown. Several if more than one vial
 * or product is used.
 */

/** GlaSourceGroup::edited: a person changed something. */

/** GlaSourceGroup::mix: (vial: utf8): the vial of that identifier is to be mixed. */

/**
 * gla_source_group_new:
 * @stock: (element-type GlaStockVial): those to choose from
 * @now: local time, YYYY-MM-DDTHH:MM
 */
GtkWidget  *gla_source_group_new       (const GlaConstants      *constants,
                                        GPtrArray               *stock,
                                        const char              *now);

/** gla_source_group_set_stock: other vials to choose from, or the same as they are now; what is chosen stays. */
void        gla_source_group_set_stock (GlaSourceGroup          *self,
                                        GPtrArray               *stock,
                                        const char              *now);

/** gla_source_group_use_vial: chooses a vial of the stock: in place of one of its product that is not given yet, or besides. */
void        gla_source_group_use_vial  (GlaSourceGroup          *self,
                                        const char              *vial);

/** gla_source_group_find_vial: (nullable): the vial of the stock with that identifier. */
const GlaStockVial *gla_source_group_find_vial (GlaSourceGroup  *self,
                                                const char      *vial);

/** gla_source_group_fill: shows the sources of the form; one that is unknown if it has none. */
void        gla_source_group_fill      (GlaSourceGroup          *self,
                                        const GlaTreatmentForm  *form);

/** gla_source_group_collect: adds the sources to the form, in order. */
void        gla_source_group_collect   (GlaSourceGroup          *self,
                                        GlaTreatmentForm        *form);

/** gla_source_group_get_names: (transfer full): a short name for each, "ONA · C4821A2". */
GStrv       gla_source_group_get_names (GlaSourceGroup          *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
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

/**
 * gla_source_group_new:
 * @vials: (element-type GlaVial): those to choose from
 */
GtkWidget  *gla_source_group_new       (GlaCatalogue            *catalogue,
                                        GPtrArray               *vials);

/** gla_source_group_fill: shows the sources of the form; one that is unknown if it has none. */
void        gla_source_group_fill      (GlaSourceGroup          *self,
                                        const GlaTreatmentForm  *form);

/** gla_source_group_collect: adds the sources to the form, in order. */
void        gla_source_group_collect   (GlaSourceGroup          *self,
                                        GlaTreatmentForm        *form);

/** gla_source_group_get_names: (transfer full): a short name for each, "ONA · C4821A2". */
GStrv       gla_source_group_get_names (GlaSourceGroup          *self);

G_END_DECLS

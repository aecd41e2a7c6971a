/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

#define GLA_TYPE_MAP_PANE (gla_map_pane_get_type ())
G_DECLARE_FINAL_TYPE (GlaMapPane, gla_map_pane, GLA, MAP_PANE, AdwBin)

/**
 * GlaMapPane:
 *
 * The injection map of a treatment that is filled in, with what is done to it: which
 * picture, which vial, mirror, danger zones, undo and redo.
 */

/** GlaMapPane::edited: a person changed something on the map. */

/** gla_map_pane_new: @region, @patient: whose usual points and units are offered. */
GtkWidget  *gla_map_pane_new         (GlaCatalogue            *catalogue,
                                      GlaRegion                region,
                                      GlaDoseFor               patient);

/** gla_map_pane_get_tools: (transfer none): the row of tools, to be put beside or above the pane. */
GtkWidget  *gla_map_pane_get_tools   (GlaMapPane              *self);

/**
 * gla_map_pane_set_sources:
 * @names: a short name for each source
 * @sources: (element-type GlaFormSource): the sources, in the same order
 */
void        gla_map_pane_set_sources (GlaMapPane              *self,
                                      const char *const       *names,
                                      GPtrArray               *sources);

/** gla_map_pane_fill: shows the points of the form, and forgets what could be undone. */
void        gla_map_pane_fill        (GlaMapPane              *self,
                                      const GlaTreatmentForm  *form);

/** gla_map_pane_set_last: shows the points of the form hollow behind the others, as those of the last time. */
void        gla_map_pane_set_last    (GlaMapPane              *self,
                                      const GlaTreatmentForm  *form);

/** gla_map_pane_set_plan: likewise, as those of the plan that was taken up. */
void        gla_map_pane_set_plan    (GlaMapPane              *self,
                                      const GlaTreatmentForm  *form);

/** gla_map_pane_follow: the rows were changed; their points are put into the rows of the form. */
void        gla_map_pane_follow      (GlaMapPane              *self,
                                      GlaTreatmentForm        *form);

/** gla_map_pane_take: after "edited": changes the rows of the form as the map was. */
void        gla_map_pane_take        (GlaMapPane              *self,
                                      GlaTreatmentForm        *form);

/** gla_map_pane_write: puts the points into the rows of the form. */
void        gla_map_pane_write       (GlaMapPane              *self,
                                      GlaTreatmentForm        *form);

/** gla_map_pane_focus: gives the map the keyboard. */
void        gla_map_pane_focus       (GlaMapPane              *self);

G_END_DECLS

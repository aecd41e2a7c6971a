/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
#include "gla-context.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

#define GLA_TYPE_INJECTION_CHART (gla_injection_chart_get_type ())
G_DECLARE_FINAL_TYPE (GlaInjectionChart, gla_injection_chart, GLA, INJECTION_CHART, AdwBin)

/**
 * GlaInjectionChart:
 *
 * What is injected, in two views of the same rows: a list to type into, and the map of
 * face and body. What is done in one is in the other at once.
 *
 * Properties:
 *  - "on-map" (boolean): whether the map is shown, and not the list
 */

/** GlaInjectionChart::edited: a person changed something. */

GtkWidget  *gla_injection_chart_new         (GlaCatalogue            *catalogue,
                                             GlaRegion                region,
                                             GlaDoseFor               patient);

/** gla_injection_chart_begin: as gla_injection_rows_begin(); %FALSE on the map, which has keys of its own. */
gboolean    gla_injection_chart_begin       (GlaInjectionChart       *self,
                                             GtkEventControllerKey   *key);

/** gla_injection_chart_set_context: as gla_injection_rows_set_context(). */
void        gla_injection_chart_set_context (GlaInjectionChart       *self,
                                             GlaContext              *context);

/** gla_injection_chart_set_sources: as gla_map_pane_set_sources(), for both views. */
void        gla_injection_chart_set_sources (GlaInjectionChart       *self,
                                             const char *const       *names,
                                             GPtrArray               *sources);

void        gla_injection_chart_fill        (GlaInjectionChart       *self,
                                             const GlaTreatmentForm  *form);

/** gla_injection_chart_set_last: as gla_map_pane_set_last(). */
void        gla_injection_chart_set_last    (GlaInjectionChart       *self,
                                             const GlaTreatmentForm  *form);

/** gla_injection_chart_set_plan: as gla_map_pane_set_plan(). */
void        gla_injection_chart_set_plan    (GlaInjectionChart       *self,
                                             const GlaTreatmentForm  *form);

/** gla_injection_chart_collect: adds the rows that are not blank, with their points, to the form. */
void        gla_injection_chart_collect     (GlaInjectionChart       *self,
                                             GlaTreatmentForm        *form);

/** gla_injection_chart_is_valid: whether all areas and units could be read. */
gboolean    gla_injection_chart_is_valid    (GlaInjectionChart       *self);

/** gla_injection_chart_get_areas: (transfer full): keys of the areas, each once. */
GStrv       gla_injection_chart_get_areas   (GlaInjectionChart       *self);

/** gla_injection_chart_focus_first: gives the view that is shown the keyboard. */
void        gla_injection_chart_focus_first (GlaInjectionChart       *self);

G_END_DECLS

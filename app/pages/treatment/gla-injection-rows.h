/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"
#include "gla-context.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

#define GLA_TYPE_INJECTION_ROWS (gla_injection_rows_get_type ())
G_DECLARE_FINAL_TYPE (GlaInjectionRows, gla_injection_rows, GLA, INJECTION_ROWS, AdwBin)

/**
 * GlaInjectionRows:
 *
 * What is injected, as rows of area, side, units and points. A new row appears
 * below as soon as the last one has an area; an area with sides begins with
 * both. Rows with the same area are fine for two sides or two vials. Enter goes
 * from the area to its units and on to the next area.
 */

/** GlaInjectionRows::edited: a person changed something. */

GtkWidget  *gla_injection_rows_new          (GlaCatalogue            *catalogue);

/** gla_injection_rows_focus_last: gives the empty row the keyboard. */
void        gla_injection_rows_focus_last   (GlaInjectionRows        *self);

/** gla_injection_rows_begin: a key that was pressed elsewhere begins the empty row. */
void        gla_injection_rows_begin        (GlaInjectionRows        *self,
                                             GtkEventControllerKey   *key);

/** gla_injection_rows_set_context: whose earlier words on depth, needle and technique are offered. */
void        gla_injection_rows_set_context  (GlaInjectionRows        *self,
                                             GlaContext              *context);

/** gla_injection_rows_set_sources: the names to choose from for each row; hidden while there is one. */
void        gla_injection_rows_set_sources  (GlaInjectionRows        *self,
                                             const char * const      *names);

/** gla_injection_rows_fill: shows the rows of the form, and an empty one. */
void        gla_injection_rows_fill         (GlaInjectionRows        *self,
                                             const GlaTreatmentForm  *form);

/** gla_injection_rows_collect: adds the rows that say something to the form. */
void        gla_injection_rows_collect      (GlaInjectionRows        *self,
                                             GlaTreatmentForm        *form);

/** gla_injection_rows_is_valid: whether all that was typed could be read. */
gboolean    gla_injection_rows_is_valid     (GlaInjectionRows        *self);

/** gla_injection_rows_get_areas: (transfer full): keys of the areas named, each once, in order. */
GStrv       gla_injection_rows_get_areas    (GlaInjectionRows        *self);

/** gla_injection_rows_focus_first: puts the focus on the first area. */
void        gla_injection_rows_focus_first  (GlaInjectionRows        *self);

G_END_DECLS

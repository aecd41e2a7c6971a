/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pattern.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/*
 * A plan for one patient and what is typed: areas, units and points of any number of
 * products. A plan knows no vial and no lot.
 */

/** gla_plan_lines_from_form: (transfer full) (element-type GlaPatternLine): of whichever vials, each area and side once. */
GPtrArray *gla_plan_lines_from_form (const GlaTreatmentForm *form);

/** gla_plan_from_form: (transfer full) (nullable): content of a plan; %NULL if no area is filled in. */
char      *gla_plan_from_form  (const GlaTreatmentForm  *form);

/**
 * gla_plan_apply:
 * @content: of a plan
 *
 * Puts the plan in place of what is to be injected. Each line's units come from the
 * source of the same product, or of the same family; a source that nobody has given yet
 * becomes that of the product, and else one is added.
 */
void       gla_plan_apply      (const char              *content,
                                GlaCatalogue            *catalogue,
                                GlaTreatmentForm        *form);

/** gla_plan_describe: (transfer full): "54 U ONA: Glabella, Forehead". */
char      *gla_plan_describe   (const char              *content,
                                GlaCatalogue            *catalogue);

/**
 * gla_plan_is_all:
 *
 * Whether nothing but the plan is filled in, so that nothing else would be missed.
 */
gboolean   gla_plan_is_all     (const char              *content,
                                const GlaTreatmentForm  *form);

G_END_DECLS

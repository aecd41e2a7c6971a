/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pattern.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/*
 * Patterns and what is typed: a plan becomes a pattern, and a pattern a plan.
 */

/**
 * gla_pattern_from_form:
 * @product: (out) (nullable): key of the product whose units they are; of the form
 *
 * Of several products the first one counts: a pattern is in units of one.
 *
 * Returns: (transfer full) (nullable): content of a pattern; %NULL if no area is filled in
 */
char  *gla_pattern_from_form (const GlaTreatmentForm  *form,
                              const char             **product);

/**
 * gla_pattern_apply:
 *
 * Puts the pattern in place of what is to be injected. Its units come from the source of
 * the same product, or of the same family; without one such a source is added.
 */
void   gla_pattern_apply     (const GlaPattern        *pattern,
                              GlaCatalogue            *catalogue,
                              GlaTreatmentForm        *form);

/** gla_pattern_describe: (transfer full): "54 U ONA: Glabella, Forehead". */
char  *gla_pattern_describe  (const GlaPattern        *pattern,
                              GlaCatalogue            *catalogue);

/** gla_pattern_describe_form: (transfer full): likewise, of what is filled in. */
char     *gla_pattern_describe_form (const GlaTreatmentForm *form,
                                     GlaCatalogue           *catalogue);

/**
 * gla_pattern_find_source:
 * @product: (nullable): key of the product whose units they are
 * @found: (out): index of the source of the form that they come from
 *
 * The source of the same product, else of the same family, else a lot whose product
 * nobody has named yet and which then is of @product.
 */
gboolean  gla_pattern_find_source   (GlaTreatmentForm       *form,
                                     GlaCatalogue           *catalogue,
                                     const char             *product,
                                     guint                  *found);

G_END_DECLS

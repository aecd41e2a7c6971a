/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store-stock.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/**
 * gla_vial_needs_describe:
 * @stock: (element-type GlaStockVial)
 * @amended: (nullable): identifier of the treatment that is amended, whose units are
 *   put back first
 *
 * Returns: (transfer full) (nullable): for each vial that has less left than the form
 *   takes from it, a line that says what to do; NULL if all have enough
 */
char  *gla_vial_needs_describe  (const GlaTreatmentForm  *form,
                                 GPtrArray               *stock,
                                 const GlaHistory        *history,
                                 const char              *amended);

G_END_DECLS

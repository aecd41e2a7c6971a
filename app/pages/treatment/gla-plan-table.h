/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-history.h"
#include "gla-treatment-form.h"

G_BEGIN_DECLS

/*
 * A plan against what is given by it: one line if it is as planned, else a table of
 * what differs, per area and side.
 */

/** gla_plan_table_new: (transfer floating): @form: what is filled in now. */
GtkWidget  *gla_plan_table_new     (const GlaTreatmentPlan  *plan,
                                    const GlaTreatmentForm  *form,
                                    GlaCatalogue            *catalogue);

/** gla_plan_table_new_for: (transfer floating) (nullable): %NULL if the treatment began with no plan. */
GtkWidget  *gla_plan_table_new_for (const GlaHistory        *history,
                                    const GlaTreatment      *treatment,
                                    GlaCatalogue            *catalogue);

G_END_DECLS

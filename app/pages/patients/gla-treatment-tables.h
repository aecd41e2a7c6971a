/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/*
 * The tables of a treatment's card. Each is (transfer floating), and NULL where
 * there is nothing to list.
 */

/**
 * gla_treatment_tables_dup_cycles:
 *
 * Returns: (transfer container) (element-type GlaCycle): the cycles that a
 *   treatment began or touched up
 */
GPtrArray *gla_treatment_tables_dup_cycles    (GlaRecordData      *data,
                                               const GlaTreatment *treatment);

/** gla_treatment_tables_new_injections: area, side, product and lot, points, units. */
GtkWidget *gla_treatment_tables_new_injections (GlaRecordData      *data,
                                                GlaCatalogue       *catalogue,
                                                const GlaTreatment *treatment);

/** gla_treatment_tables_new_totals: units of each product, never across products. */
GtkWidget *gla_treatment_tables_new_totals    (GlaRecordData      *data,
                                               GlaCatalogue       *catalogue,
                                               const GlaTreatment *treatment);

/** gla_treatment_tables_new_durations: how long each area worked. */
GtkWidget *gla_treatment_tables_new_durations (GlaRecordData      *data,
                                               GlaCatalogue       *catalogue,
                                               GPtrArray          *cycles);

/** gla_treatment_tables_new_estimates: when those of @cycles that run will probably wear off. */
GtkWidget *gla_treatment_tables_new_estimates (GlaRecordData      *data,
                                               GlaCatalogue       *catalogue,
                                               GPtrArray          *cycles);

/** gla_treatment_tables_new_follow_ups: grades of the treatment's areas. */
GtkWidget *gla_treatment_tables_new_follow_ups (GlaRecordData      *data,
                                                GlaCatalogue       *catalogue,
                                                const GlaTreatment *treatment,
                                                GPtrArray          *cycles);

/** gla_treatment_tables_new_ratings: how the result was judged as a whole. */
GtkWidget *gla_treatment_tables_new_ratings   (GlaRecordData      *data,
                                               GlaCatalogue       *catalogue,
                                               const GlaTreatment *treatment);

/** gla_treatment_tables_new_reports: what the patient said. */
GtkWidget *gla_treatment_tables_new_reports   (GlaRecordData      *data,
                                               GlaCatalogue       *catalogue,
                                               const GlaTreatment *treatment,
                                               GPtrArray          *cycles);

G_END_DECLS

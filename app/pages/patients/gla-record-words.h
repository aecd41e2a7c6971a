/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-history.h"

G_BEGIN_DECLS

/*
 * What is recorded, in words for the page of a record. All texts are in the
 * user's language and (transfer full) unless said otherwise. Something that is
 * not known is said to be unknown and never left out.
 */

/** gla_record_words_patient: "42 years · Female · born 14 Mar 1984 · No. 000184". */
char       *gla_record_words_patient    (const GlaPatient    *patient,
                                         GlaDay               today);

/** gla_record_words_area: (transfer none): name of an area, its key if the catalogue lost it. */
const char *gla_record_words_area       (GlaCatalogue        *catalogue,
                                         const char          *area);

/** gla_record_words_area_side: "Crow's feet, left"; only the area for both sides. */
char       *gla_record_words_area_side  (GlaCatalogue        *catalogue,
                                         const char          *area,
                                         GlaSide              side);

/** gla_record_words_product: (transfer none): first brand, "unknown product" for %NULL. */
const char *gla_record_words_product    (GlaCatalogue        *catalogue,
                                         const char          *product);

/** gla_record_words_product_lot: "Botox · C4821A2", "Botox · lot unknown", "unknown product". */
char       *gla_record_words_product_lot (GlaCatalogue       *catalogue,
                                          const GlaInjection *injection);

/** gla_record_words_side: "left", "right", "middle"; empty for both sides. */
const char *gla_record_words_side       (GlaSide              side);

/** gla_record_words_units: "20 Allergan units"; "20 units" without a known product; "unknown". */
char       *gla_record_words_units      (GlaCatalogue        *catalogue,
                                         const char          *product,
                                         GlaUnits             units);

/** gla_record_words_grade: "2 moderate"; "–" if it was not taken. */
char       *gla_record_words_grade      (GlaCatalogue        *catalogue,
                                         const char          *scale,
                                         int                  grade);

/** gla_record_words_staff: (transfer none): name of a member of staff, "not recorded" for %NULL. */
const char *gla_record_words_staff      (const GlaHistory    *history,
                                         const char          *staff);

/** gla_record_words_rater: (transfer none): who graded: name of staff, or "patient". */
const char *gla_record_words_rater      (const GlaHistory    *history,
                                         const GlaAssessment *assessment);

/** gla_record_words_report: "Patient: worn off about 3 May 2026" and the like. */
char       *gla_record_words_report     (GlaCatalogue        *catalogue,
                                         const GlaReport     *report);

/** gla_record_words_treatment: "12 Oct 2026 · Dr A. Osei". */
char       *gla_record_words_treatment  (const GlaHistory    *history,
                                         const GlaTreatment  *treatment);

/** gla_record_words_injection: "Glabella, left: 20 Allergan units, Botox · C4821A2". */
char       *gla_record_words_injection  (GlaCatalogue        *catalogue,
                                         const GlaInjection  *injection);

/** gla_record_words_assessment: "Glabella: 2 moderate at maximum, 1 mild at rest". */
char       *gla_record_words_assessment (GlaCatalogue        *catalogue,
                                         const GlaAssessment *assessment);

/** gla_record_words_exposure: "Botox, 40 Allergan units, forehead" as far as it is known. */
char       *gla_record_words_exposure   (GlaCatalogue        *catalogue,
                                         const GlaExposure   *exposure);

/** gla_record_words_language: (transfer none): name of a language from its BCP 47 tag. */
const char *gla_record_words_language   (const char          *language);

/**
 * GlaProductTotal:
 * @product: (nullable): catalogue key; all injections of an unknown product stand together
 * @units: sum of the known amounts, in this product's units
 * @n_unknown: how many amounts are not known
 *
 * Units of one product in one treatment. There is no total over products.
 */
typedef struct
{
  const char *product;
  GlaUnits units;
  guint n_unknown;
} GlaProductTotal;

/** gla_record_words_sum: (transfer full) (element-type GlaProductTotal): in order of appearance. */
GArray     *gla_record_words_sum        (const GlaHistory    *history,
                                         const char          *treatment);

/** gla_record_words_total: "Botox: 54 Allergan units", perhaps "and 1 unknown amount". */
char       *gla_record_words_total      (GlaCatalogue          *catalogue,
                                         const GlaProductTotal *total);

G_END_DECLS

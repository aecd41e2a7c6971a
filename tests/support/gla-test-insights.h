/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight-sheet.h"

G_BEGIN_DECLS

/* Day of the last look. */
#define GLA_TEST_INSIGHTS_TODAY 900

/**
 * gla_test_insights_new: (transfer full): a clinic of some hundred patients.
 *
 * BOTOX Cosmetic from the lots GOOD-1 to GOOD-3, and BAD whose effects were short; three
 * injectors "Dr Osei", "N. Fournier" and "Dr Vogt", who had all of BAD; a few of Dysport.
 */
GlaInsightClinic *gla_test_insights_new    (GlaCatalogue           *catalogue);

/* The groups of a question, estimated. */
GPtrArray        *gla_test_insights_groups (const GlaInsightClinic *clinic,
                                            const GlaInsightQuestion *question);

G_END_DECLS

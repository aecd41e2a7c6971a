/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-insight-job.h"

G_BEGIN_DECLS

#define GLA_TYPE_INSIGHTS_PAGE (gla_insights_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaInsightsPage, gla_insights_page, GLA, INSIGHTS_PAGE, AdwBin)

/**
 * GlaInsightsPage:
 *
 * What all records together say, for practitioners and the owner: choices, a sentence, a
 * chart, and the table that says the same, whose numbers open the treated areas behind
 * them. All records are read when the page is first seen, then kept until asked anew.
 */

/**
 * GlaInsightsPage::open-patient:
 * @patient: identifier
 *
 * A treated area was opened.
 */

GtkWidget              *gla_insights_page_new        (GlaContext      *context);

/** gla_insights_page_close: stops reading and lets go of the file; before the context is closed. */
void                    gla_insights_page_close      (GlaInsightsPage *self);

/** gla_insights_page_get_result: (transfer none) (nullable): what is shown. */
const GlaInsightResult *gla_insights_page_get_result (GlaInsightsPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-assessment.h"
#include "gla-history.h"

G_BEGIN_DECLS

/* What a person corrects in a recorded grade; the record itself is the form. */

/** gla_assessment_form_find_fault: (transfer full) (nullable): what keeps it from being saved. */
char           *gla_assessment_form_find_fault (const GlaAssessment  *assessment,
                                                const GlaHistory     *history,
                                                GlaDay                today);

/** gla_assessment_form_to_draft: (transfer full): as text, for gla_store_put_draft(). */
char           *gla_assessment_form_to_draft   (const GlaAssessment  *assessment);

/**
 * gla_assessment_form_from_draft:
 * @amended: the record; what can't be corrected is taken from it
 *
 * Returns: (transfer full) (nullable): %NULL if the text is no draft
 */
GlaAssessment  *gla_assessment_form_from_draft (const char           *text,
                                                const GlaAssessment  *amended);

G_END_DECLS

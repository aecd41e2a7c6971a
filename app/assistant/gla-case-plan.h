/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case.h"

G_BEGIN_DECLS

/**
 * GlaCasePlan:
 * @findings: (element-type GlaCaseFinding): in the order in which causes are excluded
 * @earliest: (nullable): first day on which the label allows a treatment, or %GLA_DAY_NONE
 * @options: (nullable): the step whose options are to be shown side by side
 * @outcome: (nullable): the step that says what the case came to last
 * @outcome_text: (nullable): that in words, facts filled in
 * @practitioner: (nullable): wording for the practitioner, facts filled in
 * @patient: (nullable): wording for the patient, facts filled in
 * @missing: (element-type GlaFactInfo): facts on the way that are not known
 * @settings: (element-type utf8): constants on the way that are program settings or
 *   that the clinic changed
 * @sources: (element-type GlaSource): sources of the steps on the way
 *
 * What a case has come to. It lists what was found and what can be done, and
 * chooses nothing. All pointers belong to the case, its protocol or the catalogue.
 */
typedef struct
{
  GPtrArray *findings;
  GlaDay earliest;
  const GlaStep *options;
  const GlaStep *outcome;
  char *outcome_text;
  char *practitioner;
  char *patient;
  GPtrArray *missing;
  GPtrArray *settings;
  GPtrArray *sources;
} GlaCasePlan;

/** gla_case_plan_new: (transfer full): @self must outlive it. */
GlaCasePlan  *gla_case_plan_new            (const GlaCase      *self,
                                            const GlaFactInput *input);
void          gla_case_plan_free           (GlaCasePlan        *self);

/**
 * gla_step_list_settings:
 *
 * Returns: (transfer container) (element-type utf8): constants that decide at @step
 *   and are program settings or were changed by the clinic
 */
GPtrArray    *gla_step_list_settings       (const GlaStep      *step,
                                            const GlaConstants *constants);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCasePlan, gla_case_plan_free)

G_END_DECLS

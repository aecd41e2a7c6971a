/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-cycle.h"

G_BEGIN_DECLS

/** GlaFindingLevel: how much it matters, from the levels of evidence, section 3.2. */
typedef enum
{
  GLA_FINDING_BLOCK,   /* goes on only with a reason */
  GLA_FINDING_STRONG,
  GLA_FINDING_WARN,
  GLA_FINDING_TASK,    /* something is to be done */
  GLA_FINDING_INFO,
} GlaFindingLevel;

/**
 * GlaFinding:
 * @id: what it is about, such as "label-interval"; never translated
 * @alert: number in evidence, section 3.2, such as "A1", or %NULL
 * @level: how much it matters
 * @chip: a few words for the header of the record
 * @text: the same in sentences: what the record says, and the rule
 * @marks: how far the rule can be trusted
 * @sources: (element-type utf8): keys for gla_catalogue_find_source(), possibly none
 * @rows: (element-type utf8): identifiers of the records that it comes from
 *
 * Something the record says that matters here and now. A finding states facts
 * and cites a rule; it never judges a cause (evidence, sections 8.1 and 8.2).
 */
typedef struct
{
  const char *id;
  const char *alert;
  GlaFindingLevel level;
  char *chip;
  char *text;
  GlaMarkFlags marks;
  GPtrArray *sources;
  GPtrArray *rows;
} GlaFinding;

void         gla_finding_free            (GlaFinding             *self);

/** gla_finding_level_get_name: in the user's language, for assistive technology. */
const char  *gla_finding_level_get_name  (GlaFindingLevel         level);

/**
 * gla_findings_new:
 * @cycles: of one patient; its day and catalogue are used
 * @settings: as for gla_cycles_new()
 * @constants: as the clinic has them
 * @lots: (nullable) (element-type GlaLotFinding): verdicts on lots
 *
 * What belongs beside the name of a patient: allergies, conditions and medicines
 * that a label asks about (products-and-areas, section F; A12), age (A14), intervals
 * below the label's (A1), touch-ups (A2), a reaction after a touch-up that did not work
 * (A13), a suspect lot of an effect that is running (A7), an adequate treatment without
 * effect (A10), a review that is due, a missing baseline (A11), what is not known,
 * amounts given (A15), treatment elsewhere.
 *
 * What only a planned treatment can raise (A3 to A6, A8) comes from
 * gla_plan_findings_new(); shortening (A9) is #GlaShortening.
 *
 * Returns: (transfer full) (element-type GlaFinding): the weightiest first
 */
GPtrArray   *gla_findings_new            (const GlaCycles        *cycles,
                                          const GlaCycleSettings *settings,
                                          const GlaConstants     *constants,
                                          const GPtrArray        *lots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFinding, gla_finding_free)

G_END_DECLS

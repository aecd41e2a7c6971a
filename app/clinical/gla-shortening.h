/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-detector.h"

G_BEGIN_DECLS

/**
 * GlaShorteningState:
 * @raised: the tier that was shown last and not dismissed
 * @dismissed: whether a person dismissed the notice
 * @dismissed_p20: how probable it was then
 *
 * What the clinic file keeps of a notice: a tier stays until a person dismisses it,
 * and a dismissed one comes back only when p20 has risen by 0.2. Start from zeros.
 * Source: statistics, section 4.1.
 */
typedef struct
{
  GlaDetectorTier raised;
  gboolean dismissed;
  double dismissed_p20;
} GlaShorteningState;

/**
 * GlaShorteningFactKind:
 * @GLA_SHORTENING_DOSE: units and product, area by area
 * @GLA_SHORTENING_DILUTION: diluent by units of the vial
 * @GLA_SHORTENING_LOT: lots
 * @GLA_SHORTENING_INJECTOR: who injected
 * @GLA_SHORTENING_INTERVAL: days between the visits
 *
 * What may have changed besides the patient.
 */
typedef enum
{
  GLA_SHORTENING_DOSE,
  GLA_SHORTENING_DILUTION,
  GLA_SHORTENING_LOT,
  GLA_SHORTENING_INJECTOR,
  GLA_SHORTENING_INTERVAL,
} GlaShorteningFactKind;

/**
 * GlaShorteningFact:
 * @kind: what it is
 * @area: (nullable): catalogue key, for doses
 * @before: (element-type utf8): the values before the change, as they are printed
 * @after: (element-type utf8): those since then; both may be empty where nothing is recorded
 * @differs: whether a value is there since then that was not there before
 *
 * One thing to compare before and after the change.
 */
typedef struct
{
  GlaShorteningFactKind kind;
  char *area;
  GPtrArray *before;
  GPtrArray *after;
  gboolean differs;
} GlaShorteningFact;

/**
 * GlaShortening:
 * @detection: what was computed
 * @tier: what to show, which @detection alone does not decide
 * @is_dismissed: whether a notice is hidden because a person dismissed it
 * @change_day: the first visit of those that seem shorter, or %GLA_DAY_NONE
 * @n_before: visits before it
 * @n_after: visits from it on
 * @facts: (element-type GlaShorteningFact): doses, dilutions, lots, injectors and
 *   intervals before and after; empty without a notice
 *
 * Whether effects of a patient became shorter. It sees durations only and says nothing
 * of a cause. Source: statistics, sections 4.1 and 7.2.
 */
typedef struct _GlaShortening
{
  GlaDetection detection;
  GlaDetectorTier tier;
  gboolean is_dismissed;
  GlaDay change_day;
  guint n_before;
  guint n_after;
  GPtrArray *facts;
} GlaShortening;

/**
 * gla_shortening_new:
 * @cycles: of one patient
 * @model: what is expected
 * @lots: (nullable) (element-type GlaLotFinding): treatments from a suspect lot are left out
 * @state: (nullable): what was shown and dismissed before
 *
 * Looks at the completed treatments of all areas together: those whose end is known or
 * that were followed by another.
 *
 * Returns: (transfer full): the verdict
 */
GlaShortening  *gla_shortening_new           (const GlaCycles          *cycles,
                                              const GlaClinicModel     *model,
                                              const GPtrArray          *lots,
                                              const GlaShorteningState *state);
void            gla_shortening_free          (GlaShortening            *self);

/**
 * gla_shortening_decide:
 *
 * Which tier to show for a detection, given what was shown and dismissed before.
 */
GlaDetectorTier gla_shortening_decide        (const GlaDetection       *detection,
                                              const GlaShorteningState *state);

/** gla_shortening_describe: (transfer full) (nullable): the notice in sentences. */
char           *gla_shortening_describe      (const GlaShortening      *self);

/** gla_shortening_get_title: (nullable): the notice in a few words, %NULL without one. */
const char     *gla_shortening_get_title     (const GlaShortening      *self);

/** gla_shortening_fact_get_name: (transfer full): such as "Units, Glabella" or "Batch". */
char           *gla_shortening_fact_get_name (const GlaShorteningFact  *self,
                                              GlaCatalogue             *catalogue);

void            gla_shortening_fact_free     (GlaShorteningFact        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaShortening, gla_shortening_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaShorteningFact, gla_shortening_fact_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-constants.h"
#include "gla-cycle.h"
#include "gla-fact-table.h"
#include "gla-fridge-past.h"
#include "gla-shortening.h"
#include "gla-xml-doc.h"

G_BEGIN_DECLS

/**
 * GlaLotFigures:
 * @n_peers: other patients of the lot who were graded in time
 * @n_failures: those of them without a response
 * @background: share without a response in the clinic, 0 to 1; below 0: not known
 * @flag: verdict among mature lots
 * @is_judged: whether @flag is one; otherwise there are too few treatments
 *
 * What is known of a lot from other patients. Source: evidence, S5g; statistics, section 5.
 */
typedef struct
{
  guint n_peers;
  guint n_failures;
  double background;
  GlaDetectorTier flag;
  gboolean is_judged;
} GlaLotFigures;

/**
 * GlaFactInput:
 * @cycles: of the patient; its day is today
 * @settings: as for gla_cycles_new()
 * @constants: those that hold for the clinic
 * @shortening: (nullable): what was found over all areas; %NULL: not looked at
 * @two_thirds_rule: whether the clinic uses short_duration_ratio as a limit of its own
 * @lot: (nullable): of the lot of the treatment in question
 * @vial_drawn: units drawn from its vial for all patients, or %GLA_UNITS_UNKNOWN
 * @fridge: (nullable): how warm the fridges were, and what stood in them
 *
 * What the record and the clinic's figures say; belongs to the caller.
 */
typedef struct
{
  const GlaCycles *cycles;
  const GlaCycleSettings *settings;
  const GlaConstants *constants;
  const GlaShortening *shortening;
  gboolean two_thirds_rule;
  const GlaLotFigures *lot;
  GlaUnits vial_drawn;
  const GlaFridgePast *fridge;
} GlaFactInput;

/**
 * GlaStatedFact:
 * @name: one that can be stated
 * @value: "yes", "no", or a day as YYYY-MM-DD
 * @day: on which it was stated
 *
 * What a person filled in because the record does not know it.
 */
typedef struct
{
  char *name;
  char *value;
  GlaDay day;
} GlaStatedFact;

/**
 * GlaFactSubject:
 * @area: catalogue key
 * @treatment: (nullable): identifier of the treatment in question; %NULL: treated elsewhere
 * @since: on which the case began
 * @stated: (nullable) (element-type GlaStatedFact): in the order in which it was stated
 * @n_findings: findings so far
 * @n_to_correct: those of them that can be put right
 *
 * What the case is about.
 */
typedef struct
{
  const char *area;
  const char *treatment;
  GlaDay since;
  const GPtrArray *stated;
  guint n_findings;
  guint n_to_correct;
} GlaFactSubject;

/**
 * GlaCaseFact:
 * @info: name, type, unit and meaning
 * @known: whether anything is known; if not, the rest means nothing
 * @stated: whether a person filled it in
 * @number: for numbers
 * @day: for days
 * @yes: for yes and no
 * @words: for words
 * @rows: (element-type utf8): identifiers of the records that it comes from
 */
typedef struct
{
  const GlaFactInfo *info;
  gboolean known;
  gboolean stated;
  double number;
  GlaDay day;
  gboolean yes;
  char *words;
  GPtrArray *rows;
} GlaCaseFact;

/** GlaFacts: all facts of the table about one case on one day. Immutable. */
typedef struct _GlaFacts GlaFacts;

/** gla_facts_new: (transfer full): works out every fact of the table. */
GlaFacts           *gla_facts_new               (const GlaFactInput   *input,
                                                 const GlaFactSubject *subject);
void                gla_facts_free              (GlaFacts             *self);

/** gla_facts_find: (transfer none): a fact that exists in the table. */
const GlaCaseFact  *gla_facts_find              (const GlaFacts       *self,
                                                 const char           *name);

/** gla_facts_get_constants: (transfer none): by which they were worked out. */
const GlaConstants *gla_facts_get_constants     (const GlaFacts       *self);

/**
 * gla_facts_to_xml:
 *
 * Returns: (transfer full): one element for each fact, called as the fact, with its value as
 *   text (ISO days, numbers in the C locale), "known", "type", "unit", and "rows"
 */
GlaXmlDoc          *gla_facts_to_xml            (const GlaFacts       *self);

/** gla_case_fact_format: (transfer full): the value for people, without its unit; "not known". */
char               *gla_case_fact_format        (const GlaCaseFact    *self);

/** gla_case_fact_to_text: (transfer full): the value for files; empty if not known. */
char               *gla_case_fact_to_text       (const GlaCaseFact    *self);

/** gla_stated_fact_is_valid: whether @value is one that @name can have. */
gboolean            gla_stated_fact_is_valid    (const char           *name,
                                                 const char           *value);

/**
 * gla_lot_figures_get_tail:
 *
 * Returns: chance of so many failures or more at @background: exact, one-sided binomial
 */
double              gla_lot_figures_get_tail    (const GlaLotFigures  *self,
                                                 double                background);

GlaStatedFact      *gla_stated_fact_new         (const char           *name,
                                                 const char           *value,
                                                 GlaDay                day);
void                gla_stated_fact_free        (GlaStatedFact        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFacts, gla_facts_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-finding.h"
#include "gla-plan.h"
#include "gla-screening-question.h"

G_BEGIN_DECLS

/*
 * Each gla_find_ function looks for one kind of thing and adds what it finds;
 * they know nothing of each other, and gla_findings_new() puts all in order.
 * Those of a record also hold for a plan: its cycles are those with the plan,
 * and only what the plan touches is looked at. The gla_find_planned_ functions
 * need a plan.
 */
typedef struct
{
  const GlaCycles *cycles;
  const GlaCycleSettings *settings;
  const GlaConstants *constants;
  GlaRegion region;
  GPtrArray *found;        /* (element-type GlaFinding) */
  const GlaPlan *plan;     /* or NULL: a record is looked at */
  const GlaPlanCycles *planned;
} GlaFindingSearch;

/* One session of this clinic and what the label wants after it. */
typedef struct
{
  const GlaTreatment *treatment;
  GlaDay label_end;        /* of the products used, the latest; or GLA_DAY_NONE */
  int months;              /* the interval of label_end: one of the two is above 0 */
  int days;
  const GlaMarked *mark;   /* of that interval */
  gboolean is_own;         /* the clinic's own value */
} GlaFindingSession;

/* (transfer none): adds a finding; @chip and @text are taken over. */
GlaFinding  *gla_finding_search_add     (GlaFindingSearch    *self,
                                         const char          *id,
                                         const char          *alert,
                                         GlaFindingLevel      level,
                                         char                *chip,
                                         char                *text);

/* A row that is not yet named, or, in the second, perhaps is. */
void         gla_finding_add_row        (GlaFinding          *self,
                                         const char          *id);
void         gla_finding_add_row_once   (GlaFinding          *self,
                                         const char          *id);

/* Each source is named once. */
void         gla_finding_add_source     (GlaFinding          *self,
                                         const char          *key);

/* Source and marks of a value of the catalogue that the finding rests on. */
void         gla_finding_add_mark       (GlaFinding          *self,
                                         const GlaMarked     *mark);

/* The name of an area or product, or its key if the catalogue does not know it. */
const char  *gla_finding_get_area       (GlaFindingSearch    *search,
                                         const char          *key);
const char  *gla_finding_get_product    (GlaFindingSearch    *search,
                                         const char          *key);

/* "Glabella, Crow's feet" */
char        *gla_finding_join           (GPtrArray           *names);

/*
 * Walks through the injections with the treatments, in whose order they are:
 * from the first that has a treatment, the index behind those of @treatment.
 */
guint        gla_finding_first_injection (const GlaHistory   *history);
guint        gla_finding_skip_injections (const GlaHistory   *history,
                                          const GlaTreatment *treatment,
                                          guint               first);

/*
 * (transfer full): sessions with injections whose day is known to a week, by day; one for
 * each day (element-type GlaFindingSession).
 */
GArray      *gla_finding_list_sessions  (GlaFindingSearch    *search);

/* "12 weeks", "3 months", as the label says it. */
char        *gla_finding_describe_interval (int               months,
                                            int               days);

/* Whether the product, or the cycle, is of what is looked at: all, or the plan. */
gboolean     gla_finding_covers_product (GlaFindingSearch    *search,
                                         const char          *product);
gboolean     gla_finding_covers_question (GlaFindingSearch   *search,
                                          const GlaScreeningQuestion *question);
gboolean     gla_finding_covers_cycle   (GlaFindingSearch    *search,
                                         const GlaCycle      *cycle);

/* A constant that holds for the clinic; its source and marks go to the finding, if any. */
double       gla_finding_get_constant   (GlaFindingSearch    *search,
                                         GlaFinding          *finding,
                                         const char          *name);

/* (transfer full): what was found, by weight; of one weight as it was looked for. */
GPtrArray   *gla_finding_search_finish  (GlaFindingSearch    *self);

/*
 * What is asked of a material of products, with those that hold it: @recorded, what the
 * record says; @rule, why it is asked; a note if no planned product holds it.
 */
void         gla_finding_add_material   (GlaFindingSearch    *search,
                                         GlaFinding          *finding,
                                         const char          *material,
                                         const char          *rule,
                                         const char          *recorded);

void         gla_find_screened_words    (GlaFindingSearch    *search);
/* Yes to a question before treatment; after the above, which may have said it. */
void         gla_find_answers           (GlaFindingSearch    *search);
void         gla_find_planned_asks      (GlaFindingSearch    *search);
void         gla_find_age               (GlaFindingSearch    *search);
void         gla_find_short_intervals   (GlaFindingSearch    *search);
void         gla_find_touch_ups         (GlaFindingSearch    *search);
void         gla_find_reviews_due       (GlaFindingSearch    *search);
void         gla_find_missing_baselines (GlaFindingSearch    *search);
void         gla_find_unknowns          (GlaFindingSearch    *search);
void         gla_find_amounts           (GlaFindingSearch    *search);
void         gla_find_elsewhere         (GlaFindingSearch    *search);
void         gla_find_no_response       (GlaFindingSearch    *search);
void         gla_find_reactions         (GlaFindingSearch    *search);
void         gla_find_planned_intervals (GlaFindingSearch    *search);
void         gla_find_planned_doses     (GlaFindingSearch    *search);
void         gla_find_planned_limits    (GlaFindingSearch    *search);
void         gla_find_planned_switches  (GlaFindingSearch    *search);
/* A7, if @lots (nullable) (element-type GlaLotFinding) has the lot as suspect; or NULL. */
GlaFinding  *gla_find_suspect_lot       (GlaFindingSearch    *search,
                                         const char          *product,
                                         const char          *lot,
                                         const GPtrArray     *lots);
void         gla_find_running_lots      (GlaFindingSearch    *search,
                                         const GPtrArray     *lots);
void         gla_find_planned_vials     (GlaFindingSearch    *search);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-facts.h"

G_BEGIN_DECLS

struct _GlaFacts
{
  GlaCaseFact *facts;     /* as many as the table has, in its order */
  guint n_facts;
  GlaConstants *constants; /* by which they were worked out */
};

/*
 * Facts in the making. Each gla_facts_add_ function works out one kind and knows
 * nothing of the others.
 */
typedef struct
{
  GlaFacts *facts;
  const GlaFactInput *input;
  const GlaFactSubject *subject;
  GlaRegion region;
  GlaDay today;
  GPtrArray *cycles;        /* (element-type GlaCycle): of the area, by day */
  const GlaCycle *cycle;    /* the one in question, or NULL */
  int index;                /* of it in cycles, or -1 */
  GArray *sessions;         /* (element-type GlaFactSession): of all areas, by day */
} GlaFactBuilder;

/* A session here or elsewhere whose day is known to a week; one for each day. */
typedef struct
{
  GlaDay day;
  const char *row;
} GlaFactSession;

/* The grade that judges a cycle (evidence, S2 to S4), and what it says. */
typedef struct
{
  gboolean known;           /* graded before and after on the same scale */
  gboolean graded;          /* graded after, perhaps without a baseline */
  gboolean in_window;       /* from assess_min to assess_max_peak */
  gboolean after_touch_up;  /* at least assess_min after the last touch-up */
  gboolean sides_differ;
  int day;
  int now;
  int change;
  int rest_before;          /* grade, or GLA_GRADE_UNKNOWN */
  int rest_now;
  GPtrArray *rows;          /* (element-type utf8) (transfer container) */
} GlaFactReview;

/* Set a fact of the table that has that type; a second value takes the place of the first. */
GlaCaseFact *gla_fact_builder_set_number (GlaFactBuilder   *self,
                                          const char       *name,
                                          double            value);
GlaCaseFact *gla_fact_builder_set_day    (GlaFactBuilder   *self,
                                          const char       *name,
                                          GlaDay            value);
GlaCaseFact *gla_fact_builder_set_yes_no (GlaFactBuilder   *self,
                                          const char       *name,
                                          gboolean          value);
GlaCaseFact *gla_fact_builder_set_words  (GlaFactBuilder   *self,
                                          const char       *name,
                                          const char       *value);

/* Names a record that the fact comes from, once; NULL is left out. */
void         gla_case_fact_add_row       (GlaCaseFact      *self,
                                          const char       *row);
void         gla_case_fact_add_rows      (GlaCaseFact      *self,
                                          const GPtrArray  *rows);

/* A constant that holds for the clinic. */
double       gla_fact_builder_get        (GlaFactBuilder   *self,
                                          const char       *constant);

void         gla_fact_review_init        (GlaFactReview    *self,
                                          GlaFactBuilder   *builder,
                                          const GlaCycle   *cycle);
void         gla_fact_review_clear       (GlaFactReview    *self);

/* Whether the session can count as a failure: -1 if it can't be told yet. */
int          gla_fact_builder_is_adequate (GlaFactBuilder  *self,
                                           const GlaCycle  *cycle);

/* Whether the cycle is seen to have had an effect. */
gboolean     gla_fact_builder_responded  (GlaFactBuilder   *self,
                                          const GlaCycle   *cycle);

/* (nullable): vial of an injection. */
const GlaVial *gla_fact_builder_find_vial (GlaFactBuilder  *self,
                                           const GlaInjection *injection);

gboolean     gla_fact_day_is_dated       (GlaDayPrecision   precision);

void         gla_facts_add_session       (GlaFactBuilder   *builder);
void         gla_facts_add_response      (GlaFactBuilder   *builder);
void         gla_facts_add_amount        (GlaFactBuilder   *builder);
void         gla_facts_add_vial          (GlaFactBuilder   *builder);
void         gla_facts_add_lot           (GlaFactBuilder   *builder);
void         gla_facts_add_exposure      (GlaFactBuilder   *builder);
void         gla_facts_add_duration      (GlaFactBuilder   *builder);
void         gla_facts_add_later         (GlaFactBuilder   *builder);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaFactReview, gla_fact_review_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-finding.h"
#include "gla-plan.h"
#include "gla-test-history.h"

G_BEGIN_DECLS

/* A planned treatment written down like a history, and what is found about it. */

typedef struct
{
  GlaCatalogue *catalogue;
  GlaConstants *constants;
  GlaCycleSettings settings;
  GPtrArray *lots;           /* verdicts on lots, or NULL */
  GHashTable *fridges;       /* what the fridges of vials were like, or NULL */
  GlaTreatment fields;       /* of the plan: screening, consent_day, prescriber, face_to_face */
  GlaPlanAsks asks;
} GlaTestPlan;

/* For g_test_add(). */
void               gla_test_plan_set_up     (GlaTestPlan       *self,
                                             gconstpointer      unused);
void               gla_test_plan_tear_down  (GlaTestPlan       *self,
                                             gconstpointer      unused);

/* (transfer full): the first treatment of @script, with its vials and grades, is the plan. */
GPtrArray         *gla_test_plan_judge      (GlaTestPlan       *self,
                                             const GlaPatient  *patient,
                                             const char        *record,
                                             const char        *script,
                                             int                minute,
                                             const char        *amends);

/* (nullable): the first of that id. */
const GlaFinding  *gla_test_plan_find       (GPtrArray         *findings,
                                             const char        *id);

/* Fails if something is said without words or in words that judge, or rests on nothing. */
void               gla_test_plan_check      (GlaTestPlan       *self,
                                             GPtrArray         *findings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaTreatmentPlan:
 *
 * What is to be injected in one patient, as it was drawn before. It is no treatment:
 * nothing is taken from a vial and no cycle begins. A treatment that begins with it
 * names it; until then it is open, and only then it can be changed.
 */
typedef struct
{
  const char *id;
  const char *patient;  /* identifier */
  GlaDay day;           /* when it was drawn */
  const char *staff;    /* identifier of who drew it, NULL: not known */
  const char *content;  /* see gla_pattern_lines_parse(); lines name their products */
  gint64 revision;
} GlaTreatmentPlan;

GLA_DECLARE_RECORD (GlaTreatmentPlan, gla_treatment_plan)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaAssessment:
 *
 * Grades of one area on a named scale, on one day, by one rater. On the day of
 * an injection it is the baseline of that cycle and the last grade of the one
 * before.
 */
typedef struct
{
  const char *id;
  const char *patient;     /* identifier */
  const char *treatment;   /* identifier of the treatment it judges; NULL: the last before its day */
  const char *area;        /* catalogue key */
  GlaSide side;
  GlaDay day;
  GlaRater rater;
  const char *scale;       /* catalogue key */
  int at_rest;             /* grade, or GLA_GRADE_UNKNOWN */
  int at_maximum;          /* grade at maximum contraction, or GLA_GRADE_UNKNOWN */
  GlaVisitReason reason;   /* why the patient came that day */
  const char *staff;       /* identifier of who graded or asked, or NULL */
  const char *note;
  gint64 revision;
} GlaAssessment;

GLA_DECLARE_RECORD (GlaAssessment, gla_assessment)

G_END_DECLS

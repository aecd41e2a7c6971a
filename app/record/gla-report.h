/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaReport:
 *
 * What the patient said about the effect: "worn off about 3 May", "still
 * working".
 */
typedef struct
{
  const char *id;
  const char *patient;       /* identifier */
  const char *treatment;     /* identifier of the treatment it speaks of; NULL: the last before its day */
  const char *area;          /* catalogue key; NULL: all areas of that treatment */
  GlaReportKind kind;
  GlaDay day;                /* when it wore off, or was still working */
  GlaDayPrecision precision;
  GlaDay told_on;            /* day on which it was said */
  const char *staff;         /* identifier of who heard it, or NULL */
  const char *note;
  gint64 revision;
} GlaReport;

GLA_DECLARE_RECORD (GlaReport, gla_report)

G_END_DECLS

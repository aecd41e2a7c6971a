/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaAdverseEvent:
 *
 * Something unwanted that happened after a treatment.
 */
typedef struct
{
  const char *id;
  const char *patient;     /* identifier */
  const char *treatment;   /* identifier, or NULL */
  const char *area;        /* catalogue key, or NULL */
  const char *kind;        /* in words, such as "drooping lid" */
  GlaSeverity severity;
  GlaDay onset;
  GlaDayPrecision precision;
  GlaDay resolved;         /* GLA_DAY_NONE: not yet, or not known */
  const char *outcome;
  const char *note;
  gint64 revision;
} GlaAdverseEvent;

GLA_DECLARE_RECORD (GlaAdverseEvent, gla_adverse_event)

G_END_DECLS

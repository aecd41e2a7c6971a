/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-record.h"

G_BEGIN_DECLS

/**
 * GlaTreatment:
 *
 * One session on one day by one injector in this clinic.
 */
typedef struct
{
  const char *id;
  const char *patient;         /* identifier */
  GlaDay day;
  GlaDayPrecision precision;
  const char *injector;        /* identifier of staff, NULL: unknown */
  const char *prescriber;      /* identifier of staff, or NULL */
  GlaVisitReason reason;       /* why the patient came that day */
  const char *deviation;       /* why it was done unlike label or plan */
  const char *consent_version;
  GlaDay consent_day;
  GlaConsentForm consent_form;
  GlaFaceToFace face_to_face;  /* whether the prescriber saw the patient */
  const char *screening;       /* answers before it, see gla-screening.h; NULL: not asked */
  const char *plan;            /* identifier of the plan it began with, or NULL */
  const char *note;
  gint64 revision;
} GlaTreatment;

GLA_DECLARE_RECORD (GlaTreatment, gla_treatment)

G_END_DECLS

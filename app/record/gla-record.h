/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-day.h"
#include "gla-units.h"

G_BEGIN_DECLS

/*
 * What all records have in common.
 *
 * A record is a structure of public fields that are set once, by x_new(), which
 * copies the fields and their texts into reference-counted memory. The fields
 * of a record that came from x_new() must not be written to; records may be
 * read from several threads. Texts are UTF-8; NULL means "not recorded".
 *
 * Values of enumerations are stored in clinic files: append only.
 */

/** GLA_GRADE_UNKNOWN: a grade that was not taken. */
#define GLA_GRADE_UNKNOWN (-1)

/**
 * GlaSide:
 * @GLA_SIDE_BOTH: both sides, or an area that has no sides
 *
 * The patient's left and right.
 */
typedef enum
{
  GLA_SIDE_BOTH = 0,
  GLA_SIDE_LEFT = 1,
  GLA_SIDE_RIGHT = 2,
  GLA_SIDE_MIDDLE = 3,
} GlaSide;

/**
 * GlaVisitReason:
 * @GLA_VISIT_REASON_UNKNOWN: not asked
 * @GLA_VISIT_REASON_ROUTINE: came as planned
 * @GLA_VISIT_REASON_WORE_OFF: came because the effect wore off
 *
 * Why the patient came. It decides the quality of every estimate of duration
 * (statistics, section 0).
 */
typedef enum
{
  GLA_VISIT_REASON_UNKNOWN = 0,
  GLA_VISIT_REASON_ROUTINE = 1,
  GLA_VISIT_REASON_WORE_OFF = 2,
} GlaVisitReason;

/** GlaConsentForm: how a consent is kept that was signed. */
typedef enum
{
  GLA_CONSENT_FORM_UNKNOWN = 0,
  GLA_CONSENT_FORM_PAPER = 1,
  GLA_CONSENT_FORM_SCANNED = 2, /* a copy of it is filed as a picture or PDF */
} GlaConsentForm;

/**
 * GlaFaceToFace:
 * @GLA_FACE_TO_FACE_UNKNOWN: not recorded
 *
 * Whether and when who prescribed saw the patient in person.
 */
typedef enum
{
  GLA_FACE_TO_FACE_UNKNOWN = 0,
  GLA_FACE_TO_FACE_THAT_DAY = 1,
  GLA_FACE_TO_FACE_EARLIER = 2,
  GLA_FACE_TO_FACE_REMOTE = 3, /* by telephone or video only */
} GlaFaceToFace;

/** GlaRater: who gave a grade. */
typedef enum
{
  GLA_RATER_PRACTITIONER = 0,
  GLA_RATER_PATIENT = 1,
} GlaRater;

/** GlaSex: as recorded; used by dose and duration rules only where a source says so. */
typedef enum
{
  GLA_SEX_UNKNOWN = 0,
  GLA_SEX_FEMALE = 1,
  GLA_SEX_MALE = 2,
  GLA_SEX_OTHER = 3,
} GlaSex;

/** GlaRole: what a member of staff does. */
typedef enum
{
  GLA_ROLE_FRONT_DESK = 0,
  GLA_ROLE_PRACTITIONER = 1,
  GLA_ROLE_OWNER = 2,
} GlaRole;

/** GlaVialState: where a vial is in its life. */
typedef enum
{
  GLA_VIAL_SEALED = 0,
  GLA_VIAL_OPEN = 1,
  GLA_VIAL_FINISHED = 2,
  GLA_VIAL_DISCARDED = 3,
  GLA_VIAL_HELD = 4,
} GlaVialState;

/** GlaReportKind: what a patient said about the effect. */
typedef enum
{
  GLA_REPORT_WORN_OFF = 0,
  GLA_REPORT_STILL_WORKING = 1,
} GlaReportKind;

/** GlaCertainty: how a treatment elsewhere is known. */
typedef enum
{
  GLA_CERTAINTY_TOLD = 0,
  GLA_CERTAINTY_SEEN_RECORD = 1,
  GLA_CERTAINTY_GUESS = 2,
} GlaCertainty;

/** GlaSeverity: of an adverse event. */
typedef enum
{
  GLA_SEVERITY_UNKNOWN = 0,
  GLA_SEVERITY_MILD = 1,
  GLA_SEVERITY_MODERATE = 2,
  GLA_SEVERITY_SEVERE = 3,
} GlaSeverity;

#define GLA_DECLARE_RECORD(Type, prefix)                                                           \
  Type *prefix##_new (const Type *fields);                                                         \
  Type *prefix##_ref (const Type *self);                                                           \
  void prefix##_unref (Type *self);                                                                \
  G_DEFINE_AUTOPTR_CLEANUP_FUNC (Type, prefix##_unref)

G_END_DECLS

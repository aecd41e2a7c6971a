/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-booking.h"
#include "gla-call.h"
#include "gla-case-record.h"
#include "gla-record.h"

G_BEGIN_DECLS

/*
 * Enumerations in words: x_get_name() for people, in the user's language;
 * x_to_key() and x_from_key() for files, in ASCII. x_from_key() gives FALSE for
 * a word that it does not know and leaves the value alone.
 */

const char *gla_side_get_name          (GlaSide         side);
const char *gla_side_to_key            (GlaSide         side);
gboolean    gla_side_from_key          (const char     *key,
                                        GlaSide        *side);

const char *gla_visit_reason_get_name  (GlaVisitReason  reason);
const char *gla_visit_reason_to_key    (GlaVisitReason  reason);
gboolean    gla_visit_reason_from_key  (const char     *key,
                                        GlaVisitReason *reason);

const char *gla_sex_get_name           (GlaSex          sex);
const char *gla_sex_to_key             (GlaSex          sex);
gboolean    gla_sex_from_key           (const char     *key,
                                        GlaSex         *sex);

const char *gla_role_get_name          (GlaRole         role);
const char *gla_rater_get_name         (GlaRater        rater);
const char *gla_certainty_get_name     (GlaCertainty    certainty);
const char *gla_severity_get_name      (GlaSeverity     severity);
const char *gla_consent_form_get_name  (GlaConsentForm  form);
const char *gla_face_to_face_get_name  (GlaFaceToFace   seen);
const char *gla_vial_state_get_name    (GlaVialState    state);
const char *gla_report_kind_get_name   (GlaReportKind   kind);
const char *gla_case_standing_get_name (GlaCaseStanding standing);
const char *gla_case_outcome_get_name  (GlaCaseOutcome  outcome);
const char *gla_booking_kind_get_name  (GlaBookingKind  kind);
const char *gla_booking_state_get_name (GlaBookingState state);
const char *gla_call_reason_get_name   (GlaCallReason   reason);
const char *gla_call_outcome_get_name  (GlaCallOutcome  outcome);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-words.h"

#include "gla-i18n.h"

typedef struct
{
  const char *key;
  const char *name;
} Word;

static const Word sides[] = {
  [GLA_SIDE_BOTH] = { "both", N_("both sides") },
  [GLA_SIDE_LEFT] = { "left", N_("left") },
  [GLA_SIDE_RIGHT] = { "right", N_("right") },
  [GLA_SIDE_MIDDLE] = { "middle", N_("middle") },
};

static const Word visit_reasons[] = {
  [GLA_VISIT_REASON_UNKNOWN] = { "unknown", N_("Not asked") },
  [GLA_VISIT_REASON_ROUTINE] = { "routine", N_("Routine visit") },
  [GLA_VISIT_REASON_WORE_OFF] = { "wore-off", N_("Came because it wore off") },
};

static const Word sexes[] = {
  [GLA_SEX_UNKNOWN] = { "unknown", N_("Not recorded") },
  [GLA_SEX_FEMALE] = { "female", N_("Female") },
  [GLA_SEX_MALE] = { "male", N_("Male") },
  [GLA_SEX_OTHER] = { "other", N_("Other") },
};

static const Word roles[] = {
  [GLA_ROLE_FRONT_DESK] = { "front-desk", N_("Front desk") },
  [GLA_ROLE_PRACTITIONER] = { "practitioner", N_("Practitioner") },
  [GLA_ROLE_OWNER] = { "owner", N_("Owner") },
};

static const Word raters[] = {
  [GLA_RATER_PRACTITIONER] = { "practitioner", N_("By practitioner") },
  [GLA_RATER_PATIENT] = { "patient", N_("By patient") },
};

static const Word certainties[] = {
  [GLA_CERTAINTY_TOLD] = { "told", N_("Told by the patient") },
  [GLA_CERTAINTY_SEEN_RECORD] = { "seen-record", N_("Seen in a record") },
  [GLA_CERTAINTY_GUESS] = { "guess", N_("A guess") },
};

static const Word severities[] = {
  [GLA_SEVERITY_UNKNOWN] = { "unknown", N_("Not recorded") },
  [GLA_SEVERITY_MILD] = { "mild", N_("Mild") },
  [GLA_SEVERITY_MODERATE] = { "moderate", N_("Moderate") },
  [GLA_SEVERITY_SEVERE] = { "severe", N_("Severe") },
};

static const Word consent_forms[] = {
  [GLA_CONSENT_FORM_UNKNOWN] = { "unknown", N_("Not recorded") },
  [GLA_CONSENT_FORM_PAPER] = { "paper", N_("On paper") },
  [GLA_CONSENT_FORM_SCANNED] = { "scanned", N_("Scanned in") },
};

static const Word faces_to_face[] = {
  [GLA_FACE_TO_FACE_UNKNOWN] = { "unknown", N_("Not recorded") },
  [GLA_FACE_TO_FACE_THAT_DAY] = { "that-day", N_("That day") },
  [GLA_FACE_TO_FACE_EARLIER] = { "earlier", N_("On an earlier day") },
  [GLA_FACE_TO_FACE_REMOTE] = { "remote", N_("Not in person") },
};

static const Word vial_states[] = {
  [GLA_VIAL_SEALED] = { "sealed", N_("Sealed") },
  [GLA_VIAL_OPEN] = { "open", N_("Open") },
  [GLA_VIAL_FINISHED] = { "finished", N_("Finished") },
  [GLA_VIAL_DISCARDED] = { "discarded", N_("Discarded") },
  [GLA_VIAL_HELD] = { "held", N_("Held") },
};

static const Word report_kinds[] = {
  [GLA_REPORT_WORN_OFF] = { "worn-off", N_("Worn off") },
  [GLA_REPORT_STILL_WORKING] = { "still-working", N_("Still working") },
};

static const Word case_standings[] = {
  [GLA_CASE_STANDING_ASKING] = { "asking", N_("Question open") },
  [GLA_CASE_STANDING_WAITING] = { "waiting", N_("Waiting") },
  [GLA_CASE_STANDING_ENDED] = { "ended", N_("Plan ready") },
  [GLA_CASE_STANDING_CLOSED] = { "closed", N_("Closed") },
};

static const Word case_outcomes[] = {
  [GLA_CASE_OUTCOME_NONE] = { "none", N_("Not closed") },
  [GLA_CASE_OUTCOME_RESOLVED] = { "resolved", N_("Resolved") },
  [GLA_CASE_OUTCOME_EXPLAINED] = { "explained", N_("Explained") },
  [GLA_CASE_OUTCOME_OPTIONS_GIVEN] = { "options-given", N_("Options given") },
  [GLA_CASE_OUTCOME_REFERRED] = { "referred", N_("Referred") },
  [GLA_CASE_OUTCOME_STOPPED] = { "stopped", N_("Stopped by patient or clinic") },
  [GLA_CASE_OUTCOME_OPENED_BY_MISTAKE] = { "opened-by-mistake", N_("Opened by mistake") },
};

static const Word booking_kinds[] = {
  [GLA_BOOKING_REVIEW] = { "review", N_("Review") },
  [GLA_BOOKING_TREATMENT] = { "treatment", N_("Treatment") },
  [GLA_BOOKING_TEST] = { "test", N_("Resistance test") },
  [GLA_BOOKING_TEST_READING] = { "test-reading", N_("Reading of the test") },
  [GLA_BOOKING_CONTACT] = { "contact", N_("Contact") },
};

static const Word booking_states[] = {
  [GLA_BOOKING_PLANNED] = { "planned", N_("Planned") },
  [GLA_BOOKING_KEPT] = { "kept", N_("Kept") },
  [GLA_BOOKING_MISSED] = { "missed", N_("Missed") },
  [GLA_BOOKING_CANCELLED] = { "cancelled", N_("Cancelled") },
};

static const Word call_reasons[] = {
  [GLA_CALL_REVIEW] = { "review", N_("A review that is due") },
  [GLA_CALL_ENDING] = { "ending", N_("An effect that may be ending") },
  [GLA_CALL_CASE] = { "case", N_("A case that is open") },
  [GLA_CALL_BOOKING] = { "booking", N_("A booked visit") },
};

static const Word call_outcomes[] = {
  [GLA_CALL_REACHED] = { "reached", N_("Reached") },
  [GLA_CALL_NO_ANSWER] = { "no-answer", N_("No answer") },
  [GLA_CALL_BOOKED] = { "booked", N_("Booked") },
  [GLA_CALL_LATER] = { "later", N_("To be called later") },
  [GLA_CALL_STOP] = { "stop", N_("No more calls about this") },
  [GLA_CALL_SNOOZED] = { "snoozed", N_("Put aside without a call") },
};

static gboolean
find_key (const Word *words,
          gsize       n_words,
          const char *key,
          int        *value)
{
  for (gsize i = 0; key != NULL && i < n_words; i++)
    if (g_str_equal (words[i].key, key))
      {
        *value = (int) i;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_NAME(word, Type, words)                                                             \
  const char *gla_##word##_get_name (Type value)                                                   \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (words), "");                               \
    return _(words[value].name);                                                                   \
  }

#define DEFINE_KEY(word, Type, words)                                                              \
  const char *gla_##word##_to_key (Type value)                                                     \
  {                                                                                                \
    g_return_val_if_fail ((guint) value < G_N_ELEMENTS (words), "");                               \
    return words[value].key;                                                                       \
  }                                                                                                \
  gboolean gla_##word##_from_key (const char *key, Type *value)                                    \
  {                                                                                                \
    int found;                                                                                     \
    g_return_val_if_fail (value != NULL, FALSE);                                                   \
    if (!find_key (words, G_N_ELEMENTS (words), key, &found))                                      \
      return FALSE;                                                                                \
    *value = (Type) found;                                                                         \
    return TRUE;                                                                                   \
  }

DEFINE_NAME (side, GlaSide, sides)
DEFINE_KEY (side, GlaSide, sides)
DEFINE_NAME (visit_reason, GlaVisitReason, visit_reasons)
DEFINE_KEY (visit_reason, GlaVisitReason, visit_reasons)
DEFINE_NAME (sex, GlaSex, sexes)
DEFINE_KEY (sex, GlaSex, sexes)
DEFINE_NAME (role, GlaRole, roles)
DEFINE_NAME (rater, GlaRater, raters)
DEFINE_NAME (certainty, GlaCertainty, certainties)
DEFINE_NAME (severity, GlaSeverity, severities)
DEFINE_NAME (consent_form, GlaConsentForm, consent_forms)
DEFINE_NAME (face_to_face, GlaFaceToFace, faces_to_face)
DEFINE_NAME (vial_state, GlaVialState, vial_states)
DEFINE_NAME (report_kind, GlaReportKind, report_kinds)
DEFINE_NAME (case_standing, GlaCaseStanding, case_standings)
DEFINE_NAME (case_outcome, GlaCaseOutcome, case_outcomes)
DEFINE_NAME (booking_kind, GlaBookingKind, booking_kinds)
DEFINE_NAME (booking_state, GlaBookingState, booking_states)
DEFINE_NAME (call_reason, GlaCallReason, call_reasons)
DEFINE_NAME (call_outcome, GlaCallOutcome, call_outcomes)

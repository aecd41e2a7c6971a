/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-words.h"

/* Keys are stored in files: a change here is a change of the format. */
static void
test_keys (void)
{
  static const char *const sides[] = { "both", "left", "right", "middle" };
  static const char *const reasons[] = { "unknown", "routine", "wore-off" };
  static const char *const sexes[] = { "unknown", "female", "male", "other" };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      GlaSide side = (GlaSide) 99;

      g_assert_cmpstr (gla_side_to_key ((GlaSide) i), ==, sides[i]);
      g_assert_true (gla_side_from_key (sides[i], &side));
      g_assert_cmpuint (side, ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (reasons); i++)
    {
      GlaVisitReason reason = (GlaVisitReason) 99;

      g_assert_cmpstr (gla_visit_reason_to_key ((GlaVisitReason) i), ==, reasons[i]);
      g_assert_true (gla_visit_reason_from_key (reasons[i], &reason));
      g_assert_cmpuint (reason, ==, i);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    {
      GlaSex sex = (GlaSex) 99;

      g_assert_cmpstr (gla_sex_to_key ((GlaSex) i), ==, sexes[i]);
      g_assert_true (gla_sex_from_key (sexes[i], &sex));
      g_assert_cmpuint (sex, ==, i);
    }
}

static void
test_unknown_keys (void)
{
  GlaSide side = GLA_SIDE_LEFT;
  GlaVisitReason reason = GLA_VISIT_REASON_ROUTINE;
  GlaSex sex = GLA_SEX_MALE;

  g_assert_false (gla_side_from_key ("Left", &side));
  g_assert_false (gla_side_from_key (NULL, &side));
  g_assert_false (gla_visit_reason_from_key ("", &reason));
  g_assert_false (gla_sex_from_key ("f", &sex));
  g_assert_cmpint (side, ==, GLA_SIDE_LEFT);
  g_assert_cmpint (reason, ==, GLA_VISIT_REASON_ROUTINE);
  g_assert_cmpint (sex, ==, GLA_SEX_MALE);
}

/* The last value of each kind has a word. */
static void
test_names (void)
{
  g_assert_cmpstr (gla_side_get_name (GLA_SIDE_MIDDLE), ==, "middle");
  g_assert_cmpstr (gla_visit_reason_get_name (GLA_VISIT_REASON_WORE_OFF), ==,
                   "Came because it wore off");
  g_assert_cmpstr (gla_sex_get_name (GLA_SEX_OTHER), ==, "Other");
  g_assert_cmpstr (gla_role_get_name (GLA_ROLE_OWNER), ==, "Owner");
  g_assert_cmpstr (gla_rater_get_name (GLA_RATER_PATIENT), ==, "By patient");
  g_assert_cmpstr (gla_certainty_get_name (GLA_CERTAINTY_GUESS), ==, "A guess");
  g_assert_cmpstr (gla_severity_get_name (GLA_SEVERITY_SEVERE), ==, "Severe");
  g_assert_cmpstr (gla_consent_form_get_name (GLA_CONSENT_FORM_SCANNED), ==, "Scanned in");
  g_assert_cmpstr (gla_face_to_face_get_name (GLA_FACE_TO_FACE_REMOTE), ==, "Not in person");
  g_assert_cmpstr (gla_vial_state_get_name (GLA_VIAL_HELD), ==, "Held");
  g_assert_cmpstr (gla_report_kind_get_name (GLA_REPORT_STILL_WORKING), ==, "Still working");
  g_assert_cmpstr (gla_case_standing_get_name (GLA_CASE_STANDING_CLOSED), ==, "Closed");
  g_assert_cmpstr (gla_case_outcome_get_name (GLA_CASE_OUTCOME_OPENED_BY_MISTAKE), ==,
                   "Opened by mistake");
  g_assert_cmpstr (gla_booking_kind_get_name (GLA_BOOKING_CONTACT), ==, "Contact");
  g_assert_cmpstr (gla_booking_state_get_name (GLA_BOOKING_CANCELLED), ==, "Cancelled");
  g_assert_cmpstr (gla_call_reason_get_name (GLA_CALL_BOOKING), ==, "A booked visit");
  g_assert_cmpstr (gla_call_outcome_get_name (GLA_CALL_SNOOZED), ==, "Put aside without a call");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/words/keys", test_keys);
  g_test_add_func ("/record/words/unknown-keys", test_unknown_keys);
  g_test_add_func ("/record/words/names", test_names);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella case: the protocol without a window, on a clinic with two patients of one lot. */

#include "config.h"

#include "gla-store-write.h"
#include "gla-test-history.h"
#include "gla-test-program.h"

#include <string.h>

#define CLINIC " --clinic clinic.glabella --today 2024-02-01"
/* 10 U in the glabella on 1 January 2024, severe before and on day 28. */
#define RECORD "t 0 a GLAB ona 10 lot=L;g 0 GLAB 3;g 28 GLAB 3"

static void
add_patient (GlaStore   *store,
             const char *number)
{
  g_autoptr (GlaHistory) history = gla_test_history_new (RECORD);
  GlaPatient patient = { .number = number, .family_name = "Kaya", .birth_day = GLA_DAY_NONE };
  GlaTreatment treatment = *(const GlaTreatment *) history->treatments->pdata[0];
  GlaInjection injection = *(const GlaInjection *) history->injections->pdata[0];
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  gla_store_add_patient (store, &patient, &id, &error);
  g_assert_no_error (error);
  treatment.id = injection.id = injection.treatment = NULL;
  treatment.patient = id;
  g_ptr_array_add (injections, &injection);
  gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < history->assessments->len; i++)
    {
      GlaAssessment assessment = *(const GlaAssessment *) history->assessments->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      assessment.id = NULL;
      assessment.patient = id;
      g_ptr_array_add (one, &assessment);
      gla_store_add_follow_up (store, one, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static char *
make_clinic (void)
{
  char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  add_patient (store, "1");
  add_patient (store, "2");
  add_patient (store, "3");
  return folder;
}

static void
write_file (const char *folder,
            const char *name,
            const char *content)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, -1, &error);
  g_assert_no_error (error);
}

static void
assert_has (const char *output,
            const char *words)
{
  if (strstr (output, words) == NULL)
    g_error ("“%s” is not in:\n%s", words, output);
}

/* Without answers it asks the first question; with them it walks on and plans. */
static void
test_walk (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *first = gla_test_succeed (folder, "case 1" CLINIC);
  g_autofree char *walked = NULL;

  assert_has (first, "S0  Safety first");
  assert_has (first, "    1  none: None of these");
  g_assert_null (strstr (first, "S1  "));

  write_file (folder, "answers.xml",
              "<case><stated fact='muscle-strong' value='yes'/>"
              "<answer step='S0' answer='none'/><answer step='S1' answer='little'/>"
              "<answer step='S1a' answer='weak'/><answer step='S6' answer='none'/></case>");
  walked = gla_test_succeed (folder, "case 1 --answers answers.xml" CLINIC);
  assert_has (walked, "  days: 31 days [");
  assert_has (walked, "  muscle-strong: yes (stated)");
  assert_has (walked, "  -> S3: Day 31: in the time in which it can be judged.");
  assert_has (walked, "  ! dose-low: Record shows: 10 U; label 20 U");
  assert_has (walked, "  = none: No weakening at all");
  assert_has (walked, "  Waiting, from: 1 Apr 2024");
  assert_has (walked, "  1. Record shows: 10 U");
  assert_has (walked, "  Label interval ends on: 1 Apr 2024");
  /* The lot is looked at as in the window, the other patient's grades with it. */
  assert_has (walked, "Record shows: 2 of 2 graded patients of lot L did not respond.");
  assert_has (walked, "  program setting: unitmix_abo_low = 25");
  assert_has (walked, "[C05 RCT; Allergan]");
  assert_has (walked, "It chooses no dose");
  gla_test_drop_folder (folder);
}

static void
test_facts (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *facts = gla_test_succeed (folder, "case 1 --facts --area glabella" CLINIC);
  g_autofree char *other = gla_test_succeed (folder, "case 1 --facts --area forehead" CLINIC);

  g_assert_true (g_str_has_prefix (facts, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<facts>\n"));
  assert_has (facts, "<days known=\"yes\" type=\"number\" unit=\"days\" rows=\"");
  assert_has (facts, "\">31</days>");
  assert_has (facts, "<lot-peers known=\"yes\" type=\"number\" unit=\"patients\"");
  assert_has (other, "<lot-peers known=\"no\" type=\"number\" unit=\"patients\">");
  /* Never treated here in that area: a case of a treatment elsewhere. */
  assert_has (other, "<days known=\"no\"");
  gla_test_drop_folder (folder);
}

/* A clinic checks its own protocol; a broken one is told with line and reason. */
static void
test_protocol (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *builtin = g_test_build_filename (G_TEST_DIST, "..", "data", "protocol",
                                                    "not-working.xml", NULL);
  g_autofree char *content = NULL;
  g_autofree char *said = NULL;
  g_autofree char *walked = NULL;
  g_autoptr (GString) changed = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (builtin, &content, NULL, &error);
  g_assert_no_error (error);
  changed = g_string_new (content);
  g_string_replace (changed, "<title>Safety first</title>", "<title>Before all else</title>", 1);
  write_file (folder, "own.xml", changed->str);
  said = gla_test_succeed (folder, "case --protocol own.xml");
  assert_has (said, "own.xml: protocol “not-working”");
  assert_has (said, "no fault found");
  walked = gla_test_succeed (folder, "case 1 --protocol own.xml" CLINIC);
  assert_has (walked, "S0  Before all else");

  g_string_replace (changed, "when=\"dose-ratio", "when=\"dose-ration", 1);
  write_file (folder, "broken.xml", changed->str);
  gla_test_fail (folder, "case --protocol broken.xml", 1, "there is no fact “dose-ration”");
  gla_test_fail (folder, "case 1 --protocol broken.xml" CLINIC, 1, "broken.xml, line ");
  gla_test_fail (folder, "case --protocol nowhere.xml", 1, "there is no such file");
  gla_test_drop_folder (folder);
}

static void
test_faults (void)
{
  g_autofree char *folder = make_clinic ();

  write_file (folder, "answers.xml", "<case>\n<answer step='S0' answer='perhaps'/></case>");
  gla_test_fail (folder, "case", 2, "it is called as");
  gla_test_fail (folder, "case 1 2" CLINIC, 2, "it is called as");
  gla_test_fail (folder, "case 99" CLINIC, 1, NULL);
  gla_test_fail (folder, "case 1 --area elbow" CLINIC, 2, "there is no area “elbow”");
  gla_test_fail (folder, "case 1 --answers answers.xml" CLINIC, 1,
                 "answers.xml, line 2: the step has no such answer");
  gla_test_fail (folder, "case 1 --answers nowhere.xml" CLINIC, 1, "there is no such file");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/case/walk", test_walk);
  g_test_add_func ("/command/case/facts", test_facts);
  g_test_add_func ("/command/case/protocol", test_protocol);
  g_test_add_func ("/command/case/faults", test_faults);

  return g_test_run ();
}

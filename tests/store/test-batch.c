/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-identifier.h"

#include <string.h>

#define PATIENTS 50

/* A small import: the same records have the same identifiers every time. */
static guint
import (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  guint added = 0;

  g_assert_true (gla_store_begin_batch (store, &error));
  for (guint i = 0; i < PATIENTS; i++)
    {
      g_autofree char *id = gla_identifier_from_bits (1, i);
      g_autofree char *treatment_id = gla_identifier_from_bits (2, i);
      g_autofree char *assessment_id = gla_identifier_from_bits (3, i);
      g_autofree char *name = g_strdup_printf ("Family%u", i);
      g_autoptr (GPtrArray) injections = g_ptr_array_new ();
      g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
      GlaPatient patient = { .id = id, .family_name = name, .birth_day = GLA_DAY_NONE };
      GlaTreatment treatment = { .id = treatment_id, .patient = id,
                                 .day = gla_day_new (2026, 1, 5), .consent_day = GLA_DAY_NONE };
      GlaInjection injection = { .area = "glabella", .lot = "A1", .units = GLA_UNITS (20) };
      GlaAssessment assessment = { .id = assessment_id, .patient = id, .area = "glabella",
                                   .day = gla_day_new (2026, 2, 5) };

      g_ptr_array_add (injections, &injection);
      g_ptr_array_add (assessments, &assessment);
      g_assert_true (gla_store_add_patient (store, &patient, NULL, &error));
      added += gla_store_batch_was_added (store);
      g_assert_true (
          gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error));
      added += gla_store_batch_was_added (store);
      g_assert_true (gla_store_add_follow_up (store, assessments, NULL, NULL, &error));
      added += gla_store_batch_was_added (store);
    }
  g_assert_true (gla_store_commit_batch (store, "50 \"rows\" of a.csv", &error));
  g_assert_no_error (error);
  return added;
}

static void
check_indexes (GlaStore *store)
{
  gint64 count;

  g_assert_true (gla_database_get_int (store->database,
                                       "SELECT count (*) FROM sqlite_schema WHERE name IN"
                                       " ('patient_by_name', 'patient_by_birth_day',"
                                       " 'patient_by_phone', 'injection_by_vial',"
                                       " 'injection_by_lot')",
                                       &count, NULL));
  g_assert_cmpint (count, ==, 5);
}

/* The second time nothing is added; each batch has one entry in the audit. */
static void
test_twice (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GError) error = NULL;
  GlaStoreCounts counts;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GArray) by_lot = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_cmpuint (import (self->store), ==, 3 * PATIENTS);
  g_assert_cmpuint (store_count_audit (self->store), ==, 1);
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->action, ==, "batch");
  g_assert_cmpstr (entry->after, ==, "{\"summary\":\"50 \\\"rows\\\" of a.csv\"}");
  store_fixture_reopen (self);
  g_assert_cmpuint (import (self->store), ==, 0);
  g_assert_true (gla_store_count (self->store, &counts, &error));
  g_assert_cmpint (counts.patients, ==, PATIENTS);
  g_assert_cmpint (counts.injections, ==, PATIENTS);
  g_assert_cmpint (counts.assessments, ==, PATIENTS);
  found = gla_store_search (self->store, "family7", 0, 0, &error);
  g_assert_cmpuint (found->len, ==, 1);
  by_lot = gla_store_search (self->store, "a1", 0, 0, &error);
  g_assert_cmpuint (by_lot->len, ==, 0); /* too short for a lot */
  check_indexes (self->store);
  faults = gla_store_check (self->store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_rollback (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *kept = store_add_patient (self->store, "Kept", NULL, NULL);
  g_autofree char *lost = NULL;
  g_autofree char *treatment = NULL;
  g_autoptr (GArray) rows = NULL;
  g_autofree char *next = NULL;
  g_autoptr (GlaPatient) patient = NULL;

  g_assert_true (gla_store_begin_batch (self->store, &error));
  lost = store_add_patient (self->store, "Lost", NULL, NULL);
  treatment = store_add_treatment (self->store, lost, "2026-01-05", NULL, NULL);
  gla_store_rollback_batch (self->store);
  rows = gla_store_search (self->store, "", 0, 0, &error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpuint (store_count_audit (self->store), ==, 1);
  check_indexes (self->store);
  /* Nothing of the lost patient is remembered either. */
  {
    g_autoptr (GPtrArray) injections = g_ptr_array_new ();
    GlaTreatment stray = { .patient = lost, .consent_day = GLA_DAY_NONE };

    g_assert_false (
        gla_store_add_treatment (self->store, &stray, injections, NULL, NULL, &error));
    g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
    g_clear_error (&error);
  }
  next = store_add_patient (self->store, "Next", NULL, NULL);
  patient = gla_store_read_patient (self->store, next, &error);
  g_assert_cmpstr (patient->number, ==, "100002");
}

/* A record that can't be taken leaves the others of the batch as they are. */
static void
test_bad_record (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaInjection good = { .area = "glabella", .units = 100 };
  GlaInjection bad = { .area = "glabella", .units = 100, .vial = "no such vial" };
  GlaTreatment treatment = { .consent_day = GLA_DAY_NONE };
  GlaPatient again = { .number = "100001", .family_name = "Second" };
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GArray) rows = NULL;

  g_assert_true (gla_store_begin_batch (self->store, &error));
  id = store_add_patient (self->store, "First", NULL, NULL);
  g_assert_false (gla_store_add_patient (self->store, &again, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  treatment.patient = id;
  g_ptr_array_add (injections, &good);
  g_ptr_array_add (injections, &bad);
  g_assert_false (
      gla_store_add_treatment (self->store, &treatment, injections, NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_ptr_array_set_size (injections, 1);
  g_assert_true (
      gla_store_add_treatment (self->store, &treatment, injections, NULL, NULL, &error));
  g_assert_true (gla_store_commit_batch (self->store, "some", &error));
  g_assert_no_error (error);
  history = gla_store_read_history (self->store, id, &error);
  g_assert_cmpuint (history->treatments->len, ==, 1);
  g_assert_cmpuint (history->injections->len, ==, 1);
  rows = gla_store_search (self->store, "", 0, 0, &error);
  g_assert_cmpuint (rows->len, ==, 1);
}

/* Inside of a batch what was added is found and can be amended. */
static void
test_search_within (StoreFixture  *self,
                    gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GArray) found = NULL;
  g_autoptr (GlaPatient) patient = NULL;
  g_autoptr (GArray) old_name = NULL;
  g_autoptr (GArray) new_name = NULL;
  GlaPatient fields;

  g_assert_true (gla_store_begin_batch (self->store, &error));
  id = store_add_patient (self->store, "Kaya", "Mira", NULL);
  found = gla_store_search (self->store, "kaya", 0, 0, &error);
  g_assert_cmpuint (found->len, ==, 1);
  patient = gla_store_read_patient (self->store, id, &error);
  fields = *patient;
  fields.family_name = "Demir";
  g_assert_true (gla_store_amend_patient (self->store, &fields, NULL, &error));
  g_assert_true (gla_store_commit_batch (self->store, "x", &error));
  old_name = gla_store_search (self->store, "kaya", 0, 0, &error);
  g_assert_cmpuint (old_name->len, ==, 0);
  new_name = gla_store_search (self->store, "demir", 0, 0, &error);
  g_assert_cmpuint (new_name->len, ==, 1);
  g_assert_no_error (error);
}

/* Closing in the middle of a batch drops it. */
static void
test_close (StoreFixture  *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;
  g_autoptr (GArray) rows = NULL;

  g_assert_true (gla_store_begin_batch (self->store, &error));
  id = store_add_patient (self->store, "Kaya", "Mira", NULL);
  store_fixture_reopen (self);
  rows = gla_store_search (self->store, "", 0, 0, &error);
  g_assert_cmpuint (rows->len, ==, 0);
  check_indexes (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/batch/twice", test_twice);
  STORE_TEST ("/store/batch/rollback", test_rollback);
  STORE_TEST ("/store/batch/bad-record", test_bad_record);
  STORE_TEST ("/store/batch/search-within", test_search_within);
  STORE_TEST ("/store/batch/close", test_close);

  return g_test_run ();
}

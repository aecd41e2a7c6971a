/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cases that are kept in a real clinic file, left, and moved on by what is recorded. */

#include "config.h"

#include "gla-clinic-knowledge.h"
#include "gla-kept-case.h"
#include "gla-store-case.h"
#include "gla-store-constant.h"
#include "gla-store-fridge.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"

#include <string.h>

#define DAY "2026-03-02"

typedef struct
{
  char *folder;
  GlaStore *store;
  GlaCatalogue *catalogue;
  GlaProtocolShelf *shelf;
  GlaCycleSettings settings;
  GlaClinicModel *model;
  guint n_graded;
  guint n_failures;
  char *patient;
  char *treatment;
} Fixture;

static void
add_grade (Fixture    *fixture,
           const char *patient,
           const char *treatment,
           GlaDay      day,
           int         grade)
{
  g_autoptr (GPtrArray) grades = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GlaAssessment assessment = { .patient = patient, .treatment = treatment, .area = "GLAB",
                               .day = day, .scale = "fws", .at_rest = GLA_GRADE_UNKNOWN,
                               .at_maximum = grade };

  g_ptr_array_add (grades, &assessment);
  g_assert_true (gla_store_add_follow_up (fixture->store, grades, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* A patient with a graded glabella and one treatment of it from lot L1. */
static char *
add_patient (Fixture     *fixture,
             const char  *name,
             char       **treatment)
{
  const GlaPatient patient = { .family_name = name, .birth_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .product = "ona", .lot = "L1",
                             .units = GLA_UNITS (20) };
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GlaTreatment fields = { .day = gla_day_from_iso (DAY), .consent_day = GLA_DAY_NONE };
  char *id = NULL;

  g_assert_true (gla_store_add_patient (fixture->store, &patient, &id, &error));
  add_grade (fixture, id, NULL, gla_day_from_iso (DAY), 3);
  fields.patient = id;
  g_ptr_array_add (injections, &injection);
  g_assert_true (gla_store_add_treatment (fixture->store, &fields, injections, NULL, treatment,
                                          &error));
  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = gla_test_dup_folder ();
  path = g_build_filename (fixture->folder, "clinic.glabella", NULL);
  fixture->store = gla_store_open (path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  fixture->shelf = gla_protocol_shelf_new (fixture->catalogue, NULL);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
  fixture->model = gla_clinic_model_new (fixture->catalogue);
  fixture->patient = add_patient (fixture, "Case", &fixture->treatment);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_free (fixture->patient);
  g_free (fixture->treatment);
  gla_clinic_model_unref (fixture->model);
  gla_protocol_shelf_unref (fixture->shelf);
  gla_catalogue_unref (fixture->catalogue);
  gla_store_close (fixture->store);
  gla_test_drop_folder (fixture->folder);
  g_free (fixture->folder);
}

typedef enum { START, OPEN } Act;

/* Begins a case, or takes the first one up, so many days after the treatment. */
static GlaKeptCase *
act (Fixture *fixture,
     Act      what,
     int      day)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaHistory) history =
    gla_store_read_history (fixture->store, fixture->patient, &error);
  g_autoptr (GlaCycles) cycles =
    gla_cycles_new (history, fixture->catalogue, &fixture->settings, gla_day_from_iso (DAY) + day);
  g_autoptr (GlaConstants) constants =
    gla_clinic_load_constants (fixture->store, fixture->catalogue, &error);
  const GlaClinicFigures figures = { &fixture->settings, constants, fixture->model, NULL, fixture->n_graded,
                                     fixture->n_failures, FALSE };
  const GlaCaseDesk desk = { fixture->shelf, cycles, &figures };
  GlaKeptCase *kept;

  g_assert_no_error (error);
  kept = what == START ? gla_kept_case_start (fixture->store, &desk, "GLAB", fixture->treatment,
                                              NULL, &error)
                       : gla_kept_case_open (fixture->store, &desk, history->cases->pdata[0],
                                             &error);
  g_assert_no_error (error);
  return kept;
}

/* Gives an answer and keeps it. */
static void
answer (Fixture      *fixture,
        GlaKeptCase **kept,
        const char   *word)
{
  g_autoptr (GError) error = NULL;
  GlaCase *state = gla_case_answer ((*kept)->state, word, NULL, &(*kept)->basis->input, &error);
  GlaKeptCase *next;

  g_assert_no_error (error);
  next = gla_kept_case_with (*kept, state);
  g_assert_true (gla_kept_case_write (fixture->store, next, "answer", NULL, &error));
  g_assert_no_error (error);
  gla_kept_case_unref (*kept);
  *kept = next;
}

static GlaKeptCase *
begin_early (Fixture *fixture)
{
  GlaKeptCase *kept = act (fixture, START, 5);

  answer (fixture, &kept, "none");
  answer (fixture, &kept, "little");
  answer (fixture, &kept, "none");
  g_assert_cmpstr (kept->record->step, ==, "S2-early");
  return kept;
}

static void
test_waits_and_moves_on (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autoptr (GlaKeptCase) kept = begin_early (fixture);
  g_autoptr (GlaKeptCase) same = NULL;
  g_autoptr (GlaKeptCase) moved = NULL;
  g_autoptr (GlaKeptCase) again = NULL;

  g_assert_cmpint (kept->record->standing, ==, GLA_CASE_STANDING_WAITING);
  g_assert_cmpint (kept->record->due, ==, gla_day_from_iso (DAY) + 14);
  /* A day on which nothing happens changes nothing in the file. */
  same = act (fixture, OPEN, 13);
  g_assert_cmpint (same->record->revision, ==, kept->record->revision);
  g_assert_cmpuint (same->state->news->len, ==, 0);
  /* A grade moves it on, is written, and said once. */
  add_grade (fixture, fixture->patient, fixture->treatment, gla_day_from_iso (DAY) + 28, 3);
  moved = act (fixture, OPEN, 28);
  g_assert_cmpint (moved->record->revision, ==, kept->record->revision + 1);
  g_assert_cmpuint (moved->state->news->len, >, 0);
  g_assert_cmpstr (moved->record->step, ==, "S6");
  again = act (fixture, OPEN, 28);
  g_assert_cmpint (again->record->revision, ==, moved->record->revision);
  g_assert_cmpuint (again->state->news->len, ==, 0);
}

/* The copy of the protocol is enough: the shelf may have another one by then. */
static void
test_keeps_its_protocol (Fixture       *fixture,
                         gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "own.xml", NULL);
  g_autoptr (GFile) own = g_file_new_for_path (path);
  g_autoptr (GlaKeptCase) kept = act (fixture, START, 5);
  g_autoptr (GlaKeptCase) resumed = NULL;
  g_autofree char *refusal = NULL;

  g_assert_true (g_file_set_contents (path, "<protocol/>", -1, NULL));
  gla_protocol_shelf_unref (fixture->shelf);
  fixture->shelf = gla_protocol_shelf_new (fixture->catalogue, own);
  refusal = gla_protocol_shelf_dup_refusal (fixture->shelf);
  g_assert_nonnull (strstr (refusal, "line 1"));
  resumed = act (fixture, OPEN, 5);
  g_assert_cmpstr (resumed->state->protocol->version, ==, kept->state->protocol->version);
  g_assert_false (resumed->state->protocol->is_own);
}

/* Other patients of the lot are counted: 3 of 3 without a response is a signal. */
static void
test_lot_peers (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GlaKeptCase) kept = NULL;

  for (int i = 0; i < 3; i++)
    {
      g_autofree char *treatment = NULL;
      g_autofree char *patient = add_patient (fixture, "Peer", &treatment);

      add_grade (fixture, patient, treatment, gla_day_from_iso (DAY) + 30, 3);
    }
  add_grade (fixture, fixture->patient, fixture->treatment, gla_day_from_iso (DAY) + 30, 3);
  kept = act (fixture, START, 40);
  g_assert_cmpuint (kept->basis->input.lot->n_peers, ==, 3);
  g_assert_cmpuint (kept->basis->input.lot->n_failures, ==, 3);
  /* Four of 34 areas are of this lot; of the other 30 three did not respond. One fewer is
   * too few to say, and the program's own share holds. */
  g_assert_cmpfloat (kept->basis->input.lot->background, <, 0);
  g_clear_pointer (&kept, gla_kept_case_unref);
  fixture->n_graded = 34;
  fixture->n_failures = 7;
  kept = act (fixture, OPEN, 40);
  g_assert_cmpfloat_with_epsilon (kept->basis->input.lot->background, 0.1, 1e-9);
  g_clear_pointer (&kept, gla_kept_case_unref);
  fixture->n_graded = 33;
  kept = act (fixture, OPEN, 40);
  g_assert_cmpfloat (kept->basis->input.lot->background, <, 0);
}

/* A constant that the clinic changed decides, and the step says so. */
static void
test_own_constant (Fixture       *fixture,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaKeptCase) kept = NULL;

  g_assert_true (gla_store_put_constant (fixture->store, "assess_min", 21, 21, NULL, &error));
  kept = act (fixture, START, 16);
  answer (fixture, &kept, "none");
  answer (fixture, &kept, "little");
  answer (fixture, &kept, "none");
  g_assert_cmpstr (kept->record->step, ==, "S2-developing");
  g_assert_cmpint (kept->record->due, ==, gla_day_from_iso (DAY) + 21);
  g_assert_true (gla_constants_is_edited (kept->basis->input.constants, "assess_min"));
}

static void
test_close_and_reopen (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaKeptCase) kept = begin_early (fixture);
  g_autoptr (GlaKeptCase) closed =
    gla_kept_case_closed (kept, GLA_CASE_OUTCOME_STOPPED, NULL, "Moved away",
                          gla_day_from_iso (DAY) + 6);
  g_autoptr (GlaKeptCase) asleep = NULL;
  g_autoptr (GlaKeptCase) reopened = NULL;

  g_assert_true (gla_kept_case_write (fixture->store, closed, "close", NULL, &error));
  /* A closed case stays as it is, whatever day it is. */
  asleep = act (fixture, OPEN, 60);
  g_assert_cmpint (asleep->record->standing, ==, GLA_CASE_STANDING_CLOSED);
  g_assert_cmpint (asleep->record->revision, ==, closed->record->revision);
  reopened = gla_kept_case_reopened (asleep);
  g_assert_true (gla_kept_case_write (fixture->store, reopened, "reopen", "Came back", &error));
  g_assert_no_error (error);
  g_assert_cmpint (reopened->record->standing, ==, GLA_CASE_STANDING_WAITING);
  g_assert_cmpint (reopened->record->due, ==, gla_day_from_iso (DAY) + 14);
}

/* All open cases of the clinic go on with the days. */
static void
test_advance_all (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaKeptCase) kept = begin_early (fixture);
  g_autoptr (GlaConstants) constants =
    gla_clinic_load_constants (fixture->store, fixture->catalogue, &error);
  const GlaClinicFigures figures = { &fixture->settings, constants, fixture->model, NULL, fixture->n_graded,
                                     fixture->n_failures, FALSE };
  guint n_moved = 99;

  g_assert_true (gla_kept_cases_advance (fixture->store, fixture->shelf, fixture->catalogue,
                                         &figures, gla_day_from_iso (DAY) + 6, &n_moved, &error));
  g_assert_cmpuint (n_moved, ==, 0);
  g_assert_true (gla_kept_cases_advance (fixture->store, fixture->shelf, fixture->catalogue,
                                         &figures, gla_day_from_iso (DAY) + 90, &n_moved, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_moved, ==, 1);
}

/* Puts a patient in place of the other who was treated from a vial of the stock. */
static void
treat_from_vial (Fixture *fixture)
{
  const GlaPatient patient = { .family_name = "Vial", .birth_day = GLA_DAY_NONE };
  const GlaVial vial = { .id = "8d1e6c1e-3c55-4f0e-9c2c-0c7f3a3d9a11", .product = "abo-p",
                         .presentation = "abo-dysport-300", .lot = "L9", .expiry = GLA_DAY_NONE,
                         .content = GLA_UNITS (300), .received = gla_day_from_iso (DAY) - 30 };
  GlaInjection injection = { .area = "GLAB", .vial = vial.id, .units = GLA_UNITS (50) };
  GlaTreatment fields = { .day = gla_day_from_iso (DAY), .consent_day = GLA_DAY_NONE };
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&fixture->patient, g_free);
  g_clear_pointer (&fixture->treatment, g_free);
  g_assert_true (gla_store_add_patient (fixture->store, &patient, &fixture->patient, &error));
  g_assert_true (gla_store_add_vial (fixture->store, &vial, NULL, &error));
  fields.patient = fixture->patient;
  g_ptr_array_add (injections, &injection);
  g_assert_true (gla_store_add_treatment (fixture->store, &fields, injections, NULL,
                                          &fixture->treatment, &error));
  g_assert_no_error (error);
}

static void
assert_excursion (Fixture  *fixture,
                  Act       what,
                  gboolean  is_known)
{
  g_autoptr (GlaKeptCase) kept = act (fixture, what, 20);
  g_autoptr (GlaFacts) facts = gla_case_get_facts (kept->state, &kept->basis->input);
  const GlaCaseFact *fact = gla_facts_find (facts, "excursion");

  g_assert_cmpint (fact->known, ==, is_known);
  if (is_known)
    {
      g_assert_true (fact->yes);
      g_assert_cmpuint (fact->rows->len, ==, 1);
    }
}

static void
read_fridge (Fixture    *fixture,
             const char *moment)
{
  g_autoptr (GError) error = NULL;

  gla_store_add_fridge_reading (fixture->store, &(GlaFridgeReading) {
    .since = moment, .moment = moment, .low = 1100, .high = 1100 }, NULL, &error);
  g_assert_no_error (error);
}

/* The fridge log answers for the vial, up to the day of its use. */
static void
test_excursion (Fixture       *fixture,
                gconstpointer  data)
{
  treat_from_vial (fixture);
  read_fridge (fixture, "2026-03-03T08:00");
  read_fridge (fixture, "2026-01-20T08:00");
  assert_excursion (fixture, START, FALSE);
  read_fridge (fixture, "2026-02-20T08:00");
  assert_excursion (fixture, OPEN, TRUE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define TEST(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  TEST ("/clinic/kept-case/waits-and-moves-on", test_waits_and_moves_on);
  TEST ("/clinic/kept-case/keeps-its-protocol", test_keeps_its_protocol);
  TEST ("/clinic/kept-case/lot-peers", test_lot_peers);
  TEST ("/clinic/kept-case/own-constant", test_own_constant);
  TEST ("/clinic/kept-case/close-and-reopen", test_close_and_reopen);
  TEST ("/clinic/kept-case/advance-all", test_advance_all);
  TEST ("/clinic/kept-case/excursion", test_excursion);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-test-record.h"

#include "gla-identifier.h"
#include "gla-test-folder.h"
#include "gla-test-ui.h"

#define OSEI "aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa"
#define LIND "bbbbbbbb-bbbb-4bbb-8bbb-bbbbbbbbbbbb"

/* One area of one treatment, with the days of its grades; 0 ends the list. */
typedef struct
{
  const char *day;
  const char *area;
  GlaSide side;
  const char *product;
  const char *lot;
  int units;
  int points;
  int before;
  int visits[4][2]; /* day after the injection, grade at maximum */
} Session;

static const Session sessions[] = {
  { "2025-01-20", "GLAB", GLA_SIDE_BOTH, "ona", "C4102B1", 20, 5, 3,
    { { 15, 0 }, { 112, 1 }, { 133, 3 } } },
  { "2025-01-20", "FRON", GLA_SIDE_BOTH, "ona", "C4102B1", 10, 5, 2,
    { { 15, 0 }, { 105, 1 } } },
  { "2025-06-09", "GLAB", GLA_SIDE_BOTH, "ona", "C4310A7", 20, 5, 3,
    { { 14, 1 }, { 91, 1 }, { 112, 3 } } },
  { "2025-06-09", "FRON", GLA_SIDE_BOTH, "ona", "C4310A7", 10, 5, 2,
    { { 14, 1 }, { 105, 1 }, { 119, 2 } } },
  { "2025-06-09", "LCL", GLA_SIDE_LEFT, "ona", "C4310A7", 12, 3, 2,
    { { 14, 0 }, { 105, 1 }, { 126, 2 } } },
  { "2025-06-09", "LCL", GLA_SIDE_RIGHT, "ona", "C4310A7", 12, 3, 2,
    { { 14, 0 }, { 105, 1 } } },
  { "2025-10-06", "GLAB", GLA_SIDE_BOTH, "ona", "C4310A7", 20, 5, 3,
    { { 14, 0 }, { 56, 1 }, { 77, 3 } } },
  { "2025-10-06", "FRON", GLA_SIDE_BOTH, "ona", "C4310A7", 10, 5, 2,
    { { 14, 0 }, { 98, 1 }, { 119, 2 } } },
  { "2025-12-22", "GLAB", GLA_SIDE_BOTH, "ona", NULL, 24, 5, 3,
    { { 21, 1 }, { 63, 2 }, { 77, 3 } } },
  { "2026-04-13", "GLAB", GLA_SIDE_BOTH, "ona", "C4688F0", 24, 5, 3,
    { { 14, 1 }, { 56, 1 }, { 77, 3 } } },
  { "2026-04-13", "FRON", GLA_SIDE_BOTH, "ona", "C4688F0", 10, 5, 2,
    { { 14, 1 }, { 77, 1 }, { 98, 2 } } },
  { "2026-04-13", "LCL", GLA_SIDE_LEFT, "abo-p", "D7731", 30, 3, 2,
    { { 14, 1 }, { 91, 1 }, { 105, 2 } } },
  { "2026-04-13", "LCL", GLA_SIDE_RIGHT, "abo-p", "D7731", 30, 3, 2,
    { { 14, 1 }, { 91, 1 }, { 105, 2 } } },
  { "2026-07-27", "GLAB", GLA_SIDE_BOTH, "ona", "C4688F0", 20, 5, 3,
    { { 14, 1 }, { 35, 2 }, { 56, 3 } } },
  { "2026-10-12", "GLAB", GLA_SIDE_BOTH, "ona", "C4821A2", 20, 5, 3,
    { { 14, 3 }, { 35, 3 } } },
  { "2026-10-12", "FRON", GLA_SIDE_BOTH, "ona", "C4821A2", 10, 5, 2,
    { { 14, 1 }, { 35, 1 } } },
  { "2026-10-12", "LCL", GLA_SIDE_LEFT, "ona", "C4821A2", 12, 3, 2,
    { { 14, 1 }, { 35, 1 } } },
  { "2026-10-12", "LCL", GLA_SIDE_RIGHT, "ona", "C4821A2", 12, 3, 2,
    { { 14, 1 }, { 35, 1 } } },
};

static void
check (gboolean      done,
       const GError *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static GPtrArray *
new_array (GDestroyNotify unref)
{
  return g_ptr_array_new_with_free_func (unref);
}

static GlaInjection *
new_injection (const Session *session,
               int            position)
{
  GlaInjection fields = {
    .area = session->area,
    .side = session->side,
    .product = session->product,
    .lot = session->lot,
    .units = session->units < 0 ? GLA_UNITS_UNKNOWN : GLA_UNITS (session->units),
    .points = session->points,
    .position = position,
  };

  return gla_injection_new (&fields);
}

static GlaAssessment *
new_assessment (const Session *session,
                const char    *treatment,
                int            after,
                int            grade)
{
  GlaAssessment fields = {
    .patient = GLA_TEST_PATIENT,
    .treatment = treatment,
    .area = session->area,
    .side = session->side,
    .day = gla_day_from_iso (session->day) + after,
    .scale = "fws",
    .at_rest = grade > 1 ? grade - 1 : 0,
    .at_maximum = grade,
    .reason = after == 0 || grade < 3 ? GLA_VISIT_REASON_ROUTINE : GLA_VISIT_REASON_WORE_OFF,
    .staff = after % 2 == 0 ? OSEI : LIND,
    .note = after == 21 ? "asked to frown twice" : NULL,
  };

  return gla_assessment_new (&fields);
}

/* Sessions of one day are one treatment; returns how many there were. */
static gsize
add_treatment (GlaStore *store,
               gsize     first)
{
  g_autoptr (GPtrArray) injections = new_array ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GPtrArray) before = new_array ((GDestroyNotify) gla_assessment_unref);
  g_autoptr (GPtrArray) after = new_array ((GDestroyNotify) gla_assessment_unref);
  g_autoptr (GError) error = NULL;
  const char *day = sessions[first].day;
  g_autofree char *id = gla_identifier_from_text (day);
  GlaTreatment treatment = {
    .id = id,
    .patient = GLA_TEST_PATIENT,
    .day = gla_day_from_iso (day),
    .injector = OSEI,
    .reason = GLA_VISIT_REASON_ROUTINE,
    .consent_day = GLA_DAY_NONE,
    .deviation = g_str_equal (day, "2025-12-22") ? "Asked for earlier than planned: wedding" : NULL,
    .note = g_str_equal (day, "2026-10-12") ? "Frowns strongly to the left." : NULL,
  };
  gsize i;

  for (i = first; i < G_N_ELEMENTS (sessions) && g_str_equal (sessions[i].day, day); i++)
    {
      const Session *session = &sessions[i];

      g_ptr_array_add (injections, new_injection (session, (int) (i - first)));
      g_ptr_array_add (before, new_assessment (session, NULL, 0, session->before));
      for (gsize j = 0; j < G_N_ELEMENTS (session->visits) && session->visits[j][0] > 0; j++)
        g_ptr_array_add (after, new_assessment (session, id, session->visits[j][0],
                                                session->visits[j][1]));
    }
  check (gla_store_add_treatment (store, &treatment, injections, before, NULL, &error), error);
  check (gla_store_add_follow_up (store, after, NULL, NULL, &error), error);
  return i - first;
}

static void
add_around (GlaStore *store)
{
  g_autofree char *april = gla_identifier_from_text ("2026-04-13");
  g_autoptr (GPtrArray) reports = new_array ((GDestroyNotify) gla_report_unref);
  g_autoptr (GError) error = NULL;
  GlaReport report = {
    .patient = GLA_TEST_PATIENT, .treatment = april, .area = "FRON", .kind = GLA_REPORT_WORN_OFF,
    .day = gla_day_new (2026, 7, 20), .precision = GLA_DAY_ABOUT,
    .told_on = gla_day_new (2026, 7, 27), .staff = OSEI,
  };
  GlaExposure exposure = {
    .patient = GLA_TEST_PATIENT, .day = gla_day_new (2025, 3, 15), .precision = GLA_DAY_MONTH,
    .place = "Clinic in Izmir", .indication = "migraine", .area = "FRON", .product = NULL,
    .units = GLA_UNITS_UNKNOWN, .certainty = GLA_CERTAINTY_TOLD,
  };
  GlaAdverseEvent event = {
    .patient = GLA_TEST_PATIENT, .treatment = april, .area = "GLAB", .kind = "drooping lid",
    .severity = GLA_SEVERITY_MILD, .onset = gla_day_new (2026, 4, 20), .precision = GLA_DAY_ABOUT,
    .resolved = gla_day_new (2026, 5, 11), .outcome = "gone without treatment",
  };
  GlaDocument document = {
    .patient = GLA_TEST_PATIENT, .treatment = april, .template = "aftercare", .version = "3",
    .language = "tr", .day = gla_day_new (2026, 4, 13), .staff = LIND,
  };

  g_ptr_array_add (reports, gla_report_new (&report));
  check (gla_store_add_follow_up (store, NULL, reports, NULL, &error), error);
  check (gla_store_add_exposure (store, &exposure, NULL, &error), error);
  check (gla_store_add_adverse_event (store, &event, NULL, &error), error);
  check (gla_store_add_document (store, &document, NULL, &error), error);
}

/* Nothing but a year and that something was injected is known. */
static void
add_vague (GlaStore *store)
{
  g_autoptr (GPtrArray) injections = new_array ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GError) error = NULL;
  const Session session = { "2024-07-01", "GLAB", GLA_SIDE_BOTH, NULL, NULL, -1, 0, 0, { { 0 } } };
  GlaPatient patient = { .id = GLA_TEST_VAGUE_PATIENT, .number = "000186", .given_name = "Noor",
                         .birth_day = GLA_DAY_NONE };
  GlaTreatment treatment = {
    .patient = GLA_TEST_VAGUE_PATIENT, .day = gla_day_from_iso (session.day),
    .precision = GLA_DAY_YEAR, .consent_day = GLA_DAY_NONE,
  };

  g_ptr_array_add (injections, new_injection (&session, 0));
  check (gla_store_add_patient (store, &patient, NULL, &error), error);
  check (gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error), error);
}

static void
fill (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  GlaStaff osei = { .id = OSEI, .name = "Dr A. Osei", .role = GLA_ROLE_OWNER, .active = TRUE };
  GlaStaff lind = { .id = LIND, .name = "P. Lind", .role = GLA_ROLE_PRACTITIONER, .active = TRUE };
  GlaPatient patient = {
    .id = GLA_TEST_PATIENT, .number = "000184", .family_name = "Kaya", .given_name = "Mira",
    .birth_day = gla_day_new (1984, 3, 14), .sex = GLA_SEX_FEMALE, .language = "tr",
    .phone = "044 555 01 84", .allergies = "cow's milk",
  };
  GlaPatient empty = {
    .id = GLA_TEST_EMPTY_PATIENT, .number = "000185", .family_name = "Nakamura",
    .given_name = "Olivia", .birth_day = gla_day_new (1995, 7, 2), .sex = GLA_SEX_FEMALE,
  };

  check (gla_store_add_staff (store, &osei, NULL, &error), error);
  check (gla_store_add_staff (store, &lind, NULL, &error), error);
  gla_store_set_author (store, OSEI);
  check (gla_store_add_patient (store, &patient, NULL, &error), error);
  check (gla_store_add_patient (store, &empty, NULL, &error), error);
  for (gsize i = 0; i < G_N_ELEMENTS (sessions);)
    i += add_treatment (store, i);
  add_around (store);
  add_vague (store);
}

GlaTestRecord *
gla_test_record_new (void)
{
  GlaTestRecord *self = g_new0 (GlaTestRecord, 1);
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GError) error = NULL;

  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  store = gla_store_open (self->path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  fill (store);
  g_clear_pointer (&store, gla_store_close);

  self->context = gla_context_new (self->path, GLA_STORE_DEFAULT, gla_day_new (2026, 11, 23),
                                   &error);
  g_assert_no_error (error);
  gla_context_set_author (self->context, OSEI);
  return self;
}

static gboolean
is_alone (gpointer data)
{
  return G_OBJECT (data)->ref_count == 1;
}

void
gla_test_record_free (GlaTestRecord *self)
{
  /* Answers of the worker that are still on their way hold whoever asked, and so the context. */
  g_assert_true (gla_test_wait (is_alone, self->context, GLA_TEST_PATIENCE));
  gla_context_close (self->context);
  g_assert_finalize_object (self->context);
  gla_test_drop_folder (self->folder);
  g_free (self->folder);
  g_free (self->path);
  g_free (self);
}

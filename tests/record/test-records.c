/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-catalogue.h"
#include "gla-history.h"
#include "gla-pattern.h"

#include <stddef.h>
#include <string.h>

typedef gpointer (*RecordNew)   (gconstpointer fields);
typedef gpointer (*RecordRef)   (gconstpointer record);
typedef void     (*RecordUnref) (gpointer record);

/* A kind of record with all of its texts, listed here a second time. */
typedef struct
{
  const char *name;
  gsize size;
  RecordNew create;
  RecordRef ref;
  RecordUnref unref;
  gsize texts[16];      /* offsets plus one; 0 ends the list */
} RecordKind;

#define TEXT(Type, member) (offsetof (Type, member) + 1)
#define KIND(Type, prefix)                                                                         \
  #Type, sizeof (Type), (RecordNew) prefix##_new, (RecordRef) prefix##_ref,                        \
  (RecordUnref) prefix##_unref

static const RecordKind kinds[] = {
  { KIND (GlaPatient, gla_patient),
    { TEXT (GlaPatient, id), TEXT (GlaPatient, number), TEXT (GlaPatient, family_name),
      TEXT (GlaPatient, given_name), TEXT (GlaPatient, phone), TEXT (GlaPatient, email),
      TEXT (GlaPatient, address), TEXT (GlaPatient, language), TEXT (GlaPatient, allergies),
      TEXT (GlaPatient, conditions), TEXT (GlaPatient, medicines), TEXT (GlaPatient, note) } },
  { KIND (GlaStaff, gla_staff), { TEXT (GlaStaff, id), TEXT (GlaStaff, name) } },
  { KIND (GlaVial, gla_vial),
    { TEXT (GlaVial, id), TEXT (GlaVial, product), TEXT (GlaVial, presentation),
      TEXT (GlaVial, lot), TEXT (GlaVial, supplier), TEXT (GlaVial, diluent),
      TEXT (GlaVial, reconstituted), TEXT (GlaVial, note), TEXT (GlaVial, gtin),
      TEXT (GlaVial, serial) } },
  { KIND (GlaTreatment, gla_treatment),
    { TEXT (GlaTreatment, id), TEXT (GlaTreatment, patient), TEXT (GlaTreatment, injector),
      TEXT (GlaTreatment, prescriber), TEXT (GlaTreatment, deviation),
      TEXT (GlaTreatment, consent_version), TEXT (GlaTreatment, screening),
      TEXT (GlaTreatment, plan), TEXT (GlaTreatment, note) } },
  { KIND (GlaInjection, gla_injection),
    { TEXT (GlaInjection, id), TEXT (GlaInjection, treatment), TEXT (GlaInjection, area),
      TEXT (GlaInjection, vial), TEXT (GlaInjection, product), TEXT (GlaInjection, lot),
      TEXT (GlaInjection, technique), TEXT (GlaInjection, depth),
      TEXT (GlaInjection, needle), TEXT (GlaInjection, map_view) } },
  { KIND (GlaAssessment, gla_assessment),
    { TEXT (GlaAssessment, id), TEXT (GlaAssessment, patient), TEXT (GlaAssessment, treatment),
      TEXT (GlaAssessment, area), TEXT (GlaAssessment, scale), TEXT (GlaAssessment, staff),
      TEXT (GlaAssessment, note) } },
  { KIND (GlaReport, gla_report),
    { TEXT (GlaReport, id), TEXT (GlaReport, patient), TEXT (GlaReport, treatment),
      TEXT (GlaReport, area), TEXT (GlaReport, staff), TEXT (GlaReport, note) } },
  { KIND (GlaRating, gla_rating),
    { TEXT (GlaRating, id), TEXT (GlaRating, patient), TEXT (GlaRating, treatment),
      TEXT (GlaRating, scale), TEXT (GlaRating, word), TEXT (GlaRating, staff),
      TEXT (GlaRating, note) } },
  { KIND (GlaExposure, gla_exposure),
    { TEXT (GlaExposure, id), TEXT (GlaExposure, patient), TEXT (GlaExposure, place),
      TEXT (GlaExposure, indication), TEXT (GlaExposure, area), TEXT (GlaExposure, product),
      TEXT (GlaExposure, note) } },
  { KIND (GlaAdverseEvent, gla_adverse_event),
    { TEXT (GlaAdverseEvent, id), TEXT (GlaAdverseEvent, patient),
      TEXT (GlaAdverseEvent, treatment), TEXT (GlaAdverseEvent, area),
      TEXT (GlaAdverseEvent, kind), TEXT (GlaAdverseEvent, outcome),
      TEXT (GlaAdverseEvent, note) } },
  { KIND (GlaPattern, gla_pattern),
    { TEXT (GlaPattern, id), TEXT (GlaPattern, name), TEXT (GlaPattern, product),
      TEXT (GlaPattern, staff), TEXT (GlaPattern, content) } },
  { KIND (GlaTreatmentPlan, gla_treatment_plan),
    { TEXT (GlaTreatmentPlan, id), TEXT (GlaTreatmentPlan, patient),
      TEXT (GlaTreatmentPlan, staff), TEXT (GlaTreatmentPlan, content) } },
  { KIND (GlaDocument, gla_document),
    { TEXT (GlaDocument, id), TEXT (GlaDocument, patient), TEXT (GlaDocument, treatment),
      TEXT (GlaDocument, template), TEXT (GlaDocument, version), TEXT (GlaDocument, language),
      TEXT (GlaDocument, staff) } },
  { KIND (GlaCaseRecord, gla_case_record),
    { TEXT (GlaCaseRecord, id), TEXT (GlaCaseRecord, patient), TEXT (GlaCaseRecord, area),
      TEXT (GlaCaseRecord, treatment), TEXT (GlaCaseRecord, protocol),
      TEXT (GlaCaseRecord, protocol_version), TEXT (GlaCaseRecord, step),
      TEXT (GlaCaseRecord, content), TEXT (GlaCaseRecord, cause),
      TEXT (GlaCaseRecord, conclusion), TEXT (GlaCaseRecord, staff) } },
  { KIND (GlaBooking, gla_booking),
    { TEXT (GlaBooking, id), TEXT (GlaBooking, patient), TEXT (GlaBooking, case_id),
      TEXT (GlaBooking, treatment), TEXT (GlaBooking, note), TEXT (GlaBooking, staff) } },
  { KIND (GlaClinicProduct, gla_clinic_product),
    { TEXT (GlaClinicProduct, key), TEXT (GlaClinicProduct, name), TEXT (GlaClinicProduct, code),
      TEXT (GlaClinicProduct, unit_family) } },
  { KIND (GlaClinicArea, gla_clinic_area),
    { TEXT (GlaClinicArea, key), TEXT (GlaClinicArea, name), TEXT (GlaClinicArea, code),
      TEXT (GlaClinicArea, scale) } },
};

static char **
text_at (gpointer record,
         gsize    text)
{
  return (char **) (gpointer) ((guint8 *) record + text - 1);
}

/* A record owns its texts and keeps all other bytes as they were given. */
static void
check_copy (const RecordKind *kind)
{
  g_autofree guint8 *fields = g_malloc0 (kind->size);
  g_autofree guint8 *record_bytes = NULL;
  gpointer record;

  g_test_message ("%s", kind->name);
  for (guint i = 0; kind->texts[i] != 0; i++)
    *text_at (fields, kind->texts[i]) = g_strdup_printf ("%s, text %u, ä", kind->name, i);
  record = kind->create (fields);

  for (guint i = 0; kind->texts[i] != 0; i++)
    {
      char *given = *text_at (fields, kind->texts[i]);
      char *kept = *text_at (record, kind->texts[i]);
      g_autofree char *expected = g_strdup (given);

      g_assert_true (given != kept);
      memset (given, 'x', strlen (given));
      g_assert_cmpstr (kept, ==, expected);
      g_free (given);
    }
  g_assert_true (kind->ref (record) == record);
  kind->unref (record);

  /* With the texts put aside the rest is the same. */
  record_bytes = g_memdup2 (record, kind->size);
  for (guint i = 0; kind->texts[i] != 0; i++)
    {
      *text_at (record_bytes, kind->texts[i]) = NULL;
      *text_at (fields, kind->texts[i]) = NULL;
    }
  g_assert_cmpmem (record_bytes, kind->size, fields, kind->size);
  kind->unref (record);
}

/* Nothing recorded stays nothing, and numbers are kept. */
static void
check_empty (const RecordKind *kind)
{
  g_autofree guint8 *fields = g_malloc (kind->size);
  gpointer record;

  memset (fields, 0x5a, kind->size);
  for (guint i = 0; kind->texts[i] != 0; i++)
    *text_at (fields, kind->texts[i]) = NULL;
  record = kind->create (fields);
  g_assert_cmpmem (record, kind->size, fields, kind->size);
  kind->unref (record);
  kind->unref (NULL);
}

static void
test_copy (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      check_copy (&kinds[i]);
      check_empty (&kinds[i]);
    }
}

/* An amended record is a copy of the fields of another one. */
static void
test_amend (void)
{
  g_autoptr (GlaPatient) patient = gla_patient_new (&(GlaPatient) {
    .id = "1", .family_name = "Kaya", .given_name = "Mira", .phone = "044 1", .revision = 3,
  });
  GlaPatient fields = *patient;
  g_autoptr (GlaPatient) amended = NULL;

  fields.phone = "044 2";
  fields.revision = 4;
  amended = gla_patient_new (&fields);
  g_clear_pointer (&patient, gla_patient_unref);
  g_assert_cmpstr (amended->phone, ==, "044 2");
  g_assert_cmpstr (amended->family_name, ==, "Kaya");
  g_assert_cmpint (amended->revision, ==, 4);
}

typedef struct
{
  const char *family;
  const char *given;
  const char *name;
  const char *spoken;
  const char *initials;
} NameCase;

static const NameCase names[] = {
  { "Kaya", "Mira", "Kaya, Mira", "Mira Kaya", "MK" },
  { "Kaya", NULL, "Kaya", "Kaya", "K" },
  { NULL, "Mira", "Mira", "Mira", "M" },
  { "", "Mira", "Mira", "Mira", "M" },
  { "Kaya", "", "Kaya", "Kaya", "K" },
  { NULL, NULL, "", "", "" },
  { "øvrebø", "åse", "øvrebø, åse", "åse øvrebø", "ÅØ" },
  { "山田", "太郎", "山田, 太郎", "太郎 山田", "太山" },
};

static void
test_names (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      GlaPatient patient = { .family_name = names[i].family, .given_name = names[i].given };
      g_autofree char *name = gla_patient_get_name (&patient);
      g_autofree char *spoken = gla_patient_get_spoken_name (&patient);
      g_autofree char *initials = gla_patient_get_initials (&patient);

      g_assert_cmpstr (name, ==, names[i].name);
      g_assert_cmpstr (spoken, ==, names[i].spoken);
      g_assert_cmpstr (initials, ==, names[i].initials);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/records/copy", test_copy);
  g_test_add_func ("/record/records/amend", test_amend);
  g_test_add_func ("/record/records/names", test_names);

  return g_test_run ();
}

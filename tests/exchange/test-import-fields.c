/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fields.h"

typedef struct
{
  const char *headers;   /* separated by "|" */
  GlaImportKind kind;
  const char *fields;    /* keys */
} Case;

static const Case cases[] = {
  { "Last Name|First Name|DOB|Gender|Mobile|Email", GLA_IMPORT_PATIENTS,
    "family-name|given-name|birth-date|sex|phone|email" },
  { "Surname|Forename|Date of Birth|Allergies|Notes", GLA_IMPORT_PATIENTS,
    "family-name|given-name|birth-date|allergies|note" },
  { "patient_id|last_name|first_name|birthdate", GLA_IMPORT_PATIENTS,
    "number|family-name|given-name|birth-date" },
  { "PatientID|LastName|FirstName|DateOfBirth", GLA_IMPORT_PATIENTS,
    "number|family-name|given-name|birth-date" },
  { "MRN|Name|D.O.B.|Preferred Language", GLA_IMPORT_PATIENTS,
    "number|full-name|birth-date|language" },
  { "Nachname|Vorname|Geburtsdatum|Straße|PLZ|Ort|Telefon", GLA_IMPORT_PATIENTS,
    "family-name|given-name|birth-date|address|address|address|phone" },
  { "Name|Vorname|Geb.-Datum", GLA_IMPORT_PATIENTS, "family-name|given-name|birth-date" },
  { "Nom|Prénom|Date de naissance|Téléphone", GLA_IMPORT_PATIENTS,
    "family-name|given-name|birth-date|phone" },
  { "Apellidos|Nombre|Fecha de nacimiento|Móvil|Correo electrónico", GLA_IMPORT_PATIENTS,
    "family-name|given-name|birth-date|phone|email" },
  { "Full Name|Last Name|First Name", GLA_IMPORT_PATIENTS, "none|family-name|given-name" },
  { "ID|Patient ID|Name", GLA_IMPORT_PATIENTS, "none|number|full-name" },
  { "Patient ID|ID|Name", GLA_IMPORT_PATIENTS, "number|none|full-name" },
  { "Colour|Last Name||Shoe size", GLA_IMPORT_PATIENTS, "none|family-name|none|none" },
  { "Patient ID|Treatment Date|Area|Side|Product|Lot|Units|Injector", GLA_IMPORT_TREATMENTS,
    "number|date|area|side|product|lot|units|injector" },
  { "Patient|Date|Site|Brand|Batch No|Dose|Practitioner|Expiry|Points", GLA_IMPORT_TREATMENTS,
    "full-name|date|area|product|lot|units|injector|expiry|points" },
  { "Patient|Datum|Zone|Präparat|Charge|Einheiten|Behandler", GLA_IMPORT_TREATMENTS,
    "full-name|date|area|product|lot|units|injector" },
  { "Name|Date|Zone", GLA_IMPORT_TREATMENTS, "full-name|date|area" },
  { "Patient ID|Assessment Date|Area|At Rest|Max|Rater", GLA_IMPORT_ASSESSMENTS,
    "number|date|area|at-rest|at-maximum|rater" },
  { "MRN|Date|Zone|Score|Practitioner|Reason|Worn Off|Still Working", GLA_IMPORT_ASSESSMENTS,
    "number|date|area|at-maximum|staff|reason|worn-off|still-working" },
  { "MRN|Date|Area|Frown", GLA_IMPORT_ASSESSMENTS, "number|date|area|at-maximum" },
};

static void
test_guess (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) headers = g_strsplit (cases[i].headers, "|", -1);
      g_auto (GStrv) expected = g_strsplit (cases[i].fields, "|", -1);
      guint n_headers = g_strv_length (headers);
      GlaImportField fields[16];

      g_assert_cmpuint (n_headers, ==, g_strv_length (expected));
      g_assert_cmpint (gla_import_fields_guess_kind ((const char *const *) headers, n_headers), ==,
                       cases[i].kind);
      gla_import_fields_guess ((const char *const *) headers, n_headers, cases[i].kind, fields);
      for (guint k = 0; k < n_headers; k++)
        g_assert_cmpstr (gla_import_field_to_key (fields[k]), ==, expected[k]);
    }
}

/* Each field is recognised by its own name and can be named on the command line. */
static void
test_every_field (void)
{
  static const GlaImportKind kinds[] = { GLA_IMPORT_PATIENTS, GLA_IMPORT_TREATMENTS,
                                         GLA_IMPORT_ASSESSMENTS };

  for (guint field = 0; field < GLA_N_IMPORT_FIELDS; field++)
    {
      const char *key = gla_import_field_to_key (field);
      GlaImportField back;
      guint n_kinds = 0;

      g_assert_cmpstr (gla_import_field_get_name (field), !=, "");
      g_assert_true (gla_import_field_from_key (key, &back));
      g_assert_cmpint (back, ==, field);
      for (gsize i = 0; field != GLA_IMPORT_FIELD_NONE && i < G_N_ELEMENTS (kinds); i++)
        if (gla_import_field_is_of (field, kinds[i]))
          {
            n_kinds++;
            if (field == GLA_IMPORT_FIELD_MAY_CONTACT)
              key = "may contact";
            gla_import_fields_guess (&key, 1, kinds[i], &back);
            g_assert_cmpint (back, ==, field);
          }
      g_assert_true (field == GLA_IMPORT_FIELD_NONE || n_kinds > 0);
    }
  g_assert_false (gla_import_field_from_key ("colour", &(GlaImportField) { 0 }));
}

static void
test_kinds (void)
{
  GlaImportKind kind;

  g_assert_true (gla_import_kind_from_key ("treatments", &kind));
  g_assert_cmpint (kind, ==, GLA_IMPORT_TREATMENTS);
  g_assert_cmpstr (gla_import_kind_to_key (GLA_IMPORT_ASSESSMENTS), ==, "assessments");
  g_assert_false (gla_import_kind_from_key ("auto", &kind));
  g_assert_false (gla_import_kind_from_key ("Patients", &kind));
  g_assert_false (gla_import_kind_from_key (NULL, &kind));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-fields/guess", test_guess);
  g_test_add_func ("/import-fields/every-field", test_every_field);
  g_test_add_func ("/import-fields/kinds", test_kinds);
  return g_test_run ();
}

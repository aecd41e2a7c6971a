/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-form.h"

#include <locale.h>

#define TODAY gla_day_new (2026, 11, 23)

static GlaPatient *
new_patient (void)
{
  const GlaPatient fields = {
    .id = "11111111-1111-4111-8111-111111111111",
    .number = "000184",
    .family_name = "Kaya",
    .given_name = "Mira",
    .birth_day = gla_day_new (1984, 5, 12),
    .sex = GLA_SEX_FEMALE,
    .phone = "+41 44 555 01 02",
    .language = "tr",
    .may_contact = TRUE,
    .large_print = TRUE,
    .allergies = "cow's milk",
    .revision = 7,
  };

  return gla_patient_new (&fields);
}

/* What goes into the form comes out of it unchanged. */
static void
test_round_trip (void)
{
  g_autoptr (GlaPatient) patient = new_patient ();
  g_autoptr (GlaPatientForm) form = gla_patient_form_new (patient);
  g_autoptr (GlaPatient) back = NULL;

  back = gla_patient_form_to_patient (form, patient, GLA_DAY_ORDER_DMY, TODAY);
  g_assert_cmpstr (back->id, ==, patient->id);
  g_assert_cmpint (back->revision, ==, 7);
  g_assert_cmpstr (back->number, ==, "000184");
  g_assert_cmpstr (back->family_name, ==, "Kaya");
  g_assert_cmpstr (back->given_name, ==, "Mira");
  g_assert_cmpint (back->birth_day, ==, patient->birth_day);
  g_assert_cmpint (back->sex, ==, GLA_SEX_FEMALE);
  g_assert_cmpstr (back->phone, ==, "+41 44 555 01 02");
  g_assert_cmpstr (back->language, ==, "tr");
  g_assert_true (back->may_contact);
  g_assert_true (back->large_print);
  g_assert_cmpstr (back->allergies, ==, "cow's milk");
  g_assert_null (back->conditions);
  g_assert_null (back->note);
}

static void
test_blanks (void)
{
  g_autoptr (GlaPatientForm) form = gla_patient_form_new (NULL);
  g_autoptr (GlaPatient) patient = NULL;

  g_assert_false (gla_patient_form_has_name (form));
  gla_patient_form_set (form, GLA_PATIENT_FAMILY_NAME, "  ");
  g_assert_false (gla_patient_form_has_name (form));
  gla_patient_form_set (form, GLA_PATIENT_GIVEN_NAME, "  Mira ");
  g_assert_true (gla_patient_form_has_name (form));

  patient = gla_patient_form_to_patient (form, NULL, GLA_DAY_ORDER_DMY, TODAY);
  g_assert_null (patient->id);
  g_assert_null (patient->family_name);
  g_assert_cmpstr (patient->given_name, ==, "Mira");
  g_assert_null (patient->number);
  g_assert_cmpint (patient->birth_day, ==, GLA_DAY_NONE);
  g_assert_false (patient->may_contact);
}

static void
test_draft (void)
{
  g_autoptr (GlaPatient) patient = new_patient ();
  g_autoptr (GlaPatientForm) base = gla_patient_form_new (patient);
  g_autoptr (GlaPatientForm) form = gla_patient_form_new (patient);
  g_autoptr (GlaPatientForm) other = NULL;
  g_autofree char *draft = NULL;
  GlaPatient amended;

  g_assert_null (gla_patient_form_to_draft (form, base));
  gla_patient_form_set (form, GLA_PATIENT_NOTE, "two\nlines; and = signs [x] ü");
  gla_patient_form_set (form, GLA_PATIENT_PHONE, "");
  draft = gla_patient_form_to_draft (form, base);
  g_assert_nonnull (draft);
  /* Only what was changed: names are not in it. */
  g_assert_null (strstr (draft, "Kaya"));

  /* Meanwhile somebody amended the name; the draft leaves that alone. */
  amended = *patient;
  amended.family_name = "Kaya-Demir";
  other = gla_patient_form_new (&amended);
  g_assert_true (gla_patient_form_apply_draft (other, draft));
  g_assert_cmpstr (other->texts[GLA_PATIENT_FAMILY_NAME], ==, "Kaya-Demir");
  g_assert_cmpstr (other->texts[GLA_PATIENT_NOTE], ==, "two\nlines; and = signs [x] ü");
  g_assert_cmpstr (other->texts[GLA_PATIENT_PHONE], ==, "");

  g_assert_false (gla_patient_form_apply_draft (other, ""));
  g_assert_false (gla_patient_form_apply_draft (other, "no key file at all"));
  g_assert_false (gla_patient_form_apply_draft (other, "[other]\nnote=x\n"));
}

static void
test_birth (void)
{
  const struct
  {
    const char *text;
    GlaDayOrder order;
    GlaBirthReading reading;
    GlaDay day;
  } cases[] = {
    { "", GLA_DAY_ORDER_DMY, GLA_BIRTH_EMPTY, GLA_DAY_NONE },
    { "  ", GLA_DAY_ORDER_DMY, GLA_BIRTH_EMPTY, GLA_DAY_NONE },
    { "1984-05-12", GLA_DAY_ORDER_DMY, GLA_BIRTH_OK, gla_day_new (1984, 5, 12) },
    { "12.5.1984", GLA_DAY_ORDER_MDY, GLA_BIRTH_OK, gla_day_new (1984, 5, 12) },
    { "3/4/84", GLA_DAY_ORDER_DMY, GLA_BIRTH_OK, gla_day_new (1984, 4, 3) },
    { "3/4/84", GLA_DAY_ORDER_MDY, GLA_BIRTH_OK, gla_day_new (1984, 3, 4) },
    { "3/4/84", GLA_DAY_ORDER_ASK, GLA_BIRTH_AMBIGUOUS, GLA_DAY_NONE },
    { "31.2.1984", GLA_DAY_ORDER_DMY, GLA_BIRTH_IMPOSSIBLE, GLA_DAY_NONE },
    { "2030-01-01", GLA_DAY_ORDER_DMY, GLA_BIRTH_FUTURE, GLA_DAY_NONE },
    { "soon", GLA_DAY_ORDER_DMY, GLA_BIRTH_NOT_A_DATE, GLA_DAY_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaPatientForm) form = gla_patient_form_new (NULL);
      GlaDay day;

      gla_patient_form_set (form, GLA_PATIENT_BIRTH, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (gla_patient_form_read_birth (form, cases[i].order, TODAY, &day), ==,
                       cases[i].reading);
      g_assert_cmpint (day, ==, cases[i].day);
    }
}

static void
test_email (void)
{
  const struct
  {
    const char *text;
    gboolean odd;
  } cases[] = {
    { "", FALSE },          { "mira@example.org", FALSE }, { " mira@example.org ", FALSE },
    { "mira", TRUE },       { "@example.org", TRUE },      { "mira@", TRUE },
    { "a b@example.org", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaPatientForm) form = gla_patient_form_new (NULL);

      gla_patient_form_set (form, GLA_PATIENT_EMAIL, cases[i].text);
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (gla_patient_form_has_odd_email (form), ==, cases[i].odd);
    }
}

static void
test_take_name (void)
{
  const struct
  {
    const char *text;
    const char *family;
    const char *given;
  } cases[] = {
    { "Kaya", "Kaya", "" },
    { "Mira Kaya", "Kaya", "Mira" },
    { " Kaya , Mira Lale ", "Kaya", "Mira Lale" },
    { "Mira Lale  Kaya", "Kaya", "Mira Lale" },
    { "", "", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaPatientForm) form = gla_patient_form_new (NULL);

      gla_patient_form_take_name (form, cases[i].text);
      g_assert_cmpstr (form->texts[GLA_PATIENT_FAMILY_NAME], ==, cases[i].family);
      g_assert_cmpstr (form->texts[GLA_PATIENT_GIVEN_NAME], ==, cases[i].given);
    }
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/pages/patient-form/round-trip", test_round_trip);
  g_test_add_func ("/pages/patient-form/blanks", test_blanks);
  g_test_add_func ("/pages/patient-form/draft", test_draft);
  g_test_add_func ("/pages/patient-form/birth", test_birth);
  g_test_add_func ("/pages/patient-form/email", test_email);
  g_test_add_func ("/pages/patient-form/take-name", test_take_name);

  return g_test_run ();
}

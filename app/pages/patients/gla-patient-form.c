/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-form.h"

#include "gla-i18n.h"
#include "gla-words.h"

#define DRAFT_GROUP "patient"

static const char *const field_keys[GLA_PATIENT_N_FIELDS] = {
  [GLA_PATIENT_FAMILY_NAME] = "family-name",
  [GLA_PATIENT_GIVEN_NAME] = "given-name",
  [GLA_PATIENT_BIRTH] = "birth",
  [GLA_PATIENT_PHONE] = "phone",
  [GLA_PATIENT_MAY_CONTACT] = "may-contact",
  [GLA_PATIENT_SEX] = "sex",
  [GLA_PATIENT_NUMBER] = "number",
  [GLA_PATIENT_EMAIL] = "email",
  [GLA_PATIENT_ADDRESS] = "address",
  [GLA_PATIENT_LANGUAGE] = "language",
  [GLA_PATIENT_LARGE_PRINT] = "large-print",
  [GLA_PATIENT_ALLERGIES] = "allergies",
  [GLA_PATIENT_CONDITIONS] = "conditions",
  [GLA_PATIENT_MEDICINES] = "medicines",
  [GLA_PATIENT_NOTE] = "note",
};

static void
fill_from_patient (GlaPatientForm   *self,
                   const GlaPatient *patient)
{
  g_autofree char *birth = NULL;

  if (patient->birth_day != GLA_DAY_NONE)
    birth = gla_day_format (patient->birth_day, GLA_DAY_EXACT);

  gla_patient_form_set (self, GLA_PATIENT_FAMILY_NAME, patient->family_name);
  gla_patient_form_set (self, GLA_PATIENT_GIVEN_NAME, patient->given_name);
  gla_patient_form_set (self, GLA_PATIENT_BIRTH, birth);
  gla_patient_form_set (self, GLA_PATIENT_PHONE, patient->phone);
  gla_patient_form_set (self, GLA_PATIENT_MAY_CONTACT, patient->may_contact ? "yes" : "no");
  gla_patient_form_set (self, GLA_PATIENT_SEX, gla_sex_to_key (patient->sex));
  gla_patient_form_set (self, GLA_PATIENT_NUMBER, patient->number);
  gla_patient_form_set (self, GLA_PATIENT_EMAIL, patient->email);
  gla_patient_form_set (self, GLA_PATIENT_ADDRESS, patient->address);
  gla_patient_form_set (self, GLA_PATIENT_LANGUAGE, patient->language);
  gla_patient_form_set (self, GLA_PATIENT_LARGE_PRINT, patient->large_print ? "yes" : "no");
  gla_patient_form_set (self, GLA_PATIENT_ALLERGIES, patient->allergies);
  gla_patient_form_set (self, GLA_PATIENT_CONDITIONS, patient->conditions);
  gla_patient_form_set (self, GLA_PATIENT_MEDICINES, patient->medicines);
  gla_patient_form_set (self, GLA_PATIENT_NOTE, patient->note);
}

GlaPatientForm *
gla_patient_form_new (const GlaPatient *patient)
{
  const GlaPatient nobody = { .birth_day = GLA_DAY_NONE };
  GlaPatientForm *self = g_new0 (GlaPatientForm, 1);

  fill_from_patient (self, patient != NULL ? patient : &nobody);

  return self;
}

void
gla_patient_form_free (GlaPatientForm *self)
{
  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    g_free (self->texts[i]);
  g_free (self);
}

void
gla_patient_form_set (GlaPatientForm  *self,
                      GlaPatientField  field,
                      const char      *text)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (field < GLA_PATIENT_N_FIELDS);

  g_free (self->texts[field]);
  self->texts[field] = g_strdup (text != NULL ? text : "");
}

gboolean
gla_patient_form_differs (const GlaPatientForm *self,
                          const GlaPatientForm *base)
{
  g_return_val_if_fail (self != NULL && base != NULL, FALSE);

  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    if (strcmp (self->texts[i], base->texts[i]) != 0)
      return TRUE;

  return FALSE;
}

char *
gla_patient_form_to_draft (const GlaPatientForm *self,
                           const GlaPatientForm *base)
{
  g_autoptr (GKeyFile) file = NULL;

  g_return_val_if_fail (self != NULL && base != NULL, NULL);

  if (!gla_patient_form_differs (self, base))
    return NULL;

  file = g_key_file_new ();
  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    if (strcmp (self->texts[i], base->texts[i]) != 0)
      g_key_file_set_string (file, DRAFT_GROUP, field_keys[i], self->texts[i]);

  return g_key_file_to_data (file, NULL, NULL);
}

gboolean
gla_patient_form_apply_draft (GlaPatientForm *self,
                              const char     *draft)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  gboolean applied = FALSE;

  g_return_val_if_fail (self != NULL && draft != NULL, FALSE);

  if (!g_key_file_load_from_data (file, draft, strlen (draft), G_KEY_FILE_NONE, NULL))
    return FALSE;

  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    {
      g_autofree char *text = g_key_file_get_string (file, DRAFT_GROUP, field_keys[i], NULL);

      if (text == NULL)
        continue;
      gla_patient_form_set (self, i, text);
      applied = TRUE;
    }

  return applied;
}

static char *
dup_stripped (const GlaPatientForm *self,
              GlaPatientField       field)
{
  g_autofree char *text = g_strstrip (g_strdup (self->texts[field]));

  return text[0] != '\0' ? g_steal_pointer (&text) : NULL;
}

GlaBirthReading
gla_patient_form_read_birth (const GlaPatientForm *self,
                             GlaDayOrder           order,
                             GlaDay                today,
                             GlaDay               *day)
{
  g_autofree char *text = NULL;
  GlaDay read = GLA_DAY_NONE;

  g_return_val_if_fail (self != NULL && day != NULL, GLA_BIRTH_EMPTY);

  *day = GLA_DAY_NONE;
  text = dup_stripped (self, GLA_PATIENT_BIRTH);
  if (text == NULL)
    return GLA_BIRTH_EMPTY;

  switch (gla_day_parse (text, order, today, &read))
    {
    case GLA_DAY_READING_OK:
      if (read > today)
        return GLA_BIRTH_FUTURE;
      *day = read;
      return GLA_BIRTH_OK;

    case GLA_DAY_READING_AMBIGUOUS:
      return GLA_BIRTH_AMBIGUOUS;

    case GLA_DAY_READING_IMPOSSIBLE:
      return GLA_BIRTH_IMPOSSIBLE;

    case GLA_DAY_READING_NOT_A_DATE:
    default:
      return GLA_BIRTH_NOT_A_DATE;
    }
}

char *
gla_patient_form_describe_birth (const GlaPatientForm *self,
                                 GlaDayOrder           order,
                                 GlaDay                today)
{
  GlaDay day;
  g_autofree char *date = NULL;
  int age;

  g_return_val_if_fail (self != NULL, NULL);

  switch (gla_patient_form_read_birth (self, order, today, &day))
    {
    case GLA_BIRTH_OK:
      date = gla_day_format (day, GLA_DAY_EXACT);
      age = gla_day_get_age (day, today);
      /* Translators: how a date of birth was understood, and the age */
      return g_strdup_printf (ngettext ("%s · %d year", "%s · %d years", age), date, age);

    case GLA_BIRTH_FUTURE:
      return g_strdup (_("in the future"));

    case GLA_BIRTH_IMPOSSIBLE:
      return g_strdup (_("no such day"));

    case GLA_BIRTH_AMBIGUOUS:
      return g_strdup (_("day or month?"));

    case GLA_BIRTH_NOT_A_DATE:
      return g_strdup (_("not a date yet"));

    case GLA_BIRTH_EMPTY:
    default:
      return g_strdup ("");
    }
}

gboolean
gla_patient_form_has_name (const GlaPatientForm *self)
{
  g_autofree char *family = NULL;
  g_autofree char *given = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  family = dup_stripped (self, GLA_PATIENT_FAMILY_NAME);
  given = dup_stripped (self, GLA_PATIENT_GIVEN_NAME);

  return family != NULL || given != NULL;
}

gboolean
gla_patient_form_has_odd_email (const GlaPatientForm *self)
{
  g_autofree char *email = NULL;
  const char *at;

  g_return_val_if_fail (self != NULL, FALSE);

  email = dup_stripped (self, GLA_PATIENT_EMAIL);
  if (email == NULL)
    return FALSE;

  at = strchr (email, '@');
  return at == NULL || at == email || at[1] == '\0' || strpbrk (email, " \t,;") != NULL;
}

GlaPatient *
gla_patient_form_to_patient (const GlaPatientForm *self,
                             const GlaPatient     *base,
                             GlaDayOrder           order,
                             GlaDay                today)
{
  char *texts[GLA_PATIENT_N_FIELDS];
  GlaPatient fields = { .birth_day = GLA_DAY_NONE };
  GlaPatient *patient;

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    texts[i] = dup_stripped (self, i);

  if (base != NULL)
    {
      fields.id = base->id;
      fields.revision = base->revision;
    }
  fields.family_name = texts[GLA_PATIENT_FAMILY_NAME];
  fields.given_name = texts[GLA_PATIENT_GIVEN_NAME];
  gla_patient_form_read_birth (self, order, today, &fields.birth_day);
  fields.phone = texts[GLA_PATIENT_PHONE];
  fields.may_contact = g_strcmp0 (texts[GLA_PATIENT_MAY_CONTACT], "yes") == 0;
  if (texts[GLA_PATIENT_SEX] != NULL)
    gla_sex_from_key (texts[GLA_PATIENT_SEX], &fields.sex);
  fields.number = texts[GLA_PATIENT_NUMBER];
  fields.email = texts[GLA_PATIENT_EMAIL];
  fields.address = texts[GLA_PATIENT_ADDRESS];
  fields.language = texts[GLA_PATIENT_LANGUAGE];
  fields.large_print = g_strcmp0 (texts[GLA_PATIENT_LARGE_PRINT], "yes") == 0;
  fields.allergies = texts[GLA_PATIENT_ALLERGIES];
  fields.conditions = texts[GLA_PATIENT_CONDITIONS];
  fields.medicines = texts[GLA_PATIENT_MEDICINES];
  fields.note = texts[GLA_PATIENT_NOTE];
  patient = gla_patient_new (&fields);

  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    g_free (texts[i]);

  return patient;
}

/* With a comma the family name stands first, as lists write it; otherwise the
   last word is taken for it, as people speak. */
void
gla_patient_form_take_name (GlaPatientForm *self,
                            const char     *text)
{
  g_autofree char *name = NULL;
  char *split;

  g_return_if_fail (self != NULL && text != NULL);

  name = g_strstrip (g_strdup (text));
  split = strchr (name, ',');
  if (split != NULL)
    {
      *split = '\0';
      gla_patient_form_set (self, GLA_PATIENT_FAMILY_NAME, g_strchomp (name));
      gla_patient_form_set (self, GLA_PATIENT_GIVEN_NAME, g_strchug (split + 1));
      return;
    }

  split = strrchr (name, ' ');
  gla_patient_form_set (self, GLA_PATIENT_FAMILY_NAME, split != NULL ? split + 1 : name);
  if (split != NULL)
    {
      *split = '\0';
      gla_patient_form_set (self, GLA_PATIENT_GIVEN_NAME, g_strchomp (name));
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Who a row is about, and rows that are patients. */

#include "config.h"

#include "gla-import-private.h"

#include "gla-i18n.h"
#include "gla-store-write.h"

#include <string.h>

/* What a row says of its patient. */
typedef struct
{
  const char *number;
  const char *family_name;
  const char *given_name;
  GlaDay birth_day;
  const char *birth_note;   /* a birth date that is not exact, for the note */
} Identity;

static const char *
keep (GlaImportRun *run,
      char         *text)
{
  g_autofree char *owned = text;

  return owned != NULL ? g_string_chunk_insert (run->texts, owned) : NULL;
}

static void
read_names (GlaImportRun *run,
            Identity     *identity)
{
  const char *full = gla_import_get (run, GLA_IMPORT_FIELD_FULL_NAME);
  char *family, *given;

  identity->family_name = gla_import_get (run, GLA_IMPORT_FIELD_FAMILY_NAME);
  identity->given_name = gla_import_get (run, GLA_IMPORT_FIELD_GIVEN_NAME);
  if (full == NULL || identity->family_name != NULL || identity->given_name != NULL)
    return;
  gla_import_split_name (full, &family, &given);
  identity->family_name = keep (run, family);
  identity->given_name = keep (run, given);
}

/* FALSE if the row was refused. */
static gboolean
read_identity (GlaImportRun *run,
               Identity     *identity)
{
  GlaDayPrecision precision;

  memset (identity, 0, sizeof *identity);
  identity->number = gla_import_get (run, GLA_IMPORT_FIELD_NUMBER);
  read_names (run, identity);
  if (!gla_import_read_date (run, GLA_IMPORT_FIELD_BIRTH_DAY, &identity->birth_day, &precision))
    return FALSE;
  if (precision != GLA_DAY_EXACT)
    {
      /* A record holds whole birth dates only; what is known goes into the note. */
      identity->birth_day = GLA_DAY_NONE;
      identity->birth_note
          = keep (run, g_strdup_printf (_("Birth date in the imported list: %s"),
                                        gla_import_get (run, GLA_IMPORT_FIELD_BIRTH_DAY)));
    }
  return TRUE;
}

static gboolean
has_name (const Identity *identity)
{
  return identity->family_name != NULL || identity->given_name != NULL;
}

/* Two people, not one who changed the name or whose birth date was corrected. */
static gboolean
is_someone_else (const GlaImportPerson *person,
                 const Identity        *identity,
                 const char            *name)
{
  return has_name (identity) && identity->birth_day != GLA_DAY_NONE
         && person->birth_day != GLA_DAY_NONE && person->birth_day != identity->birth_day
         && !g_str_equal (person->name, name);
}

/* The patient of that number; %GLA_IMPORT_NOT_FOUND if there is none. */
static GlaImportOutcome
find_by_number (GlaImportRun    *run,
                const Identity  *identity,
                const char      *name,
                GlaImportPerson *person)
{
  const GlaImportPerson *found
      = gla_import_people_find_number (run->people, identity->number);

  if (found == NULL)
    return GLA_IMPORT_NOT_FOUND;
  if (found->voided)
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NUMBER,
                              _("The patient with this record number was taken out of the clinic "
                                "file."));
  if (is_someone_else (found, identity, name))
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NUMBER,
                              _("This record number belongs to a patient with another name and "
                                "birth date."));
  *person = *found;
  return GLA_IMPORT_THERE;
}

/* Exactly this name and birth date, known or not. */
static const GlaImportPerson *
find_by_name (GlaImportRun *run,
              const char   *name,
              GlaDay        birth_day,
              guint        *n_found)
{
  const GlaImportPerson *match = NULL;

  *n_found = 0;
  for (const GlaImportPerson *p = gla_import_people_find_name (run->people, name); p != NULL;
       p = gla_import_people_next (run->people, p))
    if (p->birth_day == birth_day && !p->voided)
      {
        match = p;
        (*n_found)++;
      }
  return match;
}

/* The one patient of that name whose birth date does not speak against it. */
static GlaImportOutcome
find_likely (GlaImportRun    *run,
             const Identity  *identity,
             const char      *name,
             GlaImportPerson *person)
{
  const GlaImportPerson *match = NULL;
  guint n_found = 0;

  if (identity->birth_day != GLA_DAY_NONE)
    match = find_by_name (run, name, identity->birth_day, &n_found);
  if (n_found == 0)
    for (const GlaImportPerson *p = gla_import_people_find_name (run->people, name); p != NULL;
         p = gla_import_people_next (run->people, p))
      if (!p->voided
          && (p->birth_day == GLA_DAY_NONE || identity->birth_day == GLA_DAY_NONE))
        {
          match = p;
          n_found++;
        }
  if (n_found == 0)
    return GLA_IMPORT_NOT_FOUND;
  if (n_found > 1)
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NONE,
                              _("Several patients have this name. Add a column with the record "
                                "number or the birth date."));
  *person = *match;
  return GLA_IMPORT_THERE;
}

static char *
make_id (const Identity *identity,
         const char     *name)
{
  g_autofree char *key = NULL;
  char day[11];

  if (identity->number != NULL)
    key = g_strdup_printf ("patient|number|%s", identity->number);
  else
    key = g_strdup_printf ("patient|name|%s|%s", name,
                           gla_day_write_iso (identity->birth_day, day));
  return gla_identifier_from_text (key);
}

static void
read_details (GlaImportRun *run,
              GlaPatient   *patient)
{
  const char *sex = gla_import_get (run, GLA_IMPORT_FIELD_SEX);
  const char *language = gla_import_get (run, GLA_IMPORT_FIELD_LANGUAGE);
  const char *contact = gla_import_get (run, GLA_IMPORT_FIELD_MAY_CONTACT);

  patient->phone = gla_import_get (run, GLA_IMPORT_FIELD_PHONE);
  patient->email = gla_import_get (run, GLA_IMPORT_FIELD_EMAIL);
  patient->address = gla_import_get (run, GLA_IMPORT_FIELD_ADDRESS);
  patient->allergies = gla_import_get (run, GLA_IMPORT_FIELD_ALLERGIES);
  patient->conditions = gla_import_get (run, GLA_IMPORT_FIELD_CONDITIONS);
  patient->medicines = gla_import_get (run, GLA_IMPORT_FIELD_MEDICINES);
  if (sex != NULL && !gla_import_read_sex (sex, &patient->sex) && !gla_import_is_unknown (sex))
    gla_import_note (run, GLA_IMPORT_FIELD_SEX,
                     _("This word is not known; the sex is left as not recorded."));
  if (language != NULL && !gla_import_is_unknown (language))
    {
      patient->language = gla_import_read_language (run->texts, language);
      if (patient->language == NULL)
        gla_import_note (run, GLA_IMPORT_FIELD_LANGUAGE,
                         _("This language is not known; it is left empty."));
    }
  if (contact != NULL && !gla_import_read_switch (contact, &patient->may_contact))
    gla_import_note (run, GLA_IMPORT_FIELD_MAY_CONTACT,
                     _("This is neither yes nor no; it is taken for no."));
}

/* Adds the patient of the row with all that it says about them. */
static GlaImportOutcome
add_patient (GlaImportRun     *run,
             const Identity   *identity,
             const char       *name,
             const char       *note,
             GlaImportPerson  *person,
             GError          **error)
{
  g_autofree char *id = make_id (identity, name);
  GlaPatient patient = { .id = id, .number = identity->number,
                         .family_name = identity->family_name,
                         .given_name = identity->given_name, .birth_day = identity->birth_day };
  GError *cause = NULL;

  read_details (run, &patient);
  patient.note = gla_import_append_line (run, note, identity->birth_note);
  if (identity->birth_note != NULL)
    gla_import_note (run, GLA_IMPORT_FIELD_BIRTH_DAY,
                     _("The birth date is not exact; it was put into the note."));
  if (!gla_store_add_patient (run->store, &patient, NULL, &cause))
    return gla_import_fail (run, cause, error);

  memset (person, 0, sizeof *person);
  g_strlcpy (person->id, id, sizeof person->id);
  person->birth_day = identity->birth_day;
  /* Not added: it was imported before and then got another number or name by hand. */
  if (!gla_store_batch_was_added (run->store))
    return GLA_IMPORT_THERE;
  gla_import_people_add (run->people, id, identity->number, name, identity->birth_day);
  run->result->n_patients++;
  return GLA_IMPORT_TAKEN;
}

static GlaImportOutcome
refuse_before_birth (GlaImportRun *run)
{
  return gla_import_refuse (run, GLA_IMPORT_FIELD_DAY, _("This is before the patient's birth."));
}

GlaImportOutcome
gla_import_find_patient (GlaImportRun     *run,
                         gboolean          add,
                         GlaDay            day,
                         GlaImportPerson  *person,
                         GError          **error)
{
  Identity identity;
  g_autofree char *name = NULL;
  GlaImportOutcome outcome;

  if (!read_identity (run, &identity))
    return GLA_IMPORT_REFUSED;
  if (identity.number == NULL && !has_name (&identity))
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NONE,
                              _("The row names no patient: record number and name are empty."));
  /* Before anything is added for a row that is then refused. */
  if (identity.birth_day != GLA_DAY_NONE && day != GLA_DAY_NONE && day < identity.birth_day)
    return refuse_before_birth (run);
  name = gla_import_people_fold (identity.family_name, identity.given_name);
  outcome = identity.number != NULL ? find_by_number (run, &identity, name, person)
                                    : find_likely (run, &identity, name, person);
  if (outcome == GLA_IMPORT_THERE && person->birth_day != GLA_DAY_NONE && day != GLA_DAY_NONE
      && day < person->birth_day)
    return refuse_before_birth (run);
  if (outcome != GLA_IMPORT_NOT_FOUND)
    return outcome;
  if (add && has_name (&identity))
    return add_patient (run, &identity, name, NULL, person, error);
  return gla_import_refuse (run,
                            identity.number != NULL ? GLA_IMPORT_FIELD_NUMBER
                                                    : GLA_IMPORT_FIELD_NONE,
                            _("There is no such patient in the clinic file. Import the patients "
                              "first."));
}

/* A second record of one person is for people to judge; the import says that it looks like one. */
static void
note_namesake (GlaImportRun   *run,
               const Identity *identity,
               const char     *name)
{
  guint n_found;

  if (identity->birth_day != GLA_DAY_NONE
      && find_by_name (run, name, identity->birth_day, &n_found) != NULL)
    gla_import_note (run, GLA_IMPORT_FIELD_NUMBER,
                     _("A patient with this name and birth date has another record number. Look "
                       "whether they are the same person."));
}

GlaImportOutcome
gla_import_take_patient (GlaImportRun  *run,
                         GError       **error)
{
  Identity identity;
  GlaImportPerson person;
  g_autofree char *name = NULL;
  GlaImportOutcome outcome;
  guint n_found;

  if (!read_identity (run, &identity))
    return GLA_IMPORT_REFUSED;
  if (!has_name (&identity))
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NONE, _("The patient has no name."));
  name = gla_import_people_fold (identity.family_name, identity.given_name);
  if (identity.number != NULL)
    {
      outcome = find_by_number (run, &identity, name, &person);
      if (outcome != GLA_IMPORT_NOT_FOUND)
        return outcome;
      note_namesake (run, &identity, name);
    }
  else if (find_by_name (run, name, identity.birth_day, &n_found) != NULL)
    return GLA_IMPORT_THERE;
  return add_patient (run, &identity, name, gla_import_get (run, GLA_IMPORT_FIELD_NOTE), &person,
                      error);
}

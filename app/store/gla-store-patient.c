/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-identifier.h"
#include "gla-search-key.h"
#include "gla-store-parts.h"
#include "gla-store-read.h"

#include <string.h>

/* Record numbers that the program gives have six digits. */
#define FIRST_NUMBER 100001
#define LAST_NUMBER 999999

/* A telephone number that is found by its end has at least so many digits. */
#define FEWEST_DIGITS 3

static const GlaField fields[] = {
  GLA_FIELD (GlaPatient, TEXT, number),
  GLA_FIELD (GlaPatient, TEXT, family_name),
  GLA_FIELD (GlaPatient, TEXT, given_name),
  GLA_FIELD (GlaPatient, DAY, birth_day),
  GLA_FIELD (GlaPatient, INT, sex),
  GLA_FIELD (GlaPatient, TEXT, phone),
  GLA_FIELD (GlaPatient, TEXT, email),
  GLA_FIELD (GlaPatient, TEXT, address),
  GLA_FIELD (GlaPatient, TEXT, language),
  GLA_FIELD (GlaPatient, INT, may_contact),
  GLA_FIELD (GlaPatient, TEXT, allergies),
  GLA_FIELD (GlaPatient, TEXT, conditions),
  GLA_FIELD (GlaPatient, TEXT, medicines),
  GLA_FIELD (GlaPatient, TEXT, note),
  GLA_FIELD (GlaPatient, INT, large_print),
};

#define COLUMNS                                                                                    \
  "id, number, family_name, given_name, birth_day, sex, phone, email, address, language,"          \
  " may_contact, allergies, conditions, medicines, note, large_print"

const GlaTable gla_patient_table = {
  GLA_TABLE_STATEMENTS ("patient", "0"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .id = offsetof (GlaPatient, id),
  .patient = GLA_NO_MEMBER,
  .revision = offsetof (GlaPatient, revision),
  .update = "UPDATE patient SET number = :number, family_name = :family_name,"
            " given_name = :given_name, birth_day = :birth_day, sex = :sex, phone = :phone,"
            " email = :email, address = :address, language = :language,"
            " may_contact = :may_contact, allergies = :allergies, conditions = :conditions,"
            " medicines = :medicines, note = :note, large_print = :large_print,"
            " revision = revision + 1 WHERE id = :id",
};

/* The words in one spelling each; with ASCII alone there is no other. */
static char *
fold_name (const char *name)
{
  g_auto (GStrv) words = NULL;

  if (name == NULL || g_str_is_ascii (name))
    return gla_search_key_new (name);
  words = gla_search_key_split (name);
  return g_strjoinv (" ", words);
}

char *
gla_store_make_name_key (const char *family_name,
                         const char *given_name)
{
  g_autofree char *family = fold_name (family_name);
  g_autofree char *given = fold_name (given_name);

  /* Two blanks, so that "De" with any given name comes before "De la Cruz". */
  return g_strconcat (family, "  ", given, NULL);
}

char *
gla_store_make_phone_key (const char *phone)
{
  char *digits = gla_search_key_digits (phone);

  if (strlen (digits) < FEWEST_DIGITS)
    g_clear_pointer (&digits, g_free);
  return digits != NULL ? g_strreverse (digits) : NULL;
}

gboolean
gla_store_find_patient_row (GlaStore    *self,
                            const char  *id,
                            gint64      *row,
                            GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean found = FALSE;

  if (id != NULL && g_strcmp0 (id, self->last_patient) == 0)
    {
      *row = self->last_patient_row;
      return TRUE;
    }
  statement = gla_store_prepare (self, "SELECT row FROM patient WHERE id = :id", error);
  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &found, error))
    return FALSE;
  if (!found)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
                           _("There is no such patient in the clinic file."));
      return FALSE;
    }
  *row = gla_statement_get_int (statement, 0);
  g_free (self->last_patient);
  self->last_patient = g_strdup (id);
  self->last_patient_row = *row;
  return TRUE;
}

static gboolean
is_number_free (GlaStore    *self,
                const char  *number,
                gboolean    *is_free,
                GError     **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT 1 FROM patient WHERE number = :number", error);
  gboolean taken;

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":number", number);
  if (!gla_statement_step (statement, &taken, error))
    return FALSE;
  *is_free = !taken;
  return TRUE;
}

/* The highest number of the form that the program gives, or one less than the first. */
static gboolean
find_last_number (GlaStore  *self,
                  gint64    *number,
                  GError   **error)
{
  if (self->batch != NULL && self->last_number > 0)
    {
      *number = self->last_number;
      return TRUE;
    }
  if (!gla_database_get_int (self->database,
                             "SELECT CAST (number AS INTEGER) FROM patient"
                             " WHERE number BETWEEN '100001' AND '999999'"
                             " AND length (number) = 6 AND number NOT GLOB '*[^0-9]*'"
                             " ORDER BY number DESC LIMIT 1",
                             number, error))
    return FALSE;
  *number = MAX (*number, FIRST_NUMBER - 1);
  return TRUE;
}

static char *
make_number (GlaStore  *self,
             GError   **error)
{
  gint64 number;
  gboolean is_free = FALSE;

  if (!find_last_number (self, &number, error))
    return NULL;
  /* Somebody may have given 999999 by hand: then the first gap is used. */
  if (number >= LAST_NUMBER)
    number = FIRST_NUMBER - 1;
  while (number < LAST_NUMBER)
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, ++number);

      if (!is_number_free (self, text, &is_free, error))
        return NULL;
      if (is_free)
        return g_steal_pointer (&text);
    }
  g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                       _("All record numbers of six digits are taken. Enter a number."));
  return NULL;
}

/* What the table holds beside the fields: the keys for sorting and searching. */
static void
bind_keys (GlaStatement      *statement,
           const GlaPatient  *patient)
{
  g_autofree char *name_key = gla_store_make_name_key (patient->family_name, patient->given_name);
  g_autofree char *phone_key = gla_store_make_phone_key (patient->phone);

  gla_statement_bind_text (statement, ":name_key", name_key);
  gla_statement_bind_text (statement, ":phone_key", phone_key);
}

/* @inserted is FALSE if a patient of that identifier is in the file already. */
static gboolean
insert_row (GlaStore          *self,
            const GlaPatient  *patient,
            const char        *id,
            gboolean          *inserted,
            GError           **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "INSERT INTO patient (" COLUMNS ", name_key, phone_key)"
                           " VALUES (:id, :number, :family_name, :given_name, :birth_day, :sex,"
                           " :phone, :email, :address, :language, :may_contact, :allergies,"
                           " :conditions, :medicines, :note, :large_print, :name_key, :phone_key)"
                           " ON CONFLICT (id) DO NOTHING",
                           error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  gla_fields_bind (fields, G_N_ELEMENTS (fields), statement, patient);
  bind_keys (statement, patient);
  if (!gla_statement_run (statement, error))
    return FALSE;
  *inserted = gla_database_get_changes (self->database) == 1;
  if (!*inserted)
    return TRUE;
  return gla_store_index_patient (self,
                                  sqlite3_last_insert_rowid (
                                      gla_database_get_handle (self->database)),
                                  patient, TRUE, error);
}

static gboolean
update_keys (GlaStore          *self,
             gint64             row,
             const GlaPatient  *patient,
             GError           **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "UPDATE patient SET name_key = :name_key, phone_key = :phone_key"
                           " WHERE row = :row",
                           error);

  if (statement == NULL)
    return FALSE;
  bind_keys (statement, patient);
  gla_statement_bind_int (statement, ":row", row);
  return gla_statement_run (statement, error)
         && gla_store_index_patient (self, row, patient, TRUE, error);
}

static gboolean
insert_patient (GlaStore          *self,
                const GlaPatient  *patient,
                const char        *id,
                gboolean          *inserted,
                GError           **error)
{
  GlaPatient numbered = *patient;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;

  if (patient->number == NULL || patient->number[0] == '\0')
    {
      number = make_number (self, error);
      if (number == NULL)
        return FALSE;
      numbered.number = number;
    }
  if (!insert_row (self, &numbered, id, inserted, error))
    return FALSE;
  if (*inserted && number != NULL)
    self->last_number = g_ascii_strtoll (number, NULL, 10);
  if (self->batch != NULL)
    return TRUE;
  if (!*inserted)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                           _("This record is already in the clinic file."));
      return FALSE;
    }
  after = gla_table_describe (self, &gla_patient_table, id, error);
  return after != NULL
         && gla_store_write_audit (self, "add", "patient", id, id, NULL, after, NULL, error);
}

gboolean
gla_store_add_patient (GlaStore          *self,
                       const GlaPatient  *patient,
                       char             **id,
                       GError           **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = NULL;
  gboolean inserted;

  g_return_val_if_fail (self != NULL && patient != NULL, FALSE);

  if (!gla_store_begin_single (self, &transaction, error))
    return FALSE;
  name = patient->id != NULL ? g_strdup (patient->id) : gla_identifier_new ();
  if (!insert_patient (self, patient, name, &inserted, error)
      || !gla_store_commit_single (transaction, error))
    return FALSE;
  self->batch_added = inserted;
  gla_store_forget_names (self);
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

gboolean
gla_store_amend_patient (GlaStore          *self,
                         const GlaPatient  *patient,
                         const char        *reason,
                         GError           **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autoptr (GlaPatient) old = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gint64 row;

  g_return_val_if_fail (self != NULL && patient != NULL && patient->id != NULL, FALSE);

  transaction = gla_store_begin (self, error);
  if (transaction == NULL)
    return FALSE;
  old = gla_store_read_patient (self, patient->id, error);
  if (old == NULL || !gla_store_find_patient_row (self, patient->id, &row, error))
    return FALSE;
  before = gla_table_describe (self, &gla_patient_table, patient->id, error);
  if (before == NULL || !gla_table_update (self, &gla_patient_table, patient, error)
      || !gla_store_index_patient (self, row, old, FALSE, error)
      || !update_keys (self, row, patient, error))
    return FALSE;
  after = gla_table_describe (self, &gla_patient_table, patient->id, error);
  if (after == NULL
      || !gla_store_write_audit (self, "amend", "patient", patient->id, patient->id, before, after,
                                 reason, error)
      || !gla_transaction_commit (transaction, error))
    return FALSE;
  gla_store_forget_names (self);
  return TRUE;
}

GlaPatient *
gla_store_read_patient (GlaStore    *self,
                        const char  *id,
                        GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row;

  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT " COLUMNS ", revision FROM patient"
                                 " WHERE id = :id AND void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  return gla_store_take_patient (statement);
}

GlaStatement *
gla_store_prepare_patients (GlaStore  *self,
                            GError   **error)
{
  return gla_store_prepare (self,
                            "SELECT " COLUMNS ", revision, row FROM patient"
                            " WHERE row BETWEEN :first AND :last AND void_reason IS NULL"
                            " ORDER BY row",
                            error);
}

GlaPatient *
gla_store_take_patient (GlaStatement *statement)
{
  GlaPatient patient = { 0 };

  gla_table_read (&gla_patient_table, statement, &patient);
  return gla_patient_new (&patient);
}

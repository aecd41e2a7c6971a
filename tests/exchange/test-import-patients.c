/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fixture.h"

#include <string.h>

#define HEADER "Patient ID,Last Name,First Name,DOB,Gender,Mobile,Phone,Email,Street,City," \
               "Language,Allergies,Notes\n"

static const char list[] =
  HEADER
  "A1,Kaya,Mira,09.02.1984,F,0170 1,044 2,mira@example.org,\"1, High Street\",Town,Turkish,"
  "latex,\"likes\nmornings\"\n"
  "A2,O'Neil,Sam,1971-01-05,male,,,,,,de,,\n"
  ",M\xc3\xbcller,Jo,1990-11-30,,,,,,,,,\n";

static void
test_fields (GlaImportFixture *self,
             gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaPatient *patient;

  gla_import_fixture_check (self, list, 3, 0, 0);
  history = gla_import_fixture_read (self, "A1");
  patient = history->patient;
  g_assert_cmpstr (patient->number, ==, "A1");
  g_assert_cmpstr (patient->family_name, ==, "Kaya");
  g_assert_cmpstr (patient->given_name, ==, "Mira");
  g_assert_cmpint (patient->birth_day, ==, gla_day_from_iso ("1984-02-09"));
  g_assert_cmpint (patient->sex, ==, GLA_SEX_FEMALE);
  g_assert_cmpstr (patient->phone, ==, "0170 1, 044 2");
  g_assert_cmpstr (patient->email, ==, "mira@example.org");
  g_assert_cmpstr (patient->address, ==, "1, High Street\nTown");
  g_assert_cmpstr (patient->language, ==, "tr");
  g_assert_cmpstr (patient->allergies, ==, "latex");
  g_assert_cmpstr (patient->note, ==, "likes\nmornings");
  g_assert_false (patient->may_contact);
}

static void
test_twice (GlaImportFixture *self,
            gconstpointer     data)
{
  gla_import_fixture_check (self, list, 3, 0, 0);
  gla_import_fixture_check (self, list, 0, 3, 0);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 3);
}

/* Patients without a number get the next free one, never one that a later row has. */
static void
test_numbers (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self,
                            "MRN,Last Name,First Name,DOB\n,Alpha,A,1980-01-01\n"
                            "100001,Beta,B,1981-01-01\n100002,Gamma,C,1982-01-01\n",
                            3, 0, 0);
  history = gla_import_fixture_read (self, "100001");
  g_assert_cmpstr (history->patient->family_name, ==, "Beta");
  g_clear_pointer (&history, gla_history_unref);
  history = gla_import_fixture_read (self, "100003");
  g_assert_cmpstr (history->patient->family_name, ==, "Alpha");
}

/* What was entered or amended by hand stays as it is. */
static void
test_by_hand (GlaImportFixture *self,
              gconstpointer     data)
{
  GlaPatient fields = { .number = "A1", .family_name = "Kaya-Berg", .given_name = "Mira",
                        .birth_day = gla_day_from_iso ("1984-02-09") };
  g_autoptr (GlaHistory) history = NULL;

  g_assert_true (gla_store_add_patient (self->store, &fields, NULL, NULL));
  gla_import_fixture_check (self, list, 2, 1, 0);
  history = gla_import_fixture_read (self, "A1");
  g_assert_cmpstr (history->patient->family_name, ==, "Kaya-Berg");
  g_assert_null (history->patient->phone);
}

/* Moved to another record number by hand, then imported again. */
static void
test_renumbered (GlaImportFixture *self,
                 gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  GlaPatient fields;

  gla_import_fixture_check (self, list, 3, 0, 0);
  history = gla_import_fixture_read (self, "A2");
  fields = *history->patient;
  fields.number = "B2";
  g_assert_true (gla_store_amend_patient (self->store, &fields, "new number", NULL));
  gla_import_fixture_check (self, list, 0, 3, 0);
}

static void
test_voided (GlaImportFixture *self,
             gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self, list, 3, 0, 0);
  history = gla_import_fixture_read (self, "A1");
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, history->patient->id, "twice",
                                 NULL));
  gla_import_fixture_check (self, list, 0, 2, 1);
}

static void
test_refused (GlaImportFixture *self,
              gconstpointer     data)
{
  static const struct
  {
    const char *row;
    const char *column;   /* NULL: the whole row */
    gboolean refused;     /* FALSE: noted */
  } cases[] = {
    { "1,,,1980-01-01,,,,,,,,,", NULL, TRUE },
    { "2,Kaya,Mira,1980-02-31,,,,,,,,,", "DOB", TRUE },
    { "3,Kaya,Mira,2026-11-24,,,,,,,,,", "DOB", TRUE },
    { "4,Kaya,Mira,soon,,,,,,,,,", "DOB", TRUE },
    { "5,Kaya,Mira,1780-01-01,,,,,,,,,", "DOB", TRUE },
    { "6,Kaya,Mira", "DOB", TRUE },
    { "7,Kaya,Mira,1980-01-01,,,,,,,,,,x", NULL, TRUE },
    { "8,Kaya,\"Mi\"ra,1980-01-01,,,,,,,,,", "First Name", TRUE },
    { "9,Kaya,Mira,1984,,,,,,,,,", "DOB", FALSE },
    { "10,Kaya,Mira,,?,,,,,,,,", NULL, FALSE },
    { "11,Kaya,Mira,,zzz,,,,,,,,", "Gender", FALSE },
    { "12,Kaya,Mira,,,,,,,,Elvish,,", "Language", FALSE },
    { "13,Kaya,Mira,N/A,,,,,,,,,", NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf (HEADER "%s\nok%d,Fine,Row%d,,,,,,,,,,\n",
                                               cases[i].row, (int) i, (int) i);
      g_autoptr (GlaImportResult) result = gla_import_fixture_run (self, text, FALSE);
      const GlaImportIssue *issue;

      g_assert_cmpint (result->n_refused, ==, cases[i].refused);
      g_assert_cmpint (result->n_taken, ==, cases[i].refused ? 1 : 2);
      g_assert_cmpuint (result->issues->len, ==, cases[i].refused || cases[i].column != NULL);
      if (result->issues->len == 0)
        continue;
      issue = result->issues->pdata[0];
      g_assert_cmpint (issue->row, ==, 2);
      g_assert_cmpstr (issue->column, ==, cases[i].column);
      g_assert_cmpint (issue->refused, ==, cases[i].refused);
      g_assert_cmpstr (issue->reason, !=, "");
      g_assert_null (strstr (issue->reason, "Kaya"));
    }
}

/* One number for two people is refused; a changed name or a corrected birth date is not. */
static void
test_same_number (GlaImportFixture *self,
                  gconstpointer     data)
{
  gla_import_fixture_check (self, "MRN,Last Name,DOB\n1,Kaya,1984-02-09\n", 1, 0, 0);
  gla_import_fixture_check (self, "MRN,Last Name,DOB\n1,Berg,1984-02-09\n", 0, 1, 0);
  gla_import_fixture_check (self, "MRN,Last Name,DOB\n1,KAYA,1984-02-10\n", 0, 1, 0);
  gla_import_fixture_check (self, "MRN,Last Name,DOB\n1,Osei,1990-01-01\n", 0, 0, 1);
}

static void
test_namesakes (GlaImportFixture *self,
                gconstpointer     data)
{
  g_autoptr (GlaImportResult) result = NULL;

  gla_import_fixture_check (self, "Name,DOB\n\"Kaya, Mira\",1984-02-09\nMira Kaya,1990-01-01\n"
                                  "M\xc3\xadra  k\xc3\xa1ya,1984-02-09\n",
                            2, 1, 0);
  result = gla_import_fixture_run (self, "MRN,Name,DOB\n77,Mira Kaya,1984-02-09\n", FALSE);
  g_assert_cmpint (result->n_taken, ==, 1);
  g_assert_cmpint (result->n_noted, ==, 1);
}

static void
test_windows_1252 (GlaImportFixture *self,
                   gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self,
                            "Kundennummer;Nachname;Vorname;Geburtsdatum;Stra\xdf" "e;PLZ;Ort\r\n"
                            "7;M\xfcller;J\xf6rg;3.4.1970;Ringstra\xdf" "e 1;80331;M\xfcnchen\r\n",
                            1, 0, 0);
  history = gla_import_fixture_read (self, "7");
  g_assert_cmpstr (history->patient->family_name, ==, "M\xc3\xbcller");
  g_assert_cmpstr (history->patient->address, ==,
                   "Ringstra\xc3\x9f" "e 1\n80331\nM\xc3\xbcnchen");
  g_assert_cmpint (history->patient->birth_day, ==, gla_day_from_iso ("1970-04-03"));
}

static void
test_dry_run (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autoptr (GlaImportResult) result = gla_import_fixture_run (self, list, TRUE);
  g_autoptr (GPtrArray) audit = NULL;

  g_assert_cmpint (result->n_taken, ==, 3);
  g_assert_cmpint (result->n_patients, ==, 3);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 0);
  audit = gla_store_list_audit (self->store, NULL, 10, NULL);
  g_assert_cmpuint (audit->len, ==, 0);
  gla_import_fixture_check (self, list, 3, 0, 0);
}

/* One import is one entry of the audit; one that adds nothing is none. */
static void
test_audit (GlaImportFixture *self,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) audit = NULL;
  const GlaAuditEntry *entry;

  gla_import_fixture_check (self, list, 3, 0, 0);
  gla_import_fixture_check (self, list, 0, 3, 0);
  audit = gla_store_list_audit (self->store, NULL, 10, NULL);
  g_assert_cmpuint (audit->len, ==, 1);
  entry = audit->pdata[0];
  g_assert_cmpstr (entry->action, ==, "batch");
  g_assert_nonnull (strstr (entry->after, "3 patients"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, GlaImportFixture, NULL, gla_import_fixture_set_up, test,                       \
              gla_import_fixture_tear_down)

  ADD ("/import-patients/fields", test_fields);
  ADD ("/import-patients/twice", test_twice);
  ADD ("/import-patients/numbers", test_numbers);
  ADD ("/import-patients/by-hand", test_by_hand);
  ADD ("/import-patients/renumbered", test_renumbered);
  ADD ("/import-patients/voided", test_voided);
  ADD ("/import-patients/refused", test_refused);
  ADD ("/import-patients/same-number", test_same_number);
  ADD ("/import-patients/namesakes", test_namesakes);
  ADD ("/import-patients/windows-1252", test_windows_1252);
  ADD ("/import-patients/dry-run", test_dry_run);
  ADD ("/import-patients/audit", test_audit);
  return g_test_run ();
}

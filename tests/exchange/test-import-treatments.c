/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-fixture.h"

#include "gla-store-backup.h"

#define PATIENTS "MRN,Last Name,First Name,DOB\n1,Kaya,Mira,1984-02-09\n2,Osei,Sam,1971-01-05\n"

#define HEADER "MRN,Date,Area,Side,Product,Lot,Units,Injector,Points,Expiry,Notes,Reason\n"

static const char list[] =
  HEADER
  "1,2024-03-01,Glabella,,Botox Cosmetic,C1234,20,Dr A. Osei,5,2026-01-31,calm,routine\n"
  "2,2024-03-01,Masseter,left,Dysport,D9,75,Dr A. Osei,,,,\n"
  "1,2024-03-01,Crow's feet,left,Botox Cosmetic,C1234,12,Dr A. Osei,3,,,\n"
  "1,2024-03-01,Crow's feet,right,Botox Cosmetic,C1234,12,A. Osei,3,,second look,\n"
  "1,2024-07-15,Glabella,,Botox Cosmetic,C9999,20,Dr B. Lind,5,,,wore off\n"
  "1,2024-03-01,Crow's feet,left,Botox Cosmetic,C1234,12,Dr A. Osei,3,,,\n";

static const GlaInjection *
get_injection (const GlaHistory *history,
               guint             place)
{
  g_assert_cmpuint (place, <, history->injections->len);
  return history->injections->pdata[place];
}

static void
set_up (GlaImportFixture *self,
        gconstpointer     data)
{
  gla_import_fixture_set_up (self, data);
  gla_import_fixture_check (self, PATIENTS, 2, 0, 0);
}

/* Rows of one treatment need not follow each other. */
static void
test_grouping (GlaImportFixture *self,
               gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;
  const GlaStaff *injector;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  g_assert_cmpuint (history->treatments->len, ==, 2);
  g_assert_cmpuint (history->injections->len, ==, 5);
  treatment = history->treatments->pdata[0];
  g_assert_cmpint (treatment->day, ==, gla_day_from_iso ("2024-03-01"));
  g_assert_cmpint (treatment->reason, ==, GLA_VISIT_REASON_ROUTINE);
  g_assert_cmpstr (treatment->note, ==, "calm\nExpiry of lot C1234: 2026-01-31\nsecond look");
  injector = gla_history_find_staff (history, treatment->injector);
  g_assert_cmpstr (injector->name, ==, "Dr A. Osei");
  g_assert_false (injector->active);
  treatment = history->treatments->pdata[1];
  g_assert_cmpint (treatment->reason, ==, GLA_VISIT_REASON_WORE_OFF);
}

static void
test_fields (GlaImportFixture *self,
             gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaInjection *injection;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  injection = get_injection (history, 0);
  g_assert_cmpstr (injection->area, ==, "GLAB");
  g_assert_cmpint (injection->side, ==, GLA_SIDE_BOTH);
  g_assert_cmpstr (injection->product, ==, "ona");
  g_assert_cmpstr (injection->lot, ==, "C1234");
  g_assert_cmpint (injection->units, ==, GLA_UNITS (20));
  g_assert_cmpint (injection->points, ==, 5);
  injection = get_injection (history, 1);
  g_assert_cmpstr (injection->area, ==, "LCL");
  g_assert_cmpint (injection->side, ==, GLA_SIDE_LEFT);
  g_clear_pointer (&history, gla_history_unref);
  history = gla_import_fixture_read (self, "2");
  g_assert_cmpstr (get_injection (history, 0)->product, ==, "abo-p");
  g_assert_cmpint (get_injection (history, 0)->points, ==, 0);
}

static void
test_twice (GlaImportFixture *self,
            gconstpointer     data)
{
  GlaStoreCounts counts;

  gla_import_fixture_check (self, list, 6, 0, 0);
  gla_import_fixture_check (self, list, 0, 6, 0);
  counts = gla_import_fixture_count (self);
  g_assert_cmpint (counts.treatments, ==, 3);
  g_assert_cmpint (counts.injections, ==, 6);
}

/* A longer export of the same program adds what is new, also to treatments there were. */
static void
test_longer_list (GlaImportFixture *self,
                  gconstpointer     data)
{
  g_autofree char *longer
      = g_strconcat (list, "1,2024-03-01,Forehead,,Botox Cosmetic,C1234,8,Dr A. Osei,,,,\n", NULL);

  gla_import_fixture_check (self, list, 6, 0, 0);
  gla_import_fixture_check (self, longer, 1, 6, 0);
  g_assert_cmpint (gla_import_fixture_count (self).injections, ==, 7);
  gla_import_fixture_check (self, longer, 0, 7, 0);
}

/* Who amended a treatment knows better than the list it came from. */
static void
test_amended (GlaImportFixture *self,
              gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaTreatment fields;
  GlaInjection injection;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  fields = *(const GlaTreatment *) history->treatments->pdata[0];
  injection = *get_injection (history, 0);
  injection.units = GLA_UNITS (18);
  g_ptr_array_add (injections, &injection);
  g_assert_true (gla_store_amend_treatment (self->store, &fields, injections, "typing error",
                                            NULL));
  g_assert_cmpint (gla_import_fixture_count (self).injections, ==, 3);
  gla_import_fixture_check (self, list, 0, 6, 0);
  g_assert_cmpint (gla_import_fixture_count (self).injections, ==, 3);
}

static void
test_voided (GlaImportFixture *self,
             gconstpointer     data)
{
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;

  gla_import_fixture_check (self, list, 6, 0, 0);
  history = gla_import_fixture_read (self, "1");
  treatment = history->treatments->pdata[0];
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, treatment->id, "wrong patient",
                                 NULL));
  gla_import_fixture_check (self, list, 0, 6, 0);
  g_assert_cmpint (gla_import_fixture_count (self).treatments, ==, 2);
}

/* What is not known stays not known, and is taken. */
static void
test_unknowns (GlaImportFixture *self,
               gconstpointer     data)
{
  g_autoptr (GlaImportResult) result
      = gla_import_fixture_run (self,
                                HEADER "1,03/2024,Glabella,,?,unknown,n/a,,,,,\n"
                                "1,2023,Forehead,,,,,,,,,\n"
                                "1,about 3 May 2022,Chin,,Wondertox,L1,10,,,03/2024,x,stress\n"
                                "1,,Chin,,,,,,,,,\n",
                                FALSE);
  g_autoptr (GlaHistory) history = gla_import_fixture_read (self, "1");
  GlaStoreCounts counts = gla_import_fixture_count (self);
  const GlaTreatment *treatment;

  g_assert_cmpint (result->n_taken, ==, 4);
  g_assert_cmpint (result->n_noted, ==, 2);
  g_assert_cmpint (counts.unknown_products, ==, 4);
  g_assert_cmpint (counts.unknown_lots, ==, 3);
  g_assert_cmpint (counts.unknown_units, ==, 3);
  treatment = history->treatments->pdata[0];
  g_assert_cmpint (treatment->day, ==, GLA_DAY_NONE);
  treatment = history->treatments->pdata[1];
  g_assert_cmpint (treatment->precision, ==, GLA_DAY_ABOUT);
  g_assert_cmpstr (treatment->note, ==,
                   "x\nReason of the visit: stress\nProduct in the imported list: Wondertox\n"
                   "Expiry of lot L1: 2024-03");
  treatment = history->treatments->pdata[2];
  g_assert_cmpint (treatment->precision, ==, GLA_DAY_YEAR);
  treatment = history->treatments->pdata[3];
  g_assert_cmpint (treatment->precision, ==, GLA_DAY_MONTH);
  g_assert_cmpint (treatment->day, ==, gla_day_from_iso ("2024-03-15"));
  gla_import_fixture_check (self,
                            HEADER "1,03/2024,Glabella,,?,unknown,n/a,,,,,\n", 0, 1, 0);
}

static void
test_refused (GlaImportFixture *self,
              gconstpointer     data)
{
  static const struct
  {
    const char *row;
    const char *column;
  } cases[] = {
    { "1,2024-02-30,Glabella,,,,20,,,,,", "Date" },
    { "1,2026-11-24,Glabella,,,,20,,,,,", "Date" },
    { "1,12/2026,Glabella,,,,20,,,,,", "Date" },
    { "1,1983-01-01,Glabella,,,,20,,,,,", "Date" },
    { "1,whenever,Glabella,,,,20,,,,,", "Date" },
    { "1,2024-03-01,,,,,20,,,,,", "Area" },
    { "1,2024-03-01,Elbow,,,,20,,,,,", "Area" },
    { "1,2024-03-01,Glabella,,,,-5,,,,,", "Units" },
    { "1,2024-03-01,Glabella,,,,2000000,,,,,", "Units" },
    { "1,2024-03-01,Glabella,,,,two vials,,,,,", "Units" },
    { "1,2024-03-01,Glabella,upper,,,20,,,,,", "Side" },
    { "1,2024-03-01,Glabella,,,,20,,many,,,", "Points" },
    { "1,2024-03-01,Glabella,,,,20,,,soon,,", "Expiry" },
    { "9,2024-03-01,Glabella,,,,20,,,,,", "MRN" },
    { ",2024-03-01,Glabella,,,,20,,,,,", NULL },
    { "1,2024-03-01,Glabella,,,,20", "Injector" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf (HEADER "%s\n1,2025-03-01,Glabella,,,,%d,,,,,\n", cases[i].row,
                             (int) i + 1);
      g_autoptr (GlaImportResult) result = gla_import_fixture_run (self, text, FALSE);
      const GlaImportIssue *issue;

      g_assert_cmpint (result->n_refused, ==, 1);
      g_assert_cmpint (result->n_taken, ==, 1);
      issue = result->issues->pdata[0];
      g_assert_cmpint (issue->row, ==, 2);
      g_assert_cmpstr (issue->column, ==, cases[i].column);
      g_assert_cmpstr (issue->reason, !=, "");
    }
  g_assert_cmpint (gla_import_fixture_count (self).treatments, ==, 1);
}

static void
test_areas_and_sides (GlaImportFixture *self,
                      gconstpointer     data)
{
  static const struct
  {
    const char *area;
    const char *side;
    const char *key;
    GlaSide taken;
  } cases[] = {
    { "glabella", "", "GLAB", GLA_SIDE_BOTH }, { "GL", "", "GLAB", GLA_SIDE_BOTH },
    { "Frown lines", "", "GLAB", GLA_SIDE_BOTH }, { "Zornesfalte", "", "GLAB", GLA_SIDE_BOTH },
    { "Kr\xc3\xa4henf\xc3\xbc\xc3\x9f" "e", "links", "LCL", GLA_SIDE_LEFT },
    { "Pattes d'oie", "droite", "LCL", GLA_SIDE_RIGHT },
    { "Frente", "", "FRON", GLA_SIDE_BOTH }, { "Left crow's feet", "", "LCL", GLA_SIDE_LEFT },
    { "Masseter (R)", "", "MASS", GLA_SIDE_RIGHT },
    { "Masseter", "bilateral", "MASS", GLA_SIDE_BOTH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = g_strdup_printf (HEADER "2,2025-01-%02d,%s,%s,,,20,,,,,\n", (int) i + 1, cases[i].area,
                             cases[i].side);
      g_autoptr (GlaHistory) history = NULL;

      gla_import_fixture_check (self, text, 1, 0, 0);
      history = gla_import_fixture_read (self, "2");
      g_assert_cmpstr (get_injection (history, (guint) i)->area, ==, cases[i].key);
      g_assert_cmpint (get_injection (history, (guint) i)->side, ==, cases[i].taken);
    }
}

/* Without patients in the file those of the list are added, once. */
static void
test_by_name (GlaImportFixture *self,
              gconstpointer     data)
{
  static const char visits[] = "Patient,DOB,Date,Zone,Units\n"
                               "\"Kaya, Mira\",09.02.1984,2024-03-01,Glabella,20\n"
                               "Lena Vogt,,2024-03-02,Glabella,18\n"
                               "\"Vogt, Lena\",,2024-06-02,Forehead,8\n"
                               "Sam Osei,,2024-03-02,Chin,4\n";
  g_autoptr (GlaHistory) history = NULL;

  gla_import_fixture_check (self, visits, 4, 0, 0);
  gla_import_fixture_check (self, visits, 0, 4, 0);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 3);
  history = gla_import_fixture_read (self, "Vogt");
  g_assert_cmpuint (history->treatments->len, ==, 2);
  g_clear_pointer (&history, gla_history_unref);
  history = gla_import_fixture_read (self, "2");
  g_assert_cmpuint (history->treatments->len, ==, 1);
}

static void
test_namesakes (GlaImportFixture *self,
                gconstpointer     data)
{
  gla_import_fixture_check (self, "MRN,Name,DOB\n3,Mira Kaya,1990-01-01\n", 1, 0, 0);
  gla_import_fixture_check (self, "Name,Date,Area,Units\nMira Kaya,2024-03-01,Glabella,20\n", 0, 0,
                            1);
  gla_import_fixture_check (self,
                            "Name,DOB,Date,Area,Units\nMira Kaya,1990-01-01,2024-03-01,Chin,4\n",
                            1, 0, 0);
}

/* A row that is refused does not leave its patient behind. */
static void
test_refused_leaves_nothing (GlaImportFixture *self,
                             gconstpointer     data)
{
  gla_import_fixture_check (self,
                            "MRN,Name,DOB,Date,Area,Units\n"
                            "8,New One,1990-01-01,1980-03-01,Glabella,20\n"
                            "9,New Two,1990-01-01,2024-03-01,Elbow,20\n",
                            0, 0, 2);
  g_assert_cmpint (gla_import_fixture_count (self).patients, ==, 2);
}

static void
test_known_staff (GlaImportFixture *self,
                  gconstpointer     data)
{
  GlaStaff staff = { .name = "Dr. Berta Lind", .role = GLA_ROLE_OWNER, .active = TRUE };
  g_autoptr (GPtrArray) list_of_staff = NULL;
  g_autoptr (GlaHistory) history = NULL;
  const GlaTreatment *treatment;
  g_autofree char *id = NULL;

  g_assert_true (gla_store_add_staff (self->store, &staff, &id, NULL));
  gla_import_fixture_check (self, HEADER "1,2024-03-01,Glabella,,,,20,berta lind,,,,\n", 1, 0, 0);
  history = gla_import_fixture_read (self, "1");
  treatment = history->treatments->pdata[0];
  g_assert_cmpstr (treatment->injector, ==, id);
  list_of_staff = gla_store_list_staff (self->store, TRUE, NULL);
  g_assert_cmpuint (list_of_staff->len, ==, 1);
}

/* Nobody notices but the patient if the file is damaged by the import. */
static void
test_check (GlaImportFixture *self,
            gconstpointer     data)
{
  g_autoptr (GPtrArray) faults = NULL;

  gla_import_fixture_check (self, list, 6, 0, 0);
  faults = gla_store_check (self->store, NULL, NULL, NULL);
  g_assert_cmpuint (faults->len, ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test)                                                                            \
  g_test_add (path, GlaImportFixture, NULL, set_up, test, gla_import_fixture_tear_down)

  ADD ("/import-treatments/grouping", test_grouping);
  ADD ("/import-treatments/fields", test_fields);
  ADD ("/import-treatments/twice", test_twice);
  ADD ("/import-treatments/longer-list", test_longer_list);
  ADD ("/import-treatments/amended", test_amended);
  ADD ("/import-treatments/voided", test_voided);
  ADD ("/import-treatments/unknowns", test_unknowns);
  ADD ("/import-treatments/refused", test_refused);
  ADD ("/import-treatments/areas-and-sides", test_areas_and_sides);
  ADD ("/import-treatments/by-name", test_by_name);
  ADD ("/import-treatments/namesakes", test_namesakes);
  ADD ("/import-treatments/refused-leaves-nothing", test_refused_leaves_nothing);
  ADD ("/import-treatments/known-staff", test_known_staff);
  ADD ("/import-treatments/check", test_check);
  return g_test_run ();
}

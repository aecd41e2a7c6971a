/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-search-terms.h"

#include <string.h>

/* Tests are read on 1 May 2026. */
#define TODAY gla_day_new (2026, 5, 1)

static const struct
{
  const char *number;
  const char *family_name;
  const char *given_name;
  const char *birth_day;
  const char *phone;
} people[] = {
  { NULL, "Müller", "Zoë", "1984-03-12", "+41 44 123 45 67" },    /* 0 */
  { NULL, "Łódzki", "Jan", "1990-12-03", "044 999 45 67" },       /* 1 */
  { NULL, "O’Brien", "Mary Ann", "1979-01-31", NULL },            /* 2 */
  { NULL, "de la Cruz", "José", NULL, "020 7946 0958" },          /* 3 */
  { NULL, "De", "Zara", "2001-06-05", NULL },                     /* 4 */
  { "000815", "Straßer", "Anna-Lena", "1984-03-13", NULL },       /* 5 */
  { "X-9/b", "Muller", "Adam", "1955-05-05", NULL },              /* 6 */
  { NULL, "山田", "花子", "1988-08-08", NULL },                   /* 7 */
};

static char *ids[G_N_ELEMENTS (people)];

static void
set_up (StoreFixture  *self,
        gconstpointer  data)
{
  g_autofree char *vial = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;

  store_fixture_set_up (self, data);
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autoptr (GError) error = NULL;
      GlaPatient patient = {
        .number = people[i].number,
        .family_name = people[i].family_name,
        .given_name = people[i].given_name,
        .birth_day = people[i].birth_day != NULL ? gla_day_from_iso (people[i].birth_day)
                                                 : GLA_DAY_NONE,
        .phone = people[i].phone,
      };

      gla_store_add_patient (self->store, &patient, &ids[i], &error);
      g_assert_no_error (error);
    }
  vial = store_add_vial (self->store, "C1234-C3", GLA_UNITS (100));
  first = store_add_treatment (self->store, ids[1], "2026-01-05", vial, NULL);
  second = store_add_treatment (self->store, ids[3], "2026-02-05", NULL, "c1234-d4");
  third = store_add_treatment (self->store, ids[4], "2026-03-05", vial, NULL);
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, third, "wrong", NULL));
}

static void
tear_down (StoreFixture  *self,
           gconstpointer  data)
{
  for (gsize i = 0; i < G_N_ELEMENTS (people); i++)
    g_clear_pointer (&ids[i], g_free);
  store_fixture_tear_down (self, data);
}

/* The people found, in order, as digits. */
static char *
search (GlaStore   *store,
        const char *text,
        guint       limit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = gla_store_search (store, text, TODAY, limit, &error);
  GString *found = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GlaPatientRow) row
          = gla_store_read_row (store, g_array_index (rows, gint64, i), &error);

      g_assert_no_error (error);
      for (gsize k = 0; k < G_N_ELEMENTS (people); k++)
        if (strcmp (ids[k], row->id) == 0)
          g_string_append_printf (found, "%d", (int) k);
    }
  return g_string_free (found, FALSE);
}

static void
test_search (StoreFixture  *self,
             gconstpointer  data)
{
  static const struct
  {
    const char *text;
    const char *found;
  } cases[] = {
    { "", "43160257" },
    { "   ", "43160257" },
    { "muller", "60" },
    { "MÜLLER", "60" },
    { "mueller", "0" },
    { "Mü", "60" },
    { "zoe muller", "0" },
    { "mull zo", "0" },
    { "muller nobody", "" },
    { "lodz", "1" },
    { "Łódź", "1" },
    { "obrien", "2" },
    { "o'brien", "2" },
    { "ann mary", "2" },
    { "cruz de", "3" },
    { "de", "43" },
    { "strasser", "5" },
    { "strass lena", "5" },
    { "anna-lena", "5" },
    { "山", "7" },
    { "12.3.1984", "0" },
    { "12.03.84", "0" },
    { "1984-03-12", "0" },
    { "19840312", "0" },
    { "12 March 1984", "0" },
    { "March 12, 1984", "0" },
    { "3/12/1990", "1" },
    { "12/3/1990", "1" }, /* month and day could be swapped: both are looked for */
    { "1984", "05" },
    { "1984-03", "05" },
    { "zoe 1984", "0" },
    { "muller 12.3.1984", "0" },
    { "1.1.1901", "" },
    { "4567", "10" },
    { "123 45 67", "0" },
    { "044 123 45 67", "0" },
    { "+41441234567", "0" },
    { "0958", "3" },
    { "+44 20 7946 0958", "3" },
    { "67", "" },
    { "100001", "0" },
    { "10000", "431027" },
    { "000815", "5" },
    { "815", "5" },
    { "x-9", "6" },
    { "X-9/b", "6" },
    { "c1234-c3", "1" },
    { "C1234-C3", "1" },
    { "c1234", "31" },
    { "c1234-d", "3" },
    { "\"", "43160257" },
    { "\" OR 1=1 --", "" },
    { "muller*", "60" },
    { "NEAR(muller zoe)", "" },
    { "name:muller", "" },
    { "%", "43160257" },
    { "_", "43160257" },
    { "' ; DROP TABLE patient", "" },
    { "\xff\xfe", "43160257" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = search (self->store, cases[i].text, 0);
      g_autofree char *shown = g_strescape (cases[i].text, NULL);

      g_test_message ("\"%s\"", shown);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_limit (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *everybody = search (self->store, "", 3);
  g_autofree char *some = search (self->store, "de", 1);

  g_assert_cmpstr (everybody, ==, "431");
  g_assert_cmpstr (some, ==, "4");
}

/* What was amended is found by the new words and no longer by the old. */
static void
test_amended (StoreFixture  *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaPatient) patient = gla_store_read_patient (self->store, ids[0], &error);
  GlaPatient fields = *patient;
  g_autofree char *old_name = NULL;
  g_autofree char *new_name = NULL;
  g_autofree char *given = NULL;
  g_autofree char *old_phone = NULL;

  fields.family_name = "Ärzte";
  fields.phone = "079 000 11 22";
  g_assert_true (gla_store_amend_patient (self->store, &fields, NULL, &error));
  old_name = search (self->store, "mueller", 0);
  g_assert_cmpstr (old_name, ==, "");
  new_name = search (self->store, "aerzte", 0);
  g_assert_cmpstr (new_name, ==, "0");
  given = search (self->store, "zoe", 0);
  g_assert_cmpstr (given, ==, "0");
  old_phone = search (self->store, "1234567", 0);
  g_assert_cmpstr (old_phone, ==, "");
}

/* Another program's patient appears in the order of names. */
static void
test_other_connection (StoreFixture  *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = search (self->store, "", 0);
  g_autoptr (GlaStore) other = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
  g_autofree char *id = NULL;
  g_autoptr (GArray) rows = NULL;
  gint64 changes = gla_store_get_change_count (self->store);

  g_assert_no_error (error);
  id = store_add_patient (other, "Aaa", "Aaa", NULL);
  g_assert_cmpint (gla_store_get_change_count (self->store), !=, changes);
  rows = gla_store_search (self->store, "", TODAY, 0, &error);
  g_assert_cmpuint (rows->len, ==, strlen (before) + 1);
  g_assert_cmpint (g_array_index (rows, gint64, 0), ==,
                   gla_store_find_row (self->store, id, &error));
}

static void
test_row (StoreFixture  *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  gint64 number = gla_store_find_row (self->store, ids[1], &error);
  g_autoptr (GlaPatientRow) row = gla_store_read_row (self->store, number, &error);
  g_autoptr (GlaPatientRow) voided = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (row->row, ==, number);
  g_assert_cmpstr (row->family_name, ==, "Łódzki");
  g_assert_cmpstr (row->number, ==, "100002");
  g_assert_cmpint (row->birth_day, ==, gla_day_new (1990, 12, 3));
  g_assert_cmpint (row->last_treatment, ==, gla_day_new (2026, 1, 5));
  voided = gla_store_read_row (self->store, gla_store_find_row (self->store, ids[4], NULL), &error);
  g_assert_cmpint (voided->last_treatment, ==, GLA_DAY_NONE);
  g_assert_null (gla_store_read_row (self->store, 4711, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_find_patient (StoreFixture  *self,
                   gconstpointer  data)
{
  static const struct
  {
    const char *text;
    int found;
  } cases[] = {
    { "100001", 0 }, { "000815", 5 },         { "zoe", 0 }, { "Müller, Zoë", 0 },
    { "De Zara", 4 }, { "muller", -1 },       { "nobody", -1 }, { "Adam Muller", 6 },
    { "12.3.1984", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *id = gla_store_find_patient (self->store, cases[i].text, TODAY, &error);

      g_test_message ("\"%s\"", cases[i].text);
      if (cases[i].found < 0)
        g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
      else
        g_assert_cmpstr (id, ==, ids[cases[i].found]);
    }
  {
    g_autofree char *id = gla_store_find_patient (self->store, ids[3], TODAY, NULL);

    g_assert_cmpstr (id, ==, ids[3]);
  }
}

static void
test_similar (StoreFixture  *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *family_name;
    const char *given_name;
    const char *birth_day;
    const char *phone;
    const char *found;
  } cases[] = {
    { "Müller", "Zoë", "1984-03-12", NULL, "0" },
    { "Muller", "Zoe", NULL, NULL, "0" },
    { "Mueller", "Zoe", "1984-03-12", NULL, "0" }, /* one letter more */
    { "Zoe", "Muller", NULL, NULL, "0" },          /* swapped */
    { "Mulelr", "Zoe", "1984-03-12", NULL, "0" },  /* mistyped */
    { "Somebody", "Zoe", "1984-03-12", NULL, "0" }, /* birth day and a name */
    { "Somebody", "Else", "1984-03-12", NULL, "" },
    { "Somebody", "Else", NULL, "0441234567", "0" },
    { "Somebody", "Else", NULL, "67", "" },
    { "Miller", "Maria", NULL, NULL, "" },
    { "", "", NULL, NULL, "" },
    { "Lodzki", "Jan", "1990-12-03", NULL, "1" },
    { "Straser", "Anna Lena", NULL, NULL, "5" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      GlaDay day = cases[i].birth_day != NULL ? gla_day_from_iso (cases[i].birth_day)
                                              : GLA_DAY_NONE;
      g_autoptr (GPtrArray) list
          = gla_store_find_similar (self->store, cases[i].family_name, cases[i].given_name, day,
                                    cases[i].phone, &error);
      g_autoptr (GString) found = g_string_new (NULL);

      g_assert_no_error (error);
      for (guint k = 0; k < list->len; k++)
        for (gsize n = 0; n < G_N_ELEMENTS (people); n++)
          if (strcmp (ids[n], ((GlaPatientRow *) list->pdata[k])->id) == 0)
            g_string_append_printf (found, "%d", (int) n);
      g_test_message ("%s %s", cases[i].family_name, cases[i].given_name);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_terms (void)
{
  g_autoptr (GPtrArray) terms = gla_search_terms_new ("kaya 3 May 1984 C12-3", TODAY);
  const GlaSearchTerm *term;

  g_assert_cmpuint (terms->len, ==, 3);
  term = terms->pdata[0];
  g_assert_cmpstr (term->words[0], ==, "kaya");
  g_assert_null (term->phone);
  term = terms->pdata[1];
  g_assert_cmpint (term->birth_days[0], ==, gla_day_new (1984, 5, 3));
  term = terms->pdata[2];
  g_assert_cmpstr (term->lot, ==, "c12-3");
  g_assert_cmpstr (term->words[0], ==, "c12");
  g_assert_cmpstr (term->words[1], ==, "3");
}

static gboolean
collect_cb (GlaStore    *store,
            const char  *patient,
            gpointer     user_data,
            GError     **error)
{
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);
  GString *found = user_data;

  if (history == NULL)
    return FALSE;
  for (gsize n = 0; n < G_N_ELEMENTS (people); n++)
    if (strcmp (ids[n], patient) == 0)
      g_string_append_printf (found, "%d", (int) n);
  return found->len < 5;
}

static gboolean
fail_cb (GlaStore    *store,
         const char  *patient,
         gpointer     user_data,
         GError     **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED, "no");
  return FALSE;
}

static void
test_for_each (StoreFixture  *self,
               gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) found = g_string_new (NULL);

  g_assert_true (gla_store_for_each_patient (self->store, collect_cb, found, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (found->str, ==, "01234");
  g_assert_false (gla_store_for_each_patient (self->store, fail_cb, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

#define TEST(path, func) g_test_add (path, StoreFixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("/store/search/search", test_search);
  TEST ("/store/search/limit", test_limit);
  TEST ("/store/search/amended", test_amended);
  TEST ("/store/search/other-connection", test_other_connection);
  TEST ("/store/search/row", test_row);
  TEST ("/store/search/find-patient", test_find_patient);
  TEST ("/store/search/similar", test_similar);
  g_test_add_func ("/store/search/terms", test_terms);
  TEST ("/store/search/for-each", test_for_each);

  return g_test_run ();
}

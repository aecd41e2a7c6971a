/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-exchange-error.h"
#include "gla-import-plan.h"
#include "gla-import-values.h"

#include <glib/gstdio.h>
#include <string.h>

#define TODAY "2026-11-23"

/* The plan of a file with this text; the file is gone afterwards. */
static GlaImportPlan *
inspect (const char     *text,
         GlaImportKind   kind,
         GError        **error)
{
  g_autofree char *path = NULL;
  GlaImportPlan *plan;
  int fd = g_file_open_tmp ("gla-plan-XXXXXX.csv", &path, NULL);

  g_assert_cmpint (fd, >=, 0);
  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  plan = gla_import_plan_new (path, kind, NULL, error);
  g_unlink (path);
  return plan;
}

static void
test_day_order (void)
{
  static const struct
  {
    const char *dates;       /* separated by blanks */
    GlaDayOrder own;         /* ASK: the column does not decide */
    gboolean ambiguous;
  } cases[] = {
    { "1984-02-09 2026-12-01", GLA_DAY_ORDER_ASK, FALSE },
    { "9.2.1984 01.12.2026", GLA_DAY_ORDER_ASK, FALSE },
    { "13/02/1984", GLA_DAY_ORDER_DMY, FALSE },
    { "02/13/1984", GLA_DAY_ORDER_MDY, FALSE },
    { "03/04/1984 05/06/1990 31/01/2000", GLA_DAY_ORDER_DMY, FALSE },
    { "03/04/1984 05/06/1990 01/31/2000", GLA_DAY_ORDER_MDY, FALSE },
    { "03-04-1984 31-01-2000", GLA_DAY_ORDER_DMY, FALSE },
    { "3/4/84 31/1/00", GLA_DAY_ORDER_DMY, FALSE },
    { "03/04/1984", GLA_DAY_ORDER_ASK, TRUE },
    { "03/03/1984 04/04/1990", GLA_DAY_ORDER_ASK, FALSE },
    { "03/04/1984 13/02/1984 02/13/1984", GLA_DAY_ORDER_ASK, TRUE },
    { "13/02/1984 02/13/1984", GLA_DAY_ORDER_ASK, FALSE },
    { "03/2024 2023", GLA_DAY_ORDER_ASK, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new ("Last Name,DOB\n");
      g_auto (GStrv) dates = g_strsplit (cases[i].dates, " ", -1);
      g_autoptr (GlaImportPlan) plan = NULL;
      g_autoptr (GError) error = NULL;
      guint column = 99;

      for (guint k = 0; dates[k] != NULL; k++)
        g_string_append_printf (text, "Kaya,%s\n", dates[k]);
      plan = inspect (text->str, GLA_IMPORT_AUTO, &error);
      g_assert_no_error (error);
      g_assert_cmpint (gla_import_plan_get_column_order (plan, 1), ==, cases[i].own);
      g_assert_cmpint (gla_import_plan_get_ambiguous_column (plan, &column), ==,
                       cases[i].ambiguous);
      g_assert_cmpuint (column, ==, cases[i].ambiguous ? 1 : 99);
      g_assert_cmpint (gla_import_plan_check (plan, &error), ==, !cases[i].ambiguous);
      if (!cases[i].ambiguous)
        continue;
      g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_AMBIGUOUS);
      g_assert_nonnull (strstr (error->message, "DOB"));
      gla_import_plan_set_day_order (plan, GLA_DAY_ORDER_MDY);
      g_assert_true (gla_import_plan_check (plan, NULL));
      g_assert_cmpint (gla_import_plan_get_column_order (plan, 1), ==, GLA_DAY_ORDER_MDY);
    }
}

/* Columns that are not imported are nobody's business; what others say is a guess only. */
static void
test_order_of_other_columns (void)
{
  g_autoptr (GlaImportPlan) plan
      = inspect ("Last Name,DOB,Joined\nKaya,25/12/1984,03/04/2020\n", GLA_IMPORT_AUTO, NULL);
  g_autoptr (GlaImportPlan) visits
      = inspect ("MRN,DOB,Date,Area\n1,25/12/1984,03/04/2020,Glabella\n", GLA_IMPORT_AUTO, NULL);

  g_assert_false (gla_import_plan_get_ambiguous_column (plan, NULL));
  g_assert_true (gla_import_plan_get_ambiguous_column (visits, NULL));
  g_assert_cmpint (gla_import_plan_guess_day_order (visits), ==, GLA_DAY_ORDER_DMY);
  g_assert_cmpint (gla_import_plan_get_column_order (visits, 2), ==, GLA_DAY_ORDER_ASK);
}

static void
test_mapping (void)
{
  g_autoptr (GlaImportPlan) plan
      = inspect ("Who,Born,Tel a=b,,Who2\nKaya,1984-02-09,1,2,3\n", GLA_IMPORT_PATIENTS, NULL);
  g_autoptr (GlaImportPlan) copy = NULL;
  g_autofree char *title = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gla_import_plan_check (plan, &error));
  g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING);
  g_clear_error (&error);

  g_assert_true (gla_import_plan_map (plan, "Who=full-name", &error));
  g_assert_true (gla_import_plan_map (plan, "Tel a=b=phone", &error));
  g_assert_true (gla_import_plan_map (plan, "4=phone", &error));
  g_assert_no_error (error);
  g_assert_cmpint (gla_import_plan_get_field (plan, 0), ==, GLA_IMPORT_FIELD_FULL_NAME);
  g_assert_cmpint (gla_import_plan_get_field (plan, 1), ==, GLA_IMPORT_FIELD_BIRTH_DAY);
  g_assert_cmpint (gla_import_plan_get_field (plan, 2), ==, GLA_IMPORT_FIELD_PHONE);
  g_assert_cmpint (gla_import_plan_get_field (plan, 3), ==, GLA_IMPORT_FIELD_PHONE);
  g_assert_true (gla_import_plan_check (plan, NULL));

  /* There is one name only. */
  g_assert_true (gla_import_plan_map (plan, "Who2=full-name", NULL));
  g_assert_cmpint (gla_import_plan_get_field (plan, 0), ==, GLA_IMPORT_FIELD_NONE);
  title = gla_import_plan_dup_title (plan, 3);
  g_assert_cmpstr (title, ==, "Column 4");

  copy = gla_import_plan_copy (plan);
  gla_import_plan_set_field (plan, 4, GLA_IMPORT_FIELD_NONE);
  g_assert_true (gla_import_plan_has_field (copy, GLA_IMPORT_FIELD_FULL_NAME));
  g_assert_false (gla_import_plan_has_field (plan, GLA_IMPORT_FIELD_FULL_NAME));
  g_assert_cmpstr (gla_import_plan_get_sample (copy, 0, 0), ==, "Kaya");
}

static void
test_bad_mapping (void)
{
  static const char *const mappings[] = { "Who", "Who=", "=full-name", "Who=colour", "Who=units",
                                          "Nobody=phone", "0=phone", "3=phone", "" };
  g_autoptr (GlaImportPlan) plan = inspect ("Who,Born\nKaya,1984\n", GLA_IMPORT_PATIENTS, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gla_import_plan_map (plan, mappings[i], &error));
      g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING);
    }
}

static void
test_needed_columns (void)
{
  static const struct
  {
    const char *header;
    GlaImportKind kind;
    gboolean enough;
  } cases[] = {
    { "DOB,Phone", GLA_IMPORT_PATIENTS, FALSE },
    { "First Name,Phone", GLA_IMPORT_PATIENTS, TRUE },
    { "MRN,Date,Area", GLA_IMPORT_TREATMENTS, TRUE },
    { "MRN,Date,Units", GLA_IMPORT_TREATMENTS, FALSE },
    { "MRN,Area,Units", GLA_IMPORT_TREATMENTS, FALSE },
    { "Date,Area,Units", GLA_IMPORT_TREATMENTS, FALSE },
    { "Name,Date,Area,Grade", GLA_IMPORT_ASSESSMENTS, TRUE },
    { "Name,Date,Area", GLA_IMPORT_ASSESSMENTS, FALSE },
    { "Name,Area,Worn Off", GLA_IMPORT_ASSESSMENTS, TRUE },
    { "Name,Area,Grade", GLA_IMPORT_ASSESSMENTS, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s\nx,x,x,x\n", cases[i].header);
      g_autoptr (GlaImportPlan) plan = inspect (text, cases[i].kind, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_nonnull (plan);
      g_assert_cmpint (gla_import_plan_check (plan, &error), ==, cases[i].enough);
      if (!cases[i].enough)
        g_assert_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_MAPPING);
    }
}

static void
test_unusable (void)
{
  static const struct
  {
    const char *text;
    GlaExchangeError code;
  } cases[] = {
    { "", GLA_EXCHANGE_ERROR_EMPTY },
    { "\n\n", GLA_EXCHANGE_ERROR_EMPTY },
    { "Last Name,DOB\n", GLA_EXCHANGE_ERROR_EMPTY },
    { "\"Last Name,DOB\nKaya,1984-02-09\n", GLA_EXCHANGE_ERROR_FORMAT },
    { "PK\003\004", GLA_EXCHANGE_ERROR_FORMAT },
  };
  g_autoptr (GError) folder_error = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (inspect (cases[i].text, GLA_IMPORT_AUTO, &error));
      g_assert_error (error, GLA_EXCHANGE_ERROR, (int) cases[i].code);
    }
  g_assert_null (gla_import_plan_new (g_get_tmp_dir (), GLA_IMPORT_AUTO, NULL, &folder_error));
  g_assert_error (folder_error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ);
}

static void
test_samples (void)
{
  g_autoptr (GString) text = g_string_new ("Name;DOB;Sex;Site;Units\n");
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autofree char *day = NULL;
  g_autofree char *sex = NULL;

  for (int i = 0; i < 100; i++)
    g_string_append_printf (text, "Person %d;31/01/1984;w;Glabella;20\n", i);
  g_string_append (text, "short;row\n");
  plan = inspect (text->str, GLA_IMPORT_AUTO, NULL);
  g_assert_cmpint (gla_import_plan_get_kind (plan), ==, GLA_IMPORT_TREATMENTS);
  g_assert_cmpint (gla_import_plan_get_dialect (plan).delimiter, ==, ';');
  g_assert_cmpint (gla_import_plan_get_n_rows (plan), ==, 101);
  g_assert_cmpint (gla_import_plan_get_n_bad_rows (plan), ==, 1);
  g_assert_cmpuint (gla_import_plan_get_n_samples (plan), ==, GLA_IMPORT_SAMPLES);
  g_assert_cmpstr (gla_import_plan_get_sample (plan, 19, 0), ==, "Person 19");
  day = gla_import_plan_dup_preview (plan, 0, 1, gla_day_from_iso (TODAY));
  g_assert_cmpstr (day, ==, "31 Jan 1984");
  sex = gla_import_plan_dup_preview (plan, 0, 2, gla_day_from_iso (TODAY));
  g_assert_cmpstr (sex, ==, "Female");
}

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    const char *family;
    const char *given;
  } cases[] = {
    { "Kaya, Mira", "Kaya", "Mira" }, { "Mira Kaya", "Kaya", "Mira" }, { "Kaya", "Kaya", NULL },
    { "Ludwig van Beethoven", "van Beethoven", "Ludwig" },
    { "Anna Maria de la Cruz", "de la Cruz", "Anna Maria" }, { "mira kaya", "kaya", "mira" },
    { "van Gogh", "Gogh", "van" }, { "O'Neil, Sam", "O'Neil", "Sam" }, { "Kaya,", "Kaya", NULL },
    { ", Mira", NULL, "Mira" },
    { "\xc3\x96zg\xc3\xbcr \xc3\x87" "elik", "\xc3\x87" "elik", "\xc3\x96zg\xc3\xbcr" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *family = NULL;
      g_autofree char *given = NULL;

      gla_import_split_name (cases[i].text, &family, &given);
      g_assert_cmpstr (family, ==, cases[i].family);
      g_assert_cmpstr (given, ==, cases[i].given);
    }
}

static void
test_words (void)
{
  static const struct
  {
    const char *text;
    int side;      /* -1: no side */
    int sex;
    int yes;
  } cases[] = {
    { "Left", GLA_SIDE_LEFT, -1, -1 }, { "R", GLA_SIDE_RIGHT, -1, -1 },
    { "beidseits", GLA_SIDE_BOTH, -1, -1 }, { "L/R", GLA_SIDE_BOTH, -1, -1 },
    { "F", -1, GLA_SEX_FEMALE, FALSE }, { "M\xc3\xa4nnlich", -1, GLA_SEX_MALE, -1 },
    { "M", GLA_SIDE_MIDDLE, GLA_SEX_MALE, -1 }, { "Femme", -1, GLA_SEX_FEMALE, -1 },
    { "Yes", -1, -1, TRUE }, { "nein", -1, -1, FALSE }, { "1", -1, -1, TRUE },
    { "maybe", -1, -1, -1 }, { "le", -1, -1, -1 }, { "|", -1, -1, -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaSide side = 99;
      GlaSex sex = 99;
      gboolean yes = 99;

      g_assert_cmpint (gla_import_read_side (cases[i].text, &side), ==, cases[i].side >= 0);
      g_assert_cmpint (side, ==, cases[i].side >= 0 ? cases[i].side : 99);
      g_assert_cmpint (gla_import_read_sex (cases[i].text, &sex), ==, cases[i].sex >= 0);
      g_assert_cmpint (sex, ==, cases[i].sex >= 0 ? cases[i].sex : 99);
      g_assert_cmpint (gla_import_read_switch (cases[i].text, &yes), ==, cases[i].yes >= 0);
      g_assert_cmpint (yes, ==, cases[i].yes >= 0 ? cases[i].yes : 99);
    }
}

static void
test_texts (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
    gboolean unknown;
  } cases[] = {
    { "  x ", "x", FALSE }, { "", NULL, TRUE }, { " \t\n", NULL, TRUE },
    { "\xc2\xa0x\xc2\xa0", "x", FALSE }, { "=\"00123\"", "00123", FALSE },
    { "a\x01" "b", "a b", FALSE }, { "a\nb", "a\nb", FALSE }, { "?", "?", TRUE },
    { "--", "--", TRUE }, { "N/A", "N/A", TRUE }, { "Unbekannt", "Unbekannt", TRUE },
    { "=\"\"", NULL, TRUE },
  };
  g_autoptr (GStringChunk) texts = g_string_chunk_new (64);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *clean = gla_import_clean_text (texts, cases[i].text);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      if (clean != NULL)
        g_assert_cmpint (gla_import_is_unknown (clean), ==, cases[i].unknown);
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *text;
    GlaDayReading reading;
    const char *day;
    GlaDayPrecision precision;
  } cases[] = {
    { "2026-03-01T10:15:00Z", GLA_DAY_READING_OK, "2026-03-01", GLA_DAY_EXACT },
    { "01/03/2026 10:15", GLA_DAY_READING_OK, "2026-03-01", GLA_DAY_EXACT },
    { "1.3.2026 9:05:00", GLA_DAY_READING_OK, "2026-03-01", GLA_DAY_EXACT },
    { "2026-03-01 00:00:00.000", GLA_DAY_READING_OK, "2026-03-01", GLA_DAY_EXACT },
    { "03/2024", GLA_DAY_READING_OK, "2024-03-15", GLA_DAY_MONTH },
    { "2023", GLA_DAY_READING_OK, "2023-07-01", GLA_DAY_YEAR },
    { "about 3 May 2026", GLA_DAY_READING_OK, "2026-05-03", GLA_DAY_ABOUT },
    { "31/02/2026", GLA_DAY_READING_IMPOSSIBLE, "", GLA_DAY_EXACT },
    { "10:15", GLA_DAY_READING_NOT_A_DATE, "", GLA_DAY_EXACT },
    { "last week", GLA_DAY_READING_NOT_A_DATE, "", GLA_DAY_EXACT },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaDayPrecision precision;
      GlaDay day;
      char text[11];

      g_assert_cmpint (gla_import_read_day (cases[i].text, GLA_DAY_ORDER_DMY,
                                            gla_day_from_iso (TODAY), &day, &precision),
                       ==, cases[i].reading);
      g_assert_cmpstr (gla_day_write_iso (day, text), ==, cases[i].day);
      if (cases[i].reading == GLA_DAY_READING_OK)
        g_assert_cmpint (precision, ==, cases[i].precision);
    }
}

static void
test_side_in_area (void)
{
  static const struct
  {
    const char *text;
    const char *rest;
    GlaSide side;
  } cases[] = {
    { "Crow's feet (L)", "crows feet", GLA_SIDE_LEFT },
    { "left masseter", "masseter", GLA_SIDE_LEFT },
    { "DAO right", "dao", GLA_SIDE_RIGHT }, { "Glabella", NULL, GLA_SIDE_BOTH },
    { "left", NULL, GLA_SIDE_LEFT }, { "Masseter m", NULL, GLA_SIDE_BOTH },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaSide side = GLA_SIDE_BOTH;
      g_autofree char *rest = gla_import_take_side (cases[i].text, &side);

      g_assert_cmpstr (rest, ==, cases[i].rest);
      if (rest != NULL)
        g_assert_cmpint (side, ==, cases[i].side);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-plan/day-order", test_day_order);
  g_test_add_func ("/import-plan/order-of-other-columns", test_order_of_other_columns);
  g_test_add_func ("/import-plan/mapping", test_mapping);
  g_test_add_func ("/import-plan/bad-mapping", test_bad_mapping);
  g_test_add_func ("/import-plan/needed-columns", test_needed_columns);
  g_test_add_func ("/import-plan/unusable", test_unusable);
  g_test_add_func ("/import-plan/samples", test_samples);
  g_test_add_func ("/import-values/names", test_names);
  g_test_add_func ("/import-values/words", test_words);
  g_test_add_func ("/import-values/texts", test_texts);
  g_test_add_func ("/import-values/days", test_days);
  g_test_add_func ("/import-values/side-in-area", test_side_in_area);
  return g_test_run ();
}

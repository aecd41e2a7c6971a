/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella insights, on a made-up clinic whose truth is known. */

#include "config.h"

#include "gla-course.h"
#include "gla-test-csv.h"
#include "gla-test-program.h"

#include <stdlib.h>
#include <string.h>

#define CLINIC " --clinic clinic.glabella --today 2026-06-30"

/* The practitioner whose effects are truly shorter (statistics, section 8.2). */
#define SHORTER "N. Fournier"

static char *folder;

static char *
call (const char *arguments)
{
  g_autofree char *line = g_strconcat ("insights ", arguments, CLINIC, NULL);

  return gla_test_succeed (folder, line);
}

/* The table as a CSV file. */
static char *
make_table (const char *arguments)
{
  g_autofree char *line = g_strconcat (arguments, " --output table.csv", NULL);
  g_autofree char *nothing = call (line);
  g_autofree char *path = g_build_filename (folder, "table.csv", NULL);
  char *text = NULL;

  g_assert_cmpstr (nothing, ==, "");
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The bad lot of the course stands out, and no other. */
static void
test_bad_lot (void)
{
  g_autoptr (GlaCourseClinic) course = gla_course_clinic_new (1);
  g_autofree char *text = call ("lots");
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  guint n_found = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    if (strstr (lines[i], "more than chance would explain") != NULL)
      {
        g_autofree char *name = NULL;

        for (guint lot = 0; lot < course->lots[0]->len; lot++)
          if (g_array_index (course->lots[0], GlaCourseLot, lot).bad)
            name = g_strdup_printf ("BOTOX Cosmetic · ONA-%03u", lot + 1);
        g_assert_true (g_str_has_prefix (lines[i], name));
        n_found++;
      }
  g_assert_cmpuint (n_found, ==, 1);
}

/* The practitioner with truly shorter effects has the lowest median and the highest share. */
static void
test_injectors (void)
{
  static const char *const others[] = {
    "Dr A. Osei", "Dr L. Marchetti", "Dr K. Vogt", "Dr S. Aydın", "R. Whitcombe",
  };
  g_autofree char *durations = make_table ("durations --by injector");
  g_autofree char *rates = make_table ("injectors");
  double median = gla_test_csv_find_number (durations, SHORTER, "median_days");
  double rate = gla_test_csv_find_number (rates, SHORTER, "rate_percent");

  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_cmpfloat (gla_test_csv_find_number (durations, others[i], "median_days"), >, median);
      g_assert_cmpfloat (gla_test_csv_find_number (rates, others[i], "rate_percent"), <, rate);
    }
}

/* Choices narrow what is counted; the parts add up. */
static void
test_filters (void)
{
  g_autofree char *all = make_table ("durations");
  g_autofree char *early = make_table ("durations --until 2024-12-31");
  g_autofree char *late = make_table ("durations --from 2025-01-01");
  g_autofree char *glabella = make_table ("durations --area Glabella");
  g_autofree char *area = make_table ("durations --area GLAB --product ona --by area");
  g_autofree char *one = make_table ("durations --product ona --injector 'n. fournier'");
  const char *ona = "BOTOX Cosmetic";
  double n = gla_test_csv_find_number (all, ona, "treated_areas");

  g_assert_cmpfloat (gla_test_csv_find_number (early, ona, "treated_areas") +
                     gla_test_csv_find_number (late, ona, "treated_areas"), ==, n);
  g_assert_cmpfloat (gla_test_csv_find_number (glabella, ona, "treated_areas"), <, n);
  g_assert_cmpfloat (gla_test_csv_find_number (glabella, ona, "treated_areas"), ==,
                     gla_test_csv_find_number (area, "Glabella", "treated_areas"));
  g_assert_cmpfloat (gla_test_csv_find_number (one, ona, "treated_areas"), >, 0);
  g_assert_cmpfloat (gla_test_csv_find_number (one, ona, "treated_areas"), <, n);
}

/* For people: the sentence, how complete the reviews are, the table. */
static void
test_text (void)
{
  static const char *const views[] = { "durations", "response --by dose", "lots", "injectors",
                                       "months" };
  g_autofree char *durations = call ("durations");

  g_assert_nonnull (strstr (durations, "Half of the treatments lasted longer than "));
  g_assert_nonnull (strstr (durations, "Durations are only as good as this."));
  for (gsize i = 0; i < G_N_ELEMENTS (views); i++)
    {
      g_autofree char *text = call (views[i]);

      g_assert_nonnull (strstr (text, "Reviewed on day 14 to 42: "));
      g_assert_nonnull (strstr (text, "Treated areas"));
    }
}

static void
test_pictures (void)
{
  static const char *const names[] = { "x.png", "x.svg", "x.pdf" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *line = g_strdup_printf ("injectors --output %s", names[i]);
      g_autofree char *nothing = call (line);
      g_autofree char *path = g_build_filename (folder, names[i], NULL);
      g_autofree char *bytes = NULL;
      gsize size;

      g_assert_cmpstr (nothing, ==, "");
      g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
      g_assert_cmpuint (size, >, 4000);
    }
}

static void
test_failures (void)
{
  static const struct { const char *arguments; const char *words; } cases[] = {
    { "insights", "it is called as" },
    { "insights money" CLINIC, "is none of" },
    { "insights durations --by money" CLINIC, "--by" },
    { "insights durations --output x.txt" CLINIC, "--output" },
    { "insights durations --from 3/4/2026" CLINIC, "--from" },
    { "insights durations --lot NONE" CLINIC, "no treatment has" },
    { "insights durations --product NONE" CLINIC, "--product" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    gla_test_fail (folder, cases[i].arguments, 2, cases[i].words);
  gla_test_fail (folder, "insights durations --clinic none.glabella", 1, NULL);
}

/* A clinic without anybody says so. */
static void
test_empty (void)
{
  g_autofree char *made = gla_test_succeed (folder, "demo empty.glabella --patients 0");
  g_autofree char *text = gla_test_succeed (folder, "insights durations --clinic empty.glabella");

  g_assert_nonnull (strstr (text, "No treatment fits these choices."));
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *made = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  folder = gla_test_dup_folder ();
  made = gla_test_succeed (folder, "demo clinic.glabella --patients 1500 --until 2026-06-30");

  g_test_add_func ("/insights/bad-lot", test_bad_lot);
  g_test_add_func ("/insights/injectors", test_injectors);
  g_test_add_func ("/insights/filters", test_filters);
  g_test_add_func ("/insights/text", test_text);
  g_test_add_func ("/insights/pictures", test_pictures);
  g_test_add_func ("/insights/failures", test_failures);
  g_test_add_func ("/insights/empty", test_empty);
  status = g_test_run ();
  gla_test_drop_folder (folder);
  g_free (folder);
  return status;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of "glabella statistics" against the golden files and with hostile tables. */

#include "config.h"

#include "gla-test-program.h"

#include <math.h>
#include <string.h>

#define EXACT 0.0

/* A column and how near its numbers have to be; texts and empty cells have to be the same. */
typedef struct
{
  const char *name;
  double tolerance;
} Column;

/*
 * A call and the rows of a golden file that it has to give. Where the golden file
 * holds several data sets, @set names the one that is meant; the program tells the
 * name of the file in its place.
 */
typedef struct
{
  const char *arguments; /* $G stands for the golden folder */
  const char *expected;
  const char *set;
  const char *told;
  double tolerance;
  Column columns[8];     /* those with a tolerance of their own */
} Golden;

static const Golden golden[] = {
  { "rules $G/rules_cases.csv $G/rules_assessments.csv", "rules_expected.csv" },
  { "forecast $G/forecast_cases.csv $G/forecast_obs.csv", "forecast_expected.csv", NULL, NULL, 1e-3,
    { { "q10", 0.25 }, { "q25", 0.25 }, { "q50", 0.25 }, { "q75", 0.25 }, { "q90", 0.25 } } },
  { "clinicfit $G/clinicfit_e150.csv $G/clinicfit_prior.csv", "clinicfit_expected.csv", "e150",
    "clinicfit_e150", 1e-4 },
  { "detector $G/detector_parameters.csv $G/detector_obs.csv", "detector_expected.csv", NULL, NULL,
    1e-9 },
  { "lots $G/lots.csv", "lots_expected.csv", NULL, NULL, 1e-9 },
  { "lot-sessions $G/lots_sessions.csv", "lots_sessions_expected.csv", NULL, NULL, 1e-9 },
  { "logrank $G/logrank_two_equal.csv", "logrank_expected.csv", "two_equal", "logrank_two_equal",
    1e-4 },
  { "logrank $G/logrank_two_diff.csv", "logrank_expected.csv", "two_diff", "logrank_two_diff",
    1e-4 },
  { "logrank $G/logrank_three_strata.csv", "logrank_expected.csv", "three_strata",
    "logrank_three_strata", 1e-4 },
  { "funnel $G/funnel_expected.csv", "funnel_expected.csv", NULL, NULL, 1e-9 },
};

static const char *const npmle_sets[] = { "tiny6", "km40", "ties60", "mixed120", "mixed2000" };

/* A table of text without quotes. */
typedef struct
{
  GStrv columns;
  GPtrArray *rows; /* (element-type GStrv) */
} Table;

static Table *
table_parse (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Table *table = g_new0 (Table, 1);

  table->columns = g_strsplit (lines[0], ",", -1);
  table->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 1; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      GStrv cells = g_strsplit (lines[i], ",", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, g_strv_length (table->columns));
      g_ptr_array_add (table->rows, cells);
    }
  return table;
}

static void
table_free (Table *table)
{
  g_strfreev (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Table, table_free)

static char *
dup_golden_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "golden", "statistics", NULL);
}

static Table *
load_golden (const char *name,
             const char *set)
{
  g_autofree char *folder = dup_golden_folder ();
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  Table *table;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  table = table_parse (text);
  for (guint i = table->rows->len; set != NULL && i > 0; i--)
    if (strcmp (((GStrv) table->rows->pdata[i - 1])[0], set) != 0)
      g_ptr_array_remove_index (table->rows, i - 1);
  g_assert_cmpuint (table->rows->len, >, 0);
  return table;
}

static char *
run_part (const char *folder,
          const char *part)
{
  g_autofree char *golden_folder = dup_golden_folder ();
  g_autofree char *quoted = g_shell_quote (golden_folder);
  g_auto (GStrv) parts = g_strsplit (part, "$G", -1);
  g_autofree char *arguments = g_strjoinv (quoted, parts);
  g_autofree char *line = g_strconcat ("statistics ", arguments, NULL);

  return gla_test_succeed (folder, line);
}

static gboolean
parse_number (const char *text,
              double     *number)
{
  char *end = NULL;

  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static void
assert_cell (const char *where,
             const char *column,
             const char *found,
             const char *expected,
             double      tolerance)
{
  double a, b;

  if (strcmp (found, expected) == 0)
    return;
  if (!parse_number (found, &a) || !parse_number (expected, &b) ||
      (a != b && !(fabs (a - b) <= tolerance)))
    g_error ("%s, %s: “%s” in place of “%s”", where, column, found, expected);
}

static double
find_tolerance (const Golden *test,
                const char   *column)
{
  for (guint i = 0; i < G_N_ELEMENTS (test->columns) && test->columns[i].name != NULL; i++)
    if (strcmp (test->columns[i].name, column) == 0)
      return test->columns[i].tolerance;
  return test->tolerance;
}

static void
assert_same (const Golden *test,
             const Table  *found,
             const Table  *expected)
{
  g_assert_cmpuint (found->rows->len, ==, expected->rows->len);
  g_assert_true (g_strv_equal ((const char *const *) found->columns,
                               (const char *const *) expected->columns));
  for (guint i = 0; i < found->rows->len; i++)
    for (guint k = 0; found->columns[k] != NULL; k++)
      {
        const char *cell = ((GStrv) found->rows->pdata[i])[k];

        if (strcmp (found->columns[k], "note") == 0)
          continue;
        if (k == 0 && test->told != NULL)
          g_assert_cmpstr (cell, ==, test->told);
        else
          assert_cell (test->arguments, found->columns[k], cell,
                       ((GStrv) expected->rows->pdata[i])[k],
                       find_tolerance (test, found->columns[k]));
      }
}

static void
check_golden (const char   *folder,
              const Golden *test)
{
  g_autofree char *output = run_part (folder, test->arguments);
  g_autoptr (Table) found = table_parse (output);
  g_autoptr (Table) expected = load_golden (test->expected, test->set);

  g_test_message ("%s", test->arguments);
  assert_same (test, found, expected);
}

static void
test_golden (void)
{
  g_autofree char *folder = gla_test_dup_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (golden); i++)
    check_golden (folder, &golden[i]);
  gla_test_drop_folder (folder);
}

static void
check_npmle (const char *folder,
             const char *set,
             const char *option,
             const char *expected,
             double      tolerance)
{
  g_autofree char *arguments = g_strdup_printf ("npmle $G/npmle_%s.csv %s", set, option);
  g_autofree char *told = g_strdup_printf ("npmle_%s", set);
  Golden test = { arguments, expected, set, told, tolerance,
                  { { "loglik", 1e-6 }, { "gap", 0.01 }, { "q25", 0.001 }, { "median", 0.001 },
                    { "q75", 0.001 }, { "deff", 0.001 }, { "threshold", 0.001 } } };

  check_golden (folder, &test);
}

static void
test_npmle (void)
{
  g_autofree char *folder = gla_test_dup_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (npmle_sets); i++)
    {
      g_autofree char *ratios = g_strdup_printf ("npmle_%s_LR.csv", npmle_sets[i]);

      check_npmle (folder, npmle_sets[i], "", "npmle_expected_summary.csv", EXACT);
      check_npmle (folder, npmle_sets[i], "--bins", "npmle_expected_bins.csv", 1e-4);
      check_npmle (folder, npmle_sets[i], "--curve", "npmle_expected_curve.csv", 1e-4);
      if (strcmp (npmle_sets[i], "mixed2000") != 0)
        check_npmle (folder, npmle_sets[i], "--lr", ratios, 1e-3);
    }
  gla_test_drop_folder (folder);
}

static void
write_file (const char *folder,
            const char *name,
            const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

#define SUMMARY \
  "dataset,n,patients,bins,cells,loglik,gap,q25,median,q75,median_day,deff,threshold,ci_lo,ci_hi," \
  "ci_lo_plain,ci_hi_plain\n"

/* What a part has to answer to the tables a.csv and b.csv, to the letter. */
static const struct
{
  const char *what;
  const char *arguments;
  const char *a;
  const char *b;
  const char *output;
} answers[] = {
  { "one observation", "npmle a.csv", "patient,L,R\n1,30,60\n", NULL,
    SUMMARY "a,1,1,1,1,0,0,37.5,45,52.5,45,1,,,,31,60\n" },
  { "all right-censored, columns in another order, quotes, CRLF", "npmle a.csv",
    "R,note,L,patient\r\n\"Inf\",\"a, b\",30,\"x\"\r\nInf,,40,y\r\n", NULL,
    SUMMARY "a,2,2,1,1,0,0,Inf,Inf,Inf,Inf,1,,,,41,Inf\n" },
  { "all left-censored", "npmle a.csv", "patient,L,R\n1,0,30\n1,0,40\n2,0,Inf\n", NULL,
    SUMMARY "a,2,1,1,1,0,0,7.5,15,22.5,15,1,,,,1,30\n" },
  { "no row", "npmle a.csv", "patient,L,R\n", NULL, SUMMARY "a,0,0,0,0,,,,,,,,,,,,\n" },
  { "no information", "npmle a.csv --bins", "patient,L,R\n1,0,Inf\n", NULL,
    "dataset,bin,q,p,mass\n" },
  { "zero length is one day", "npmle a.csv --bins", "patient,L,R\n1,90,90\n", NULL,
    "dataset,bin,q,p,mass\na,1,89,90,1\n" },
  { "not determined within the open bin", "npmle a.csv --curve",
    "patient,L,R\n1,29,30\n2,99,Inf\n", NULL,
    "dataset,day,S\na,30,0.5\na,60,0.5\na,84,0.5\na,90,0.5\na,100,\na,112,\na,120,\na,140,\n"
    "a,150,\na,168,\na,180,\na,200,\na,240,\n" },
  { "a mark at the beginning, semicolons", "npmle a.csv --bins",
    "\xef\xbb\xbfpatient;L;R\n1;10;20\n", NULL, "dataset,bin,q,p,mass\na,1,10,20,1\n" },
  { "empty optional cells and missing columns", "rules a.csv b.csv",
    "base,case,next_treatment_day\n3,\"C,1\",\n2,C2,120\n", "grade_max,case,day\n1,\"C,1\",14\n",
    "case,status,L,R,reversal,conflict,onset_after,onset_by,peak_improvement,peak_day,note\n"
    "\"C,1\",RIGHT,14,Inf,0,0,0,14,2,14,\nC2,NOINFO,0,Inf,0,0,,,,,\n" },
  { "the same case twice", "rules a.csv b.csv", "case,base\nC,3\nC,1\n",
    "case,day,grade_max\nC,20,2\n",
    "case,status,L,R,reversal,conflict,onset_after,onset_by,peak_improvement,peak_day,note\n"
    "C,RIGHT,20,Inf,0,0,0,20,1,20,\nC,NONRESPONSE,0,20,0,0,,,-1,20,\n" },
  { "one visit can't have changed", "detector a.csv b.csv", "tau,sigma\n0.25,0.283\n",
    "case,visit,area,L,R,M\nC,1,GLABELLA,84,112,4.787\n",
    "case,visits,p_change,p20,ratio,ratio10,ratio90,change_at_visit,tier,note\nC,1,0,0,,,,,OK,\n" },
  { "a lot alone", "lot-sessions a.csv", "session,product,lot,L,R,M\n1,P,A,80,120,4.787491743\n",
    NULL,
    "product,lot,n,f,n_dur,S,eligible,z,ratio,p,bh,flag\nP,A,0,0,1,0,0,,1,,,TOO_FEW\n" },
  { "one group can't be compared", "logrank a.csv", "patient,group,L,R\n1,A,80,120\n2,A,80,Inf\n",
    NULL, "dataset,n,groups,U1,chi2,df,patients,p,chi2_unclustered\na,2,1,,,,2,,\n" },
  { "the file names a set without a name", "funnel a.csv", "unit,n,f\nU,10,0\n", NULL,
    "set,unit,n,f,p,p0,z,phi,tau2,lo95,hi95,lo998,hi998,z_od\na,U,10,0,0,0,0,1,0,0,0,0,0,0\n" },
};

static void
test_answers (void)
{
  g_autofree char *folder = gla_test_dup_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *output = NULL;

      g_test_message ("%s", answers[i].what);
      write_file (folder, "a.csv", answers[i].a);
      if (answers[i].b != NULL)
        write_file (folder, "b.csv", answers[i].b);
      output = run_part (folder, answers[i].arguments);
      g_assert_cmpstr (output, ==, answers[i].output);
    }
  gla_test_drop_folder (folder);
}

/* Tables that can't be understood: one line with file, row and column, and status 2. */
static const struct
{
  const char *arguments;
  const char *a;
  const char *b;
  const char *words;
} complaints[] = {
  { "npmle a.csv", "", NULL, "a.csv, row 1, column patient:" },
  { "npmle a.csv", "patient,L\n1,30\n", NULL, "a.csv, row 1, column R:" },
  { "npmle a.csv", "patient,L,R,L\n1,3,30,5\n", NULL, "a.csv, row 1, column L:" },
  { "npmle a.csv", "patient,L,R\n1,3,30\n2,x,60\n", NULL, "a.csv, row 3, column L: “x”" },
  { "npmle a.csv", "patient,L,R\n\n1,30\n", NULL, "a.csv, row 3, column R:" },
  { "npmle a.csv", "patient,L,R\n1,60,30\n", NULL, "a.csv, row 2, column R:" },
  { "npmle a.csv", "patient,L,R\n1,-3,30\n", NULL, "a.csv, row 2, column L:" },
  { "npmle a.csv", "patient,L,R\n1,3,NaN\n", NULL, "a.csv, row 2, column R:" },
  { "npmle a.csv", "patient,L,R\n1,Inf,Inf\n", NULL, "a.csv, row 2, column L:" },
  { "npmle a.csv", "patient,L,R\n1,3,1e999\n", NULL, "a.csv, row 2, column R:" },
  { "npmle a.csv", "patient,L,R\n1,3.5,30\n", NULL, "a.csv, row 2, column L:" },
  { "npmle a.csv", "patient,L,R\n1,,30\n", NULL, "a.csv, row 2, column L:" },
  { "npmle a.csv", "patient,L,R\n,3,30\n", NULL, "a.csv, row 2, column patient:" },
  { "npmle a.csv", "patient,L,R\n1,3,30,5\n", NULL, "a.csv, row 2, column 4:" },
  { "npmle a.csv", "patient,L,R\n1,0,0\n", NULL, "a.csv, row 2, column R:" },
  { "npmle a.csv", "patient,L,R\n\"1,3,30\n", NULL, "a.csv, row 2, column patient:" },
  { "npmle a.csv", "PK\003\004 a workbook", NULL, "a.csv, row 1, column patient:" },
  { "rules a.csv b.csv", "case,base\nC,4\n", "case,day,grade_max\n", "a.csv, row 2, column base:" },
  { "rules a.csv b.csv", "case,base\nC,3\n", "case,day,grade_max\nD,14,1\n",
    "b.csv, row 2, column case:" },
  { "rules a.csv b.csv", "case,base\nC,3\n", "case,day,grade_max\nC,14,\n",
    "b.csv, row 2, column grade_max:" },
  { "rules a.csv b.csv", "case,base,wore_off_visit\nC,3,yes\n", "case,day,grade_max\n",
    "a.csv, row 2, column wore_off_visit:" },
  { "forecast a.csv b.csv", "case,M,tau\nC,4.8,0\n", "case,L,R,M\n", "a.csv, row 2, column tau:" },
  { "forecast a.csv b.csv", "case,M,kappa\nC,4.8,-1\n", "case,L,R,M\n",
    "a.csv, row 2, column kappa:" },
  { "forecast a.csv b.csv", "case,M\nC,4.8\n", "case,L,R,M\nC,80,120,5000\n",
    "b.csv, row 2, column M:" },
  { "clinicfit a.csv b.csv", "id,prod,x,L,R\n1,2,0,80,120\n", "m0_1,sm\n4.8,0.2\n",
    "a.csv, row 2, column prod:" },
  { "clinicfit a.csv b.csv", "id,prod,x,L,R\n", "m0_1,m0_2,sm\n4.8,,0.2\n",
    "b.csv, row 2, column m0_2:" },
  { "clinicfit a.csv b.csv", "id,prod,x,L,R\n", "m0_1,sm,nu_tau\n4.8,0.2,0\n",
    "b.csv, row 2, column nu_tau:" },
  { "detector a.csv b.csv", "tau,sigma\n", "case,visit,area,L,R,M\n", "a.csv, row 2, column tau:" },
  { "detector a.csv b.csv", "tau,sigma,haz\n0.25,0.28,0.5\n", "case,visit,area,L,R,M\n",
    "a.csv, row 2, column haz:" },
  { "detector a.csv b.csv", "tau,sigma\n0.25,0.28\n0.2,0.3\n", "case,visit,area,L,R,M\n",
    "a.csv, row 3, column tau:" },
  { "detector a.csv b.csv", "tau,sigma\n0.25,0.28\n", "case,visit,area,L,R,M\nC,0,G,1,2,4.8\n",
    "b.csv, row 2, column visit:" },
  { "lots a.csv", "product,lot,n,f\nP,L,10,11\n", NULL, "a.csv, row 2, column f:" },
  { "lots a.csv", "product,lot,n,f\nP,,10,1\n", NULL, "a.csv, row 2, column lot:" },
  { "lot-sessions a.csv", "session,product,lot,L,R,M,nonresponse\n1,P,L,1,2,4.8,no\n", NULL,
    "a.csv, row 2, column nonresponse:" },
  { "logrank a.csv", "patient,group,stratum,L,R\n1,,1,2,3\n", NULL, "a.csv, row 2, column group:" },
  { "funnel a.csv", "unit,n,f\nU,0,0\n", NULL, "a.csv, row 2, column n:" },
};

static void
test_complaints (void)
{
  g_autofree char *folder = gla_test_dup_folder ();

  for (gsize i = 0; i < G_N_ELEMENTS (complaints); i++)
    {
      g_autofree char *line = g_strconcat ("statistics ", complaints[i].arguments, NULL);

      g_test_message ("%s: %s", complaints[i].arguments, complaints[i].words);
      write_file (folder, "a.csv", complaints[i].a);
      if (complaints[i].b != NULL)
        write_file (folder, "b.csv", complaints[i].b);
      gla_test_fail (folder, line, 2, complaints[i].words);
    }
  gla_test_drop_folder (folder);
}

static void
test_calls (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *help = gla_test_succeed (folder, "statistics --help");
  g_autofree char *part_help = gla_test_succeed (folder, "statistics npmle --help");

  g_assert_nonnull (strstr (help, "lot-sessions SESSIONS.csv"));
  g_assert_nonnull (strstr (part_help, "--curve"));
  gla_test_fail (folder, "statistics", 2, "lot-sessions");
  gla_test_fail (folder, "statistics medians a.csv", 2, "lot-sessions");
  gla_test_fail (folder, "statistics lots", 2, "glabella statistics lots LOTS.csv");
  gla_test_fail (folder, "statistics lots a.csv b.csv", 2, "glabella statistics lots LOTS.csv");
  gla_test_fail (folder, "statistics npmle a.csv --curve --lr", 2, "--bins");
  gla_test_fail (folder, "statistics npmle a.csv --what", 2, "--what");
  gla_test_fail (folder, "statistics npmle missing.csv", 1, "missing.csv");
  gla_test_drop_folder (folder);
}

/* A hundred thousand rows in any order give the same answer, and soon. */
static void
test_large (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autoptr (GString) rows = g_string_new ("patient,L,R\n");
  g_autoptr (GString) turned = g_string_new ("patient,L,R\n");
  g_autofree char *output = NULL;
  g_autofree char *again = NULL;

  for (guint i = 0; i < 100000; i++)
    {
      guint k = 99999 - i;

      g_string_append_printf (rows, "%u,%u,%u\n", i % 20000, i % 97, i % 97 + 1 + i % 89);
      g_string_append_printf (turned, "%u,%u,%u\n", k % 20000, k % 97, k % 97 + 1 + k % 89);
    }
  write_file (folder, "a.csv", rows->str);
  output = gla_test_succeed (folder, "statistics npmle a.csv");
  write_file (folder, "a.csv", turned->str);
  again = gla_test_succeed (folder, "statistics npmle a.csv");
  g_assert_nonnull (strstr (output, "\na,100000,20000,"));
  g_assert_cmpstr (output, ==, again);
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/command/statistics/golden", test_golden);
  g_test_add_func ("/command/statistics/npmle", test_npmle);
  g_test_add_func ("/command/statistics/answers", test_answers);
  g_test_add_func ("/command/statistics/complaints", test_complaints);
  g_test_add_func ("/command/statistics/calls", test_calls);
  g_test_add_func ("/command/statistics/large", test_large);
  return g_test_run ();
}

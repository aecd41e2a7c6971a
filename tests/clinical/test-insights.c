/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of cycles, and what is counted and estimated over it. */

#include "config.h"

#include "gla-insight-clinic.h"
#include "gla-insight-curve.h"
#include "gla-insight-sheet.h"
#include "gla-test-history.h"

#include <math.h>
#include <string.h>

#define TODAY gla_test_history_day (900)

typedef struct
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaCycleTable *table;
  GlaObservations *observations;
  GHashTable *staff;
  guint n_patients;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  gla_cycle_settings_init (&fixture->settings, fixture->catalogue);
  fixture->table = gla_cycle_table_new (fixture->catalogue, &fixture->settings, TODAY);
  fixture->observations = gla_observations_new ();
  fixture->staff = g_hash_table_new (g_str_hash, g_str_equal);
  g_hash_table_insert (fixture->staff, (gpointer) "s1", (gpointer) "Dr Osei");
  g_hash_table_insert (fixture->staff, (gpointer) "s2", (gpointer) "N. Fournier");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gla_cycle_table_unref (fixture->table);
  gla_observations_free (fixture->observations);
  g_hash_table_unref (fixture->staff);
  gla_catalogue_unref (fixture->catalogue);
}

static void
add_history (Fixture    *fixture,
             GlaHistory *history)
{
  g_autoptr (GlaCycles) cycles = gla_cycles_new (history, fixture->catalogue, &fixture->settings,
                                                 TODAY);

  gla_cycle_table_add (fixture->table, cycles);
  gla_observations_add (fixture->observations, cycles);
}

/* A new patient of a script, see gla-test-history.h. */
static void
add (Fixture    *fixture,
     const char *script)
{
  g_autofree char *id = g_strdup_printf ("patient-%u", fixture->n_patients++);
  g_autoptr (GlaHistory) history = gla_test_history_new_of (&(GlaPatient) { .id = id }, script);

  add_history (fixture, history);
}

/* One treatment of one area of a new patient, seen on day @left and gone on day @right. */
static void
treat (Fixture    *fixture,
       const char *area,
       const char *product,
       int         units,
       const char *lot,
       const char *injector,
       int         day,
       int         left,
       int         right)
{
  g_autofree char *id = g_strdup_printf ("patient-%u", fixture->n_patients++);
  g_autofree char *treatment = g_strdup_printf ("treatment-%s", id);
  g_autoptr (GlaHistory) history = gla_history_new (gla_patient_new (&(GlaPatient) { .id = id }));
  const int days[] = { 0, left, right };
  const int grades[] = { 3, 1, 3 };

  gla_history_take_treatment (history, gla_treatment_new (&(GlaTreatment) {
    .id = treatment, .patient = id, .day = gla_test_history_day (day), .injector = injector,
    .consent_day = GLA_DAY_NONE,
  }));
  gla_history_take_injection (history, gla_injection_new (&(GlaInjection) {
    .id = "i", .treatment = treatment, .area = area, .product = product,
    .units = GLA_UNITS (units), .lot = lot,
  }));
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    if (i == 0 || days[i] > 0)
      {
        g_autofree char *grade = g_strdup_printf ("grade-%u", i);

        gla_history_take_assessment (history, gla_assessment_new (&(GlaAssessment) {
          .id = grade, .patient = id, .area = area, .day = gla_test_history_day (day + days[i]),
          .scale = "fws", .at_rest = GLA_GRADE_UNKNOWN, .at_maximum = grades[i],
        }));
      }
  gla_history_finish (history);
  add_history (fixture, history);
}

static guint32
find (Fixture     *fixture,
      GlaCycleKey  key,
      const char  *product,
      const char  *text)
{
  guint32 code = gla_cycle_table_find (fixture->table, key, product, text);

  g_assert_cmpuint (code, !=, GLA_CYCLE_CODE_ANY);
  return code;
}

static void
test_rows (Fixture       *fixture,
           gconstpointer  data)
{
  static const struct
  {
    const char *script;
    guint row;
    int left;
    int right;
    guint marks;
    guint n_events;
    double dilution;
    GlaDoseBand dose;
  } cases[] = {
    { "t 0 T GLAB ona 20 lot=L\n g 0 GLAB 3\n g 20 GLAB 1\n g 130 GLAB 3", 0, 20, 130,
      GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED | GLA_CYCLE_JUDGED | GLA_CYCLE_RESPONDED, 0, 0,
      GLA_DOSE_BAND_USUAL },
    /* Reviewed on day 14, the first on which it counts, without an effect. */
    { "t 0 T GLAB ona 17 lot=L\n g 0 GLAB 3\n g 13 GLAB 1\n g 14 GLAB 3\n g 60 GLAB 2", 0, 60,
      GLA_CYCLE_DAY_OPEN, GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED | GLA_CYCLE_JUDGED, 0, 0,
      GLA_DOSE_BAND_LOWER },
    /* Day 42 still counts, and of two sides of a day the worse. */
    { "t 0 T GLAB ona 20\n g 0 GLAB 3\n g 42 GLAB 2", 0, 42, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED | GLA_CYCLE_JUDGED | GLA_CYCLE_RESPONDED, 0, 0,
      GLA_DOSE_BAND_USUAL },
    { "t 0 T LCL ona 24\n g 0 LCL 3\n g 20 LCL 1 side=left\n g 20 LCL 3 side=right\n g 30 LCL 1",
      0, 30, GLA_CYCLE_DAY_OPEN, GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED | GLA_CYCLE_JUDGED, 0, 0,
      GLA_DOSE_BAND_USUAL },
    /* Day 43 is too late, and without a grade before nothing is judged. */
    { "t 0 T GLAB ona 18 lot=L\n g 0 GLAB 3\n g 43 GLAB 1", 0, 43, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE, 0, 0, GLA_DOSE_BAND_USUAL },
    { "t 0 T GLAB ona 23\n g 20 GLAB 1", 0, 0, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED, 0, 0, GLA_DOSE_BAND_HIGHER },
    /* The second treatment comes before three months are over. */
    { "t 0 T GLAB ona 20\n t 80 U GLAB ona 20\n e 85 GLAB bruise of=U", 1, 0, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE | GLA_CYCLE_HAS_LABEL | GLA_CYCLE_EARLY, 1, 0, GLA_DOSE_BAND_USUAL },
    { "t 0 T GLAB ona 20\n t 100 U GLAB ona 20", 1, 0, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE | GLA_CYCLE_HAS_LABEL, 0, 0, GLA_DOSE_BAND_USUAL },
    { "t 0 T GLAB ona 20\n t 20 U GLAB ona 4", 0, 0, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE | GLA_CYCLE_TOUCHED_UP, 0, 0, GLA_DOSE_BAND_HIGHER },
    /* Too young to be due. */
    { "t 860 T GLAB ona 20", 0, 0, GLA_CYCLE_DAY_OPEN, 0, 0, 0, GLA_DOSE_BAND_USUAL },
    { "v V ona 100 diluent=2500\n t 0 T GLAB ona 20 vial=V", 0, 0, GLA_CYCLE_DAY_OPEN,
      GLA_CYCLE_DUE, 0, 40, GLA_DOSE_BAND_USUAL },
    { "t 0 T GLAB ona 20 volume=1000", 0, 0, GLA_CYCLE_DAY_OPEN, GLA_CYCLE_DUE, 0, 20,
      GLA_DOSE_BAND_USUAL },
    { "t 0 T GLAB - 20", 0, 0, GLA_CYCLE_DAY_OPEN, GLA_CYCLE_DUE, 0, 0, 0 },
    { "t 0 T GLAB ona -", 0, 0, GLA_CYCLE_DAY_OPEN, GLA_CYCLE_DUE, 0, 0, 0 },
  };
  guint first = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaCycleRow row;

      g_test_message ("%s", cases[i].script);
      add (fixture, cases[i].script);
      gla_cycle_table_get_row (fixture->table, first + cases[i].row, &row);
      first = gla_cycle_table_get_n_rows (fixture->table);
      g_assert_cmpint (row.left, ==, cases[i].left);
      g_assert_cmpint (row.right, ==, cases[i].right);
      g_assert_cmphex (row.marks, ==, cases[i].marks);
      g_assert_cmpuint (row.n_events, ==, cases[i].n_events);
      g_assert_cmpint (gla_cycle_table_get_value (fixture->table, GLA_CYCLE_KEY_DILUTION,
                                                  row.keys[GLA_CYCLE_KEY_DILUTION])->number, ==,
                       GLA_UNITS (cases[i].dilution));
      g_assert_cmpint (gla_cycle_table_get_value (fixture->table, GLA_CYCLE_KEY_DOSE,
                                                  row.keys[GLA_CYCLE_KEY_DOSE])->number, ==,
                       cases[i].dose);
    }
}

/* A lot of two products is two lots, and letters of either case find it. */
static void
test_codes (Fixture       *fixture,
            gconstpointer  data)
{
  guint32 ona, abo;

  treat (fixture, "GLAB", "ona", 20, "L1", "s1", 0, 0, 0);
  treat (fixture, "GLAB", "abo-p", 50, "L1", "s1", 0, 0, 0);
  treat (fixture, "GLAB", "ona", 20, "L1", NULL, 0, 0, 0);
  treat (fixture, "GLAB", NULL, 20, "L1", NULL, 0, 0, 0);
  ona = find (fixture, GLA_CYCLE_KEY_LOT, "ona", "l1");
  abo = find (fixture, GLA_CYCLE_KEY_LOT, "abo-p", "L1");
  g_assert_cmpuint (ona, !=, abo);
  g_assert_cmpuint (gla_cycle_table_find (fixture->table, GLA_CYCLE_KEY_LOT, "ona", "L2"), ==,
                    GLA_CYCLE_CODE_ANY);
  g_assert_cmpuint (gla_cycle_table_get_n_codes (fixture->table, GLA_CYCLE_KEY_LOT), ==, 3);
  g_assert_cmpuint (gla_cycle_table_get_n_codes (fixture->table, GLA_CYCLE_KEY_INJECTOR), ==, 2);
}

/* A clinic of two hundred patients with everything in it. */
static void
make_clinic (Fixture *fixture)
{
  for (int i = 0; i < 120; i++)
    treat (fixture, i % 3 == 0 ? "FRON" : "GLAB", "ona", 20, i % 2 ? "GOOD" : "BAD",
           i % 4 < 2 ? "s1" : "s2", i, i % 7 == 0 ? 0 : (i % 2 ? 80 : 20) + i % 25,
           i % 5 == 0 ? 0 : (i % 2 ? 110 : 50) + i % 20);
  for (int i = 0; i < 50; i++)
    treat (fixture, "GLAB", "abo-p", 50, "A", i % 2 ? "s1" : NULL, 30 + i, 60, i % 3 ? 140 : 0);
  add (fixture, "t 0 T GLAB ona 20 lot=GOOD\n t 0 T FRON ona 10 lot=GOOD\n t 200 U GLAB abo-p 50"
                " lot=A\n t 200 U FRON ona 10 lot=BAD\n e 203 FRON bruise of=U\n e 1 GLAB bruise");
  gla_cycle_table_finish (fixture->table);
}

static void
assert_counts_match (Fixture                *fixture,
                     const GlaCycleFilter   *filter,
                     const GlaInsightCounts *counts)
{
  for (guint subset = 0; subset < GLA_N_CYCLE_SUBSETS; subset++)
    {
      g_autoptr (GArray) rows = gla_cycle_table_select (fixture->table, filter, subset);

      g_assert_cmpuint (rows->len, ==, counts->n[subset]);
    }
}

/* Each number opens as many cycles as it says, and the groups add up to the whole. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  GlaCycleFilter filter;
  GlaInsightCounts whole;

  make_clinic (fixture);
  gla_cycle_filter_init (&filter);
  gla_insight_count (fixture->table, &filter, &whole);
  assert_counts_match (fixture, &filter, &whole);
  g_assert_cmpuint (whole.n[GLA_CYCLES_ALL], ==, 174);
  g_assert_cmpuint (whole.n_patients, ==, 171);
  g_assert_cmpuint (whole.n_sessions, ==, 172);
  g_assert_cmpuint (whole.n_events, ==, 1);
  g_assert_cmpuint (gla_cycle_table_get_n_stray_events (fixture->table), ==, 1);
  g_assert_cmpuint (whole.n[GLA_CYCLES_ENDED] + whole.n[GLA_CYCLES_STILL_SEEN], ==,
                    whole.n[GLA_CYCLES_TIMED]);

  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    {
      g_autoptr (GPtrArray) groups = gla_insight_groups_new (fixture->table, NULL, key);
      guint n_cycles = 0, n_due = 0;

      for (guint i = 0; i < groups->len; i++)
        {
          const GlaInsightGroup *group = groups->pdata[i];
          GlaCycleFilter own = filter;

          own.codes[key] = group->code;
          assert_counts_match (fixture, &own, &group->counts);
          n_cycles += group->counts.n[GLA_CYCLES_ALL];
          n_due += group->counts.n[GLA_CYCLES_DUE];
          g_assert_true (group->code != GLA_CYCLE_CODE_UNKNOWN || i == 0);
        }
      g_assert_cmpuint (n_cycles, ==, whole.n[GLA_CYCLES_ALL]);
      g_assert_cmpuint (n_due, ==, whole.n[GLA_CYCLES_DUE]);
    }

  /* Two areas of one session from one lot are one session, by area they are two. */
  filter.codes[GLA_CYCLE_KEY_LOT] = find (fixture, GLA_CYCLE_KEY_LOT, "ona", "GOOD");
  filter.from = filter.until = gla_test_history_day (0);
  gla_insight_count (fixture->table, &filter, &whole);
  g_assert_cmpuint (whole.n[GLA_CYCLES_ALL], ==, 2);
  g_assert_cmpuint (whole.n_sessions, ==, 1);
}

typedef struct
{
  Fixture *fixture;
  GlaCycleKey key;
} Order;

static int
compare_groups (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Order *order = user_data;

  return strcmp (gla_cycle_table_get_value (order->fixture->table, order->key,
                                            (*(GlaInsightGroup *const *) a)->code)->text,
                 gla_cycle_table_get_value (order->fixture->table, order->key,
                                            (*(GlaInsightGroup *const *) b)->code)->text);
}

/* The same as over observations, which are compared with the golden files. */
static void
test_medians (Fixture       *fixture,
              gconstpointer  data)
{
  static const struct { GlaCycleKey key; GlaGroupKind kind; } kinds[] = {
    { GLA_CYCLE_KEY_AREA, GLA_GROUP_AREA },
    { GLA_CYCLE_KEY_PRODUCT, GLA_GROUP_PRODUCT },
    { GLA_CYCLE_KEY_INJECTOR, GLA_GROUP_PRACTITIONER },
  };

  make_clinic (fixture);
  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr (GPtrArray) groups = gla_insight_groups_new (fixture->table, NULL, kinds[k].key);
      g_autoptr (GPtrArray) wanted = gla_group_medians_new (fixture->observations, kinds[k].kind,
                                                            NULL, NULL, NULL, NULL);
      guint n = 0;

      g_ptr_array_sort_with_data (groups, compare_groups, &(Order) { fixture, kinds[k].key });
      g_assert_true (gla_insight_groups_estimate (groups, fixture->table, NULL, kinds[k].key, NULL,
                                                  NULL, NULL));
      for (guint i = 0; i < groups->len; i++)
        {
          const GlaInsightGroup *group = groups->pdata[i];
          const GlaGroupMedian *median;
          GlaGroupVerdict here, there;

          if (group->code == GLA_CYCLE_CODE_UNKNOWN)
            continue;
          median = wanted->pdata[n++];
          g_assert_cmpstr (gla_cycle_table_get_value (fixture->table, kinds[k].key,
                                                      group->code)->text, ==, median->key);
          g_assert_cmpfloat_with_epsilon (group->median.share_censored, median->share_censored,
                                          1e-12);
          g_assert_cmpfloat (group->median.median.median.days, ==, median->median.median.days);
          g_assert_cmpfloat (group->median.median.lower, ==, median->median.lower);
          g_assert_cmpfloat (group->median.median.upper, ==, median->median.upper);
          g_assert_cmpint (group->median.median.may_speak, ==, median->median.may_speak);
          g_assert_true (gla_insight_compare (fixture->table, NULL, kinds[k].key, group->code,
                                              NULL, NULL, &here, NULL));
          g_assert_true (gla_group_compare (fixture->observations, kinds[k].kind, median->key,
                                            NULL, NULL, NULL, &there, NULL));
          g_assert_cmpint (here, ==, there);
        }
      g_assert_cmpuint (n, ==, wanted->len);
    }
}

static void
test_curve (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlaDurationCurve) curve = NULL;
  g_autoptr (GlaDurationCurve) none = NULL;
  g_autofree char *words = NULL;
  g_autofree char *nothing = NULL;
  GlaCycleFilter filter;
  guint n_censored = 0;

  make_clinic (fixture);
  curve = gla_duration_curve_new (fixture->table, NULL, NULL, NULL, NULL);
  g_assert_cmpuint (curve->followed[0], ==, curve->counts.n[GLA_CYCLES_TIMED]);
  for (int day = 0; day < gla_duration_curve_get_last_day (curve); day++)
    g_assert_cmpuint (curve->followed[day], >=, curve->followed[day + 1]);
  g_assert_cmpuint (curve->followed[gla_duration_curve_get_last_day (curve)], >, 0);
  for (guint i = 0; i < curve->censored->len; i++)
    n_censored += g_array_index (curve->censored, GlaCensorMark, i).n;
  g_assert_cmpuint (n_censored, ==, curve->counts.n[GLA_CYCLES_STILL_SEEN]);
  g_assert_true (gla_duration_curve_may_speak (curve));
  g_assert_false (curve->has_limits);
  g_assert_true (gla_duration_curve_estimate (curve, NULL, NULL, NULL));
  g_assert_true (curve->has_limits && curve->median.median.may_speak);
  words = gla_duration_curve_describe (curve);
  g_test_message ("%s", words);
  g_assert_true (g_str_has_prefix (words, "Half of the treatments lasted longer than "));

  gla_cycle_filter_init (&filter);
  filter.from = TODAY;
  none = gla_duration_curve_new (fixture->table, &filter, NULL, NULL, NULL);
  g_assert_null (none->npmle);
  g_assert_true (gla_duration_curve_estimate (none, NULL, NULL, NULL));
  nothing = gla_duration_curve_describe (none);
  g_assert_cmpstr (nothing, ==, "No treatment fits these choices.");
}

static gboolean
stop_cb (gpointer data)
{
  return TRUE;
}

static void
test_cancelled (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) groups = NULL;

  make_clinic (fixture);
  g_assert_null (gla_duration_curve_new (fixture->table, NULL, stop_cb, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
  g_clear_error (&error);
  groups = gla_insight_groups_new (fixture->table, NULL, GLA_CYCLE_KEY_PRODUCT);
  g_assert_false (gla_insight_groups_estimate (groups, fixture->table, NULL,
                                               GLA_CYCLE_KEY_PRODUCT, stop_cb, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
  g_clear_error (&error);
  g_assert_null (gla_insight_clinic_new (fixture->table, fixture->staff, NULL, stop_cb, NULL, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

/* The cell of the row whose first cell is @name. */
static const char *
read_cell (const GlaInsightSheet *sheet,
           const char            *name,
           const char            *column)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    if (strcmp (gla_insight_sheet_get_cell (sheet, i, 0)->text, name) == 0)
      for (guint c = 0; c < sheet->columns->len; c++)
        if (strcmp (((GlaInsightColumn *) sheet->columns->pdata[c])->name, column) == 0)
          return gla_insight_sheet_get_cell (sheet, i, c)->text;
  g_assert_not_reached ();
}

static GlaInsightSheet *
answer (GlaInsightClinic *clinic,
        GlaInsightView    view,
        GlaCycleKey       key,
        gboolean          estimate)
{
  g_autoptr (GPtrArray) groups = NULL;
  GlaInsightQuestion question;

  gla_insight_question_init (&question);
  question.view = view;
  question.key = key;
  key = gla_insight_question_get_key (&question);
  groups = gla_insight_groups_new (clinic->table, &question.filter, key);
  if (estimate)
    gla_insight_groups_estimate (groups, clinic->table, &question.filter, key, NULL, NULL, NULL);
  return gla_insight_sheet_new (clinic, &question, groups);
}

/* Numbers of a sheet that say that they open cycles open that many. */
static void
assert_numbers_open (GlaInsightClinic      *clinic,
                     const GlaInsightSheet *sheet)
{
  for (guint i = 0; i < sheet->rows->len; i++)
    for (guint c = 0; c < sheet->columns->len; c++)
      {
        const GlaInsightRow *row = sheet->rows->pdata[i];
        const GlaInsightColumn *column = sheet->columns->pdata[c];
        const GlaInsightCell *cell = gla_insight_sheet_get_cell (sheet, i, c);
        g_autoptr (GArray) rows = NULL;

        if (cell->subset < 0 || strcmp (column->name, "patients") == 0 ||
            strcmp (column->name, "sessions") == 0 || strstr (cell->text, "too few") != NULL)
          continue;
        rows = gla_cycle_table_select (clinic->table, &row->filter, cell->subset);
        g_assert_cmpuint (rows->len, ==, g_ascii_strtoull (gla_insight_cell_get_data (cell), NULL,
                                                           10));
      }
}

static void
test_sheets (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlaInsightClinic) clinic = NULL;
  g_autoptr (GlaInsightSheet) quick = NULL;
  g_autoptr (GlaInsightSheet) durations = NULL;
  g_autoptr (GlaInsightSheet) response = NULL;
  g_autoptr (GlaInsightSheet) lots = NULL;
  g_autoptr (GlaInsightSheet) injectors = NULL;
  g_autoptr (GlaInsightSheet) months = NULL;

  make_clinic (fixture);
  clinic = gla_insight_clinic_new (fixture->table, fixture->staff, NULL, NULL, NULL, NULL);
  quick = answer (clinic, GLA_INSIGHT_DURATIONS, GLA_CYCLE_KEY_PRODUCT, FALSE);
  g_assert_false (quick->is_complete);
  durations = answer (clinic, GLA_INSIGHT_DURATIONS, GLA_CYCLE_KEY_PRODUCT, TRUE);
  g_assert_true (durations->is_complete);
  g_assert_cmpuint (durations->rows->len, ==, 2);
  response = answer (clinic, GLA_INSIGHT_RESPONSE, GLA_CYCLE_KEY_DOSE, FALSE);
  lots = answer (clinic, GLA_INSIGHT_LOTS, GLA_CYCLE_KEY_PRODUCT, FALSE);
  injectors = answer (clinic, GLA_INSIGHT_INJECTORS, GLA_CYCLE_KEY_PRODUCT, FALSE);
  months = answer (clinic, GLA_INSIGHT_MONTHS, GLA_CYCLE_KEY_PRODUCT, FALSE);
  assert_numbers_open (clinic, durations);
  assert_numbers_open (clinic, response);
  assert_numbers_open (clinic, lots);
  assert_numbers_open (clinic, injectors);
  assert_numbers_open (clinic, months);

  g_assert_nonnull (strstr (read_cell (lots, "BOTOX Cosmetic · BAD", "finding"),
                            "more than chance would explain"));
  g_assert_cmpstr (read_cell (lots, "BOTOX Cosmetic · GOOD", "finding"), ==, "nothing stands out");
  g_assert_cmpstr (read_cell (lots, "Dysport · A", "seen_working"), ==,
                   "too few to compare (0 of 5)");
  g_assert_cmpstr (read_cell (injectors, "N. Fournier", "treated_areas"), ==, "60");
  /* Two injectors are too few for a funnel. */
  g_assert_nonnull (strstr (read_cell (injectors, "N. Fournier", "finding"), "too few to say"));
}

/* Units of two products are never in one number. */
static void
test_months (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GlaInsightClinic) clinic = NULL;
  g_autoptr (GlaInsightSheet) sheet = NULL;
  static const char *const wanted[][6] = {
    { "2024-02", "BOTOX Cosmetic", "1", "1", "20", "0" },
    { "2024-01", "BOTOX Cosmetic", "2", "3", "50", "1" },
    { "2024-01", "Dysport", "1", "1", "50", "0" },
    { "2024-01", "unknown product", "1", "1", "", "0" },
  };

  add (fixture, "t 0 T GLAB ona 20\n t 0 T FRON ona 30");
  add (fixture, "t 5 T GLAB ona -\n t 40 U GLAB ona 20");
  add (fixture, "t 9 T GLAB abo-p 50\n t 9 T FRON - 12");
  gla_cycle_table_finish (fixture->table);
  clinic = gla_insight_clinic_new (fixture->table, fixture->staff, NULL, NULL, NULL, NULL);
  sheet = answer (clinic, GLA_INSIGHT_MONTHS, GLA_CYCLE_KEY_PRODUCT, FALSE);
  g_assert_cmpuint (sheet->rows->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < sheet->rows->len; i++)
    for (guint c = 0; c < G_N_ELEMENTS (wanted[i]); c++)
      g_assert_cmpstr (gla_insight_cell_get_data (gla_insight_sheet_get_cell (sheet, i, c)), ==,
                       wanted[i][c]);
}

/* A clinic without a single record has an answer to everything. */
static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GlaInsightClinic) clinic = NULL;

  gla_cycle_table_finish (fixture->table);
  clinic = gla_insight_clinic_new (fixture->table, fixture->staff, NULL, NULL, NULL, NULL);
  for (guint view = 0; view < GLA_N_INSIGHT_VIEWS; view++)
    {
      g_autoptr (GlaInsightSheet) sheet = answer (clinic, view, GLA_CYCLE_KEY_PRODUCT, TRUE);

      g_assert_cmpuint (sheet->rows->len, ==, 0);
      g_assert_true (sheet->is_complete);
      g_assert_cmpuint (sheet->columns->len, >, 0);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add (name, Fixture, NULL, set_up, func, tear_down)
  ADD ("/insights/rows", test_rows);
  ADD ("/insights/codes", test_codes);
  ADD ("/insights/counts", test_counts);
  ADD ("/insights/medians", test_medians);
  ADD ("/insights/curve", test_curve);
  ADD ("/insights/cancelled", test_cancelled);
  ADD ("/insights/sheets", test_sheets);
  ADD ("/insights/months", test_months);
  ADD ("/insights/empty", test_empty);
#undef ADD

  return g_test_run ();
}

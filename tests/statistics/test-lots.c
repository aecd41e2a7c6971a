/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adjust.h"
#include "gla-golden.h"
#include "gla-lots.h"
#include "gla-random.h"

#include <math.h>

static const char *const flags[] = { "TOO_FEW", "OK", "AMBER", "RED" };

static void
judge (GlaLot *lots,
       gsize   n)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_lots_judge (lots, n, &error));
  g_assert_no_error (error);
}

static void
test_golden_counts (void)
{
  g_autoptr (GlaGolden) counts = gla_golden_load ("lots.csv");
  g_autoptr (GlaGolden) golden = gla_golden_load ("lots_expected.csv");
  gsize n = gla_golden_get_n_rows (counts);
  g_autofree GlaLot *lots = g_new0 (GlaLot, n);

  g_assert_cmpuint (n, ==, gla_golden_get_n_rows (golden));
  for (gsize i = 0; i < n; i++)
    {
      lots[i].product = g_str_hash (gla_golden_get_text (counts, i, "product"));
      lots[i].lot = g_str_hash (gla_golden_get_text (counts, i, "lot"));
      lots[i].n_sessions = (guint) gla_golden_get_number (counts, i, "n");
      lots[i].n_failed = (guint) gla_golden_get_number (counts, i, "f");
      g_assert_true (gla_golden_is (golden, i, "lot", gla_golden_get_text (counts, i, "lot")));
    }
  judge (lots, n);

  for (gsize i = 0; i < n; i++)
    {
      g_assert_cmpint (lots[i].tests_failures, ==, gla_golden_is (golden, i, "eligible", "1"));
      gla_assert_near (lots[i].p_others, gla_golden_get_number (golden, i, "p_others"), 1e-9);
      gla_assert_near (lots[i].mid_p, gla_golden_get_number (golden, i, "midp"), 1e-9);
      gla_assert_near (lots[i].fisher_p, gla_golden_get_number (golden, i, "fisher_p"), 1e-9);
      gla_assert_near (lots[i].shrunk, gla_golden_get_number (golden, i, "shrunk"), 1e-9);
      gla_assert_near (lots[i].low, gla_golden_get_number (golden, i, "lo95"), 1e-9);
      gla_assert_near (lots[i].high, gla_golden_get_number (golden, i, "hi95"), 1e-9);
      gla_assert_near (lots[i].p_worse, gla_golden_get_number (golden, i, "p_worse"), 1e-9);
      if (lots[i].tests_failures)
        gla_assert_near (lots[i].adjusted, gla_golden_get_number (golden, i, "bh"), 1e-9);
      else
        g_assert_cmpfloat (lots[i].adjusted, ==, 1.0);
      g_assert_cmpstr (flags[lots[i].flag], ==, gla_golden_get_text (golden, i, "flag"));
    }
}

static GlaLotRecord *
load_sessions (gsize *n)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("lots_sessions.csv");
  GlaLotRecord *records = g_new0 (GlaLotRecord, gla_golden_get_n_rows (golden));

  *n = gla_golden_get_n_rows (golden);
  for (gsize i = 0; i < *n; i++)
    {
      records[i].session = (gint64) gla_golden_get_number (golden, i, "session");
      records[i].product = g_str_hash (gla_golden_get_text (golden, i, "product"));
      records[i].lot = g_str_hash (gla_golden_get_text (golden, i, "lot"));
      records[i].interval = gla_golden_get_interval (golden, i);
      records[i].centre = gla_golden_get_number (golden, i, "M");
      records[i].is_nonresponse = gla_golden_is (golden, i, "nonresponse", "1");
      records[i].age = GLA_LOTS_MATURITY;
    }

  return records;
}

static GlaLot *
count (const GlaLotRecord *records,
       gsize               n,
       gsize              *n_lots)
{
  g_autoptr (GError) error = NULL;
  GlaLot *lots = gla_lots_count (records, n, 0.25, 0.283, n_lots, &error);

  g_assert_no_error (error);
  g_assert_nonnull (lots);

  return lots;
}

static void
test_golden_sessions (void)
{
  g_autoptr (GlaGolden) golden = gla_golden_load ("lots_sessions_expected.csv");
  gsize n;
  gsize n_lots;
  g_autofree GlaLotRecord *records = load_sessions (&n);
  g_autofree GlaLot *lots = count (records, n, &n_lots);

  judge (lots, n_lots);
  g_assert_cmpuint (n_lots, ==, gla_golden_get_n_rows (golden));
  for (gsize i = 0; i < n_lots; i++)
    {
      gint64 id = g_str_hash (gla_golden_get_text (golden, i, "lot"));
      const GlaLot *lot = lots;

      while (lot->lot != id)
        lot++;
      g_assert_cmpuint (lot->n_sessions, ==, (guint) gla_golden_get_number (golden, i, "n"));
      g_assert_cmpuint (lot->n_failed, ==, (guint) gla_golden_get_number (golden, i, "f"));
      g_assert_cmpuint (lot->n_durations, ==, (guint) gla_golden_get_number (golden, i, "n_dur"));
      gla_assert_near (lot->sum, gla_golden_get_number (golden, i, "S"), 1e-9);
      g_assert_cmpint (lot->tests_durations, ==, gla_golden_is (golden, i, "eligible", "1"));
      gla_assert_near (lot->z, gla_golden_get_number (golden, i, "z"), 1e-9);
      gla_assert_near (lot->ratio, gla_golden_get_number (golden, i, "ratio"), 1e-9);
      gla_assert_near (lot->duration_p, gla_golden_get_number (golden, i, "p"), 1e-9);
      gla_assert_near (lot->duration_adjusted, gla_golden_get_number (golden, i, "bh"), 1e-9);
      g_assert_cmpstr (flags[lot->flag], ==, gla_golden_get_text (golden, i, "flag"));
    }
}

/* Order does not matter, and treatments a day too young do not count at all. */
static void
test_maturity (void)
{
  gsize n;
  gsize n_lots;
  gsize n_turned;
  g_autofree GlaLotRecord *records = load_sessions (&n);
  g_autofree GlaLot *expected = count (records, n, &n_lots);
  g_autofree GlaLotRecord *more = g_new (GlaLotRecord, 2 * n);
  g_autofree GlaLot *lots = NULL;
  g_autofree GlaLot *none = NULL;

  for (gsize i = 0; i < n; i++)
    {
      more[2 * i] = records[n - 1 - i];
      more[2 * i + 1] = records[i];
      more[2 * i + 1].session += 1000000;
      more[2 * i + 1].is_nonresponse = TRUE;
      more[2 * i + 1].age = GLA_LOTS_MATURITY - 1;
    }
  lots = count (more, 2 * n, &n_turned);
  g_assert_cmpuint (n_turned, ==, n_lots);
  for (gsize i = 0; i < n_lots; i++)
    {
      const GlaLot *lot = lots;

      while (lot->lot != expected[i].lot)
        lot++;
      g_assert_cmpuint (lot->n_sessions, ==, expected[i].n_sessions);
      g_assert_cmpuint (lot->n_failed, ==, expected[i].n_failed);
      gla_assert_near (lot->sum, expected[i].sum, 1e-9);
      gla_assert_near (lot->deviation, expected[i].deviation, 1e-9);
    }

  for (gsize i = 0; i < n; i++)
    records[i].age = 0;
  none = count (records, n, &n_lots);
  g_assert_cmpuint (n_lots, ==, 0);
  judge (none, n_lots);
}

/* Half of the assessable areas make a failed session; others do not enter. The limit is
 * round (0.75 * 120) = 90 days. */
static void
test_sessions (void)
{
  static const struct
  {
    const char *what;
    gsize n_areas;
    GlaDuration intervals[3];
    gboolean is_nonresponse[3];
    guint n_sessions;
    guint n_failed;
    guint n_durations;
  } rows[] = {
    { "on the limit", 1, { { 60, 90 } }, { FALSE }, 1, 1, 1 },
    { "after the limit", 1, { { 60, 91 } }, { FALSE }, 0, 0, 1 },
    { "confirmed on the limit", 1, { { 90, HUGE_VAL } }, { FALSE }, 1, 0, 1 },
    { "confirmed before", 1, { { 89, HUGE_VAL } }, { FALSE }, 0, 0, 1 },
    { "non-response", 1, { { 0, 120 } }, { TRUE }, 1, 1, 1 },
    { "no information", 1, { { 0, HUGE_VAL } }, { FALSE }, 0, 0, 0 },
    { "one of two", 2, { { 60, 90 }, { 100, 120 } }, { FALSE }, 1, 1, 1 },
    { "one of three", 3, { { 60, 90 }, { 100, 120 }, { 90, 99 } }, { FALSE }, 1, 0, 1 },
    { "one of one and an open one", 2, { { 60, 90 }, { 60, 99 } }, { FALSE }, 1, 1, 1 },
    { "exact day", 1, { { 90, 90 } }, { FALSE }, 1, 1, 1 },
    { "exact day after", 1, { { 91, 91 } }, { FALSE }, 1, 0, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaLotRecord records[3] = { { 0 } };
      g_autofree GlaLot *lots = NULL;
      gsize n_lots;

      g_test_message ("%s", rows[i].what);
      for (gsize k = 0; k < rows[i].n_areas; k++)
        {
          records[k].interval = rows[i].intervals[k];
          records[k].is_nonresponse = rows[i].is_nonresponse[k];
          records[k].centre = log (120.0);
          records[k].age = 400;
        }
      lots = count (records, rows[i].n_areas, &n_lots);
      judge (lots, n_lots);
      g_assert_cmpuint (n_lots, ==, 1);
      g_assert_cmpuint (lots[0].n_sessions, ==, rows[i].n_sessions);
      g_assert_cmpuint (lots[0].n_failed, ==, rows[i].n_failed);
      g_assert_cmpuint (lots[0].n_durations, ==, rows[i].n_durations);
      g_assert_cmpint (lots[0].flag, ==, GLA_LOT_TOO_FEW);
    }
}

static void
assert_numbers (const GlaLot *lot)
{
  g_assert_true (isfinite (lot->p_others) && lot->p_others > 0.0 && lot->p_others < 1.0);
  g_assert_true (isfinite (lot->low) && isfinite (lot->high) && lot->low <= lot->high);
  g_assert_true (isfinite (lot->z) && isfinite (lot->ratio));
  g_assert_cmpfloat (lot->mid_p, <=, lot->fisher_p);
  g_assert_true (lot->mid_p >= 0.0 && lot->fisher_p <= 1.0);
  g_assert_true (lot->adjusted >= 0.0 && lot->adjusted <= 1.0);
  g_assert_true (lot->duration_adjusted >= 0.0 && lot->duration_adjusted <= 1.0);
  g_assert_true (lot->p_worse >= 0.0 && lot->p_worse <= 1.0);
}

/* Whatever the counts, no number is NaN, mid-p is not above Fisher's p, and below the
 * minimum counts nothing is flagged. */
static void
test_random_counts (void)
{
  GlaRandom random;

  gla_random_init (&random, 41, 1, 0);
  for (guint k = 0; k < 300; k++)
    {
      GlaLot lots[6] = { { 0 } };
      int limit = k % 3 == 0 ? 10 : 200;

      for (gsize i = 0; i < G_N_ELEMENTS (lots); i++)
        {
          lots[i].product = (gint64) i / 3;
          lots[i].lot = (gint64) i;
          lots[i].n_sessions = (guint) gla_random_integer (&random, limit);
          lots[i].n_failed = (guint) gla_random_integer (&random, (int) lots[i].n_sessions + 1);
          lots[i].n_durations = lots[i].n_sessions;
          lots[i].n_product_durations = 3 * (guint) limit;
          lots[i].sum = 9.0 * gla_random_normal (&random);
          lots[i].deviation = k % 2 == 0 ? 0.0 : 3.0;
        }
      judge (lots, G_N_ELEMENTS (lots));
      for (gsize i = 0; i < G_N_ELEMENTS (lots); i++)
        {
          assert_numbers (&lots[i]);
          if (lots[i].n_sessions < GLA_LOTS_MIN_SESSIONS)
            g_assert_cmpint (lots[i].flag, ==, GLA_LOT_TOO_FEW);
        }
    }
}

/* A shift common to the whole product is no fault of a lot, and identical durations,
 * whose variance is nothing but rounding, are no evidence. */
static void
test_identical (void)
{
  GlaLotRecord records[100] = { { 0 } };
  g_autofree GlaLot *lots = NULL;
  gsize n_lots;

  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      records[i].session = (gint64) i;
      records[i].lot = (gint64) (i / 25);
      records[i].interval = (GlaDuration){ 40, 41 };
      records[i].centre = log (120.0);
      records[i].age = 365;
    }
  lots = count (records, G_N_ELEMENTS (records), &n_lots);
  judge (lots, n_lots);
  g_assert_cmpuint (n_lots, ==, 4);
  for (gsize i = 0; i < n_lots; i++)
    {
      assert_numbers (&lots[i]);
      g_assert_cmpuint (lots[i].n_failed, ==, 25);
      g_assert_cmpfloat (lots[i].z, ==, 0.0);
      g_assert_cmpint (lots[i].flag, ==, GLA_LOT_OK);
    }
}

static void
test_refused (void)
{
  static const GlaLotRecord good = { 1, 1, 1, { 84, 112 }, 4.8, FALSE, 200 };
  g_autoptr (GError) error = NULL;
  GlaLotRecord bad[5];
  GlaLot lot = { .n_sessions = 3, .n_failed = 4 };
  gsize n_lots = 7;

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    bad[i] = good;
  bad[0].interval.left = NAN;
  bad[1].interval.right = 10;
  bad[2].centre = NAN;
  bad[3].centre = 1e300;
  bad[4].age = NAN;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_assert_null (gla_lots_count (&bad[i], 1, 0.25, 0.28, &n_lots, &error));
      g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
      g_assert_cmpuint (n_lots, ==, 0);
      g_clear_error (&error);
    }

  g_assert_null (gla_lots_count (&good, 1, NAN, 0.28, &n_lots, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
  g_clear_error (&error);

  g_assert_false (gla_lots_judge (&lot, 1, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_INVALID);
}

/* The example of Benjamini and Hochberg 1995, section 3.2, and by hand: 15 hypotheses,
 * of which the step-up at 5 % rejects the first four. */
static void
test_adjust (void)
{
  static const double p[] = {
    0.6528, 0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298,
    0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 1.0000, 0.7590,
  };
  double adjusted[G_N_ELEMENTS (p)];
  guint n_rejected = 0;

  gla_adjust_benjamini_hochberg (p, G_N_ELEMENTS (p), adjusted);
  for (gsize i = 0; i < G_N_ELEMENTS (p); i++)
    {
      g_assert_cmpfloat (adjusted[i], >=, p[i]);
      n_rejected += adjusted[i] <= 0.05 ? 1 : 0;
    }
  g_assert_cmpuint (n_rejected, ==, 4);
  gla_assert_near (adjusted[1], 0.0015, 1e-12);
  gla_assert_near (adjusted[4], 0.0095 * 15 / 4, 1e-12);
  gla_assert_near (adjusted[5], 0.0201 * 15 / 5, 1e-12);
  gla_assert_near (adjusted[6], 0.0298 * 15 / 7, 1e-12);
  gla_assert_near (adjusted[13], 1.0, 0.0);

  gla_adjust_benjamini_hochberg (NULL, 0, NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/lots/golden-counts", test_golden_counts);
  g_test_add_func ("/statistics/lots/golden-sessions", test_golden_sessions);
  g_test_add_func ("/statistics/lots/maturity", test_maturity);
  g_test_add_func ("/statistics/lots/sessions", test_sessions);
  g_test_add_func ("/statistics/lots/random-counts", test_random_counts);
  g_test_add_func ("/statistics/lots/identical", test_identical);
  g_test_add_func ("/statistics/lots/refused", test_refused);
  g_test_add_func ("/statistics/lots/adjust", test_adjust);

  return g_test_run ();
}

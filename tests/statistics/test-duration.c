/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-duration.h"
#include "gla-groups.h"
#include "gla-statistics-error.h"

#include <math.h>

static void
test_read (void)
{
  static const struct
  {
    GlaDuration recorded;
    gboolean is_valid;
    GlaDuration read;
    gboolean is_informative;
  } rows[] = {
    { { 0, HUGE_VAL }, TRUE, { 0, HUGE_VAL }, FALSE },
    { { 0, 30 }, TRUE, { 0, 30 }, TRUE },
    { { 90, HUGE_VAL }, TRUE, { 90, HUGE_VAL }, TRUE },
    { { 90, 130 }, TRUE, { 90, 130 }, TRUE },
    { { 112, 112 }, TRUE, { 111, 112 }, TRUE },
    { { 1, 1 }, TRUE, { 0, 1 }, TRUE },
    { { 0, 0 }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { 0.5, 0.5 }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { 130, 90 }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { -1, 90 }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { HUGE_VAL, HUGE_VAL }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { 10, -HUGE_VAL }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { NAN, 90 }, FALSE, { 0, HUGE_VAL }, FALSE },
    { { 30, NAN }, FALSE, { 0, HUGE_VAL }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GlaDuration interval;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      g_assert_cmpint (gla_duration_read (&rows[i].recorded, &interval), ==, rows[i].is_valid);
      g_assert_cmpfloat (interval.left, ==, rows[i].read.left);
      g_assert_cmpfloat (interval.right, ==, rows[i].read.right);
      g_assert_cmpint (gla_duration_is_informative (&interval), ==, rows[i].is_informative);
    }
}

static void
test_groups (void)
{
  static const gint64 ids[] = { 7, -3, 7, G_MAXINT64, G_MININT64, 0, -3, 0 };
  static const guint expected[] = { 0, 1, 0, 2, 3, 4, 1, 4 };
  guint numbers[G_N_ELEMENTS (ids)];
  g_autofree gint64 *many = g_new (gint64, 5000);
  g_autofree guint *found = g_new (guint, 5000);

  g_assert_cmpuint (gla_groups_number (ids, G_N_ELEMENTS (ids), numbers), ==, 5);
  for (gsize i = 0; i < G_N_ELEMENTS (ids); i++)
    g_assert_cmpuint (numbers[i], ==, expected[i]);

  g_assert_cmpuint (gla_groups_number (NULL, 0, NULL), ==, 0);

  /* More groups than the first table holds, each seen twice. */
  for (gsize i = 0; i < 5000; i++)
    many[i] = (gint64) (i % 2500) * 4096;
  g_assert_cmpuint (gla_groups_number (many, 5000, found), ==, 2500);
  for (gsize i = 0; i < 5000; i++)
    g_assert_cmpuint (found[i], ==, i % 2500);
}

static gboolean
count_down_cb (gpointer data)
{
  int *left = data;

  return (*left)-- <= 0;
}

static void
test_cancel (void)
{
  g_autoptr (GError) error = NULL;
  int left = 1;

  g_assert_false (gla_statistics_is_cancelled (NULL, NULL, &error));
  g_assert_false (gla_statistics_is_cancelled (count_down_cb, &left, &error));
  g_assert_no_error (error);
  g_assert_true (gla_statistics_is_cancelled (count_down_cb, &left, &error));
  g_assert_error (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/statistics/duration/read", test_read);
  g_test_add_func ("/statistics/duration/groups", test_groups);
  g_test_add_func ("/statistics/duration/cancel", test_cancel);

  return g_test_run ();
}

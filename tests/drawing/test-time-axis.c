/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-time-axis.h"

#include <math.h>

static char *
join_labels (GArray *ticks)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            g_array_index (ticks, GlaTimeTick, i).label);
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *from;
  int days;
  double width;
  const char *labels;
} cases[] =
{
  { "2026-10-10", 7, 700, "10 Oct 2026|11 Oct|12 Oct|13 Oct|14 Oct|15 Oct|16 Oct|17 Oct" },
  { "2026-10-10", 14, 700, "10 Oct 2026|12 Oct|14 Oct|16 Oct|18 Oct|20 Oct|22 Oct|24 Oct" },
  { "2026-10-10", 30, 700, "12 Oct 2026|19 Oct|26 Oct|2 Nov|9 Nov" },
  { "2026-10-10", 60, 700, "12 Oct 2026|19 Oct|26 Oct|2 Nov|9 Nov|16 Nov|23 Nov|30 Nov|7 Dec" },
  { "2026-10-10", 90, 700, "19 Oct 2026|2 Nov|16 Nov|30 Nov|14 Dec|28 Dec" },
  { "2025-10-10", 180, 700, "Nov 2025|Dec|Jan 2026|Feb|Mar|Apr" },
  { "2024-12-20", 730, 700, "Jan 2025|Apr|Jul|Oct|Jan 2026|Apr|Jul|Oct" },
  { "2024-12-20", 1100, 600, "Jan 2025|Jul|Jan 2026|Jul|Jan 2027|Jul" },
  { "2018-06-01", 3300, 700, "2019|2020|2021|2022|2023|2024|2025|2026|2027" },
  { "1986-06-01", 14610, 700, "1990|1995|2000|2005|2010|2015|2020|2025" },
  { "1986-06-01", 14610, 300, "1990|2000|2010|2020" },
};

static void
test_labels (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double from = gla_day_from_iso (cases[i].from);
      g_autoptr (GArray) ticks = gla_time_axis_new (from, from + cases[i].days,
                                                    cases[i].width / cases[i].days, 66);
      g_autofree char *labels = join_labels (ticks);

      g_assert_cmpstr (labels, ==, cases[i].labels);
    }
}

/* At every zoom from a week to 80 years: ticks in order, in view, and no two
 * closer than a label is wide. */
static void
test_room (void)
{
  for (double days = 7; days < 30000; days *= 1.17)
    for (double width = 240; width <= 2400; width *= 1.6)
      {
        double from = gla_day_from_iso ("1988-02-11");
        double per_day = width / days;
        double room = 66;
        g_autoptr (GArray) ticks = gla_time_axis_new (from, from + days, per_day, room);

        for (guint i = 0; i < ticks->len; i++)
          {
            const GlaTimeTick *tick = &g_array_index (ticks, GlaTimeTick, i);

            g_assert_cmpfloat (tick->day, >=, from);
            g_assert_cmpfloat (tick->day, <=, from + days);
            if (i > 0)
              g_assert_cmpfloat ((tick->day - tick[-1].day) * per_day, >=, room - 0.001);
          }
        g_assert_cmpuint (ticks->len, <, 60);
      }
}

static void
test_relative (void)
{
  g_autoptr (GArray) ticks = gla_time_axis_new_relative (-5, 180, 3, 60);
  g_autoptr (GArray) wide = gla_time_axis_new_relative (-5, 30, 20, 60);
  g_autofree char *labels = join_labels (ticks);
  g_autofree char *wide_labels = join_labels (wide);

  g_assert_cmpstr (labels, ==, "0 wk|4 wk|8 wk|12 wk|16 wk|20 wk|24 wk");
  g_assert_cmpstr (wide_labels, ==, "0 wk|1 wk|2 wk|3 wk|4 wk");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/time-axis/labels", test_labels);
  g_test_add_func ("/time-axis/room", test_room);
  g_test_add_func ("/time-axis/relative", test_relative);
  return g_test_run ();
}

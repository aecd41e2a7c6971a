/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-units-share.h"

static void
test_shares (void)
{
  static const struct
  {
    GlaUnits units;
    int count;
    GlaUnits shares[7];
  } shares[] = {
    { 2000, 5, { 400, 400, 400, 400, 400 } },
    { 750, 4, { 200, 200, 200, 150 } },
    { 1300, 3, { 500, 400, 400 } },
    { 2400, 5, { 500, 500, 500, 500, 400 } },
    { 1150, 3, { 400, 400, 350 } },
    { 125, 4, { 50, 25, 25, 25 } },
    { 100, 3, { 50, 25, 25 } },
    { 101, 3, { 34, 34, 33 } },
    { 25, 2, { 13, 12 } },
    { 0, 2, { 0, 0 } },
    { GLA_UNITS_UNKNOWN, 2, { GLA_UNITS_UNKNOWN, GLA_UNITS_UNKNOWN } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    for (int k = 0; k < shares[i].count; k++)
      g_assert_cmpint (gla_units_share (shares[i].units, shares[i].count, k), ==,
                       shares[i].shares[k]);
}

/* Whatever is shared out adds up again. */
static void
test_sum (void)
{
  for (GlaUnits units = 0; units < 3000; units += 7)
    for (int count = 1; count <= 20; count++)
      {
        GlaUnits sum = 0;

        for (int i = 0; i < count; i++)
          sum += gla_units_share (units, count, i);
        g_assert_cmpint (sum, ==, units);
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/units-share/shares", test_shares);
  g_test_add_func ("/units-share/sum", test_sum);
  return g_test_run ();
}

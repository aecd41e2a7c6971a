/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-palette.h"

#include <math.h>

static const char *const names[GLA_N_PALETTES] =
{
  [GLA_PALETTE_LIGHT] = "light",
  [GLA_PALETTE_DARK] = "dark",
  [GLA_PALETTE_LIGHT_CONTRAST] = "light, high contrast",
  [GLA_PALETTE_DARK_CONTRAST] = "dark, high contrast",
  [GLA_PALETTE_PAPER] = "paper",
};

/* Every pair that meets in a drawing, and what WCAG 2.2 asks of it. */
static const struct
{
  GlaColorRole front;
  GlaColorRole back;
  double least;
} pairs[] =
{
  { GLA_COLOR_TEXT, GLA_COLOR_BACKGROUND, 4.5 },
  { GLA_COLOR_TEXT, GLA_COLOR_BAND, 4.5 },
  { GLA_COLOR_DIM, GLA_COLOR_BACKGROUND, 4.5 },
  { GLA_COLOR_DIM, GLA_COLOR_BAND, 4.5 },
  { GLA_COLOR_BACKGROUND, GLA_COLOR_TEXT, 4.5 },   /* number in a filled square */
  { GLA_COLOR_ALERT, GLA_COLOR_BACKGROUND, 4.5 },
  { GLA_COLOR_ALERT, GLA_COLOR_BAND, 4.5 },
  { GLA_COLOR_ALERT, GLA_COLOR_ALERT_FILL, 4.5 },
  { GLA_COLOR_ON_ACCENT, GLA_COLOR_ACCENT, 4.5 },
  { GLA_COLOR_ON_SEEN, GLA_COLOR_SEEN, 4.5 },
  { GLA_COLOR_SEEN, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_SEEN, GLA_COLOR_BAND, 3 },
  { GLA_COLOR_SEEN, GLA_COLOR_TOLD, 3 },
  { GLA_COLOR_WAITING_LINE, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_WAITING_LINE, GLA_COLOR_WAITING, 3 },
  { GLA_COLOR_RULE, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_RULE, GLA_COLOR_BAND, 3 },
  { GLA_COLOR_ACCENT, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_OTHER, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT_2, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT_3, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT_4, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT_5, GLA_COLOR_BACKGROUND, 3 },
  { GLA_COLOR_HIGHLIGHT_6, GLA_COLOR_BACKGROUND, 3 },
};

static void
test_contrast (void)
{
  for (guint palette = 0; palette < GLA_N_PALETTES; palette++)
    for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
      {
        double contrast = gla_color_get_contrast (gla_palette_get (palette, pairs[i].front),
                                                  gla_palette_get (palette, pairs[i].back));

        if (contrast < pairs[i].least)
          {
            g_test_message ("%s: %u on %u is %.2f", names[palette], pairs[i].front, pairs[i].back,
                            contrast);
            g_test_fail ();
          }
      }
}

/* Known ratios: black on white, and a grey of which the standard says 4.54. */
static void
test_formula (void)
{
  const GlaColor white = { 1, 1, 1 }, black = { 0, 0, 0 };
  const GlaColor grey = { 0x76 / 255.0, 0x76 / 255.0, 0x76 / 255.0 };

  g_assert_cmpfloat_with_epsilon (gla_color_get_contrast (white, black), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (gla_color_get_contrast (grey, white), 4.54, 0.01);
  g_assert_cmpfloat_with_epsilon (gla_color_get_contrast (white, grey), 4.54, 0.01);
}

/* High contrast is higher than the look it replaces. */
static void
test_high_contrast (void)
{
  static const GlaColorRole roles[] = { GLA_COLOR_TEXT, GLA_COLOR_DIM, GLA_COLOR_SEEN,
                                        GLA_COLOR_RULE, GLA_COLOR_GRID, GLA_COLOR_ALERT };

  for (guint dark = 0; dark < 2; dark++)
    for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
      {
        GlaPalette plain = gla_palette_choose (dark, FALSE);
        GlaPalette high = gla_palette_choose (dark, TRUE);
        double before = gla_color_get_contrast (gla_palette_get (plain, roles[i]),
                                                gla_palette_get (plain, GLA_COLOR_BACKGROUND));
        double after = gla_color_get_contrast (gla_palette_get (high, roles[i]),
                                               gla_palette_get (high, GLA_COLOR_BACKGROUND));

        g_assert_cmpfloat (after, >=, before);
      }
}

/* Printed in grey, what was seen, told and awaited differ by more than a shade. */
static void
test_grey (void)
{
  double seen = gla_color_get_luminance (gla_palette_get (GLA_PALETTE_PAPER, GLA_COLOR_SEEN));
  double told = gla_color_get_luminance (gla_palette_get (GLA_PALETTE_PAPER, GLA_COLOR_TOLD));
  double paper = gla_color_get_luminance (gla_palette_get (GLA_PALETTE_PAPER,
                                                           GLA_COLOR_BACKGROUND));

  g_assert_cmpfloat (told - seen, >, 0.4);
  g_assert_cmpfloat (paper - told, >, 0.15);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/palette/contrast", test_contrast);
  g_test_add_func ("/palette/formula", test_formula);
  g_test_add_func ("/palette/high-contrast", test_high_contrast);
  g_test_add_func ("/palette/grey", test_grey);
  return g_test_run ();
}

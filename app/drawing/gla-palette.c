/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-palette.h"

#include <math.h>

static const guint32 colors[GLA_N_PALETTES][GLA_N_COLORS] =
{
  [GLA_PALETTE_LIGHT] =
  {
    [GLA_COLOR_BACKGROUND] = 0xffffff,
    [GLA_COLOR_BAND] = 0xf4f7fb,
    [GLA_COLOR_GRID] = 0xe6e6e8,
    [GLA_COLOR_RULE] = 0x8a8a90,
    [GLA_COLOR_TEXT] = 0x242428,
    [GLA_COLOR_DIM] = 0x5e5e64,
    [GLA_COLOR_SEEN] = 0x0b7a75,
    [GLA_COLOR_ON_SEEN] = 0xffffff,
    [GLA_COLOR_TOLD] = 0xbfe3df,
    [GLA_COLOR_WAITING] = 0xe3f2f0,
    [GLA_COLOR_WAITING_LINE] = 0x4f8f8b,
    [GLA_COLOR_ALERT] = 0x9c3b00,
    [GLA_COLOR_ALERT_FILL] = 0xffe7c7,
    [GLA_COLOR_ACCENT] = 0x1a5fb4,
    [GLA_COLOR_ON_ACCENT] = 0xffffff,
    [GLA_COLOR_OTHER] = 0x84848a,
    [GLA_COLOR_HIGHLIGHT] = 0x1f5fa8,
    [GLA_COLOR_HIGHLIGHT_2] = 0xb35900,
    [GLA_COLOR_HIGHLIGHT_3] = 0x7a3e9d,
    [GLA_COLOR_HIGHLIGHT_4] = 0x2e7d32,
    [GLA_COLOR_HIGHLIGHT_5] = 0xb0256b,
    [GLA_COLOR_HIGHLIGHT_6] = 0x6b6b00,
    [GLA_COLOR_SKIN] = 0xf8efe7,
    [GLA_COLOR_SKIN_LINE] = 0x8b7b70,
    [GLA_COLOR_SKIN_FINE] = 0xc4b5aa,
    [GLA_COLOR_HAIR] = 0xe0d6ce,
    [GLA_COLOR_FEATURE] = 0x6e6058,
    [GLA_COLOR_LIPS] = 0xeccdc3,
    [GLA_COLOR_EYE] = 0xffffff,
  },
  [GLA_PALETTE_DARK] =
  {
    [GLA_COLOR_BACKGROUND] = 0x363636,
    [GLA_COLOR_BAND] = 0x3d4148,
    [GLA_COLOR_GRID] = 0x4a4a4e,
    [GLA_COLOR_RULE] = 0x9a9aa0,
    [GLA_COLOR_TEXT] = 0xf4f4f5,
    [GLA_COLOR_DIM] = 0xc3c3c8,
    [GLA_COLOR_SEEN] = 0x4fc6bc,
    [GLA_COLOR_ON_SEEN] = 0x08211f,
    [GLA_COLOR_TOLD] = 0x2c5f5b,
    [GLA_COLOR_WAITING] = 0x32494a,
    [GLA_COLOR_WAITING_LINE] = 0x7fb5b0,
    [GLA_COLOR_ALERT] = 0xffb96b,
    [GLA_COLOR_ALERT_FILL] = 0x4a3413,
    [GLA_COLOR_ACCENT] = 0x8ab8f2,
    [GLA_COLOR_ON_ACCENT] = 0x0d2036,
    [GLA_COLOR_OTHER] = 0xa2a2a8,
    [GLA_COLOR_HIGHLIGHT] = 0x8ab8f2,
    [GLA_COLOR_HIGHLIGHT_2] = 0xf0a45a,
    [GLA_COLOR_HIGHLIGHT_3] = 0xcfa2ea,
    [GLA_COLOR_HIGHLIGHT_4] = 0x86cf8a,
    [GLA_COLOR_HIGHLIGHT_5] = 0xf291bd,
    [GLA_COLOR_HIGHLIGHT_6] = 0xd6d06a,
    [GLA_COLOR_SKIN] = 0x544c47,
    [GLA_COLOR_SKIN_LINE] = 0xab9d93,
    [GLA_COLOR_SKIN_FINE] = 0x80756d,
    [GLA_COLOR_HAIR] = 0x413b38,
    [GLA_COLOR_FEATURE] = 0x221d1b,
    [GLA_COLOR_LIPS] = 0x75594f,
    [GLA_COLOR_EYE] = 0xa39a93,
  },
  [GLA_PALETTE_LIGHT_CONTRAST] =
  {
    [GLA_COLOR_BACKGROUND] = 0xffffff,
    [GLA_COLOR_BAND] = 0xeef2f8,
    [GLA_COLOR_GRID] = 0xa0a0a4,
    [GLA_COLOR_RULE] = 0x3a3a3e,
    [GLA_COLOR_TEXT] = 0x000000,
    [GLA_COLOR_DIM] = 0x303034,
    [GLA_COLOR_SEEN] = 0x00504c,
    [GLA_COLOR_ON_SEEN] = 0xffffff,
    [GLA_COLOR_TOLD] = 0xb4dcd8,
    [GLA_COLOR_WAITING] = 0xe3f2f0,
    [GLA_COLOR_WAITING_LINE] = 0x00504c,
    [GLA_COLOR_ALERT] = 0x6e2600,
    [GLA_COLOR_ALERT_FILL] = 0xffe7c7,
    [GLA_COLOR_ACCENT] = 0x0b3d82,
    [GLA_COLOR_ON_ACCENT] = 0xffffff,
    [GLA_COLOR_OTHER] = 0x6a6a70,
    [GLA_COLOR_HIGHLIGHT] = 0x0b3d82,
    [GLA_COLOR_HIGHLIGHT_2] = 0x7d3e00,
    [GLA_COLOR_HIGHLIGHT_3] = 0x5a1f7d,
    [GLA_COLOR_HIGHLIGHT_4] = 0x14561a,
    [GLA_COLOR_HIGHLIGHT_5] = 0x86124c,
    [GLA_COLOR_HIGHLIGHT_6] = 0x4a4a00,
    [GLA_COLOR_SKIN] = 0xfcf6f0,
    [GLA_COLOR_SKIN_LINE] = 0x4a3f38,
    [GLA_COLOR_SKIN_FINE] = 0x7d6f66,
    [GLA_COLOR_HAIR] = 0xd2c6bd,
    [GLA_COLOR_FEATURE] = 0x2e2723,
    [GLA_COLOR_LIPS] = 0xe0b5a8,
    [GLA_COLOR_EYE] = 0xffffff,
  },
  [GLA_PALETTE_DARK_CONTRAST] =
  {
    [GLA_COLOR_BACKGROUND] = 0x363636,
    [GLA_COLOR_BAND] = 0x40444b,
    [GLA_COLOR_GRID] = 0x6a6a6e,
    [GLA_COLOR_RULE] = 0xd0d0d4,
    [GLA_COLOR_TEXT] = 0xffffff,
    [GLA_COLOR_DIM] = 0xe6e6ea,
    [GLA_COLOR_SEEN] = 0x7be8dd,
    [GLA_COLOR_ON_SEEN] = 0x000000,
    [GLA_COLOR_TOLD] = 0x24504c,
    [GLA_COLOR_WAITING] = 0x283c3c,
    [GLA_COLOR_WAITING_LINE] = 0xa5ddd7,
    [GLA_COLOR_ALERT] = 0xffcf99,
    [GLA_COLOR_ALERT_FILL] = 0x3c2a0e,
    [GLA_COLOR_ACCENT] = 0xb5d3f8,
    [GLA_COLOR_ON_ACCENT] = 0x000000,
    [GLA_COLOR_OTHER] = 0xc2c2c8,
    [GLA_COLOR_HIGHLIGHT] = 0xb5d3f8,
    [GLA_COLOR_HIGHLIGHT_2] = 0xffc48a,
    [GLA_COLOR_HIGHLIGHT_3] = 0xe2c4f6,
    [GLA_COLOR_HIGHLIGHT_4] = 0xb0e6b3,
    [GLA_COLOR_HIGHLIGHT_5] = 0xfabbd8,
    [GLA_COLOR_HIGHLIGHT_6] = 0xf0ea9a,
    [GLA_COLOR_SKIN] = 0x423b37,
    [GLA_COLOR_SKIN_LINE] = 0xe0d5cc,
    [GLA_COLOR_SKIN_FINE] = 0xb0a49b,
    [GLA_COLOR_HAIR] = 0x2a2624,
    [GLA_COLOR_FEATURE] = 0xf0e8e1,
    [GLA_COLOR_LIPS] = 0x6a4d44,
    [GLA_COLOR_EYE] = 0x5a524d,
  },
  [GLA_PALETTE_PAPER] =
  {
    [GLA_COLOR_BACKGROUND] = 0xffffff,
    [GLA_COLOR_BAND] = 0xf6f6f6,
    [GLA_COLOR_GRID] = 0xdcdcdc,
    [GLA_COLOR_RULE] = 0x7a7a7a,
    [GLA_COLOR_TEXT] = 0x000000,
    [GLA_COLOR_DIM] = 0x484848,
    [GLA_COLOR_SEEN] = 0x0a5f5b,
    [GLA_COLOR_ON_SEEN] = 0xffffff,
    [GLA_COLOR_TOLD] = 0xcfe6e4,
    [GLA_COLOR_WAITING] = 0xedf5f4,
    [GLA_COLOR_WAITING_LINE] = 0x5f8583,
    [GLA_COLOR_ALERT] = 0x7a2e00,
    [GLA_COLOR_ALERT_FILL] = 0xfff1de,
    [GLA_COLOR_ACCENT] = 0x123f7a,
    [GLA_COLOR_ON_ACCENT] = 0xffffff,
    [GLA_COLOR_OTHER] = 0x84848a,
    [GLA_COLOR_HIGHLIGHT] = 0x1f5fa8,
    [GLA_COLOR_HIGHLIGHT_2] = 0xb35900,
    [GLA_COLOR_HIGHLIGHT_3] = 0x7a3e9d,
    [GLA_COLOR_HIGHLIGHT_4] = 0x2e7d32,
    [GLA_COLOR_HIGHLIGHT_5] = 0xb0256b,
    [GLA_COLOR_HIGHLIGHT_6] = 0x6b6b00,
    [GLA_COLOR_SKIN] = 0xfcfcfc,
    [GLA_COLOR_SKIN_LINE] = 0x6a6a6a,
    [GLA_COLOR_SKIN_FINE] = 0xb4b4b4,
    [GLA_COLOR_HAIR] = 0xe6e6e6,
    [GLA_COLOR_FEATURE] = 0x555555,
    [GLA_COLOR_LIPS] = 0xdcdcdc,
    [GLA_COLOR_EYE] = 0xffffff,
  },
};

GlaColor
gla_palette_get (GlaPalette   palette,
                 GlaColorRole role)
{
  GlaColor color = { 0, 0, 0 };
  guint32 rgb;

  g_return_val_if_fail (palette < GLA_N_PALETTES, color);
  g_return_val_if_fail (role < GLA_N_COLORS, color);

  rgb = colors[palette][role];
  color.red = ((rgb >> 16) & 0xff) / 255.0;
  color.green = ((rgb >> 8) & 0xff) / 255.0;
  color.blue = (rgb & 0xff) / 255.0;
  return color;
}

GlaPalette
gla_palette_choose (gboolean dark,
                    gboolean high_contrast)
{
  if (high_contrast)
    return dark ? GLA_PALETTE_DARK_CONTRAST : GLA_PALETTE_LIGHT_CONTRAST;
  return dark ? GLA_PALETTE_DARK : GLA_PALETTE_LIGHT;
}

void
gla_palette_set_source (GlaPalette   palette,
                        GlaColorRole role,
                        cairo_t     *cr)
{
  GlaColor color = gla_palette_get (palette, role);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static double
get_linear (double channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

double
gla_color_get_luminance (GlaColor color)
{
  return 0.2126 * get_linear (color.red) + 0.7152 * get_linear (color.green)
         + 0.0722 * get_linear (color.blue);
}

double
gla_color_get_contrast (GlaColor a,
                        GlaColor b)
{
  double la = gla_color_get_luminance (a);
  double lb = gla_color_get_luminance (b);

  return (MAX (la, lb) + 0.05) / (MIN (la, lb) + 0.05);
}

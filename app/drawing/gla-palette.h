/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaPalette:
 *
 * The looks that the program draws in. Paper is also told apart in greyscale:
 * every meaning has a shape or pattern of its own beside its colour.
 */
typedef enum
{
  GLA_PALETTE_LIGHT,
  GLA_PALETTE_DARK,
  GLA_PALETTE_LIGHT_CONTRAST,
  GLA_PALETTE_DARK_CONTRAST,
  GLA_PALETTE_PAPER,
  GLA_N_PALETTES,
} GlaPalette;

/**
 * GlaColorRole:
 * @GLA_COLOR_BACKGROUND: behind everything; the card of the window
 * @GLA_COLOR_BAND: behind the row in focus
 * @GLA_COLOR_GRID: lines that only guide the eye
 * @GLA_COLOR_RULE: foot of a row, brackets
 * @GLA_COLOR_TEXT: text and marks of what was done
 * @GLA_COLOR_DIM: text and marks of second rank
 * @GLA_COLOR_SEEN: effect that was seen; also its outline and hatches
 * @GLA_COLOR_ON_SEEN: letters on it
 * @GLA_COLOR_TOLD: fill of effect that was told or follows from the rules, not seen
 * @GLA_COLOR_WAITING: fill before the first visit with effect
 * @GLA_COLOR_WAITING_LINE: hatch of the days on which nothing can be judged
 * @GLA_COLOR_ALERT: outline and letter of adverse events and of what was too early
 * @GLA_COLOR_ALERT_FILL: inside of an adverse event
 * @GLA_COLOR_ACCENT: today and the selection
 * @GLA_COLOR_ON_ACCENT: letters on it
 * @GLA_COLOR_OTHER: bars that are not highlighted
 * @GLA_COLOR_HIGHLIGHT: the first of six colours for highlights
 * @GLA_COLOR_SKIN: inside of a face or body; of no particular person
 * @GLA_COLOR_SKIN_LINE: its outline
 * @GLA_COLOR_SKIN_FINE: lines within it that only guide the eye
 * @GLA_COLOR_HAIR: hair
 * @GLA_COLOR_FEATURE: brows, pupils and nostrils
 * @GLA_COLOR_LIPS: lips
 * @GLA_COLOR_EYE: white of the eye
 */
typedef enum
{
  GLA_COLOR_BACKGROUND,
  GLA_COLOR_BAND,
  GLA_COLOR_GRID,
  GLA_COLOR_RULE,
  GLA_COLOR_TEXT,
  GLA_COLOR_DIM,
  GLA_COLOR_SEEN,
  GLA_COLOR_ON_SEEN,
  GLA_COLOR_TOLD,
  GLA_COLOR_WAITING,
  GLA_COLOR_WAITING_LINE,
  GLA_COLOR_ALERT,
  GLA_COLOR_ALERT_FILL,
  GLA_COLOR_ACCENT,
  GLA_COLOR_ON_ACCENT,
  GLA_COLOR_OTHER,
  GLA_COLOR_HIGHLIGHT,
  GLA_COLOR_HIGHLIGHT_2,
  GLA_COLOR_HIGHLIGHT_3,
  GLA_COLOR_HIGHLIGHT_4,
  GLA_COLOR_HIGHLIGHT_5,
  GLA_COLOR_HIGHLIGHT_6,
  GLA_COLOR_SKIN,
  GLA_COLOR_SKIN_LINE,
  GLA_COLOR_SKIN_FINE,
  GLA_COLOR_HAIR,
  GLA_COLOR_FEATURE,
  GLA_COLOR_LIPS,
  GLA_COLOR_EYE,
  GLA_N_COLORS,
} GlaColorRole;

/** GlaColor: sRGB from 0 to 1, opaque. */
typedef struct
{
  double red;
  double green;
  double blue;
} GlaColor;

/** gla_palette_get: the one place where colours of drawings come from. */
GlaColor   gla_palette_get         (GlaPalette    palette,
                                    GlaColorRole  role);

/** gla_palette_choose: the palette of a screen. */
GlaPalette gla_palette_choose      (gboolean      dark,
                                    gboolean      high_contrast);

/** gla_palette_set_source: makes a colour the source of @cr. */
void       gla_palette_set_source  (GlaPalette    palette,
                                    GlaColorRole  role,
                                    cairo_t      *cr);

/** gla_color_get_luminance: relative luminance of WCAG 2, from 0 to 1. */
double     gla_color_get_luminance (GlaColor      color);

/** gla_color_get_contrast: contrast ratio of WCAG 2, from 1 to 21. */
double     gla_color_get_contrast  (GlaColor      a,
                                    GlaColor      b);

G_END_DECLS

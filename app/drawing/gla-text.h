/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/** GlaTextStyle: sizes and weights of letters in drawings; all follow the size of body text. */
typedef enum
{
  GLA_TEXT_BODY,
  GLA_TEXT_BOLD,
  GLA_TEXT_SMALL,
  GLA_TEXT_SMALL_BOLD,
  GLA_TEXT_TINY_BOLD,
  GLA_TEXT_HEADING,
  GLA_TEXT_TITLE,
  GLA_N_TEXT_STYLES,
} GlaTextStyle;

/**
 * GlaText:
 *
 * Measures and draws short texts and keeps their layouts, so that a drawing
 * that is painted again and again shapes each text once. Belongs to one thread.
 */
typedef struct _GlaText GlaText;

/**
 * gla_text_new:
 * @family: (nullable): font family or list of them; %NULL for the program's own
 * @size: height of body text in units of the drawing
 * @paper: for paper and vector files: positions are not rounded to pixels
 */
GlaText  *gla_text_new             (const char   *family,
                                    double        size,
                                    gboolean      paper);
void      gla_text_free            (GlaText      *self);

/** gla_text_get_size: of body text. */
double    gla_text_get_size        (const GlaText *self);

/** gla_text_get_height: of one line. */
double    gla_text_get_height      (GlaText      *self,
                                    GlaTextStyle  style);

/** gla_text_get_width: of @text in one line. */
double    gla_text_get_width       (GlaText      *self,
                                    GlaTextStyle  style,
                                    const char   *text);

/**
 * gla_text_draw:
 * @y: top of the line
 *
 * Draws one line in the colour of @cr.
 */
void      gla_text_draw            (GlaText      *self,
                                    cairo_t      *cr,
                                    GlaTextStyle  style,
                                    const char   *text,
                                    double        x,
                                    double        y);

/** gla_text_draw_fitted: as gla_text_draw(), but no wider than @width: ends in an ellipsis. */
void      gla_text_draw_fitted     (GlaText      *self,
                                    cairo_t      *cr,
                                    GlaTextStyle  style,
                                    const char   *text,
                                    double        x,
                                    double        y,
                                    double        width);

/** gla_text_get_wrapped_height: of @text broken into lines of @width. */
double    gla_text_get_wrapped_height (GlaText      *self,
                                       GlaTextStyle  style,
                                       const char   *text,
                                       double        width);

/** gla_text_draw_wrapped: draws @text broken into lines of @width. */
void      gla_text_draw_wrapped    (GlaText      *self,
                                    cairo_t      *cr,
                                    GlaTextStyle  style,
                                    const char   *text,
                                    double        x,
                                    double        y,
                                    double        width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaText, gla_text_free)

G_END_DECLS

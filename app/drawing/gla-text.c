/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-text.h"

#include <math.h>

/* A drawing of forty years has a few hundred different texts. */
#define MAX_LAYOUTS 4096

typedef enum
{
  FIT_LINE,
  FIT_ELLIPSIS,
  FIT_WRAP,
} Fit;

typedef struct
{
  GlaTextStyle style;
  Fit fit;
  int width;   /* Pango units, -1 for any */
  char *text;
} Key;

struct _GlaText
{
  PangoContext *context;
  PangoFontDescription *fonts[GLA_N_TEXT_STYLES];
  double heights[GLA_N_TEXT_STYLES];
  GHashTable *layouts;   /* of Key to PangoLayout */
  double size;
};

static const struct
{
  double size;   /* of body text */
  PangoWeight weight;
} styles[GLA_N_TEXT_STYLES] =
{
  [GLA_TEXT_BODY] = { 1.0, PANGO_WEIGHT_NORMAL },
  [GLA_TEXT_BOLD] = { 1.0, PANGO_WEIGHT_BOLD },
  [GLA_TEXT_SMALL] = { 0.86, PANGO_WEIGHT_NORMAL },
  [GLA_TEXT_SMALL_BOLD] = { 0.86, PANGO_WEIGHT_BOLD },
  [GLA_TEXT_TINY_BOLD] = { 0.72, PANGO_WEIGHT_BOLD },
  [GLA_TEXT_HEADING] = { 1.2, PANGO_WEIGHT_BOLD },
  [GLA_TEXT_TITLE] = { 1.7, PANGO_WEIGHT_BOLD },
};

static guint
key_hash (gconstpointer data)
{
  const Key *key = data;

  return g_str_hash (key->text) ^ (key->style * 0x9e3779b9u) ^ (guint) key->width;
}

static gboolean
key_equal (gconstpointer a,
           gconstpointer b)
{
  const Key *first = a;
  const Key *second = b;

  return first->style == second->style && first->fit == second->fit
         && first->width == second->width && g_str_equal (first->text, second->text);
}

static void
key_free (gpointer data)
{
  Key *key = data;

  g_free (key->text);
  g_free (key);
}

GlaText *
gla_text_new (const char *family,
              double      size,
              gboolean    paper)
{
  GlaText *self;
  cairo_font_options_t *options = cairo_font_options_create ();

  g_return_val_if_fail (size > 0, NULL);

  self = g_new0 (GlaText, 1);
  self->size = size;
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  self->layouts = g_hash_table_new_full (key_hash, key_equal, key_free, g_object_unref);

  cairo_font_options_set_hint_metrics (options, paper ? CAIRO_HINT_METRICS_OFF
                                                      : CAIRO_HINT_METRICS_ON);
  cairo_font_options_set_hint_style (options, paper ? CAIRO_HINT_STYLE_NONE
                                                    : CAIRO_HINT_STYLE_SLIGHT);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (self->context, options);
  pango_cairo_context_set_resolution (self->context, 72.0);
  pango_context_set_round_glyph_positions (self->context, !paper);
  cairo_font_options_destroy (options);

  for (guint i = 0; i < GLA_N_TEXT_STYLES; i++)
    {
      PangoFontMetrics *metrics;

      self->fonts[i] = pango_font_description_from_string (family != NULL ? family
                                                                          : "Cantarell, Sans");
      pango_font_description_set_weight (self->fonts[i], styles[i].weight);
      pango_font_description_set_absolute_size (self->fonts[i],
                                                round (size * styles[i].size * PANGO_SCALE));
      metrics = pango_context_get_metrics (self->context, self->fonts[i], NULL);
      self->heights[i] = pango_units_to_double (pango_font_metrics_get_height (metrics));
      pango_font_metrics_unref (metrics);
    }

  return self;
}

void
gla_text_free (GlaText *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < GLA_N_TEXT_STYLES; i++)
    pango_font_description_free (self->fonts[i]);
  g_hash_table_unref (self->layouts);
  g_object_unref (self->context);
  g_free (self);
}

/* Borrowed: valid until the next call. */
static PangoLayout *
get_layout (GlaText      *self,
            GlaTextStyle  style,
            const char   *text,
            Fit           fit,
            double        width)
{
  Key probe = { style, fit, fit == FIT_LINE ? -1 : (int) round (width * PANGO_SCALE),
                (char *) text };
  PangoLayout *layout = g_hash_table_lookup (self->layouts, &probe);

  if (layout != NULL)
    return layout;

  if (g_hash_table_size (self->layouts) >= MAX_LAYOUTS)
    g_hash_table_remove_all (self->layouts);

  layout = pango_layout_new (self->context);
  pango_layout_set_font_description (layout, self->fonts[style]);
  pango_layout_set_text (layout, text, -1);
  if (fit == FIT_LINE)
    {
      pango_layout_set_single_paragraph_mode (layout, TRUE);
    }
  else
    {
      pango_layout_set_width (layout, probe.width);
      if (fit == FIT_WRAP)
        {
          pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
        }
      else
        {
          pango_layout_set_single_paragraph_mode (layout, TRUE);
          pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
        }
    }

  probe.text = g_strdup (text);
  g_hash_table_insert (self->layouts, g_memdup2 (&probe, sizeof probe), layout);
  return layout;
}

double
gla_text_get_size (const GlaText *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->size;
}

double
gla_text_get_height (GlaText      *self,
                     GlaTextStyle  style)
{
  g_return_val_if_fail (self != NULL && style < GLA_N_TEXT_STYLES, 0);

  return self->heights[style];
}

double
gla_text_get_width (GlaText      *self,
                    GlaTextStyle  style,
                    const char   *text)
{
  int width;

  g_return_val_if_fail (self != NULL && style < GLA_N_TEXT_STYLES, 0);
  g_return_val_if_fail (text != NULL, 0);

  pango_layout_get_size (get_layout (self, style, text, FIT_LINE, 0), &width, NULL);
  return pango_units_to_double (width);
}

static void
show_layout (cairo_t     *cr,
             PangoLayout *layout,
             double       x,
             double       y)
{
  cairo_move_to (cr, x, y);
  pango_cairo_show_layout (cr, layout);
  /* The current point would become the start of the next arc. */
  cairo_new_path (cr);
}

void
gla_text_draw (GlaText      *self,
               cairo_t      *cr,
               GlaTextStyle  style,
               const char   *text,
               double        x,
               double        y)
{
  g_return_if_fail (self != NULL && style < GLA_N_TEXT_STYLES);
  g_return_if_fail (cr != NULL && text != NULL);

  show_layout (cr, get_layout (self, style, text, FIT_LINE, 0), x, y);
}

void
gla_text_draw_fitted (GlaText      *self,
                      cairo_t      *cr,
                      GlaTextStyle  style,
                      const char   *text,
                      double        x,
                      double        y,
                      double        width)
{
  g_return_if_fail (self != NULL && style < GLA_N_TEXT_STYLES);
  g_return_if_fail (cr != NULL && text != NULL);

  show_layout (cr, get_layout (self, style, text, FIT_ELLIPSIS, width), x, y);
}

double
gla_text_get_wrapped_height (GlaText      *self,
                             GlaTextStyle  style,
                             const char   *text,
                             double        width)
{
  int height;

  g_return_val_if_fail (self != NULL && style < GLA_N_TEXT_STYLES, 0);
  g_return_val_if_fail (text != NULL, 0);

  pango_layout_get_size (get_layout (self, style, text, FIT_WRAP, width), NULL, &height);
  return pango_units_to_double (height);
}

void
gla_text_draw_wrapped (GlaText      *self,
                       cairo_t      *cr,
                       GlaTextStyle  style,
                       const char   *text,
                       double        x,
                       double        y,
                       double        width)
{
  g_return_if_fail (self != NULL && style < GLA_N_TEXT_STYLES);
  g_return_if_fail (cr != NULL && text != NULL);

  show_layout (cr, get_layout (self, style, text, FIT_WRAP, width), x, y);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pages-private.h"

#include <math.h>

#define CARD_WIDTH GLA_PAPER_MM (105.0)
#define CARD_HEIGHT GLA_PAPER_MM (148.0)
#define CARD_MARGIN GLA_PAPER_MM (7.0)

/* Sizes: competition, section 5. */
static const GlaPageSizes patient_sizes = {
  .title = 23, .heading = 17, .subheading = 15, .body = 14, .note = 12, .table = 11, .label = 12,
  .foot = 10, .spacing = 1.3, .gap = 6, .above = 14, .pad = 9,
};
static const GlaPageSizes patient_large_sizes = {
  .title = 27, .heading = 21, .subheading = 19, .body = 18, .note = 16, .table = 14, .label = 16,
  .foot = 12, .spacing = 1.5, .gap = 8, .above = 18, .pad = 11,
};
static const GlaPageSizes professional_sizes = {
  .title = 18, .heading = 13, .subheading = 11, .body = 10.5, .note = 8.5, .table = 8.5, .label = 9,
  .foot = 8, .spacing = 1.2, .gap = 3.5, .above = 9, .pad = 5,
};
static const GlaPageSizes professional_large_sizes = {
  .title = 20, .heading = 16, .subheading = 14.5, .body = 14, .note = 12, .table = 12, .label = 12,
  .foot = 10, .spacing = 1.4, .gap = 6, .above = 13, .pad = 8,
};
static const GlaPageSizes card_sizes = {
  .title = 14, .heading = 12, .subheading = 11.5, .body = 11, .note = 9.5, .table = 10, .label = 9.5,
  .foot = 8, .spacing = 1.2, .gap = 3, .above = 6, .pad = 6,
};
static const GlaPageSizes card_large_sizes = {
  .title = 15, .heading = 13.5, .subheading = 13, .body = 13, .note = 11, .table = 11.5, .label = 11,
  .foot = 9, .spacing = 1.2, .gap = 3, .above = 6, .pad = 6,
};

static const GlaPageSizes *
get_sizes (GlaPageStyle style,
           gboolean     large)
{
  switch (style)
    {
    case GLA_PAGE_PATIENT:
      return large ? &patient_large_sizes : &patient_sizes;
    case GLA_PAGE_PROFESSIONAL:
      return large ? &professional_large_sizes : &professional_sizes;
    case GLA_PAGE_CARD:
      return large ? &card_large_sizes : &card_sizes;
    default:
      g_return_val_if_reached (&patient_sizes);
    }
}

/* A context whose measures are those of paper: nothing is rounded to pixels. */
static PangoContext *
new_context (gboolean    rtl,
             const char *language)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72.0);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR);
  pango_context_set_language (context, pango_language_from_string (language));
  cairo_font_options_destroy (options);
  return context;
}

/* Address, telephone and whom to call else, each line of the address a line. */
static char *
join_lines (const GlaPageOptions *options)
{
  const char *lines[] = { options->clinic_address, options->clinic_phone,
                          options->clinic_after_hours };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++)
    if (lines[i] != NULL && lines[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", lines[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

static void
piece_clear (gpointer data)
{
  GlaPiece *piece = data;

  g_ptr_array_unref (piece->layouts);
}

GlaPages *
gla_pages_new (GPtrArray            *blocks,
               const GlaPageOptions *options)
{
  GlaPages *self;

  g_return_val_if_fail (blocks != NULL && options != NULL, NULL);
  g_return_val_if_fail (options->title != NULL && options->language != NULL, NULL);

  self = g_new0 (GlaPages, 1);
  self->blocks = blocks;
  self->pieces = g_array_new (FALSE, TRUE, sizeof (GlaPiece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->context = new_context (options->rtl, options->language);
  self->heights = g_array_new (FALSE, FALSE, sizeof (GlaLineHeight));
  self->font = pango_font_description_from_string ("Cantarell, Noto Sans, Sans");
  self->bold = pango_font_description_copy (self->font);
  pango_font_description_set_weight (self->bold, PANGO_WEIGHT_BOLD);
  self->sizes = *get_sizes (options->style, options->large);
  self->style = options->style;
  self->paper = options->paper;
  self->large = options->large;
  self->blank_head = options->blank_head && options->style != GLA_PAGE_CARD;
  self->rtl = options->rtl;
  self->width = options->style == GLA_PAGE_CARD ? CARD_WIDTH - 2 * CARD_MARGIN : GLA_SHEET_WIDTH;
  self->height = options->style == GLA_PAGE_CARD ? CARD_HEIGHT - 2 * CARD_MARGIN
                                                 : GLA_SHEET_HEIGHT;
  self->title = g_strdup (options->title);
  self->language = g_strdup (options->language);
  self->spoken = gla_language_get_current ();
  self->clinic_name = g_strdup (options->clinic_name);
  self->clinic_lines = join_lines (options);
  self->whose = g_strdup (options->whose);
  self->printed_on = g_strdup (options->printed_on);
  self->purpose = g_strdup (options->purpose);
  self->origin = g_strdup (options->origin);
  self->translation = g_strdup (options->translation);
  gla_pages_set_logo (self, options->clinic_logo);
  gla_pages_measure_margins (self);
  gla_pages_measure (self);
  gla_pages_flow (self);
  return self;
}

void
gla_pages_free (GlaPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_ptr_array_unref (self->blocks);
  g_array_unref (self->heights);
  pango_font_description_free (self->font);
  pango_font_description_free (self->bold);
  g_object_unref (self->context);
  g_clear_pointer (&self->logo, cairo_surface_destroy);
  g_free (self->title);
  g_free (self->language);
  g_free (self->clinic_name);
  g_free (self->clinic_lines);
  g_free (self->whose);
  g_free (self->printed_on);
  g_free (self->purpose);
  g_free (self->origin);
  g_free (self->translation);
  g_free (self);
}

guint
gla_pages_get_n_pages (const GlaPages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_pages;
}

void
gla_pages_get_paper_size (const GlaPages *self,
                          double         *width,
                          double         *height)
{
  g_return_if_fail (self != NULL && width != NULL && height != NULL);

  gla_paper_get_size (self->paper, width, height);
}

void
gla_pages_get_live_area (const GlaPages *self,
                         double         *x,
                         double         *y,
                         double         *width,
                         double         *height)
{
  double paper_width, paper_height;

  g_return_if_fail (self != NULL);
  g_return_if_fail (x != NULL && y != NULL && width != NULL && height != NULL);

  gla_pages_get_paper_size (self, &paper_width, &paper_height);
  *width = self->width;
  *height = self->height;
  /* A card lies at the corner of the common live area, so that it is cut the same way. */
  *x = (paper_width - GLA_SHEET_WIDTH) / 2 + (self->style == GLA_PAGE_CARD ? CARD_MARGIN : 0);
  *y = (paper_height - GLA_SHEET_HEIGHT) / 2 + (self->style == GLA_PAGE_CARD ? CARD_MARGIN : 0);
}

const char *
gla_pages_get_title (const GlaPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->title;
}

const char *
gla_pages_get_language (const GlaPages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->language;
}

/* Asking for the measures of a font costs more than laying a paragraph out: once for each size. */
static double
get_line_height (GlaPages             *self,
                 PangoFontDescription *font,
                 double                size,
                 gboolean              bold)
{
  GlaLineHeight line = { size, bold, 0 };
  PangoFontMetrics *metrics;

  for (guint i = 0; i < self->heights->len; i++)
    {
      const GlaLineHeight *known = &g_array_index (self->heights, GlaLineHeight, i);

      if (known->size == size && known->bold == bold)
        return known->height;
    }
  metrics = pango_context_get_metrics (self->context, font, NULL);
  line.height = pango_units_to_double (pango_font_metrics_get_height (metrics));
  pango_font_metrics_unref (metrics);
  g_array_append_val (self->heights, line);
  return line.height;
}

/* A word that is broken, because it alone is wider than a line, gets no hyphen. */
static void
set_attributes (PangoLayout   *layout,
                PangoAttrList *attributes)
{
  PangoAttrList *list = attributes != NULL ? pango_attr_list_copy (attributes)
                                           : pango_attr_list_new ();

  pango_attr_list_insert (list, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, list);
  pango_attr_list_unref (list);
}

PangoLayout *
gla_pages_new_layout (GlaPages      *self,
                      const char    *text,
                      PangoAttrList *attributes,
                      double         size,
                      gboolean       bold,
                      double         width)
{
  PangoFontDescription *font = bold ? self->bold : self->font;
  PangoLayout *layout = pango_layout_new (self->context);
  double natural;

  pango_font_description_set_absolute_size (font, round (size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  /* A name in another script does not turn the line around. */
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  set_attributes (layout, attributes);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) floor (width * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    }
  natural = get_line_height (self, font, size, bold);
  if (natural > 0)
    pango_layout_set_line_spacing (layout,
                                   (float) MAX (self->sizes.spacing * size / natural, 1.0));
  return layout;
}

void
gla_pages_set_at_end (const GlaPages *self,
                      PangoLayout    *layout)
{
  pango_layout_set_alignment (layout, self->rtl ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
}

double
gla_layout_get_height (PangoLayout *layout)
{
  int height;

  pango_layout_get_size (layout, NULL, &height);
  return pango_units_to_double (height);
}

double
gla_layout_get_width (PangoLayout *layout)
{
  PangoRectangle logical;

  pango_layout_get_extents (layout, NULL, &logical);
  return pango_units_to_double (logical.width);
}

void
gla_layout_draw_lines (PangoLayout *layout,
                       cairo_t     *cr,
                       guint        first,
                       guint        n,
                       double       x,
                       double       y)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  double top = 0;

  for (guint i = 0; i < first + n; i++)
    {
      if (i >= first)
        {
          PangoRectangle logical;
          int begin, end;

          pango_layout_iter_get_line_extents (iter, NULL, &logical);
          pango_layout_iter_get_line_yrange (iter, &begin, &end);
          if (i == first)
            top = pango_units_to_double (begin);
          cairo_move_to (cr, x + pango_units_to_double (logical.x),
                         y - top + pango_units_to_double (pango_layout_iter_get_baseline (iter)));
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  pango_layout_iter_free (iter);
  /* The current point would become the start of the next arc. */
  cairo_new_path (cr);
}

void
gla_layout_draw (PangoLayout *layout,
                 cairo_t     *cr,
                 double       x,
                 double       y)
{
  gla_layout_draw_lines (layout, cr, 0, (guint) pango_layout_get_line_count (layout), x, y);
}

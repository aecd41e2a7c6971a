/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-pages-private.h"

#include <string.h>

/* What a block is to a screen reader; NULL for one that tags its own parts. */
static const char *
get_tag (const GlaBlock *block)
{
  switch (block->kind)
    {
    case GLA_BLOCK_TITLE:
      return "H1";
    case GLA_BLOCK_HEADING:
      return "H2";
    case GLA_BLOCK_SUBHEADING:
      return "H3";
    case GLA_BLOCK_TEXT:
    case GLA_BLOCK_NOTE:
      return "P";
    case GLA_BLOCK_ITEM:
      return "LI";
    case GLA_BLOCK_TABLE:
      return "TR";
    case GLA_BLOCK_PICTURE:
      return "Figure";
    case GLA_BLOCK_BOX:
    case GLA_BLOCK_CELLS:
    case GLA_BLOCK_SIGNATURES:
    case GLA_BLOCK_BREAK:
    default:
      return NULL;
    }
}

void
gla_page_tags_end (GlaPageTags *tags)
{
  const char *tag = tags->block != NULL ? get_tag (tags->block) : NULL;

  /* Rows are opened and closed one by one. */
  if (tag != NULL && tags->block->kind != GLA_BLOCK_TABLE)
    cairo_tag_end (tags->cr, tag);
  tags->block = NULL;
}

void
gla_page_tags_begin (GlaPageTags    *tags,
                     const GlaBlock *block)
{
  gboolean in_list = block != NULL && block->kind == GLA_BLOCK_ITEM;
  gboolean in_table = block != NULL && block->kind == GLA_BLOCK_TABLE;

  if (block == tags->block)
    return;
  gla_page_tags_end (tags);
  if (tags->in_list && !in_list)
    cairo_tag_end (tags->cr, "L");
  if (tags->in_table)
    cairo_tag_end (tags->cr, "Table");
  if (in_list && !tags->in_list)
    cairo_tag_begin (tags->cr, "L", NULL);
  if (in_table)
    cairo_tag_begin (tags->cr, "Table", NULL);
  tags->in_list = in_list;
  tags->in_table = in_table;
  tags->block = block;
  if (block != NULL && get_tag (block) != NULL && !in_table)
    cairo_tag_begin (tags->cr, get_tag (block), NULL);
}

/* The dot, box or number before an item, on its first line. */
static void
draw_marker (GlaPages       *self,
             cairo_t        *cr,
             const GlaPiece *piece)
{
  double size = self->sizes.body;
  PangoLayout *words = piece->layouts->pdata[0];
  double middle = piece->y + pango_units_to_double (pango_layout_get_baseline (words)) - size * 0.3;
  double indent = gla_pages_get_indent (self);
  double start = self->rtl ? piece->x + piece->width + indent : piece->x - indent;
  double x = start + (self->rtl ? -size * 0.8 : size * 0.8);

  if (piece->block->number == GLA_BLOCK_TICK)
    {
      cairo_set_line_width (cr, 0.9);
      cairo_rectangle (cr, x - size * 0.35, middle - size * 0.4, size * 0.75, size * 0.75);
      cairo_stroke (cr);
    }
  else if (piece->block->number == GLA_BLOCK_BULLET)
    {
      cairo_arc (cr, x, middle, size * 0.16, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      g_autofree char *number = g_strdup_printf ("%d.", piece->block->number);
      g_autoptr (PangoLayout) layout = gla_pages_new_layout (self, number, NULL, size, TRUE, 0);
      double width = gla_layout_get_width (layout);
      double edge = self->rtl ? piece->x + piece->width + size * 0.4 : piece->x - size * 0.4 - width;

      gla_layout_draw (layout, cr, edge, piece->y);
    }
}

static void
draw_words (GlaPages       *self,
            cairo_t        *cr,
            const GlaPiece *piece)
{
  gboolean dark = piece->block->kind == GLA_BLOCK_HEADING;

  gla_palette_set_source (GLA_PALETTE_PAPER, dark ? GLA_COLOR_SEEN : GLA_COLOR_TEXT, cr);
  if (piece->block->kind == GLA_BLOCK_ITEM && piece->first_line == 0)
    draw_marker (self, cr, piece);
  gla_layout_draw_lines (piece->layouts->pdata[0], cr, piece->first_line, piece->n_lines, piece->x,
                         piece->y);
}

static void
draw_picture (cairo_t        *cr,
              const GlaPiece *piece)
{
  const GlaBlockPicture *picture = &piece->block->picture;

  cairo_save (cr);
  cairo_translate (cr, piece->x, piece->y);
  picture->draw (picture->data, cr);
  cairo_restore (cr);
}

static void
draw_table_piece (GlaPages       *self,
                  cairo_t        *cr,
                  const GlaPiece *piece)
{
  if (piece->repeat)
    {
      const GlaPiece *head = gla_pages_find_table_head (self, piece->block);

      cairo_tag_begin (cr, "TR", NULL);
      gla_pages_draw_row (self, cr, head, piece->y - head->height);
      cairo_tag_end (cr, "TR");
    }
  cairo_tag_begin (cr, "TR", NULL);
  gla_pages_draw_row (self, cr, piece, piece->y);
  cairo_tag_end (cr, "TR");
}

static void
draw_piece (GlaPages       *self,
            cairo_t        *cr,
            const GlaPiece *piece)
{
  switch (piece->block->kind)
    {
    case GLA_BLOCK_TITLE:
    case GLA_BLOCK_HEADING:
    case GLA_BLOCK_SUBHEADING:
    case GLA_BLOCK_TEXT:
    case GLA_BLOCK_NOTE:
    case GLA_BLOCK_ITEM:
      draw_words (self, cr, piece);
      break;
    case GLA_BLOCK_CELLS:
    case GLA_BLOCK_SIGNATURES:
      gla_pages_draw_cells (self, cr, piece);
      break;
    case GLA_BLOCK_TABLE:
      draw_table_piece (self, cr, piece);
      break;
    case GLA_BLOCK_PICTURE:
      draw_picture (cr, piece);
      break;
    case GLA_BLOCK_BREAK:
      break;
    case GLA_BLOCK_BOX:
    default:
      g_assert_not_reached ();
    }
}

/* The box itself is the block whose children its pieces are. */
static gboolean
is_danger (const GlaPages *self,
           const GlaBlock *child)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const GlaBlock *block = self->blocks->pdata[i];

      if (block->kind == GLA_BLOCK_BOX &&
          g_ptr_array_find (block->children, child, NULL))
        return block->danger;
    }
  return FALSE;
}

/* Danger is told by a thick frame and a bar at its side, not by colour alone. */
static void
draw_frame (GlaPages *self,
            cairo_t  *cr,
            double    top,
            double    bottom,
            gboolean  danger)
{
  double line = danger ? 2.2 : 0.8;
  double bar = 5;

  gla_palette_set_source (GLA_PALETTE_PAPER, danger ? GLA_COLOR_ALERT : GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, line);
  cairo_rectangle (cr, line / 2, top + line / 2, self->width - line, bottom - top - line);
  cairo_stroke (cr);
  if (danger)
    {
      cairo_rectangle (cr, self->rtl ? self->width - bar : 0, top, bar, bottom - top);
      cairo_fill (cr);
    }
}

static void
draw_frames (GlaPages *self,
             cairo_t  *cr,
             guint     page)
{
  double pad = self->sizes.pad;

  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GlaPiece *first = &g_array_index (self->pieces, GlaPiece, i);
      const GlaPiece *last = first;

      if (first->page != page || first->box < 0)
        continue;
      for (; i + 1 < self->pieces->len; i++)
        {
          const GlaPiece *next = &g_array_index (self->pieces, GlaPiece, i + 1);

          if (next->page != page || next->box != first->box)
            break;
          last = next;
        }
      draw_frame (self, cr, first->y - pad, last->y + last->height + pad,
                  is_danger (self, first->block));
    }
}

/* Where a card is to be cut. */
static void
draw_cut (GlaPages *self,
          cairo_t  *cr)
{
  static const double dashes[] = { 3, 3 };
  double margin = GLA_PAPER_MM (7.0);

  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, 0.5);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, -margin, -margin, self->width + 2 * margin, self->height + 2 * margin);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

void
gla_pages_draw (GlaPages *self,
                cairo_t  *cr,
                guint     page)
{
  g_auto (GlaLanguageScope) scope = gla_language_enter (self != NULL ? self->spoken : NULL);
  GlaPageTags tags = { .cr = cr };
  double x, y, width, height;

  g_return_if_fail (self != NULL && cr != NULL);
  g_return_if_fail (page < self->n_pages);

  gla_pages_get_live_area (self, &x, &y, &width, &height);
  cairo_save (cr);
  cairo_new_path (cr);
  cairo_translate (cr, x, y);
  if (self->style == GLA_PAGE_CARD)
    draw_cut (self, cr);
  gla_pages_draw_margins (self, cr, page);
  draw_frames (self, cr, page);
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GlaPiece *piece = &g_array_index (self->pieces, GlaPiece, i);

      if (piece->page != page)
        continue;
      gla_page_tags_begin (&tags, piece->block);
      draw_piece (self, cr, piece);
    }
  gla_page_tags_begin (&tags, NULL);
  cairo_restore (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blocks into pieces: what a page takes whole, and how high it is. */

#include "config.h"

#include "gla-pages-private.h"

#include <string.h>

/* A paragraph with fewer lines is not broken: each part has two at least. */
#define LEAST_BROKEN 4

/* A box up to this share of a page is not broken. */
#define WHOLE_BOX 0.6

typedef struct
{
  double x;
  double width;
  int box;
} Column;

GlaPiece *
gla_pages_add_piece (GlaPages       *self,
                     const GlaBlock *block,
                     double          x,
                     double          width,
                     double          lead)
{
  GlaPiece piece = { .block = block, .x = x, .width = width, .lead = lead, .box = -1 };

  piece.layouts = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_append_val (self->pieces, piece);
  return &g_array_index (self->pieces, GlaPiece, self->pieces->len - 1);
}

double
gla_pages_get_indent (const GlaPages *self)
{
  return self->sizes.body * 1.9;
}

static double
get_size (const GlaPages *self,
          GlaBlockKind    kind)
{
  switch (kind)
    {
    case GLA_BLOCK_TITLE:
      return self->sizes.title;
    case GLA_BLOCK_HEADING:
      return self->sizes.heading;
    case GLA_BLOCK_SUBHEADING:
      return self->sizes.subheading;
    case GLA_BLOCK_NOTE:
      return self->sizes.note;
    case GLA_BLOCK_TEXT:
    case GLA_BLOCK_ITEM:
    case GLA_BLOCK_BOX:
    case GLA_BLOCK_CELLS:
    case GLA_BLOCK_TABLE:
    case GLA_BLOCK_PICTURE:
    case GLA_BLOCK_SIGNATURES:
    case GLA_BLOCK_BREAK:
    default:
      return self->sizes.body;
    }
}

static gboolean
is_heading (GlaBlockKind kind)
{
  return kind == GLA_BLOCK_TITLE || kind == GLA_BLOCK_HEADING || kind == GLA_BLOCK_SUBHEADING;
}

static double
get_lead (const GlaPages *self,
          const GlaBlock *block,
          const GlaBlock *before)
{
  switch (block->kind)
    {
    case GLA_BLOCK_HEADING:
      return self->sizes.above;
    case GLA_BLOCK_SUBHEADING:
      return self->sizes.above * 0.75;
    case GLA_BLOCK_BOX:
    case GLA_BLOCK_CELLS:
    case GLA_BLOCK_PICTURE:
      return self->sizes.gap * 1.5;
    case GLA_BLOCK_SIGNATURES:
      return self->sizes.body * 1.8;
    case GLA_BLOCK_ITEM:
      return self->sizes.gap * (before != NULL && before->kind == GLA_BLOCK_ITEM ? 0.6 : 0.8);
    case GLA_BLOCK_TITLE:
    case GLA_BLOCK_TEXT:
    case GLA_BLOCK_NOTE:
    case GLA_BLOCK_TABLE:
    case GLA_BLOCK_BREAK:
    default:
      return before != NULL && is_heading (before->kind) ? self->sizes.gap * 0.4
                                                         : self->sizes.gap;
    }
}

/* Height of lines of a layout that follow each other. */
static double
get_lines_height (PangoLayout *layout,
                  guint        first,
                  guint        n)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int top = 0, bottom = 0;

  for (guint i = 0; i < first + n; i++)
    {
      int begin, end;

      pango_layout_iter_get_line_yrange (iter, &begin, &end);
      if (i == first)
        top = begin;
      bottom = end;
      if (!pango_layout_iter_next_line (iter))
        break;
    }
  pango_layout_iter_free (iter);
  return pango_units_to_double (bottom - top);
}

/* No part of a paragraph has a single line: the first and the last two stay together. */
static void
add_lines (GlaPages       *self,
           const GlaBlock *block,
           PangoLayout    *layout,
           const Column   *column,
           double          x,
           double          lead)
{
  guint n = (guint) pango_layout_get_line_count (layout);
  gboolean whole = n < LEAST_BROKEN || is_heading (block->kind);
  guint first = 0;

  while (first < n)
    {
      guint count = whole ? n : first == 0 || n - first == 2 ? 2 : 1;
      GlaPiece *piece = gla_pages_add_piece (self, block, x,
                                             column->width - (x - column->x),
                                             first == 0 ? lead : 0);

      g_ptr_array_add (piece->layouts, g_object_ref (layout));
      piece->first_line = first;
      piece->n_lines = count;
      piece->height = get_lines_height (layout, first, count);
      first += count;
      piece->keep = is_heading (block->kind) ||
                    (first == n && block->words.text != NULL &&
                     g_str_has_suffix (block->words.text, ":"));
    }
}

static void
measure_words (GlaPages       *self,
               const GlaBlock *block,
               const Column   *column,
               double          lead)
{
  double indent = block->kind == GLA_BLOCK_ITEM ? gla_pages_get_indent (self) : 0;
  double size = get_size (self, block->kind);
  g_autoptr (PangoLayout) layout =
    gla_pages_new_layout (self, block->words.text, block->words.attributes, size,
                          is_heading (block->kind), column->width - indent);

  /* Headings are set closer than what they stand over. */
  if (is_heading (block->kind))
    pango_layout_set_line_spacing (layout, 1.0);
  add_lines (self, block, layout, column, column->x + (self->rtl ? 0 : indent), lead);
  if (indent > 0 && self->rtl)
    for (guint i = self->pieces->len; i > 0; i--)
      {
        GlaPiece *piece = &g_array_index (self->pieces, GlaPiece, i - 1);

        if (piece->block != block)
          break;
        piece->width = column->width - indent;
      }
}

static void
measure_picture (GlaPages       *self,
                 const GlaBlock *block,
                 const Column   *column,
                 double          lead)
{
  const GlaBlockPicture *picture = &block->picture;
  GlaPiece *piece = gla_pages_add_piece (self, block, column->x, column->width, lead);

  piece->height = picture->measure (picture->data, column->width,
                                    MAX (self->sizes.table, self->sizes.note));
}

static void measure_list (GlaPages        *self,
                          const GPtrArray *blocks,
                          const Column    *column);

/* Pieces of a box carry its number; a short one is kept whole. */
static void
measure_box (GlaPages       *self,
             const GlaBlock *block,
             double          lead)
{
  double pad = self->sizes.pad;
  Column column = { pad * 1.2, self->width - 2.4 * pad, (int) self->n_boxes++ };
  guint first = self->pieces->len;
  double height = 2 * pad;

  measure_list (self, block->children, &column);
  for (guint i = first; i < self->pieces->len; i++)
    {
      GlaPiece *piece = &g_array_index (self->pieces, GlaPiece, i);

      piece->box = column.box;
      if (i == first)
        piece->lead = lead;
      height += piece->height + (i == first ? 0 : piece->lead);
    }
  for (guint i = first; height < self->height * WHOLE_BOX && i + 1 < self->pieces->len; i++)
    g_array_index (self->pieces, GlaPiece, i).keep = TRUE;
}

static void
measure_block (GlaPages       *self,
               const GlaBlock *block,
               const GlaBlock *before,
               const Column   *column)
{
  double lead = get_lead (self, block, before);

  switch (block->kind)
    {
    case GLA_BLOCK_TITLE:
    case GLA_BLOCK_HEADING:
    case GLA_BLOCK_SUBHEADING:
    case GLA_BLOCK_TEXT:
    case GLA_BLOCK_NOTE:
    case GLA_BLOCK_ITEM:
      measure_words (self, block, column, lead);
      break;
    case GLA_BLOCK_BOX:
      measure_box (self, block, lead);
      break;
    case GLA_BLOCK_CELLS:
    case GLA_BLOCK_SIGNATURES:
      gla_pages_measure_cells (self, block, lead);
      break;
    case GLA_BLOCK_TABLE:
      gla_pages_measure_table (self, block, lead);
      break;
    case GLA_BLOCK_PICTURE:
      measure_picture (self, block, column, lead);
      break;
    case GLA_BLOCK_BREAK:
      gla_pages_add_piece (self, block, 0, 0, 0);
      break;
    default:
      g_assert_not_reached ();
    }
}

static void
measure_list (GlaPages        *self,
              const GPtrArray *blocks,
              const Column    *column)
{
  const GlaBlock *before = NULL;

  for (guint i = 0; i < blocks->len; i++)
    {
      const GlaBlock *block = blocks->pdata[i];

      /* What a picture shows is said below it, on the same page. */
      if (block->kind == GLA_BLOCK_NOTE && before != NULL && before->kind == GLA_BLOCK_PICTURE)
        g_array_index (self->pieces, GlaPiece, self->pieces->len - 1).keep = TRUE;
      measure_block (self, block, before, column);
      before = block;
    }
}

void
gla_pages_measure (GlaPages *self)
{
  const Column column = { 0, self->width, -1 };

  measure_list (self, self->blocks, &column);
}

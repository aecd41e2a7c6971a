/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Tables, facts side by side, and lines to sign on. */

#include "config.h"

#include "gla-pages-private.h"

#define CELL_PAD 2.0
#define NUMBER_GAP 10.0   /* between a number and what stands behind it */
#define SIGN_GAP 24.0

/* Lines of what can't be broken: a cell of a table, a fact. More end in an ellipsis. */
#define MOST_CELL_LINES 24
#define MOST_FACT_LINES 8

static void
limit_lines (PangoLayout *layout,
             int          most)
{
  pango_layout_set_height (layout, -most);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

/* Place and width of a column; from right to left where the language runs so. */
static void
get_column (const GlaPages *self,
            const GlaBlock *block,
            guint           index,
            double         *x,
            double         *width)
{
  double all = 0, before = 0;

  for (guint i = 0; i < block->cells->len; i++)
    {
      const GlaBlockCell *cell = block->cells->pdata[i];

      all += cell->weight;
      if (i < index)
        before += cell->weight;
    }
  *width = self->width * ((const GlaBlockCell *) block->cells->pdata[index])->weight / all;
  *x = self->width * before / all;
  if (self->rtl)
    *x = self->width - *x - *width;
}

static PangoLayout *
new_cell_layout (GlaPages           *self,
                 const GlaBlockCell *column,
                 const char         *text,
                 gboolean            bold,
                 double              width)
{
  double gap = column->at_end ? NUMBER_GAP : 0;
  PangoLayout *layout = gla_pages_new_layout (self, text, NULL, self->sizes.table, bold,
                                              MAX (width - 2 * CELL_PAD - gap, self->sizes.table));

  pango_layout_set_line_spacing (layout, 1.0);
  limit_lines (layout, bold ? MOST_FACT_LINES : MOST_CELL_LINES);
  if (column->at_end)
    gla_pages_set_at_end (self, layout);
  return layout;
}

static void
measure_row (GlaPages       *self,
             const GlaBlock *block,
             int             row,
             double          lead)
{
  GlaPiece *piece = gla_pages_add_piece (self, block, 0, self->width, lead);

  piece->row = row;
  /* The head stays with the first row, and the last row with the one before. */
  piece->keep = row < 0 || row + 2 == (int) block->rows->len;
  for (guint i = 0; i < block->cells->len; i++)
    {
      const GlaBlockCell *column = block->cells->pdata[i];
      const char *text = row < 0 ? column->label : ((GStrv) block->rows->pdata[row])[i];
      PangoLayout *layout;
      double x, width;

      get_column (self, block, i, &x, &width);
      layout = new_cell_layout (self, column, text, row < 0, width);
      g_ptr_array_add (piece->layouts, layout);
      piece->height = MAX (piece->height, gla_layout_get_height (layout) + 2 * CELL_PAD);
    }
}

/* What a column has to have, so that no word of its title is broken. */
static double
get_least_width (GlaPages           *self,
                 const GlaBlockCell *column)
{
  g_autoptr (PangoLayout) layout =
    gla_pages_new_layout (self, column->label, NULL, self->sizes.table, TRUE, 1);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  return gla_layout_get_width (layout) + 2 * CELL_PAD + (column->at_end ? NUMBER_GAP : 0) + 0.5;
}

/* Columns with long words in their titles get room from those that have more than they need. */
static void
share_width (GlaPages       *self,
             const GlaBlock *block)
{
  g_autofree double *least = g_new (double, block->cells->len);
  double lacking = 0, spare = 0, x, width;

  for (guint i = 0; i < block->cells->len; i++)
    {
      least[i] = get_least_width (self, block->cells->pdata[i]);
      get_column (self, block, i, &x, &width);
      lacking += MAX (least[i] - width, 0);
      spare += MAX (width - least[i], 0);
    }
  if (lacking <= 0 || spare < lacking)
    return;
  /* From here on the weights are widths; they are set from those that hold until now. */
  for (guint i = 0; i < block->cells->len; i++)
    {
      get_column (self, block, i, &x, &width);
      least[i] = width < least[i] ? least[i] : width - (width - least[i]) * lacking / spare;
    }
  for (guint i = 0; i < block->cells->len; i++)
    ((GlaBlockCell *) block->cells->pdata[i])->weight = least[i];
}

void
gla_pages_measure_table (GlaPages       *self,
                         const GlaBlock *block,
                         double          lead)
{
  if (block->cells->len == 0)
    return;
  share_width (self, block);
  for (int row = -1; row < (int) block->rows->len; row++)
    measure_row (self, block, row, row < 0 ? lead : 0);
}

const GlaPiece *
gla_pages_find_table_head (GlaPages       *self,
                           const GlaBlock *block)
{
  for (guint i = 0; i < self->pieces->len; i++)
    {
      const GlaPiece *piece = &g_array_index (self->pieces, GlaPiece, i);

      if (piece->block == block)
        return piece;
    }
  g_return_val_if_reached (NULL);
}

void
gla_pages_draw_row (GlaPages       *self,
                    cairo_t        *cr,
                    const GlaPiece *piece,
                    double          y)
{
  for (guint i = 0; i < piece->layouts->len; i++)
    {
      double x, width;

      get_column (self, piece->block, i, &x, &width);
      if (self->rtl && ((const GlaBlockCell *) piece->block->cells->pdata[i])->at_end)
        x += NUMBER_GAP;
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
      cairo_tag_begin (cr, piece->row < 0 ? "TH" : "TD", NULL);
      gla_layout_draw (piece->layouts->pdata[i], cr, x + CELL_PAD, y + CELL_PAD);
      cairo_tag_end (cr, piece->row < 0 ? "TH" : "TD");
    }
  gla_palette_set_source (GLA_PALETTE_PAPER, piece->row < 0 ? GLA_COLOR_TEXT : GLA_COLOR_RULE, cr);
  cairo_set_line_width (cr, piece->row < 0 ? 0.9 : 0.4);
  cairo_move_to (cr, 0, y + piece->height);
  cairo_line_to (cr, self->width, y + piece->height);
  cairo_stroke (cr);
}

/* A label over what it says, in bold; or over a line to write on. */
static void
measure_fact (GlaPages           *self,
              const GlaBlockCell *cell,
              GlaPiece           *piece,
              double              width)
{
  PangoLayout *label = gla_pages_new_layout (self, cell->label, NULL, self->sizes.label, FALSE,
                                             width);
  PangoLayout *text = gla_pages_new_layout (self, cell->text, NULL, self->sizes.body, TRUE, width);

  pango_layout_set_line_spacing (label, 1.0);
  pango_layout_set_line_spacing (text, 1.0);
  limit_lines (label, MOST_FACT_LINES);
  limit_lines (text, MOST_FACT_LINES);
  g_ptr_array_add (piece->layouts, label);
  g_ptr_array_add (piece->layouts, text);
  piece->height = MAX (piece->height, gla_layout_get_height (label) + 2
                                        + gla_layout_get_height (text) + 2 * self->sizes.pad);
}

void
gla_pages_measure_cells (GlaPages       *self,
                         const GlaBlock *block,
                         double          lead)
{
  gboolean signs = block->kind == GLA_BLOCK_SIGNATURES;
  GlaPiece *piece;

  if (block->cells->len == 0)
    return;
  piece = gla_pages_add_piece (self, block, 0, self->width, lead);
  for (guint i = 0; i < block->cells->len; i++)
    {
      const GlaBlockCell *cell = block->cells->pdata[i];
      double x, width;

      get_column (self, block, i, &x, &width);
      if (!signs)
        {
          measure_fact (self, cell, piece, width - 2 * self->sizes.pad);
          continue;
        }
      g_ptr_array_add (piece->layouts,
                       gla_pages_new_layout (self, cell->label, NULL, self->sizes.label, FALSE,
                                             MAX (width - SIGN_GAP, self->sizes.label)));
      limit_lines (piece->layouts->pdata[i], MOST_FACT_LINES);
      piece->height = MAX (piece->height,
                           self->sizes.body * 1.8 + gla_layout_get_height (piece->layouts->pdata[i]));
    }
}

/* A line for the pen; nothing is left empty without one. */
static void
draw_pen_line (GlaPages *self,
               cairo_t  *cr,
               double    x,
               double    y,
               double    width)
{
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  cairo_set_line_width (cr, 0.6);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, x + width, y);
  cairo_stroke (cr);
}

static void
draw_fact (GlaPages       *self,
           cairo_t        *cr,
           const GlaPiece *piece,
           guint           index)
{
  const GlaBlockCell *cell = piece->block->cells->pdata[index];
  PangoLayout *label = piece->layouts->pdata[2 * index];
  PangoLayout *text = piece->layouts->pdata[2 * index + 1];
  double pad = self->sizes.pad;
  double x, width, y;

  get_column (self, piece->block, index, &x, &width);
  y = piece->y + pad + gla_layout_get_height (label) + 2;
  cairo_tag_begin (cr, "P", NULL);
  gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
  gla_layout_draw (label, cr, x + pad, piece->y + pad);
  if (cell->text != NULL)
    gla_layout_draw (text, cr, x + pad, y);
  cairo_tag_end (cr, "P");
  if (cell->text == NULL)
    draw_pen_line (self, cr, x + pad, y + gla_layout_get_height (text) - 1, width - 2 * pad);
  if (index > 0)
    {
      double edge = self->rtl ? x + width : x;

      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
      cairo_set_line_width (cr, 0.6);
      cairo_move_to (cr, edge, piece->y);
      cairo_line_to (cr, edge, piece->y + piece->height);
      cairo_stroke (cr);
    }
}

void
gla_pages_draw_cells (GlaPages       *self,
                      cairo_t        *cr,
                      const GlaPiece *piece)
{
  for (guint i = 0; i < piece->block->cells->len; i++)
    {
      double x, width;

      if (piece->block->kind == GLA_BLOCK_CELLS)
        {
          draw_fact (self, cr, piece, i);
          continue;
        }
      get_column (self, piece->block, i, &x, &width);
      draw_pen_line (self, cr, x, piece->y + self->sizes.body * 1.6, width - SIGN_GAP);
      cairo_tag_begin (cr, "P", NULL);
      gla_layout_draw (piece->layouts->pdata[i], cr, x, piece->y + self->sizes.body * 1.8);
      cairo_tag_end (cr, "P");
    }
  if (piece->block->kind == GLA_BLOCK_CELLS)
    {
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_RULE, cr);
      cairo_set_line_width (cr, 0.8);
      cairo_rectangle (cr, 0, piece->y, self->width, piece->height);
      cairo_stroke (cr);
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-sheet-private.h"

#include "gla-palette.h"

#include <math.h>

#define PADDING 2.5     /* above and below the words of a line */
#define COLUMN_GAP 5.0

/* Shares of the width; the grades take the most. */
static const double shares[GLA_N_TIMELINE_COLUMNS] =
{
  [GLA_TIMELINE_COLUMN_DATE] = 56,
  [GLA_TIMELINE_COLUMN_AREA] = 54,
  [GLA_TIMELINE_COLUMN_SIDE] = 26,
  [GLA_TIMELINE_COLUMN_PRODUCT] = 54,
  [GLA_TIMELINE_COLUMN_LOT] = 44,
  [GLA_TIMELINE_COLUMN_UNITS] = 30,
  [GLA_TIMELINE_COLUMN_SEEN] = 60,
  [GLA_TIMELINE_COLUMN_GONE] = 42,
  [GLA_TIMELINE_COLUMN_DURATION] = 62,
  [GLA_TIMELINE_COLUMN_LIKELY] = 66,
  [GLA_TIMELINE_COLUMN_GRADES] = 112,
};

static gboolean
has_column (GlaTimelineSheet  *self,
            GlaTimelineColumn  column)
{
  return column != GLA_TIMELINE_COLUMN_LIKELY || self->model->estimates != NULL;
}

static double
get_x (GlaTimelineSheet  *self,
       GlaTimelineColumn  column,
       double            *width)
{
  double sum = 0, before = 0;

  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    {
      if (!has_column (self, i))
        continue;
      if (i < column)
        before += shares[i];
      sum += shares[i];
    }
  *width = shares[column] / sum * GLA_SHEET_WIDTH - COLUMN_GAP;
  return before / sum * GLA_SHEET_WIDTH;
}

static double
get_height (GlaTimelineSheet      *self,
            GlaTextStyle           style,
            const GlaTimelineLine *line)
{
  double height = 0;

  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    {
      double width;

      if (!has_column (self, i))
        continue;
      get_x (self, i, &width);
      height = MAX (height,
                    gla_text_get_wrapped_height (self->text, style,
                                                 line != NULL ? line->cells[i]
                                                              : gla_timeline_column_get_title (i),
                                                 width));
    }
  return ceil (height) + 2 * PADDING;
}

double
gla_sheet_get_table_head_height (GlaTimelineSheet *self)
{
  return get_height (self, GLA_TEXT_SMALL_BOLD, NULL);
}

void
gla_sheet_add_table (GlaTimelineSheet *self)
{
  self->lines = gla_timeline_lines_new (self->model);
  gla_sheet_add (self, GLA_SHEET_TABLE_HEAD, gla_sheet_get_table_head_height (self));
  for (guint i = 0; i < self->lines->len; i++)
    {
      const GlaTimelineLine *line = g_ptr_array_index (self->lines, i);

      gla_sheet_add (self, GLA_SHEET_TABLE_LINE,
                     get_height (self, GLA_TEXT_SMALL, line))->line = line;
    }
}

void
gla_sheet_draw_table_block (GlaTimelineSheet    *self,
                            cairo_t             *cr,
                            const GlaSheetBlock *block,
                            double               y)
{
  gboolean is_head = block->kind == GLA_SHEET_TABLE_HEAD;
  GlaTextStyle style = is_head ? GLA_TEXT_SMALL_BOLD : GLA_TEXT_SMALL;
  double height = get_height (self, style, block->line);

  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    {
      const char *text = is_head ? gla_timeline_column_get_title (i) : block->line->cells[i];
      double width;
      double x = get_x (self, i, &width);

      if (!has_column (self, i))
        continue;
      if (self->rtl)
        x = GLA_SHEET_WIDTH - x - width;
      gla_palette_set_source (GLA_PALETTE_PAPER, GLA_COLOR_TEXT, cr);
      gla_text_draw_wrapped (self->text, cr, style, text, x, y + PADDING, width);
    }
  gla_palette_set_source (GLA_PALETTE_PAPER, is_head ? GLA_COLOR_TEXT : GLA_COLOR_GRID, cr);
  cairo_set_line_width (cr, is_head ? 0.8 : 0.5);
  cairo_move_to (cr, 0, y + height - 0.5);
  cairo_line_to (cr, GLA_SHEET_WIDTH, y + height - 0.5);
  cairo_stroke (cr);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Pieces onto pages. */

#include "config.h"

#include "gla-pages-private.h"

typedef struct
{
  GlaPages *pages;
  guint page;
  double y;
  gboolean fresh;   /* nothing is on this page yet */
  int box;          /* that is open on this page, or -1 */
} Flow;

static GlaPiece *
get_piece (const Flow *flow,
           guint       index)
{
  return &g_array_index (flow->pages->pieces, GlaPiece, index);
}

static double
get_limit (const Flow *flow)
{
  return flow->pages->height - flow->pages->foot;
}

static void
begin_page (Flow *flow)
{
  flow->page++;
  flow->y = flow->pages->next_head;
  flow->fresh = TRUE;
  flow->box = -1;
}

/* The last piece that has to be on the page of @first. */
static guint
find_group_end (const Flow *flow,
                guint       first)
{
  guint last = first;

  while (last + 1 < flow->pages->pieces->len && get_piece (flow, last)->keep &&
         get_piece (flow, last + 1)->block->kind != GLA_BLOCK_BREAK)
    last++;
  return last;
}

/* What pieces from @first to @last take below each other, frames of boxes included. */
static double
get_group_height (const Flow *flow,
                  guint       first,
                  guint       last)
{
  double pad = flow->pages->sizes.pad;
  double height = 0;
  int box = flow->box;

  for (guint i = first; i <= last; i++)
    {
      const GlaPiece *piece = get_piece (flow, i);

      if (piece->box != box)
        height += (piece->box >= 0 ? pad : 0) + (box >= 0 && i > first ? pad : 0);
      box = piece->box;
      if (i > first || !flow->fresh)
        height += piece->lead;
      height += piece->height;
    }
  return height + (box >= 0 ? pad : 0);
}

/* As much of a group as a whole page can hold: what is longer has to be broken. */
static guint
shorten_group (const Flow *flow,
               guint       first,
               guint       last)
{
  double room = get_limit (flow) - flow->pages->next_head;

  while (last > first && get_group_height (flow, first, last) > room)
    last--;
  return last;
}

static void
place (Flow     *flow,
       GlaPiece *piece)
{
  double pad = flow->pages->sizes.pad;

  if (flow->box >= 0 && piece->box != flow->box)
    flow->y += pad;
  if (!flow->fresh)
    flow->y += piece->lead;
  if (piece->box >= 0 && piece->box != flow->box)
    flow->y += pad;
  if (flow->fresh && piece->block->kind == GLA_BLOCK_TABLE && piece->row >= 0)
    {
      piece->repeat = TRUE;
      flow->y += gla_pages_find_table_head (flow->pages, piece->block)->height;
    }
  piece->page = flow->page;
  piece->y = flow->y;
  flow->y += piece->height;
  flow->box = piece->box;
  flow->fresh = FALSE;
}

void
gla_pages_flow (GlaPages *self)
{
  Flow flow = { .pages = self, .y = self->head, .fresh = TRUE, .box = -1 };

  for (guint i = 0; i < self->pieces->len; )
    {
      guint last;

      if (get_piece (&flow, i)->block->kind == GLA_BLOCK_BREAK)
        {
          if (!flow.fresh && i + 1 < self->pieces->len)
            begin_page (&flow);
          get_piece (&flow, i)->page = flow.page;
          i++;
          continue;
        }
      last = shorten_group (&flow, i, find_group_end (&flow, i));
      if (!flow.fresh && flow.y + get_group_height (&flow, i, last) > get_limit (&flow))
        begin_page (&flow);
      for (; i <= last; i++)
        place (&flow, get_piece (&flow, i));
    }
  self->n_pages = flow.page + 1;
}

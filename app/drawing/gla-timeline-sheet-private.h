/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-text.h"
#include "gla-timeline-lines.h"
#include "gla-timeline-scene.h"
#include "gla-timeline-sheet.h"

G_BEGIN_DECLS

/* Parts of a sheet, from top to bottom; none is cut by the end of a page. */
typedef enum
{
  GLA_SHEET_SCENE,      /* a stretch of years of the picture */
  GLA_SHEET_HEADING,
  GLA_SHEET_NOTE,       /* a line of text */
  GLA_SHEET_LEGEND,
  GLA_SHEET_TABLE_HEAD,
  GLA_SHEET_TABLE_LINE,
} GlaSheetBlockKind;

typedef struct
{
  GlaSheetBlockKind kind;
  double height;
  double y;
  guint page;
  GlaTimelineScene *scene;
  char *text;
  const GlaTimelineLine *line;
} GlaSheetBlock;

struct _GlaTimelineSheet
{
  GlaTimelineModel *model;
  GlaText *text;
  GArray *blocks;         /* (element-type GlaSheetBlock) */
  GPtrArray *lines;       /* of the table twin */
  char *clinic_name;
  char *title;
  GlaDay printed_on;
  gboolean table;
  gboolean rtl;
  double page_height;     /* 0: as tall as needed */
  double height;
  guint n_pages;
};

/** gla_sheet_add: (transfer none): a block of a kind, with its height. */
GlaSheetBlock  *gla_sheet_add              (GlaTimelineSheet    *self,
                                            GlaSheetBlockKind    kind,
                                            double               height);

/** gla_sheet_add_text: a heading or note that takes @text. */
void            gla_sheet_add_text         (GlaTimelineSheet    *self,
                                            GlaSheetBlockKind    kind,
                                            char                *text);

/** gla_sheet_add_picture: blocks of the picture, its legend and what is still open. */
void            gla_sheet_add_picture      (GlaTimelineSheet    *self,
                                            double               room);

/** gla_sheet_add_table: blocks of the table twin. */
void            gla_sheet_add_table        (GlaTimelineSheet    *self);

/** gla_sheet_draw_table_block: the head of the table or a line of it. */
void            gla_sheet_draw_table_block (GlaTimelineSheet    *self,
                                            cairo_t             *cr,
                                            const GlaSheetBlock *block,
                                            double               y);

/** gla_sheet_get_table_head_height: what a page gives to the head of the table. */
double          gla_sheet_get_table_head_height (GlaTimelineSheet *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-pages.h"

#include "gla-language.h"
#include "gla-palette.h"

G_BEGIN_DECLS

/* Measures in points; all letters of a sheet and the space around them. */
typedef struct
{
  double title;
  double heading;
  double subheading;
  double body;
  double note;
  double table;
  double label;     /* of cells and signatures */
  double foot;
  double spacing;   /* from line to line, of the size of letters */
  double gap;       /* between paragraphs */
  double above;     /* a heading */
  double pad;       /* inside a box */
} GlaPageSizes;

/* What a page takes whole: lines of a paragraph, a row, a picture. */
typedef struct
{
  const GlaBlock *block;
  GPtrArray *layouts;   /* (element-type PangoLayout): the words, or each cell */
  guint first_line;
  guint n_lines;
  int row;              /* of a table, -1: its head */
  int box;              /* number of the box around it, -1: none */
  gboolean keep;        /* on the page of what follows */
  gboolean repeat;      /* the head of its table stands above it once more */
  double lead;          /* space above, none at the head of a page */
  double height;
  double x;
  double width;
  double y;
  guint page;
} GlaPiece;

/* What a line of letters takes by itself. */
typedef struct
{
  double size;
  gboolean bold;
  double height;
} GlaLineHeight;

struct _GlaPages
{
  GPtrArray *blocks;
  GArray *pieces;       /* (element-type GlaPiece) */
  PangoContext *context;
  PangoFontDescription *font;
  PangoFontDescription *bold;
  GArray *heights;      /* (element-type GlaLineHeight): that were asked for so far */
  GlaPageSizes sizes;
  GlaPageStyle style;
  GlaPaper paper;
  gboolean large;
  gboolean blank_head;
  gboolean rtl;
  guint n_boxes;
  guint n_pages;
  double width;         /* of the live area */
  double height;
  double head;          /* what the head of the first page takes, and of the others */
  double next_head;
  double foot;
  char *title;
  char *language;
  const GlaLanguage *spoken;   /* by the thread that laid it out, or NULL */
  char *clinic_name;
  char *clinic_lines;
  cairo_surface_t *logo;       /* or NULL */
  char *whose;
  char *printed_on;
  char *purpose;
  char *origin;
  char *translation;
};

/* (transfer full): @text in letters of @size, broken into lines of @width; 0: one line. */
PangoLayout  *gla_pages_new_layout      (GlaPages        *self,
                                         const char      *text,
                                         PangoAttrList   *attributes,
                                         double           size,
                                         gboolean         bold,
                                         double           width);

/* Lines end where those of the language end; without this they begin where it begins. */
void          gla_pages_set_at_end      (const GlaPages  *self,
                                         PangoLayout     *layout);
double        gla_layout_get_height     (PangoLayout     *layout);
double        gla_layout_get_width      (PangoLayout     *layout);

/* Draws a layout, or lines of it, with the upper left corner there. */
void          gla_layout_draw           (PangoLayout     *layout,
                                         cairo_t         *cr,
                                         double           x,
                                         double           y);
void          gla_layout_draw_lines     (PangoLayout     *layout,
                                         cairo_t         *cr,
                                         guint            first,
                                         guint            n,
                                         double           x,
                                         double           y);

/* How far the words of an item stand behind its number: one of two digits has room. */
double        gla_pages_get_indent      (const GlaPages  *self);

/* Blocks into pieces with heights; then pieces onto pages. */
void          gla_pages_measure         (GlaPages        *self);
void          gla_pages_flow            (GlaPages        *self);

/* Pieces of a table or of cells, and drawing one. */
void          gla_pages_measure_table   (GlaPages        *self,
                                         const GlaBlock  *block,
                                         double           lead);
void          gla_pages_measure_cells   (GlaPages        *self,
                                         const GlaBlock  *block,
                                         double           lead);
void          gla_pages_draw_row        (GlaPages        *self,
                                         cairo_t         *cr,
                                         const GlaPiece  *piece,
                                         double           y);
void          gla_pages_draw_cells      (GlaPages        *self,
                                         cairo_t         *cr,
                                         const GlaPiece  *piece);

/* (transfer none): a piece of @block at the end. */
GlaPiece     *gla_pages_add_piece       (GlaPages        *self,
                                         const GlaBlock  *block,
                                         double           x,
                                         double           width,
                                         double           lead);

/* The head of a table on this or an earlier page. */
const GlaPiece *gla_pages_find_table_head (GlaPages       *self,
                                           const GlaBlock *block);

/* The logo of the letterhead: of no size without one. */
void          gla_pages_set_logo        (GlaPages        *self,
                                         GBytes          *png);
void          gla_pages_get_logo_size   (const GlaPages  *self,
                                         double          *width,
                                         double          *height);
void          gla_pages_draw_logo       (const GlaPages  *self,
                                         cairo_t         *cr,
                                         double           x);

/* Letterhead and foot. */
void          gla_pages_measure_margins (GlaPages        *self);
void          gla_pages_draw_margins    (GlaPages        *self,
                                         cairo_t         *cr,
                                         guint            page);

/* Marks in the PDF what is drawn; closes what is open when the block is another one. */
typedef struct
{
  cairo_t *cr;
  const GlaBlock *block;
  gboolean in_list;
  gboolean in_table;
} GlaPageTags;

void          gla_page_tags_begin       (GlaPageTags     *tags,
                                         const GlaBlock  *block);
void          gla_page_tags_end         (GlaPageTags     *tags);

G_END_DECLS

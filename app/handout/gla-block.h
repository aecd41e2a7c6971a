/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/*
 * What a sheet of paper says, in the order of reading and without a place on a
 * page: gla_pages_new() finds the places.
 */

/**
 * GlaBlockKind:
 * @GLA_BLOCK_NOTE: in smaller letters
 * @GLA_BLOCK_ITEM: of a list
 * @GLA_BLOCK_BOX: framed, other blocks in it
 * @GLA_BLOCK_CELLS: two to four short facts side by side, framed
 * @GLA_BLOCK_SIGNATURES: lines to sign on, side by side
 * @GLA_BLOCK_BREAK: what follows begins on another page
 */
typedef enum
{
  GLA_BLOCK_TITLE,
  GLA_BLOCK_HEADING,
  GLA_BLOCK_SUBHEADING,
  GLA_BLOCK_TEXT,
  GLA_BLOCK_NOTE,
  GLA_BLOCK_ITEM,
  GLA_BLOCK_BOX,
  GLA_BLOCK_CELLS,
  GLA_BLOCK_TABLE,
  GLA_BLOCK_PICTURE,
  GLA_BLOCK_SIGNATURES,
  GLA_BLOCK_BREAK,
} GlaBlockKind;

/** GLA_BLOCK_BULLET, GLA_BLOCK_TICK: in place of the number of an item: a dot, a box to tick. */
#define GLA_BLOCK_BULLET 0
#define GLA_BLOCK_TICK (-1)

/** GlaBlockText: words, of which some are bold. */
typedef struct
{
  char *text;
  PangoAttrList *attributes;   /* or NULL */
} GlaBlockText;

/**
 * GlaBlockCell:
 * @label: what it is; the title of a column of a table
 * @text: (nullable): what it says; %NULL for a line to write on
 * @weight: of a column: its share of the width
 * @at_end: of a column: numbers, set to the end of the line
 */
typedef struct
{
  char *label;
  char *text;
  double weight;
  gboolean at_end;
} GlaBlockCell;

/**
 * GlaBlockPicture:
 * @measure: lays it out for a width and a size of letters, and gives its height
 * @draw: draws it with its corner at the origin, after @measure
 *
 * Something to draw, with what it needs for that.
 */
typedef struct
{
  gpointer data;
  double (*measure) (gpointer data, double width, double size);
  void (*draw) (gpointer data, cairo_t *cr);
  GDestroyNotify free;
} GlaBlockPicture;

/**
 * GlaBlock:
 * @number: of an item: its number, %GLA_BLOCK_BULLET or %GLA_BLOCK_TICK
 * @danger: of a box: signs on which somebody must act
 * @children: (element-type GlaBlock): of a box
 * @cells: (element-type GlaBlockCell): facts, columns of a table, or labels of signatures
 * @rows: (element-type GStrv): of a table: texts, as many as there are columns
 */
typedef struct
{
  GlaBlockKind kind;
  GlaBlockText words;
  int number;
  gboolean danger;
  GPtrArray *children;
  GPtrArray *cells;
  GPtrArray *rows;
  GlaBlockPicture picture;
} GlaBlock;

/** gla_block_list_new: (element-type GlaBlock): an empty list that owns its blocks. */
GPtrArray  *gla_block_list_new     (void);

/** gla_block_new: (transfer full): of a kind, without anything. */
GlaBlock   *gla_block_new          (GlaBlockKind      kind);
void        gla_block_free         (GlaBlock         *self);

/** gla_block_add: (transfer none): a block of @kind that says @text, at the end of @list. */
GlaBlock   *gla_block_add          (GPtrArray        *list,
                                    GlaBlockKind      kind,
                                    const char       *text);

/** gla_block_add_item: an item of a list; @number as in #GlaBlock. */
void        gla_block_add_item     (GPtrArray        *list,
                                    int               number,
                                    const char       *text);

/** gla_block_take_words: (transfer full): puts @text with @attributes in place of what it says. */
void        gla_block_take_words   (GlaBlock         *self,
                                    char             *text,
                                    PangoAttrList    *attributes);

/** gla_block_add_cell: a fact or label; @text may be %NULL. */
void        gla_block_add_cell     (GlaBlock         *self,
                                    const char       *label,
                                    const char       *text);

/** gla_block_add_column: a column of a table. */
void        gla_block_add_column   (GlaBlock         *self,
                                    const char       *title,
                                    double            weight,
                                    gboolean          at_end);

/**
 * gla_block_add_row:
 * @...: (transfer full) (nullable): a text for each column; %NULL: empty
 *
 * A row of a table.
 */
void        gla_block_add_row      (GlaBlock         *self,
                                    ...);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaBlock, gla_block_free)

G_END_DECLS

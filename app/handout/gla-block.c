/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-block.h"

static void
cell_free (gpointer data)
{
  GlaBlockCell *cell = data;

  g_free (cell->label);
  g_free (cell->text);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  g_strfreev (data);
}

GPtrArray *
gla_block_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gla_block_free);
}

GlaBlock *
gla_block_new (GlaBlockKind kind)
{
  GlaBlock *self = g_new0 (GlaBlock, 1);

  self->kind = kind;
  self->children = gla_block_list_new ();
  self->cells = g_ptr_array_new_with_free_func (cell_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
gla_block_free (GlaBlock *self)
{
  if (self == NULL)
    return;
  if (self->picture.free != NULL)
    self->picture.free (self->picture.data);
  g_free (self->words.text);
  g_clear_pointer (&self->words.attributes, pango_attr_list_unref);
  g_ptr_array_unref (self->children);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

GlaBlock *
gla_block_add (GPtrArray    *list,
               GlaBlockKind  kind,
               const char   *text)
{
  GlaBlock *self;

  g_return_val_if_fail (list != NULL, NULL);

  self = gla_block_new (kind);
  self->words.text = g_strdup (text);
  g_ptr_array_add (list, self);
  return self;
}

void
gla_block_add_item (GPtrArray  *list,
                    int         number,
                    const char *text)
{
  GlaBlock *self = gla_block_add (list, GLA_BLOCK_ITEM, text);

  if (self != NULL)
    self->number = number;
}

void
gla_block_take_words (GlaBlock      *self,
                      char          *text,
                      PangoAttrList *attributes)
{
  g_return_if_fail (self != NULL);

  g_free (self->words.text);
  g_clear_pointer (&self->words.attributes, pango_attr_list_unref);
  self->words.text = text;
  self->words.attributes = attributes;
}

void
gla_block_add_cell (GlaBlock   *self,
                    const char *label,
                    const char *text)
{
  GlaBlockCell *cell;

  g_return_if_fail (self != NULL && label != NULL);

  cell = g_new0 (GlaBlockCell, 1);
  cell->label = g_strdup (label);
  cell->text = g_strdup (text);
  cell->weight = 1;
  g_ptr_array_add (self->cells, cell);
}

void
gla_block_add_column (GlaBlock   *self,
                      const char *title,
                      double      weight,
                      gboolean    at_end)
{
  GlaBlockCell *cell;

  g_return_if_fail (weight > 0);

  gla_block_add_cell (self, title, NULL);
  cell = self->cells->pdata[self->cells->len - 1];
  cell->weight = weight;
  cell->at_end = at_end;
}

void
gla_block_add_row (GlaBlock *self,
                   ...)
{
  GStrv row;
  va_list arguments;

  g_return_if_fail (self != NULL);

  row = g_new0 (char *, self->cells->len + 1);
  va_start (arguments, self);
  for (guint i = 0; i < self->cells->len; i++)
    {
      char *text = va_arg (arguments, char *);

      row[i] = text != NULL ? text : g_strdup ("");
    }
  va_end (arguments);
  g_ptr_array_add (self->rows, row);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-undo-stack.h"

#define MAX_ACTS 100

struct _GlaUndoStack
{
  GPtrArray *acts; /* (element-type GlaUndoAct), the latest last */
  guint64 serial;
};

void
gla_undo_act_free (GlaUndoAct *act)
{
  if (act->free_data != NULL)
    act->free_data (act->data);
  g_free (act->text);
  g_free (act);
}

GlaUndoStack *
gla_undo_stack_new (void)
{
  GlaUndoStack *self = g_new0 (GlaUndoStack, 1);

  self->acts = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_undo_act_free);

  return self;
}

void
gla_undo_stack_free (GlaUndoStack *self)
{
  g_ptr_array_unref (self->acts);
  g_free (self);
}

guint64
gla_undo_stack_push (GlaUndoStack   *self,
                     const char     *text,
                     GlaStoreFunc    undo,
                     gpointer        data,
                     GDestroyNotify  free_data)
{
  GlaUndoAct *act;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (text != NULL, 0);
  g_return_val_if_fail (undo != NULL, 0);

  act = g_new0 (GlaUndoAct, 1);
  act->serial = ++self->serial;
  act->text = g_strdup (text);
  act->undo = undo;
  act->data = data;
  act->free_data = free_data;

  if (self->acts->len == MAX_ACTS)
    g_ptr_array_remove_index (self->acts, 0);
  g_ptr_array_add (self->acts, act);

  return act->serial;
}

GlaUndoAct *
gla_undo_stack_take (GlaUndoStack *self,
                     guint64       serial)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = self->acts->len; i > 0; i--)
    {
      GlaUndoAct *act = g_ptr_array_index (self->acts, i - 1);

      if (serial == 0 || act->serial == serial)
        return g_ptr_array_steal_index (self->acts, i - 1);
    }

  return NULL;
}

guint
gla_undo_stack_get_count (GlaUndoStack *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->acts->len;
}

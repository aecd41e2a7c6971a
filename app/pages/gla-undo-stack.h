/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store-worker.h"

G_BEGIN_DECLS

/**
 * GlaUndoAct:
 *
 * One saved act: what was done, in words, and what takes it back.
 */
typedef struct
{
  guint64 serial;
  char *text;
  GlaStoreFunc undo;
  gpointer data;
  GDestroyNotify free_data;
} GlaUndoAct;

/** GlaUndoStack: the saved acts of one session, the latest on top. */
typedef struct _GlaUndoStack GlaUndoStack;

GlaUndoStack *gla_undo_stack_new       (void);
void          gla_undo_stack_free      (GlaUndoStack   *self);

/**
 * gla_undo_stack_push:
 * @data: (transfer full): for @undo, freed with @free_data
 *
 * Beyond 100 acts the oldest is forgotten.
 *
 * Returns: a number by which the act can be taken, also when it is no longer on top
 */
guint64       gla_undo_stack_push      (GlaUndoStack   *self,
                                        const char     *text,
                                        GlaStoreFunc    undo,
                                        gpointer        data,
                                        GDestroyNotify  free_data);

/** gla_undo_stack_take: (transfer full) (nullable): takes act @serial off, wherever it lies; 0: the latest. */
GlaUndoAct   *gla_undo_stack_take      (GlaUndoStack   *self,
                                        guint64         serial);

guint         gla_undo_stack_get_count (GlaUndoStack   *self);

void          gla_undo_act_free        (GlaUndoAct     *act);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaUndoStack, gla_undo_stack_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaUndoAct, gla_undo_act_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-model.h"

#include "gla-units-share.h"

#include <stdlib.h>
#include <string.h>

/* Steps that can be undone; one is a few kilobytes at most. */
#define MAX_STEPS 200

/* A point nearer to the midline than this, in thousandths of the width, lies on it. */
#define MIDLINE 15

struct _GlaMapModel
{
  GObject parent_instance;

  GArray *marks;     /* (element-type GlaMapMark) */
  GPtrArray *undo;   /* (element-type GArray): states before a step, the last one at the end */
  GPtrArray *redo;
};

G_DEFINE_FINAL_TYPE (GlaMapModel, gla_map_model, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GlaMapMark *
get_mark (GlaMapModel *self,
          guint        index)
{
  return &g_array_index (self->marks, GlaMapMark, index);
}

static gboolean
belongs (const GlaMapMark *mark,
         const char       *area,
         GlaSide           side,
         guint             source)
{
  return strcmp (mark->area, area) == 0 && mark->side == side && mark->source == source;
}

/* Keeps the present state to go back to; a step that goes on is one with the last. */
static void
begin_step (GlaMapModel *self,
            gboolean     continues)
{
  g_ptr_array_set_size (self->redo, 0);
  if (continues && self->undo->len > 0)
    return;
  if (self->undo->len == MAX_STEPS)
    g_ptr_array_remove_index (self->undo, 0);
  g_ptr_array_add (self->undo, g_array_copy (self->marks));
}

static void
emit_changed (GlaMapModel *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
gla_map_model_finalize (GObject *object)
{
  GlaMapModel *self = GLA_MAP_MODEL (object);

  g_clear_pointer (&self->marks, g_array_unref);
  g_clear_pointer (&self->undo, g_ptr_array_unref);
  g_clear_pointer (&self->redo, g_ptr_array_unref);

  G_OBJECT_CLASS (gla_map_model_parent_class)->finalize (object);
}

static void
gla_map_model_class_init (GlaMapModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_map_model_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_map_model_init (GlaMapModel *self)
{
  self->marks = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  self->undo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->redo = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
}

GlaMapModel *
gla_map_model_new (void)
{
  return g_object_new (GLA_TYPE_MAP_MODEL, NULL);
}

guint
gla_map_model_get_n_marks (GlaMapModel *self)
{
  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), 0);

  return self->marks->len;
}

const GlaMapMark *
gla_map_model_get_mark (GlaMapModel *self,
                        guint        index)
{
  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), NULL);
  g_return_val_if_fail (index < self->marks->len, NULL);

  return get_mark (self, index);
}

guint
gla_map_model_get_total (GlaMapModel *self,
                         const char  *area,
                         GlaSide      side,
                         guint        source,
                         GlaUnits    *units)
{
  GlaUnits sum = 0;
  guint count = 0;

  g_return_val_if_fail (GLA_IS_MAP_MODEL (self) && area != NULL, 0);

  for (guint i = 0; i < self->marks->len; i++)
    {
      const GlaMapMark *mark = get_mark (self, i);

      if (!belongs (mark, area, side, source))
        continue;
      count++;
      if (sum == GLA_UNITS_UNKNOWN || mark->point.units == GLA_UNITS_UNKNOWN)
        sum = GLA_UNITS_UNKNOWN;
      else
        sum += mark->point.units;
    }
  if (units != NULL)
    *units = count > 0 ? sum : GLA_UNITS_UNKNOWN;
  return count;
}

static void
set_marks (GlaMapModel      *self,
           const GlaMapMark *marks,
           guint             n_marks)
{
  g_array_set_size (self->marks, 0);
  if (n_marks > 0)
    g_array_append_vals (self->marks, marks, n_marks);
}

void
gla_map_model_load (GlaMapModel      *self,
                    const GlaMapMark *marks,
                    guint             n_marks)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self));

  g_ptr_array_set_size (self->undo, 0);
  g_ptr_array_set_size (self->redo, 0);
  set_marks (self, marks, n_marks);
  emit_changed (self);
}

void
gla_map_model_replace (GlaMapModel      *self,
                       const GlaMapMark *marks,
                       guint             n_marks)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self));

  begin_step (self, FALSE);
  set_marks (self, marks, n_marks);
  emit_changed (self);
}

guint
gla_map_model_add (GlaMapModel      *self,
                   const GlaMapMark *marks,
                   guint             n_marks)
{
  guint first;

  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), 0);

  first = self->marks->len;
  if (n_marks == 0)
    return first;
  begin_step (self, FALSE);
  g_array_append_vals (self->marks, marks, n_marks);
  emit_changed (self);
  return first;
}

void
gla_map_model_remove (GlaMapModel *self,
                      guint        index)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self));
  g_return_if_fail (index < self->marks->len);

  begin_step (self, FALSE);
  g_array_remove_index (self->marks, index);
  emit_changed (self);
}

static void
drop_area (GlaMapModel *self,
           const char  *area,
           GlaSide      side,
           guint        source)
{
  for (guint i = self->marks->len; i > 0; i--)
    if (belongs (get_mark (self, i - 1), area, side, source))
      g_array_remove_index (self->marks, i - 1);
}

void
gla_map_model_remove_area (GlaMapModel *self,
                           const char  *area,
                           GlaSide      side,
                           guint        source)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self) && area != NULL);

  if (gla_map_model_get_total (self, area, side, source, NULL) == 0)
    return;
  begin_step (self, FALSE);
  drop_area (self, area, side, source);
  emit_changed (self);
}

void
gla_map_model_move (GlaMapModel *self,
                    guint        index,
                    int          x,
                    int          y,
                    gboolean     continues)
{
  GlaMapPoint *point;

  g_return_if_fail (GLA_IS_MAP_MODEL (self));
  g_return_if_fail (index < self->marks->len);

  point = &get_mark (self, index)->point;
  x = CLAMP (x, 0, 1000);
  y = CLAMP (y, 0, 1000);
  if (point->x == x && point->y == y)
    return;
  begin_step (self, continues);
  point->x = x;
  point->y = y;
  emit_changed (self);
}

void
gla_map_model_set_units (GlaMapModel *self,
                         guint        index,
                         GlaUnits     units,
                         gboolean     continues)
{
  GlaMapPoint *point;

  g_return_if_fail (GLA_IS_MAP_MODEL (self));
  g_return_if_fail (index < self->marks->len);
  g_return_if_fail (units == GLA_UNITS_UNKNOWN || (units >= 0 && units <= GLA_UNITS_MAX));

  point = &get_mark (self, index)->point;
  if (point->units == units)
    return;
  begin_step (self, continues);
  point->units = units;
  emit_changed (self);
}

void
gla_map_model_set_total (GlaMapModel *self,
                         const char  *area,
                         GlaSide      side,
                         guint        source,
                         GlaUnits     units)
{
  GlaUnits now;
  guint count;
  int number = 0;

  g_return_if_fail (GLA_IS_MAP_MODEL (self) && area != NULL);

  count = gla_map_model_get_total (self, area, side, source, &now);
  if (count == 0 || now == units)
    return;
  begin_step (self, FALSE);
  for (guint i = 0; i < self->marks->len; i++)
    {
      GlaMapMark *mark = get_mark (self, i);

      if (belongs (mark, area, side, source))
        mark->point.units = gla_units_share (units, (int) count, number++);
    }
  emit_changed (self);
}

/* Which half of the picture: -1, 0 for the midline, 1. */
static int
get_half (const GlaMapMark *mark)
{
  int from_middle = mark->point.x - 500;

  return abs (from_middle) < MIDLINE ? 0 : from_middle < 0 ? -1 : 1;
}

/* What is copied together with @model, and what it replaces on the other side. */
static gboolean
is_copied (const GlaMapMark *mark,
           const GlaMapMark *model)
{
  return belongs (mark, model->area, model->side, model->source)
         && (model->side != GLA_SIDE_BOTH || get_half (mark) == get_half (model));
}

static gboolean
is_replaced (const GlaMapMark *mark,
             const GlaMapMark *model,
             GlaSide           other_side)
{
  return belongs (mark, model->area, other_side, model->source)
         && (model->side != GLA_SIDE_BOTH || get_half (mark) == -get_half (model));
}

gboolean
gla_map_model_mirror (GlaMapModel *self,
                      guint        index)
{
  g_autoptr (GArray) copies = NULL;
  GlaMapMark model;
  GlaSide other_side;

  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), FALSE);
  g_return_val_if_fail (index < self->marks->len, FALSE);

  model = *get_mark (self, index);
  if (model.side == GLA_SIDE_MIDDLE
      || (model.side == GLA_SIDE_BOTH && get_half (&model) == 0))
    return FALSE;
  other_side = gla_map_mark_mirror (&model).side;
  begin_step (self, FALSE);
  copies = g_array_new (FALSE, FALSE, sizeof (GlaMapMark));
  for (guint i = self->marks->len; i > 0; i--)
    {
      GlaMapMark mark = *get_mark (self, i - 1);

      if (is_copied (&mark, &model))
        {
          GlaMapMark copy = gla_map_mark_mirror (&mark);

          g_array_prepend_val (copies, copy);
        }
      else if (is_replaced (&mark, &model, other_side))
        g_array_remove_index (self->marks, i - 1);
    }
  g_array_append_vals (self->marks, copies->data, copies->len);
  emit_changed (self);
  return TRUE;
}

gboolean
gla_map_model_can_undo (GlaMapModel *self)
{
  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), FALSE);

  return self->undo->len > 0;
}

gboolean
gla_map_model_can_redo (GlaMapModel *self)
{
  g_return_val_if_fail (GLA_IS_MAP_MODEL (self), FALSE);

  return self->redo->len > 0;
}

/* One state from @from becomes the present one, which goes to @to. */
static void
step_back (GlaMapModel *self,
           GPtrArray   *from,
           GPtrArray   *to)
{
  if (from->len == 0)
    return;
  g_ptr_array_add (to, self->marks);
  self->marks = g_ptr_array_steal_index (from, from->len - 1);
  emit_changed (self);
}

void
gla_map_model_undo (GlaMapModel *self)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self));

  step_back (self, self->undo, self->redo);
}

void
gla_map_model_redo (GlaMapModel *self)
{
  g_return_if_fail (GLA_IS_MAP_MODEL (self));

  step_back (self, self->redo, self->undo);
}

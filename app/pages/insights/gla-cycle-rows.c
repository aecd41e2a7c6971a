/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycle-rows.h"

struct _GlaCycleItem
{
  GObject parent_instance;

  guint32 row;
};

G_DEFINE_FINAL_TYPE (GlaCycleItem, gla_cycle_item, G_TYPE_OBJECT)

static void
gla_cycle_item_class_init (GlaCycleItemClass *klass)
{
}

static void
gla_cycle_item_init (GlaCycleItem *self)
{
}

guint32
gla_cycle_item_get_row (GlaCycleItem *self)
{
  g_return_val_if_fail (GLA_IS_CYCLE_ITEM (self), 0);

  return self->row;
}

struct _GlaCycleRows
{
  GObject parent_instance;

  GArray *rows;
};

static GType
get_item_type (GListModel *model)
{
  return GLA_TYPE_CYCLE_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return GLA_CYCLE_ROWS (model)->rows->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GlaCycleRows *self = GLA_CYCLE_ROWS (model);
  GlaCycleItem *item;

  if (position >= self->rows->len)
    return NULL;
  item = g_object_new (GLA_TYPE_CYCLE_ITEM, NULL);
  item->row = g_array_index (self->rows, guint32, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GlaCycleRows, gla_cycle_rows, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
gla_cycle_rows_finalize (GObject *object)
{
  g_clear_pointer (&GLA_CYCLE_ROWS (object)->rows, g_array_unref);

  G_OBJECT_CLASS (gla_cycle_rows_parent_class)->finalize (object);
}

static void
gla_cycle_rows_class_init (GlaCycleRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = gla_cycle_rows_finalize;
}

static void
gla_cycle_rows_init (GlaCycleRows *self)
{
}

GlaCycleRows *
gla_cycle_rows_new (GArray *rows)
{
  GlaCycleRows *self;

  g_return_val_if_fail (rows != NULL, NULL);

  self = g_object_new (GLA_TYPE_CYCLE_ROWS, NULL);
  self->rows = rows;
  return self;
}

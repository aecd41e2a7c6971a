/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-name-order.h"

struct _GlaNameOrder
{
  GArray *rows;    /* gint64, by place */
  GArray *places;  /* guint32, by row; place + 1, or 0 for a row that is not shown */
};

GlaNameOrder *
gla_name_order_new (GlaDatabase  *database,
                    GError      **error)
{
  g_autoptr (GlaNameOrder) self = g_new0 (GlaNameOrder, 1);
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (database,
                              "SELECT row FROM patient WHERE void_reason IS NULL"
                              " ORDER BY name_key, row",
                              error);
  gint64 last = 0;
  gboolean row = TRUE;

  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->places = g_array_new (FALSE, TRUE, sizeof (guint32));
  if (statement == NULL)
    return NULL;
  while (TRUE)
    {
      gint64 value;

      if (!gla_statement_step (statement, &row, error))
        return NULL;
      if (!row)
        break;
      value = gla_statement_get_int (statement, 0);
      last = MAX (last, value);
      g_array_append_val (self->rows, value);
    }
  g_array_set_size (self->places, (guint) last + 1);
  for (guint i = 0; i < self->rows->len; i++)
    g_array_index (self->places, guint32, g_array_index (self->rows, gint64, i)) = i + 1;
  return g_steal_pointer (&self);
}

void
gla_name_order_free (GlaNameOrder *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->places, g_array_unref);
  g_free (self);
}

guint
gla_name_order_get_count (GlaNameOrder *self)
{
  return self->rows->len;
}

gint64
gla_name_order_get_row (GlaNameOrder *self,
                        guint         place)
{
  g_return_val_if_fail (place < self->rows->len, 0);

  return g_array_index (self->rows, gint64, place);
}

gboolean
gla_name_order_find (GlaNameOrder *self,
                     gint64        row,
                     guint        *place)
{
  guint32 value;

  if (row < 0 || row >= self->places->len)
    return FALSE;
  value = g_array_index (self->places, guint32, row);
  if (value == 0)
    return FALSE;
  *place = value - 1;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-small-table.h"

#include <adwaita.h>

/* How long a row stays marked after it was looked for, in milliseconds. */
#define FLASH_TIME 1600

/* One line. Its widget lies behind the cells over the whole width: it carries the
 * line below, the mark, and the words of the row for assistive technology. */
typedef struct
{
  char *key;
  GtkWidget *back;
  GString *words;
} Row;

struct _GlaSmallTable
{
  GtkWidget parent_instance;

  GtkWidget *grid;

  GlaTableColumn columns[GLA_SMALL_TABLE_MAX_COLUMNS]; /* titles are not kept */
  guint n_columns;
  GArray *rows;      /* (element-type Row) */
  guint n_cells;     /* in the last row */
  GtkWidget *found;  /* (unowned) (nullable): the row that is marked */
  guint flash;
};

G_DEFINE_FINAL_TYPE (GlaSmallTable, gla_small_table, GTK_TYPE_WIDGET)

static void
clear_row (gpointer data)
{
  Row *row = data;

  g_free (row->key);
  g_string_free (row->words, TRUE);
}

static GtkWidget *
add_back (GlaSmallTable *self,
          int            line)
{
  GtkWidget *back = g_object_new (ADW_TYPE_BIN,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_ROW,
                                  "css-name", "tablerow",
                                  NULL);

  gtk_grid_attach (GTK_GRID (self->grid), back, 0, line, (int) self->n_columns, 1);
  return back;
}

static void
add_titles (GlaSmallTable        *self,
            const GlaTableColumn *columns)
{
  gtk_widget_add_css_class (add_back (self, 0), "titles");
  for (guint i = 0; i < self->n_columns; i++)
    {
      GtkWidget *title = g_object_new (GTK_TYPE_LABEL,
                                       "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER,
                                       "label", columns[i].title,
                                       "xalign", columns[i].is_number ? 1.0 : 0.0,
                                       "hexpand", columns[i].is_wide,
                                       NULL);

      gtk_widget_add_css_class (title, "title");
      gtk_grid_attach (GTK_GRID (self->grid), title, (int) i, 0, 1, 1);
    }
}

static gboolean
end_flash_cb (gpointer user_data)
{
  GlaSmallTable *self = user_data;

  self->flash = 0;
  gtk_widget_remove_css_class (self->found, "found");
  gtk_widget_set_focusable (self->found, FALSE);
  self->found = NULL;
  return G_SOURCE_REMOVE;
}

static void
gla_small_table_dispose (GObject *object)
{
  GlaSmallTable *self = GLA_SMALL_TABLE (object);

  g_clear_handle_id (&self->flash, g_source_remove);
  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (gla_small_table_parent_class)->dispose (object);
}

static void
gla_small_table_finalize (GObject *object)
{
  GlaSmallTable *self = GLA_SMALL_TABLE (object);

  g_array_unref (self->rows);

  G_OBJECT_CLASS (gla_small_table_parent_class)->finalize (object);
}

static void
gla_small_table_class_init (GlaSmallTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_small_table_dispose;
  object_class->finalize = gla_small_table_finalize;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "smalltable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_TABLE);
}

static void
gla_small_table_init (GlaSmallTable *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->grid = gtk_grid_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
}

GtkWidget *
gla_small_table_new (const char           *label,
                     const GlaTableColumn *columns,
                     guint                 n_columns)
{
  GlaSmallTable *self;

  g_return_val_if_fail (label != NULL, NULL);
  g_return_val_if_fail (n_columns > 0 && n_columns <= GLA_SMALL_TABLE_MAX_COLUMNS, NULL);

  self = g_object_new (GLA_TYPE_SMALL_TABLE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    self->columns[i] = (GlaTableColumn) { NULL, columns[i].is_number, columns[i].is_wide };
  add_titles (self, columns);
  return GTK_WIDGET (self);
}

void
gla_small_table_begin_row (GlaSmallTable *self,
                           const char    *key)
{
  Row row = { NULL, NULL, NULL };

  g_return_if_fail (GLA_IS_SMALL_TABLE (self));

  row.key = g_strdup (key);
  row.back = add_back (self, (int) self->rows->len + 1);
  row.words = g_string_new (NULL);
  g_array_append_val (self->rows, row);
  self->n_cells = 0;
}

GtkWidget *
gla_small_table_add_text (GlaSmallTable *self,
                          const char    *text,
                          const char    *style)
{
  const GlaTableColumn *column;
  GtkWidget *label;
  Row *row;

  g_return_val_if_fail (GLA_IS_SMALL_TABLE (self), NULL);
  g_return_val_if_fail (self->rows->len > 0 && self->n_cells < self->n_columns, NULL);

  row = &g_array_index (self->rows, Row, self->rows->len - 1);
  column = &self->columns[self->n_cells];
  label = g_object_new (GTK_TYPE_LABEL,
                        "accessible-role", GTK_ACCESSIBLE_ROLE_CELL,
                        "label", text,
                        "xalign", column->is_number ? 1.0 : 0.0,
                        "wrap", column->is_wide,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "width-chars", column->is_wide ? 12 : -1,
                        NULL);
  if (column->is_number)
    gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gla_small_table_add_widget (self, label);

  if (text == NULL || *text == '\0')
    return label;
  if (row->words->len > 0)
    g_string_append (row->words, ", ");
  g_string_append (row->words, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row->back),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, row->words->str, -1);
  return label;
}

void
gla_small_table_add_widget (GlaSmallTable *self,
                            GtkWidget     *widget)
{
  g_return_if_fail (GLA_IS_SMALL_TABLE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (self->rows->len > 0 && self->n_cells < self->n_columns);

  gtk_widget_add_css_class (widget, "cell");
  gtk_widget_set_hexpand (widget, self->columns[self->n_cells].is_wide);
  gtk_grid_attach (GTK_GRID (self->grid), widget, (int) self->n_cells, (int) self->rows->len, 1, 1);
  self->n_cells++;
}

guint
gla_small_table_get_n_rows (GlaSmallTable *self)
{
  g_return_val_if_fail (GLA_IS_SMALL_TABLE (self), 0);

  return self->rows->len;
}

gboolean
gla_small_table_show_row (GlaSmallTable *self,
                          const char    *key)
{
  g_return_val_if_fail (GLA_IS_SMALL_TABLE (self), FALSE);
  g_return_val_if_fail (key != NULL, FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const Row *row = &g_array_index (self->rows, Row, i);

      if (g_strcmp0 (row->key, key) != 0)
        continue;
      if (self->flash != 0)
        {
          g_clear_handle_id (&self->flash, g_source_remove);
          end_flash_cb (self);
        }
      self->found = row->back;
      gtk_widget_add_css_class (row->back, "found");
      gtk_widget_set_focusable (row->back, TRUE);
      gtk_widget_grab_focus (row->back);
      self->flash = g_timeout_add (FLASH_TIME, end_flash_cb, self);
      return TRUE;
    }
  return FALSE;
}

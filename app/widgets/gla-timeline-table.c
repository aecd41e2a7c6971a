/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-table.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-timeline-lines.h"

/* A row of the list model: the lines belong to the table. */
#define GLA_TYPE_TIMELINE_TABLE_ROW (gla_timeline_table_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaTimelineTableRow, gla_timeline_table_row, GLA, TIMELINE_TABLE_ROW, GObject)

struct _GlaTimelineTableRow
{
  GObject parent_instance;

  const GlaTimelineLine *line;
};

G_DEFINE_FINAL_TYPE (GlaTimelineTableRow, gla_timeline_table_row, G_TYPE_OBJECT)

static void
gla_timeline_table_row_class_init (GlaTimelineTableRowClass *klass)
{
}

static void
gla_timeline_table_row_init (GlaTimelineTableRow *self)
{
}

struct _GlaTimelineTable
{
  GtkWidget parent_instance;

  /* Children */
  GtkWidget *scroller;
  GtkWidget *view;
  GtkColumnViewColumn *likely_column;

  /* Owned */
  GListStore *store;
  GtkSingleSelection *selection;
  GlaTimelineModel *model;
  GPtrArray *lines;

  gboolean is_filling;
};

G_DEFINE_FINAL_TYPE (GlaTimelineTable, gla_timeline_table, GTK_TYPE_WIDGET)

enum
{
  CYCLE_SELECTED,
  CYCLE_ACTIVATED,
  RECORD_ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
is_number (GlaTimelineColumn column)
{
  return column == GLA_TIMELINE_COLUMN_UNITS;
}

/* What takes a second line before anything is out of sight in a narrow window. */
static gboolean
is_wrapped (GlaTimelineColumn column)
{
  return column == GLA_TIMELINE_COLUMN_DURATION || column == GLA_TIMELINE_COLUMN_LIKELY
         || column == GLA_TIMELINE_COLUMN_GRADES;
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  data)
{
  GtkWidget *label = gtk_label_new (NULL);
  GlaTimelineColumn column = GPOINTER_TO_UINT (data);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (column) ? 1 : 0);
  gtk_widget_add_css_class (label, "numeric");
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (is_wrapped (column))
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), 13);
    }
  gtk_list_item_set_child (item, label);
}

/* The row gets the keyboard: a screen reader hears what is in its cells. */
static void
name_row (GtkWidget             *row,
          const GlaTimelineLine *line)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < GLA_N_TIMELINE_COLUMNS; i++)
    if (line->cells[i] != NULL && *line->cells[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", line->cells[i]);
  gla_accessible_set_label (row, words->str);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  data)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  GlaTimelineColumn column = GPOINTER_TO_UINT (data);
  GlaTimelineTableRow *row = gtk_list_item_get_item (item);
  const char *text = row->line->cells[column];

  gtk_label_set_text (GTK_LABEL (label), text);
  /* A cell has no name of its own: it says its column and its text. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  gla_timeline_column_get_title (column), -1);
  if (column == GLA_TIMELINE_COLUMN_DATE)
    name_row (gtk_widget_get_parent (gtk_widget_get_parent (label)), row->line);
}

static const GlaTimelineLine *
get_selected_line (GlaTimelineTable *self)
{
  GlaTimelineTableRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? row->line : NULL;
}

static void
selected_cb (GlaTimelineTable *self)
{
  const GlaTimelineLine *line = get_selected_line (self);

  if (!self->is_filling && line != NULL && line->cycle != NULL)
    g_signal_emit (self, signals[CYCLE_SELECTED], 0, line->cycle);
}

static void
activate_cb (GlaTimelineTable *self,
             guint             position)
{
  g_autoptr (GlaTimelineTableRow) row = g_list_model_get_item (G_LIST_MODEL (self->selection),
                                                               position);

  if (row == NULL)
    return;
  if (row->line->cycle != NULL)
    g_signal_emit (self, signals[CYCLE_ACTIVATED], 0, row->line->cycle);
  else
    g_signal_emit (self, signals[RECORD_ACTIVATED], 0, (int) GLA_TIMELINE_RECORD_EXPOSURE,
                   row->line->exposure->id);
}

static void
add_column (GlaTimelineTable  *self,
            GlaTimelineColumn  column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) view_column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (column));
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (column));
  view_column = gtk_column_view_column_new (gla_timeline_column_get_title (column), factory);
  gtk_column_view_column_set_resizable (view_column, TRUE);
  gtk_column_view_column_set_expand (view_column, column == GLA_TIMELINE_COLUMN_GRADES);
  if (column == GLA_TIMELINE_COLUMN_LIKELY)
    self->likely_column = view_column;
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->view), view_column);
}

static void
gla_timeline_table_dispose (GObject *object)
{
  GlaTimelineTable *self = GLA_TIMELINE_TABLE (object);

  self->is_filling = TRUE;
  if (self->store != NULL)
    g_list_store_remove_all (self->store);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->store);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->model, gla_timeline_model_unref);

  G_OBJECT_CLASS (gla_timeline_table_parent_class)->dispose (object);
}

static void
gla_timeline_table_class_init (GlaTimelineTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_timeline_table_dispose;

  signals[CYCLE_SELECTED] = g_signal_new ("cycle-selected", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CYCLE_ACTIVATED] = g_signal_new ("cycle-activated", G_TYPE_FROM_CLASS (klass),
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                           G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[RECORD_ACTIVATED] = g_signal_new ("record-activated", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                            G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_STRING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timelinetable");
}

static void
gla_timeline_table_init (GlaTimelineTable *self)
{
  self->store = g_list_store_new (GLA_TYPE_TIMELINE_TABLE_ROW);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->store)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (self->view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Injections and effect as a table"), -1);
  for (guint column = 0; column < GLA_N_TIMELINE_COLUMNS; column++)
    add_column (self, column);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->view);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->scroller), 160);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 480);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
gla_timeline_table_new (void)
{
  return g_object_new (GLA_TYPE_TIMELINE_TABLE, NULL);
}

void
gla_timeline_table_set_cycles (GlaTimelineTable *self,
                               GlaCycles        *cycles,
                               GlaCatalogue     *catalogue)
{
  g_autoptr (GlaTimelineModel) model = NULL;

  g_return_if_fail (GLA_IS_TIMELINE_TABLE (self));
  g_return_if_fail (cycles == NULL || catalogue != NULL);

  if (cycles != NULL)
    model = gla_timeline_model_new (cycles, catalogue);
  gla_timeline_table_set_model (self, model);
}

void
gla_timeline_table_set_model (GlaTimelineTable *self,
                              GlaTimelineModel *model)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_if_fail (GLA_IS_TIMELINE_TABLE (self));

  /* In two steps: a view asks a model that is replaced at once for every row. */
  self->is_filling = TRUE;
  g_list_store_remove_all (self->store);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->model, gla_timeline_model_unref);
  gtk_column_view_column_set_visible (self->likely_column,
                                      model != NULL && model->estimates != NULL);
  if (model != NULL)
    {
      self->model = gla_timeline_model_ref (model);
      self->lines = gla_timeline_lines_new (self->model);
      for (guint i = self->lines->len; i > 0; i--)
        {
          GlaTimelineTableRow *row = g_object_new (GLA_TYPE_TIMELINE_TABLE_ROW, NULL);

          row->line = g_ptr_array_index (self->lines, i - 1);
          g_ptr_array_add (rows, row);
        }
      g_list_store_splice (self->store, 0, 0, rows->pdata, rows->len);
    }
  self->is_filling = FALSE;
}

const GlaCycle *
gla_timeline_table_get_selected (GlaTimelineTable *self)
{
  const GlaTimelineLine *line;

  g_return_val_if_fail (GLA_IS_TIMELINE_TABLE (self), NULL);

  line = get_selected_line (self);
  return line != NULL ? line->cycle : NULL;
}

void
gla_timeline_table_select (GlaTimelineTable *self,
                           const GlaCycle   *cycle)
{
  guint position = GTK_INVALID_LIST_POSITION;

  g_return_if_fail (GLA_IS_TIMELINE_TABLE (self));

  for (guint i = 0; cycle != NULL && self->lines != NULL && i < self->lines->len; i++)
    {
      const GlaTimelineLine *line = g_ptr_array_index (self->lines, i);

      if (line->cycle == cycle)
        position = self->lines->len - 1 - i;
    }
  self->is_filling = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->is_filling = FALSE;
}

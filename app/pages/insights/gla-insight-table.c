/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-table.h"

#include "gla-column-names.h"
#include "gla-i18n.h"

/* Longer texts are broken into lines of this many letters. */
#define SENTENCE_WIDTH 44

struct _GlaInsightTable
{
  AdwBin parent_instance;

  /* Borrowed */
  GtkColumnView *view;
  const GlaInsightResult *result;
};

enum
{
  OPEN_CYCLES,
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaInsightTable, gla_insight_table, ADW_TYPE_BIN)

static void
pressed_cb (GtkWidget *button,
            gpointer   user_data)
{
  GlaInsightTable *self = GLA_INSIGHT_TABLE (gtk_widget_get_ancestor (button,
                                                                      GLA_TYPE_INSIGHT_TABLE));
  guint row = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "row"));
  int subset = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "subset"));

  g_signal_emit (self, signals[OPEN_CYCLES], 0, row, subset);
}

static GtkWidget *
new_button (const GlaInsightSheet *sheet,
            guint                  row,
            guint                  column)
{
  const GlaInsightCell *cell = gla_insight_sheet_get_cell (sheet, row, column);
  GtkWidget *button = gtk_button_new_with_label (cell->text);
  g_autofree char *name = NULL;

  /* Translators: a number, what it counts, and whose number it is */
  name = g_strdup_printf (_("%s: %s, %s"), cell->text,
                          ((const GlaInsightColumn *) sheet->columns->pdata[column])->title,
                          gla_insight_sheet_get_cell (sheet, row, 0)->text);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "numeric");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, gla_cycle_subset_describe ((GlaCycleSubset) cell->subset));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "row", GUINT_TO_POINTER (row));
  g_object_set_data (G_OBJECT (button), "subset", GINT_TO_POINTER (cell->subset));
  g_signal_connect (button, "clicked", G_CALLBACK (pressed_cb), NULL);
  return button;
}

static GtkWidget *
new_label (const GlaInsightSheet *sheet,
           guint                  row,
           guint                  column)
{
  const GlaInsightColumn *about = sheet->columns->pdata[column];
  const char *text = gla_insight_sheet_get_cell (sheet, row, column)->text;
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), about->is_number ? 1 : 0);
  if (g_utf8_strlen (text, -1) > SENTENCE_WIDTH)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_width_chars (GTK_LABEL (label), SENTENCE_WIDTH);
      gtk_label_set_max_width_chars (GTK_LABEL (label), SENTENCE_WIDTH);
    }
  if (about->is_number)
    gtk_widget_add_css_class (label, "numeric");
  return label;
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  GlaInsightTable *self = user_data;
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  guint row = gtk_list_item_get_position (item);
  const GlaInsightSheet *sheet = self->result != NULL ? self->result->sheet : NULL;

  if (sheet == NULL || row >= sheet->rows->len || column >= sheet->columns->len)
    return;
  gtk_list_item_set_child (item, gla_insight_sheet_get_cell (sheet, row, column)->subset >= 0
                                     ? new_button (sheet, row, column)
                                     : new_label (sheet, row, column));
  if (column == 0)
    gla_column_view_name_row (gtk_list_item_get_child (item),
                              gla_insight_sheet_get_cell (sheet, row, 0)->text);
}

static void
unbind_cb (GtkListItemFactory *factory,
           GtkListItem        *item,
           gpointer            user_data)
{
  gtk_list_item_set_child (item, NULL);
}

static void
add_column (GlaInsightTable        *self,
            const GlaInsightColumn *about,
            guint                   index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (index));
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  column = gtk_column_view_column_new (about->title, factory);
  gtk_column_view_column_set_resizable (column, TRUE);
  gtk_column_view_column_set_expand (column, !about->is_number);
  gtk_column_view_append_column (self->view, column);
}

static void
activate_cb (GlaInsightTable *self,
             guint            position)
{
  g_signal_emit (self, signals[ROW_ACTIVATED], 0, position);
}

static void
gla_insight_table_class_init (GlaInsightTableClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[OPEN_CYCLES] = g_signal_new ("open-cycles", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_INT);
  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
gla_insight_table_init (GlaInsightTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gla_column_view_name (self->view, _("Figures"));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

GtkWidget *
gla_insight_table_new (void)
{
  return g_object_new (GLA_TYPE_INSIGHT_TABLE, NULL);
}

/* Whether the columns of the last answer do for this one. */
static gboolean
has_columns (GlaInsightTable       *self,
             const GlaInsightSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  guint n = 0;

  for (guint c = 0; c < sheet->columns->len; c++)
    {
      const GlaInsightColumn *about = sheet->columns->pdata[c];
      g_autoptr (GtkColumnViewColumn) column = NULL;

      if (about->title[0] == '\0')
        continue;
      column = g_list_model_get_item (columns, n++);
      if (column == NULL
          || g_strcmp0 (gtk_column_view_column_get_title (column), about->title) != 0)
        return FALSE;
    }
  return n == g_list_model_get_n_items (columns);
}

static void
make_columns (GlaInsightTable       *self,
              const GlaInsightSheet *sheet)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);

  while (g_list_model_get_n_items (columns) > 0)
    {
      g_autoptr (GtkColumnViewColumn) column = g_list_model_get_item (columns, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  /* Columns without a title are for files. */
  for (guint c = 0; c < sheet->columns->len; c++)
    {
      const GlaInsightColumn *about = sheet->columns->pdata[c];

      if (about->title[0] != '\0')
        add_column (self, about, c);
    }
}

void
gla_insight_table_set_result (GlaInsightTable        *self,
                              const GlaInsightResult *result)
{
  g_autoptr (GtkSingleSelection) selection = NULL;
  GtkStringList *names;

  g_return_if_fail (GLA_IS_INSIGHT_TABLE (self));

  gtk_column_view_set_model (self->view, NULL);
  self->result = result;
  if (result == NULL)
    return;
  if (!has_columns (self, result->sheet))
    make_columns (self, result->sheet);
  names = gtk_string_list_new (NULL);
  for (guint i = 0; i < result->sheet->rows->len; i++)
    gtk_string_list_append (names, gla_insight_sheet_get_cell (result->sheet, i, 0)->text);
  selection = gtk_single_selection_new (G_LIST_MODEL (names));
  gtk_single_selection_set_autoselect (selection, FALSE);
  gtk_single_selection_set_can_unselect (selection, TRUE);
  gtk_single_selection_set_selected (selection, result->curve_row >= 0
                                                    ? (guint) result->curve_row
                                                    : GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-cycles-window.h"

#include "gla-column-names.h"
#include "gla-cycle-rows.h"
#include "gla-i18n.h"
#include "gla-insight-sheet.h"
#include "gla-store-read.h"

#define WIDTH 880
#define HEIGHT 560

struct _GlaCyclesWindow
{
  AdwWindow parent_instance;

  /* Owned */
  GlaContext *context;
  GlaInsightClinic *clinic;
  GListModel *rows;

  /* Borrowed */
  AdwWindowTitle *title;
  GtkColumnView *view;
};

/* The columns, in their order. */
typedef enum
{
  COLUMN_PATIENT,
  COLUMN_DAY,
  COLUMN_AREA,
  COLUMN_PRODUCT,
  COLUMN_UNITS,
  COLUMN_EFFECT,
  N_COLUMNS,
} Column;

enum
{
  OPEN_PATIENT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaCyclesWindow, gla_cycles_window, ADW_TYPE_WINDOW)

static char *
describe_patient (GlaCyclesWindow *self,
                  const char      *id)
{
  g_autoptr (GlaPatient) patient = gla_store_read_patient (gla_context_get_reader (self->context),
                                                           id, NULL);
  g_autofree char *name = NULL;

  /* Gone since the figures were made. */
  if (patient == NULL)
    return g_strdup ("–");
  name = gla_patient_get_name (patient);
  if (patient->number == NULL || patient->number[0] == '\0')
    return g_steal_pointer (&name);
  /* Translators: a name and a record number */
  return g_strdup_printf (_("%s · No. %s"), name, patient->number);
}

static char *
describe_product (GlaCyclesWindow   *self,
                  const GlaCycleRow *row)
{
  if (row->keys[GLA_CYCLE_KEY_LOT] != GLA_CYCLE_CODE_UNKNOWN)
    return gla_insight_clinic_describe (self->clinic, GLA_CYCLE_KEY_LOT,
                                        row->keys[GLA_CYCLE_KEY_LOT]);
  return gla_insight_clinic_describe (self->clinic, GLA_CYCLE_KEY_PRODUCT,
                                      row->keys[GLA_CYCLE_KEY_PRODUCT]);
}

static char *
describe_cell (GlaCyclesWindow   *self,
               const GlaCycleRow *row,
               Column             column)
{
  switch (column)
    {
    case COLUMN_DAY:
      return gla_day_format (row->day, GLA_DAY_EXACT);
    case COLUMN_AREA:
      return gla_insight_clinic_describe (self->clinic, GLA_CYCLE_KEY_AREA,
                                          row->keys[GLA_CYCLE_KEY_AREA]);
    case COLUMN_PRODUCT:
      return describe_product (self, row);
    case COLUMN_UNITS:
      return gla_units_format (row->units);
    case COLUMN_EFFECT:
      return gla_cycle_row_describe_duration (row);
    case COLUMN_PATIENT:
    case N_COLUMNS:
    default:
      return describe_patient (self, row->patient);
    }
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item,
          gpointer            user_data)
{
  Column column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_UNITS ? 1 : 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            user_data)
{
  GlaCyclesWindow *self = user_data;
  Column column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), "column"));
  g_autofree char *text = NULL;
  GlaCycleRow row;

  gla_cycle_table_get_row (self->clinic->table,
                           gla_cycle_item_get_row (gtk_list_item_get_item (item)), &row);
  text = describe_cell (self, &row, column);
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), text);
  if (column == COLUMN_PATIENT)
    gla_column_view_name_row (gtk_list_item_get_child (item), text);
}

static void
activate_cb (GlaCyclesWindow *self,
             guint            position)
{
  g_autoptr (GlaCycleItem) item = g_list_model_get_item (self->rows, position);
  GlaCycleRow row;

  gla_cycle_table_get_row (self->clinic->table, gla_cycle_item_get_row (item), &row);
  g_signal_emit (self, signals[OPEN_PATIENT], 0, row.patient);
}

static void
gla_cycles_window_dispose (GObject *object)
{
  GlaCyclesWindow *self = GLA_CYCLES_WINDOW (object);

  if (self->view != NULL)
    gtk_column_view_set_model (self->view, NULL);
  self->view = NULL;
  g_clear_object (&self->rows);
  g_clear_object (&self->context);
  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);

  G_OBJECT_CLASS (gla_cycles_window_parent_class)->dispose (object);
}

static void
gla_cycles_window_class_init (GlaCyclesWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = gla_cycles_window_dispose;

  signals[OPEN_PATIENT] = g_signal_new ("open-patient", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);

  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0,
                                       "window.close", NULL);
}

static void
add_columns (GlaCyclesWindow *self)
{
  const struct
  {
    const char *title;
    gboolean expand;
  } columns[N_COLUMNS] = {
    [COLUMN_PATIENT] = { _("Patient"), TRUE },
    [COLUMN_DAY] = { _("Treated on"), FALSE },
    [COLUMN_AREA] = { _("Area"), FALSE },
    [COLUMN_PRODUCT] = { _("Product and lot"), TRUE },
    [COLUMN_UNITS] = { _("Units"), FALSE },
    [COLUMN_EFFECT] = { _("Effect seen"), TRUE },
  };

  for (guint i = 0; i < N_COLUMNS; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_object_set_data (G_OBJECT (factory), "column", GUINT_TO_POINTER (i));
      g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
      g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
      column = gtk_column_view_column_new (columns[i].title, factory);
      gtk_column_view_column_set_expand (column, columns[i].expand);
      gtk_column_view_append_column (self->view, column);
    }
}

static void
gla_cycles_window_init (GlaCyclesWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->title = ADW_WINDOW_TITLE (adw_window_title_new ("", ""));
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (self->title));
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gla_column_view_name (self->view, _("Treated areas"));
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self,
                           G_CONNECT_SWAPPED);
  add_columns (self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_box_append (GTK_BOX (box), header);
  gtk_box_append (GTK_BOX (box), scroller);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

GtkWindow *
gla_cycles_window_new (GlaContext       *context,
                       GlaInsightClinic *clinic,
                       const char       *title,
                       GArray           *rows)
{
  g_autoptr (GtkSingleSelection) selection = NULL;
  GlaCyclesWindow *self;
  g_autofree char *count = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && clinic != NULL, NULL);
  g_return_val_if_fail (title != NULL && rows != NULL, NULL);

  self = g_object_new (GLA_TYPE_CYCLES_WINDOW, NULL);
  self->context = g_object_ref (context);
  self->clinic = gla_insight_clinic_ref (clinic);
  count = g_strdup_printf (ngettext ("%'u treated area", "%'u treated areas", rows->len),
                           rows->len);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, count);
  gtk_window_set_title (GTK_WINDOW (self), title);
  self->rows = G_LIST_MODEL (gla_cycle_rows_new (rows));
  selection = gtk_single_selection_new (g_object_ref (self->rows));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (selection));
  return GTK_WINDOW (self);
}

guint
gla_cycles_window_get_n_rows (GlaCyclesWindow *self)
{
  g_return_val_if_fail (GLA_IS_CYCLES_WINDOW (self), 0);

  return g_list_model_get_n_items (self->rows);
}

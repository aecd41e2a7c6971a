/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-window.h"

#include "gla-accessible.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-list-print.h"
#include "gla-small-table.h"
#include "gla-store-lot.h"
#include "gla-words.h"

/* A table of widgets for more would be slow; the command "glabella lot" lists all. */
#define MAX_ROWS 300

struct _GlaLotWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkEntry *lot_entry;
  GtkLabel *count_label;
  GtkBox *table_box;

  /* Owned */
  GlaContext *context;
  char *lot;   /* whose table is shown */
  char *asked; /* that is looked up */
  GCancellable *cancellable;
};

G_DEFINE_FINAL_TYPE (GlaLotWindow, gla_lot_window, ADW_TYPE_WINDOW)

enum { SIGNAL_OPEN_PATIENT, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
patient_clicked_cb (GtkButton *button,
                    gpointer   user_data)
{
  GlaLotWindow *self = GLA_LOT_WINDOW (gtk_widget_get_root (GTK_WIDGET (button)));

  g_signal_emit (self, signals[SIGNAL_OPEN_PATIENT], 0, user_data);
  gtk_window_close (GTK_WINDOW (self));
}

static GtkWidget *
make_patient_button (const GlaLotUse *use)
{
  GlaPatient patient = { .family_name = use->family_name, .given_name = use->given_name };
  g_autofree char *name = gla_patient_get_name (&patient);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_button_set_has_frame (GTK_BUTTON (button), FALSE);
  gla_accessible_set_label (button, name);
  g_signal_connect_data (button, "clicked", G_CALLBACK (patient_clicked_cb),
                         g_strdup (use->patient), (GClosureNotify) (void (*) (void)) g_free, 0);
  return button;
}

static char *
name_area (GlaLotWindow    *self,
           const GlaLotUse *use)
{
  const GlaArea *area = gla_catalogue_find_area (gla_context_get_catalogue (self->context),
                                                 use->area);
  const char *name = area != NULL ? gla_area_get_name (area) : use->area;

  return use->side == GLA_SIDE_BOTH
           ? g_strdup (name)
           : g_strdup_printf (_("%s, %s"), name, gla_side_get_name (use->side));
}

static char *
name_units (GlaLotWindow    *self,
            const GlaLotUse *use)
{
  const GlaProduct *product = gla_catalogue_find_product (gla_context_get_catalogue (self->context),
                                                          use->product);
  g_autofree char *units = gla_units_format (use->units);

  return product != NULL ? g_strdup_printf (_("%s U %s"), units, gla_product_get_code (product))
                         : g_strdup_printf (_("%s U of an unknown product"), units);
}

static void
add_row (GlaLotWindow    *self,
         GlaSmallTable   *table,
         const GlaLotUse *use)
{
  g_autofree char *day = gla_day_format (use->day, use->precision);
  g_autofree char *area = name_area (self, use);
  g_autofree char *units = name_units (self, use);

  gla_small_table_begin_row (table, NULL);
  gla_small_table_add_text (table, day, NULL);
  gla_small_table_add_widget (table, make_patient_button (use));
  gla_small_table_add_text (table, area, NULL);
  gla_small_table_add_text (table, units, NULL);
  gla_small_table_add_text (table, use->phone != NULL ? use->phone : _("no phone"),
                            use->phone != NULL ? NULL : "dim-label");
  gla_small_table_add_text (table, use->may_contact ? _("yes") : _("not agreed"),
                            use->may_contact ? NULL : "dim-label");
}

static guint
count_patients (GPtrArray *uses)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < uses->len; i++)
    g_hash_table_add (seen, ((GlaLotUse *) uses->pdata[i])->patient);
  return g_hash_table_size (seen);
}

static void
show_count (GlaLotWindow *self,
            GPtrArray    *uses)
{
  guint n_patients = count_patients (uses);
  g_autofree char *text = NULL;

  if (uses->len == 0)
    text = g_strdup (_("Nobody is recorded with that lot."));
  else if (uses->len > MAX_ROWS)
    text = g_strdup_printf (ngettext ("%u patient. The newest %d injections are shown; “glabella "
                                      "lot” lists all.",
                                      "%u patients. The newest %d injections are shown; "
                                      "“glabella lot” lists all.",
                                      n_patients),
                            n_patients, MAX_ROWS);
  else
    text = g_strdup_printf (ngettext ("%u patient", "%u patients", n_patients), n_patients);
  gtk_label_set_text (self->count_label, text);
}

static void
clear_uses (GlaLotWindow *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->table_box));

  if (child != NULL)
    gtk_box_remove (self->table_box, child);
  gtk_label_set_text (self->count_label, "");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.save", FALSE);
}

static void
show_uses (GlaLotWindow *self,
           GPtrArray    *uses)
{
  const GlaTableColumn columns[] = {
    { _("Day"), FALSE, FALSE },   { _("Patient"), FALSE, TRUE }, { _("Area"), FALSE, TRUE },
    { _("Units"), FALSE, FALSE }, { _("Phone"), FALSE, FALSE },  { _("May be called"), FALSE, FALSE },
  };
  GtkWidget *table;

  clear_uses (self);
  show_count (self, uses);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.print", uses->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.save", uses->len > 0);
  if (uses->len == 0)
    return;
  table = gla_small_table_new (_("Who had this lot"), columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < MIN (uses->len, MAX_ROWS); i++)
    add_row (self, GLA_SMALL_TABLE (table), uses->pdata[i]);
  gtk_box_append (self->table_box, table);
}

static gpointer
list_uses (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return gla_store_list_lot_uses (store, data, error);
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaLotWindow) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result,
                                                            &error);

  if (self->context == NULL)
    return;
  if (uses != NULL)
    {
      /* What is printed is what is shown. */
      g_free (self->lot);
      self->lot = g_steal_pointer (&self->asked);
      show_uses (self, uses);
    }
  else
    gla_context_show_error (self->context, _("The lot can’t be looked up"), error);
}

static void
lot_activate_cb (GlaLotWindow *self)
{
  g_autofree char *lot = g_strstrip (g_strdup (gtk_editable_get_text (
    GTK_EDITABLE (self->lot_entry))));

  if (lot[0] == '\0')
    return;
  g_free (self->asked);
  self->asked = g_strdup (lot);
  clear_uses (self);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gla_store_worker_run_async (gla_context_get_worker (self->context), list_uses,
                              g_steal_pointer (&lot), g_free, (GDestroyNotify) g_ptr_array_unref,
                              self->cancellable, listed_cb, g_object_ref (self));
}

/* The list, and a letter to everybody */

static void
file_chosen_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (GlaLotWindow) self = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && self->context != NULL)
    gla_list_print_lot (GTK_WINDOW (self), self->context, self->lot, file);
}

static void
print_cb (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  GlaLotWindow *self = GLA_LOT_WINDOW (widget);

  if (self->lot == NULL)
    return;
  if (g_str_equal (name, "lot.print"))
    gla_list_print_lot (GTK_WINDOW (self), self->context, self->lot, NULL);
  else
    /* Translators: name of a file, without ending */
    gla_file_dialogs_save_async (GTK_WINDOW (self), _("Save the List and Letters"), _("Save"),
                                 GLA_FILE_PDF, NULL, _("letters"), NULL, file_chosen_cb,
                                 g_object_ref (self));
}

static void
gla_lot_window_dispose (GObject *object)
{
  GlaLotWindow *self = GLA_LOT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->context);
  g_clear_pointer (&self->lot, g_free);
  g_clear_pointer (&self->asked, g_free);
  G_OBJECT_CLASS (gla_lot_window_parent_class)->dispose (object);
}

static void
gla_lot_window_class_init (GlaLotWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_lot_window_dispose;
  signals[SIGNAL_OPEN_PATIENT] = g_signal_new ("open-patient", G_TYPE_FROM_CLASS (klass),
                                               G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                               1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/stock/gla-lot-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaLotWindow, lot_entry);
  gtk_widget_class_bind_template_child (widget_class, GlaLotWindow, count_label);
  gtk_widget_class_bind_template_child (widget_class, GlaLotWindow, table_box);
  gtk_widget_class_bind_template_callback (widget_class, lot_activate_cb);
  gtk_widget_class_install_action (widget_class, "lot.print", NULL, print_cb);
  gtk_widget_class_install_action (widget_class, "lot.save", NULL, print_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "lot.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "lot.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gla_lot_window_init (GlaLotWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.print", FALSE);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "lot.save", FALSE);
  gla_accessible_name_entry (self->lot_entry, _("Lot"));
}

GtkWindow *
gla_lot_window_new (GtkWindow  *parent,
                    GlaContext *context,
                    const char *lot)
{
  GlaLotWindow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_LOT_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  gtk_widget_grab_focus (GTK_WIDGET (self->lot_entry));
  if (lot != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->lot_entry), lot);
      lot_activate_cb (self);
    }
  return GTK_WINDOW (self);
}

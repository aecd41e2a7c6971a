/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-backup-settings.h"

#include <glib/gstdio.h>

#include "gla-backup.h"
#include "gla-i18n.h"
#include "gla-store-read.h"

struct _GlaBackupSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwActionRow *file_row;
  AdwActionRow *content_row;
  AdwActionRow *unknown_row;

  /* Owned */
  GlaContext *context;
};

G_DEFINE_FINAL_TYPE (GlaBackupSettings, gla_backup_settings, ADW_TYPE_BIN)

static GtkWindow *
get_window (GlaBackupSettings *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
back_up_cb (GlaBackupSettings *self)
{
  gla_backup_run (get_window (self), self->context);
}

static void
check_cb (GlaBackupSettings *self)
{
  gla_backup_check (get_window (self), self->context);
}

/* Restoring closes the clinic, and with it these settings: the window does it. */
static void
restore_cb (GlaBackupSettings *self)
{
  GtkWindow *window = get_window (self);
  GtkWindow *parent = gtk_window_get_transient_for (window);

  gtk_window_close (window);
  if (parent != NULL)
    gtk_widget_activate_action (GTK_WIDGET (parent), "win.restore", NULL);
}

static gpointer
count (GlaStore      *store,
       gpointer       data,
       GCancellable  *cancellable,
       GError       **error)
{
  g_autofree GlaStoreCounts *counts = g_new0 (GlaStoreCounts, 1);

  return gla_store_count (store, counts, error) ? g_steal_pointer (&counts) : NULL;
}

static void
show_counts (GlaBackupSettings    *self,
             const GlaStoreCounts *counts)
{
  g_autofree char *patients = g_strdup_printf ("%" G_GINT64_FORMAT, counts->patients);
  g_autofree char *treatments = g_strdup_printf ("%" G_GINT64_FORMAT, counts->treatments);
  g_autofree char *injections = g_strdup_printf ("%" G_GINT64_FORMAT, counts->injections);
  g_autofree char *grades = g_strdup_printf ("%" G_GINT64_FORMAT, counts->assessments);
  g_autofree char *lots = g_strdup_printf ("%" G_GINT64_FORMAT, counts->unknown_lots);
  g_autofree char *products = g_strdup_printf ("%" G_GINT64_FORMAT, counts->unknown_products);
  g_autofree char *units = g_strdup_printf ("%" G_GINT64_FORMAT, counts->unknown_units);
  g_autofree char *days = g_strdup_printf ("%" G_GINT64_FORMAT, counts->inexact_days);
  g_autofree char *content = NULL;
  g_autofree char *unknown = NULL;

  /* Translators: each %s is a number */
  content = g_strdup_printf (_("Patients: %s · treatments: %s · injections: %s · grades: %s"),
                             patients, treatments, injections, grades);
  /* Translators: each %s is a number */
  unknown = g_strdup_printf (_("Injections without a lot: %s · without a product: %s · without "
                               "units: %s · treatments on an inexact date: %s"),
                             lots, products, units, days);
  adw_action_row_set_subtitle (self->content_row, content);
  adw_action_row_set_subtitle (self->unknown_row, unknown);
}

static void
counted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GlaBackupSettings) self = GLA_BACKUP_SETTINGS (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree GlaStoreCounts *counts = NULL;

  counts = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (self->context == NULL)
    return;
  if (counts != NULL)
    show_counts (self, counts);
  else
    adw_action_row_set_subtitle (self->content_row, error->message);
}

static void
show_file (GlaBackupSettings *self)
{
  const char *path = gla_context_get_path (self->context);
  g_autofree char *name = g_filename_display_name (path);
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;
  GStatBuf info;

  if (g_stat (path, &info) == 0)
    size = g_format_size (info.st_size);
  text = size != NULL ? g_strdup_printf ("%s\n%s", name, size) : g_strdup (name);
  adw_action_row_set_subtitle (self->file_row, text);
}

static void
gla_backup_settings_dispose (GObject *object)
{
  g_clear_object (&GLA_BACKUP_SETTINGS (object)->context);

  G_OBJECT_CLASS (gla_backup_settings_parent_class)->dispose (object);
}

static void
gla_backup_settings_class_init (GlaBackupSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_backup_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-backup-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaBackupSettings, file_row);
  gtk_widget_class_bind_template_child (widget_class, GlaBackupSettings, content_row);
  gtk_widget_class_bind_template_child (widget_class, GlaBackupSettings, unknown_row);
  gtk_widget_class_bind_template_callback (widget_class, back_up_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_cb);
  gtk_widget_class_bind_template_callback (widget_class, restore_cb);
}

static void
gla_backup_settings_init (GlaBackupSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_backup_settings_new (GlaContext *context)
{
  GlaBackupSettings *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_BACKUP_SETTINGS, NULL);
  self->context = g_object_ref (context);
  show_file (self);
  gla_store_worker_run_async (gla_context_get_worker (context), count, NULL, NULL, g_free, NULL,
                              counted_cb, g_object_ref (self));

  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-settings-window.h"

#include "gla-backup-settings.h"
#include "gla-catalogue-settings.h"
#include "gla-clinic-settings.h"
#include "gla-i18n.h"
#include "gla-records-settings.h"
#include "gla-rules-settings.h"
#include "gla-sheets-settings.h"
#include "gla-staff-settings.h"

struct _GlaSettingsWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwViewStack *view_stack;
};

G_DEFINE_FINAL_TYPE (GlaSettingsWindow, gla_settings_window, ADW_TYPE_WINDOW)

static void
gla_settings_window_class_init (GlaSettingsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-settings-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaSettingsWindow, view_stack);
}

static void
gla_settings_window_init (GlaSettingsWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_page (GlaSettingsWindow *self,
          GtkWidget         *page,
          const char        *name,
          const char        *title,
          const char        *icon)
{
  adw_view_stack_page_set_icon_name (
      adw_view_stack_add_titled (self->view_stack, page, name, title), icon);
}

GtkWindow *
gla_settings_window_new (GlaContext *context,
                         GtkWindow  *parent)
{
  GlaSettingsWindow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_SETTINGS_WINDOW, "transient-for", parent, NULL);
  add_page (self, gla_clinic_settings_new (context), "clinic", _("Clinic"),
            "user-home-symbolic");
  add_page (self, gla_staff_settings_new (context), "staff", _("Staff"),
            "system-users-symbolic");
  add_page (self, gla_catalogue_settings_new (context), "catalogue", _("Products and Areas"),
            "view-list-symbolic");
  add_page (self, gla_rules_settings_new (context), "rules", _("House Rules"),
            "emblem-system-symbolic");
  add_page (self, gla_sheets_settings_new (context), "sheets", _("Sheets"),
            "printer-symbolic");
  add_page (self, gla_records_settings_new (context), "records", _("Records"),
            "emblem-documents-symbolic");
  add_page (self, gla_backup_settings_new (context), "backup", _("Backup"),
            "drive-harddisk-symbolic");

  return GTK_WINDOW (self);
}

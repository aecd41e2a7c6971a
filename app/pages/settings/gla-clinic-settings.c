/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-clinic-settings.h"

#include "gla-logo-row.h"
#include "gla-region-choice.h"
#include "gla-setting-row.h"
#include "gla-setting.h"

struct _GlaClinicSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwEntryRow *name_row;
  AdwEntryRow *address_row;
  AdwEntryRow *phone_row;
  AdwEntryRow *after_hours_row;
  AdwEntryRow *web_row;
  AdwPreferencesGroup *paper_group;
  AdwComboRow *region_row;
  AdwComboRow *order_row;
  AdwEntryRow *separator_row;

  /* Owned */
  GlaContext *context;
};

G_DEFINE_FINAL_TYPE (GlaClinicSettings, gla_clinic_settings, ADW_TYPE_BIN)

static void
region_changed_cb (GlaClinicSettings *self)
{
  if (self->context != NULL)
    gla_setting_put (self->context, GLA_SETTING_REGION, gla_region_choice_get (self->region_row));
}

static void
order_changed_cb (GlaClinicSettings *self)
{
  if (self->context != NULL)
    gla_setting_put (self->context, GLA_SETTING_DAY_ORDER,
                     gla_day_order_choice_get (self->order_row));
}

static void
gla_clinic_settings_dispose (GObject *object)
{
  g_clear_object (&GLA_CLINIC_SETTINGS (object)->context);

  G_OBJECT_CLASS (gla_clinic_settings_parent_class)->dispose (object);
}

static void
gla_clinic_settings_class_init (GlaClinicSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_clinic_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-clinic-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, name_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, address_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, phone_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, after_hours_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, web_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, paper_group);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, region_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, order_row);
  gtk_widget_class_bind_template_child (widget_class, GlaClinicSettings, separator_row);
  gtk_widget_class_bind_template_callback (widget_class, region_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_changed_cb);
}

static void
gla_clinic_settings_init (GlaClinicSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_clinic_settings_new (GlaContext *context)
{
  GlaClinicSettings *self;
  g_autofree char *order = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_CLINIC_SETTINGS, NULL);
  gla_setting_bind_entry (context, GLA_SETTING_CLINIC_NAME, self->name_row);
  gla_setting_bind_entry (context, GLA_SETTING_CLINIC_ADDRESS, self->address_row);
  gla_setting_bind_entry (context, GLA_SETTING_CLINIC_PHONE, self->phone_row);
  gla_setting_bind_entry (context, GLA_SETTING_CLINIC_AFTER_HOURS, self->after_hours_row);
  gla_setting_bind_entry (context, GLA_SETTING_CLINIC_WEB, self->web_row);
  adw_preferences_group_add (self->paper_group, gla_logo_row_new (context));
  gla_setting_bind_entry (context, GLA_SETTING_SCAN_SEPARATOR, self->separator_row);
  gla_region_choice_set_up (self->region_row, gla_context_get_cycle_settings (context)->region);
  order = g_strdup (gla_context_get_day_order (context) == GLA_DAY_ORDER_MDY ? "mdy" : "dmy");
  gla_day_order_choice_set_up (self->order_row, order);
  /* Only now, so that what is set up is not taken for a change. */
  self->context = g_object_ref (context);

  return GTK_WIDGET (self);
}

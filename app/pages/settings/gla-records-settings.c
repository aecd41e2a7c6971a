/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-records-settings.h"

#include "gla-asks-settings.h"
#include "gla-i18n.h"
#include "gla-outlook.h"
#include "gla-photo-settings.h"
#include "gla-setting-row.h"
#include "gla-store-notice.h"

struct _GlaRecordsSettings
{
  AdwBin parent_instance;

  /* Template */
  AdwPreferencesPage *page;
  GtkSwitch *notices_switch;
  AdwPreferencesGroup *asks_group;
  GtkLabel *reviewed_label;
  GtkLabel *reason_label;
  GtkLabel *told_label;
  GtkLabel *state_label;
  GtkProgressBar *progress_bar;
  GtkWidget *stop_button;
  GtkWidget *count_button;

  /* Owned */
  GlaContext *context;
  GlaOutlook *outlook;
};

G_DEFINE_FINAL_TYPE (GlaRecordsSettings, gla_records_settings, ADW_TYPE_BIN)

static void
notices_changed_cb (GlaRecordsSettings *self)
{
  if (self->context != NULL)
    gla_setting_put (self->context, GLA_SETTING_NOTICES,
                     gtk_switch_get_active (self->notices_switch) ? "yes" : "no");
}

static void
count_clicked_cb (GlaRecordsSettings *self)
{
  gla_outlook_refresh (self->outlook);
}

static void
stop_clicked_cb (GlaRecordsSettings *self)
{
  gla_outlook_cancel (self->outlook);
}

/* A share with the numbers it comes from; of nothing there is no share. */
static void
show_share (GtkLabel *label,
            guint     part,
            guint     whole)
{
  g_autofree char *text = NULL;

  if (whole == 0)
    text = g_strdup (_("none yet"));
  else
    /* Translators: per cent, then the two numbers it comes from */
    text = g_strdup_printf (_("%u %% (%u of %u)"), (guint) ((100.0 * part) / whole + 0.5), part,
                            whole);
  gtk_label_set_text (label, text);
}

static void
show_completeness (GlaRecordsSettings *self)
{
  const GlaCompleteness *found = gla_outlook_get_completeness (self->outlook);
  g_autofree char *text = NULL;

  if (found == NULL)
    {
      gtk_label_set_text (self->state_label, _("Not counted yet."));
      return;
    }
  show_share (self->reviewed_label, found->follow_up.reviewed, found->follow_up.due);
  show_share (self->reason_label, found->visits_with_reason, found->visits);
  show_share (self->told_label, found->finished_told, found->finished);
  text = g_strdup_printf (ngettext ("Counted over the record of %u patient.",
                                    "Counted over the records of %u patients.",
                                    found->n_patients),
                          found->n_patients);
  gtk_label_set_text (self->state_label, text);
}

static void
progress_cb (GlaRecordsSettings *self)
{
  double progress = gla_outlook_get_progress (self->outlook);
  gboolean is_counting = progress >= 0;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_bar), is_counting);
  gtk_widget_set_visible (self->stop_button, is_counting);
  gtk_widget_set_visible (self->count_button, !is_counting);
  if (is_counting)
    {
      gtk_progress_bar_set_fraction (self->progress_bar, progress);
      gtk_label_set_text (self->state_label, _("Counting…"));
    }
  else
    {
      show_completeness (self);
    }
}

static void
gla_records_settings_dispose (GObject *object)
{
  GlaRecordsSettings *self = GLA_RECORDS_SETTINGS (object);

  g_clear_object (&self->outlook);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_records_settings_parent_class)->dispose (object);
}

static void
gla_records_settings_class_init (GlaRecordsSettingsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_records_settings_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/settings/gla-records-settings.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, page);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, notices_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, asks_group);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, reviewed_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, reason_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, told_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, state_label);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, stop_button);
  gtk_widget_class_bind_template_child (widget_class, GlaRecordsSettings, count_button);
  gtk_widget_class_bind_template_callback (widget_class, notices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
gla_records_settings_init (GlaRecordsSettings *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_records_settings_new (GlaContext *context)
{
  GlaRecordsSettings *self;
  g_autofree char *notices = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_RECORDS_SETTINGS, NULL);
  notices = gla_setting_dup (context, GLA_SETTING_NOTICES);
  gtk_switch_set_active (self->notices_switch, !g_str_equal (notices, "no"));
  gla_asks_settings_fill (self->asks_group, context);
  self->outlook = g_object_ref (gla_context_get_outlook (context));
  g_signal_connect_object (self->outlook, "progress", G_CALLBACK (progress_cb), self,
                           G_CONNECT_SWAPPED);
  progress_cb (self);
  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (gla_photo_settings_new (context)));
  /* Only now, so that what is set up is not taken for a change. */
  self->context = g_object_ref (context);
  return GTK_WIDGET (self);
}

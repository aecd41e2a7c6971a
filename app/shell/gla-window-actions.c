/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-window-private.h"

#include "gla-about.h"
#include "gla-backup.h"
#include "gla-i18n.h"
#include "gla-import-window.h"
#include "gla-settings-window.h"
#include "gla-shortcuts-window.h"

/* What the actions of the record need; each is called with the record page. */
static const struct
{
  const char *name;
  void (*func) (GlaRecordPage *record);
} record_actions[] = {
  { "win.new-treatment", gla_record_page_new_treatment },
  { "win.follow-up", gla_record_page_follow_up },
  { "win.exposure", gla_record_page_exposure },
  { "win.adverse-event", gla_record_page_adverse_event },
  { "win.edit-patient", gla_record_page_edit_patient },
  { "win.photos", gla_record_page_photos },
  { "win.save-pdf", gla_record_page_save_pdf },
  { "win.save-picture", gla_record_page_save_picture },
  { "win.table", gla_record_page_toggle_table },
};

/* Others that need a patient. */
static const char *const patient_actions[] = {
  "win.not-working", "win.assistant",
};

/* Actions that need an open clinic. */
static const char *const clinic_actions[] = {
  "win.search", "win.place", "win.calls", "win.lot", "win.new-patient", "win.undo",
  "win.import", "win.backup", "win.check", "win.preferences",
};

static void
record_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  if (self->patients == NULL)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (record_actions); i++)
    if (strcmp (record_actions[i].name, name) == 0)
      record_actions[i].func (gla_patients_page_get_record (self->patients));
}

/* The case beside the record */

static void
not_working_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  if (self->patients != NULL)
    gla_record_split_start_case (gla_patients_page_get_split (self->patients));
}

static void
assistant_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);
  GlaRecordSplit *split;

  if (self->patients == NULL)
    return;
  split = gla_patients_page_get_split (self->patients);
  gla_record_split_set_panel_shown (split, !gla_record_split_is_panel_shown (split));
}

/* Sheets for the patient, or whom to call. */
static void
print_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  if (gla_window_is_in (self, "today"))
    gla_today_page_print (self->today_page);
  else if (self->patients != NULL)
    gla_record_page_print (gla_patients_page_get_record (self->patients));
}

static void
search_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  adw_view_stack_set_visible_child_name (self->view_stack, "patients");
  gla_patients_page_focus_search (self->patients);
}

static void
place_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gla_window_go_to (GLA_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
calls_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  gla_window_go_to (self, "today");
  gla_today_page_focus_calls (self->today_page);
}

static void
lot_action (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  gla_window_ask_lot (GLA_WINDOW (widget));
}

static void
new_patient_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  gla_window_add_patient (GLA_WINDOW (widget), NULL);
}

/* While something is being typed, Undo is about the letters. */
static void
undo_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (GTK_IS_TEXT (focus) && gtk_editable_get_text (GTK_EDITABLE (focus))[0] != '\0')
    gtk_widget_activate_action (focus, "text.undo", NULL);
  else
    gla_context_undo (self->context);
}

static void
import_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  gtk_window_present (gla_import_window_new (self->context, GTK_WINDOW (self)));
}

static void
backup_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  gla_backup_run (gla_window_get_top (self), self->context);
}

static void
check_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  gla_backup_check (gla_window_get_top (self), self->context);
}

static void
restore_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  gla_window_restore_backup (GLA_WINDOW (widget));
}

static void
open_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  gla_window_choose_clinic (GLA_WINDOW (widget));
}

static void
new_clinic_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  gla_window_choose_new (GLA_WINDOW (widget));
}

static void
sample_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gla_window_open_sample (GLA_WINDOW (widget));
}

static void
reopen_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);
  g_autofree char *path = g_strdup (self->path);

  gla_window_open (self, path, self->must_exist);
}

static void
preferences_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  GlaWindow *self = GLA_WINDOW (widget);

  gtk_window_present (gla_settings_window_new (self->context, GTK_WINDOW (self)));
}

static void
shortcuts_action (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  gtk_window_present (gla_shortcuts_window_new (GTK_WINDOW (widget)));
}

static void
about_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  gla_about_show (GTK_WINDOW (widget));
}

void
gla_window_install_actions (GtkWidgetClass *klass)
{
  const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc func;
  } actions[] = {
    { "win.not-working", not_working_action },
    { "win.assistant", assistant_action },
    { "win.print", print_action },
    { "win.search", search_action },
    { "win.calls", calls_action },
    { "win.lot", lot_action },
    { "win.new-patient", new_patient_action },
    { "win.undo", undo_action },
    { "win.import", import_action },
    { "win.backup", backup_action },
    { "win.check", check_action },
    { "win.restore", restore_action },
    { "win.open", open_action },
    { "win.new-clinic", new_clinic_action },
    { "win.sample", sample_action },
    { "win.reopen", reopen_action },
    { "win.preferences", preferences_action },
    { "win.shortcuts", shortcuts_action },
    { "win.about", about_action },
  };

  g_return_if_fail (klass != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].func);
  gtk_widget_class_install_action (klass, "win.place", "s", place_action);
  for (guint i = 0; i < G_N_ELEMENTS (record_actions); i++)
    gtk_widget_class_install_action (klass, record_actions[i].name, NULL, record_action);
}

void
gla_window_update_actions (GlaWindow *self)
{
  gboolean has_clinic, has_patient;

  g_return_if_fail (GLA_IS_WINDOW (self));

  has_clinic = self->context != NULL;
  /* Not of one who is out of sight. */
  has_patient = self->patients != NULL && gla_window_is_in (self, "patients")
                && gla_patients_page_get_patient (self->patients) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (clinic_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), clinic_actions[i], has_clinic);
  for (guint i = 0; i < G_N_ELEMENTS (record_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), record_actions[i].name, has_patient);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print",
                                 has_patient || (has_clinic && gla_window_is_in (self, "today")));
  for (guint i = 0; i < G_N_ELEMENTS (patient_actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), patient_actions[i], has_patient);
  gtk_widget_set_visible (self->new_button, has_clinic);
}

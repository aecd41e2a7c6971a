/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-editor.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-words.h"
#include "gla-patient-form.h"
#include "gla-patient-save.h"
#include "gla-record-words.h"
#include "gla-similar-patients.h"

/* Milliseconds without a key before a draft is kept. */
#define DRAFT_DELAY 300

struct _GlaPatientEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *window_title;
  GtkRevealer *draft_revealer;
  AdwEntryRow *family_row;
  AdwEntryRow *given_row;
  AdwEntryRow *birth_row;
  GtkLabel *birth_label;
  AdwEntryRow *phone_row;
  GtkSwitch *contact_switch;
  AdwComboRow *sex_row;
  GtkLabel *who_error;
  GlaSimilarPatients *similar_patients;
  AdwEntryRow *allergies_row;
  AdwEntryRow *conditions_row;
  AdwEntryRow *medicines_row;
  AdwEntryRow *email_row;
  AdwEntryRow *address_row;
  AdwComboRow *language_row;
  GtkSwitch *large_switch;
  AdwEntryRow *note_row;
  AdwEntryRow *number_row;
  GtkLabel *more_error;

  /* Owned */
  GlaContext *context;
  GlaPatient *patient;  /* whom to amend, or NULL */
  GlaPatientForm *base; /* what an untouched form holds */
  GlaPatientForm *form;
  char *earlier_draft;  /* one that a given name kept from being taken up */
  GPtrArray *languages; /* (element-type utf8): tags of the rows to choose from */

  guint draft_timer;
  gboolean filling;
  gboolean saving;
};

enum
{
  SIGNAL_SAVED,
  SIGNAL_OPEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaPatientEditor, gla_patient_editor, ADW_TYPE_WINDOW)

static const GlaSex sexes[] = { GLA_SEX_UNKNOWN, GLA_SEX_FEMALE, GLA_SEX_MALE, GLA_SEX_OTHER };

/* Those most often spoken; any other that is recorded is added. */
static const char *const common_languages[] = {
  "", "ar", "cs", "da", "de", "el", "en", "es", "fa", "fi", "fr", "he", "hi", "hu", "it", "ja",
  "ko", "nb", "nl", "pl", "pt", "ro", "ru", "sq", "sr", "sv", "tr", "uk", "ur", "vi", "zh",
};

/* Between the widgets and the form */

/* The row of a field that is a plain text, NULL for the others. */
static AdwEntryRow *
get_entry (GlaPatientEditor *self,
           GlaPatientField   field)
{
  AdwEntryRow *rows[GLA_PATIENT_N_FIELDS] = {
    [GLA_PATIENT_FAMILY_NAME] = self->family_row,
    [GLA_PATIENT_GIVEN_NAME] = self->given_row,
    [GLA_PATIENT_BIRTH] = self->birth_row,
    [GLA_PATIENT_PHONE] = self->phone_row,
    [GLA_PATIENT_NUMBER] = self->number_row,
    [GLA_PATIENT_EMAIL] = self->email_row,
    [GLA_PATIENT_ADDRESS] = self->address_row,
    [GLA_PATIENT_ALLERGIES] = self->allergies_row,
    [GLA_PATIENT_CONDITIONS] = self->conditions_row,
    [GLA_PATIENT_MEDICINES] = self->medicines_row,
    [GLA_PATIENT_NOTE] = self->note_row,
  };

  return rows[field];
}

static guint
find_language (GlaPatientEditor *self,
               const char       *tag)
{
  guint position = 0;

  if (!g_ptr_array_find_with_equal_func (self->languages, tag, g_str_equal, &position))
    {
      position = self->languages->len;
      g_ptr_array_add (self->languages, g_strdup (tag));
      gtk_string_list_append (GTK_STRING_LIST (adw_combo_row_get_model (self->language_row)),
                              gla_record_words_language (tag));
    }

  return position;
}

static void
fill_widgets (GlaPatientEditor *self)
{
  char **texts = self->form->texts;
  GlaSex sex = GLA_SEX_UNKNOWN;

  self->filling = TRUE;
  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    {
      AdwEntryRow *row = get_entry (self, i);

      if (row != NULL)
        gtk_editable_set_text (GTK_EDITABLE (row), texts[i]);
    }
  gtk_switch_set_active (self->contact_switch, strcmp (texts[GLA_PATIENT_MAY_CONTACT], "yes") == 0);
  gtk_switch_set_active (self->large_switch, strcmp (texts[GLA_PATIENT_LARGE_PRINT], "yes") == 0);
  gla_sex_from_key (texts[GLA_PATIENT_SEX], &sex);
  adw_combo_row_set_selected (self->sex_row, sex);
  adw_combo_row_set_selected (self->language_row,
                              find_language (self, texts[GLA_PATIENT_LANGUAGE]));
  self->filling = FALSE;
}

static void
read_widgets (GlaPatientEditor *self)
{
  guint sex = adw_combo_row_get_selected (self->sex_row);
  guint language = adw_combo_row_get_selected (self->language_row);

  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    {
      AdwEntryRow *row = get_entry (self, i);

      if (row != NULL)
        gla_patient_form_set (self->form, i, gtk_editable_get_text (GTK_EDITABLE (row)));
    }
  gla_patient_form_set (self->form, GLA_PATIENT_MAY_CONTACT,
                        gtk_switch_get_active (self->contact_switch) ? "yes" : "no");
  gla_patient_form_set (self->form, GLA_PATIENT_LARGE_PRINT,
                        gtk_switch_get_active (self->large_switch) ? "yes" : "no");
  if (sex < G_N_ELEMENTS (sexes))
    gla_patient_form_set (self->form, GLA_PATIENT_SEX, gla_sex_to_key (sexes[sex]));
  if (language < self->languages->len)
    gla_patient_form_set (self->form, GLA_PATIENT_LANGUAGE,
                          g_ptr_array_index (self->languages, language));
}

/* What is said while typing */

static GlaBirthReading
read_birth (GlaPatientEditor *self,
            GlaDay           *day)
{
  return gla_patient_form_read_birth (self->form, gla_context_get_day_order (self->context),
                                      gla_context_get_today (self->context), day);
}

static void
update_birth (GlaPatientEditor *self)
{
  g_autofree char *text = NULL;

  text = gla_patient_form_describe_birth (self->form, gla_context_get_day_order (self->context),
                                          gla_context_get_today (self->context));
  gtk_label_set_text (self->birth_label, text);
}

static void
look_for_similar (GlaPatientEditor *self)
{
  GlaDay day;

  read_birth (self, &day);
  gla_similar_patients_look (self->similar_patients, self->context,
                             self->form->texts[GLA_PATIENT_FAMILY_NAME],
                             self->form->texts[GLA_PATIENT_GIVEN_NAME], day,
                             self->form->texts[GLA_PATIENT_PHONE],
                             self->patient != NULL ? self->patient->id : NULL);
}

static void
set_error (GtkLabel    *label,
           AdwEntryRow *row,
           const char  *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL);
  if (row == NULL)
    return;
  if (text != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
}

static void
clear_errors (GlaPatientEditor *self)
{
  set_error (self->who_error, self->family_row, NULL);
  set_error (self->who_error, self->birth_row, NULL);
  set_error (self->more_error, self->email_row, NULL);
  set_error (self->more_error, self->number_row, NULL);
}

/* Drafts */

static const char *
get_draft_key (GlaPatientEditor *self)
{
  return self->patient != NULL ? self->patient->id : "";
}

static void
keep_draft (GlaPatientEditor *self)
{
  g_autofree char *draft = NULL;

  g_clear_handle_id (&self->draft_timer, g_source_remove);
  draft = gla_patient_form_to_draft (self->form, self->base);
  gla_patient_keep_draft (self->context, get_draft_key (self), draft);
}

static gboolean
draft_timer_cb (gpointer user_data)
{
  GlaPatientEditor *self = GLA_PATIENT_EDITOR (user_data);

  self->draft_timer = 0;
  keep_draft (self);

  return G_SOURCE_REMOVE;
}

static void
field_changed_cb (GlaPatientEditor *self)
{
  if (self->filling)
    return;

  read_widgets (self);
  clear_errors (self);
  update_birth (self);
  look_for_similar (self);
  g_clear_handle_id (&self->draft_timer, g_source_remove);
  self->draft_timer = g_timeout_add (DRAFT_DELAY, draft_timer_cb, self);
}

static gpointer
get_draft (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return gla_store_get_draft (store, GLA_PATIENT_DRAFT, data, error);
}

static void
got_draft_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GlaPatientEditor) self = GLA_PATIENT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;

  draft = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (draft == NULL || self->context == NULL)
    return;

  if (gla_patient_form_differs (self->form, self->base))
    {
      self->earlier_draft = g_steal_pointer (&draft);
      return;
    }
  if (!gla_patient_form_apply_draft (self->form, draft))
    return;

  fill_widgets (self);
  update_birth (self);
  look_for_similar (self);
  gtk_revealer_set_reveal_child (self->draft_revealer, TRUE);
}

static void
start_afresh_cb (GlaPatientEditor *self)
{
  g_clear_pointer (&self->form, gla_patient_form_free);
  self->form = gla_patient_form_new (self->patient);
  fill_widgets (self);
  clear_errors (self);
  update_birth (self);
  look_for_similar (self);
  keep_draft (self);
  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gtk_widget_grab_focus (GTK_WIDGET (self->family_row));
}

/* Saving */

static gboolean
check (GlaPatientEditor *self)
{
  GlaDay day;
  GlaBirthReading birth = read_birth (self, &day);

  clear_errors (self);
  if (!gla_patient_form_has_name (self->form))
    {
      set_error (self->who_error, self->family_row, _("Give at least one name."));
      gtk_widget_grab_focus (GTK_WIDGET (self->family_row));
      return FALSE;
    }
  if (birth != GLA_BIRTH_OK && birth != GLA_BIRTH_EMPTY)
    {
      set_error (self->who_error, self->birth_row,
                 _("The date of birth can't be read. Write it like 1984-05-12 or 12 May 1984, "
                   "or leave it empty."));
      gtk_widget_grab_focus (GTK_WIDGET (self->birth_row));
      return FALSE;
    }
  if (gla_patient_form_has_odd_email (self->form))
    {
      set_error (self->more_error, self->email_row,
                 _("The e-mail address needs a name, an @ and a domain, without blanks."));
      gtk_widget_grab_focus (GTK_WIDGET (self->email_row));
      return FALSE;
    }

  return TRUE;
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaPatientEditor) self = GLA_PATIENT_EDITOR (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_patient_save_finish (GLA_CONTEXT (source), result, &error);

  if (self->context == NULL)
    return;

  self->saving = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.save", TRUE);
  if (id != NULL)
    {
      g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }

  if (g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT))
    {
      set_error (self->more_error, self->number_row, error->message);
      gtk_widget_grab_focus (GTK_WIDGET (self->number_row));
    }
  else
    {
      gla_context_show_error (self->context, _("Not saved. What you typed stays here."), error);
    }
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  GlaPatientEditor *self = GLA_PATIENT_EDITOR (widget);
  g_autoptr (GlaPatient) patient = NULL;

  read_widgets (self);
  if (self->saving || !check (self))
    return;

  g_clear_handle_id (&self->draft_timer, g_source_remove);
  self->saving = TRUE;
  gtk_widget_action_set_enabled (widget, "editor.save", FALSE);
  patient = gla_patient_form_to_patient (self->form, self->patient,
                                         gla_context_get_day_order (self->context),
                                         gla_context_get_today (self->context));
  gla_patient_save_async (self->context, patient, self->patient, self->earlier_draft, saved_cb,
                          g_object_ref (self));
}

static void
entry_activated_cb (GlaPatientEditor *self)
{
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
similar_open_cb (GlaPatientEditor *self,
                 const char       *id)
{
  g_autofree char *copy = g_strdup (id);

  g_signal_emit (self, signals[SIGNAL_OPEN], 0, copy);
  gtk_window_close (GTK_WINDOW (self));
}

/* Backing out keeps what was typed; the next opening brings it back. */
static gboolean
gla_patient_editor_close_request (GtkWindow *window)
{
  GlaPatientEditor *self = GLA_PATIENT_EDITOR (window);

  if (self->saving)
    return TRUE;

  read_widgets (self);
  if (gla_patient_form_differs (self->form, self->base))
    {
      keep_draft (self);
      gla_context_show_toast (self->context, _("Not saved; kept as a draft"));
    }
  else if (self->draft_timer != 0)
    {
      keep_draft (self);
    }

  return GTK_WINDOW_CLASS (gla_patient_editor_parent_class)->close_request (window);
}

static void
gla_patient_editor_dispose (GObject *object)
{
  GlaPatientEditor *self = GLA_PATIENT_EDITOR (object);

  g_clear_handle_id (&self->draft_timer, g_source_remove);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_patient_editor_parent_class)->dispose (object);
}

static void
gla_patient_editor_finalize (GObject *object)
{
  GlaPatientEditor *self = GLA_PATIENT_EDITOR (object);

  g_clear_pointer (&self->patient, gla_patient_unref);
  g_clear_pointer (&self->base, gla_patient_form_free);
  g_clear_pointer (&self->form, gla_patient_form_free);
  g_clear_pointer (&self->earlier_draft, g_free);
  g_clear_pointer (&self->languages, g_ptr_array_unref);

  G_OBJECT_CLASS (gla_patient_editor_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, draft_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, family_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, given_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, birth_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, birth_label);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, phone_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, contact_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, sex_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, large_switch);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, who_error);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, similar_patients);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, allergies_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, conditions_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, medicines_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, email_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, address_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, language_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, note_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, number_row);
  gtk_widget_class_bind_template_child (widget_class, GlaPatientEditor, more_error);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_afresh_cb);
  gtk_widget_class_bind_template_callback (widget_class, similar_open_cb);
}

static void
gla_patient_editor_class_init (GlaPatientEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_patient_editor_dispose;
  object_class->finalize = gla_patient_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gla_patient_editor_close_request;

  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_OPEN] = g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GLA_TYPE_SIMILAR_PATIENTS);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/patients/gla-patient-editor.ui");
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_action);
  bind_template (widget_class);
}

static void
fill_choices (GlaPatientEditor *self)
{
  g_autoptr (GtkStringList) sex_names = gtk_string_list_new (NULL);
  g_autoptr (GtkStringList) language_names = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sexes); i++)
    gtk_string_list_append (sex_names, gla_sex_get_name (sexes[i]));
  adw_combo_row_set_model (self->sex_row, G_LIST_MODEL (sex_names));

  adw_combo_row_set_model (self->language_row, G_LIST_MODEL (language_names));
  gtk_string_list_append (language_names, _("The clinic's language"));
  g_ptr_array_add (self->languages, g_strdup (""));
  for (guint i = 1; i < G_N_ELEMENTS (common_languages); i++)
    find_language (self, common_languages[i]);
}

static void
gla_patient_editor_init (GlaPatientEditor *self)
{
  self->filling = TRUE;
  self->languages = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < GLA_PATIENT_N_FIELDS; i++)
    if (get_entry (self, i) != NULL)
      gla_accessible_name_entry_row (get_entry (self, i));
  fill_choices (self);
  self->filling = FALSE;
}

GtkWindow *
gla_patient_editor_new (GlaContext       *context,
                        const GlaPatient *patient,
                        const char       *name)
{
  GlaPatientEditor *self;
  g_autofree char *patient_name = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_PATIENT_EDITOR, NULL);
  self->context = g_object_ref (context);
  self->patient = patient != NULL ? gla_patient_ref (patient) : NULL;
  self->base = gla_patient_form_new (patient);
  self->form = gla_patient_form_new (patient);
  if (name != NULL)
    gla_patient_form_take_name (self->form, name);

  patient_name = patient != NULL ? gla_patient_get_name (patient) : g_strdup ("");
  adw_window_title_set_title (self->window_title,
                              patient != NULL ? _("Edit Patient") : _("New Patient"));
  adw_window_title_set_subtitle (self->window_title, patient_name);
  gtk_window_set_title (GTK_WINDOW (self), patient != NULL ? _("Edit Patient") : _("New Patient"));

  fill_widgets (self);
  update_birth (self);
  if (name != NULL)
    look_for_similar (self);
  gtk_widget_grab_focus (GTK_WIDGET (name == NULL ? self->family_row : self->birth_row));
  gla_store_worker_run_async (gla_context_get_worker (context), get_draft,
                              g_strdup (get_draft_key (self)), g_free, g_free, NULL, got_draft_cb,
                              g_object_ref (self));

  return GTK_WINDOW (self);
}

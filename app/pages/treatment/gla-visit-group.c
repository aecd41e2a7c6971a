/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-visit-group.h"

#include "gla-accessible.h"
#include "gla-form-rows.h"
#include "gla-i18n.h"
#include "gla-screening-question.h"
#include "gla-screening-window.h"
#include "gla-store-read.h"
#include "gla-words.h"

struct _GlaVisitGroup
{
  AdwBin parent_instance;

  /* Owned */
  GlaContext *context;
  GlaCycles *cycles;
  char *amend;
  GPtrArray *staff;    /* (element-type GlaStaff) */
  char *screening;     /* answers of today, or NULL */

  GlaPlanAsks asks;
  GlaCollectFunc collect;
  gpointer collect_data;

  AdwPreferencesGroup *group;
  AdwActionRow *questions;
  GtkSwitch *consent;
  GlaChoiceRow *form;
  AdwEntryRow *version;
  AdwComboRow *prescriber;
  AdwComboRow *seen;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GlaVisitGroup, gla_visit_group, ADW_TYPE_BIN)

enum { SIGNAL_EDITED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
edited_cb (GlaVisitGroup *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_EDITED], 0);
}

/* The last treatment up to @day before which anything was asked; the one that is amended is none. */
static const GlaTreatment *
find_asked (GlaVisitGroup *self,
            GlaDay         day)
{
  const GPtrArray *treatments = self->cycles->history->treatments;

  for (guint i = treatments->len; i > 0; i--)
    {
      const GlaTreatment *treatment = treatments->pdata[i - 1];

      if (treatment->screening != NULL && treatment->day <= day
          && g_strcmp0 (treatment->id, self->amend) != 0)
        return treatment;
    }
  return NULL;
}

static void
show_questions (GlaVisitGroup *self,
                GlaDay         day)
{
  g_autofree char *said = gla_screening_describe (self->screening);
  const GlaTreatment *asked = said == NULL ? find_asked (self, day) : NULL;
  g_autofree char *last = asked != NULL ? gla_screening_describe (asked->screening) : NULL;
  g_autofree char *when = asked != NULL ? gla_day_format (asked->day, asked->precision) : NULL;
  g_autofree char *line = NULL;

  if (said != NULL)
    /* Translators: %s is “yes to heart disease; no to 5 questions” */
    line = g_strdup_printf (_("Asked: %s"), said);
  else if (last != NULL)
    /* Translators: a date, then “yes to heart disease; no to 5 questions” */
    line = g_strdup_printf (_("Not asked yet. On %s: %s"), when, last);
  else
    line = g_strdup (_("Not asked yet"));
  adw_action_row_set_subtitle (self->questions, line);
}

static void
show_consent (GlaVisitGroup *self)
{
  gboolean given = gtk_switch_get_active (self->consent);

  gtk_widget_set_visible (GTK_WIDGET (self->form), given);
  gtk_widget_set_visible (GTK_WIDGET (self->version), given);
}

/* The text that the patient was given last; else the one that was signed the last time. */
static const char *
find_version (GlaVisitGroup *self)
{
  const GPtrArray *documents = self->cycles->history->documents;
  const GPtrArray *treatments = self->cycles->history->treatments;
  const GlaDocument *given = NULL;

  for (guint i = 0; i < documents->len; i++)
    {
      const GlaDocument *document = documents->pdata[i];

      if (g_strcmp0 (document->template, "consent") == 0 && document->version != NULL
          && (given == NULL || document->day >= given->day))
        given = document;
    }
  if (given != NULL)
    return given->version;
  for (guint i = treatments->len; i > 0; i--)
    {
      const GlaTreatment *treatment = treatments->pdata[i - 1];

      if (treatment->consent_version != NULL)
        return treatment->consent_version;
    }
  return NULL;
}

static void
consent_cb (GlaVisitGroup *self)
{
  show_consent (self);
  if (self->filling)
    return;
  self->filling = TRUE;
  if (gtk_switch_get_active (self->consent))
    {
      if (gtk_editable_get_text (GTK_EDITABLE (self->version))[0] == '\0')
        gla_form_rows_set_text (self->version, find_version (self));
      if (gla_choice_row_get_selected (self->form) < 0)
        gla_choice_row_set_selected (self->form, 0);
    }
  self->filling = FALSE;
  edited_cb (self);
}

static void
asked_cb (GlaVisitGroup *self,
          const char    *text)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);

  g_free (self->screening);
  self->screening = g_strdup (text);
  show_questions (self, form->day);
  edited_cb (self);
}

static void
add_once (GPtrArray  *keys,
          const char *key)
{
  if (key != NULL && !g_ptr_array_find_with_equal_func (keys, key, g_str_equal, NULL))
    g_ptr_array_add (keys, (gpointer) key);
}

/* What is planned decides what is asked; an unknown product asks for all. */
static GPtrArray *
list_questions (GlaVisitGroup          *self,
                const GlaTreatmentForm *form)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  gboolean known = form->sources->len > 0;

  for (guint i = 0; i < form->injections->len; i++)
    add_once (areas, ((const GlaFormInjection *) form->injections->pdata[i])->area);
  for (guint i = 0; i < form->sources->len; i++)
    {
      const GlaFormSource *source = form->sources->pdata[i];

      known = known && source->product != NULL;
      add_once (products, source->product);
    }
  if (!known)
    g_ptr_array_set_size (products, 0);
  g_ptr_array_add (areas, NULL);
  g_ptr_array_add (products, NULL);
  return gla_screening_list_questions (self->cycles->catalogue, self->cycles->history->patient,
                                       (const char *const *) areas->pdata,
                                       (const char *const *) products->pdata);
}

static void
ask_cb (GlaVisitGroup *self)
{
  g_autoptr (GlaTreatmentForm) form = self->collect (self->collect_data);
  g_autoptr (GPtrArray) questions = list_questions (self, form);
  GtkWindow *window = gla_screening_window_new (GTK_WINDOW (gtk_widget_get_root (
                                                  GTK_WIDGET (self))),
                                                questions, self->screening, self->cycles->history,
                                                form->day, self->amend);

  g_signal_connect_object (window, "asked", G_CALLBACK (asked_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

static void
gla_visit_group_dispose (GObject *object)
{
  GLA_VISIT_GROUP (object)->filling = TRUE;
  G_OBJECT_CLASS (gla_visit_group_parent_class)->dispose (object);
}

static void
gla_visit_group_finalize (GObject *object)
{
  GlaVisitGroup *self = GLA_VISIT_GROUP (object);

  g_clear_object (&self->context);
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  g_clear_pointer (&self->staff, g_ptr_array_unref);
  g_free (self->amend);
  g_free (self->screening);
  G_OBJECT_CLASS (gla_visit_group_parent_class)->finalize (object);
}

static void
gla_visit_group_class_init (GlaVisitGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = gla_visit_group_dispose;
  object_class->finalize = gla_visit_group_finalize;
  signals[SIGNAL_EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
gla_visit_group_init (GlaVisitGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _("Questions and consent"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

static void
make_questions (GlaVisitGroup *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Questions…"));

  self->questions = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->questions), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->questions), _("Before treatment"));
  adw_action_row_set_subtitle_lines (self->questions, 0);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Ask, or say that nothing changed (Alt+Q)"));
  adw_action_row_add_suffix (self->questions, button);
  adw_action_row_set_activatable_widget (self->questions, button);
  /* The row names the button after both its texts, with the mark of the access key in it. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gla_accessible_set_label (button, _("Questions before treatment"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (ask_cb), self);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->questions));
}

static void
make_consent (GlaVisitGroup *self)
{
  static const char *const forms[] = { N_("On _Paper"), N_("_Scanned In") };

  self->consent = GTK_SWITCH (gtk_switch_new ());
  self->form = gla_form_rows_make_choice (C_("in what form a consent is kept", "Kept"), forms, G_N_ELEMENTS (forms));
  self->version = gla_form_rows_make_entry (_("Version of the consent text"));
  adw_preferences_group_add (self->group, gla_field_row_new (_("Consent signed that day"),
                                                             GTK_WIDGET (self->consent)));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->form));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->version));
  show_consent (self);
}

static void
make_prescriber (GlaVisitGroup *self)
{
  g_autoptr (GtkStringList) seen = gtk_string_list_new (NULL);

  for (int i = 0; i <= GLA_FACE_TO_FACE_REMOTE; i++)
    gtk_string_list_append (seen, gla_face_to_face_get_name ((GlaFaceToFace) i));
  self->prescriber = gla_form_rows_make_combo (_("Prescribed by"), NULL);
  gla_form_rows_set_staff (self->prescriber, self->staff, NULL);
  self->seen = gla_form_rows_make_combo (_("Prescriber saw the patient"), seen);
  adw_preferences_group_add (self->group, GTK_WIDGET (self->prescriber));
  adw_preferences_group_add (self->group, GTK_WIDGET (self->seen));
}

static void
connect_edits (GlaVisitGroup *self)
{
  g_signal_connect_swapped (self->consent, "notify::active", G_CALLBACK (consent_cb), self);
  g_signal_connect_swapped (self->form, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->version, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->prescriber, "notify::selected", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->seen, "notify::selected", G_CALLBACK (edited_cb), self);
}

GtkWidget *
gla_visit_group_new (GlaContext      *context,
                     GlaCycles       *cycles,
                     const char      *amend,
                     GlaPlanAsks      asks,
                     GlaCollectFunc   collect,
                     gpointer         data)
{
  GlaVisitGroup *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && collect != NULL, NULL);

  self = g_object_new (GLA_TYPE_VISIT_GROUP, NULL);
  self->context = g_object_ref (context);
  self->cycles = gla_cycles_ref (cycles);
  self->amend = g_strdup (amend);
  self->asks = asks;
  self->collect = collect;
  self->collect_data = data;
  self->staff = gla_form_rows_list_staff (context, NULL);
  self->filling = TRUE;
  make_questions (self);
  make_consent (self);
  make_prescriber (self);
  connect_edits (self);
  self->filling = FALSE;
  return GTK_WIDGET (self);
}

void
gla_visit_group_fill (GlaVisitGroup          *self,
                      const GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_VISIT_GROUP (self) && form != NULL);

  self->filling = TRUE;
  g_ptr_array_unref (self->staff);
  self->staff = gla_form_rows_list_staff (self->context, form->prescriber);
  g_free (self->screening);
  self->screening = g_strdup (form->screening);
  show_questions (self, form->day);
  gtk_switch_set_active (self->consent, form->consent);
  gla_choice_row_set_selected (self->form, (int) form->consent_form - 1);
  gla_form_rows_set_text (self->version, form->consent_version);
  gla_form_rows_set_staff (self->prescriber, self->staff, form->prescriber);
  adw_combo_row_set_selected (self->seen, form->face_to_face);
  gtk_widget_set_visible (GTK_WIDGET (self->prescriber),
                          (self->asks & GLA_PLAN_ASKS_PRESCRIBER) != 0
                            || adw_combo_row_get_selected (self->prescriber) > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->seen),
                          (self->asks & GLA_PLAN_ASKS_FACE_TO_FACE) != 0
                            || form->face_to_face != GLA_FACE_TO_FACE_UNKNOWN);
  self->filling = FALSE;
}

void
gla_visit_group_collect (GlaVisitGroup    *self,
                         GlaTreatmentForm *form)
{
  g_return_if_fail (GLA_IS_VISIT_GROUP (self) && form != NULL);

  form->screening = g_strdup (self->screening);
  form->consent = gtk_switch_get_active (self->consent);
  if (form->consent)
    {
      form->consent_form = (GlaConsentForm) (gla_choice_row_get_selected (self->form) + 1);
      form->consent_version = gla_form_rows_dup_text (self->version);
    }
  form->prescriber = gla_form_rows_dup_staff (self->prescriber, self->staff);
  form->face_to_face = (GlaFaceToFace) adw_combo_row_get_selected (self->seen);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adverse-event-editor.h"

#include "gla-area-entry.h"
#include "gla-adverse-event-form.h"
#include "gla-event-guide.h"
#include "gla-form-rows.h"
#include "gla-i18n.h"
#include "gla-kind-row.h"

struct _GlaAdverseEventEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *what_group;
  GtkWidget *guide_box;
  GtkLabel *guide_label;
  AdwPreferencesGroup *when_group;
  AdwPreferencesGroup *after_group;

  /* Made in code; they belong to the window */
  GlaKindRow *kind;
  GlaAreaEntry *area;
  GlaChoiceRow *severity;
  GlaDayRow *onset;
  AdwComboRow *treatment;
  GlaDayRow *resolved;
  AdwEntryRow *outcome;
  AdwEntryRow *note;

  gboolean showing;      /* the treatment changes because the date did */
  gboolean chosen;       /* a person chose the treatment */
};

G_DEFINE_FINAL_TYPE (GlaAdverseEventEditor, gla_adverse_event_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* The answers to "Severity" in their order; none given is unknown. */
static const GlaSeverity severities[] = {
  GLA_SEVERITY_MILD, GLA_SEVERITY_MODERATE, GLA_SEVERITY_SEVERE,
};

static const GlaAdverseEvent *
find_event (const GlaHistory *history,
            const char       *id)
{
  for (guint i = 0; id != NULL && i < history->adverse_events->len; i++)
    {
      const GlaAdverseEvent *event = history->adverse_events->pdata[i];

      if (g_str_equal (event->id, id))
        return event;
    }
  return NULL;
}

static const GlaHistory *
get_history (GlaAdverseEventEditor *self)
{
  return gla_editor_window_get_cycles (GLA_EDITOR_WINDOW (self))->history;
}

/* The record to amend; NULL for a new one. */
static const GlaAdverseEvent *
find_amended (GlaEditorWindow *window)
{
  return find_event (gla_editor_window_get_cycles (window)->history,
                     gla_editor_window_get_amend (window));
}

/* Treatments are offered newest first, after "none". */
static const char *
get_treatment (GlaAdverseEventEditor *self)
{
  const GPtrArray *treatments = get_history (self)->treatments;
  guint selected = adw_combo_row_get_selected (self->treatment);

  if (selected == 0 || selected > treatments->len)
    return NULL;
  return ((const GlaTreatment *) treatments->pdata[treatments->len - selected])->id;
}

static void
set_treatment (GlaAdverseEventEditor *self,
               const char            *id)
{
  const GPtrArray *treatments = get_history (self)->treatments;
  guint selected = 0;

  for (guint i = 0; i < treatments->len; i++)
    if (g_strcmp0 (((const GlaTreatment *) treatments->pdata[i])->id, id) == 0)
      selected = treatments->len - i;
  adw_combo_row_set_selected (self->treatment, selected);
}

/* The last treatment before it began; before today as long as that is not known. */
static const char *
find_likely_treatment (GlaAdverseEventEditor *self)
{
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  GlaDay onset = gla_day_row_get_day (self->onset, NULL);
  const GlaTreatment *treatment = gla_adverse_event_form_find_treatment (
    get_history (self), onset != GLA_DAY_NONE ? onset : gla_context_get_today (context));

  return treatment != NULL ? treatment->id : NULL;
}

static GlaAdverseEvent *
collect (GlaAdverseEventEditor *self)
{
  const GlaAdverseEvent *amended = find_amended (GLA_EDITOR_WINDOW (self));
  int severity = gla_choice_row_get_selected (self->severity);
  g_autofree char *kind = gla_form_rows_dup_text (ADW_ENTRY_ROW (self->kind));
  g_autofree char *outcome = gla_form_rows_dup_text (self->outcome);
  g_autofree char *note = gla_form_rows_dup_text (self->note);
  GlaAdverseEvent fields = {
    .id = amended != NULL ? amended->id : NULL,
    .patient = get_history (self)->patient->id,
    .treatment = get_treatment (self),
    .area = gla_area_entry_get_area (self->area),
    .kind = kind,
    .severity = severity >= 0 ? severities[severity] : GLA_SEVERITY_UNKNOWN,
    .resolved = gla_day_row_get_day (self->resolved, NULL),
    .outcome = outcome,
    .note = note,
    .revision = amended != NULL ? amended->revision : 0,
  };

  fields.onset = gla_day_row_get_day (self->onset, &fields.precision);
  return gla_adverse_event_new (&fields);
}

static void
show_guide (GlaAdverseEventEditor *self)
{
  g_autofree char *guide = gla_event_guide_find (gtk_editable_get_text (GTK_EDITABLE (self->kind)));

  gtk_label_set_text (self->guide_label, guide != NULL ? guide : "");
  gtk_widget_set_visible (self->guide_box, guide != NULL);
}

static void
fill (GlaAdverseEventEditor *self,
      const GlaAdverseEvent *event)
{
  int severity = -1;

  for (gsize i = 0; i < G_N_ELEMENTS (severities); i++)
    if (severities[i] == event->severity)
      severity = (int) i;
  gla_form_rows_set_text (ADW_ENTRY_ROW (self->kind), event->kind);
  gla_area_entry_set_area (self->area, event->area);
  gla_choice_row_set_selected (self->severity, severity);
  gla_day_row_set_day (self->onset, event->onset, event->precision);
  set_treatment (self, event->treatment);
  gla_day_row_set_day (self->resolved, event->resolved, GLA_DAY_EXACT);
  gla_form_rows_set_text (self->outcome, event->outcome);
  gla_form_rows_set_text (self->note, event->note);
  self->chosen = g_strcmp0 (event->treatment, find_likely_treatment (self)) != 0;
  show_guide (self);
}

static void
edited_cb (GlaAdverseEventEditor *self)
{
  gla_editor_window_edited (GLA_EDITOR_WINDOW (self));
}

static void
kind_changed_cb (GlaAdverseEventEditor *self)
{
  show_guide (self);
  edited_cb (self);
}

static void
onset_changed_cb (GlaAdverseEventEditor *self)
{
  if (gla_editor_window_is_filling (GLA_EDITOR_WINDOW (self)))
    return;
  if (!self->chosen)
    {
      self->showing = TRUE;
      set_treatment (self, find_likely_treatment (self));
      self->showing = FALSE;
    }
  edited_cb (self);
}

static void
treatment_selected_cb (GlaAdverseEventEditor *self)
{
  if (self->showing || gla_editor_window_is_filling (GLA_EDITOR_WINDOW (self)))
    return;
  self->chosen = TRUE;
  edited_cb (self);
}

static void
gla_adverse_event_editor_fill_fresh (GlaEditorWindow *window)
{
  GlaAdverseEventEditor *self = GLA_ADVERSE_EVENT_EDITOR (window);
  static const GlaAdverseEvent nothing = { .onset = GLA_DAY_NONE, .resolved = GLA_DAY_NONE };
  const GlaAdverseEvent *amended = find_amended (window);

  fill (self, amended != NULL ? amended : &nothing);
  if (amended == NULL)
    {
      set_treatment (self, find_likely_treatment (self));
      self->chosen = FALSE;
    }
}

static gboolean
gla_adverse_event_editor_fill_draft (GlaEditorWindow *window,
                                     const char      *text)
{
  g_autoptr (GlaAdverseEvent) draft = gla_adverse_event_form_from_draft (text);

  if (draft == NULL || gla_adverse_event_form_is_empty (draft))
    return FALSE;
  fill (GLA_ADVERSE_EVENT_EDITOR (window), draft);
  return TRUE;
}

static char *
gla_adverse_event_editor_make_draft (GlaEditorWindow *window)
{
  g_autoptr (GlaAdverseEvent) event = collect (GLA_ADVERSE_EVENT_EDITOR (window));

  return gla_adverse_event_form_is_empty (event) ? NULL : gla_adverse_event_form_to_draft (event);
}

static char *
gla_adverse_event_editor_find_fault (GlaEditorWindow *window)
{
  GlaAdverseEventEditor *self = GLA_ADVERSE_EVENT_EDITOR (window);
  g_autoptr (GlaAdverseEvent) event = collect (self);
  GlaContext *context = gla_editor_window_get_context (window);

  if (!gla_day_row_is_valid (self->onset) || !gla_day_row_is_valid (self->resolved))
    return g_strdup (_("One of the dates can't be read."));
  if (!gla_area_entry_is_valid (self->area))
    return g_strdup (_("The area is not in the catalogue. Choose one, or leave it empty."));
  return gla_adverse_event_form_find_fault (event, get_history (self),
                                            gla_context_get_today (context));
}

typedef struct
{
  GlaAdverseEvent *event;
  char *reason;
} SaveJob;

static void
job_free (SaveJob *job)
{
  gla_adverse_event_unref (job->event);
  g_free (job->reason);
  g_free (job);
}

/* In the worker. The identifier of the record, or NULL with an error. */
static gpointer
write_event (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  SaveJob *job = data;
  char *id = NULL;

  if (job->event->id == NULL)
    gla_store_add_adverse_event (store, job->event, &id, error);
  else if (gla_store_amend_adverse_event (store, job->event, job->reason, error))
    id = g_strdup (job->event->id);
  return id;
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaAdverseEventEditor) self = user_data;
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  GlaContext *context = gla_editor_window_get_context (window);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (!gla_editor_window_end_save (window, _("The adverse event was not saved"), error))
    return;
  if (gla_editor_window_get_amend (window) != NULL)
    gla_context_show_toast (context, _("Adverse event changed"));
  else
    gla_context_did_add (context, _("Adverse event saved"), GLA_TABLE_ADVERSE_EVENT,
                         (const char *const[]) { id, NULL });
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gla_adverse_event_editor_save (GlaEditorWindow *window,
                               const char      *reason)
{
  GlaContext *context = gla_editor_window_get_context (window);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->event = collect (GLA_ADVERSE_EVENT_EDITOR (window));
  job->reason = g_strdup (reason);
  gla_store_worker_run_async (gla_context_get_worker (context), write_event, job,
                              (GDestroyNotify) job_free, g_free, NULL, save_done,
                              g_object_ref (window));
}

static void
gla_adverse_event_editor_class_init (GlaAdverseEventEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  editor_class->fill_fresh = gla_adverse_event_editor_fill_fresh;
  editor_class->fill_draft = gla_adverse_event_editor_fill_draft;
  editor_class->make_draft = gla_adverse_event_editor_make_draft;
  editor_class->find_fault = gla_adverse_event_editor_find_fault;
  editor_class->save = gla_adverse_event_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-adverse-event-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaAdverseEventEditor, what_group);
  gtk_widget_class_bind_template_child (widget_class, GlaAdverseEventEditor, guide_box);
  gtk_widget_class_bind_template_child (widget_class, GlaAdverseEventEditor, guide_label);
  gtk_widget_class_bind_template_child (widget_class, GlaAdverseEventEditor, when_group);
  gtk_widget_class_bind_template_child (widget_class, GlaAdverseEventEditor, after_group);
}

static void
gla_adverse_event_editor_init (GlaAdverseEventEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static AdwComboRow *
make_treatments (GlaAdverseEventEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const GPtrArray *treatments = get_history (self)->treatments;

  gtk_string_list_append (names, _("None here, or not known"));
  for (guint i = treatments->len; i > 0; i--)
    {
      const GlaTreatment *treatment = treatments->pdata[i - 1];
      g_autofree char *day = gla_day_format (treatment->day, treatment->precision);

      gtk_string_list_append (names, day);
    }
  return gla_form_rows_make_combo (_("After the treatment of"), names);
}

static void
make_rows (GlaAdverseEventEditor *self)
{
  static const char *const severe[] = { N_("_Mild"), N_("M_oderate"), N_("Se_vere") };
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  g_auto (GStrv) kinds = gla_event_guide_dup_kinds ();

  self->kind = GLA_KIND_ROW (gla_kind_row_new (_("What happened"), (const char *const *) kinds));
  self->area = GLA_AREA_ENTRY (gla_area_entry_new (gla_context_get_catalogue (context)));
  self->severity = gla_form_rows_make_choice (_("Severity"), severe, G_N_ELEMENTS (severe));
  self->onset = gla_form_rows_make_day (context, _("Began on about"), TRUE);
  self->treatment = make_treatments (self);
  self->resolved = gla_form_rows_make_day (context, _("Gone on (empty: not yet)"), FALSE);
  self->outcome = gla_form_rows_make_entry (_("Outcome"));
  self->note = gla_form_rows_make_entry (_("Note"));

  adw_preferences_group_add (self->what_group, GTK_WIDGET (self->kind));
  adw_preferences_group_add (self->what_group,
                             gla_field_row_new (_("Area"), GTK_WIDGET (self->area)));
  adw_preferences_group_add (self->what_group, GTK_WIDGET (self->severity));
  adw_preferences_group_add (self->when_group, GTK_WIDGET (self->onset));
  adw_preferences_group_add (self->when_group, GTK_WIDGET (self->treatment));
  adw_preferences_group_add (self->after_group, GTK_WIDGET (self->resolved));
  adw_preferences_group_add (self->after_group, GTK_WIDGET (self->outcome));
  adw_preferences_group_add (self->after_group, GTK_WIDGET (self->note));
}

static void
connect_edits (GlaAdverseEventEditor *self)
{
  g_signal_connect_swapped (self->kind, "changed", G_CALLBACK (kind_changed_cb), self);
  g_signal_connect_swapped (self->area, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->severity, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->onset, "changed-day", G_CALLBACK (onset_changed_cb), self);
  g_signal_connect_swapped (self->treatment, "notify::selected",
                            G_CALLBACK (treatment_selected_cb), self);
  g_signal_connect_swapped (self->resolved, "changed-day", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->outcome, "changed", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (edited_cb), self);
}

GtkWindow *
gla_adverse_event_editor_new (GlaContext *context,
                              GlaCycles  *cycles,
                              const char *amend)
{
  GlaAdverseEventEditor *self;
  GlaEditorWindow *window;
  const GlaAdverseEvent *amended;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  amended = find_event (cycles->history, amend);
  g_return_val_if_fail (amend == NULL || amended != NULL, NULL);
  self = g_object_new (GLA_TYPE_ADVERSE_EVENT_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "adverse-event", amend,
                            amended != NULL ? amended->revision : 0);
  gla_editor_window_set_words (window, _("Adverse Event"), _("Change this adverse event?"));
  make_rows (self);
  connect_edits (self);
  gla_editor_window_begin (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->kind));
  return GTK_WINDOW (self);
}

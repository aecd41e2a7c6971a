/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-assessment-editor.h"

#include "gla-grade-entry.h"
#include "gla-i18n.h"
#include "gla-words.h"
#include "gla-assessment-form.h"
#include "gla-form-rows.h"

struct _GlaAssessmentEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *visit_group;
  AdwPreferencesGroup *note_group;

  /* Made in code; they belong to the window */
  GlaDayRow *day;
  AdwComboRow *side;
  GlaGradeEntry *at_maximum;
  GlaGradeEntry *at_rest;
  GlaChoiceRow *rater;
  GlaChoiceRow *reason;
  AdwEntryRow *note;
};

G_DEFINE_FINAL_TYPE (GlaAssessmentEditor, gla_assessment_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Which answer of the row stands for which reason. */
static const GlaVisitReason reasons[] = {
  GLA_VISIT_REASON_ROUTINE, GLA_VISIT_REASON_WORE_OFF, GLA_VISIT_REASON_UNKNOWN,
};

static const GlaAssessment *
find_assessment (const GlaHistory *history,
                 const char       *id)
{
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = history->assessments->pdata[i];

      if (g_str_equal (assessment->id, id))
        return assessment;
    }
  return NULL;
}

static const GlaAssessment *
get_amended (GlaEditorWindow *window)
{
  return find_assessment (gla_editor_window_get_cycles (window)->history,
                          gla_editor_window_get_amend (window));
}

static GlaAssessment *
collect (GlaAssessmentEditor *self)
{
  GlaAssessment fields = *get_amended (GLA_EDITOR_WINDOW (self));
  g_autofree char *note = gla_form_rows_dup_text (self->note);
  int reason = gla_choice_row_get_selected (self->reason);

  fields.day = gla_day_row_get_day (self->day, NULL);
  fields.side = (GlaSide) adw_combo_row_get_selected (self->side);
  fields.at_maximum = gla_grade_entry_get_grade (self->at_maximum);
  fields.at_rest = gla_grade_entry_get_grade (self->at_rest);
  fields.rater = gla_choice_row_get_selected (self->rater) == 1 ? GLA_RATER_PATIENT
                                                                : GLA_RATER_PRACTITIONER;
  fields.reason = reason >= 0 ? reasons[reason] : GLA_VISIT_REASON_UNKNOWN;
  fields.note = note;
  return gla_assessment_new (&fields);
}

static void
fill (GlaAssessmentEditor *self,
      const GlaAssessment *assessment)
{
  gla_day_row_set_day (self->day, assessment->day, GLA_DAY_EXACT);
  adw_combo_row_set_selected (self->side, (guint) assessment->side);
  gla_grade_entry_set_grade (self->at_maximum, assessment->at_maximum);
  gla_grade_entry_set_grade (self->at_rest, assessment->at_rest);
  gla_choice_row_set_selected (self->rater, assessment->rater == GLA_RATER_PATIENT ? 1 : 0);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == assessment->reason)
      gla_choice_row_set_selected (self->reason, (int) i);
  gla_form_rows_set_text (self->note, assessment->note);
}

static void
gla_assessment_editor_fill_fresh (GlaEditorWindow *window)
{
  fill (GLA_ASSESSMENT_EDITOR (window), get_amended (window));
}

static gboolean
gla_assessment_editor_fill_draft (GlaEditorWindow *window,
                                  const char      *text)
{
  g_autoptr (GlaAssessment) draft = gla_assessment_form_from_draft (text, get_amended (window));

  if (draft == NULL)
    return FALSE;
  fill (GLA_ASSESSMENT_EDITOR (window), draft);
  return TRUE;
}

static char *
gla_assessment_editor_make_draft (GlaEditorWindow *window)
{
  g_autoptr (GlaAssessment) assessment = collect (GLA_ASSESSMENT_EDITOR (window));

  return gla_assessment_form_to_draft (assessment);
}

static char *
gla_assessment_editor_find_fault (GlaEditorWindow *window)
{
  GlaAssessmentEditor *self = GLA_ASSESSMENT_EDITOR (window);
  g_autoptr (GlaAssessment) assessment = collect (self);

  if (!gla_day_row_is_valid (self->day))
    return g_strdup (_("The date can't be read."));
  return gla_assessment_form_find_fault (
    assessment, gla_editor_window_get_cycles (window)->history,
    gla_context_get_today (gla_editor_window_get_context (window)));
}

typedef struct
{
  GlaAssessment *assessment;
  char *reason;
} SaveJob;

static void
job_free (SaveJob *job)
{
  gla_assessment_unref (job->assessment);
  g_free (job->reason);
  g_free (job);
}

/* In the worker. The identifier of the record, or NULL with an error. */
static gpointer
write_assessment (GlaStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  SaveJob *job = data;

  if (!gla_store_amend_assessment (store, job->assessment, job->reason, error))
    return NULL;
  return g_strdup (job->assessment->id);
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaAssessmentEditor) self = user_data;
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (!gla_editor_window_end_save (window, _("The grade was not changed"), error))
    return;
  gla_context_show_toast (gla_editor_window_get_context (window), _("Grade changed"));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gla_assessment_editor_save (GlaEditorWindow *window,
                            const char      *reason)
{
  GlaContext *context = gla_editor_window_get_context (window);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->assessment = collect (GLA_ASSESSMENT_EDITOR (window));
  job->reason = g_strdup (reason);
  gla_store_worker_run_async (gla_context_get_worker (context), write_assessment, job,
                              (GDestroyNotify) job_free, g_free, NULL, save_done,
                              g_object_ref (window));
}

static void
gla_assessment_editor_class_init (GlaAssessmentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  editor_class->fill_fresh = gla_assessment_editor_fill_fresh;
  editor_class->fill_draft = gla_assessment_editor_fill_draft;
  editor_class->make_draft = gla_assessment_editor_make_draft;
  editor_class->find_fault = gla_assessment_editor_find_fault;
  editor_class->save = gla_assessment_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-assessment-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaAssessmentEditor, visit_group);
  gtk_widget_class_bind_template_child (widget_class, GlaAssessmentEditor, note_group);
}

static void
gla_assessment_editor_init (GlaAssessmentEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GlaGradeEntry *
add_grade (GlaAssessmentEditor *self,
           const char          *title,
           const char          *scale)
{
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  GtkWidget *entry = gla_grade_entry_new (title);

  gla_grade_entry_set_scale (GLA_GRADE_ENTRY (entry), gla_context_get_catalogue (context), scale);
  adw_preferences_group_add (self->visit_group,
                             gla_field_row_new (title, entry));
  return GLA_GRADE_ENTRY (entry);
}

static void
add_side (GlaAssessmentEditor *self,
          const GlaArea       *area)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (GlaSide side = GLA_SIDE_BOTH; side <= GLA_SIDE_MIDDLE; side++)
    gtk_string_list_append (names, gla_side_get_name (side));
  self->side = gla_form_rows_make_combo (_("Side"), names);
  gtk_widget_set_visible (GTK_WIDGET (self->side),
                          area == NULL || gla_area_get_sides (area) != GLA_AREA_SIDE_NONE ||
                            get_amended (GLA_EDITOR_WINDOW (self))->side != GLA_SIDE_BOTH);
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->side));
}

static void
make_rows (GlaAssessmentEditor *self)
{
  static const char *const came[] = { N_("_Routine"), N_("_Wore Off"), N_("_Not Asked") };
  static const char *const raters[] = { N_("_Practitioner"), N_("Pat_ient") };
  const GlaAssessment *amended = get_amended (GLA_EDITOR_WINDOW (self));
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  const GlaArea *area = gla_catalogue_find_area (gla_context_get_catalogue (context),
                                                 amended->area);

  self->day = gla_form_rows_make_day (context, _("Date"), FALSE);
  self->rater = gla_form_rows_make_choice (_("Graded by"), raters, G_N_ELEMENTS (raters));
  self->reason = gla_form_rows_make_choice (_("Came"), came, G_N_ELEMENTS (came));
  self->note = gla_form_rows_make_entry (_("Note"));

  adw_preferences_group_set_title (self->visit_group,
                                   area != NULL ? gla_area_get_name (area) : amended->area);
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->day));
  add_side (self, area);
  self->at_maximum = add_grade (self, _("At maximum contraction"), amended->scale);
  self->at_rest = add_grade (self, _("At rest"), amended->scale);
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->rater));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->reason));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note));
}

static void
connect_edits (GlaAssessmentEditor *self)
{
  const struct
  {
    gpointer row;
    const char *signal;
  } edits[] = {
    { self->day, "changed-day" },     { self->side, "notify::selected" },
    { self->at_maximum, "graded" },   { self->at_rest, "graded" },
    { self->rater, "chosen" },        { self->reason, "chosen" },
    { self->note, "changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    g_signal_connect_swapped (edits[i].row, edits[i].signal,
                              G_CALLBACK (gla_editor_window_edited), self);
}

GtkWindow *
gla_assessment_editor_new (GlaContext *context,
                           GlaCycles  *cycles,
                           const char *amend)
{
  GlaAssessmentEditor *self;
  GlaEditorWindow *window;
  const GlaAssessment *amended;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && amend != NULL, NULL);

  amended = find_assessment (cycles->history, amend);
  g_return_val_if_fail (amended != NULL, NULL);
  self = g_object_new (GLA_TYPE_ASSESSMENT_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "assessment", amend, amended->revision);
  gla_editor_window_set_words (window, _("Edit Grade"), _("Change this grade?"));
  make_rows (self);
  connect_edits (self);
  gla_editor_window_begin (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->at_maximum));
  return GTK_WINDOW (self);
}

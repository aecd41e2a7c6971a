/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-rating-editor.h"

#include "gla-i18n.h"
#include "gla-form-rows.h"
#include "gla-rating-form.h"
#include "gla-rating-row.h"
#include "gla-rating-words.h"

struct _GlaRatingEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *visit_group;
  AdwPreferencesGroup *note_group;

  /* Made in code; they belong to the window */
  GlaDayRow *day;
  AdwComboRow *answer;
  GlaChoiceRow *rater;
  AdwEntryRow *note;
};

G_DEFINE_FINAL_TYPE (GlaRatingEditor, gla_rating_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static const GlaRating *
find_rating (const GlaHistory *history,
                 const char       *id)
{
  for (guint i = 0; i < history->ratings->len; i++)
    {
      const GlaRating *rating = history->ratings->pdata[i];

      if (g_str_equal (rating->id, id))
        return rating;
    }
  return NULL;
}

static const GlaRating *
get_amended (GlaEditorWindow *window)
{
  return find_rating (gla_editor_window_get_cycles (window)->history,
                          gla_editor_window_get_amend (window));
}

/* (transfer full): with the word of the grade, which is kept beside its number. */
static GlaRating *
collect (GlaRatingEditor *self)
{
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  GlaRating fields = *get_amended (GLA_EDITOR_WINDOW (self));
  g_autofree char *note = gla_form_rows_dup_text (self->note);
  int grade = gla_rating_row_get_grade (self->answer);

  fields.day = gla_day_row_get_day (self->day, NULL);
  fields.rater = gla_choice_row_get_selected (self->rater) == 1 ? GLA_RATER_PATIENT
                                                                : GLA_RATER_PRACTITIONER;
  if (grade != fields.grade)
    fields.word = gla_rating_find_word (gla_context_get_catalogue (context), fields.scale, grade);
  fields.grade = grade;
  fields.note = note;
  return gla_rating_new (&fields);
}

static void
fill (GlaRatingEditor *self,
      const GlaRating *rating)
{
  gla_day_row_set_day (self->day, rating->day, GLA_DAY_EXACT);
  gla_rating_row_set_grade (self->answer, rating->grade);
  gla_choice_row_set_selected (self->rater, rating->rater == GLA_RATER_PATIENT ? 1 : 0);
  gla_form_rows_set_text (self->note, rating->note);
}

static void
gla_rating_editor_fill_fresh (GlaEditorWindow *window)
{
  fill (GLA_RATING_EDITOR (window), get_amended (window));
}

static gboolean
gla_rating_editor_fill_draft (GlaEditorWindow *window,
                                  const char      *text)
{
  g_autoptr (GlaRating) draft = gla_rating_form_from_draft (text, get_amended (window));

  if (draft == NULL)
    return FALSE;
  fill (GLA_RATING_EDITOR (window), draft);
  return TRUE;
}

static char *
gla_rating_editor_make_draft (GlaEditorWindow *window)
{
  g_autoptr (GlaRating) rating = collect (GLA_RATING_EDITOR (window));

  return gla_rating_form_to_draft (rating);
}

static char *
gla_rating_editor_find_fault (GlaEditorWindow *window)
{
  GlaRatingEditor *self = GLA_RATING_EDITOR (window);
  g_autoptr (GlaRating) rating = collect (self);

  if (!gla_day_row_is_valid (self->day))
    return g_strdup (_("The date can't be read."));
  return gla_rating_form_find_fault (
    rating, gla_editor_window_get_cycles (window)->history,
    gla_context_get_today (gla_editor_window_get_context (window)));
}

typedef struct
{
  GlaRating *rating;
  char *reason;
} SaveJob;

static void
job_free (SaveJob *job)
{
  gla_rating_unref (job->rating);
  g_free (job->reason);
  g_free (job);
}

/* In the worker. The identifier of the record, or NULL with an error. */
static gpointer
write_rating (GlaStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  SaveJob *job = data;

  if (!gla_store_amend_rating (store, job->rating, job->reason, error))
    return NULL;
  return g_strdup (job->rating->id);
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaRatingEditor) self = user_data;
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (!gla_editor_window_end_save (window, _("The rating was not changed"), error))
    return;
  gla_context_show_toast (gla_editor_window_get_context (window), _("Rating changed"));
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gla_rating_editor_save (GlaEditorWindow *window,
                            const char      *reason)
{
  GlaContext *context = gla_editor_window_get_context (window);
  SaveJob *job = g_new0 (SaveJob, 1);

  job->rating = collect (GLA_RATING_EDITOR (window));
  job->reason = g_strdup (reason);
  gla_store_worker_run_async (gla_context_get_worker (context), write_rating, job,
                              (GDestroyNotify) job_free, g_free, NULL, save_done,
                              g_object_ref (window));
}

static void
gla_rating_editor_class_init (GlaRatingEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  editor_class->fill_fresh = gla_rating_editor_fill_fresh;
  editor_class->fill_draft = gla_rating_editor_fill_draft;
  editor_class->make_draft = gla_rating_editor_make_draft;
  editor_class->find_fault = gla_rating_editor_find_fault;
  editor_class->save = gla_rating_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-rating-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaRatingEditor, visit_group);
  gtk_widget_class_bind_template_child (widget_class, GlaRatingEditor, note_group);
}

static void
gla_rating_editor_init (GlaRatingEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_rows (GlaRatingEditor *self)
{
  static const char *const raters[] = { N_("_Practitioner"), N_("Pat_ient") };
  const GlaRating *amended = get_amended (GLA_EDITOR_WINDOW (self));
  GlaContext *context = gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
  GlaCatalogue *catalogue = gla_context_get_catalogue (context);
  const GlaScale *scale = gla_catalogue_find_scale (catalogue, amended->scale);
  const char *name = gla_rating_get_name (catalogue, amended);

  self->day = gla_form_rows_make_day (context, _("Date"), FALSE);
  self->answer = gla_rating_row_new (catalogue, amended->scale, name);
  self->rater = gla_form_rows_make_choice (_("Judged by"), raters, G_N_ELEMENTS (raters));
  self->note = gla_form_rows_make_entry (_("Note"));
  gtk_widget_set_visible (GTK_WIDGET (self->rater),
                          scale == NULL || (scale->raters & GLA_RATERS_PRACTITIONER) != 0);
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->day));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->answer));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->rater));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note));
}

static void
connect_edits (GlaRatingEditor *self)
{
  const struct
  {
    gpointer row;
    const char *signal;
  } edits[] = {
    { self->day, "changed-day" },
    { self->answer, "notify::selected" },
    { self->rater, "chosen" },
    { self->note, "changed" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    g_signal_connect_swapped (edits[i].row, edits[i].signal,
                              G_CALLBACK (gla_editor_window_edited), self);
}

GtkWindow *
gla_rating_editor_new (GlaContext *context,
                           GlaCycles  *cycles,
                           const char *amend)
{
  GlaRatingEditor *self;
  GlaEditorWindow *window;
  const GlaRating *amended;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL && amend != NULL, NULL);

  amended = find_rating (cycles->history, amend);
  g_return_val_if_fail (amended != NULL, NULL);
  self = g_object_new (GLA_TYPE_RATING_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "rating", amend, amended->revision);
  gla_editor_window_set_words (window, _("Edit Rating"), _("Change this rating?"));
  make_rows (self);
  connect_edits (self);
  gla_editor_window_begin (window);
  gtk_widget_grab_focus (GTK_WIDGET (self->answer));
  return GTK_WINDOW (self);
}

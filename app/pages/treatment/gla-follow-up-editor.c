/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-follow-up-editor.h"

#include "gla-follow-up-form.h"
#include "gla-follow-up-save.h"
#include "gla-form-rows.h"
#include "gla-grade-grid.h"
#include "gla-i18n.h"
#include "gla-rating-row.h"

struct _GlaFollowUpEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  AdwPreferencesGroup *visit_group;
  GtkBox *grades_box;
  GtkWidget *no_areas_label;
  AdwPreferencesGroup *said_group;
  AdwPreferencesGroup *ratings_group;
  AdwPreferencesGroup *note_group;

  /* Made in code; they belong to the window */
  GlaDayRow *day;
  GlaChoiceRow *reason;
  GlaChoiceRow *rater;
  GlaGradeGrid *grades;
  GlaChoiceRow *said;
  AdwComboRow *said_area;
  GlaDayRow *worn_off;
  AdwComboRow *ratings[GLA_N_RATING_QUESTIONS];
  AdwEntryRow *note;

  /* Owned */
  GStrv areas;               /* those shown */

  gboolean showing;          /* rows change because others did */
};

G_DEFINE_FINAL_TYPE (GlaFollowUpEditor, gla_follow_up_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Which answer of the row stands for which reason. */
static const GlaVisitReason reasons[] = {
  GLA_VISIT_REASON_ROUTINE, GLA_VISIT_REASON_WORE_OFF, GLA_VISIT_REASON_UNKNOWN,
};

static GlaContext *
get_context (GlaFollowUpEditor *self)
{
  return gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
}

static GlaCycles *
get_cycles (GlaFollowUpEditor *self)
{
  return gla_editor_window_get_cycles (GLA_EDITOR_WINDOW (self));
}

/* The grades of one area; of each side where they are graded apart. */
static void
collect_area (GlaFollowUpEditor *self,
              GlaFollowUpForm   *form,
              const char        *area)
{
  static const GlaSide sides[] = { GLA_SIDE_BOTH, GLA_SIDE_LEFT, GLA_SIDE_RIGHT };

  for (gsize i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      int at_rest, at_maximum;

      if (gla_grade_grid_get_side (self->grades, area, sides[i], &at_rest, &at_maximum))
        gla_follow_up_form_add_side (form, area, sides[i], at_rest, at_maximum);
    }
}

static GlaFollowUpForm *
collect (GlaFollowUpEditor *self)
{
  GlaFollowUpForm *form = gla_follow_up_form_new (gla_day_row_get_day (self->day, NULL));
  int reason = gla_choice_row_get_selected (self->reason);
  guint area = adw_combo_row_get_selected (self->said_area);

  form->reason = reason >= 0 ? reasons[reason] : GLA_VISIT_REASON_UNKNOWN;
  form->rater = gla_choice_row_get_selected (self->rater) == 1 ? GLA_RATER_PATIENT
                                                               : GLA_RATER_PRACTITIONER;
  form->said = (GlaFollowUpSaid) MAX (0, gla_choice_row_get_selected (self->said));
  if (area > 0 && area <= g_strv_length (self->areas))
    form->said_area = g_strdup (self->areas[area - 1]);
  if (form->said == GLA_FOLLOW_UP_SAID_WORN_OFF)
    form->worn_off = gla_day_row_get_day (self->worn_off, &form->worn_off_precision);
  form->note = gla_form_rows_dup_text (self->note);
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    form->ratings[i] = gla_rating_row_get_grade (self->ratings[i]);
  for (guint i = 0; self->areas[i] != NULL; i++)
    collect_area (self, form, self->areas[i]);
  return form;
}

static char *
gla_follow_up_editor_find_fault (GlaEditorWindow *window)
{
  GlaFollowUpEditor *self = GLA_FOLLOW_UP_EDITOR (window);
  g_autoptr (GlaFollowUpForm) form = collect (self);

  if (!gla_day_row_is_valid (self->day) ||
      (form->said == GLA_FOLLOW_UP_SAID_WORN_OFF && !gla_day_row_is_valid (self->worn_off)))
    return g_strdup (_("One of the dates can't be read."));
  return gla_follow_up_form_find_fault (form, get_cycles (self)->history,
                                        gla_context_get_today (get_context (self)));
}

/* What is asked depends on what the patient says. */
static void
show_said (GlaFollowUpEditor *self)
{
  int said = gla_choice_row_get_selected (self->said);

  gtk_widget_set_visible (GTK_WIDGET (self->worn_off), said == GLA_FOLLOW_UP_SAID_WORN_OFF);
  gtk_widget_set_visible (GTK_WIDGET (self->said_area),
                          said > GLA_FOLLOW_UP_SAID_NOTHING && g_strv_length (self->areas) > 1);
}

/* "day 14 · before: 3": what the grade of this area is compared with. */
static void
show_before (GlaFollowUpEditor *self,
             const char        *area,
             GlaDay             day)
{
  const GlaCycle *cycle = gla_follow_up_find_cycle (get_cycles (self), area, day);
  g_autofree char *note = NULL;
  int days;

  if (cycle == NULL)
    return;
  days = day - cycle->day;
  if (cycle->baseline_kind == GLA_BASELINE_MISSING)
    note = g_strdup_printf (ngettext ("day %d, no grade from before",
                                      "day %d, no grade from before", (gulong) days),
                            days);
  else
    note = g_strdup_printf (ngettext ("day %d, before: %d", "day %d, before: %d", (gulong) days),
                            days, cycle->baseline);
  gla_grade_grid_set_before (self->grades, area, note);
}

static void
show_area_names (GlaFollowUpEditor *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  GlaCatalogue *catalogue = gla_context_get_catalogue (get_context (self));

  gtk_string_list_append (names, _("All areas"));
  for (guint i = 0; self->areas[i] != NULL; i++)
    {
      const GlaArea *area = gla_catalogue_find_area (catalogue, self->areas[i]);

      gtk_string_list_append (names, area != NULL ? gla_area_get_name (area) : self->areas[i]);
    }
  adw_combo_row_set_model (self->said_area, G_LIST_MODEL (names));
}

/* The areas that can be judged depend on the date. */
static void
show_areas (GlaFollowUpEditor *self)
{
  GlaDay day = gla_day_row_get_day (self->day, NULL);
  g_auto (GStrv) areas = NULL;

  if (day == GLA_DAY_NONE)
    return;
  areas = gla_follow_up_list_areas (get_cycles (self), day);
  if (self->areas == NULL ||
      !g_strv_equal ((const char *const *) areas, (const char *const *) self->areas))
    {
      g_strfreev (self->areas);
      self->areas = g_steal_pointer (&areas);
      gla_grade_grid_set_areas (self->grades, (const char *const *) self->areas);
      show_area_names (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->grades), self->areas[0] != NULL);
  gtk_widget_set_visible (self->no_areas_label, self->areas[0] == NULL);
  for (guint i = 0; self->areas[i] != NULL; i++)
    show_before (self, self->areas[i], day);
}

static void
edited_cb (GlaFollowUpEditor *self)
{
  if (self->showing || gla_editor_window_is_filling (GLA_EDITOR_WINDOW (self)))
    return;
  self->showing = TRUE;
  show_areas (self);
  show_said (self);
  self->showing = FALSE;
  gla_editor_window_edited (GLA_EDITOR_WINDOW (self));
}

static void
fill (GlaFollowUpEditor     *self,
      const GlaFollowUpForm *form)
{
  gla_day_row_set_day (self->day, form->day, GLA_DAY_EXACT);
  show_areas (self);
  for (gsize i = 0; i < G_N_ELEMENTS (reasons); i++)
    if (reasons[i] == form->reason)
      gla_choice_row_set_selected (self->reason, (int) i);
  gla_choice_row_set_selected (self->rater, form->rater == GLA_RATER_PATIENT ? 1 : 0);
  gla_choice_row_set_selected (self->said, (int) form->said);
  for (guint i = 0; self->areas[i] != NULL; i++)
    if (g_strcmp0 (self->areas[i], form->said_area) == 0)
      adw_combo_row_set_selected (self->said_area, i + 1);
  gla_day_row_set_day (self->worn_off, form->worn_off, form->worn_off_precision);
  gla_form_rows_set_text (self->note, form->note);
  for (guint i = 0; self->areas[i] != NULL; i++)
    gla_grade_grid_set_grades (self->grades, self->areas[i], GLA_GRADE_UNKNOWN, GLA_GRADE_UNKNOWN);
  for (guint i = 0; i < form->grades->len; i++)
    {
      const GlaFollowUpGrade *grade = form->grades->pdata[i];

      gla_grade_grid_set_side (self->grades, grade->area, grade->side, grade->at_rest,
                               grade->at_maximum);
    }
  for (guint i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    gla_rating_row_set_grade (self->ratings[i], form->ratings[i]);
  show_said (self);
}

static void
gla_follow_up_editor_fill_fresh (GlaEditorWindow *window)
{
  g_autoptr (GlaFollowUpForm) form = NULL;

  form = gla_follow_up_form_new (gla_context_get_today (gla_editor_window_get_context (window)));
  fill (GLA_FOLLOW_UP_EDITOR (window), form);
}

static gboolean
gla_follow_up_editor_fill_draft (GlaEditorWindow *window,
                                 const char      *text)
{
  g_autoptr (GlaFollowUpForm) form = gla_follow_up_form_from_draft (text);

  if (form == NULL || gla_follow_up_form_is_empty (form))
    return FALSE;
  fill (GLA_FOLLOW_UP_EDITOR (window), form);
  return TRUE;
}

static char *
gla_follow_up_editor_make_draft (GlaEditorWindow *window)
{
  g_autoptr (GlaFollowUpForm) form = collect (GLA_FOLLOW_UP_EDITOR (window));

  return gla_follow_up_form_is_empty (form) ? NULL : gla_follow_up_form_to_draft (form);
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaFollowUpEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  GlaFollowUpCounts counts = { 0 };

  ids = gla_follow_up_save_finish (get_context (self), result, &counts, &error);
  if (!gla_editor_window_end_save (GLA_EDITOR_WINDOW (self), _("The follow-up was not saved"),
                                   error))
    return;
  gla_follow_up_save_remember (get_context (self), ids, &counts);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, ids);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
gla_follow_up_editor_save (GlaEditorWindow *window,
                           const char      *reason)
{
  GlaCycles *cycles = gla_editor_window_get_cycles (window);
  g_autoptr (GlaFollowUpForm) form = collect (GLA_FOLLOW_UP_EDITOR (window));

  gla_follow_up_save_async (gla_editor_window_get_context (window), cycles->history->patient->id,
                            form, save_done, g_object_ref (window));
}

static void
gla_follow_up_editor_finalize (GObject *object)
{
  GlaFollowUpEditor *self = GLA_FOLLOW_UP_EDITOR (object);

  g_clear_pointer (&self->areas, g_strfreev);
  G_OBJECT_CLASS (gla_follow_up_editor_parent_class)->finalize (object);
}

static void
gla_follow_up_editor_class_init (GlaFollowUpEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  object_class->finalize = gla_follow_up_editor_finalize;
  editor_class->fill_fresh = gla_follow_up_editor_fill_fresh;
  editor_class->fill_draft = gla_follow_up_editor_fill_draft;
  editor_class->make_draft = gla_follow_up_editor_make_draft;
  editor_class->find_fault = gla_follow_up_editor_find_fault;
  editor_class->save = gla_follow_up_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-follow-up-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, visit_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, grades_box);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, no_areas_label);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, said_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, ratings_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, note_group);
}

static void
gla_follow_up_editor_init (GlaFollowUpEditor *self)
{
  self->areas = g_new0 (char *, 1);
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
make_visit (GlaFollowUpEditor *self)
{
  static const char *const came[] = { N_("_Routine"), N_("_Wore Off"), N_("_Not Asked") };
  static const char *const raters[] = { N_("_Practitioner"), N_("Pat_ient") };

  self->day = gla_form_rows_make_day (get_context (self), _("Date"), FALSE);
  self->reason = gla_form_rows_make_choice (_("Came"), came, G_N_ELEMENTS (came));
  self->rater = gla_form_rows_make_choice (_("Graded by"), raters, G_N_ELEMENTS (raters));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->day));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->reason));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->rater));
}

static void
make_said (GlaFollowUpEditor *self)
{
  static const char *const said[] = { N_("Not_hing"), N_("_Still Working"), N_("W_orn Off") };

  self->said = gla_form_rows_make_choice (_("The effect"), said, G_N_ELEMENTS (said));
  self->said_area = gla_form_rows_make_combo (_("Where"), NULL);
  self->worn_off = gla_form_rows_make_day (get_context (self), _("Worn off on about"), TRUE);
  self->note = gla_form_rows_make_entry (_("Note"));
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->said));
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->said_area));
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->worn_off));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note));
}

static void
make_ratings (GlaFollowUpEditor *self)
{
  for (GlaRatingQuestion i = 0; i < GLA_N_RATING_QUESTIONS; i++)
    {
      self->ratings[i] = gla_rating_row_new (gla_context_get_catalogue (get_context (self)),
                                             gla_rating_question_get_scale (i),
                                             gla_rating_question_get_name (i));
      adw_preferences_group_add (self->ratings_group, GTK_WIDGET (self->ratings[i]));
      g_signal_connect_swapped (self->ratings[i], "notify::selected", G_CALLBACK (edited_cb),
                                self);
    }
}

static void
make_widgets (GlaFollowUpEditor *self)
{
  make_visit (self);
  self->grades = GLA_GRADE_GRID (
    gla_grade_grid_new (gla_context_get_catalogue (get_context (self))));
  gtk_box_append (self->grades_box, GTK_WIDGET (self->grades));
  make_said (self);
  make_ratings (self);
  gla_grade_grid_offer_sides (self->grades, GTK_WIDGET (self->said));
  g_signal_connect_swapped (self->day, "changed-day", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->reason, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->rater, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->grades, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->said, "chosen", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->said_area, "notify::selected", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->worn_off, "changed-day", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->note, "changed", G_CALLBACK (edited_cb), self);
}

GtkWindow *
gla_follow_up_editor_new (GlaContext *context,
                          GlaCycles  *cycles)
{
  GlaFollowUpEditor *self;
  GlaEditorWindow *window;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  self = g_object_new (GLA_TYPE_FOLLOW_UP_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "follow-up", NULL, 0);
  gla_editor_window_set_words (window, _("Follow-up"), NULL);
  make_widgets (self);
  gla_editor_window_begin (window);
  if (self->areas != NULL && self->areas[0] != NULL)
    gla_grade_grid_focus_first (self->grades);
  else
    gtk_widget_grab_focus (GTK_WIDGET (self->day));
  return GTK_WINDOW (self);
}

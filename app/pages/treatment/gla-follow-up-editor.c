/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "treatment/gla-follow-up-editor.h"

#include "gla-accessible.h"
#include "gla-choice-row.h"
#include "gla-day-row.h"
#include "treatment/gla-editor-draft.h"
#include "treatment/gla-follow-up-form.h"
#include "treatment/gla-follow-up-save.h"
#include "treatment/gla-grade-grid.h"

#include <glib/gi18n.h>

struct _GlaFollowUpEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkRevealer *draft_revealer;
  AdwPreferencesGroup *visit_group;
  GtkBox *grades_box;
  AdwPreferencesGroup *said_group;
  AdwPreferencesGroup *note_group;
  GtkLabel *fault_label;

  /* Made in code; they belong to the window */
  GlaDayRow *day;
  GlaChoiceRow *reason;
  GlaChoiceRow *rater;
  GlaGradeGrid *grades;
  GlaChoiceRow *said;
  AdwComboRow *said_area;
  GlaDayRow *worn_off;
  AdwEntryRow *note;

  /* Owned */
  GlaContext *context;
  GlaCycles *cycles;
  GStrv areas;               /* those shown */
  GlaEditorDraft *draft;

  gboolean filling;
  gboolean tried;            /* Save was pressed: faults are said from now on */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (GlaFollowUpEditor, gla_follow_up_editor, ADW_TYPE_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

/* Which answer of the row stands for which reason. */
static const GlaVisitReason reasons[] = {
  GLA_VISIT_REASON_ROUTINE, GLA_VISIT_REASON_WORE_OFF, GLA_VISIT_REASON_UNKNOWN,
};

static GlaFollowUpForm *
collect (GlaFollowUpEditor *self)
{
  GlaFollowUpForm *form = gla_follow_up_form_new (gla_day_row_get_day (self->day, NULL));
  int reason = gla_choice_row_get_selected (self->reason);
  guint area = adw_combo_row_get_selected (self->said_area);
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note))));

  form->reason = reason >= 0 ? reasons[reason] : GLA_VISIT_REASON_UNKNOWN;
  form->rater = gla_choice_row_get_selected (self->rater) == 1 ? GLA_RATER_PATIENT
                                                               : GLA_RATER_PRACTITIONER;
  form->said = (GlaFollowUpSaid) MAX (0, gla_choice_row_get_selected (self->said));
  if (area > 0 && area <= g_strv_length (self->areas))
    form->said_area = g_strdup (self->areas[area - 1]);
  if (form->said == GLA_FOLLOW_UP_SAID_WORN_OFF)
    form->worn_off = gla_day_row_get_day (self->worn_off, &form->worn_off_precision);
  if (note[0] != '\0')
    form->note = g_steal_pointer (&note);
  for (guint i = 0; self->areas[i] != NULL; i++)
    {
      int at_rest, at_maximum;

      if (gla_grade_grid_get_grades (self->grades, self->areas[i], &at_rest, &at_maximum))
        gla_follow_up_form_add_grade (form, self->areas[i], at_rest, at_maximum);
    }
  return form;
}

static char *
find_fault (GlaFollowUpEditor     *self,
            const GlaFollowUpForm *form)
{
  if (!gla_day_row_is_valid (self->day) ||
      (form->said == GLA_FOLLOW_UP_SAID_WORN_OFF && !gla_day_row_is_valid (self->worn_off)))
    return g_strdup (_("One of the dates can't be read."));
  return gla_follow_up_form_find_fault (form, self->cycles->history,
                                        gla_context_get_today (self->context));
}

static void
update (GlaFollowUpEditor *self)
{
  g_autoptr (GlaFollowUpForm) form = collect (self);
  g_autofree char *fault = find_fault (self, form);

  gtk_label_set_text (self->fault_label, self->tried && fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->worn_off), form->said == GLA_FOLLOW_UP_SAID_WORN_OFF);
  gtk_widget_set_visible (GTK_WIDGET (self->said_area),
                          form->said != GLA_FOLLOW_UP_SAID_NOTHING &&
                            g_strv_length (self->areas) > 1);
}

/* "day 14 · before: 3": what the grade of this area is compared with. */
static void
show_before (GlaFollowUpEditor *self,
             const char        *area,
             GlaDay             day)
{
  const GlaCycle *cycle = gla_follow_up_find_cycle (self->cycles, area, day);
  g_autofree char *note = NULL;
  int days;

  if (cycle == NULL)
    return;
  days = day - cycle->day;
  if (cycle->baseline_kind == GLA_BASELINE_MISSING)
    note = g_strdup_printf (ngettext ("day %d, no grade from before", "day %d, no grade from before",
                                      (gulong) days),
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
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);

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
  areas = gla_follow_up_list_areas (self->cycles, day);
  if (self->areas == NULL ||
      !g_strv_equal ((const char *const *) areas, (const char *const *) self->areas))
    {
      g_strfreev (self->areas);
      self->areas = g_steal_pointer (&areas);
      gla_grade_grid_set_areas (self->grades, (const char *const *) self->areas);
      show_area_names (self);
    }
  for (guint i = 0; self->areas[i] != NULL; i++)
    show_before (self, self->areas[i], day);
}

static void
edited_cb (GlaFollowUpEditor *self)
{
  if (self->filling)
    return;
  self->filling = TRUE;
  show_areas (self);
  self->filling = FALSE;
  update (self);
  if (self->draft != NULL)
    gla_editor_draft_touch (self->draft);
}

static void
fill (GlaFollowUpEditor     *self,
      const GlaFollowUpForm *form)
{
  self->filling = TRUE;
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
  gtk_editable_set_text (GTK_EDITABLE (self->note), form->note != NULL ? form->note : "");
  for (guint i = 0; i < form->grades->len; i++)
    {
      const GlaFollowUpGrade *grade = form->grades->pdata[i];

      gla_grade_grid_set_grades (self->grades, grade->area, grade->at_rest, grade->at_maximum);
    }
  self->filling = FALSE;
  update (self);
}

static void
start_anew_cb (GlaFollowUpEditor *self)
{
  g_autoptr (GlaFollowUpForm) form = gla_follow_up_form_new (gla_context_get_today (self->context));

  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gla_editor_draft_drop (self->draft);
  for (guint i = 0; self->areas[i] != NULL; i++)
    gla_grade_grid_set_grades (self->grades, self->areas[i], GLA_GRADE_UNKNOWN, GLA_GRADE_UNKNOWN);
  fill (self, form);
  gla_grade_grid_focus_first (self->grades);
}

static void
cancel_cb (GlaFollowUpEditor *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* What was saved can be taken back with one Undo, assessments and reports alike. */
static void
remember (GlaFollowUpEditor *self,
          GPtrArray         *ids,
          guint              n_assessments)
{
  g_autoptr (GPtrArray) assessments = g_ptr_array_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    g_ptr_array_add (i < n_assessments ? assessments : reports, ids->pdata[i]);
  gla_follow_up_save_remember (self->context, assessments, reports);
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaFollowUpEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  guint n_assessments = 0;

  ids = gla_follow_up_save_finish (self->context, result, &n_assessments, &error);
  self->saving = FALSE;
  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (ids == NULL)
    {
      gla_context_show_error (self->context, _("The follow-up was not saved"), error);
      return;
    }
  gla_editor_draft_drop (self->draft);
  remember (self, ids, n_assessments);
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, ids);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_cb (GlaFollowUpEditor *self)
{
  g_autoptr (GlaFollowUpForm) form = NULL;
  g_autofree char *fault = NULL;

  if (self->saving)
    return;
  self->tried = TRUE;
  update (self);
  form = collect (self);
  fault = find_fault (self, form);
  if (fault != NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gla_follow_up_save_async (self->context, self->cycles->history->patient->id, form, save_done,
                            g_object_ref (self));
}

static gboolean
save_shortcut_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  save_cb (GLA_FOLLOW_UP_EDITOR (widget));
  return GDK_EVENT_STOP;
}

static char *
make_draft (gpointer editor)
{
  g_autoptr (GlaFollowUpForm) form = collect (editor);

  return gla_follow_up_form_is_empty (form) ? NULL : gla_follow_up_form_to_draft (form);
}

static gboolean
gla_follow_up_editor_close_request (GtkWindow *window)
{
  GlaFollowUpEditor *self = GLA_FOLLOW_UP_EDITOR (window);

  /* Freeing the draft writes what was typed in the last moment. */
  g_clear_pointer (&self->draft, gla_editor_draft_free);
  return GTK_WINDOW_CLASS (gla_follow_up_editor_parent_class)->close_request (window);
}

static void
gla_follow_up_editor_dispose (GObject *object)
{
  GLA_FOLLOW_UP_EDITOR (object)->filling = TRUE;
  G_OBJECT_CLASS (gla_follow_up_editor_parent_class)->dispose (object);
}

static void
gla_follow_up_editor_finalize (GObject *object)
{
  GlaFollowUpEditor *self = GLA_FOLLOW_UP_EDITOR (object);

  g_clear_pointer (&self->draft, gla_editor_draft_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  g_clear_pointer (&self->areas, g_strfreev);
  G_OBJECT_CLASS (gla_follow_up_editor_parent_class)->finalize (object);
}

static void
gla_follow_up_editor_class_init (GlaFollowUpEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_follow_up_editor_dispose;
  object_class->finalize = gla_follow_up_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gla_follow_up_editor_close_request;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-follow-up-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, title);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, draft_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, visit_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, grades_box);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, said_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, note_group);
  gtk_widget_class_bind_template_child (widget_class, GlaFollowUpEditor, fault_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_anew_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
gla_follow_up_editor_init (GlaFollowUpEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_callback_action_new (save_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static GlaChoiceRow *
make_choice (const char         *title,
             const char *const  *answers,
             guint               n_answers)
{
  const char *translated[4];

  g_assert (n_answers <= G_N_ELEMENTS (translated));
  for (guint i = 0; i < n_answers; i++)
    translated[i] = _(answers[i]);
  return GLA_CHOICE_ROW (gla_choice_row_new (title, translated, n_answers));
}

static GlaDayRow *
make_day (GlaFollowUpEditor *self,
          const char        *title,
          gboolean           inexact)
{
  GlaDay today = gla_context_get_today (self->context);
  GlaDayRow *row = GLA_DAY_ROW (gla_day_row_new (title));

  gla_day_row_set_reading (row, gla_context_get_day_order (self->context), today, inexact);
  gla_day_row_set_limits (row, GLA_DAY_NONE, today, _("In the future"));
  return row;
}

static void
make_visit (GlaFollowUpEditor *self)
{
  static const char *const came[] = { N_("_Routine"), N_("_Wore Off"), N_("_Not Asked") };
  static const char *const raters[] = { N_("_Practitioner"), N_("Pat_ient") };

  self->day = make_day (self, _("Date"), FALSE);
  self->reason = make_choice (_("Came"), came, G_N_ELEMENTS (came));
  self->rater = make_choice (_("Graded by"), raters, G_N_ELEMENTS (raters));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->day));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->reason));
  adw_preferences_group_add (self->visit_group, GTK_WIDGET (self->rater));
}

static void
make_said (GlaFollowUpEditor *self)
{
  static const char *const said[] = { N_("Not_hing"), N_("_Still Working"), N_("W_orn Off") };

  self->said = make_choice (_("The effect"), said, G_N_ELEMENTS (said));
  self->said_area = ADW_COMBO_ROW (g_object_new (ADW_TYPE_COMBO_ROW, "title", _("Where"), NULL));
  self->worn_off = make_day (self, _("Worn off on about"), TRUE);
  self->note = ADW_ENTRY_ROW (g_object_new (ADW_TYPE_ENTRY_ROW, "title", _("Note"), "use-markup",
                                            FALSE, NULL));
  gla_accessible_name_entry_row (self->note);
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->said));
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->said_area));
  adw_preferences_group_add (self->said_group, GTK_WIDGET (self->worn_off));
  adw_preferences_group_add (self->note_group, GTK_WIDGET (self->note));
}

static void
make_widgets (GlaFollowUpEditor *self)
{
  make_visit (self);
  self->grades = GLA_GRADE_GRID (gla_grade_grid_new (gla_context_get_catalogue (self->context)));
  gtk_box_append (self->grades_box, GTK_WIDGET (self->grades));
  make_said (self);
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
  g_autoptr (GlaFollowUpForm) form = NULL;
  g_autofree char *draft = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  self = g_object_new (GLA_TYPE_FOLLOW_UP_EDITOR, NULL);
  self->context = g_object_ref (context);
  self->cycles = gla_cycles_ref (cycles);
  self->areas = g_new0 (char *, 1);
  self->draft = gla_editor_draft_new (context, "follow-up", cycles->history->patient->id,
                                      make_draft, self);
  name = gla_patient_get_name (cycles->history->patient);
  adw_window_title_set_title (self->title, _("Follow-up"));
  adw_window_title_set_subtitle (self->title, name);
  self->filling = TRUE;
  make_widgets (self);

  draft = gla_editor_draft_load (self->draft);
  form = gla_follow_up_form_from_draft (draft);
  if (form != NULL && !gla_follow_up_form_is_empty (form))
    gtk_revealer_set_reveal_child (self->draft_revealer, TRUE);
  else
    {
      g_clear_pointer (&form, gla_follow_up_form_free);
      form = gla_follow_up_form_new (gla_context_get_today (context));
    }
  fill (self, form);
  gla_grade_grid_focus_first (self->grades);
  return GTK_WINDOW (self);
}

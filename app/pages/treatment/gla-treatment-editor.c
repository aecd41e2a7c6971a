/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-treatment-editor.h"

#include "gla-baseline-box.h"
#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-injection-chart.h"
#include "gla-pattern-form.h"
#include "gla-pattern-menu.h"
#include "gla-plan-form.h"
#include "gla-plan-menu.h"
#include "gla-plan-table.h"
#include "gla-session-group.h"
#include "gla-setting-row.h"
#include "gla-setting.h"
#include "gla-source-group.h"
#include "gla-treatment-advice.h"
#include "gla-treatment-form.h"
#include "gla-treatment-save.h"
#include "gla-treatment-start.h"
#include "gla-vial-desk.h"
#include "gla-visit-group.h"

struct _GlaTreatmentEditor
{
  GlaEditorWindow parent_instance;

  /* Template */
  GtkBox *left_box;
  GtkBox *right_box;
  AdwBin *advice_bin;
  AdwBin *patterns_bin;
  AdwBin *plan_bin;
  GtkButton *repeat_button;
  GtkLabel *total_label;
  GtkWidget *injected_label;

  /* Made in code; they belong to the window */
  GlaSessionGroup *session;
  GlaSourceGroup *sources;
  GlaVisitGroup *visit;
  GlaInjectionChart *injections;
  GlaGradeGrid *grades;
  GlaPlanMenu *plan;
  AdwBin *plan_view;     /* the plan against what is filled in */
  GlaTreatmentAdvice *advice;

  /* Owned */
  GlaVialDesk *vials;
  char *reason; /* why the treatment is changed, while it is being saved */
};

G_DEFINE_FINAL_TYPE (GlaTreatmentEditor, gla_treatment_editor, GLA_TYPE_EDITOR_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GlaContext *
get_context (GlaTreatmentEditor *self)
{
  return gla_editor_window_get_context (GLA_EDITOR_WINDOW (self));
}

static const GlaHistory *
get_history (GlaTreatmentEditor *self)
{
  return gla_editor_window_get_cycles (GLA_EDITOR_WINDOW (self))->history;
}

static GlaTreatmentForm *
collect (GlaTreatmentEditor *self)
{
  GlaTreatmentForm *form = gla_treatment_form_new (GLA_DAY_NONE);
  const GlaTreatmentPlan *plan = gla_plan_menu_get_taken (self->plan);
  const char *const *areas = gla_grade_grid_get_areas (self->grades);

  form->plan = plan != NULL ? g_strdup (plan->id) : NULL;
  gla_session_group_collect (self->session, form);
  gla_visit_group_collect (self->visit, form);
  gla_source_group_collect (self->sources, form);
  gla_injection_chart_collect (self->injections, form);
  for (guint i = 0; areas[i] != NULL; i++)
    {
      int at_rest, at_maximum;

      if (gla_grade_grid_get_grades (self->grades, areas[i], &at_rest, &at_maximum) &&
          (at_rest != GLA_GRADE_UNKNOWN || at_maximum != GLA_GRADE_UNKNOWN))
        gla_treatment_form_add_grade (form, areas[i], at_rest, at_maximum);
    }
  return form;
}

static char *
gla_treatment_editor_find_fault (GlaEditorWindow *window)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (window);
  g_autoptr (GlaTreatmentForm) form = collect (self);

  if (!gla_session_group_is_valid (self->session))
    return g_strdup (_("One of the dates can't be read."));
  if (!gla_injection_chart_is_valid (self->injections))
    return g_strdup (_("One of the rows has an area or units that can't be read."));
  return gla_treatment_form_find_fault (form, gla_context_get_today (get_context (self)));
}

static char *
gla_treatment_editor_find_block (GlaEditorWindow *window)
{
  return gla_treatment_advice_dup_block (GLA_TREATMENT_EDITOR (window)->advice);
}

static void
show_totals (GlaTreatmentEditor *self)
{
  g_autoptr (GlaTreatmentForm) form = collect (self);
  g_autofree char *totals = gla_treatment_form_describe_totals (
    form, gla_context_get_catalogue (get_context (self)));
  g_autofree char *label = NULL;

  gtk_label_set_text (self->total_label, totals);
  gtk_widget_set_visible (GTK_WIDGET (self->total_label), totals[0] != '\0');
  if (totals[0] != '\0')
    /* Translators: %s are units, such as "20 U ONA" */
    label = g_strdup_printf (_("Save %s"), totals);
  gla_editor_window_set_save_label (GLA_EDITOR_WINDOW (self), label != NULL ? label : _("Save"));
  gla_vial_desk_show_needs (self->vials, form);
}

static void
show_sources (GlaTreatmentEditor *self)
{
  g_auto (GStrv) names = gla_source_group_get_names (self->sources);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (GLA_DAY_NONE);

  gla_source_group_collect (self->sources, form);
  gla_injection_chart_set_sources (self->injections, (const char *const *) names, form->sources);
}

static void
show_areas (GlaTreatmentEditor *self)
{
  g_auto (GStrv) areas = gla_injection_chart_get_areas (self->injections);

  gla_grade_grid_set_areas (self->grades, (const char *const *) areas);
  gla_baseline_box_show_recorded (self->grades, get_history (self),
                                  gla_editor_window_get_amend (GLA_EDITOR_WINDOW (self)));
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->grades)), areas[0] != NULL);
}

/* A new treatment is compared with its plan at each change, an amended one likewise. */
static void
show_plan (GlaTreatmentEditor *self)
{
  const GlaTreatmentPlan *plan = gla_plan_menu_get_taken (self->plan);
  g_autoptr (GlaTreatmentForm) form = collect (self);
  GlaCatalogue *catalogue = gla_context_get_catalogue (get_context (self));

  adw_bin_set_child (self->plan_view,
                     plan != NULL ? gla_plan_table_new (plan, form, catalogue) : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->plan_view), plan != NULL);
}

static void
edited_cb (GlaTreatmentEditor *self)
{
  if (gla_editor_window_is_filling (GLA_EDITOR_WINDOW (self)))
    return;
  show_sources (self);
  show_areas (self);
  show_totals (self);
  show_plan (self);
  gla_treatment_advice_changed (self->advice);
  gla_editor_window_edited (GLA_EDITOR_WINDOW (self));
}

static void
fill (GlaTreatmentEditor     *self,
      const GlaTreatmentForm *form)
{
  gla_plan_menu_take (self->plan, form->plan);
  gla_session_group_fill (self->session, form);
  gla_visit_group_fill (self->visit, form);
  gla_source_group_fill (self->sources, form);
  show_sources (self);
  gla_injection_chart_fill (self->injections, form);
  show_areas (self);
  for (guint i = 0; i < form->grades->len; i++)
    {
      const GlaFormGrade *grade = form->grades->pdata[i];

      gla_grade_grid_set_grades (self->grades, grade->area, grade->at_rest, grade->at_maximum);
    }
  show_totals (self);
  show_plan (self);
  gla_treatment_advice_changed (self->advice);
}

static void
repeat_cb (GlaTreatmentEditor *self)
{
  const GlaTreatment *last = gla_treatment_start_find_last (get_history (self));
  g_autoptr (GlaTreatmentForm) form = collect (self);

  if (last == NULL)
    return;
  /* Products of that day; lots are today's and have to be given. */
  g_ptr_array_set_size (form->sources, 0);
  gla_treatment_form_fill (form, get_history (self), last->id, TRUE);
  fill (self, form);
  gla_injection_chart_set_last (self->injections, form);
  edited_cb (self);
  gla_editor_window_focus_save (GLA_EDITOR_WINDOW (self));
}

static void
pattern_chosen_cb (GlaTreatmentEditor *self,
                   const GlaPattern   *pattern)
{
  g_autoptr (GlaTreatmentForm) form = collect (self);

  gla_pattern_apply (pattern, gla_context_get_catalogue (get_context (self)), form);
  fill (self, form);
  edited_cb (self);
  gla_injection_chart_focus_first (self->injections);
}

static void
plan_chosen_cb (GlaTreatmentEditor *self)
{
  const GlaTreatmentPlan *plan = gla_plan_menu_get_taken (self->plan);
  g_autoptr (GlaTreatmentForm) form = collect (self);

  gla_plan_apply (plan->content, gla_context_get_catalogue (get_context (self)), form);
  fill (self, form);
  gla_injection_chart_set_plan (self->injections, form);
  edited_cb (self);
  gla_editor_window_focus_save (GLA_EDITOR_WINDOW (self));
}

static void
gla_treatment_editor_fill_fresh (GlaEditorWindow *window)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (window);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_start_new_form (
    get_context (self), get_history (self), gla_editor_window_get_amend (window));

  fill (self, form);
}

static gboolean
gla_treatment_editor_fill_draft (GlaEditorWindow *window,
                                 const char      *text)
{
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_from_draft (text);

  if (form == NULL || gla_treatment_form_is_empty (form))
    return FALSE;
  fill (GLA_TREATMENT_EDITOR (window), form);
  return TRUE;
}

static char *
gla_treatment_editor_make_draft (GlaEditorWindow *window)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (window);
  g_autoptr (GlaTreatmentForm) form = collect (self);
  const GlaTreatmentPlan *plan = gla_plan_menu_get_taken (self->plan);

  /* What is kept as a plan is offered as such, on the day when it is wanted. */
  if (gla_treatment_form_is_empty (form)
      || (plan != NULL && gla_editor_window_get_amend (window) == NULL
          && gla_plan_is_all (plan->content, form)))
    return NULL;
  return gla_treatment_form_to_draft (form);
}

static void save_form (GlaTreatmentEditor *self,
                       const char         *anyway);

/* Backing out leaves everything as it is typed. */
static void
overdraw_answered_cb (GObject      *source,
                      GAsyncResult *result,
                      gpointer      user_data)
{
  g_autoptr (GlaTreatmentEditor) self = user_data;
  g_autofree char *anyway = NULL;
  g_autoptr (GError) cancelled = NULL;

  if (gla_confirm_finish (result, &anyway))
    {
      save_form (self, anyway);
      return;
    }
  cancelled = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "");
  gla_editor_window_end_save (GLA_EDITOR_WINDOW (self), "", cancelled);
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaTreatmentEditor) self = user_data;
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  GlaContext *context = get_context (self);
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_treatment_save_finish (context, result, &error);

  if (g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN))
    {
      gla_confirm_async (GTK_WINDOW (self), _("The vial has less than that left"), error->message,
                         _("Save Anyway"), GLA_CONFIRM_REASON, NULL, overdraw_answered_cb,
                         g_object_ref (self));
      return;
    }
  if (!gla_editor_window_end_save (window, _("The treatment was not saved"), error))
    return;
  if (gla_editor_window_get_amend (window) != NULL)
    gla_context_show_toast (context, _("Treatment changed"));
  else
    gla_context_did_add (context, _("Treatment saved"), GLA_TABLE_TREATMENT,
                         (const char *const[]) { id, NULL });
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* @anyway: (nullable): why although a vial has less left than is taken from it */
static void
save_form (GlaTreatmentEditor *self,
           const char         *anyway)
{
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);
  g_autoptr (GlaTreatmentForm) form = collect (self);

  if (self->reason != NULL)
    gla_treatment_advice_give_reason (self->advice, form, self->reason);
  gla_treatment_save_async (get_context (self), gla_editor_window_get_cycles (window), form,
                            gla_editor_window_get_amend (window), self->reason, anyway, save_done,
                            g_object_ref (self));
}

static void
gla_treatment_editor_save (GlaEditorWindow *window,
                           const char      *reason)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (window);

  g_free (self->reason);
  self->reason = g_strdup (reason);
  save_form (self, NULL);
}

/* It speaks to widgets, and goes before them. */
static void
gla_treatment_editor_dispose (GObject *object)
{
  g_clear_object (&GLA_TREATMENT_EDITOR (object)->vials);
  G_OBJECT_CLASS (gla_treatment_editor_parent_class)->dispose (object);
}

static void
gla_treatment_editor_finalize (GObject *object)
{
  g_free (GLA_TREATMENT_EDITOR (object)->reason);
  G_OBJECT_CLASS (gla_treatment_editor_parent_class)->finalize (object);
}

static void
gla_treatment_editor_class_init (GlaTreatmentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GlaEditorWindowClass *editor_class = GLA_EDITOR_WINDOW_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_treatment_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_treatment_editor_finalize;
  editor_class->fill_fresh = gla_treatment_editor_fill_fresh;
  editor_class->fill_draft = gla_treatment_editor_fill_draft;
  editor_class->make_draft = gla_treatment_editor_make_draft;
  editor_class->find_fault = gla_treatment_editor_find_fault;
  editor_class->find_block = gla_treatment_editor_find_block;
  editor_class->save = gla_treatment_editor_save;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-treatment-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, left_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, right_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, advice_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, patterns_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, plan_bin);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, repeat_button);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, total_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, injected_label);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);
}

static void
gla_treatment_editor_init (GlaTreatmentEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GlaTreatmentForm *
collect_cb (gpointer data)
{
  return collect (data);
}

/* Mixed, received or thrown away: what is left, and what there is to know before injecting. */
static void
vials_changed_cb (GlaTreatmentEditor *self)
{
  show_totals (self);
  gla_treatment_advice_changed (self->advice);
}

static void
connect_edits (GlaTreatmentEditor *self)
{
  g_signal_connect_swapped (self->session, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->sources, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->visit, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_object (self->vials, "changed", G_CALLBACK (vials_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->injections, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->grades, "edited", G_CALLBACK (edited_cb), self);
}

/* List or map: as it was used the last time. */
static GlaInjectionChart *
make_chart (GlaTreatmentEditor *self)
{
  GlaContext *context = get_context (self);
  GlaSex sex = get_history (self)->patient->sex;
  GlaDoseFor patient = sex == GLA_SEX_FEMALE ? GLA_DOSE_FOR_WOMEN
                       : sex == GLA_SEX_MALE ? GLA_DOSE_FOR_MEN
                                             : GLA_DOSE_FOR_ANYONE;
  GtkWidget *chart = gla_injection_chart_new (
    gla_context_get_catalogue (context),
    gla_cycle_settings_get_region (gla_context_get_cycle_settings (context)), patient);

  gla_injection_chart_set_context (GLA_INJECTION_CHART (chart), context);
  g_settings_bind (gla_context_get_settings (context), "chart-on-map", chart, "on-map",
                   G_SETTINGS_BIND_DEFAULT);
  return GLA_INJECTION_CHART (chart);
}

/* What the clinic wants recorded before each treatment. */
static GlaPlanAsks
read_asks (GlaTreatmentEditor *self)
{
  g_autofree char *text = gla_setting_dup (get_context (self), GLA_SETTING_TREATMENT_ASKS);

  return gla_plan_asks_from_text (text);
}

static void
make_patterns (GlaTreatmentEditor *self)
{
  GtkWidget *menu = gla_pattern_menu_new (get_context (self), collect_cb, self);

  g_signal_connect_object (menu, "chosen", G_CALLBACK (pattern_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->patterns_bin, menu);
}

/* Who neither repeats nor takes up a plan begins to type: a letter goes to the list. */
static gboolean
begin_cb (GtkEventControllerKey *controller,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          GlaTreatmentEditor    *self)
{
  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0
      || !g_unichar_isalpha (gdk_keyval_to_unicode (keyval)))
    return GDK_EVENT_PROPAGATE;
  return gla_injection_chart_begin (self->injections, controller);
}

static GtkEventController *
make_begin (GlaTreatmentEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (begin_cb), self, 0);
  return keys;
}

static void
make_plan (GlaTreatmentEditor *self)
{
  self->plan = GLA_PLAN_MENU (gla_plan_menu_new (get_context (self), get_history (self),
                                                 collect_cb, self));
  g_signal_connect_object (self->plan, "chosen", G_CALLBACK (plan_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->plan, "changed", G_CALLBACK (edited_cb), self,
                           G_CONNECT_SWAPPED);
  adw_bin_set_child (self->plan_bin, GTK_WIDGET (self->plan));
  gla_plan_menu_add_controller (self->plan, make_begin (self));
  gla_plan_menu_hide_instead (self->plan, self->injected_label);
  gtk_widget_add_controller (GTK_WIDGET (self->repeat_button), make_begin (self));
  /* What was planned for a treatment that was given is part of its record. */
  gtk_widget_set_visible (GTK_WIDGET (self->plan_bin),
                          gla_editor_window_get_amend (GLA_EDITOR_WINDOW (self)) == NULL);
  self->plan_view = ADW_BIN (adw_bin_new ());
}

static void
make_advice (GlaTreatmentEditor *self,
             GlaPlanAsks         asks)
{
  GlaEditorWindow *window = GLA_EDITOR_WINDOW (self);

  self->advice = GLA_TREATMENT_ADVICE (gla_treatment_advice_new (
    get_context (self), gla_editor_window_get_cycles (window),
    gla_vial_desk_get_vials (self->vials), gla_editor_window_get_amend (window), asks, collect_cb,
    self));
  adw_bin_set_child (self->advice_bin, GTK_WIDGET (self->advice));
}

static void
make_widgets (GlaTreatmentEditor *self)
{
  GlaPlanAsks asks = read_asks (self);
  GlaContext *context = get_context (self);
  GlaCatalogue *catalogue = gla_context_get_catalogue (context);
  const GlaTreatment *last = gla_treatment_start_find_last (get_history (self));

  self->session = GLA_SESSION_GROUP (gla_session_group_new (context));
  gtk_box_append (self->left_box, GTK_WIDGET (self->session));
  self->vials = gla_vial_desk_new (GLA_EDITOR_WINDOW (self));
  self->sources = gla_vial_desk_get_group (self->vials);
  gtk_box_append (self->left_box, GTK_WIDGET (self->sources));
  gtk_box_append (self->left_box, gla_vial_desk_get_message (self->vials));
  self->visit = GLA_VISIT_GROUP (gla_visit_group_new (
    context, gla_editor_window_get_cycles (GLA_EDITOR_WINDOW (self)),
    gla_editor_window_get_amend (GLA_EDITOR_WINDOW (self)), asks, collect_cb, self));
  gtk_box_append (self->left_box, GTK_WIDGET (self->visit));
  self->injections = make_chart (self);
  self->grades = GLA_GRADE_GRID (gla_grade_grid_new (catalogue));
  gtk_box_append (self->right_box, GTK_WIDGET (self->injections));
  make_plan (self);
  gtk_box_append (self->right_box, GTK_WIDGET (self->plan_view));
  gtk_box_append (self->right_box, gla_baseline_box_new (self->grades));
  make_patterns (self);
  make_advice (self, asks);
  if (last != NULL && gla_editor_window_get_amend (GLA_EDITOR_WINDOW (self)) == NULL)
    {
      g_autofree char *day = gla_day_format (last->day, last->precision);
      /* Translators: %s is the date of the last treatment, as in "Repeat 12 Oct 2026" */
      g_autofree char *label = g_strdup_printf (_("Repeat %s"), day);

      gtk_button_set_label (self->repeat_button, label);
      gtk_widget_set_visible (GTK_WIDGET (self->repeat_button), TRUE);
    }
  connect_edits (self);
}

GtkWindow *
gla_treatment_editor_new (GlaContext *context,
                          GlaCycles  *cycles,
                          const char *amend)
{
  GlaTreatmentEditor *self;
  GlaEditorWindow *window;
  const GlaTreatment *treatment = NULL;
  gboolean draft, repeat;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  if (amend != NULL)
    {
      treatment = gla_history_find_treatment (cycles->history, amend);
      g_return_val_if_fail (treatment != NULL, NULL);
    }
  self = g_object_new (GLA_TYPE_TREATMENT_EDITOR, NULL);
  window = GLA_EDITOR_WINDOW (self);
  gla_editor_window_set_up (window, context, cycles, "treatment", amend,
                            treatment != NULL ? treatment->revision : 0);
  gla_editor_window_set_words (window, amend != NULL ? _("Edit Treatment") : _("New Treatment"),
                               _("Change this treatment?"));
  make_widgets (self);
  draft = gla_editor_window_begin (window);
  repeat = !draft && gtk_widget_get_visible (GTK_WIDGET (self->repeat_button));
  if (!draft && gla_plan_menu_focus (self->plan))
    return GTK_WINDOW (self);
  if (repeat)
    gtk_widget_grab_focus (GTK_WIDGET (self->repeat_button));
  else
    gla_injection_chart_focus_first (self->injections);
  return GTK_WINDOW (self);
}

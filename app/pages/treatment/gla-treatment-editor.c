/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "treatment/gla-treatment-editor.h"

#include "gla-confirm.h"
#include "gla-store-read.h"
#include "treatment/gla-editor-draft.h"
#include "treatment/gla-grade-grid.h"
#include "treatment/gla-injection-rows.h"
#include "treatment/gla-session-group.h"
#include "treatment/gla-source-group.h"
#include "treatment/gla-treatment-form.h"
#include "treatment/gla-treatment-save.h"

#include <glib/gi18n.h>

struct _GlaTreatmentEditor
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *title;
  GtkWidget *save_button;
  GtkRevealer *draft_revealer;
  GtkBox *left_box;
  GtkBox *right_box;
  GtkButton *repeat_button;
  GtkLabel *fault_label;
  GtkLabel *total_label;

  /* Made in code; they belong to the window */
  GlaSessionGroup *session;
  GlaSourceGroup *sources;
  GlaInjectionRows *injections;
  GlaGradeGrid *grades;

  /* Owned */
  GlaContext *context;
  GlaCycles *cycles;
  char *amend;
  GlaEditorDraft *draft;

  gboolean filling;
  gboolean tried;            /* Save was pressed: faults are said from now on */
  gboolean saving;
};

G_DEFINE_FINAL_TYPE (GlaTreatmentEditor, gla_treatment_editor, ADW_TYPE_WINDOW)

enum { SIGNAL_SAVED, N_SIGNALS };
static guint signals[N_SIGNALS];

static GlaTreatmentForm *
collect (GlaTreatmentEditor *self)
{
  GlaTreatmentForm *form = gla_treatment_form_new (GLA_DAY_NONE);
  const char *const *areas = gla_grade_grid_get_areas (self->grades);

  gla_session_group_collect (self->session, form);
  gla_source_group_collect (self->sources, form);
  gla_injection_rows_collect (self->injections, form);
  for (guint i = 0; areas[i] != NULL; i++)
    {
      int at_rest, at_maximum;

      if (gla_grade_grid_get_grades (self->grades, areas[i], &at_rest, &at_maximum) &&
          (at_rest != GLA_GRADE_UNKNOWN || at_maximum != GLA_GRADE_UNKNOWN))
        gla_treatment_form_add_grade (form, areas[i], at_rest, at_maximum);
    }
  return form;
}

/* What can't be saved yet, in words; NULL if all is well. */
static char *
find_fault (GlaTreatmentEditor     *self,
            const GlaTreatmentForm *form)
{
  if (!gla_session_group_is_valid (self->session))
    return g_strdup (_("One of the dates can't be read."));
  if (!gla_injection_rows_is_valid (self->injections))
    return g_strdup (_("One of the rows has an area or units that can't be read."));
  return gla_treatment_form_find_fault (form, gla_context_get_today (self->context));
}

static void
update (GlaTreatmentEditor *self)
{
  g_autoptr (GlaTreatmentForm) form = collect (self);
  g_autofree char *fault = find_fault (self, form);
  g_autofree char *totals = gla_treatment_form_describe_totals (
    form, gla_context_get_catalogue (self->context));
  g_autofree char *label = NULL;

  gtk_label_set_text (self->total_label, totals);
  gtk_label_set_text (self->fault_label, self->tried && fault != NULL ? fault : "");
  if (totals[0] != '\0')
    /* Translators: %s are units, such as "20 U ONA" */
    label = g_strdup_printf (_("Save %s"), totals);
  gtk_button_set_label (GTK_BUTTON (self->save_button), label != NULL ? label : _("Save"));
}

static void
show_sources (GlaTreatmentEditor *self)
{
  g_auto (GStrv) names = gla_source_group_get_names (self->sources);

  gla_injection_rows_set_sources (self->injections, (const char *const *) names);
}

static void
show_areas (GlaTreatmentEditor *self)
{
  g_auto (GStrv) areas = gla_injection_rows_get_areas (self->injections);

  gla_grade_grid_set_areas (self->grades, (const char *const *) areas);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (self->grades)), areas[0] != NULL);
}

static void
edited_cb (GlaTreatmentEditor *self)
{
  if (self->filling)
    return;
  show_sources (self);
  show_areas (self);
  update (self);
  gla_editor_draft_touch (self->draft);
}

static void
fill (GlaTreatmentEditor     *self,
      const GlaTreatmentForm *form)
{
  self->filling = TRUE;
  gla_session_group_fill (self->session, form);
  gla_source_group_fill (self->sources, form);
  show_sources (self);
  gla_injection_rows_fill (self->injections, form);
  show_areas (self);
  for (guint i = 0; i < form->grades->len; i++)
    {
      const GlaFormGrade *grade = form->grades->pdata[i];

      gla_grade_grid_set_grades (self->grades, grade->area, grade->at_rest, grade->at_maximum);
    }
  self->filling = FALSE;
  update (self);
}

/* The last treatment that can be repeated; NULL if there is none. */
static const GlaTreatment *
get_last_treatment (GlaTreatmentEditor *self)
{
  GPtrArray *treatments = self->cycles->history->treatments;

  return treatments->len > 0 ? treatments->pdata[treatments->len - 1] : NULL;
}

/* A new treatment is today, by whoever writes, with the product of the last time. */
static GlaTreatmentForm *
make_fresh_form (GlaTreatmentEditor *self)
{
  GlaTreatmentForm *form = gla_treatment_form_new (gla_context_get_today (self->context));
  const GlaTreatment *last = get_last_treatment (self);

  if (self->amend != NULL)
    {
      gla_treatment_form_fill (form, self->cycles->history, self->amend, FALSE);
      return form;
    }
  form->injector = g_strdup (gla_context_get_author (self->context));
  if (last != NULL)
    {
      g_autoptr (GlaTreatmentForm) repeat = gla_treatment_form_new (GLA_DAY_NONE);

      gla_treatment_form_fill (repeat, self->cycles->history, last->id, TRUE);
      if (repeat->sources->len > 0)
        gla_treatment_form_add_source (form, NULL,
                                       ((GlaFormSource *) repeat->sources->pdata[0])->product,
                                       NULL);
    }
  return form;
}

static void
repeat_cb (GlaTreatmentEditor *self)
{
  const GlaTreatment *last = get_last_treatment (self);
  g_autoptr (GlaTreatmentForm) form = collect (self);

  if (last == NULL)
    return;
  /* Products of that day; lots are today's and have to be given. */
  g_ptr_array_set_size (form->sources, 0);
  gla_treatment_form_fill (form, self->cycles->history, last->id, TRUE);
  fill (self, form);
  edited_cb (self);
  gtk_widget_grab_focus (self->save_button);
}

static void
start_anew_cb (GlaTreatmentEditor *self)
{
  g_autoptr (GlaTreatmentForm) form = make_fresh_form (self);

  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gla_editor_draft_drop (self->draft);
  fill (self, form);
}

static void
cancel_cb (GlaTreatmentEditor *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
save_done (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaTreatmentEditor) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_treatment_save_finish (self->context, result, &error);

  self->saving = FALSE;
  gtk_widget_set_sensitive (self->save_button, TRUE);
  if (error != NULL)
    {
      gla_context_show_error (self->context, _("The treatment was not saved"), error);
      return;
    }
  gla_editor_draft_drop (self->draft);
  if (self->amend != NULL)
    gla_context_show_toast (self->context, _("Treatment changed"));
  else
    gla_context_did_add (self->context, _("Treatment saved"), GLA_TABLE_TREATMENT,
                         (const char *const[]) { id, NULL });
  g_signal_emit (self, signals[SIGNAL_SAVED], 0, id);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_with_reason (GlaTreatmentEditor *self,
                  const char         *reason)
{
  g_autoptr (GlaTreatmentForm) form = collect (self);

  self->saving = TRUE;
  gtk_widget_set_sensitive (self->save_button, FALSE);
  gla_treatment_save_async (self->context, self->cycles, form, self->amend, reason, save_done,
                            g_object_ref (self));
}

static void
reason_given_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (GlaTreatmentEditor) self = user_data;
  g_autofree char *reason = NULL;

  if (gla_confirm_finish (result, &reason))
    save_with_reason (self, reason);
}

static void
save_cb (GlaTreatmentEditor *self)
{
  g_autoptr (GlaTreatmentForm) form = NULL;
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
  if (self->amend == NULL)
    save_with_reason (self, NULL);
  else
    gla_confirm_async (GTK_WINDOW (self), _("Change this treatment?"),
                       _("What was recorded before stays in the history of changes."),
                       _("Change"), GLA_CONFIRM_REASON, NULL, reason_given_cb,
                       g_object_ref (self));
}

static gboolean
gla_treatment_editor_close_request (GtkWindow *window)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (window);

  /* Freeing the draft writes what was typed in the last moment. */
  g_clear_pointer (&self->draft, gla_editor_draft_free);
  return GTK_WINDOW_CLASS (gla_treatment_editor_parent_class)->close_request (window);
}

static char *
make_draft (gpointer editor)
{
  g_autoptr (GlaTreatmentForm) form = collect (editor);

  return gla_treatment_form_is_empty (form) ? NULL : gla_treatment_form_to_draft (form);
}

static void
gla_treatment_editor_dispose (GObject *object)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (object);

  self->filling = TRUE;
  G_OBJECT_CLASS (gla_treatment_editor_parent_class)->dispose (object);
}

static void
gla_treatment_editor_finalize (GObject *object)
{
  GlaTreatmentEditor *self = GLA_TREATMENT_EDITOR (object);

  g_clear_pointer (&self->draft, gla_editor_draft_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->cycles, gla_cycles_unref);
  g_clear_pointer (&self->amend, g_free);
  G_OBJECT_CLASS (gla_treatment_editor_parent_class)->finalize (object);
}

static void
gla_treatment_editor_class_init (GlaTreatmentEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_treatment_editor_dispose;
  object_class->finalize = gla_treatment_editor_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gla_treatment_editor_close_request;
  signals[SIGNAL_SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/org/glabella/Glabella/ui/pages/treatment/gla-treatment-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, title);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, draft_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, left_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, right_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, repeat_button);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, fault_label);
  gtk_widget_class_bind_template_child (widget_class, GlaTreatmentEditor, total_label);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
  gtk_widget_class_bind_template_callback (widget_class, repeat_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_anew_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static gboolean
save_shortcut_cb (GtkWidget *widget,
                  GVariant  *args,
                  gpointer   user_data)
{
  save_cb (GLA_TREATMENT_EDITOR (widget));
  return GDK_EVENT_STOP;
}

static void
add_save_shortcut (GlaTreatmentEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>Return|<Control>KP_Enter"),
                      gtk_callback_action_new (save_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
gla_treatment_editor_init (GlaTreatmentEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_save_shortcut (self);
}

static GtkWidget *
make_grades_box (GlaTreatmentEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *title = gtk_label_new (_("Before injecting"));
  GtkWidget *hint = gtk_label_new (_("Grades of today. They are the baseline of this treatment and "
                                     "the last word on the one before."));

  gtk_widget_add_css_class (title, "heading");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grades));
  return box;
}

static void
connect_edits (GlaTreatmentEditor *self)
{
  g_signal_connect_swapped (self->session, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->sources, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->injections, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->grades, "edited", G_CALLBACK (edited_cb), self);
}

static void
make_widgets (GlaTreatmentEditor *self)
{
  GlaCatalogue *catalogue = gla_context_get_catalogue (self->context);
  g_autoptr (GPtrArray) vials = gla_store_list_vials (gla_context_get_reader (self->context),
                                                      FALSE, NULL);
  const GlaTreatment *last = get_last_treatment (self);

  if (vials == NULL)
    vials = g_ptr_array_new ();
  self->session = GLA_SESSION_GROUP (gla_session_group_new (self->context));
  gtk_box_append (self->left_box, GTK_WIDGET (self->session));
  self->sources = GLA_SOURCE_GROUP (gla_source_group_new (catalogue, vials));
  gtk_box_append (self->left_box, GTK_WIDGET (self->sources));
  self->injections = GLA_INJECTION_ROWS (gla_injection_rows_new (catalogue));
  self->grades = GLA_GRADE_GRID (gla_grade_grid_new (catalogue));
  gtk_box_append (self->right_box, GTK_WIDGET (self->injections));
  gtk_box_append (self->right_box, make_grades_box (self));
  if (last != NULL && self->amend == NULL)
    {
      g_autofree char *day = gla_day_format (last->day, last->precision);
      /* Translators: %s is the date of the last treatment, as in "Repeat 12 Oct 2026" */
      g_autofree char *label = g_strdup_printf (_("Repeat %s"), day);

      gtk_button_set_label (self->repeat_button, label);
      gtk_widget_set_visible (GTK_WIDGET (self->repeat_button), TRUE);
    }
  connect_edits (self);
}

static void
load (GlaTreatmentEditor *self)
{
  g_autofree char *draft = self->amend == NULL ? gla_editor_draft_load (self->draft) : NULL;
  g_autoptr (GlaTreatmentForm) form = draft != NULL ? gla_treatment_form_from_draft (draft) : NULL;

  if (form != NULL && !gla_treatment_form_is_empty (form))
    gtk_revealer_set_reveal_child (self->draft_revealer, TRUE);
  else
    {
      g_clear_pointer (&form, gla_treatment_form_free);
      form = make_fresh_form (self);
    }
  fill (self, form);
  gtk_widget_grab_focus (self->amend == NULL && get_last_treatment (self) != NULL
                           ? GTK_WIDGET (self->repeat_button)
                           : GTK_WIDGET (self->injections));
}

GtkWindow *
gla_treatment_editor_new (GlaContext *context,
                          GlaCycles  *cycles,
                          const char *amend)
{
  GlaTreatmentEditor *self;
  g_autofree char *name = NULL;
  g_autofree char *kind = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && cycles != NULL, NULL);

  self = g_object_new (GLA_TYPE_TREATMENT_EDITOR, NULL);
  self->context = g_object_ref (context);
  self->cycles = gla_cycles_ref (cycles);
  self->amend = g_strdup (amend);
  kind = amend != NULL ? g_strconcat ("treatment ", amend, NULL) : g_strdup ("treatment");
  self->draft = gla_editor_draft_new (context, kind, cycles->history->patient->id, make_draft,
                                      self);
  name = gla_patient_get_name (cycles->history->patient);
  adw_window_title_set_title (self->title,
                              amend != NULL ? _("Edit Treatment") : _("New Treatment"));
  adw_window_title_set_subtitle (self->title, name);
  self->filling = TRUE;
  make_widgets (self);
  self->filling = FALSE;
  load (self);
  return GTK_WINDOW (self);
}

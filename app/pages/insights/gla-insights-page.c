/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insights-page.h"

#include "gla-cycles-window.h"
#include "gla-i18n.h"
#include "gla-insight-chart.h"
#include "gla-insight-choices.h"
#include "gla-insight-reading.h"
#include "gla-insight-table.h"
#include "gla-insights-save.h"
#include "gla-store-today.h"

#define PROGRESS_MILLISECONDS 150

struct _GlaInsightsPage
{
  AdwBin parent_instance;

  /* Template */
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkRevealer *stale_revealer;
  GlaInsightChoices *choices;
  GtkSpinner *spinner;
  GtkLabel *sentence_label;
  GtkLabel *completeness_label;
  GtkLabel *notes_label;
  GtkWidget *all_button;
  GlaInsightChart *chart;
  GlaInsightTable *table;

  /* Owned */
  GlaContext *context;
  GCancellable *reading_cancellable;
  GCancellable *job_cancellable;
  GTask *reading;
  GlaInsightClinic *clinic;
  GlaInsightResult *result;

  guint progress_timer;
  gint64 reading_entry; /* last one of the audit when the reading began */
  gint64 last_entry;    /* likewise, of what is shown */
  guint32 code;       /* the group that the curve is about, or GLA_CYCLE_CODE_ANY */
};

enum
{
  OPEN_PATIENT,
  CLOSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaInsightsPage, gla_insights_page, ADW_TYPE_BIN)

/* An answer */

static void
set_label (GtkLabel   *label,
           const char *text)
{
  gtk_label_set_text (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && text[0] != '\0');
}

/* What the curve is about if not all. */
static char *
describe_sentence (const GlaInsightResult *result)
{
  g_autofree char *sentence = NULL;

  if (result->sheet->question.view != GLA_INSIGHT_DURATIONS)
    return NULL;
  sentence = result->is_full ? gla_duration_curve_describe (result->curve)
                             : g_strdup (_("The likely range follows…"));
  if (result->curve_row < 0)
    return g_steal_pointer (&sentence);
  /* Translators: a group, and a sentence about it */
  return g_strdup_printf (_("%s: %s"),
                          gla_insight_sheet_get_cell (result->sheet, (guint) result->curve_row,
                                                      0)->text, sentence);
}

static char *
join_notes (const GlaInsightSheet *sheet)
{
  GString *text = g_string_new (gla_insight_view_describe_chart (sheet->question.view));

  for (guint i = 0; i < sheet->notes->len; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "",
                            (const char *) g_ptr_array_index (sheet->notes, i));
  return g_string_free (text, FALSE);
}

static gboolean
has_chart (GlaInsightView view)
{
  return view == GLA_INSIGHT_DURATIONS || view == GLA_INSIGHT_LOTS || view == GLA_INSIGHT_INJECTORS;
}

static void
show_result (GlaInsightsPage  *self,
             GlaInsightResult *result)
{
  g_autoptr (GlaInsightResult) before = self->result;
  GlaInsightView view = result->sheet->question.view;
  g_autofree char *sentence = describe_sentence (result);
  g_autofree char *completeness = gla_insight_describe_completeness (
      &result->curve->counts, gla_cycle_table_get_settings (result->clinic->table));
  g_autofree char *notes = join_notes (result->sheet);

  self->result = result;
  gtk_widget_set_visible (GTK_WIDGET (self->chart), has_chart (view));
  gla_insight_chart_set_result (self->chart, result);
  gla_insight_table_set_result (self->table, result);
  set_label (self->sentence_label, sentence);
  set_label (self->completeness_label, completeness);
  set_label (self->notes_label, notes);
  gtk_widget_set_visible (self->all_button, result->curve_row >= 0);
}

static void answer (GlaInsightsPage *self,
                    gboolean         full);

static void
answered_cb (GObject      *source,
             GAsyncResult *task,
             gpointer      user_data)
{
  g_autoptr (GlaInsightsPage) self = GLA_INSIGHTS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  GlaInsightResult *result = gla_insight_job_run_finish (task, &error);

  /* Another question was asked meanwhile, or the page is gone. */
  if (result == NULL)
    return;
  if (self->context == NULL
      || g_task_get_cancellable (G_TASK (task)) != self->job_cancellable)
    {
      gla_insight_result_free (result);
      return;
    }
  show_result (self, result);
  if (result->is_full)
    gtk_spinner_stop (self->spinner);
  else
    answer (self, TRUE);
}

/* First what is quick, then all of it. */
static void
answer (GlaInsightsPage *self,
        gboolean         full)
{
  GlaInsightQuestion question;

  gla_insight_choices_get_question (self->choices, &question);
  gla_insight_job_run_async (self->clinic, &question,
                             question.view == GLA_INSIGHT_DURATIONS ? self->code
                                                                    : GLA_CYCLE_CODE_ANY,
                             full, self->job_cancellable, answered_cb, g_object_ref (self));
}

static void
ask (GlaInsightsPage *self)
{
  if (self->clinic == NULL)
    return;
  if (self->job_cancellable != NULL)
    g_cancellable_cancel (self->job_cancellable);
  g_clear_object (&self->job_cancellable);
  self->job_cancellable = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  answer (self, FALSE);
}

static void
choices_changed_cb (GlaInsightsPage *self)
{
  self->code = GLA_CYCLE_CODE_ANY;
  ask (self);
}

static void
show_all_cb (GlaInsightsPage *self)
{
  self->code = GLA_CYCLE_CODE_ANY;
  ask (self);
}

/* The curve of one row. */
static void
row_activated_cb (GlaInsightsPage *self,
                  guint            row)
{
  const GlaInsightRow *chosen;

  if (self->result == NULL || row >= self->result->sheet->rows->len
      || self->result->sheet->question.view != GLA_INSIGHT_DURATIONS)
    return;
  chosen = g_ptr_array_index (self->result->sheet->rows, row);
  self->code = chosen->code;
  ask (self);
}

static void
open_patient_cb (GlaInsightsPage *self,
                 const char      *patient)
{
  g_signal_emit (self, signals[OPEN_PATIENT], 0, patient);
}

static void
open_cycles_cb (GlaInsightsPage *self,
                guint            row,
                int              subset)
{
  const GlaInsightRow *chosen;
  g_autofree char *title = NULL;
  GtkWindow *window;

  if (self->result == NULL || row >= self->result->sheet->rows->len)
    return;
  chosen = g_ptr_array_index (self->result->sheet->rows, row);
  /* Translators: what was counted, and for whom or what */
  title = g_strdup_printf (_("%s: %s"), gla_insight_sheet_get_cell (self->result->sheet, row,
                                                                    0)->text,
                           gla_cycle_subset_describe ((GlaCycleSubset) subset));
  window = gla_cycles_window_new (self->context, self->result->clinic, title,
                                  gla_cycle_table_select (self->result->clinic->table,
                                                          &chosen->filter,
                                                          (GlaCycleSubset) subset));
  gtk_window_set_transient_for (window, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  /* Names of patients don't outlive the clinic on the screen. */
  g_signal_connect_object (self, "closed", G_CALLBACK (gtk_window_destroy), window,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (window, "open-patient", G_CALLBACK (open_patient_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (window);
}

/* Reading the records */

/* Number of the last entry of the audit; 0 if it can't be read. */
static gint64
read_last_entry (GlaInsightsPage *self)
{
  gint64 last = 0;
  gboolean everybody;
  g_autoptr (GPtrArray) nobody =
    gla_store_list_changed (gla_context_get_reader (self->context), -1, &last, &everybody, NULL);

  return nobody != NULL ? last : 0;
}

/* What the program works out and keeps beside the records has no entry, and changes no figure. */
static void
changed_cb (GlaInsightsPage *self)
{
  gtk_revealer_set_reveal_child (self->stale_revealer,
                                 self->clinic != NULL
                                   && read_last_entry (self) != self->last_entry);
}

static gboolean
progress_cb (gpointer user_data)
{
  GlaInsightsPage *self = user_data;

  gtk_progress_bar_set_fraction (self->progress_bar,
                                 gla_insight_reading_get_progress (self->reading));
  return G_SOURCE_CONTINUE;
}

static void
end_reading (GlaInsightsPage *self)
{
  g_clear_handle_id (&self->progress_timer, g_source_remove);
  g_clear_object (&self->reading);
  g_clear_object (&self->reading_cancellable);
}

static void
take_clinic (GlaInsightsPage  *self,
             GlaInsightClinic *clinic)
{
  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);
  self->clinic = clinic;
  self->code = GLA_CYCLE_CODE_ANY;
  self->last_entry = self->reading_entry;
  changed_cb (self);
  if (gla_cycle_table_get_n_rows (clinic->table) == 0)
    {
      gtk_stack_set_visible_child_name (self->stack, "empty");
      return;
    }
  gla_insight_choices_set_clinic (self->choices, clinic);
  gtk_stack_set_visible_child_name (self->stack, "figures");
  ask (self);
}

static void
read_cb (GObject      *source,
         GAsyncResult *task,
         gpointer      user_data)
{
  g_autoptr (GlaInsightsPage) self = GLA_INSIGHTS_PAGE (user_data);
  g_autoptr (GError) error = NULL;
  GlaInsightClinic *clinic = gla_insight_reading_finish (task, &error);

  if (self->context == NULL || G_TASK (task) != self->reading)
    {
      g_clear_pointer (&clinic, gla_insight_clinic_unref);
      return;
    }
  end_reading (self);
  if (clinic != NULL)
    {
      take_clinic (self, clinic);
      return;
    }
  /* What was there before is still right as of then. */
  gtk_stack_set_visible_child_name (self->stack, self->clinic != NULL ? "figures" : "stopped");
  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      && !g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED)
      && !g_error_matches (error, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_CANCELLED))
    gla_context_show_error (self->context, _("The records could not be read"), error);
}

static void
read_records (GlaInsightsPage *self)
{
  if (self->reading != NULL)
    return;
  self->reading_entry = read_last_entry (self);
  self->reading_cancellable = g_cancellable_new ();
  gtk_progress_bar_set_fraction (self->progress_bar, 0);
  gtk_stack_set_visible_child_name (self->stack, "reading");
  self->reading = gla_insight_reading_start (self->context, self->reading_cancellable, read_cb,
                                             g_object_ref (self));
  self->progress_timer = g_timeout_add (PROGRESS_MILLISECONDS, progress_cb, self);
}

static void
stop_cb (GlaInsightsPage *self)
{
  if (self->reading_cancellable != NULL)
    g_cancellable_cancel (self->reading_cancellable);
}

/* Saving */

static void
save (GlaInsightsPage *self,
      GlaFileKind      kind)
{
  g_autofree char *choices = gla_insight_choices_describe (self->choices);

  if (self->result != NULL)
    gla_insights_save (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), self->context,
                       self->result, kind, choices);
}

static void
save_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const struct
  {
    const char *name;
    GlaFileKind kind;
  } kinds[] = {
    { "insights.save-table", GLA_FILE_TABLE },
    { "insights.save-pdf", GLA_FILE_PDF },
    { "insights.save-png", GLA_FILE_PNG },
    { "insights.save-svg", GLA_FILE_SVG },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name))
      save (GLA_INSIGHTS_PAGE (widget), kinds[i].kind);
}

static void
gla_insights_page_map (GtkWidget *widget)
{
  GlaInsightsPage *self = GLA_INSIGHTS_PAGE (widget);
  GlaRole role;

  GTK_WIDGET_CLASS (gla_insights_page_parent_class)->map (widget);

  if (self->context == NULL)
    return;
  role = gla_context_get_role (self->context);
  gla_insight_choices_set_months (self->choices, role == GLA_ROLE_OWNER);
  if (role == GLA_ROLE_FRONT_DESK)
    gtk_stack_set_visible_child_name (self->stack, "denied");
  else if (self->clinic == NULL)
    read_records (self);
  else if (self->reading == NULL && self->result != NULL)
    gtk_stack_set_visible_child_name (self->stack, "figures");
}

static void
gla_insights_page_dispose (GObject *object)
{
  GlaInsightsPage *self = GLA_INSIGHTS_PAGE (object);

  gla_insights_page_close (self);
  g_clear_pointer (&self->result, gla_insight_result_free);
  g_clear_pointer (&self->clinic, gla_insight_clinic_unref);

  G_OBJECT_CLASS (gla_insights_page_parent_class)->dispose (object);
}

static void
gla_insights_page_class_init (GlaInsightsPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_insights_page_dispose;
  widget_class->map = gla_insights_page_map;

  signals[OPEN_PATIENT] = g_signal_new ("open-patient", G_TYPE_FROM_CLASS (klass),
                                        G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                        G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GLA_TYPE_INSIGHT_CHOICES);
  g_type_ensure (GLA_TYPE_INSIGHT_CHART);
  g_type_ensure (GLA_TYPE_INSIGHT_TABLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/insights/gla-insights-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, stale_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, choices);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, spinner);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, sentence_label);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, completeness_label);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, notes_label);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, all_button);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, chart);
  gtk_widget_class_bind_template_child (widget_class, GlaInsightsPage, table);
  gtk_widget_class_bind_template_callback (widget_class, choices_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cycles_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_records);

  gtk_widget_class_install_action (widget_class, "insights.save-table", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "insights.save-pdf", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "insights.save-png", NULL, save_action);
  gtk_widget_class_install_action (widget_class, "insights.save-svg", NULL, save_action);
}

static void
gla_insights_page_init (GlaInsightsPage *self)
{
  self->code = GLA_CYCLE_CODE_ANY;
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_insights_page_new (GlaContext *context)
{
  GlaInsightsPage *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  self = g_object_new (GLA_TYPE_INSIGHTS_PAGE, NULL);
  self->context = g_object_ref (context);
  g_signal_connect_object (context, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "today-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
gla_insights_page_close (GlaInsightsPage *self)
{
  g_return_if_fail (GLA_IS_INSIGHTS_PAGE (self));

  if (self->reading_cancellable != NULL)
    g_cancellable_cancel (self->reading_cancellable);
  if (self->job_cancellable != NULL)
    g_cancellable_cancel (self->job_cancellable);
  g_clear_object (&self->job_cancellable);
  end_reading (self);
  g_signal_emit (self, signals[CLOSED], 0);
  if (self->context != NULL)
    g_signal_handlers_disconnect_by_data (self->context, self);
  g_clear_object (&self->context);
}

const GlaInsightResult *
gla_insights_page_get_result (GlaInsightsPage *self)
{
  g_return_val_if_fail (GLA_IS_INSIGHTS_PAGE (self), NULL);

  return self->result;
}

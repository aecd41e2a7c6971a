/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-window.h"

#include <glib/gstdio.h>

#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-import-columns.h"
#include "gla-import-job.h"
#include "gla-import-preview.h"
#include "gla-import-summary.h"

typedef enum
{
  STEP_CHOOSE,   /* no file yet */
  STEP_PLAN,     /* what the columns mean */
  STEP_CHECKED,  /* what would happen */
  STEP_DONE,
} Step;

struct _GlaImportWindow
{
  AdwWindow parent_instance;

  /* Template */
  AdwWindowTitle *window_title;
  GtkStack *stack;
  AdwStatusPage *choose_page;
  GtkButton *choose_button;
  AdwActionRow *file_row;
  AdwComboRow *kind_row;
  AdwComboRow *order_row;
  GlaImportColumns *columns;
  GlaImportPreview *preview;
  GlaImportSummary *summary;
  GtkWidget *foot_bar;
  GtkLabel *message_label;
  GtkWidget *back_button;
  GtkWidget *report_button;
  GtkWidget *check_button;
  GtkWidget *import_button;
  GtkWidget *another_button;
  GtkWidget *done_button;

  /* Owned */
  GlaContext *context;
  GlaImportPlan *plan;
  GlaImportResult *result;
  char *folder;          /* of the report, until it is saved elsewhere */

  Step step;
  gboolean filling;
  gboolean working;
};

G_DEFINE_FINAL_TYPE (GlaImportWindow, gla_import_window, ADW_TYPE_WINDOW)

static const GlaImportKind kinds[] = {
  GLA_IMPORT_PATIENTS, GLA_IMPORT_TREATMENTS, GLA_IMPORT_ASSESSMENTS,
};

/* In the order of the choices of order_row. */
static const GlaDayOrder orders[] = {
  GLA_DAY_ORDER_ASK, GLA_DAY_ORDER_DMY, GLA_DAY_ORDER_MDY,
};

/* What is shown */

static void
show_message (GlaImportWindow *self,
              const char      *text)
{
  gtk_label_set_text (self->message_label, text != NULL ? text : "");
}

static void
set_step (GlaImportWindow *self,
          Step             step)
{
  static const char *const pages[] = {
    [STEP_CHOOSE] = "choose", [STEP_PLAN] = "plan", [STEP_CHECKED] = "summary",
    [STEP_DONE] = "summary",
  };
  gboolean has_report = self->result != NULL && self->result->report != NULL;
  GtkWidget *main_button = step == STEP_DONE ? self->done_button : self->import_button;

  self->step = step;
  gtk_stack_set_visible_child_name (self->stack, pages[step]);
  gtk_widget_set_visible (self->foot_bar, step != STEP_CHOOSE);
  gtk_widget_set_visible (self->back_button, step == STEP_CHECKED);
  gtk_widget_set_visible (self->report_button, step >= STEP_CHECKED && has_report);
  gtk_widget_set_visible (self->check_button, step == STEP_PLAN);
  gtk_widget_set_visible (self->import_button, step == STEP_PLAN || step == STEP_CHECKED);
  gtk_widget_set_visible (self->another_button, step == STEP_DONE);
  gtk_widget_set_visible (self->done_button, step == STEP_DONE);
  show_message (self, NULL);
  gtk_window_set_default_widget (GTK_WINDOW (self),
                                 step == STEP_CHOOSE ? GTK_WIDGET (self->choose_button)
                                                     : main_button);
  gtk_widget_grab_focus (step == STEP_CHOOSE ? GTK_WIDGET (self->choose_button)
                         : step == STEP_PLAN ? GTK_WIDGET (self->kind_row)
                                             : main_button);
}

static char *
describe_file (const GlaImportPlan *plan)
{
  GlaCsvDialect dialect = gla_import_plan_get_dialect (plan);
  int n_rows = (int) MIN (gla_import_plan_get_n_rows (plan), G_MAXINT);
  g_autofree char *rows = g_strdup_printf (ngettext ("%'d row", "%'d rows", (gulong) n_rows),
                                           n_rows);

  /* Translators: number of rows, how letters are written, what is between columns:
     "120 rows, UTF-8, separated by semicolon" */
  return g_strdup_printf (_("%s, %s, separated by %s"), rows,
                          gla_csv_encoding_get_name (dialect.encoding),
                          gla_csv_delimiter_get_name (dialect.delimiter));
}

static void
show_order (GlaImportWindow *self)
{
  g_autofree char *title = NULL;
  g_autofree char *text = NULL;
  guint column;
  gboolean ask = gla_import_plan_get_ambiguous_column (self->plan, &column);

  gtk_widget_set_visible (GTK_WIDGET (self->order_row), ask);
  if (!ask)
    return;
  title = gla_import_plan_dup_title (self->plan, column);
  text = g_strdup_printf (_("The dates of “%s” can be read both ways."), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->order_row), text);
}

/* After any change of the plan. */
static void
show_plan (GlaImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  gboolean ready = gla_import_plan_check (self->plan, &error);

  show_order (self);
  gla_import_preview_show (self->preview, self->plan, gla_context_get_today (self->context));
  gtk_widget_set_sensitive (self->check_button, ready);
  gtk_widget_set_sensitive (self->import_button, ready);
  show_message (self, error != NULL ? error->message : NULL);
}

static void
fill_plan (GlaImportWindow *self)
{
  g_autofree char *name = g_filename_display_basename (gla_import_plan_get_path (self->plan));
  g_autofree char *text = describe_file (self->plan);

  self->filling = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, text);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i] == gla_import_plan_get_kind (self->plan))
      adw_combo_row_set_selected (self->kind_row, i);
  adw_combo_row_set_selected (self->order_row, 0);
  gla_import_columns_set_plan (self->columns, self->plan);
  self->filling = FALSE;
}

static void
kind_selected_cb (GlaImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (self->filling || self->plan == NULL || selected >= G_N_ELEMENTS (kinds))
    return;
  gla_import_plan_set_kind (self->plan, kinds[selected]);
  gla_import_columns_set_plan (self->columns, self->plan);
  show_plan (self);
}

static void
order_selected_cb (GlaImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->order_row);

  if (self->filling || self->plan == NULL || selected >= G_N_ELEMENTS (orders))
    return;
  gla_import_plan_set_day_order (self->plan, orders[selected]);
  show_plan (self);
}

/* Choosing a file */

/* The page takes markup, and a message may have the name of a file in it. */
static void
show_problem (GlaImportWindow *self,
              const char      *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->choose_page, markup);
}

static void
set_working (GlaImportWindow *self,
             gboolean         working)
{
  self->working = working;
  gtk_widget_set_sensitive (GTK_WIDGET (self->stack), !working);
  gtk_widget_set_sensitive (self->foot_bar, !working);
}

static void
inspected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GlaImportWindow) self = GLA_IMPORT_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  GlaImportPlan *plan = gla_import_job_inspect_finish (result, &error);

  if (self->context == NULL)
    {
      g_clear_pointer (&plan, gla_import_plan_free);
      return;
    }
  set_working (self, FALSE);
  if (plan == NULL)
    {
      if (!gla_import_job_was_stopped (error))
        show_problem (self, error->message);
      set_step (self, STEP_CHOOSE);
      return;
    }
  gla_import_columns_set_plan (self->columns, NULL);
  g_clear_pointer (&self->plan, gla_import_plan_free);
  self->plan = plan;
  fill_plan (self);
  set_step (self, STEP_PLAN);
  show_plan (self);
}

void
gla_import_window_open (GlaImportWindow *self,
                        GFile           *file)
{
  g_autofree char *path = NULL;

  g_return_if_fail (GLA_IS_IMPORT_WINDOW (self));
  g_return_if_fail (G_IS_FILE (file));

  path = g_file_get_path (file);
  if (self->working)
    return;
  if (path == NULL)
    {
      show_problem (self, _("This file is not on this computer. Copy it here first."));
      set_step (self, STEP_CHOOSE);
      return;
    }
  set_working (self, TRUE);
  gla_import_job_inspect_async (GTK_WINDOW (self), path, inspected_cb, g_object_ref (self));
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaImportWindow) self = GLA_IMPORT_WINDOW (user_data);
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);

  if (file != NULL && self->context != NULL)
    gla_import_window_open (self, file);
}

static void
choose_clicked_cb (GlaImportWindow *self)
{
  gla_file_dialogs_open_async (GTK_WINDOW (self), _("Choose a List"), _("Look at It"),
                               GLA_FILE_TABLE, NULL, NULL, chosen_cb, g_object_ref (self));
}

static gboolean
drop_cb (GtkDropTarget   *target,
         const GValue    *value,
         double           x,
         double           y,
         GlaImportWindow *self)
{
  if (self->working || !G_VALUE_HOLDS (value, G_TYPE_FILE))
    return FALSE;
  gla_import_window_open (self, g_value_get_object (value));
  return TRUE;
}

/* Importing */

static void
clear_result (GlaImportWindow *self)
{
  if (self->result != NULL && self->result->report != NULL)
    g_unlink (self->result->report);
  g_clear_pointer (&self->result, gla_import_result_free);
}

static void
finish_run (GlaImportWindow *self,
            GAsyncResult    *result,
            gboolean         dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *backup = NULL;
  GlaImportResult *outcome = gla_import_job_run_finish (result, &backup, &error);

  if (self->context == NULL)
    {
      g_clear_pointer (&outcome, gla_import_result_free);
      return;
    }
  set_working (self, FALSE);
  if (outcome == NULL)
    {
      if (gla_import_job_was_stopped (error))
        show_message (self, _("Stopped. Nothing was changed."));
      else
        gla_context_show_error (self->context, _("Nothing was imported. The clinic is as it was."),
                                error);
      return;
    }
  clear_result (self);
  self->result = outcome;
  gla_import_summary_show (self->summary, outcome, dry_run, backup);
  set_step (self, dry_run ? STEP_CHECKED : STEP_DONE);
  gtk_widget_set_sensitive (self->import_button, outcome->n_taken > 0);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GlaImportWindow) self = GLA_IMPORT_WINDOW (user_data);

  finish_run (self, result, TRUE);
}

static void
imported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GlaImportWindow) self = GLA_IMPORT_WINDOW (user_data);

  finish_run (self, result, FALSE);
}

static void
run (GlaImportWindow *self,
     gboolean         dry_run)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *report = NULL;

  if (self->working || self->plan == NULL)
    return;
  if (self->folder == NULL)
    self->folder = g_dir_make_tmp ("glabella-XXXXXX", &error);
  if (self->folder == NULL)
    {
      gla_context_show_error (self->context, _("Nothing was imported. The clinic is as it was."),
                              error);
      return;
    }
  report = g_build_filename (self->folder, dry_run ? "check.csv" : "import.csv", NULL);
  set_working (self, TRUE);
  gla_import_job_run_async (GTK_WINDOW (self), self->context, self->plan, dry_run, report,
                            dry_run ? checked_cb : imported_cb, g_object_ref (self));
}

static void
check_clicked_cb (GlaImportWindow *self)
{
  run (self, TRUE);
}

static void
import_clicked_cb (GlaImportWindow *self)
{
  run (self, FALSE);
}

static void
back_clicked_cb (GlaImportWindow *self)
{
  set_step (self, STEP_PLAN);
  show_plan (self);
}

static void
another_clicked_cb (GlaImportWindow *self)
{
  clear_result (self);
  set_step (self, STEP_CHOOSE);
}

/* The report */

static void
report_chosen_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (GlaImportWindow) self = GLA_IMPORT_WINDOW (user_data);
  g_autoptr (GFile) target = gla_file_dialogs_finish (result);
  g_autoptr (GFile) report = NULL;
  g_autoptr (GError) error = NULL;

  if (target == NULL || self->context == NULL || self->result == NULL
      || self->result->report == NULL)
    return;
  report = g_file_new_for_path (self->result->report);
  if (g_file_copy (report, target, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, &error))
    show_message (self, _("The report was saved."));
  else
    gla_context_show_error (self->context, _("The report was not saved."), error);
}

static void
report_clicked_cb (GlaImportWindow *self)
{
  g_autofree char *path = gla_import_report_make_path (gla_import_plan_get_path (self->plan));
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);

  gla_file_dialogs_save_async (GTK_WINDOW (self), _("Save the Report"), _("Save"), GLA_FILE_TABLE,
                               folder, name, NULL, report_chosen_cb, g_object_ref (self));
}

static void
gla_import_window_dispose (GObject *object)
{
  GlaImportWindow *self = GLA_IMPORT_WINDOW (object);

  clear_result (self);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_clear_pointer (&self->folder, g_free);
  if (self->columns != NULL)
    gla_import_columns_set_plan (self->columns, NULL);
  self->columns = NULL;
  g_clear_pointer (&self->plan, gla_import_plan_free);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (gla_import_window_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, choose_page);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, choose_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, order_row);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, foot_bar);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, report_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, check_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, import_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, another_button);
  gtk_widget_class_bind_template_child (widget_class, GlaImportWindow, done_button);
  gtk_widget_class_bind_template_callback (widget_class, choose_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, order_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_plan);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, report_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, check_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, import_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, another_clicked_cb);
}

static void
gla_import_window_class_init (GlaImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_import_window_dispose;

  g_type_ensure (GLA_TYPE_IMPORT_COLUMNS);
  g_type_ensure (GLA_TYPE_IMPORT_PREVIEW);
  g_type_ensure (GLA_TYPE_IMPORT_SUMMARY);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/import/gla-import-window.ui");
  bind_template (widget_class);
}

static void
gla_import_window_init (GlaImportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
  set_step (self, STEP_CHOOSE);
}

GtkWindow *
gla_import_window_new (GlaContext *context,
                       GtkWindow  *parent)
{
  GlaImportWindow *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);

  self = g_object_new (GLA_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->context = g_object_ref (context);
  return GTK_WINDOW (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-print.h"

#include "gla-i18n.h"
#include "gla-print-inside.h"
#include "gla-timeline-export.h"

/* What one print operation draws. */
typedef struct
{
  GlaCycles *cycles;
  GlaCatalogue *catalogue;
  GPtrArray *estimates; /* (element-type GlaEstimate) of the cycles, or NULL */
  char *clinic_name;
  GlaTimelineSheetOptions options;
  GlaTimelineSheet *sheet;
} Job;

static Job *
job_new (GlaContext *context,
         GlaCycles  *cycles,
         GPtrArray  *estimates,
         gboolean    table)
{
  Job *job = g_new0 (Job, 1);

  job->cycles = gla_cycles_ref (cycles);
  job->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  job->clinic_name = g_strdup (gla_context_get_clinic_name (context));
  gla_timeline_sheet_options_init (&job->options, gla_context_get_today (context));
  job->options.clinic_name = *job->clinic_name == '\0' ? NULL : job->clinic_name;
  job->options.table = table;
  job->estimates = estimates != NULL ? g_ptr_array_ref (estimates) : NULL;
  job->options.estimates = job->estimates;
  return job;
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->sheet, gla_timeline_sheet_free);
  g_clear_pointer (&job->estimates, g_ptr_array_unref);
  gla_cycles_unref (job->cycles);
  gla_catalogue_unref (job->catalogue);
  g_free (job->clinic_name);
  g_free (job);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

/* A sheet is as wide as both papers allow; its pages are as high as this one is. */
static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *print,
                Job               *job)
{
  double height = MIN (gtk_print_context_get_height (print), GLA_SHEET_HEIGHT);

  g_clear_pointer (&job->sheet, gla_timeline_sheet_free);
  job->sheet = gla_timeline_sheet_new (job->cycles, job->catalogue, &job->options, height);
  gtk_print_operation_set_n_pages (operation, (int) gla_timeline_sheet_get_n_pages (job->sheet));
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *print,
              int                page,
              Job               *job)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (print);
  double rest = gtk_print_context_get_width (print) - GLA_SHEET_WIDTH;

  cairo_save (cr);
  cairo_translate (cr, MAX (rest / 2.0, 0.0), 0.0);
  if (rest < 0.0)
    cairo_scale (cr, gtk_print_context_get_width (print) / GLA_SHEET_WIDTH,
                 gtk_print_context_get_width (print) / GLA_SHEET_WIDTH);
  gla_timeline_sheet_draw (job->sheet, cr, (guint) page);
  cairo_restore (cr);
}

GtkPrintOperation *
gla_timeline_print_new (GlaContext *context,
                        GlaCycles  *cycles,
                        GPtrArray  *estimates,
                        gboolean    table)
{
  GtkPrintOperation *operation;
  g_autoptr (GtkPageSetup) setup = NULL;
  g_autofree char *name = NULL;
  Job *job;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (cycles != NULL, NULL);

  job = job_new (context, cycles, estimates, table);
  operation = gtk_print_operation_new ();
  setup = gtk_page_setup_new ();
  gtk_page_setup_set_left_margin (setup, 15.0, GTK_UNIT_MM);
  gtk_page_setup_set_right_margin (setup, 15.0, GTK_UNIT_MM);
  gtk_page_setup_set_top_margin (setup, 15.0, GTK_UNIT_MM);
  gtk_page_setup_set_bottom_margin (setup, 15.0, GTK_UNIT_MM);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, FALSE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  /* Translators: name of the print job; %s is a record number */
  name = g_strdup_printf (_("Timeline %s"), cycles->history->patient->number);
  gtk_print_operation_set_job_name (operation, name);
  gla_print_keep_inside (operation, context);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), job);
  g_signal_connect_data (operation, "draw-page", G_CALLBACK (draw_page_cb), job,
                         (GClosureNotify) (void (*) (void)) job_free, 0);
  return operation;
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         GlaContext              *context)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  gla_context_show_error (context, _("The timeline was not printed"), error);
}

void
gla_timeline_print_run (GtkWidget  *parent,
                        GlaContext *context,
                        GlaCycles  *cycles,
                        GPtrArray  *estimates,
                        gboolean    table)
{
  g_autoptr (GtkPrintOperation) operation = NULL;

  g_return_if_fail (GTK_IS_WIDGET (parent));

  operation = gla_timeline_print_new (context, cycles, estimates, table);
  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), context, 0);
  /* Faults come through "done", also those of before the dialog. */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
}

/* A file that is being asked for. */
typedef struct
{
  GlaContext *context;
  Job *job;
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_object_unref (save->context);
  job_free (save->job);
  g_free (save);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Save, save_free)

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Save) save = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL, *text = NULL;
  const char *path = file == NULL ? NULL : g_file_peek_path (file);
  GlaTimelineFormat format;

  if (file == NULL)
    return;
  if (path == NULL || !gla_timeline_format_from_path (path, &format))
    {
      g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("Choose a file on this computer whose name ends in .pdf, .png or "
                             ".svg."));
      gla_context_show_error (save->context, _("The timeline was not saved"), error);
      return;
    }
  if (!gla_timeline_export (save->job->cycles, save->job->catalogue, &save->job->options, format,
                            path, &error))
    {
      gla_context_show_error (save->context, _("The timeline was not saved"), error);
      return;
    }
  base = g_file_get_basename (file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Saved as %s"), base);
  gla_context_show_toast (save->context, text);
}

void
gla_timeline_print_save (GtkWidget   *parent,
                         GlaContext  *context,
                         GlaCycles   *cycles,
                         GPtrArray   *estimates,
                         gboolean     table,
                         GlaFileKind  kind)
{
  g_autofree char *name = NULL;
  Save *save;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (cycles != NULL);

  save = g_new0 (Save, 1);
  save->context = g_object_ref (context);
  save->job = job_new (context, cycles, estimates, table);
  /* Translators: name of a file, without ending; %s is a record number */
  name = g_strdup_printf (_("timeline-%s"), cycles->history->patient->number);
  gla_file_dialogs_save_async (GTK_WINDOW (gtk_widget_get_root (parent)), _("Save the Timeline"),
                               _("Save"), kind, NULL, name, NULL, file_chosen_cb, save);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-print.h"

#include "gla-file-dialogs.h"
#include "gla-handout.h"
#include "gla-pdf.h"
#include "gla-setting.h"
#include "gla-store-read.h"

#include <glib/gi18n.h>

/* One sheet on its way to paper or a file. */
typedef struct
{
  GlaContext *context;
  GlaKeptCase *kept;
  char *key;
  GlaPages *pages;     /* once they are laid out */
} Sheet;

static Sheet *
sheet_new (GlaContext  *context,
           const char  *key,
           GlaKeptCase *kept)
{
  Sheet *self = g_new0 (Sheet, 1);

  self->context = g_object_ref (context);
  self->kept = gla_kept_case_ref (kept);
  self->key = g_strdup (key);
  return self;
}

static void
sheet_free (gpointer data)
{
  Sheet *self = data;

  g_object_unref (self->context);
  gla_kept_case_unref (self->kept);
  g_free (self->key);
  g_clear_pointer (&self->pages, gla_pages_free);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

const char *
gla_sheet_choose_for_case (const GlaKeptCase *kept)
{
  const GlaFactInput *input = &kept->basis->input;
  g_autoptr (GlaFacts) facts = gla_case_get_facts (kept->state, input);
  const GlaCaseFact *days = gla_facts_find (facts, "days");

  return days->known && days->number < gla_constants_get (input->constants, "assess_min")
           ? GLA_SHEET_NOT_YET
           : GLA_SHEET_NOT_WORKING;
}

static GlaHandoutTemplate *
load_template (GlaContext   *context,
               const char   *key,
               GlaKeptCase  *kept,
               GError      **error)
{
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autoptr (GError) refused = NULL;
  GlaHandoutTemplate *template =
    gla_handout_template_load (key, folder, gla_context_get_catalogue (context),
                               kept->state->protocol, &refused, error);

  if (refused != NULL)
    gla_context_show_error (context, _("The clinic’s own sheet has a fault; the built-in one is "
                                       "used."), refused);
  return template;
}

/* A review that is booked for the case. */
static GlaDay
find_review (const GlaKeptCase *kept)
{
  const GPtrArray *bookings = kept->basis->input.cycles->history->bookings;

  for (guint i = 0; i < bookings->len; i++)
    {
      const GlaBooking *booking = bookings->pdata[i];

      if (booking->state == GLA_BOOKING_PLANNED && booking->kind == GLA_BOOKING_REVIEW
          && g_strcmp0 (booking->case_id, kept->record->id) == 0)
        return booking->day;
    }
  return GLA_DAY_NONE;
}

static char *
find_author (GlaContext *context)
{
  g_autoptr (GPtrArray) staff =
    gla_store_list_staff (gla_context_get_reader (context), TRUE, NULL);
  const char *author = gla_context_get_author (context);

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      if (g_strcmp0 (person->id, author) == 0)
        return g_strdup (person->name);
    }
  return NULL;
}

static GlaPaper
get_paper (void)
{
  return g_str_equal (gtk_paper_size_get_default (), GTK_PAPER_NAME_LETTER) ? GLA_PAPER_LETTER
                                                                            : GLA_PAPER_A4;
}

GlaPages *
gla_sheet_make_pages (GlaContext   *context,
                      const char   *key,
                      GlaKeptCase  *kept,
                      GError      **error)
{
  GlaStore *reader = gla_context_get_reader (context);
  g_autofree char *address = gla_store_get_setting (reader, GLA_SETTING_CLINIC_ADDRESS, NULL);
  g_autofree char *phone = gla_store_get_setting (reader, GLA_SETTING_CLINIC_PHONE, NULL);
  g_autofree char *staff = find_author (context);
  g_autoptr (GlaHandoutTemplate) template = NULL;
  GlaHandoutOptions options = { .paper = get_paper () };
  GlaHandoutInput input;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && key != NULL && kept != NULL, NULL);

  template = load_template (context, key, kept, error);
  if (template == NULL)
    return NULL;
  gla_handout_input_init (&input, &kept->basis->input);
  input.walk = kept->state;
  input.area = kept->record->area;
  input.treatment = kept->record->treatment;
  input.review_day = find_review (kept);
  input.clinic_name = gla_context_get_clinic_name (context);
  input.clinic_address = address;
  input.clinic_phone = phone;
  input.staff = staff;
  return gla_handout_new (template, &input, &options, error);
}

/* The record says what was given */

static gpointer
note_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  gla_store_add_document (store, data, NULL, error);
  return NULL;
}

static void
noted_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GlaContext) context = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    gla_context_show_error (context, _("The record does not say that the sheet was given."),
                            error);
}

static void
note_given (GlaContext  *context,
            const char  *key,
            GlaKeptCase *kept)
{
  g_autoptr (GlaHandoutTemplate) template = load_template (context, key, kept, NULL);
  GlaDocument fields = {
    .patient = kept->record->patient,
    .treatment = kept->record->treatment,
    .template = key,
    .version = template != NULL ? template->version : NULL,
    .day = gla_context_get_today (context),
    .staff = gla_context_get_author (context),
  };

  gla_store_worker_run_async (gla_context_get_worker (context), note_in_worker,
                              gla_document_new (&fields), (GDestroyNotify) gla_document_unref,
                              NULL, NULL, noted_cb, g_object_ref (context));
}

/* Printing */

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *print,
              int                page,
              Sheet             *sheet)
{
  gla_pages_draw (sheet->pages, gtk_print_context_get_cairo_context (print), (guint) page);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Sheet                   *sheet)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    note_given (sheet->context, sheet->key, sheet->kept);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  gla_context_show_error (sheet->context, _("The sheet was not printed"), error);
}

static GtkPrintOperation *
make_operation (Sheet *sheet)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);

  gtk_page_setup_set_paper_size (setup, paper);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_job_name (operation, gla_pages_get_title (sheet->pages));
  gtk_print_operation_set_n_pages (operation, (int) gla_pages_get_n_pages (sheet->pages));
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), sheet);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), sheet,
                         (GClosureNotify) (void (*) (void)) sheet_free, 0);
  return operation;
}

void
gla_sheet_print_run (GtkWidget   *parent,
                     GlaContext  *context,
                     const char  *key,
                     GlaKeptCase *kept)
{
  g_autoptr (Sheet) sheet = sheet_new (context, key, kept);
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  sheet->pages = gla_sheet_make_pages (context, key, kept, &error);
  if (sheet->pages == NULL)
    {
      gla_context_show_error (context, _("The sheet was not printed"), error);
      return;
    }
  operation = make_operation (g_steal_pointer (&sheet));
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           GTK_WINDOW (gtk_widget_get_root (parent)), NULL);
}

/* Files */

gboolean
gla_sheet_print_write (GlaContext   *context,
                       const char   *key,
                       GlaKeptCase  *kept,
                       const char   *path,
                       GError      **error)
{
  g_autoptr (GlaPages) pages = gla_sheet_make_pages (context, key, kept, error);
  g_autoptr (GlaPdf) pdf = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (pages == NULL)
    return FALSE;
  pdf = gla_pdf_new ();
  gla_pdf_add (pdf, pages);
  bytes = gla_pdf_finish (pdf, gla_context_get_today (context), error);
  /* Only its owner reads a patient's data. */
  if (bytes == NULL
      || !g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                    (gssize) g_bytes_get_size (bytes),
                                    G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return FALSE;
  note_given (context, key, kept);
  return TRUE;
}

static void
file_chosen_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Sheet) sheet = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autoptr (GError) error = NULL;
  g_autofree char *base = NULL;
  g_autofree char *text = NULL;

  if (file == NULL)
    return;
  if (g_file_peek_path (file) == NULL)
    g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _("Choose a file on this computer."));
  if (error != NULL || !gla_sheet_print_write (sheet->context, sheet->key, sheet->kept,
                                               g_file_peek_path (file), &error))
    {
      gla_context_show_error (sheet->context, _("The sheet was not saved"), error);
      return;
    }
  base = g_file_get_basename (file);
  /* Translators: %s is the name of a file */
  text = g_strdup_printf (_("Saved as %s"), base);
  gla_context_show_toast (sheet->context, text);
}

void
gla_sheet_print_save (GtkWidget   *parent,
                      GlaContext  *context,
                      const char  *key,
                      GlaKeptCase *kept)
{
  const char *number = kept->basis->input.cycles->history->patient->number;
  g_autofree char *name = g_strdup_printf ("%s-%s", key, number);

  gla_file_dialogs_save_async (GTK_WINDOW (gtk_widget_get_root (parent)), _("Save the Sheet"),
                               _("Save"), GLA_FILE_PDF, NULL, name, NULL, file_chosen_cb,
                               sheet_new (context, key, kept));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-report.h"

#include "gla-csv-writer.h"
#include "gla-exchange-error.h"

#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

struct _GlaImportReport
{
  GFile *file;             /* NULL: no file is kept */
  GOutputStream *stream;   /* NULL before the first entry and after the end */
  GlaCsvWriter *writer;
};

void
gla_import_issue_free (GlaImportIssue *self)
{
  if (self == NULL)
    return;
  g_free (self->column);
  g_free (self->reason);
  g_free (self);
}

static void
set_write_error (GError       **error,
                 const GError  *cause)
{
  g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_WRITE,
               _("The report can't be written, so nothing was imported: %s"), cause->message);
}

GlaImportReport *
gla_import_report_new (const char  *path,
                       GError     **error)
{
  GlaImportReport *self;

  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);

      if (access (folder, W_OK) != 0 || g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          g_autofree char *name = g_filename_display_name (path);

          g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_WRITE,
                       _("The report can't be written as %s, so nothing was imported. Choose "
                         "another place for it."),
                       name);
          return NULL;
        }
    }
  self = g_new0 (GlaImportReport, 1);
  self->file = path != NULL ? g_file_new_for_path (path) : NULL;
  return self;
}

/* A replaced file that is closed by someone who was cancelled is not put in place. */
static void
discard (GlaImportReport *self)
{
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  if (self->stream == NULL)
    return;
  g_cancellable_cancel (cancelled);
  g_output_stream_close (self->stream, cancelled, NULL);
  g_clear_object (&self->stream);
}

void
gla_import_report_free (GlaImportReport *self)
{
  if (self == NULL)
    return;
  discard (self);
  g_clear_pointer (&self->writer, gla_csv_writer_free);
  g_clear_object (&self->file);
  g_free (self);
}

static gboolean
begin (GlaImportReport  *self,
       GError          **error)
{
  g_autoptr (GError) cause = NULL;

  self->stream = G_OUTPUT_STREAM (g_file_replace (self->file, NULL, FALSE,
                                                  G_FILE_CREATE_PRIVATE, NULL, &cause));
  if (self->stream == NULL)
    {
      set_write_error (error, cause);
      return FALSE;
    }
  self->writer = gla_csv_writer_new (self->stream);
  gla_csv_writer_add (self->writer, "row");
  gla_csv_writer_add (self->writer, "column");
  gla_csv_writer_add (self->writer, "result");
  gla_csv_writer_add (self->writer, "reason");
  gla_csv_writer_end_row (self->writer);
  return TRUE;
}

gboolean
gla_import_report_add (GlaImportReport       *self,
                       const GlaImportIssue  *issue,
                       GError               **error)
{
  g_return_val_if_fail (self != NULL && issue != NULL, FALSE);

  if (self->file == NULL)
    return TRUE;
  if (self->writer == NULL && !begin (self, error))
    return FALSE;
  gla_csv_writer_add_int (self->writer, issue->row);
  gla_csv_writer_add (self->writer, issue->column);
  gla_csv_writer_add (self->writer, issue->refused ? "refused" : "taken");
  gla_csv_writer_add (self->writer, issue->reason);
  gla_csv_writer_end_row (self->writer);
  return TRUE;
}

gboolean
gla_import_report_close (GlaImportReport  *self,
                         gboolean         *written,
                         GError          **error)
{
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (self != NULL && written != NULL, FALSE);

  *written = FALSE;
  if (self->writer == NULL)
    return TRUE;
  if (!gla_csv_writer_close (self->writer, &cause))
    {
      set_write_error (error, cause);
      return FALSE;
    }
  g_clear_object (&self->stream);
  *written = TRUE;
  return TRUE;
}

char *
gla_import_report_make_path (const char *path)
{
  const char *name;
  const char *dot;

  g_return_val_if_fail (path != NULL, NULL);

  name = strrchr (path, G_DIR_SEPARATOR);
  name = name != NULL ? name + 1 : path;
  dot = strrchr (name, '.');
  if (dot == NULL || dot == name)
    return g_strdup_printf ("%s-report.csv", path);
  return g_strdup_printf ("%.*s-report.csv", (int) (dot - path), path);
}

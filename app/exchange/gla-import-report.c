/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-report.h"

#include "gla-csv-writer.h"
#include "gla-exchange-error.h"
#include "gla-i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

struct _GlaImportReport
{
  char *path;              /* NULL: no file is kept */
  char *part;              /* where it is written until it is complete */
  GlaCsvWriter *writer;    /* NULL before the first entry */
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
  self->path = g_strdup (path);
  self->part = g_strconcat (path != NULL ? path : "", ".part", NULL);
  return self;
}

void
gla_import_report_free (GlaImportReport *self)
{
  if (self == NULL)
    return;
  if (self->writer != NULL)
    g_unlink (self->part);
  g_clear_pointer (&self->writer, gla_csv_writer_free);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->part, g_free);
  g_free (self);
}

static gboolean
begin (GlaImportReport  *self,
       GError          **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (self->part);
  g_autoptr (GFileOutputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, &cause);
  if (stream == NULL)
    {
      set_write_error (error, cause);
      return FALSE;
    }
  self->writer = gla_csv_writer_new (G_OUTPUT_STREAM (stream));
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

  if (self->path == NULL)
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
  if (g_rename (self->part, self->path) != 0)
    {
      g_set_error_literal (&cause, G_FILE_ERROR, g_file_error_from_errno (errno),
                           g_strerror (errno));
      set_write_error (error, cause);
      return FALSE;
    }
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

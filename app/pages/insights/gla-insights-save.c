/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insights-save.h"

#include "gla-csv-writer.h"
#include "gla-i18n.h"

typedef struct
{
  GlaContext *context;
  GlaInsightClinic *clinic;
  GlaInsightQuestion question;
  GPtrArray *groups;
  GlaInsightSheet *sheet;
  GlaDurationCurve *curve;
  GlaFileKind kind;
  char *choices;
} Saving;

static void
saving_free (Saving *saving)
{
  gla_insight_sheet_free (saving->sheet);
  g_clear_pointer (&saving->curve, gla_duration_curve_free);
  g_clear_pointer (&saving->groups, g_ptr_array_unref);
  gla_insight_clinic_unref (saving->clinic);
  g_clear_object (&saving->context);
  g_free (saving->choices);
  g_free (saving);
}

static void
add_cb (gpointer    data,
        const char *text)
{
  gla_csv_writer_add (data, text);
}

static void
end_row_cb (gpointer data)
{
  gla_csv_writer_end_row (data);
}

static gboolean
write_table (Saving  *saving,
             GFile   *file,
             GError **error)
{
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                                         NULL, error);
  g_autoptr (GlaCsvWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;
  writer = gla_csv_writer_new (G_OUTPUT_STREAM (stream));
  gla_insight_sheet_write (saving->sheet, add_cb, end_row_cb, writer);
  return gla_csv_writer_close (writer, error);
}

static gboolean
write_picture (Saving  *saving,
               GFile   *file,
               GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  GlaInsightAnswer answer = { .clinic = saving->clinic, .sheet = saving->sheet,
                              .curve = saving->curve,
                              .curve_row = -1 };
  GlaInsightPaperOptions options = {
    .clinic_name = gla_context_get_clinic_name (saving->context),
    .choices = saving->choices,
    .printed_on = gla_context_get_today (saving->context),
  };
  GlaPictureFormat format;

  if (path == NULL || !gla_picture_format_from_path (path, &format))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                           _("The name of the file has to end in .pdf, .png or .svg."));
      return FALSE;
    }
  return gla_insight_export (&answer, &options, format, path, error);
}

static void
chosen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Saving *saving = user_data;
  g_autoptr (GFile) file = gla_file_dialogs_finish (result);
  g_autoptr (GError) error = NULL;
  gboolean written;

  if (file != NULL)
    {
      written = saving->kind == GLA_FILE_TABLE ? write_table (saving, file, &error)
                                               : write_picture (saving, file, &error);
      if (written)
        gla_context_show_toast (saving->context, _("Figures saved"));
      else
        gla_context_show_error (saving->context, _("The figures were not saved"), error);
    }
  saving_free (saving);
}

/* A curve and a table of its own: what is shown may change while a name is chosen. */
static Saving *
copy_result (const GlaInsightResult *result)
{
  Saving *saving = g_new0 (Saving, 1);
  const GlaInsightQuestion *question = &result->sheet->question;

  saving->clinic = gla_insight_clinic_ref (result->clinic);
  saving->question = *question;
  saving->groups = g_ptr_array_ref (result->groups);
  saving->sheet = gla_insight_sheet_new (saving->clinic, question, saving->groups);
  saving->curve = gla_duration_curve_new (saving->clinic->table, &question->filter, NULL, NULL,
                                          NULL);
  /* The limits are known if all treatments are what is shown. */
  if (result->curve_row < 0)
    {
      saving->curve->median = result->curve->median;
      saving->curve->has_limits = result->curve->has_limits;
    }
  else
    {
      gla_duration_curve_estimate (saving->curve, NULL, NULL, NULL);
    }
  return saving;
}

void
gla_insights_save (GtkWindow              *parent,
                   GlaContext             *context,
                   const GlaInsightResult *result,
                   GlaFileKind             kind,
                   const char             *choices)
{
  Saving *saving;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (result != NULL);

  saving = copy_result (result);
  saving->context = g_object_ref (context);
  saving->kind = kind;
  saving->choices = g_strdup (choices);
  gla_file_dialogs_save_async (parent, _("Save Figures"), _("Save"), kind, NULL,
                               gla_insight_view_get_title (result->sheet->question.view), NULL,
                               chosen_cb, saving);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-insights-print.h"

#include "gla-csv-writer.h"
#include "gla-error.h"
#include "gla-i18n.h"

#include <stdio.h>
#include <string.h>

#define GAP 2

static gboolean
is_csv (const char *path)
{
  g_autofree char *lower = g_ascii_strdown (path, -1);

  return g_str_has_suffix (lower, ".csv");
}

gboolean
gla_insights_check_output (const char  *path,
                           GError     **error)
{
  GlaPictureFormat format;

  if (is_csv (path) || gla_picture_format_from_path (path, &format))
    return TRUE;
  g_set_error_literal (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                       _("--output needs a file that ends in .csv, .png, .svg or .pdf"));
  return FALSE;
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
write_csv (const GlaInsightSheet  *sheet,
           const char             *path,
           GError                **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE,
                                                         NULL, error);
  g_autoptr (GlaCsvWriter) writer = NULL;

  if (stream == NULL)
    return FALSE;
  writer = gla_csv_writer_new (G_OUTPUT_STREAM (stream));
  gla_insight_sheet_write (sheet, add_cb, end_row_cb, writer);
  return gla_csv_writer_close (writer, error);
}

gboolean
gla_insights_write (const GlaInsightAnswer        *answer,
                    const GlaInsightPaperOptions  *options,
                    const char                    *path,
                    GError                       **error)
{
  GlaPictureFormat format;

  g_return_val_if_fail (answer != NULL && options != NULL && path != NULL, FALSE);

  if (is_csv (path))
    return write_csv (answer->sheet, path, error);
  return gla_picture_format_from_path (path, &format) &&
         gla_insight_export (answer, options, format, path, error);
}

/* Columns without a title repeat for files what stands in words beside them. */
static gboolean
is_shown (const GlaInsightColumn *column)
{
  return column->title[0] != '\0';
}

static int *
measure (const GlaInsightSheet *sheet)
{
  int *widths = g_new0 (int, sheet->columns->len);

  for (guint c = 0; c < sheet->columns->len; c++)
    {
      const GlaInsightColumn *column = sheet->columns->pdata[c];

      widths[c] = (int) g_utf8_strlen (column->title, -1);
      for (guint i = 0; i < sheet->rows->len; i++)
        widths[c] = MAX (widths[c],
                         (int) g_utf8_strlen (gla_insight_sheet_get_cell (sheet, i, c)->text, -1));
    }
  return widths;
}

static void
append_padded (GString    *line,
               const char *text,
               int         width,
               gboolean    right)
{
  int blanks = width - (int) g_utf8_strlen (text, -1);

  g_string_append_printf (line, "%*s%s%*s", right ? blanks : 0, "", text,
                          (right ? 0 : blanks) + GAP, "");
}

/* One line, for which @index is a row, or G_MAXUINT for the titles. */
static void
print_line (const GlaInsightSheet *sheet,
            const int             *widths,
            guint                  index)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint c = 0; c < sheet->columns->len; c++)
    {
      const GlaInsightColumn *column = sheet->columns->pdata[c];
      const char *text = index == G_MAXUINT ? column->title
                                            : gla_insight_sheet_get_cell (sheet, index, c)->text;

      if (is_shown (column))
        append_padded (line, text, widths[c], column->is_number);
    }
  printf ("%s\n", g_strchomp (line->str));
}

void
gla_insights_print (const GlaInsightClinic *clinic,
                    const GlaInsightSheet  *sheet,
                    const GlaDurationCurve *curve)
{
  g_autofree int *widths = NULL;
  g_autofree char *sentence = NULL;
  g_autofree char *completeness = NULL;

  g_return_if_fail (clinic != NULL && sheet != NULL && curve != NULL);

  completeness = gla_insight_describe_completeness (
    &curve->counts, gla_cycle_table_get_settings (clinic->table));
  printf ("%s\n", gla_insight_view_get_title (sheet->question.view));
  if (sheet->question.view == GLA_INSIGHT_DURATIONS)
    {
      sentence = gla_duration_curve_describe (curve);
      printf ("%s\n", sentence);
    }
  if (completeness != NULL)
    printf ("%s\n", completeness);
  printf ("\n");
  if (sheet->rows->len == 0)
    {
      printf ("%s\n", _("No treatment fits these choices."));
      return;
    }
  widths = measure (sheet);
  print_line (sheet, widths, G_MAXUINT);
  for (guint i = 0; i < sheet->rows->len; i++)
    print_line (sheet, widths, i);
  for (guint i = 0; i < sheet->notes->len; i++)
    printf ("\n%s\n", (const char *) sheet->notes->pdata[i]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-reader-private.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"

#include <string.h>

/* Bytes that are looked at to find the encoding and the delimiter, and read at a time. */
#define CHUNK_SIZE (128 * 1024)

static void
set_read_error (GError       **error,
                const GError  *cause)
{
  if (g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_propagate_error (error, g_error_copy (cause));
  else
    g_set_error (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ,
                 _("The file can't be read: %s"), cause->message);
}

gboolean
gla_csv_reader_fill (GlaCsvReader  *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_autoptr (GError) cause = NULL;
  gssize count;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->at_end || self->failed)
    return FALSE;
  if (self->start > 0)
    {
      memmove (self->buffer, self->buffer + self->start, self->end - self->start);
      self->at -= self->start;
      self->end -= self->start;
      if (self->line_end != GLA_CSV_NO_LINE_END)
        self->line_end -= self->start;
      self->start = 0;
    }
  if (self->capacity - self->end < CHUNK_SIZE)
    {
      self->capacity = MAX (self->capacity * 2, 2 * CHUNK_SIZE);
      self->buffer = g_realloc (self->buffer, self->capacity);
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, &cause))
    count = -1;
  else
    count = g_input_stream_read (self->stream, self->buffer + self->end,
                                 self->capacity - self->end, cancellable, &cause);
  if (count < 0)
    {
      set_read_error (error, cause);
      self->failed = TRUE;
      return FALSE;
    }
  self->end += (gsize) count;
  self->at_end = count == 0;
  return count > 0;
}

/* Looks at the beginning, puts a converter in front of UTF-16 and passes over the mark. */
static gboolean
set_up_encoding (GlaCsvReader  *self,
                 GError       **error)
{
  g_autoptr (GInputStream) input = g_buffered_input_stream_new_sized (self->stream, CHUNK_SIZE);
  GBufferedInputStream *buffered = G_BUFFERED_INPUT_STREAM (input);
  g_autoptr (GError) cause = NULL;
  g_autoptr (GCharsetConverter) converter = NULL;
  const guint8 *bytes;
  gsize length;
  gssize count;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (input), TRUE);
  do
    count = g_buffered_input_stream_fill (buffered, -1, NULL, &cause);
  while (count > 0
         && g_buffered_input_stream_get_available (buffered) < CHUNK_SIZE);
  if (count < 0)
    {
      set_read_error (error, cause);
      return FALSE;
    }
  bytes = g_buffered_input_stream_peek_buffer (buffered, &length);
  if (!gla_csv_dialect_detect_encoding (bytes, length, &self->dialect, error))
    return FALSE;
  self->marked = self->dialect.skip > 0;
  if (self->dialect.skip > 0
      && g_input_stream_skip (input, self->dialect.skip, NULL, error) < 0)
    return FALSE;

  g_clear_object (&self->stream);
  if (self->dialect.encoding != GLA_CSV_UTF_16_LE && self->dialect.encoding != GLA_CSV_UTF_16_BE)
    {
      self->stream = g_steal_pointer (&input);
      return TRUE;
    }
  converter = g_charset_converter_new (
      "UTF-8", self->dialect.encoding == GLA_CSV_UTF_16_LE ? "UTF-16LE" : "UTF-16BE", error);
  if (converter == NULL)
    return FALSE;
  /* Damaged places are shown as they are instead of ending everything. */
  g_charset_converter_set_use_fallback (converter, TRUE);
  self->stream = g_converter_input_stream_new (input, G_CONVERTER (converter));
  return TRUE;
}

static gboolean
set_up (GlaCsvReader  *self,
        GError       **error)
{
  GError *cause = NULL;
  gsize skip;

  if (!set_up_encoding (self, error))
    return FALSE;
  while (self->end < CHUNK_SIZE && gla_csv_reader_fill (self, NULL, &cause))
    continue;
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return FALSE;
    }
  skip = self->dialect.skip;
  gla_csv_dialect_detect_delimiter ((const guint8 *) self->buffer, self->end, &self->dialect);
  self->at = self->dialect.skip - skip;
  /* A spreadsheet program counts the line that names the delimiter, too. */
  self->row = self->at > 0 ? 1 : 0;

  gla_csv_reader_set_delimiter (self, self->dialect.delimiter);
  return TRUE;
}

GlaCsvReader *
gla_csv_reader_new (GInputStream  *stream,
                    GError       **error)
{
  g_autoptr (GlaCsvReader) self = NULL;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);

  self = g_new0 (GlaCsvReader, 1);
  self->stream = g_object_ref (stream);
  self->line_end = GLA_CSV_NO_LINE_END;
  self->text = g_string_sized_new (1024);
  self->decoded = g_string_new (NULL);
  self->fields = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (G_IS_SEEKABLE (stream) && g_seekable_can_seek (G_SEEKABLE (stream))
      && g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_END, NULL, NULL))
    {
      self->file = G_SEEKABLE (stream);
      self->size = g_seekable_tell (self->file);
      if (!g_seekable_seek (self->file, 0, G_SEEK_SET, NULL, error))
        return NULL;
    }
  if (!set_up (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

GlaCsvReader *
gla_csv_reader_open (const char  *path,
                     GError     **error)
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_file_new_for_path (path);
  stream = g_file_read (file, NULL, &cause);
  if (stream == NULL)
    {
      set_read_error (error, cause);
      return NULL;
    }
  return gla_csv_reader_new (G_INPUT_STREAM (stream), error);
}

void
gla_csv_reader_free (GlaCsvReader *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_pointer (&self->buffer, g_free);
  g_string_free (self->text, TRUE);
  g_string_free (self->decoded, TRUE);
  g_clear_pointer (&self->fields, g_array_unref);
  g_free (self);
}

static gboolean
is_empty_row (GlaCsvReader *self)
{
  if (self->problem != GLA_CSV_PROBLEM_NONE)
    return FALSE;
  for (gsize i = 0; i < self->text->len; i++)
    if (self->text->str[i] != '\0' && self->text->str[i] != ' ')
      return FALSE;
  return TRUE;
}

/* Columns beyond the last are left out if there is nothing in them. */
static void
check_columns (GlaCsvReader *self)
{
  if (self->problem != GLA_CSV_PROBLEM_NONE || self->n_columns == 0)
    return;
  if (self->n_fields < self->n_columns)
    {
      self->problem = GLA_CSV_PROBLEM_TOO_FEW;
      self->problem_column = self->n_fields;
    }
  for (guint i = self->n_columns; i < self->n_fields; i++)
    if (self->text->str[g_array_index (self->fields, gsize, i)] != '\0')
      {
        self->problem = GLA_CSV_PROBLEM_TOO_MANY;
        self->problem_column = i;
        return;
      }
}

static gboolean
has_letters_beyond_ascii (const GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if ((guint8) text->str[i] >= 0x80)
      return TRUE;
  return FALSE;
}

/*
 * Turns each field into UTF-8 unless it is that already. By field and not by
 * file: tables that were put together from two programs have both.
 */
static void
decode (GlaCsvReader *self)
{
  const char *p = self->text->str;
  const char *end = p + self->text->len;

  self->is_decoded = FALSE;
  if (!has_letters_beyond_ascii (self->text))
    return;
  while (p < end && g_utf8_validate (p, -1, NULL))
    p += strlen (p) + 1;
  if (p >= end)
    {
      self->seen_utf_8 = TRUE;
      return;
    }

  self->seen_other = TRUE;
  g_string_truncate (self->decoded, 0);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const char *field = self->text->str + g_array_index (self->fields, gsize, i);

      g_array_index (self->fields, gsize, i) = self->decoded->len;
      if (g_utf8_validate (field, -1, NULL))
        g_string_append (self->decoded, field);
      else
        gla_csv_decode_windows_1252 (self->decoded, field, strlen (field));
      g_string_append_c (self->decoded, '\0');
    }
  self->is_decoded = TRUE;
}

static void
begin_row (GlaCsvReader *self)
{
  self->start = self->at;
  self->line_end = GLA_CSV_NO_LINE_END;
  self->problem = GLA_CSV_PROBLEM_NONE;
  self->problem_column = 0;
  self->n_fields = 0;
  self->is_decoded = FALSE;
  g_string_truncate (self->text, 0);
  g_array_set_size (self->fields, 0);
  self->row++;
}

GlaCsvStep
gla_csv_reader_next (GlaCsvReader  *self,
                     GCancellable  *cancellable,
                     GError       **error)
{
  g_return_val_if_fail (self != NULL, GLA_CSV_FAILED);

  do
    {
      self->start = self->at;
      self->line_end = GLA_CSV_NO_LINE_END;
      if (self->at == self->end && !gla_csv_reader_fill (self, cancellable, error))
        return self->failed ? GLA_CSV_FAILED : GLA_CSV_END;
      begin_row (self);
      gla_csv_reader_read_row (self, cancellable, error);
      if (self->failed)
        return GLA_CSV_FAILED;
    }
  while (is_empty_row (self));
  check_columns (self);
  if (self->problem != GLA_CSV_PROBLEM_NONE)
    return GLA_CSV_BAD_ROW;
  decode (self);
  return GLA_CSV_ROW;
}

GlaCsvDialect
gla_csv_reader_get_dialect (GlaCsvReader *self)
{
  GlaCsvDialect dialect = { 0 };

  g_return_val_if_fail (self != NULL, dialect);

  dialect = self->dialect;
  if (!self->marked && dialect.encoding == GLA_CSV_UTF_8 && self->seen_other && !self->seen_utf_8)
    dialect.encoding = GLA_CSV_WINDOWS_1252;
  return dialect;
}

void
gla_csv_reader_expect_columns (GlaCsvReader *self,
                               guint         n_columns)
{
  g_return_if_fail (self != NULL && n_columns <= GLA_CSV_COLUMNS_MAX);

  self->n_columns = n_columns;
}

gint64
gla_csv_reader_get_row (GlaCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->row;
}

guint
gla_csv_reader_get_n_fields (GlaCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MIN (self->n_fields, GLA_CSV_COLUMNS_MAX);
}

const char *
gla_csv_reader_get_field (GlaCsvReader *self,
                          guint         column)
{
  g_return_val_if_fail (self != NULL, "");

  if (column >= self->fields->len || self->problem != GLA_CSV_PROBLEM_NONE)
    return "";
  return (self->is_decoded ? self->decoded : self->text)->str
         + g_array_index (self->fields, gsize, column);
}

GlaCsvProblem
gla_csv_reader_get_problem (GlaCsvReader *self,
                            guint        *column)
{
  g_return_val_if_fail (self != NULL, GLA_CSV_PROBLEM_NONE);

  if (column != NULL)
    *column = self->problem_column;
  return self->problem;
}

char *
gla_csv_reader_describe_problem (GlaCsvReader *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (self->problem)
    {
    case GLA_CSV_PROBLEM_NUL:
      return g_strdup (_("It has a NUL byte: the file is damaged here."));
    case GLA_CSV_PROBLEM_TEXT_AFTER_QUOTE:
      return g_strdup (_("There is text behind a closing quote: a quote is missing or too many."));
    case GLA_CSV_PROBLEM_UNTERMINATED:
      return g_strdup (_("A quote is opened and never closed."));
    case GLA_CSV_PROBLEM_TOO_LONG:
      return g_strdup (_("A field is longer than a million letters."));
    case GLA_CSV_PROBLEM_TOO_FEW:
    case GLA_CSV_PROBLEM_TOO_MANY:
      /* Translators: what a row has, and what the header has */
      return g_strdup_printf (_("Columns: %u; in the header: %u."), self->n_fields,
                              self->n_columns);
    case GLA_CSV_PROBLEM_NONE:
    default:
      return g_strdup ("");
    }
}

double
gla_csv_reader_get_fraction (GlaCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0.0);

  if (self->file == NULL || self->size <= 0)
    return 0.0;
  return CLAMP ((double) g_seekable_tell (self->file) / (double) self->size, 0.0, 1.0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-writer.h"

#include <string.h>

/* Bytes that are gathered before they are written. */
#define BUFFER_SIZE (64 * 1024)

struct _GlaCsvWriter
{
  GOutputStream *stream;
  GString *buffer;
  GError *error;
  guint n_fields;
};

GlaCsvWriter *
gla_csv_writer_new (GOutputStream *stream)
{
  GlaCsvWriter *self;

  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), NULL);

  self = g_new0 (GlaCsvWriter, 1);
  self->stream = g_object_ref (stream);
  self->buffer = g_string_sized_new (BUFFER_SIZE);
  return self;
}

void
gla_csv_writer_free (GlaCsvWriter *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->stream);
  g_clear_error (&self->error);
  g_string_free (self->buffer, TRUE);
  g_free (self);
}

static void
flush (GlaCsvWriter *self)
{
  if (self->error == NULL)
    g_output_stream_write_all (self->stream, self->buffer->str, self->buffer->len, NULL, NULL,
                               &self->error);
  g_string_truncate (self->buffer, 0);
}

/* Blanks at the ends are kept by readers only inside quotes. */
static gboolean
needs_quotes (const char *text)
{
  return strpbrk (text, ",;\t\"\r\n") != NULL || text[0] == ' '
         || (text[0] != '\0' && text[strlen (text) - 1] == ' ');
}

void
gla_csv_writer_add (GlaCsvWriter *self,
                    const char   *text)
{
  g_return_if_fail (self != NULL);

  if (self->n_fields++ > 0)
    g_string_append_c (self->buffer, ',');
  if (text == NULL)
    return;
  if (!needs_quotes (text))
    {
      g_string_append (self->buffer, text);
      return;
    }
  g_string_append_c (self->buffer, '"');
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (self->buffer, '"');
      g_string_append_c (self->buffer, *p);
    }
  g_string_append_c (self->buffer, '"');
}

void
gla_csv_writer_add_int (GlaCsvWriter *self,
                        gint64        number)
{
  g_return_if_fail (self != NULL);

  if (self->n_fields++ > 0)
    g_string_append_c (self->buffer, ',');
  g_string_append_printf (self->buffer, "%" G_GINT64_FORMAT, number);
}

void
gla_csv_writer_end_row (GlaCsvWriter *self)
{
  g_return_if_fail (self != NULL);

  if (self->n_fields == 0)
    return;
  g_string_append (self->buffer, "\r\n");
  self->n_fields = 0;
  if (self->buffer->len >= BUFFER_SIZE)
    flush (self);
}

gboolean
gla_csv_writer_close (GlaCsvWriter  *self,
                      GError       **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  gla_csv_writer_end_row (self);
  flush (self);
  if (self->error == NULL)
    g_output_stream_close (self->stream, NULL, &self->error);
  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return FALSE;
    }
  return TRUE;
}

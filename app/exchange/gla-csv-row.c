/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row out of the bytes of the buffer. */

#include "config.h"

#include "gla-csv-reader-private.h"

#include <string.h>

/* A row may have several long fields, but what is kept of it is bounded. */
#define ROW_MAX (16 * GLA_CSV_FIELD_MAX)

/* Blanks between a delimiter and a quote that still count as layout. */
#define BLANKS_MAX 64

typedef enum
{
  FIELD_ENDS,      /* at a delimiter */
  ROW_ENDS,        /* at a line break or the end of the file */
  ROW_IS_BROKEN,   /* the rest of the row has to be passed over */
} FieldEnd;

void
gla_csv_reader_set_delimiter (GlaCsvReader *self,
                              char          delimiter)
{
  g_return_if_fail (self != NULL);

  self->ends_plain[(guint8) self->dialect.delimiter] = FALSE;
  self->dialect.delimiter = delimiter;
  self->ends_plain[(guint8) delimiter] = TRUE;
  self->ends_plain['\n'] = self->ends_plain['\r'] = self->ends_plain['\0'] = TRUE;
  self->ends_quoted['\n'] = self->ends_quoted['\r'] = self->ends_quoted['\0'] = TRUE;
  self->ends_quoted['"'] = TRUE;
}

static void
set_problem (GlaCsvReader  *self,
             GlaCsvProblem  problem)
{
  if (self->problem != GLA_CSV_PROBLEM_NONE)
    return;
  self->problem = problem;
  self->problem_column = self->n_fields;
}

/* The bytes of the row up to here will not be needed again. */
static void
forget_bytes (GlaCsvReader *self)
{
  self->start = self->at;
  self->line_end = GLA_CSV_NO_LINE_END;
}

static void
begin_field (GlaCsvReader *self)
{
  gsize offset = self->text->len;

  if (self->fields->len < GLA_CSV_COLUMNS_MAX)
    g_array_append_val (self->fields, offset);
}

static void
end_field (GlaCsvReader *self)
{
  /* GString ends with NUL anyway; this one belongs to the text. */
  if (self->n_fields < GLA_CSV_COLUMNS_MAX)
    g_string_append_c (self->text, '\0');
  else
    {
      set_problem (self, GLA_CSV_PROBLEM_TOO_MANY);
      forget_bytes (self);
    }
  self->n_fields++;
}

/* Appends what was passed over; FALSE if the field is longer than it may be. */
static gboolean
append (GlaCsvReader *self,
        gsize         from)
{
  gsize field = g_array_index (self->fields, gsize, self->fields->len - 1);

  if (self->at > from && self->n_fields < GLA_CSV_COLUMNS_MAX)
    g_string_append_len (self->text, self->buffer + from, (gssize) (self->at - from));
  if (self->text->len - field <= GLA_CSV_FIELD_MAX && self->text->len <= ROW_MAX)
    return TRUE;
  g_string_truncate (self->text, field);
  return FALSE;
}

/* Moves to the next byte of @stops; FALSE at the end of what is in the buffer. */
static gboolean
scan (GlaCsvReader *self,
      const guint8 *stops)
{
  const char *p = self->buffer + self->at;
  const char *end = self->buffer + self->end;

  while (p < end && !stops[(guint8) *p])
    p++;
  self->at = (gsize) (p - self->buffer);
  return p < end;
}

/* Passes over LF, CR or CR LF. */
static void
pass_line_break (GlaCsvReader  *self,
                 GCancellable  *cancellable,
                 GError       **error)
{
  char byte = self->buffer[self->at++];

  if (byte == '\r' && (self->at < self->end || gla_csv_reader_fill (self, cancellable, error))
      && self->buffer[self->at] == '\n')
    self->at++;
}

/* Passes over the rest of the line, keeping none of it. */
static void
pass_line (GlaCsvReader  *self,
           GCancellable  *cancellable,
           GError       **error)
{
  do
    {
      for (; self->at < self->end; self->at++)
        if (self->buffer[self->at] == '\n' || self->buffer[self->at] == '\r')
          {
            pass_line_break (self, cancellable, error);
            return;
          }
      self->start = self->at;
    }
  while (gla_csv_reader_fill (self, cancellable, error));
}

static FieldEnd
end_at_separator (GlaCsvReader  *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  end_field (self);
  if (self->buffer[self->at] == self->dialect.delimiter)
    {
      self->at++;
      return FIELD_ENDS;
    }
  pass_line_break (self, cancellable, error);
  return ROW_ENDS;
}

static FieldEnd
read_plain_field (GlaCsvReader  *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  for (;;)
    {
      gsize from = self->at;
      gboolean stopped = scan (self, self->ends_plain);

      if (!append (self, from))
        {
          set_problem (self, GLA_CSV_PROBLEM_TOO_LONG);
          forget_bytes (self);
        }
      if (!stopped)
        {
          if (gla_csv_reader_fill (self, cancellable, error))
            continue;
          end_field (self);
          return ROW_ENDS;
        }
      if (self->buffer[self->at] != '\0')
        return end_at_separator (self, cancellable, error);
      set_problem (self, GLA_CSV_PROBLEM_NUL);
      self->at++;
    }
}

/* Behind a closing quote only blanks may come before the delimiter. */
static FieldEnd
read_behind_quote (GlaCsvReader  *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  for (;;)
    {
      if (self->at == self->end && !gla_csv_reader_fill (self, cancellable, error))
        {
          end_field (self);
          return ROW_ENDS;
        }
      if (self->buffer[self->at] != '\0' && self->ends_plain[(guint8) self->buffer[self->at]])
        return end_at_separator (self, cancellable, error);
      if (self->buffer[self->at] != ' ')
        {
          set_problem (self, GLA_CSV_PROBLEM_TEXT_AFTER_QUOTE);
          return ROW_IS_BROKEN;
        }
      self->at++;
    }
}

/* Takes the quote, NUL or line break at which a scan stopped; FALSE behind the closing quote. */
static gboolean
take_quoted_byte (GlaCsvReader  *self,
                  GCancellable  *cancellable,
                  GError       **error)
{
  char byte = self->buffer[self->at++];

  if (byte == '\0')
    {
      set_problem (self, GLA_CSV_PROBLEM_NUL);
      return TRUE;
    }
  if (byte == '"')
    {
      if ((self->at == self->end && !gla_csv_reader_fill (self, cancellable, error))
          || self->buffer[self->at] != '"')
        return FALSE;
      self->at++;
    }
  else
    {
      self->at--;
      pass_line_break (self, cancellable, error);
      if (self->line_end == GLA_CSV_NO_LINE_END)
        self->line_end = self->at;
      byte = '\n';
    }
  if (self->n_fields < GLA_CSV_COLUMNS_MAX)
    g_string_append_c (self->text, byte);
  return TRUE;
}

/* Begins behind the opening quote. */
static FieldEnd
read_quoted_field (GlaCsvReader  *self,
                   GCancellable  *cancellable,
                   GError       **error)
{
  for (;;)
    {
      gsize from = self->at;
      gboolean stopped = scan (self, self->ends_quoted);

      if (!append (self, from) || self->at - self->start > ROW_MAX)
        {
          /* Over several lines it is rather a forgotten quote than a long text. */
          set_problem (self, self->line_end != GLA_CSV_NO_LINE_END ? GLA_CSV_PROBLEM_UNTERMINATED
                                                           : GLA_CSV_PROBLEM_TOO_LONG);
          return ROW_IS_BROKEN;
        }
      if (stopped)
        {
          if (!take_quoted_byte (self, cancellable, error))
            return read_behind_quote (self, cancellable, error);
        }
      else if (!gla_csv_reader_fill (self, cancellable, error))
        {
          set_problem (self, GLA_CSV_PROBLEM_UNTERMINATED);
          return ROW_IS_BROKEN;
        }
    }
}

static FieldEnd
read_field (GlaCsvReader  *self,
            GCancellable  *cancellable,
            GError       **error)
{
  gsize n_blanks = 0;

  begin_field (self);
  /* Some programs write a blank behind the delimiter. */
  while (n_blanks < BLANKS_MAX
         && (self->at + n_blanks < self->end || gla_csv_reader_fill (self, cancellable, error))
         && self->buffer[self->at + n_blanks] == ' ')
    n_blanks++;
  if (self->at + n_blanks < self->end && self->buffer[self->at + n_blanks] == '"')
    {
      self->at += n_blanks + 1;
      return read_quoted_field (self, cancellable, error);
    }
  return read_plain_field (self, cancellable, error);
}

/* After a broken row the next one begins on the next line: most rows have one line. */
static void
find_next_row (GlaCsvReader  *self,
               GCancellable  *cancellable,
               GError       **error)
{
  if (self->line_end != GLA_CSV_NO_LINE_END)
    self->at = self->line_end;
  else
    pass_line (self, cancellable, error);
}

void
gla_csv_reader_read_row (GlaCsvReader  *self,
                         GCancellable  *cancellable,
                         GError       **error)
{
  FieldEnd end;

  g_return_if_fail (self != NULL);

  while ((end = read_field (self, cancellable, error)) == FIELD_ENDS)
    continue;
  if (end == ROW_IS_BROKEN && !self->failed)
    find_next_row (self, cancellable, error);
}

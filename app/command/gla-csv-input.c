/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-csv-input.h"

#include "gla-csv-reader.h"
#include "gla-error.h"
#include "gla-exchange-error.h"
#include "gla-i18n.h"

#include <math.h>
#include <string.h>

/* Letters of a cell that a message shows. */
#define SHOWN_LETTERS 40

/* Whole numbers up to this are exact as floating-point ones. */
#define MAX_WHOLE 9007199254740992.0

struct _GlaCsvInput
{
  char *path;
  GlaCsvReader *reader;
  GPtrArray *header;   /* (element-type utf8): what the first row has */
  GPtrArray *names;    /* (element-type utf8): columns that are wanted */
  GArray *places;      /* (element-type int): where each of them is, -1 for nowhere */
  GPtrArray *texts;    /* (element-type utf8): identifiers that are no whole numbers */
  GHashTable *numbers; /* the place of each of these, plus 1 */
  GString *cell;
};

static gboolean
fail_at (GlaCsvInput  *self,
         int           row,
         const char   *column,
         const char   *reason,
         GError      **error)
{
  g_autofree char *path = g_filename_display_name (self->path);

  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_INPUT,
               /* Translators: a file, where in it, and what is wrong there */
               _("%s, row %d, column %s: %s"), path, row, column, reason);
  return FALSE;
}

gboolean
gla_csv_input_fail_at (GlaCsvInput  *self,
                       int           row,
                       guint         column,
                       const char   *reason,
                       GError      **error)
{
  g_return_val_if_fail (self != NULL && column < self->names->len && reason != NULL, FALSE);

  return fail_at (self, row, self->names->pdata[column], reason, error);
}

gboolean
gla_csv_input_fail (GlaCsvInput  *self,
                    guint         column,
                    const char   *reason,
                    GError      **error)
{
  return gla_csv_input_fail_at (self, gla_csv_input_get_row (self), column, reason, error);
}

int
gla_csv_input_get_row (GlaCsvInput *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) MIN (gla_csv_reader_get_row (self->reader), G_MAXINT);
}

/* A row that the reader could not take, with the name of the column where it noticed. */
static gboolean
fail_bad_row (GlaCsvInput  *self,
              GError      **error)
{
  g_autofree char *reason = gla_csv_reader_describe_problem (self->reader);
  g_autofree char *number = NULL;
  guint column;

  gla_csv_reader_get_problem (self->reader, &column);
  number = g_strdup_printf ("%u", column + 1);
  return fail_at (self, gla_csv_input_get_row (self),
                  column < self->header->len ? self->header->pdata[column] : number, reason,
                  error);
}

/* The place of a column in the first row; -1 if it is missing, -2 if it is there twice. */
static int
find_place (GlaCsvInput *self,
            const char  *name)
{
  int place = -1;

  for (guint i = 0; i < self->header->len; i++)
    if (strcmp (self->header->pdata[i], name) == 0)
      {
        if (place != -1)
          return -2;
        place = (int) i;
      }
  return place;
}

static gboolean
read_header (GlaCsvInput  *self,
             GError      **error)
{
  switch (gla_csv_reader_next (self->reader, NULL, error))
    {
    case GLA_CSV_ROW:
      for (guint i = 0; i < gla_csv_reader_get_n_fields (self->reader); i++)
        {
          const char *field = gla_csv_reader_get_field (self->reader, i);

          g_ptr_array_add (self->header, g_strstrip (g_strdup (field)));
        }
      gla_csv_reader_expect_columns (self->reader, self->header->len);
      return TRUE;
    case GLA_CSV_BAD_ROW:
      return fail_bad_row (self, error);
    case GLA_CSV_END:
      return TRUE;
    case GLA_CSV_FAILED:
    default:
      return FALSE;
    }
}

static gboolean
find_columns (GlaCsvInput         *self,
              const GlaCsvColumn  *columns,
              guint                n_columns,
              GError             **error)
{
  int row = MAX (gla_csv_input_get_row (self), 1);

  for (guint i = 0; i < n_columns; i++)
    {
      int place = find_place (self, columns[i].name);

      if (place == -2)
        return fail_at (self, row, columns[i].name, _("there are two columns of this name"),
                        error);
      if (place == -1 && !columns[i].is_optional)
        return fail_at (self, row, columns[i].name, _("there is no column of this name"), error);
      g_ptr_array_add (self->names, g_strdup (columns[i].name));
      g_array_append_val (self->places, place);
    }
  return TRUE;
}

GlaCsvInput *
gla_csv_input_open (const char          *path,
                    const GlaCsvColumn  *columns,
                    guint                n_columns,
                    GError             **error)
{
  g_autoptr (GlaCsvInput) self = NULL;
  g_autoptr (GError) cause = NULL;

  g_return_val_if_fail (path != NULL, NULL);
  g_return_val_if_fail (columns != NULL && n_columns > 0, NULL);

  self = g_new0 (GlaCsvInput, 1);
  self->path = g_strdup (path);
  self->header = g_ptr_array_new_with_free_func (g_free);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->places = g_array_new (FALSE, FALSE, sizeof (int));
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->cell = g_string_new (NULL);
  self->reader = gla_csv_reader_open (path, &cause);
  if (self->reader == NULL)
    {
      if (g_error_matches (cause, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_FORMAT))
        fail_at (self, 1, columns[0].name, cause->message, error);
      else
        g_propagate_error (error, g_steal_pointer (&cause));
      return NULL;
    }
  if (!read_header (self, error) || !find_columns (self, columns, n_columns, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
gla_csv_input_free (GlaCsvInput *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_clear_pointer (&self->reader, gla_csv_reader_free);
  g_ptr_array_unref (self->header);
  g_ptr_array_unref (self->names);
  g_array_unref (self->places);
  g_hash_table_unref (self->numbers);
  g_ptr_array_unref (self->texts);
  g_string_free (self->cell, TRUE);
  g_free (self);
}

char *
gla_csv_input_dup_name (GlaCsvInput *self)
{
  g_autofree char *base = NULL;
  char *ending;

  g_return_val_if_fail (self != NULL, NULL);

  base = g_path_get_basename (self->path);
  ending = strrchr (base, '.');
  if (ending != NULL && ending != base)
    *ending = '\0';
  return g_filename_display_name (base);
}

int
gla_csv_input_find_column (GlaCsvInput *self,
                           const char  *name)
{
  int place;

  g_return_val_if_fail (self != NULL && name != NULL, -1);

  place = find_place (self, name);
  if (place < 0)
    return -1;
  g_ptr_array_add (self->names, g_strdup (name));
  g_array_append_val (self->places, place);
  return (int) self->places->len - 1;
}

gboolean
gla_csv_input_next (GlaCsvInput  *self,
                    GError      **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  switch (gla_csv_reader_next (self->reader, NULL, error))
    {
    case GLA_CSV_ROW:
      return TRUE;
    case GLA_CSV_BAD_ROW:
      return fail_bad_row (self, error);
    case GLA_CSV_END:
    case GLA_CSV_FAILED:
    default:
      return FALSE;
    }
}

const char *
gla_csv_input_get_text (GlaCsvInput *self,
                        guint        column)
{
  const char *field;
  gsize length;
  int place;

  g_return_val_if_fail (self != NULL && column < self->places->len, "");

  place = g_array_index (self->places, int, column);
  if (place < 0)
    return "";
  field = gla_csv_reader_get_field (self->reader, (guint) place);
  while (g_ascii_isspace (*field))
    field++;
  length = strlen (field);
  if (length == 0 || !g_ascii_isspace (field[length - 1]))
    return field;
  while (length > 0 && g_ascii_isspace (field[length - 1]))
    length--;
  g_string_truncate (self->cell, 0);
  g_string_append_len (self->cell, field, (gssize) length);
  return self->cell->str;
}

gboolean
gla_csv_input_is_empty (GlaCsvInput *self,
                        guint        column)
{
  return *gla_csv_input_get_text (self, column) == '\0';
}

gboolean
gla_csv_input_get_word (GlaCsvInput  *self,
                        guint         column,
                        const char  **word,
                        GError      **error)
{
  g_return_val_if_fail (word != NULL, FALSE);

  *word = gla_csv_input_get_text (self, column);
  if (**word != '\0')
    return TRUE;
  return gla_csv_input_fail (self, column, _("the cell is empty"), error);
}

/* A message about what a cell holds, in full unless that is very long; it takes the place
 * of the %s of @format. */
static gboolean
fail_with_text (GlaCsvInput  *self,
                guint         column,
                const char   *format,
                GError      **error)
{
  const char *text = gla_csv_input_get_text (self, column);
  g_autofree char *start = g_utf8_strlen (text, -1) > SHOWN_LETTERS
                             ? g_utf8_substring (text, 0, SHOWN_LETTERS) : g_strdup (text);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);
  g_autofree char *reason = g_strjoinv (start, parts);

  return gla_csv_input_fail (self, column, reason, error);
}

/* A number as the C locale writes it; neither "nan" nor hexadecimal digits. */
static gboolean
parse_number (const char *text,
              double     *number)
{
  char *end = NULL;

  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  *number = g_ascii_strtod (text, &end);
  return end != text && *end == '\0' && isfinite (*number);
}

gboolean
gla_csv_input_get_number (GlaCsvInput  *self,
                          guint         column,
                          double       *number,
                          GError      **error)
{
  const char *text;

  g_return_val_if_fail (number != NULL, FALSE);

  if (!gla_csv_input_get_word (self, column, &text, error))
    return FALSE;
  return parse_number (text, number) ||
         fail_with_text (self, column, _("“%s” is no number"), error);
}

gboolean
gla_csv_input_get_integer (GlaCsvInput  *self,
                           guint         column,
                           int           least,
                           int           most,
                           int          *number,
                           GError      **error)
{
  double value;

  g_return_val_if_fail (number != NULL, FALSE);

  if (!gla_csv_input_get_number (self, column, &value, error))
    return FALSE;
  if (value > floor (value))
    return fail_with_text (self, column, _("“%s” is no whole number"), error);
  if (value < least || value > most)
    {
      g_autofree char *reason = g_strdup_printf (_("only %d to %d are possible"), least, most);

      return gla_csv_input_fail (self, column, reason, error);
    }
  *number = (int) value;
  return TRUE;
}

gboolean
gla_csv_input_get_optional_integer (GlaCsvInput  *self,
                                    guint         column,
                                    int           least,
                                    int           most,
                                    int          *number,
                                    GError      **error)
{
  return gla_csv_input_is_empty (self, column) ||
         gla_csv_input_get_integer (self, column, least, most, number, error);
}

gboolean
gla_csv_input_get_optional_number (GlaCsvInput  *self,
                                   guint         column,
                                   double       *number,
                                   GError      **error)
{
  return gla_csv_input_is_empty (self, column) ||
         gla_csv_input_get_number (self, column, number, error);
}

static gboolean
is_infinity (const char *text)
{
  if (*text == '+')
    text++;
  return g_ascii_strcasecmp (text, "inf") == 0 || g_ascii_strcasecmp (text, "infinity") == 0;
}

gboolean
gla_csv_input_get_duration (GlaCsvInput  *self,
                            guint         left,
                            gboolean      is_whole,
                            GlaDuration  *duration,
                            GError      **error)
{
  guint right = left + 1;

  g_return_val_if_fail (duration != NULL, FALSE);

  if (!gla_csv_input_get_number (self, left, &duration->left, error))
    return FALSE;
  if (duration->left < 0.0)
    return gla_csv_input_fail (self, left, _("a day can’t be negative"), error);
  if (is_whole && duration->left > floor (duration->left))
    return fail_with_text (self, left, _("“%s” is no whole number"), error);

  if (is_infinity (gla_csv_input_get_text (self, right)))
    {
      duration->right = HUGE_VAL;
      return TRUE;
    }
  if (!gla_csv_input_get_number (self, right, &duration->right, error))
    return FALSE;
  if (is_whole && duration->right > floor (duration->right))
    return fail_with_text (self, right, _("“%s” is no whole number"), error);
  if (duration->right < duration->left)
    return gla_csv_input_fail (self, right, _("the interval ends before it begins"), error);
  if (duration->right <= duration->left && duration->right < 1.0)
    return gla_csv_input_fail (self, right, _("an effect can’t end before day 1"), error);
  return TRUE;
}

gboolean
gla_csv_input_get_id (GlaCsvInput  *self,
                      guint         column,
                      gint64       *id,
                      GError      **error)
{
  const char *text;
  double number;
  guint place;

  g_return_val_if_fail (id != NULL, FALSE);

  if (!gla_csv_input_get_word (self, column, &text, error))
    return FALSE;
  if (parse_number (text, &number) && fabs (number) < MAX_WHOLE && number <= floor (number))
    {
      *id = (gint64) number;
      return TRUE;
    }
  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, text));
  if (place == 0)
    {
      char *copy = g_strdup (text);

      g_ptr_array_add (self->texts, copy);
      place = self->texts->len;
      g_hash_table_insert (self->numbers, copy, GUINT_TO_POINTER (place));
    }
  /* Below all whole numbers. */
  *id = G_MININT64 + place;
  return TRUE;
}

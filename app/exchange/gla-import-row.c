/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What all kinds of rows need: their texts, their dates, and saying what is wrong. */

#include "config.h"

#include "gla-import-private.h"

#include "gla-i18n.h"

/* Nobody who is treated today was born before. */
#define FIRST_YEAR 1880

static const char *
get_joined (GlaImportRun   *run,
            GlaImportField  field)
{
  const char *separator = field == GLA_IMPORT_FIELD_PHONE ? ", " : "\n";
  guint n_columns = gla_import_plan_get_n_columns (run->plan);
  GString *joined = NULL;
  const char *first = NULL;

  for (guint i = run->columns[field] - 1; i < n_columns; i++)
    {
      const char *text;

      if (gla_import_plan_get_field (run->plan, i) != field)
        continue;
      text = gla_import_clean_text (run->texts, gla_csv_reader_get_field (run->reader, i));
      if (text == NULL)
        continue;
      if (first == NULL)
        {
          first = text;
          continue;
        }
      if (joined == NULL)
        joined = g_string_new (first);
      g_string_append_printf (joined, "%s%s", separator, text);
    }
  if (joined == NULL)
    return first;
  first = g_string_chunk_insert (run->texts, joined->str);
  g_string_free (joined, TRUE);
  return first;
}

const char *
gla_import_get (GlaImportRun   *run,
                GlaImportField  field)
{
  g_return_val_if_fail (run != NULL, NULL);

  if (run->columns[field] == 0)
    return NULL;
  if (gla_import_field_is_joined (field))
    return get_joined (run, field);
  return gla_import_clean_text (run->texts,
                                gla_csv_reader_get_field (run->reader, run->columns[field] - 1));
}

static void
add_issue (GlaImportRun   *run,
           GlaImportField  field,
           gboolean        refused,
           const char     *reason)
{
  GlaImportIssue *issue = g_new0 (GlaImportIssue, 1);

  issue->row = gla_csv_reader_get_row (run->reader);
  if (field != GLA_IMPORT_FIELD_NONE && run->columns[field] != 0)
    issue->column = gla_import_plan_dup_title (run->plan, run->columns[field] - 1);
  issue->refused = refused;
  issue->reason = g_strdup (reason);
  g_ptr_array_add (run->issues, issue);
}

GlaImportOutcome
gla_import_refuse (GlaImportRun   *run,
                   GlaImportField  field,
                   const char     *reason)
{
  g_return_val_if_fail (run != NULL && reason != NULL, GLA_IMPORT_REFUSED);

  /* What would have been said about a row that is taken is of no use any more. */
  g_ptr_array_set_size (run->issues, 0);
  add_issue (run, field, TRUE, reason);
  return GLA_IMPORT_REFUSED;
}

void
gla_import_note (GlaImportRun   *run,
                 GlaImportField  field,
                 const char     *reason)
{
  g_return_if_fail (run != NULL && reason != NULL);

  add_issue (run, field, FALSE, reason);
}

GlaImportOutcome
gla_import_fail (GlaImportRun  *run,
                 GError        *cause,
                 GError       **error)
{
  g_autoptr (GError) owned = cause;

  g_return_val_if_fail (run != NULL && cause != NULL, GLA_IMPORT_FAILED);

  if (g_error_matches (owned, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT))
    return gla_import_refuse (run, GLA_IMPORT_FIELD_NONE, owned->message);
  g_propagate_error (error, g_steal_pointer (&owned));
  return GLA_IMPORT_FAILED;
}

static const char *
describe_reading (GlaDayReading reading)
{
  switch (reading)
    {
    case GLA_DAY_READING_IMPOSSIBLE:
      return _("There is no such day.");
    case GLA_DAY_READING_AMBIGUOUS:
      return _("The date could be read with the day or the month first.");
    case GLA_DAY_READING_NOT_A_DATE:
    case GLA_DAY_READING_OK:
    default:
      return _("This is no date.");
    }
}

gboolean
gla_import_read_date (GlaImportRun    *run,
                      GlaImportField   field,
                      GlaDay          *day,
                      GlaDayPrecision *precision)
{
  const char *text = gla_import_get (run, field);
  GlaDayReading reading;
  int year, month, number;

  *day = GLA_DAY_NONE;
  *precision = GLA_DAY_EXACT;
  if (text == NULL || gla_import_is_unknown (text))
    return TRUE;
  reading = gla_import_read_day (text,
                                 gla_import_plan_get_column_order (run->plan,
                                                                   run->columns[field] - 1),
                                 run->options->today, day, precision);
  if (reading != GLA_DAY_READING_OK)
    {
      gla_import_refuse (run, field, describe_reading (reading));
      return FALSE;
    }
  gla_day_split (*day, &year, &month, &number);
  if (year < FIRST_YEAR)
    {
      gla_import_refuse (run, field, _("The year can't be right."));
      return FALSE;
    }
  if (field != GLA_IMPORT_FIELD_EXPIRY && gla_import_is_future (run, *day, *precision))
    {
      gla_import_refuse (run, field, _("The date is in the future."));
      return FALSE;
    }
  return TRUE;
}

gboolean
gla_import_is_future (GlaImportRun    *run,
                      GlaDay           day,
                      GlaDayPrecision  precision)
{
  int year, month, number;
  int this_year, this_month;

  g_return_val_if_fail (run != NULL && day != GLA_DAY_NONE, FALSE);

  gla_day_split (day, &year, &month, &number);
  gla_day_split (run->options->today, &this_year, &this_month, &number);
  switch (precision)
    {
    case GLA_DAY_YEAR:
      return year > this_year;
    case GLA_DAY_MONTH:
      return year * 12 + month > this_year * 12 + this_month;
    case GLA_DAY_EXACT:
    case GLA_DAY_ABOUT:
    default:
      return day > run->options->today;
    }
}

const char *
gla_import_append_line (GlaImportRun *run,
                        const char   *note,
                        const char   *line)
{
  g_autofree char *both = NULL;

  g_return_val_if_fail (run != NULL, NULL);

  if (note == NULL || line == NULL)
    return note != NULL ? note : line;
  both = g_strdup_printf ("%s\n%s", note, line);
  return g_string_chunk_insert (run->texts, both);
}

guint64
gla_import_hash (const char *text)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  g_return_val_if_fail (text != NULL, 0);

  /* FNV-1a. */
  for (const char *p = text; *p != '\0'; p++)
    hash = (hash ^ (guint8) *p) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

guint
gla_import_count (GlaImportRun *run,
                  const char   *key)
{
  gpointer hash;
  guint count;

  g_return_val_if_fail (run != NULL && key != NULL, 0);

  hash = GSIZE_TO_POINTER ((gsize) gla_import_hash (key));
  count = GPOINTER_TO_UINT (g_hash_table_lookup (run->seen, hash)) + 1;
  g_hash_table_insert (run->seen, hash, GUINT_TO_POINTER (count));
  return count;
}

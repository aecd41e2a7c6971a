/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-search-key.h"
#include "gla-store-private.h"
#include "gla-store-search.h"

#include <string.h>

void
gla_patient_row_free (GlaPatientRow *self)
{
  if (self == NULL)
    return;
  g_free (self->id);
  g_free (self->number);
  g_free (self->family_name);
  g_free (self->given_name);
  g_free (self);
}

GlaPatientRow *
gla_store_read_row (GlaStore  *self,
                    gint64     row,
                    GError   **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  GlaPatientRow *result;
  gboolean found;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 "SELECT id, number, family_name, given_name, birth_day,"
                                 " (SELECT max (day) FROM treatment t"
                                 "  WHERE t.patient = p.row AND t.void_reason IS NULL)"
                                 " FROM patient p WHERE row = :row AND void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return NULL;
  gla_statement_bind_int (statement, ":row", row);
  if (!gla_statement_step (statement, &found, error))
    return NULL;
  if (!found)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  result = g_new0 (GlaPatientRow, 1);
  result->row = row;
  result->id = g_strdup (gla_statement_get_text (statement, 0));
  result->number = g_strdup (gla_statement_get_text (statement, 1));
  result->family_name = g_strdup (gla_statement_get_text (statement, 2));
  result->given_name = g_strdup (gla_statement_get_text (statement, 3));
  result->birth_day = gla_statement_get_day (statement, 4);
  result->last_treatment = gla_statement_get_day (statement, 5);
  return result;
}

gint64
gla_store_find_row (GlaStore    *self,
                    const char  *id,
                    GError     **error)
{
  g_autoptr (GlaStatement) statement = NULL;
  gboolean found;

  g_return_val_if_fail (self != NULL && id != NULL, 0);

  statement = gla_store_prepare (self,
                                 "SELECT row FROM patient"
                                 " WHERE id = :id AND void_reason IS NULL",
                                 error);
  if (statement == NULL)
    return 0;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &found, error))
    return 0;
  return found ? gla_statement_get_int (statement, 0) : 0;
}

/* Empty text if there is none. */
static char *
find_by_key (GlaStore    *self,
             const char  *sql,
             const char  *text,
             GError     **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (self, sql, error);
  gboolean found;

  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":text", text);
  if (!gla_statement_step (statement, &found, error))
    return NULL;
  return g_strdup (found ? gla_statement_get_text (statement, 0) : "");
}

static int
compare_words (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The words in alphabetical order, so that "Kaya, Mira" and "mira kaya" are the same. */
static char *
sort_words (const char *text)
{
  g_auto (GStrv) words = gla_search_key_split (text);

  qsort (words, g_strv_length (words), sizeof (char *), compare_words);
  return g_strjoinv (" ", words);
}

static gboolean
has_whole_name (const GlaPatientRow *row,
                const char          *wanted)
{
  g_autofree char *name
      = g_strdup_printf ("%s %s", row->family_name != NULL ? row->family_name : "",
                         row->given_name != NULL ? row->given_name : "");
  g_autofree char *words = sort_words (name);

  return strcmp (words, wanted) == 0;
}

/* Of several who fit in part, the one whose whole name it is. */
static char *
choose_by_name (GlaStore    *self,
                GArray      *rows,
                const char  *text,
                GError     **error)
{
  g_autofree char *wanted = sort_words (text);
  g_autofree char *id = NULL;
  guint count = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr (GlaPatientRow) row
          = gla_store_read_row (self, g_array_index (rows, gint64, i), error);

      if (row == NULL)
        return NULL;
      if (rows->len > 1 && !has_whole_name (row, wanted))
        continue;
      count++;
      g_free (id);
      id = g_strdup (row->id);
    }
  if (count == 1)
    return g_steal_pointer (&id);
  if (rows->len == 0)
    g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
                         _("No patient fits."));
  else
    {
      guint n = count > 0 ? count : rows->len;

      g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
                   ngettext ("%u patient fits. Give the record number.",
                             "%u patients fit. Give the record number.", n),
                   n);
    }
  return NULL;
}

char *
gla_store_find_patient (GlaStore    *self,
                        const char  *text,
                        GlaDay       today,
                        GError     **error)
{
  static const char *const statements[] = {
    "SELECT id FROM patient WHERE id = :text AND void_reason IS NULL",
    "SELECT id FROM patient WHERE number = :text AND void_reason IS NULL",
  };
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (self != NULL && text != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++)
    {
      g_autofree char *id = find_by_key (self, statements[i], text, error);

      if (id == NULL)
        return NULL;
      if (id[0] != '\0')
        return g_steal_pointer (&id);
    }
  rows = gla_store_search (self, text, today, 0, error);
  if (rows == NULL)
    return NULL;
  return choose_by_name (self, rows, text, error);
}

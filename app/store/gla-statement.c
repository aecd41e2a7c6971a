/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-statement.h"

#include "gla-i18n.h"
#include "gla-store-error.h"

struct _GlaStatement
{
  sqlite3 *handle;
  sqlite3_stmt *stmt;
  GStrv names;        /* of the parameters, in SQLite's order */
  int n_names;
  int hint;           /* where the next name is likely to be */
  GPtrArray *mended;  /* (nullable) (element-type utf8): texts given out in place of damaged ones */
  gboolean borrowed;
  gboolean cached;
  gboolean bad_text;
  int bind_code;
};

GlaStatement *
gla_statement_new (sqlite3     *handle,
                   const char  *sql,
                   GError     **error)
{
  GlaStatement *self;
  sqlite3_stmt *stmt = NULL;
  const char *tail = NULL;

  g_return_val_if_fail (handle != NULL && sql != NULL, NULL);

  if (sqlite3_prepare_v3 (handle, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, &tail) != SQLITE_OK)
    {
      gla_store_set_sqlite_error (error, handle);
      return NULL;
    }
  while (g_ascii_isspace (*tail))
    tail++;
  if (stmt == NULL || *tail != '\0')
    {
      sqlite3_finalize (stmt);
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED,
                           "One statement was expected, and nothing behind it");
      return NULL;
    }
  self = g_new0 (GlaStatement, 1);
  self->handle = handle;
  self->stmt = stmt;
  self->n_names = sqlite3_bind_parameter_count (stmt);
  self->names = g_new0 (char *, self->n_names + 1);
  /* Copies: SQLite's own go when it prepares the statement anew after a change of the schema. */
  for (int i = 0; i < self->n_names; i++)
    self->names[i] = g_strdup (sqlite3_bind_parameter_name (stmt, i + 1));
  return self;
}

void
gla_statement_free (GlaStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->stmt);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  g_strfreev (self->names);
  g_free (self);
}

gboolean
gla_statement_is_borrowed (GlaStatement *self)
{
  return self->borrowed;
}

void
gla_statement_borrow (GlaStatement *self,
                      gboolean      cached)
{
  g_return_if_fail (!self->borrowed);

  self->borrowed = TRUE;
  self->cached = cached;
}

void
gla_statement_release (GlaStatement *self)
{
  if (self == NULL)
    return;
  g_return_if_fail (self->borrowed);

  self->borrowed = FALSE;
  if (!self->cached)
    {
      gla_statement_free (self);
      return;
    }
  gla_statement_reset (self);
  sqlite3_clear_bindings (self->stmt);
}

void
gla_statement_reset (GlaStatement *self)
{
  /* The code of a reset repeats that of the step, which was reported. */
  sqlite3_reset (self->stmt);
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  self->bind_code = SQLITE_OK;
  self->bad_text = FALSE;
  self->hint = 0;
}

/* The only place that knows that SQLite counts parameters from 1. */
static int
find_parameter (GlaStatement *self,
                const char   *name)
{
  for (int i = 0; i < self->n_names; i++)
    {
      int place = (self->hint + i) % self->n_names;

      if (g_strcmp0 (self->names[place], name) == 0)
        {
          self->hint = place + 1;
          return place + 1;
        }
    }
  g_error ("No parameter %s in %s", name, sqlite3_sql (self->stmt));
}

static void
keep_bind_code (GlaStatement *self,
                int           code)
{
  if (self->bind_code == SQLITE_OK)
    self->bind_code = code;
}

void
gla_statement_bind_text (GlaStatement *self,
                         const char   *name,
                         const char   *value)
{
  int place = find_parameter (self, name);

  if (value == NULL)
    keep_bind_code (self, sqlite3_bind_null (self->stmt, place));
  else if (!g_utf8_validate (value, -1, NULL))
    self->bad_text = TRUE;
  else
    keep_bind_code (self, sqlite3_bind_text (self->stmt, place, value, -1, SQLITE_TRANSIENT));
}

void
gla_statement_bind_int (GlaStatement *self,
                        const char   *name,
                        gint64        value)
{
  keep_bind_code (self, sqlite3_bind_int64 (self->stmt, find_parameter (self, name), value));
}

void
gla_statement_bind_double (GlaStatement *self,
                           const char   *name,
                           double        value)
{
  keep_bind_code (self, sqlite3_bind_double (self->stmt, find_parameter (self, name), value));
}

void
gla_statement_bind_null (GlaStatement *self,
                         const char   *name)
{
  keep_bind_code (self, sqlite3_bind_null (self->stmt, find_parameter (self, name)));
}

void
gla_statement_bind_day (GlaStatement *self,
                        const char   *name,
                        GlaDay        day)
{
  char buffer[16];

  gla_statement_bind_text (self, name,
                           day == GLA_DAY_NONE ? NULL : gla_day_write_iso (day, buffer));
}

void
gla_statement_bind_units (GlaStatement *self,
                          const char   *name,
                          GlaUnits      units)
{
  if (units == GLA_UNITS_UNKNOWN)
    gla_statement_bind_null (self, name);
  else
    gla_statement_bind_int (self, name, units);
}

void
gla_statement_bind_blob (GlaStatement  *self,
                         const char    *name,
                         gconstpointer  data,
                         gsize          size)
{
  keep_bind_code (self, sqlite3_bind_blob64 (self->stmt, find_parameter (self, name), data, size,
                                             SQLITE_TRANSIENT));
}

gboolean
gla_statement_step (GlaStatement  *self,
                    gboolean      *row,
                    GError       **error)
{
  int code;

  g_return_val_if_fail (self != NULL && self->borrowed, FALSE);

  if (self->bad_text)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                           _("A text is not valid UTF-8."));
      return FALSE;
    }
  if (self->bind_code != SQLITE_OK)
    {
      g_propagate_error (error, gla_store_error_from_sqlite (self->bind_code, NULL));
      return FALSE;
    }
  g_clear_pointer (&self->mended, g_ptr_array_unref);
  code = sqlite3_step (self->stmt);
  if (code != SQLITE_ROW && code != SQLITE_DONE)
    {
      gla_store_set_sqlite_error (error, self->handle);
      return FALSE;
    }
  if (row != NULL)
    *row = code == SQLITE_ROW;
  return TRUE;
}

gboolean
gla_statement_run (GlaStatement  *self,
                   GError       **error)
{
  gboolean row = TRUE;
  gboolean ok = TRUE;

  while (ok && row)
    ok = gla_statement_step (self, &row, error);
  gla_statement_reset (self);
  return ok;
}

int
gla_statement_get_n_columns (GlaStatement *self)
{
  return sqlite3_column_count (self->stmt);
}

const char *
gla_statement_get_name (GlaStatement *self,
                        int           column)
{
  return sqlite3_column_name (self->stmt, column);
}

int
gla_statement_get_type (GlaStatement *self,
                        int           column)
{
  return sqlite3_column_type (self->stmt, column);
}

/* What is read from a damaged file goes to labels and pipes that take valid text only. */
static const char *
mend_text (GlaStatement *self,
           const char   *text)
{
  char *mended = g_utf8_make_valid (text, -1);

  if (self->mended == NULL)
    self->mended = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->mended, mended);
  return mended;
}

const char *
gla_statement_get_text (GlaStatement *self,
                        int           column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  return text == NULL || g_utf8_validate (text, -1, NULL) ? text : mend_text (self, text);
}

gint64
gla_statement_get_int (GlaStatement *self,
                       int           column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
gla_statement_get_double (GlaStatement *self,
                          int           column)
{
  return sqlite3_column_double (self->stmt, column);
}

GlaDay
gla_statement_get_day (GlaStatement *self,
                       int           column)
{
  const char *text = gla_statement_get_text (self, column);

  return text != NULL ? gla_day_from_iso (text) : GLA_DAY_NONE;
}

GlaUnits
gla_statement_get_units (GlaStatement *self,
                         int           column)
{
  if (gla_statement_get_type (self, column) == SQLITE_NULL)
    return GLA_UNITS_UNKNOWN;
  return gla_statement_get_int (self, column);
}

gconstpointer
gla_statement_get_blob (GlaStatement *self,
                        int           column,
                        gsize        *size)
{
  gconstpointer data = sqlite3_column_blob (self->stmt, column);

  *size = (gsize) sqlite3_column_bytes (self->stmt, column);
  return data;
}

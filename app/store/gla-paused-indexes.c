/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-paused-indexes.h"

/* With more patients than this making the indexes again could take longer than the batch. */
#define MOST_PATIENTS "1000"

struct _GlaPausedIndexes
{
  GlaDatabase *database;
  GPtrArray *definitions; /* (element-type utf8): CREATE INDEX statements of the file itself */
};

static const char drop_statements[]
    = "DROP INDEX IF EXISTS patient_by_name;"
      "DROP INDEX IF EXISTS patient_by_birth_day;"
      "DROP INDEX IF EXISTS patient_by_phone;"
      "DROP INDEX IF EXISTS injection_by_vial;"
      "DROP INDEX IF EXISTS injection_by_lot;";

static const char definitions_query[]
    = "SELECT sql FROM sqlite_schema WHERE type = 'index' AND name IN ('patient_by_name',"
      " 'patient_by_birth_day', 'patient_by_phone', 'injection_by_vial', 'injection_by_lot')";

static gboolean
read_definitions (GlaPausedIndexes  *self,
                  GError           **error)
{
  g_autoptr (GlaStatement) statement
      = gla_database_prepare (self->database, definitions_query, error);
  gboolean row = TRUE;

  if (statement == NULL)
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (self->definitions, g_strdup (gla_statement_get_text (statement, 0)));
  return !row;
}

GlaPausedIndexes *
gla_paused_indexes_new (GlaDatabase  *database,
                        GError      **error)
{
  GlaPausedIndexes *self;
  gint64 many;

  if (!gla_database_get_int (database,
                             "SELECT count (*) > " MOST_PATIENTS
                             " FROM (SELECT 1 FROM patient LIMIT " MOST_PATIENTS " + 1)",
                             &many, error)
      || many != 0)
    return NULL;
  self = g_new0 (GlaPausedIndexes, 1);
  self->database = database;
  self->definitions = g_ptr_array_new_with_free_func (g_free);
  if (!read_definitions (self, error) || !gla_database_execute (database, drop_statements, error))
    g_clear_pointer (&self, gla_paused_indexes_free);
  return self;
}

void
gla_paused_indexes_free (GlaPausedIndexes *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->definitions);
  g_free (self);
}

gboolean
gla_paused_indexes_resume (GlaPausedIndexes  *self,
                           GError           **error)
{
  for (guint i = 0; i < self->definitions->len; i++)
    if (!gla_database_execute (self->database, self->definitions->pdata[i], error))
      return FALSE;
  g_ptr_array_set_size (self->definitions, 0);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-schema.h"

#include "gla-copy.h"
#include "gla-data-resource.h"
#include "gla-i18n.h"
#include "gla-transaction.h"

#define SQL_PREFIX "/org/glabella/Glabella/data/sql/"

static const char *const step_files[] = {
  SQL_PREFIX "0001-record.sql",
  SQL_PREFIX "0002-notice.sql",
  SQL_PREFIX "0003-case.sql",
  SQL_PREFIX "0004-today.sql",
  SQL_PREFIX "0005-vial.sql",
  SQL_PREFIX "0006-photo.sql",
  SQL_PREFIX "0007-visit.sql",
  SQL_PREFIX "0008-pattern.sql",
  SQL_PREFIX "0009-fridge.sql",
  SQL_PREFIX "0010-rating.sql",
  SQL_PREFIX "0011-large-print.sql",
  SQL_PREFIX "0012-plan.sql",
  SQL_PREFIX "0013-needle.sql",
  SQL_PREFIX "0014-depot.sql",
};

const GlaSchemaSteps *
gla_schema_get_steps (void)
{
  static const char *scripts[G_N_ELEMENTS (step_files)];
  static const GlaSchemaSteps steps = { scripts, G_N_ELEMENTS (step_files) };
  static gsize loaded = 0;

  if (g_once_init_enter (&loaded))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (step_files); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GBytes) bytes
              = g_resource_lookup_data (gla_data_get_resource (), step_files[i],
                                        G_RESOURCE_LOOKUP_FLAGS_NONE, &error);

          if (bytes == NULL)
            g_error ("The program was built without %s: %s", step_files[i], error->message);
          scripts[i] = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
        }
      g_once_init_leave (&loaded, 1);
    }
  return &steps;
}

static gboolean
set_version (GlaDatabase  *database,
             int           version,
             GError      **error)
{
  /* A pragma takes no parameters; the version is a number of ours. */
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);

  return gla_database_execute (database, sql, error);
}

static gboolean
run_steps (GlaDatabase           *database,
           const GlaSchemaSteps  *steps,
           int                    version,
           GError               **error)
{
  for (int i = version; i < steps->n_scripts; i++)
    if (!gla_database_execute (database, steps->scripts[i], error))
      {
        g_prefix_error (error, _("Step %d of the file’s format: "), i + 1);
        return FALSE;
      }
  return set_version (database, steps->n_scripts, error);
}

gboolean
gla_schema_create (GlaDatabase           *database,
                   const GlaSchemaSteps  *steps,
                   GError               **error)
{
  g_autoptr (GlaTransaction) transaction = gla_transaction_begin (database, error);

  return transaction != NULL && run_steps (database, steps, 0, error)
         && gla_database_execute (database,
                                  "PRAGMA application_id = "
                                  G_STRINGIFY (GLA_APPLICATION_NUMBER),
                                  error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_schema_check (GlaDatabase           *database,
                  const GlaSchemaSteps  *steps,
                  gboolean              *older,
                  GError               **error)
{
  gint64 application;
  gint64 version;

  if (!gla_database_get_int (database, "PRAGMA application_id", &application, error)
      || !gla_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (application != GLA_APPLICATION_NUMBER || version < 1)
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FOREIGN,
                           _("This is a database of another program, not a clinic file."));
      return FALSE;
    }
  if (version > steps->n_scripts)
    {
      g_set_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NEWER,
                   _("The clinic file was written by a newer version of the program (format %d, "
                     "this program knows %d). Install the newer version to open it."),
                   (int) version, steps->n_scripts);
      return FALSE;
    }
  *older = version < steps->n_scripts;
  return TRUE;
}

/* "clinic.glabella" gives "clinic.glabella.version-1"; a copy that is there already is kept. */
static char *
make_copy_name (const char *path,
                int         version)
{
  g_autofree char *name = g_strdup_printf ("%s.version-%d", path, version);

  for (int i = 2; g_file_test (name, G_FILE_TEST_EXISTS); i++)
    {
      g_free (name);
      name = g_strdup_printf ("%s.version-%d-%d", path, version, i);
    }
  return g_steal_pointer (&name);
}

/*
 * Tables are often rebuilt by a step, which foreign keys would forbid half-way;
 * they can only be switched outside of the transaction.
 */
static gboolean
migrate_without_keys (GlaDatabase           *database,
                      const GlaSchemaSteps  *steps,
                      GError               **error)
{
  g_autoptr (GlaTransaction) transaction = gla_transaction_begin (database, error);
  gint64 version;

  /* Read again under the lock: another program may have done the work meanwhile. */
  if (transaction == NULL
      || !gla_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= steps->n_scripts)
    return TRUE;
  return run_steps (database, steps, (int) version, error) && gla_database_verify (database, error)
         && gla_transaction_commit (transaction, error);
}

gboolean
gla_schema_migrate (GlaDatabase           *database,
                    const GlaSchemaSteps  *steps,
                    const char            *path,
                    GError               **error)
{
  g_autofree char *copy = NULL;
  gint64 version;
  gboolean migrated;

  if (!gla_database_get_int (database, "PRAGMA user_version", &version, error))
    return FALSE;
  copy = make_copy_name (path, (int) version);
  if (!gla_copy_database (database, copy, NULL, NULL, error))
    {
      g_prefix_error (error, "%s", _("Copying the clinic file before bringing it up to date: "));
      return FALSE;
    }
  if (!gla_database_execute (database, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  migrated = migrate_without_keys (database, steps, error);
  return gla_database_execute (database, "PRAGMA foreign_keys = ON",
                               migrated ? error : NULL)
         && migrated;
}

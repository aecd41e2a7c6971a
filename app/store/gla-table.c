/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-table.h"

#include "gla-i18n.h"
#include "gla-identifier.h"
#include "gla-json.h"
#include "gla-store-private.h"

static const char *
get_id (const GlaTable *table,
        gconstpointer   record)
{
  return G_STRUCT_MEMBER (const char *, record, table->id);
}

/* The patient of the record as the audit names it. */
static const char *
get_patient (const GlaTable *table,
             gconstpointer   record,
             const char     *id)
{
  if (table == &gla_patient_table)
    return id;
  if (table->patient == GLA_NO_MEMBER)
    return NULL;
  return G_STRUCT_MEMBER (const char *, record, table->patient);
}

static gboolean
find_patient (GlaStore        *store,
              const GlaTable  *table,
              gconstpointer    record,
              gint64          *row,
              GError         **error)
{
  *row = 0;
  if (table->patient == GLA_NO_MEMBER)
    return TRUE;
  return gla_store_find_patient_row (store, G_STRUCT_MEMBER (const char *, record, table->patient),
                                     row, error);
}

static void
bind_record (const GlaTable *table,
             GlaStatement   *statement,
             gconstpointer   record,
             const char     *id,
             gint64          patient)
{
  gla_statement_bind_text (statement, ":id", id);
  if (table->patient != GLA_NO_MEMBER)
    gla_statement_bind_int (statement, ":patient", patient);
  gla_fields_bind (table->fields, table->n_fields, statement, record);
}

gboolean
gla_table_insert (GlaStore        *store,
                  const GlaTable  *table,
                  gconstpointer    record,
                  const char      *id,
                  gint64           patient,
                  GError         **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (store, table->insert, error);

  if (statement == NULL)
    return FALSE;
  bind_record (table, statement, record, id, patient);
  return gla_statement_run (statement, error);
}

gboolean
gla_table_exists (GlaStore        *store,
                  const GlaTable  *table,
                  const char      *id,
                  gboolean        *exists,
                  GError         **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (store, table->state, error);

  if (statement == NULL)
    return FALSE;
  gla_statement_bind_text (statement, ":id", id);
  return gla_statement_step (statement, exists, error);
}

char *
gla_table_describe (GlaStore        *store,
                    const GlaTable  *table,
                    const char      *id,
                    GError         **error)
{
  g_autoptr (GlaStatement) statement = gla_store_prepare (store, table->row, error);
  g_autoptr (GString) json = g_string_new ("{");
  gboolean row;

  if (statement == NULL)
    return NULL;
  gla_statement_bind_text (statement, ":id", id);
  if (!gla_statement_step (statement, &row, error))
    return NULL;
  if (!row)
    {
      gla_store_set_not_found (error);
      return NULL;
    }
  gla_json_append_row (json, statement);
  if (table->extra != NULL && !table->extra (store, id, json, error))
    return NULL;
  g_string_append_c (json, '}');
  return g_string_free (g_steal_pointer (&json), FALSE);
}

gboolean
gla_table_add (GlaStore        *store,
               const GlaTable  *table,
               gconstpointer    record,
               char           **id,
               GError         **error)
{
  g_autoptr (GlaTransaction) transaction = NULL;
  g_autofree char *name = g_strdup (get_id (table, record));
  g_autofree char *after = NULL;
  gboolean exists = FALSE;
  gint64 patient;

  if (!gla_store_begin_single (store, &transaction, error))
    return FALSE;
  if (name == NULL)
    name = gla_identifier_new ();
  else if (store->batch != NULL && !gla_table_exists (store, table, name, &exists, error))
    return FALSE;
  store->batch_added = !exists;
  if (!exists)
    {
      if (!find_patient (store, table, record, &patient, error)
          || !gla_table_insert (store, table, record, name, patient, error))
        return FALSE;
      if (store->batch == NULL)
        {
          after = gla_table_describe (store, table, name, error);
          if (after == NULL
              || !gla_store_write_audit (store, "add", table->name, name,
                                         get_patient (table, record, name), NULL, after, NULL,
                                         error))
            return FALSE;
        }
    }
  if (!gla_store_commit_single (transaction, error))
    return FALSE;
  if (id != NULL)
    *id = g_steal_pointer (&name);
  return TRUE;
}

gboolean
gla_table_update (GlaStore        *store,
                  const GlaTable  *table,
                  gconstpointer    record,
                  GError         **error)
{
  g_autoptr (GlaStatement) state = gla_store_prepare (store, table->state, error);
  g_autoptr (GlaStatement) update = gla_store_prepare (store, table->update, error);
  const char *id = get_id (table, record);
  gint64 patient;
  gboolean row;

  if (state == NULL || update == NULL || !find_patient (store, table, record, &patient, error))
    return FALSE;
  gla_statement_bind_text (state, ":id", id);
  if (!gla_statement_step (state, &row, error))
    return FALSE;
  if (!row || gla_statement_get_type (state, 1) != SQLITE_NULL
      || gla_statement_get_int (state, 2) != patient)
    {
      gla_store_set_not_found (error);
      return FALSE;
    }
  if (gla_statement_get_int (state, 0) != G_STRUCT_MEMBER (gint64, record, table->revision))
    {
      g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED,
                           _("Someone else changed this record meanwhile. Look at it again before "
                             "you change it."));
      return FALSE;
    }
  bind_record (table, update, record, id, patient);
  return gla_statement_run (update, error);
}

gboolean
gla_table_amend (GlaStore        *store,
                 const GlaTable  *table,
                 gconstpointer    record,
                 const char      *reason,
                 GError         **error)
{
  return gla_table_amend_as (store, table, record, "amend", reason, error);
}

gboolean
gla_table_amend_as (GlaStore        *store,
                    const GlaTable  *table,
                    gconstpointer    record,
                    const char      *action,
                    const char      *reason,
                    GError         **error)
{
  g_autoptr (GlaTransaction) transaction = gla_store_begin (store, error);
  const char *id = get_id (table, record);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  if (transaction == NULL)
    return FALSE;
  before = gla_table_describe (store, table, id, error);
  if (before == NULL || !gla_table_update (store, table, record, error))
    return FALSE;
  after = gla_table_describe (store, table, id, error);
  return after != NULL
         && gla_store_write_audit (store, action, table->name, id,
                                   get_patient (table, record, id), before, after, reason, error)
         && gla_transaction_commit (transaction, error);
}

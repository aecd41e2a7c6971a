/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-stock-write.h"

#include "gla-i18n.h"
#include "gla-store-write.h"

typedef struct
{
  GlaContext *context;
  GlaRecordTable table;
  char *id;      /* of what is voided, or NULL */
  char *reason;
  char *text;
  char *failed;
} Write;

static Write *
write_new (GlaContext     *context,
           GlaRecordTable  table,
           const char     *text,
           const char     *failed)
{
  Write *write = g_new0 (Write, 1);

  write->context = g_object_ref (context);
  write->table = table;
  write->text = g_strdup (text);
  write->failed = g_strdup (failed);
  return write;
}

static void
write_free (Write *write)
{
  g_object_unref (write->context);
  g_free (write->id);
  g_free (write->reason);
  g_free (write->text);
  g_free (write->failed);
  g_free (write);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Write, write_free)

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Write) write = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids
      = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (ids == NULL)
    {
      gla_context_show_error (write->context, write->failed, error);
      return;
    }
  g_ptr_array_add (ids, NULL);
  gla_context_did_add (write->context, write->text, write->table,
                       (const char *const *) ids->pdata);
}

GPtrArray *
gla_stock_write_ids (char *id)
{
  GPtrArray *ids;

  if (id == NULL)
    return NULL;
  ids = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (ids, id);
  return ids;
}

void
gla_stock_write (GlaContext     *context,
                 GlaStoreFunc    func,
                 gpointer        data,
                 GDestroyNotify  free_data,
                 GlaRecordTable  table,
                 const char     *text,
                 const char     *failed)
{
  g_return_if_fail (GLA_IS_CONTEXT (context) && func != NULL);

  gla_store_worker_run_async (gla_context_get_worker (context), func, data, free_data,
                              (GDestroyNotify) g_ptr_array_unref, NULL, written_cb,
                              write_new (context, table, text, failed));
}

static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Write *write = data;

  return gla_store_void (store, write->table, write->id, write->reason, error)
           ? g_strdup (write->id)
           : NULL;
}

static void
taken_back_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (Write) write = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (id != NULL)
    gla_context_did_void (write->context, write->text, write->table,
                          (const char *const[]) { id, NULL });
  else
    gla_context_show_error (write->context, write->failed, error);
}

void
gla_stock_take_back (GlaContext     *context,
                     GlaRecordTable  table,
                     const char     *id,
                     const char     *reason)
{
  Write *write, *job;

  g_return_if_fail (GLA_IS_CONTEXT (context) && id != NULL && reason != NULL);

  write = write_new (context, table, _("Taken back"), _("It was not taken back"));
  /* The worker has one of its own: the other thread must not see this one go. */
  job = write_new (context, table, NULL, NULL);
  job->id = g_strdup (id);
  job->reason = g_strdup (reason);
  gla_store_worker_run_async (gla_context_get_worker (context), take_back, job,
                              (GDestroyNotify) write_free, g_free, NULL, taken_back_cb, write);
}

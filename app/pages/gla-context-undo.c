/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-context-private.h"

#include "gla-i18n.h"

/* Saved acts and taking them back. */

typedef struct
{
  GlaContext *context;
  GlaUndoAct *act;
} UndoCall;

static void
undo_call_free (UndoCall *call)
{
  g_object_unref (call->context);
  gla_undo_act_free (call->act);
  g_free (call);
}

static void
undo_done_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  UndoCall *call = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    {
      gla_context_show_error (call->context,
                              _("This could not be undone; the record is as it was."), error);
    }
  else
    {
      /* Translators: %s is what was done, such as “Treatment saved” */
      g_autofree char *text = g_strdup_printf (_("Undone: %s"), call->act->text);

      gla_context_show_toast (call->context, text);
    }
  undo_call_free (call);
}

static void
undo_act (GlaContext *self,
          guint64     serial)
{
  GlaUndoAct *act = gla_undo_stack_take (gla_context_get_undo_stack (self), serial);
  UndoCall *call;

  if (act == NULL)
    {
      gla_context_show_toast (self, serial == 0 ? _("Nothing to undo") : _("Already undone"));
      return;
    }

  call = g_new0 (UndoCall, 1);
  call->context = g_object_ref (self);
  call->act = act;
  gla_store_worker_run_async (gla_context_get_worker (self), act->undo, act->data, NULL, NULL,
                              NULL, undo_done_cb, call);
}

void
gla_context_undo (GlaContext *self)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));

  undo_act (self, 0);
}

typedef struct
{
  GlaContext *context; /* not owned: the toast is gone before the context */
  guint64 serial;
} UndoButton;

static void
undo_button_cb (gpointer user_data)
{
  UndoButton *button = user_data;

  undo_act (button->context, button->serial);
}

void
gla_context_did (GlaContext     *self,
                 const char     *text,
                 GlaStoreFunc    undo,
                 gpointer        data,
                 GDestroyNotify  free_data)
{
  UndoButton *button;

  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (undo != NULL);

  button = g_new0 (UndoButton, 1);
  button->context = self;
  button->serial = gla_undo_stack_push (gla_context_get_undo_stack (self), text, undo, data,
                                        free_data);
  gla_context_show_undo_toast (self, text, _("Undo"), undo_button_cb, button, g_free);
}

/** What gla_context_did_add() and gla_context_did_void() take back. */
typedef struct
{
  GlaRecordTable table;
  GStrv ids;
  char *reason;
  gboolean restore;
} Records;

static void
records_free (gpointer data)
{
  Records *records = data;

  g_strfreev (records->ids);
  g_free (records->reason);
  g_free (records);
}

static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Records *records = data;

  for (guint i = 0; records->ids[i] != NULL; i++)
    {
      gboolean done;

      if (records->restore)
        done = gla_store_restore_voided (store, records->table, records->ids[i], records->reason,
                                         error);
      else
        done = gla_store_void (store, records->table, records->ids[i], records->reason, error);
      if (!done)
        return NULL;
    }

  return NULL;
}

static void
did_records (GlaContext         *self,
             const char         *text,
             GlaRecordTable      table,
             const char * const *ids,
             gboolean            restore)
{
  Records *records = g_new0 (Records, 1);

  records->table = table;
  records->ids = g_strdupv ((char **) ids);
  records->reason = g_strdup (_("Undone right after"));
  records->restore = restore;
  gla_context_did (self, text, take_back, records, records_free);
}

void
gla_context_did_add (GlaContext         *self,
                     const char         *text,
                     GlaRecordTable      table,
                     const char * const *ids)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (ids != NULL);

  did_records (self, text, table, ids, FALSE);
}

void
gla_context_did_void (GlaContext         *self,
                      const char         *text,
                      GlaRecordTable      table,
                      const char * const *ids)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (ids != NULL);

  did_records (self, text, table, ids, TRUE);
}

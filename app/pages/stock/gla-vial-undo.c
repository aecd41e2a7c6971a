/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-undo.h"

#include "gla-i18n.h"
#include "gla-store-stock.h"

typedef struct
{
  GlaContext *context;
  char *text;
} Write;

static gpointer
write_event (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  char *id = NULL;

  return gla_store_add_vial_event (store, data, &id, error) ? id : NULL;
}

static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gla_store_take_back_vial_event (store, data, _("Undone"), error);
  return NULL;
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Write *write = user_data;
  g_autoptr (GError) error = NULL;
  char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (id != NULL)
    gla_context_did (write->context, write->text, take_back, id, g_free);
  else
    gla_context_show_error (write->context, _("Nothing was changed about the vial"), error);
  g_object_unref (write->context);
  g_free (write->text);
  g_free (write);
}

void
gla_vial_event_write (GlaContext         *context,
                      const GlaVialEvent *event,
                      const char         *text)
{
  Write *write;

  g_return_if_fail (GLA_IS_CONTEXT (context) && event != NULL && text != NULL);

  write = g_new0 (Write, 1);
  write->context = g_object_ref (context);
  write->text = g_strdup (text);
  gla_store_worker_run_async (gla_context_get_worker (context), write_event,
                              gla_vial_event_new (event), (GDestroyNotify) gla_vial_event_unref,
                              g_free, NULL, written_cb, write);
}

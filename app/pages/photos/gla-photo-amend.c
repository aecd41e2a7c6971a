/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-photo-amend.h"

#include "gla-i18n.h"
#include "gla-store-photo.h"

typedef struct
{
  GlaContext *context;
  GlaPhoto *before;
  GlaPhoto *after;
  char *text;
  GObject *asker;
  GlaPhotoFailed failed;
} Amend;

static void
amend_free (Amend *amend)
{
  g_object_unref (amend->context);
  gla_photo_unref (amend->before);
  gla_photo_unref (amend->after);
  g_free (amend->text);
  g_object_unref (amend->asker);
  g_free (amend);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Amend, amend_free)

static gpointer
amend_in_store (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  gla_store_amend_photo (store, data, NULL, error);
  return NULL;
}

/* The photo as it was, on top of whatever was done to it since. */
static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  GlaPhoto before = *(const GlaPhoto *) data;
  g_autoptr (GPtrArray) photos = gla_store_list_photos (store, before.patient, error);

  for (guint i = 0; photos != NULL && i < photos->len; i++)
    {
      const GlaPhoto *photo = photos->pdata[i];

      if (!g_str_equal (photo->id, before.id))
        continue;
      before.revision = photo->revision;
      gla_store_amend_photo (store, &before, _("Undone right after"), error);
      return NULL;
    }
  if (photos != NULL)
    g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND,
                         _("The photo was voided meanwhile."));
  return NULL;
}

static void
amended_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (Amend) amend = user_data;
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    {
      gla_context_show_error (amend->context, _("The change to the photo was not saved."), error);
      amend->failed (amend->asker);
    }
  else
    gla_context_did (amend->context, amend->text, take_back,
                     (gpointer) gla_photo_ref (amend->before), (GDestroyNotify) gla_photo_unref);
}

void
gla_photo_amend (GlaContext     *context,
                 const GlaPhoto *before,
                 const GlaPhoto *after,
                 const char     *text,
                 gpointer        asker,
                 GlaPhotoFailed  failed)
{
  Amend *amend;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (before != NULL && after != NULL);
  g_return_if_fail (text != NULL);
  g_return_if_fail (G_IS_OBJECT (asker) && failed != NULL);

  amend = g_new0 (Amend, 1);
  amend->context = g_object_ref (context);
  amend->before = gla_photo_new (before);
  amend->after = gla_photo_new (after);
  amend->text = g_strdup (text);
  amend->asker = g_object_ref (asker);
  amend->failed = failed;
  gla_store_worker_run_async (gla_context_get_worker (context), amend_in_store,
                              (gpointer) gla_photo_ref (amend->after),
                              (GDestroyNotify) gla_photo_unref, NULL, NULL, amended_cb, amend);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol-shelf.h"

#include "gla-store-case.h"

#include <string.h>

struct _GlaProtocolShelf
{
  GMutex mutex;         /* over what follows */
  GlaCatalogue *catalogue;
  GFile *own;           /* or NULL */
  GlaProtocol *current; /* NULL until somebody asks */
  GError *refused;      /* why @own was not taken */
  GHashTable *kept;     /* (element-type utf8 GlaProtocol): by identifier of the copy */
};

GlaProtocolShelf *
gla_protocol_shelf_new (GlaCatalogue *catalogue,
                        GFile        *own)
{
  GlaProtocolShelf *self;

  g_return_val_if_fail (catalogue != NULL, NULL);

  self = g_atomic_rc_box_new0 (GlaProtocolShelf);
  g_mutex_init (&self->mutex);
  self->catalogue = gla_catalogue_ref (catalogue);
  if (own != NULL)
    self->own = g_object_ref (own);
  self->kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) gla_protocol_unref);
  return self;
}

GFile *
gla_protocol_shelf_dup_own_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "glabella", "protocol",
                                            "not-working.xml", NULL);

  return g_file_new_for_path (path);
}

GlaProtocolShelf *
gla_protocol_shelf_ref (GlaProtocolShelf *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  GlaProtocolShelf *self = data;

  g_mutex_clear (&self->mutex);
  gla_catalogue_unref (self->catalogue);
  g_clear_object (&self->own);
  g_clear_pointer (&self->current, gla_protocol_unref);
  g_clear_error (&self->refused);
  g_hash_table_unref (self->kept);
}

void
gla_protocol_shelf_unref (GlaProtocolShelf *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear);
}

/* With the mutex held. */
static GlaProtocol *
read_current (GlaProtocolShelf  *self,
              GError           **error)
{
  if (self->current == NULL)
    {
      g_clear_error (&self->refused);
      self->current = gla_protocol_load (self->own, self->catalogue, &self->refused, error);
    }
  return self->current;
}

GlaProtocol *
gla_protocol_shelf_get_current (GlaProtocolShelf  *self,
                                GError           **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  GlaProtocol *current;

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  current = read_current (self, error);
  return current != NULL ? gla_protocol_ref (current) : NULL;
}

char *
gla_protocol_shelf_dup_refusal (GlaProtocolShelf *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  read_current (self, NULL);
  return self->refused != NULL ? g_strdup (self->refused->message) : NULL;
}

GlaProtocol *
gla_protocol_shelf_get_kept (GlaProtocolShelf  *self,
                             GlaStore          *store,
                             const char        *id,
                             gboolean           is_own,
                             GError           **error)
{
  g_autoptr (GMutexLocker) locker = NULL;
  g_autoptr (GBytes) content = NULL;
  GlaProtocol *protocol;
  char *text;

  g_return_val_if_fail (self != NULL && store != NULL && id != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  protocol = g_hash_table_lookup (self->kept, id);
  if (protocol != NULL)
    return gla_protocol_ref (protocol);
  text = gla_store_read_protocol (store, id, error);
  if (text == NULL)
    return NULL;
  content = g_bytes_new_take (text, strlen (text));
  protocol = gla_protocol_parse (content, id, is_own, self->catalogue, error);
  if (protocol == NULL)
    return NULL;
  g_hash_table_insert (self->kept, g_strdup (id), gla_protocol_ref (protocol));
  return protocol;
}

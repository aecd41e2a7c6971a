/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the steps of kept protocols are called. */

#include "config.h"

#include "gla-agenda-private.h"

#include "gla-protocol.h"
#include "gla-store-case.h"

#include <string.h>

/* Reading a protocol takes longer than the rest of the list, and a copy never changes
   under its identifier: each is read once. */
static GMutex mutex;
static GHashTable *protocols; /* identifier to GlaProtocol */

static GlaProtocol *
read_protocol (GlaStore     *store,
               GlaCatalogue *catalogue,
               const char   *id)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = gla_store_read_protocol (store, id, &error);
  g_autoptr (GBytes) bytes = NULL;
  GlaProtocol *protocol;

  if (text == NULL)
    return NULL;
  bytes = g_bytes_new (text, strlen (text));
  protocol = gla_protocol_parse (bytes, id, FALSE, catalogue, &error);
  if (protocol == NULL)
    g_debug ("the steps of a protocol are not known: %s", error->message);
  return protocol;
}

static void
protocol_free (gpointer data)
{
  if (data != NULL)
    gla_protocol_unref (data);
}

/* NULL is remembered as well. */
static GlaProtocol *
find_protocol (GlaStore     *store,
               GlaCatalogue *catalogue,
               const char   *id)
{
  gpointer found;

  if (protocols == NULL)
    protocols = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, protocol_free);
  if (!g_hash_table_lookup_extended (protocols, id, NULL, &found))
    {
      found = read_protocol (store, catalogue, id);
      g_hash_table_insert (protocols, g_strdup (id), found);
    }
  return found;
}

char *
gla_agenda_dup_step_title (GlaStore     *store,
                           GlaCatalogue *catalogue,
                           const char   *protocol,
                           const char   *step)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  const GlaProtocol *found = find_protocol (store, catalogue, protocol);
  const GlaStep *known = found != NULL ? gla_protocol_find_step (found, step) : NULL;

  return known != NULL ? g_strdup (gla_protocol_get_text (found, known->title)) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-reading.h"

#include "gla-store-read.h"

typedef struct
{
  GlaCatalogue *catalogue;
  GlaAgendaQuery query;
  char *author;
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  gla_catalogue_unref (reading->catalogue);
  gla_protocol_shelf_unref (reading->query.shelf);
  g_free (reading->author);
  g_free (reading);
}

/* Where nobody signs in, everybody sees all. */
static GlaRole
find_role (GlaStore   *store,
           const char *author)
{
  g_autoptr (GPtrArray) staff = NULL;

  if (author == NULL || author[0] == '\0')
    return GLA_ROLE_OWNER;
  staff = gla_store_list_staff (store, TRUE, NULL);
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const GlaStaff *member = staff->pdata[i];

      if (g_str_equal (member->id, author))
        return member->role;
    }
  return GLA_ROLE_FRONT_DESK;
}

/* Runs in the worker's thread. */
static gpointer
read_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  Reading *reading = data;

  reading->query.role = find_role (store, reading->author);
  return gla_agenda_new (store, reading->catalogue, &reading->query, error);
}

static int
get_minute (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

void
gla_today_reading_start (GlaContext          *context,
                         guint                limit,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  Reading *reading;

  g_return_if_fail (GLA_IS_CONTEXT (context));

  reading = g_new0 (Reading, 1);
  reading->catalogue = gla_catalogue_ref (gla_context_get_catalogue (context));
  reading->query.today = gla_context_get_today (context);
  reading->query.minute = get_minute ();
  reading->query.limit = limit;
  reading->query.shelf = gla_protocol_shelf_ref (gla_context_get_shelf (context));
  reading->author = g_strdup (gla_context_get_author (context));
  gla_store_worker_run_async (gla_context_get_worker (context), read_in_worker, reading,
                              reading_free, (GDestroyNotify) gla_agenda_free, NULL, callback,
                              user_data);
}

GlaAgenda *
gla_today_reading_finish (GObject       *source,
                          GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (GLA_IS_STORE_WORKER (source), NULL);

  return gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, error);
}

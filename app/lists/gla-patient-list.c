/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-list.h"

#include "gla-patient-item-private.h"

/* Milliseconds without another search before the rest of a long list is looked up. */
#define REST_DELAY 100

struct _GlaPatientList
{
  GObject parent_instance;

  /* Owned */
  GlaStoreWorker *worker;
  GArray *rows;             /* (element-type gint64) */
  GHashTable *living;       /* (element-type gint64 GlaPatientItem), without references */
  GCancellable *cancellable; /* of the search under way, or NULL */
  char *text;

  /* Borrowed */
  GlaStore *reader;

  GlaDay today;
  guint rest_timer;
  guint64 read_count;
};

enum
{
  SIGNAL_LOADED,
  SIGNAL_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GlaPatientList, gla_patient_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static gint64
get_number (const GArray *rows,
            guint         position)
{
  return g_array_index (rows, gint64, position);
}

/* A row may be gone for a moment between the change and the next search. */
static GlaPatientRow *
read_row (GlaPatientList *self,
          gint64          number)
{
  g_autoptr (GError) error = NULL;
  GlaPatientRow *row = gla_store_read_row (self->reader, number, &error);

  self->read_count++;
  if (row == NULL)
    g_debug ("row %" G_GINT64_FORMAT ": %s", number, error->message);

  return row;
}

static GType
gla_patient_list_get_item_type (GListModel *model)
{
  return GLA_TYPE_PATIENT_ITEM;
}

static guint
gla_patient_list_get_n_items (GListModel *model)
{
  return GLA_PATIENT_LIST (model)->rows->len;
}

static gpointer
gla_patient_list_get_item (GListModel *model,
                           guint       position)
{
  GlaPatientList *self = GLA_PATIENT_LIST (model);
  GlaPatientItem *item;
  gint64 number;

  if (position >= self->rows->len)
    return NULL;

  number = get_number (self->rows, position);
  item = g_hash_table_lookup (self->living, &number);
  if (item != NULL)
    return g_object_ref (item);

  return gla_patient_item_new (self->living, number, read_row (self, number));
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = gla_patient_list_get_item_type;
  iface->get_n_items = gla_patient_list_get_n_items;
  iface->get_item = gla_patient_list_get_item;
}

/* Replacing what is shown */

static guint
count_common_start (const GArray *old,
                    const GArray *new)
{
  guint n = MIN (old->len, new->len);
  guint i = 0;

  while (i < n && get_number (old, i) == get_number (new, i))
    i++;

  return i;
}

static guint
count_common_end (const GArray *old,
                  const GArray *new,
                  guint         start)
{
  guint n = MIN (old->len, new->len) - start;
  guint i = 0;

  while (i < n && get_number (old, old->len - 1 - i) == get_number (new, new->len - 1 - i))
    i++;

  return i;
}

/* In one step, a selection and the list view would read every new row to look
   for the ones they had; so the rows that differ are first taken out, then put in. */
static void
replace_rows (GlaPatientList *self,
              GArray         *rows)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->rows);
  guint start = count_common_start (old, rows);
  guint end = count_common_end (old, rows, start);
  guint n_removed = old->len - start - end;
  guint n_added = rows->len - start - end;

  self->rows = g_array_ref (old);
  if (n_removed > 0)
    {
      g_array_remove_range (self->rows, start, n_removed);
      g_list_model_items_changed (G_LIST_MODEL (self), start, n_removed, 0);
    }

  g_array_unref (self->rows);
  self->rows = g_array_ref (rows);
  if (n_added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), start, 0, n_added);
}

static void
reread_living (GlaPatientList *self)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, self->living);
  while (g_hash_table_iter_next (&iter, NULL, &item))
    g_ptr_array_add (items, g_object_ref (item));

  for (guint i = 0; i < items->len; i++)
    {
      GlaPatientItem *living = g_ptr_array_index (items, i);

      gla_patient_item_set_row (living, read_row (self, gla_patient_item_get_number (living)));
    }
}

/* Searching */

typedef struct
{
  char *text;
  GlaDay today;
  guint limit;
} Query;

static void
query_free (gpointer data)
{
  Query *query = data;

  g_free (query->text);
  g_free (query);
}

static gpointer
run_query (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  Query *query = data;

  return gla_store_search (store, query->text, query->today, query->limit, error);
}

typedef struct
{
  GlaPatientList *list;
  GCancellable *cancellable;
  guint limit;
  gboolean reread;
} Search;

static void
search_free (Search *search)
{
  g_object_unref (search->list);
  g_object_unref (search->cancellable);
  g_free (search);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Search, search_free)

static void start_search (GlaPatientList *self,
                          guint           limit,
                          gboolean        reread);

static gboolean
rest_timer_cb (gpointer user_data)
{
  GlaPatientList *self = GLA_PATIENT_LIST (user_data);

  self->rest_timer = 0;
  start_search (self, 0, FALSE);

  return G_SOURCE_REMOVE;
}

static void
search_done_cb (GObject      *source,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Search) search = user_data;
  GlaPatientList *self = search->list;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) rows = NULL;

  rows = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (self->cancellable != search->cancellable)
    return; /* a newer search is under way, or the list was left */

  g_clear_object (&self->cancellable);
  if (rows == NULL)
    {
      if (error != NULL)
        g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
      return;
    }

  if (search->reread)
    reread_living (self);
  replace_rows (self, rows);
  if (search->limit != 0 && rows->len >= search->limit)
    self->rest_timer = g_timeout_add (REST_DELAY, rest_timer_cb, self);
  g_signal_emit (self, signals[SIGNAL_LOADED], 0);
}

static void
start_search (GlaPatientList *self,
              guint           limit,
              gboolean        reread)
{
  Query *query = g_new0 (Query, 1);
  Search *search = g_new0 (Search, 1);

  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();

  query->text = g_strdup (self->text);
  query->today = self->today;
  query->limit = limit;
  search->list = g_object_ref (self);
  search->cancellable = g_object_ref (self->cancellable);
  search->limit = limit;
  search->reread = reread;
  gla_store_worker_run_async (self->worker, run_query, query, query_free,
                              (GDestroyNotify) g_array_unref, self->cancellable, search_done_cb,
                              search);
}

/* All at once, so that a long list does not shrink and grow under the eyes. */
static void
worker_changed_cb (GlaPatientList *self)
{
  guint limit = self->rows->len < GLA_PATIENT_LIST_FIRST ? GLA_PATIENT_LIST_FIRST : 0;

  if (self->text != NULL)
    start_search (self, limit, TRUE);
}

static void
gla_patient_list_dispose (GObject *object)
{
  GlaPatientList *self = GLA_PATIENT_LIST (object);

  g_clear_handle_id (&self->rest_timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->worker);

  G_OBJECT_CLASS (gla_patient_list_parent_class)->dispose (object);
}

static void
gla_patient_list_finalize (GObject *object)
{
  GlaPatientList *self = GLA_PATIENT_LIST (object);

  g_clear_pointer (&self->rows, g_array_unref);
  g_clear_pointer (&self->living, g_hash_table_unref);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (gla_patient_list_parent_class)->finalize (object);
}

static void
gla_patient_list_class_init (GlaPatientListClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_patient_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = gla_patient_list_finalize;

  signals[SIGNAL_LOADED] = g_signal_new ("loaded", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
gla_patient_list_init (GlaPatientList *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->living = g_hash_table_new (g_int64_hash, g_int64_equal);
}

GlaPatientList *
gla_patient_list_new (GlaStoreWorker *worker,
                      GlaStore       *reader)
{
  GlaPatientList *self;

  g_return_val_if_fail (GLA_IS_STORE_WORKER (worker), NULL);
  g_return_val_if_fail (reader != NULL, NULL);

  self = g_object_new (GLA_TYPE_PATIENT_LIST, NULL);
  self->worker = g_object_ref (worker);
  self->reader = reader;
  g_signal_connect_object (worker, "changed", G_CALLBACK (worker_changed_cb), self,
                           G_CONNECT_SWAPPED);

  return self;
}

void
gla_patient_list_search (GlaPatientList *self,
                         const char     *text,
                         GlaDay          today)
{
  g_return_if_fail (GLA_IS_PATIENT_LIST (self));
  g_return_if_fail (text != NULL);

  if (self->text != text)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }
  self->today = today;
  start_search (self, GLA_PATIENT_LIST_FIRST, FALSE);
}

const char *
gla_patient_list_get_text (GlaPatientList *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_LIST (self), NULL);

  return self->text != NULL ? self->text : "";
}

gboolean
gla_patient_list_is_loading (GlaPatientList *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_LIST (self), FALSE);

  return self->cancellable != NULL || self->rest_timer != 0;
}

guint
gla_patient_list_find (GlaPatientList *self,
                       const char     *id)
{
  gint64 number;

  g_return_val_if_fail (GLA_IS_PATIENT_LIST (self), G_MAXUINT);

  number = id != NULL ? gla_store_find_row (self->reader, id, NULL) : 0;
  if (number == 0)
    return G_MAXUINT;

  for (guint i = 0; i < self->rows->len; i++)
    if (get_number (self->rows, i) == number)
      return i;

  return G_MAXUINT;
}

guint64
gla_patient_list_get_read_count (GlaPatientList *self)
{
  g_return_val_if_fail (GLA_IS_PATIENT_LIST (self), 0);

  return self->read_count;
}

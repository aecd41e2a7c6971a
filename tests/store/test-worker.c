/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-worker.h"

typedef struct
{
  GMainLoop *loop;
  GlaStoreWorker *worker;
  GString *log;
  guint waiting;
  GThread *main_thread;
} Run;

static void
run_start (Run          *run,
           StoreFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  *run = (Run) { 0 };
  run->loop = g_main_loop_new (NULL, FALSE);
  run->log = g_string_new (NULL);
  run->main_thread = g_thread_self ();
  run->worker = gla_store_worker_new (fixture->path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
}

static void
run_end (Run *run)
{
  g_clear_object (&run->worker);
  g_main_loop_unref (run->loop);
  g_string_free (run->log, TRUE);
}

static void
done (Run *run)
{
  if (--run->waiting == 0)
    g_main_loop_quit (run->loop);
}

static gpointer
give_number (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  g_assert_nonnull (gla_store_get_path (store));
  return g_strdup (data);
}

static void
number_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *number
      = gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error);

  g_assert_no_error (error);
  g_assert_true (g_thread_self () == run->main_thread);
  g_string_append (run->log, number);
  done (run);
}

static void
test_order (StoreFixture  *self,
            gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  for (int i = 0; i < 8; i++)
    {
      run.waiting++;
      gla_store_worker_run_async (run.worker, give_number, g_strdup_printf ("%d", i), g_free,
                                  g_free, NULL, number_cb, &run);
    }
  g_main_loop_run (run.loop);
  g_assert_cmpstr (run.log->str, ==, "01234567");
  run_end (&run);
}

static gpointer
fail (GlaStore      *store,
      gpointer       data,
      GCancellable  *cancellable,
      GError       **error)
{
  return gla_store_read_history (store, "nobody", error);
}

static void
fail_cb (GObject      *object,
         GAsyncResult *result,
         gpointer      user_data)
{
  Run *run = user_data;
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  done (run);
}

static gpointer
give_nothing (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  return NULL;
}

static void
nothing_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error));
  g_assert_no_error (error);
  done (user_data);
}

static void
test_results (StoreFixture  *self,
              gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  run.waiting = 2;
  gla_store_worker_run_async (run.worker, fail, NULL, NULL, NULL, NULL, fail_cb, &run);
  gla_store_worker_run_async (run.worker, give_nothing, NULL, NULL, NULL, NULL, nothing_cb, &run);
  g_main_loop_run (run.loop);
  run_end (&run);
}

static gpointer
count_for_ever (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  gint64 value;

  g_atomic_int_set ((int *) data, 1);
  gla_database_get_int (store->database,
                        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                        " SELECT count (*) FROM n",
                        &value, error);
  return NULL;
}

static void
cancelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED);
  done (user_data);
}

/* One that runs is stopped; one that waits is never begun. */
static void
test_cancel (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  int running = 0;
  int begun = 0;
  Run run;

  run_start (&run, self);
  run.waiting = 3;
  gla_store_worker_run_async (run.worker, count_for_ever, &running, NULL, NULL, cancellable,
                              cancelled_cb, &run);
  gla_store_worker_run_async (run.worker, count_for_ever, &begun, NULL, NULL, cancellable,
                              cancelled_cb, &run);
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("7"), g_free, g_free, NULL,
                              number_cb, &run);
  while (g_atomic_int_get (&running) == 0)
    g_usleep (1000);
  g_cancellable_cancel (cancellable);
  g_main_loop_run (run.loop);
  g_assert_cmpint (begun, ==, 0);
  g_assert_cmpstr (run.log->str, ==, "7");
  run_end (&run);
}

static gpointer
write_setting (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  gla_store_put_setting (store, "a", data, error);
  return NULL;
}

static void
changed_cb (GlaStoreWorker *worker,
            gpointer        user_data)
{
  Run *run = user_data;

  g_assert_true (g_thread_self () == run->main_thread);
  g_string_append (run->log, "changed ");
  if (run->waiting > 0)
    done (run);
}

/* After a write of its own, once; not after reading; and after another program's write. */
static void
test_changed (StoreFixture  *self,
              gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  g_signal_connect (run.worker, "changed", G_CALLBACK (changed_cb), &run);
  run.waiting = 3;
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("read "), g_free, g_free, NULL,
                              number_cb, &run);
  gla_store_worker_run_async (run.worker, write_setting, g_strdup ("b"), g_free, NULL, NULL,
                              nothing_cb, &run);
  g_main_loop_run (run.loop);
  g_assert_cmpstr (run.log->str, ==, "read changed ");

  run.waiting = 1;
  g_assert_true (gla_store_put_setting (self->store, "a", "c", NULL));
  g_main_loop_run (run.loop);
  g_assert_cmpstr (run.log->str, ==, "read changed changed ");
  run_end (&run);
}

static gpointer
write_draft (GlaStore      *store,
             gpointer       data,
             GCancellable  *cancellable,
             GError       **error)
{
  if (data != NULL)
    gla_store_put_draft (store, "treatment", "p", data, error);
  else
    gla_store_drop_draft (store, "treatment", "p", error);
  return NULL;
}

static void
drafts_changed_cb (GlaStoreWorker *worker,
                   gpointer        user_data)
{
  Run *run = user_data;

  g_assert_true (g_thread_self () == run->main_thread);
  g_string_append (run->log, "drafts ");
}

/* What is typed and not yet saved is kept without anybody reading anew for it; only that there
 * is a draft, and that there is none any more, is told. */
static void
test_draft (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *kept = NULL;
  Run run;

  run_start (&run, self);
  g_signal_connect (run.worker, "changed", G_CALLBACK (changed_cb), &run);
  g_signal_connect (run.worker, "drafts-changed", G_CALLBACK (drafts_changed_cb), &run);
  run.waiting = 3;
  gla_store_worker_run_async (run.worker, write_draft, g_strdup ("one"), g_free, NULL, NULL,
                              nothing_cb, &run);
  gla_store_worker_run_async (run.worker, write_draft, g_strdup ("two"), g_free, NULL, NULL,
                              nothing_cb, &run);
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("read "), g_free, g_free, NULL,
                              number_cb, &run);
  g_main_loop_run (run.loop);
  kept = gla_store_get_draft (self->store, "treatment", "p", NULL);
  g_assert_cmpstr (kept, ==, "two");
  run.waiting = 2;
  gla_store_worker_run_async (run.worker, write_draft, NULL, NULL, NULL, NULL, nothing_cb, &run);
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("read "), g_free, g_free, NULL,
                              number_cb, &run);
  g_main_loop_run (run.loop);
  g_assert_cmpstr (run.log->str, ==, "drafts read drafts read ");
  run_end (&run);
}

/* Closing waits for what was asked for; what is asked for later fails. */
static void
test_close (StoreFixture  *self,
            gconstpointer  data)
{
  g_autofree char *value = NULL;
  Run run;

  run_start (&run, self);
  run.waiting = 1;
  gla_store_worker_run_async (run.worker, write_setting, g_strdup ("kept"), g_free, NULL, NULL,
                              nothing_cb, &run);
  gla_store_worker_close (run.worker);
  value = gla_store_get_setting (self->store, "a", NULL);
  g_assert_cmpstr (value, ==, "kept");
  g_main_loop_run (run.loop);
  gla_store_worker_close (run.worker);
  run_end (&run);
}

static void
closed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_FAILED);
  done (user_data);
}

static void
test_after_close (StoreFixture  *self,
                  gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  gla_store_worker_close (run.worker);
  run.waiting = 1;
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("1"), g_free, g_free, NULL,
                              closed_cb, &run);
  g_main_loop_run (run.loop);
  run_end (&run);
}

/* A result that nobody fetches is freed, and so is a worker whose task outlives it. */
static void
test_forgotten (StoreFixture  *self,
                gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("1"), g_free, g_free, NULL, NULL,
                              NULL);
  run.waiting = 1;
  gla_store_worker_run_async (run.worker, give_number, g_strdup ("2"), g_free, g_free, NULL,
                              number_cb, &run);
  g_clear_object (&run.worker);
  g_main_loop_run (run.loop);
  g_assert_cmpstr (run.log->str, ==, "2");
  run_end (&run);
}

static gpointer
leave_batch_open (GlaStore      *store,
                  gpointer       data,
                  GCancellable  *cancellable,
                  GError       **error)
{
  gla_store_begin_batch (store, error);
  gla_store_put_setting (store, "a", "lost", error);
  return NULL;
}

static void
test_open_batch (StoreFixture  *self,
                 gconstpointer  data)
{
  Run run;

  run_start (&run, self);
  run.waiting = 2;
  gla_store_worker_run_async (run.worker, leave_batch_open, NULL, NULL, NULL, NULL, nothing_cb,
                              &run);
  gla_store_worker_run_async (run.worker, write_setting, g_strdup ("own"), g_free, NULL, NULL,
                              nothing_cb, &run);
  g_main_loop_run (run.loop);
  run_end (&run);
  {
    g_autofree char *value = gla_store_get_setting (self->store, "a", NULL);

    g_assert_cmpstr (value, ==, "own");
  }
}

static void
test_open_fails (StoreFixture  *self,
                 gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = store_fixture_path (self, "none");

  g_assert_null (gla_store_worker_new (path, GLA_STORE_DEFAULT, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/worker/order", test_order);
  STORE_TEST ("/store/worker/results", test_results);
  STORE_TEST ("/store/worker/cancel", test_cancel);
  STORE_TEST ("/store/worker/changed", test_changed);
  STORE_TEST ("/store/worker/draft", test_draft);
  STORE_TEST ("/store/worker/close", test_close);
  STORE_TEST ("/store/worker/after-close", test_after_close);
  STORE_TEST ("/store/worker/forgotten", test_forgotten);
  STORE_TEST ("/store/worker/open-batch", test_open_batch);
  STORE_TEST ("/store/worker/open-fails", test_open_fails);

  return g_test_run ();
}

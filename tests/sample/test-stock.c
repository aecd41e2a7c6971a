/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands on the shelves of the made-up clinic, and where its units went. */

#include "config.h"

#include "gla-sample-write.h"

#include "gla-course.h"
#include "gla-store-backup.h"
#include "gla-store-lot.h"
#include "gla-store-read.h"
#include "gla-store-stock.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"

#define UNTIL 20454 /* 2026-01-01 */
#define NOW "2026-01-01T09:00"

typedef struct
{
  char *folder;
  GlaStore *store;
} Fixture;

static GlaStore *
make_clinic (const char *folder,
             const char *name,
             guint64     seed,
             int         n_patients)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  GlaStore *store;

  gla_sample_write (path, seed, n_patients, UNTIL, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  store = gla_store_open (path, 0, &error);
  g_assert_no_error (error);
  return store;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->folder = gla_test_dup_folder ();
  self->store = make_clinic (self->folder, "one.glabella", 1, 300);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->store, gla_store_close);
  gla_test_drop_folder (self->folder);
  g_free (self->folder);
}

static GPtrArray *
list_stock (GlaStore *store,
            gboolean  all)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *stock = gla_store_list_stock (store, all, &error);

  g_assert_no_error (error);
  return stock;
}

static void
test_file_is_in_order (Fixture       *self,
                       gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = gla_store_check (self->store, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Everything that a first look at the place is to show is there. */
static void
test_shelves (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) stock = list_stock (self->store, FALSE);
  guint n_states[GLA_VIAL_HELD + 1] = { 0 };
  guint n_near = 0, n_past = 0, n_used = 0, n_wasted = 0;

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *one = stock->pdata[i];
      int minutes = gla_vial_get_minutes_open (one->vial, NOW);

      g_assert_cmpint (one->vial->state, <=, GLA_VIAL_HELD);
      n_states[one->vial->state]++;
      g_assert_nonnull (one->vial->presentation);
      g_assert_nonnull (one->vial->supplier);
      g_assert_cmpint (one->vial->received, <=, UNTIL);
      g_assert_cmpint (gla_vial_ledger_get_left (&one->ledger), >, 0);
      if (one->vial->state == GLA_VIAL_HELD)
        continue;
      g_assert_cmpint (one->vial->expiry, >, UNTIL);
      n_near += one->vial->expiry <= UNTIL + 60 ? 1 : 0;
      n_past += minutes > 24 * 60 ? 1 : 0;
      n_used += one->ledger.charted > 0 ? 1 : 0;
      n_wasted += one->ledger.wasted > 0 ? 1 : 0;
    }
  g_assert_cmpuint (n_states[GLA_VIAL_SEALED], ==, 21);
  g_assert_cmpuint (n_states[GLA_VIAL_OPEN], ==, 3);
  g_assert_cmpuint (n_states[GLA_VIAL_HELD], ==, 1);
  g_assert_cmpuint (n_near, ==, 1);
  g_assert_cmpuint (n_past, >=, 1);
  g_assert_cmpuint (n_used, ==, 1);
  g_assert_cmpuint (n_wasted, ==, 1);
}

/* What is held is the lot that the course spoilt, and none else. */
static void
test_bad_lot_is_held (Fixture       *self,
                      gconstpointer  data)
{
  g_autoptr (GPtrArray) stock = list_stock (self->store, FALSE);
  g_autoptr (GlaCourseClinic) clinic = gla_course_clinic_new (1);
  g_autofree char *bad = NULL;

  for (guint i = 0; i < clinic->lots[0]->len; i++)
    if (g_array_index (clinic->lots[0], GlaCourseLot, i).bad)
      bad = g_strdup_printf ("ONA-%03u", i + 1);
  g_assert_nonnull (bad);
  for (guint i = 0; i < stock->len; i++)
    {
      const GlaVial *vial = ((GlaStockVial *) stock->pdata[i])->vial;

      g_assert_cmpint (vial->state == GLA_VIAL_HELD, ==, g_strcmp0 (vial->lot, bad) == 0);
    }
}

/* Each day's units are charted or wasted, none are missing. */
static void
test_balance (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) balance = gla_store_list_balance (self->store, UNTIL - 28, UNTIL, &error);
  GlaUnits charted = 0, wasted = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < balance->len; i++)
    {
      const GlaDayBalance *day = balance->pdata[i];

      g_assert_cmpint (day->gap, ==, 0);
      charted += day->charted;
      wasted += day->wasted;
    }
  g_assert_cmpint (charted, >, 0);
  g_assert_cmpint (wasted, >, 0);
}

/* Every vial of the last weeks is known from its delivery to the bin. */
static void
test_vials_of_the_last_weeks (Fixture       *self,
                              gconstpointer  data)
{
  g_autoptr (GPtrArray) stock = list_stock (self->store, TRUE);
  guint n_followed = 0;

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *one = stock->pdata[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) events = gla_store_list_vial_events (self->store, one->vial->id,
                                                                 &error);

      g_assert_no_error (error);
      if (events->len == 0 || one->ledger.charted == 0)
        continue;
      n_followed++;
      for (guint k = 1; k < events->len; k++)
        g_assert_cmpstr (((GlaVialEvent *) events->pdata[k - 1])->moment, <=,
                         ((GlaVialEvent *) events->pdata[k])->moment);
      g_assert_cmpint (((GlaVialEvent *) events->pdata[0])->kind, ==, GLA_VIAL_EVENT_RECEIVED);
      g_assert_cmpint (((GlaVialEvent *) events->pdata[1])->kind, ==, GLA_VIAL_EVENT_MIXED);
      if (one->vial->state == GLA_VIAL_DISCARDED)
        g_assert_cmpint (gla_vial_ledger_get_left (&one->ledger), ==, 0);
    }
  g_assert_cmpuint (n_followed, >, 10);
}

static char *
describe (GlaStore *store)
{
  g_autoptr (GPtrArray) stock = list_stock (store, TRUE);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stock->len; i++)
    {
      const GlaStockVial *one = stock->pdata[i];
      g_autoptr (GPtrArray) events = gla_store_list_vial_events (store, one->vial->id, NULL);

      g_string_append_printf (text, "%s %s %d %d\n", one->vial->id, one->vial->lot,
                              one->vial->expiry, one->vial->state);
      for (guint k = 0; k < events->len; k++)
        {
          const GlaVialEvent *event = events->pdata[k];

          g_string_append_printf (text, " %s %d %s %s\n", event->id, event->kind, event->moment,
                                  event->staff != NULL ? event->staff : "-");
        }
    }
  return g_string_free (text, FALSE);
}

static void
test_same_seed_same_stock (Fixture       *self,
                           gconstpointer  data)
{
  g_autoptr (GlaStore) same = make_clinic (self->folder, "two.glabella", 1, 300);
  g_autoptr (GlaStore) other = make_clinic (self->folder, "three.glabella", 2, 300);
  g_autofree char *a = describe (self->store);
  g_autofree char *b = describe (same);
  g_autofree char *c = describe (other);

  g_assert_cmpstr (a, ==, b);
  g_assert_cmpstr (a, !=, c);
}

/* A clinic without patients has shelves all the same. */
static void
test_nobody (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr (GlaStore) empty = make_clinic (self->folder, "empty.glabella", 1, 0);
  g_autoptr (GPtrArray) stock = list_stock (empty, TRUE);

  g_assert_cmpuint (stock->len, ==, 25);
}

/* Beside the journal of an earlier clinic of that name, which is kept and not played in. */
static void
test_left_journal (Fixture       *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *from = g_build_filename (self->folder, "one.glabella-wal", NULL);
  g_autofree char *path = g_build_filename (self->folder, "two.glabella", NULL);
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  g_autofree char *before = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *aside = NULL;
  g_autofree char *phone = NULL;
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  gsize before_length, kept_length;

  g_assert_true (gla_store_put_setting (self->store, "phone", "1", &error));
  g_assert_true (g_file_get_contents (from, &before, &before_length, NULL));
  g_assert_cmpuint (before_length, >, 4096);
  g_assert_true (g_file_set_contents (log, before, (gssize) before_length, NULL));
  g_assert_true (gla_sample_write (path, 2, 3, UNTIL, NULL, NULL, NULL, &aside, &error));
  g_assert_no_error (error);
  g_assert_nonnull (aside);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_length, NULL));
  g_assert_cmpmem (kept, kept_length, before, before_length);
  store = gla_store_open (path, GLA_STORE_DEFAULT, &error);
  g_assert_no_error (error);
  faults = gla_store_check (store, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  phone = gla_store_get_setting (store, "phone", &error);
  g_assert_null (phone);
}

#define ADD(path, func) g_test_add ("/sample/stock/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("left-journal", test_left_journal);
  ADD ("file-is-in-order", test_file_is_in_order);
  ADD ("shelves", test_shelves);
  ADD ("bad-lot-is-held", test_bad_lot_is_held);
  ADD ("balance", test_balance);
  ADD ("vials-of-the-last-weeks", test_vials_of_the_last_weeks);
  ADD ("same-seed-same-stock", test_same_seed_same_stock);
  ADD ("nobody", test_nobody);
  return g_test_run ();
}

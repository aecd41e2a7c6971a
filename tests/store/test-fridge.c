/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How warm the fridge was, in the clinic file. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-fridge.h"
#include "gla-store-purchase.h"
#include "gla-store-stock.h"
#include "gla-store-write.h"

static gboolean
add (GlaStore    *store,
     const char  *since,
     const char  *moment,
     int          low,
     int          high,
     char       **id,
     GError     **error)
{
  return gla_store_add_fridge_reading (store, &(GlaFridgeReading) {
    .since = since, .moment = moment, .low = low, .high = high, .note = "door left open" },
    id, error);
}

static GPtrArray *
list (GlaStore *store)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *readings = gla_store_list_fridge_readings (store, NULL, FALSE, &error);

  g_assert_no_error (error);
  return readings;
}

static void
test_log (StoreFixture  *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autoptr (GPtrArray) readings = NULL;
  g_autoptr (GPtrArray) left = NULL;
  const GlaFridgeReading *last;

  add (self->store, "2026-11-28T08:00", "2026-11-28T08:00", 410, 410, &first, &error);
  g_assert_no_error (error);
  add (self->store, "2026-11-28T08:00", "2026-11-29T08:00", -150, 1225, &second, &error);
  g_assert_no_error (error);
  readings = list (self->store);
  g_assert_cmpuint (readings->len, ==, 2);
  last = readings->pdata[0];
  g_assert_cmpstr (last->id, ==, second);
  g_assert_cmpstr (last->since, ==, "2026-11-28T08:00");
  g_assert_cmpint (last->low, ==, -150);
  g_assert_cmpint (last->high, ==, 1225);
  g_assert_cmpstr (last->note, ==, "door left open");

  gla_store_void (self->store, GLA_TABLE_FRIDGE_READING, second, "Undone", &error);
  g_assert_no_error (error);
  left = list (self->store);
  g_assert_cmpuint (left->len, ==, 1);
  gla_store_restore_voided (self->store, GLA_TABLE_FRIDGE_READING, second, "Again", &error);
  g_assert_no_error (error);
  g_ptr_array_unref (g_steal_pointer (&left));
  left = list (self->store);
  g_assert_cmpuint (left->len, ==, 2);
}

/* What can't be is refused by the file itself. */
static void
test_nonsense (StoreFixture  *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *since;
    const char *moment;
    int low;
    int high;
  } cases[] = {
    { "2026-11-29T08:00", "2026-11-28T08:00", 400, 500 },
    { "2026-11-28T08:00", "2026-11-29T08:00", 500, 400 },
    { "2026-11-28T08:00", "2026-11-29T08:00", 400, 10001 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) readings = NULL;

      g_assert_false (add (self->store, cases[i].since, cases[i].moment, cases[i].low,
                           cases[i].high, NULL, &error));
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
      readings = list (self->store);
      g_assert_cmpuint (readings->len, ==, 0);
    }
}

static GlaFridgeReading *
make_logged (const char *since,
             const char *moment,
             int         low,
             int         high)
{
  return gla_fridge_reading_new (&(GlaFridgeReading) {
    .since = since, .moment = moment, .low = low, .high = high });
}

static guint
import (GlaStore   *store,
        GPtrArray  *readings,
        char      **id)
{
  g_autoptr (GError) error = NULL;
  guint n_added = 0;

  gla_store_import_fridge_log (store, &(GlaFridgeImport) {
    .fridge = GLA_FRIDGE_FIRST, .file = "log.csv", .imported = "2026-11-29T10:00",
    .since = "2026-11-20T08:00", .moment = "2026-11-20T10:30", .low = 300, .high = 900,
    .n_readings = 10 }, readings, id, &n_added, &error);
  g_assert_no_error (error);
  return n_added;
}

/* The same file again adds nothing, a longer one what is new; taken back, none of it counts. */
static void
test_import (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  g_autoptr (GPtrArray) imports = NULL;
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autofree char *first = NULL;
  g_autofree char *again = NULL;
  g_autofree char *longer = NULL;
  g_autofree char *warmer = NULL;
  guint n_audit;

  g_ptr_array_add (readings, make_logged ("2026-11-20T08:00", "2026-11-20T08:50", 300, 500));
  g_ptr_array_add (readings, make_logged ("2026-11-20T08:50", "2026-11-20T09:30", 400, 900));
  g_assert_cmpuint (import (self->store, readings, &first), ==, 2);
  g_assert_nonnull (first);
  n_audit = store_count_audit (self->store);
  g_assert_cmpuint (import (self->store, readings, &again), ==, 0);
  g_assert_null (again);
  g_assert_cmpuint (store_count_audit (self->store), ==, n_audit);

  g_ptr_array_set_size (readings, 1);
  g_ptr_array_add (readings, make_logged ("2026-11-20T08:50", "2026-11-20T09:50", 400, 900));
  g_ptr_array_add (readings, make_logged ("2026-11-20T09:50", "2026-11-20T10:30", 400, 500));
  g_assert_cmpuint (import (self->store, readings, &longer), ==, 2);
  kept = list (self->store);
  g_assert_cmpuint (kept->len, ==, 4);
  /* Only the rest of the hour in which the log had ended. */
  g_assert_cmpstr (((GlaFridgeReading *) kept->pdata[1])->since, ==, "2026-11-20T09:30");
  g_assert_cmpstr (((GlaFridgeReading *) kept->pdata[1])->moment, ==, "2026-11-20T09:50");
  /* A second logger at the same time that saw more is no repetition. */
  g_ptr_array_set_size (readings, 0);
  g_ptr_array_add (readings, make_logged ("2026-11-20T08:00", "2026-11-20T08:50", 300, 1200));
  g_assert_cmpuint (import (self->store, readings, &warmer), ==, 1);

  gla_store_void (self->store, GLA_TABLE_FRIDGE_IMPORT, first, "wrong fridge", &error);
  g_assert_no_error (error);
  left = list (self->store);
  g_assert_cmpuint (left->len, ==, 3);
  imports = gla_store_list_fridge_imports (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (imports->len, ==, 2);
  store_assert_sound (self->store);
}

/* A failing reading leaves nothing of the file. */
static void
test_import_fails (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) readings
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
  g_autoptr (GPtrArray) kept = NULL;
  g_autoptr (GPtrArray) imports = NULL;
  g_autofree char *id = NULL;
  guint n_added;

  g_ptr_array_add (readings, make_logged ("2026-11-20T08:00", "2026-11-20T08:50", 300, 500));
  g_ptr_array_add (readings, make_logged ("2026-11-20T08:50", "2026-11-20T09:50", 900, 500));
  g_assert_false (gla_store_import_fridge_log (self->store, &(GlaFridgeImport) {
    .fridge = GLA_FRIDGE_FIRST, .file = "log.csv", .imported = "2026-11-29T10:00",
    .since = "2026-11-20T08:00", .moment = "2026-11-20T10:30", .low = 300, .high = 900 },
    readings, &id, &n_added, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  kept = list (self->store);
  g_assert_cmpuint (kept->len, ==, 0);
  imports = gla_store_list_fridge_imports (self->store, NULL);
  g_assert_cmpuint (imports->len, ==, 0);
}

/* Fridges by name, a vial that is moved and put back, and only what concerns it. */
static void
test_places (StoreFixture  *self,
             gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *fridge = NULL;
  g_autofree char *vial = NULL;
  g_autoptr (GPtrArray) fridges = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (GlaFridgePast) past = NULL;
  g_autoptr (GlaFridgePast) after = NULL;
  g_autoptr (GlaFridge) renamed = NULL;

  gla_store_add_vial (self->store, &(GlaVial) {
    .product = "ona", .lot = "A1", .content = GLA_UNITS (100), .expiry = GLA_DAY_NONE,
    .received = gla_day_from_iso ("2026-11-10") }, &vial, &error);
  g_assert_no_error (error);
  gla_store_add_fridge (self->store, &(GlaFridge) { .name = "Room 2" }, &fridge, &error);
  g_assert_no_error (error);
  fridges = gla_store_list_fridges (self->store, &error);
  g_assert_cmpuint (fridges->len, ==, 2);
  g_assert_cmpstr (((GlaFridge *) fridges->pdata[0])->id, ==, GLA_FRIDGE_FIRST);
  renamed = gla_fridge_new (&(GlaFridge) { .id = GLA_FRIDGE_FIRST, .name = "Room 1",
                                           .revision = 1 });
  gla_store_amend_fridge (self->store, renamed, NULL, &error);
  g_assert_no_error (error);

  gla_store_add_vial_moves (self->store, (const char *const[]) { vial, NULL }, fridge,
                            "2026-11-12T10:00", &moves, &error);
  g_assert_no_error (error);
  add (self->store, "2026-11-09T08:00", "2026-11-09T08:00", 400, 500, NULL, &error);
  add (self->store, "2026-11-11T08:00", "2026-11-11T08:00", 400, 500, NULL, &error);
  gla_store_add_fridge_answer (self->store, &(GlaFridgeAnswer) {
    .fridge = fridge, .product = "ona", .moment = "2026-11-12T10:00", .may_use = TRUE,
    .day = gla_day_from_iso ("2026-11-13"), .answer = "Q 1" }, NULL, &error);
  g_assert_no_error (error);
  past = gla_store_read_fridge_past (self->store, vial, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (past->readings->len, ==, 1);
  g_assert_cmpuint (past->answers->len, ==, 1);
  g_assert_cmpstr (gla_fridge_past_find (past, vial), ==, fridge);
  gla_store_void (self->store, GLA_TABLE_VIAL_MOVE, moves->pdata[0], "Undone", &error);
  g_assert_no_error (error);
  after = gla_store_read_fridge_past (self->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gla_fridge_past_find (after, vial), ==, GLA_FRIDGE_FIRST);
  store_assert_sound (self->store);
}

/* A pack with its delivery note and price, put into the second fridge from the start. */
static void
test_delivery (StoreFixture  *self,
               gconstpointer  data)
{
  const GlaVial vial = { .product = "ona", .lot = "A1", .content = GLA_UNITS (100),
                         .expiry = GLA_DAY_NONE, .supplier = "Medi Ltd",
                         .received = gla_day_from_iso ("2026-11-10") };
  const GlaVialLedger ledger = { .content = GLA_UNITS (100), .charted = GLA_UNITS (25) };
  const GlaFridgeReading morning = { .since = "2026-11-10T06:00", .moment = "2026-11-10T08:00" };
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) purchases = NULL;
  g_autoptr (GlaFridgePast) past = NULL;
  g_autoptr (GlaStockVial) read = NULL;
  g_autofree char *fridge = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  const GlaVialPurchase *purchase;

  gla_store_add_fridge (self->store, &(GlaFridge) { .name = "Room 2" }, &fridge, &error);
  gla_store_receive_delivery (self->store, NULL, &vial, &(GlaVialPurchase) {
    .delivery = "LS-77", .price = 41250 }, fridge, "2026-11-10T10:00", &first, &error);
  g_assert_no_error (error);
  gla_store_receive_delivery (self->store, NULL, &vial, &(GlaVialPurchase) {
    .delivery = "LS-78", .price = GLA_PRICE_UNKNOWN }, NULL, "2026-11-10T10:00", &second, &error);
  g_assert_no_error (error);
  purchases = gla_store_list_purchases (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_hash_table_size (purchases), ==, 2);
  purchase = g_hash_table_lookup (purchases, first);
  g_assert_cmpstr (purchase->delivery, ==, "LS-77");
  g_assert_cmpint (purchase->price, ==, 41250);
  g_assert_cmpint (gla_vial_purchase_get_value (purchase, &ledger), ==, 30938);
  purchase = g_hash_table_lookup (purchases, second);
  g_assert_cmpint (purchase->price, ==, GLA_PRICE_UNKNOWN);
  g_assert_cmpint (gla_vial_purchase_get_value (purchase, &ledger), ==, GLA_PRICE_UNKNOWN);

  past = gla_store_read_fridge_past (self->store, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (gla_fridge_past_find (past, first), ==, fridge);
  read = gla_store_read_stock_vial (self->store, first, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (read->vial->supplier, ==, "Medi Ltd");
  /* Of the first fridge nothing concerns it, not even on the morning of that day. */
  g_assert_false (gla_fridge_past_concerns (past, &morning, read->vial));
  store_assert_sound (self->store);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/fridge/log", test_log);
  STORE_TEST ("/store/fridge/nonsense", test_nonsense);
  STORE_TEST ("/store/fridge/import", test_import);
  STORE_TEST ("/store/fridge/import-fails", test_import_fails);
  STORE_TEST ("/store/fridge/places", test_places);
  STORE_TEST ("/store/fridge/delivery", test_delivery);

  return g_test_run ();
}

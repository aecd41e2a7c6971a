/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The life of a vial in the clinic file. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-lot.h"
#include "gla-store-stock.h"

#include <string.h>

#define NOON "2026-11-29T12:00"

static char *
receive (GlaStore   *store,
         const char *lot,
         const char *serial)
{
  g_autoptr (GError) error = NULL;
  GlaVial vial = { .product = "ona", .lot = lot, .content = GLA_UNITS (100),
                   .expiry = gla_day_from_iso ("2027-11-30"),
                   .received = gla_day_from_iso ("2026-11-29"), .gtin = "09521000000018",
                   .serial = serial };
  char *id = NULL;

  gla_store_receive_vial (store, &vial, NOON, &id, &error);
  g_assert_no_error (error);
  return id;
}

static char *
happen (GlaStore         *store,
        const char       *vial,
        GlaVialEventKind  kind,
        GlaUnits          units,
        const char       *reason)
{
  g_autoptr (GError) error = NULL;
  GlaVialEvent event = { .vial = vial, .kind = kind, .moment = NOON, .units = units,
                         .reason = reason };
  char *id = NULL;

  if (kind == GLA_VIAL_EVENT_MIXED)
    {
      event.diluent = "0.9 % NaCl";
      event.diluent_volume = 2500;
    }
  gla_store_add_vial_event (store, &event, &id, &error);
  g_assert_no_error (error);
  return id;
}

static GlaStockVial *
read_stock (GlaStore   *store,
            const char *vial)
{
  g_autoptr (GError) error = NULL;
  GlaStockVial *stock = gla_store_read_stock_vial (store, vial, &error);

  g_assert_no_error (error);
  return stock;
}

static void
test_life (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *vial = receive (self->store, "C7654A1", "0001");
  g_autofree char *mixed = NULL;
  g_autofree char *wasted = NULL;
  g_autofree char *discarded = NULL;
  g_autofree char *treatment = NULL;
  g_autoptr (GlaStockVial) stock = NULL;
  g_autoptr (GPtrArray) events = NULL;
  g_autoptr (GError) error = NULL;

  store_check_audit (self->store, 2, "receive", "vial", NULL, "\"serial\":\"0001\"");
  mixed = happen (self->store, vial, GLA_VIAL_EVENT_MIXED, GLA_UNITS_UNKNOWN, NULL);
  store_check_audit (self->store, 3, "mix", "vial", "\"state\":0", "\"diluent_volume\":2500");
  treatment = store_add_treatment (self->store, patient, "2026-11-29", vial, NULL);
  wasted = happen (self->store, vial, GLA_VIAL_EVENT_WASTED, GLA_UNITS (0.25), "dropped");
  store_check_audit (self->store, 5, "waste", "vial", "\"events\"", "\"units\":25");
  stock = read_stock (self->store, vial);
  g_assert_cmpuint (stock->vial->state, ==, GLA_VIAL_OPEN);
  g_assert_cmpstr (stock->vial->reconstituted, ==, NOON);
  g_assert_cmpint (gla_vial_get_strength (stock->vial), ==, GLA_UNITS (4));
  g_assert_cmpint (stock->ledger.charted, ==, GLA_UNITS (20));
  g_assert_cmpint (stock->ledger.wasted, ==, 25);
  g_assert_cmpint (gla_vial_ledger_get_left (&stock->ledger), ==, 7975);
  discarded = happen (self->store, vial, GLA_VIAL_EVENT_DISCARDED, 7975, "24 h over");
  events = gla_store_list_vial_events (self->store, vial, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 4);
  g_assert_cmpuint (((GlaVialEvent *) events->pdata[3])->kind, ==, GLA_VIAL_EVENT_DISCARDED);
  g_assert_cmpstr (((GlaVialEvent *) events->pdata[3])->reason, ==, "24 h over");
  /* Units that are put back into a vial that is gone are a gap. */
  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, treatment, "wrong", &error));
  gla_stock_vial_free (stock);
  stock = read_stock (self->store, vial);
  g_assert_cmpint (gla_vial_ledger_get_gap (&stock->ledger, stock->vial->state), ==,
                   GLA_UNITS (20));
}

/* The last thing first, and only what can happen. */
static void
test_take_back (StoreFixture  *self,
                gconstpointer  data)
{
  g_autofree char *vial = receive (self->store, "C7654A1", NULL);
  g_autofree char *mixed = happen (self->store, vial, GLA_VIAL_EVENT_MIXED, GLA_UNITS_UNKNOWN, NULL);
  g_autofree char *gone = happen (self->store, vial, GLA_VIAL_EVENT_DISCARDED, GLA_UNITS (100), "broke");
  GlaVialEvent again = { .vial = vial, .kind = GLA_VIAL_EVENT_WASTED, .moment = NOON, .units = 100,
                         .reason = "x" };
  guint entries = store_count_audit (self->store);
  g_autoptr (GlaStockVial) stock = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (gla_store_add_vial_event (self->store, &again, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_false (gla_store_take_back_vial_event (self->store, mixed, "undone", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  g_assert_cmpuint (store_count_audit (self->store), ==, entries);
  g_assert_true (gla_store_take_back_vial_event (self->store, gone, "undone", &error));
  store_check_audit (self->store, entries + 1, "take-back", "vial", "\"state\":3", "\"state\":1");
  g_assert_true (gla_store_take_back_vial_event (self->store, mixed, "undone", &error));
  g_assert_no_error (error);
  g_assert_false (gla_store_take_back_vial_event (self->store, mixed, "undone", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  stock = read_stock (self->store, vial);
  g_assert_cmpuint (stock->vial->state, ==, GLA_VIAL_SEALED);
  g_assert_null (stock->vial->reconstituted);
  g_assert_null (stock->vial->diluent);
  g_assert_cmpint (stock->vial->diluent_volume, ==, 0);
  g_assert_cmpint (gla_vial_ledger_get_left (&stock->ledger), ==, GLA_UNITS (100));
}

/* A pack of a lot that is held is held from the start; one carton is received once. */
static void
test_receive (StoreFixture  *self,
              gconstpointer  data)
{
  g_autofree char *first = receive (self->store, "C7654A1", "0001");
  g_autofree char *held = happen (self->store, first, GLA_VIAL_EVENT_HELD, GLA_UNITS_UNKNOWN,
                                  "fridge at 12 °C");
  g_autofree char *second = receive (self->store, "c7654a1", "0002");
  g_autofree char *other = receive (self->store, "D1", "0001-other");
  GlaVial twice = { .product = "ona", .lot = "C7654A1", .content = GLA_UNITS (100),
                    .expiry = GLA_DAY_NONE, .received = GLA_DAY_NONE, .gtin = "09521000000018",
                    .serial = "0001" };
  g_autoptr (GlaStockVial) stock = read_stock (self->store, second);
  g_autoptr (GlaStockVial) free_stock = read_stock (self->store, other);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (stock->vial->state, ==, GLA_VIAL_HELD);
  g_assert_cmpuint (free_stock->vial->state, ==, GLA_VIAL_SEALED);
  g_assert_false (gla_store_receive_vial (self->store, &twice, NOON, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
}

static void
test_cartons (StoreFixture  *self,
              gconstpointer  data)
{
  GlaCarton carton = { .gtin = "09521000000018", .product = "ona",
                       .presentation = "ona-botox-100", .content = GLA_UNITS (100) };
  g_autoptr (GlaCarton) none = NULL;
  g_autoptr (GlaCarton) found = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  none = gla_store_find_carton (self->store, carton.gtin, &error);
  g_assert_no_error (error);
  g_assert_null (none);
  g_assert_true (gla_store_put_carton (self->store, &carton, &error));
  store_check_audit (self->store, 1, "add", "carton", NULL, "ona-botox-100");
  g_assert_false (gla_store_put_carton (self->store, &carton, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CHANGED);
  g_clear_error (&error);
  carton.revision = 1;
  carton.presentation = "ona-botox-50";
  carton.content = GLA_UNITS (50);
  g_assert_true (gla_store_put_carton (self->store, &carton, &error));
  store_check_audit (self->store, 2, "amend", "carton", "ona-botox-100", "ona-botox-50");
  found = gla_store_find_carton (self->store, carton.gtin, &error);
  g_assert_cmpstr (found->product, ==, "ona");
  g_assert_cmpint (found->content, ==, GLA_UNITS (50));
  g_assert_cmpint (found->revision, ==, 2);
  list = gla_store_list_cartons (self->store, &error);
  g_assert_cmpuint (list->len, ==, 1);
}

static gboolean
chart (GlaStore    *store,
       const char  *patient,
       const char  *vial,
       GlaUnits     units,
       const char  *anyway,
       char       **id,
       GError     **error)
{
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  GlaTreatment treatment = { .patient = patient, .day = gla_day_from_iso ("2026-11-29"),
                             .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .vial = vial, .units = units };

  g_ptr_array_add (injections, &injection);
  if (anyway != NULL)
    return gla_store_add_treatment_anyway (store, &treatment, injections, NULL, anyway, id, error);
  return gla_store_add_treatment (store, &treatment, injections, NULL, id, error);
}

/* Two computers chart the last units: the second is told, saves nothing, and may insist. */
static void
test_overdraw (StoreFixture  *self,
               gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *vial = receive (self->store, "C7654A1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) other = gla_store_open (self->path, GLA_STORE_DEFAULT, &error);
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaAuditEntry) entry = NULL;
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autofree char *id = NULL;
  GlaInjection injection = { .area = "GLAB", .vial = vial, .units = GLA_UNITS (60) };
  GlaTreatment amended;
  guint entries;
  GlaUnits left;

  g_assert_no_error (error);
  g_assert_true (chart (self->store, patient, vial, GLA_UNITS (60), NULL, NULL, &error));
  entries = store_count_audit (self->store);
  g_assert_false (chart (other, patient, vial, GLA_UNITS (40.01), NULL, NULL, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN);
  g_assert_cmpstr (error->message, ==,
                   "The vial of lot C7654A1 has 40 U left, and 40.01 U are needed. Choose a second "
                   "vial for the rest.");
  g_clear_error (&error);
  g_assert_cmpuint (store_count_audit (self->store), ==, entries);
  g_assert_true (chart (other, patient, vial, GLA_UNITS (40), NULL, &id, &error));
  g_assert_false (chart (other, patient, vial, 1, NULL, NULL, &error));
  g_clear_error (&error);
  g_assert_true (chart (other, patient, vial, GLA_UNITS (5), "overfilled", NULL, &error));
  entry = store_get_audit (self->store);
  g_assert_cmpstr (entry->reason, ==, "overfilled");
  g_assert_true (gla_store_get_units_left (self->store, vial, &left, &error));
  g_assert_cmpint (left, ==, -500);

  /* Amending may take as much as before, or less; for more it has to be said again. */
  history = gla_store_read_history (self->store, patient, &error);
  amended = *gla_history_find_treatment (history, id);
  g_ptr_array_add (injections, &injection);
  injection.units = GLA_UNITS (40);
  g_assert_true (gla_store_amend_treatment (self->store, &amended, injections, "note", &error));
  amended.revision++;
  injection.units = GLA_UNITS (41);
  g_assert_false (gla_store_amend_treatment (self->store, &amended, injections, "more", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_OVERDRAWN);
  g_clear_error (&error);
  g_assert_true (
      gla_store_amend_treatment_anyway (self->store, &amended, injections, "more", &error));
  amended.revision++;
  injection.units = GLA_UNITS (30);
  g_assert_true (gla_store_amend_treatment (self->store, &amended, injections, "less", &error));
  g_assert_true (gla_store_get_units_left (self->store, vial, &left, &error));
  g_assert_cmpint (left, ==, GLA_UNITS (5));
}

/* A file of the format before has vials in which nothing is known to have happened. */
static void
test_none (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *vial = store_add_vial (self->store, "A1", GLA_UNITS_UNKNOWN);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) events = gla_store_list_vial_events (self->store, vial, &error);
  g_autoptr (GPtrArray) stock = gla_store_list_stock (self->store, FALSE, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (events->len, ==, 0);
  g_assert_cmpuint (stock->len, ==, 1);
  g_assert_cmpint (gla_vial_ledger_get_left (&((GlaStockVial *) stock->pdata[0])->ledger), ==,
                   GLA_UNITS_UNKNOWN);
  g_assert_null (gla_store_read_stock_vial (self->store, "none", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

/* What a carton means and the vial in it are saved together or not at all. */
static void
test_receive_pack (StoreFixture  *self,
                   gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = receive (self->store, "A1", "1");
  g_autofree char *second = NULL;
  g_autoptr (GlaCarton) found = NULL;
  GlaCarton learned = { .gtin = "09521000000018", .product = "ona",
                        .presentation = "ona-botox-100", .content = GLA_UNITS (100) };
  GlaVial vial = { .product = "ona", .lot = "A1", .content = GLA_UNITS (100),
                   .received = gla_day_from_iso ("2026-11-29"), .gtin = "09521000000018",
                   .serial = "1" };

  /* The same pack twice: refused, and nothing was learned on the way. */
  g_assert_false (gla_store_receive_pack (self->store, &learned, &vial, NOON, &second, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  found = gla_store_find_carton (self->store, learned.gtin, &error);
  g_assert_no_error (error);
  g_assert_null (found);
  /* Corrected, the same form saves. */
  vial.serial = "2";
  gla_store_receive_pack (self->store, &learned, &vial, NOON, &second, &error);
  g_assert_no_error (error);
  found = gla_store_find_carton (self->store, learned.gtin, &error);
  g_assert_cmpstr (found->product, ==, "ona");
}

static void
assert_pack (GlaStore   *store,
             const char *serial,
             const char *vial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStockVial) found = gla_store_find_pack (store, "09521000000018", serial, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (found != NULL ? found->vial->id : NULL, ==, vial);
}

/* A pack is known by its number for good, its lot as long as something can be done with it. */
static void
test_find_pack (StoreFixture  *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *first = receive (self->store, "A1", "1");
  g_autofree char *second = receive (self->store, "a1", "2");
  g_autofree char *other = receive (self->store, "B2", "3");
  g_autofree char *event = happen (self->store, first, GLA_VIAL_EVENT_DISCARDED, GLA_UNITS (100),
                                   "fell");
  g_autoptr (GPtrArray) of_lot = NULL;

  assert_pack (self->store, "1", first);
  assert_pack (self->store, "2", second);
  assert_pack (self->store, "9", NULL);
  of_lot = gla_store_list_lot_stock (self->store, "A1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_lot->len, ==, 1);
  g_assert_cmpstr (((GlaStockVial *) of_lot->pdata[0])->vial->id, ==, second);
}

/* Of one lot, what expires first is to be used first; what has no date comes last. */
static void
test_lot_order (StoreFixture  *self,
                gconstpointer  data)
{
  static const struct
  {
    const char *id;
    const char *expiry;
  } vials[] = {
    { "2f0c9d5e-0000-4000-8000-00000000000a", NULL },
    { "2f0c9d5e-0000-4000-8000-00000000000b", "2028-01-31" },
    { "2f0c9d5e-0000-4000-8000-00000000000c", "2027-01-31" },
    { "2f0c9d5e-0000-4000-8000-00000000000d", "2027-06-30" },
  };
  static const char order[] = { 'c', 'd', 'b', 'a' };
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) of_lot = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (vials); i++)
    gla_store_add_vial (self->store, &(GlaVial) {
      .id = vials[i].id, .product = "ona", .lot = "L1", .content = GLA_UNITS (100),
      .expiry = vials[i].expiry != NULL ? gla_day_from_iso (vials[i].expiry) : GLA_DAY_NONE,
      .received = GLA_DAY_NONE }, NULL, &error);
  g_assert_no_error (error);
  of_lot = gla_store_list_lot_stock (self->store, "l1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (of_lot->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < of_lot->len; i++)
    g_assert_cmpint (((GlaStockVial *) of_lot->pdata[i])->vial->id[35], ==, order[i]);
}

/* One undo of a whole lot: if one vial has moved on, none is changed. */
static void
test_take_back_many (StoreFixture  *self,
                     gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GlaStockVial) untouched = NULL;
  g_autoptr (GlaStockVial) back = NULL;
  g_autofree char *first = receive (self->store, "A1", "1");
  g_autofree char *second = receive (self->store, "A1", "2");
  const char *moved = strcmp (first, second) > 0 ? first : second;
  const char *still = moved == first ? second : first;
  g_autofree char *event = NULL;

  gla_store_hold_lot (self->store, "ona", "A1", "doubt", NOON, &ids, &error);
  g_assert_no_error (error);
  /* The one that comes last, so that the other had its turn already. */
  event = happen (self->store, moved, GLA_VIAL_EVENT_DISCARDED, GLA_UNITS (100), "fell");
  g_assert_false (gla_store_take_back_vial_events (self->store, ids, "Undone", &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
  g_clear_error (&error);
  untouched = read_stock (self->store, still);
  g_assert_cmpint (untouched->vial->state, ==, GLA_VIAL_HELD);
  gla_store_take_back_vial_event (self->store, event, "Undone", &error);
  g_assert_no_error (error);
  gla_store_take_back_vial_events (self->store, ids, "Undone", &error);
  g_assert_no_error (error);
  back = read_stock (self->store, still);
  g_assert_cmpint (back->vial->state, ==, GLA_VIAL_SEALED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/stock/life", test_life);
  STORE_TEST ("/store/stock/take-back", test_take_back);
  STORE_TEST ("/store/stock/receive", test_receive);
  STORE_TEST ("/store/stock/cartons", test_cartons);
  STORE_TEST ("/store/stock/overdraw", test_overdraw);
  STORE_TEST ("/store/stock/none", test_none);
  STORE_TEST ("/store/stock/receive-pack", test_receive_pack);
  STORE_TEST ("/store/stock/find-pack", test_find_pack);
  STORE_TEST ("/store/stock/lot-order", test_lot_order);
  STORE_TEST ("/store/stock/take-back-many", test_take_back_many);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A whole lot in the clinic file, and where the units of each day went. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-lot.h"
#include "gla-store-stock.h"

static char *
receive (GlaStore   *store,
         const char *product,
         const char *lot)
{
  g_autoptr (GError) error = NULL;
  GlaVial vial = { .product = product, .lot = lot, .content = GLA_UNITS (100),
                   .expiry = GLA_DAY_NONE, .received = GLA_DAY_NONE };
  char *id = NULL;

  gla_store_receive_vial (store, &vial, "2026-01-02T08:00", &id, &error);
  g_assert_no_error (error);
  return id;
}

static void
happen (GlaStore         *store,
        const char       *vial,
        GlaVialEventKind  kind,
        const char       *moment,
        GlaUnits          units)
{
  g_autoptr (GError) error = NULL;
  GlaVialEvent event = { .vial = vial, .kind = kind, .moment = moment, .units = units,
                         .reason = "x" };

  gla_store_add_vial_event (store, &event, NULL, &error);
  g_assert_no_error (error);
}

static GlaVialState
get_state (GlaStore   *store,
           const char *vial)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStockVial) stock = gla_store_read_stock_vial (store, vial, &error);

  g_assert_no_error (error);
  return stock->vial->state;
}

/* From a vial and as it was typed, in any case; what was voided is left out. */
static void
test_uses (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *kaya = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *lind = store_add_patient (self->store, "Lind", "Ada", NULL);
  g_autofree char *gone = store_add_patient (self->store, "Gone", "Away", NULL);
  g_autofree char *vial = receive (self->store, "ona", "C7654A1");
  g_autofree char *other = receive (self->store, "ona", "C7654A12");
  g_autofree char *a = store_add_treatment (self->store, kaya, "2026-01-05", vial, NULL);
  g_autofree char *b = store_add_treatment (self->store, lind, "2026-02-05", NULL, "c7654a1");
  g_autofree char *c = store_add_treatment (self->store, kaya, "2026-03-05", other, NULL);
  g_autofree char *d = store_add_treatment (self->store, kaya, "2026-04-05", vial, NULL);
  g_autofree char *e = store_add_treatment (self->store, gone, "2026-04-05", vial, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) uses = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const GlaLotUse *use;

  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, d, "x", &error));
  g_assert_true (gla_store_void (self->store, GLA_TABLE_PATIENT, gone, "x", &error));
  uses = gla_store_list_lot_uses (self->store, "C7654a1", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (uses->len, ==, 2);
  use = uses->pdata[0];
  g_assert_cmpstr (use->family_name, ==, "Lind");
  g_assert_cmpstr (use->lot, ==, "c7654a1");
  g_assert_cmpint (use->units, ==, GLA_UNITS (20));
  use = uses->pdata[1];
  g_assert_cmpstr (use->patient, ==, kaya);
  g_assert_cmpstr (use->treatment, ==, a);
  g_assert_cmpstr (use->area, ==, "glabella");
  g_assert_cmpstr (use->product, ==, "ona");
  g_assert_cmpint (use->day, ==, gla_day_new (2026, 1, 5));
  none = gla_store_list_lot_uses (self->store, "", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_hold (StoreFixture  *self,
           gconstpointer  data)
{
  g_autofree char *sealed = receive (self->store, "ona", "A1");
  g_autofree char *open = receive (self->store, "ona", "a1");
  g_autofree char *gone = receive (self->store, "ona", "A1");
  g_autofree char *other_lot = receive (self->store, "ona", "A2");
  g_autofree char *other_product = receive (self->store, "inco", "A1");
  g_autoptr (GPtrArray) ids = NULL;
  g_autoptr (GError) error = NULL;

  happen (self->store, open, GLA_VIAL_EVENT_MIXED, "2026-01-03T08:00", GLA_UNITS_UNKNOWN);
  happen (self->store, gone, GLA_VIAL_EVENT_DISCARDED, "2026-01-03T08:00", GLA_UNITS (100));
  g_assert_true (gla_store_hold_lot (self->store, "ona", "A1", "recall", "2026-01-04T08:00", &ids,
                                     &error));
  g_assert_no_error (error);
  g_assert_cmpuint (ids->len, ==, 2);
  g_assert_cmpint (get_state (self->store, sealed), ==, GLA_VIAL_HELD);
  g_assert_cmpint (get_state (self->store, open), ==, GLA_VIAL_HELD);
  g_assert_cmpint (get_state (self->store, gone), ==, GLA_VIAL_DISCARDED);
  g_assert_cmpint (get_state (self->store, other_lot), ==, GLA_VIAL_SEALED);
  g_assert_cmpint (get_state (self->store, other_product), ==, GLA_VIAL_SEALED);
  store_check_audit (self->store, store_count_audit (self->store), "hold", "vial", "{", "recall");
  /* There is nothing more to hold. */
  g_assert_false (gla_store_hold_lot (self->store, "ona", "A1", "recall", "2026-01-04T08:00", NULL,
                                      &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (gla_store_release_lot (self->store, "ona", "A1", "2026-01-05T08:00", NULL,
                                        &error));
  g_assert_cmpint (get_state (self->store, sealed), ==, GLA_VIAL_SEALED);
  g_assert_cmpint (get_state (self->store, open), ==, GLA_VIAL_OPEN);
}

/* All vials of the lot in one go, charts follow, and the old lot stays in the audit. */
static void
test_correct (StoreFixture  *self,
              gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *one = receive (self->store, "ona", "WRONG");
  g_autofree char *two = receive (self->store, "ona", "wrong");
  g_autofree char *other = receive (self->store, "inco", "WRONG");
  g_autofree char *treatment = store_add_treatment (self->store, patient, "2026-01-05", one, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) right = NULL;
  g_autoptr (GPtrArray) wrong = NULL;
  guint n_vials = 0;

  g_assert_true (gla_store_correct_lot (self->store, "ona", "WRONG", "RIGHT", "misread", &n_vials,
                                        &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_vials, ==, 2);
  store_check_audit (self->store, store_count_audit (self->store), "amend", "vial", "\"lot\":\"",
                     "\"lot\":\"RIGHT\"");
  right = gla_store_list_lot_uses (self->store, "RIGHT", &error);
  wrong = gla_store_list_lot_uses (self->store, "WRONG", &error);
  g_assert_cmpuint (right->len, ==, 1);
  g_assert_cmpuint (wrong->len, ==, 0);
  g_assert_false (gla_store_correct_lot (self->store, "ona", "WRONG", "RIGHT", "again", NULL,
                                         &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

static void
test_balance (StoreFixture  *self,
              gconstpointer  data)
{
  g_autofree char *patient = store_add_patient (self->store, "Kaya", "Mira", NULL);
  g_autofree char *ona = receive (self->store, "ona", "A1");
  g_autofree char *inco = receive (self->store, "inco", "B1");
  g_autofree char *a = store_add_treatment (self->store, patient, "2026-01-05", ona, NULL);
  g_autofree char *b = store_add_treatment (self->store, patient, "2026-01-05", ona, NULL);
  g_autofree char *c = store_add_treatment (self->store, patient, "2026-01-05", inco, NULL);
  g_autofree char *d = store_add_treatment (self->store, patient, "2026-01-06", ona, NULL);
  g_autofree char *voided = store_add_treatment (self->store, patient, "2026-01-06", ona, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) list = NULL;
  static const struct
  {
    const char *day;
    const char *product;
    double charted;
    double wasted;
    double gap;
  } expected[] = {
    { "2026-01-06", "ona", 20, 0, 32.5 },
    { "2026-01-05", "inco", 20, 80, 0 },
    { "2026-01-05", "ona", 40, 7.5, 0 },
  };

  g_assert_true (gla_store_void (self->store, GLA_TABLE_TREATMENT, voided, "x", &error));
  happen (self->store, ona, GLA_VIAL_EVENT_WASTED, "2026-01-05T17:00", GLA_UNITS (7.5));
  happen (self->store, inco, GLA_VIAL_EVENT_DISCARDED, "2026-01-05T23:59", GLA_UNITS (80));
  happen (self->store, ona, GLA_VIAL_EVENT_EMPTIED, "2026-01-06T17:00", GLA_UNITS_UNKNOWN);
  list = gla_store_list_balance (self->store, gla_day_new (2026, 1, 5), gla_day_new (2026, 1, 6),
                                 &error);
  g_assert_no_error (error);
  g_assert_cmpuint (list->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < list->len; i++)
    {
      const GlaDayBalance *balance = list->pdata[i];

      g_assert_cmpint (balance->day, ==, gla_day_from_iso (expected[i].day));
      g_assert_cmpstr (balance->product, ==, expected[i].product);
      g_assert_cmpfloat (gla_units_to_double (balance->charted), ==, expected[i].charted);
      g_assert_cmpfloat (gla_units_to_double (balance->wasted), ==, expected[i].wasted);
      g_assert_cmpfloat (gla_units_to_double (balance->gap), ==, expected[i].gap);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/lot/uses", test_uses);
  STORE_TEST ("/store/lot/hold", test_hold);
  STORE_TEST ("/store/lot/correct", test_correct);
  STORE_TEST ("/store/lot/balance", test_balance);

  return g_test_run ();
}

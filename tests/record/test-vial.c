/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-lot-name.h"
#include "gla-reorder.h"
#include "gla-vial-event.h"
#include "gla-vial-ledger.h"
#include "gla-vial-purchase.h"

#define UNKNOWN GLA_UNITS_UNKNOWN

static void
test_ledger (void)
{
  static const struct
  {
    GlaVialLedger ledger;
    GlaVialState state;
    GlaUnits left;
    GlaUnits overdraw;
    GlaUnits gap;
  } cases[] = {
    { { 10000, 0, 0, 0 }, GLA_VIAL_SEALED, 10000, 0, 0 },
    { { 10000, 6425, 500, 0 }, GLA_VIAL_OPEN, 3075, 0, 0 },
    { { 10000, 9999, 1, 0 }, GLA_VIAL_OPEN, 0, 0, 0 },
    { { 10000, 10000, 1, 0 }, GLA_VIAL_OPEN, -1, 1, -1 },
    { { 10000, 6000, 1000, 0 }, GLA_VIAL_FINISHED, 3000, 0, 3000 },
    { { 10000, 6000, 4000, 0 }, GLA_VIAL_DISCARDED, 0, 0, 0 },
    { { 10000, 11000, 0, 0 }, GLA_VIAL_FINISHED, -1000, 1000, -1000 },
    { { 10000, 6000, 0, 1 }, GLA_VIAL_FINISHED, UNKNOWN, 0, 0 },
    { { 10000, 10001, 0, 1 }, GLA_VIAL_OPEN, UNKNOWN, 1, -1 },
    { { UNKNOWN, 6000, 100, 0 }, GLA_VIAL_FINISHED, UNKNOWN, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (gla_vial_ledger_get_left (&cases[i].ledger), ==, cases[i].left);
      g_assert_cmpint (gla_vial_ledger_get_overdraw (&cases[i].ledger), ==, cases[i].overdraw);
      g_assert_cmpint (gla_vial_ledger_get_gap (&cases[i].ledger, cases[i].state), ==,
                       cases[i].gap);
    }
}

/* Label dilutions of products-and-areas, A2, and what can't be worked out. */
static void
test_strength (void)
{
  static const struct
  {
    GlaUnits content;
    gint64 volume;
    GlaUnits strength;
  } cases[] = {
    { 10000, 2500, 400 }, { 5000, 1250, 400 }, { 30000, 1500, 2000 }, { 30000, 2500, 1200 },
    { 12500, 630, 1984 }, { 10000, 1200, 833 }, { 10000, 3000, 333 }, { 10000, 0, UNKNOWN },
    { UNKNOWN, 2500, UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaVial vial = { .content = cases[i].content, .diluent_volume = cases[i].volume };

      g_assert_cmpint (gla_vial_get_strength (&vial), ==, cases[i].strength);
    }
}

static void
test_minutes (void)
{
  static const struct
  {
    const char *mixed;
    const char *now;
    int minutes;
  } cases[] = {
    { "2026-11-29T09:00", "2026-11-29T12:30", 210 },
    { "2026-11-28T09:00", "2026-11-29T09:00", 1440 },
    { "2026-11-28T09:00", "2026-11-29T09:01", 1441 },
    { "2026-12-31T23:59", "2027-01-01T00:00", 1 },
    { "2026-11-29T09:00", "2026-11-29T08:00", 0 },
    { NULL, "2026-11-29T08:00", GLA_MINUTES_UNKNOWN },
    { "2026-11-29", "2026-11-29T08:00", GLA_MINUTES_UNKNOWN },
    { "2026-11-29T25:00", "2026-11-29T08:00", GLA_MINUTES_UNKNOWN },
    { "2026-11-31T05:00", "2026-11-29T08:00", GLA_MINUTES_UNKNOWN },
    { "2026-11-29TAB:00", "2026-11-29T08:00", GLA_MINUTES_UNKNOWN },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaVial vial = { .reconstituted = cases[i].mixed };

      g_assert_cmpint (gla_vial_get_minutes_open (&vial, cases[i].now), ==, cases[i].minutes);
    }
}

#define S GLA_VIAL_SEALED
#define O GLA_VIAL_OPEN
#define F GLA_VIAL_FINISHED
#define D GLA_VIAL_DISCARDED
#define H GLA_VIAL_HELD
#define NO -1

/* What each kind makes of a vial in each state. */
static void
test_states (void)
{
  static const int after[][5] = {
    /* from             S   O   F   D   H */
    [GLA_VIAL_EVENT_RECEIVED] = { S, NO, NO, NO, NO },
    [GLA_VIAL_EVENT_MIXED] = { O, O, NO, NO, NO },
    [GLA_VIAL_EVENT_WASTED] = { S, O, F, NO, H },
    [GLA_VIAL_EVENT_EMPTIED] = { F, F, NO, NO, F },
    [GLA_VIAL_EVENT_DISCARDED] = { D, D, D, NO, D },
    [GLA_VIAL_EVENT_HELD] = { H, H, NO, NO, NO },
    [GLA_VIAL_EVENT_RELEASED] = { NO, NO, NO, NO, S },
  };

  for (guint kind = 0; kind < G_N_ELEMENTS (after); kind++)
    for (guint state = 0; state < 5; state++)
      {
        GlaVialEvent event = { .kind = (GlaVialEventKind) kind, .moment = "2026-11-29T09:00",
                               .units = 100, .state_before = (GlaVialState) state };
        GlaVial vial = { .state = (GlaVialState) state };
        gboolean can = gla_vial_event_apply (&event, &vial);

        g_assert_cmpint (can, ==, after[kind][state] != NO);
        g_assert_cmpuint (vial.state, ==, can ? (guint) after[kind][state] : state);
        if (can)
          gla_vial_event_take_back (&event, &vial);
        g_assert_cmpuint (vial.state, ==, state);
        g_assert_null (vial.reconstituted);
      }
}

static void
test_mixing (void)
{
  GlaVialEvent event = { .kind = GLA_VIAL_EVENT_MIXED, .moment = "2026-11-29T09:00",
                         .units = GLA_UNITS_UNKNOWN, .diluent = "0.9 % NaCl",
                         .diluent_volume = 2500 };
  GlaVial vial = { .state = GLA_VIAL_SEALED, .content = 10000 };

  g_assert_true (gla_vial_event_apply (&event, &vial));
  g_assert_cmpint (gla_vial_get_strength (&vial), ==, 400);
  g_assert_cmpstr (vial.reconstituted, ==, "2026-11-29T09:00");
  /* A vial is mixed once; one that was held is open again afterwards. */
  g_assert_false (gla_vial_event_apply (&event, &vial));
  vial.state = GLA_VIAL_HELD;
  event.kind = GLA_VIAL_EVENT_RELEASED;
  g_assert_true (gla_vial_event_apply (&event, &vial));
  g_assert_cmpuint (vial.state, ==, GLA_VIAL_OPEN);
}

static void
test_lot_names (void)
{
  static const struct
  {
    const char *a;
    const char *b;
    gboolean same;
  } cases[] = {
    { "C1234", "C1234", TRUE }, { "C1234", "c1234", TRUE },  { "C1234", "C1235", FALSE },
    { "C12", "C123", FALSE },   { NULL, "C1234", FALSE },    { NULL, NULL, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (gla_lot_name_equal (cases[i].a, cases[i].b), ==, cases[i].same);
      if (cases[i].a != NULL)
        {
          g_autofree char *a = gla_lot_name_dup_key (cases[i].a);
          g_autofree char *b = gla_lot_name_dup_key (cases[i].b);

          g_assert_cmpint (g_str_equal (a, b), ==, cases[i].same);
        }
    }
}

static void
test_value (void)
{
  static const struct
  {
    gint64 price;
    GlaVialLedger ledger;
    gint64 value;
  } cases[] = {
    { 40000, { 10000, 0, 0, 0 }, 40000 },
    { 40000, { 10000, 2500, 500, 0 }, 28000 },
    { 40000, { 10000, 11000, 0, 0 }, 0 },
    { 100, { 3000, 2000, 0, 0 }, 33 },
    { 0, { 10000, 0, 0, 0 }, 0 },
    { GLA_PRICE_UNKNOWN, { 10000, 0, 0, 0 }, GLA_PRICE_UNKNOWN },
    { 40000, { 10000, 0, 0, 1 }, GLA_PRICE_UNKNOWN },
    { 40000, { UNKNOWN, 0, 0, 0 }, GLA_PRICE_UNKNOWN },
  };
  static const struct
  {
    const char *text;
    gint64 price;   /* -1: none */
  } prices[] = {
    { "412", 41200 }, { "412.5", 41250 }, { "412,55", 41255 }, { "0", 0 }, { "-1", -1 },
    { "", -1 }, { "cheap", -1 }, { "10000000", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaVialPurchase purchase = { .price = cases[i].price };

      g_assert_cmpint (gla_vial_purchase_get_value (&purchase, &cases[i].ledger), ==,
                       cases[i].value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (prices); i++)
    {
      gint64 price = -1;

      g_assert_cmpint (gla_price_parse (prices[i].text, &price), ==, prices[i].price >= 0);
      g_assert_cmpint (price, ==, prices[i].price);
    }
}

static void
test_reorder (void)
{
  static const struct
  {
    const char *text;
    const char *written;
  } cases[] = {
    { NULL, "" }, { "", "" }, { "ona=5", "ona=5" }, { "ona=5 abo-p=3", "abo-p=3 ona=5" },
    { "ona=0 abo-p=x =4 inco=1000 daxi", "" }, { "ona=5 ona=6", "ona=6" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) levels = gla_reorder_levels_from_text (cases[i].text);
      g_autofree char *written = gla_reorder_levels_to_text (levels);

      g_assert_cmpstr (written, ==, cases[i].written);
      g_assert_cmpint (gla_reorder_levels_get (levels, "none"), ==, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/vial/ledger", test_ledger);
  g_test_add_func ("/record/vial/strength", test_strength);
  g_test_add_func ("/record/vial/minutes", test_minutes);
  g_test_add_func ("/record/vial/states", test_states);
  g_test_add_func ("/record/vial/mixing", test_mixing);
  g_test_add_func ("/record/vial/lot-names", test_lot_names);
  g_test_add_func ("/record/vial/value", test_value);
  g_test_add_func ("/record/vial/reorder", test_reorder);

  return g_test_run ();
}

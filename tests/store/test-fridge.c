/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How warm the fridge was, in the clinic file. */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-fridge.h"
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
  GPtrArray *readings = gla_store_list_fridge_readings (store, &error);

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/fridge/log", test_log);
  STORE_TEST ("/store/fridge/nonsense", test_nonsense);

  return g_test_run ();
}

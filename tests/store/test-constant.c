/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "store-fixture.h"

#include "gla-store-constant.h"

#include <math.h>

static void
put (GlaStore   *store,
     const char *name,
     double      low,
     double      high,
     const char *reason)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (gla_store_put_constant (store, name, low, high, reason, &error));
  g_assert_no_error (error);
}

/* Put, put anew and taken back; the values come back as they were. */
static void
test_put (StoreFixture  *self,
          gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) first = NULL, after = NULL;
  const GlaClinicConstant *constant;
  GlaDay today = gla_day_today ();

  put (self->store, "touchup_window", 14, 28, NULL);
  store_check_audit (self->store, 1, "add", "clinic_constant", NULL, "\"high\":28");
  put (self->store, "short_duration_ratio", 0.1 + 0.2, 0.1 + 0.2, NULL);
  put (self->store, "excursion_ona", -70.5, 30, NULL);
  put (self->store, "touchup_window", 14, 21, "house rule");
  store_check_audit (self->store, 4, "amend", "clinic_constant", "\"high\":28", "\"high\":21");
  put (self->store, "touchup_window", 14, 21, "again");
  g_assert_cmpuint (store_count_audit (self->store), ==, 4); /* nothing changed */

  store_fixture_reopen (self);
  first = gla_store_list_constants (self->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (first->len, ==, 3);
  constant = first->pdata[0];
  g_assert_cmpstr (constant->name, ==, "excursion_ona");
  g_assert_cmpfloat (constant->low, ==, -70.5);
  g_assert_cmpfloat (constant->high, ==, 30);
  g_assert_null (constant->staff);
  /* Midnight may have come in between. */
  g_assert_cmpint (constant->day, >=, today);
  g_assert_cmpint (constant->day, <=, gla_day_today ());
  constant = first->pdata[1];
  g_assert_cmpstr (constant->name, ==, "short_duration_ratio");
  g_assert_cmpfloat (constant->low, ==, 0.1 + 0.2);

  g_assert_true (gla_store_reset_constant (self->store, "touchup_window", "label", &error));
  store_check_audit (self->store, 5, "reset", "clinic_constant", "\"high\":21", NULL);
  g_assert_true (gla_store_reset_constant (self->store, "touchup_window", NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (store_count_audit (self->store), ==, 5);
  after = gla_store_list_constants (self->store, &error);
  g_assert_cmpuint (after->len, ==, 2);
  store_assert_sound (self->store);
}

/* Who changed what from what to what, newest first, also after it was taken back. */
static void
test_changes (StoreFixture  *self,
              gconstpointer  data)
{
  static const struct
  {
    gboolean has_before, has_after;
    double before_low, before_high, after_low, after_high;
    const char *reason;
  } wanted[] = {
    { TRUE, FALSE, 0.75, 0.75, 0, 0, "back to the default" },
    { TRUE, TRUE, 0.5, 0.67, 0.75, 0.75, NULL },
    { FALSE, TRUE, 0, 0, 0.5, 0.67, "our own" },
  };
  GlaStaff staff = { .name = "Dr A. Osei", .active = TRUE };
  g_autofree char *osei = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) changes = NULL, none = NULL, constants = NULL;

  g_assert_true (gla_store_add_staff (self->store, &staff, &osei, &error));
  gla_store_set_author (self->store, osei);
  put (self->store, "ratio", 0.5, 0.67, "our own");
  put (self->store, "other", 1, 2, NULL);
  put (self->store, "ratio", 0.75, 0.75, NULL);
  constants = gla_store_list_constants (self->store, &error);
  g_assert_cmpstr (((GlaClinicConstant *) constants->pdata[1])->staff, ==, "Dr A. Osei");
  g_assert_true (gla_store_reset_constant (self->store, "ratio", wanted[0].reason, &error));

  changes = gla_store_list_constant_changes (self->store, "ratio", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (changes->len, ==, G_N_ELEMENTS (wanted));
  for (guint i = 0; i < changes->len; i++)
    {
      const GlaConstantChange *change = changes->pdata[i];
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (change->moment, NULL);

      g_assert_nonnull (moment);
      g_assert_cmpstr (change->staff, ==, "Dr A. Osei");
      g_assert_cmpstr (change->reason, ==, wanted[i].reason);
      g_assert_cmpint (change->has_before, ==, wanted[i].has_before);
      g_assert_cmpint (change->has_after, ==, wanted[i].has_after);
      g_assert_cmpfloat (change->before_low, ==, wanted[i].before_low);
      g_assert_cmpfloat (change->before_high, ==, wanted[i].before_high);
      g_assert_cmpfloat (change->after_low, ==, wanted[i].after_low);
      g_assert_cmpfloat (change->after_high, ==, wanted[i].after_high);
    }
  none = gla_store_list_constant_changes (self->store, "nothing", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_refusals (StoreFixture  *self,
               gconstpointer  data)
{
  const struct
  {
    double low;
    double high;
  } cases[] = {
    { 2, 1 }, { NAN, 1 }, { 1, NAN }, { -INFINITY, 1 }, { 1, INFINITY },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (gla_store_put_constant (self->store, "ratio", cases[i].low, cases[i].high,
                                              NULL, &error));
      g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT);
    }
  g_assert_cmpuint (store_count_audit (self->store), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  STORE_TEST ("/store/constant/put", test_put);
  STORE_TEST ("/store/constant/changes", test_changes);
  STORE_TEST ("/store/constant/refusals", test_refusals);

  return g_test_run ();
}

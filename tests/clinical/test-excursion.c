/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which vials a warm or frozen spell harms: evidence, 6b, and products and areas, A2. */

#include "config.h"

#include "gla-excursion.h"

#include <string.h>

#define UNTIL "2026-11-29"

typedef struct
{
  GlaCatalogue *catalogue;
  GlaConstants *constants;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->catalogue = gla_catalogue_load (NULL, &error);
  g_assert_no_error (error);
  self->constants = gla_constants_new (self->catalogue);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gla_constants_unref (self->constants);
  gla_catalogue_unref (self->catalogue);
}

static void
add (GPtrArray  *readings,
     const char *since,
     const char *moment,
     double      low,
     double      high)
{
  g_ptr_array_add (readings, gla_fridge_reading_new (&(GlaFridgeReading) {
    .id = moment, .since = since, .moment = moment,
    .low = (int) (low * GLA_CENTI), .high = (int) (high * GLA_CENTI) }));
}

static GPtrArray *
make_readings (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) gla_fridge_reading_unref);
}

/* One look each, 24 hours after the one before. */
static void
test_products (Fixture       *self,
               gconstpointer  data)
{
  static const struct
  {
    const char *product;
    const char *presentation;
    double low;
    double high;
    GlaExcursionAdvice advice;
  } cases[] = {
    { "ona", "ona-botox-100", 2, 8, GLA_EXCURSION_NONE },
    { "ona", "ona-botox-100", 1.99, 8, GLA_EXCURSION_USE_FIRST },
    { "ona", "ona-botox-100", 2, 8.01, GLA_EXCURSION_USE_FIRST },
    { "ona", "ona-botox-100", -70, 30, GLA_EXCURSION_USE_FIRST },
    { "ona", "ona-botox-100", -70.5, 5, GLA_EXCURSION_ASK_MAKER },
    { "ona", "ona-botox-100", 5, 30.5, GLA_EXCURSION_ASK_MAKER },
    { "abo-p", "abo-azzalure-125", 2, 8, GLA_EXCURSION_NONE },
    { "abo-p", "abo-azzalure-125", 2, 9, GLA_EXCURSION_ASK_MAKER },
    { "abo-p", "abo-dysport-300", -1, 5, GLA_EXCURSION_ASK_MAKER },
    { "inco", "inco-xeomin-100", -20, 25, GLA_EXCURSION_NONE },
    { "inco", "inco-xeomin-100", 5, 26, GLA_EXCURSION_ASK_MAKER },
    { "inco", "inco-bocouture-50", -30, 25, GLA_EXCURSION_NONE },
    { "daxi", "daxi-daxxify-100", 2, 25, GLA_EXCURSION_NONE },
    { "daxi", "daxi-daxxify-100", 1, 25, GLA_EXCURSION_ASK_MAKER },
    { "nothing", NULL, -10, 60, GLA_EXCURSION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) readings = make_readings ();
      GlaVial vial = { .id = "v", .product = cases[i].product,
                       .presentation = cases[i].presentation,
                       .received = gla_day_from_iso ("2026-11-01") };
      GlaExcursion excursion;

      add (readings, "2026-11-19T08:00", "2026-11-20T08:00", cases[i].low, cases[i].high);
      gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
      g_assert_cmpint (excursion.advice, ==, cases[i].advice);
      if (excursion.advice != GLA_EXCURSION_NONE)
        g_assert_cmpint (excursion.minutes, ==, 24 * 60);
    }
}

/* When it was, against when the vial was here, mixed, and how long it took. */
static void
test_times (Fixture       *self,
            gconstpointer  data)
{
  static const struct
  {
    const char *since;
    const char *moment;
    const char *received;
    const char *mixed;
    GlaExcursionAdvice advice;
  } cases[] = {
    { "2026-11-15T08:00", "2026-11-20T08:00", "2026-11-01", NULL, GLA_EXCURSION_USE_FIRST },
    { "2026-11-15T07:59", "2026-11-20T08:00", "2026-11-01", NULL, GLA_EXCURSION_ASK_MAKER },
    { "2026-11-20T08:00", "2026-11-20T08:00", "2026-11-01", NULL, GLA_EXCURSION_ASK_MAKER },
    { "2026-11-19T08:00", "2026-11-20T08:00", "2026-11-20", NULL, GLA_EXCURSION_USE_FIRST },
    { "2026-11-19T08:00", "2026-11-20T08:00", "2026-11-21", NULL, GLA_EXCURSION_NONE },
    { "2026-11-30T08:00", "2026-12-01T08:00", "2026-11-01", NULL, GLA_EXCURSION_NONE },
    /* Begun by then, seen only later: it may have been warm when the vial was used up. */
    { "2026-11-27T08:00", "2026-12-01T08:00", "2026-11-01", "2026-11-28T07:00",
      GLA_EXCURSION_NONE },
    { "2026-11-19T08:00", "2026-11-20T08:00", "2026-11-01", "2026-11-20T07:00",
      GLA_EXCURSION_ASK_MAKER },
    { "2026-11-19T08:00", "2026-11-20T08:00", "2026-11-01", "2026-11-28T09:00",
      GLA_EXCURSION_USE_FIRST },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) readings = make_readings ();
      GlaVial vial = { .id = "v", .product = "ona", .presentation = "ona-botox-100",
                       .received = gla_day_from_iso (cases[i].received),
                       .reconstituted = cases[i].mixed };
      GlaExcursion excursion;

      add (readings, cases[i].since, cases[i].moment, 5, 20);
      gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
      g_assert_cmpint (excursion.advice, ==, cases[i].advice);
    }
}

/* Spells add up, and those within the range don't count. */
static void
test_sum (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (GPtrArray) readings = make_readings ();
  GlaVial vial = { .id = "v", .product = "ona", .presentation = "ona-botox-100",
                   .received = GLA_DAY_NONE };
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  GlaExcursion excursion;

  add (readings, "2026-11-01T08:00", "2026-11-04T08:00", 4, 12);
  add (readings, "2026-11-04T08:00", "2026-11-08T08:00", 3, 7);
  add (readings, "2026-11-08T08:00", "2026-11-10T08:00", -3, 6);
  gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_USE_FIRST);
  g_assert_cmpuint (excursion.n_readings, ==, 2);
  g_assert_cmpint (excursion.minutes, ==, 5 * 24 * 60);
  text = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (text, "-3.0 to 12.0 °C for at most 120 h, last on 10 Nov 2026"));
  g_assert_nonnull (strstr (text, "Use it first."));

  add (readings, "2026-11-10T08:00", "2026-11-10T09:00", 5, 9);
  gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_ASK_MAKER);
  other = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (other, "to be kept at: 2–8 °C. Ask the manufacturer"));
}

/* A range that was not verified says so. */
static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GPtrArray) readings = make_readings ();
  GlaVial vial = { .id = "v", .product = "abo-p", .presentation = "abo-dysport-300",
                   .received = GLA_DAY_NONE };
  g_autofree char *text = NULL;
  GlaExcursion excursion;

  gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_null (gla_excursion_describe (&excursion, &vial, self->constants));
  add (readings, "2026-11-10T08:00", "2026-11-10T08:00", 11, 11);
  gla_excursion_judge (&vial, readings, gla_day_from_iso (UNTIL), self->constants, &excursion);
  text = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (text, "fridge at 11.0 °C, last on 10 Nov 2026"));
  g_assert_nonnull (strstr (text, "(unverified)"));
}

#define ADD(path, func)                                                                            \
  g_test_add ("/clinical/excursion/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("products", test_products);
  ADD ("times", test_times);
  ADD ("sum", test_sum);
  ADD ("marks", test_marks);
  return g_test_run ();
}

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
    { "daxi", "daxi-daxxify-100", 2, 8, GLA_EXCURSION_NONE },
    { "daxi", "daxi-daxxify-100", 2, 25, GLA_EXCURSION_ASK_MAKER },
    { "daxi", "daxi-daxxify-100", 1, 25, GLA_EXCURSION_ASK_MAKER },
    { "nothing", NULL, -10, 60, GLA_EXCURSION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
      GlaVial vial = { .id = "v", .product = cases[i].product,
                       .presentation = cases[i].presentation,
                       .received = gla_day_from_iso ("2026-11-01") };
      GlaExcursion excursion;

      add (past->readings, "2026-11-19T08:00", "2026-11-20T08:00", cases[i].low, cases[i].high);
      gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
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
      g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
      GlaVial vial = { .id = "v", .product = "ona", .presentation = "ona-botox-100",
                       .received = gla_day_from_iso (cases[i].received),
                       .reconstituted = cases[i].mixed };
      GlaExcursion excursion;

      add (past->readings, cases[i].since, cases[i].moment, 5, 20);
      gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
      g_assert_cmpint (excursion.advice, ==, cases[i].advice);
    }
}

/* Spells add up, and those within the range don't count. */
static void
test_sum (Fixture       *self,
          gconstpointer  data)
{
  g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
  GlaVial vial = { .id = "v", .product = "ona", .presentation = "ona-botox-100",
                   .received = GLA_DAY_NONE };
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;
  GlaExcursion excursion;

  add (past->readings, "2026-11-01T08:00", "2026-11-04T08:00", 4, 12);
  add (past->readings, "2026-11-04T08:00", "2026-11-08T08:00", 3, 7);
  add (past->readings, "2026-11-08T08:00", "2026-11-10T08:00", -3, 6);
  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_USE_FIRST);
  g_assert_cmpuint (excursion.n_readings, ==, 2);
  g_assert_cmpint (excursion.minutes, ==, 5 * 24 * 60);
  text = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (text, "-3.0 to 12.0 °C for at most 120 h, last on 10 Nov 2026"));
  g_assert_nonnull (strstr (text, "Use it first."));

  add (past->readings, "2026-11-10T08:00", "2026-11-10T09:00", 5, 9);
  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_ASK_MAKER);
  other = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (other, "to be kept at: 2–8 °C. Ask the manufacturer"));
}

/* A range that was not verified says so. */
static void
test_marks (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
  GlaVial vial = { .id = "v", .product = "abo-p", .presentation = "abo-dysport-300",
                   .received = GLA_DAY_NONE };
  g_autofree char *text = NULL;
  GlaExcursion excursion;

  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
  g_assert_null (gla_excursion_describe (&excursion, &vial, self->constants));
  add (past->readings, "2026-11-10T08:00", "2026-11-10T08:00", 11, 11);
  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
  text = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (text, "fridge at 11.0 °C, last on 10 Nov 2026"));
  g_assert_nonnull (strstr (text, "(unverified)"));
}

/* Kept cold or frozen, but not in between; a look that spans both ranges is in neither. */
static void
test_two_ranges (Fixture       *self,
                 gconstpointer  data)
{
  static const struct
  {
    const char *product;
    double low;
    double high;
    GlaExcursionAdvice advice;
  } cases[] = {
    { "lanz", 2, 8, GLA_EXCURSION_NONE },         { "lanz", -20, -5, GLA_EXCURSION_NONE },
    { "lanz", 0, 0, GLA_EXCURSION_ASK_MAKER },    { "lanz", -6, 3, GLA_EXCURSION_ASK_MAKER },
    { "lanz", -20.5, -6, GLA_EXCURSION_ASK_MAKER }, { "lanz", 3, 8.5, GLA_EXCURSION_ASK_MAKER },
    { "daxi", 2, 8, GLA_EXCURSION_NONE },         { "daxi", 20, 25, GLA_EXCURSION_NONE },
    { "daxi", 12, 12, GLA_EXCURSION_ASK_MAKER },  { "daxi", 7, 21, GLA_EXCURSION_ASK_MAKER },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
      GlaVial vial = { .id = "v", .product = cases[i].product, .received = GLA_DAY_NONE };
      GlaExcursion excursion;

      add (past->readings, "2026-11-10T08:00", "2026-11-11T08:00", cases[i].low, cases[i].high);
      gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
      g_assert_cmpint (excursion.advice, ==, cases[i].advice);
    }
}

static void
add_move (GlaFridgePast *past,
          const char    *fridge,
          const char    *moment)
{
  g_ptr_array_add (past->moves, gla_vial_move_new (&(GlaVialMove) {
    .id = moment, .vial = "v", .fridge = fridge, .moment = moment }));
}

/* Only the fridge that the vial was in at that time counts. */
static void
test_fridges (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *fridge;
    const char *since;
    const char *moment;
    GlaExcursionAdvice advice;
  } cases[] = {
    /* In the first until the 10th, then in B, from the 20th on in the first again. */
    { NULL, "2026-11-05T08:00", "2026-11-05T09:00", GLA_EXCURSION_ASK_MAKER },
    { "B", "2026-11-05T08:00", "2026-11-05T09:00", GLA_EXCURSION_NONE },
    { NULL, "2026-11-12T08:00", "2026-11-12T09:00", GLA_EXCURSION_NONE },
    { "B", "2026-11-12T08:00", "2026-11-12T09:00", GLA_EXCURSION_ASK_MAKER },
    { GLA_FRIDGE_FIRST, "2026-11-21T08:00", "2026-11-21T09:00", GLA_EXCURSION_ASK_MAKER },
    { "B", "2026-11-21T08:00", "2026-11-21T09:00", GLA_EXCURSION_NONE },
    /* A spell that had begun before the vial was taken out, or went on when it was put in. */
    { NULL, "2026-11-09T08:00", "2026-11-10T18:00", GLA_EXCURSION_ASK_MAKER },
    { "B", "2026-11-09T08:00", "2026-11-10T18:00", GLA_EXCURSION_ASK_MAKER },
    { "C", "2026-11-09T08:00", "2026-11-10T18:00", GLA_EXCURSION_NONE },
    /* Before it was received it was nowhere. */
    { NULL, "2026-10-30T08:00", "2026-10-31T23:59", GLA_EXCURSION_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
      GlaVial vial = { .id = "v", .product = "abo-p", .presentation = "abo-dysport-300",
                       .received = gla_day_from_iso ("2026-11-01") };
      GlaExcursion excursion;

      add_move (past, "B", "2026-11-10T12:00");
      add_move (past, GLA_FRIDGE_FIRST, "2026-11-20T12:00");
      g_assert_cmpstr (gla_fridge_past_find (past, "v"), ==, GLA_FRIDGE_FIRST);
      g_ptr_array_add (past->readings, gla_fridge_reading_new (&(GlaFridgeReading) {
        .id = "r", .since = cases[i].since, .moment = cases[i].moment, .low = 500, .high = 1500,
        .fridge = cases[i].fridge }));
      gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
      g_assert_cmpint (excursion.advice, ==, cases[i].advice);
    }
}

static void
add_answer (GlaFridgePast *past,
            const char    *product,
            const char    *moment,
            gboolean       may_use)
{
  g_ptr_array_insert (past->answers, 0, gla_fridge_answer_new (&(GlaFridgeAnswer) {
    .id = moment, .fridge = GLA_FRIDGE_FIRST, .product = product, .moment = moment,
    .may_use = may_use, .day = gla_day_from_iso ("2026-11-15"), .answer = "Q 4711" }));
}

/* What was answered is not asked again, until it is too warm anew; a no stays one. */
static void
test_answers (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
  GlaVial vial = { .id = "v", .product = "abo-p", .presentation = "abo-dysport-300",
                   .received = GLA_DAY_NONE };
  g_autofree char *yes = NULL;
  g_autofree char *no = NULL;
  GlaExcursion excursion;

#define JUDGE()                                                                                    \
  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion)
  add (past->readings, "2026-11-10T08:00", "2026-11-11T08:00", 5, 15);
  add_answer (past, "ona", "2026-11-11T08:00", TRUE);
  JUDGE ();
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_ASK_MAKER);
  g_assert_cmpstr (excursion.moment, ==, "2026-11-11T08:00");
  g_assert_cmpstr (excursion.fridge, ==, GLA_FRIDGE_FIRST);
  add_answer (past, "abo-p", "2026-11-11T08:00", TRUE);
  JUDGE ();
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_MAY_USE);
  yes = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (yes, "said on 15 Nov 2026 that it may be used (Q 4711)."));
  add (past->readings, "2026-11-20T08:00", "2026-11-20T09:00", 5, 15);
  JUDGE ();
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_ASK_MAKER);
  add_answer (past, "abo-p", "2026-11-20T09:00", FALSE);
  JUDGE ();
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_DO_NOT_USE);
  no = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (no, "may not be used"));
  add (past->readings, "2026-11-25T08:00", "2026-11-25T09:00", 5, 15);
  add_answer (past, "abo-p", "2026-11-25T09:00", TRUE);
  JUDGE ();
  g_assert_cmpint (excursion.advice, ==, GLA_EXCURSION_DO_NOT_USE);
#undef JUDGE
}

/* The official list has its source; limits of the clinic's own are no official list. */
static void
test_own_limits (Fixture       *self,
                 gconstpointer  data)
{
  g_autoptr (GlaFridgePast) past = gla_fridge_past_new ();
  GlaVial vial = { .id = "v", .product = "ona", .presentation = "ona-botox-100",
                   .received = GLA_DAY_NONE };
  g_autofree char *official = NULL;
  g_autofree char *own = NULL;
  GlaExcursion excursion;

  add (past->readings, "2026-11-10T08:00", "2026-11-11T08:00", 5, 15);
  gla_excursion_judge (&vial, past, gla_day_from_iso (UNTIL), self->constants, &excursion);
  official = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_nonnull (strstr (official, "by an official list [SPS]"));
  g_assert_true (gla_constants_override (self->constants, "excursion_ona_hours", 48, 48));
  own = gla_excursion_describe (&excursion, &vial, self->constants);
  g_assert_null (strstr (own, "official"));
  g_assert_nonnull (strstr (own, "for up to 48 h ("));
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
  ADD ("two-ranges", test_two_ranges);
  ADD ("fridges", test_fridges);
  ADD ("answers", test_answers);
  ADD ("own-limits", test_own_limits);
  return g_test_run ();
}

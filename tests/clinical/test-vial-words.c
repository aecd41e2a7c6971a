/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-vial-words.h"

static GlaCatalogue *
load (void)
{
  g_autoptr (GError) error = NULL;
  GlaCatalogue *catalogue = gla_catalogue_load (NULL, &error);

  g_assert_no_error (error);
  return catalogue;
}

/* Label: 100 U of Botox with 2.5 mL; Dysport 300 U with 1.5 or 2.5 mL (A2). */
static void
test_dilution (void)
{
  static const struct
  {
    const char *product;
    const char *presentation;
    GlaUnits content;
    gint64 volume;
    gint64 usual;
    const char *words;
  } cases[] = {
    { "ona", "ona-botox-100", 10000, 2500, 0, "4 U in 0.1 mL" },
    { "ona", "ona-botox-100", 10000, 2500, 2500, "4 U in 0.1 mL" },
    { "ona", "ona-botox-100", 10000, 4000, 0, "2.5 U in 0.1 mL · not as on the label" },
    { "ona", "ona-botox-100", 10000, 4000, 2500,
      "2.5 U in 0.1 mL · not as on the label · usually 2.50 mL here" },
    { "ona", "ona-botox-100", 10000, 2500, 4000, "4 U in 0.1 mL · usually 4.00 mL here" },
    { "ona", "ona-botox-50", 5000, 2500, 0, "2 U in 0.1 mL · not as on the label" },
    { "ona", NULL, 10000, 4000, 0, "2.5 U in 0.1 mL" },
    { "nothing", "nothing", 10000, 4000, 0, "2.5 U in 0.1 mL" },
    { "ona", "ona-botox-100", GLA_UNITS_UNKNOWN, 4000, 0, "" },
    { "ona", "ona-botox-100", 10000, 0, 2500, "" },
  };
  g_autoptr (GlaCatalogue) catalogue = load ();

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaVial vial = { .product = cases[i].product, .presentation = cases[i].presentation,
                       .content = cases[i].content, .diluent_volume = cases[i].volume };
      g_autofree char *words = gla_vial_describe_dilution (&vial, catalogue, cases[i].usual);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Both of two dilutions on one label are of the label. */
static void
test_two_of_label (void)
{
  g_autoptr (GlaCatalogue) catalogue = load ();
  GlaProduct *product = gla_catalogue_find_product (catalogue, "abo-p");
  const GPtrArray *dilutions = gla_product_get_dilutions (product);
  guint n = 0;

  for (guint i = 0; i < dilutions->len; i++)
    {
      const GlaDilution *dilution = dilutions->pdata[i];
      GlaVial vial = { .product = "abo-p", .presentation = dilution->presentations[0],
                       .content = 30000, .diluent_volume = dilution->diluent_ul };

      g_assert_cmpuint (gla_vial_judge_dilution (&vial, catalogue, 0), ==, GLA_DILUTION_AS_USUAL);
      n++;
      vial.diluent_volume += 100;
      g_assert_cmpuint (gla_vial_judge_dilution (&vial, catalogue, 0), ==,
                        GLA_DILUTION_UNLIKE_LABEL);
    }
  g_assert_cmpuint (n, >=, 2);
}

/* A habit is what more than half of three vials or more of the same pack got. */
static void
test_usual (void)
{
  static const struct
  {
    gint64 volumes[5];
    gint64 usual;
  } cases[] = {
    { { 2500, 2500, 0, 0, 0 }, 0 },
    { { 2500, 2500, 2500, 0, 0 }, 2500 },
    { { 4000, 2500, 2500, 0, 0 }, 2500 },
    { { 4000, 4000, 2500, 2500, 0 }, 0 },
    { { 4000, 4000, 4000, 2500, 2500 }, 4000 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaVial vials[8] = { 0 };
      g_autoptr (GPtrArray) list = g_ptr_array_new ();

      for (guint n = 0; n < 8; n++)
        {
          static const char *const ids[] = { "a", "b", "c", "d", "e", "f", "g", "h" };

          vials[n] = (GlaVial) { .id = ids[n], .product = "ona", .content = 10000,
                                 .diluent_volume = n < 5 ? cases[i].volumes[n] : 1000 };
          g_ptr_array_add (list, &vials[n]);
        }
      /* The vial itself, another product and another content don't count. */
      vials[6].product = "inco";
      vials[7].content = 5000;
      g_assert_cmpint (gla_vial_find_usual_volume (&vials[5], list), ==, cases[i].usual);
    }
}

static void
test_use (void)
{
  static const struct
  {
    const char *mixed;
    GlaVialState state;
    GlaUnits charted;
    const char *expiry;
    const char *words;
  } cases[] = {
    { NULL, GLA_VIAL_SEALED, 0, "2027-11-30", "100 U left · use by 30 Nov 2027" },
    { "2026-11-29T09:10", GLA_VIAL_OPEN, 3600, "2027-11-30",
      "64 U left · mixed 2 h ago · use by 30 Nov 2027" },
    { "2026-11-29T11:50", GLA_VIAL_OPEN, 3625, "",
      "63.75 U left · mixed within the last hour" },
    { "2026-11-28T12:00", GLA_VIAL_OPEN, 0, "2026-11-29",
      "100 U left · mixed 24 h ago · use by 29 Nov 2026, today" },
    { "2026-11-28T11:59", GLA_VIAL_OPEN, 0, "2026-11-28",
      "100 U left · mixed 24 h ago · longer than the 24 h of the label · expired 28 Nov 2026" },
    { "2026-11-25T12:00", GLA_VIAL_HELD, 10100, "",
      "1 U more taken than it held · mixed 4 days ago · longer than the 24 h of the label"
      " · on hold" },
  };
  g_autoptr (GlaCatalogue) catalogue = load ();
  g_autoptr (GlaConstants) constants = gla_constants_new (catalogue);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaVial vial = { .product = "ona", .presentation = "ona-botox-100", .content = 10000,
                       .reconstituted = cases[i].mixed, .state = cases[i].state,
                       .expiry = gla_day_from_iso (cases[i].expiry) };
      GlaVialLedger ledger = { .content = 10000, .charted = cases[i].charted };
      g_autofree char *words = gla_vial_describe_use (&vial, &ledger, constants,
                                                      "2026-11-29T12:00");

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Marks at 60, 30 and 7 days, the last day of use included. */
static void
test_expiry (void)
{
  static const struct
  {
    int days;
    GlaExpiryMark mark;
  } cases[] = {
    { -1, GLA_EXPIRY_PAST },       { 0, GLA_EXPIRY_WITHIN_7 },   { 7, GLA_EXPIRY_WITHIN_7 },
    { 8, GLA_EXPIRY_WITHIN_30 },   { 30, GLA_EXPIRY_WITHIN_30 }, { 31, GLA_EXPIRY_WITHIN_60 },
    { 60, GLA_EXPIRY_WITHIN_60 },  { 61, GLA_EXPIRY_FAR },
  };
  const GlaDay today = gla_day_new (2026, 11, 29);
  const GlaVial none = { .expiry = GLA_DAY_NONE };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const GlaVial vial = { .expiry = today + cases[i].days };

      g_assert_cmpint (gla_vial_judge_expiry (&vial, today), ==, cases[i].mark);
    }
  g_assert_cmpint (gla_vial_judge_expiry (&none, today), ==, GLA_EXPIRY_FAR);
}

/* Hours of the clinic beside those of the label, once it has set some. */
static void
test_house_hours (void)
{
  g_autoptr (GlaCatalogue) catalogue = load ();
  g_autoptr (GlaConstants) constants = gla_constants_new (catalogue);
  const GlaVial vial = { .product = "ona", .content = 10000, .reconstituted = "2026-11-28T11:59",
                         .expiry = gla_day_new (2026, 12, 10) };
  const GlaVialLedger ledger = { .content = 10000 };
  g_autofree char *without = gla_vial_describe_use (&vial, &ledger, constants,
                                                    "2026-11-29T12:00");
  g_autofree char *with = NULL;

  g_assert_cmpstr (without, ==, "100 U left · mixed 24 h ago · longer than the 24 h of the label"
                                " · use by 10 Dec 2026, in 11 days");
  g_assert_true (gla_constants_override (constants, "recon_house", 8, 8));
  with = gla_vial_describe_use (&vial, &ledger, constants, "2026-11-29T12:00");
  g_assert_nonnull (strstr (with, "longer than the 24 h of the label"));
  g_assert_nonnull (strstr (with, "longer than the 8 h of the clinic ("));
}

/* Hours that no source carries are shown as unverified. */
static void
test_unverified (void)
{
  g_autoptr (GlaCatalogue) catalogue = load ();
  g_autoptr (GlaConstants) constants = gla_constants_new (catalogue);
  const GlaVial vial = { .product = "daxi", .content = 10000, .expiry = GLA_DAY_NONE,
                         .reconstituted = "2026-11-20T12:00" };
  const GlaVialLedger ledger = { .content = 10000 };
  g_autofree char *words = gla_vial_describe_use (&vial, &ledger, constants, "2026-11-29T12:00");

  g_assert_nonnull (strstr (words, "longer than the 72 h of the label (unverified)"));
}

/* The clinic's own hours hold, and say that they are its own. */
static void
test_own_hours (void)
{
  g_autoptr (GlaCatalogue) catalogue = load ();
  g_autoptr (GlaConstants) constants = gla_constants_new (catalogue);
  const GlaVial vial = { .product = "ona", .content = 10000, .expiry = GLA_DAY_NONE,
                         .reconstituted = "2026-11-28T11:59" };
  const GlaVialLedger ledger = { .content = 10000 };
  g_autofree char *longer = NULL;
  g_autofree char *shorter = NULL;

  g_assert_true (gla_vial_is_past_label (&vial, constants, "2026-11-29T12:00"));
  g_assert_true (gla_constants_override (constants, "recon_label_ona", 25, 25));
  g_assert_false (gla_vial_is_past_label (&vial, constants, "2026-11-29T12:00"));
  longer = gla_vial_describe_use (&vial, &ledger, constants, "2026-11-29T12:00");
  g_assert_cmpstr (longer, ==, "100 U left · mixed 24 h ago");

  g_assert_true (gla_constants_override (constants, "recon_label_ona", 6, 6));
  shorter = gla_vial_describe_use (&vial, &ledger, constants, "2026-11-29T12:00");
  g_assert_nonnull (strstr (shorter, "longer than the 6 h"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/clinical/vial-words/dilution", test_dilution);
  g_test_add_func ("/clinical/vial-words/two-of-label", test_two_of_label);
  g_test_add_func ("/clinical/vial-words/usual", test_usual);
  g_test_add_func ("/clinical/vial-words/use", test_use);
  g_test_add_func ("/clinical/vial-words/expiry", test_expiry);
  g_test_add_func ("/clinical/vial-words/house-hours", test_house_hours);
  g_test_add_func ("/clinical/vial-words/unverified", test_unverified);
  g_test_add_func ("/clinical/vial-words/own-hours", test_own_hours);

  return g_test_run ();
}

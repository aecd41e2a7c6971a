/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What forms of the stock work out, without a window. */

#include "config.h"

#include "gla-moment.h"
#include "gla-pack-choice.h"
#include "gla-scan.h"
#include "gla-test-record.h"
#include "gla-test-ui.h"
#include "gla-ui-resource.h"
#include "gla-vial-needs.h"

static void
test_moment (void)
{
  static const struct
  {
    const char *typed;
    const char *moment;
  } cases[] = {
    { "9:30", "2026-11-23T09:30" }, { "09:30", "2026-11-23T09:30" },
    { "9.30", "2026-11-23T09:30" }, { "930", "2026-11-23T09:30" },
    { "1715", "2026-11-23T17:15" }, { "0:00", "2026-11-23T00:00" },
    { "23:59", "2026-11-23T23:59" }, { "24:00", NULL }, { "9:60", NULL }, { "9", NULL },
    { "9:3", NULL }, { "93:0", NULL }, { "9:30:00", NULL }, { "", NULL }, { "noon", NULL },
    { "12345", NULL },
  };
  GlaTestRecord *record = gla_test_record_new ();
  g_autofree char *now = gla_moment_now (record->context);

  g_assert_true (g_str_has_prefix (now, "2026-11-23T"));
  g_assert_cmpuint (strlen (now), ==, 16);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *moment = gla_moment_at (record->context, cases[i].typed);

      g_assert_cmpstr (moment, ==, cases[i].moment);
    }
  gla_test_record_free (record);
}

static void
add_vial (GPtrArray    *stock,
          const char   *id,
          const char   *lot,
          const char   *serial,
          GlaVialState  state,
          GlaUnits      charted)
{
  GlaStockVial *vial = g_new0 (GlaStockVial, 1);

  vial->vial = gla_vial_new (&(GlaVial) {
    .id = id, .product = "ona", .presentation = "ona-botox-100", .lot = lot, .serial = serial,
    .gtin = "09521000000018", .state = state, .content = GLA_UNITS (100),
  });
  vial->ledger = (GlaVialLedger) { .content = GLA_UNITS (100), .charted = charted };
  g_ptr_array_add (stock, vial);
}

static GPtrArray *
make_stock (void)
{
  GPtrArray *stock = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_stock_vial_free);

  add_vial (stock, "held", "A", "1", GLA_VIAL_HELD, 0);
  add_vial (stock, "sealed", "A", "2", GLA_VIAL_SEALED, 0);
  add_vial (stock, "empty", "A", "3", GLA_VIAL_OPEN, GLA_UNITS (100));
  add_vial (stock, "open", "A", "4", GLA_VIAL_OPEN, GLA_UNITS (60));
  add_vial (stock, "other", "B", "5", GLA_VIAL_SEALED, 0);
  return stock;
}

static void
test_find_vial (void)
{
  static const struct
  {
    const char *lot;
    const char *vial;
  } cases[] = {
    { "a", "open" }, { "B", "other" }, { "C", NULL }, { "", NULL },
  };
  g_autoptr (GPtrArray) stock = make_stock ();
  GlaCarton carton = { .product = "ona", .presentation = "ona-botox-100" };
  GlaCarton wrong = { .product = "ona", .presentation = "ona-botox-50" };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GlaGs1 gs1 = { .gtin = "09521000000018" };
      const GlaStockVial *found;

      g_strlcpy (gs1.lot, cases[i].lot, sizeof gs1.lot);
      found = gla_scan_find_vial (stock, &gs1, &carton);
      g_assert_cmpstr (found != NULL ? found->vial->id : NULL, ==, cases[i].vial);
      g_assert_null (gla_scan_find_vial (stock, &gs1, &wrong));
      g_assert_null (gla_scan_find_vial (stock, &gs1, NULL));
    }
}

/* Sums over rows of one vial, for each vial by itself; what was recorded is put back first. */
static void
test_needs (void)
{
  g_autoptr (GPtrArray) stock = make_stock ();
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (gla_day_new (2026, 11, 23));
  GlaPatient patient = { .id = "p", .number = "1", .family_name = "Kaya" };
  g_autoptr (GlaHistory) history = gla_history_new (gla_patient_new (&patient));
  GlaFormInjection row = { .area = (char *) "GLAB", .units = GLA_UNITS (20.25) };
  g_autofree char *none = NULL;
  g_autofree char *one = NULL;

  gla_treatment_form_add_source (form, "open", "ona", "A");
  gla_treatment_form_add_source (form, "sealed", "ona", "A");
  gla_treatment_form_add_source (form, NULL, "ona", "Z");
  gla_treatment_form_add_injection (form, &row);
  row.source = 1;
  row.units = GLA_UNITS (100);
  gla_treatment_form_add_injection (form, &row);
  row.source = 2;
  row.units = GLA_UNITS (900);
  gla_treatment_form_add_injection (form, &row);
  none = gla_vial_needs_describe (form, stock, history, NULL);
  g_assert_null (none);

  row.source = 0;
  row.units = GLA_UNITS (20);
  gla_treatment_form_add_injection (form, &row);
  one = gla_vial_needs_describe (form, stock, history, NULL);
  g_assert_cmpstr (one, ==, "A: 40.25 U needed, 40 U left. Choose a second vial for 0.25 U.");
}

static void
test_packs (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load (NULL, &error);
  g_autoptr (GPtrArray) packs = gla_pack_choice_list (catalogue);
  int found = gla_pack_choice_find (packs, "ona", "ona-botox-100");
  const GlaPack *pack;
  g_autofree char *name = gla_pack_get_name (catalogue, "ona", NULL);
  g_autofree char *unknown = gla_pack_get_name (catalogue, "none", "none");

  g_assert_no_error (error);
  g_assert_cmpint (found, >=, 0);
  pack = packs->pdata[found];
  g_assert_cmpstr (pack->name, ==, "BOTOX Cosmetic 100 U");
  g_assert_cmpint (pack->units, ==, GLA_UNITS (100));
  g_assert_cmpint (gla_pack_choice_find (packs, "ona", "none"), ==, -1);
  g_assert_cmpstr (name, ==, "BOTOX Cosmetic, Vistabel");
  g_assert_cmpstr (unknown, ==, "unknown product");
}

int
main (int    argc,
      char **argv)
{
  gla_test_ui_init (&argc, &argv);
  gla_ui_register_resource ();

  g_test_add_func ("/pages/stock-parts/moment", test_moment);
  g_test_add_func ("/pages/stock-parts/find-vial", test_find_vial);
  g_test_add_func ("/pages/stock-parts/needs", test_needs);
  g_test_add_func ("/pages/stock-parts/packs", test_packs);

  return g_test_run ();
}

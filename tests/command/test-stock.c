/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella stock and glabella lot, on a clinic with two vials. */

#include "config.h"

#include "gla-store-stock.h"
#include "gla-store-write.h"
#include "gla-test-program.h"

#include <string.h>

#define CLINIC " --clinic clinic.glabella --today 2026-11-29"

static void
check (gboolean  done,
       GError   *error)
{
  g_assert_no_error (error);
  g_assert_true (done);
}

static void
chart (GlaStore   *store,
       const char *vial)
{
  GlaPatient patient = { .number = "7", .family_name = "Kaya", .given_name = "Mira",
                         .phone = "044 555 01 84", .may_contact = TRUE,
                         .birth_day = GLA_DAY_NONE };
  GlaTreatment treatment = { .day = gla_day_new (2026, 11, 28), .consent_day = GLA_DAY_NONE };
  GlaInjection injection = { .area = "GLAB", .vial = vial, .units = GLA_UNITS (20.5) };
  g_autoptr (GPtrArray) injections = g_ptr_array_new ();
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;

  check (gla_store_add_patient (store, &patient, &id, &error), error);
  treatment.patient = id;
  g_ptr_array_add (injections, &injection);
  check (gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error), error);
}

static char *
make_clinic (void)
{
  char *folder = gla_test_dup_folder ();
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);
  GlaVial vial = { .id = "v1", .product = "ona", .presentation = "ona-botox-100",
                   .lot = "C7654A1", .content = GLA_UNITS (100),
                   .expiry = gla_day_new (2027, 11, 30), .received = GLA_DAY_NONE,
                   .serial = "0001", .gtin = "09521000000018" };
  GlaVialEvent event = { .vial = "v1", .kind = GLA_VIAL_EVENT_MIXED,
                         .moment = "2026-11-28T09:00", .units = GLA_UNITS_UNKNOWN,
                         .diluent_volume = 2500 };

  g_assert_no_error (error);
  check (gla_store_receive_vial (store, &vial, "2026-11-27T09:00", NULL, &error), error);
  check (gla_store_add_vial_event (store, &event, NULL, &error), error);
  chart (store, "v1");
  vial.id = "v2";
  vial.serial = "0002";
  check (gla_store_receive_vial (store, &vial, "2026-11-27T09:00", NULL, &error), error);
  event = (GlaVialEvent) { .vial = "v2", .kind = GLA_VIAL_EVENT_DISCARDED,
                           .moment = "2026-11-29T09:00", .units = GLA_UNITS (90),
                           .reason = "broke" };
  check (gla_store_add_vial_event (store, &event, NULL, &error), error);
  return folder;
}

#define HEAD                                                                                       \
  "product\tpresentation\tlot\texpiry\tstate\tcontent\tcharted\twasted\tleft\tgap\tmixed\t"        \
  "diluent_ul\tunits_per_0.1ml\tserial\tvial\n"
#define OPEN                                                                                       \
  "ona\tona-botox-100\tC7654A1\t2027-11-30\topen\t100\t20.5\t0\t79.5\t0\t2026-11-28T09:00\t2500\t" \
  "4\t0001\tv1\n"
#define GONE                                                                                       \
  "ona\tona-botox-100\tC7654A1\t2027-11-30\tdiscarded\t100\t0\t90\t10\t10\t\t\t\t0002\tv2\n"

static void
test_stock (void)
{
  g_autofree char *folder = make_clinic ();
  g_autofree char *stock = gla_test_succeed (folder, "stock" CLINIC);
  g_autofree char *all = gla_test_succeed (folder, "stock --all" CLINIC);
  g_autofree char *days = gla_test_succeed (folder, "stock --days 7" CLINIC);

  g_assert_cmpstr (stock, ==, HEAD OPEN);
  g_assert_cmpstr (all, ==, HEAD OPEN GONE);
  g_assert_cmpstr (days, ==,
                   "day\tproduct\tdrawn\tcharted\twasted\tgap\n"
                   "2026-11-29\tona\t100\t0\t90\t10\n"
                   "2026-11-28\tona\t20.5\t20.5\t0\t0\n");
  gla_test_fail (folder, "stock --days -1" CLINIC, 2, "give a number");
  gla_test_fail (folder, "stock x" CLINIC, 2, "it is called as");
  gla_test_drop_folder (folder);
}

static void
test_lot (void)
{
  static const char head[] = "patient\tname\tphone\tmay_contact\tday\tarea\tside\tunits\tproduct\t"
                             "lot\n";
  g_autofree char *folder = make_clinic ();
  g_autofree char *lot = gla_test_succeed (folder, "lot c7654a1" CLINIC);
  g_autofree char *none = gla_test_succeed (folder, "lot C7654" CLINIC);

  g_assert_true (g_str_has_prefix (lot, head));
  g_assert_cmpstr (lot + strlen (head), ==,
                   "7\tKaya, Mira\t044 555 01 84\tyes\t2026-11-28\tGLAB\tboth\t20.5\tona\t"
                   "C7654A1\n");
  g_assert_cmpstr (none, ==, head);
  gla_test_fail (folder, "lot" CLINIC, 2, "it is called as");
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/stock/stock", test_stock);
  g_test_add_func ("/command/stock/lot", test_lot);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All cycles read in one pass by several threads are those that are read patient by patient,
 * whatever was recorded, amended and voided. */

#include "config.h"

#include "gla-clinic-scan.h"
#include "gla-insight.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-test-folder.h"

#define TODAY gla_day_new (2026, 6, 30)
#define N_PATIENTS 60
#define N_VIALS 12
#define N_ROUNDS 3
#define EDITS_A_ROUND 25

typedef struct
{
  char *folder;
  char *path;
  GlaStore *store;
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GRand *random;
  GPtrArray *vials;      /* (element-type utf8) */
  GPtrArray *patients;   /* (element-type utf8) */
  GPtrArray *treatments; /* (element-type utf8) */
} Fixture;

static void
check (gboolean  done,
       GError  **error)
{
  g_assert_no_error (*error);
  g_assert_true (done);
}

static const char *
choose (Fixture   *self,
        GPtrArray *ids)
{
  return ids->pdata[g_rand_int_range (self->random, 0, (gint32) ids->len)];
}

static void
add_vial (Fixture *self)
{
  g_autofree char *lot = g_strdup_printf ("L-%d", g_rand_int_range (self->random, 0, 4));
  g_autoptr (GError) error = NULL;
  GlaVial vial = { .product = g_rand_boolean (self->random) ? "ona" : "inco", .lot = lot,
                   .content = GLA_UNITS (100), .diluent_volume = 2500,
                   .expiry = GLA_DAY_NONE, .received = GLA_DAY_NONE };
  char *id = NULL;

  check (gla_store_add_vial (self->store, &vial, &id, &error), &error);
  g_ptr_array_add (self->vials, id);
}

static void
add_treatment (Fixture    *self,
               const char *patient,
               GlaDay      day)
{
  static const char *const areas[] = { "GLAB", "FRON", "LCL" };
  g_autoptr (GPtrArray) injections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_injection_unref);
  g_autoptr (GError) error = NULL;
  GlaTreatment treatment = { .patient = patient, .day = day, .consent_day = GLA_DAY_NONE,
                             .precision = g_rand_int_range (self->random, 0, 3) };
  char *id = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (areas); i++)
    if (i == 0 || g_rand_boolean (self->random))
      {
        gboolean from_vial = g_rand_int_range (self->random, 0, 4) > 0;

        g_ptr_array_add (injections, gla_injection_new (&(GlaInjection) {
          .area = areas[i], .vial = from_vial ? choose (self, self->vials) : NULL,
          .product = from_vial ? NULL : "abo-p", .lot = from_vial ? NULL : "x-1",
          .units = GLA_UNITS (5 + g_rand_int_range (self->random, 0, 20)),
        }));
      }
  check (gla_store_add_treatment_anyway (self->store, &treatment, injections, NULL, "test", &id,
                                         &error),
         &error);
  g_ptr_array_add (self->treatments, id);
}

static void
add_follow_up (Fixture    *self,
               const char *patient,
               GlaDay      day)
{
  g_autoptr (GPtrArray) grades = g_ptr_array_new ();
  g_autoptr (GPtrArray) reports = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  GlaAssessment grade = { .patient = patient, .area = g_rand_boolean (self->random) ? "GLAB" : "LCL",
                          .day = day, .at_rest = GLA_GRADE_UNKNOWN,
                          .at_maximum = g_rand_int_range (self->random, 0, 4) };
  GlaReport report = { .patient = patient, .kind = g_rand_int_range (self->random, 0, 2),
                       .day = day, .told_on = day };

  g_ptr_array_add (grades, &grade);
  if (g_rand_int_range (self->random, 0, 3) == 0)
    g_ptr_array_add (reports, &report);
  check (gla_store_add_follow_up (self->store, grades, reports, NULL, &error), &error);
}

static void
add_event (Fixture    *self,
           const char *patient,
           GlaDay      day)
{
  g_autoptr (GError) error = NULL;
  GlaAdverseEvent event = { .patient = patient, .kind = "ptosis", .onset = day,
                            .resolved = GLA_DAY_NONE };
  GlaExposure exposure = { .patient = patient, .area = "GLAB", .day = day,
                           .units = GLA_UNITS_UNKNOWN };

  check (gla_store_add_adverse_event (self->store, &event, NULL, &error), &error);
  check (gla_store_add_exposure (self->store, &exposure, NULL, &error), &error);
}

/* Some of it after today, which is left out. */
static void
add_record (Fixture    *self,
            const char *patient)
{
  GlaDay day = TODAY - g_rand_int_range (self->random, -30, 900);
  int kind = g_rand_int_range (self->random, 0, 8);

  if (kind < 3)
    add_treatment (self, patient, day);
  else if (kind < 7)
    add_follow_up (self, patient, day);
  else
    add_event (self, patient, day);
}

static void
correct_vial (Fixture *self)
{
  g_autoptr (GPtrArray) vials = gla_store_list_vials (self->store, TRUE, NULL);
  g_autoptr (GError) error = NULL;
  GlaVial vial = *(GlaVial *) vials->pdata[0];

  vial.lot = "L-NEW";
  check (gla_store_amend_vial (self->store, &vial, "misread", &error), &error);
}

static void
edit (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  switch (g_rand_int_range (self->random, 0, 10))
    {
    case 0:
      gla_store_void (self->store, GLA_TABLE_TREATMENT, choose (self, self->treatments), "test",
                      NULL);
      break;
    case 1:
      gla_store_void (self->store, GLA_TABLE_PATIENT, choose (self, self->patients), "test", NULL);
      break;
    case 2:
      correct_vial (self);
      break;
    default:
      add_record (self, choose (self, self->patients));
      break;
    }
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  self->folder = gla_test_dup_folder ();
  self->path = g_build_filename (self->folder, "clinic.glabella", NULL);
  self->store = gla_store_open (self->path, GLA_STORE_CREATE, &error);
  g_assert_no_error (error);
  self->catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  gla_cycle_settings_init (&self->settings, self->catalogue);
  self->random = g_rand_new_with_seed (20260630);
  self->vials = g_ptr_array_new_with_free_func (g_free);
  self->patients = g_ptr_array_new_with_free_func (g_free);
  self->treatments = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < N_VIALS; i++)
    add_vial (self);
}

static void
add_patients (Fixture *self,
              guint    n)
{
  for (guint i = 0; i < n; i++)
    {
      GlaPatient patient = { .family_name = "Patient", .birth_day = GLA_DAY_NONE };
      g_autoptr (GError) error = NULL;
      char *id = NULL;

      check (gla_store_add_patient (self->store, &patient, &id, &error), &error);
      g_ptr_array_add (self->patients, id);
      add_treatment (self, id, TODAY - 400);
      for (guint k = 0; k < 10; k++)
        add_record (self, id);
    }
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_ptr_array_unref (self->treatments);
  g_ptr_array_unref (self->patients);
  g_ptr_array_unref (self->vials);
  g_rand_free (self->random);
  gla_catalogue_unref (self->catalogue);
  gla_store_close (self->store);
  gla_test_drop_folder (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

typedef struct
{
  Fixture *fixture;
  GlaCycleTable *table;
} Plain;

static gboolean
add_plainly (GlaStore    *store,
             const char  *patient,
             gpointer     user_data,
             GError     **error)
{
  Plain *plain = user_data;
  g_autoptr (GlaHistory) history = gla_store_read_history (store, patient, error);
  g_autoptr (GlaCycles) cycles = NULL;

  g_assert_no_error (*error);
  cycles = gla_cycles_new (history, plain->fixture->catalogue, &plain->fixture->settings, TODAY);
  gla_cycle_table_add (plain->table, cycles);
  return TRUE;
}

static GlaCycleTable *
read_plainly (Fixture *self)
{
  Plain plain = { self, gla_cycle_table_new (self->catalogue, &self->settings, TODAY) };
  g_autoptr (GError) error = NULL;

  check (gla_store_for_each_patient (self->store, add_plainly, &plain, &error), &error);
  gla_cycle_table_finish (plain.table);
  return plain.table;
}

static void
assert_same_row (const GlaCycleTable *table,
                 const GlaCycleTable *plain,
                 guint                row)
{
  GlaCycleRow a, b;

  gla_cycle_table_get_row (table, row, &a);
  gla_cycle_table_get_row (plain, row, &b);
  g_assert_cmpstr (a.patient, ==, b.patient);
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    {
      const GlaCycleValue *x = gla_cycle_table_get_value (table, key, a.keys[key]);
      const GlaCycleValue *y = gla_cycle_table_get_value (plain, key, b.keys[key]);

      g_assert_cmpuint (a.keys[key], ==, b.keys[key]);
      g_assert_cmpstr (x->product, ==, y->product);
      g_assert_cmpstr (x->text, ==, y->text);
      g_assert_cmpint (x->number, ==, y->number);
    }
  g_assert_cmpint (a.day, ==, b.day);
  g_assert_cmpint (a.left, ==, b.left);
  g_assert_cmpint (a.right, ==, b.right);
  g_assert_cmpint (a.units, ==, b.units);
  g_assert_cmpint (a.status, ==, b.status);
  g_assert_cmpuint (a.marks, ==, b.marks);
  g_assert_cmpuint (a.n_events, ==, b.n_events);
}

static void
told_cb (double   fraction,
         gpointer data)
{
  double *told = data;

  g_assert_cmpfloat (fraction, >, 0.0);
  g_assert_cmpfloat (fraction, <=, 1.0);
  *told = fraction;
}

static void
assert_same (Fixture *self)
{
  double told = 0.0;
  const GlaClinicScan scan = { self->path, self->catalogue, &self->settings, TODAY, NULL, told_cb,
                               &told };
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaCycleTable) table = gla_clinic_scan_cycles (&scan, &error);
  g_autoptr (GlaCycleTable) plain = read_plainly (self);
  GlaInsightCounts counts, plain_counts;

  g_assert_no_error (error);
  g_assert_cmpfloat (told, ==, 1.0);
  g_assert_cmpuint (gla_cycle_table_get_n_rows (table), ==, gla_cycle_table_get_n_rows (plain));
  g_assert_cmpuint (gla_cycle_table_get_n_stray_events (table), ==,
                    gla_cycle_table_get_n_stray_events (plain));
  for (guint row = 0; row < gla_cycle_table_get_n_rows (table); row++)
    assert_same_row (table, plain, row);
  gla_insight_count (table, NULL, &counts);
  gla_insight_count (plain, NULL, &plain_counts);
  g_assert_cmpmem (&counts, sizeof counts, &plain_counts, sizeof plain_counts);
}

static void
test_same (Fixture       *self,
           gconstpointer  data)
{
  /* Nobody, fewer patients than threads, and many. */
  assert_same (self);
  add_patients (self, 1);
  assert_same (self);
  add_patients (self, N_PATIENTS);
  assert_same (self);
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < EDITS_A_ROUND; i++)
        edit (self);
      assert_same (self);
    }
}

static void
test_stopped (Fixture       *self,
              gconstpointer  data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GlaClinicScan scan = { self->path, self->catalogue, &self->settings, TODAY, cancellable };
  g_autofree char *missing = g_build_filename (self->folder, "none.glabella", NULL);
  g_autoptr (GError) error = NULL;

  add_patients (self, 4);
  g_cancellable_cancel (cancellable);
  g_assert_null (gla_clinic_scan_cycles (&scan, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  scan.cancellable = NULL;
  scan.path = missing;
  g_assert_null (gla_clinic_scan_cycles (&scan, &error));
  g_assert_error (error, GLA_STORE_ERROR, GLA_STORE_ERROR_NOT_FOUND);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/clinic/scan/same", Fixture, NULL, set_up, test_same, tear_down);
  g_test_add ("/clinic/scan/stopped", Fixture, NULL, set_up, test_stopped, tear_down);
  return g_test_run ();
}

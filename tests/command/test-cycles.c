/* SPDX-License-Identifier: GPL-3.0-or-later */

/* glabella cycles, on the generated clinic of the golden files. */

#include "config.h"

#include "gla-store-write.h"
#include "gla-test-clinic.h"
#include "gla-test-program.h"

#include <stdlib.h>
#include <string.h>

#define HEADER "patient\tarea\tside\tdate\tproduct\tunits\tleft_day\tright_day\tkind"
#define TODAY " --clinic clinic.glabella --today 2034-12-14"

static void
add_treatments (GlaStore         *store,
                const GlaHistory *history,
                const char       *patient)
{
  for (guint i = 0; i < history->treatments->len; i++)
    {
      GlaTreatment treatment = *(const GlaTreatment *) history->treatments->pdata[i];
      g_autoptr (GPtrArray) injections = g_ptr_array_new ();
      GlaInjection injection;
      g_autoptr (GError) error = NULL;
      guint first;

      g_assert_cmpuint (gla_history_get_injections (history, treatment.id, &first), ==, 1);
      injection = *(const GlaInjection *) history->injections->pdata[first];
      injection.id = injection.treatment = treatment.id = NULL;
      treatment.patient = patient;
      g_ptr_array_add (injections, &injection);
      gla_store_add_treatment (store, &treatment, injections, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
add_follow_ups (GlaStore         *store,
                const GlaHistory *history,
                const char       *patient)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < history->assessments->len; i++)
    {
      GlaAssessment assessment = *(const GlaAssessment *) history->assessments->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, &assessment);
      assessment.id = NULL;
      assessment.patient = patient;
      gla_store_add_follow_up (store, one, NULL, NULL, &error);
      g_assert_no_error (error);
    }
  for (guint i = 0; i < history->reports->len; i++)
    {
      GlaReport report = *(const GlaReport *) history->reports->pdata[i];
      g_autoptr (GPtrArray) one = g_ptr_array_new ();

      g_ptr_array_add (one, &report);
      report.id = NULL;
      report.patient = patient;
      gla_store_add_follow_up (store, NULL, one, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
write_clinic (GlaTestClinic *clinic,
              const char    *folder)
{
  g_autofree char *path = g_build_filename (folder, "clinic.glabella", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaStore) store = gla_store_open (path, GLA_STORE_CREATE, &error);

  g_assert_no_error (error);
  gla_store_begin_batch (store, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < gla_test_clinic_get_size (clinic); i++)
    {
      g_autoptr (GlaHistory) history = gla_test_clinic_make_history (clinic, i);
      GlaPatient patient = *history->patient;
      g_autofree char *id = NULL;

      patient.id = NULL;
      gla_store_add_patient (store, &patient, &id, &error);
      g_assert_no_error (error);
      add_treatments (store, history, id);
      add_follow_ups (store, history, id);
    }
  gla_store_commit_batch (store, "golden", &error);
  g_assert_no_error (error);
}

/* The first row of each patient, without the number. */
static GHashTable *
read_first_rows (const char *output)
{
  g_auto (GStrv) lines = g_strsplit (output, "\n", -1);
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                            (GDestroyNotify) g_strfreev);

  g_assert_cmpstr (lines[0], ==, HEADER);
  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      GStrv cells = g_strsplit (lines[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 9);
      if (!g_hash_table_contains (rows, cells[0]))
        g_hash_table_insert (rows, g_strdup (cells[0]), cells);
      else
        g_strfreev (cells);
    }
  return rows;
}

static void
test_golden (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autoptr (GlaTestClinic) clinic = gla_test_clinic_load ();
  g_autoptr (GHashTable) rows = NULL;
  g_autofree char *output = NULL;

  write_clinic (clinic, folder);
  output = gla_test_succeed (folder, "cycles" TODAY);
  rows = read_first_rows (output);
  g_assert_cmpuint (g_hash_table_size (rows), ==, gla_test_clinic_get_size (clinic));
  for (guint i = 0; i < gla_test_clinic_get_size (clinic); i++)
    {
      const char *name = gla_test_clinic_get_name (clinic, i);
      GStrv cells = g_hash_table_lookup (rows, name);

      g_assert_nonnull (cells);
      g_assert_cmpstr (cells[1], ==, "GLAB");
      g_assert_cmpstr (cells[2], ==, "both");
      g_assert_cmpstr (cells[3], ==, "2024-01-01");
      g_assert_cmpstr (cells[4], ==, "ona");
      g_assert_cmpstr (cells[5], ==, "20");
      gla_test_clinic_assert_effect (clinic, i, cells[8], atoi (cells[6]),
                                     strcmp (cells[7], "Inf") == 0 ? G_MAXINT : atoi (cells[7]));
    }
  gla_test_drop_folder (folder);
}

/* One patient by number, by name and by identifier; today decides what is known. */
static void
test_one_patient (void)
{
  g_autofree char *folder = gla_test_dup_folder ();
  g_autofree char *demo = gla_test_succeed (folder, "demo clinic.glabella --patients 5 --until "
                                                    "2026-06-30");
  g_autofree char *patients = gla_test_succeed (folder, "patients --clinic clinic.glabella");
  g_autofree char *all = gla_test_succeed (folder, "cycles" TODAY);
  g_auto (GStrv) lines = g_strsplit (patients, "\n", -1);
  gsize total = strlen (HEADER "\n");

  for (guint i = 1; lines[i][0] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], "\t", -1);
      g_autofree char *call = g_strdup_printf ("cycles %s" TODAY, cells[0]);
      g_autofree char *named_call = g_strdup_printf ("cycles '%s'" TODAY, cells[1]);
      g_autofree char *output = gla_test_succeed (folder, call);
      g_autofree char *named = gla_test_succeed (folder, named_call);

      g_assert_cmpstr (output, ==, named);
      g_assert_true (g_str_has_prefix (output, HEADER "\n"));
      g_assert_nonnull (strstr (all, output + strlen (HEADER "\n")));
      total += strlen (output) - strlen (HEADER "\n");
    }
  g_assert_cmpuint (total, ==, strlen (all));
  gla_test_drop_folder (folder);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/command/cycles/golden", test_golden);
  g_test_add_func ("/command/cycles/one-patient", test_one_patient);

  return g_test_run ();
}

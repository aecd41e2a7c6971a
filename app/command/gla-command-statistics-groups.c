/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics logrank, funnel: comparison of groups and units (statistics, section 6). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-funnel.h"
#include "gla-i18n.h"
#include "gla-logrank.h"

#include <string.h>

#define MOST_SESSIONS 100000000

enum
{
  PATIENT,
  GROUP,
  STRATUM,
  LEFT,
  RIGHT,
};

static const GlaCsvColumn record_columns[] = {
  [PATIENT] = { "patient" },
  [GROUP] = { "group" },
  [STRATUM] = { "stratum", TRUE },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
};

enum
{
  SET,
  UNIT,
  N,
  F,
};

static const GlaCsvColumn unit_columns[] = {
  [SET] = { "set", TRUE },
  [UNIT] = { "unit" },
  [N] = { "n" },
  [F] = { "f" },
};

/* The place of a word in @words, which it is added to if it is new. */
static guint
find_word (GPtrArray  *words,
           GHashTable *places,
           const char *word)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (places, word));

  if (place == 0)
    {
      char *copy = g_strdup (word);

      g_ptr_array_add (words, copy);
      place = words->len;
      g_hash_table_insert (places, copy, GUINT_TO_POINTER (place));
    }
  return place - 1;
}

static gboolean
read_record (GlaCsvInput       *csv,
             GPtrArray         *groups,
             GHashTable        *places,
             GlaLogrankRecord  *record,
             GError           **error)
{
  const char *group;

  if (!gla_csv_input_get_word (csv, GROUP, &group, error))
    return FALSE;
  record->group = find_word (groups, places, group);
  record->stratum = 0;
  return gla_csv_input_get_id (csv, PATIENT, &record->patient, error) &&
         (gla_csv_input_is_empty (csv, STRATUM) ||
          gla_csv_input_get_id (csv, STRATUM, &record->stratum, error)) &&
         gla_csv_input_get_duration (csv, LEFT, TRUE, &record->interval, error);
}

static GArray *
read_records (const char  *path,
              GPtrArray   *groups,
              char       **name,
              GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, record_columns,
                                                    G_N_ELEMENTS (record_columns), error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (GlaLogrankRecord));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  *name = gla_csv_input_dup_name (csv);
  while (gla_csv_input_next (csv, &cause))
    {
      GlaLogrankRecord record;

      if (!read_record (csv, groups, places, &record, error))
        return NULL;
      g_array_append_val (records, record);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&records);
}

/* Too few patients or groups for a comparison are no failure: @logrank is NULL then. */
static gboolean
compare (const GArray  *records,
         GlaLogrank   **logrank,
         GError       **error)
{
  GError *cause = NULL;

  *logrank = gla_logrank_new ((const GlaLogrankRecord *) records->data, records->len, NULL, NULL,
                              NULL, &cause);
  if (*logrank != NULL ||
      g_error_matches (cause, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW))
    {
      g_clear_error (&cause);
      return TRUE;
    }
  g_propagate_error (error, cause);
  return FALSE;
}

/* The informative records, and their groups and patients. */
static void
count_records (const GArray *records,
               guint        *n,
               guint        *n_groups,
               guint        *n_patients)
{
  g_autoptr (GHashTable) groups = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) patients = g_hash_table_new (g_int64_hash, g_int64_equal);

  *n = 0;
  for (guint i = 0; i < records->len; i++)
    {
      GlaLogrankRecord *record = &g_array_index (records, GlaLogrankRecord, i);

      if (!gla_duration_is_informative (&record->interval))
        continue;
      (*n)++;
      g_hash_table_add (groups, &record->group);
      g_hash_table_add (patients, &record->patient);
    }
  *n_groups = g_hash_table_size (groups);
  *n_patients = g_hash_table_size (patients);
}

/* U of the group that is first by name. */
static double
get_first_score (const GlaLogrank *logrank,
                 const GPtrArray  *groups)
{
  const GlaLogrankGroup *first = &logrank->groups[0];

  for (guint i = 1; i < logrank->n_groups; i++)
    if (gla_command_statistics_compare_names (groups->pdata[logrank->groups[i].group],
                                              groups->pdata[first->group]) < 0)
      first = &logrank->groups[i];
  return first->score;
}

static void
print_logrank (const char       *name,
               const GArray     *records,
               const GPtrArray  *groups,
               const GlaLogrank *logrank,
               const GlaLogrank *unclustered)
{
  g_autoptr (GString) row = g_string_new (NULL);
  guint n, n_groups, n_patients;

  count_records (records, &n, &n_groups, &n_patients);
  gla_csv_header ("dataset,n,groups,U1,chi2,df,patients,p,chi2_unclustered");
  gla_csv_text (row, name);
  gla_csv_integer (row, n);
  gla_csv_integer (row, n_groups);
  if (logrank != NULL)
    {
      gla_csv_number (row, get_first_score (logrank, groups));
      gla_csv_number (row, logrank->chi2);
      gla_csv_integer (row, logrank->freedom);
    }
  else
    {
      for (int i = 0; i < 3; i++)
        gla_csv_empty (row);
    }
  gla_csv_integer (row, n_patients);
  if (logrank != NULL)
    gla_csv_number (row, logrank->p);
  else
    gla_csv_empty (row);
  if (unclustered != NULL)
    gla_csv_number (row, unclustered->chi2);
  else
    gla_csv_empty (row);
  gla_csv_end (row);
}

gboolean
gla_command_statistics_logrank (int      argc,
                                char   **argv,
                                GError **error)
{
  g_autoptr (GPtrArray) groups = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) records = NULL;
  g_autoptr (GArray) single = NULL;
  g_autoptr (GlaLogrank) logrank = NULL;
  g_autoptr (GlaLogrank) unclustered = NULL;
  g_autofree char *name = NULL;

  if (!gla_command_statistics_parse (&argc, &argv, "FILE.csv", 1,
                                     _("Compares the durations of groups within strata, allowing "
                                       "for patients who come again."), NULL, error))
    return FALSE;
  records = read_records (argv[1], groups, &name, error);
  if (records == NULL || !compare (records, &logrank, error))
    return FALSE;

  /* With a patient of its own for each record the ordinary test remains. */
  single = g_array_copy (records);
  for (guint i = 0; i < single->len; i++)
    g_array_index (single, GlaLogrankRecord, i).patient = i;
  if (!compare (single, &unclustered, error))
    return FALSE;
  print_logrank (name, records, groups, logrank, unclustered);
  return TRUE;
}

typedef struct
{
  char *set;
  char *unit;
  GlaFunnelUnit data;
} Unit;

static void
unit_clear (gpointer data)
{
  Unit *unit = data;

  g_free (unit->set);
  g_free (unit->unit);
}

/* A table with a column "set" has several funnels; any other one has one. */
static gboolean
read_unit (GlaCsvInput  *csv,
           const char   *name,
           Unit         *unit,
           GError      **error)
{
  const char *word;
  int n, f;

  unit->set = g_strdup (gla_csv_input_is_empty (csv, SET) ? name
                                                          : gla_csv_input_get_text (csv, SET));
  if (!gla_csv_input_get_word (csv, UNIT, &word, error))
    return FALSE;
  unit->unit = g_strdup (word);
  if (!gla_csv_input_get_integer (csv, N, 1, MOST_SESSIONS, &n, error) ||
      !gla_csv_input_get_integer (csv, F, 0, n, &f, error))
    return FALSE;
  unit->data.n = (guint) n;
  unit->data.n_failed = (guint) f;
  return TRUE;
}

static GArray *
read_units (const char  *path,
            GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, unit_columns,
                                                    G_N_ELEMENTS (unit_columns), error);
  g_autoptr (GArray) units = g_array_new (FALSE, TRUE, sizeof (Unit));
  g_autofree char *name = NULL;
  GError *cause = NULL;

  g_array_set_clear_func (units, unit_clear);
  if (csv == NULL)
    return NULL;
  name = gla_csv_input_dup_name (csv);
  while (gla_csv_input_next (csv, &cause))
    {
      g_array_set_size (units, units->len + 1);
      if (!read_unit (csv, name, &g_array_index (units, Unit, units->len - 1), error))
        return NULL;
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&units);
}

static void
print_unit (const char          *set,
            const char          *name,
            const GlaFunnelUnit *unit,
            const GlaFunnel     *funnel,
            GString             *row)
{
  gla_csv_text (row, set);
  gla_csv_text (row, name);
  gla_csv_integer (row, unit->n);
  gla_csv_integer (row, unit->n_failed);
  gla_csv_number (row, unit->rate);
  gla_csv_number (row, funnel->p0);
  gla_csv_number (row, unit->z);
  gla_csv_number (row, funnel->phi);
  gla_csv_number (row, funnel->tau2);
  gla_csv_number (row, unit->exact.low95);
  gla_csv_number (row, unit->exact.high95);
  gla_csv_number (row, unit->exact.low998);
  gla_csv_number (row, unit->exact.high998);
  gla_csv_number (row, unit->z_adjusted);
  gla_csv_end (row);
}

/* The funnel of all units of the set of the unit at @first, in their order. */
static gboolean
print_set (const GArray  *units,
           guint          first,
           GString       *row,
           GError       **error)
{
  const char *set = g_array_index (units, Unit, first).set;
  g_autoptr (GArray) own = g_array_new (FALSE, FALSE, sizeof (GlaFunnelUnit));
  GlaFunnel funnel;
  guint k = 0;

  for (guint i = first; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);

      if (strcmp (unit->set, set) == 0)
        g_array_append_val (own, unit->data);
    }
  if (!gla_funnel_judge ((GlaFunnelUnit *) own->data, own->len, &funnel, error))
    return FALSE;
  for (guint i = first; i < units->len; i++)
    {
      const Unit *unit = &g_array_index (units, Unit, i);

      if (strcmp (unit->set, set) == 0)
        print_unit (set, unit->unit, &g_array_index (own, GlaFunnelUnit, k++), &funnel, row);
    }
  return TRUE;
}

gboolean
gla_command_statistics_funnel (int      argc,
                               char   **argv,
                               GError **error)
{
  g_autoptr (GArray) units = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GString) row = g_string_new (NULL);

  if (!gla_command_statistics_parse (&argc, &argv, "FILE.csv", 1,
                                     _("Compares the rates of units with what chance explains."),
                                     NULL, error))
    return FALSE;
  units = read_units (argv[1], error);
  if (units == NULL)
    return FALSE;

  gla_csv_header ("set,unit,n,f,p,p0,z,phi,tau2,lo95,hi95,lo998,hi998,z_od");
  for (guint i = 0; i < units->len; i++)
    if (g_hash_table_add (seen, g_array_index (units, Unit, i).set) &&
        !print_set (units, i, row, error))
      return FALSE;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics rules: from records to an interval (statistics, section 1). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-effect.h"
#include "gla-i18n.h"

#include <string.h>

/* Grades of the scale of section 1, and days that a record may lie apart. */
#define WORST_GRADE 3
#define MOST_DAYS 100000
#define MOST_HALF_WIDTH 365

/* Days in which a visit made because it wore off places the end. */
#define SYMPTOM_WINDOW 45

enum
{
  CASE,
  BASE,
  REPORT_DAY,
  REPORT_HALF,
  NEXT_TREATMENT_DAY,
  WORE_OFF_VISIT,
  CASE_NOTE,
};

static const GlaCsvColumn case_columns[] = {
  [CASE] = { "case" },
  [BASE] = { "base" },
  [REPORT_DAY] = { "report_day", TRUE },
  [REPORT_HALF] = { "report_half", TRUE },
  [NEXT_TREATMENT_DAY] = { "next_treatment_day", TRUE },
  [WORE_OFF_VISIT] = { "wore_off_visit", TRUE },
  [CASE_NOTE] = { "note", TRUE },
};

enum
{
  ASSESSMENT_CASE,
  DAY,
  GRADE_MAX,
};

static const GlaCsvColumn assessment_columns[] = {
  [ASSESSMENT_CASE] = { "case" },
  [DAY] = { "day" },
  [GRADE_MAX] = { "grade_max" },
};

typedef struct
{
  char *name;
  char *note;
  GlaEffectInput input;
} Case;

static void
case_clear (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self->note);
}

static gboolean
read_case (GlaCsvInput  *csv,
           Case         *self,
           GError      **error)
{
  GlaEffectInput *input = &self->input;
  const char *name;
  int wore_off = 0;

  input->worn_off_day = GLA_EFFECT_NO_DAY;
  input->next_treatment_day = GLA_EFFECT_NO_DAY;
  input->wore_off_visit_day = GLA_EFFECT_NO_DAY;
  input->symptom_window = SYMPTOM_WINDOW;
  if (!gla_csv_input_get_word (csv, CASE, &name, error))
    return FALSE;
  self->name = g_strdup (name);
  self->note = g_strdup (gla_csv_input_get_text (csv, CASE_NOTE));
  if (!gla_csv_input_get_integer (csv, BASE, 0, WORST_GRADE, &input->baseline, error) ||
      !gla_csv_input_get_optional_integer (csv, REPORT_DAY, 0, MOST_DAYS, &input->worn_off_day,
                                           error) ||
      !gla_csv_input_get_optional_integer (csv, REPORT_HALF, 0, MOST_HALF_WIDTH,
                                           &input->worn_off_half_width, error) ||
      !gla_csv_input_get_optional_integer (csv, NEXT_TREATMENT_DAY, 1, MOST_DAYS,
                                           &input->next_treatment_day, error) ||
      !gla_csv_input_get_optional_integer (csv, WORE_OFF_VISIT, 0, 1, &wore_off, error))
    return FALSE;
  if (wore_off == 1)
    input->wore_off_visit_day = input->next_treatment_day;
  return TRUE;
}

/* The cases in their order; @gradings gets an empty array for each name. */
static GArray *
read_cases (const char  *path,
            GHashTable  *gradings,
            GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, case_columns,
                                                    G_N_ELEMENTS (case_columns), error);
  g_autoptr (GArray) cases = g_array_new (FALSE, TRUE, sizeof (Case));
  GError *cause = NULL;

  g_array_set_clear_func (cases, case_clear);
  if (csv == NULL)
    return NULL;
  while (gla_csv_input_next (csv, &cause))
    {
      Case *self;

      g_array_set_size (cases, cases->len + 1);
      self = &g_array_index (cases, Case, cases->len - 1);
      if (!read_case (csv, self, error))
        return NULL;
      if (!g_hash_table_contains (gradings, self->name))
        g_hash_table_insert (gradings, g_strdup (self->name),
                             g_array_new (FALSE, FALSE, sizeof (GlaGrading)));
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&cases);
}

static gboolean
read_assessments (const char  *path,
                  GHashTable  *gradings,
                  GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, assessment_columns,
                                                    G_N_ELEMENTS (assessment_columns), error);
  GError *cause = NULL;

  if (csv == NULL)
    return FALSE;
  while (gla_csv_input_next (csv, &cause))
    {
      GlaGrading grading;
      const char *name;
      GArray *array;

      if (!gla_csv_input_get_word (csv, ASSESSMENT_CASE, &name, error))
        return FALSE;
      array = g_hash_table_lookup (gradings, name);
      if (array == NULL)
        return gla_csv_input_fail (csv, ASSESSMENT_CASE, _("there is no such case"), error);
      if (!gla_csv_input_get_integer (csv, DAY, -MOST_DAYS, MOST_DAYS, &grading.day, error) ||
          !gla_csv_input_get_integer (csv, GRADE_MAX, 0, WORST_GRADE, &grading.grade, error))
        return FALSE;
      g_array_append_val (array, grading);
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static void
print_case (const Case *self,
            GString    *row)
{
  GlaEffect effect;

  gla_effect_compute (&self->input, &effect);
  gla_csv_text (row, self->name);
  gla_csv_text (row, gla_effect_status_to_key (effect.status));
  gla_csv_day (row, effect.left);
  gla_csv_day (row, effect.right);
  gla_csv_integer (row, effect.reversal ? 1 : 0);
  gla_csv_integer (row, effect.conflict ? 1 : 0);
  gla_csv_day (row, effect.onset_after);
  gla_csv_day (row, effect.onset_by);
  if (effect.peak_day == GLA_EFFECT_NO_DAY)
    gla_csv_empty (row);
  else
    gla_csv_integer (row, effect.peak_improvement);
  gla_csv_day (row, effect.peak_day);
  gla_csv_text (row, self->note);
  gla_csv_end (row);
}

gboolean
gla_command_statistics_rules (int      argc,
                              char   **argv,
                              GError **error)
{
  g_autoptr (GHashTable) gradings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                           (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) cases = NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (!gla_command_statistics_parse (&argc, &argv, "CASES.csv ASSESSMENTS.csv", 2,
                                     _("Tells between which days after the treatment each effect "
                                       "ended."), NULL, error))
    return FALSE;
  cases = read_cases (argv[1], gradings, error);
  if (cases == NULL || !read_assessments (argv[2], gradings, error))
    return FALSE;

  gla_csv_header ("case,status,L,R,reversal,conflict,onset_after,onset_by,peak_improvement,"
                  "peak_day,note");
  for (guint i = 0; i < cases->len; i++)
    {
      Case *self = &g_array_index (cases, Case, i);
      GArray *own = g_hash_table_lookup (gradings, self->name);

      self->input.gradings = (const GlaGrading *) own->data;
      self->input.n_gradings = own->len;
      print_case (self, row);
    }
  return TRUE;
}

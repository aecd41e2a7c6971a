/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics detector: did effects become shorter? (statistics, section 4) */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-detector.h"
#include "gla-i18n.h"
#include "gla-model.h"

/* Visits of a patient; far more than the detector looks at. */
#define MOST_VISITS 10000

enum
{
  TAU,
  SIGMA,
  OUTLIER,
  HAZARD,
  DELTA_MEAN,
  DELTA_DEVIATION,
  SHARED,
};

static const GlaCsvColumn setting_columns[] = {
  [TAU] = { "tau" },
  [SIGMA] = { "sigma" },
  [OUTLIER] = { "eps", TRUE },
  [HAZARD] = { "haz", TRUE },
  [DELTA_MEAN] = { "dmu", TRUE },
  [DELTA_DEVIATION] = { "dsd", TRUE },
  [SHARED] = { "rho", TRUE },
};

enum
{
  CASE,
  VISIT,
  AREA,
  LEFT,
  RIGHT,
  CENTRE,
  USE,
  NOTE,
};

static const GlaCsvColumn record_columns[] = {
  [CASE] = { "case" },
  [VISIT] = { "visit" },
  [AREA] = { "area" },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
  [CENTRE] = { "M" },
  [USE] = { "use", TRUE },
  [NOTE] = { "note", TRUE },
};

typedef struct
{
  char *name;
  char *note;
  GArray *records; /* (element-type GlaDetectorRecord) */
} Case;

static void
case_free (gpointer data)
{
  Case *self = data;

  g_free (self->name);
  g_free (self->note);
  g_array_unref (self->records);
  g_free (self);
}

/* A setting in its range, both ends of which are possible. */
static gboolean
read_setting (GlaCsvInput  *csv,
              guint         column,
              double        least,
              double        most,
              double       *value,
              GError      **error)
{
  if (!gla_csv_input_get_optional_number (csv, column, value, error))
    return FALSE;
  if (*value >= least && *value <= most)
    return TRUE;
  return gla_csv_input_fail (csv, column, _("this value is not possible"), error);
}

static gboolean
read_settings (const char           *path,
               GlaDetectorSettings  *settings,
               GError              **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, setting_columns,
                                                    G_N_ELEMENTS (setting_columns), error);
  const double least = 1e-6;
  GError *cause = NULL;

  if (csv == NULL)
    return FALSE;
  if (!gla_csv_input_next (csv, &cause))
    {
      if (cause == NULL)
        return gla_csv_input_fail_at (csv, 2, TAU, _("there is no row"), error);
      g_propagate_error (error, cause);
      return FALSE;
    }
  if (!gla_csv_input_get_number (csv, TAU, &settings->tau, error) ||
      !gla_csv_input_get_number (csv, SIGMA, &settings->sigma, error) ||
      !read_setting (csv, TAU, least, 1000.0, &settings->tau, error) ||
      !read_setting (csv, SIGMA, least, 1000.0, &settings->sigma, error) ||
      !read_setting (csv, OUTLIER, 0.0, 0.999999, &settings->outlier, error) ||
      !read_setting (csv, HAZARD, 1e-300, 1.0 / GLA_DETECTOR_MAX_VISITS, &settings->hazard,
                     error) ||
      !read_setting (csv, DELTA_MEAN, -700.0, 700.0, &settings->delta_mean, error) ||
      !read_setting (csv, DELTA_DEVIATION, least, 1000.0, &settings->delta_deviation, error) ||
      !read_setting (csv, SHARED, 0.0, 1e6, &settings->shared, error))
    return FALSE;
  if (gla_csv_input_next (csv, &cause))
    return gla_csv_input_fail (csv, TAU, _("there may be one row only"), error);
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

/* The case of the row: a new one, or one that was there before. */
static Case *
find_case (GlaCsvInput *csv,
           const char  *name,
           GHashTable  *by_name,
           GPtrArray   *cases)
{
  Case *self = g_hash_table_lookup (by_name, name);

  if (self != NULL)
    return self;
  self = g_new0 (Case, 1);
  self->name = g_strdup (name);
  self->note = g_strdup (gla_csv_input_get_text (csv, NOTE));
  self->records = g_array_new (FALSE, FALSE, sizeof (GlaDetectorRecord));
  g_hash_table_insert (by_name, self->name, self);
  g_ptr_array_add (cases, self);
  return self;
}

static gboolean
read_record (GlaCsvInput        *csv,
             GlaDetectorRecord  *record,
             GError            **error)
{
  int visit;
  int use = 1;

  if (!gla_csv_input_get_integer (csv, VISIT, 1, MOST_VISITS, &visit, error) ||
      !gla_csv_input_get_id (csv, AREA, &record->area, error) ||
      !gla_csv_input_get_duration (csv, LEFT, FALSE, &record->interval, error) ||
      !gla_csv_input_get_number (csv, CENTRE, &record->centre, error) ||
      !gla_csv_input_get_optional_integer (csv, USE, 0, 1, &use, error))
    return FALSE;
  record->visit = (guint) visit;
  record->is_used = use == 1;
  return gla_model_is_centre (record->centre) ||
         gla_csv_input_fail (csv, CENTRE, _("this is no logarithm of days"), error);
}

static GPtrArray *
read_cases (const char  *path,
            GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, record_columns,
                                                    G_N_ELEMENTS (record_columns), error);
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (case_free);
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  while (gla_csv_input_next (csv, &cause))
    {
      GlaDetectorRecord record;
      const char *name;
      Case *self;

      if (!gla_csv_input_get_word (csv, CASE, &name, error))
        return NULL;
      self = find_case (csv, name, by_name, cases);
      if (!read_record (csv, &record, error))
        return NULL;
      g_array_append_val (self->records, record);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&cases);
}

/* With one visit there is nothing that could have changed. */
static void
print_case (const Case         *self,
            const GlaDetection *detection,
            GString            *row)
{
  static const char *const tiers[] = { "OK", "AMBER", "RED" };

  gla_csv_text (row, self->name);
  gla_csv_integer (row, detection->n_visits);
  gla_csv_number (row, detection->p_change);
  gla_csv_number (row, detection->p20);
  if (detection->change_at_visit > 0)
    {
      gla_csv_number (row, detection->ratio);
      gla_csv_number (row, detection->ratio_low);
      gla_csv_number (row, detection->ratio_high);
      gla_csv_integer (row, detection->change_at_visit);
    }
  else
    {
      for (int i = 0; i < 4; i++)
        gla_csv_empty (row);
    }
  gla_csv_text (row, tiers[detection->tier]);
  gla_csv_text (row, self->note);
  gla_csv_end (row);
}

gboolean
gla_command_statistics_detector (int      argc,
                                 char   **argv,
                                 GError **error)
{
  GlaDetectorSettings settings = GLA_DETECTOR_SETTINGS_INIT;
  g_autoptr (GPtrArray) cases = NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (!gla_command_statistics_parse (&argc, &argv, "PARAMETERS.csv OBS.csv", 2,
                                     _("Tells how probable it is that the effects of each case "
                                       "became shorter, and from which visit on."), NULL, error))
    return FALSE;
  if (!read_settings (argv[1], &settings, error))
    return FALSE;
  cases = read_cases (argv[2], error);
  if (cases == NULL)
    return FALSE;

  gla_csv_header ("case,visits,p_change,p20,ratio,ratio10,ratio90,change_at_visit,tier,note");
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = cases->pdata[i];
      GlaDetection detection;

      if (!gla_detector_evaluate_with ((const GlaDetectorRecord *) self->records->data,
                                       self->records->len, &settings, &detection, error))
        return FALSE;
      print_case (self, &detection, row);
    }
  return TRUE;
}

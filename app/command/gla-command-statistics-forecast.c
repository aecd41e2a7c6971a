/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics forecast: when an effect will wear off (statistics, section 3.2). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-forecast.h"
#include "gla-i18n.h"
#include "gla-model.h"

enum
{
  CASE,
  CENTRE,
  LAST_EFFECT_DAY,
  TAU,
  SIGMA,
  KAPPA,
};

static const GlaCsvColumn case_columns[] = {
  [CASE] = { "case" },
  [CENTRE] = { "M" },
  [LAST_EFFECT_DAY] = { "last_effect_day", TRUE },
  [TAU] = { "tau", TRUE },
  [SIGMA] = { "sigma0", TRUE },
  [KAPPA] = { "kappa", TRUE },
};

enum
{
  RECORD_CASE,
  LEFT,
  RIGHT,
  RECORD_CENTRE,
};

static const GlaCsvColumn record_columns[] = {
  [RECORD_CASE] = { "case" },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
  [RECORD_CENTRE] = { "M" },
};

typedef struct
{
  char *name;
  double centre;
  double confirmed;
  GlaForecastSpread spread;
} Case;

static void
case_clear (gpointer data)
{
  g_free (((Case *) data)->name);
}

/* M, the logarithm of a number of days. */
static gboolean
read_centre (GlaCsvInput  *csv,
             guint         column,
             double       *centre,
             GError      **error)
{
  return gla_csv_input_get_number (csv, column, centre, error) &&
         (gla_model_is_centre (*centre) ||
          gla_csv_input_fail (csv, column, _("this is no logarithm of days"), error));
}

static gboolean
read_deviation (GlaCsvInput  *csv,
                guint         column,
                double       *deviation,
                GError      **error)
{
  return gla_csv_input_get_optional_number (csv, column, deviation, error) &&
         (gla_model_is_deviation (*deviation) ||
          gla_csv_input_fail (csv, column, _("a standard deviation is above 0"), error));
}

static gboolean
read_case (GlaCsvInput  *csv,
           Case         *self,
           GError      **error)
{
  const char *name;

  self->spread = (GlaForecastSpread) { GLA_FORECAST_DEFAULT_TAU, GLA_FORECAST_DEFAULT_SIGMA,
                                       GLA_FORECAST_DEFAULT_KAPPA };
  if (!gla_csv_input_get_word (csv, CASE, &name, error))
    return FALSE;
  self->name = g_strdup (name);
  if (!read_centre (csv, CENTRE, &self->centre, error) ||
      !gla_csv_input_get_optional_number (csv, LAST_EFFECT_DAY, &self->confirmed, error) ||
      !read_deviation (csv, TAU, &self->spread.tau, error) ||
      !read_deviation (csv, SIGMA, &self->spread.sigma, error) ||
      !gla_csv_input_get_optional_number (csv, KAPPA, &self->spread.kappa, error))
    return FALSE;
  if (self->confirmed < 0.0 || self->confirmed > 1e9)
    return gla_csv_input_fail (csv, LAST_EFFECT_DAY, _("there is no such day"), error);
  if (self->spread.kappa < 0.0 || self->spread.kappa > 10.0)
    return gla_csv_input_fail (csv, KAPPA, _("only 0 to 10 are possible"), error);
  return TRUE;
}

static GArray *
read_cases (const char  *path,
            GHashTable  *histories,
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
      if (!g_hash_table_contains (histories, self->name))
        g_hash_table_insert (histories, g_strdup (self->name),
                             g_array_new (FALSE, FALSE, sizeof (GlaForecastRecord)));
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&cases);
}

static gboolean
read_records (const char  *path,
              GHashTable  *histories,
              GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, record_columns,
                                                    G_N_ELEMENTS (record_columns), error);
  GError *cause = NULL;

  if (csv == NULL)
    return FALSE;
  while (gla_csv_input_next (csv, &cause))
    {
      GlaForecastRecord record;
      const char *name;
      GArray *history;

      if (!gla_csv_input_get_word (csv, RECORD_CASE, &name, error))
        return FALSE;
      history = g_hash_table_lookup (histories, name);
      if (history == NULL)
        return gla_csv_input_fail (csv, RECORD_CASE, _("there is no such case"), error);
      if (!gla_csv_input_get_duration (csv, LEFT, FALSE, &record.interval, error) ||
          !read_centre (csv, RECORD_CENTRE, &record.centre, error))
        return FALSE;
      g_array_append_val (history, record);
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static gboolean
print_case (const Case    *self,
            const GArray  *history,
            GString       *row,
            GError       **error)
{
  static const double quantiles[] = { 0.10, 0.25, 0.50, 0.75, 0.90 };
  g_autoptr (GlaForecast) forecast = gla_forecast_new ((const GlaForecastRecord *) history->data,
                                                       history->len, &self->spread, self->centre,
                                                       self->confirmed, error);
  double mean, deviation, mean_sigma;

  if (forecast == NULL)
    return FALSE;
  gla_csv_text (row, self->name);
  for (gsize i = 0; i < G_N_ELEMENTS (quantiles); i++)
    gla_csv_number (row, gla_forecast_get_quantile (forecast, quantiles[i]));
  gla_forecast_get_own_effect (forecast, &mean, &deviation, &mean_sigma);
  gla_csv_number (row, mean);
  gla_csv_number (row, deviation);
  gla_csv_number (row, mean_sigma);
  gla_csv_number (row, 1.0 - gla_forecast_get_probability (forecast, 180.0));
  gla_csv_number (row, gla_forecast_get_probability (forecast, self->confirmed + 30.0));
  gla_csv_end (row);
  return TRUE;
}

gboolean
gla_command_statistics_forecast (int      argc,
                                 char   **argv,
                                 GError **error)
{
  g_autoptr (GHashTable) histories = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                            (GDestroyNotify) g_array_unref);
  g_autoptr (GArray) cases = NULL;
  g_autoptr (GString) row = g_string_new (NULL);

  if (!gla_command_statistics_parse (&argc, &argv, "CASES.csv OBS.csv", 2,
                                     _("Tells when the effect of the present treatment will "
                                       "probably have worn off."), NULL, error))
    return FALSE;
  cases = read_cases (argv[1], histories, error);
  if (cases == NULL || !read_records (argv[2], histories, error))
    return FALSE;

  gla_csv_header ("case,q10,q25,q50,q75,q90,mean_u,sd_u,mean_sigma,p_beyond_180,p_gone_in_30");
  for (guint i = 0; i < cases->len; i++)
    {
      const Case *self = &g_array_index (cases, Case, i);

      if (!print_case (self, g_hash_table_lookup (histories, self->name), row, error))
        return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics npmle: the distribution of duration (statistics, section 2). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-median.h"
#include "gla-npmle-limits.h"

#include <math.h>

enum
{
  PATIENT,
  LEFT,
  RIGHT,
};

static const GlaCsvColumn columns[] = {
  [PATIENT] = { "patient" },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
};

/* The days of the table of the curve. */
static const int curve_days[] = { 30, 60, 84, 90, 100, 112, 120, 140, 150, 168, 180, 200, 240 };

/* The rows of the file; @npmle is NULL if none of them says anything. */
typedef struct
{
  char *name;
  GArray *records;  /* (element-type GlaDuration) */
  GArray *patients; /* (element-type gint64) */
  GlaNpmle *npmle;
} Data;

static void
data_clear (Data *data)
{
  g_free (data->name);
  g_clear_pointer (&data->records, g_array_unref);
  g_clear_pointer (&data->patients, g_array_unref);
  g_clear_pointer (&data->npmle, gla_npmle_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Data, data_clear)

static gboolean
read_rows (const char  *path,
           Data        *data,
           GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, columns, G_N_ELEMENTS (columns), error);
  GError *cause = NULL;

  if (csv == NULL)
    return FALSE;
  data->name = gla_csv_input_dup_name (csv);
  data->records = g_array_new (FALSE, FALSE, sizeof (GlaDuration));
  data->patients = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (gla_csv_input_next (csv, &cause))
    {
      GlaDuration record;
      gint64 patient;

      if (!gla_csv_input_get_id (csv, PATIENT, &patient, error) ||
          !gla_csv_input_get_duration (csv, LEFT, TRUE, &record, error))
        return FALSE;
      g_array_append_val (data->records, record);
      g_array_append_val (data->patients, patient);
    }
  if (cause != NULL)
    g_propagate_error (error, cause);
  return cause == NULL;
}

static gboolean
read_data (const char  *path,
           Data        *data,
           GError     **error)
{
  g_autoptr (GError) cause = NULL;

  if (!read_rows (path, data, error))
    return FALSE;
  data->npmle = gla_npmle_new ((const GlaDuration *) data->records->data, NULL,
                               data->records->len, NULL, NULL, &cause);
  if (data->npmle == NULL &&
      !g_error_matches (cause, GLA_STATISTICS_ERROR, GLA_STATISTICS_ERROR_TOO_FEW))
    {
      g_propagate_error (error, g_steal_pointer (&cause));
      return FALSE;
    }
  return TRUE;
}

/* A row without any information has no distribution: only its counts are told. */
static void
print_no_summary (const Data *data,
                  GString    *row)
{
  gla_csv_text (row, data->name);
  for (int i = 0; i < 4; i++)
    gla_csv_integer (row, 0);
  for (int i = 0; i < 12; i++)
    gla_csv_empty (row);
  gla_csv_end (row);
}

static void
print_quantiles (const GlaMedian *median,
                 GString         *row)
{
  gla_csv_number (row, median->lower_quartile.days);
  gla_csv_number (row, median->median.days);
  gla_csv_number (row, median->upper_quartile.days);
  if (median->median.day > 0)
    gla_csv_integer (row, median->median.day);
  else
    gla_csv_number (row, HUGE_VAL);
}

static void
print_limits (const GlaMedian *median,
              GString         *row)
{
  gla_csv_number (row, median->design_effect);
  if (median->has_limits)
    {
      gla_csv_number (row, median->threshold);
      gla_csv_number (row, median->lower);
      gla_csv_number (row, median->upper);
      return;
    }
  for (int i = 0; i < 3; i++)
    gla_csv_empty (row);
}

static gboolean
print_summary (const Data  *data,
               GError     **error)
{
  g_autoptr (GString) row = g_string_new (NULL);
  const GlaNpmle *npmle = data->npmle;
  GlaMedian median;
  double lower, upper;

  if (npmle != NULL &&
      (!gla_median_estimate (npmle, (const GlaDuration *) data->records->data,
                             (const gint64 *) data->patients->data, data->records->len, NULL, NULL,
                             &median, error) ||
       !gla_npmle_get_median_limits (npmle, GLA_NPMLE_PLAIN_THRESHOLD, NULL, NULL, &lower, &upper,
                                     error)))
    return FALSE;

  gla_csv_header ("dataset,n,patients,bins,cells,loglik,gap,q25,median,q75,median_day,deff,"
                  "threshold,ci_lo,ci_hi,ci_lo_plain,ci_hi_plain");
  if (npmle == NULL)
    {
      print_no_summary (data, row);
      return TRUE;
    }
  gla_csv_text (row, data->name);
  gla_csv_integer (row, (gint64) npmle->n);
  gla_csv_integer (row, median.n_patients);
  gla_csv_integer (row, npmle->n_bins);
  gla_csv_integer (row, (gint64) npmle->n_cells);
  gla_csv_number (row, npmle->log_likelihood);
  gla_csv_number (row, npmle->gap);
  print_quantiles (&median, row);
  print_limits (&median, row);
  gla_csv_number (row, lower);
  gla_csv_number (row, upper);
  gla_csv_end (row);
  return TRUE;
}

static void
print_curve (const Data *data)
{
  g_autoptr (GString) row = g_string_new (NULL);

  gla_csv_header ("dataset,day,S");
  for (gsize i = 0; data->npmle != NULL && i < G_N_ELEMENTS (curve_days); i++)
    {
      double survival;

      gla_csv_text (row, data->name);
      gla_csv_integer (row, curve_days[i]);
      if (gla_npmle_get_survival (data->npmle, curve_days[i], &survival))
        gla_csv_number (row, survival);
      else
        gla_csv_empty (row);
      gla_csv_end (row);
    }
}

static void
print_bins (const Data *data)
{
  g_autoptr (GString) row = g_string_new (NULL);

  gla_csv_header ("dataset,bin,q,p,mass");
  for (guint i = 0; data->npmle != NULL && i < data->npmle->n_bins; i++)
    {
      gla_csv_text (row, data->name);
      gla_csv_integer (row, i + 1);
      gla_csv_number (row, data->npmle->left[i]);
      gla_csv_number (row, data->npmle->right[i]);
      gla_csv_number (row, data->npmle->mass[i]);
      gla_csv_end (row);
    }
}

static gboolean
print_ratios (const Data  *data,
              GError     **error)
{
  g_autoptr (GString) row = g_string_new (NULL);

  gla_csv_header ("dataset,boundary,LR");
  for (guint s = 1; data->npmle != NULL && s < data->npmle->n_bins; s++)
    {
      double ratio;

      if (!gla_npmle_get_likelihood_ratio (data->npmle, s, NULL, NULL, &ratio, error))
        return FALSE;
      gla_csv_text (row, data->name);
      gla_csv_integer (row, s);
      gla_csv_number (row, ratio);
      gla_csv_end (row);
    }
  return TRUE;
}

gboolean
gla_command_statistics_npmle (int      argc,
                              char   **argv,
                              GError **error)
{
  g_auto (Data) data = { NULL };
  gboolean curve = FALSE;
  gboolean bins = FALSE;
  gboolean ratios = FALSE;
  const GOptionEntry entries[] = {
    { "curve", 0, 0, G_OPTION_ARG_NONE, &curve, N_("The share still working, by day"), NULL },
    { "bins", 0, 0, G_OPTION_ARG_NONE, &bins, N_("The intervals and their probabilities"), NULL },
    { "lr", 0, 0, G_OPTION_ARG_NONE, &ratios, N_("Likelihood ratios for the median"), NULL },
    { NULL },
  };

  if (!gla_command_statistics_parse (&argc, &argv, "FILE.csv [--curve|--bins|--lr]", 1,
                                     _("Estimates the distribution of duration and the limits of "
                                       "its median, by patient."), entries, error))
    return FALSE;
  if ((curve ? 1 : 0) + (bins ? 1 : 0) + (ratios ? 1 : 0) > 1)
    {
      g_set_error_literal (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                           _("only one of --curve, --bins and --lr is possible"));
      return FALSE;
    }
  if (!read_data (argv[1], &data, error))
    return FALSE;
  if (ratios)
    return print_ratios (&data, error);
  if (curve)
    print_curve (&data);
  else if (bins)
    print_bins (&data);
  else
    return print_summary (&data, error);
  return TRUE;
}

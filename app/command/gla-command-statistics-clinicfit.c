/* SPDX-License-Identifier: GPL-3.0-or-later */

/* statistics clinicfit: what a clinic's own records say (statistics, section 3.1). */

#include "config.h"

#include "gla-command-statistics.h"

#include "gla-clinic-fit.h"
#include "gla-csv-input.h"
#include "gla-csv-output.h"
#include "gla-i18n.h"
#include "gla-model.h"

/* Products of one fit, numbered from 1 by the columns m0_1, m0_2, ... */
#define MOST_PRODUCTS 1000

enum
{
  FIRST_CENTRE,
  DEVIATION,
  BETA,
  BETA_DEVIATION,
  TAU_WEIGHT,
  TAU,
  SIGMA_WEIGHT,
  SIGMA,
};

static const GlaCsvColumn prior_columns[] = {
  [FIRST_CENTRE] = { "m0_1" },
  [DEVIATION] = { "sm" },
  [BETA] = { "b0", TRUE },
  [BETA_DEVIATION] = { "sb", TRUE },
  [TAU_WEIGHT] = { "nu_tau", TRUE },
  [TAU] = { "tau0", TRUE },
  [SIGMA_WEIGHT] = { "nu_sigma", TRUE },
  [SIGMA] = { "sigma0", TRUE },
};

enum
{
  ID,
  PRODUCT,
  DOSE,
  LEFT,
  RIGHT,
};

static const GlaCsvColumn record_columns[] = {
  [ID] = { "id" },
  [PRODUCT] = { "prod" },
  [DOSE] = { "x" },
  [LEFT] = { "L" },
  [RIGHT] = { "R" },
};

/* A logarithm of days or of a ratio. */
static gboolean
read_logarithm (GlaCsvInput  *csv,
                guint         column,
                double       *value,
                GError      **error)
{
  return gla_csv_input_get_optional_number (csv, column, value, error) &&
         (gla_model_is_centre (*value) ||
          gla_csv_input_fail (csv, column, _("this is no logarithm"), error));
}

/* A standard deviation, or the weight of one. */
static gboolean
read_positive (GlaCsvInput  *csv,
               guint         column,
               gboolean      is_deviation,
               double       *value,
               GError      **error)
{
  return gla_csv_input_get_optional_number (csv, column, value, error) &&
         ((*value > 0.0 && (!is_deviation || gla_model_is_deviation (*value))) ||
          gla_csv_input_fail (csv, column, _("only values above 0 are possible"), error));
}

static gboolean
read_common (GlaCsvInput           *csv,
             GlaClinicCommonPrior  *common,
             GError               **error)
{
  return read_logarithm (csv, BETA, &common->beta, error) &&
         read_positive (csv, BETA_DEVIATION, TRUE, &common->beta_deviation, error) &&
         read_positive (csv, TAU_WEIGHT, FALSE, &common->tau_weight, error) &&
         read_positive (csv, TAU, TRUE, &common->tau, error) &&
         read_positive (csv, SIGMA_WEIGHT, FALSE, &common->sigma_weight, error) &&
         read_positive (csv, SIGMA, TRUE, &common->sigma, error);
}

/* The centres m0_1, m0_2, ... of the row, as far as there are such columns. */
static gboolean
read_centres (GlaCsvInput  *csv,
              GArray       *priors,
              GError      **error)
{
  GlaClinicPrior prior;

  if (!gla_csv_input_get_number (csv, DEVIATION, &prior.deviation, error) ||
      !read_positive (csv, DEVIATION, TRUE, &prior.deviation, error))
    return FALSE;
  for (int i = 1; i <= MOST_PRODUCTS; i++)
    {
      g_autofree char *name = g_strdup_printf ("m0_%d", i);
      int column = gla_csv_input_find_column (csv, name);

      if (column < 0)
        break;
      if (!gla_csv_input_get_number (csv, (guint) column, &prior.centre, error) ||
          !read_logarithm (csv, (guint) column, &prior.centre, error))
        return FALSE;
      g_array_append_val (priors, prior);
    }
  return TRUE;
}

static GArray *
read_priors (const char            *path,
             GlaClinicCommonPrior  *common,
             GError               **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, prior_columns,
                                                    G_N_ELEMENTS (prior_columns), error);
  g_autoptr (GArray) priors = g_array_new (FALSE, FALSE, sizeof (GlaClinicPrior));
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  if (!gla_csv_input_next (csv, &cause))
    {
      if (cause != NULL)
        g_propagate_error (error, cause);
      else
        gla_csv_input_fail_at (csv, 2, FIRST_CENTRE, _("there is no row"), error);
      return NULL;
    }
  if (!read_centres (csv, priors, error) || !read_common (csv, common, error))
    return NULL;
  if (gla_csv_input_next (csv, &cause))
    {
      gla_csv_input_fail (csv, FIRST_CENTRE, _("there may be one row only"), error);
      return NULL;
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&priors);
}

static GArray *
read_records (const char  *path,
              guint        n_products,
              char       **name,
              GError     **error)
{
  g_autoptr (GlaCsvInput) csv = gla_csv_input_open (path, record_columns,
                                                    G_N_ELEMENTS (record_columns), error);
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (GlaClinicRecord));
  GError *cause = NULL;

  if (csv == NULL)
    return NULL;
  *name = gla_csv_input_dup_name (csv);
  while (gla_csv_input_next (csv, &cause))
    {
      GlaClinicRecord record;
      int product;

      if (!gla_csv_input_get_id (csv, ID, &record.patient, error) ||
          !gla_csv_input_get_integer (csv, PRODUCT, 1, (int) n_products, &product, error) ||
          !gla_csv_input_get_number (csv, DOSE, &record.log_dose_ratio, error) ||
          !read_logarithm (csv, DOSE, &record.log_dose_ratio, error) ||
          !gla_csv_input_get_duration (csv, LEFT, FALSE, &record.interval, error))
        return NULL;
      record.product = (guint) product - 1;
      g_array_append_val (records, record);
    }
  if (cause != NULL)
    {
      g_propagate_error (error, cause);
      return NULL;
    }
  return g_steal_pointer (&records);
}

static void
print_fit (const char         *name,
           const GlaClinicFit *fit)
{
  g_autoptr (GString) header = g_string_new ("dataset,");
  g_autoptr (GString) row = g_string_new (NULL);

  for (guint i = 0; i < fit->n_products; i++)
    g_string_append_printf (header, "m%u,", i + 1);
  g_string_append (header, "beta,tau,sigma,objective");
  gla_csv_header (header->str);

  gla_csv_text (row, name);
  for (guint i = 0; i < fit->n_products; i++)
    gla_csv_number (row, fit->centre[i]);
  gla_csv_number (row, fit->beta);
  gla_csv_number (row, fit->tau);
  gla_csv_number (row, fit->sigma);
  gla_csv_number (row, fit->objective);
  gla_csv_end (row);
}

gboolean
gla_command_statistics_clinicfit (int      argc,
                                  char   **argv,
                                  GError **error)
{
  GlaClinicCommonPrior common = GLA_CLINIC_COMMON_PRIOR_INIT;
  g_autoptr (GArray) priors = NULL;
  g_autoptr (GArray) records = NULL;
  g_autoptr (GlaClinicFit) fit = NULL;
  g_autofree char *name = NULL;

  if (!gla_command_statistics_parse (&argc, &argv, "FILE.csv PRIOR.csv", 2,
                                     _("Fits the medians of the products, the exponent of the "
                                       "dose and the variation between and within patients."),
                                     NULL, error))
    return FALSE;
  priors = read_priors (argv[2], &common, error);
  if (priors == NULL)
    return FALSE;
  records = read_records (argv[1], priors->len, &name, error);
  if (records == NULL)
    return FALSE;
  fit = gla_clinic_fit_new_with_prior ((const GlaClinicRecord *) records->data, records->len,
                                       (const GlaClinicPrior *) priors->data, priors->len,
                                       &common, NULL, NULL, error);
  if (fit == NULL)
    return FALSE;
  print_fit (name, fit);
  return TRUE;
}

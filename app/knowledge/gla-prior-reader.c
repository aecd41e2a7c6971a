/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

static const char * const share_attributes[] = { "week12", "week16", "week20", "week24" };

static void
read_figures (GlaPrior *self,
              xmlNode  *node)
{
  self->units = gla_xml_units (node, "units");
  self->per_side = gla_xml_bool (node, "per-side");
  self->median_weeks = gla_xml_double (node, "median-weeks", 0.0);
  self->ratio = gla_xml_double (node, "ratio", 0.0);
  self->mu = gla_xml_double (node, "mu", 0.0);
  self->sigma = gla_xml_double (node, "sigma", 0.0);
  self->weibull_k = gla_xml_double (node, "weibull-k", 0.0);
  self->weibull_lambda = gla_xml_double (node, "weibull-lambda", 0.0);
  self->p10 = gla_xml_double (node, "p10", 0.0);
  self->p90 = gla_xml_double (node, "p90", 0.0);
  for (gsize i = 0; i < G_N_ELEMENTS (share_attributes); i++)
    self->share[i] = gla_xml_int (node, share_attributes[i], 0);
}

static GlaPrior *
read_prior (xmlNode      *node,
            GlaMarkFlags  own)
{
  g_autofree char *grade = gla_xml_dup (node, "grade");
  GlaPrior *self = g_new0 (GlaPrior, 1);

  self->key = gla_xml_dup (node, "key");
  self->group = gla_xml_dup (node, "group");
  self->families = gla_xml_dup_list (node, "families");
  self->products = gla_xml_dup_list (node, "products");
  self->areas = gla_xml_dup_list (node, "areas");
  self->dose = gla_xml_dup_child_text (node, "dose-text");
  self->event = gla_xml_dup_child_text (node, "event");
  self->grade = grade[0];
  read_figures (self, node);

  gla_reader_mark (&self->mark, node, own);
  g_free (self->mark.text);
  self->mark.text = gla_xml_dup_child_text (node, "basis");
  return self;
}

static GlaForecastPrior *
read_forecast (xmlNode      *node,
               const char   *date,
               GlaMarkFlags  own)
{
  GlaForecastPrior *self = g_new0 (GlaForecastPrior, 1);

  self->family = gla_xml_dup (node, "family");
  if (self->family == NULL)
    self->family = g_strdup ("");
  self->area = gla_xml_dup (node, "area");
  if (self->area == NULL)
    self->area = g_strdup ("");
  self->median_days = gla_xml_double (node, "median-days", 0.0);
  self->log_sd = gla_xml_double (node, "log-sd", 0.0);
  self->reference_units = gla_xml_units (node, "reference-units");
  self->per_side = gla_xml_bool (node, "per-side");
  self->date = g_strdup (date);
  gla_reader_mark (&self->mark, node, own);
  return self;
}

void
gla_reader_priors (GlaXmlDoc    *doc,
                   GlaMarkFlags  own,
                   GPtrArray    *priors)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "prior"); node != NULL;
       node = gla_xml_next (node, "prior"))
    g_ptr_array_add (priors, read_prior (node, own));
}

void
gla_reader_forecasts (GlaXmlDoc    *doc,
                      GlaMarkFlags  own,
                      GPtrArray    *forecasts)
{
  xmlNode *root = gla_xml_root (doc);
  g_autofree char *date = gla_xml_dup (root, "date");

  for (xmlNode *node = gla_xml_first (root, NULL); node != NULL; node = gla_xml_next (node, NULL))
    if (gla_xml_is (node, "forecast") || gla_xml_is (node, "unknown"))
      g_ptr_array_add (forecasts, read_forecast (node, date, own));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-catalogue-private.h"

/* How to free an element of each part. */
static const GDestroyNotify free_element[GLA_N_PARTS] = {
  [GLA_PART_PRODUCTS] = (GDestroyNotify) gla_product_unref,
  [GLA_PART_AREAS] = (GDestroyNotify) gla_area_unref,
  [GLA_PART_PRIORS] = (GDestroyNotify) gla_prior_free,
  [GLA_PART_FORECASTS] = (GDestroyNotify) gla_forecast_prior_free,
  [GLA_PART_SCALES] = (GDestroyNotify) gla_scale_free,
  [GLA_PART_CONSTANTS] = (GDestroyNotify) gla_constant_free,
  [GLA_PART_SOURCES] = (GDestroyNotify) gla_source_free,
  [GLA_PART_DERIVED] = (GDestroyNotify) gla_forecast_prior_free,
};

GPtrArray *
gla_part_new_list (GlaPart part)
{
  return g_ptr_array_new_with_free_func (free_element[part]);
}

char *
gla_part_dup_key (GlaPart       part,
                  gconstpointer element)
{
  const GlaForecastPrior *forecast = element;

  switch (part)
    {
    case GLA_PART_PRODUCTS:
      return g_strdup (gla_product_get_key (element));
    case GLA_PART_AREAS:
      return g_strdup (gla_area_get_key (element));
    case GLA_PART_PRIORS:
      return g_strdup (((const GlaPrior *) element)->key);
    case GLA_PART_FORECASTS:
    case GLA_PART_DERIVED:
      return g_strconcat (forecast->family, " ", forecast->area, NULL);
    case GLA_PART_SCALES:
      return g_strdup (((const GlaScale *) element)->key);
    case GLA_PART_CONSTANTS:
      return g_strdup (((const GlaConstant *) element)->name);
    case GLA_PART_SOURCES:
      return g_strdup (((const GlaSource *) element)->key);
    case GLA_N_PARTS:
    default:
      g_return_val_if_reached (NULL);
    }
}

void
gla_part_merge (GlaPart    part,
                GPtrArray *into,
                GPtrArray *from)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree gpointer *elements = NULL;
  gsize n_elements;

  for (guint i = 0; i < into->len; i++)
    g_hash_table_insert (places, gla_part_dup_key (part, g_ptr_array_index (into, i)),
                         GUINT_TO_POINTER (i));

  elements = g_ptr_array_steal (from, &n_elements);
  for (gsize i = 0; i < n_elements; i++)
    {
      g_autofree char *key = gla_part_dup_key (part, elements[i]);
      gpointer place;

      if (g_hash_table_lookup_extended (places, key, NULL, &place))
        {
          free_element[part] (g_ptr_array_index (into, GPOINTER_TO_UINT (place)));
          g_ptr_array_index (into, GPOINTER_TO_UINT (place)) = elements[i];
        }
      else
        {
          g_hash_table_insert (places, g_steal_pointer (&key), GUINT_TO_POINTER (into->len));
          g_ptr_array_add (into, elements[i]);
        }
    }
}

/*
 * Where the table of the model has no row, the published median stands in for it
 * with the spread of an unknown product (statistics, section 3.1, last line), since
 * none of these medians was measured in the way the model means.
 */
static GlaForecastPrior *
derive (const GlaPrior         *prior,
        const char             *family,
        const char             *area,
        const GlaForecastPrior *unknown)
{
  GlaForecastPrior *self = g_new0 (GlaForecastPrior, 1);

  self->family = g_strdup (family);
  self->area = g_strdup (area);
  self->median_days = prior->median_weeks * 7.0;
  self->log_sd = unknown->log_sd;
  self->reference_units = prior->units;
  self->per_side = prior->per_side;
  self->derived = TRUE;
  self->date = g_strdup (unknown->date);
  self->mark.text = g_strdup (prior->mark.text);
  self->mark.marks = prior->mark.marks | GLA_MARK_DEFAULT;
  self->mark.sources = g_strdupv (prior->mark.sources);
  return self;
}

static void
derive_rows (const GlaPrior         *prior,
             const GlaForecastPrior *unknown,
             GHashTable             *known,
             GPtrArray              *derived)
{
  for (gsize f = 0; prior->families[f] != NULL; f++)
    {
      for (gsize a = 0; prior->areas[a] != NULL; a++)
        {
          char *key = g_strconcat (prior->families[f], " ", prior->areas[a], NULL);

          /* g_hash_table_add() takes the key in either case. */
          if (g_hash_table_add (known, key))
            g_ptr_array_add (derived, derive (prior, prior->families[f], prior->areas[a], unknown));
        }
    }
}

GPtrArray *
gla_part_derive_forecasts (GPtrArray *priors,
                           GPtrArray *forecasts)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *derived = gla_part_new_list (GLA_PART_DERIVED);
  const GlaForecastPrior *unknown = NULL;

  for (guint i = 0; i < forecasts->len; i++)
    {
      const GlaForecastPrior *forecast = g_ptr_array_index (forecasts, i);

      g_hash_table_add (known, gla_part_dup_key (GLA_PART_FORECASTS, forecast));
      if (forecast->family[0] == '\0')
        unknown = forecast;
    }

  for (guint i = 0; unknown != NULL && i < priors->len; i++)
    {
      const GlaPrior *prior = g_ptr_array_index (priors, i);

      /* A row for one product of a family says nothing about the family. */
      if (prior->products[0] == NULL)
        derive_rows (prior, unknown, known, derived);
    }
  return derived;
}

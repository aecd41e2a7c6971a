/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How often effects are short or absent, by practitioner (statistics, section 6). */

#include "config.h"

#include "gla-group-finding.h"

#include "gla-i18n.h"
#include "gla-lots.h"

#include <stdlib.h>
#include <string.h>

/* Sessions of one practitioner with the same product in the same areas. */
typedef struct
{
  const char *practitioner;
  guint stratum;
} Cell;

/* A session: its rows follow each other once sorted. */
static int
compare_sessions (gconstpointer a,
                  gconstpointer b)
{
  const GlaObservation *first = *(GlaObservation *const *) a;
  const GlaObservation *second = *(GlaObservation *const *) b;

  if (first->session != second->session)
    return first->session < second->session ? -1 : 1;
  return strcmp (first->area, second->area);
}

static GPtrArray *
sort_mature_rows (const GlaObservations *observations,
                  GlaDay                 today)
{
  GPtrArray *sorted = g_ptr_array_new ();
  gsize n_rows;
  const GlaObservation *rows = gla_observations_get_rows (observations, &n_rows);

  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].practitioner[0] != '\0' && today - rows[i].day >= GLA_LOTS_MATURITY)
      g_ptr_array_add (sorted, (gpointer) &rows[i]);
  g_ptr_array_sort (sorted, compare_sessions);
  return sorted;
}

/* The number of a text, from 0; @numbers keeps it plus 1. */
static guint
find_number (GHashTable *numbers,
             const char *text)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, text));

  if (number == 0)
    {
      number = g_hash_table_size (numbers) + 1;
      g_hash_table_insert (numbers, g_strdup (text), GUINT_TO_POINTER (number));
    }
  return number - 1;
}

/* The products and areas of the session at @first; @end gets the row after it. */
static char *
describe_stratum (const GPtrArray *rows,
                  guint            first,
                  guint           *end)
{
  GString *text = g_string_new (NULL);
  const GlaObservation *start = rows->pdata[first];

  for (*end = first; *end < rows->len; (*end)++)
    {
      const GlaObservation *row = rows->pdata[*end];

      if (row->session != start->session)
        break;
      g_string_append (text, row->product);
      g_string_append_c (text, ' ');
      g_string_append (text, row->area);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* The records of all sessions; each practitioner and stratum is counted like a lot. */
static GArray *
collect (const GPtrArray      *rows,
         const GlaClinicModel *model,
         GlaDay                today,
         GArray               *cells,
         guint                *n_strata)
{
  g_autoptr (GHashTable) strata = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GArray *records = g_array_new (FALSE, TRUE, sizeof (GlaLotRecord));
  guint end;

  for (guint first = 0; first < rows->len; first = end)
    {
      const GlaObservation *start = rows->pdata[first];
      g_autofree char *stratum = describe_stratum (rows, first, &end);
      Cell cell = { start->practitioner, find_number (strata, stratum) };
      g_autofree char *name = g_strdup_printf ("%u %s", cell.stratum, cell.practitioner);
      guint place = find_number (places, name);

      if (place == cells->len)
        g_array_append_val (cells, cell);
      for (guint i = first; i < end; i++)
        {
          const GlaObservation *row = rows->pdata[i];
          GlaLotRecord record = {
            .session = row->session,
            .lot = place,
            .interval = row->interval,
            .centre = gla_clinic_model_get_centre (model, row->family, row->area,
                                                   row->log_dose_ratio),
            .is_nonresponse = row->status == GLA_EFFECT_NOT_SEEN,
            .age = today - row->day,
          };

          g_array_append_val (records, record);
        }
    }
  *n_strata = g_hash_table_size (strata);
  return records;
}

static void
rate_free (gpointer data)
{
  GlaPractitionerRate *rate = data;

  g_free (rate->practitioner);
  g_free (rate);
}

static GlaPractitionerRate *
find_rate (GPtrArray  *rates,
           const char *practitioner)
{
  GlaPractitionerRate *rate;

  for (guint i = 0; i < rates->len; i++)
    {
      rate = rates->pdata[i];
      if (strcmp (rate->practitioner, practitioner) == 0)
        return rate;
    }
  rate = g_new0 (GlaPractitionerRate, 1);
  rate->practitioner = g_strdup (practitioner);
  rate->unit.id = rates->len;
  g_ptr_array_add (rates, rate);
  return rate;
}

static int
compare_rates (gconstpointer a,
               gconstpointer b)
{
  return strcmp ((*(GlaPractitionerRate *const *) a)->practitioner,
                 (*(GlaPractitionerRate *const *) b)->practitioner);
}

/* Sums the cells up by practitioner, with what the rates of the strata let expect. */
static GPtrArray *
sum_rates (const GlaLot *counts,
           gsize         n_counts,
           const GArray *cells,
           guint         n_strata)
{
  GPtrArray *rates = g_ptr_array_new_with_free_func (rate_free);
  g_autofree double *sessions = g_new0 (double, n_strata);
  g_autofree double *failures = g_new0 (double, n_strata);

  for (gsize i = 0; i < n_counts; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, counts[i].lot);

      sessions[cell->stratum] += counts[i].n_sessions;
      failures[cell->stratum] += counts[i].n_failed;
    }
  for (gsize i = 0; i < n_counts; i++)
    {
      const Cell *cell = &g_array_index (cells, Cell, counts[i].lot);
      GlaPractitionerRate *rate;

      if (counts[i].n_sessions == 0)
        continue;
      rate = find_rate (rates, cell->practitioner);
      rate->unit.n += counts[i].n_sessions;
      rate->unit.n_failed += counts[i].n_failed;
      rate->unit.expected += counts[i].n_sessions * failures[cell->stratum]
                             / sessions[cell->stratum];
    }
  g_ptr_array_sort (rates, compare_rates);
  return rates;
}

static void
judge (GlaPractitionerFunnel *self)
{
  g_autofree GlaFunnelUnit *units = g_new (GlaFunnelUnit, self->rates->len);

  for (guint i = 0; i < self->rates->len; i++)
    units[i] = ((GlaPractitionerRate *) self->rates->pdata[i])->unit;
  /* Counts of sessions are always possible. */
  if (!gla_funnel_judge (units, self->rates->len, &self->funnel, NULL))
    g_assert_not_reached ();
  for (guint i = 0; i < self->rates->len; i++)
    ((GlaPractitionerRate *) self->rates->pdata[i])->unit = units[i];
}

GlaPractitionerFunnel *
gla_practitioner_funnel_new (const GlaObservations *observations,
                             const GlaClinicModel  *model,
                             GlaDay                 today)
{
  g_autoptr (GlaPractitionerFunnel) self = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_autoptr (GArray) records = NULL;
  g_autofree GlaLot *counts = NULL;
  double tau, sigma;
  guint n_strata;
  gsize n_counts;

  g_return_val_if_fail (observations != NULL && model != NULL, NULL);

  rows = sort_mature_rows (observations, today);
  records = collect (rows, model, today, cells, &n_strata);
  gla_clinic_model_get_spread (model, &tau, &sigma);
  counts = gla_lots_count ((const GlaLotRecord *) records->data, records->len, tau, sigma,
                           &n_counts, NULL);
  g_assert (counts != NULL);

  self = g_new0 (GlaPractitionerFunnel, 1);
  self->rates = sum_rates (counts, n_counts, cells, n_strata);
  if (self->rates->len == 0)
    return NULL;
  judge (self);
  return g_steal_pointer (&self);
}

void
gla_practitioner_funnel_free (GlaPractitionerFunnel *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->rates);
  g_free (self);
}

const char *
gla_practitioner_rate_describe (const GlaPractitionerFunnel *funnel,
                                const GlaPractitionerRate   *rate)
{
  g_return_val_if_fail (funnel != NULL && rate != NULL, NULL);

  if (!funnel->funnel.may_show || !rate->unit.differs)
    return NULL;
  return _("The share of short or absent effects differs more than chance would explain; patients "
           "were not assigned at random, so this need not be due to the practitioner.");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The tables of lots and of injectors. */

#include "config.h"

#include "gla-insight-sheet-private.h"

#include "gla-i18n.h"

#include <math.h>
#include <string.h>

/* How many sessions the rate of the other lots counts for (statistics, section 5, 4). */
#define SHRINKAGE 10.0

/* Reviews of one product, to draw the shares of its lots together. */
typedef struct
{
  guint judged;
  guint responded;
} Reviews;

static const char *
get_product (const GlaInsightClinic *clinic,
             guint32                 code)
{
  const char *product = gla_cycle_table_get_value (clinic->table, GLA_CYCLE_KEY_LOT, code)->product;

  return product != NULL ? product : "";
}

static GHashTable *
sum_products (const GlaInsightClinic *clinic,
              const GPtrArray        *groups)
{
  GHashTable *products = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];
      const char *product = get_product (clinic, group->code);
      Reviews *reviews = g_hash_table_lookup (products, product);

      if (reviews == NULL)
        {
          reviews = g_new0 (Reviews, 1);
          g_hash_table_insert (products, (gpointer) product, reviews);
        }
      reviews->judged += group->counts.n[GLA_CYCLES_JUDGED];
      reviews->responded += group->counts.n[GLA_CYCLES_RESPONDED];
    }
  return products;
}

/*
 * The share seen working at the first review, drawn towards that of the other lots of the
 * product as the failures of statistics, section 5, 4, are: with p_o = (F - f + 0.5) /
 * (N - n + 1), r = (10 p_o + f) / (10 + n). Below "insight_min_judged" nothing is said (competition, N12).
 */
static char *
estimate_response (const GlaInsightCounts *counts,
                   const Reviews          *product,
                   int                     least)
{
  double n = counts->n[GLA_CYCLES_JUDGED];
  double f = counts->n[GLA_CYCLES_RESPONDED];
  double others = (product->responded - f + 0.5) / (product->judged - n + 1.0);

  if (n < least)
    return NULL;
  return g_strdup_printf ("%d", (int) floor (100.0 * (SHRINKAGE * others + f) / (SHRINKAGE + n)
                                             + 0.5));
}

static void
add_reviews (GlaInsightRow          *row,
             const GlaInsightCounts *counts,
             const Reviews          *product,
             int                     least)
{
  char *estimate = estimate_response (counts, product, least);

  gla_insight_row_add_count (row, counts->n[GLA_CYCLES_JUDGED], GLA_CYCLES_JUDGED);
  if (estimate == NULL)
    {
      gla_insight_row_take (row, g_strdup_printf (_("too few to compare (%u of %d)"),
                                                  counts->n[GLA_CYCLES_JUDGED], least),
                            g_strdup_printf ("%u", counts->n[GLA_CYCLES_RESPONDED]),
                            counts->n[GLA_CYCLES_JUDGED] > 0 ? GLA_CYCLES_JUDGED : -1);
      gla_insight_row_take (row, g_strdup ("–"), g_strdup (""), -1);
      return;
    }
  gla_insight_row_add_share (row, counts->n[GLA_CYCLES_RESPONDED], counts->n[GLA_CYCLES_JUDGED],
                             GLA_CYCLES_RESPONDED);
  gla_insight_row_take (row, g_strdup_printf (_("%s %%"), estimate), estimate, -1);
}

/* What the mature sessions say, as sessions and in words. */
static void
add_finding (GlaInsightRow       *row,
             const GlaLotFinding *finding)
{
  const GlaLot *counts = finding != NULL ? &finding->counts : NULL;
  char *words = finding != NULL ? gla_lot_finding_describe (finding) : NULL;

  if (counts == NULL)
    {
      gla_insight_row_take (row, g_strdup ("–"), g_strdup (""), -1);
      gla_insight_row_take (row, g_strdup ("–"), g_strdup (""), -1);
    }
  else
    {
      gla_insight_row_take (row, gla_insight_describe_share (counts->n_failed, counts->n_sessions),
                            g_strdup_printf ("%u", counts->n_failed), -1);
      gla_insight_row_take (row, g_strdup_printf ("%'u", counts->n_sessions),
                            g_strdup_printf ("%u", counts->n_sessions), -1);
    }
  gla_insight_row_take (row, words != NULL ? words : g_strdup (_("nothing stands out")), NULL, -1);
}

static void
add_lot (GlaInsightSheet        *self,
         const GlaInsightClinic *clinic,
         const GlaInsightGroup  *group,
         const GlaLotFinding    *finding,
         const Reviews          *reviews)
{
  const GlaInsightCounts *counts = &group->counts;
  GlaInsightRow *row = gla_insight_sheet_add_row (self, GLA_CYCLE_KEY_LOT, group->code);

  gla_insight_row_take (row, gla_insight_clinic_describe (clinic, GLA_CYCLE_KEY_LOT, group->code),
                        NULL, -1);
  gla_insight_row_add_count (row, counts->n[GLA_CYCLES_ALL], GLA_CYCLES_ALL);
  add_reviews (row, counts, reviews, gla_cycle_table_get_settings (clinic->table)->least_judged);
  gla_insight_row_add_count (row, counts->n[GLA_CYCLES_NOT_SEEN], GLA_CYCLES_NOT_SEEN);
  gla_insight_row_add_share (row, counts->n[GLA_CYCLES_WITH_EVENTS], counts->n[GLA_CYCLES_ALL],
                             GLA_CYCLES_WITH_EVENTS);
  add_finding (row, finding);
  gla_insight_row_add_completeness (row, counts);
}

void
gla_insight_sheet_fill_lots (GlaInsightSheet        *self,
                             const GlaInsightClinic *clinic,
                             const GPtrArray        *groups)
{
  g_autoptr (GHashTable) products = sum_products (clinic, groups);

  gla_insight_sheet_add_column (self, "lot", _("Lot"), FALSE);
  gla_insight_sheet_add_column (self, "treated_areas", _("Treated areas"), TRUE);
  gla_insight_sheet_add_column (self, "judged", "", TRUE);
  gla_insight_sheet_add_column (self, "seen_working", _("Seen working at first review"), TRUE);
  gla_insight_sheet_add_column (self, "seen_working_shrunken", _("Shrunken share"), TRUE);
  gla_insight_sheet_add_column (self, "not_seen_working", _("Not seen working"), TRUE);
  gla_insight_sheet_add_column (self, "with_adverse_events", _("With adverse events"), TRUE);
  gla_insight_sheet_add_column (self, "short_or_absent", _("Short or absent"), TRUE);
  gla_insight_sheet_add_column (self, "mature_sessions", "", TRUE);
  gla_insight_sheet_add_column (self, "finding", _("What stands out"), FALSE);
  gla_insight_sheet_add_completeness_columns (self);
  /* What stands out comes first. */
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < groups->len; i++)
      {
        const GlaInsightGroup *group = groups->pdata[i];
        const GlaLotFinding *finding = gla_insight_clinic_find_lot (clinic, group->code);

        if ((finding != NULL && gla_lot_finding_is_suspect (finding)) == (pass == 0))
          add_lot (self, clinic, group, finding,
                   g_hash_table_lookup (products, get_product (clinic, group->code)));
      }
  g_ptr_array_add (self->notes, g_strdup_printf (
    _("Short or absent effects are counted over sessions at least %d days ago, for all lots of the "
      "clinic together and whatever the days chosen: of a young lot only the failures are known. "
      "The shrunken share leans towards the other lots of the product."), GLA_LOTS_MATURITY));
  self->is_complete = TRUE;
}

static char *
print_percent (double share)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.1f", 100.0 * share));
}

static void
add_rate (GlaInsightRow             *row,
          const GlaInsightClinic    *clinic,
          const GlaPractitionerRate *rate)
{
  const char *words;

  if (rate == NULL)
    {
      for (int i = 0; i < 3; i++)
        gla_insight_row_take (row, g_strdup ("–"), g_strdup (""), -1);
      gla_insight_row_take (row, g_strdup (_("too few to say")), NULL, -1);
      return;
    }
  gla_insight_row_take (row, gla_insight_describe_share (rate->unit.n_failed, rate->unit.n),
                        g_strdup_printf ("%u", rate->unit.n_failed), -1);
  gla_insight_row_take (row, g_strdup_printf ("%'u", rate->unit.n),
                        g_strdup_printf ("%u", rate->unit.n), -1);
  gla_insight_row_take (row, g_strdup_printf (_("%.0f %%"), 100.0 * rate->unit.rate),
                        print_percent (rate->unit.rate), -1);
  words = gla_practitioner_rate_describe (clinic->funnel, rate);
  if (rate->unit.n < GLA_FUNNEL_MIN_SESSIONS || !clinic->funnel->funnel.may_show)
    gla_insight_row_take (row, g_strdup_printf (_("too few to say (%u of %d sessions)"),
                                                rate->unit.n, GLA_FUNNEL_MIN_SESSIONS), NULL, -1);
  else
    gla_insight_row_take (row, g_strdup (words != NULL ? words : _("nothing stands out")), NULL,
                          -1);
}

void
gla_insight_sheet_fill_injectors (GlaInsightSheet        *self,
                                  const GlaInsightClinic *clinic,
                                  const GPtrArray        *groups)
{
  gla_insight_sheet_add_column (self, "injector", _("Injector"), FALSE);
  gla_insight_sheet_add_column (self, "treated_areas", _("Treated areas"), TRUE);
  gla_insight_sheet_add_column (self, "patients", _("Patients"), TRUE);
  gla_insight_sheet_add_column (self, "short_or_absent", _("Short or absent"), TRUE);
  gla_insight_sheet_add_column (self, "mature_sessions", "", TRUE);
  gla_insight_sheet_add_column (self, "rate_percent", _("For the same products and areas"), TRUE);
  gla_insight_sheet_add_column (self, "finding", _("What stands out"), FALSE);
  gla_insight_sheet_add_completeness_columns (self);
  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];
      GlaInsightRow *row = gla_insight_sheet_add_row (self, GLA_CYCLE_KEY_INJECTOR, group->code);

      gla_insight_row_take (row, gla_insight_clinic_describe (clinic, GLA_CYCLE_KEY_INJECTOR,
                                                              group->code), NULL, -1);
      gla_insight_row_add_count (row, group->counts.n[GLA_CYCLES_ALL], GLA_CYCLES_ALL);
      gla_insight_row_add_count (row, group->counts.n_patients, GLA_CYCLES_ALL);
      add_rate (row, clinic, gla_insight_clinic_find_rate (clinic, group->code));
      gla_insight_row_add_completeness (row, &group->counts);
    }
  g_ptr_array_add (self->notes, g_strdup_printf (
    _("Short or absent effects are counted over all sessions of the clinic at least %d days ago, "
      "whatever the choices. Patients were not assigned at random; this is no ranking."),
    GLA_LOTS_MATURITY));
  self->is_complete = TRUE;
}

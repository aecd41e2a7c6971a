/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding-private.h"
#include "gla-follow-up.h"

#include "gla-i18n.h"

static gboolean
is_known (const char *text)
{
  return text != NULL && text[0] != '\0';
}

void
gla_find_reviews_due (GlaFindingSearch *search)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaDay until = G_MAXINT32;
  g_autofree char *list = NULL;
  g_autofree char *day = NULL;
  GlaFinding *finding;

  for (guint i = 0; i < search->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = search->cycles->cycles->pdata[i];

      if (!gla_follow_up_is_due (cycle, search->cycles->today))
        continue;
      g_ptr_array_add (names, (gpointer) gla_finding_get_area (search, cycle->area));
      g_ptr_array_add (rows, (gpointer) cycle->treatment->id);
      until = MIN (until, cycle->review_until);
    }
  if (names->len == 0)
    return;
  list = gla_finding_join (names);
  day = gla_day_format (until, GLA_DAY_EXACT);
  finding = gla_finding_search_add (
    search, "review-due", NULL, GLA_FINDING_TASK,
    /* Translators: %s is a date */
    g_strdup_printf (_("review due until %s"), day),
    g_strdup_printf (_("Not graded yet since the last treatment: %s. The effect at its peak can be "
                       "judged from day %d to day %d."),
                     list, search->settings->judge_from, search->settings->review_until));
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
  gla_finding_add_source (finding, "C03");
  gla_finding_add_source (finding, "VIS-PL");
}

void
gla_find_missing_baselines (GlaFindingSearch *search)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autofree char *list = NULL;
  GlaFinding *finding;

  for (guint i = 0; i < search->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = search->cycles->cycles->pdata[i];

      if (!cycle->running || cycle->baseline_kind != GLA_BASELINE_MISSING ||
          !gla_finding_covers_cycle (search, cycle))
        continue;
      g_ptr_array_add (names, (gpointer) gla_finding_get_area (search, cycle->area));
      g_ptr_array_add (rows, (gpointer) cycle->treatment->id);
    }
  if (names->len == 0)
    return;
  list = gla_finding_join (names);
  finding = gla_finding_search_add (
    search, "no-baseline", "A11", GLA_FINDING_INFO, g_strdup (_("no grade before treatment")),
    g_strdup_printf (_("No grade was recorded before the last treatment of: %s. Without it later "
                       "grades can't show an effect."),
                     list));
  finding->marks = GLA_MARK_DEFAULT;
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row_once (finding, rows->pdata[i]);
}

static void
add_unknown (GlaFindingSearch *search,
             const char       *id,
             const GPtrArray  *rows,
             char             *chip,
             const char       *text)
{
  GlaFinding *finding =
    gla_finding_search_add (search, id, NULL, GLA_FINDING_INFO, chip, g_strdup (text));

  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row (finding, rows->pdata[i]);
  gla_finding_add_source (finding, "VIS-CH");
  gla_finding_add_source (finding, "AZZ");
}

static gboolean
is_lot_known (GlaFindingSearch   *search,
              const GlaInjection *injection)
{
  const GlaVial *vial;

  if (is_known (injection->lot))
    return TRUE;
  vial = gla_history_find_vial (search->cycles->history, injection->vial);
  return vial != NULL && is_known (vial->lot);
}

/* Unknown products and lots of injections. */
static void
find_unknown_vials (GlaFindingSearch *search)
{
  const GPtrArray *injections = search->cycles->history->injections;
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autoptr (GPtrArray) lots = g_ptr_array_new ();

  for (guint i = 0; i < injections->len; i++)
    {
      const GlaInjection *injection = injections->pdata[i];

      if (!is_known (injection->product))
        g_ptr_array_add (products, (gpointer) injection->id);
      if (!is_lot_known (search, injection))
        g_ptr_array_add (lots, (gpointer) injection->id);
    }
  if (products->len > 0)
    add_unknown (search, "unknown-product", products,
                 g_strdup_printf (ngettext ("%u injection of an unknown product",
                                            "%u injections of an unknown product", products->len),
                                  products->len),
                 _("Labels ask to record brand and batch at every treatment. What has no product "
                   "is left out of all figures for products."));
  if (lots->len > 0)
    add_unknown (search, "unknown-lot", lots,
                 g_strdup_printf (ngettext ("%u injection without a lot",
                                            "%u injections without a lot", lots->len),
                                  lots->len),
                 _("Labels ask to record brand and batch at every treatment. What has no lot can't "
                   "be traced."));
}

static void
find_unknown_days (GlaFindingSearch *search)
{
  const GPtrArray *treatments = search->cycles->history->treatments;
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  GlaFinding *finding;

  for (guint i = 0; i < treatments->len; i++)
    {
      const GlaTreatment *treatment = treatments->pdata[i];

      if (treatment->precision != GLA_DAY_EXACT || treatment->day == GLA_DAY_NONE)
        g_ptr_array_add (rows, (gpointer) treatment->id);
    }
  if (rows->len == 0)
    return;
  finding = gla_finding_search_add (
    search, "inexact-date", NULL, GLA_FINDING_INFO,
    g_strdup_printf (ngettext ("%u treatment without an exact date",
                               "%u treatments without an exact date", rows->len),
                     rows->len),
    g_strdup (_("Durations from such a day are only as exact as the day is.")));
  for (guint i = 0; i < rows->len; i++)
    gla_finding_add_row (finding, rows->pdata[i]);
}

void
gla_find_unknowns (GlaFindingSearch *search)
{
  find_unknown_vials (search);
  find_unknown_days (search);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-fact-table.h"

#include "gla-i18n.h"

/*
 * Every fact, once. A fact that the record can't give stays unknown: a number is then
 * no number, so that no comparison with it holds, and words are empty. The table in
 * data/protocol/README.md says the same for those who change the protocol.
 */
static const GlaFactInfo facts[] = {
  { "today", GLA_FACT_TYPE_DAY, "", N_("The day on which the facts were put together"), "", FALSE },
  { "last-record-day", GLA_FACT_TYPE_DAY, "",
    N_("Latest day of anything in the record"),
    "", FALSE },
  { "clock-back", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the record holds days after today"),
    "", FALSE },
  { "adverse-events", GLA_FACT_TYPE_NUMBER, "events",
    N_("Adverse events of the treatment in question; of all treatments without one"),
    "", FALSE },
  { "area", GLA_FACT_TYPE_WORDS, "", N_("Area in question, key of the catalogue"), "", FALSE },
  { "area-name", GLA_FACT_TYPE_WORDS, "", N_("Area in question"), "", FALSE },
  { "product", GLA_FACT_TYPE_WORDS, "",
    N_("Product of the treatment in question, key of the catalogue"),
    "", FALSE },
  { "product-name", GLA_FACT_TYPE_WORDS, "",
    N_("Product of the treatment in question"),
    "", FALSE },
  { "family", GLA_FACT_TYPE_WORDS, "", N_("Family of units of that product"), "", FALSE },
  { "dose-group", GLA_FACT_TYPE_WORDS, "",
    N_("Group of products with the same habit of labelling"),
    "", FALSE },
  { "session-day", GLA_FACT_TYPE_DAY, "", N_("Day of the treatment in question"), "", TRUE },
  { "days", GLA_FACT_TYPE_NUMBER, "days", N_("Days since that treatment"), "", FALSE },
  { "last-injection-day", GLA_FACT_TYPE_DAY, "",
    N_("Day of its last injection, touch-ups included"),
    "", FALSE },
  { "days-last", GLA_FACT_TYPE_NUMBER, "days", N_("Days since its last injection"), "", FALSE },
  { "touch-ups", GLA_FACT_TYPE_NUMBER, "touch-ups", N_("Touch-ups of that treatment"), "", FALSE },
  { "retreated", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the area was treated again since, here or elsewhere"),
    "", FALSE },
  { "retreated-after", GLA_FACT_TYPE_NUMBER, "days",
    N_("Days from that treatment to the next one of the area"),
    "", FALSE },
  { "label-end", GLA_FACT_TYPE_DAY, "",
    N_("End of the label interval over all areas treated so far"),
    "", FALSE },
  { "days-to-label", GLA_FACT_TYPE_NUMBER, "days",
    N_("Days until then; 0 when it is over"),
    "", FALSE },
  { "baseline", GLA_FACT_TYPE_NUMBER, "grade",
    N_("Grade at maximum contraction before the treatment"),
    "", FALSE },
  { "baseline-carried", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether that grade is the one before the cycle before"),
    "", FALSE },
  { "graded-in-window", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the peak was graded in time"),
    "assess_min assess_max_peak", FALSE },
  { "graded-after-touch-up", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether it was graded long enough after the last touch-up"),
    "assess_min", FALSE },
  { "now-day", GLA_FACT_TYPE_NUMBER, "days",
    N_("Day of the grade that is used, counted from the treatment"),
    "", FALSE },
  { "now", GLA_FACT_TYPE_NUMBER, "grade",
    N_("That grade at maximum contraction, of the worse side"),
    "", FALSE },
  { "change", GLA_FACT_TYPE_NUMBER, "grades",
    N_("By how much it is better than before, of the worse side"),
    "", FALSE },
  { "sides-differ", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether left and right were graded differently on that day"),
    "", FALSE },
  { "rest-before", GLA_FACT_TYPE_NUMBER, "grade",
    N_("Grade at rest before the treatment"),
    "", FALSE },
  { "rest-now", GLA_FACT_TYPE_NUMBER, "grade", N_("Grade at rest on that day"), "", FALSE },
  { "rest-change", GLA_FACT_TYPE_NUMBER, "grades",
    N_("By how much the grade at rest is better"),
    "", FALSE },
  { "adequate", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the treatment was an adequate one: label dose, vial in date, in its "
       "hours and with a lot, graded in time"),
    "assess_min assess_max_peak", FALSE },
  { "failures", GLA_FACT_TYPE_NUMBER, "treatments",
    N_("Adequate treatments of the area in a row without effect, up to the last graded one"),
    "assess_min assess_max_peak response_grade_min", FALSE },
  { "prior-response", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether an earlier treatment of any area had an effect"),
    "", FALSE },
  { "units", GLA_FACT_TYPE_NUMBER, "U",
    N_("Units given in that treatment of the area, in units of its product"),
    "", FALSE },
  { "label-low", GLA_FACT_TYPE_NUMBER, "U", N_("Usual label dose of product and area"), "", FALSE },
  { "label-high", GLA_FACT_TYPE_NUMBER, "U",
    N_("Highest label dose of product and area"),
    "", FALSE },
  { "dose-ratio", GLA_FACT_TYPE_NUMBER, "", N_("Units given by the usual label dose"), "", FALSE },
  { "points", GLA_FACT_TYPE_NUMBER, "points", N_("Points injected"), "", FALSE },
  { "points-usual", GLA_FACT_TYPE_NUMBER, "points",
    N_("Usual number of points of the area"),
    "", FALSE },
  { "last-good-units", GLA_FACT_TYPE_NUMBER, "U",
    N_("Units of the same product when the area last responded"),
    "", FALSE },
  { "male", GLA_FACT_TYPE_YES_NO, "", N_("Whether the patient is a man"), "", FALSE },
  { "muscle-strong", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the muscle was judged strong"),
    "", TRUE },
  { "previous-product", GLA_FACT_TYPE_WORDS, "",
    N_("Product of the treatment of the area before"),
    "", FALSE },
  { "product-changed", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether that product has other units"),
    "", FALSE },
  { "units-unchanged", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the number of units stayed the same"),
    "", FALSE },
  { "diluent", GLA_FACT_TYPE_NUMBER, "mL", N_("Diluent of the vial"), "", FALSE },
  { "label-diluent", GLA_FACT_TYPE_NUMBER, "mL",
    N_("Diluent by the label for that vial"),
    "", FALSE },
  { "dilution-differs", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the diluent is none of the label’s"),
    "", FALSE },
  { "volume-differs", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether injected volume and units don’t fit the concentration of the vial"),
    "", FALSE },
  { "vials-differ", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether vials of one product had different diluent on that day"),
    "", FALSE },
  { "vial-content", GLA_FACT_TYPE_NUMBER, "U", N_("Units in the full vial"), "", FALSE },
  { "vial-drawn", GLA_FACT_TYPE_NUMBER, "U",
    N_("Units drawn from the vial as far as is known"),
    "", FALSE },
  { "vial-hours-least", GLA_FACT_TYPE_NUMBER, "hours",
    N_("Hours from reconstitution to treatment, at least"),
    "", FALSE },
  { "vial-hours-most", GLA_FACT_TYPE_NUMBER, "hours",
    N_("Hours from reconstitution to treatment, at most"),
    "", FALSE },
  { "in-use-hours", GLA_FACT_TYPE_NUMBER, "hours",
    N_("Hours that the label allows after reconstitution"),
    "recon_label_ona", FALSE },
  { "expiry-day", GLA_FACT_TYPE_DAY, "", N_("Expiry of the vial"), "", FALSE },
  { "expired", GLA_FACT_TYPE_YES_NO, "", N_("Whether it was used after that day"), "", FALSE },
  { "lot", GLA_FACT_TYPE_WORDS, "", N_("Lot, in capitals and without blanks"), "", FALSE },
  { "lot-known", GLA_FACT_TYPE_YES_NO, "", N_("Whether every injection has a lot"), "", FALSE },
  { "excursion", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether a warm or frozen spell in storage or delivery is known"),
    "", TRUE },
  { "supplier-approved", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the clinic approved the supplier"),
    "", TRUE },
  { "counterfeit-sign", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether carton or vial had a wrong language, name or size"),
    "", TRUE },
  { "lot-peers", GLA_FACT_TYPE_NUMBER, "patients",
    N_("Other patients of the lot graded in time"),
    "", FALSE },
  { "lot-failures", GLA_FACT_TYPE_NUMBER, "patients",
    N_("Those of them without a response"),
    "", FALSE },
  { "lot-background", GLA_FACT_TYPE_NUMBER, "",
    N_("Share without a response in the clinic, or the program’s"),
    "lot_background", FALSE },
  { "lot-p", GLA_FACT_TYPE_NUMBER, "",
    N_("Chance of so many or more at that share, exact binomial"),
    "lot_background", FALSE },
  { "lot-flag", GLA_FACT_TYPE_WORDS, "",
    N_("Verdict on the lot among mature lots: ok, amber, red"),
    "", FALSE },
  { "interval-before", GLA_FACT_TYPE_NUMBER, "days",
    N_("Days from the session before, of any area"),
    "", FALSE },
  { "interval-short", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the treatment fell inside a label interval"),
    "", FALSE },
  { "boosters", GLA_FACT_TYPE_NUMBER, "sessions",
    N_("Sessions soon after another one"),
    "booster_window", FALSE },
  { "sessions-year", GLA_FACT_TYPE_NUMBER, "sessions",
    N_("Sessions of the last 365 days, here and elsewhere"),
    "", FALSE },
  { "years-treated", GLA_FACT_TYPE_NUMBER, "years",
    N_("Years since the first session that is known"),
    "", FALSE },
  { "elsewhere", GLA_FACT_TYPE_NUMBER, "treatments",
    N_("Treatments elsewhere that are known"),
    "", FALSE },
  { "other-indications", GLA_FACT_TYPE_NUMBER, "treatments",
    N_("Those of them for another reason than lines"),
    "", FALSE },
  { "given", GLA_FACT_TYPE_WORDS, "", N_("Amounts given, each product by itself"), "", FALSE },
  { "weakening-medicine", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the list of medicines names chloroquine or hydroxychloroquine"),
    "", FALSE },
  { "strengthening-medicine", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether it names one that labels warn of because it strengthens the effect"),
    "", FALSE },
  { "new-medicine", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether a medicine is new since it last worked"),
    "", TRUE },
  { "vaccine", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether there was a vaccination or infection around the treatment"),
    "", TRUE },
  { "sport", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether there are several intense sessions of sport a week"),
    "", TRUE },
  { "duration-left", GLA_FACT_TYPE_NUMBER, "days",
    N_("Effect last seen, of the last cycle whose end is known"),
    "", FALSE },
  { "duration-right", GLA_FACT_TYPE_NUMBER, "days",
    N_("First day without it, of that cycle"),
    "", FALSE },
  { "comparable-cycles", GLA_FACT_TYPE_NUMBER, "cycles",
    N_("Earlier cycles with known end, same product, area and dose"),
    "dose_comparable", FALSE },
  { "own-median", GLA_FACT_TYPE_NUMBER, "days",
    N_("Median of the middles of their intervals"),
    "dose_comparable", FALSE },
  { "duration-ratio", GLA_FACT_TYPE_NUMBER, "",
    N_("Middle of the interval by that median"),
    "dose_comparable own_history_min_cycles", FALSE },
  { "two-thirds-rule", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the clinic uses the limit on that ratio"),
    "", FALSE },
  { "short-cycles", GLA_FACT_TYPE_NUMBER, "cycles",
    N_("Cycles in a row under that limit"),
    "short_duration_ratio own_history_min_cycles dose_comparable", FALSE },
  { "early-loss", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the effect was gone early by the clinic’s limit in days"),
    "short_duration_abs", FALSE },
  { "peak-falling", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the peak is weaker than in the comparable cycle before"),
    "", FALSE },
  { "shortening-tier", GLA_FACT_TYPE_WORDS, "",
    N_("Verdict on all durations of the patient: ok, amber, red"),
    "", FALSE },
  { "shortening-share", GLA_FACT_TYPE_NUMBER, "",
    N_("Probability that effects became shorter by a fifth or more"),
    "", FALSE },
  { "shortening-ratio", GLA_FACT_TYPE_NUMBER, "",
    N_("Durations since then by those before, if so"),
    "", FALSE },
  { "repeat-count", GLA_FACT_TYPE_NUMBER, "treatments",
    N_("Treatments of the area since the one in question"),
    "", FALSE },
  { "repeat-day", GLA_FACT_TYPE_DAY, "", N_("Day of the last of them"), "", FALSE },
  { "repeat-days", GLA_FACT_TYPE_NUMBER, "days", N_("Days since then"), "", FALSE },
  { "repeat-change", GLA_FACT_TYPE_NUMBER, "grades",
    N_("By how much it is better than before that treatment"),
    "", FALSE },
  { "repeat-now", GLA_FACT_TYPE_NUMBER, "grade",
    N_("Grade at maximum contraction after it"),
    "", FALSE },
  { "repeat-adequate", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether that treatment was an adequate one"),
    "assess_min assess_max_peak", FALSE },
  { "repeat-ended", GLA_FACT_TYPE_YES_NO, "",
    N_("Whether the end of its effect is known"),
    "", FALSE },
  { "forehead-day", GLA_FACT_TYPE_DAY, "",
    N_("Last injection of the forehead, here or elsewhere"),
    "", FALSE },
  { "forehead-days", GLA_FACT_TYPE_NUMBER, "days", N_("Days since then"), "", FALSE },
  { "test-day", GLA_FACT_TYPE_DAY, "", N_("Day of the resistance test"), "", TRUE },
  { "test-days", GLA_FACT_TYPE_NUMBER, "days", N_("Days since the test"), "", FALSE },
  { "tests", GLA_FACT_TYPE_NUMBER, "tests", N_("Resistance tests done in this case"), "", FALSE },
  { "findings", GLA_FACT_TYPE_NUMBER, "findings", N_("Findings of the review so far"), "", FALSE },
  { "findings-to-correct", GLA_FACT_TYPE_NUMBER, "findings",
    N_("Those of them that can be put right"),
    "", FALSE },
};

const GlaFactInfo *
gla_fact_table_get (guint *n_facts)
{
  if (n_facts != NULL)
    *n_facts = G_N_ELEMENTS (facts);
  return facts;
}

const GlaFactInfo *
gla_fact_table_find (const char *name)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      GHashTable *index = g_hash_table_new (g_str_hash, g_str_equal);

      for (gsize i = 0; i < G_N_ELEMENTS (facts); i++)
        g_hash_table_insert (index, (gpointer) facts[i].name, (gpointer) &facts[i]);
      g_once_init_leave (&once, (gsize) index);
    }
  return name != NULL ? g_hash_table_lookup ((GHashTable *) once, name) : NULL;
}

guint
gla_fact_info_get_index (const GlaFactInfo *info)
{
  g_return_val_if_fail (info >= facts && info < facts + G_N_ELEMENTS (facts), 0);

  return (guint) (info - facts);
}

const char *
gla_fact_info_get_meaning (const GlaFactInfo *info)
{
  g_return_val_if_fail (info != NULL, NULL);

  return _(info->meaning);
}

const char *
gla_fact_type_to_key (GlaFactType type)
{
  switch (type)
    {
    case GLA_FACT_TYPE_NUMBER:
      return "number";
    case GLA_FACT_TYPE_DAY:
      return "day";
    case GLA_FACT_TYPE_YES_NO:
      return "yes-no";
    case GLA_FACT_TYPE_WORDS:
      return "words";
    default:
      g_return_val_if_reached ("");
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-house-rule.h"

#include <math.h>
#include <string.h>

#include "gla-i18n.h"
#include "gla-store-constant.h"
#include "gla-unit-words.h"

typedef struct
{
  const char *name;
  GlaRuleGroup group;
  const char *title;
} Words;

static const Words words[] = {
  { "onset_first_question", GLA_RULE_GROUP_JUDGE, N_("First question whether it has started") },
  { "onset_expected_latest", GLA_RULE_GROUP_JUDGE, N_("Start of the effect, at the latest") },
  { "assess_min", GLA_RULE_GROUP_JUDGE, N_("Earliest day to call it insufficient") },
  { "assess_ideal", GLA_RULE_GROUP_JUDGE, N_("Best time for the formal judgement") },
  { "assess_max_peak", GLA_RULE_GROUP_JUDGE, N_("Latest fair judgement of the peak") },
  { "assess_late", GLA_RULE_GROUP_JUDGE, N_("From here on it may have worn off") },
  { "response_grade_min", GLA_RULE_GROUP_JUDGE, N_("Improvement that counts as response") },
  { "strict_grade_min", GLA_RULE_GROUP_JUDGE, N_("Improvement in the regulatory yardstick") },
  { "booster_window", GLA_RULE_GROUP_INTERVALS, N_("Injected again so soon: a booster") },
  { "touchup_window", GLA_RULE_GROUP_INTERVALS, N_("Time for a touch-up") },
  { "interval_min_us_ona", GLA_RULE_GROUP_INTERVALS,
    N_("Shortest interval, US, onabotulinumtoxinA") },
  { "interval_min_eu", GLA_RULE_GROUP_INTERVALS, N_("Shortest interval, EU") },
  { "recon_label_ona", GLA_RULE_GROUP_VIALS, N_("Use after mixing, label, onabotulinumtoxinA") },
  { "recon_house", GLA_RULE_GROUP_VIALS, N_("Use after mixing, our own limit") },
  { "recon_consensus", GLA_RULE_GROUP_VIALS, N_("Use after mixing, consensus") },
  { "recon_study_max", GLA_RULE_GROUP_VIALS, N_("Use after mixing, longest studied") },
  { "excursion_ona", GLA_RULE_GROUP_VIALS, N_("Temperature excursion, onabotulinumtoxinA") },
  { "excursion_ona_hours", GLA_RULE_GROUP_VIALS,
    N_("Length of the excursion, onabotulinumtoxinA") },
  { "lot_alpha", GLA_RULE_GROUP_LOTS, N_("Probability below which a lot stands out") },
  { "lot_min_n", GLA_RULE_GROUP_LOTS, N_("Patients before a lot is looked at") },
  { "lot_background", GLA_RULE_GROUP_LOTS, N_("Share of failures to expect of any lot") },
  { "alert_pack_ona", GLA_RULE_GROUP_LOTS, N_("Pack named in a public alert, onabotulinumtoxinA") },
  { "amount_window", GLA_RULE_GROUP_LOTS, N_("Units of each product are summed over") },
  { "unitmix_abo_low", GLA_RULE_GROUP_LOTS, N_("So few units: products mixed up?") },
  { "unitmix_ona_high", GLA_RULE_GROUP_LOTS, N_("So many units: products mixed up?") },
  { "adult_age", GLA_RULE_GROUP_PATIENTS, N_("Youngest age of all labels") },
  { "elsewhere_window", GLA_RULE_GROUP_PATIENTS, N_("Toxin elsewhere counts for, type A") },
  { "elsewhere_window_b", GLA_RULE_GROUP_PATIENTS, N_("Toxin elsewhere counts for, type B") },
  { "dur_reference_ona_gl", GLA_RULE_GROUP_DURATIONS,
    N_("Reference, onabotulinumtoxinA, glabella") },
  { "dur_reference_ona_gl_rest", GLA_RULE_GROUP_DURATIONS,
    N_("Reference at rest, onabotulinumtoxinA, glabella") },
  { "dur_reference_daxi_gl", GLA_RULE_GROUP_DURATIONS,
    N_("Reference, daxibotulinumtoxinA, glabella") },
  { "dur_reference_daxi_gl_baseline", GLA_RULE_GROUP_DURATIONS,
    N_("Reference to baseline, daxibotulinumtoxinA, glabella") },
  { "symptom_window", GLA_RULE_GROUP_DURATIONS, N_("Told at a visit: worn off for at most") },
  { "baseline_window", GLA_RULE_GROUP_DURATIONS, N_("Oldest grade that is a baseline") },
  { "due_horizon", GLA_RULE_GROUP_PATIENTS, N_("Followed up after a treatment for") },
  { "insight_min_judged", GLA_RULE_GROUP_LOTS, N_("Judged at a review before a share is named") },
  { "short_duration_ratio", GLA_RULE_GROUP_DURATIONS, N_("Short against the patient’s own median") },
  { "short_duration_abs", GLA_RULE_GROUP_DURATIONS, N_("Short without a history") },
  { "dose_comparable", GLA_RULE_GROUP_DURATIONS, N_("Doses that can be compared differ by") },
  { "own_history_min_cycles", GLA_RULE_GROUP_DURATIONS, N_("Own cycles needed for a flag") },
  { "own_history_min_cycles_trend", GLA_RULE_GROUP_DURATIONS, N_("Own cycles needed for a trend") },
  { "adequate_failures_before_test", GLA_RULE_GROUP_TESTS,
    N_("Adequate sessions without effect before a test") },
  { "frontalis_units_ona", GLA_RULE_GROUP_TESTS, N_("Forehead test, onabotulinumtoxinA") },
  { "frontalis_units_abo", GLA_RULE_GROUP_TESTS, N_("Forehead test, abobotulinumtoxinA") },
  { "frontalis_read", GLA_RULE_GROUP_TESTS, N_("Reading of the forehead test") },
  { "frontalis_washout", GLA_RULE_GROUP_TESTS, N_("Time without forehead injection before the test") },
  { "edb_units", GLA_RULE_GROUP_TESTS, N_("Foot muscle test (EDB)") },
  { "edb_read", GLA_RULE_GROUP_TESTS, N_("Reading of the foot muscle test (EDB)") },
  { "edb_cut", GLA_RULE_GROUP_TESTS, N_("Amplitude left that suggests antibodies (EDB)") },
  { "holiday_contact", GLA_RULE_GROUP_TESTS, N_("Contact during a pause, every") },
  { "holiday_min_retest", GLA_RULE_GROUP_TESTS, N_("Shortest pause before a new test") },
  { "holiday_titre_fall", GLA_RULE_GROUP_TESTS, N_("Antibodies begin to fall after") },
  { "holiday_titre_low", GLA_RULE_GROUP_TESTS, N_("Antibodies are low after") },
};

/** What a number of a unit can be. */
typedef struct
{
  const char *key;
  double least;
  double most;
  gboolean is_whole;
} Unit;

static const Unit units[] = {
  { "days", 1, 3650, TRUE },
  { "hours", 1, 8760, TRUE },
  { "weeks", 1, 520, TRUE },
  { "months", 1, 120, TRUE },
  { "calendar months", 1, 120, TRUE },
  { "years", 1, 120, TRUE },
  { "treated areas", 1, 1000, TRUE },
  { "grade", 1, 4, TRUE },
  { "cycles", 1, 50, TRUE },
  { "patients", 1, 1000, TRUE },
  { "U", 0.01, 10000, FALSE },
  { "ratio", 0.001, 1, FALSE },
  { "", 0.001, 1, FALSE },
  { "% of baseline", 1, 100, FALSE },
  { "°C", -200, 60, FALSE },
};

/** The upper end of the first is never above the lower end of the second. */
typedef struct
{
  const char *first;
  const char *second;
} Order;

static const Order orders[] = {
  { "onset_first_question", "onset_expected_latest" },
  { "onset_expected_latest", "assess_min" },
  { "assess_min", "assess_ideal" },
  { "assess_ideal", "assess_max_peak" },
  { "assess_max_peak", "assess_late" },
  { "response_grade_min", "strict_grade_min" },
  { "dur_reference_daxi_gl", "dur_reference_daxi_gl_baseline" },
  { "own_history_min_cycles", "own_history_min_cycles_trend" },
};

static const Words *
find_words (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strcmp (words[i].name, name) == 0)
      return &words[i];
  return NULL;
}

const char *
gla_rule_group_get_title (GlaRuleGroup group)
{
  switch (group)
    {
    case GLA_RULE_GROUP_JUDGE:
      return _("When to Judge");
    case GLA_RULE_GROUP_INTERVALS:
      return _("Intervals");
    case GLA_RULE_GROUP_VIALS:
      return _("Reconstitution and Storage");
    case GLA_RULE_GROUP_LOTS:
      return _("Lots and Units");
    case GLA_RULE_GROUP_PATIENTS:
      return _("Patients");
    case GLA_RULE_GROUP_DURATIONS:
      return _("Durations");
    case GLA_RULE_GROUP_TESTS:
      return _("Tests and Pauses");
    case GLA_RULE_GROUP_OTHER:
    case GLA_N_RULE_GROUPS:
    default:
      return _("Others");
    }
}

GlaRuleGroup
gla_house_rule_get_group (const GlaConstant *rule)
{
  const Words *found;

  g_return_val_if_fail (rule != NULL, GLA_RULE_GROUP_OTHER);

  found = find_words (rule->name);
  return found != NULL ? found->group : GLA_RULE_GROUP_OTHER;
}

const char *
gla_house_rule_get_title (const GlaConstant *rule)
{
  const Words *found;

  g_return_val_if_fail (rule != NULL, NULL);

  found = find_words (rule->name);
  return found != NULL ? _(found->title) : rule->name;
}

gboolean
gla_house_rule_is_range (const GlaConstant *rule)
{
  g_return_val_if_fail (rule != NULL, FALSE);

  return rule->high > rule->low;
}

/* Values */

char *
gla_house_rule_dup_number (double value)
{
  return g_strdup_printf ("%.10g", value);
}

static char *
dup_shown_number (double value)
{
  g_autofree char *number = gla_house_rule_dup_number (fabs (value));

  return value < 0 ? g_strconcat ("−", number, NULL) : g_steal_pointer (&number);
}

char *
gla_house_rule_dup_value (const GlaConstant *rule,
                          double             low,
                          double             high)
{
  g_autofree char *from = dup_shown_number (low);
  g_autofree char *to = dup_shown_number (high);
  g_autofree char *both = NULL;

  g_return_val_if_fail (rule != NULL, NULL);

  if (low >= high)
    return gla_unit_words_new (from, rule->unit, low);
  /* Translators: lower and upper end of a range of numbers; the unit follows */
  both = g_strdup_printf (_("%s to %s"), from, to);
  return gla_unit_words_new (both, rule->unit, high);
}

gboolean
gla_house_rule_get_value (const GlaConstant *rule,
                          GPtrArray         *own,
                          double            *low,
                          double            *high)
{
  g_return_val_if_fail (rule != NULL && low != NULL && high != NULL, FALSE);

  *low = rule->low;
  *high = rule->high;
  for (guint i = 0; own != NULL && rule->editable && i < own->len; i++)
    {
      const GlaClinicConstant *constant = g_ptr_array_index (own, i);

      if (strcmp (constant->name, rule->name) != 0)
        continue;
      *low = constant->low;
      *high = constant->high;
      return TRUE;
    }
  return FALSE;
}

/* What it rests on */

char *
gla_house_rule_dup_mark (const GlaConstant *rule)
{
  g_return_val_if_fail (rule != NULL, NULL);

  if ((rule->mark.marks & GLA_MARK_DEFAULT) != 0)
    return g_strdup (_("program setting, no evidence"));
  return gla_marks_dup_text (rule->mark.marks);
}

char *
gla_house_rule_dup_basis (const GlaConstant *rule,
                          GlaCatalogue      *catalogue)
{
  GString *text;
  const char *note;

  g_return_val_if_fail (rule != NULL && catalogue != NULL, NULL);

  text = g_string_new (gla_constant_get_nature (rule));
  note = gla_marked_get_text (&rule->mark);
  if (note != NULL && note[0] != '\0')
    g_string_append_printf (text, "\n%s", note);
  for (guint i = 0; rule->mark.sources[i] != NULL; i++)
    {
      const GlaSource *source = gla_catalogue_find_source (catalogue, rule->mark.sources[i]);

      if (source != NULL)
        g_string_append_printf (text, "\n[%s] %s", source->code, source->reference);
    }
  return g_string_free (text, FALSE);
}

/* What can't be right */

static char *
find_fault_alone (const GlaConstant *rule,
                  double             low,
                  double             high)
{
  if (low > high)
    return g_strdup (_("The second number can’t be below the first."));
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    {
      g_autofree char *least = NULL;
      g_autofree char *most = NULL;

      if (strcmp (units[i].key, rule->unit) != 0)
        continue;
      if (units[i].is_whole && (floor (low) != low || floor (high) != high))
        return g_strdup (_("This must be a whole number."));
      if (low >= units[i].least && high <= units[i].most)
        return NULL;
      least = gla_house_rule_dup_value (rule, units[i].least, units[i].least);
      most = gla_house_rule_dup_value (rule, units[i].most, units[i].most);
      /* Translators: two values with their units */
      return g_strdup_printf (_("This must be from %s to %s."), least, most);
    }
  return NULL;
}

char *
gla_house_rule_dup_fault (const GlaConstant *rule,
                          GlaCatalogue      *catalogue,
                          GPtrArray         *own,
                          double             low,
                          double             high)
{
  char *fault;

  g_return_val_if_fail (rule != NULL && catalogue != NULL, NULL);

  fault = find_fault_alone (rule, low, high);
  for (gsize i = 0; fault == NULL && i < G_N_ELEMENTS (orders); i++)
    {
      gboolean is_first = strcmp (orders[i].first, rule->name) == 0;
      gboolean is_second = strcmp (orders[i].second, rule->name) == 0;
      const GlaConstant *other = NULL;
      g_autofree char *value = NULL;
      double other_low, other_high;

      if (is_first || is_second)
        other = gla_catalogue_find_constant (catalogue, is_first ? orders[i].second
                                                                 : orders[i].first);
      if (other == NULL)
        continue;
      gla_house_rule_get_value (other, own, &other_low, &other_high);
      value = gla_house_rule_dup_value (other, other_low, other_high);
      if (is_first && high > other_low)
        /* Translators: title and value of another rule */
        fault = g_strdup_printf (_("This can’t be above “%s”, which is %s."),
                                 gla_house_rule_get_title (other), value);
      else if (is_second && low < other_high)
        /* Translators: title and value of another rule */
        fault = g_strdup_printf (_("This can’t be below “%s”, which is %s."),
                                 gla_house_rule_get_title (other), value);
    }
  return fault;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-house-rule.h"

#include <string.h>

#include "gla-number.h"
#include "gla-store-constant.h"

static GlaCatalogue *catalogue;

static const GlaConstant *
find (const char *name)
{
  const GlaConstant *rule = gla_catalogue_find_constant (catalogue, name);

  g_assert_nonnull (rule);
  return rule;
}

/* Each rule of the program has words of its own, and its own value is no fault. */
static void
test_words (void)
{
  const GPtrArray *rules = gla_catalogue_get_constants (catalogue);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) own = g_ptr_array_new ();

  g_assert_cmpuint (rules->len, >=, 43);
  for (guint i = 0; i < rules->len; i++)
    {
      const GlaConstant *rule = g_ptr_array_index (rules, i);
      const char *title = gla_house_rule_get_title (rule);
      g_autofree char *fault
          = gla_house_rule_dup_fault (rule, catalogue, own, rule->low, rule->high);
      g_autofree char *basis = gla_house_rule_dup_basis (rule, catalogue);
      g_autofree char *mark = gla_house_rule_dup_mark (rule);

      g_test_message ("%s", rule->name);
      g_assert_null (fault);
      g_assert_cmpstr (title, !=, rule->name);
      g_assert_true (g_hash_table_add (titles, (gpointer) title));
      g_assert_cmpint (gla_house_rule_get_group (rule), !=, GLA_RULE_GROUP_OTHER);
      g_assert_true (g_str_has_prefix (basis, gla_constant_get_nature (rule)));
      /* What rests on no source says so. */
      if (rule->mark.sources[0] == NULL && strstr (rule->nature, "practice") == NULL)
        g_assert_cmpstr (mark, ==, "program setting, no evidence");
    }
}

static void
test_basis (void)
{
  g_autofree char *basis = gla_house_rule_dup_basis (find ("booster_window"), catalogue);
  GlaConstant unknown = { .name = (char *) "own_rule" };

  g_assert_nonnull (strstr (basis, "[K25]"));
  g_assert_nonnull (strstr (basis, "[GR94]"));
  g_assert_nonnull (strstr (basis, "Mov Disord"));
  g_assert_cmpstr (gla_house_rule_get_title (&unknown), ==, "own_rule");
  g_assert_cmpint (gla_house_rule_get_group (&unknown), ==, GLA_RULE_GROUP_OTHER);
}

static void
test_values (void)
{
  static const struct
  {
    const char *name;
    double low;
    double high;
    const char *text;
  } cases[] = {
    { "assess_min", 14, 14, "14 days" },
    { "assess_min", 1, 1, "1 day" },
    { "assess_ideal", 28, 30, "28 to 30 days" },
    { "interval_min_eu", 3, 3, "3 calendar months" },
    { "response_grade_min", 1, 1, "1 grade" },
    { "short_duration_ratio", 0.67, 0.67, "0.67" },
    { "excursion_ona", -70, 30, "−70 to 30 °C" },
    { "edb_cut", 65, 65, "65 % of baseline" },
    { "unitmix_abo_low", 12.5, 12.5, "12.5 U" },
    { "lot_background", 0.16, 0.16, "0.16" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
          = gla_house_rule_dup_value (find (cases[i].name), cases[i].low, cases[i].high);

      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    gboolean good;
    double value;
  } cases[] = {
    { "14", TRUE, 14 },       { " 14 ", TRUE, 14 },     { "0.67", TRUE, 0.67 },
    { "0,67", TRUE, 0.67 },   { "-70", TRUE, -70 },     { "−70", TRUE, -70 },
    { "", FALSE, 0 },         { "two", FALSE, 0 },      { "14 days", FALSE, 0 },
    { "inf", FALSE, 0 },      { "nan", FALSE, 0 },      { "0x10", FALSE, 0 },
    { "1e3", FALSE, 0 },      { "1.2.3", FALSE, 0 },    { "-", FALSE, 0 },
    { "1-2", FALSE, 0 },      { "99999999999999", FALSE, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = 0;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (gla_number_parse (cases[i].text, &value), ==, cases[i].good);
      if (cases[i].good)
        g_assert_cmpfloat (value, ==, cases[i].value);
    }
}

static void
test_faults (void)
{
  GlaClinicConstant ideal = { .name = (char *) "assess_ideal", .low = 20, .high = 24 };
  g_autoptr (GPtrArray) own = g_ptr_array_new ();
  static const struct
  {
    const char *name;
    double low;
    double high;
    const char *fault; /* part of it, or NULL */
  } cases[] = {
    { "assess_min", 20, 20, NULL },
    { "assess_min", 21, 21, "above “Best time for the formal judgement”, which is 20 to 24 days" },
    { "assess_min", 7, 7, NULL },
    { "assess_min", 6, 6, "below “Start of the effect, at the latest”, which is 7 days" },
    { "assess_min", 10.5, 10.5, "whole number" },
    { "assess_min", 0, 0, "from 1 day to 3650 days" },
    { "assess_ideal", 30, 28, "second number" },
    { "assess_ideal", 28, 42, NULL },
    { "assess_ideal", 28, 43, "above “Latest fair judgement of the peak”, which is 42 days" },
    { "response_grade_min", 3, 3, "above “Improvement in the regulatory yardstick”" },
    { "strict_grade_min", 5, 5, "from 1 grade to 4 grades" },
    { "short_duration_ratio", 0.5, 0.5, NULL },
    { "short_duration_ratio", 0, 0, "from 0.001 to 1" },
    { "short_duration_ratio", 1.5, 1.5, "from 0.001 to 1" },
    { "edb_cut", 101, 101, "of baseline" },
    { "unitmix_abo_low", 12.5, 12.5, NULL },
    { "unitmix_abo_low", 0, 0, "from 0.01 U to 10000 U" },
    { "excursion_ona", -70, 61, "from −200 °C to 60 °C" },
    { "own_history_min_cycles", 4, 4, "above “Own cycles needed for a trend”, which is 3 cycles" },
  };

  g_ptr_array_add (own, &ideal);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *fault = gla_house_rule_dup_fault (find (cases[i].name), catalogue, own,
                                                         cases[i].low, cases[i].high);

      g_test_message ("%s %g %g: %s", cases[i].name, cases[i].low, cases[i].high, fault);
      if (cases[i].fault == NULL)
        g_assert_null (fault);
      else
        g_assert_nonnull (strstr (fault, cases[i].fault));
    }
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  int result;

  g_test_init (&argc, &argv, NULL);
  catalogue = gla_catalogue_load_builtin (&error);
  g_assert_no_error (error);
  g_test_add_func ("/pages/house-rule/words", test_words);
  g_test_add_func ("/pages/house-rule/basis", test_basis);
  g_test_add_func ("/pages/house-rule/values", test_values);
  g_test_add_func ("/pages/house-rule/parse", test_parse);
  g_test_add_func ("/pages/house-rule/faults", test_faults);
  result = g_test_run ();
  gla_catalogue_unref (catalogue);
  return result;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"

G_BEGIN_DECLS

/*
 * A house rule is a constant of the catalogue (evidence, section 3.3) with the words in
 * which a clinic meets it in the settings, and what its value can be at all.
 */

/** GlaRuleGroup: in the order of the settings. */
typedef enum
{
  GLA_RULE_GROUP_JUDGE,
  GLA_RULE_GROUP_INTERVALS,
  GLA_RULE_GROUP_VIALS,
  GLA_RULE_GROUP_LOTS,
  GLA_RULE_GROUP_PATIENTS,
  GLA_RULE_GROUP_DURATIONS,
  GLA_RULE_GROUP_TESTS,
  GLA_RULE_GROUP_OTHER,   /* those that a clinic's own catalogue file adds */
  GLA_N_RULE_GROUPS,
} GlaRuleGroup;

/** gla_rule_group_get_title: in the user's language. */
const char   *gla_rule_group_get_title  (GlaRuleGroup         group);

GlaRuleGroup  gla_house_rule_get_group  (const GlaConstant   *rule);

/** gla_house_rule_get_title: what it is in a few words; the name of one that the program does not know. */
const char   *gla_house_rule_get_title  (const GlaConstant   *rule);

/** gla_house_rule_is_range: whether it has two ends. */
gboolean      gla_house_rule_is_range   (const GlaConstant   *rule);

/** gla_house_rule_dup_value: (transfer full): a value of it with its unit: "28 to 30 days". */
char         *gla_house_rule_dup_value  (const GlaConstant   *rule,
                                         double               low,
                                         double               high);

/** gla_house_rule_dup_number: (transfer full): @value as a person types it. */
char         *gla_house_rule_dup_number (double               value);

/** gla_house_rule_dup_mark: (transfer full): how far it can be trusted; empty if its sources carry it. */
char         *gla_house_rule_dup_mark   (const GlaConstant   *rule);

/** gla_house_rule_dup_basis: (transfer full): what it rests on, its sources in words, one a line. */
char         *gla_house_rule_dup_basis  (const GlaConstant   *rule,
                                         GlaCatalogue        *catalogue);

/**
 * gla_house_rule_dup_fault:
 * @own: (element-type GlaClinicConstant): values of the clinic
 *
 * Returns: (transfer full) (nullable): why this can't be its value, next to those of the
 *   other rules; %NULL if it can
 */
char         *gla_house_rule_dup_fault  (const GlaConstant   *rule,
                                         GlaCatalogue        *catalogue,
                                         GPtrArray           *own,
                                         double               low,
                                         double               high);

/**
 * gla_house_rule_get_value:
 * @own: (element-type GlaClinicConstant): values of the clinic
 *
 * The value that holds.
 *
 * Returns: whether it is the clinic's
 */
gboolean      gla_house_rule_get_value  (const GlaConstant   *rule,
                                         GPtrArray           *own,
                                         double              *low,
                                         double              *high);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_RULE_ROW (gla_rule_row_get_type ())
G_DECLARE_FINAL_TYPE (GlaRuleRow, gla_rule_row, GLA, RULE_ROW, AdwExpanderRow)

/**
 * GlaRuleRow:
 *
 * One house rule: its value, how far it can be trusted, whether the clinic changed it;
 * inside what it rests on, the buttons, and who changed what when.
 */

/** gla_rule_row_new: @rule: of the catalogue of @context. */
GtkWidget         *gla_rule_row_new       (GlaContext        *context,
                                           const GlaConstant *rule);

const GlaConstant *gla_rule_row_get_rule  (GlaRuleRow        *self);

/** gla_rule_row_show: shows what holds; @own: (element-type GlaClinicConstant): values of the clinic. */
void               gla_rule_row_show      (GlaRuleRow        *self,
                                           GPtrArray         *own);

/** gla_rule_row_is_own: whether the clinic changed it. */
gboolean           gla_rule_row_is_own    (GlaRuleRow        *self);

/** gla_rule_row_fits: whether each of @words, as gla_search_key_split() gives them, occurs in it. */
gboolean           gla_rule_row_fits      (GlaRuleRow         *self,
                                           const char * const *words);

/** gla_rule_row_key_fits: the same for any text that gla_search_key_new() made. */
gboolean           gla_rule_row_key_fits  (const char         *key,
                                           const char * const *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_RULES_SETTINGS (gla_rules_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaRulesSettings, gla_rules_settings, GLA, RULES_SETTINGS, AdwBin)

/**
 * GlaRulesSettings:
 *
 * What a clinic can change of the assistant: every number that the rules count with, and
 * the two-thirds rule.
 */
GtkWidget *gla_rules_settings_new (GlaContext *context);

G_END_DECLS

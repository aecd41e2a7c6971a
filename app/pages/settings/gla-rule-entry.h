/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"

G_BEGIN_DECLS

/*
 * Forms for the clinic's own value of a house rule. What was saved can be undone.
 * @rule: of the catalogue of @context
 */

/** gla_rule_entry_change: asks for the value, with an optional reason. */
void  gla_rule_entry_change  (GtkWindow         *parent,
                              GlaContext        *context,
                              const GlaConstant *rule);

/** gla_rule_entry_restore: back to the program's value, with an optional reason. */
void  gla_rule_entry_restore (GtkWindow         *parent,
                              GlaContext        *context,
                              const GlaConstant *rule);

G_END_DECLS

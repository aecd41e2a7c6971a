/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case.h"
#include "gla-condition.h"

G_BEGIN_DECLS

/**
 * GlaCaseScope:
 * @walk: (nullable): the case; without one there are no answers, steps and findings
 * @input: for the day and the constants of the clinic
 * @is_known: whether a fact is known
 * @user_data: for @is_known
 *
 * What conditions ask of a case, for the protocol and for the sheets of paper alike.
 */
typedef struct
{
  const GlaCase *walk;
  const GlaFactInput *input;
  gboolean (*is_known) (const char *fact,
                        gpointer    user_data);
  gpointer user_data;
} GlaCaseScope;

/**
 * gla_case_scope_evaluate:
 * @doc: the facts document
 * @holds: (out): whether @condition holds
 *
 * Returns: %FALSE with an error of gla_condition_evaluate()
 */
gboolean  gla_case_scope_evaluate  (const GlaCaseScope  *self,
                                    const GlaCondition  *condition,
                                    GlaXmlDoc           *doc,
                                    gboolean            *holds,
                                    GError             **error);

G_END_DECLS

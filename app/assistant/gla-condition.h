/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-knowledge-error.h"
#include "gla-xml-doc.h"

G_BEGIN_DECLS

/**
 * GlaCondition:
 *
 * A condition of the protocol: XPath 1.0 over the facts, without paths, axes or
 * variables. A name is a fact; a number that is not known is no number, so that
 * no comparison with it holds. Besides the functions of XPath there are
 *
 *   known('fact')            whether it is known
 *   answer('step')           the key of the answer given there last, or ''
 *   visited('step')          whether the case came there
 *   visits('step')           how often, the present visit included
 *   days-since('step')       days since it came there last
 *   months-since('step')     full months since it came there first
 *   finding('finding')       whether it was found
 *   constant('name')         a constant, or its lower end
 *   upper('name')            its upper end
 */
typedef struct _GlaCondition GlaCondition;

/**
 * GlaConditionName:
 *
 * What a name in a condition stands for; @GLA_CONDITION_ANSWER is "step=answer".
 */
typedef enum
{
  GLA_CONDITION_FACT,
  GLA_CONDITION_STEP,
  GLA_CONDITION_ANSWER,
  GLA_CONDITION_FINDING,
  GLA_CONDITION_CONSTANT,
} GlaConditionName;

/** GlaConditionNameFunc: called for each name of a condition; %FALSE: there is no such thing. */
typedef gboolean (*GlaConditionNameFunc) (GlaConditionName kind, const char *name,
                                          gpointer user_data);

/** GlaConditionScope: what the functions ask. */
typedef struct
{
  gboolean    (*is_known)         (const char *fact, gpointer user_data);
  const char *(*get_answer)       (const char *step, gpointer user_data);
  double      (*get_visits)       (const char *step, gpointer user_data);
  double      (*get_days_since)   (const char *step, gpointer user_data);
  double      (*get_months_since) (const char *step, gpointer user_data);
  gboolean    (*has_finding)      (const char *finding, gpointer user_data);
  double      (*get_constant)     (const char *name, gboolean upper, gpointer user_data);
  gpointer user_data;
} GlaConditionScope;

/** gla_condition_new: (transfer full): %NULL with @problem, one line, if it can't be read. */
GlaCondition  *gla_condition_new       (const char               *text,
                                        char                    **problem);
void           gla_condition_free      (GlaCondition             *self);

/** gla_condition_get_text: as it was written. */
const char    *gla_condition_get_text  (const GlaCondition       *self);

/**
 * gla_condition_check:
 *
 * Looks at every name, also those that evaluating would not come to.
 *
 * Returns: %FALSE with @problem, one line
 */
gboolean       gla_condition_check     (const GlaCondition       *self,
                                        GlaConditionNameFunc      func,
                                        gpointer                  user_data,
                                        char                    **problem);

/**
 * gla_condition_evaluate:
 * @facts: from gla_facts_to_xml()
 * @holds: (out): whether it holds
 *
 * Returns: %FALSE with an error in %GLA_KNOWLEDGE_ERROR if it took more than the
 *   steps that are allowed
 */
gboolean       gla_condition_evaluate  (const GlaCondition       *self,
                                        GlaXmlDoc                *facts,
                                        const GlaConditionScope  *scope,
                                        gboolean                 *holds,
                                        GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCondition, gla_condition_free)

G_END_DECLS

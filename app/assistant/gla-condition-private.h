/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-condition.h"

#include <libxml/xpath.h>

G_BEGIN_DECLS

/* Steps of libxml2's evaluator that one condition may take. */
#define GLA_CONDITION_LIMIT 20000

struct _GlaCondition
{
  char *text;
  xmlXPathCompExpr *compiled;
};

/* A context that says nothing on standard error and has our functions. */
xmlXPathContext *gla_condition_context_new  (xmlDoc                  *doc,
                                             const GlaConditionScope *scope);

G_END_DECLS

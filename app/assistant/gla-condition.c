/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-condition.h"

#include "gla-condition-private.h"
#include "gla-i18n.h"
#include "gla-xml.h"

#include <math.h>
#include <libxml/xpathInternals.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

/* libxml2 would write to standard error. */
static void
ignore_cb (void         *user_data,
           ErrorPointer  error)
{
}

static const GlaConditionScope *
get_scope (xmlXPathParserContext *parser)
{
  return parser->context->userData;
}

/* The one argument of a function, as text; NULL with the error of libxml2 set. */
static char *
pop_argument (xmlXPathParserContext *parser,
              int                    n_arguments)
{
  xmlChar *text;
  char *copy;

  if (n_arguments != 1)
    {
      xmlXPatherror (parser, __FILE__, __LINE__, XPATH_INVALID_ARITY);
      return NULL;
    }
  text = xmlXPathPopString (parser);
  copy = g_strdup (text != NULL ? (const char *) text : "");
  xmlFree (text);
  return copy;
}

static void
known_func (xmlXPathParserContext *parser,
            int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewBoolean (scope->is_known (name, scope->user_data)));
}

static void
answer_func (xmlXPathParserContext *parser,
             int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);
  const char *answer;

  if (name == NULL)
    return;
  answer = scope->get_answer (name, scope->user_data);
  valuePush (parser, xmlXPathNewString ((const xmlChar *) (answer != NULL ? answer : "")));
}

static void
visited_func (xmlXPathParserContext *parser,
              int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewBoolean (scope->get_visits (name, scope->user_data) > 0.0));
}

static void
visits_func (xmlXPathParserContext *parser,
             int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewFloat (scope->get_visits (name, scope->user_data)));
}

static void
days_since_func (xmlXPathParserContext *parser,
                 int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewFloat (scope->get_days_since (name, scope->user_data)));
}

static void
months_since_func (xmlXPathParserContext *parser,
                   int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewFloat (scope->get_months_since (name, scope->user_data)));
}

static void
finding_func (xmlXPathParserContext *parser,
              int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewBoolean (scope->has_finding (name, scope->user_data)));
}

static void
constant_func (xmlXPathParserContext *parser,
               int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewFloat (scope->get_constant (name, FALSE, scope->user_data)));
}

static void
upper_func (xmlXPathParserContext *parser,
            int                    n_arguments)
{
  g_autofree char *name = pop_argument (parser, n_arguments);
  const GlaConditionScope *scope = get_scope (parser);

  if (name != NULL)
    valuePush (parser, xmlXPathNewFloat (scope->get_constant (name, TRUE, scope->user_data)));
}

static const struct
{
  const char *name;
  xmlXPathFunction func;
} functions[] = {
  { "known", known_func },
  { "answer", answer_func },
  { "visited", visited_func },
  { "visits", visits_func },
  { "days-since", days_since_func },
  { "months-since", months_since_func },
  { "finding", finding_func },
  { "constant", constant_func },
  { "upper", upper_func },
};

xmlXPathContext *
gla_condition_context_new (xmlDoc                  *doc,
                           const GlaConditionScope *scope)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);

  g_assert (context != NULL);
  context->error = ignore_cb;
  context->userData = (gpointer) scope;
  context->opLimit = GLA_CONDITION_LIMIT;
  for (gsize i = 0; i < G_N_ELEMENTS (functions); i++)
    xmlXPathRegisterFunc (context, (const xmlChar *) functions[i].name, functions[i].func);
  return context;
}

GlaCondition *
gla_condition_new (const char  *text,
                   char       **problem)
{
  xmlXPathContext *context;
  xmlXPathCompExpr *compiled;
  GlaCondition *self;

  g_return_val_if_fail (text != NULL && problem != NULL, NULL);

  context = gla_condition_context_new (NULL, NULL);
  compiled = xmlXPathCtxtCompile (context, (const xmlChar *) text);
  xmlXPathFreeContext (context);
  if (compiled == NULL)
    {
      *problem = g_strdup_printf (_("the condition “%s” can’t be read"), text);
      return NULL;
    }
  self = g_new0 (GlaCondition, 1);
  self->text = g_strdup (text);
  self->compiled = compiled;
  return self;
}

void
gla_condition_free (GlaCondition *self)
{
  if (self == NULL)
    return;
  xmlXPathFreeCompExpr (self->compiled);
  g_free (self->text);
  g_free (self);
}

const char *
gla_condition_get_text (const GlaCondition *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

gboolean
gla_condition_evaluate (const GlaCondition       *self,
                        GlaXmlDoc                *facts,
                        const GlaConditionScope  *scope,
                        gboolean                 *holds,
                        GError                  **error)
{
  xmlXPathContext *context;
  int result;

  g_return_val_if_fail (self != NULL && facts != NULL && scope != NULL && holds != NULL, FALSE);

  context = gla_condition_context_new (facts, scope);
  context->node = xmlDocGetRootElement (facts);
  result = xmlXPathCompiledEvalToBoolean (self->compiled, context);
  xmlXPathFreeContext (context);
  if (result < 0)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_VALUE,
                   _("the condition “%s” can’t be worked out"), self->text);
      return FALSE;
    }
  *holds = result != 0;
  return TRUE;
}

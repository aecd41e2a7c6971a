/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-condition-private.h"

#include "gla-i18n.h"

#include <string.h>

/*
 * Reads a condition a second time, word by word: XPath would take a misspelt fact
 * for an element that is not there, and a condition with it would silently fail.
 */
typedef struct
{
  const char *at;
  GlaConditionNameFunc func;
  gpointer user_data;
  char *problem;
} Reader;

/* Functions whose one argument is a literal that names something. */
static const struct
{
  const char *function;
  GlaConditionName kind;
} naming[] = {
  { "known", GLA_CONDITION_FACT },        { "answer", GLA_CONDITION_STEP },
  { "visited", GLA_CONDITION_STEP },      { "visits", GLA_CONDITION_STEP },
  { "days-since", GLA_CONDITION_STEP },   { "months-since", GLA_CONDITION_STEP },
  { "finding", GLA_CONDITION_FINDING },   { "constant", GLA_CONDITION_CONSTANT },
  { "upper", GLA_CONDITION_CONSTANT },
};

static const char *const plain[] = {
  "not", "true", "false", "number", "string", "boolean", "floor", "ceiling", "round",
  "contains", "starts-with", "string-length", "concat", "normalize-space", NULL,
};
static const char *const operators[] = { "and", "or", "div", "mod", NULL };

static void
skip_blanks (Reader *reader)
{
  while (g_ascii_isspace (*reader->at))
    reader->at++;
}

static gboolean
expect (Reader *reader,
        char    sign)
{
  skip_blanks (reader);
  if (*reader->at != sign)
    return FALSE;
  reader->at++;
  return TRUE;
}

static char *
read_word (Reader *reader)
{
  const char *begin = reader->at;

  while (g_ascii_isalnum (*reader->at) || (*reader->at != '\0' && strchr ("_-.", *reader->at)))
    reader->at++;
  return g_strndup (begin, (gsize) (reader->at - begin));
}

/* (nullable): what stands between quotes. */
static char *
read_literal (Reader *reader)
{
  const char *end;
  char *text;
  char quote;

  skip_blanks (reader);
  quote = *reader->at;
  if (quote != '\'' && quote != '"')
    return NULL;
  end = strchr (reader->at + 1, quote);
  if (end == NULL)
    return NULL;
  text = g_strndup (reader->at + 1, (gsize) (end - reader->at - 1));
  reader->at = end + 1;
  return text;
}

static char *
describe_missing (GlaConditionName  kind,
                  const char       *name)
{
  switch (kind)
    {
    case GLA_CONDITION_FACT:
      return g_strdup_printf (_("there is no fact “%s”"), name);
    case GLA_CONDITION_STEP:
      return g_strdup_printf (_("there is no step “%s”"), name);
    case GLA_CONDITION_ANSWER:
      return g_strdup_printf (_("there is no answer “%s”"), name);
    case GLA_CONDITION_FINDING:
      return g_strdup_printf (_("there is no finding “%s”"), name);
    case GLA_CONDITION_CONSTANT:
      return g_strdup_printf (_("there is no constant “%s”"), name);
    default:
      g_return_val_if_reached (NULL);
    }
}

static gboolean
check_name (Reader           *reader,
            GlaConditionName  kind,
            const char       *name)
{
  if (reader->func (kind, name, reader->user_data))
    return TRUE;
  reader->problem = describe_missing (kind, name);
  return FALSE;
}

/* answer('S6') = 'local': the answer is checked as well. */
static gboolean
check_answer (Reader     *reader,
              const char *step)
{
  g_autofree char *answer = NULL;
  g_autofree char *name = NULL;

  if (!expect (reader, '=') || (answer = read_literal (reader)) == NULL)
    {
      reader->problem = g_strdup_printf (
        _("“answer('%s')” must be followed by “=” and an answer in quotes"), step);
      return FALSE;
    }
  name = g_strdup_printf ("%s=%s", step, answer);
  return check_name (reader, GLA_CONDITION_ANSWER, name);
}

static gboolean
check_function (Reader     *reader,
                const char *function)
{
  g_autofree char *argument = NULL;

  if (g_strv_contains (plain, function))
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (naming); i++)
    if (strcmp (naming[i].function, function) == 0)
      {
        if (!expect (reader, '(') || (argument = read_literal (reader)) == NULL ||
            !expect (reader, ')'))
          {
            reader->problem = g_strdup_printf (_("“%s” takes one name in quotes"), function);
            return FALSE;
          }
        if (!check_name (reader, naming[i].kind, argument))
          return FALSE;
        return strcmp (function, "answer") != 0 || check_answer (reader, argument);
      }
  reader->problem = g_strdup_printf (_("there is no function “%s”"), function);
  return FALSE;
}

static gboolean
check_word (Reader *reader)
{
  g_autofree char *word = read_word (reader);
  const char *next = reader->at;

  while (g_ascii_isspace (*next))
    next++;
  if (*next == '(' && !g_strv_contains (operators, word))
    return check_function (reader, word);
  if (g_strv_contains (operators, word))
    return TRUE;
  return check_name (reader, GLA_CONDITION_FACT, word);
}

static gboolean
check_next (Reader *reader)
{
  g_autofree char *literal = NULL;

  if (*reader->at == '\'' || *reader->at == '"')
    {
      literal = read_literal (reader);
      return literal != NULL;
    }
  if (g_ascii_isalpha (*reader->at) || *reader->at == '_')
    return check_word (reader);
  if (g_ascii_isdigit (*reader->at))
    {
      while (g_ascii_isdigit (*reader->at) || *reader->at == '.')
        reader->at++;
      return TRUE;
    }
  if (strchr ("()=<>+-*, \t\r\n", *reader->at) == NULL)
    {
      g_autofree char *sign = g_utf8_substring (reader->at, 0, 1);

      reader->problem = g_strdup_printf (_("“%s” is not allowed in a condition"), sign);
      return FALSE;
    }
  reader->at++;
  return TRUE;
}

gboolean
gla_condition_check (const GlaCondition    *self,
                     GlaConditionNameFunc   func,
                     gpointer               user_data,
                     char                 **problem)
{
  Reader reader = { NULL, func, user_data, NULL };

  g_return_val_if_fail (self != NULL && func != NULL && problem != NULL, FALSE);

  reader.at = self->text;
  while (*reader.at != '\0')
    if (!check_next (&reader))
      {
        *problem = reader.problem;
        return FALSE;
      }
  return TRUE;
}

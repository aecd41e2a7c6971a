/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-answers.h"

#include "gla-i18n.h"
#include "gla-xml.h"

#include <string.h>

static GlaXmlDoc *
parse (const char *content)
{
  g_autoptr (GBytes) bytes = content != NULL ? g_bytes_new (content, strlen (content)) : NULL;

  /* Of a case that can't be read nothing is said. */
  return bytes != NULL ? gla_xml_parse (bytes, "case", NULL) : NULL;
}

/* What was answered at a visit of a step, or NULL. */
static char *
find_answer (GlaXmlDoc  *doc,
             const char *step,
             int         visit)
{
  for (xmlNode *node = doc != NULL ? gla_xml_first (gla_xml_root (doc), "answer") : NULL;
       node != NULL; node = gla_xml_next (node, "answer"))
    {
      g_autofree char *other = gla_xml_dup (node, "step");

      if (g_strcmp0 (other, step) == 0 && gla_xml_int (node, "visit", 1) == visit)
        return gla_xml_dup (node, "answer");
    }
  return NULL;
}

static const char *
word_answer (const GlaProtocol *protocol,
             const GlaStep     *step,
             const char        *id)
{
  const GlaStepAnswer *answer = id != NULL ? gla_step_find_answer (step, id) : NULL;

  return answer != NULL ? gla_protocol_get_text (protocol, answer->text) : NULL;
}

static char *
describe (const GlaProtocol *protocol,
          const char        *step_id,
          const char        *old_id,
          const char        *new_id)
{
  const GlaStep *step = step_id != NULL ? gla_protocol_find_step (protocol, step_id) : NULL;
  const char *question, *before, *after;

  if (step == NULL || step->question == NULL)
    return NULL;
  question = gla_protocol_get_text (protocol, step->question);
  before = word_answer (protocol, step, old_id);
  after = word_answer (protocol, step, new_id);
  if (after == NULL)
    return NULL;
  if (before != NULL)
    /* Translators: a question, the answer before, and the one instead */
    return g_strdup_printf (_("“%s” – %s → %s"), question, before, after);
  /* Translators: a question and its answer */
  return g_strdup_printf (_("“%s” – %s"), question, after);
}

GStrv
gla_case_describe_new_answers (const char        *before,
                               const char        *after,
                               const GlaProtocol *protocol)
{
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_autoptr (GlaXmlDoc) old = parse (before);
  g_autoptr (GlaXmlDoc) new = parse (after);

  g_return_val_if_fail (protocol != NULL, NULL);

  for (xmlNode *node = new != NULL ? gla_xml_first (gla_xml_root (new), "answer") : NULL;
       node != NULL; node = gla_xml_next (node, "answer"))
    {
      g_autofree char *step = gla_xml_dup (node, "step");
      g_autofree char *new_id = gla_xml_dup (node, "answer");
      g_autofree char *old_id = find_answer (old, step, gla_xml_int (node, "visit", 1));
      g_autofree char *line = NULL;

      if (g_strcmp0 (old_id, new_id) == 0)
        continue;
      line = describe (protocol, step, old_id, new_id);
      if (line != NULL)
        g_strv_builder_add (lines, line);
    }
  return g_strv_builder_end (lines);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-private.h"

#include "gla-i18n.h"
#include "gla-xml.h"

#include <string.h>

#define SCHEMA "schemas/case.rng"

typedef struct
{
  const char *name;      /* of the file */
  GlaCase *self;
  GError **error;
} Reader;

static GlaDay
read_day (xmlNode    *node,
          const char *attribute)
{
  g_autofree char *text = gla_xml_dup (node, attribute);

  return text != NULL ? gla_day_from_iso (text) : GLA_DAY_NONE;
}

static gboolean
refuse (Reader     *reader,
        xmlNode    *node,
        const char *problem,
        const char *word)
{
  gla_xml_set_error (reader->error, GLA_KNOWLEDGE_ERROR_REFERENCE, reader->name, node,
                     /* Translators: a problem and the word that has it */
                     _("%s: “%s”"), problem, word);
  return FALSE;
}

/* (nullable): with the error set if the protocol has no such step. */
static const GlaStep *
find_step (Reader     *reader,
           xmlNode    *node,
           const char *attribute)
{
  g_autofree char *id = gla_xml_dup (node, attribute);
  const GlaStep *step = gla_protocol_find_step (reader->self->protocol, id);

  if (step == NULL)
    refuse (reader, node, _("the protocol has no such step"), id);
  return step;
}

static gboolean
read_stated (Reader  *reader,
             xmlNode *root)
{
  for (xmlNode *node = gla_xml_first (root, "stated"); node != NULL;
       node = gla_xml_next (node, "stated"))
    {
      g_autofree char *fact = gla_xml_dup (node, "fact");
      g_autofree char *value = gla_xml_dup (node, "value");
      GlaDay day = read_day (node, "day");

      if (!gla_stated_fact_is_valid (fact, value))
        return refuse (reader, node, _("no fact that can be stated so"), fact);
      if (day == GLA_DAY_NONE)
        day = reader->self->since;
      g_ptr_array_add (reader->self->stated, gla_stated_fact_new (fact, value, day));
    }
  return TRUE;
}

static gboolean
read_answers (Reader  *reader,
              xmlNode *root)
{
  for (xmlNode *node = gla_xml_first (root, "answer"); node != NULL;
       node = gla_xml_next (node, "answer"))
    {
      const GlaStep *step = find_step (reader, node, "step");
      g_autofree char *answer = gla_xml_dup (node, "answer");
      g_autofree char *reason = gla_xml_dup_text (node);
      const GlaStepAnswer *known = step != NULL ? gla_step_find_answer (step, answer) : NULL;
      int visit = gla_xml_int (node, "visit", 1);
      GlaDay day = read_day (node, "day");

      if (step == NULL)
        return FALSE;
      if (known == NULL)
        return refuse (reader, node, _("the step has no such answer"), answer);
      if (known->needs_reason && reason[0] == '\0')
        return refuse (reader, node, _("this answer needs a reason"), answer);
      if (gla_case_find_answer (reader->self, step->id, visit) != NULL)
        return refuse (reader, node, _("answered twice"), step->id);
      gla_case_put_answer (reader->self, step->id, visit, answer,
                           reason[0] != '\0' ? reason : NULL,
                           day != GLA_DAY_NONE ? day : reader->self->since);
    }
  return TRUE;
}

static gboolean
read_path (Reader  *reader,
           xmlNode *root)
{
  for (xmlNode *node = gla_xml_first (root, "visit"); node != NULL;
       node = gla_xml_next (node, "visit"))
    {
      const GlaStep *step = find_step (reader, node, "step");
      GlaCaseVisit *visit;

      if (step == NULL || find_step (reader, node, "to") == NULL)
        return FALSE;
      visit = gla_case_visit_new ();
      visit->step = g_strdup (step->id);
      visit->visit = gla_xml_int (node, "visit", 1);
      visit->reached = read_day (node, "reached");
      visit->left = read_day (node, "left");
      visit->to = gla_xml_dup (node, "to");
      visit->branch = -1;
      visit->words = gla_xml_dup_text (node);
      visit->by_itself = gla_xml_bool (node, "by-itself");
      g_ptr_array_add (reader->self->path, visit);
    }
  return TRUE;
}

static GlaFindLevel
read_level (xmlNode *node)
{
  g_autofree char *level = gla_xml_dup (node, "level");

  if (strcmp (level, "alert") == 0)
    return GLA_FIND_ALERT;
  return strcmp (level, "warn") == 0 ? GLA_FIND_WARN : GLA_FIND_INFO;
}

static void
read_findings (Reader  *reader,
               xmlNode *root)
{
  for (xmlNode *node = gla_xml_first (root, "finding"); node != NULL;
       node = gla_xml_next (node, "finding"))
    {
      GlaCaseFinding *finding = gla_case_finding_new ();
      g_auto (GStrv) rows = gla_xml_dup_list (node, "rows");

      finding->id = gla_xml_dup (node, "id");
      finding->step = gla_xml_dup (node, "step");
      finding->level = read_level (node);
      finding->place = gla_xml_dup (node, "place");
      finding->says = gla_xml_dup_child_text (node, "says");
      finding->correct = gla_xml_dup_child_text (node, "correct");
      finding->day = read_day (node, "day");
      for (guint i = 0; rows[i] != NULL; i++)
        g_ptr_array_add (finding->rows, g_strdup (rows[i]));
      g_ptr_array_add (reader->self->findings, finding);
    }
}

static gboolean
read_now (Reader  *reader,
          xmlNode *root)
{
  GlaCase *self = reader->self;
  xmlNode *node = gla_xml_first (root, "now");
  const GlaStep *step;
  g_autofree char *state = NULL;

  if (node == NULL)
    return refuse (reader, root, _("it does not say where the case stands"), "now");
  step = find_step (reader, node, "step");
  if (step == NULL)
    return FALSE;
  state = gla_xml_dup (node, "state");
  g_free (self->step);
  self->step = g_strdup (step->id);
  self->visit = gla_xml_int (node, "visit", 1);
  self->reached = read_day (node, "reached");
  self->due = read_day (node, "due");
  self->until = read_day (node, "until");
  self->state = GLA_CASE_ASKING;
  if (strcmp (state, "waiting") == 0)
    self->state = GLA_CASE_WAITING;
  if (strcmp (state, "ended") == 0)
    self->state = GLA_CASE_ENDED;
  return TRUE;
}

static gboolean
validate (GlaXmlDoc   *doc,
          const char  *name,
          GError     **error)
{
  g_autoptr (GlaXmlSchema) schema = gla_xml_schema_load_builtin (SCHEMA, error);

  return schema != NULL && gla_xml_schema_validate (schema, doc, name, "case", error);
}

/* Answers that the file says are no longer asked for. */
static void
read_follows (GlaCase *self,
              xmlNode *root)
{
  guint i = 0;

  for (xmlNode *node = gla_xml_first (root, "answer"); node != NULL;
       node = gla_xml_next (node, "answer"))
    ((GlaCaseAnswer *) self->answers->pdata[i++])->follows = gla_xml_bool (node, "follows");
}

GlaCase *
gla_case_from_xml (GlaXmlDoc    *doc,
                   const char   *name,
                   GlaProtocol  *protocol,
                   GError      **error)
{
  g_autoptr (GlaCase) self = NULL;
  g_autofree char *area = NULL;
  g_autofree char *treatment = NULL;
  g_autofree char *version = NULL;
  Reader reader = { name, NULL, error };
  xmlNode *root;

  g_return_val_if_fail (doc != NULL && name != NULL && protocol != NULL, NULL);

  if (!validate (doc, name, error))
    return NULL;
  root = gla_xml_root (doc);
  area = gla_xml_dup (root, "area");
  treatment = gla_xml_dup (root, "treatment");
  version = gla_xml_dup (root, "version");
  self = gla_case_new (protocol, area != NULL ? area : "", treatment, read_day (root, "since"));
  reader.self = self;
  if (area == NULL || self->since == GLA_DAY_NONE)
    {
      refuse (&reader, root, _("a case has an area and a day"), "case");
      return NULL;
    }
  if (g_strcmp0 (version, protocol->version) != 0)
    {
      refuse (&reader, root, _("a case of another version of the protocol"),
              version != NULL ? version : "");
      return NULL;
    }
  if (!read_stated (&reader, root) || !read_answers (&reader, root) ||
      !read_path (&reader, root) || !read_now (&reader, root))
    return NULL;
  read_findings (&reader, root);
  read_follows (self, root);
  return g_steal_pointer (&self);
}

GlaCase *
gla_case_replay (GlaXmlDoc           *doc,
                 const char          *name,
                 GlaProtocol         *protocol,
                 const GlaFactInput  *input,
                 const char          *area,
                 const char          *treatment,
                 GError             **error)
{
  g_autoptr (GlaCase) self = NULL;
  Reader reader = { name, NULL, error };
  GlaDay since;

  g_return_val_if_fail (doc != NULL && name != NULL && protocol != NULL, NULL);
  g_return_val_if_fail (input != NULL && area != NULL, NULL);

  if (!validate (doc, name, error))
    return NULL;
  since = read_day (gla_xml_root (doc), "since");
  if (since == GLA_DAY_NONE || since > input->cycles->today)
    since = input->cycles->today;
  self = gla_case_new (protocol, area, treatment, since);
  reader.self = self;
  if (!read_stated (&reader, gla_xml_root (doc)) || !read_answers (&reader, gla_xml_root (doc)))
    return NULL;
  return gla_case_walk (self, input, FALSE, error) ? g_steal_pointer (&self) : NULL;
}

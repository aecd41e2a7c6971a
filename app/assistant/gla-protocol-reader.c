/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol-private.h"

#include "gla-i18n.h"
#include "gla-reader.h"

#include <string.h>

typedef struct
{
  const char *name;       /* of the file */
  GlaMarkFlags own;
  GError **error;
} Reader;

/* (nullable): %NULL with the error set if there is one that can't be read. */
static GlaCondition *
read_condition (Reader   *reader,
                xmlNode  *node,
                gboolean *failed)
{
  g_autofree char *text = gla_xml_dup (node, "when");
  g_autofree char *problem = NULL;
  GlaCondition *condition;

  *failed = FALSE;
  if (text == NULL)
    return NULL;
  condition = gla_condition_new (text, &problem);
  if (condition == NULL)
    {
      gla_xml_set_error (reader->error, GLA_KNOWLEDGE_ERROR_VALUE, reader->name, node, "%s",
                         problem);
      *failed = TRUE;
    }
  return condition;
}

static void
read_answers (xmlNode *parent,
              GlaStep *step)
{
  for (xmlNode *node = gla_xml_first (parent, "answer"); node != NULL;
       node = gla_xml_next (node, "answer"))
    {
      GlaStepAnswer *answer = g_new0 (GlaStepAnswer, 1);
      g_autofree char *complaint = gla_xml_dup (node, "complaint");

      answer->id = gla_xml_dup (node, "id");
      answer->text = gla_xml_dup_text (node);
      answer->needs_reason = gla_xml_bool (node, "reason");
      answer->complaint = complaint != NULL ? complaint[0] : '\0';
      g_ptr_array_add (step->answers, answer);
    }
}

static gboolean
read_branches (Reader  *reader,
               xmlNode *parent,
               GlaStep *step)
{
  for (xmlNode *node = gla_xml_first (parent, "branch"); node != NULL;
       node = gla_xml_next (node, "branch"))
    {
      GlaStepBranch *branch = g_new0 (GlaStepBranch, 1);
      gboolean failed;

      branch->condition = read_condition (reader, node, &failed);
      branch->to = gla_xml_dup (node, "to");
      branch->text = gla_xml_dup_text (node);
      branch->line = gla_xml_line (node);
      g_ptr_array_add (step->branches, branch);
      if (failed)
        return FALSE;
    }
  return TRUE;
}

static GlaFindLevel
read_level (xmlNode *node)
{
  g_autofree char *level = gla_xml_dup (node, "level");

  if (g_strcmp0 (level, "alert") == 0)
    return GLA_FIND_ALERT;
  return g_strcmp0 (level, "warn") == 0 ? GLA_FIND_WARN : GLA_FIND_INFO;
}

/* Marks and sources of an element whose text stands in its children. */
static void
read_mark (Reader    *reader,
           xmlNode   *node,
           GlaMarked *mark)
{
  gla_reader_mark (mark, node, reader->own);
  g_clear_pointer (&mark->text, g_free);
}

static gboolean
read_finds (Reader  *reader,
            xmlNode *parent,
            GlaStep *step)
{
  for (xmlNode *node = gla_xml_first (parent, "find"); node != NULL;
       node = gla_xml_next (node, "find"))
    {
      GlaStepFind *find = g_new0 (GlaStepFind, 1);
      gboolean failed;

      find->id = gla_xml_dup (node, "id");
      find->condition = read_condition (reader, node, &failed);
      find->level = read_level (node);
      find->place = gla_xml_dup (node, "place");
      find->says = gla_xml_dup_child_text (node, "says");
      find->correct = gla_xml_dup_child_text (node, "correct");
      find->patient = gla_xml_dup_child_text (node, "patient");
      find->line = gla_xml_line (node);
      read_mark (reader, node, &find->mark);
      g_ptr_array_add (step->finds, find);
      if (failed)
        return FALSE;
    }
  return TRUE;
}

static void
read_outcome (xmlNode *parent,
              GlaStep *step)
{
  static const struct
  {
    const char *word;
    GlaOutcomeKind kind;
  } kinds[] = {
    { "stop", GLA_OUTCOME_STOP },
    { "wait", GLA_OUTCOME_WAIT },
    { "plan", GLA_OUTCOME_PLAN },
    { "close", GLA_OUTCOME_CLOSE },
  };
  xmlNode *node = gla_xml_first (parent, "outcome");
  g_autofree char *word = node != NULL ? gla_xml_dup (node, "kind") : NULL;

  if (node == NULL)
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (word, kinds[i].word) == 0)
      step->outcome = kinds[i].kind;
  step->outcome_text = gla_xml_dup_text (node);
}

static void
read_wait (xmlNode *parent,
           GlaStep *step)
{
  xmlNode *node = gla_xml_first (parent, "wait");
  GlaStepWait *wait;

  if (node == NULL)
    return;
  wait = g_new0 (GlaStepWait, 1);
  wait->from = gla_xml_dup (node, "from");
  wait->days = gla_xml_int (node, "days", -1);
  wait->months = gla_xml_int (node, "months", -1);
  wait->constant = gla_xml_dup (node, "constant");
  if (wait->constant == NULL)
    {
      wait->constant = gla_xml_dup (node, "upper");
      wait->upper = wait->constant != NULL;
    }
  wait->until = gla_xml_dup (node, "until");
  step->wait = wait;
}

static void
read_options (Reader  *reader,
              xmlNode *parent,
              GlaStep *step)
{
  for (xmlNode *node = gla_xml_first (parent, "option"); node != NULL;
       node = gla_xml_next (node, "option"))
    {
      GlaStepOption *option = g_new0 (GlaStepOption, 1);

      option->id = gla_xml_dup (node, "id");
      option->title = gla_xml_dup_child_text (node, "title");
      option->suits = gla_xml_dup_child_text (node, "suits");
      option->course = gla_xml_dup_child_text (node, "course");
      option->limits = gla_xml_dup_child_text (node, "limits");
      read_mark (reader, node, &option->mark);
      g_ptr_array_add (step->options, option);
    }
}

static GStrv
read_facts (xmlNode *parent)
{
  g_autofree char *text = gla_xml_dup_child_text (parent, "facts");

  if (text == NULL || text[0] == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (text, " ", -1);
}

static void
read_stages (GlaProtocol *self,
             xmlNode     *root)
{
  for (xmlNode *node = gla_xml_first (root, "stage"); node != NULL;
       node = gla_xml_next (node, "stage"))
    {
      GlaStage *stage = g_new0 (GlaStage, 1);

      stage->id = gla_xml_dup (node, "id");
      stage->title = gla_xml_dup_child_text (node, "title");
      stage->line = gla_xml_line (node);
      g_ptr_array_add (self->stages, stage);
    }
}

/* The stage that is named, or that of the step before. */
static gboolean
read_stage (Reader         *reader,
            GlaProtocol    *self,
            xmlNode        *node,
            const GlaStage *before,
            GlaStep        *step)
{
  g_autofree char *id = gla_xml_dup (node, "stage");

  step->stage = before;
  if (id == NULL)
    return TRUE;
  step->stage = gla_protocol_find_stage (self, id);
  if (step->stage == NULL)
    gla_xml_set_error (reader->error, GLA_KNOWLEDGE_ERROR_REFERENCE, reader->name, node,
                       _("there is no stage “%s”"), id);
  return step->stage != NULL;
}

static gboolean
read_step (Reader  *reader,
           xmlNode *node,
           GlaStep *step)
{
  g_autofree char *gate = gla_xml_dup (node, "gate");
  xmlNode *practitioner = gla_xml_first (node, "practitioner");

  step->id = gla_xml_dup (node, "id");
  step->is_gate = gate != NULL;
  step->line = gla_xml_line (node);
  step->title = gla_xml_dup_child_text (node, "title");
  gla_reader_add_marked (step->why, node, "why", reader->own);
  step->facts = read_facts (node);
  step->question = gla_xml_dup_child_text (node, "question");
  read_answers (node, step);
  read_outcome (node, step);
  read_wait (node, step);
  if (practitioner != NULL)
    {
      step->practitioner = g_new0 (GlaMarked, 1);
      gla_reader_mark (step->practitioner, practitioner, reader->own);
    }
  step->patient = gla_xml_dup_child_text (node, "patient");
  read_options (reader, node, step);
  return read_finds (reader, node, step) && read_branches (reader, node, step);
}

gboolean
gla_protocol_read (GlaProtocol  *self,
                   GlaXmlDoc    *doc,
                   const char   *name,
                   GError      **error)
{
  Reader reader = { name, self->is_own ? GLA_MARK_OWN : GLA_MARK_NONE, error };
  xmlNode *root = gla_xml_root (doc);
  const GlaStage *stage = NULL;

  self->key = gla_xml_dup (root, "key");
  self->version = gla_xml_dup (root, "version");
  self->title = gla_xml_dup_child_text (root, "title");
  gla_reader_add_marked (self->cautions, root, "caution", reader.own);
  read_stages (self, root);
  if (self->stages->len > 0)
    stage = self->stages->pdata[0];
  for (xmlNode *node = gla_xml_first (root, "step"); node != NULL;
       node = gla_xml_next (node, "step"))
    {
      GlaStep *step = gla_step_new ();

      g_ptr_array_add (self->steps, step);
      if (!read_stage (&reader, self, node, stage, step) || !read_step (&reader, node, step))
        return FALSE;
      stage = step->stage;
    }
  return TRUE;
}

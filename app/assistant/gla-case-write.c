/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-private.h"

#include "gla-xml.h"

#include <string.h>

static void
set (xmlNode    *node,
     const char *name,
     const char *value)
{
  if (value != NULL)
    xmlNewProp (node, (const xmlChar *) name, (const xmlChar *) value);
}

static void
set_day (xmlNode    *node,
         const char *name,
         GlaDay      day)
{
  g_autofree char *text = day != GLA_DAY_NONE ? gla_day_to_iso (day) : NULL;

  set (node, name, text);
}

static void
set_count (xmlNode    *node,
           const char *name,
           int         count)
{
  g_autofree char *text = g_strdup_printf ("%d", count);

  set (node, name, text);
}

static xmlNode *
add (xmlNode    *parent,
     const char *name,
     const char *text)
{
  return xmlNewTextChild (parent, NULL, (const xmlChar *) name,
                          (const xmlChar *) (text != NULL ? text : ""));
}

static void
write_answers (xmlNode       *root,
               const GlaCase *self)
{
  for (guint i = 0; i < self->stated->len; i++)
    {
      const GlaStatedFact *stated = self->stated->pdata[i];
      xmlNode *node = add (root, "stated", NULL);

      set (node, "fact", stated->name);
      set (node, "value", stated->value);
      set_day (node, "day", stated->day);
    }
  for (guint i = 0; i < self->answers->len; i++)
    {
      const GlaCaseAnswer *answer = self->answers->pdata[i];
      xmlNode *node = add (root, "answer", answer->reason);

      set (node, "step", answer->step);
      set_count (node, "visit", answer->visit);
      set (node, "answer", answer->answer);
      set_day (node, "day", answer->day);
      set (node, "follows", answer->follows ? "yes" : "no");
    }
}

static void
write_path (xmlNode       *root,
            const GlaCase *self)
{
  for (guint i = 0; i < self->path->len; i++)
    {
      const GlaCaseVisit *visit = self->path->pdata[i];
      xmlNode *node = add (root, "visit", visit->words);

      set (node, "step", visit->step);
      set_count (node, "visit", visit->visit);
      set_day (node, "reached", visit->reached);
      set_day (node, "left", visit->left);
      set (node, "to", visit->to);
      set (node, "by-itself", visit->by_itself ? "yes" : "no");
    }
}

static void
write_findings (xmlNode       *root,
                const GlaCase *self)
{
  static const char *const levels[] = { "info", "warn", "alert" };

  for (guint i = 0; i < self->findings->len; i++)
    {
      const GlaCaseFinding *finding = self->findings->pdata[i];
      xmlNode *node = xmlNewChild (root, NULL, (const xmlChar *) "finding", NULL);
      g_autoptr (GString) rows = g_string_new (NULL);

      for (guint k = 0; k < finding->rows->len; k++)
        g_string_append_printf (rows, "%s%s", k > 0 ? " " : "", (char *) finding->rows->pdata[k]);
      set (node, "id", finding->id);
      set (node, "step", finding->step);
      set (node, "place", finding->place);
      set (node, "level", levels[finding->level]);
      set_day (node, "day", finding->day);
      if (rows->len > 0)
        set (node, "rows", rows->str);
      add (node, "says", finding->says);
      if (finding->correct != NULL)
        add (node, "correct", finding->correct);
    }
}

GlaXmlDoc *
gla_case_to_xml (const GlaCase *self)
{
  static const char *const states[] = { "asking", "waiting", "ended" };
  xmlDoc *doc;
  xmlNode *root, *now;

  g_return_val_if_fail (self != NULL, NULL);

  doc = xmlNewDoc ((const xmlChar *) "1.0");
  root = xmlNewNode (NULL, (const xmlChar *) "case");
  xmlDocSetRootElement (doc, root);
  set (root, "protocol", self->protocol->key);
  set (root, "version", self->protocol->version);
  set (root, "area", self->area);
  set (root, "treatment", self->treatment);
  set_day (root, "since", self->since);
  write_answers (root, self);
  write_path (root, self);
  write_findings (root, self);
  now = xmlNewChild (root, NULL, (const xmlChar *) "now", NULL);
  set (now, "step", self->step);
  set_count (now, "visit", self->visit);
  set_day (now, "reached", self->reached);
  set (now, "state", states[self->state]);
  set_day (now, "due", self->due);
  set_day (now, "until", self->until);
  return doc;
}

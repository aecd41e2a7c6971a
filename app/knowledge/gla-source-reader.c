/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

static char *
dup_or (xmlNode    *node,
        const char *attribute,
        const char *fallback)
{
  char *text = gla_xml_dup (node, attribute);

  return text != NULL ? text : g_strdup (fallback);
}

static GlaSource *
read_source (xmlNode *node)
{
  GlaSource *self = g_new0 (GlaSource, 1);

  self->key = gla_xml_dup (node, "key");
  self->document = gla_xml_dup (node, "document");
  self->code = dup_or (node, "code", self->key);
  self->kind = gla_xml_dup (node, "kind");
  self->seen = dup_or (node, "seen", "");
  self->ties = dup_or (node, "ties", "");
  self->reference = gla_xml_dup_text (node);
  return self;
}

void
gla_reader_sources (GlaXmlDoc    *doc,
                    GlaMarkFlags  own,
                    GPtrArray    *sources)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "source"); node != NULL;
       node = gla_xml_next (node, "source"))
    g_ptr_array_add (sources, read_source (node));
}

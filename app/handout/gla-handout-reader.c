/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-template-private.h"

#include "gla-reader.h"

#include <string.h>

typedef struct
{
  const char *name;   /* of the file */
  gboolean is_own;
  GError **error;
} Reader;

static const struct
{
  const char *name;
  GlaHandoutElementKind kind;
  gboolean has_text;
} kinds[] = {
  { "heading", GLA_HANDOUT_HEADING, TRUE },
  { "subheading", GLA_HANDOUT_SUBHEADING, TRUE },
  { "p", GLA_HANDOUT_TEXT, TRUE },
  { "note", GLA_HANDOUT_NOTE, TRUE },
  { "list", GLA_HANDOUT_LIST, FALSE },
  { "item", GLA_HANDOUT_ITEM, TRUE },
  { "box", GLA_HANDOUT_BOX, FALSE },
  { "cells", GLA_HANDOUT_CELLS, FALSE },
  { "cell", GLA_HANDOUT_CELL, TRUE },
  { "signatures", GLA_HANDOUT_SIGNATURES, FALSE },
  { "sign", GLA_HANDOUT_SIGN, TRUE },
  { "insert", GLA_HANDOUT_INSERT, FALSE },
  { "qr", GLA_HANDOUT_QR, TRUE },
  { "group", GLA_HANDOUT_GROUP, FALSE },
  { "break", GLA_HANDOUT_BREAK, FALSE },
};

static gboolean
read_condition (Reader            *reader,
                xmlNode           *node,
                GlaHandoutElement *element)
{
  g_autofree char *text = gla_xml_dup (node, "when");
  g_autofree char *problem = NULL;

  if (text == NULL)
    return TRUE;
  element->when = gla_condition_new (text, &problem);
  if (element->when == NULL)
    gla_xml_set_error (reader->error, GLA_KNOWLEDGE_ERROR_VALUE, reader->name, node, "%s", problem);
  return element->when != NULL;
}

static gboolean read_elements (Reader    *reader,
                               xmlNode   *parent,
                               GPtrArray *elements);

static gboolean
read_element (Reader    *reader,
              xmlNode   *node,
              gsize      kind,
              GPtrArray *elements)
{
  GlaHandoutElement *element = gla_handout_element_new (kinds[kind].kind);

  g_ptr_array_add (elements, element);
  element->line = gla_xml_line (node);
  element->field = gla_xml_dup (node, "field");
  element->part = gla_xml_dup (node, "part");
  element->style = gla_xml_dup (node, "style");
  gla_reader_mark (&element->mark, node, reader->is_own ? GLA_MARK_OWN : GLA_MARK_NONE);
  g_clear_pointer (&element->mark.text, g_free);
  if (kinds[kind].has_text)
    element->text = gla_xml_dup_text (node);
  /* Some need none. */
  if (g_strcmp0 (element->text, "") == 0)
    g_clear_pointer (&element->text, g_free);
  if (!kinds[kind].has_text && !read_elements (reader, node, element->children))
    return FALSE;
  return read_condition (reader, node, element);
}

static gboolean
read_elements (Reader    *reader,
               xmlNode   *parent,
               GPtrArray *elements)
{
  for (xmlNode *node = gla_xml_first (parent, NULL); node != NULL; node = gla_xml_next (node, NULL))
    for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
      if (gla_xml_is (node, kinds[i].name) && !read_element (reader, node, i, elements))
        return FALSE;
  return TRUE;
}

static GlaHandoutNeeds
read_needs (xmlNode *root)
{
  g_autofree char *needs = gla_xml_dup (root, "needs");

  if (g_strcmp0 (needs, "case") == 0)
    return GLA_HANDOUT_NEEDS_CASE;
  if (g_strcmp0 (needs, "list") == 0)
    return GLA_HANDOUT_NEEDS_LIST;
  if (g_strcmp0 (needs, "event") == 0)
    return GLA_HANDOUT_NEEDS_EVENT;
  if (g_strcmp0 (needs, "lot") == 0)
    return GLA_HANDOUT_NEEDS_LOT;
  return g_strcmp0 (needs, "treatment") == 0 ? GLA_HANDOUT_NEEDS_TREATMENT
                                             : GLA_HANDOUT_NEEDS_RECORD;
}

gboolean
gla_handout_template_read (GlaHandoutTemplate  *self,
                           GlaXmlDoc           *doc,
                           const char          *name,
                           GError             **error)
{
  Reader reader = { name, self->is_own, error };
  xmlNode *root = gla_xml_root (doc);
  g_autofree char *audience = gla_xml_dup (root, "audience");
  g_autofree char *format = gla_xml_dup (root, "format");

  self->key = gla_xml_dup (root, "key");
  self->version = gla_xml_dup (root, "version");
  self->audience = g_strcmp0 (audience, "professional") == 0 ? GLA_HANDOUT_FOR_PROFESSIONAL
                                                             : GLA_HANDOUT_FOR_PATIENT;
  self->needs = read_needs (root);
  self->is_card = g_strcmp0 (format, "card") == 0;
  self->title = gla_xml_dup_child_text (root, "title");
  self->summary = gla_xml_dup_child_text (root, "summary");
  return read_elements (&reader, root, self->elements);
}

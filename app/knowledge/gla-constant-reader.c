/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

static GlaConstant *
read_constant (xmlNode      *node,
               GlaMarkFlags  own)
{
  GlaConstant *self = g_new0 (GlaConstant, 1);

  self->name = gla_xml_dup (node, "name");
  self->low = gla_xml_double (node, "value", 0.0);
  self->high = gla_xml_double (node, "up-to", self->low);
  self->unit = gla_xml_dup (node, "unit");
  if (self->unit == NULL)
    self->unit = g_strdup ("");
  self->nature = gla_xml_dup (node, "nature");
  self->editable = gla_xml_bool (node, "editable");
  gla_reader_mark (&self->mark, node, own);
  return self;
}

void
gla_reader_constants (GlaXmlDoc    *doc,
                      GlaMarkFlags  own,
                      GPtrArray    *constants)
{
  for (xmlNode *node = gla_xml_first (gla_xml_root (doc), "constant"); node != NULL;
       node = gla_xml_next (node, "constant"))
    g_ptr_array_add (constants, read_constant (node, own));
}

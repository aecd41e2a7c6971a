/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reader.h"

#include <math.h>

static const struct
{
  const char   *word;
  GlaMarkFlags  mark;
} mark_words[] = {
  { "unverified", GLA_MARK_UNVERIFIED },
  { "setting", GLA_MARK_DEFAULT },
  { "estimate", GLA_MARK_ESTIMATE },
  { "gku", GLA_MARK_GKU },
};

void
gla_reader_mark (GlaMarked    *mark,
                 xmlNode      *node,
                 GlaMarkFlags  own)
{
  g_auto (GStrv) words = gla_xml_dup_list (node, "marks");
  char *text = gla_xml_dup_text (node);

  mark->marks = own;
  for (gsize i = 0; i < G_N_ELEMENTS (mark_words); i++)
    if (g_strv_contains ((const char * const *) words, mark_words[i].word))
      mark->marks |= mark_words[i].mark;

  mark->sources = gla_xml_dup_list (node, "sources");
  if (text[0] == '\0')
    g_clear_pointer (&text, g_free);
  mark->text = text;
}

void
gla_reader_add_marked (GPtrArray    *array,
                       xmlNode      *parent,
                       const char   *name,
                       GlaMarkFlags  own)
{
  for (xmlNode *node = gla_xml_first (parent, name); node != NULL; node = gla_xml_next (node, name))
    {
      GlaMarked *mark = g_new0 (GlaMarked, 1);

      gla_reader_mark (mark, node, own);
      g_ptr_array_add (array, mark);
    }
}

int
gla_reader_microlitres (xmlNode    *node,
                        const char *attribute)
{
  return (int) lround (gla_xml_double (node, attribute, 0.0) * 1000.0);
}

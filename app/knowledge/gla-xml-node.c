/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-xml.h"

#include "gla-i18n.h"

#include <math.h>

static xmlNode *
find_element (xmlNode    *node,
              const char *name)
{
  while (node != NULL && !(node->type == XML_ELEMENT_NODE
                           && (name == NULL || gla_xml_is (node, name))))
    node = node->next;
  return node;
}

/* Text may be laid out over several indented lines in the file. */
static char *
collapse (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n", -1);
  GString *line = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] == '\0')
        continue;
      if (line->len > 0)
        g_string_append_c (line, ' ');
      g_string_append (line, words[i]);
    }
  return g_string_free (line, FALSE);
}

char *
gla_xml_to_text (GlaXmlDoc *doc)
{
  xmlChar *content = NULL;
  char *text;
  int size;

  g_return_val_if_fail (doc != NULL, NULL);

  xmlDocDumpFormatMemoryEnc (doc, &content, &size, "UTF-8", 1);
  text = g_strdup (content != NULL ? (const char *) content : "");
  xmlFree (content);
  return text;
}

xmlNode *
gla_xml_root (GlaXmlDoc *doc)
{
  g_return_val_if_fail (doc != NULL, NULL);

  return xmlDocGetRootElement (doc);
}

xmlNode *
gla_xml_first (xmlNode    *parent,
               const char *name)
{
  g_return_val_if_fail (parent != NULL, NULL);

  return find_element (parent->children, name);
}

xmlNode *
gla_xml_next (xmlNode    *node,
              const char *name)
{
  g_return_val_if_fail (node != NULL, NULL);

  return find_element (node->next, name);
}

gboolean
gla_xml_is (const xmlNode *node,
            const char    *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  return node != NULL && node->type == XML_ELEMENT_NODE
         && xmlStrEqual (node->name, (const xmlChar *) name) != 0;
}

char *
gla_xml_dup_text (xmlNode *node)
{
  xmlChar *content;
  char *text;

  g_return_val_if_fail (node != NULL, NULL);

  content = xmlNodeGetContent (node);
  text = collapse (content != NULL ? (const char *) content : "");
  xmlFree (content);
  return text;
}

char *
gla_xml_dup_child_text (xmlNode    *parent,
                        const char *name)
{
  xmlNode *child = gla_xml_first (parent, name);

  return child != NULL ? gla_xml_dup_text (child) : NULL;
}

char *
gla_xml_dup (xmlNode    *node,
             const char *attribute)
{
  xmlChar *content;
  char *text;

  g_return_val_if_fail (node != NULL, NULL);
  g_return_val_if_fail (attribute != NULL, NULL);

  content = xmlGetNoNsProp (node, (const xmlChar *) attribute);
  if (content == NULL)
    return NULL;
  text = collapse ((const char *) content);
  xmlFree (content);
  return text;
}

GStrv
gla_xml_dup_list (xmlNode    *node,
                  const char *attribute)
{
  g_autofree char *text = gla_xml_dup (node, attribute);

  if (text == NULL || text[0] == '\0')
    return g_new0 (char *, 1);
  return g_strsplit (text, " ", -1);
}

int
gla_xml_int (xmlNode    *node,
             const char *attribute,
             int         fallback)
{
  g_autofree char *text = gla_xml_dup (node, attribute);
  gint64 value;

  if (text == NULL || !g_ascii_string_to_signed (text, 10, G_MININT, G_MAXINT, &value, NULL))
    return fallback;
  return (int) value;
}

double
gla_xml_double (xmlNode    *node,
                const char *attribute,
                double      fallback)
{
  g_autofree char *text = gla_xml_dup (node, attribute);
  char *end = NULL;
  double value;

  if (text == NULL || text[0] == '\0')
    return fallback;
  value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (value) ? value : fallback;
}

gboolean
gla_xml_bool (xmlNode    *node,
              const char *attribute)
{
  g_autofree char *text = gla_xml_dup (node, attribute);

  return g_strcmp0 (text, "yes") == 0;
}

GlaUnits
gla_xml_units (xmlNode    *node,
               const char *attribute)
{
  g_autofree char *text = gla_xml_dup (node, attribute);
  GlaUnits units;

  if (text == NULL || !gla_units_parse (text, &units))
    return GLA_UNITS_UNKNOWN;
  return units;
}

long
gla_xml_line (const xmlNode *node)
{
  g_return_val_if_fail (node != NULL, 0);

  return xmlGetLineNo (node);
}

void
gla_xml_set_error (GError        **error,
                   int             code,
                   const char     *name,
                   const xmlNode  *node,
                   const char     *format,
                   ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, GLA_KNOWLEDGE_ERROR, code, _("%s, line %ld: %s"), name,
               node != NULL ? gla_xml_line (node) : 0L, message);
}

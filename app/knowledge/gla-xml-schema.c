/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-xml.h"

#include "gla-i18n.h"

#include <libxml/relaxng.h>

#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

struct _GlaXmlSchema
{
  xmlRelaxNG *grammar;
};

typedef struct
{
  int   line;
  char *message;
} Complaint;

/*
 * libxml2 reports the fault first and then each element around it; the first
 * one is the most exact.
 */
static void
complaint_cb (void         *user_data,
              ErrorPointer  error)
{
  Complaint *complaint = user_data;

  if (complaint->message != NULL || error->level < XML_ERR_ERROR)
    return;
  complaint->line = error->line;
  complaint->message = g_strchomp (g_strdup (error->message != NULL ? error->message : ""));
}

static void
clear_complaint (Complaint *complaint)
{
  g_clear_pointer (&complaint->message, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Complaint, clear_complaint)

void
gla_xml_schema_free (GlaXmlSchema *self)
{
  if (self == NULL)
    return;
  xmlRelaxNGFree (self->grammar);
  g_free (self);
}

GlaXmlSchema *
gla_xml_schema_load_builtin (const char  *path,
                             GError     **error)
{
  g_autoptr (GlaXmlDoc) doc = NULL;
  g_auto (Complaint) complaint = { 0, NULL };
  xmlRelaxNGParserCtxt *context;
  xmlRelaxNG *grammar;
  GlaXmlSchema *self;

  g_return_val_if_fail (path != NULL, NULL);

  doc = gla_xml_load_builtin (path, error);
  if (doc == NULL)
    return NULL;

  context = xmlRelaxNGNewDocParserCtxt (doc);
  g_assert (context != NULL);
  xmlRelaxNGSetParserStructuredErrors (context, complaint_cb, &complaint);
  grammar = xmlRelaxNGParse (context);
  xmlRelaxNGFreeParserCtxt (context);
  if (grammar == NULL)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SCHEMA,
                   _("%s, line %d: not a schema (%s)"), path, complaint.line,
                   complaint.message != NULL ? complaint.message : "");
      return NULL;
    }

  self = g_new0 (GlaXmlSchema, 1);
  self->grammar = grammar;
  return self;
}

gboolean
gla_xml_schema_validate (GlaXmlSchema  *self,
                         GlaXmlDoc     *doc,
                         const char    *name,
                         const char    *root,
                         GError       **error)
{
  g_auto (Complaint) complaint = { 0, NULL };
  xmlRelaxNGValidCtxt *context;
  xmlNode *top;
  int result;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (doc != NULL, FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  top = gla_xml_root (doc);
  if (root != NULL && !gla_xml_is (top, root))
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SCHEMA,
                   _("%s, line %ld: the first element is “%s”, expected “%s”"), name,
                   gla_xml_line (top), (const char *) top->name, root);
      return FALSE;
    }

  context = xmlRelaxNGNewValidCtxt (self->grammar);
  g_assert (context != NULL);
  xmlRelaxNGSetValidStructuredErrors (context, complaint_cb, &complaint);
  result = xmlRelaxNGValidateDoc (context, doc);
  xmlRelaxNGFreeValidCtxt (context);
  if (result == 0)
    return TRUE;

  g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SCHEMA,
               _("%s, line %d: does not fit the schema (%s)"), name, complaint.line,
               complaint.message != NULL ? complaint.message : "");
  return FALSE;
}

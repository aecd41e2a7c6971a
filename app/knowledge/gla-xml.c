/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-xml.h"

#include <string.h>

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "gla-data-resource.h"
#include "gla-i18n.h"

#define DATA_PREFIX "/org/glabella/Glabella/data/"

/* libxml2 made the error of its handlers constant in 2.12. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *ErrorPointer;
#else
typedef xmlErrorPtr ErrorPointer;
#endif

G_DEFINE_QUARK (gla-knowledge-error-quark, gla_knowledge_error)

typedef enum
{
  FAULT_NONE,
  FAULT_SYNTAX,
  FAULT_DOCTYPE,
  FAULT_DEPTH,
} Fault;

/* What the callbacks of one parse know; the first fault is the one reported. */
typedef struct
{
  Fault  fault;
  int    line;
  int    depth;
  char  *message;
} ParseState;

static ParseState *
get_state (void *user_data)
{
  xmlParserCtxt *context = user_data;

  return context->_private;
}

static void
stop (xmlParserCtxt *context,
      Fault          fault)
{
  ParseState *state = context->_private;

  if (state->fault == FAULT_NONE)
    {
      state->fault = fault;
      state->line = xmlSAX2GetLineNumber (context);
    }
  xmlStopParser (context);
}

static void
doctype_cb (void          *user_data,
            const xmlChar *name,
            const xmlChar *external_id,
            const xmlChar *system_id)
{
  stop (user_data, FAULT_DOCTYPE);
}

static void
start_element_cb (void           *user_data,
                  const xmlChar  *name,
                  const xmlChar  *prefix,
                  const xmlChar  *uri,
                  int             n_namespaces,
                  const xmlChar **namespaces,
                  int             n_attributes,
                  int             n_defaulted,
                  const xmlChar **attributes)
{
  ParseState *state = get_state (user_data);

  state->depth++;
  if (state->depth > GLA_XML_MAX_DEPTH)
    {
      stop (user_data, FAULT_DEPTH);
      return;
    }
  xmlSAX2StartElementNs (user_data, name, prefix, uri, n_namespaces, namespaces, n_attributes,
                         n_defaulted, attributes);
}

static void
end_element_cb (void          *user_data,
                const xmlChar *name,
                const xmlChar *prefix,
                const xmlChar *uri)
{
  get_state (user_data)->depth--;
  xmlSAX2EndElementNs (user_data, name, prefix, uri);
}

static void
error_cb (void         *user_data,
          ErrorPointer  error)
{
  ParseState *state = get_state (user_data);

  if (state->fault != FAULT_NONE || error->level < XML_ERR_ERROR)
    return;

  state->fault = FAULT_SYNTAX;
  state->line = error->line;
  state->message = g_strchomp (g_strdup (error->message != NULL ? error->message : ""));
}

static void
initialise (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

static void
set_parse_error (GError           **error,
                 const char        *name,
                 const ParseState  *state)
{
  switch (state->fault)
    {
    case FAULT_DOCTYPE:
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_DOCTYPE,
                   _("%s, line %d: document types and entities are not accepted"), name,
                   state->line);
      return;
    case FAULT_DEPTH:
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_TOO_BIG,
                   _("%s, line %d: more than %d elements within each other"), name, state->line,
                   GLA_XML_MAX_DEPTH);
      return;
    case FAULT_SYNTAX:
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX,
                   _("%s, line %d: not well-formed XML (%s)"), name, state->line, state->message);
      return;
    case FAULT_NONE:
    default:
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX,
                   _("%s: not well-formed XML"), name);
      return;
    }
}

/* The parser would turn other encodings into UTF-8 silently; here a file is what it says. */
static gboolean
check_text (GBytes      *bytes,
            const char  *name,
            GError     **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  const char *end = NULL;
  int line = 1;

  if (size > GLA_XML_MAX_BYTES)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_TOO_BIG,
                   _("%s: larger than %d MB"), name, (int) (GLA_XML_MAX_BYTES / 1024 / 1024));
      return FALSE;
    }
  if (size == 0)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX, _("%s: empty file"),
                   name);
      return FALSE;
    }
  if (g_utf8_validate (data, (gssize) size, &end))
    return TRUE;

  for (const char *c = data; c < end; c++)
    line += *c == '\n';
  g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_SYNTAX,
               _("%s, line %d: text is not UTF-8"), name, line);
  return FALSE;
}

void
gla_xml_doc_free (GlaXmlDoc *doc)
{
  if (doc != NULL)
    xmlFreeDoc (doc);
}

GlaXmlDoc *
gla_xml_parse (GBytes      *bytes,
               const char  *name,
               GError     **error)
{
  ParseState state = { FAULT_NONE, 0, 0, NULL };
  xmlParserCtxt *context;
  xmlDoc *doc;
  gsize size;
  const char *data;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (!check_text (bytes, name, error))
    return NULL;

  initialise ();
  data = g_bytes_get_data (bytes, &size);
  context = xmlNewParserCtxt ();
  g_assert (context != NULL);
  context->_private = &state;
  context->sax->internalSubset = doctype_cb;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
  context->sax->serror = error_cb;

  doc = xmlCtxtReadMemory (context, data, (int) size, NULL, "UTF-8",
                           XML_PARSE_NONET | XML_PARSE_NOWARNING | XML_PARSE_IGNORE_ENC |
                           XML_PARSE_BIG_LINES | XML_PARSE_NOCDATA);
  xmlFreeParserCtxt (context);

  if (doc == NULL || state.fault != FAULT_NONE || xmlDocGetRootElement (doc) == NULL)
    {
      set_parse_error (error, name, &state);
      g_clear_pointer (&doc, xmlFreeDoc);
    }
  g_free (state.message);
  return doc;
}

/* Reads one byte more than is accepted at most, so that a huge file costs nothing. */
GBytes *
gla_xml_read_file (GFile   *file,
                   GError **error)
{
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autoptr (GError) fault = NULL;
  g_autofree char *name = NULL;
  guint8 buffer[65536];
  gssize count = 0;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = g_file_get_parse_name (file);
  if (g_file_query_file_type (file, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_REGULAR)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ,
                   _("%s: there is no such file"), name);
      return NULL;
    }

  stream = g_file_read (file, NULL, &fault);
  while (stream != NULL && content->len <= GLA_XML_MAX_BYTES
         && (count = g_input_stream_read (G_INPUT_STREAM (stream), buffer, sizeof buffer, NULL,
                                          &fault)) > 0)
    g_byte_array_append (content, buffer, (guint) count);

  if (fault != NULL)
    {
      g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ,
                   _("%s: can't be read (%s)"), name, fault->message);
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

GlaXmlDoc *
gla_xml_load_file (GFile   *file,
                   GError **error)
{
  g_autofree char *name = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  bytes = gla_xml_read_file (file, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_parse_name (file);
  return gla_xml_parse (bytes, name, error);
}

GBytes *
gla_xml_get_builtin (const char  *path,
                     GError     **error)
{
  g_autofree char *full = NULL;
  g_autoptr (GError) fault = NULL;
  GBytes *bytes;

  g_return_val_if_fail (path != NULL, NULL);

  full = g_strconcat (DATA_PREFIX, path, NULL);
  bytes = g_resource_lookup_data (gla_data_get_resource (), full, G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  &fault);
  if (bytes == NULL)
    g_set_error (error, GLA_KNOWLEDGE_ERROR, GLA_KNOWLEDGE_ERROR_READ, _("%s: can't be read (%s)"),
                 path, fault->message);
  return bytes;
}

GlaXmlDoc *
gla_xml_load_builtin (const char  *path,
                      GError     **error)
{
  g_autoptr (GBytes) bytes = gla_xml_get_builtin (path, error);

  if (bytes == NULL)
    return NULL;
  return gla_xml_parse (bytes, path, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-protocol-private.h"

#include "gla-xml.h"

#define SCHEMA "schemas/protocol.rng"
#define ROOT "protocol"

static GlaProtocol *
make_protocol (GlaXmlDoc     *doc,
               GBytes        *content,
               const char    *name,
               gboolean       is_own,
               GlaCatalogue  *catalogue,
               GError       **error)
{
  g_autoptr (GlaXmlSchema) schema = gla_xml_schema_load_builtin (SCHEMA, error);
  g_autoptr (GlaProtocol) self = NULL;

  if (schema == NULL || !gla_xml_schema_validate (schema, doc, name, ROOT, error))
    return NULL;
  self = gla_protocol_new ();
  self->is_own = is_own;
  self->content = g_bytes_ref (content);
  if (!gla_protocol_read (self, doc, name, error) ||
      !gla_protocol_check (self, name, catalogue, error))
    return NULL;
  return g_steal_pointer (&self);
}

GlaProtocol *
gla_protocol_parse (GBytes        *bytes,
                    const char    *name,
                    gboolean       is_own,
                    GlaCatalogue  *catalogue,
                    GError       **error)
{
  g_autoptr (GlaXmlDoc) doc = NULL;

  g_return_val_if_fail (bytes != NULL && name != NULL && catalogue != NULL, NULL);

  doc = gla_xml_parse (bytes, name, error);
  return doc != NULL ? make_protocol (doc, bytes, name, is_own, catalogue, error) : NULL;
}

GlaProtocol *
gla_protocol_load_builtin (GlaCatalogue  *catalogue,
                           GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (catalogue != NULL, NULL);

  bytes = gla_xml_get_builtin (GLA_PROTOCOL_BUILTIN, error);
  return bytes != NULL ? gla_protocol_parse (bytes, GLA_PROTOCOL_BUILTIN, FALSE, catalogue, error) : NULL;
}

GlaProtocol *
gla_protocol_load_file (GFile         *file,
                        GlaCatalogue  *catalogue,
                        GError       **error)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file) && catalogue != NULL, NULL);

  bytes = gla_xml_read_file (file, error);
  if (bytes == NULL)
    return NULL;
  name = g_file_get_parse_name (file);
  return gla_protocol_parse (bytes, name, TRUE, catalogue, error);
}

GlaProtocol *
gla_protocol_load (GFile         *own,
                   GlaCatalogue  *catalogue,
                   GError       **refused,
                   GError       **error)
{
  GlaProtocol *self;

  g_return_val_if_fail (catalogue != NULL, NULL);

  if (own != NULL && g_file_query_exists (own, NULL))
    {
      self = gla_protocol_load_file (own, catalogue, refused);
      if (self != NULL)
        return self;
    }
  return gla_protocol_load_builtin (catalogue, error);
}

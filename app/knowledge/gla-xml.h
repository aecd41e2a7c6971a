/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <libxml/tree.h>

#include "gla-knowledge-error.h"
#include "gla-units.h"
#include "gla-xml-doc.h"

G_BEGIN_DECLS

/*
 * Reading XML that may come from anywhere. Nothing is fetched, no document type
 * or entity is accepted, size and depth are limited, text is UTF-8, and libxml2
 * never writes to standard error: each failure is one GError with file and line.
 */

/** GLA_XML_MAX_BYTES: a larger file is refused before it is parsed. */
#define GLA_XML_MAX_BYTES ((gsize) 16 * 1024 * 1024)

/** GLA_XML_MAX_DEPTH: elements within elements. */
#define GLA_XML_MAX_DEPTH 64

/**
 * gla_xml_parse:
 * @bytes: the file's content
 * @name: how to name the file in errors
 *
 * Returns: (transfer full): or %NULL with an error in %GLA_KNOWLEDGE_ERROR
 */
GlaXmlDoc   *gla_xml_parse               (GBytes          *bytes,
                                          const char      *name,
                                          GError         **error);

/**
 * gla_xml_read_file:
 *
 * Returns: (transfer full): the content of @file, which gla_xml_parse() refuses if it is too
 *   large; %NULL with an error in %GLA_KNOWLEDGE_ERROR if it can't be read
 */
GBytes      *gla_xml_read_file           (GFile           *file,
                                          GError         **error);

/** gla_xml_load_file: (transfer full): as gla_xml_parse(), of a file. */
GlaXmlDoc   *gla_xml_load_file           (GFile           *file,
                                          GError         **error);

/**
 * gla_xml_load_builtin:
 * @path: below the prefix of the built-in files, "catalogue/products.xml"
 *
 * Returns: (transfer full): as gla_xml_parse(), of a file in the program
 */
GlaXmlDoc   *gla_xml_load_builtin        (const char      *path,
                                          GError         **error);

/** gla_xml_get_builtin: (transfer full): content of a file in the program. */
GBytes      *gla_xml_get_builtin         (const char      *path,
                                          GError         **error);

/** gla_xml_to_text: (transfer full): the document as indented UTF-8 text. */
char        *gla_xml_to_text             (GlaXmlDoc       *doc);

/** GlaXmlSchema: a RELAX NG schema; can be used again and from any one thread at a time. */
typedef struct _GlaXmlSchema GlaXmlSchema;

/** gla_xml_schema_load_builtin: (transfer full): "schemas/catalogue.rng". */
GlaXmlSchema *gla_xml_schema_load_builtin (const char      *path,
                                           GError         **error);
void          gla_xml_schema_free         (GlaXmlSchema    *self);

/**
 * gla_xml_schema_validate:
 * @name: how to name the document's file in errors
 * @root: (nullable): name that the root element must have
 *
 * Returns: %FALSE with %GLA_KNOWLEDGE_ERROR_SCHEMA, file and line of the first fault
 */
gboolean     gla_xml_schema_validate     (GlaXmlSchema    *self,
                                          GlaXmlDoc       *doc,
                                          const char      *name,
                                          const char      *root,
                                          GError         **error);

/** gla_xml_root: (transfer none): the root element. */
xmlNode     *gla_xml_root                (GlaXmlDoc       *doc);

/** gla_xml_first: (nullable): first child element called @name, or any for %NULL. */
xmlNode     *gla_xml_first               (xmlNode         *parent,
                                          const char      *name);

/** gla_xml_next: (nullable): next sibling element called @name, or any for %NULL. */
xmlNode     *gla_xml_next                (xmlNode         *node,
                                          const char      *name);

/** gla_xml_is: whether @node is an element called @name. */
gboolean     gla_xml_is                  (const xmlNode   *node,
                                          const char      *name);

/** gla_xml_dup_text: (transfer full): text of @node, blanks collapsed; empty if none. */
char        *gla_xml_dup_text            (xmlNode         *node);

/** gla_xml_dup_child_text: (transfer full) (nullable): of the first child called @name. */
char        *gla_xml_dup_child_text      (xmlNode         *parent,
                                          const char      *name);

/** gla_xml_dup: (transfer full) (nullable): an attribute. */
char        *gla_xml_dup                 (xmlNode         *node,
                                          const char      *attribute);

/** gla_xml_dup_list: (transfer full): words of an attribute; empty if it is missing. */
GStrv        gla_xml_dup_list            (xmlNode         *node,
                                          const char      *attribute);

/** gla_xml_int: a whole number, @fallback if missing or none. */
int          gla_xml_int                 (xmlNode         *node,
                                          const char      *attribute,
                                          int              fallback);

/** gla_xml_double: a decimal number in the C locale, @fallback if missing or none. */
double       gla_xml_double              (xmlNode         *node,
                                          const char      *attribute,
                                          double           fallback);

/** gla_xml_bool: "yes" is %TRUE, all else %FALSE. */
gboolean     gla_xml_bool                (xmlNode         *node,
                                          const char      *attribute);

/** gla_xml_units: an amount of units; %GLA_UNITS_UNKNOWN if missing or none. */
GlaUnits     gla_xml_units               (xmlNode         *node,
                                          const char      *attribute);

/** gla_xml_line: line of @node in its file. */
long         gla_xml_line                (const xmlNode   *node);

/** gla_xml_set_error: sets @error with "name:line: message". */
void         gla_xml_set_error           (GError         **error,
                                          int              code,
                                          const char      *name,
                                          const xmlNode   *node,
                                          const char      *format,
                                          ...) G_GNUC_PRINTF (5, 6);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaXmlSchema, gla_xml_schema_free)

G_END_DECLS

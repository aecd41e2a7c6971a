/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GLA_KNOWLEDGE_ERROR (gla_knowledge_error_quark ())

/**
 * GlaKnowledgeError:
 * @GLA_KNOWLEDGE_ERROR_READ: the file could not be read
 * @GLA_KNOWLEDGE_ERROR_TOO_BIG: larger, deeper or with more text than is accepted
 * @GLA_KNOWLEDGE_ERROR_SYNTAX: not well-formed XML, or not UTF-8
 * @GLA_KNOWLEDGE_ERROR_DOCTYPE: has a document type or entity declaration
 * @GLA_KNOWLEDGE_ERROR_SCHEMA: does not fit the schema
 * @GLA_KNOWLEDGE_ERROR_DUPLICATE: a key or typing code stands twice
 * @GLA_KNOWLEDGE_ERROR_REFERENCE: a key that is referred to does not exist
 * @GLA_KNOWLEDGE_ERROR_VALUE: a value makes no sense
 *
 * Messages name file and line where there is one.
 */
typedef enum
{
  GLA_KNOWLEDGE_ERROR_READ,
  GLA_KNOWLEDGE_ERROR_TOO_BIG,
  GLA_KNOWLEDGE_ERROR_SYNTAX,
  GLA_KNOWLEDGE_ERROR_DOCTYPE,
  GLA_KNOWLEDGE_ERROR_SCHEMA,
  GLA_KNOWLEDGE_ERROR_DUPLICATE,
  GLA_KNOWLEDGE_ERROR_REFERENCE,
  GLA_KNOWLEDGE_ERROR_VALUE,
} GlaKnowledgeError;

GQuark  gla_knowledge_error_quark (void);

G_END_DECLS

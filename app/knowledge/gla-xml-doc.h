/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GlaXmlDoc:
 *
 * A parsed document: an xmlDoc with automatic clean-up. Whoever only hands one on needs
 * nothing of libxml2; what can be done with it is in gla-xml.h.
 */
typedef struct _xmlDoc GlaXmlDoc;

void         gla_xml_doc_free            (GlaXmlDoc       *doc);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaXmlDoc, gla_xml_doc_free)

G_END_DECLS

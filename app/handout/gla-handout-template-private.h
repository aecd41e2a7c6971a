/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-handout-template.h"

#include "gla-xml.h"

G_BEGIN_DECLS

GlaHandoutTemplate  *gla_handout_template_new   (void);
GlaHandoutElement   *gla_handout_element_new    (GlaHandoutElementKind  kind);

/* From a validated document; fails only where a condition can't be read. */
gboolean             gla_handout_template_read  (GlaHandoutTemplate    *self,
                                                 GlaXmlDoc             *doc,
                                                 const char            *name,
                                                 GError               **error);

/* What a schema can't say. */
gboolean             gla_handout_template_check (GlaHandoutTemplate    *self,
                                                 const char            *name,
                                                 GlaCatalogue          *catalogue,
                                                 GlaProtocol           *protocol,
                                                 GError               **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-protocol.h"

G_BEGIN_DECLS

GlaProtocol  *gla_protocol_new    (void);
GlaStep      *gla_step_new        (void);

/* From a validated document; fails only where a condition can't be read. */
gboolean      gla_protocol_read   (GlaProtocol   *self,
                                   GlaXmlDoc     *doc,
                                   const char    *name,
                                   GError       **error);

/* What a schema can't say; fills in the names and constants of each step as well. */
gboolean      gla_protocol_check  (GlaProtocol   *self,
                                   const char    *name,
                                   GlaCatalogue  *catalogue,
                                   GError       **error);

G_END_DECLS

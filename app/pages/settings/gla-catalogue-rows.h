/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-catalogue.h"

G_BEGIN_DECLS

/*
 * What the catalogue says, as rows below an expander. Every statement stands
 * with its mark ("unverified", "program setting") and the keys of its sources,
 * whose references are in the tooltip.
 */

void  gla_catalogue_rows_add_product   (AdwExpanderRow  *expander,
                                        GlaCatalogue    *catalogue,
                                        GlaProduct      *product);
void  gla_catalogue_rows_add_area      (AdwExpanderRow  *expander,
                                        GlaCatalogue    *catalogue,
                                        GlaArea         *area);

/** gla_catalogue_rows_add_sources: all references. */
void  gla_catalogue_rows_add_sources   (AdwExpanderRow  *expander,
                                        GlaCatalogue    *catalogue);

G_END_DECLS

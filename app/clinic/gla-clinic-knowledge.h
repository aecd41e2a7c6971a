/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-constants.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * What is known beforehand, with what the clinic put beside it in its own file.
 */

/**
 * gla_clinic_add_own:
 * @files: the catalogue as the program and the clinic's catalogue files have it
 *
 * Adds the products and areas that the clinic entered in Settings.
 *
 * Returns: (transfer full): the catalogue to work with, or %NULL with an error of
 *   %GLA_STORE_ERROR, or of %GLA_KNOWLEDGE_ERROR for an entry that can't be added
 */
GlaCatalogue  *gla_clinic_add_own        (GlaStore      *store,
                                          GlaCatalogue  *files,
                                          GError       **error);

/**
 * gla_clinic_load_constants:
 *
 * Returns: (transfer full): the constants of the catalogue with the clinic's own values in
 *   their place, or %NULL with an error of %GLA_STORE_ERROR
 */
GlaConstants  *gla_clinic_load_constants (GlaStore      *store,
                                          GlaCatalogue  *catalogue,
                                          GError       **error);

G_END_DECLS

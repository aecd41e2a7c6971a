/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_CATALOGUE_SETTINGS (gla_catalogue_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaCatalogueSettings, gla_catalogue_settings, GLA, CATALOGUE_SETTINGS, AdwBin)

/**
 * gla_catalogue_settings_new:
 *
 * Products, areas and sources of the catalogue: every statement with its mark
 * and where it comes from; and the clinic's own products and areas.
 */
GtkWidget  *gla_catalogue_settings_new (GlaContext *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_IMPORT_PREVIEW (gla_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (GlaImportPreview, gla_import_preview, GLA, IMPORT_PREVIEW, AdwBin)

/** GlaImportPreview: the first rows of a list as they would be taken, field by field. */

/** gla_import_preview_show: (nullable): @plan: shows it as it is now. */
void  gla_import_preview_show (GlaImportPreview    *self,
                               const GlaImportPlan *plan,
                               GlaDay               today);

G_END_DECLS

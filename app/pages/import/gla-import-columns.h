/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import-plan.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_IMPORT_COLUMNS (gla_import_columns_get_type ())
G_DECLARE_FINAL_TYPE (GlaImportColumns, gla_import_columns, GLA, IMPORT_COLUMNS, AdwBin)

/**
 * GlaImportColumns:
 *
 * What each column of a list means: one row for each, with examples and the
 * choice of fields. Changes the plan that it is given.
 */

/** GlaImportColumns::changed: a person chose another meaning. */

/** gla_import_columns_set_plan: (nullable): @plan stays the caller's and must outlive this. */
void  gla_import_columns_set_plan (GlaImportColumns *self,
                                   GlaImportPlan    *plan);

G_END_DECLS

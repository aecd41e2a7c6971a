/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-import.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_IMPORT_SUMMARY (gla_import_summary_get_type ())
G_DECLARE_FINAL_TYPE (GlaImportSummary, gla_import_summary, GLA, IMPORT_SUMMARY, AdwBin)

/** GlaImportSummary: what an import did, or would do: counts, and the rows to look at. */

/**
 * gla_import_summary_show:
 * @dry_run: whether nothing was changed
 * @backup: (nullable) (type filename): the copy that was made before
 */
void  gla_import_summary_show (GlaImportSummary      *self,
                               const GlaImportResult *result,
                               gboolean               dry_run,
                               const char            *backup);

G_END_DECLS

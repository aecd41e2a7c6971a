/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-context.h"
#include "gla-file-dialogs.h"
#include "gla-insight-job.h"

G_BEGIN_DECLS

/**
 * gla_insights_save:
 * @parent: the window that waits
 * @result: what is shown; not kept
 * @kind: %GLA_FILE_TABLE for CSV, or PDF, PNG or SVG
 * @choices: what was chosen, in words
 *
 * Asks for a file name and writes the figures there, then says that it did.
 */
void  gla_insights_save (GtkWindow              *parent,
                         GlaContext             *context,
                         const GlaInsightResult *result,
                         GlaFileKind             kind,
                         const char             *choices);

G_END_DECLS

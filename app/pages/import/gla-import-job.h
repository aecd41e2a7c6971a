/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-import.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The long work of the import window, outside of the main thread and with a
 * small window that shows how far it is and can stop it.
 */

/** gla_import_job_inspect_async: looks at a list, @parent waits. */
void              gla_import_job_inspect_async  (GtkWindow            *parent,
                                                 const char           *path,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

GlaImportPlan    *gla_import_job_inspect_finish (GAsyncResult         *result,
                                                 GError              **error);

/**
 * gla_import_job_run_async:
 * @plan: copied
 * @dry_run: find out what would happen
 * @report: (type filename): for what could not be taken
 *
 * Imports a list after a copy of the clinic file was put beside it.
 */
void              gla_import_job_run_async      (GtkWindow            *parent,
                                                 GlaContext           *context,
                                                 const GlaImportPlan  *plan,
                                                 gboolean              dry_run,
                                                 const char           *report,
                                                 GAsyncReadyCallback   callback,
                                                 gpointer              user_data);

/**
 * gla_import_job_run_finish:
 * @backup: (out) (transfer full) (nullable): name of the copy, %NULL after a dry run
 */
GlaImportResult  *gla_import_job_run_finish     (GAsyncResult         *result,
                                                 char                **backup,
                                                 GError              **error);

/** gla_import_job_was_stopped: whether @error says only that a person pressed Stop. */
gboolean          gla_import_job_was_stopped    (const GError         *error);

G_END_DECLS

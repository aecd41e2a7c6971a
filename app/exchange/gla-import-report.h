/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GlaImportIssue:
 * @row: as a spreadsheet program counts it, the header being row 1
 * @column: (nullable): title of the column, %NULL for the whole row
 * @refused: %FALSE if the row was taken, but not all of it as it stands
 * @reason: in words, without anything from the row itself
 */
typedef struct
{
  gint64 row;
  char *column;
  gboolean refused;
  char *reason;
} GlaImportIssue;

void              gla_import_issue_free        (GlaImportIssue   *self);

/**
 * GlaImportReport:
 *
 * The table of what could not be taken and why: row, column, result, reason. It
 * holds nothing else about a patient. The file appears when it is complete.
 */
typedef struct _GlaImportReport GlaImportReport;

/**
 * gla_import_report_new:
 * @path: (nullable) (type filename): where to; replaced if it is there. %NULL keeps no file
 *
 * Fails with %GLA_EXCHANGE_ERROR_WRITE if the folder can't be written to. The
 * file itself is made with the first entry.
 */
GlaImportReport  *gla_import_report_new        (const char       *path,
                                                GError          **error);

/** gla_import_report_free: without gla_import_report_close() before, nothing is left of it. */
void              gla_import_report_free       (GlaImportReport  *self);

gboolean          gla_import_report_add        (GlaImportReport  *self,
                                                const GlaImportIssue *issue,
                                                GError          **error);

/** gla_import_report_close: @written: (out): whether there is a file now. */
gboolean          gla_import_report_close      (GlaImportReport  *self,
                                                gboolean         *written,
                                                GError          **error);

/** gla_import_report_make_path: (transfer full): "clients-report.csv" beside "clients.csv". */
char             *gla_import_report_make_path  (const char       *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaImportIssue, gla_import_issue_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaImportReport, gla_import_report_free)

G_END_DECLS

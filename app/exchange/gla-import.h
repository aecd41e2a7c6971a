/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-import-plan.h"
#include "gla-import-report.h"
#include "gla-store.h"

G_BEGIN_DECLS

/** GLA_IMPORT_ISSUES_KEPT: issues that a result holds; the report has all of them. */
#define GLA_IMPORT_ISSUES_KEPT 1000

/** GlaImportProgress: @fraction from 0 to 1. Called in the thread of the import. */
typedef void (*GlaImportProgress) (double fraction, gpointer user_data);

/**
 * GlaImportOptions:
 * @today: later days are refused
 * @dry_run: find out what would happen and take it all back
 * @report: (nullable) (type filename): file for what could not be taken
 * @progress: (nullable)
 */
typedef struct
{
  GlaDay today;
  gboolean dry_run;
  const char *report;
  GlaImportProgress progress;
  gpointer user_data;
} GlaImportOptions;

/**
 * GlaImportResult:
 * @n_taken: rows of which something was added
 * @n_there: rows that were there already, from an earlier import or by hand
 * @n_refused: rows that could not be taken
 * @n_noted: rows that were taken, with something to look at
 * @issues: (element-type GlaImportIssue): the first of them
 * @report: (nullable): the file with all of them; %NULL if there are none
 */
typedef struct
{
  gint64 n_taken;
  gint64 n_there;
  gint64 n_refused;
  gint64 n_noted;
  gint64 n_patients;      /* what was added */
  gint64 n_treatments;
  gint64 n_injections;
  gint64 n_assessments;
  gint64 n_reports;
  gint64 n_staff;
  GPtrArray *issues;
  char *report;
} GlaImportResult;

void              gla_import_result_free (GlaImportResult          *self);

/**
 * gla_import_run:
 * @store: a clinic file that can be written to
 *
 * Takes all rows that can be taken, in one transaction: after a failure or when
 * it is cancelled the clinic file is as before. What was imported before is
 * recognised, whoever imports it and in whatever order the rows are, and what
 * people changed since is left alone.
 *
 * A patient is the one with the same record number, or else with the same names
 * and birth date. A treatment is one patient, day and injector.
 *
 * Returns: (transfer full): the result, also if not one row was taken
 */
GlaImportResult  *gla_import_run         (const GlaImportPlan      *plan,
                                          GlaStore                 *store,
                                          GlaCatalogue             *catalogue,
                                          const GlaImportOptions   *options,
                                          GCancellable             *cancellable,
                                          GError                  **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaImportResult, gla_import_result_free)

G_END_DECLS

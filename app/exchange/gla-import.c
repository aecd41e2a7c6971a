/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-private.h"

#include "gla-exchange-error.h"
#include "gla-i18n.h"
#include "gla-store-write.h"

#include <glib/gstdio.h>
#include <string.h>

/* Rows between two calls of the progress function. */
#define PROGRESS_ROWS 512

void
gla_import_result_free (GlaImportResult *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->issues, g_ptr_array_unref);
  g_clear_pointer (&self->report, g_free);
  g_free (self);
}

static void
run_clear (GlaImportRun *run)
{
  g_clear_pointer (&run->reader, gla_csv_reader_free);
  g_clear_pointer (&run->report, gla_import_report_free);
  g_clear_pointer (&run->result, gla_import_result_free);
  g_clear_pointer (&run->people, gla_import_people_free);
  g_clear_pointer (&run->staff, g_hash_table_unref);
  g_clear_pointer (&run->seen, g_hash_table_unref);
  g_clear_pointer (&run->begun, g_hash_table_unref);
  g_clear_pointer (&run->texts, g_string_chunk_free);
  g_clear_pointer (&run->issues, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GlaImportRun, run_clear)

static void
set_up (GlaImportRun *run)
{
  guint n_columns = gla_import_plan_get_n_columns (run->plan);

  run->result = g_new0 (GlaImportResult, 1);
  run->result->issues
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_import_issue_free);
  run->issues = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_import_issue_free);
  run->texts = g_string_chunk_new (4096);
  run->seen = g_hash_table_new (NULL, NULL);
  run->begun = g_hash_table_new (NULL, NULL);
  for (guint i = n_columns; i > 0; i--)
    run->columns[gla_import_plan_get_field (run->plan, i - 1)] = i;
}

/* Opens the file behind its header, which must still be the one of the plan. */
static gboolean
open_file (GlaImportRun  *run,
           GError       **error)
{
  guint n_columns = gla_import_plan_get_n_columns (run->plan);
  gboolean same;

  g_clear_pointer (&run->reader, gla_csv_reader_free);
  run->reader = gla_csv_reader_open (gla_import_plan_get_path (run->plan), error);
  if (run->reader == NULL)
    return FALSE;
  same = gla_csv_reader_next (run->reader, run->cancellable, NULL) == GLA_CSV_ROW
         && gla_csv_reader_get_n_fields (run->reader) == n_columns;
  for (guint i = 0; same && i < n_columns; i++)
    {
      g_autofree char *header
          = g_strstrip (g_strdup (gla_csv_reader_get_field (run->reader, i)));

      same = g_str_equal (header, gla_import_plan_get_header (run->plan, i));
    }
  if (!same)
    {
      g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_READ,
                           _("The file was changed meanwhile, so nothing was imported. Choose it "
                             "again."));
      return FALSE;
    }
  gla_csv_reader_expect_columns (run->reader, n_columns);
  return TRUE;
}

/* Writes down what there is to say about the row. */
static gboolean
settle_issues (GlaImportRun  *run,
               GError       **error)
{
  while (run->issues->len > 0)
    {
      g_autoptr (GlaImportIssue) issue = g_ptr_array_steal_index (run->issues, 0);

      if (!gla_import_report_add (run->report, issue, error))
        return FALSE;
      if (run->result->issues->len < GLA_IMPORT_ISSUES_KEPT)
        g_ptr_array_add (run->result->issues, g_steal_pointer (&issue));
    }
  return TRUE;
}

static gboolean
settle_row (GlaImportRun      *run,
            GlaImportOutcome   outcome,
            GError           **error)
{
  switch (outcome)
    {
    case GLA_IMPORT_TAKEN:
      run->result->n_taken++;
      if (run->issues->len == 0)
        return TRUE;
      run->result->n_noted++;
      return settle_issues (run, error);
    case GLA_IMPORT_THERE:
      run->result->n_there++;
      g_ptr_array_set_size (run->issues, 0);
      return TRUE;
    case GLA_IMPORT_REFUSED:
      run->result->n_refused++;
      return settle_issues (run, error);
    case GLA_IMPORT_NOT_FOUND:
    case GLA_IMPORT_FAILED:
    default:
      return FALSE;
    }
}

/* A row that can't even be read; said once, in the first pass. */
static GlaImportOutcome
refuse_bad_row (GlaImportRun *run)
{
  g_autofree char *problem = gla_csv_reader_describe_problem (run->reader);
  GlaImportIssue *issue;
  guint column;

  gla_csv_reader_get_problem (run->reader, &column);
  issue = g_new0 (GlaImportIssue, 1);
  issue->row = gla_csv_reader_get_row (run->reader);
  if (column < gla_import_plan_get_n_columns (run->plan))
    issue->column = gla_import_plan_dup_title (run->plan, column);
  issue->refused = TRUE;
  issue->reason = g_steal_pointer (&problem);
  g_ptr_array_add (run->issues, issue);
  return GLA_IMPORT_REFUSED;
}

static void
show_progress (GlaImportRun *run)
{
  double fraction = gla_csv_reader_get_fraction (run->reader);

  if (run->options->progress == NULL)
    return;
  if (run->columns[GLA_IMPORT_FIELD_NUMBER] != 0)
    fraction = run->second_pass ? 0.9 + fraction / 10.0 : fraction * 0.9;
  run->options->progress (fraction, run->options->user_data);
}

/*
 * Rows without a record number come last: the program gives such patients the
 * next free number, which must not be one that a later row of the list has.
 */
static gboolean
is_of_this_pass (GlaImportRun *run)
{
  gboolean has_number;

  if (run->columns[GLA_IMPORT_FIELD_NUMBER] == 0)
    return TRUE;
  has_number = gla_import_get (run, GLA_IMPORT_FIELD_NUMBER) != NULL;
  run->has_later_rows = run->has_later_rows || !has_number;
  return has_number != run->second_pass;
}

/* In a second pass rows that can't be read were reported before. */
static gboolean
take_row (GlaImportRun      *run,
          GlaCsvStep         step,
          GlaImportRowFunc   take,
          GError           **error)
{
  g_string_chunk_clear (run->texts);
  if (step == GLA_CSV_BAD_ROW)
    return run->second_pass || settle_row (run, refuse_bad_row (run), error);
  return !is_of_this_pass (run) || settle_row (run, take (run, error), error);
}

static gboolean
take_rows (GlaImportRun      *run,
           GlaImportRowFunc   take,
           GError           **error)
{
  guint n_rows = 0;
  GlaCsvStep step;

  if (!open_file (run, error))
    return FALSE;
  while ((step = gla_csv_reader_next (run->reader, run->cancellable, error)) != GLA_CSV_END)
    {
      if (step == GLA_CSV_FAILED
          || g_cancellable_set_error_if_cancelled (run->cancellable, error)
          || !take_row (run, step, take, error))
        return FALSE;
      if (n_rows++ % PROGRESS_ROWS == 0)
        show_progress (run);
    }
  return TRUE;
}

static gboolean
take_all (GlaImportRun  *run,
          GError       **error)
{
  GlaImportRowFunc take = gla_import_take_patient;

  if (gla_import_plan_get_kind (run->plan) == GLA_IMPORT_TREATMENTS)
    take = gla_import_take_treatment;
  else if (gla_import_plan_get_kind (run->plan) == GLA_IMPORT_ASSESSMENTS)
    take = gla_import_take_assessment;

  if (!take_rows (run, take, error))
    return FALSE;
  if (run->has_later_rows)
    {
      run->second_pass = TRUE;
      if (!take_rows (run, take, error))
        return FALSE;
    }
  if (run->options->progress != NULL)
    run->options->progress (1.0, run->options->user_data);
  return TRUE;
}

/* For the audit: figures only, in the language of files. */
static char *
describe (const GlaImportResult *result)
{
  return g_strdup_printf ("import: %" G_GINT64_FORMAT " patients, %" G_GINT64_FORMAT
                          " treatments, %" G_GINT64_FORMAT " injections, %" G_GINT64_FORMAT
                          " assessments, %" G_GINT64_FORMAT " reports, %" G_GINT64_FORMAT " staff",
                          result->n_patients, result->n_treatments, result->n_injections,
                          result->n_assessments, result->n_reports, result->n_staff);
}

static gboolean
finish (GlaImportRun  *run,
        GError       **error)
{
  g_autofree char *summary = describe (run->result);
  gboolean written;

  /* First the report: without it refused rows would be lost from sight. */
  if (!gla_import_report_close (run->report, &written, error))
    return FALSE;
  if (written)
    run->result->report = g_strdup (run->options->report);
  if (run->options->dry_run || run->result->n_taken == 0)
    gla_store_rollback_batch (run->store);
  else if (!gla_store_commit_batch (run->store, summary, error))
    {
      if (written)
        g_unlink (run->result->report);
      return FALSE;
    }
  return TRUE;
}

GlaImportResult *
gla_import_run (const GlaImportPlan     *plan,
                GlaStore                *store,
                GlaCatalogue            *catalogue,
                const GlaImportOptions  *options,
                GCancellable            *cancellable,
                GError                 **error)
{
  g_auto (GlaImportRun) run = { .plan = plan, .store = store, .catalogue = catalogue,
                                .options = options, .cancellable = cancellable };

  g_return_val_if_fail (plan != NULL && store != NULL && catalogue != NULL, NULL);
  g_return_val_if_fail (options != NULL && options->today != GLA_DAY_NONE, NULL);

  if (!gla_import_plan_check (plan, error))
    return NULL;
  run.report = gla_import_report_new (options->report, error);
  if (run.report == NULL)
    return NULL;
  set_up (&run);
  if (!gla_store_begin_batch (store, error))
    return NULL;
  run.people = gla_import_people_new (store, error);
  if (run.people == NULL || !take_all (&run, error) || !finish (&run, error))
    {
      gla_store_rollback_batch (store);
      return NULL;
    }
  return g_steal_pointer (&run.result);
}

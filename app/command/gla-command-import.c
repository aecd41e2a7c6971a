/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-command-private.h"

#include "gla-error.h"
#include "gla-exchange-error.h"
#include "gla-i18n.h"
#include "gla-import-backup.h"
#include "gla-import.h"

#include <stdio.h>

typedef struct
{
  char *kind;
  char *dates;
  char *report;
  GStrv mappings;
  gboolean dry_run;
} ImportOptions;

static void
import_options_clear (ImportOptions *options)
{
  g_clear_pointer (&options->kind, g_free);
  g_clear_pointer (&options->dates, g_free);
  g_clear_pointer (&options->report, g_free);
  g_clear_pointer (&options->mappings, g_strfreev);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ImportOptions, import_options_clear)

static gboolean
parse (int                *argc,
       char             ***argv,
       GlaCommandOptions  *common,
       ImportOptions      *options,
       GError            **error)
{
  const GOptionEntry entries[] = {
    { "as", 0, 0, G_OPTION_ARG_STRING, &options->kind, N_("What the rows are"),
      "patients|treatments|assessments" },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &options->dry_run,
      N_("Say what would happen and change nothing"), NULL },
    { "dates", 0, 0, G_OPTION_ARG_STRING, &options->dates,
      N_("Whether 3/4/2026 is 3 April or 4 March"), "dmy|mdy" },
    { "map", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->mappings,
      N_("What a column means; may be given several times"), "HEADER=FIELD" },
    { "report", 0, 0, G_OPTION_ARG_FILENAME, &options->report,
      N_("File for the rows that could not be taken"), N_("FILE") },
    { NULL },
  };

  return gla_command_parse (argc, argv, "FILE.csv",
                            _("Takes over a list of patients, treatments or assessments. What is "
                              "there already is not added again."),
                            entries, common, error)
         && gla_command_expect (*argc, 1, 1, "FILE.csv", error);
}

static gboolean
read_kind (const char     *text,
           GlaImportKind  *kind,
           GError        **error)
{
  *kind = GLA_IMPORT_AUTO;
  if (text == NULL || gla_import_kind_from_key (text, kind))
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("--as: “%s” is none of patients, treatments, assessments"), text);
  return FALSE;
}

static gboolean
read_day_order (const char   *text,
                GlaDayOrder  *order,
                GError      **error)
{
  *order = GLA_DAY_ORDER_ASK;
  if (g_strcmp0 (text, "dmy") == 0)
    *order = GLA_DAY_ORDER_DMY;
  else if (g_strcmp0 (text, "mdy") == 0)
    *order = GLA_DAY_ORDER_MDY;
  else if (text != NULL)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--dates: “%s” is neither dmy nor mdy"), text);
      return FALSE;
    }
  return TRUE;
}

/* What can be cured by another option is a matter of how the command was called. */
static void
set_usage_error (GError       **error,
                 const GError  *cause)
{
  if (g_error_matches (cause, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_AMBIGUOUS))
    g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_INPUT,
                 _("%s Add --dates dmy for the day first or --dates mdy for the month first."),
                 cause->message);
  else
    g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_INPUT,
                 _("%s Add --map \"Header=field\"."), cause->message);
}

static GlaImportPlan *
make_plan (const char           *path,
           const ImportOptions  *options,
           GError              **error)
{
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autoptr (GError) cause = NULL;
  GlaImportKind kind;
  GlaDayOrder order;

  if (!read_kind (options->kind, &kind, error) || !read_day_order (options->dates, &order, error))
    return NULL;
  plan = gla_import_plan_new (path, kind, NULL, error);
  if (plan == NULL)
    return NULL;
  gla_import_plan_set_day_order (plan, order);
  for (guint i = 0; options->mappings != NULL && options->mappings[i] != NULL; i++)
    if (!gla_import_plan_map (plan, options->mappings[i], &cause))
      {
        g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS, "--map: %s",
                     cause->message);
        return NULL;
      }
  return g_steal_pointer (&plan);
}

static void
print_plan (const GlaImportPlan *plan)
{
  GlaCsvDialect dialect = gla_import_plan_get_dialect (plan);

  /* Translators: what the rows are, how letters are written, what is between columns */
  printf (_("%s; %s, %s\n"), gla_import_kind_get_name (gla_import_plan_get_kind (plan)),
          gla_csv_encoding_get_name (dialect.encoding),
          gla_csv_delimiter_get_name (dialect.delimiter));
  for (guint i = 0; i < gla_import_plan_get_n_columns (plan); i++)
    {
      g_autofree char *title = gla_import_plan_dup_title (plan, i);

      printf ("  %s = %s\n", title,
              gla_import_field_to_key (gla_import_plan_get_field (plan, i)));
    }
  fflush (stdout);
}

static void
print_count (const char *label,
             gint64      count)
{
  printf ("%s: %" G_GINT64_FORMAT "\n", label, count);
}

static void
print_added (const char *label,
             gint64      count)
{
  if (count > 0)
    printf ("  %s: %" G_GINT64_FORMAT "\n", label, count);
}

static void
print_result (const GlaImportResult *result,
              gboolean               dry_run)
{
  if (dry_run)
    printf ("%s\n", _("This was a trial: nothing was changed."));
  print_count (_("Rows taken"), result->n_taken);
  print_added (_("new patients"), result->n_patients);
  print_added (_("new treatments"), result->n_treatments);
  print_added (_("new injections"), result->n_injections);
  print_added (_("new assessments"), result->n_assessments);
  print_added (_("new reports of patients"), result->n_reports);
  print_added (_("new staff, as having left"), result->n_staff);
  if (result->n_noted > 0)
    print_count (_("Rows taken with something to look at"), result->n_noted);
  print_count (_("Rows already there"), result->n_there);
  print_count (_("Rows refused"), result->n_refused);
  if (result->report != NULL)
    printf ("%s: %s\n", _("Report"), result->report);
}

static gboolean
import (const GlaCommandOptions  *common,
        const ImportOptions      *options,
        const GlaImportPlan      *plan,
        GError                  **error)
{
  gboolean is_new = !g_file_test (common->clinic, G_FILE_TEST_EXISTS);
  /* A clinic may begin with its list; a trial makes no file. */
  g_autoptr (GlaStore) store
      = gla_command_open (common, options->dry_run ? GLA_STORE_DEFAULT : GLA_STORE_CREATE, error);
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autoptr (GlaImportResult) result = NULL;
  g_autofree char *report = NULL;
  g_autofree char *backup = NULL;
  GlaCycleSettings settings;
  GlaImportOptions import_options = { .today = common->today, .dry_run = options->dry_run,
                                      .progress = gla_command_show_progress,
                                      .user_data = (gpointer) _("Importing") };

  if (store == NULL || (catalogue = gla_command_load_catalogue (store, &settings, error)) == NULL)
    return FALSE;
  print_plan (plan);
  report = options->report != NULL ? g_strdup (options->report)
                                   : gla_import_report_make_path (gla_import_plan_get_path (plan));
  import_options.report = report;
  if (!options->dry_run && !is_new)
    {
      backup = gla_import_backup (store, NULL, NULL, error);
      if (backup == NULL)
        return FALSE;
    }
  result = gla_import_run (plan, store, catalogue, &import_options, NULL, error);
  if (result == NULL)
    return FALSE;
  print_result (result, options->dry_run);
  if (is_new)
    printf ("%s: %s\n", _("New clinic file"), common->clinic);
  gla_command_tell_aside (gla_store_get_set_aside (store));
  if (backup != NULL)
    printf ("%s: %s\n", _("Copy from before"), backup);
  if (result->n_taken + result->n_there > 0)
    return TRUE;
  g_set_error_literal (error, GLA_EXCHANGE_ERROR, GLA_EXCHANGE_ERROR_NOTHING,
                       _("not one row could be taken; the report says why"));
  return FALSE;
}

gboolean
gla_command_import (int      argc,
                    char   **argv,
                    GError **error)
{
  g_auto (GlaCommandOptions) common = { NULL };
  g_auto (ImportOptions) options = { NULL };
  g_autoptr (GlaImportPlan) plan = NULL;
  g_autoptr (GError) cause = NULL;

  if (!parse (&argc, &argv, &common, &options, error))
    return FALSE;
  plan = make_plan (argv[1], &options, error);
  if (plan == NULL)
    return FALSE;
  if (!gla_import_plan_check (plan, &cause))
    {
      set_usage_error (error, cause);
      return FALSE;
    }
  return import (&common, &options, plan, error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* handout: writes sheets of paper for patients and professionals. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-command-case-run.h"
#include "gla-error.h"
#include "gla-handout-own.h"
#include "gla-handout.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-lot-name.h"
#include "gla-pdf.h"
#include "gla-setting.h"
#include "gla-store-letterhead.h"
#include "gla-store-read.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  char *output;
  char *language;
  char *paper;
  char *answers;
  char *area;
  char *lot;
  char *patients;
  gboolean large;
  gboolean blank_head;
  gboolean list;
  gboolean source;
  char *check;
} HandoutArguments;

/* What all sheets of a run have in common. */
typedef struct
{
  GlaCaseRun run;
  GlaHandoutTemplate *template;
  GlaHandoutOptions options;
  GlaLetterhead *letterhead;
  char *staff;
  GHashTable *told; /* (element-type utf8): languages that there is no translation into */
} Job;

static void
handout_arguments_clear (HandoutArguments *arguments)
{
  g_free (arguments->output);
  g_free (arguments->language);
  g_free (arguments->paper);
  g_free (arguments->answers);
  g_free (arguments->area);
  g_free (arguments->lot);
  g_free (arguments->patients);
  g_free (arguments->check);
}

static void
job_clear (Job *job)
{
  g_clear_pointer (&job->template, gla_handout_template_unref);
  gla_case_run_clear (&job->run);
  g_clear_pointer (&job->letterhead, gla_letterhead_unref);
  g_free (job->staff);
  g_clear_pointer (&job->told, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HandoutArguments, handout_arguments_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Job, job_clear)

/* (nullable): why the clinic's own file of a sheet was not taken is said on standard error. */
static GlaHandoutTemplate *
load_template (const char    *key,
               GlaCatalogue  *catalogue,
               GlaProtocol   *protocol,
               GError       **error)
{
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autoptr (GError) refused = NULL;
  GlaHandoutTemplate *template =
    gla_handout_template_load (key, folder, catalogue, protocol, &refused, error);

  if (template != NULL && refused != NULL)
    fprintf (stderr, _("glabella: %s; the built-in sheet is used\n"), refused->message);
  return template;
}

static const char *
get_audience (const GlaHandoutTemplate *template)
{
  return template->audience == GLA_HANDOUT_FOR_PATIENT ? _("patient") : _("professional");
}

/* One line for each sheet; one of the clinic that has a fault is named with it. */
static gboolean
list_sheets (GError **error)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (error);
  g_autoptr (GlaProtocol) protocol =
    catalogue != NULL ? gla_protocol_load_builtin (catalogue, error) : NULL;
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_auto (GStrv) keys = gla_handout_list (folder);

  if (protocol == NULL)
    return FALSE;
  printf ("%s\t%s\t%s\t%s\n", "name", "version", "for", "sheet");
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;
      g_autoptr (GlaHandoutTemplate) template =
        load_template (keys[i], catalogue, protocol, &fault);

      if (template == NULL)
        {
          fprintf (stderr, "glabella: %s\n", fault->message);
          continue;
        }
      gla_command_print_cell (template->key, FALSE);
      gla_command_print_cell (template->version, FALSE);
      gla_command_print_cell (get_audience (template), FALSE);
      gla_command_print_cell (gla_handout_template_get_text (template, template->summary), TRUE);
    }
  return TRUE;
}

/* The text of a sheet, to be changed and kept in the clinic's folder. */
static gboolean
print_source (const char *key,
              GError    **error)
{
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autofree char *text = gla_handout_dup_source (folder, key, TRUE, error);

  if (text != NULL)
    fputs (text, stdout);
  return text != NULL;
}

/* Whether a file would be taken as a sheet; if not, the error names its line. */
static gboolean
check_file (const char *path,
            GError    **error)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (error);
  g_autoptr (GlaProtocol) protocol =
    catalogue != NULL ? gla_protocol_load_builtin (catalogue, error) : NULL;
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GBytes) bytes =
    protocol != NULL ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  g_autoptr (GlaHandoutTemplate) template =
    bytes != NULL ? gla_handout_template_parse (bytes, path, TRUE, catalogue, protocol, error)
                  : NULL;

  if (template != NULL)
    printf (_("%s %s: no fault\n"), template->key, template->version);
  return template != NULL;
}

/* Once for each language, however many patients have it. */
static void
tell_language (Job                   *job,
               const GlaHandoutInput *input,
               const GlaPages        *pages)
{
  const char *wanted = gla_handout_choose_language (job->template, input, &job->options);
  const GlaLanguage *language = wanted != NULL ? gla_language_load (wanted, NULL) : NULL;

  if (wanted == NULL ||
      (language != NULL && language == gla_language_load (gla_pages_get_language (pages), NULL)))
    return;
  if (g_hash_table_add (job->told, g_strdup (wanted)))
    fprintf (stderr, _("glabella: the sheet “%s” is not translated into “%s”; it is written in the "
                       "language of the clinic\n"),
             job->template->key, wanted);
}

static char *
find_author (GlaStore *store)
{
  g_autofree char *author = gla_store_get_setting (store, GLA_SETTING_AUTHOR, NULL);
  g_autoptr (GPtrArray) staff = author != NULL ? gla_store_list_staff (store, FALSE, NULL) : NULL;

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      if (g_str_equal (person->id, author))
        return g_strdup (person->name);
    }
  return NULL;
}

static gboolean
prepare (Job                     *job,
         const char              *key,
         const HandoutArguments  *arguments,
         const GlaCommandOptions *options,
         GError                 **error)
{
  if (!gla_command_read_paper (arguments->paper, &job->options.paper, error) ||
      !gla_case_run_open (&job->run, options, NULL, error))
    return FALSE;
  job->told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  job->options.blank_head = arguments->blank_head;
  job->options.language = arguments->language;
  job->template = load_template (key, job->run.catalogue, job->run.protocol, error);
  if (job->template == NULL)
    return FALSE;
  if (job->template->needs == GLA_HANDOUT_NEEDS_LIST)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("“%s” is about many patients: print it from Today or from a lot"), key);
      return FALSE;
    }
  job->letterhead = gla_store_read_letterhead (job->run.store, error);
  job->staff = find_author (job->run.store);
  return job->letterhead != NULL;
}

/* The last injection of the lot into the area, touch-ups included. */
static const GlaInjection *
find_injection (const GlaCycle *cycle,
                const char     *wanted)
{
  for (guint i = cycle->injections->len; i > 0; i--)
    {
      const GlaInjection *injection = cycle->injections->pdata[i - 1];

      if (gla_lot_name_equal (injection->lot, wanted))
        return injection;
    }
  return NULL;
}

/* @injection: (out) (transfer none): of the lot */
static gboolean
choose_lot (GlaCaseRun          *run,
            const char          *lot,
            const GlaInjection **injection,
            GError             **error)
{
  const GlaCycle *last = NULL;

  for (guint i = 0; i < run->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = run->cycles->cycles->pdata[i];
      const GlaInjection *found = find_injection (cycle, lot);

      if (found == NULL || (last != NULL && cycle->day <= last->day))
        continue;
      last = cycle;
      *injection = found;
    }
  if (last == NULL)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--lot: no treatment with lot “%s” is recorded"), lot);
      return FALSE;
    }
  run->cycle = last;
  run->area = last->area;
  return TRUE;
}

/* A file to replay, a case of the clinic file, or the one that goes by itself so far. */
static GlaCase *
find_walk (Job         *job,
           const char  *name,
           GError     **error)
{
  g_autoptr (GlaCase) walk = NULL;

  if (name != NULL && g_file_test (name, G_FILE_TEST_EXISTS))
    return gla_case_run_walk (&job->run, name, error);
  if (!gla_case_run_resume (&job->run, name, &walk, error))
    return NULL;
  return walk != NULL ? g_steal_pointer (&walk) : gla_case_run_walk (&job->run, NULL, error);
}

/* The next check-up that was agreed on, or GLA_DAY_NONE. */
static GlaDay
find_review (const GlaHistory *history,
             GlaDay            today)
{
  for (guint i = 0; i < history->bookings->len; i++)
    {
      const GlaBooking *booking = history->bookings->pdata[i];

      if (booking->state == GLA_BOOKING_PLANNED && booking->day >= today &&
          (booking->kind == GLA_BOOKING_REVIEW || booking->kind == GLA_BOOKING_TEST_READING))
        return booking->day;
    }
  return GLA_DAY_NONE;
}

static gboolean
add_sheet (Job                      *job,
           GlaPdf                   *pdf,
           const char               *patient,
           const HandoutArguments   *arguments,
           const GlaCommandOptions  *options,
           GError                  **error)
{
  g_autoptr (GlaCase) walk = NULL;
  g_autoptr (GlaPages) pages = NULL;
  const GlaInjection *injection = NULL;
  GlaHandoutInput input;

  if (!gla_case_run_read (&job->run, patient, options->today, error) ||
      !(arguments->lot != NULL ? choose_lot (&job->run, arguments->lot, &injection, error)
                               : gla_case_run_choose_area (&job->run, arguments->area, error)) ||
      !gla_case_run_look (&job->run, job->template->needs == GLA_HANDOUT_NEEDS_CASE, error))
    return FALSE;
  if (job->template->needs == GLA_HANDOUT_NEEDS_CASE)
    {
      walk = find_walk (job, arguments->answers, error);
      if (walk == NULL)
        return FALSE;
    }
  gla_handout_input_init (&input, &job->run.basis->input);
  input.walk = walk;
  input.area = job->run.area;
  input.treatment = job->run.cycle != NULL ? job->run.cycle->treatment->id : NULL;
  input.review_day = find_review (job->run.cycles->history, options->today);
  if (injection != NULL)
    {
      const GlaTreatment *treatment =
        gla_history_find_treatment (job->run.cycles->history, injection->treatment);

      input.checked_lot = injection->lot;
      if (treatment->precision == GLA_DAY_EXACT)
        input.checked_day = treatment->day;
    }
  gla_handout_input_set_letterhead (&input, job->letterhead);
  input.staff = job->staff;
  job->options.large = arguments->large ||
                       (job->template->audience == GLA_HANDOUT_FOR_PATIENT &&
                        job->run.cycles->history->patient->large_print);
  pages = gla_handout_new (job->template, &input, &job->options, error);
  if (pages == NULL)
    return FALSE;
  tell_language (job, &input, pages);
  gla_pdf_add (pdf, pages);
  return TRUE;
}

/* One patient a line, by record number or name; empty lines are none. */
static gboolean
add_sheets (Job                      *job,
            GlaPdf                   *pdf,
            const HandoutArguments   *arguments,
            const GlaCommandOptions  *options,
            GError                  **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  guint n_lines, n = 0;

  if (!g_file_get_contents (arguments->patients, &text, NULL, error))
    return FALSE;
  lines = g_strsplit (text, "\n", -1);
  n_lines = g_strv_length (lines);
  for (guint i = 0; i < n_lines; i++)
    {
      g_strstrip (lines[i]);
      if (lines[i][0] == '\0')
        continue;
      if (!add_sheet (job, pdf, lines[i], arguments, options, error))
        {
          g_prefix_error (error, _("%s, line %u: "), arguments->patients, i + 1);
          return FALSE;
        }
      n++;
      gla_command_show_progress ((i + 1.0) / n_lines, _("Sheets"));
    }
  if (n > 0)
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS, _("%s names no patient"),
               arguments->patients);
  return FALSE;
}

static gboolean
write_sheets (const char              *key,
              const char              *patient,
              const HandoutArguments  *arguments,
              const GlaCommandOptions *options,
              GError                 **error)
{
  g_auto (Job) job = { { NULL } };
  g_autoptr (GlaPdf) pdf = gla_pdf_new ();
  g_autoptr (GBytes) bytes = NULL;

  if (!prepare (&job, key, arguments, options, error))
    return FALSE;
  if (!(patient != NULL ? add_sheet (&job, pdf, patient, arguments, options, error)
                        : add_sheets (&job, pdf, arguments, options, error)))
    return FALSE;
  bytes = gla_pdf_finish (pdf, options->today, error);
  /* Only its owner reads a patient's data. */
  return bytes != NULL &&
         g_file_set_contents_full (arguments->output, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

gboolean
gla_command_handout (int      argc,
                     char   **argv,
                     GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_auto (HandoutArguments) arguments = { NULL };
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &arguments.output, N_("File to write"), "FILE.pdf" },
    { "list", 0, 0, G_OPTION_ARG_NONE, &arguments.list, N_("List the sheets and nothing else"),
      NULL },
    { "source", 0, 0, G_OPTION_ARG_NONE, &arguments.source,
      N_("Write the text of the sheet NAME and nothing else"), NULL },
    { "check", 0, 0, G_OPTION_ARG_FILENAME, &arguments.check,
      N_("Check the text of a sheet and nothing else"), N_("FILE") },
    { "patients", 0, 0, G_OPTION_ARG_FILENAME, &arguments.patients,
      N_("A sheet for each patient of a file, one a line"), N_("FILE") },
    { "case", 0, 0, G_OPTION_ARG_FILENAME, &arguments.answers,
      N_("A case of the clinic file, or answers to replay; else the open case"), N_("ID|FILE") },
    { "area", 0, 0, G_OPTION_ARG_STRING, &arguments.area,
      N_("The area, by name or code; else the one treated last"), N_("AREA") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &arguments.lot,
      N_("The last treatment with this lot"), N_("LOT") },
    { "language", 0, 0, G_OPTION_ARG_STRING, &arguments.language,
      N_("Language; else the patient’s"), "xx" },
    { "large", 0, 0, G_OPTION_ARG_NONE, &arguments.large, N_("Large print; else as the patient reads"), NULL },
    { "letterhead-paper", 0, 0, G_OPTION_ARG_NONE, &arguments.blank_head,
      N_("Leave 45 mm for a printed letterhead"), NULL },
    { "paper", 0, 0, G_OPTION_ARG_STRING, &arguments.paper, N_("Paper"), "a4|letter" },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, "NAME [PATIENT]",
                          _("Writes a sheet for a patient or about one, such as aftercare or the "
                            "dossier of a missing effect. NAME is one that --list names; PATIENT "
                            "is a record number or a name."),
                          entries, &options, error))
    return FALSE;
  if (arguments.list)
    return gla_command_expect (argc, 0, 0, "--list", error) && list_sheets (error);
  if (arguments.check != NULL)
    return gla_command_expect (argc, 0, 0, "--check FILE", error) &&
           check_file (arguments.check, error);
  if (arguments.source)
    return gla_command_expect (argc, 1, 1, "--source NAME", error) &&
           print_source (argv[1], error);
  if (!(arguments.patients != NULL
          ? gla_command_expect (argc, 1, 1, "NAME --patients FILE --output FILE.pdf", error)
          : gla_command_expect (argc, 2, 2, "NAME PATIENT --output FILE.pdf", error)))
    return FALSE;
  if (arguments.output == NULL)
    {
      g_set_error_literal (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                           _("--output needs a file"));
      return FALSE;
    }
  return write_sheets (argv[1], arguments.patients != NULL ? NULL : argv[2], &arguments, &options,
                       error);
}

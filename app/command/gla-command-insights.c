/* SPDX-License-Identifier: GPL-3.0-or-later */

/* insights: what all records together say. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-clinic-scan.h"
#include "gla-command-insights-print.h"
#include "gla-error.h"
#include "gla-i18n.h"
#include "gla-outlook-cache.h"
#include "gla-store-read.h"

#include <string.h>

/* The choices of the command line, as they were written. */
typedef struct
{
  char *by;
  char *area;
  char *product;
  char *injector;
  char *lot;
  char *from;
  char *until;
  char *output;
} Choices;

static void
choices_clear (Choices *self)
{
  g_free (self->by);
  g_free (self->area);
  g_free (self->product);
  g_free (self->injector);
  g_free (self->lot);
  g_free (self->from);
  g_free (self->until);
  g_free (self->output);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choices, choices_clear)

static GHashTable *
read_staff (GlaStore  *store,
            GError   **error)
{
  g_autoptr (GPtrArray) staff = gla_store_list_staff (store, TRUE, error);
  GHashTable *names;

  if (staff == NULL)
    return NULL;
  names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      g_hash_table_insert (names, g_strdup (person->id), g_strdup (person->name));
    }
  return names;
}

static GlaInsightClinic *
read_clinic (const GlaCommandOptions  *options,
             GError                  **error)
{
  g_autoptr (GlaStore) store = gla_command_open (options, GLA_STORE_READ_ONLY, error);
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autoptr (GlaCycleTable) table = NULL;
  g_autoptr (GHashTable) staff = NULL;
  g_autoptr (GlaOutlookCache) outlook = NULL;
  GlaCycleSettings settings;
  GlaClinicScan scan = { .settings = &settings, .today = options->today };

  if (store == NULL)
    return NULL;
  catalogue = gla_command_load_catalogue (store, &settings, error);
  if (catalogue == NULL || (staff = read_staff (store, error)) == NULL)
    return NULL;
  scan.path = gla_store_get_path (store);
  scan.catalogue = catalogue;
  scan.progress = gla_command_show_progress;
  scan.progress_data = (gpointer) _("Reading the records");
  table = gla_clinic_scan_cycles (&scan, error);
  if (table == NULL)
    return NULL;
  outlook = gla_outlook_cache_read (store, catalogue);
  return gla_insight_clinic_new (table, staff,
                                 gla_outlook_cache_is_by (outlook, &settings) ? outlook->model
                                                                              : NULL,
                                 NULL, NULL, error);
}

/* By its key, or by the name that the program prints. */
static gboolean
find_code (const GlaInsightClinic  *clinic,
           GlaCycleKey              key,
           const char              *option,
           const char              *text,
           GlaCycleFilter          *filter,
           GError                 **error)
{
  guint n_codes = gla_cycle_table_get_n_codes (clinic->table, key);
  g_autofree char *wanted = NULL;

  if (text == NULL)
    return TRUE;
  filter->codes[key] = gla_cycle_table_find (clinic->table, key, NULL, text);
  wanted = g_utf8_casefold (text, -1);
  for (guint32 code = 1; code < n_codes && filter->codes[key] == GLA_CYCLE_CODE_ANY; code++)
    {
      g_autofree char *name = gla_insight_clinic_describe (clinic, key, code);
      g_autofree char *folded = g_utf8_casefold (name, -1);

      if (strcmp (folded, wanted) == 0)
        filter->codes[key] = code;
    }
  if (filter->codes[key] != GLA_CYCLE_CODE_ANY)
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("%s: no treatment has “%s”"), option, text);
  return FALSE;
}

static gboolean
read_filter (const GlaInsightClinic  *clinic,
             const Choices           *choices,
             GlaCycleFilter          *filter,
             GError                 **error)
{
  return find_code (clinic, GLA_CYCLE_KEY_AREA, "--area", choices->area, filter, error) &&
         find_code (clinic, GLA_CYCLE_KEY_PRODUCT, "--product", choices->product, filter, error) &&
         find_code (clinic, GLA_CYCLE_KEY_INJECTOR, "--injector", choices->injector, filter,
                    error) &&
         find_code (clinic, GLA_CYCLE_KEY_LOT, "--lot", choices->lot, filter, error);
}

/* What can be told before the records are read. */
static gboolean
read_choices (const char          *view,
              const Choices       *choices,
              GlaInsightQuestion  *question,
              GError             **error)
{
  static const char *const views[GLA_N_INSIGHT_VIEWS] = {
    "durations", "response", "lots", "injectors", "months",
  };
  static const char *const keys[GLA_N_CYCLE_KEYS] = {
    "area", "product", "injector", "lot", "dilution", "dose",
  };
  GlaCycleFilter *filter = &question->filter;
  guint found = 0, key = GLA_CYCLE_KEY_PRODUCT;

  while (found < GLA_N_INSIGHT_VIEWS && strcmp (views[found], view) != 0)
    found++;
  if (found == GLA_N_INSIGHT_VIEWS)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("“%s” is none of: durations, response, lots, injectors, months"), view);
      return FALSE;
    }
  if (choices->by != NULL)
    for (key = 0; key < GLA_N_CYCLE_KEYS && strcmp (keys[key], choices->by) != 0;)
      key++;
  if (key == GLA_N_CYCLE_KEYS)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--by: “%s” is none of: area, product, injector, lot, dilution, dose"),
                   choices->by);
      return FALSE;
    }
  question->view = found;
  question->key = key;
  return (choices->from == NULL ||
          gla_command_parse_day (choices->from, "--from", &filter->from, error)) &&
         (choices->until == NULL ||
          gla_command_parse_day (choices->until, "--until", &filter->until, error));
}

/* The medians of all groups, and where there is a test of them, what it says. */
static gboolean
estimate (const GlaInsightClinic    *clinic,
          const GlaInsightQuestion  *question,
          GPtrArray                 *groups,
          GError                   **error)
{
  if (question->view != GLA_INSIGHT_DURATIONS)
    return TRUE;
  if (!gla_insight_groups_estimate (groups, clinic->table, &question->filter, question->key, NULL,
                                    NULL, error))
    return FALSE;
  for (guint i = 0; i < groups->len && gla_insight_can_compare (question->key); i++)
    {
      GlaInsightGroup *group = groups->pdata[i];

      if (!gla_insight_compare (clinic->table, &question->filter, question->key, group->code, NULL,
                                NULL, &group->verdict, error))
        return FALSE;
      group->has_verdict = TRUE;
    }
  return TRUE;
}

/* What was chosen, as it was written. */
static char *
describe_choices (const Choices *choices)
{
  const struct
  {
    const char *title;
    const char *text;
  } parts[] = {
    { gla_cycle_key_get_title (GLA_CYCLE_KEY_AREA), choices->area },
    { gla_cycle_key_get_title (GLA_CYCLE_KEY_PRODUCT), choices->product },
    { gla_cycle_key_get_title (GLA_CYCLE_KEY_INJECTOR), choices->injector },
    { gla_cycle_key_get_title (GLA_CYCLE_KEY_LOT), choices->lot },
    { _("From"), choices->from },
    { _("Until"), choices->until },
  };
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i].text != NULL)
      g_string_append_printf (text, "%s%s: %s", text->len > 0 ? " · " : "", parts[i].title,
                              parts[i].text);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static gboolean
answer (const GlaInsightClinic    *clinic,
        const GlaInsightQuestion  *question,
        const Choices             *choices,
        GError                   **error)
{
  g_autofree char *words = describe_choices (choices);
  GlaInsightAnswer whole = { .clinic = clinic, .curve_row = -1 };
  GlaInsightPaperOptions options = {
    .choices = words,
    .printed_on = gla_cycle_table_get_today (clinic->table),
  };
  g_autoptr (GlaDurationCurve) curve = NULL;
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GlaInsightSheet) sheet = NULL;

  groups = gla_insight_groups_new (clinic->table, &question->filter,
                                   gla_insight_question_get_key (question));
  curve = gla_duration_curve_new (clinic->table, &question->filter, NULL, NULL, error);
  if (curve == NULL || !gla_duration_curve_estimate (curve, NULL, NULL, error) ||
      !estimate (clinic, question, groups, error))
    return FALSE;
  sheet = gla_insight_sheet_new (clinic, question, groups);
  whole.sheet = sheet;
  whole.curve = curve;
  if (choices->output != NULL)
    return gla_insights_write (&whole, &options, choices->output, error);
  gla_insights_print (clinic, sheet, curve);
  return TRUE;
}

gboolean
gla_command_insights (int      argc,
                      char   **argv,
                      GError **error)
{
  const char *usage = "durations|response|lots|injectors|months";
  g_auto (GlaCommandOptions) options = { NULL };
  g_auto (Choices) choices = { NULL };
  g_autoptr (GlaInsightClinic) clinic = NULL;
  GlaInsightQuestion question;
  const GOptionEntry entries[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &choices.by,
      N_("What durations and response are told apart by; otherwise by product"),
      "area|product|injector|lot|dilution|dose" },
    { "area", 0, 0, G_OPTION_ARG_STRING, &choices.area, N_("Only this area"), N_("AREA") },
    { "product", 0, 0, G_OPTION_ARG_STRING, &choices.product, N_("Only this product"),
      N_("PRODUCT") },
    { "injector", 0, 0, G_OPTION_ARG_STRING, &choices.injector, N_("Only this injector"),
      N_("NAME") },
    { "lot", 0, 0, G_OPTION_ARG_STRING, &choices.lot, N_("Only this lot"), N_("LOT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &choices.from, N_("Only treatments from this day on"),
      N_("DATE") },
    { "until", 0, 0, G_OPTION_ARG_STRING, &choices.until, N_("Only treatments up to this day"),
      N_("DATE") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &choices.output,
      N_("File to write; its ending chooses the format"), GLA_INSIGHTS_FORMATS },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, usage,
                          _("Says what all records together show: how long effects were seen, how "
                            "many were seen working, lots and injectors that stand out, and what "
                            "was done month by month. Observed, not judged: patients were not "
                            "assigned at random."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 1, 1, usage, error))
    return FALSE;
  gla_insight_question_init (&question);
  if (!read_choices (argv[1], &choices, &question, error) ||
      (choices.output != NULL && !gla_insights_check_output (choices.output, error)))
    return FALSE;
  clinic = read_clinic (&options, error);
  return clinic != NULL && read_filter (clinic, &choices, &question.filter, error) &&
         answer (clinic, &question, &choices, error);
}

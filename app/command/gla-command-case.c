/* SPDX-License-Identifier: GPL-3.0-or-later */

/* case: walks the protocol of the assistant without a window. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-clinic-model.h"
#include "gla-command-case-print.h"
#include "gla-error.h"
#include "gla-lot-peers.h"
#include "gla-setting.h"
#include "gla-store-read.h"
#include "gla-store-search.h"

#include <glib/gi18n.h>
#include <stdio.h>

typedef struct
{
  char *area;
  char *answers;
  char *protocol;
  gboolean facts;
  gboolean peers;
} CaseArguments;

/* All that a case is walked with. */
typedef struct
{
  GlaStore *store;
  GlaCatalogue *catalogue;
  GlaProtocol *protocol;
  GlaConstants *constants;
  GlaCycleSettings settings;
  GlaCycles *cycles;
  GlaShortening *shortening;
  const char *area;
  const GlaCycle *cycle;     /* the last of the area, or NULL */
  GlaLotFigures lot;
  GlaFactInput input;
} CaseRun;

static void
case_arguments_clear (CaseArguments *arguments)
{
  g_free (arguments->area);
  g_free (arguments->answers);
  g_free (arguments->protocol);
}

static void
case_run_clear (CaseRun *run)
{
  g_clear_pointer (&run->cycles, gla_cycles_unref);
  g_clear_pointer (&run->shortening, gla_shortening_free);
  g_clear_pointer (&run->constants, gla_constants_unref);
  g_clear_pointer (&run->protocol, gla_protocol_unref);
  g_clear_pointer (&run->catalogue, gla_catalogue_unref);
  g_clear_pointer (&run->store, gla_store_close);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseArguments, case_arguments_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseRun, case_run_clear)

static GlaProtocol *
load_protocol (const CaseArguments *arguments,
               GlaCatalogue        *catalogue,
               GError             **error)
{
  g_autoptr (GFile) file = NULL;

  if (arguments->protocol == NULL)
    return gla_protocol_load_builtin (catalogue, error);
  file = g_file_new_for_commandline_arg (arguments->protocol);
  return gla_protocol_load_file (file, catalogue, error);
}

/* A clinic checks its own protocol, without a patient. */
static gboolean
check_protocol (const CaseArguments *arguments,
                GError             **error)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (error);
  g_autoptr (GlaProtocol) protocol = NULL;

  if (catalogue == NULL)
    return FALSE;
  protocol = load_protocol (arguments, catalogue, error);
  if (protocol == NULL)
    return FALSE;
  printf (ngettext ("%s: protocol “%s”, version %s, %u step: no fault found\n",
                    "%s: protocol “%s”, version %s, %u steps: no fault found\n",
                    protocol->steps->len),
          arguments->protocol, protocol->key, protocol->version, protocol->steps->len);
  return TRUE;
}

/* The area that was asked for, or the one treated last. */
static gboolean
choose_area (CaseRun    *run,
             const char *name,
             GError    **error)
{
  GlaArea *area = name != NULL ? gla_catalogue_find_area_by_name (run->catalogue, name) : NULL;

  if (name != NULL && area == NULL)
    {
      g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
                   _("--area: there is no area “%s”"), name);
      return FALSE;
    }
  run->area = area != NULL ? gla_area_get_key (area) : NULL;
  for (guint i = 0; i < run->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = run->cycles->cycles->pdata[i];

      if ((run->area == NULL || g_str_equal (run->area, cycle->area)) &&
          (run->cycle == NULL || cycle->day > run->cycle->day))
        run->cycle = cycle;
    }
  if (run->cycle != NULL)
    run->area = run->cycle->area;
  if (run->area != NULL)
    return TRUE;
  g_set_error (error, GLA_USAGE_ERROR, GLA_USAGE_ERROR_ARGUMENTS,
               _("no treatment is recorded: name the area that was treated elsewhere by --area"));
  return FALSE;
}

static void
look_at_durations (CaseRun *run)
{
  g_autofree char *text = gla_store_get_setting (run->store, GLA_SETTING_CLINIC_MODEL, NULL);
  g_autoptr (GlaClinicModel) model =
    text != NULL ? gla_clinic_model_from_text (run->catalogue, text) : NULL;

  if (model == NULL)
    model = gla_clinic_model_new (run->catalogue);
  run->shortening = gla_shortening_new (run->cycles, model, NULL, NULL);
  run->input.shortening = run->shortening;
}

typedef struct
{
  CaseRun *run;
  GlaLotPeers peers;
  GlaDay today;
} PeersRun;

static gboolean
add_peer_cb (GlaStore    *store,
             const char  *patient,
             gpointer     user_data,
             GError     **error)
{
  PeersRun *peers = user_data;
  g_autoptr (GlaCycles) cycles =
    gla_command_read_cycles (store, patient, peers->run->catalogue, &peers->run->settings,
                             peers->today, error);

  if (cycles == NULL)
    return FALSE;
  gla_lot_peers_add (&peers->peers, cycles, &peers->run->settings, peers->run->constants);
  return TRUE;
}

/* Reads the whole clinic for one lot, so only when it is asked for. */
static gboolean
look_at_peers (CaseRun  *run,
               GlaDay    today,
               GError  **error)
{
  PeersRun peers = { run, { NULL }, today };
  const GlaInjection *injection;
  const GlaVial *vial;

  if (run->cycle == NULL || run->cycle->product == NULL)
    return TRUE;
  injection = run->cycle->injections->pdata[0];
  vial = injection->vial != NULL ? gla_history_find_vial (run->cycles->history, injection->vial)
                                 : NULL;
  peers.peers.product = run->cycle->product;
  peers.peers.lot = vial != NULL ? vial->lot : injection->lot;
  peers.peers.patient = run->cycles->history->patient->id;
  if (peers.peers.lot == NULL)
    return TRUE;
  if (!gla_store_for_each_patient (run->store, add_peer_cb, &peers, error))
    return FALSE;
  gla_lot_peers_get (&peers.peers, &run->lot);
  run->input.lot = &run->lot;
  return TRUE;
}

static gboolean
prepare (CaseRun                 *run,
         const CaseArguments     *arguments,
         const GlaCommandOptions *options,
         const char              *name,
         GError                 **error)
{
  g_autofree char *patient = NULL;

  run->store = gla_command_open (options, GLA_STORE_READ_ONLY, error);
  if (run->store == NULL)
    return FALSE;
  run->catalogue = gla_command_load_catalogue (run->store, &run->settings, error);
  if (run->catalogue == NULL)
    return FALSE;
  run->protocol = load_protocol (arguments, run->catalogue, error);
  if (run->protocol == NULL)
    return FALSE;
  patient = gla_store_find_patient (run->store, name, options->today, error);
  if (patient == NULL)
    return FALSE;
  run->cycles = gla_command_read_cycles (run->store, patient, run->catalogue, &run->settings,
                                         options->today, error);
  if (run->cycles == NULL || !choose_area (run, arguments->area, error))
    return FALSE;
  run->constants = gla_constants_new (run->catalogue);
  run->input.cycles = run->cycles;
  run->input.settings = &run->settings;
  run->input.constants = run->constants;
  run->input.vial_drawn = GLA_UNITS_UNKNOWN;
  look_at_durations (run);
  return !arguments->peers || look_at_peers (run, options->today, error);
}

static GlaCase *
walk (CaseRun             *run,
      const CaseArguments *arguments,
      GError             **error)
{
  const char *treatment = run->cycle != NULL ? run->cycle->treatment->id : NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GlaXmlDoc) doc = NULL;

  if (arguments->answers == NULL)
    return gla_case_start (run->protocol, &run->input, run->area, treatment, error);
  file = g_file_new_for_commandline_arg (arguments->answers);
  doc = gla_xml_load_file (file, error);
  if (doc == NULL)
    return NULL;
  return gla_case_replay (doc, arguments->answers, run->protocol, &run->input, run->area,
                          treatment, error);
}

static void
print_facts_document (const GlaCase      *self,
                      const GlaFactInput *input)
{
  g_autoptr (GlaFacts) facts = gla_case_get_facts (self, input);
  g_autoptr (GlaXmlDoc) doc = gla_facts_to_xml (facts);
  g_autofree char *text = gla_xml_to_text (doc);

  fputs (text, stdout);
}

gboolean
gla_command_case (int      argc,
                  char   **argv,
                  GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_auto (CaseArguments) arguments = { NULL };
  g_auto (CaseRun) run = { NULL };
  g_autoptr (GlaCase) self = NULL;
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING, &arguments.area,
      N_("The area, by name or code; else the one treated last"), N_("AREA") },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &arguments.answers,
      N_("Answers and stated facts to replay"), N_("FILE") },
    { "facts", 0, 0, G_OPTION_ARG_NONE, &arguments.facts,
      N_("Print the document of facts and nothing else"), NULL },
    { "peers", 0, 0, G_OPTION_ARG_NONE, &arguments.peers,
      N_("Look at all other patients of the lot"), NULL },
    { "protocol", 0, 0, G_OPTION_ARG_FILENAME, &arguments.protocol,
      N_("Another protocol; without PATIENT it is only checked"), N_("FILE") },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, "[PATIENT]",
                          _("Walks through the causes of a missing effect: prints each step with "
                            "its facts and the records they come from, the branch that was taken "
                            "and why, and the plan. It lists options and chooses none. PATIENT is "
                            "a record number or a name."),
                          entries, &options, error))
    return FALSE;
  if (argc == 1 && arguments.protocol != NULL)
    return check_protocol (&arguments, error);
  if (!gla_command_expect (argc, 1, 1, "PATIENT", error) ||
      !prepare (&run, &arguments, &options, argv[1], error))
    return FALSE;
  self = walk (&run, &arguments, error);
  if (self == NULL)
    return FALSE;
  if (arguments.facts)
    print_facts_document (self, &run.input);
  else
    gla_command_print_case (self, &run.input);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* case: walks the protocol of the assistant without a window. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-command-case-print.h"
#include "gla-command-case-run.h"
#include "gla-i18n.h"
#include "gla-xml.h"

#include <stdio.h>

typedef struct
{
  char *area;
  char *answers;
  char *protocol;
  gboolean facts;
} CaseArguments;

static void
case_arguments_clear (CaseArguments *arguments)
{
  g_free (arguments->area);
  g_free (arguments->answers);
  g_free (arguments->protocol);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CaseArguments, case_arguments_clear)

/* A clinic checks its own protocol, without a patient. */
static gboolean
check_protocol (const CaseArguments *arguments,
                GError             **error)
{
  g_autoptr (GlaCatalogue) catalogue = gla_catalogue_load_builtin (error);
  g_autoptr (GlaProtocol) protocol = NULL;

  if (catalogue == NULL)
    return FALSE;
  protocol = gla_case_run_load_protocol (arguments->protocol, catalogue, error);
  if (protocol == NULL)
    return FALSE;
  printf (ngettext ("%s: protocol “%s”, version %s, %u step: no fault found\n",
                    "%s: protocol “%s”, version %s, %u steps: no fault found\n",
                    protocol->steps->len),
          arguments->protocol, protocol->key, protocol->version, protocol->steps->len);
  return TRUE;
}

static gboolean
prepare (GlaCaseRun              *run,
         const CaseArguments     *arguments,
         const GlaCommandOptions *options,
         const char              *name,
         GError                 **error)
{
  if (!gla_case_run_open (run, options, arguments->protocol, error) ||
      !gla_case_run_read (run, name, options->today, error) ||
      !gla_case_run_choose_area (run, arguments->area, error))
    return FALSE;
  return gla_case_run_look (run, TRUE, error);
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
  g_auto (GlaCaseRun) run = { NULL };
  g_autoptr (GlaCase) self = NULL;
  const GOptionEntry entries[] = {
    { "area", 0, 0, G_OPTION_ARG_STRING, &arguments.area,
      N_("The area, by name or code; else the one treated last"), N_("AREA") },
    { "answers", 0, 0, G_OPTION_ARG_FILENAME, &arguments.answers,
      N_("Answers and stated facts to replay"), N_("FILE") },
    { "facts", 0, 0, G_OPTION_ARG_NONE, &arguments.facts,
      N_("Print the document of facts and nothing else"), NULL },
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
  self = gla_case_run_walk (&run, arguments.answers, error);
  if (self == NULL)
    return FALSE;
  if (arguments.facts)
    print_facts_document (self, &run.basis->input);
  else
    gla_command_print_case (self, &run.basis->input);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-part.h"

#include "gla-handout-part-private.h"
#include "gla-i18n.h"

#include <string.h>

static const GlaHandoutPart parts[] = {
  { "person", N_("What is recorded about the patient"), FALSE, gla_handout_add_person },
  { "session", N_("List of what was given in the treatment in question"), FALSE,
    gla_handout_add_session },
  { "map", N_("Picture of where the treatment in question was injected"), FALSE,
    gla_handout_add_map },
  { "strip", N_("Picture of the treatments of the area in question, for patients"), FALSE,
    gla_handout_add_strip },
  { "timeline", N_("Timeline of all areas"), FALSE, gla_handout_add_timeline },
  { "legend", N_("What the marks of a timeline mean"), FALSE, gla_handout_add_legend },
  { "treatments", N_("List of the treatments with their lots and how long they worked"), FALSE,
    gla_handout_add_treatments },
  { "doses", N_("Table of doses, lots and dilutions"), TRUE, gla_handout_add_doses },
  { "last-doses", N_("The same of the last treatments"), TRUE, gla_handout_add_last_doses },
  { "alerts", N_("What stands beside the name of the patient in the window"), TRUE,
    gla_handout_add_alerts },
  { "pen-lines", N_("Empty lines of a chart to write on"), TRUE, gla_handout_add_pen_lines },
  { "grades", N_("Table of grades"), TRUE, gla_handout_add_grades },
  { "ratings", N_("Table of how results were judged as a whole"), TRUE, gla_handout_add_ratings },
  { "exposures", N_("List of treatments elsewhere"), FALSE, gla_handout_add_exposures },
  { "events", N_("List of adverse events"), FALSE, gla_handout_add_events },
  { "event-patient", N_("Table of whom an adverse event happened to, by initials"), TRUE,
    gla_handout_add_event_patient },
  { "event-reaction", N_("Table of an adverse event"), TRUE, gla_handout_add_event_reaction },
  { "event-products", N_("Table of what was given before an adverse event"), TRUE,
    gla_handout_add_event_products },
  { "event-reporter", N_("Table of who reports an adverse event"), TRUE,
    gla_handout_add_event_reporter },
  { "event-missing", N_("List of what a report of an adverse event lacks"), TRUE,
    gla_handout_add_event_missing },
  { "documents", N_("List of the sheets that were given"), FALSE, gla_handout_add_documents },
  { "notes", N_("Notes of treatments"), TRUE, gla_handout_add_notes },
  { "findings", N_("What the case found, in words for the patient"), FALSE,
    gla_handout_add_findings },
  { "findings-in-full", N_("What the case found, and what to correct"), TRUE,
    gla_handout_add_findings_in_full },
  { "steps", N_("Table of the steps of the case with their answers"), TRUE,
    gla_handout_add_steps },
  { "missing", N_("List of the facts on the way of the case that are not known"), TRUE,
    gla_handout_add_missing },
  { "options", N_("Table of the options of the case, side by side"), TRUE,
    gla_handout_add_options },
  { "settings", N_("List of the program’s and the clinic’s own values that were used"), TRUE,
    gla_handout_add_settings },
  { "cautions", N_("What the protocol warns of"), TRUE, gla_handout_add_cautions },
  { "sources", N_("List of the sources of the case with their kinds and ties"), TRUE,
    gla_handout_add_sources },
  { "calls", N_("Table of whom to call, with room to write"), TRUE, gla_handout_add_calls },
};

const GlaHandoutPart *
gla_handout_part_get_table (guint *n_parts)
{
  if (n_parts != NULL)
    *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

const GlaHandoutPart *
gla_handout_part_find (const char *name)
{
  for (gsize i = 0; name != NULL && i < G_N_ELEMENTS (parts); i++)
    if (strcmp (parts[i].name, name) == 0)
      return &parts[i];
  return NULL;
}

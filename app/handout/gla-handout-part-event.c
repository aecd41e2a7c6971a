/* SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Parts of a report of an adverse event. What is not recorded stands as such, so that
 * nobody copies a guess into a form.
 */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-words.h"

static const GlaCycles *
get_cycles (const GlaHandoutFacts *facts)
{
  return gla_handout_facts_get_input (facts)->facts->cycles;
}

static const GlaAdverseEvent *
get_event (const GlaHandoutFacts *facts)
{
  return gla_handout_input_find_event (gla_handout_facts_get_input (facts));
}

static gboolean
is_said (const char *text)
{
  return text != NULL && text[0] != '\0';
}

static void
add_line (GlaBlock   *table,
          const char *label,
          const char *text)
{
  gla_block_add_row (table, g_strdup (label), g_strdup (is_said (text) ? text : _("not recorded")));
}

static GlaBlock *
add_table (GPtrArray *blocks)
{
  GlaBlock *table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);

  gla_block_add_column (table, _("What"), 1.2, FALSE);
  gla_block_add_column (table, _("As recorded"), 3, FALSE);
  return table;
}

/*
 * The treatment that the event is tied to; @named: whether the record ties it, or it is only
 * the last one before the event began.
 */
static const GlaTreatment *
find_treatment (const GlaHandoutFacts *facts,
                gboolean              *named)
{
  const GlaHistory *history = get_cycles (facts)->history;
  const GlaAdverseEvent *event = get_event (facts);
  const GlaTreatment *last = NULL;

  *named = FALSE;
  if (event == NULL)
    return NULL;
  if (event->treatment != NULL)
    last = gla_history_find_treatment (history, event->treatment);
  *named = last != NULL;
  for (guint i = 0; !*named && event->onset != GLA_DAY_NONE && i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day != GLA_DAY_NONE && treatment->day <= event->onset)
        last = treatment;
    }
  return last;
}

/* The age on the day it began; today's if that is not known. */
static char *
dup_age (const GlaHandoutFacts *facts)
{
  const GlaCycles *cycles = get_cycles (facts);
  const GlaAdverseEvent *event = get_event (facts);
  GlaDay day = event != NULL && event->onset != GLA_DAY_NONE ? event->onset : cycles->today;
  int age = gla_day_get_age (cycles->history->patient->birth_day, day);

  if (age < 0)
    return NULL;
  return g_strdup_printf (ngettext ("%d year", "%d years", (gulong) age), age);
}

void
gla_handout_add_event_patient (const GlaHandoutFacts *facts,
                               GPtrArray             *blocks)
{
  const GlaPatient *patient = get_cycles (facts)->history->patient;
  g_autofree char *initials = gla_patient_get_initials (patient);
  g_autofree char *age = dup_age (facts);
  GlaBlock *table = add_table (blocks);

  add_line (table, _("Initials"), initials);
  add_line (table, _("Age when it began"), age);
  add_line (table, _("Sex"),
            patient->sex != GLA_SEX_UNKNOWN ? gla_sex_get_name (patient->sex) : NULL);
  add_line (table, _("Conditions"), patient->conditions);
  add_line (table, _("Allergies"), patient->allergies);
  add_line (table, _("Other medicines"), patient->medicines);
}

/* "3 days after the treatment of 8 April 2026", as well as both days are known. */
static char *
dup_delay (const GlaHandoutFacts *facts)
{
  const GlaAdverseEvent *event = get_event (facts);
  const GlaTreatment *treatment;
  g_autofree char *day = NULL;
  gboolean named;
  int days;

  treatment = find_treatment (facts, &named);
  if (treatment == NULL || treatment->day == GLA_DAY_NONE || event->onset == GLA_DAY_NONE
      || event->onset < treatment->day)
    return NULL;
  days = event->onset - treatment->day;
  day = gla_day_format (treatment->day, treatment->precision);
  if (event->precision != GLA_DAY_EXACT || treatment->precision != GLA_DAY_EXACT)
    /* Translators: a number of days, then the date of a treatment */
    return g_strdup_printf (ngettext ("about %d day after the treatment of %s",
                                      "about %d days after the treatment of %s", (gulong) days),
                            days, day);
  /* Translators: a number of days, then the date of a treatment */
  return g_strdup_printf (ngettext ("%d day after the treatment of %s",
                                    "%d days after the treatment of %s", (gulong) days),
                          days, day);
}

void
gla_handout_add_event_reaction (const GlaHandoutFacts *facts,
                                GPtrArray             *blocks)
{
  const GlaCycles *cycles = get_cycles (facts);
  const GlaAdverseEvent *event = get_event (facts);
  g_autofree char *area = NULL, *onset = NULL, *resolved = NULL, *delay = NULL;
  GlaBlock *table;

  if (event == NULL)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No adverse event is recorded."));
      return;
    }
  if (event->area != NULL)
    area = gla_handout_dup_area (cycles->catalogue, event->area, GLA_SIDE_BOTH);
  if (event->onset != GLA_DAY_NONE)
    onset = gla_day_format (event->onset, event->precision);
  if (event->resolved != GLA_DAY_NONE)
    resolved = gla_day_format (event->resolved, GLA_DAY_EXACT);
  delay = dup_delay (facts);
  table = add_table (blocks);
  add_line (table, _("What happened"), event->kind);
  add_line (table, _("Area"), area);
  add_line (table, _("Began"), onset);
  add_line (table, _("Time to onset"), delay);
  add_line (table, _("Severity"),
            event->severity != GLA_SEVERITY_UNKNOWN ? gla_severity_get_name (event->severity)
                                                    : NULL);
  add_line (table, _("Outcome"), event->outcome);
  add_line (table, _("Resolved"), resolved);
  add_line (table, _("Course, and what was done"), event->note);
}

static char *
dup_expiry (const GlaVial *vial)
{
  if (vial == NULL || vial->expiry == GLA_DAY_NONE)
    return g_strdup (_("not recorded"));
  return gla_day_format (vial->expiry, GLA_DAY_EXACT);
}

/* Product and lot of an injection from a vial are those of the vial. */
static void
add_product (const GlaCycles    *cycles,
             const GlaInjection *injection,
             GlaBlock           *table)
{
  const GlaVial *vial
    = injection->vial != NULL ? gla_history_find_vial (cycles->history, injection->vial) : NULL;
  const char *product = vial != NULL ? vial->product : injection->product;
  const char *lot = vial != NULL ? vial->lot : injection->lot;

  gla_block_add_row (table,
                     product != NULL ? gla_handout_dup_product (cycles->catalogue, product)
                                     : g_strdup (_("not recorded")),
                     g_strdup (is_said (lot) ? lot : _("not recorded")), dup_expiry (vial),
                     gla_handout_dup_area (cycles->catalogue, injection->area, injection->side),
                     injection->units != GLA_UNITS_UNKNOWN ? gla_units_format (injection->units)
                                                           : g_strdup (_("not recorded")));
}

void
gla_handout_add_event_products (const GlaHandoutFacts *facts,
                                GPtrArray             *blocks)
{
  const GlaCycles *cycles = get_cycles (facts);
  const GlaTreatment *treatment;
  g_autofree char *day = NULL, *given = NULL;
  gboolean named;
  guint first, n;
  GlaBlock *table;

  treatment = find_treatment (facts, &named);
  if (treatment == NULL)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment before it is recorded."));
      return;
    }
  day = gla_day_format (treatment->day, treatment->precision);
  /* Translators: %s is the date of a treatment */
  given = named ? g_strdup_printf (_("Given on %s."), day)
                : g_strdup_printf (_("Given on %s: the last treatment before it began. The record "
                                     "does not tie the event to a treatment."), day);
  gla_block_add (blocks, GLA_BLOCK_TEXT, given);
  table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);
  gla_block_add_column (table, _("Product"), 2.4, FALSE);
  gla_block_add_column (table, _("Lot"), 1.6, FALSE);
  gla_block_add_column (table, _("Expiry"), 1.6, FALSE);
  gla_block_add_column (table, _("Area"), 2, FALSE);
  gla_block_add_column (table, _("Units"), 1.4, TRUE);
  n = gla_history_get_injections (cycles->history, treatment->id, &first);
  for (guint i = first; i < first + n; i++)
    add_product (cycles, cycles->history->injections->pdata[i], table);
  gla_block_add (blocks, GLA_BLOCK_NOTE,
                 _("Units of different products are not the same and can’t be compared."));
}

void
gla_handout_add_event_reporter (const GlaHandoutFacts *facts,
                                GPtrArray             *blocks)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  const GlaHistory *history = get_cycles (facts)->history;
  const GlaTreatment *treatment;
  const GlaStaff *injector = NULL;
  gboolean named;
  GlaBlock *table = add_table (blocks);

  treatment = find_treatment (facts, &named);
  if (treatment != NULL && treatment->injector != NULL)
    injector = gla_history_find_staff (history, treatment->injector);
  add_line (table, _("Name"), input->staff);
  add_line (table, _("Clinic"), input->clinic_name);
  add_line (table, _("Address"), input->clinic_address);
  add_line (table, _("Telephone"), input->clinic_phone);
  add_line (table, _("Injected by"), injector != NULL ? injector->name : NULL);
}

static void
miss (GPtrArray  *blocks,
      gboolean    missing,
      const char *what)
{
  if (missing)
    gla_block_add_item (blocks, GLA_BLOCK_TICK, what);
}

static void
miss_products (const GlaHandoutFacts *facts,
               GPtrArray             *blocks)
{
  const GlaHistory *history = get_cycles (facts)->history;
  gboolean no_product = FALSE, no_lot = FALSE, no_units = FALSE;
  const GlaTreatment *treatment;
  guint first, n = 0;
  gboolean named;

  treatment = find_treatment (facts, &named);
  miss (blocks, !named, _("The treatment after which it happened"));
  if (treatment != NULL)
    n = gla_history_get_injections (history, treatment->id, &first);
  for (guint i = 0; i < n; i++)
    {
      const GlaInjection *injection = history->injections->pdata[first + i];
      const GlaVial *vial
        = injection->vial != NULL ? gla_history_find_vial (history, injection->vial) : NULL;

      no_product |= vial == NULL && injection->product == NULL;
      no_lot |= !is_said (vial != NULL ? vial->lot : injection->lot);
      no_units |= injection->units == GLA_UNITS_UNKNOWN;
    }
  miss (blocks, n == 0 || no_product, _("Suspected product"));
  miss (blocks, n == 0 || no_lot, _("Lot of the product"));
  miss (blocks, n == 0 || no_units, _("Units given"));
}

/* The four that a report can't do without (patient, reporter, product, reaction), then the rest. */
void
gla_handout_add_event_missing (const GlaHandoutFacts *facts,
                               GPtrArray             *blocks)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  const GlaPatient *patient = get_cycles (facts)->history->patient;
  const GlaAdverseEvent *event = get_event (facts);

  if (event == NULL)
    return;
  miss (blocks, !is_said (event->kind), _("What happened"));
  miss_products (facts, blocks);
  miss (blocks, !is_said (input->staff), _("Name of the reporter"));
  miss (blocks, !is_said (input->clinic_phone) && !is_said (input->clinic_address),
        _("Address or telephone of the reporter"));
  miss (blocks, patient->birth_day == GLA_DAY_NONE, _("Age of the patient"));
  miss (blocks, patient->sex == GLA_SEX_UNKNOWN, _("Sex of the patient"));
  miss (blocks, event->onset == GLA_DAY_NONE, _("Day on which it began"));
  miss (blocks, event->severity == GLA_SEVERITY_UNKNOWN, _("Severity"));
  miss (blocks, !is_said (event->outcome) && event->resolved == GLA_DAY_NONE, _("Outcome"));
  miss (blocks, !is_said (event->note), _("Course, and what was done"));
  miss (blocks, !is_said (patient->medicines), _("Other medicines, or that there are none"));
  miss (blocks, TRUE, _("Whether it was serious: the record does not ask"));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout-field.h"

#include "gla-case-plan.h"
#include "gla-i18n.h"

#include <math.h>
#include <string.h>

typedef enum
{
  FIELD_CLINIC_NAME,
  FIELD_CLINIC_ADDRESS,
  FIELD_CLINIC_PHONE,
  FIELD_CLINIC_WEB,
  FIELD_PATIENT_NAME,
  FIELD_PATIENT_NUMBER,
  FIELD_PATIENT_BIRTH,
  FIELD_PRACTITIONER,
  FIELD_STAFF,
  FIELD_AREA_WORDS,
  FIELD_ONSET_DAY,
  FIELD_ONSET_END_DAY,
  FIELD_JUDGE_DAY,
  FIELD_SETTLED_DAY,
  FIELD_PEAK_END_DAY,
  FIELD_REVIEW_DAY,
  FIELD_WEEKS,
  FIELD_CYCLES,
  FIELD_TREATMENTS,
  FIELD_CASE,
  FIELD_CASE_OPENED,
  FIELD_CASE_DUE,
  FIELD_CASE_OUTCOME,
  FIELD_CASE_PATIENT,
  FIELD_CASE_PRACTITIONER,
  FIELD_CASE_PROTOCOL,
  FIELD_MISSING,
  FIELD_LIST_ABOUT,
  FIELD_CHECKED_LOT,
  FIELD_CHECKED_DAY,
  N_FIELDS,
} Field;

/* In the order of Field. The table in data/handouts/README.md says the same. */
static const GlaFactInfo fields[N_FIELDS] = {
  { "clinic-name", GLA_FACT_TYPE_WORDS, "", N_("Name of the clinic"), "", FALSE },
  { "clinic-address", GLA_FACT_TYPE_WORDS, "", N_("Address of the clinic"), "", FALSE },
  { "clinic-phone", GLA_FACT_TYPE_WORDS, "", N_("Telephone of the clinic"), "", FALSE },
  { "clinic-web", GLA_FACT_TYPE_WORDS, "", N_("Web address of the clinic"), "", FALSE },
  { "patient-name", GLA_FACT_TYPE_WORDS, "", N_("Name of the patient"), "", FALSE },
  { "patient-number", GLA_FACT_TYPE_WORDS, "", N_("Number of the record"), "", FALSE },
  { "patient-birth", GLA_FACT_TYPE_DAY, "", N_("Date of birth"), "", FALSE },
  { "practitioner", GLA_FACT_TYPE_WORDS, "", N_("Who gave the treatment in question"), "", FALSE },
  { "staff", GLA_FACT_TYPE_WORDS, "", N_("Who prints the sheet"), "", FALSE },
  { "area-words", GLA_FACT_TYPE_WORDS, "", N_("Area in question, in everyday words"), "", FALSE },
  { "onset-day", GLA_FACT_TYPE_DAY, "", N_("From when a first change can be asked for"),
    "onset_first_question", FALSE },
  { "onset-end-day", GLA_FACT_TYPE_DAY, "", N_("Until when a first change is expected"),
    "onset_expected_latest", FALSE },
  { "judge-day", GLA_FACT_TYPE_DAY, "", N_("From when the treatment in question can be judged"),
    "assess_min", FALSE },
  { "settled-day", GLA_FACT_TYPE_DAY, "", N_("From when its effect has settled"),
    "assess_ideal", FALSE },
  { "peak-end-day", GLA_FACT_TYPE_DAY, "", N_("Until when its strongest effect can be judged"),
    "assess_max_peak", FALSE },
  { "review-day", GLA_FACT_TYPE_DAY, "", N_("Day of the next check-up: booked, or due in the case"),
    "", FALSE },
  { "weeks", GLA_FACT_TYPE_NUMBER, "weeks", N_("Full weeks since the treatment in question"), "",
    FALSE },
  { "cycles", GLA_FACT_TYPE_NUMBER, "treatments", N_("Treatments of the area in question"), "",
    FALSE },
  { "treatments", GLA_FACT_TYPE_NUMBER, "treatments", N_("Treatments of all areas"), "", FALSE },
  { "case", GLA_FACT_TYPE_YES_NO, "", N_("Whether the sheet is about a case"), "", FALSE },
  { "case-opened", GLA_FACT_TYPE_DAY, "", N_("Day on which the case began"), "", FALSE },
  { "case-due", GLA_FACT_TYPE_DAY, "", N_("Day for which the case waits"), "", FALSE },
  { "case-outcome", GLA_FACT_TYPE_WORDS, "", N_("What the case came to"), "", FALSE },
  { "case-patient", GLA_FACT_TYPE_WORDS, "", N_("What it came to, in words for the patient"), "",
    FALSE },
  { "case-practitioner", GLA_FACT_TYPE_WORDS, "",
    N_("What it came to, in words for the practitioner"),
    "", FALSE },
  { "case-protocol", GLA_FACT_TYPE_WORDS, "", N_("Protocol of the case with its version"), "",
    FALSE },
  { "missing", GLA_FACT_TYPE_NUMBER, "facts", N_("Facts on the way of the case that are not known"),
    "", FALSE },
  { "list-about", GLA_FACT_TYPE_WORDS, "", N_("What a list of patients is about"), "", FALSE },
  { "checked-lot", GLA_FACT_TYPE_WORDS, "", N_("Lot that is being checked"), "", FALSE },
  { "checked-day", GLA_FACT_TYPE_DAY, "", N_("Day on which that lot was given"), "", FALSE },
};

/* Everyday words for the commonest areas; others go by the name of the catalogue. */
static const struct
{
  const char *area;
  const char *words;
} area_words[] = {
  { "FRON", N_("forehead lines") },
  { "GLAB", N_("frown lines between the brows") },
  { "LCL", N_("lines beside the eyes") },
  { "NASAL", N_("lines on the nose") },
  { "BROW", N_("brows") },
  { "INFRA", N_("lower lids") },
  { "PERIORAL", N_("lines around the lips") },
  { "DAO", N_("corners of the mouth") },
  { "MENT", N_("chin") },
  { "MASS", N_("jaw muscles") },
  { "PLATB", N_("neck bands") },
  { "AXIL", N_("armpits") },
  { "PALM", N_("palms") },
  { "CALF", N_("calves") },
};

const GlaFactInfo *
gla_handout_field_get_table (guint *n_fields)
{
  if (n_fields != NULL)
    *n_fields = N_FIELDS;
  return fields;
}

const GlaFactInfo *
gla_handout_field_find (const char *name)
{
  for (guint i = 0; name != NULL && i < N_FIELDS; i++)
    if (strcmp (fields[i].name, name) == 0)
      return &fields[i];
  return NULL;
}

const char *
gla_handout_area_get_words (const char   *area,
                            GlaCatalogue *catalogue)
{
  GlaArea *known = gla_catalogue_find_area (catalogue, area);

  for (gsize i = 0; i < G_N_ELEMENTS (area_words); i++)
    if (g_strcmp0 (area_words[i].area, area) == 0)
      return _(area_words[i].words);
  return known != NULL ? gla_area_get_name (known) : area;
}

static void
set_words (GlaHandoutValue *value,
           const char      *words)
{
  value->known = words != NULL && words[0] != '\0';
  value->words = g_strdup (words);
}

/* A number that is called at once is not broken at the end of a line. */
static void
set_phone (GlaHandoutValue *value,
           const char      *phone)
{
  g_auto (GStrv) groups = g_strsplit (phone != NULL ? phone : "", " ", -1);
  g_autofree char *whole = g_strjoinv ("\u00a0", groups);

  set_words (value, whole);
}

static void
set_day (GlaHandoutValue *value,
         GlaDay           day)
{
  value->known = day != GLA_DAY_NONE;
  value->day = day;
}

static void
set_number (GlaHandoutValue *value,
            double           number)
{
  value->known = !isnan (number);
  value->number = number;
}

/* So many days after the last injection of the treatment in question. */
static void
set_day_after (GlaHandoutValue       *value,
               const GlaHandoutInput *input,
               const GlaFacts        *facts,
               const char            *constant,
               gboolean               upper)
{
  const GlaCaseFact *last = gla_facts_find (facts, "last-injection-day");
  double days = upper ? gla_constants_get_upper (input->facts->constants, constant)
                      : gla_constants_get (input->facts->constants, constant);

  set_day (value, last->known && !isnan (days) ? last->day + (GlaDay) lround (days)
                                               : GLA_DAY_NONE);
}

static const char *
get_practitioner (const GlaHandoutInput *input)
{
  const GlaCycle *cycle = gla_handout_input_find_cycle (input);
  const GlaStaff *staff =
    cycle != NULL && cycle->treatment->injector != NULL
      ? gla_history_find_staff (input->facts->cycles->history, cycle->treatment->injector)
      : NULL;

  return staff != NULL ? staff->name : NULL;
}

/* A case that waits for the end of the label interval waits for a treatment, not for a check-up. */
static GlaDay
get_review_day (const GlaHandoutInput *input)
{
  const GlaStep *step;

  if (input->review_day != GLA_DAY_NONE)
    return input->review_day;
  if (input->walk == NULL || input->walk->state != GLA_CASE_WAITING)
    return GLA_DAY_NONE;
  step = gla_protocol_find_step (input->walk->protocol, input->walk->step);
  return step->wait != NULL && strcmp (step->wait->from, "label-end") == 0 ? GLA_DAY_NONE
                                                                           : input->walk->due;
}

static guint
count_cycles (const GlaHandoutInput *input)
{
  const GPtrArray *cycles = input->facts->cycles->cycles;
  const char *area = input->walk != NULL ? input->walk->area : input->area;
  guint n = 0;

  for (guint i = 0; i < cycles->len; i++)
    n += g_strcmp0 (((const GlaCycle *) cycles->pdata[i])->area, area) == 0 ? 1 : 0;
  return n;
}

/* Fields of a case, not known without one. */
static void
get_of_case (Field                  field,
             const GlaHandoutInput *input,
             GlaHandoutValue       *value)
{
  const GlaCase *walk = input->walk;
  g_autoptr (GlaCasePlan) plan = NULL;
  g_autofree char *protocol = NULL;

  if (walk == NULL)
    return;
  if (field == FIELD_CASE_OPENED)
    {
      set_day (value, walk->since);
      return;
    }
  if (field == FIELD_CASE_DUE)
    {
      set_day (value, walk->state == GLA_CASE_WAITING ? walk->due : GLA_DAY_NONE);
      return;
    }
  if (field == FIELD_CASE_PROTOCOL)
    {
      protocol = g_strdup_printf ("%s %s", walk->protocol->key, walk->protocol->version);
      set_words (value, protocol);
      return;
    }
  plan = gla_case_plan_new (walk, input->facts);
  if (field == FIELD_CASE_OUTCOME)
    set_words (value, plan->outcome_text);
  else if (field == FIELD_CASE_PATIENT)
    set_words (value, plan->patient);
  else if (field == FIELD_CASE_PRACTITIONER)
    set_words (value, plan->practitioner);
  else if (field == FIELD_MISSING)
    set_number (value, plan->missing->len);
}

/* Fields of people and places. */
static void
get_of_people (Field                  field,
               const GlaHandoutInput *input,
               GlaHandoutValue       *value)
{
  const GlaPatient *patient = input->facts->cycles->history->patient;
  g_autofree char *name = NULL;

  if (field == FIELD_CLINIC_NAME)
    set_words (value, input->clinic_name);
  else if (field == FIELD_CLINIC_ADDRESS)
    set_words (value, input->clinic_address);
  else if (field == FIELD_CLINIC_PHONE)
    set_phone (value, input->clinic_phone);
  else if (field == FIELD_CLINIC_WEB)
    set_words (value, input->clinic_web);
  else if (field == FIELD_PATIENT_NUMBER)
    set_words (value, patient->number);
  else if (field == FIELD_PATIENT_BIRTH)
    set_day (value, patient->birth_day);
  else if (field == FIELD_PRACTITIONER)
    set_words (value, get_practitioner (input));
  else if (field == FIELD_STAFF)
    set_words (value, input->staff);
  else
    {
      name = gla_patient_get_spoken_name (patient);
      set_words (value, name);
    }
}

/* A treatment may have had several lots, and a touch-up one of its own. */
static void
get_of_lot (Field                  field,
            const GlaHandoutInput *input,
            const GlaFacts        *facts,
            GlaHandoutValue       *value)
{
  const GlaCaseFact *lot = gla_facts_find (facts, "lot");
  const GlaCaseFact *day = gla_facts_find (facts, "session-day");

  if (field == FIELD_CHECKED_LOT)
    set_words (value, input->checked_lot != NULL ? input->checked_lot
                      : lot->known               ? lot->words
                                                 : NULL);
  else
    set_day (value, input->checked_lot != NULL ? input->checked_day
                    : day->known               ? day->day
                                               : GLA_DAY_NONE);
}

void
gla_handout_field_get (const GlaFactInfo     *info,
                       const GlaHandoutInput *input,
                       const GlaFacts        *facts,
                       GlaHandoutValue       *value)
{
  Field field;
  const char *area;

  g_return_if_fail (info >= fields && info < fields + N_FIELDS);
  g_return_if_fail (input != NULL && facts != NULL && value != NULL);

  field = (Field) (info - fields);
  area = input->walk != NULL ? input->walk->area : input->area;
  *value = (GlaHandoutValue) { .day = GLA_DAY_NONE };
  if (field == FIELD_LIST_ABOUT)
    set_words (value, input->list_about);
  else if (field >= FIELD_CHECKED_LOT)
    get_of_lot (field, input, facts, value);
  else if (field <= FIELD_STAFF)
    get_of_people (field, input, value);
  else if (field >= FIELD_CASE_OPENED)
    get_of_case (field, input, value);
  else if (field == FIELD_AREA_WORDS)
    set_words (value, area != NULL
                        ? gla_handout_area_get_words (area, input->facts->cycles->catalogue)
                        : NULL);
  else if (field == FIELD_ONSET_DAY)
    set_day_after (value, input, facts, "onset_first_question", FALSE);
  else if (field == FIELD_ONSET_END_DAY)
    set_day_after (value, input, facts, "onset_expected_latest", FALSE);
  else if (field == FIELD_JUDGE_DAY)
    set_day_after (value, input, facts, "assess_min", FALSE);
  else if (field == FIELD_SETTLED_DAY)
    set_day_after (value, input, facts, "assess_ideal", FALSE);
  else if (field == FIELD_PEAK_END_DAY)
    set_day_after (value, input, facts, "assess_max_peak", TRUE);
  else if (field == FIELD_REVIEW_DAY)
    set_day (value, get_review_day (input));
  else if (field == FIELD_WEEKS)
    set_number (value, gla_facts_find (facts, "days")->known
                         ? floor (gla_facts_find (facts, "days")->number / 7)
                         : NAN);
  else if (field == FIELD_CYCLES)
    set_number (value, count_cycles (input));
  else if (field == FIELD_TREATMENTS)
    set_number (value, input->facts->cycles->cycles->len);
  else
    {
      value->known = TRUE;
      value->yes = input->walk != NULL;
    }
}

void
gla_handout_value_clear (GlaHandoutValue *self)
{
  g_clear_pointer (&self->words, g_free);
}

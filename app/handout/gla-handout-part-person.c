/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of a sheet about the person, and about one session. */

#include "config.h"

#include "gla-handout-part-private.h"

#include "gla-finding.h"
#include "gla-i18n.h"
#include "gla-words.h"

/* Rows of a chart for pen. */
#define PEN_LINES 5

static const GlaHistory *
get_history (const GlaHandoutFacts *facts)
{
  return gla_handout_facts_get_input (facts)->facts->cycles->history;
}

/* What is not recorded is left out: an empty line would look like a question. */
static void
add_line (GlaBlock   *table,
          const char *label,
          const char *text)
{
  if (text != NULL && text[0] != '\0')
    gla_block_add_row (table, g_strdup (label), g_strdup (text));
}

void
gla_handout_add_person (const GlaHandoutFacts *facts,
                        GPtrArray             *blocks)
{
  const GlaPatient *patient = get_history (facts)->patient;
  g_autofree char *name = gla_patient_get_spoken_name (patient);
  g_autofree char *birth = patient->birth_day != GLA_DAY_NONE
                             ? gla_day_format (patient->birth_day, GLA_DAY_EXACT)
                             : NULL;
  GlaBlock *table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);

  gla_block_add_column (table, _("What"), 1, FALSE);
  gla_block_add_column (table, _("As recorded"), 3, FALSE);
  add_line (table, _("Name"), name);
  add_line (table, _("Date of birth"), birth);
  add_line (table, _("Record"), patient->number);
  add_line (table, _("Sex"), gla_sex_get_name (patient->sex));
  add_line (table, _("Telephone"), patient->phone);
  add_line (table, _("E-mail"), patient->email);
  add_line (table, _("Address"), patient->address);
  add_line (table, _("Language"), patient->language);
  add_line (table, _("May be contacted"), patient->may_contact ? _("yes") : _("no"));
  add_line (table, _("Allergies"), patient->allergies);
  add_line (table, _("Conditions"), patient->conditions);
  add_line (table, _("Medicines"), patient->medicines);
  add_line (table, _("Note"), patient->note);
}

/* "Glabella: 20 units of Botox, lot C4102A1" */
static void
add_injected (const GlaCycle   *cycle,
              const GlaCycles  *cycles,
              GPtrArray        *blocks)
{
  g_autofree char *area = gla_handout_dup_area (cycles->catalogue, cycle->area, cycle->side);
  g_autofree char *product = gla_handout_dup_product (cycles->catalogue, cycle->product);
  g_autofree char *lots = gla_handout_dup_lots (cycle, cycles->history);
  g_autofree char *units =
    cycle->units != GLA_UNITS_UNKNOWN ? gla_units_format (cycle->units) : g_strdup ("?");
  /* Translators: area, units, product, lot */
  g_autofree char *line = g_strdup_printf (_("%s: %s units of %s, lot %s"), area, units, product,
                                           lots);

  gla_block_add_item (blocks, GLA_BLOCK_BULLET, line);
}

void
gla_handout_add_session (const GlaHandoutFacts *facts,
                         GPtrArray             *blocks)
{
  const GlaHandoutInput *input = gla_handout_facts_get_input (facts);
  const GlaCycles *cycles = input->facts->cycles;
  const GlaCycle *subject = gla_handout_input_find_cycle (input);

  if (subject == NULL)
    {
      gla_block_add (blocks, GLA_BLOCK_TEXT, _("No treatment is recorded."));
      return;
    }
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (cycle->treatment == subject->treatment)
        add_injected (cycle, cycles, blocks);
    }
}

void
gla_handout_add_documents (const GlaHandoutFacts *facts,
                           GPtrArray             *blocks)
{
  const GPtrArray *documents = get_history (facts)->documents;

  if (documents->len == 0)
    gla_block_add (blocks, GLA_BLOCK_TEXT, _("No sheet was given."));
  for (guint i = 0; i < documents->len; i++)
    {
      const GlaDocument *document = documents->pdata[i];
      g_autofree char *day = gla_day_format (document->day, GLA_DAY_EXACT);
      /* Translators: date, template of a sheet, its version and language */
      g_autofree char *line =
        g_strdup_printf (_("%s: %s, version %s (%s)"), day,
                         document->template != NULL ? document->template : "?",
                         document->version != NULL ? document->version : "?",
                         document->language != NULL ? document->language : "?");

      gla_block_add_item (blocks, GLA_BLOCK_BULLET, line);
    }
}

static void
add_note (GlaDay           day,
          GlaDayPrecision  precision,
          const char      *text,
          GPtrArray       *blocks,
          guint           *n)
{
  g_autofree char *when = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  when = gla_day_format (day, precision);
  line = g_strdup_printf ("%s: %s", when, text);
  gla_block_add_item (blocks, GLA_BLOCK_BULLET, line);
  (*n)++;
}

void
gla_handout_add_notes (const GlaHandoutFacts *facts,
                       GPtrArray             *blocks)
{
  const GPtrArray *treatments = get_history (facts)->treatments;
  guint n = 0;

  for (guint i = 0; i < treatments->len; i++)
    {
      const GlaTreatment *treatment = treatments->pdata[i];

      add_note (treatment->day, treatment->precision, treatment->note, blocks, &n);
      add_note (treatment->day, treatment->precision, treatment->deviation, blocks, &n);
    }
  if (n == 0)
    gla_block_add (blocks, GLA_BLOCK_TEXT, _("No note is recorded."));
}

void
gla_handout_add_alerts (const GlaHandoutFacts *facts,
                        GPtrArray             *blocks)
{
  const GlaFactInput *input = gla_handout_facts_get_input (facts)->facts;
  g_autoptr (GPtrArray) findings =
    gla_findings_new (input->cycles, input->settings, input->constants, NULL);

  if (findings->len == 0)
    gla_block_add (blocks, GLA_BLOCK_TEXT, _("Nothing stands out in the record."));
  for (guint i = 0; i < findings->len; i++)
    gla_block_add_item (blocks, GLA_BLOCK_BULLET, ((const GlaFinding *) findings->pdata[i])->text);
}


void
gla_handout_add_pen_lines (const GlaHandoutFacts *facts,
                           GPtrArray             *blocks)
{
  GlaBlock *table = gla_block_add (blocks, GLA_BLOCK_TABLE, NULL);

  gla_block_add_column (table, _("Area, side"), 2, FALSE);
  gla_block_add_column (table, _("Product"), 1.6, FALSE);
  gla_block_add_column (table, _("Lot"), 1.6, FALSE);
  gla_block_add_column (table, _("Expiry"), 1.2, FALSE);
  gla_block_add_column (table, _("Units"), 1, FALSE);
  gla_block_add_column (table, _("Points"), 1, FALSE);
  gla_block_add_column (table, _("Grade before, at maximum"), 1.4, FALSE);
  gla_block_add_column (table, _("At rest"), 1, FALSE);
  /* Two lines high: room for a hand. */
  for (guint i = 0; i < PEN_LINES; i++)
    gla_block_add_row (table, g_strdup ("\n"), NULL, NULL, NULL, NULL, NULL, NULL, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-facts-private.h"

#include "gla-finding.h"
#include "gla-language.h"
#include "gla-search-key.h"

#include <string.h>

#define DAYS_OF_YEAR 365

/* Days between this session and the one before it, of any area. */
static void
add_interval (GlaFactBuilder *builder)
{
  const GPtrArray *cycles = builder->input->cycles->cycles;
  GlaDay day = builder->cycle->day;
  const GlaFactSession *before = NULL;
  GlaCaseFact *fact;

  if (!gla_fact_day_is_dated (builder->cycle->precision))
    return;
  for (guint i = 0; i < builder->sessions->len; i++)
    {
      const GlaFactSession *session = &g_array_index (builder->sessions, GlaFactSession, i);

      if (session->day < day)
        before = session;
    }
  if (before == NULL)
    return;
  gla_case_fact_add_row (
    gla_fact_builder_set_number (builder, "interval-before", day - before->day), before->row);
  fact = gla_fact_builder_set_yes_no (builder, "interval-short", FALSE);
  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->pdata[i];

      if (cycle->day >= day || cycle->label_end == GLA_DAY_NONE || cycle->label_end <= day)
        continue;
      fact->yes = TRUE;
      gla_case_fact_add_row (fact, cycle->treatment->id);
    }
}

static void
add_sessions (GlaFactBuilder *builder)
{
  int window = (int) gla_fact_builder_get (builder, "booster_window");
  GlaCaseFact *boosters = gla_fact_builder_set_number (builder, "boosters", 0);
  GlaCaseFact *year = gla_fact_builder_set_number (builder, "sessions-year", 0);

  for (guint i = 0; i < builder->sessions->len; i++)
    {
      const GlaFactSession *session = &g_array_index (builder->sessions, GlaFactSession, i);

      if (session->day > builder->today - DAYS_OF_YEAR)
        {
          year->number++;
          gla_case_fact_add_row (year, session->row);
        }
      if (i > 0 && session->day - session[-1].day <= window)
        {
          boosters->number++;
          gla_case_fact_add_row (boosters, session->row);
        }
    }
  if (builder->sessions->len > 0)
    {
      const GlaFactSession *first = &g_array_index (builder->sessions, GlaFactSession, 0);

      gla_case_fact_add_row (gla_fact_builder_set_number (builder, "years-treated",
                                                          (builder->today - first->day) / 365.25),
                             first->row);
    }
}

/* Whether the words name another use than lines. */
static gboolean
is_other_use (const char *indication)
{
  static const char *const lines[] = { "cosmetic", "cosmetics", "aesthetic", "aesthetics",
                                       "lines", "wrinkles", "glabella", "forehead", NULL };
  g_auto (GStrv) words = gla_search_key_split (indication);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (lines, words[i]))
      return FALSE;
  return words[0] != NULL;
}

static void
add_elsewhere (GlaFactBuilder *builder)
{
  const GPtrArray *exposures = builder->input->cycles->history->exposures;
  GlaCaseFact *all = gla_fact_builder_set_number (builder, "elsewhere", 0);
  GlaCaseFact *others = gla_fact_builder_set_number (builder, "other-indications", 0);

  for (guint i = 0; i < exposures->len; i++)
    {
      const GlaExposure *exposure = exposures->pdata[i];

      all->number++;
      gla_case_fact_add_row (all, exposure->id);
      if (exposure->indication == NULL || !is_other_use (exposure->indication))
        continue;
      others->number++;
      gla_case_fact_add_row (others, exposure->id);
    }
}

static gboolean
has_prefix (char              **words,
            const char *const  *prefixes)
{
  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; prefixes[k] != NULL; k++)
      if (g_str_has_prefix (words[i], prefixes[k]))
        return TRUE;
  return FALSE;
}

/* Chloroquine and its brands: theoretical only (evidence, row 9d). */
static void
add_weakening (GlaFactBuilder *builder)
{
  static const char *const names[] = { "chloroquin", "hydroxychloroquin", "plaquenil", "quensyl",
                                       "resochin", "aralen", NULL };
  const GlaPatient *patient = builder->input->cycles->history->patient;
  g_auto (GStrv) words = NULL;

  if (patient->medicines == NULL)
    return;
  words = gla_search_key_split (patient->medicines);
  gla_case_fact_add_row (
    gla_fact_builder_set_yes_no (builder, "weakening-medicine", has_prefix (words, names)),
    patient->id);
}

/* Of all that they say only a sentence or two is asked for. */
static GPtrArray *
list_findings (const GlaFactInput *input)
{
  guint missing = gla_language_get_missing ();
  GPtrArray *findings = gla_findings_new (input->cycles, input->settings, input->constants, NULL);

  gla_language_forget_missing (missing);
  return findings;
}

/* Amounts product by product (A15) and medicines, as the findings beside the name say them. */
static void
add_from_findings (GlaFactBuilder *builder)
{
  g_autoptr (GPtrArray) findings = list_findings (builder->input);
  g_autoptr (GString) given = g_string_new (NULL);
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  const GlaPatient *patient = builder->input->cycles->history->patient;
  gboolean strengthening = FALSE;

  for (guint i = 0; i < findings->len; i++)
    {
      const GlaFinding *finding = findings->pdata[i];

      if (g_strcmp0 (finding->alert, "A15") == 0)
        {
          g_string_append_printf (given, "%s%s", given->len > 0 ? " " : "", finding->text);
          for (guint k = 0; k < finding->rows->len; k++)
            g_ptr_array_add (rows, finding->rows->pdata[k]);
        }
      strengthening |= strcmp (finding->id, "screen-junction") == 0 ||
                       strcmp (finding->id, "screen-relaxants") == 0;
    }
  gla_case_fact_add_rows (gla_fact_builder_set_words (builder, "given", given->str), rows);
  if (patient->medicines != NULL)
    gla_case_fact_add_row (
      gla_fact_builder_set_yes_no (builder, "strengthening-medicine", strengthening), patient->id);
}

/* Exposure so far and medicines: facts, never a score (evidence, S5h, S5i and 4.2). */
void
gla_facts_add_exposure (GlaFactBuilder *builder)
{
  add_sessions (builder);
  add_elsewhere (builder);
  add_weakening (builder);
  add_from_findings (builder);
  if (builder->cycle != NULL)
    add_interval (builder);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was answered with yes before a treatment, and what the clinic asks for and is missing. */

#include "config.h"

#include "gla-finding-private.h"
#include "gla-i18n.h"

#include <string.h>

static gboolean
covers_area (GlaFindingSearch *search,
             const char       *areas)
{
  g_auto (GStrv) words = g_strsplit (areas, " ", -1);

  for (guint i = 0; i < search->planned->planned->len; i++)
    if (g_strv_contains ((const char *const *) words,
                         ((const GlaCycle *) search->planned->planned->pdata[i])->area))
      return TRUE;
  return FALSE;
}

static gboolean
covers_product (GlaFindingSearch *search,
                const char       *products)
{
  g_auto (GStrv) words = g_strsplit (products, " ", -1);

  if (gla_finding_covers_product (search, NULL))
    return TRUE;
  for (guint i = 0; words[i] != NULL; i++)
    if (gla_finding_covers_product (search, words[i]))
      return TRUE;
  return FALSE;
}

/* Of a plan: whether its areas and products are asked about. */
gboolean
gla_finding_covers_question (GlaFindingSearch           *search,
                             const GlaScreeningQuestion *question)
{
  if (search->planned->planned->len == 0)
    return TRUE;
  return (question->areas == NULL || covers_area (search, question->areas))
         && (question->products == NULL || covers_product (search, question->products));
}

/* Of a record, what goes on to hold; of a plan, what it is asked about. */
static gboolean
matters (GlaFindingSearch           *search,
         const GlaScreeningQuestion *question)
{
  if (search->plan == NULL)
    return (question->flags & GLA_SCREENING_LASTS) != 0;
  return gla_finding_covers_question (search, question);
}

/* What is written of the patient says it already. */
static gboolean
is_found (GlaFindingSearch *search,
          const char       *id)
{
  for (guint i = 0; i < search->found->len; i++)
    if (strcmp (((const GlaFinding *) search->found->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* @asked: (nullable): when it was answered, if not for the plan */
static void
add_yes (GlaFindingSearch           *search,
         const GlaScreeningQuestion *question,
         const GlaScreeningAnswer   *answer,
         const GlaTreatment         *asked)
{
  g_autofree char *day =
    asked != NULL ? gla_day_format (asked->day, asked->precision) : NULL;
  g_autofree char *what = answer->note != NULL
                            /* Translators: what was answered with yes, and what was noted of it */
                            ? g_strdup_printf (_("%s: %s"), _(question->name), answer->note)
                            : g_strdup (_(question->name));
  g_autofree char *recorded = day != NULL
                                /* Translators: a date, and what was answered with yes then */
                                ? g_strdup_printf (_("Answered on %s: %s."), day, what)
                                : g_strdup_printf (_("Answered today: %s."), what);
  g_auto (GStrv) sources = g_strsplit (question->sources, " ", -1);
  GlaFinding *finding = gla_finding_search_add (
    search, question->id, question->alert, question->level,
    day != NULL
      /* Translators: what was answered with yes, and when */
      ? g_strdup_printf (_("%s (asked %s)"), _(question->name), day)
      : g_strdup (_(question->name)),
    NULL);

  finding->marks = question->marks;
  if (asked != NULL)
    gla_finding_add_row (finding, asked->id);
  for (guint i = 0; sources[i] != NULL; i++)
    if (sources[i][0] != '\0')
      gla_finding_add_source (finding, sources[i]);
  if (question->material != NULL)
    gla_finding_add_material (search, finding, question->material, _(question->rule), recorded);
  else
    finding->text = g_strjoin (" ", recorded, _(question->rule), NULL);
}

/* The area and product of the injections of a treatment, as gla_screening_list_questions() wants them. */
static void
list_injected (const GlaHistory   *history,
               const GlaTreatment *treatment,
               GPtrArray          *areas,
               GPtrArray          *products)
{
  guint first;
  guint n = gla_history_get_injections (history, treatment->id, &first);

  for (guint i = first; i < first + n; i++)
    {
      const GlaInjection *injection = history->injections->pdata[i];

      g_ptr_array_add (areas, (gpointer) injection->area);
      if (injection->product != NULL)
        g_ptr_array_add (products, (gpointer) injection->product);
    }
  g_ptr_array_add (areas, NULL);
  g_ptr_array_add (products, NULL);
}

/*
 * Takes the yes of one questioning that none after it has settled.
 * @asked: (nullable): the treatment before which it was, if not for the plan
 */
static void
take_answers (GlaFindingSearch   *search,
              const char         *text,
              const GlaTreatment *asked,
              gboolean            is_last,
              GHashTable         *settled)
{
  g_autoptr (GPtrArray) answers = gla_screening_parse (text);

  for (guint i = 0; i < answers->len; i++)
    {
      const GlaScreeningAnswer *answer = answers->pdata[i];
      const GlaScreeningQuestion *question = gla_screening_find_question (answer->key);

      if (question != NULL && g_hash_table_add (settled, (gpointer) question)
          && (is_last || (question->flags & GLA_SCREENING_LASTS) != 0)
          && answer->answer == GLA_ANSWER_YES && matters (search, question)
          && !is_found (search, question->id))
        add_yes (search, question, answer, asked);
    }
}

/* What was asked then, answered or not: it depends on what was injected. */
static void
settle_asked (GlaFindingSearch   *search,
              const GlaHistory   *history,
              const GlaTreatment *asked,
              GHashTable         *settled)
{
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autoptr (GPtrArray) questions = NULL;

  list_injected (history, asked, areas, products);
  questions = gla_screening_list_questions (search->cycles->catalogue, history->patient,
                                            (const char *const *) areas->pdata,
                                            (const char *const *) products->pdata);
  for (guint i = 0; i < questions->len; i++)
    g_hash_table_add (settled, questions->pdata[i]);
}

/* An answer that lasts holds until the same question is asked again: not each visit asks all. */
void
gla_find_answers (GlaFindingSearch *search)
{
  const GlaHistory *history = search->plan != NULL ? search->planned->before->history
                                                   : search->cycles->history;
  const char *today = search->plan != NULL ? search->plan->treatment->screening : NULL;
  g_autoptr (GHashTable) settled = g_hash_table_new (NULL, NULL);
  gboolean is_last = today == NULL;

  take_answers (search, today, NULL, TRUE, settled);
  for (guint i = history->treatments->len; i > 0; i--)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i - 1];

      if (treatment->screening == NULL || treatment->day > search->cycles->today)
        continue;
      take_answers (search, treatment->screening, treatment, is_last, settled);
      settle_asked (search, history, treatment, settled);
      is_last = FALSE;
    }
}

/* How many of the questions that the plan is asked about have no answer yet. */
static guint
count_unanswered (GlaFindingSearch *search)
{
  const GlaHistory *history = search->planned->after->history;
  g_autoptr (GPtrArray) answers = gla_screening_parse (search->plan->treatment->screening);
  g_autoptr (GPtrArray) areas = g_ptr_array_new ();
  g_autoptr (GPtrArray) products = g_ptr_array_new ();
  g_autoptr (GPtrArray) questions = NULL;
  guint n = 0;

  list_injected (history, gla_history_find_treatment (history, search->planned->id), areas,
                 products);
  questions = gla_screening_list_questions (search->cycles->catalogue, history->patient,
                                            (const char *const *) areas->pdata,
                                            (const char *const *) products->pdata);
  for (guint i = 0; i < questions->len; i++)
    {
      const GlaScreeningQuestion *question = questions->pdata[i];

      n += gla_screening_find (answers, question->key) == NULL ? 1 : 0;
    }
  return n;
}

/* One answer is none to the others. */
static void
find_unanswered (GlaFindingSearch *search)
{
  guint n = count_unanswered (search);

  if (n == 0)
    return;
  gla_finding_search_add (
    search, "asks-screening", NULL, GLA_FINDING_BLOCK,
    search->plan->treatment->screening == NULL
      ? g_strdup (_("The questions before treatment are not answered"))
      : g_strdup_printf (ngettext ("%u question before treatment is not answered",
                                   "%u questions before treatment are not answered", n),
                         n),
    g_strdup (_("This clinic asks them at each visit.")));
}

static void
add_missing (GlaFindingSearch *search,
             const char       *id,
             const char       *chip,
             const char       *text)
{
  gla_finding_search_add (search, id, NULL, GLA_FINDING_BLOCK, g_strdup (chip), g_strdup (text));
}

void
gla_find_planned_asks (GlaFindingSearch *search)
{
  const GlaTreatment *treatment = search->plan->treatment;
  GlaPlanAsks asks = search->plan->asks;

  if (search->planned->planned->len == 0)
    return;
  if ((asks & GLA_PLAN_ASKS_SCREENING) != 0)
    find_unanswered (search);
  if ((asks & GLA_PLAN_ASKS_CONSENT) != 0 && treatment->consent_day == GLA_DAY_NONE)
    add_missing (search, "asks-consent", _("Consent is not recorded"),
                 _("This clinic has it signed before each treatment."));
  if ((asks & GLA_PLAN_ASKS_PRESCRIBER) != 0 && treatment->prescriber == NULL)
    add_missing (search, "asks-prescriber", _("Who prescribed is not recorded"),
                 _("This clinic records it for each treatment."));
  if ((asks & GLA_PLAN_ASKS_FACE_TO_FACE) == 0)
    return;
  if (treatment->face_to_face == GLA_FACE_TO_FACE_UNKNOWN)
    add_missing (search, "asks-face-to-face",
                 _("Whether the prescriber saw the patient is not recorded"),
                 _("This clinic asks for an assessment face to face."));
  else if (treatment->face_to_face == GLA_FACE_TO_FACE_REMOTE)
    add_missing (search, "asks-face-to-face", _("The prescriber did not see the patient in person"),
                 _("This clinic asks for an assessment face to face."));
}

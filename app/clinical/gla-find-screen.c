/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding-private.h"

#include "gla-i18n.h"
#include "gla-screening-question.h"
#include "gla-search-key.h"

#include <string.h>

/* Longest line of the record that is shown as it is on a chip. */
#define CHIP_LENGTH 32

/* "No known allergies", "denies pregnancy": a line that begins so names nothing. */
static gboolean
is_negative (const char *const *words)
{
  static const char *const negative[] = {
    "no", "none", "nil", "not", "never", "denies", "denied", "nka", "nkda", "without", "negative",
    NULL,
  };

  return words[0] == NULL || g_strv_contains (negative, words[0]);
}

static gboolean
has_word (const char *const *words,
          const char        *pattern)
{
  gsize length = strlen (pattern);
  gboolean begins = pattern[length - 1] == '*';

  for (guint i = 0; words[i] != NULL; i++)
    if (begins ? strncmp (words[i], pattern, length - 1) == 0 : strcmp (words[i], pattern) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_any_word (const char *const *words,
              const char        *patterns)
{
  g_auto (GStrv) list = g_strsplit (patterns, " ", -1);

  for (guint i = 0; list[i] != NULL; i++)
    if (has_word (words, list[i]))
      return TRUE;
  return FALSE;
}

static char *
shorten (const char *line)
{
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (line, -1) <= CHIP_LENGTH)
    return g_strdup (line);
  begin = g_utf8_substring (line, 0, CHIP_LENGTH - 1);
  return g_strconcat (g_strchomp (begin), "…", NULL);
}

static void
add_material_marks (const GlaProduct *product,
                    const char       *material,
                    GlaFinding       *finding)
{
  const GPtrArray *facts = gla_product_get_facts (product, GLA_FACT_SCREEN);

  for (guint i = 0; i < facts->len; i++)
    {
      const GlaFact *fact = facts->pdata[i];

      if (g_strcmp0 (fact->key, material) == 0)
        gla_finding_add_mark (finding, &fact->mark);
    }
}

/* The products that hold the material: of the plan, or of all where none of it is known. */
static GPtrArray *
list_products (GlaFindingSearch *search,
               const char       *material)
{
  const GPtrArray *products = gla_catalogue_get_products (search->cycles->catalogue);
  gboolean any = search->plan == NULL || gla_finding_covers_product (search, NULL) ||
                 search->planned->planned->len == 0;
  GPtrArray *holding = g_ptr_array_new ();

  for (guint i = 0; i < products->len; i++)
    {
      const GlaProduct *product = products->pdata[i];

      if (gla_product_screens_for (product, material) &&
          (any || gla_finding_covers_product (search, gla_product_get_key (product))))
        g_ptr_array_add (holding, (gpointer) product);
    }
  return holding;
}

/* For a plan: which of its products it is about; those of @holding, or all if none is. */
static void
set_planned_chip (GlaFindingSearch *search,
                  GlaFinding       *finding,
                  const GPtrArray  *holding)
{
  const GPtrArray *products = gla_catalogue_get_products (search->cycles->catalogue);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autofree char *line = finding->chip;
  g_autofree char *list = NULL;

  if (holding->len > 0)
    products = holding;
  for (guint i = 0; i < products->len; i++)
    if (gla_finding_covers_product (search, gla_product_get_key (products->pdata[i])))
      g_ptr_array_add (codes, (gpointer) gla_product_get_code (products->pdata[i]));
  list = gla_finding_join (codes);
  finding->chip = holding->len > 0
                    /* Translators: what is written of a patient, and codes of products */
                    ? g_strdup_printf (_("%s: asked about before %s"), line, list)
                    /* Translators: what is written of a patient, and codes of products */
                    : g_strdup_printf (_("%s: not named for %s"), line, list);
}

void
gla_finding_add_material (GlaFindingSearch *search,
                          GlaFinding       *finding,
                          const char       *material,
                          const char       *rule,
                          const char       *recorded)
{
  g_autoptr (GPtrArray) products = list_products (search, material);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  g_autofree char *sentence = NULL;

  for (guint i = 0; i < products->len; i++)
    {
      g_ptr_array_add (names, (gpointer) gla_product_get_name (products->pdata[i]));
      add_material_marks (products->pdata[i], material, finding);
    }
  if (search->plan != NULL && search->planned->planned->len > 0 &&
      !gla_finding_covers_product (search, NULL))
    set_planned_chip (search, finding, products);
  if (products->len == 0)
    {
      finding->level = GLA_FINDING_INFO;
      finding->text = g_strjoin (" ", recorded, rule,
                                 _("The catalogue does not name it for the planned product."),
                                 NULL);
      return;
    }
  list = gla_finding_join (names);
  sentence = g_strdup_printf (_("Products: %s."), list);
  finding->text = g_strjoin (" ", recorded, rule, sentence, NULL);
}

static void
add_answer (GlaFindingSearch           *search,
            const GlaScreeningQuestion *question,
            GlaScreeningFields          field,
            const char                 *line)
{
  g_autofree char *recorded = g_strdup_printf (_("Recorded: %s."), line);
  const char *alert = field == GLA_SCREENING_MEDICINES ? "A12" : NULL;
  GlaFinding *finding = gla_finding_search_add (search, question->id, alert, question->level,
                                                shorten (line), NULL);
  g_auto (GStrv) sources = g_strsplit (question->sources, " ", -1);

  finding->marks = question->marks;
  gla_finding_add_row (finding, search->cycles->history->patient->id);
  for (guint i = 0; sources[i] != NULL; i++)
    if (sources[i][0] != '\0')
      gla_finding_add_source (finding, sources[i]);
  if (question->material != NULL)
    gla_finding_add_material (search, finding, question->material, _(question->rule), recorded);
  else
    finding->text = g_strjoin (" ", recorded, _(question->rule), NULL);
}

/* What only some products or areas are asked about is said of a plan with one of them. */
static gboolean
is_asked (GlaFindingSearch           *search,
          const GlaScreeningQuestion *question)
{
  if (question->areas == NULL && question->products == NULL)
    return TRUE;
  return search->plan != NULL && gla_finding_covers_question (search, question);
}

/* One line of the record; allergies are shown even if no label asks about them. */
static void
read_line (GlaFindingSearch   *search,
           GlaScreeningFields  field,
           const char         *line)
{
  g_auto (GStrv) words = gla_search_key_split (line);
  guint n_questions;
  const GlaScreeningQuestion *questions = gla_screening_get_questions (&n_questions);
  gboolean found = FALSE;

  if (is_negative ((const char *const *) words))
    return;
  for (guint i = 0; i < n_questions; i++)
    if ((questions[i].fields & field) != 0 && is_asked (search, &questions[i]) &&
        has_any_word ((const char *const *) words, questions[i].words))
      {
        add_answer (search, &questions[i], field, line);
        found = TRUE;
      }
  if (!found && field == GLA_SCREENING_ALLERGIES)
    {
      GlaFinding *finding =
        gla_finding_search_add (search, "allergy", NULL, GLA_FINDING_INFO, shorten (line),
                                g_strdup_printf (_("Allergy recorded: %s."), line));

      gla_finding_add_row (finding, search->cycles->history->patient->id);
    }
}

static void
read_field (GlaFindingSearch   *search,
            GlaScreeningFields  field,
            const char         *text)
{
  g_auto (GStrv) lines = NULL;

  if (text == NULL)
    return;
  lines = g_strsplit_set (text, "\n;", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    read_line (search, field, g_strstrip (lines[i]));
}

void
gla_find_screened_words (GlaFindingSearch *search)
{
  const GlaPatient *patient = search->cycles->history->patient;

  read_field (search, GLA_SCREENING_ALLERGIES, patient->allergies);
  read_field (search, GLA_SCREENING_CONDITIONS, patient->conditions);
  read_field (search, GLA_SCREENING_MEDICINES, patient->medicines);
}

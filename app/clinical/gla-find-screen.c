/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-finding-private.h"

#include "gla-i18n.h"
#include "gla-search-key.h"

#include <string.h>

typedef enum
{
  FIELD_ALLERGIES = 1 << 0,
  FIELD_CONDITIONS = 1 << 1,
  FIELD_MEDICINES = 1 << 2,
} Fields;

/* Longest line of the record that is shown as it is on a chip. */
#define CHIP_LENGTH 32

/*
 * A question of the safety screen (products-and-areas, section F) as far as the
 * free text of a record can answer it. A word with a star stands for all that
 * begin with it; words are compared without accents, case and punctuation.
 */
typedef struct
{
  const char *id;
  Fields fields;
  GlaFindingLevel level;
  const char *material;       /* key of what products screen for, or NULL: all products */
  const char *words;
  const char *text;
  const char *sources;
  GlaMarkFlags marks;
} Question;

static const Question questions[] = {
  { "screen-toxin", FIELD_ALLERGIES, GLA_FINDING_STRONG, NULL,
    "botulinum* botox* vistabel* dysport* azzalure* alluzience* xeomin* bocouture* jeuveau* "
    "nuceiva* nabota* daxxify* letybo* botulax* relfydess* myobloc* neurobloc*",
    N_("Labels name an earlier allergic reaction to a botulinum toxin as contraindication."),
    "L5 L7 L11 L14 L15", GLA_MARK_NONE },
  { "screen-milk", FIELD_ALLERGIES | FIELD_CONDITIONS, GLA_FINDING_STRONG, "milk-protein",
    "milk* dairy casein* whey lactalbumin* lactoglobulin*",
    N_("Contraindication on a label of products that can hold traces of cow's milk protein."),
    "L6", GLA_MARK_NONE },
  { "screen-albumin", FIELD_ALLERGIES | FIELD_CONDITIONS, GLA_FINDING_WARN, "human-albumin",
    "albumin* jehova*",
    N_("To be asked about before products with human albumin, which is made from blood."),
    "L6 L20", GLA_MARK_NONE },
  { "screen-gelatin", FIELD_ALLERGIES | FIELD_CONDITIONS, GLA_FINDING_WARN, "gelatin",
    "gelatin* bovine porcine pork",
    N_("To be asked about before products with gelatin."), "", GLA_MARK_UNVERIFIED },
  { "screen-dextran", FIELD_ALLERGIES, GLA_FINDING_WARN, "dextran", "dextran*",
    N_("To be asked about before products with dextran."), "", GLA_MARK_UNVERIFIED },
  { "screen-polysorbate", FIELD_ALLERGIES, GLA_FINDING_WARN, "polysorbate",
    "polysorbat* tween peg macrogol* polyethylene",
    N_("To be asked about before products with polysorbate."), "L15", GLA_MARK_NONE },
  { "screen-tryptophan", FIELD_ALLERGIES, GLA_FINDING_WARN, "tryptophan", "tryptophan*",
    N_("To be asked about before products with tryptophan."), "L15", GLA_MARK_NONE },
  { "screen-muscle", FIELD_CONDITIONS, GLA_FINDING_STRONG, NULL,
    "myasthen* lambert eaton als amyotroph* neuromuscular* myopath* dystroph*",
    N_("Labels name general disorders of the muscles as contraindication (EU, UK) or with a "
       "warning (US)."),
    "L5 L7 L11 L14 L15 L20", GLA_MARK_NONE },
  { "screen-pregnancy", FIELD_CONDITIONS, GLA_FINDING_STRONG, NULL, "pregnan* gravid*",
    N_("Labels do not recommend the use in pregnancy."), "L5 L7 L11 L14 L25", GLA_MARK_NONE },
  { "screen-breast-feeding", FIELD_CONDITIONS, GLA_FINDING_STRONG, NULL,
    "breastfe* feeding nursing lactating lactation",
    N_("Labels do not recommend the use while breast-feeding."), "L5 L18", GLA_MARK_NONE },
  { "screen-swallowing", FIELD_CONDITIONS, GLA_FINDING_WARN, NULL,
    "dysphag* swallow* aspiration copd dyspn*",
    N_("Labels warn of trouble with swallowing, speech or breathing."), "L12 L13 L14",
    GLA_MARK_NONE },
  { "screen-junction", FIELD_MEDICINES, GLA_FINDING_WARN, NULL,
    "gentamicin* amikacin* tobramycin* streptomycin* neomycin* kanamycin* aminoglycoside* "
    "spectinomycin* polymyxin* colistin* lincomycin* clindamycin*",
    N_("Labels name antibiotics that act where nerve and muscle meet: they can make the effect "
       "stronger."),
    "L5 L13 L20 VIS-PL", GLA_MARK_NONE },
  { "screen-relaxants", FIELD_MEDICINES, GLA_FINDING_WARN, NULL,
    "baclofen* tizanidin* dantrolen* curare* pancuron* rocuron* relaxant* anticholinerg*",
    N_("Labels ask about muscle relaxants and medicines like them."), "L13 L20", GLA_MARK_NONE },
  { "screen-bleeding", FIELD_CONDITIONS | FIELD_MEDICINES, GLA_FINDING_WARN, NULL,
    "anticoagul* warfarin* phenprocoum* acenocoum* heparin* enoxaparin* apixaban* rivaroxaban* "
    "edoxaban* dabigatran* clopidogrel* prasugrel* ticagrelor* aspirin* acetylsalic* haemophil* "
    "hemophil* willebrand bleeding",
    N_("Bruises are more likely; named on labels and in trial exclusions."), "L14 L25 P90",
    GLA_MARK_NONE },
};

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
add_answer (GlaFindingSearch *search,
            const Question   *question,
            Fields            field,
            const char       *line)
{
  g_autofree char *recorded = g_strdup_printf (_("Recorded: %s."), line);
  const char *alert = field == FIELD_MEDICINES ? "A12" : NULL;
  GlaFinding *finding = gla_finding_search_add (search, question->id, alert, question->level,
                                                shorten (line), NULL);
  g_auto (GStrv) sources = g_strsplit (question->sources, " ", -1);

  finding->marks = question->marks;
  gla_finding_add_row (finding, search->cycles->history->patient->id);
  for (guint i = 0; sources[i] != NULL; i++)
    if (sources[i][0] != '\0')
      gla_finding_add_source (finding, sources[i]);
  if (question->material != NULL)
    gla_finding_add_material (search, finding, question->material, _(question->text), recorded);
  else
    finding->text = g_strjoin (" ", recorded, _(question->text), NULL);
}

/* One line of the record; allergies are shown even if no label asks about them. */
static void
read_line (GlaFindingSearch *search,
           Fields            field,
           const char       *line)
{
  g_auto (GStrv) words = gla_search_key_split (line);
  gboolean found = FALSE;

  if (is_negative ((const char *const *) words))
    return;
  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    if ((questions[i].fields & field) != 0 &&
        has_any_word ((const char *const *) words, questions[i].words))
      {
        add_answer (search, &questions[i], field, line);
        found = TRUE;
      }
  if (!found && field == FIELD_ALLERGIES)
    {
      GlaFinding *finding =
        gla_finding_search_add (search, "allergy", NULL, GLA_FINDING_INFO, shorten (line),
                                g_strdup_printf (_("Allergy recorded: %s."), line));

      gla_finding_add_row (finding, search->cycles->history->patient->id);
    }
}

static void
read_field (GlaFindingSearch *search,
            Fields            field,
            const char       *text)
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

  read_field (search, FIELD_ALLERGIES, patient->allergies);
  read_field (search, FIELD_CONDITIONS, patient->conditions);
  read_field (search, FIELD_MEDICINES, patient->medicines);
}

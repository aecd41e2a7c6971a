/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The questions of products-and-areas, section F, that a person has to answer, and the words
 * by which the free text of a record answers them. Row 19 is worked out from the record; rows
 * 29 and 30 are advice, and printed on the aftercare sheet. */

#include "config.h"

#include "gla-screening-question.h"

#include "gla-i18n.h"

#include <string.h>

#define LASTS GLA_SCREENING_LASTS
#define UPPER_FACE "GLAB FRON LCL BROW"
#define ORBITAL "LCL BROW INFRA"

static const GlaScreeningQuestion questions[] = {
  { "toxin-allergy", 1, "screen-toxin", NULL, GLA_FINDING_STRONG, LASTS, NULL, NULL, NULL,
    N_("An allergic reaction to a botulinum toxin, or to an ingredient of one?"),
    N_("Allergic reaction to a toxin or ingredient"),
    N_("Labels name an earlier allergic reaction to a botulinum toxin as contraindication."),
    "L5 L7 L11 L14 L15", GLA_MARK_NONE,
    GLA_SCREENING_ALLERGIES,
    "botulinum* botox* vistabel* dysport* azzalure* alluzience* xeomin* bocouture* jeuveau* "
    "nuceiva* nabota* daxxify* letybo* botulax* relfydess* myobloc* neurobloc*" },
  { "infection", 2, "screen-infection", NULL, GLA_FINDING_STRONG, 0, NULL, NULL, NULL,
    N_("An infection or inflammation at a planned point?"),
    N_("Infection or inflammation at a planned point"),
    N_("Labels name an infection, in the EU also inflammation, at a planned point as "
       "contraindication."),
    "L5 L10 L11 L12 L13 L14 L15", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "muscle-disease", 3, "screen-muscle", NULL, GLA_FINDING_STRONG, LASTS, NULL, NULL, NULL,
    N_("Myasthenia gravis, Lambert–Eaton, ALS or another general disorder of the muscles?"),
    N_("General disorder of the muscles"),
    N_("Labels name general disorders of the muscles as contraindication (EU, UK) or with a "
       "warning (US)."),
    "L5 L7 L11 L14 L15 L20", GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS,
    "myasthen* lambert eaton als amyotroph* neuromuscular* myopath* dystroph*" },
  { "milk-protein", 4, "screen-milk", NULL, GLA_FINDING_STRONG, LASTS, "milk-protein", NULL, NULL,
    N_("An allergy to cow’s milk protein?"), N_("Allergy to cow’s milk protein"),
    N_("Contraindication on a label of products that can hold traces of cow's milk protein."),
    "L6", GLA_MARK_NONE,
    GLA_SCREENING_ALLERGIES | GLA_SCREENING_CONDITIONS,
    "milk* dairy casein* whey lactalbumin* lactoglobulin*" },
  { "albumin", 5, "screen-albumin", NULL, GLA_FINDING_WARN, LASTS, "human-albumin", NULL, NULL,
    N_("An objection or allergy to human albumin, which is made from blood?"),
    N_("Objection or allergy to human albumin"),
    N_("To be asked about before products with human albumin, which is made from blood."),
    "L6 L20", GLA_MARK_NONE,
    GLA_SCREENING_ALLERGIES | GLA_SCREENING_CONDITIONS, "albumin* jehova*" },
  { "gelatin", 6, "screen-gelatin", NULL, GLA_FINDING_STRONG, LASTS, "gelatin", NULL, NULL,
    N_("An allergy to gelatin?"), N_("Allergy to gelatin"),
    N_("To be asked about before products with gelatin."), "", GLA_MARK_UNVERIFIED,
    GLA_SCREENING_ALLERGIES, "gelatin* bovine porcine pork" },
  { "gelatin-objection", 6, "screen-gelatin-objection", NULL, GLA_FINDING_WARN, LASTS, "gelatin",
    NULL, NULL, N_("An objection to gelatin from animals, as part of a diet?"),
    N_("Objection to gelatin"),
    N_("To be asked about before products with gelatin."), "", GLA_MARK_UNVERIFIED,
    GLA_SCREENING_CONDITIONS, "gelatin* bovine porcine pork" },
  { "dextran", 6, "screen-dextran", NULL, GLA_FINDING_STRONG, LASTS, "dextran", NULL, NULL,
    N_("An allergy to dextran?"), N_("Allergy to dextran"),
    N_("To be asked about before products with dextran."), "", GLA_MARK_UNVERIFIED,
    GLA_SCREENING_ALLERGIES, "dextran*" },
  { "polysorbate", 7, "screen-polysorbate", NULL, GLA_FINDING_WARN, LASTS, "polysorbate", NULL,
    NULL, N_("An allergy to polysorbate?"), N_("Allergy to polysorbate"),
    N_("To be asked about before products with polysorbate."), "L15", GLA_MARK_NONE,
    GLA_SCREENING_ALLERGIES, "polysorbat* tween peg macrogol* polyethylene" },
  { "tryptophan", 7, "screen-tryptophan", NULL, GLA_FINDING_WARN, LASTS, "tryptophan", NULL, NULL,
    N_("An allergy to tryptophan?"), N_("Allergy to tryptophan"),
    N_("To be asked about before products with tryptophan."), "L15", GLA_MARK_NONE,
    GLA_SCREENING_ALLERGIES, "tryptophan*" },
  { "potassium", 7, "screen-potassium", NULL, GLA_FINDING_WARN, LASTS, "potassium", NULL, NULL,
    N_("A diet in which potassium or sodium counts?"),
    N_("Diet in which potassium or sodium counts"),
    N_("A leaflet names the potassium and sodium in the product."), "L15", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "pregnancy", 8, "screen-pregnancy", NULL, GLA_FINDING_STRONG, GLA_SCREENING_NOT_OF_MEN, NULL,
    NULL, NULL, N_("Pregnant, or may be pregnant without contraception?"),
    N_("Pregnant, or may be"), N_("Labels do not recommend the use in pregnancy."),
    "L5 L7 L11 L14 L25", GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS, "pregnan* gravid*" },
  { "breast-feeding", 9, "screen-breast-feeding", NULL, GLA_FINDING_STRONG,
    GLA_SCREENING_NOT_OF_MEN, NULL, NULL, NULL, N_("Breast-feeding?"), N_("Breast-feeding"),
    N_("Labels do not recommend the use while breast-feeding; UK advice is to put cosmetic use "
       "off until the child is weaned."), "L5 L18", GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS, "breastfe* feeding nursing lactating lactation" },
  { "under-18", 10, "age", "A14", GLA_FINDING_STRONG, GLA_SCREENING_WITHOUT_BIRTH_DATE, NULL, NULL,
    NULL, N_("Under 18 years old? (The birth date is not recorded.)"), N_("Under 18 years old"),
    N_("Labels cover adults only."), "L5 L7 L9 L13 L14", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "from-65", 11, "age", "A14", GLA_FINDING_WARN, GLA_SCREENING_WITHOUT_BIRTH_DATE, NULL,
    "ona abo-p abo-l inco rela", NULL,
    N_("65 years old or more? (The birth date is not recorded.)"), N_("65 years old or more"),
    N_("Labels of the EU cover ages below 65 only; the Swiss one of Vistabel up to 65."),
    "VIS-CH L7 L9 L11 L15", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "from-75", 11, "age-75", "A14", GLA_FINDING_STRONG, GLA_SCREENING_WITHOUT_BIRTH_DATE, NULL,
    "leti", NULL,
    N_("75 years old or more? (The birth date is not recorded.)"), N_("75 years old or more"),
    N_("The label of Letybo names an age of 75 and over as contraindication."), "L14",
    GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "swallowing", 12, "screen-swallowing", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, NULL,
    N_("Trouble with swallowing, speech or breathing, or food that went the wrong way?"),
    N_("Trouble with swallowing, speech or breathing"),
    N_("Labels warn of trouble with swallowing, speech or breathing."), "L12 L13 L14",
    GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS, "dysphag* swallow* aspiration copd dyspn*" },
  { "heart", 13, "screen-heart", NULL, GLA_FINDING_WARN, LASTS, NULL, "ona pra daxi", NULL,
    N_("Heart disease?"), N_("Heart disease"), N_("US labels ask about heart disease."),
    "L12 L13 L20", GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS, "heart cardiac*" },
  { "junction-medicines", 14, "screen-junction", "A12", GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("Antibiotics such as gentamicin (aminoglycosides, spectinomycin), or other medicines that "
       "act where nerve and muscle meet?"),
    N_("Medicine that acts where nerve and muscle meet"),
    N_("Labels name antibiotics that act where nerve and muscle meet: they can make the effect "
       "stronger."),
    "L5 L13 L20 VIS-PL", GLA_MARK_NONE,
    GLA_SCREENING_MEDICINES,
    "gentamicin* amikacin* tobramycin* streptomycin* neomycin* kanamycin* aminoglycoside* "
    "spectinomycin* polymyxin* colistin* lincomycin* clindamycin*" },
  { "relaxants", 15, "screen-relaxants", "A12", GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("Muscle relaxants, medicines like curare, or anticholinergics?"),
    N_("Muscle relaxants or anticholinergics"),
    N_("Labels ask about muscle relaxants and medicines like them."), "L13 L20", GLA_MARK_NONE,
    GLA_SCREENING_MEDICINES,
    "baclofen* tizanidin* dantrolen* curare* pancuron* rocuron* relaxant* anticholinerg*" },
  { "penicillamine", 16, "screen-penicillamine", "A12", GLA_FINDING_STRONG, 0, NULL, "lanz", NULL,
    N_("D-penicillamine or quinine?"), N_("D-penicillamine or quinine"),
    N_("The maker’s list names them as reasons not to treat."), "L25", GLA_MARK_NONE,
    GLA_SCREENING_MEDICINES, "penicillamin* quinine" },
  { "bleeding", 17, "screen-bleeding", "A12", GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("In the last 7 days: blood thinners, aspirin, painkillers such as ibuprofen, vitamin E "
       "above 1,000 IU a day? Or a bleeding disorder?"),
    N_("Blood thinners or a bleeding disorder"),
    N_("Bruises are more likely; named on labels and in trial exclusions."), "L14 L25 P90",
    GLA_MARK_NONE,
    GLA_SCREENING_CONDITIONS | GLA_SCREENING_MEDICINES,
    "anticoagul* warfarin* phenprocoum* acenocoum* heparin* enoxaparin* apixaban* rivaroxaban* "
    "edoxaban* dabigatran* clopidogrel* prasugrel* ticagrelor* aspirin* acetylsalic* haemophil* "
    "hemophil* willebrand bleeding "
    "ibuprofen* naproxen* diclofenac* ketoprofen* indometacin* indomethacin* nsaid* tocopherol*" },
  { "thinners-stop", 17, "screen-thinners-stop", "A12", GLA_FINDING_STRONG, 0, NULL, "lanz", NULL,
    N_("Warfarin or heparin?"), N_("Warfarin or heparin"),
    N_("The maker’s list names them as reasons not to treat."), "L25", GLA_MARK_NONE,
    GLA_SCREENING_MEDICINES, "warfarin* heparin*" },
  { "toxin-elsewhere", 18, "elsewhere", "A1", GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("Botulinum toxin elsewhere, for any reason, in the last 12 weeks (type B: 16 weeks)?"),
    N_("Botulinum toxin elsewhere lately"),
    N_("Units add up, and muscles may grow weak. Trials leave such people out; labels ask for 3 "
       "months between treatments. Enter it under treatments elsewhere, so that it is counted."),
    "L5 L12 L20 P91", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "upper-face", 20, "screen-upper-face", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, UPPER_FACE,
    N_("Drooping lid, marked asymmetry, loose lid skin, deep scars, thick oily skin, lines that "
       "do not spread by hand, earlier surgery or palsy of the face?"),
    N_("Finding in the upper face that labels ask about"),
    N_("Labels ask for caution with these in the upper face."), "L20", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "weakness", 21, "screen-weakness", NULL, GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("Weakness or wasting of a muscle that is to be injected?"),
    N_("Weakness or wasting of a planned muscle"),
    N_("Labels ask for caution where the muscle is weak or wasted."), "L20", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "eyes", 22, "screen-eyes", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, ORBITAL,
    N_("Dry eyes, surgery of the lids, or contact lenses?"),
    N_("Dry eyes, lid surgery or contact lenses"),
    N_("Labels ask about the eyes before points around them."), "L2 L7 L9 L15", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "neck", 23, "screen-neck", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, "PLATB NEFER",
    N_("Neck: trouble with swallowing, a thin neck, or work as singer or speaker?"),
    N_("Neck: swallowing, thin neck or work with the voice"),
    N_("Asked about before points in the neck; the units of a session are limited there."), "P29",
    GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "hands", 24, "screen-hands", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, "PALM",
    N_("Hands: a manual trade, or a musician?"), N_("Work that needs the hands"),
    N_("Weakness of the pinch is described after points in the palm."), "P36", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "fainting", 25, "screen-fainting", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, NULL,
    N_("Fainted at the sight of needles or with injections?"), N_("Faints with needles"),
    N_("Labels ask about fainting with needles."), "L11 L14", GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "surgery", 26, "screen-surgery", NULL, GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("An operation planned, or an anaesthetic lately?"),
    N_("Operation planned, or anaesthetic lately"),
    N_("Muscle relaxants are given in operations."), "", GLA_MARK_UNVERIFIED,
    GLA_SCREENING_NOWHERE, NULL },
  { "lost-effect", 27, "screen-lost-effect", NULL, GLA_FINDING_WARN, LASTS, NULL, NULL, NULL,
    N_("Did an earlier treatment work less, or not at all?"),
    N_("Earlier treatment worked less"),
    N_("Labels ask to review interval and units after a loss of effect."), "L7 L11 L15",
    GLA_MARK_NONE,
    GLA_SCREENING_NOWHERE, NULL },
  { "expectation", 28, "screen-expectation", NULL, GLA_FINDING_WARN, 0, NULL, NULL, NULL,
    N_("An important event soon, a goal that treatment does not meet, or worry about a part of "
       "the body?"),
    N_("Important event, goal or worry to talk about"),
    N_("To be talked about before treatment."), "", GLA_MARK_UNVERIFIED,
    GLA_SCREENING_NOWHERE, NULL },
};

const GlaScreeningQuestion *
gla_screening_get_questions (guint *n_questions)
{
  g_return_val_if_fail (n_questions != NULL, NULL);

  *n_questions = G_N_ELEMENTS (questions);
  return questions;
}

const GlaScreeningQuestion *
gla_screening_find_question (const char *key)
{
  for (gsize i = 0; key != NULL && i < G_N_ELEMENTS (questions); i++)
    if (strcmp (questions[i].key, key) == 0)
      return &questions[i];
  return NULL;
}

/* Whether one of @wanted is a word of @list. */
static gboolean
names_any (const char         *list,
           const char *const  *wanted)
{
  g_auto (GStrv) words = g_strsplit (list, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (wanted, words[i]))
      return TRUE;
  return FALSE;
}

static gboolean
is_held_by_any (GlaCatalogue       *catalogue,
                const char         *material,
                const char *const  *products)
{
  for (guint i = 0; products[i] != NULL; i++)
    {
      const GlaProduct *product = gla_catalogue_find_product (catalogue, products[i]);

      if (product != NULL && gla_product_screens_for (product, material))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_for_patient (const GlaScreeningQuestion *question,
                const GlaPatient           *patient)
{
  if ((question->flags & GLA_SCREENING_NOT_OF_MEN) != 0 && patient->sex == GLA_SEX_MALE)
    return FALSE;
  return (question->flags & GLA_SCREENING_WITHOUT_BIRTH_DATE) == 0
         || patient->birth_day == GLA_DAY_NONE;
}

GPtrArray *
gla_screening_list_questions (GlaCatalogue       *catalogue,
                              const GlaPatient   *patient,
                              const char *const  *areas,
                              const char *const  *products)
{
  GPtrArray *list = g_ptr_array_new ();
  gboolean any_area = areas == NULL || areas[0] == NULL;
  gboolean any_product = products == NULL || products[0] == NULL;

  g_return_val_if_fail (catalogue != NULL && patient != NULL, list);

  for (gsize i = 0; i < G_N_ELEMENTS (questions); i++)
    {
      const GlaScreeningQuestion *question = &questions[i];

      if (!is_for_patient (question, patient))
        continue;
      if (question->areas != NULL && !any_area && !names_any (question->areas, areas))
        continue;
      if (question->products != NULL && !any_product && !names_any (question->products, products))
        continue;
      if (question->material != NULL && !any_product
          && !is_held_by_any (catalogue, question->material, products))
        continue;
      g_ptr_array_add (list, (gpointer) question);
    }
  return list;
}

static char *
describe_yes (const GlaScreeningAnswer *answer)
{
  const GlaScreeningQuestion *question = gla_screening_find_question (answer->key);
  const char *name = question != NULL ? _(question->name) : answer->key;

  return answer->note != NULL
           /* Translators: what was answered with yes, then what was noted of it */
           ? g_strdup_printf (_("%s (%s)"), name, answer->note)
           : g_strdup (name);
}

char *
gla_screening_describe (const char *text)
{
  g_autoptr (GPtrArray) answers = gla_screening_parse (text);
  g_autoptr (GPtrArray) yes = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *list = NULL;
  g_autofree char *rest = NULL;
  guint n_no;

  for (guint i = 0; i < answers->len; i++)
    {
      const GlaScreeningAnswer *answer = answers->pdata[i];

      if (answer->answer == GLA_ANSWER_YES)
        g_ptr_array_add (yes, describe_yes (answer));
    }
  if (answers->len == 0)
    return NULL;
  n_no = answers->len - yes->len;
  rest = g_strdup_printf (ngettext ("no to %u question", "no to %u questions", n_no), n_no);
  if (yes->len == 0)
    return g_steal_pointer (&rest);
  g_ptr_array_add (yes, NULL);
  list = g_strjoinv (_(", "), (char **) yes->pdata);
  return n_no > 0
           /* Translators: what was answered with yes; then “no to 5 questions” */
           ? g_strdup_printf (_("yes to %s; %s"), list, rest)
           : g_strdup_printf (_("yes to %s"), list);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-handout.h"

#include "gla-handout-facts.h"
#include "gla-handout-part.h"
#include "gla-handout-qr.h"
#include "gla-i18n.h"
#include "gla-language.h"
#include "gla-translation-review.h"

#include <string.h>

/* A template on its way to blocks. */
typedef struct
{
  const GlaHandoutTemplate *template;
  GlaHandoutFacts *facts;
  GError **error;
} Fill;

static gboolean fill_elements (Fill            *fill,
                               const GPtrArray *elements,
                               GPtrArray       *blocks);

static gboolean
is_there (Fill                    *fill,
          const GlaHandoutElement *element,
          gboolean                *there)
{
  *there = TRUE;
  return element->when == NULL ||
         gla_handout_facts_test (fill->facts, element->when, there, fill->error);
}

static void
fill_words (Fill       *fill,
            const char *text,
            GlaBlock   *block)
{
  PangoAttrList *bold;
  char *words =
    gla_handout_facts_fill (fill->facts, gla_handout_template_get_text (fill->template, text),
                            &bold);

  gla_block_take_words (block, words, bold);
}

static void
add_words (Fill                    *fill,
           const GlaHandoutElement *element,
           GlaBlockKind             kind,
           GPtrArray               *blocks)
{
  fill_words (fill, element->text, gla_block_add (blocks, kind, NULL));
}

static gboolean
add_list (Fill                    *fill,
          const GlaHandoutElement *element,
          GPtrArray               *blocks)
{
  gboolean numbered = g_strcmp0 (element->style, "numbers") == 0;
  gboolean ticks = g_strcmp0 (element->style, "ticks") == 0;
  int number = 0;

  for (guint i = 0; i < element->children->len; i++)
    {
      const GlaHandoutElement *item = element->children->pdata[i];
      gboolean there;
      GlaBlock *block;

      if (!is_there (fill, item, &there))
        return FALSE;
      if (!there)
        continue;
      block = gla_block_add (blocks, GLA_BLOCK_ITEM, NULL);
      block->number = numbered ? ++number : ticks ? GLA_BLOCK_TICK : GLA_BLOCK_BULLET;
      fill_words (fill, item->text, block);
    }
  return TRUE;
}

static gboolean
add_cells (Fill                    *fill,
           const GlaHandoutElement *element,
           GlaBlockKind             kind,
           GPtrArray               *blocks)
{
  GlaBlock *block = gla_block_add (blocks, kind, NULL);

  for (guint i = 0; i < element->children->len; i++)
    {
      const GlaHandoutElement *cell = element->children->pdata[i];
      g_autofree char *label = NULL;
      g_autofree char *value = NULL;
      PangoAttrList *bold;
      gboolean there;

      if (!is_there (fill, cell, &there))
        return FALSE;
      if (!there)
        continue;
      label = gla_handout_facts_fill (fill->facts,
                                      gla_handout_template_get_text (fill->template, cell->text),
                                      &bold);
      g_clear_pointer (&bold, pango_attr_list_unref);
      if (cell->field != NULL)
        value = gla_handout_facts_format (fill->facts, cell->field);
      gla_block_add_cell (block, label, value);
    }
  if (block->cells->len == 0)
    g_ptr_array_remove (blocks, block);
  return TRUE;
}

static gboolean
add_box (Fill                    *fill,
         const GlaHandoutElement *element,
         GPtrArray               *blocks)
{
  GlaBlock *box = gla_block_add (blocks, GLA_BLOCK_BOX, NULL);

  box->danger = g_strcmp0 (element->style, "danger") == 0;
  if (!fill_elements (fill, element->children, box->children))
    return FALSE;
  if (box->children->len == 0)
    g_ptr_array_remove (blocks, box);
  return TRUE;
}

/* Nothing if the clinic has not said what is to be opened. */
static void
add_qr (Fill                    *fill,
        const GlaHandoutElement *element,
        GPtrArray               *blocks)
{
  g_autofree char *shown = gla_handout_facts_format (fill->facts, element->field);
  g_autofree char *link = gla_handout_dup_link (element->field, shown);
  g_autofree char *words = NULL;
  PangoAttrList *bold = NULL;

  if (link == NULL)
    return;
  if (element->text != NULL)
    words = gla_handout_facts_fill (fill->facts,
                                    gla_handout_template_get_text (fill->template, element->text),
                                    &bold);
  g_clear_pointer (&bold, pango_attr_list_unref);
  gla_handout_add_qr (blocks, link, shown, words);
}

static gboolean
fill_element (Fill                    *fill,
              const GlaHandoutElement *element,
              GPtrArray               *blocks)
{
  switch (element->kind)
    {
    case GLA_HANDOUT_HEADING:
      add_words (fill, element, GLA_BLOCK_HEADING, blocks);
      return TRUE;
    case GLA_HANDOUT_SUBHEADING:
      add_words (fill, element, GLA_BLOCK_SUBHEADING, blocks);
      return TRUE;
    case GLA_HANDOUT_TEXT:
      add_words (fill, element, GLA_BLOCK_TEXT, blocks);
      return TRUE;
    case GLA_HANDOUT_NOTE:
      add_words (fill, element, GLA_BLOCK_NOTE, blocks);
      return TRUE;
    case GLA_HANDOUT_LIST:
      return add_list (fill, element, blocks);
    case GLA_HANDOUT_BOX:
      return add_box (fill, element, blocks);
    case GLA_HANDOUT_CELLS:
      return add_cells (fill, element, GLA_BLOCK_CELLS, blocks);
    case GLA_HANDOUT_SIGNATURES:
      return add_cells (fill, element, GLA_BLOCK_SIGNATURES, blocks);
    case GLA_HANDOUT_INSERT:
      gla_handout_part_find (element->part)->add (fill->facts, blocks);
      return TRUE;
    case GLA_HANDOUT_QR:
      add_qr (fill, element, blocks);
      return TRUE;
    case GLA_HANDOUT_GROUP:
      return fill_elements (fill, element->children, blocks);
    case GLA_HANDOUT_BREAK:
      gla_block_add (blocks, GLA_BLOCK_BREAK, NULL);
      return TRUE;
    case GLA_HANDOUT_ITEM:
    case GLA_HANDOUT_CELL:
    case GLA_HANDOUT_SIGN:
    default:
      g_return_val_if_reached (TRUE);
    }
}

static gboolean
fill_elements (Fill            *fill,
               const GPtrArray *elements,
               GPtrArray       *blocks)
{
  for (guint i = 0; i < elements->len; i++)
    {
      const GlaHandoutElement *element = elements->pdata[i];
      gboolean there;

      if (!is_there (fill, element, &there) ||
          (there && !fill_element (fill, element, blocks)))
        return FALSE;
    }
  return TRUE;
}

static GPtrArray *
make_blocks (Fill *fill)
{
  g_autoptr (GPtrArray) blocks = gla_block_list_new ();

  fill_words (fill, fill->template->title, gla_block_add (blocks, GLA_BLOCK_TITLE, NULL));
  return fill_elements (fill, fill->template->elements, blocks) ? g_steal_pointer (&blocks) : NULL;
}

GPtrArray *
gla_handout_make_blocks (const GlaHandoutTemplate  *template,
                         const GlaHandoutInput     *input,
                         GError                   **error)
{
  g_autoptr (GlaHandoutFacts) facts = NULL;
  Fill fill = { template, NULL, error };

  g_return_val_if_fail (template != NULL && input != NULL, NULL);

  facts = gla_handout_facts_new (input);
  fill.facts = facts;
  return make_blocks (&fill);
}

static const char *
get_purpose (const GlaHandoutTemplate *template)
{
  if (template->audience == GLA_HANDOUT_FOR_PROFESSIONAL)
    return _("Keeps records and shows recorded facts and cited texts to qualified professionals; "
             "does not diagnose or recommend a dose.");
  return template->is_card
           ? NULL
           : _("This sheet supports the talk with your practitioner. It does not replace it.");
}

/* "not-working 2026-11-1 · printed by Dr A. Osei" */
static char *
dup_origin (const GlaHandoutTemplate *template,
            const GlaHandoutInput    *input)
{
  g_autofree char *version =
    template->is_own
      /* Translators: key and version of a sheet that the clinic wrote itself */
      ? g_strdup_printf (_("%s %s (the clinic’s own)"), template->key, template->version)
      : g_strdup_printf ("%s %s", template->key, template->version);
  g_autofree char *printed =
    /* Translators: template and version of a sheet, and who prints it */
    input->staff != NULL ? g_strdup_printf (_("%s · printed by %s"), version, input->staff)
                         : g_strdup (version);

  return input->printed_at != NULL ? g_strdup_printf ("%s · %s", printed, input->printed_at)
                                   : g_steal_pointer (&printed);
}

/* (nullable): whom to call while the clinic is closed. */
static char *
dup_after_hours (const GlaHandoutInput *input)
{
  if (input->clinic_after_hours == NULL || input->clinic_after_hours[0] == '\0')
    return NULL;
  /* Translators: whom to call while the clinic is closed, mostly a telephone number */
  return g_strdup_printf (_("Out of hours: %s"), input->clinic_after_hours);
}

static char *
dup_whose (const GlaHandoutTemplate *template,
           const GlaPatient         *patient)
{
  g_autofree char *name = NULL;
  g_autofree char *born = NULL;

  /* A report that leaves the clinic names nobody. */
  if (template->needs == GLA_HANDOUT_NEEDS_EVENT)
    return gla_patient_get_initials (patient);
  name = gla_patient_get_spoken_name (patient);
  if (template->audience == GLA_HANDOUT_FOR_PATIENT || patient->birth_day == GLA_DAY_NONE)
    return g_steal_pointer (&name);
  born = gla_day_format (patient->birth_day, GLA_DAY_EXACT);
  /* Translators: name and date of birth of a patient */
  return g_strdup_printf (_("%s, born %s"), name, born);
}

/*
 * (nullable): who answers for the translation. What the clinic wrote itself needs none,
 * and English is what was checked.
 */
static char *
dup_translation (const GlaHandoutTemplate *template,
                 const GlaHandoutInput    *input,
                 const GlaLanguage        *language)
{
  g_autofree char *reader = NULL;
  g_autofree char *text = NULL;
  GlaDay day;

  if (template->is_own || language == gla_language_get_english ())
    return NULL;
  reader = gla_translation_reviews_find (input->reviewed, template->key, template->version,
                                         gla_language_get_tag (language), &day);
  if (reader == NULL)
    return g_strdup (_("Translated by machine, not yet checked by the clinic."));
  text = gla_day_format (day, GLA_DAY_EXACT);
  /* Translators: name of a person and a date */
  return g_strdup_printf (_("Translation reviewed by %s on %s."), reader, text);
}

static GlaPageStyle
get_style (const GlaHandoutTemplate *template)
{
  if (template->is_card)
    return GLA_PAGE_CARD;
  return template->audience == GLA_HANDOUT_FOR_PROFESSIONAL ? GLA_PAGE_PROFESSIONAL
                                                            : GLA_PAGE_PATIENT;
}

/* Some texts are only asked for when they are drawn. */
static void
draw_nowhere (GlaPages *pages)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, 1, 1);
  cairo_t *cr = cairo_create (surface);

  cairo_rectangle (cr, 0, 0, 0, 0);
  cairo_clip (cr);
  for (guint page = 0; page < gla_pages_get_n_pages (pages); page++)
    gla_pages_draw (pages, cr, page);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* The sheet in one language; @whole: whether it found all texts in it. */
static GlaPages *
make_pages (const GlaHandoutTemplate  *template,
            const GlaHandoutInput     *input,
            const GlaHandoutOptions   *options,
            const GlaLanguage         *language,
            gboolean                  *whole,
            GError                   **error)
{
  g_auto (GlaLanguageScope) scope = gla_language_enter (language);
  g_autoptr (GPtrArray) blocks = gla_handout_make_blocks (template, input, error);
  g_autofree char *origin = NULL;
  g_autofree char *after_hours = NULL;
  g_autofree char *whose = NULL;
  g_autofree char *day = NULL;
  g_autofree char *translation = NULL;
  const char *wanted = gla_handout_choose_language (template, input, options);
  GlaPageOptions page = { 0 };
  GlaPages *pages;

  if (blocks == NULL)
    return NULL;
  origin = dup_origin (template, input);
  after_hours = dup_after_hours (input);
  if (template->needs != GLA_HANDOUT_NEEDS_LIST)
    whose = dup_whose (template, input->facts->cycles->history->patient);
  day = gla_day_format_long (input->facts->cycles->today);
  translation = dup_translation (template, input, language);
  page.style = get_style (template);
  page.paper = options->paper;
  page.large = options->large;
  page.blank_head = options->blank_head;
  page.title = ((const GlaBlock *) blocks->pdata[0])->words.text;
  page.rtl = gla_language_is_rtl (language);
  /* The language that was asked for may name a country besides. */
  page.language = wanted != NULL && gla_language_load (wanted, NULL) == language
                    ? wanted
                    : gla_language_get_tag (language);
  page.clinic_name = input->clinic_name;
  page.clinic_address = input->clinic_address;
  page.clinic_phone = input->clinic_phone;
  page.clinic_after_hours = after_hours;
  page.clinic_logo = input->clinic_logo;
  page.whose = whose;
  page.printed_on = day;
  page.purpose = get_purpose (template);
  page.origin = origin;
  page.translation = translation;
  pages = gla_pages_new (g_steal_pointer (&blocks), &page);
  /* Of English no text is missing. */
  if (language != gla_language_get_english ())
    draw_nowhere (pages);
  *whole = gla_language_get_missing () == 0;
  return pages;
}

const char *
gla_handout_choose_language (const GlaHandoutTemplate *template,
                             const GlaHandoutInput    *input,
                             const GlaHandoutOptions  *options)
{
  g_return_val_if_fail (template != NULL && input != NULL && options != NULL, NULL);

  if (options->language != NULL || template->audience == GLA_HANDOUT_FOR_PROFESSIONAL ||
      template->needs == GLA_HANDOUT_NEEDS_LIST)
    return options->language;
  return input->facts->cycles->history->patient->language;
}

GlaPages *
gla_handout_new (const GlaHandoutTemplate  *template,
                 const GlaHandoutInput     *input,
                 const GlaHandoutOptions   *options,
                 GError                   **error)
{
  const GlaLanguage *languages[3] = { NULL };
  const char *wanted;

  g_return_val_if_fail (template != NULL && input != NULL && options != NULL, NULL);

  wanted = gla_handout_choose_language (template, input, options);
  if (wanted != NULL)
    languages[0] = gla_language_load (wanted, NULL);
  languages[1] = gla_language_get_own ();
  /* What the clinic wrote is in its language, and the last that can be had. */
  languages[2] = template->is_own ? languages[1] : gla_language_get_english ();
  /* None is tried twice. */
  for (guint i = 0; i < 2; i++)
    if (languages[i] == languages[i + 1])
      languages[i] = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gboolean last = i + 1 == G_N_ELEMENTS (languages), whole = FALSE;
      g_autoptr (GlaPages) pages = NULL;

      if (languages[i] == NULL ||
          (!last && !gla_handout_template_is_translated (template, languages[i])))
        continue;
      pages = make_pages (template, input, options, languages[i], &whole, error);
      if (pages == NULL || whole || last)
        return g_steal_pointer (&pages);
    }
  g_return_val_if_reached (NULL);
}

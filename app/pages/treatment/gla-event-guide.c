/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-event-guide.h"

#include "gla-i18n.h"

#include <string.h>

/* The commonest first; the names of those with a guide contain one of its words. */
static const char *const kinds[] = {
  N_("Bruise"),
  N_("Headache"),
  N_("Swelling or redness"),
  N_("Drooping lid"),
  N_("Heavy brow"),
  N_("Uneven brows"),
  N_("Uneven smile"),
  N_("Dry eye"),
  N_("Eye pain"),
  N_("Infection"),
  N_("Double or blurred vision"),
  N_("General weakness"),
  N_("Allergic reaction"),
  N_("Trouble swallowing"),
  N_("Trouble speaking"),
  N_("Trouble breathing"),
};

typedef struct
{
  const char *words;     /* beginnings of words that name the sign, by "|" */
  const char *patient;
  const char *staff;
  const char *sources;
} EventGuide;

/* The rows of the clinical evidence, section 5.4, most urgent first. */
static const EventGuide guides[] = {
  {
    /* Translators: words that name an event, by "|"; each may be the beginning of
       a word, or several words. Keep only those of your language. */
    N_("swallow|speak|speech|breath|hoarse|dysphag|dyspn"),
    N_("The patient calls the emergency services now, without waiting for the clinic."),
    N_("Report it as an adverse event. Do not inject further."),
    "BC-PI, AZZ",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("hives|urticaria|wheez|faint|anaphyla|allerg|swollen lip|swollen face|swollen tongue|"
       "swelling of the face|swelling of the lip|swelling of the throat"),
    N_("Hives, a swollen face or throat, wheezing or fainting within minutes to hours: the "
       "emergency services now."),
    N_("Follow the clinic's plan for anaphylaxis."),
    "BC-PI",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("weakness|double vision|diplopia|blurred|bladder|incontinen"),
    N_("Emergency care or a doctor on the same day. The patient does not drive."),
    N_("Think of distant spread or a product that is not genuine; inform public health if "
       "botulism is suspected."),
    "BC-PI, MMWR24",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("eye pain|sore eye|light sensitiv|photophob|close the eye|close eye"),
    N_("An eye doctor on the same day."),
    NULL,
    "DAX-SE",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("lid|eyelid|ptosis"),
    N_("The clinic sees the patient on the same or the next day. No driving while the lid blocks "
       "the sight. With trouble swallowing, speaking or breathing, or weakness: emergency."),
    N_("Take a photo, exclude other causes. Eye drops only by a prescriber."),
    "APR, C02, PB1, PB2, SAK3, KE15",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("infect|pus|fever"),
    N_("The patient gets in touch on the same day."),
    N_("Follow the clinic's plan for infections."),
    NULL,
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("swelling|redness|swollen"),
    N_("If treated points stay swollen or red for more than 2 days, the patient gets in touch."),
    N_("It may be a delayed allergy: no more toxin until it has been reviewed."),
    "BI25",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("brow|smile|asymmetr|uneven"),
    N_("The patient calls the clinic. It is usually temporary."),
    N_("No more toxin to balance it before a review."),
    "PB2",
  },
  {
    /* Translators: words that name an event, by "|", as above */
    N_("headache|migraine"),
    N_("If it is severe and does not settle, the patient gets in touch."),
    NULL,
    "SAK",
  },
};

GStrv
gla_event_guide_dup_kinds (void)
{
  GStrv translated = g_new0 (char *, G_N_ELEMENTS (kinds) + 1);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    translated[i] = g_strdup (_(kinds[i]));
  return translated;
}

/* Whether a word of @text, which is folded, begins with @word. */
static gboolean
has_word (const char *text,
          const char *word)
{
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at))))
      return TRUE;
  return FALSE;
}

static gboolean
names_sign (const EventGuide *guide,
            const char       *folded)
{
  g_auto (GStrv) words = g_strsplit (_(guide->words), "|", -1);

  for (gsize i = 0; words[i] != NULL; i++)
    {
      g_autofree char *word = g_utf8_casefold (words[i], -1);

      if (word[0] != '\0' && has_word (folded, word))
        return TRUE;
    }
  return FALSE;
}

static void
append_guide (GString          *text,
              const EventGuide *guide)
{
  if (text->len > 0)
    g_string_append (text, "\n\n");
  g_string_append (text, _(guide->patient));
  if (guide->staff != NULL)
    g_string_append_printf (text, "\n%s", _(guide->staff));
  if (guide->sources != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s are keys of the list of sources */
      g_string_append_printf (text, _("Source: %s"), guide->sources);
    }
}

char *
gla_event_guide_find (const char *kind)
{
  g_autofree char *folded = NULL;
  GString *text;

  if (kind == NULL)
    return NULL;
  folded = g_utf8_casefold (kind, -1);
  text = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (guides); i++)
    if (names_sign (&guides[i], folded))
      append_guide (text, &guides[i]);
  return g_string_free (text, text->len == 0);
}

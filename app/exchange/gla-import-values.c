/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-import-values.h"

#include "gla-search-key.h"
#include "gla-units.h"
#include "gla-words.h"

#include <string.h>

/* The words of a value, separated by "|", folded by gla_search_key_new(). */
typedef struct
{
  int value;
  const char *words;
} ValueWords;

static const ValueWords unknown_words[] = {
  { 1, "unknown|not known|not recorded|unk|n a|na|none|nil|null|tbc|unbekannt|k a|keine angabe|"
       "inconnu|inconnue|non renseigne|desconocido|desconocida|no consta|s d" },
};

static const ValueWords side_words[] = {
  { GLA_SIDE_LEFT, "left|l|lt|left side|links|linke seite|li|gauche|g|cote gauche|izquierda|"
                   "izquierdo|izq|i|lado izquierdo" },
  { GLA_SIDE_RIGHT, "right|r|rt|right side|rechts|rechte seite|re|droite|droit|d|cote droit|"
                    "derecha|derecho|der|d|lado derecho" },
  { GLA_SIDE_BOTH, "both|both sides|bilateral|bilat|b|l r|r l|left right|right left|beide|"
                   "beidseits|beide seiten|bds|deux|deux cotes|les deux|ambos|ambas|"
                   "ambos lados" },
  { GLA_SIDE_MIDDLE, "middle|mid|midline|m|c|center|centre|central|median|mitte|mittig|milieu|"
                     "centro|medio|linea media" },
};

/* Inside other words single letters mean too many things. */
static const ValueWords side_in_area_words[] = {
  { GLA_SIDE_LEFT, "left|l|lt|links|li|gauche|izquierda|izquierdo|izq" },
  { GLA_SIDE_RIGHT, "right|r|rt|rechts|re|droite|droit|derecha|derecho|der" },
  { GLA_SIDE_BOTH, "both|bilateral|beidseits|bds|ambos" },
};

static const ValueWords sex_words[] = {
  { GLA_SEX_FEMALE, "f|female|woman|w|weiblich|frau|femme|feminin|femenino|mujer|hembra|donna|"
                    "kadin|vrouw" },
  { GLA_SEX_MALE, "m|male|man|mannlich maennlich|maennlich|mannlich|herr|homme|masculin|h|"
                  "masculino|hombre|varon|uomo|erkek" },
  { GLA_SEX_OTHER, "other|x|o|d|divers|diverse|non binary|nonbinary|nb|autre|otro|otra" },
};

static const ValueWords reason_words[] = {
  { GLA_VISIT_REASON_ROUTINE, "routine|routine visit|planned|scheduled|follow up|followup|review|"
                              "check|check up|control|kontrolle|geplant|termin|controle|suivi|"
                              "prevu|revision|programada|programado|rutina" },
  { GLA_VISIT_REASON_WORE_OFF, "wore off|worn off|wore-off|wearing off|wear off|effect gone|"
                               "effect ended|no effect left|nachgelassen|wirkung nachgelassen|"
                               "effet termine|fin deffet|fin del efecto|perdida de efecto" },
};

static const ValueWords rater_words[] = {
  { GLA_RATER_PRACTITIONER, "practitioner|clinician|physician|doctor|investigator|injector|nurse|"
                            "staff|professional|arzt|behandler|untersucher|praticien|medecin|"
                            "profesional|medico" },
  { GLA_RATER_PATIENT, "patient|self|subject|client|patientin|selbst|paciente|patiente" },
};

static const ValueWords switch_words[] = {
  { TRUE, "yes|y|true|t|1|x|ja|j|oui|o|si|s|wahr|vrai|verdadero" },
  { FALSE, "no|n|false|f|0|nein|non|falsch|faux|falso" },
};

static const struct
{
  const char *tag;
  const char *words;
} languages[] = {
  { "en", "english|englisch|anglais|ingles|eng" },
  { "de", "german|deutsch|allemand|aleman|deu|ger" },
  { "fr", "french|franzosisch franzoesisch|francais|frances|fra|fre" },
  { "es", "spanish|spanisch|espagnol|espanol|castellano|spa" },
  { "it", "italian|italienisch|italien|italiano|ita" },
  { "pt", "portuguese|portugiesisch|portugais|portugues|por" },
  { "nl", "dutch|niederlandisch niederlaendisch|neerlandais|nederlands|nld" },
  { "pl", "polish|polnisch|polonais|polaco|polski|pol" },
  { "tr", "turkish|turkisch tuerkisch|turc|turco|turkce|tur" },
  { "ru", "russian|russisch|russe|ruso|rus" },
  { "uk", "ukrainian|ukrainisch|ukrainien|ukr" },
  { "ar", "arabic|arabisch|arabe|ara" },
  { "fa", "persian|farsi|persisch|persan|fas" },
  { "zh", "chinese|mandarin|chinesisch|chinois|chino|zho" },
  { "ja", "japanese|japanisch|japonais|japones|jpn" },
  { "ko", "korean|koreanisch|coreen|coreano|kor" },
  { "he", "hebrew|hebraisch hebraeisch|hebreu|heb" },
  { "el", "greek|griechisch|grec|griego|ell" },
  { "sv", "swedish|schwedisch|suedois|sueco|svenska" },
  { "da", "danish|danisch daenisch|danois|danes|dansk" },
  { "no", "norwegian|norwegisch|norvegien|noruego|norsk" },
  { "fi", "finnish|finnisch|finnois|fines|suomi" },
};

/* Whether @key is one of @words between bars. */
static gboolean
is_word (const char *key,
         const char *words)
{
  gsize length = strlen (key);

  for (const char *p = words; p != NULL; p = strchr (p, '|'))
    {
      if (*p == '|')
        p++;
      if (strncmp (p, key, length) == 0 && (p[length] == '|' || p[length] == '\0'))
        return TRUE;
    }
  return FALSE;
}

static gboolean
find_value (const ValueWords *values,
            gsize             n_values,
            const char       *text,
            int              *value)
{
  g_autofree char *key = gla_search_key_new (text);

  for (gsize i = 0; key[0] != '\0' && i < n_values; i++)
    if (is_word (key, values[i].words))
      {
        *value = values[i].value;
        return TRUE;
      }
  return FALSE;
}

#define DEFINE_READ(name, Type, words)                                                             \
  gboolean gla_import_read_##name (const char *text, Type *result)                                 \
  {                                                                                                \
    int value;                                                                                     \
    g_return_val_if_fail (text != NULL && result != NULL, FALSE);                                  \
    if (!find_value (words, G_N_ELEMENTS (words), text, &value))                                   \
      return FALSE;                                                                                \
    *result = (Type) value;                                                                        \
    return TRUE;                                                                                   \
  }

DEFINE_READ (side, GlaSide, side_words)
DEFINE_READ (sex, GlaSex, sex_words)
DEFINE_READ (reason, GlaVisitReason, reason_words)
DEFINE_READ (rater, GlaRater, rater_words)
DEFINE_READ (switch, gboolean, switch_words)

static const char *
skip_blanks (const char *text)
{
  while (*text != '\0' && g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Behind the last character that is no blank. */
static const char *
find_end (const char *text)
{
  const char *end = text + strlen (text);

  while (end > text)
    {
      const char *last = g_utf8_prev_char (end);

      if (!g_unichar_isspace (g_utf8_get_char (last)))
        break;
      end = last;
    }
  return end;
}

const char *
gla_import_clean_text (GStringChunk *texts,
                       const char   *text)
{
  const char *end;
  char *copy;

  g_return_val_if_fail (texts != NULL && text != NULL, NULL);

  text = skip_blanks (text);
  end = find_end (text);
  if (end - text >= 3 && g_str_has_prefix (text, "=\"") && end[-1] == '"')
    {
      text += 2;
      end--;
    }
  if (end == text)
    return NULL;
  copy = g_string_chunk_insert_len (texts, text, end - text);
  for (char *p = copy; *p != '\0'; p++)
    if ((guint8) *p < 0x20 && *p != '\n' && *p != '\t')
      *p = ' ';
  return copy;
}

gboolean
gla_import_is_unknown (const char *text)
{
  int value;

  g_return_val_if_fail (text != NULL, TRUE);

  if (g_ascii_isdigit (text[0]))
    return FALSE;
  /* Signs without letters or digits, such as "?", "-" and "--". */
  for (const char *p = text; ; p = g_utf8_next_char (p))
    {
      if (*p == '\0')
        return TRUE;
      if (g_unichar_isalnum (g_utf8_get_char (p)))
        break;
    }
  return find_value (unknown_words, G_N_ELEMENTS (unknown_words), text, &value);
}

/* Where a time of day begins: "2026-03-01T10:15", "1.3.2026 10:15:00"; NULL if there is none. */
static const char *
find_time (const char *text)
{
  const char *colon = strchr (text, ':');
  const char *p = colon;

  if (colon == NULL || colon == text)
    return NULL;
  while (p > text && g_ascii_isdigit (p[-1]))
    p--;
  if (p == colon || p == text || (p[-1] != 'T' && p[-1] != ' '))
    return NULL;
  return p - 1;
}

GlaDayReading
gla_import_read_day (const char      *text,
                     GlaDayOrder      order,
                     GlaDay           today,
                     GlaDay          *day,
                     GlaDayPrecision *precision)
{
  g_autofree char *date = NULL;
  const char *time;

  g_return_val_if_fail (text != NULL && day != NULL && precision != NULL,
                        GLA_DAY_READING_NOT_A_DATE);

  /* The form of most exports needs no more thought. */
  *day = gla_day_from_iso (text);
  *precision = GLA_DAY_EXACT;
  if (*day != GLA_DAY_NONE)
    return GLA_DAY_READING_OK;
  time = find_time (text);
  if (time == NULL)
    return gla_day_parse_inexact (text, order, today, day, precision);
  date = g_strchomp (g_strndup (text, (gsize) (time - text)));
  return gla_day_parse_inexact (date, order, today, day, precision);
}

char *
gla_import_take_side (const char *text,
                      GlaSide    *side)
{
  g_auto (GStrv) words = NULL;
  GString *rest;
  gboolean found = FALSE;

  g_return_val_if_fail (text != NULL && side != NULL, NULL);

  words = gla_search_key_split (text);
  rest = g_string_new (NULL);
  for (guint i = 0; words[i] != NULL; i++)
    {
      int value;

      if (!found && find_value (side_in_area_words, G_N_ELEMENTS (side_in_area_words), words[i],
                                &value))
        {
          *side = (GlaSide) value;
          found = TRUE;
          continue;
        }
      if (rest->len > 0)
        g_string_append_c (rest, ' ');
      g_string_append (rest, words[i]);
    }
  if (!found || rest->len == 0)
    {
      g_string_free (rest, TRUE);
      return NULL;
    }
  return g_string_free (rest, FALSE);
}

/* "de", "de-CH": two or three letters, then parts of letters and digits. */
static gboolean
is_language_tag (const char *text)
{
  gsize letters = strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  return letters == 2 && (text[2] == '\0' || (text[2] == '-' && strlen (text) <= 11))
         && strspn (text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-")
                == strlen (text);
}

const char *
gla_import_read_language (GStringChunk *texts,
                          const char   *text)
{
  g_autofree char *key = NULL;

  g_return_val_if_fail (texts != NULL && text != NULL, NULL);

  if (is_language_tag (text))
    return g_string_chunk_insert (texts, text);
  key = gla_search_key_new (text);
  for (gsize i = 0; key[0] != '\0' && i < G_N_ELEMENTS (languages); i++)
    if (is_word (key, languages[i].words))
      return languages[i].tag;
  return NULL;
}

static char *
take_words (const char *from,
            const char *to)
{
  g_autofree char *words = g_strstrip (g_strndup (from, (gsize) (to - from)));

  return words[0] != '\0' ? g_steal_pointer (&words) : NULL;
}

/* Where the word before @at begins. */
static const char *
find_word_before (const char *text,
                  const char *at)
{
  while (at > text && at[-1] == ' ')
    at--;
  while (at > text && at[-1] != ' ')
    at--;
  return at;
}

/* The last word and the small ones before it ("van der Berg"), but not the first. */
static const char *
find_family_name (const char *text)
{
  const char *begin = find_word_before (text, text + strlen (text));

  for (const char *p = find_word_before (text, begin);
       p > text && g_unichar_islower (g_utf8_get_char (p)); p = find_word_before (text, p))
    begin = p;
  return begin;
}

void
gla_import_split_name (const char  *text,
                       char       **family,
                       char       **given)
{
  const char *comma;
  const char *begin;

  g_return_if_fail (text != NULL && family != NULL && given != NULL);

  comma = strchr (text, ',');
  if (comma != NULL)
    {
      *family = take_words (text, comma);
      *given = take_words (comma + 1, text + strlen (text));
      return;
    }
  begin = find_family_name (text);
  *family = take_words (begin, text + strlen (text));
  *given = take_words (text, begin);
}

static char *
preview_day (const char  *text,
             GlaDayOrder  order,
             GlaDay       today)
{
  GlaDayPrecision precision;
  GlaDay day;

  if (gla_import_read_day (text, order, today, &day, &precision) == GLA_DAY_READING_OK)
    return gla_day_format (day, precision);
  return g_strdup (text);
}

char *
gla_import_preview (GlaImportField  field,
                    const char     *text,
                    GlaDayOrder     order,
                    GlaDay          today)
{
  g_autoptr (GStringChunk) texts = NULL;
  const char *clean;
  GlaUnits units;
  GlaSide side;
  GlaSex sex;

  g_return_val_if_fail (text != NULL, NULL);

  texts = g_string_chunk_new (64);
  clean = gla_import_clean_text (texts, text);
  if (clean == NULL)
    return g_strdup ("");
  if (gla_import_field_is_date (field))
    return preview_day (clean, order, today);
  if (field == GLA_IMPORT_FIELD_SIDE && gla_import_read_side (clean, &side))
    return g_strdup (gla_side_get_name (side));
  if (field == GLA_IMPORT_FIELD_SEX && gla_import_read_sex (clean, &sex))
    return g_strdup (gla_sex_get_name (sex));
  if (field == GLA_IMPORT_FIELD_UNITS && gla_units_parse (clean, &units))
    return gla_units_format (units);
  return g_strdup (clean);
}

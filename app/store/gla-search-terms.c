/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-search-terms.h"

#include "gla-search-key.h"

#include <string.h>

/* Fewer digits or letters would fit too many telephone numbers or lots. */
#define FEWEST_DIGITS 3
#define FEWEST_LETTERS_OF_LOT 3

/* "+41 44 ..." and "044 ..." are the same number: only its end is compared. */
#define MOST_DIGITS 9

/* "3", "May" and "1984" make one date. */
#define MOST_PARTS_OF_DATE 3

static GlaSearchTerm *
term_new (void)
{
  GlaSearchTerm *term = g_new0 (GlaSearchTerm, 1);

  term->birth_days[0] = GLA_DAY_NONE;
  term->birth_days[1] = GLA_DAY_NONE;
  return term;
}

static void
term_free (GlaSearchTerm *term)
{
  g_strfreev (term->words);
  g_free (term->number);
  g_free (term->lot);
  g_free (term->phone);
  g_free (term->birth_prefix);
  g_free (term);
}

/* TRUE if @text is a date; an ambiguous one is both of its readings. */
static gboolean
read_days (const char *text,
           GlaDay      today,
           GlaDay     *days)
{
  switch (gla_day_parse (text, GLA_DAY_ORDER_ASK, today, &days[0]))
    {
    case GLA_DAY_READING_OK:
      return TRUE;
    case GLA_DAY_READING_AMBIGUOUS:
      gla_day_parse (text, GLA_DAY_ORDER_DMY, today, &days[0]);
      gla_day_parse (text, GLA_DAY_ORDER_MDY, today, &days[1]);
      return TRUE;
    case GLA_DAY_READING_IMPOSSIBLE:
    case GLA_DAY_READING_NOT_A_DATE:
    default:
      days[0] = GLA_DAY_NONE;
      days[1] = GLA_DAY_NONE;
      return FALSE;
    }
}

/* "1984", "1984-03" */
static char *
read_birth_prefix (const char *text)
{
  gsize length = strlen (text);

  if ((length != 4 && length != 7) || (text[0] != '1' && text[0] != '2'))
    return NULL;
  for (gsize i = 0; i < length; i++)
    if (i == 4 ? text[i] != '-' : !g_ascii_isdigit (text[i]))
      return NULL;
  return g_strdup (text);
}

static gboolean
is_like_phone (const char *text)
{
  return text[strspn (text, "0123456789+()-/. ")] == '\0';
}

static char *
read_phone (const char *text)
{
  g_autofree char *digits = NULL;
  const char *start;

  if (!is_like_phone (text))
    return NULL;
  digits = gla_search_key_digits (text);
  start = digits;
  /* The 0 before an area code is not there in the international form. */
  if (strlen (digits) > MOST_DIGITS)
    start = digits + strlen (digits) - MOST_DIGITS;
  if (strlen (start) < FEWEST_DIGITS)
    return NULL;
  return g_strreverse (g_strdup (start));
}

static GlaSearchTerm *
read_part (const char *part)
{
  GlaSearchTerm *term = term_new ();

  term->words = gla_search_key_split (part);
  if (part[strspn (part, "0123456789")] == '\0')
    term->number = g_strdup (part);
  term->phone = read_phone (part);
  term->birth_prefix = read_birth_prefix (part);
  if (strlen (part) >= FEWEST_LETTERS_OF_LOT)
    term->lot = g_ascii_strdown (part, -1);
  return term;
}

static gboolean
is_empty (const GlaSearchTerm *term)
{
  return term->words[0] == NULL && term->phone == NULL;
}

/* The parts from @first that are a date together, most of them first. */
static guint
find_date (GPtrArray *parts,
           guint      first,
           GlaDay     today,
           GlaDay    *days)
{
  for (guint count = MIN (MOST_PARTS_OF_DATE, parts->len - first); count > 0; count--)
    {
      g_autoptr (GString) text = g_string_new (parts->pdata[first]);

      for (guint i = 1; i < count; i++)
        g_string_append_printf (text, " %s", (const char *) parts->pdata[first + i]);
      if (read_days (text->str, today, days))
        return count;
    }
  return 0;
}

static GPtrArray *
split_parts (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) pieces = g_strsplit_set (valid, " \t\n\r", -1);
  GPtrArray *parts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; pieces[i] != NULL; i++)
    if (pieces[i][0] != '\0')
      g_ptr_array_add (parts, g_strdup (pieces[i]));
  return parts;
}

GPtrArray *
gla_search_terms_new (const char *text,
                      GlaDay      today)
{
  g_autoptr (GPtrArray) parts = NULL;
  GPtrArray *terms = g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);

  g_return_val_if_fail (text != NULL, terms);

  parts = split_parts (text);
  for (guint i = 0; i < parts->len;)
    {
      GlaDay days[2] = { GLA_DAY_NONE, GLA_DAY_NONE };
      guint count = find_date (parts, i, today, days);
      GlaSearchTerm *term = count == 1 || count == 0 ? read_part (parts->pdata[i]) : term_new ();

      memcpy (term->birth_days, days, sizeof (days));
      i += MAX (count, 1);
      if (count == 0 && is_empty (term))
        term_free (term);
      else
        g_ptr_array_add (terms, term);
    }
  /* A telephone number written in groups is one number, unless it is a date. */
  if (parts->len > 1 && terms->len == parts->len && is_like_phone (text))
    {
      GlaSearchTerm *term = term_new ();

      term->phone = read_phone (text);
      g_ptr_array_set_size (terms, 0);
      g_ptr_array_add (terms, term);
    }
  return terms;
}

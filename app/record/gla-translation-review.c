/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-translation-review.h"

#include <string.h>

/* Of a line, parted by tabs. */
enum
{
  PART_TEMPLATE,
  PART_LANGUAGE,
  PART_VERSION,
  PART_DAY,
  PART_NAME,
  N_PARTS,
};

/* (transfer full) (nullable): NULL for a line that is none. */
static GStrv
read_line (const char *line)
{
  g_auto (GStrv) parts = g_strsplit (line, "\t", N_PARTS);

  return g_strv_length (parts) == N_PARTS ? g_steal_pointer (&parts) : NULL;
}

static gboolean
is_of (const char *const *parts,
       const char        *template,
       const char        *language)
{
  return strcmp (parts[PART_TEMPLATE], template) == 0 &&
         strcmp (parts[PART_LANGUAGE], language) == 0;
}

char *
gla_translation_reviews_find (const char *text,
                              const char *template,
                              const char *version,
                              const char *language,
                              GlaDay     *day)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);

  g_return_val_if_fail (template != NULL && version != NULL && language != NULL, NULL);
  g_return_val_if_fail (day != NULL, NULL);

  *day = GLA_DAY_NONE;
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = read_line (lines[i]);

      if (parts == NULL || !is_of ((const char *const *) parts, template, language) ||
          strcmp (parts[PART_VERSION], version) != 0)
        continue;
      *day = gla_day_from_iso (parts[PART_DAY]);
      return *day != GLA_DAY_NONE ? g_strdup (parts[PART_NAME]) : NULL;
    }
  return NULL;
}

/* A name in one line, whatever was typed. */
static char *
clean_name (const char *name)
{
  char *clean = g_strdelimit (g_strdup (name), "\t\n\r", ' ');

  return g_strstrip (clean);
}

char *
gla_translation_reviews_withdraw (const char *text,
                                  const char *template,
                                  const char *language)
{
  g_auto (GStrv) lines = g_strsplit (text != NULL ? text : "", "\n", -1);
  g_autoptr (GString) kept = g_string_new (NULL);

  g_return_val_if_fail (template != NULL && language != NULL, NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) parts = read_line (lines[i]);

      if (parts != NULL && !is_of ((const char *const *) parts, template, language))
        g_string_append_printf (kept, "%s\n", lines[i]);
    }
  return g_string_free (g_steal_pointer (&kept), FALSE);
}

char *
gla_translation_reviews_add (const char                 *text,
                             const GlaTranslationReview *review)
{
  g_autofree char *others = NULL;
  g_autofree char *name = NULL;
  g_autofree char *day = NULL;

  g_return_val_if_fail (review != NULL && review->template != NULL, NULL);
  g_return_val_if_fail (review->version != NULL && review->language != NULL, NULL);
  g_return_val_if_fail (review->name != NULL && review->day != GLA_DAY_NONE, NULL);

  others = gla_translation_reviews_withdraw (text, review->template, review->language);
  name = clean_name (review->name);
  day = gla_day_to_iso (review->day);
  return g_strdup_printf ("%s%s\t%s\t%s\t%s\t%s\n", others, review->template, review->language,
                          review->version, day, name);
}

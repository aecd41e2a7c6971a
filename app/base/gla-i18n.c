/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"

#include "gla-language-private.h"

#include <string.h>

char *
gla_gettext (const char *text)
{
  const GlaLanguage *language = gla_language_get_current ();
  const char *found;
  gsize length;

  if (text[0] == '\0')
    return (char *) text;
  if (language == NULL)
    return gettext (text);
  found = gla_language_find_text (language, NULL, text, &length);
  return (char *) (found != NULL ? found : text);
}

char *
gla_pgettext (const char *context,
              const char *text)
{
  const GlaLanguage *language = gla_language_get_current ();
  const char *found;
  gsize length;

  if (language == NULL)
    return (char *) g_dpgettext2 (NULL, context, text);
  found = gla_language_find_text (language, context, text, &length);
  return (char *) (found != NULL ? found : text);
}

/* The forms of a text stand behind each other, each with its NUL. */
static const char *
get_form (const char *forms,
          gsize       length,
          guint       form)
{
  const char *end = forms + length;

  for (; form > 0 && forms < end; form--)
    forms += strlen (forms) + 1;
  return forms <= end ? forms : NULL;
}

char *
gla_ngettext (const char *one,
              const char *many,
              gulong      n)
{
  const GlaLanguage *language = gla_language_get_current ();
  const char *found;
  gsize length;

  if (language == NULL)
    return dngettext (NULL, one, many, n);
  if (language->texts != NULL)
    {
      found = gla_language_find_text (language, NULL, one, &length);
      if (found != NULL)
        found = get_form (found, length, gla_plural_get_form (language->plural, n));
      if (found != NULL)
        return (char *) found;
    }
  return (char *) (n == 1 ? one : many);
}

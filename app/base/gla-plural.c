/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-plural.h"

#include <string.h>

struct _GlaPlural
{
  const char *language;
  guint n_forms;
  guint (*get_form) (gulong n);
};

static guint
always (gulong n)
{
  return 0;
}

static guint
one (gulong n)
{
  return n != 1;
}

static guint
none_or_one (gulong n)
{
  return n > 1;
}

static guint
polish (gulong n)
{
  if (n == 1)
    return 0;
  return n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 10 || n % 100 >= 20) ? 1 : 2;
}

static guint
arabic (gulong n)
{
  if (n <= 2)
    return (guint) n;
  if (n % 100 >= 3 && n % 100 <= 10)
    return 3;
  return n % 100 >= 11 ? 4 : 5;
}

static const GlaPlural plurals[] = {
  { "ar", 6, arabic },
  { "de", 2, one },
  { "en", 2, one },
  { "es", 2, one },
  { "fr", 2, none_or_one },
  { "he", 2, one },
  { "it", 2, one },
  { "ja", 1, always },
  { "pl", 3, polish },
  { "pt", 2, one },
  { "pt_BR", 2, none_or_one },
  { "tr", 2, one },
  { "zh_CN", 1, always },
  { "zh_TW", 1, always },
};

const GlaPlural *
gla_plural_find (const char *language)
{
  g_return_val_if_fail (language != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (plurals); i++)
    if (strcmp (plurals[i].language, language) == 0)
      return &plurals[i];
  return NULL;
}

guint
gla_plural_get_n_forms (const GlaPlural *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_forms;
}

guint
gla_plural_get_form (const GlaPlural *self,
                     gulong           n)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->get_form (n);
}

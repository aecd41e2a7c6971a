/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-how.h"

char *
gla_how_join (const char *depth,
              const char *needle,
              const char *technique)
{
  const char *const words[] = { depth, needle, technique };
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && words[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", words[i]);
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}

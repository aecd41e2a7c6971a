/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-source.h"

#include "gla-i18n.h"

#include <string.h>

void
gla_source_free (GlaSource *self)
{
  if (self == NULL)
    return;
  g_free (self->key);
  g_free (self->document);
  g_free (self->code);
  g_free (self->kind);
  g_free (self->seen);
  g_free (self->ties);
  g_free (self->reference);
  g_free (self);
}

const char *
gla_source_get_kind_name (const GlaSource *self)
{
  /* The first word of a kind decides; "LABEL via POP" was read at second hand. */
  static const struct
  {
    const char *kind;
    const char *name;
  } names[] = {
    { "LABEL via POP", N_("label, at second hand") },
    { "LABEL", N_("label") },
    { "OFFICIAL", N_("official") },
    { "RCT", N_("randomised trial") },
    { "MA", N_("meta-analysis") },
    { "OBS", N_("observation") },
    { "CONS", N_("expert opinion") },
    { "CASE", N_("case report") },
    { "REV", N_("review") },
    { "SURV", N_("survey") },
    { "POP", N_("popular text") },
    { "BASIC", N_("laboratory") },
    { "ARTICLE", N_("article") },
    { "BARCODE", N_("barcode rules") },
  };

  g_return_val_if_fail (self != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = strlen (names[i].kind);

      if (g_ascii_strncasecmp (self->kind, names[i].kind, length) == 0
          && !g_ascii_isalpha (self->kind[length]))
        return _(names[i].name);
    }
  return self->kind;
}

char *
gla_source_dup_text (const GlaSource *self)
{
  const char *kind;

  g_return_val_if_fail (self != NULL, NULL);

  kind = gla_source_get_kind_name (self);
  if (self->ties[0] != '\0')
    /* Translators: code of a source, its kind, a maker that it is tied to, the reference */
    return g_strdup_printf (_("[%s] %s, ties: %s. %s"), self->code, kind, self->ties,
                            self->reference);
  /* Translators: code of a source, its kind, the reference */
  return g_strdup_printf (_("[%s] %s. %s"), self->code, kind, self->reference);
}

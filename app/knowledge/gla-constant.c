/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-constant.h"

#include "gla-i18n.h"

void
gla_constant_free (GlaConstant *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self->unit);
  g_free (self->nature);
  gla_marked_clear (&self->mark);
  g_free (self);
}

char *
gla_constant_dup_text (const GlaConstant *self)
{
  char low[G_ASCII_DTOSTR_BUF_SIZE];
  char high[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (self != NULL, NULL);

  g_ascii_formatd (low, sizeof low, "%.10g", self->low);
  g_ascii_formatd (high, sizeof high, "%.10g", self->high);
  if (self->low >= self->high)
    return g_strdup (low);
  return g_strdup_printf ("%s..%s", low, high);
}

const char *
gla_constant_get_nature (const GlaConstant *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _(self->nature);
}

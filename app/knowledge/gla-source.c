/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-source.h"

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

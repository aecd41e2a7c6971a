/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight.h"

G_BEGIN_DECLS

/* A filter made ready to be asked for many rows. */
typedef struct
{
  const GlaDay *days;
  GlaDay from;
  GlaDay until;
  guint n_keys;
  const guint32 *keys[GLA_N_CYCLE_KEYS];
  guint32 codes[GLA_N_CYCLE_KEYS];
} GlaCycleMatcher;

/* @filter may be NULL. */
void  gla_cycle_matcher_init (GlaCycleMatcher      *self,
                              const GlaCycleTable  *table,
                              const GlaCycleFilter *filter);

static inline gboolean
gla_cycle_matcher_accepts (const GlaCycleMatcher *self,
                           guint                  row)
{
  if (self->days[row] < self->from || self->days[row] > self->until)
    return FALSE;
  for (guint i = 0; i < self->n_keys; i++)
    if (self->keys[i][row] != self->codes[i])
      return FALSE;
  return TRUE;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle-table.h"

#include <math.h>

G_BEGIN_DECLS

/* The texts and numbers of one column, by code. */
typedef struct
{
  GArray *values;     /* (element-type GlaCycleValue) */
  GHashTable *codes;  /* value to its code */
} GlaCycleColumn;

struct _GlaCycleTable
{
  GlaCatalogue *catalogue;
  GlaCycleSettings settings;
  GlaDay today;
  gboolean is_finished;

  guint n_rows;
  guint n_allocated;
  guint32 *keys[GLA_N_CYCLE_KEYS];
  guint32 *patients;     /* index of patient_ids */
  guint32 *sessions;     /* counted from 0 */
  GlaDay *days;
  guint16 *lefts;
  guint16 *rights;
  gint32 *units;         /* hundredths, -1 for unknown */
  double *log_doses;
  guint8 *statuses;
  guint8 *marks;
  guint8 *events;

  GPtrArray *patient_ids;  /* (element-type utf8): kept in texts */
  GArray *patient_hashes;  /* (element-type gint64) */
  guint n_sessions;
  guint n_stray_events;
  GlaCycleColumn columns[GLA_N_CYCLE_KEYS];
  GStringChunk *texts;
};

/* Whether a row may enter the statistics of duration, see gla_observation_has_duration(). */
static inline gboolean
gla_cycle_table_has_duration (const GlaCycleTable *self,
                              guint                row)
{
  return self->statuses[row] != GLA_EFFECT_NOT_SEEN &&
         (self->lefts[row] > 0 || self->rights[row] != GLA_CYCLE_DAY_OPEN);
}

/* When the effect of a row ended. */
static inline GlaDuration
gla_cycle_table_get_duration (const GlaCycleTable *self,
                              guint                row)
{
  GlaDuration duration = {
    self->lefts[row],
    self->rights[row] == GLA_CYCLE_DAY_OPEN ? HUGE_VAL : self->rights[row],
  };

  return duration;
}

/* The code of a value, a new one if it is not known yet. */
guint32  gla_cycle_column_add  (GlaCycleColumn *self,
                                GStringChunk   *texts,
                                const char     *product,
                                const char     *text,
                                gint64          number);

G_END_DECLS

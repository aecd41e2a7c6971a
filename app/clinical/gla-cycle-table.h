/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-cycle.h"
#include "gla-observation.h"

G_BEGIN_DECLS

/**
 * GlaCycleKey:
 * @GLA_CYCLE_KEY_AREA: the area
 * @GLA_CYCLE_KEY_PRODUCT: the product
 * @GLA_CYCLE_KEY_INJECTOR: who injected
 * @GLA_CYCLE_KEY_LOT: product and lot
 * @GLA_CYCLE_KEY_DILUTION: product and its units in a millilitre
 * @GLA_CYCLE_KEY_DOSE: product and #GlaDoseBand
 *
 * What cycles are told apart by. Units, lots and dilutions are those of one product,
 * so that no group ever mixes units of two.
 */
typedef enum
{
  GLA_CYCLE_KEY_AREA,
  GLA_CYCLE_KEY_PRODUCT,
  GLA_CYCLE_KEY_INJECTOR,
  GLA_CYCLE_KEY_LOT,
  GLA_CYCLE_KEY_DILUTION,
  GLA_CYCLE_KEY_DOSE,
  GLA_N_CYCLE_KEYS,
} GlaCycleKey;

/**
 * GlaDoseBand:
 *
 * The dose compared with the reference dose of the same product and area, as far apart
 * as the constant "dose_comparable" says (a program setting, evidence, section 6.4).
 */
typedef enum
{
  GLA_DOSE_BAND_LOWER = 1,
  GLA_DOSE_BAND_USUAL,
  GLA_DOSE_BAND_HIGHER,
} GlaDoseBand;

/** GLA_CYCLE_CODE_UNKNOWN: in every column the code of "not recorded". */
#define GLA_CYCLE_CODE_UNKNOWN 0

/** GLA_CYCLE_CODE_ANY: in a filter: whatever it is. */
#define GLA_CYCLE_CODE_ANY G_MAXUINT32

/** GLA_CYCLE_DAY_OPEN: in the column of ends: not seen to end. */
#define GLA_CYCLE_DAY_OPEN G_MAXUINT16

/**
 * GlaCycleMark:
 * @GLA_CYCLE_DUE: its review window is over (see gla_follow_up_judge())
 * @GLA_CYCLE_REVIEWED: it was reviewed in it
 * @GLA_CYCLE_JUDGED: graded on day 14 to 42 with a grade before treatment to compare
 * @GLA_CYCLE_RESPONDED: at least one grade better that day (evidence, section 1.1)
 * @GLA_CYCLE_HAS_LABEL: it follows another, and the label says how long to wait
 * @GLA_CYCLE_EARLY: injected before that was over
 * @GLA_CYCLE_TOUCHED_UP: injected again within the window of touch-ups
 *
 * What is known of a cycle beside its duration, in one word of bits.
 */
typedef enum
{
  GLA_CYCLE_DUE = 1 << 0,
  GLA_CYCLE_REVIEWED = 1 << 1,
  GLA_CYCLE_JUDGED = 1 << 2,
  GLA_CYCLE_RESPONDED = 1 << 3,
  GLA_CYCLE_HAS_LABEL = 1 << 4,
  GLA_CYCLE_EARLY = 1 << 5,
  GLA_CYCLE_TOUCHED_UP = 1 << 6,
} GlaCycleMark;

/**
 * GlaCycleValue:
 * @product: (nullable): catalogue key; for lots, dilutions and doses, and for products
 * @text: catalogue key, identifier of the injector, or lot; "" for what is a number
 * @number: hundredths of a unit in a millilitre, or a #GlaDoseBand
 *
 * What a code stands for. "Not recorded" has an empty text and the number 0.
 */
typedef struct
{
  const char *product;
  const char *text;
  gint64 number;
} GlaCycleValue;

/**
 * GlaCycleRow:
 * @patient: identifier
 * @day: day 0
 * @keys: what each column says; never "any"
 * @left: effect last seen on this day, 0 if never
 * @right: first day without, or %GLA_CYCLE_DAY_OPEN
 * @units: of the product, or %GLA_UNITS_UNKNOWN
 * @status: what is known of the effect
 * @marks: bits of #GlaCycleMark
 * @n_events: adverse events told of it
 *
 * One row of the table, for lists.
 */
typedef struct
{
  const char *patient;
  GlaDay day;
  guint32 keys[GLA_N_CYCLE_KEYS];
  guint16 left;
  guint16 right;
  GlaUnits units;
  GlaEffectStatus status;
  guint marks;
  guint n_events;
} GlaCycleRow;

/**
 * GlaCycleTable:
 *
 * All cycles of a clinic in columns of numbers, some sixty bytes each: built once, one
 * patient at a time, then asked again and again. Reference-counted; once
 * gla_cycle_table_finish() was called it does not change and may be read from several
 * threads.
 */
typedef struct _GlaCycleTable GlaCycleTable;

GlaCycleTable       *gla_cycle_table_new          (GlaCatalogue           *catalogue,
                                                   const GlaCycleSettings *settings,
                                                   GlaDay                  today);
GlaCycleTable       *gla_cycle_table_ref          (const GlaCycleTable    *self);
void                 gla_cycle_table_unref        (GlaCycleTable          *self);

/** gla_cycle_table_add: adds the cycles of one patient. */
void                 gla_cycle_table_add          (GlaCycleTable          *self,
                                                   const GlaCycles        *cycles);

/**
 * gla_cycle_table_append:
 * @other: of other patients, by the same rules
 *
 * Adds the patients of @other as if they had been added here one by one.
 */
void                 gla_cycle_table_append       (GlaCycleTable          *self,
                                                   const GlaCycleTable    *other);

/** gla_cycle_table_finish: no more patients follow. */
void                 gla_cycle_table_finish       (GlaCycleTable          *self);

guint                gla_cycle_table_get_n_rows   (const GlaCycleTable    *self);
GlaDay               gla_cycle_table_get_today    (const GlaCycleTable    *self);

/** gla_cycle_table_get_catalogue: (transfer none) */
GlaCatalogue        *gla_cycle_table_get_catalogue (const GlaCycleTable   *self);

/** gla_cycle_table_get_settings: (transfer none): the clinic's constants that its rows were made with. */
const GlaCycleSettings *gla_cycle_table_get_settings (const GlaCycleTable *self);

/** gla_cycle_table_get_row: reads a row. */
void                 gla_cycle_table_get_row      (const GlaCycleTable    *self,
                                                   guint                   index,
                                                   GlaCycleRow            *row);

/** gla_cycle_table_get_n_codes: codes of a column go from 0 to one less. */
guint                gla_cycle_table_get_n_codes  (const GlaCycleTable    *self,
                                                   GlaCycleKey             key);

/** gla_cycle_table_get_value: (transfer none): what a code stands for. */
const GlaCycleValue *gla_cycle_table_get_value    (const GlaCycleTable    *self,
                                                   GlaCycleKey             key,
                                                   guint32                 code);

/**
 * gla_cycle_table_find:
 * @product: (nullable): for lots: only those of this product
 * @text: catalogue key, identifier or lot; letters of either case
 *
 * Returns: the code, or %GLA_CYCLE_CODE_ANY if no cycle has it
 */
guint32              gla_cycle_table_find         (const GlaCycleTable    *self,
                                                   GlaCycleKey             key,
                                                   const char             *product,
                                                   const char             *text);

/** gla_cycle_table_get_n_stray_events: adverse events that belong to no treatment recorded here. */
guint                gla_cycle_table_get_n_stray_events (const GlaCycleTable *self);

/** gla_cycle_table_observe: (transfer full): the same cycles for the statistics of lots and injectors. */
GlaObservations     *gla_cycle_table_observe      (const GlaCycleTable    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCycleTable, gla_cycle_table_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* From the cycles of a patient to rows of the table. */

#include "config.h"

#include "gla-cycle-table-private.h"

#include "gla-cycle-private.h"
#include "gla-follow-up.h"
#include "gla-observation-private.h"

#include <math.h>
#include <string.h>

/* Makes room for @n more rows. */
static void
reserve (GlaCycleTable *self,
         guint          n)
{
  gsize size;

  if (self->n_rows + n <= self->n_allocated)
    return;
  size = MAX (self->n_rows + n, MAX (1024, self->n_allocated + self->n_allocated / 2));
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    self->keys[key] = g_renew (guint32, self->keys[key], size);
  self->patients = g_renew (guint32, self->patients, size);
  self->sessions = g_renew (guint32, self->sessions, size);
  self->days = g_renew (GlaDay, self->days, size);
  self->lefts = g_renew (guint16, self->lefts, size);
  self->rights = g_renew (guint16, self->rights, size);
  self->units = g_renew (gint32, self->units, size);
  self->log_doses = g_renew (double, self->log_doses, size);
  self->statuses = g_renew (guint8, self->statuses, size);
  self->marks = g_renew (guint8, self->marks, size);
  self->events = g_renew (guint8, self->events, size);
  self->n_allocated = size;
}

/* Hundredths of a unit in a millilitre of one injection; 0 if not known. */
static gint64
get_dilution (const GlaHistory   *history,
              const GlaInjection *injection)
{
  const GlaVial *vial = injection->vial != NULL ? gla_history_find_vial (history, injection->vial)
                                                : NULL;

  if (vial != NULL && vial->diluent_volume > 0 && vial->content > 0)
    return (vial->content * 1000 + vial->diluent_volume / 2) / vial->diluent_volume;
  if (injection->volume > 0 && injection->units > 0)
    return (injection->units * 1000 + injection->volume / 2) / injection->volume;
  return 0;
}

/* That of the whole cycle; 0 if not known or if there were several. */
static gint64
get_cycle_dilution (const GlaHistory *history,
                    const GlaCycle   *cycle)
{
  gint64 dilution = 0;

  for (guint i = 0; i < cycle->injections->len; i++)
    {
      gint64 one = get_dilution (history, cycle->injections->pdata[i]);

      if (one == 0 || (dilution != 0 && one != dilution))
        return 0;
      dilution = one;
    }
  return dilution;
}

/* The dose against the reference of its own product and area; 0 if one is not known. */
static gint64
get_dose_band (const GlaCycleTable *self,
               const GlaCycle      *cycle,
               double               log_dose)
{
  const GlaForecastPrior *prior =
    gla_catalogue_find_forecast_prior (self->catalogue,
                                       gla_cycle_get_family (cycle, self->catalogue), cycle->area);
  double ratio = exp (log_dose);

  if (cycle->units == GLA_UNITS_UNKNOWN || cycle->units <= 0 ||
      prior->reference_units == GLA_UNITS_UNKNOWN || prior->reference_units <= 0)
    return 0;
  if (ratio < 1.0 - self->settings.comparable - 1e-9)
    return GLA_DOSE_BAND_LOWER;
  return ratio > 1.0 + self->settings.comparable + 1e-9 ? GLA_DOSE_BAND_HIGHER : GLA_DOSE_BAND_USUAL;
}

static void
set_keys (GlaCycleTable   *self,
          guint            row,
          const GlaCycles *cycles,
          const GlaCycle  *cycle)
{
  gint64 dilution = get_cycle_dilution (cycles->history, cycle);
  gint64 band = get_dose_band (self, cycle, self->log_doses[row]);
  const char *product = cycle->product;
  const char *lot = gla_cycle_get_lot (cycle);
  const struct
  {
    gboolean is_known;
    const char *product;
    const char *text;
    gint64 number;
  } values[GLA_N_CYCLE_KEYS] = {
    [GLA_CYCLE_KEY_AREA] = { TRUE, NULL, cycle->area, 0 },
    [GLA_CYCLE_KEY_PRODUCT] = { product != NULL, product, product, 0 },
    [GLA_CYCLE_KEY_INJECTOR] = { cycle->treatment->injector != NULL, NULL,
                                 cycle->treatment->injector, 0 },
    [GLA_CYCLE_KEY_LOT] = { product != NULL && lot != NULL, product, lot, 0 },
    [GLA_CYCLE_KEY_DILUTION] = { product != NULL && dilution > 0, product, NULL, dilution },
    [GLA_CYCLE_KEY_DOSE] = { product != NULL && band > 0, product, NULL, band },
  };

  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    self->keys[key][row] = values[key].is_known
                               ? gla_cycle_column_add (&self->columns[key], self->texts,
                                                       values[key].product, values[key].text,
                                                       values[key].number)
                               : GLA_CYCLE_CODE_UNKNOWN;
}

static guint8
get_marks (const GlaCycleTable *self,
           const GlaCycle      *cycle,
           const GlaCycle      *before)
{
  GlaFollowUpState state = gla_follow_up_judge (cycle, self->today);
  guint marks = 0;

  if (state == GLA_FOLLOW_UP_REVIEWED || state == GLA_FOLLOW_UP_MISSED)
    marks |= GLA_CYCLE_DUE;
  if (state == GLA_FOLLOW_UP_REVIEWED)
    marks |= GLA_CYCLE_REVIEWED;
  if (cycle->review_day != GLA_EFFECT_NO_DAY)
    marks |= GLA_CYCLE_JUDGED;
  if (cycle->review_day != GLA_EFFECT_NO_DAY &&
      cycle->review_improvement >= self->settings.response_min)
    marks |= GLA_CYCLE_RESPONDED;
  if (before != NULL && before->label_end != GLA_DAY_NONE && gla_cycle_is_dated (cycle->precision))
    marks |= GLA_CYCLE_HAS_LABEL;
  if (cycle->inside_label)
    marks |= GLA_CYCLE_EARLY;
  if (cycle->touch_ups->len > 0)
    marks |= GLA_CYCLE_TOUCHED_UP;
  return (guint8) marks;
}

static guint16
shorten (double days)
{
  return (guint16) CLAMP (days, 0, GLA_CYCLE_DAY_OPEN - 1);
}

/* @before is the cycle of the same area that it follows. */
static void
add_cycle (GlaCycleTable   *self,
           const GlaCycles *cycles,
           const GlaCycle  *cycle,
           const GlaCycle  *before,
           guint32          session)
{
  guint row = self->n_rows++;
  GlaDuration duration = gla_cycle_get_duration (cycle);

  self->patients[row] = self->patient_ids->len - 1;
  self->sessions[row] = session;
  self->days[row] = cycle->day;
  self->lefts[row] = shorten (duration.left);
  self->rights[row] = isfinite (duration.right) ? shorten (duration.right) : GLA_CYCLE_DAY_OPEN;
  self->units[row] = cycle->units == GLA_UNITS_UNKNOWN ? -1 : (gint32) cycle->units;
  self->log_doses[row] = gla_cycle_get_log_dose_ratio (cycle, self->catalogue);
  self->statuses[row] = cycle->effect.status;
  self->marks[row] = get_marks (self, cycle, before);
  self->events[row] = 0;
  set_keys (self, row, cycles, cycle);
}

/* Numbers the treatments that began a cycle: the areas of one are one session. */
static guint32
find_session (GlaCycleTable *self,
              GHashTable    *sessions,
              const char    *treatment)
{
  gpointer number;

  if (g_hash_table_lookup_extended (sessions, treatment, NULL, &number))
    return GPOINTER_TO_UINT (number);
  g_hash_table_insert (sessions, (gpointer) treatment, GUINT_TO_POINTER (self->n_sessions));
  return self->n_sessions++;
}

/* Each event counts once: in the cycle of its area, or in the first of its treatment. */
static void
add_events (GlaCycleTable   *self,
            const GlaCycles *cycles,
            guint            first)
{
  const GPtrArray *events = cycles->history->adverse_events;

  for (guint i = 0; i < events->len; i++)
    {
      const GlaAdverseEvent *event = events->pdata[i];
      guint found = G_MAXUINT;

      for (guint c = 0; event->treatment != NULL && c < cycles->cycles->len; c++)
        {
          const GlaCycle *cycle = cycles->cycles->pdata[c];
          gboolean is_of_area = event->area != NULL && strcmp (event->area, cycle->area) == 0;

          if (!gla_cycle_has_treatment (cycle, event->treatment))
            continue;
          if (found == G_MAXUINT || is_of_area)
            found = first + c;
          if (is_of_area)
            break;
        }
      if (found == G_MAXUINT)
        self->n_stray_events++;
      else if (self->events[found] < G_MAXUINT8)
        self->events[found]++;
    }
}

void
gla_cycle_table_add (GlaCycleTable   *self,
                     const GlaCycles *cycles)
{
  g_autoptr (GHashTable) sessions = NULL;
  const GlaCycle *before = NULL;
  const char *id;
  gint64 hash;
  guint first;

  g_return_if_fail (self != NULL && cycles != NULL && !self->is_finished);

  id = cycles->history->patient->id;
  hash = gla_observation_hash (id);
  first = self->n_rows;
  g_ptr_array_add (self->patient_ids, g_string_chunk_insert (self->texts, id));
  g_array_append_val (self->patient_hashes, hash);
  sessions = g_hash_table_new (g_str_hash, g_str_equal);
  reserve (self, cycles->cycles->len);
  for (guint i = 0; i < cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = cycles->cycles->pdata[i];

      if (before != NULL && strcmp (before->area, cycle->area) != 0)
        before = NULL;
      add_cycle (self, cycles, cycle, before,
                 find_session (self, sessions, cycle->treatment->id));
      before = cycle;
    }
  add_events (self, cycles, first);
}

/* What the codes of a column of @other are here. */
static guint32 *
map_codes (GlaCycleTable       *self,
           const GlaCycleTable *other,
           GlaCycleKey          key)
{
  const GArray *values = other->columns[key].values;
  guint32 *codes = g_new (guint32, values->len);

  for (guint code = 0; code < values->len; code++)
    {
      const GlaCycleValue *value = &g_array_index (values, GlaCycleValue, code);

      codes[code] = gla_cycle_column_add (&self->columns[key], self->texts, value->product,
                                          value->text, value->number);
    }
  return codes;
}

static void
append_column (GlaCycleTable       *self,
               const GlaCycleTable *other,
               GlaCycleKey          key)
{
  g_autofree guint32 *codes = map_codes (self, other, key);

  for (guint row = 0; row < other->n_rows; row++)
    self->keys[key][self->n_rows + row] = codes[other->keys[key][row]];
}

#define APPEND(column)                                                                             \
  memcpy (self->column + self->n_rows, other->column, other->n_rows * sizeof *self->column)

static void
append_rows (GlaCycleTable       *self,
             const GlaCycleTable *other)
{
  for (guint row = 0; row < other->n_rows; row++)
    {
      self->patients[self->n_rows + row] = self->patient_ids->len + other->patients[row];
      self->sessions[self->n_rows + row] = self->n_sessions + other->sessions[row];
    }
  APPEND (days);
  APPEND (lefts);
  APPEND (rights);
  APPEND (units);
  APPEND (log_doses);
  APPEND (statuses);
  APPEND (marks);
  APPEND (events);
}

void
gla_cycle_table_append (GlaCycleTable       *self,
                        const GlaCycleTable *other)
{
  g_return_if_fail (self != NULL && other != NULL && !self->is_finished);

  if (other->n_rows > 0)
    {
      reserve (self, other->n_rows);
      for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
        append_column (self, other, key);
      append_rows (self, other);
    }
  for (guint i = 0; i < other->patient_ids->len; i++)
    g_ptr_array_add (self->patient_ids,
                     g_string_chunk_insert (self->texts, other->patient_ids->pdata[i]));
  g_array_append_vals (self->patient_hashes, other->patient_hashes->data,
                       other->patient_hashes->len);
  self->n_rows += other->n_rows;
  self->n_sessions += other->n_sessions;
  self->n_stray_events += other->n_stray_events;
}

void
gla_cycle_table_finish (GlaCycleTable *self)
{
  g_return_if_fail (self != NULL);

  self->is_finished = TRUE;
}

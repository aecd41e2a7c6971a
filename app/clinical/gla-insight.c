/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight.h"

#include "gla-cycle-table-private.h"
#include "gla-insight-private.h"

#include <string.h>

#define NO_SESSION G_MAXUINT32

void
gla_cycle_filter_init (GlaCycleFilter *self)
{
  g_return_if_fail (self != NULL);

  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    self->codes[key] = GLA_CYCLE_CODE_ANY;
  self->from = GLA_DAY_NONE;
  self->until = GLA_DAY_NONE;
}

void
gla_cycle_matcher_init (GlaCycleMatcher      *self,
                        const GlaCycleTable  *table,
                        const GlaCycleFilter *filter)
{
  *self = (GlaCycleMatcher) { .days = table->days, .from = G_MININT32, .until = G_MAXINT32 };
  if (filter == NULL)
    return;
  if (filter->from != GLA_DAY_NONE)
    self->from = filter->from;
  if (filter->until != GLA_DAY_NONE)
    self->until = filter->until;
  for (guint key = 0; key < GLA_N_CYCLE_KEYS; key++)
    if (filter->codes[key] != GLA_CYCLE_CODE_ANY)
      {
        self->keys[self->n_keys] = table->keys[key];
        self->codes[self->n_keys] = filter->codes[key];
        self->n_keys++;
      }
}

static gboolean
is_in_subset (const GlaCycleTable *table,
              guint                row,
              GlaCycleSubset       subset)
{
  guint marks = table->marks[row];

  switch (subset)
    {
    case GLA_CYCLES_TIMED:
      return gla_cycle_table_has_duration (table, row);
    case GLA_CYCLES_ENDED:
      return gla_cycle_table_has_duration (table, row) &&
             table->rights[row] != GLA_CYCLE_DAY_OPEN;
    case GLA_CYCLES_STILL_SEEN:
      return gla_cycle_table_has_duration (table, row) &&
             table->rights[row] == GLA_CYCLE_DAY_OPEN;
    case GLA_CYCLES_NOT_SEEN:
      return table->statuses[row] == GLA_EFFECT_NOT_SEEN;
    case GLA_CYCLES_DUE:
      return (marks & GLA_CYCLE_DUE) != 0;
    case GLA_CYCLES_MISSED:
      return (marks & (GLA_CYCLE_DUE | GLA_CYCLE_REVIEWED)) == GLA_CYCLE_DUE;
    case GLA_CYCLES_JUDGED:
      return (marks & GLA_CYCLE_JUDGED) != 0;
    case GLA_CYCLES_RESPONDED:
      return (marks & GLA_CYCLE_RESPONDED) != 0;
    case GLA_CYCLES_NOT_RESPONDED:
      return (marks & (GLA_CYCLE_JUDGED | GLA_CYCLE_RESPONDED)) == GLA_CYCLE_JUDGED;
    case GLA_CYCLES_WITH_EVENTS:
      return table->events[row] > 0;
    case GLA_CYCLES_EARLY:
      return (marks & GLA_CYCLE_EARLY) != 0;
    case GLA_CYCLES_TOUCHED_UP:
      return (marks & GLA_CYCLE_TOUCHED_UP) != 0;
    case GLA_CYCLES_ALL:
    case GLA_N_CYCLE_SUBSETS:
    default:
      return TRUE;
    }
}

GArray *
gla_cycle_table_select (const GlaCycleTable  *self,
                        const GlaCycleFilter *filter,
                        GlaCycleSubset        subset)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GlaCycleMatcher matcher;

  g_return_val_if_fail (self != NULL && subset < GLA_N_CYCLE_SUBSETS, rows);

  gla_cycle_matcher_init (&matcher, self, filter);
  for (guint32 row = 0; row < self->n_rows; row++)
    if (gla_cycle_matcher_accepts (&matcher, row) && is_in_subset (self, row, subset))
      g_array_append_val (rows, row);
  return rows;
}

/* Which patients and sessions of a group were counted already. */
typedef struct
{
  const GlaCycleTable *table;
  const guint32 *codes;      /* the column that groups, NULL: one group */
  GlaInsightCounts *counts;  /* of each code */
  guint32 *last_patients;    /* of each code, plus 1 */
  guint32 *session_codes;    /* the code that each session was counted for first */
  GlaCycleMatcher matcher;
} Counter;

/* Whether an earlier row of the same patient has the same session and group. */
static gboolean
was_counted (const Counter *counter,
             guint          row,
             guint32        code)
{
  const GlaCycleTable *table = counter->table;

  for (guint i = row; i > 0 && table->patients[i - 1] == table->patients[row]; i--)
    if (table->sessions[i - 1] == table->sessions[row] && counter->codes[i - 1] == code &&
        gla_cycle_matcher_accepts (&counter->matcher, i - 1))
      return TRUE;
  return FALSE;
}

static gboolean
is_new_session (Counter *counter,
                guint    row,
                guint32  code)
{
  guint32 *first = &counter->session_codes[counter->table->sessions[row]];

  if (*first == NO_SESSION)
    {
      *first = code;
      return TRUE;
    }
  return *first != code && !was_counted (counter, row, code);
}

static void
count_row (Counter *counter,
           guint    row)
{
  const GlaCycleTable *table = counter->table;
  guint32 code = counter->codes != NULL ? counter->codes[row] : 0;
  GlaInsightCounts *counts = &counter->counts[code];
  guint marks = table->marks[row];
  guint is_timed = gla_cycle_table_has_duration (table, row) ? 1 : 0;
  guint is_open = table->rights[row] == GLA_CYCLE_DAY_OPEN ? 1 : 0;
  guint is_due = (marks & GLA_CYCLE_DUE) != 0 ? 1 : 0;
  guint is_judged = (marks & GLA_CYCLE_JUDGED) != 0 ? 1 : 0;
  guint has_responded = (marks & GLA_CYCLE_RESPONDED) != 0 ? 1 : 0;

  counts->n[GLA_CYCLES_ALL]++;
  counts->n[GLA_CYCLES_TIMED] += is_timed;
  counts->n[GLA_CYCLES_ENDED] += is_timed & ~is_open & 1;
  counts->n[GLA_CYCLES_STILL_SEEN] += is_timed & is_open;
  counts->n[GLA_CYCLES_NOT_SEEN] += table->statuses[row] == GLA_EFFECT_NOT_SEEN ? 1 : 0;
  counts->n[GLA_CYCLES_DUE] += is_due;
  counts->n[GLA_CYCLES_MISSED] += is_due != 0 && (marks & GLA_CYCLE_REVIEWED) == 0 ? 1 : 0;
  counts->n[GLA_CYCLES_JUDGED] += is_judged;
  counts->n[GLA_CYCLES_RESPONDED] += has_responded;
  counts->n[GLA_CYCLES_NOT_RESPONDED] += is_judged - has_responded;
  counts->n[GLA_CYCLES_WITH_EVENTS] += table->events[row] > 0 ? 1 : 0;
  counts->n[GLA_CYCLES_EARLY] += (marks & GLA_CYCLE_EARLY) != 0 ? 1 : 0;
  counts->n[GLA_CYCLES_TOUCHED_UP] += (marks & GLA_CYCLE_TOUCHED_UP) != 0 ? 1 : 0;
  counts->n_events += table->events[row];
  counts->n_label_known += (marks & GLA_CYCLE_HAS_LABEL) != 0 ? 1 : 0;
  if (counter->last_patients[code] != table->patients[row] + 1)
    {
      counter->last_patients[code] = table->patients[row] + 1;
      counts->n_patients++;
    }
  counts->n_sessions += is_new_session (counter, row, code) ? 1 : 0;
}

/* Counts the cycles of a filter; @counts has room for each code of the column. */
static void
count_all (const GlaCycleTable  *table,
           const GlaCycleFilter *filter,
           const guint32        *codes,
           guint                 n_codes,
           GlaInsightCounts     *counts)
{
  g_autofree guint32 *last_patients = g_new0 (guint32, n_codes);
  g_autofree guint32 *session_codes = g_new (guint32, table->n_sessions + 1);
  Counter counter = { table, codes, counts, last_patients, session_codes, { NULL } };

  memset (session_codes, 0xff, (table->n_sessions + 1) * sizeof (guint32));
  memset (counts, 0, n_codes * sizeof *counts);
  gla_cycle_matcher_init (&counter.matcher, table, filter);
  for (guint row = 0; row < table->n_rows; row++)
    if (gla_cycle_matcher_accepts (&counter.matcher, row))
      count_row (&counter, row);
}

void
gla_insight_count (const GlaCycleTable  *table,
                   const GlaCycleFilter *filter,
                   GlaInsightCounts     *counts)
{
  g_return_if_fail (table != NULL && counts != NULL);

  count_all (table, filter, NULL, 1, counts);
}

GPtrArray *
gla_insight_groups_new (const GlaCycleTable  *table,
                        const GlaCycleFilter *filter,
                        GlaCycleKey           key)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_free);
  g_autofree GlaInsightCounts *counts = NULL;
  guint n_codes;

  g_return_val_if_fail (table != NULL && key < GLA_N_CYCLE_KEYS, groups);

  n_codes = gla_cycle_table_get_n_codes (table, key);
  counts = g_new (GlaInsightCounts, n_codes);
  count_all (table, filter, table->keys[key], n_codes, counts);
  for (guint32 code = 0; code < n_codes; code++)
    if (counts[code].n[GLA_CYCLES_ALL] > 0)
      {
        GlaInsightGroup *group = g_new0 (GlaInsightGroup, 1);

        group->code = code;
        group->counts = counts[code];
        g_ptr_array_add (groups, group);
      }
  return groups;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-sheet-private.h"

#include "gla-i18n.h"

#include <math.h>
#include <string.h>

void
gla_insight_question_init (GlaInsightQuestion *self)
{
  g_return_if_fail (self != NULL);

  self->view = GLA_INSIGHT_DURATIONS;
  self->key = GLA_CYCLE_KEY_PRODUCT;
  gla_cycle_filter_init (&self->filter);
}

GlaCycleKey
gla_insight_question_get_key (const GlaInsightQuestion *self)
{
  g_return_val_if_fail (self != NULL, GLA_CYCLE_KEY_PRODUCT);

  if (self->view == GLA_INSIGHT_LOTS)
    return GLA_CYCLE_KEY_LOT;
  if (self->view == GLA_INSIGHT_INJECTORS)
    return GLA_CYCLE_KEY_INJECTOR;
  return self->key;
}

static void
cell_free (gpointer data)
{
  GlaInsightCell *cell = data;

  g_free (cell->text);
  g_free (cell->data);
  g_free (cell);
}

static void
row_free (gpointer data)
{
  GlaInsightRow *row = data;

  g_ptr_array_unref (row->cells);
  g_free (row);
}

static void
column_free (gpointer data)
{
  GlaInsightColumn *column = data;

  g_free (column->title);
  g_free (column);
}

void
gla_insight_sheet_free (GlaInsightSheet *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->notes);
  g_free (self);
}

void
gla_insight_sheet_add_column (GlaInsightSheet *self,
                              const char      *name,
                              const char      *title,
                              gboolean         is_number)
{
  GlaInsightColumn *column = g_new0 (GlaInsightColumn, 1);

  column->title = g_strdup (title);
  column->name = name;
  column->is_number = is_number;
  g_ptr_array_add (self->columns, column);
}

GlaInsightRow *
gla_insight_sheet_add_row (GlaInsightSheet *self,
                           GlaCycleKey      key,
                           guint32          code)
{
  GlaInsightRow *row = g_new0 (GlaInsightRow, 1);

  row->code = code;
  row->filter = self->question.filter;
  row->filter.codes[key] = code;
  row->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->rows, row);
  return row;
}

void
gla_insight_row_take (GlaInsightRow *self,
                      char          *text,
                      char          *data,
                      int            subset)
{
  GlaInsightCell *cell = g_new0 (GlaInsightCell, 1);

  cell->text = text;
  cell->data = data;
  cell->subset = subset;
  g_ptr_array_add (self->cells, cell);
}

void
gla_insight_row_add_count (GlaInsightRow *self,
                           guint          n,
                           int            subset)
{
  gla_insight_row_take (self, g_strdup_printf ("%'u", n), g_strdup_printf ("%u", n),
                        n > 0 ? subset : -1);
}

char *
gla_insight_describe_share (guint part,
                            guint whole)
{
  if (whole == 0)
    return g_strdup ("–");
  /* Translators: per cent, then the two numbers it comes from */
  return g_strdup_printf (_("%u %% (%'u of %'u)"), (guint) floor (100.0 * part / whole + 0.5), part,
                          whole);
}

void
gla_insight_row_add_share (GlaInsightRow *self,
                           guint          part,
                           guint          whole,
                           int            subset)
{
  gla_insight_row_take (self, gla_insight_describe_share (part, whole),
                        g_strdup_printf ("%u", part), part > 0 ? subset : -1);
}

void
gla_insight_sheet_add_completeness_columns (GlaInsightSheet *self)
{
  gla_insight_sheet_add_column (self, "reviews_missed", _("Reviews missed"), TRUE);
  gla_insight_sheet_add_column (self, "reviews_due", "", TRUE);
}

void
gla_insight_row_add_completeness (GlaInsightRow          *self,
                                  const GlaInsightCounts *counts)
{
  gla_insight_row_add_share (self, counts->n[GLA_CYCLES_MISSED], counts->n[GLA_CYCLES_DUE],
                             GLA_CYCLES_MISSED);
  gla_insight_row_add_count (self, counts->n[GLA_CYCLES_DUE], GLA_CYCLES_DUE);
}

char *
gla_insight_describe_median (const GlaGroupMedian *self)
{
  const GlaMedian *median;
  const GlaNpmleQuantile *middle;

  g_return_val_if_fail (self != NULL, NULL);

  median = &self->median;
  middle = &median->median;
  if (!median->may_speak)
    return gla_group_median_describe (self);
  if (middle->day == 0)
    return g_strdup (_("not reached"));
  if (middle->is_wide)
    return g_strdup_printf (_("between %d and %d days"), (int) middle->left + 1,
                            (int) middle->right);
  if (median->has_limits && isfinite (median->upper))
    /* Translators: a median and its likely range in days */
    return g_strdup_printf (_("%d days (%d–%d)"), middle->day, (int) median->lower,
                            (int) median->upper);
  return g_strdup_printf (_("%d days"), middle->day);
}

static char *
print_day (double day)
{
  return isfinite (day) ? g_strdup_printf ("%d", (int) day) : g_strdup ("");
}

/* The median in words, and for files with its limits as numbers. */
static void
add_median (GlaInsightRow         *row,
            const GlaInsightGroup *group)
{
  const GlaMedian *median = &group->median.median;
  gboolean is_known = group->has_median && median->may_speak;

  gla_insight_row_take (row,
                        group->has_median ? gla_insight_describe_median (&group->median)
                                          : g_strdup ("…"),
                        is_known && median->median.day > 0
                            ? g_strdup_printf ("%d", median->median.day) : g_strdup (""), -1);
  gla_insight_row_take (row, g_strdup (""),
                        print_day (is_known && median->has_limits ? median->lower : HUGE_VAL), -1);
  gla_insight_row_take (row, g_strdup (""),
                        print_day (is_known && median->has_limits ? median->upper : HUGE_VAL), -1);
}

static char *
describe_verdict (const GlaInsightGroup *group)
{
  if (!group->has_verdict)
    return g_strdup ("…");
  switch (group->verdict)
    {
    case GLA_GROUP_SHORTER:
      return g_strdup (_("shorter than expected for the same areas"));
    case GLA_GROUP_LONGER:
      return g_strdup (_("longer than expected for the same areas"));
    case GLA_GROUP_NO_DIFFERENCE:
      return g_strdup (_("no difference beyond chance found"));
    case GLA_GROUP_TOO_FEW:
    default:
      return g_strdup (_("too few to compare"));
    }
}

static void
fill_durations (GlaInsightSheet        *self,
                const GlaInsightClinic *clinic,
                const GPtrArray        *groups)
{
  GlaCycleKey key = self->question.key;
  gboolean is_compared = gla_insight_can_compare (key);

  gla_insight_sheet_add_column (self, "group", gla_cycle_key_get_title (key), FALSE);
  gla_insight_sheet_add_column (self, "treated_areas", _("Treated areas"), TRUE);
  gla_insight_sheet_add_column (self, "patients", _("Patients"), TRUE);
  gla_insight_sheet_add_column (self, "median_days", _("Half lasted longer than"), FALSE);
  gla_insight_sheet_add_column (self, "median_low", "", TRUE);
  gla_insight_sheet_add_column (self, "median_high", "", TRUE);
  gla_insight_sheet_add_column (self, "seen_gone", _("Seen gone"), TRUE);
  gla_insight_sheet_add_column (self, "still_seen", _("Still seen at last look"), TRUE);
  gla_insight_sheet_add_column (self, "not_seen_working", _("Not seen working"), TRUE);
  gla_insight_sheet_add_completeness_columns (self);
  if (is_compared)
    gla_insight_sheet_add_column (self, "comparison", _("Against the others"), FALSE);
  self->is_complete = TRUE;
  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];
      GlaInsightRow *row = gla_insight_sheet_add_row (self, key, group->code);

      gla_insight_row_take (row, gla_insight_clinic_describe (clinic, key, group->code), NULL, -1);
      gla_insight_row_add_count (row, group->counts.n[GLA_CYCLES_ALL], GLA_CYCLES_ALL);
      gla_insight_row_add_count (row, group->counts.n_patients, GLA_CYCLES_ALL);
      add_median (row, group);
      gla_insight_row_add_count (row, group->counts.n[GLA_CYCLES_ENDED], GLA_CYCLES_ENDED);
      gla_insight_row_add_count (row, group->counts.n[GLA_CYCLES_STILL_SEEN],
                                 GLA_CYCLES_STILL_SEEN);
      gla_insight_row_add_count (row, group->counts.n[GLA_CYCLES_NOT_SEEN], GLA_CYCLES_NOT_SEEN);
      gla_insight_row_add_completeness (row, &group->counts);
      if (is_compared)
        gla_insight_row_take (row, describe_verdict (group), NULL, -1);
      self->is_complete = self->is_complete && group->has_median &&
                          (!is_compared || group->has_verdict);
    }
}

static void
add_responded (GlaInsightRow          *row,
               const GlaInsightCounts *counts,
               int                     least)
{
  guint judged = counts->n[GLA_CYCLES_JUDGED];
  guint responded = counts->n[GLA_CYCLES_RESPONDED];

  gla_insight_row_add_count (row, judged, GLA_CYCLES_JUDGED);
  if (judged > 0 && judged < (guint) least)
    gla_insight_row_take (row, g_strdup_printf (_("too few to say (%u of %d)"), judged, least),
                          g_strdup_printf ("%u", responded), GLA_CYCLES_JUDGED);
  else
    gla_insight_row_add_share (row, responded, judged, GLA_CYCLES_RESPONDED);
}

static void
fill_response (GlaInsightSheet        *self,
               const GlaInsightClinic *clinic,
               const GPtrArray        *groups)
{
  GlaCycleKey key = self->question.key;

  gla_insight_sheet_add_column (self, "group", gla_cycle_key_get_title (key), FALSE);
  gla_insight_sheet_add_column (self, "treated_areas", _("Treated areas"), TRUE);
  gla_insight_sheet_add_column (self, "sessions", _("Sessions"), TRUE);
  gla_insight_sheet_add_column (self, "judged", "", TRUE);
  gla_insight_sheet_add_column (self, "seen_working", _("Seen working at first review"), TRUE);
  gla_insight_sheet_add_column (self, "with_adverse_events", _("With adverse events"), TRUE);
  gla_insight_sheet_add_column (self, "inside_label", _("Inside the label interval"), TRUE);
  gla_insight_sheet_add_column (self, "label_known", "", TRUE);
  gla_insight_sheet_add_column (self, "touched_up", _("Touched up"), TRUE);
  gla_insight_sheet_add_completeness_columns (self);
  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];
      const GlaInsightCounts *counts = &group->counts;
      GlaInsightRow *row = gla_insight_sheet_add_row (self, key, group->code);

      gla_insight_row_take (row, gla_insight_clinic_describe (clinic, key, group->code), NULL, -1);
      gla_insight_row_add_count (row, counts->n[GLA_CYCLES_ALL], GLA_CYCLES_ALL);
      gla_insight_row_add_count (row, counts->n_sessions, GLA_CYCLES_ALL);
      add_responded (row, counts, gla_cycle_table_get_settings (clinic->table)->least_judged);
      gla_insight_row_add_share (row, counts->n[GLA_CYCLES_WITH_EVENTS], counts->n[GLA_CYCLES_ALL],
                                 GLA_CYCLES_WITH_EVENTS);
      gla_insight_row_add_share (row, counts->n[GLA_CYCLES_EARLY], counts->n_label_known,
                                 GLA_CYCLES_EARLY);
      gla_insight_row_add_count (row, counts->n_label_known, -1);
      gla_insight_row_add_share (row, counts->n[GLA_CYCLES_TOUCHED_UP], counts->n[GLA_CYCLES_ALL],
                                 GLA_CYCLES_TOUCHED_UP);
      gla_insight_row_add_completeness (row, counts);
    }
  self->is_complete = TRUE;
}

/* A group and what it is sorted by. */
typedef struct
{
  char *order;
  gpointer group;
} Named;

static void
named_clear (gpointer data)
{
  g_free (((Named *) data)->order);
}

static int
compare_named (gconstpointer a,
               gconstpointer b)
{
  return strcmp (((const Named *) a)->order, ((const Named *) b)->order);
}

/* The groups by name, numbers in names by their value; what is not recorded stays last. */
static GPtrArray *
sort_by_name (const GlaInsightClinic *clinic,
              GlaCycleKey             key,
              const GPtrArray        *groups)
{
  g_autoptr (GArray) named = g_array_new (FALSE, FALSE, sizeof (Named));
  GPtrArray *sorted = g_ptr_array_new ();

  g_array_set_clear_func (named, named_clear);
  for (guint i = 0; i < groups->len; i++)
    {
      const GlaInsightGroup *group = groups->pdata[i];
      const GlaCycleValue *value = gla_cycle_table_get_value (clinic->table, key, group->code);
      g_autofree char *name = gla_insight_clinic_describe (clinic, key, group->code);
      g_autofree char *folded = g_utf8_collate_key_for_filename (name, -1);
      Named entry = { NULL, groups->pdata[i] };

      /* Numbers follow their product by size. */
      if (value->number != 0)
        {
          g_free (folded);
          folded = g_utf8_collate_key (gla_insight_clinic_get_product_name (clinic,
                                                                            value->product), -1);
        }
      entry.order = g_strdup_printf ("%d%s%012" G_GINT64_FORMAT,
                                     group->code == GLA_CYCLE_CODE_UNKNOWN ? 1 : 0, folded,
                                     value->number);
      g_array_append_val (named, entry);
    }
  g_array_sort (named, compare_named);
  for (guint i = 0; i < named->len; i++)
    g_ptr_array_add (sorted, g_array_index (named, Named, i).group);
  return sorted;
}

GlaInsightSheet *
gla_insight_sheet_new (const GlaInsightClinic   *clinic,
                       const GlaInsightQuestion *question,
                       const GPtrArray          *groups)
{
  g_autoptr (GPtrArray) sorted = NULL;
  GlaInsightSheet *self;

  g_return_val_if_fail (clinic != NULL && question != NULL, NULL);
  g_return_val_if_fail (groups != NULL || question->view == GLA_INSIGHT_MONTHS, NULL);

  self = g_new0 (GlaInsightSheet, 1);
  self->question = *question;
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->notes = g_ptr_array_new_with_free_func (g_free);
  if (groups != NULL)
    sorted = sort_by_name (clinic, gla_insight_question_get_key (question), groups);
  switch (question->view)
    {
    case GLA_INSIGHT_RESPONSE:
      fill_response (self, clinic, sorted);
      break;
    case GLA_INSIGHT_LOTS:
      gla_insight_sheet_fill_lots (self, clinic, sorted);
      break;
    case GLA_INSIGHT_INJECTORS:
      gla_insight_sheet_fill_injectors (self, clinic, sorted);
      break;
    case GLA_INSIGHT_MONTHS:
      gla_insight_sheet_fill_months (self, clinic);
      break;
    case GLA_INSIGHT_DURATIONS:
    case GLA_N_INSIGHT_VIEWS:
    default:
      fill_durations (self, clinic, sorted);
      break;
    }
  return self;
}

const GlaInsightCell *
gla_insight_sheet_get_cell (const GlaInsightSheet *self,
                            guint                  row,
                            guint                  column)
{
  const GlaInsightRow *found;

  g_return_val_if_fail (self != NULL && row < self->rows->len, NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  found = self->rows->pdata[row];
  return found->cells->pdata[column];
}

const char *
gla_insight_cell_get_data (const GlaInsightCell *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->data != NULL ? self->data : self->text;
}

void
gla_insight_sheet_write (const GlaInsightSheet  *self,
                         void                  (*add) (gpointer data, const char *text),
                         void                  (*end_row) (gpointer data),
                         gpointer                data)
{
  g_return_if_fail (self != NULL && add != NULL && end_row != NULL);

  for (guint c = 0; c < self->columns->len; c++)
    add (data, ((const GlaInsightColumn *) self->columns->pdata[c])->name);
  end_row (data);
  for (guint i = 0; i < self->rows->len; i++)
    {
      for (guint c = 0; c < self->columns->len; c++)
        add (data, gla_insight_cell_get_data (gla_insight_sheet_get_cell (self, i, c)));
      end_row (data);
    }
}

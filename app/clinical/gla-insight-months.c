/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What was done month by month, each product for itself: units are never added across products. */

#include "config.h"

#include "gla-cycle-table-private.h"
#include "gla-i18n.h"
#include "gla-insight-private.h"
#include "gla-insight-sheet-private.h"

/* One product in one month. */
typedef struct
{
  guint n_areas;
  guint n_sessions;
  guint n_unknown;       /* areas whose amount is not known */
  gint64 units;
} Month;

typedef struct
{
  int first;             /* year * 12 + month - 1 */
  int n;
  guint n_products;
  Month *months;         /* by month, then product */
} Calendar;

static int
get_month (GlaDay day)
{
  int year, month, date;

  gla_day_split (day, &year, &month, &date);
  return year * 12 + month - 1;
}

/* The months from the first to the last cycle of the filter. */
static gboolean
find_span (const GlaCycleTable   *table,
           const GlaCycleMatcher *matcher,
           Calendar              *calendar)
{
  GlaDay first = G_MAXINT32;
  GlaDay last = G_MININT32;

  for (guint row = 0; row < table->n_rows; row++)
    if (gla_cycle_matcher_accepts (matcher, row))
      {
        first = MIN (first, table->days[row]);
        last = MAX (last, table->days[row]);
      }
  if (first > last)
    return FALSE;
  calendar->first = get_month (first);
  calendar->n = get_month (last) - calendar->first + 1;
  return TRUE;
}

/* The month of each day between the first and the last, so that no day is split twice. */
static int *
map_days (const Calendar *calendar,
          GlaDay         *start)
{
  GlaDay from = gla_day_new (calendar->first / 12, calendar->first % 12 + 1, 1);
  int last = calendar->first + calendar->n;
  GlaDay until = gla_day_new (last / 12, last % 12 + 1, 1);
  int *months = g_new (int, until - from);

  for (GlaDay day = from; day < until; day++)
    months[day - from] = get_month (day) - calendar->first;
  *start = from;
  return months;
}

/* Touch-ups belong to the day of their cycle. */
static void
count_months (const GlaCycleTable   *table,
              const GlaCycleMatcher *matcher,
              Calendar              *calendar)
{
  GlaDay start;
  g_autofree int *months = map_days (calendar, &start);

  for (guint row = 0; row < table->n_rows; row++)
    {
      Month *month;

      if (!gla_cycle_matcher_accepts (matcher, row))
        continue;
      month = &calendar->months[(guint) months[table->days[row] - start] * calendar->n_products +
                                table->keys[GLA_CYCLE_KEY_PRODUCT][row]];
      month->n_areas++;
      if (table->units[row] < 0)
        month->n_unknown++;
      else
        month->units += table->units[row];
    }
}

static int
compare_pairs (gconstpointer a,
               gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return (first > second) - (first < second);
}

/* The sessions of each product: areas of one treatment are one. */
static void
count_sessions (const GlaCycleTable   *table,
                const GlaCycleMatcher *matcher,
                Calendar              *calendar)
{
  GlaDay start;
  g_autofree int *months = map_days (calendar, &start);
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (guint64));
  guint64 before = G_MAXUINT64;

  for (guint row = 0; row < table->n_rows; row++)
    if (gla_cycle_matcher_accepts (matcher, row))
      {
        guint64 place = (guint64) months[table->days[row] - start] * calendar->n_products +
                        table->keys[GLA_CYCLE_KEY_PRODUCT][row];
        guint64 pair = place << 32 | table->sessions[row];

        g_array_append_val (pairs, pair);
      }
  g_array_sort (pairs, compare_pairs);
  for (guint i = 0; i < pairs->len; i++)
    {
      guint64 pair = g_array_index (pairs, guint64, i);

      if (pair != before)
        calendar->months[pair >> 32].n_sessions++;
      before = pair;
    }
}

static void
add_month (GlaInsightSheet        *self,
           const GlaInsightClinic *clinic,
           const Calendar         *calendar,
           int                     index,
           guint32                 product)
{
  const Month *month = &calendar->months[(guint) index * calendar->n_products + product];
  int number = calendar->first + index;
  GlaDay first = gla_day_new (number / 12, number % 12 + 1, 1);
  GlaDay last = gla_day_add_months (first, 1) - 1;
  GlaInsightRow *row;

  if (month->n_areas == 0)
    return;
  row = gla_insight_sheet_add_row (self, GLA_CYCLE_KEY_PRODUCT, product);
  row->filter.from = row->filter.from == GLA_DAY_NONE ? first : MAX (row->filter.from, first);
  row->filter.until = row->filter.until == GLA_DAY_NONE ? last : MIN (row->filter.until, last);
  gla_insight_row_take (row, gla_day_format (first, GLA_DAY_MONTH),
                        g_strdup_printf ("%04d-%02d", number / 12, number % 12 + 1), -1);
  gla_insight_row_take (row, gla_insight_clinic_describe (clinic, GLA_CYCLE_KEY_PRODUCT, product),
                        NULL, -1);
  gla_insight_row_add_count (row, month->n_sessions, GLA_CYCLES_ALL);
  gla_insight_row_add_count (row, month->n_areas, GLA_CYCLES_ALL);
  /* Units of an unknown product need not be of one kind. */
  if (product == GLA_CYCLE_CODE_UNKNOWN)
    gla_insight_row_take (row, g_strdup (_("not added up")), g_strdup (""), -1);
  else
    gla_insight_row_take (row, gla_units_format (month->units), gla_units_to_text (month->units),
                          -1);
  gla_insight_row_add_count (row, month->n_unknown, -1);
}

void
gla_insight_sheet_fill_months (GlaInsightSheet        *self,
                               const GlaInsightClinic *clinic)
{
  GlaCycleMatcher matcher;
  Calendar calendar = { 0 };

  gla_insight_sheet_add_column (self, "month", _("Month"), FALSE);
  gla_insight_sheet_add_column (self, "product", _("Product"), FALSE);
  gla_insight_sheet_add_column (self, "sessions", _("Sessions"), TRUE);
  gla_insight_sheet_add_column (self, "treated_areas", _("Treated areas"), TRUE);
  gla_insight_sheet_add_column (self, "units", _("Units of this product"), TRUE);
  gla_insight_sheet_add_column (self, "units_unknown", _("Areas without an amount"), TRUE);
  self->is_complete = TRUE;
  gla_cycle_matcher_init (&matcher, clinic->table, &self->question.filter);
  if (!find_span (clinic->table, &matcher, &calendar))
    return;
  calendar.n_products = gla_cycle_table_get_n_codes (clinic->table, GLA_CYCLE_KEY_PRODUCT);
  calendar.months = g_new0 (Month, (guint) calendar.n * calendar.n_products);
  count_months (clinic->table, &matcher, &calendar);
  count_sessions (clinic->table, &matcher, &calendar);
  /* The latest month first, and in it the products as everywhere. */
  for (int index = calendar.n - 1; index >= 0; index--)
    for (guint32 product = 1; product <= calendar.n_products; product++)
      add_month (self, clinic, &calendar, index, product % calendar.n_products);
  g_free (calendar.months);
  g_ptr_array_add (self->notes, g_strdup (
    _("Units are those of each product alone. Touch-ups count on the day of the treatment that "
      "they belong to.")));
}

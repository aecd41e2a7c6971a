/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-layout.h"

#include <math.h>
#include <string.h>

#define MARK 11       /* side of a square with its grade in it */
#define DOT 5         /* where there is no room for the number */
#define STEPS 3       /* of the mini scale: the worse, the higher */
#define STEP 3
#define NUDGE 8       /* how far a square may give way */
#define MAX_LEVELS (STEPS + 1)
#define FIRST_FOLLOW_UP 14

/* A grade that is to be placed. */
typedef struct
{
  double x;        /* of its day */
  double at;       /* left end of where it was placed */
  double width;
  int step;        /* 0 to STEPS */
  const GlaTimelineVisit *visit;
  gboolean is_dot;
} Placed;

static gboolean
has_missing (const GlaTimelineRow *row)
{
  for (guint i = 0; i < row->cycles->len; i++)
    if (((GlaTimelineCycle *) g_ptr_array_index (row->cycles, i))->missing)
      return TRUE;
  return FALSE;
}

static gboolean
has_reports (const GlaTimelineRow *row)
{
  for (guint i = 0; i < row->cycles->len; i++)
    if (((GlaTimelineCycle *) g_ptr_array_index (row->cycles, i))->cycle->reports->len > 0)
      return TRUE;
  return FALSE;
}

double
gla_timeline_layout_get_visits_height (GlaTimelineLayout    *layout,
                                       const GlaTimelineRow *row)
{
  if (row->visits->len == 0 && !has_missing (row) && !has_reports (row))
    return 0;
  return gla_timeline_layout_snap (layout, (MARK + STEPS * STEP + 2) * layout->u);
}

static int
get_step (const GlaTimelineVisit *visit,
          int                     grade)
{
  if (visit->high <= visit->low)
    return 0;
  return CLAMP ((grade - visit->low) * STEPS / (visit->high - visit->low), 0, STEPS);
}

static double
get_top (GlaTimelineLayout *layout,
         double             y,
         int                step,
         double             size)
{
  double middle = y + (MARK / 2.0 + (STEPS - step) * STEP) * layout->u;

  return middle - size / 2;
}

static GlaTimelineItem *
add_mark (GlaTimelineLayout      *layout,
          int                     index,
          GlaTimelineItemKind     kind,
          const GlaTimelineVisit *visit,
          int                     grade,
          double                  x,
          double                  y,
          gboolean                is_dot)
{
  double size = (is_dot ? DOT : MARK) * layout->u;
  GlaTimelineItem *item;

  item = gla_timeline_layout_add (layout, kind, index, x,
                                  get_top (layout, y, get_step (visit, grade), size), size, size);
  item->value = grade;
  if (!is_dot)
    {
      char digits[12];

      g_snprintf (digits, sizeof digits, "%d", grade);
      item->text = g_string_chunk_insert_const (layout->scene->strings, digits);
    }
  gla_timeline_layout_set_record (item, NULL, GLA_TIMELINE_RECORD_ASSESSMENT, visit->assessment);
  return item;
}

static GlaTimelineItemKind
get_kind (const GlaTimelineVisit *visit)
{
  return visit->assessment->rater == GLA_RATER_PATIENT ? GLA_TIMELINE_ITEM_GRADE_PATIENT
                                                       : GLA_TIMELINE_ITEM_GRADE;
}

/* Squares stand centred on their day. One that would cover the one before gives
 * way a little; where that is not enough it becomes a dot. */
static GArray *
place (GlaTimelineLayout    *layout,
       const GlaTimelineRow *row)
{
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (Placed));
  double u = layout->u;
  /* Where the first follow-up can't stand beside the injection, all are dots. */
  gboolean crowded = FIRST_FOLLOW_UP * layout->scene->per_day < MARK * u - NUDGE * u;
  double end = -G_MAXDOUBLE;
  double last_dot[MAX_LEVELS];

  for (guint i = 0; i < MAX_LEVELS; i++)
    last_dot[i] = -G_MAXDOUBLE;

  for (guint i = 0; i < row->visits->len; i++)
    {
      const GlaTimelineVisit *visit = &g_array_index (row->visits, GlaTimelineVisit, i);
      GlaDay day = visit->assessment->day;
      Placed mark = { gla_timeline_layout_x (layout, day), 0, MARK * u, 0, visit, FALSE };

      if (!gla_timeline_layout_sees (layout, day, day)
          || visit->assessment->at_maximum == GLA_GRADE_UNKNOWN)
        continue;
      mark.step = get_step (visit, visit->assessment->at_maximum);
      mark.at = MAX (mark.x - mark.width / 2, end + u);
      if (crowded || mark.at - (mark.x - mark.width / 2) > NUDGE * u)
        {
          mark.is_dot = TRUE;
          mark.width = DOT * u;
          mark.at = mark.x - mark.width / 2;
          /* Dots on the same pixel say the same. */
          if (mark.at - last_dot[mark.step] < u)
            continue;
          last_dot[mark.step] = mark.at;
        }
      else
        {
          end = mark.at + mark.width;
        }
      mark.at = gla_timeline_layout_snap (layout, mark.at);
      g_array_append_val (placed, mark);
    }
  return placed;
}

/* The grade at rest stands behind the one at maximum, if there is room. */
static void
add_rest (GlaTimelineLayout *layout,
          int                index,
          const Placed      *mark,
          const Placed      *next,
          double             y)
{
  double u = layout->u;
  double x = mark->at + mark->width;
  double limit = next != NULL ? next->at : layout->scene->plot_x + layout->scene->plot_width;

  if (mark->is_dot || mark->visit->assessment->at_rest == GLA_GRADE_UNKNOWN
      || x + MARK * u > limit)
    return;
  add_mark (layout, index, GLA_TIMELINE_ITEM_GRADE_REST, mark->visit,
            mark->visit->assessment->at_rest, x, y, FALSE);
}

static void
add_reports (GlaTimelineLayout    *layout,
             int                   index,
             const GlaTimelineRow *row,
             double                y)
{
  double size = 12 * layout->u;

  for (guint i = 0; i < row->cycles->len; i++)
    {
      const GlaTimelineCycle *drawn = g_ptr_array_index (row->cycles, i);
      const GArray *reports = drawn->cycle->reports;

      for (guint j = 0; j < reports->len; j++)
        {
          const GlaCycleReport *report = &g_array_index (reports, GlaCycleReport, j);
          GlaDay day = drawn->cycle->day + report->day;
          double x = gla_timeline_layout_snap (layout, gla_timeline_layout_x (layout, day));
          GlaTimelineItem *item;

          if (!gla_timeline_layout_sees (layout, day, day)
              || 28 * layout->scene->per_day < size / 2)
            continue;
          item = gla_timeline_layout_add (layout, GLA_TIMELINE_ITEM_REPORT, index, x - size / 2,
                                          y, size, size);
          item->value = report->report->kind;
          gla_timeline_layout_set_record (item, drawn, GLA_TIMELINE_RECORD_REPORT, report->report);
        }
    }
}

void
gla_timeline_layout_visits (GlaTimelineLayout *layout,
                            int                index,
                            double             y)
{
  const GlaTimelineRow *row = g_ptr_array_index (layout->scene->model->rows, index);
  g_autoptr (GArray) placed = place (layout, row);

  for (guint i = 0; i < placed->len; i++)
    {
      const Placed *mark = &g_array_index (placed, Placed, i);
      const Placed *next = i + 1 < placed->len ? &g_array_index (placed, Placed, i + 1) : NULL;

      add_mark (layout, index, get_kind (mark->visit), mark->visit,
                mark->visit->assessment->at_maximum, mark->at, y, mark->is_dot);
      add_rest (layout, index, mark, next, y);
    }
  add_reports (layout, index, row, y);
}

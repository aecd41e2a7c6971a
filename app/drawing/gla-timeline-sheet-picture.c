/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-sheet-private.h"

#include "gla-i18n.h"
#include "gla-timeline-legend.h"

/* A history up to this long is one stretch; a longer one has two years in each. */
#define ONE_STRETCH 860
#define YEARS 2
#define LEAST_DAYS 180
#define GAP 8.0

static GlaTimelineScene *
new_scene (GlaTimelineSheet *self,
           double            from,
           double            to,
           guint             first_row,
           guint             n_rows)
{
  const GlaTimelineOptions options =
  {
    .width = GLA_SHEET_WIDTH,
    .from = from,
    .to = to,
    .mode = GLA_TIMELINE_CALENDAR,
    .since = GLA_DAY_NONE,
    .rtl = self->rtl,
    .paper = TRUE,
    .fold = TRUE,
    .first_row = first_row,
    .n_rows = n_rows,
  };

  return gla_timeline_scene_new (self->model, self->text, &options);
}

static void
take_scene (GlaTimelineSheet *self,
            GlaTimelineScene *scene)
{
  gla_sheet_add (self, GLA_SHEET_SCENE, scene->height + GAP)->scene = scene;
}

/* More areas than a page holds are split; each part has the axis above it. */
static void
add_stretch (GlaTimelineSheet *self,
             GlaTimelineScene *scene,
             double            room)
{
  guint n_rows = self->model->rows->len;
  guint most = n_rows;

  if (room <= 0 || scene->height + GAP <= room)
    {
      take_scene (self, scene);
      return;
    }

  for (guint first = 0; first < n_rows; )
    {
      guint count = MIN (most, n_rows - first);
      GlaTimelineScene *part = new_scene (self, scene->from, scene->to, first, count);

      if (part->height + GAP > room && count > 1)
        {
          most = count - 1;
          gla_timeline_scene_free (part);
          continue;
        }
      if (gla_timeline_scene_is_empty (part))
        gla_timeline_scene_free (part);
      else
        take_scene (self, part);
      first += count;
    }
  gla_timeline_scene_free (scene);
}

static void
add_silence (GlaTimelineSheet *self,
             int               first_year,
             int               last_year)
{
  if (first_year > last_year)
    return;
  if (first_year == last_year)
    gla_sheet_add_text (self, GLA_SHEET_NOTE,
                        g_strdup_printf (_("%d: nothing recorded"), first_year));
  else
    /* Translators: two years */
    gla_sheet_add_text (self, GLA_SHEET_NOTE,
                        g_strdup_printf (_("%d to %d: nothing recorded"), first_year, last_year));
}

static void
add_years (GlaTimelineSheet *self,
           double            room)
{
  int first_year, last_year, month, day;
  int silent_from = 0;

  gla_day_split (self->model->first, &first_year, &month, &day);
  gla_day_split (MAX (self->model->cycles->today, self->model->first), &last_year, &month, &day);
  /* The last stretch ends with this year. */
  first_year -= (last_year - first_year + 1) % YEARS;
  silent_from = first_year;
  for (int year = first_year; year <= last_year; year += YEARS)
    {
      GlaTimelineScene *scene = new_scene (self, gla_day_new (year, 1, 1) - 1,
                                           gla_day_new (year + YEARS, 1, 1) - 0.5, 0, 0);

      if (gla_timeline_scene_is_empty (scene))
        {
          gla_timeline_scene_free (scene);
          continue;
        }
      add_silence (self, silent_from, year - 1);
      silent_from = year + YEARS;
      add_stretch (self, scene, room);
    }
  add_silence (self, silent_from, last_year);
}

static void
add_open (GlaTimelineSheet *self)
{
  const GPtrArray *cycles = self->model->cycles->cycles;
  gboolean first = TRUE;

  for (guint i = 0; i < cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (cycles, i);
      g_autofree char *area = NULL;
      g_autofree char *day = NULL;
      g_autofree char *duration = NULL;

      if (!cycle->running || cycle->effect.status != GLA_EFFECT_STILL_SEEN)
        continue;
      if (first)
        gla_sheet_add_text (self, GLA_SHEET_HEADING, g_strdup (_("Still open")));
      first = FALSE;
      area = gla_timeline_dup_area_name (self->model->catalogue, cycle->area);
      day = gla_day_format (cycle->day, cycle->precision);
      duration = gla_cycle_describe_duration (cycle);
      /* Translators: area, date of injection, duration such as "at least 35 days" */
      gla_sheet_add_text (self, GLA_SHEET_NOTE,
                          g_strdup_printf (_("%s, injected %s: %s"), area, day, duration));
    }
  if (!first)
    gla_sheet_add (self, GLA_SHEET_NOTE, GAP)->text = g_strdup ("");
}

/* What is not known is counted, so that nobody takes it for nothing. */
static void
add_unknown (GlaTimelineSheet *self)
{
  const GlaHistory *history = self->model->cycles->history;
  int lots = 0, products = 0, dates = 0;

  for (guint i = 0; i < history->injections->len; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (history->injections, i);

      lots += injection->lot == NULL;
      products += injection->product == NULL;
    }
  for (guint i = 0; i < history->treatments->len; i++)
    dates += ((GlaTreatment *) g_ptr_array_index (history->treatments, i))->precision
             != GLA_DAY_EXACT;
  if (lots > 0)
    gla_sheet_add_text (self, GLA_SHEET_NOTE,
                        g_strdup_printf (ngettext ("Lot not known: %d injection",
                                                   "Lot not known: %d injections", lots), lots));
  if (products > 0)
    gla_sheet_add_text (self, GLA_SHEET_NOTE,
                        g_strdup_printf (ngettext ("Product not known: %d injection",
                                                   "Product not known: %d injections", products),
                                         products));
  if (dates > 0)
    gla_sheet_add_text (self, GLA_SHEET_NOTE,
                        g_strdup_printf (ngettext ("Date not exact: %d treatment",
                                                   "Date not exact: %d treatments", dates),
                                         dates));
  if (lots + products + dates > 0)
    gla_sheet_add (self, GLA_SHEET_NOTE, GAP)->text = g_strdup ("");
}

void
gla_sheet_add_picture (GlaTimelineSheet *self,
                       double            room)
{
  double span = self->model->last - self->model->first;

  if (span <= ONE_STRETCH)
    {
      double length = MAX (span, LEAST_DAYS);

      add_stretch (self, new_scene (self, self->model->last - length * 1.03,
                                    self->model->last + length * 0.04, 0, 0),
                   room);
    }
  else
    {
      add_years (self, room);
    }
  add_open (self);
  add_unknown (self);
  gla_sheet_add_text (self, GLA_SHEET_HEADING, g_strdup (_("What the marks mean")));
  gla_sheet_add (self, GLA_SHEET_LEGEND,
                 gla_timeline_legend_get_height (self->text, GLA_SHEET_WIDTH));
}

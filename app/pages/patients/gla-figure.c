/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-figure.h"

#include "gla-i18n.h"

static void
row_free (gpointer data)
{
  GlaFigureRow *row = data;

  g_free (row->when);
  g_free (row->what);
  g_free (row->who);
  g_free (row->id);
  g_free (row);
}

GlaFigure *
gla_figure_new (const char *title,
                const char *text)
{
  GlaFigure *self = g_new0 (GlaFigure, 1);

  self->title = g_strdup (title);
  self->text = g_strdup (text);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  return self;
}

void
gla_figure_free (GlaFigure *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->text);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
gla_figure_add_row (GlaFigure         *self,
                    const char        *when,
                    const char        *what,
                    const char        *who,
                    GlaTimelineRecord  kind,
                    const char        *id)
{
  GlaFigureRow *row;

  g_return_if_fail (self != NULL);
  g_return_if_fail (what != NULL);

  row = g_new0 (GlaFigureRow, 1);
  row->when = g_strdup (when);
  row->what = g_strdup (what);
  row->who = g_strdup (who);
  row->kind = kind;
  row->id = g_strdup (id);
  g_ptr_array_add (self->rows, row);
}

void
gla_figure_add_assessment (GlaFigure           *self,
                           const GlaHistory    *history,
                           GlaCatalogue        *catalogue,
                           const GlaAssessment *assessment)
{
  g_autofree char *when = gla_day_format (assessment->day, GLA_DAY_EXACT);
  g_autofree char *what = gla_record_words_assessment (catalogue, assessment);

  gla_figure_add_row (self, when, what, gla_record_words_rater (history, assessment),
                      GLA_TIMELINE_RECORD_ASSESSMENT, assessment->id);
}

void
gla_figure_add_report (GlaFigure        *self,
                       const GlaHistory *history,
                       GlaCatalogue     *catalogue,
                       const GlaReport  *report)
{
  g_autofree char *when = gla_day_format (report->told_on, GLA_DAY_EXACT);
  g_autofree char *what = gla_record_words_report (catalogue, report);

  gla_figure_add_row (self, when, what, gla_record_words_staff (history, report->staff),
                      GLA_TIMELINE_RECORD_REPORT, report->id);
}

void
gla_figure_add_injection (GlaFigure          *self,
                          const GlaHistory   *history,
                          GlaCatalogue       *catalogue,
                          const GlaInjection *injection)
{
  const GlaTreatment *treatment = gla_history_find_treatment (history, injection->treatment);
  g_autofree char *what = gla_record_words_injection (catalogue, injection);
  g_autofree char *when = NULL;

  if (treatment == NULL)
    return;
  when = gla_day_format (treatment->day, treatment->precision);
  gla_figure_add_row (self, when, what, gla_record_words_staff (history, treatment->injector),
                      GLA_TIMELINE_RECORD_TREATMENT, treatment->id);
}

/* The record of @id among @records, which begin with their identifier as all records do. */
static gconstpointer
find_record (const GPtrArray *records,
             const char      *id)
{
  for (guint i = 0; i < records->len; i++)
    {
      const char *const *record = g_ptr_array_index (records, i);

      if (g_strcmp0 (*record, id) == 0)
        return record;
    }
  return NULL;
}

static void
add_exposure (GlaFigure         *self,
              GlaCatalogue      *catalogue,
              const GlaExposure *exposure)
{
  g_autofree char *when = gla_day_format (exposure->day, exposure->precision);
  g_autofree char *what = gla_record_words_exposure (catalogue, exposure);

  gla_figure_add_row (self, when, what, exposure->place, GLA_TIMELINE_RECORD_EXPOSURE,
                      exposure->id);
}

static void
add_event (GlaFigure             *self,
           const GlaAdverseEvent *event)
{
  g_autofree char *when = gla_day_format (event->onset, event->precision);

  gla_figure_add_row (self, when, event->kind != NULL ? event->kind : _("not described"), NULL,
                      GLA_TIMELINE_RECORD_ADVERSE_EVENT, event->id);
}

/* A treatment as a whole is the row of each of its injections. */
static void
add_treatment (GlaFigure          *self,
               const GlaHistory   *history,
               GlaCatalogue       *catalogue,
               const GlaTreatment *treatment)
{
  g_autofree char *when = gla_day_format (treatment->day, treatment->precision);
  guint first, n;

  n = gla_history_get_injections (history, treatment->id, &first);
  for (guint i = 0; i < n; i++)
    gla_figure_add_injection (self, history, catalogue,
                              g_ptr_array_index (history->injections, first + i));
  if (n == 0)
    gla_figure_add_row (self, when, _("Treatment without injections"),
                        gla_record_words_staff (history, treatment->injector),
                        GLA_TIMELINE_RECORD_TREATMENT, treatment->id);
}

void
gla_figure_add_record (GlaFigure        *self,
                       const GlaHistory *history,
                       GlaCatalogue     *catalogue,
                       const char       *id)
{
  gconstpointer record;

  g_return_if_fail (self != NULL);
  g_return_if_fail (history != NULL);

  if ((record = find_record (history->treatments, id)) != NULL)
    add_treatment (self, history, catalogue, record);
  else if ((record = find_record (history->injections, id)) != NULL)
    gla_figure_add_injection (self, history, catalogue, record);
  else if ((record = find_record (history->assessments, id)) != NULL)
    gla_figure_add_assessment (self, history, catalogue, record);
  else if ((record = find_record (history->reports, id)) != NULL)
    gla_figure_add_report (self, history, catalogue, record);
  else if ((record = find_record (history->exposures, id)) != NULL)
    add_exposure (self, catalogue, record);
  else if ((record = find_record (history->adverse_events, id)) != NULL)
    add_event (self, record);
  else if (g_strcmp0 (history->patient->id, id) == 0)
    gla_figure_add_row (self, NULL, _("The patient’s details"), NULL, GLA_TIMELINE_RECORD_NONE,
                        NULL);
}

/* The next treatment of the area closes an effect whose end nobody saw. */
static void
add_next_treatment (GlaFigure       *self,
                    const GlaCycles *cycles,
                    const GlaCycle  *cycle,
                    GlaCatalogue    *catalogue)
{
  g_autofree char *when = NULL, *what = NULL;
  const char *area;

  if (cycle->next == NULL)
    return;
  when = gla_day_format (cycle->next->day, cycle->next->precision);
  area = gla_record_words_area (catalogue, cycle->area);
  if (cycle->next->reason == GLA_VISIT_REASON_WORE_OFF)
    /* Translators: %s is an area */
    what = g_strdup_printf (_("%s treated again; came because it wore off"), area);
  else
    what = g_strdup_printf (_("%s treated again"), area);
  gla_figure_add_row (self, when, what,
                      gla_record_words_staff (cycles->history, cycle->next->injector),
                      GLA_TIMELINE_RECORD_TREATMENT, cycle->next->id);
}

/* How the interval of an effect follows from the rows, statistics, sections 1.2 to 1.4. */
static const char *
explain_duration (const GlaCycle *cycle)
{
  if (cycle->effect.conflict)
    return _("The grades and what the patient said can’t both be right. The grades count.");
  if (cycle->effect.reversal)
    return _("Seen gone and later seen working again. The later grade counts.");
  if (cycle->effect.assumed_left)
    return _("The patient came because it wore off, so the end is placed in the weeks before "
             "that visit.");
  switch (cycle->effect.status)
    {
    case GLA_EFFECT_ENDED:
      return _("From the last day on which the effect was seen to the first on which it was gone.");
    case GLA_EFFECT_STILL_SEEN:
      return _("The effect was still seen on the last day named here. When it ended is not known.");
    case GLA_EFFECT_GONE_BY:
      return _("It was gone when it was first looked at. When it ended is not known.");
    case GLA_EFFECT_NOT_SEEN:
      return _("Graded in the first weeks, and never at least one grade better than before.");
    case GLA_EFFECT_NO_INFORMATION:
    default:
      return cycle->baseline_kind == GLA_BASELINE_MISSING
               ? _("There is no grade from before treatment to compare with.")
               : _("There is no grade or report after the injection.");
    }
}

GlaFigure *
gla_figure_for_duration (const GlaCycles *cycles,
                         const GlaCycle  *cycle,
                         GlaCatalogue    *catalogue)
{
  g_autofree char *duration = NULL, *title = NULL;
  GlaFigure *self;

  g_return_val_if_fail (cycles != NULL, NULL);
  g_return_val_if_fail (cycle != NULL, NULL);

  duration = gla_cycle_describe_duration (cycle);
  /* Translators: an area, then how long it worked: "Glabella: between 91 and 130 days" */
  title = g_strdup_printf (_("%s: %s"), gla_record_words_area (catalogue, cycle->area), duration);
  self = gla_figure_new (title, explain_duration (cycle));
  for (guint i = 0; i < cycle->injections->len; i++)
    gla_figure_add_injection (self, cycles->history, catalogue,
                              g_ptr_array_index (cycle->injections, i));
  for (guint i = 0; i < cycle->gradings->len; i++)
    gla_figure_add_assessment (self, cycles->history, catalogue,
                               g_array_index (cycle->gradings, GlaCycleGrading, i).assessment);
  for (guint i = 0; i < cycle->reports->len; i++)
    gla_figure_add_report (self, cycles->history, catalogue,
                           g_array_index (cycle->reports, GlaCycleReport, i).report);
  add_next_treatment (self, cycles, cycle, catalogue);
  return self;
}

GlaFigure *
gla_figure_for_baseline (const GlaCycles *cycles,
                         const GlaCycle  *cycle,
                         GlaCatalogue    *catalogue)
{
  g_autofree char *title = NULL;
  const char *text, *area;
  GlaFigure *self;

  g_return_val_if_fail (cycles != NULL, NULL);
  g_return_val_if_fail (cycle != NULL, NULL);

  area = gla_record_words_area (catalogue, cycle->area);
  switch (cycle->baseline_kind)
    {
    case GLA_BASELINE_RECORDED:
      /* Translators: an area, then a grade */
      title = g_strdup_printf (_("%s before treatment: %d"), area, cycle->baseline);
      text = _("The last grade on or before the day of injection.");
      break;
    case GLA_BASELINE_CARRIED:
      title = g_strdup_printf (_("%s before treatment: %d"), area, cycle->baseline);
      text = _("Taken from the treatment before, whose grade before treatment was worse.");
      break;
    case GLA_BASELINE_MISSING:
    default:
      /* Translators: %s is an area */
      title = g_strdup_printf (_("%s before treatment: not graded"), area);
      text = _("Without a grade from before treatment, grades can’t tell an effect.");
      break;
    }
  self = gla_figure_new (title, text);
  if (cycle->baseline_row != NULL)
    gla_figure_add_assessment (self, cycles->history, catalogue, cycle->baseline_row);
  return self;
}

GlaFigure *
gla_figure_for_total (const GlaHistory      *history,
                      const char            *treatment,
                      const GlaProductTotal *total,
                      GlaCatalogue          *catalogue)
{
  g_autofree char *title = NULL;
  GlaFigure *self;
  guint first, n;

  g_return_val_if_fail (history != NULL, NULL);
  g_return_val_if_fail (total != NULL, NULL);

  title = gla_record_words_total (catalogue, total);
  self = gla_figure_new (title, _("Units of one product. Units of different products are never "
                                  "added or compared."));
  n = gla_history_get_injections (history, treatment, &first);
  for (guint i = 0; i < n; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (history->injections, first + i);

      if (g_strcmp0 (injection->product, total->product) == 0)
        gla_figure_add_injection (self, history, catalogue, injection);
    }
  return self;
}

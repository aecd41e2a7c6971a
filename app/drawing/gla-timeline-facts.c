/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-facts.h"

#include "gla-i18n.h"
#include "gla-words.h"

static void
fact_free (gpointer data)
{
  GlaTimelineFact *fact = data;

  g_free (fact->id);
  g_free (fact->text);
  g_free (fact);
}

static void
take_fact (GPtrArray         *facts,
           GlaTimelineRecord  kind,
           const char        *id,
           char              *text)
{
  GlaTimelineFact *fact = g_new0 (GlaTimelineFact, 1);

  fact->kind = kind;
  fact->id = g_strdup (id);
  fact->text = text;
  g_ptr_array_add (facts, fact);
}

char *
gla_timeline_dup_grades (const GlaAssessment *assessment)
{
  g_return_val_if_fail (assessment != NULL, NULL);

  if (assessment->at_maximum != GLA_GRADE_UNKNOWN && assessment->at_rest != GLA_GRADE_UNKNOWN)
    /* Translators: two grades of a wrinkle */
    return g_strdup_printf (_("grade %d at maximum contraction, %d at rest"),
                            assessment->at_maximum, assessment->at_rest);
  if (assessment->at_maximum != GLA_GRADE_UNKNOWN)
    return g_strdup_printf (_("grade %d at maximum contraction"), assessment->at_maximum);
  if (assessment->at_rest != GLA_GRADE_UNKNOWN)
    return g_strdup_printf (_("grade %d at rest"), assessment->at_rest);
  return g_strdup (_("no grade"));
}

/* Grades of one side say which. */
static char *
dup_sided_grades (const GlaAssessment *assessment)
{
  g_autofree char *grades = gla_timeline_dup_grades (assessment);

  if (assessment->side == GLA_SIDE_BOTH)
    return g_steal_pointer (&grades);
  /* Translators: a side, then one or two grades of it */
  return g_strdup_printf (_("%s: %s"), gla_side_get_name (assessment->side), grades);
}

static char *
describe_assessment (const GlaAssessment *assessment)
{
  g_autofree char *day = gla_day_format (assessment->day, GLA_DAY_EXACT);
  g_autofree char *grades = dup_sided_grades (assessment);

  if (assessment->rater == GLA_RATER_PATIENT)
    /* Translators: a date and one or two grades that the patient gave */
    return g_strdup_printf (_("%s: patient's own rating, %s"), day, grades);
  /* Translators: a date and one or two grades */
  return g_strdup_printf (_("%s: %s"), day, grades);
}

static char *
describe_report (const GlaReport *report)
{
  g_autofree char *day = gla_day_format (report->day, report->precision);

  if (report->kind == GLA_REPORT_WORN_OFF)
    /* Translators: %s is a date, possibly with "about" */
    return g_strdup_printf (_("Patient says it had worn off: %s"), day);
  return g_strdup_printf (_("Patient says it was still working: %s"), day);
}

static char *
describe_exposure (const GlaTimelineModel *model,
                   const GlaExposure      *exposure)
{
  g_autofree char *day = gla_day_format (exposure->day, exposure->precision);
  g_autofree char *area = gla_timeline_dup_area_name (model->catalogue, exposure->area);
  g_autofree char *amount = NULL;

  if (exposure->product == NULL && exposure->units == GLA_UNITS_UNKNOWN)
    amount = g_strdup (_("product and units not known"));
  else
    amount = gla_timeline_dup_amount (model->catalogue, exposure->product, exposure->units);

  if (exposure->place != NULL)
    /* Translators: area, amount such as "20 ONA", date, place */
    return g_strdup_printf (_("%s, %s, %s, treated elsewhere: %s"), area, amount, day,
                            exposure->place);
  /* Translators: area, amount such as "20 ONA", date */
  return g_strdup_printf (_("%s, %s, %s, treated elsewhere"), area, amount, day);
}

static char *
describe_event (const GlaTimelineModel *model,
                const GlaAdverseEvent  *event)
{
  g_autofree char *day = gla_day_format (event->onset, event->precision);
  const char *kind = event->kind != NULL ? event->kind : _("kind not recorded");
  const char *severity = gla_severity_get_name (event->severity);

  if (event->resolved != GLA_DAY_NONE)
    {
      g_autofree char *resolved = gla_day_format (event->resolved, GLA_DAY_EXACT);

      /* Translators: what happened, how severe, from date to date */
      return g_strdup_printf (_("Adverse event: %s, %s, %s to %s"), kind, severity, day, resolved);
    }
  /* Translators: what happened, how severe, since when */
  return g_strdup_printf (_("Adverse event: %s, %s, %s"), kind, severity, day);
}

static char *
describe_treatment (const GlaTimelineModel *model,
                    const GlaTreatment     *treatment,
                    const char             *area)
{
  const GlaHistory *history = model->cycles->history;
  g_autofree char *day = gla_day_format (treatment->day, treatment->precision);
  const GlaStaff *staff = gla_history_find_staff (history, treatment->injector);
  g_autoptr (GString) parts = g_string_new (NULL);
  guint first, n;

  n = gla_history_get_injections (history, treatment->id, &first);
  for (guint i = first; i < first + n; i++)
    {
      const GlaInjection *injection = g_ptr_array_index (history->injections, i);
      g_autofree char *amount = NULL;

      if (area != NULL && g_strcmp0 (injection->area, area) != 0)
        continue;
      amount = gla_timeline_dup_amount (model->catalogue, injection->product, injection->units);
      if (parts->len > 0)
        g_string_append (parts, "; ");
      /* Translators: an amount such as "20 ONA" and the code of a lot */
      g_string_append_printf (parts, _("%s, lot %s"), amount,
                              injection->lot != NULL ? injection->lot : _("not known"));
    }
  if (staff != NULL)
    /* Translators: date, amounts and lots, name of who injected */
    return g_strdup_printf (_("Injected %s: %s, by %s"), day, parts->str, staff->name);
  /* Translators: date, amounts and lots */
  return g_strdup_printf (_("Injected %s: %s"), day, parts->str);
}

GPtrArray *
gla_timeline_facts_for_record (const GlaTimelineModel *model,
                               GlaTimelineRecord       kind,
                               gconstpointer           record)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  g_return_val_if_fail (model != NULL, facts);
  g_return_val_if_fail (record != NULL || kind == GLA_TIMELINE_RECORD_NONE, facts);

  switch (kind)
    {
    case GLA_TIMELINE_RECORD_TREATMENT:
      take_fact (facts, kind, ((const GlaTreatment *) record)->id,
                 describe_treatment (model, record, NULL));
      break;
    case GLA_TIMELINE_RECORD_ASSESSMENT:
      take_fact (facts, kind, ((const GlaAssessment *) record)->id, describe_assessment (record));
      break;
    case GLA_TIMELINE_RECORD_REPORT:
      take_fact (facts, kind, ((const GlaReport *) record)->id, describe_report (record));
      break;
    case GLA_TIMELINE_RECORD_EXPOSURE:
      take_fact (facts, kind, ((const GlaExposure *) record)->id,
                 describe_exposure (model, record));
      break;
    case GLA_TIMELINE_RECORD_ADVERSE_EVENT:
      take_fact (facts, kind, ((const GlaAdverseEvent *) record)->id,
                 describe_event (model, record));
      break;
    case GLA_TIMELINE_RECORD_NONE:
    default:
      break;
    }
  return facts;
}

GPtrArray *
gla_timeline_facts_for_cycle (const GlaTimelineModel *model,
                              const GlaCycle         *cycle)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (fact_free);

  g_return_val_if_fail (model != NULL && cycle != NULL, facts);

  if (cycle->baseline_row != NULL && cycle->baseline_kind == GLA_BASELINE_CARRIED)
    take_fact (facts, GLA_TIMELINE_RECORD_ASSESSMENT, cycle->baseline_row->id,
               describe_assessment (cycle->baseline_row));
  take_fact (facts, GLA_TIMELINE_RECORD_TREATMENT, cycle->treatment->id,
             describe_treatment (model, cycle->treatment, cycle->area));
  for (guint i = 0; i < cycle->touch_ups->len; i++)
    {
      const GlaTouchUp *touch_up = &g_array_index (cycle->touch_ups, GlaTouchUp, i);

      take_fact (facts, GLA_TIMELINE_RECORD_TREATMENT, touch_up->treatment->id,
                 describe_treatment (model, touch_up->treatment, cycle->area));
    }
  for (guint i = 0; i < cycle->gradings->len; i++)
    {
      const GlaCycleGrading *grading = &g_array_index (cycle->gradings, GlaCycleGrading, i);

      take_fact (facts, GLA_TIMELINE_RECORD_ASSESSMENT, grading->assessment->id,
                 describe_assessment (grading->assessment));
    }
  for (guint i = 0; i < cycle->reports->len; i++)
    {
      const GlaCycleReport *report = &g_array_index (cycle->reports, GlaCycleReport, i);

      take_fact (facts, GLA_TIMELINE_RECORD_REPORT, report->report->id,
                 describe_report (report->report));
    }
  if (cycle->next != NULL)
    take_fact (facts, GLA_TIMELINE_RECORD_TREATMENT, cycle->next->id,
               describe_treatment (model, cycle->next, cycle->area));
  return facts;
}

/* A running one with when it will probably wear off. */
static char *
describe_cycle (const GlaTimelineModel *model,
                const GlaTimelineCycle *drawn)
{
  g_autofree char *line = gla_cycle_describe (drawn->cycle, model->catalogue);
  g_autofree char *estimate = NULL;

  if (drawn->estimate == NULL)
    return g_steal_pointer (&line);
  estimate = gla_estimate_describe (drawn->estimate);
  /* Translators: the line of a cycle, then sentences on when it will probably wear off */
  return g_strdup_printf (_("%s Estimate: %s"), line, estimate);
}

char *
gla_timeline_dup_stop_label (const GlaTimelineModel *model,
                             const GlaTimelineStop  *stop)
{
  g_return_val_if_fail (model != NULL && stop != NULL, NULL);

  if (stop->cycle != NULL)
    return describe_cycle (model, stop->cycle);
  if (stop->exposure != NULL)
    return describe_exposure (model, stop->exposure);
  return describe_event (model, stop->event);
}

char *
gla_timeline_dup_item_label (const GlaTimelineModel *model,
                             const GlaTimelineItem  *item)
{
  g_autoptr (GPtrArray) facts = NULL;

  g_return_val_if_fail (model != NULL && item != NULL, NULL);

  if (item->kind == GLA_TIMELINE_ITEM_LABEL_INTERVAL)
    {
      g_autofree char *day = gla_day_format (item->cycle->cycle->label_end, GLA_DAY_EXACT);

      /* Translators: %s is a date */
      return g_strdup_printf (_("The label allows the next treatment from %s"), day);
    }
  if (item->cycle != NULL && item->cycle->estimate != NULL
      && (item->kind == GLA_TIMELINE_ITEM_LIKELY_80 || item->kind == GLA_TIMELINE_ITEM_LIKELY_50
          || item->kind == GLA_TIMELINE_ITEM_LIKELY_TITLE
          || item->kind == GLA_TIMELINE_ITEM_WEEKS_LIKELY))
    return gla_estimate_describe (item->cycle->estimate);
  if (item->kind == GLA_TIMELINE_ITEM_MISSING)
    /* Translators: two days after the treatment */
    return g_strdup_printf (_("No follow-up on day %d to %d"),
                            (int) (item->cycle->cycle->judge_from - item->cycle->cycle->day),
                            (int) (item->cycle->cycle->review_until - item->cycle->cycle->day));
  if (item->cycle != NULL && item->record_kind == GLA_TIMELINE_RECORD_TREATMENT)
    {
      g_autofree char *line = gla_cycle_describe (item->cycle->cycle, model->catalogue);

      if (*item->cycle->lots == '\0')
        return g_steal_pointer (&line);
      if (g_str_equal (item->cycle->lots, "?"))
        /* Translators: the line of a cycle */
        return g_strdup_printf (_("%s\nLot: not known"), line);
      /* Translators: the line of a cycle, then the code of its lot */
      return g_strdup_printf (_("%s\nLot: %s"), line, item->cycle->lots);
    }
  facts = gla_timeline_facts_for_record (model, item->record_kind, item->record);
  if (facts->len == 0)
    return NULL;
  return g_strdup (((GlaTimelineFact *) g_ptr_array_index (facts, 0))->text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-page-private.h"

/* Whether a row of a cycle is the one called @id. A grade of day 0 is the baseline of one cycle
 * and may be the last of another; it is looked up where it was taken. */
static gboolean
cycle_has_row (const GlaCycle *cycle,
               const char     *id)
{
  for (guint i = 0; i < cycle->gradings->len; i++)
    if (g_strcmp0 (g_array_index (cycle->gradings, GlaCycleGrading, i).assessment->id, id) == 0)
      return TRUE;
  for (guint i = 0; i < cycle->reports->len; i++)
    if (g_strcmp0 (g_array_index (cycle->reports, GlaCycleReport, i).report->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* The treatment on whose card a grade or report stands; NULL if there is none. */
static const char *
find_treatment_of (GlaRecordData *data,
                   const char    *id)
{
  const GlaHistory *history = gla_record_data_get_history (data);

  for (guint i = 0; i < data->cycles->cycles->len; i++)
    {
      const GlaCycle *cycle = g_ptr_array_index (data->cycles->cycles, i);

      if (cycle_has_row (cycle, id))
        return cycle->treatment->id;
    }
  for (guint i = 0; i < history->assessments->len; i++)
    {
      const GlaAssessment *assessment = g_ptr_array_index (history->assessments, i);

      if (g_str_equal (assessment->id, id))
        return assessment->treatment;
    }
  for (guint i = 0; i < history->reports->len; i++)
    {
      const GlaReport *report = g_ptr_array_index (history->reports, i);

      if (g_str_equal (report->id, id))
        return report->treatment;
    }
  return NULL;
}

static void
go_to_row (GlaRecordPage *self,
           const char    *id)
{
  const char *treatment;

  if (gla_record_treatment_card_show_row (self->treatment_card, id))
    return;
  treatment = find_treatment_of (self->data, id);
  if (treatment == NULL)
    return;
  gla_record_page_select_treatment (self, treatment);
  gla_record_treatment_card_show_row (self->treatment_card, id);
}

void
gla_record_page_show_record (GlaRecordPage     *self,
                       GlaTimelineRecord  kind,
                       const char        *id)
{
  g_return_if_fail (GLA_IS_RECORD_PAGE (self));
  g_return_if_fail (id != NULL);

  if (self->data == NULL)
    return;
  switch (kind)
    {
    case GLA_TIMELINE_RECORD_TREATMENT:
      gla_record_page_select_treatment (self, id);
      gtk_widget_child_focus (GTK_WIDGET (self->treatment_card), GTK_DIR_TAB_FORWARD);
      break;
    case GLA_TIMELINE_RECORD_ASSESSMENT:
    case GLA_TIMELINE_RECORD_REPORT:
      go_to_row (self, id);
      break;
    case GLA_TIMELINE_RECORD_EXPOSURE:
    case GLA_TIMELINE_RECORD_ADVERSE_EVENT:
      gla_record_sections_show_row (self->sections, id);
      break;
    case GLA_TIMELINE_RECORD_NONE:
    default:
      break;
    }
}

void
gla_record_page_step (GlaRecordPage *self,
                      int            step)
{
  const GlaTreatment *treatment, *other;
  GPtrArray *all;
  guint index;

  g_return_if_fail (GLA_IS_RECORD_PAGE (self));

  treatment = gla_record_page_find_treatment (self);
  if (treatment == NULL)
    return;
  all = gla_record_data_get_history (self->data)->treatments;
  if (!g_ptr_array_find (all, treatment, &index) || (step < 0 && index < (guint) -step)
      || (step > 0 && index + (guint) step >= all->len))
    return;
  other = g_ptr_array_index (all, (guint) ((int) index + step));
  gla_record_page_select_treatment (self, other->id);
}

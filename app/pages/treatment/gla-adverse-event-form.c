/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-adverse-event-form.h"

#include "gla-draft.h"
#include "gla-i18n.h"

#define GROUP "adverse-event"
#define VERSION 1

gboolean
gla_adverse_event_form_is_empty (const GlaAdverseEvent *event)
{
  g_return_val_if_fail (event != NULL, TRUE);

  return event->kind == NULL && event->area == NULL && event->severity == GLA_SEVERITY_UNKNOWN &&
         event->resolved == GLA_DAY_NONE && event->outcome == NULL && event->note == NULL;
}

char *
gla_adverse_event_form_find_fault (const GlaAdverseEvent *event,
                                   const GlaHistory      *history,
                                   GlaDay                 today)
{
  const GlaTreatment *treatment;

  g_return_val_if_fail (event != NULL && history != NULL, NULL);

  if (event->kind == NULL)
    return g_strdup (_("Say what happened."));
  if (event->onset == GLA_DAY_NONE)
    return g_strdup (_("Give the date on which it began, as well as it is known."));
  if (event->onset > today || (event->resolved != GLA_DAY_NONE && event->resolved > today))
    return g_strdup (_("A date lies in the future."));
  if (event->resolved != GLA_DAY_NONE && event->precision == GLA_DAY_EXACT &&
      event->resolved < event->onset)
    return g_strdup (_("It can't be gone before it began."));
  treatment = event->treatment != NULL ? gla_history_find_treatment (history, event->treatment)
                                       : NULL;
  /* A month or a year may begin before the treatment in it. */
  if (treatment != NULL && event->precision == GLA_DAY_EXACT && event->onset < treatment->day)
    return g_strdup (_("It began before the treatment that it is put down to."));
  return NULL;
}

const GlaTreatment *
gla_adverse_event_form_find_treatment (const GlaHistory *history,
                                       GlaDay            onset)
{
  const GlaTreatment *last = NULL;

  g_return_val_if_fail (history != NULL, NULL);

  if (onset == GLA_DAY_NONE)
    return NULL;
  for (guint i = 0; i < history->treatments->len; i++)
    {
      const GlaTreatment *treatment = history->treatments->pdata[i];

      if (treatment->day != GLA_DAY_NONE && treatment->day <= onset)
        last = treatment;
    }
  return last;
}

char *
gla_adverse_event_form_to_draft (const GlaAdverseEvent *event)
{
  g_autoptr (GKeyFile) file = gla_draft_new (GROUP, VERSION);

  g_return_val_if_fail (event != NULL, NULL);

  gla_draft_put_text (file, GROUP, "treatment", event->treatment);
  gla_draft_put_text (file, GROUP, "area", event->area);
  gla_draft_put_text (file, GROUP, "kind", event->kind);
  g_key_file_set_integer (file, GROUP, "severity", (int) event->severity);
  gla_draft_put_day (file, GROUP, "onset", event->onset);
  g_key_file_set_integer (file, GROUP, "precision", (int) event->precision);
  gla_draft_put_day (file, GROUP, "resolved", event->resolved);
  gla_draft_put_text (file, GROUP, "outcome", event->outcome);
  gla_draft_put_text (file, GROUP, "note", event->note);
  return g_key_file_to_data (file, NULL, NULL);
}

GlaAdverseEvent *
gla_adverse_event_form_from_draft (const char *text)
{
  g_autoptr (GKeyFile) file = gla_draft_read (text, GROUP, VERSION);
  g_autofree char *treatment = NULL;
  g_autofree char *area = NULL;
  g_autofree char *kind = NULL;
  g_autofree char *outcome = NULL;
  g_autofree char *note = NULL;

  if (file == NULL)
    return NULL;
  treatment = gla_draft_dup_text (file, GROUP, "treatment");
  area = gla_draft_dup_text (file, GROUP, "area");
  kind = gla_draft_dup_text (file, GROUP, "kind");
  outcome = gla_draft_dup_text (file, GROUP, "outcome");
  note = gla_draft_dup_text (file, GROUP, "note");
  return gla_adverse_event_new (&(GlaAdverseEvent) {
    .treatment = treatment,
    .area = area,
    .kind = kind,
    .severity = (GlaSeverity) gla_draft_get_number (file, GROUP, "severity", GLA_SEVERITY_SEVERE),
    .onset = gla_draft_get_day (file, GROUP, "onset"),
    .precision = (GlaDayPrecision) gla_draft_get_number (file, GROUP, "precision", GLA_DAY_YEAR),
    .resolved = gla_draft_get_day (file, GROUP, "resolved"),
    .outcome = outcome,
    .note = note,
  });
}

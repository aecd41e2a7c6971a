/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-repeat.h"

#include "gla-case-plan.h"
#include "gla-i18n.h"
#include "gla-store-case.h"
#include "gla-treatment-form.h"

/* As the editor of treatments keeps the draft of a new one. */
#define DRAFT "treatment"

typedef struct
{
  GlaBooking *booking;
  char *draft;
} Repeat;

static void
repeat_free (gpointer data)
{
  Repeat *self = data;

  gla_booking_unref (self->booking);
  g_free (self->draft);
  g_free (self);
}

gboolean
gla_case_repeat_is_possible (GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  const GlaStep *step;

  if (kept == NULL || kept->record->treatment == NULL || kept->state->cursor >= 0
      || kept->record->standing == GLA_CASE_STANDING_CLOSED)
    return FALSE;
  step = gla_protocol_find_step (kept->state->protocol, kept->state->step);
  return kept->state->state == GLA_CASE_WAITING && step->wait != NULL
         && g_str_equal (step->wait->from, "label-end");
}

/* What was found and is to be put right, one line each, and which lot to leave. */
static char *
write_note (const GlaKeptCase *kept,
            const GlaCasePlan *plan)
{
  g_autoptr (GString) note = g_string_new (_("Repeat after a case of a missing effect."));
  g_autoptr (GlaFacts) facts = gla_case_get_facts (kept->state, &kept->basis->input);
  const GlaCaseFact *lot = gla_facts_find (facts, "lot");

  for (guint i = 0; i < plan->findings->len; i++)
    {
      const GlaCaseFinding *finding = plan->findings->pdata[i];

      if (finding->correct != NULL)
        g_string_append_printf (note, "\n• %s", finding->correct);
    }
  if (lot->known && lot->words[0] != '\0')
    {
      /* Translators: %s are lots */
      g_autofree char *other = g_strdup_printf (_("Another lot than %s."), lot->words);

      g_string_append_printf (note, "\n• %s", other);
    }
  return g_string_free (g_steal_pointer (&note), FALSE);
}

static Repeat *
repeat_new (GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GlaContext *context = gla_case_session_get_context (session);
  g_autoptr (GlaCasePlan) plan = gla_case_plan_new (kept->state, &kept->basis->input);
  GlaDay day = MAX (gla_context_get_today (context), plan->earliest);
  g_autoptr (GlaTreatmentForm) form = gla_treatment_form_new (day);
  g_autofree char *note = write_note (kept, plan);
  GlaBooking fields = {
    .patient = kept->record->patient,
    .kind = GLA_BOOKING_TREATMENT,
    .day = day,
    .minute = GLA_BOOKING_NO_TIME,
    .case_id = kept->record->id,
    .note = note,
    .staff = gla_context_get_author (context),
  };
  Repeat *self = g_new0 (Repeat, 1);

  gla_treatment_form_fill (form, kept->basis->input.cycles->history, kept->record->treatment,
                           TRUE);
  g_free (form->note);
  form->note = g_strdup (note);
  self->draft = gla_treatment_form_to_draft (form);
  self->booking = gla_booking_new (&fields);
  return self;
}

static gboolean
has_no_draft (GlaStore    *store,
              const char  *patient,
              GError     **error)
{
  g_autofree char *draft = gla_store_get_draft (store, DRAFT, patient, NULL);

  if (draft == NULL)
    return TRUE;
  g_set_error_literal (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CONSTRAINT,
                       _("A new treatment of this patient was begun and not saved. Open New "
                         "Treatment, save or clear it, then plan the repeat."));
  return FALSE;
}

static gpointer
plan_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Repeat *repeat = data;
  GlaDay *day;

  if (!has_no_draft (store, repeat->booking->patient, error)
      || !gla_store_add_booking_with_draft (store, repeat->booking, DRAFT, repeat->draft, error))
    return NULL;
  day = g_new (GlaDay, 1);
  *day = repeat->booking->day;
  return day;
}

void
gla_case_repeat_plan_async (GlaCaseSession      *session,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  GlaContext *context = gla_case_session_get_context (session);

  g_return_if_fail (gla_case_repeat_is_possible (session));

  gla_store_worker_run_async (gla_context_get_worker (context), plan_in_worker,
                              repeat_new (session), repeat_free, g_free, NULL, callback,
                              user_data);
}

gboolean
gla_case_repeat_plan_finish (GlaCaseSession  *session,
                             GAsyncResult    *result,
                             GlaDay          *day,
                             GError         **error)
{
  GlaContext *context = gla_case_session_get_context (session);
  g_autofree GlaDay *planned =
    gla_store_worker_run_finish (gla_context_get_worker (context), result, error);

  if (planned == NULL)
    return FALSE;
  *day = *planned;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-outcome.h"

#include "gla-i18n.h"
#include "gla-store-today.h"

#include <gdk/gdk.h>

static const GlaTodayOutcome outcomes[] = {
  { "reached", 'R', FALSE, GLA_CALL_REACHED, FALSE },
  { "no-answer", 'N', FALSE, GLA_CALL_NO_ANSWER, FALSE },
  { "booked", 'B', FALSE, GLA_CALL_BOOKED, TRUE },
  { "later", 'L', FALSE, GLA_CALL_LATER, FALSE },
  { "later-on", 'L', TRUE, GLA_CALL_LATER, TRUE },
  { "snoozed", 'S', FALSE, GLA_CALL_SNOOZED, FALSE },
  { "stop", 'X', FALSE, GLA_CALL_STOP, FALSE },
};

const GlaTodayOutcome *
gla_today_outcome_find (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcomes[i].name, name))
      return &outcomes[i];
  return NULL;
}

const GlaTodayOutcome *
gla_today_outcome_find_key (guint    key,
                            gboolean with_shift)
{
  guint letter = gdk_keyval_to_upper (key);

  for (gsize i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if ((guint) outcomes[i].letter == letter && outcomes[i].with_shift == with_shift)
      return &outcomes[i];
  return NULL;
}

const char *
gla_today_outcome_get_hint (void)
{
  return _("R reached · N no answer · B booked · L in a week · S not today · X no more calls");
}

/* One call on its way into the file. */
typedef struct
{
  GlaContext *context;
  GlaCall *call;
  GlaBooking *booking; /* that is made with it, or NULL */
  char *text;          /* what is said once it is saved */
  GlaTodayOutcomeFunc failed;
  GWeakRef owner;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->context);
  gla_call_unref (saving->call);
  g_clear_pointer (&saving->booking, gla_booking_unref);
  g_free (saving->text);
  g_weak_ref_clear (&saving->owner);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

static char *
describe (const GlaAgendaRow *row,
          GlaCallOutcome      outcome,
          GlaDay              day)
{
  g_autofree char *date = gla_day_format (day, GLA_DAY_EXACT);

  /* Translators: in each, %s is the name of a patient; the other one is a date */
  switch (outcome)
    {
    case GLA_CALL_REACHED:
      return g_strdup_printf (_("%s: reached"), row->name);
    case GLA_CALL_NO_ANSWER:
      return g_strdup_printf (_("%s: no answer, again tomorrow"), row->name);
    case GLA_CALL_BOOKED:
      return g_strdup_printf (_("%s: booked for %s"), row->name, date);
    case GLA_CALL_LATER:
      return g_strdup_printf (_("%s: again on %s"), row->name, date);
    case GLA_CALL_STOP:
      return g_strdup_printf (_("%s: no more calls about this"), row->name);
    case GLA_CALL_SNOOZED:
    default:
      return g_strdup_printf (_("%s: not today"), row->name);
    }
}

/* Runs in the worker's thread. */
static gpointer
save_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Saving *saving = data;
  char *id = NULL;

  gla_store_add_call (store, saving->call, saving->booking, &id, error);
  return id;
}

/* Likewise. */
static gpointer
take_back (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  gla_store_take_back_call (store, data, _("Undone right after"), error);
  return NULL;
}

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GObject) owner = NULL;
  char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error);

  if (error == NULL)
    {
      gla_context_did (saving->context, saving->text, take_back, id, g_free);
      return;
    }
  owner = g_weak_ref_get (&saving->owner);
  gla_context_show_error (saving->context, _("The outcome was not saved"), error);
  if (owner != NULL)
    saving->failed (owner);
}

static GlaBooking *
make_booking (GlaContext         *context,
              const GlaAgendaRow *row,
              GlaDay              day)
{
  gboolean is_review = row->reason == GLA_CALL_REVIEW;

  return gla_booking_new (&(GlaBooking) {
    .patient = row->patient,
    .kind = is_review ? GLA_BOOKING_REVIEW : GLA_BOOKING_TREATMENT,
    .day = day,
    .minute = GLA_BOOKING_NO_TIME,
    .treatment = is_review ? row->treatment : NULL,
    .staff = gla_context_get_author (context),
  });
}

void
gla_today_outcome_record (GlaContext            *context,
                          const GlaAgendaRow    *row,
                          const GlaTodayOutcome *outcome,
                          GlaDay                 day,
                          GlaTodayOutcomeFunc    failed,
                          gpointer               owner)
{
  GlaDay today;
  Saving *saving;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (row != NULL && row->can_call);
  g_return_if_fail (outcome != NULL);
  g_return_if_fail (failed != NULL && G_IS_OBJECT (owner));

  today = gla_context_get_today (context);
  saving = g_new0 (Saving, 1);
  saving->context = g_object_ref (context);
  saving->failed = failed;
  g_weak_ref_init (&saving->owner, owner);
  saving->call = gla_call_new (&(GlaCall) {
    .patient = row->patient,
    .reason = row->reason,
    .treatment = row->treatment,
    .day = today,
    .outcome = outcome->outcome,
    .until = gla_call_get_return_day (outcome->outcome, today, day),
    .staff = gla_context_get_author (context),
  });
  if (outcome->outcome == GLA_CALL_BOOKED && day != GLA_DAY_NONE)
    saving->booking = make_booking (context, row, day);
  saving->text = describe (row, outcome->outcome,
                           outcome->outcome == GLA_CALL_LATER ? saving->call->until : day);
  /* The same for both: the callback, which frees it, comes after the work. */
  gla_store_worker_run_async (gla_context_get_worker (context), save_in_worker, saving, NULL,
                              g_free, NULL, saved_cb, saving);
}

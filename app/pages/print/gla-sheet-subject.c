/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-sheet-subject.h"

#include "gla-figures.h"
#include "gla-setting.h"
#include "gla-store-letterhead.h"
#include "gla-store-read.h"
#include "gla-store-write.h"
#include "gla-translation-review.h"

#include <string.h>

/* What the worker needs; all of it may be read from its thread. */
typedef struct
{
  GlaFigures figures;
  GlaProtocolShelf *shelf;
  GlaCycles *cycles;
  GlaKeptCase *kept;
  char *area;
  char *treatment;
  char *event;
  char *wanted;
  char *author;
  gboolean is_desk;
} Job;

static void
job_free (gpointer data)
{
  Job *self = data;

  gla_figures_clear (&self->figures);
  gla_protocol_shelf_unref (self->shelf);
  gla_cycles_unref (self->cycles);
  g_clear_pointer (&self->kept, gla_kept_case_unref);
  g_free (self->area);
  g_free (self->treatment);
  g_free (self->event);
  g_free (self->wanted);
  g_free (self->author);
  g_free (self);
}

/* A case about another area, or an earlier treatment, would put its days on the sheet. */
static gboolean
is_in_question (const Job           *job,
                const GlaCaseRecord *record)
{
  if (record->standing == GLA_CASE_STANDING_CLOSED)
    return FALSE;
  if (job->area == NULL)
    return TRUE;
  return g_strcmp0 (record->area, job->area) == 0
         && (job->treatment == NULL || record->treatment == NULL
             || gla_cycles_find (job->cycles, record->treatment, job->area)
                  == gla_cycles_find (job->cycles, job->treatment, job->area));
}

/* The newest open case about what is in question; if nothing is, the newest of all. */
static GlaCaseRecord *
find_open_case (const Job *job)
{
  const GPtrArray *cases = job->cycles->history->cases;

  for (guint i = cases->len; i > 0; i--)
    if (is_in_question (job, cases->pdata[i - 1]))
      return cases->pdata[i - 1];
  return NULL;
}

static gboolean
find_basis (GlaSheetSubject   *self,
            GlaStore          *store,
            const Job         *job,
            GError           **error)
{
  GlaClinicFigures figures;
  GlaCaseDesk desk = { job->shelf, job->cycles, &figures };
  GlaCaseRecord *record = job->kept == NULL ? find_open_case (job) : NULL;

  if (job->kept != NULL)
    self->kept = gla_kept_case_ref (job->kept);
  else
    {
      if (!gla_figures_read (&job->figures, store, &figures, error))
        return FALSE;
      if (record != NULL)
        self->kept = gla_kept_case_open (store, &desk, record, error);
      else
        self->basis = gla_case_basis_new (store, job->cycles, &figures,
                                          job->area != NULL ? job->area : "", job->treatment,
                                          error);
      gla_constants_unref (figures.constants);
    }
  if (self->kept != NULL)
    self->basis = gla_case_basis_ref (self->kept->basis);
  return self->basis != NULL;
}

/* A check-up to come: of the case; without a case the next of all. */
static GlaDay
find_review (const GlaHistory  *history,
             const GlaKeptCase *kept,
             GlaDay             today)
{
  for (guint i = 0; i < history->bookings->len; i++)
    {
      const GlaBooking *booking = history->bookings->pdata[i];

      if (booking->state != GLA_BOOKING_PLANNED
          || (booking->kind != GLA_BOOKING_REVIEW && booking->kind != GLA_BOOKING_TEST_READING))
        continue;
      if (booking->day >= today
          && (kept == NULL || g_strcmp0 (booking->case_id, kept->record->id) == 0))
        return booking->day;
    }
  return GLA_DAY_NONE;
}

static char *
find_name (GlaStore   *store,
           const char *author)
{
  g_autoptr (GPtrArray) staff = author != NULL ? gla_store_list_staff (store, TRUE, NULL) : NULL;

  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      if (strcmp (person->id, author) == 0)
        return g_strdup (person->name);
    }
  return NULL;
}

GlaSheetSender *
gla_sheet_sender_new (GlaStore    *store,
                      const char  *author,
                      GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GlaLetterhead *letterhead;
  GlaSheetSender *self;

  g_return_val_if_fail (store != NULL, NULL);

  letterhead = gla_store_read_letterhead (store, error);
  if (letterhead == NULL)
    return NULL;
  self = g_atomic_rc_box_new0 (GlaSheetSender);
  self->letterhead = letterhead;
  self->staff = find_name (store, author);
  self->printed_at = g_date_time_format (now, "%H:%M");
  return self;
}

static void
clear_sender (gpointer data)
{
  GlaSheetSender *self = data;

  gla_letterhead_unref (self->letterhead);
  g_free (self->staff);
  g_free (self->printed_at);
}

void
gla_sheet_sender_unref (GlaSheetSender *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_sender);
}

static void
fill_input (GlaSheetSubject *self,
            const char      *area,
            const char      *treatment,
            GlaSheetSender  *sender)
{
  GlaHandoutInput *input = &self->input;
  const GlaCycles *cycles = self->basis->input.cycles;

  gla_handout_input_init (input, &self->basis->input);
  if (area != NULL)
    {
      self->area = g_strdup (area);
      self->treatment = g_strdup (treatment);
      input->area = self->area;
      input->treatment = self->treatment;
    }
  if (self->kept != NULL)
    {
      input->walk = self->kept->state;
      input->area = self->kept->record->area;
      input->treatment = self->kept->record->treatment;
    }
  self->sender = g_atomic_rc_box_acquire (sender);
  gla_handout_input_set_letterhead (input, sender->letterhead);
  input->staff = sender->staff;
  input->printed_at = sender->printed_at;
  input->review_day = find_review (cycles->history, self->kept, cycles->today);
  self->facts = gla_handout_input_make_facts (input);
}

static gboolean
is_wanted (const GlaSheetSubject    *self,
           const GlaHandoutTemplate *template,
           gboolean                  is_desk)
{
  return gla_handout_fits (template, &self->input)
         && !(is_desk && template->audience == GLA_HANDOUT_FOR_PROFESSIONAL
              && template->needs == GLA_HANDOUT_NEEDS_CASE);
}

static gboolean
load_templates (GlaSheetSubject  *self,
                const Job        *job,
                GError          **error)
{
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autoptr (GlaProtocol) protocol = gla_protocol_shelf_get_current (job->shelf, error);
  g_auto (GStrv) keys = gla_handout_list (folder);
  g_autoptr (GString) refusals = g_string_new (NULL);

  if (protocol == NULL)
    return FALSE;
  self->templates = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_handout_template_unref);
  for (guint i = 0; keys[i] != NULL; i++)
    {
      g_autoptr (GError) refused = NULL;
      g_autoptr (GError) fault = NULL;
      g_autoptr (GlaHandoutTemplate) template =
        gla_handout_template_load (keys[i], folder, job->figures.catalogue, protocol, &refused,
                                   &fault);

      if (refused != NULL || fault != NULL)
        g_string_append_printf (refusals, "%s%s", refusals->len > 0 ? "\n" : "",
                                refused != NULL ? refused->message : fault->message);
      if (template != NULL && is_wanted (self, template, job->is_desk))
        g_ptr_array_add (self->templates, g_steal_pointer (&template));
    }
  if (refusals->len > 0)
    self->refusals = g_string_free (g_steal_pointer (&refusals), FALSE);
  return TRUE;
}

static void
clear_subject (gpointer data)
{
  GlaSheetSubject *self = data;

  g_free (self->reviewed);
  if (self->origin != NULL)
    {
      gla_sheet_subject_unref (self->origin);
      return;
    }
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->facts, gla_facts_free);
  g_clear_pointer (&self->kept, gla_kept_case_unref);
  g_clear_pointer (&self->basis, gla_case_basis_unref);
  g_free (self->refusals);
  g_free (self->checked_lot);
  g_free (self->event);
  g_free (self->area);
  g_free (self->treatment);
  gla_sheet_sender_unref (self->sender);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self->about);
}

/* Runs in the worker's thread. */
static gpointer
load_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Job *job = data;
  g_autoptr (GlaSheetSubject) self = g_atomic_rc_box_new0 (GlaSheetSubject);
  g_autoptr (GlaSheetSender) sender = gla_sheet_sender_new (store, job->author, error);

  if (sender == NULL || !find_basis (self, store, job, error))
    return NULL;
  fill_input (self, job->area, job->treatment, sender);
  self->event = g_strdup (job->event);
  self->input.event = self->event;
  if (!load_templates (self, job, error))
    return NULL;
  self->wanted = gla_handout_choose (&self->input, self->facts);
  if (job->wanted != NULL && gla_sheet_subject_find (self, job->wanted) != NULL)
    self->wanted = gla_sheet_subject_find (self, job->wanted)->key;
  return g_steal_pointer (&self);
}

static void
unref_subject (gpointer data)
{
  gla_sheet_subject_unref (data);
}

void
gla_sheet_subject_load_async (GlaContext             *context,
                              const GlaSheetQuestion *question,
                              GCancellable           *cancellable,
                              GAsyncReadyCallback     callback,
                              gpointer                user_data)
{
  Job *job;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (question != NULL && question->cycles != NULL);

  job = g_new0 (Job, 1);
  gla_figures_init (&job->figures, context);
  job->shelf = gla_protocol_shelf_ref (gla_context_get_shelf (context));
  job->cycles = gla_cycles_ref (question->cycles);
  if (question->kept != NULL)
    job->kept = gla_kept_case_ref (question->kept);
  job->area = g_strdup (question->area);
  job->treatment = g_strdup (question->treatment);
  job->event = g_strdup (question->event);
  job->wanted = g_strdup (question->wanted);
  job->author = g_strdup (gla_context_get_author (context));
  job->is_desk = gla_context_get_role (context) == GLA_ROLE_FRONT_DESK;
  gla_store_worker_run_async (gla_context_get_worker (context), load_in_worker, job, job_free,
                              unref_subject, cancellable, callback, user_data);
}

GlaSheetSubject *
gla_sheet_subject_load_finish (GAsyncResult  *result,
                               GError       **error)
{
  g_autoptr (GObject) source = g_async_result_get_source_object (result);

  return gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, error);
}

/* Without a treatment it reads nobody else’s record. */
static GlaSheetSubject *
new_plain (GlaStore                *store,
           const GlaClinicFigures  *figures,
           GlaCycles               *cycles,
           const char              *area,
           const char              *treatment,
           GlaSheetSender          *sender,
           GError                 **error)
{
  g_autoptr (GlaSheetSubject) self = g_atomic_rc_box_new0 (GlaSheetSubject);

  self->basis = gla_case_basis_new (store, cycles, figures, area, NULL, error);
  if (self->basis == NULL)
    return NULL;
  fill_input (self, area, treatment, sender);
  return g_steal_pointer (&self);
}

GlaSheetSubject *
gla_sheet_subject_new_letter (GlaStore                *store,
                              const GlaClinicFigures  *figures,
                              GlaCycles               *cycles,
                              const GlaLotUse         *use,
                              GlaSheetSender          *sender,
                              GError                 **error)
{
  g_autoptr (GlaSheetSubject) self = NULL;

  g_return_val_if_fail (use != NULL, NULL);

  self = new_plain (store, figures, cycles, use->area, use->treatment, sender, error);
  if (self == NULL)
    return NULL;
  self->checked_lot = g_strdup (use->lot);
  self->input.checked_lot = self->checked_lot;
  if (use->precision == GLA_DAY_EXACT)
    self->input.checked_day = use->day;
  return g_steal_pointer (&self);
}

GlaSheetSubject *
gla_sheet_subject_new_list (GlaStore               *store,
                            const GlaClinicFigures *figures,
                            GlaCatalogue           *catalogue,
                            GlaDay                  today,
                            GPtrArray              *calls,
                            const char             *about,
                            GlaSheetSender         *sender,
                            GError                **error)
{
  const GlaPatient nobody = { .id = "", .birth_day = GLA_DAY_NONE };
  g_autoptr (GlaHistory) history = NULL;
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaSheetSubject) self = NULL;

  g_return_val_if_fail (store != NULL && figures != NULL && calls != NULL, NULL);

  history = gla_history_new (gla_patient_new (&nobody));
  gla_history_finish (history);
  cycles = gla_cycles_new (history, catalogue, figures->settings, today);
  self = new_plain (store, figures, cycles, "", NULL, sender, error);
  if (self == NULL)
    return NULL;
  self->calls = g_ptr_array_ref (calls);
  self->about = g_strdup (about);
  self->input.calls = self->calls;
  self->input.list_about = self->about;
  return g_steal_pointer (&self);
}

GlaSheetSubject *
gla_sheet_subject_put_review (GlaSheetSubject           *self,
                              GlaStore                  *store,
                              const GlaHandoutTemplate  *template,
                              const char                *language,
                              const char                *by,
                              GError                   **error)
{
  g_autofree char *before = NULL;
  g_autofree char *text = NULL;
  GlaTranslationReview review = { 0 };
  GlaSheetSubject *renewed;

  g_return_val_if_fail (self != NULL && store != NULL, NULL);
  g_return_val_if_fail (template != NULL && language != NULL, NULL);

  before = gla_store_get_setting (store, GLA_SETTING_REVIEWED_TRANSLATIONS, NULL);
  review.template = template->key;
  review.version = template->version;
  review.language = language;
  review.name = by;
  review.day = self->basis->input.cycles->today;
  text = by != NULL ? gla_translation_reviews_add (before, &review)
                    : gla_translation_reviews_withdraw (before, template->key, language);
  if (!gla_store_put_setting (store, GLA_SETTING_REVIEWED_TRANSLATIONS,
                              text[0] != '\0' ? text : NULL, error))
    return NULL;
  renewed = g_atomic_rc_box_dup (sizeof *self, self);
  renewed->origin = gla_sheet_subject_ref (self);
  renewed->reviewed = g_steal_pointer (&text);
  renewed->input.reviewed = renewed->reviewed;
  return renewed;
}

GlaHandoutTemplate *
gla_sheet_subject_find (const GlaSheetSubject *self,
                        const char            *key)
{
  g_return_val_if_fail (self != NULL && key != NULL, NULL);

  for (guint i = 0; i < self->templates->len; i++)
    {
      GlaHandoutTemplate *template = self->templates->pdata[i];

      if (strcmp (template->key, key) == 0)
        return template;
    }
  return NULL;
}

const GlaPatient *
gla_sheet_subject_get_patient (const GlaSheetSubject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->basis->input.cycles->history->patient;
}

GlaSheetSubject *
gla_sheet_subject_ref (GlaSheetSubject *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
gla_sheet_subject_unref (GlaSheetSubject *self)
{
  if (self != NULL)
    g_atomic_rc_box_release_full (self, clear_subject);
}

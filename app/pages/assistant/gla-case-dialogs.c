/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-case-dialogs.h"

#include "gla-case-words.h"
#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-small-form.h"
#include "gla-store-case.h"
#include "gla-words.h"

/* What a form works on; its rows belong to the form. */
typedef struct
{
  GlaCaseSession *session;
  char *patient;       /* of the case when the form was opened */
  char *case_id;
  char *fact;
  AdwComboRow *first;
  AdwComboRow *second;
  AdwEntryRow *entry;
  GlaDayRow *day;
  GPtrArray *causes;   /* (element-type utf8): ids of findings, NULL first */
} Form;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->session);
  g_free (self->patient);
  g_free (self->case_id);
  g_free (self->fact);
  g_clear_pointer (&self->causes, g_ptr_array_unref);
  g_free (self);
}

static Form *
form_new (GlaCaseSession *session)
{
  const GlaCaseRecord *record = gla_case_session_get_case (session)->record;
  Form *self = g_new0 (Form, 1);

  self->session = g_object_ref (session);
  self->patient = g_strdup (record->patient);
  self->case_id = g_strdup (record->id);
  return self;
}

/* Whether the case is still the one that the form was opened for. */
static gboolean
is_current (const Form *form)
{
  const GlaKeptCase *kept = gla_case_session_get_case (form->session);

  return kept != NULL && g_strcmp0 (kept->record->id, form->case_id) == 0;
}

static GlaSmallForm *
new_form (GtkWidget  *parent,
          const char *title,
          const char *verb)
{
  GlaSmallForm *form = gla_small_form_new (GTK_WINDOW (gtk_widget_get_root (parent)), title);

  gla_small_form_set_verb (form, verb);
  return form;
}

static void
present (GlaSmallForm *window,
         GCallback     save,
         Form         *form)
{
  g_signal_connect_data (window, "save", save, form, form_free, 0);
  gtk_window_present (GTK_WINDOW (window));
}

static GlaDayOrder
get_order (GlaCaseSession *session)
{
  return gla_context_get_day_order (gla_case_session_get_context (session));
}

static GlaDay
get_today (GlaCaseSession *session)
{
  return gla_context_get_today (gla_case_session_get_context (session));
}

/* Closing */

static const GlaCaseOutcome outcomes[] = {
  GLA_CASE_OUTCOME_RESOLVED,
  GLA_CASE_OUTCOME_EXPLAINED,
  GLA_CASE_OUTCOME_OPTIONS_GIVEN,
  GLA_CASE_OUTCOME_REFERRED,
  GLA_CASE_OUTCOME_STOPPED,
  GLA_CASE_OUTCOME_OPENED_BY_MISTAKE,
};

static void
close_save_cb (GlaSmallForm *window,
               gpointer      user_data)
{
  Form *form = user_data;
  g_autofree char *words = gla_small_form_dup_text (form->entry);

  if (is_current (form))
    gla_case_session_close_case (form->session,
                                 outcomes[adw_combo_row_get_selected (form->first)],
                                 form->causes->pdata[adw_combo_row_get_selected (form->second)],
                                 words);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
add_outcomes (GlaSmallForm      *window,
              Form              *form,
              const GlaKeptCase *kept)
{
  const char *names[G_N_ELEMENTS (outcomes) + 1] = { NULL };
  GlaCaseOutcome suggested = gla_kept_case_suggest_outcome (kept);
  guint selected = 0;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    {
      names[i] = gla_case_outcome_get_name (outcomes[i]);
      if (outcomes[i] == suggested)
        selected = i;
    }
  form->first = gla_small_form_add_choice (window, _("Outcome"), names, selected);
}

static void
add_causes (GlaSmallForm      *window,
            Form              *form,
            const GlaKeptCase *kept)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  form->causes = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (form->causes, NULL);
  g_ptr_array_add (names, _("None, or not known"));
  for (guint i = 0; i < kept->state->findings->len; i++)
    {
      const GlaCaseFinding *finding = kept->state->findings->pdata[i];

      g_ptr_array_add (form->causes, g_strdup (finding->id));
      g_ptr_array_add (names, finding->says);
    }
  g_ptr_array_add (names, NULL);
  form->second = gla_small_form_add_choice (window, _("Cause"),
                                            (const char *const *) names->pdata, 0);
}

void
gla_case_dialogs_close (GtkWidget      *parent,
                        GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  GlaSmallForm *window;
  Form *form;

  if (kept == NULL)
    return;
  window = new_form (parent, _("Close the Case"), _("Close Case"));
  form = form_new (session);
  add_outcomes (window, form, kept);
  add_causes (window, form, kept);
  form->entry = gla_small_form_add_entry (window, _("In your words"), NULL);
  gla_small_form_set_note (window, _("All answers and findings stay with the record. The case can "
                                     "be opened again with a reason."));
  present (window, G_CALLBACK (close_save_cb), form);
}

/* Opening again */

static void
reopen_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GlaCaseSession) session = user_data;
  g_autofree char *reason = NULL;

  if (gla_confirm_finish (result, &reason) && gla_case_session_get_case (session) != NULL)
    gla_case_session_reopen (session, reason);
}

void
gla_case_dialogs_reopen (GtkWidget      *parent,
                         GlaCaseSession *session)
{
  gla_confirm_async (GTK_WINDOW (gtk_widget_get_root (parent)), _("Open This Case Again?"),
                     _("It goes on where it stood. Why it was closed stays in the history of "
                       "changes."),
                     _("Open Again"), GLA_CONFIRM_REASON, NULL, reopen_cb,
                     g_object_ref (session));
}

/* Stating a day */

static void
day_save_cb (GlaSmallForm *window,
             gpointer      user_data)
{
  Form *form = user_data;
  GlaDay day = gla_day_row_get_day (form->day, NULL);
  g_autofree char *iso = NULL;

  if (day == GLA_DAY_NONE || day > get_today (form->session))
    {
      gla_small_form_set_error (window, ADW_ENTRY_ROW (form->day),
                                _("Give a day that is not after today."));
      return;
    }
  iso = gla_day_to_iso (day);
  if (is_current (form))
    gla_case_session_state (form->session, form->fact, iso);
  gtk_window_destroy (GTK_WINDOW (window));
}

void
gla_case_dialogs_state_day (GtkWidget      *parent,
                            GlaCaseSession *session,
                            const char     *fact)
{
  const GlaFactInfo *info = gla_fact_table_find (fact);
  GlaSmallForm *window;
  Form *form;

  if (info == NULL || gla_case_session_get_case (session) == NULL)
    return;
  window = new_form (parent, _("A Day for the Case"), _("Keep"));
  form = form_new (session);
  form->fact = g_strdup (fact);
  form->day = gla_small_form_add_day (window, gla_fact_info_get_meaning (info),
                                      get_order (session), get_today (session),
                                      get_today (session));
  present (window, G_CALLBACK (day_save_cb), form);
}

/* Booking */

static const GlaBookingKind kinds[] = {
  GLA_BOOKING_REVIEW,
  GLA_BOOKING_TREATMENT,
  GLA_BOOKING_TEST,
  GLA_BOOKING_TEST_READING,
  GLA_BOOKING_CONTACT,
};

typedef struct
{
  GlaContext *context;
  GlaBooking *booking;
} Book;

static void
book_free (gpointer data)
{
  Book *self = data;

  g_object_unref (self->context);
  gla_booking_unref (self->booking);
  g_free (self);
}

static gpointer
book_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  char *id = NULL;

  gla_store_add_booking (store, data, &id, error);
  return id;
}

static void
booked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Book *book = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (id != NULL)
    gla_context_did_add (book->context, _("Booked"), GLA_TABLE_BOOKING,
                         (const char *const[]) { id, NULL });
  else
    gla_context_show_error (book->context, _("Nothing was booked."), error);
  book_free (book);
}

static void
book_save_cb (GlaSmallForm *window,
              gpointer      user_data)
{
  Form *form = user_data;
  GlaContext *context = gla_case_session_get_context (form->session);
  g_autofree char *note = gla_small_form_dup_text (form->entry);
  GlaBooking fields = {
    .patient = form->patient,
    .kind = kinds[adw_combo_row_get_selected (form->first)],
    .day = gla_day_row_get_day (form->day, NULL),
    .minute = GLA_BOOKING_NO_TIME,
    .case_id = form->case_id,
    .note = note,
    .staff = gla_context_get_author (context),
  };
  Book *book;

  if (fields.day == GLA_DAY_NONE || fields.day < get_today (form->session))
    {
      gla_small_form_set_error (window, ADW_ENTRY_ROW (form->day), _("Give a day from today on."));
      return;
    }
  book = g_new0 (Book, 1);
  book->context = g_object_ref (context);
  book->booking = gla_booking_new (&fields);
  gla_store_worker_run_async (gla_context_get_worker (context), book_in_worker,
                              gla_booking_ref (book->booking),
                              (GDestroyNotify) gla_booking_unref, g_free, NULL, booked_cb, book);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* What a step that waits is usually booked for, by what it waits for. */
static GlaBookingKind
suggest_kind (const GlaKeptCase *kept)
{
  const GlaStep *step = gla_protocol_find_step (kept->state->protocol, kept->state->step);
  const char *from = step->wait != NULL ? step->wait->from : "";

  if (g_str_equal (from, "label-end"))
    return GLA_BOOKING_TREATMENT;
  if (g_str_equal (from, "test-day"))
    return GLA_BOOKING_TEST_READING;
  if (g_str_equal (from, "step") && step->wait->constant != NULL)
    return GLA_BOOKING_CONTACT;
  return g_str_equal (from, "step") ? GLA_BOOKING_TEST : GLA_BOOKING_REVIEW;
}

void
gla_case_dialogs_book (GtkWidget      *parent,
                       GlaCaseSession *session)
{
  const GlaKeptCase *kept = gla_case_session_get_case (session);
  const char *names[G_N_ELEMENTS (kinds) + 1] = { NULL };
  GlaBookingKind suggested;
  GlaSmallForm *window;
  guint selected = 0;
  Form *form;

  if (kept == NULL)
    return;
  suggested = suggest_kind (kept);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      names[i] = gla_booking_kind_get_name (kinds[i]);
      if (kinds[i] == suggested)
        selected = i;
    }
  window = new_form (parent, _("Book for This Case"), _("Book"));
  form = form_new (session);
  form->first = gla_small_form_add_choice (window, _("What for"), names, selected);
  form->day = gla_small_form_add_day (window, _("Day"), get_order (session), get_today (session),
                                      MAX (get_today (session), kept->record->due));
  form->entry = gla_small_form_add_entry (window, _("Note"), NULL);
  present (window, G_CALLBACK (book_save_cb), form);
}

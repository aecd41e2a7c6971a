/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-list-print.h"

#include "gla-figures.h"
#include "gla-handout-call.h"
#include "gla-i18n.h"
#include "gla-sheet-options.h"
#include "gla-sheet-run.h"
#include "gla-store-lot.h"
#include "gla-store-read.h"
#include "gla-words.h"

#include <string.h>

/* What the worker is asked to collect, and who waits for it. */
typedef struct
{
  GlaFigures figures;
  GlaProtocolShelf *shelf;
  GlaDay today;
  char *author;
  char *lot;            /* or NULL: the calls alone */
  GPtrArray *calls;     /* (element-type GlaHandoutCall) */
  char *about;
  GlaProgress *progress;   /* borrowed from who waits until this is done */
} Job;

/* What the worker collected. */
typedef struct
{
  GPtrArray *orders;    /* (element-type GlaSheetOrder) */
  GString *refusals;    /* why sheets of the clinic were not taken, a line for each */
} Collection;

static void
collection_free (gpointer data)
{
  Collection *self = data;

  g_ptr_array_unref (self->orders);
  g_string_free (self->refusals, TRUE);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Collection, collection_free)

static Collection *
collection_new (void)
{
  Collection *self = g_new0 (Collection, 1);

  self->orders = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_sheet_order_free);
  self->refusals = g_string_new (NULL);
  return self;
}

static void
job_free (gpointer data)
{
  Job *self = data;

  gla_figures_clear (&self->figures);
  gla_protocol_shelf_unref (self->shelf);
  g_clear_pointer (&self->calls, g_ptr_array_unref);
  g_free (self->author);
  g_free (self->lot);
  g_free (self->about);
  g_free (self);
}

static Job *
job_new (GlaContext *context)
{
  Job *self = g_new0 (Job, 1);

  gla_figures_init (&self->figures, context);
  self->shelf = gla_protocol_shelf_ref (gla_context_get_shelf (context));
  self->today = gla_context_get_today (context);
  self->author = g_strdup (gla_context_get_author (context));
  return self;
}

static GlaHandoutTemplate *
load_template (const Job   *job,
               const char  *key,
               Collection  *collection,
               GError     **error)
{
  g_autoptr (GFile) folder = gla_handout_dup_own_folder ();
  g_autoptr (GlaProtocol) protocol = gla_protocol_shelf_get_current (job->shelf, error);

  g_autoptr (GError) refused = NULL;
  GlaHandoutTemplate *template;

  if (protocol == NULL)
    return NULL;
  template = gla_handout_template_load (key, folder, job->figures.catalogue, protocol, &refused,
                                        error);
  if (refused != NULL)
    g_string_append_printf (collection->refusals, "%s%s", collection->refusals->len > 0 ? "\n" : "",
                            refused->message);
  return template;
}

/* "12 October 2026: Glabella, 20 U ONA" */
static char *
describe_use (const GlaLotUse *use,
              GlaCatalogue    *catalogue)
{
  const GlaArea *area = gla_catalogue_find_area (catalogue, use->area);
  const GlaProduct *product = gla_catalogue_find_product (catalogue, use->product);
  g_autofree char *day = gla_day_format (use->day, use->precision);
  g_autofree char *units = gla_units_format (use->units);

  /* Translators: a line of a call list: date, area, units, product */
  return g_strdup_printf (_("%s: %s, %s U %s"), day,
                          area != NULL ? gla_area_get_name (area) : use->area, units,
                          product != NULL ? gla_product_get_code (product)
                                          : _("of an unknown product"));
}

static GlaHandoutCall *
find_call (GPtrArray  *calls,
           const char *number)
{
  for (guint i = 0; i < calls->len; i++)
    if (g_strcmp0 (((GlaHandoutCall *) calls->pdata[i])->number, number) == 0)
      return calls->pdata[i];
  return NULL;
}

/* One line for each patient, with all that was given of the lot. */
static void
add_call (const Job       *job,
          GPtrArray       *calls,
          const GlaLotUse *use)
{
  const GlaPatient patient = { .family_name = use->family_name, .given_name = use->given_name };
  g_autofree char *about = describe_use (use, job->figures.catalogue);
  GlaHandoutCall *call = find_call (calls, use->number);
  char *both;

  if (call == NULL)
    {
      g_autofree char *name = gla_patient_get_name (&patient);

      gla_handout_call_list_add (calls, name, use->number, use->phone, use->may_contact, about);
      return;
    }
  both = g_strdup_printf ("%s\n%s", call->about, about);
  g_free (call->about);
  call->about = both;
}

static gboolean
add_letter (const Job               *job,
            GlaStore                *store,
            const GlaClinicFigures  *figures,
            const GlaLotUse         *use,
            GlaHandoutTemplate      *letter,
            GlaSheetSender          *sender,
            GPtrArray               *orders,
            GError                 **error)
{
  g_autoptr (GlaHistory) history = gla_store_read_history (store, use->patient, error);
  g_autoptr (GlaCycles) cycles = NULL;
  g_autoptr (GlaSheetSubject) subject = NULL;
  GlaSheetOrder *order;

  if (history == NULL)
    return FALSE;
  cycles = gla_cycles_new (history, job->figures.catalogue, figures->settings, job->today);
  subject = gla_sheet_subject_new_letter (store, figures, cycles, use, sender, error);
  if (subject == NULL)
    return FALSE;
  order = gla_sheet_order_new (subject, letter);
  order->large = history->patient->large_print;
  g_ptr_array_add (orders, order);
  return TRUE;
}

/* Newest first, so that a letter is about the last treatment with the lot. */
static gboolean
add_lot (const Job               *job,
         GlaStore                *store,
         const GlaClinicFigures  *figures,
         GlaSheetSender          *sender,
         GPtrArray               *calls,
         Collection              *collection,
         GCancellable            *cancellable,
         GError                 **error)
{
  g_autoptr (GPtrArray) uses = gla_store_list_lot_uses (store, job->lot, error);
  g_autoptr (GlaHandoutTemplate) letter
    = uses != NULL ? load_template (job, GLA_SHEET_LOT_LETTER, collection, error) : NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  if (letter == NULL)
    return FALSE;
  for (guint i = 0; i < uses->len; i++)
    {
      GlaLotUse *use = uses->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      add_call (job, calls, use);
      if (g_hash_table_add (seen, use->patient)
          && !add_letter (job, store, figures, use, letter, sender, collection->orders, error))
        return FALSE;
      gla_progress_report ((i + 1.0) / uses->len, job->progress);
    }
  if (uses->len > 0)
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       _("Nobody is recorded with that lot."));
  return FALSE;
}

static gboolean
collect (const Job               *job,
         GlaStore                *store,
         const GlaClinicFigures  *figures,
         Collection              *collection,
         GCancellable            *cancellable,
         GError                 **error)
{
  g_autoptr (GlaSheetSender) sender = gla_sheet_sender_new (store, job->author, error);
  g_autoptr (GlaHandoutTemplate) list
    = sender != NULL ? load_template (job, GLA_SHEET_CALL_LIST, collection, error) : NULL;
  g_autoptr (GPtrArray) calls = job->calls != NULL ? g_ptr_array_ref (job->calls)
                                                   : gla_handout_call_list_new ();
  g_autoptr (GlaSheetSubject) subject = NULL;

  if (list == NULL)
    return FALSE;
  if (job->lot != NULL && !add_lot (job, store, figures, sender, calls, collection, cancellable, error))
    return FALSE;
  subject = gla_sheet_subject_new_list (store, figures, job->figures.catalogue, job->today, calls,
                                        job->about, sender, error);
  if (subject == NULL)
    return FALSE;
  /* On top of the letters. */
  g_ptr_array_insert (collection->orders, 0, gla_sheet_order_new (subject, list));
  return TRUE;
}

/* Runs in the worker's thread. */
static gpointer
collect_in_worker (GlaStore      *store,
                   gpointer       data,
                   GCancellable  *cancellable,
                   GError       **error)
{
  const Job *job = data;
  g_autoptr (Collection) collection = collection_new ();
  GlaClinicFigures figures;
  gboolean done;

  if (!gla_figures_read (&job->figures, store, &figures, error))
    return NULL;
  done = collect (job, store, &figures, collection, cancellable, error);
  gla_constants_unref (figures.constants);
  return done ? g_steal_pointer (&collection) : NULL;
}

/* Who waits */
typedef struct
{
  GtkWindow *window;
  GlaContext *context;
  GFile *file;
  GlaProgress *progress;
} Wait;

static void
tell_refusals (GlaContext *context,
               const char *refusals)
{
  g_autoptr (GError) error = NULL;

  if (refusals[0] == '\0')
    return;
  g_set_error_literal (&error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, refusals);
  gla_context_show_error (context, _("The clinic’s own sheet has a fault; the built-in one is "
                                     "used."), error);
}

static void
collected_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  Wait *wait = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (Collection) collection = gla_store_worker_run_finish (GLA_STORE_WORKER (source),
                                                                   result, &error);
  GlaHandoutOptions options;

  gla_progress_end (wait->progress);
  gla_sheet_options_read (gla_context_get_settings (wait->context), &options);
  if (collection != NULL)
    {
      tell_refusals (wait->context, collection->refusals->str);
      gla_sheet_run (wait->window, wait->context, collection->orders, &options, wait->file, FALSE);
    }
  else
    gla_context_show_error (wait->context, _("The list was not printed"), error);
  g_clear_object (&wait->file);
  g_object_unref (wait->window);
  g_object_unref (wait->context);
  g_free (wait);
}

static void
start (GtkWindow  *window,
       GlaContext *context,
       Job        *job,
       GFile      *file)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Wait *wait = g_new0 (Wait, 1);

  wait->window = g_object_ref (window);
  wait->context = g_object_ref (context);
  wait->file = file != NULL ? g_object_ref (file) : NULL;
  wait->progress = gla_progress_new (window, _("Reading the records"), cancellable);
  job->progress = wait->progress;
  gla_store_worker_run_async (gla_context_get_worker (context), collect_in_worker, job, job_free,
                              collection_free, cancellable, collected_cb, wait);
}

void
gla_list_print_calls (GtkWindow  *window,
                      GlaContext *context,
                      GPtrArray  *calls,
                      const char *about)
{
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window) && GLA_IS_CONTEXT (context));
  g_return_if_fail (calls != NULL);

  job = job_new (context);
  job->calls = calls;
  job->about = g_strdup (about);
  start (window, context, job, NULL);
}

void
gla_list_print_lot (GtkWindow  *window,
                    GlaContext *context,
                    const char *lot,
                    GFile      *file)
{
  Job *job;

  g_return_if_fail (GTK_IS_WINDOW (window) && GLA_IS_CONTEXT (context));
  g_return_if_fail (lot != NULL);

  job = job_new (context);
  job->lot = g_strdup (lot);
  /* Translators: above a call list; %s is a lot */
  job->about = g_strdup_printf (_("Everybody who had lot %s."), lot);
  start (window, context, job, file);
}

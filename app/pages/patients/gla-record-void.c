/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-actions.h"

#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-store-write.h"

/* One record on its way out: asked about, then voided in the worker. */
typedef struct
{
  GlaContext *context;
  GlaRecordTable table;
  char *id;
  char *reason;
} Void;

static void
void_free (gpointer data)
{
  Void *self = data;

  g_object_unref (self->context);
  g_free (self->id);
  g_free (self->reason);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Void, void_free)

static const struct
{
  GlaRecordTable table;
  const char *question;
  const char *done;
  const char *failed;
} words[] = {
  { GLA_TABLE_TREATMENT, N_("Void This Treatment?"), N_("Treatment voided"),
    N_("The treatment was not voided") },
  { GLA_TABLE_ASSESSMENT, N_("Void This Grade?"), N_("Grade voided"),
    N_("The grade was not voided") },
  { GLA_TABLE_REPORT, N_("Void What the Patient Said?"), N_("Report voided"),
    N_("The report was not voided") },
  { GLA_TABLE_RATING, N_("Void This Rating?"), N_("Rating voided"),
    N_("The rating was not voided") },
  { GLA_TABLE_EXPOSURE, N_("Void This Treatment Elsewhere?"), N_("Treatment elsewhere voided"),
    N_("The treatment elsewhere was not voided") },
  { GLA_TABLE_ADVERSE_EVENT, N_("Void This Adverse Event?"), N_("Adverse event voided"),
    N_("The adverse event was not voided") },
  { GLA_TABLE_DOCUMENT, N_("Void This Entry?"), N_("Entry voided"),
    N_("The entry was not voided") },
  { GLA_TABLE_CASE, N_("Void This Case?"), N_("Case voided"), N_("The case was not voided") },
  { GLA_TABLE_BOOKING, N_("Void This Booking?"), N_("Booking voided"),
    N_("The booking was not voided") },
  { GLA_TABLE_PHOTO, N_("Void This Photo?"), N_("Photo voided"),
    N_("The photo was not voided") },
};

static gsize
find_words (GlaRecordTable table)
{
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].table == table)
      return i;
  g_assert_not_reached ();
}

/* Runs in the worker's thread. */
static gpointer
void_in_worker (GlaStore      *store,
                gpointer       data,
                GCancellable  *cancellable,
                GError       **error)
{
  const Void *self = data;

  gla_store_void (store, self->table, self->id, self->reason, error);
  return NULL;
}

static void
voided_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Void) self = user_data;
  g_autoptr (GError) error = NULL;
  gsize row = find_words (self->table);

  gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error);
  if (error != NULL)
    gla_context_show_error (self->context, _(words[row].failed), error);
  else
    {
      const char *ids[] = { self->id, NULL };

      gla_context_did_void (self->context, _(words[row].done), self->table, ids);
    }
}

static Void *
void_copy (const Void *self)
{
  Void *copy = g_new0 (Void, 1);

  copy->context = g_object_ref (self->context);
  copy->table = self->table;
  copy->id = g_strdup (self->id);
  copy->reason = g_strdup (self->reason);
  return copy;
}

static void
confirmed_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (Void) self = user_data;
  GlaStoreWorker *worker;
  Void *copy;

  if (!gla_confirm_finish (result, &self->reason))
    return;
  worker = gla_context_get_worker (self->context);
  copy = void_copy (self);
  gla_store_worker_run_async (worker, void_in_worker, copy, void_free, NULL, NULL, voided_cb,
                              g_steal_pointer (&self));
}

void
gla_record_actions_void (GtkWidget      *parent,
                         GlaContext     *context,
                         GlaRecordTable  table,
                         const char     *id)
{
  Void *self;

  g_return_if_fail (GTK_IS_WIDGET (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (id != NULL);

  self = g_new0 (Void, 1);
  self->context = g_object_ref (context);
  self->table = table;
  self->id = g_strdup (id);
  gla_confirm_async (GTK_WINDOW (gtk_widget_get_root (parent)),
                     _(words[find_words (table)].question),
                     table == GLA_TABLE_PHOTO
                       ? _("It is no longer shown. It stays in the file with your reason and can "
                           "be brought back.")
                       : _("It no longer counts in the timeline and in any figure. It stays in "
                           "the file with your reason and can be brought back."),
                     _("Void"), GLA_CONFIRM_REASON, NULL, confirmed_cb, self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-files.h"

#include "gla-agenda-calendar.h"
#include "gla-agenda-table.h"
#include "gla-file-dialogs.h"
#include "gla-i18n.h"
#include "gla-store-case.h"
#include "gla-today-reading.h"

/* One file on its way: where to, then what. */
typedef struct
{
  GlaContext *context;
  GFile *file;
  GlaDay today;
} Saving;

static Saving *
saving_new (GlaContext *context)
{
  Saving *saving = g_new0 (Saving, 1);

  saving->context = g_object_ref (context);
  saving->today = gla_context_get_today (context);
  return saving;
}

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->context);
  g_clear_object (&saving->file);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/* Only for its owner: there are names and telephone numbers in it. */
static GOutputStream *
open_file (GFile   *file,
           GError **error)
{
  GFileOutputStream *stream
      = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);

  return stream != NULL ? G_OUTPUT_STREAM (stream) : NULL;
}

static void
tell (Saving     *saving,
      gboolean    is_written,
      GError     *error)
{
  g_autofree char *name = g_file_get_basename (saving->file);
  g_autofree char *text = NULL;

  if (!is_written)
    {
      gla_context_show_error (saving->context, _("The file was not written."), error);
      return;
    }
  /* Translators: %s is a file name */
  text = g_strdup_printf (_("Saved: %s"), name);
  gla_context_show_toast (saving->context, text);
}

static void
choose_file (GtkWindow           *parent,
             GlaContext          *context,
             const char          *title,
             GlaFileKind          kind,
             const char          *ending,
             GAsyncReadyCallback  callback)
{
  g_autofree char *day = gla_day_to_iso (gla_context_get_today (context));
  g_autofree char *name = g_strdup_printf ("%s-%s%s", _("today"), day, ending);

  gla_file_dialogs_save_async (parent, title, _("Save"), kind, NULL, name, NULL, callback,
                               saving_new (context));
}

/* The lists as a table */

static void
read_agenda_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GlaAgenda) agenda = gla_today_reading_finish (object, result, &error);
  g_autoptr (GOutputStream) stream = agenda != NULL ? open_file (saving->file, &error) : NULL;

  tell (saving, stream != NULL && gla_agenda_write_table (agenda, stream, &error), error);
}

static void
chosen_table_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  GlaContext *context = saving->context;

  saving->file = gla_file_dialogs_finish (result);
  if (saving->file != NULL)
    gla_today_reading_start (context, GLA_AGENDA_ALL, read_agenda_cb, g_steal_pointer (&saving));
}

void
gla_today_files_save_table (GtkWindow  *parent,
                            GlaContext *context)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  choose_file (parent, context, _("Save the Lists of Today"), GLA_FILE_TABLE, ".csv",
               chosen_table_cb);
}

/* Bookings as a calendar */

/* Runs in the worker's thread. */
static gpointer
list_bookings (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  const Saving *saving = data;

  return gla_store_list_bookings (store, saving->today, GLA_DAY_NONE, error);
}

static void
listed_cb (GObject      *object,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) bookings
      = gla_store_worker_run_finish (GLA_STORE_WORKER (object), result, &error);
  g_autoptr (GOutputStream) stream = bookings != NULL ? open_file (saving->file, &error) : NULL;

  tell (saving,
        stream != NULL
            && gla_agenda_write_calendar (bookings, g_get_real_time () / G_USEC_PER_SEC, stream,
                                          &error),
        error);
}

static void
chosen_calendar_cb (GObject      *source,
                    GAsyncResult *result,
                    gpointer      user_data)
{
  g_autoptr (Saving) saving = user_data;
  GlaStoreWorker *worker = gla_context_get_worker (saving->context);

  saving->file = gla_file_dialogs_finish (result);
  if (saving->file == NULL)
    return;
  /* The same for both: the callback, which frees it, comes after the work. */
  gla_store_worker_run_async (worker, list_bookings, saving, NULL,
                              (GDestroyNotify) g_ptr_array_unref, NULL, listed_cb, saving);
  g_steal_pointer (&saving);
}

void
gla_today_files_save_calendar (GtkWindow  *parent,
                               GlaContext *context)
{
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (GLA_IS_CONTEXT (context));

  choose_file (parent, context, _("Save the Bookings"), GLA_FILE_CALENDAR, ".ics",
               chosen_calendar_cb);
}

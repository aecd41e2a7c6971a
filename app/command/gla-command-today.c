/* SPDX-License-Identifier: GPL-3.0-or-later */

/* today: what is to be done. */

#include "config.h"

#include "gla-command-private.h"

#include "gla-agenda-calendar.h"
#include "gla-agenda-table.h"
#include "gla-agenda-update.h"
#include "gla-i18n.h"
#include "gla-outlook-cache.h"
#include "gla-store-case.h"

#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

/* A call as the window makes it: what the last look at all records found is kept in the file. */
static gboolean
bring_up_to_date (GlaStore                *store,
                  GlaCatalogue            *catalogue,
                  const GlaCycleSettings  *settings,
                  GlaDay                   today,
                  GError                 **error)
{
  g_autoptr (GlaOutlookCache) outlook = gla_outlook_cache_read (store, catalogue);
  GlaAgendaInput input = { catalogue, outlook->model, outlook->lots, settings, today };
  double progress = 0.0;

  while (progress < 1.0)
    {
      if (!gla_agenda_update (store, &input, &progress, error))
        return FALSE;
      gla_command_show_progress (progress, _("Looking through the records"));
    }
  return TRUE;
}

static void
print_row (const GlaAgendaRow *row)
{
  char day[11];

  gla_command_print_cell (gla_agenda_section_get_key (row->section), FALSE);
  gla_command_print_cell (row->number != NULL ? row->number : "", FALSE);
  gla_command_print_cell (row->title, FALSE);
  gla_command_print_cell (row->phone != NULL ? row->phone : "", FALSE);
  gla_command_print_cell (gla_day_write_iso (row->first, day), FALSE);
  gla_command_print_cell (gla_day_write_iso (row->last, day), FALSE);
  gla_command_print_cell (row->text != NULL ? row->text : "", TRUE);
}

static void
print_rows (const GlaAgenda *agenda)
{
  printf ("section\tnumber\tname\ttelephone\tfrom\tuntil\twhat\n");
  for (int section = 0; section < GLA_AGENDA_N_SECTIONS; section++)
    for (guint i = 0; i < agenda->rows[section]->len; i++)
      print_row (agenda->rows[section]->pdata[i]);
}

static gboolean
print_table (const GlaAgenda  *agenda,
             GError          **error)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);

  return gla_agenda_write_table (agenda, stream, error);
}

static gboolean
write_calendar (GlaStore    *store,
                GlaDay       today,
                const char  *path,
                GError     **error)
{
  g_autoptr (GPtrArray) bookings = gla_store_list_bookings (store, today, GLA_DAY_NONE, error);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFileOutputStream) stream = NULL;

  if (bookings == NULL)
    return FALSE;
  stream = g_file_replace (file, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL, error);
  return stream != NULL
         && gla_agenda_write_calendar (bookings, g_get_real_time () / G_USEC_PER_SEC,
                                       G_OUTPUT_STREAM (stream), error);
}

static int
get_minute (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
}

gboolean
gla_command_today (int      argc,
                   char   **argv,
                   GError **error)
{
  g_auto (GlaCommandOptions) options = { NULL };
  g_autoptr (GlaStore) store = NULL;
  g_autoptr (GlaCatalogue) catalogue = NULL;
  g_autoptr (GlaAgenda) agenda = NULL;
  GlaAgendaQuery query = { .role = GLA_ROLE_OWNER, .limit = GLA_AGENDA_ALL };
  GlaCycleSettings settings;
  g_autofree char *calendar = NULL;
  gboolean as_csv = FALSE;
  const GOptionEntry entries[] = {
    { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv, N_("Print a CSV table"), NULL },
    { "ical", 0, 0, G_OPTION_ARG_FILENAME, &calendar,
      N_("Write the bookings from today on as an iCalendar file and nothing else"), N_("FILE") },
    { NULL },
  };

  if (!gla_command_parse (&argc, &argv, NULL,
                          _("Lists what is to be done today: bookings, vials to look at, open "
                            "cases, reviews that are due, effects that may be ending, what was "
                            "typed and not saved, and the backup. What is due is kept in the "
                            "clinic file and brought up to date first."),
                          entries, &options, error) ||
      !gla_command_expect (argc, 0, 0, "[--csv] [--ical FILE]", error))
    return FALSE;
  store = gla_command_open (&options, GLA_STORE_DEFAULT, error);
  if (store == NULL)
    return FALSE;
  if (calendar != NULL)
    return write_calendar (store, options.today, calendar, error);
  catalogue = gla_command_load_catalogue (store, &settings, error);
  if (catalogue == NULL
      || !bring_up_to_date (store, catalogue, &settings, options.today, error))
    return FALSE;
  query.today = options.today;
  query.minute = get_minute ();
  agenda = gla_agenda_new (store, catalogue, &query, error);
  if (agenda == NULL)
    return FALSE;
  if (as_csv)
    return print_table (agenda, error);
  print_rows (agenda);
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-agenda-table.h"

#include "gla-csv-writer.h"

static const char *const columns[] = {
  "section", "number", "name", "birth_date", "telephone", "may_contact", "from", "until", "what",
};

static void
add_day (GlaCsvWriter *writer,
         GlaDay        day)
{
  g_autofree char *text = gla_day_to_iso (day);

  gla_csv_writer_add (writer, text);
}

static void
write_row (GlaCsvWriter       *writer,
           const GlaAgendaRow *row)
{
  g_autofree char *text = g_strdup (row->text != NULL ? row->text : "");

  gla_csv_writer_add (writer, gla_agenda_section_get_key (row->section));
  gla_csv_writer_add (writer, row->number);
  gla_csv_writer_add (writer, row->title);
  add_day (writer, row->birth_day);
  gla_csv_writer_add (writer, row->phone);
  gla_csv_writer_add (writer, !row->can_call ? NULL : row->may_contact ? "yes" : "no");
  add_day (writer, row->first);
  add_day (writer, row->last);
  gla_csv_writer_add (writer, g_strdelimit (text, "\n", ';'));
  gla_csv_writer_end_row (writer);
}

gboolean
gla_agenda_write_table (const GlaAgenda  *self,
                        GOutputStream    *stream,
                        GError          **error)
{
  g_autoptr (GlaCsvWriter) writer = NULL;

  g_return_val_if_fail (self != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  writer = gla_csv_writer_new (stream);
  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    gla_csv_writer_add (writer, columns[i]);
  gla_csv_writer_end_row (writer);
  for (int section = 0; section < GLA_AGENDA_N_SECTIONS; section++)
    for (guint i = 0; i < self->rows[section]->len; i++)
      write_row (writer, self->rows[section]->pdata[i]);
  return gla_csv_writer_close (writer, error);
}

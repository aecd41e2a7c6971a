/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-agenda-private.h"

#include "gla-agenda-update.h"
#include "gla-outlook-cache.h"
#include "gla-setting.h"
#include "gla-store-read.h"

static void
row_free (gpointer data)
{
  GlaAgendaRow *row = data;

  g_free (row->key);
  g_free (row->patient);
  g_free (row->name);
  g_free (row->number);
  g_free (row->phone);
  g_free (row->treatment);
  g_free (row->case_id);
  g_free (row->title);
  g_free (row->text);
  g_free (row);
}

void
gla_agenda_free (GlaAgenda *self)
{
  if (self == NULL)
    return;
  for (int i = 0; i < GLA_AGENDA_N_SECTIONS; i++)
    g_ptr_array_unref (self->rows[i]);
  g_free (self);
}

GlaAgendaRow *
gla_agenda_add (GlaAgenda        *self,
                GlaAgendaSection  section,
                const char       *id)
{
  GlaAgendaRow *row = g_new0 (GlaAgendaRow, 1);

  row->section = section;
  row->key = g_strdup_printf ("%s %s", gla_agenda_section_get_key (section), id);
  row->birth_day = GLA_DAY_NONE;
  row->first = GLA_DAY_NONE;
  row->last = GLA_DAY_NONE;
  g_ptr_array_add (self->rows[section], row);
  return row;
}

/* Whom to call */

static void
add_due (GlaAgenda             *self,
         GlaAgendaSection       section,
         const GlaDueRow       *due,
         GlaCatalogue          *catalogue,
         const GlaAgendaQuery  *query)
{
  g_autofree char *id = g_strconcat (due->due.patient, " ", due->due.treatment, NULL);
  GlaAgendaRow *row = gla_agenda_add (self, section, id);

  row->patient = g_strdup (due->due.patient);
  row->name = gla_agenda_words_name (due->family_name, due->given_name);
  row->number = g_strdup (due->number);
  row->phone = due->may_contact ? g_strdup (due->phone) : NULL;
  row->birth_day = due->birth_day;
  row->may_contact = due->may_contact;
  row->can_call = TRUE;
  row->reason = due->due.reason;
  row->treatment = g_strdup (due->due.treatment);
  row->first = due->due.first;
  row->last = due->due.last;
  row->title = g_strdup (row->name);
  row->text = gla_agenda_words_due (due, catalogue, query->today, query->role);
  row->is_urgent = due->due.reason == GLA_CALL_REVIEW && due->due.last - query->today <= 2;
}

static gboolean
add_dues (GlaAgenda             *self,
          GlaAgendaSection       section,
          GlaCallReason          reason,
          GlaStore              *store,
          GlaCatalogue          *catalogue,
          const GlaAgendaQuery  *query,
          GError               **error)
{
  g_autoptr (GPtrArray) list = gla_store_list_dues (store, reason, query->today, query->limit,
                                                    &self->totals[section], error);

  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    add_due (self, section, list->pdata[i], catalogue, query);
  return TRUE;
}

/* What was left */

static gboolean
add_drafts (GlaAgenda  *self,
            GlaStore   *store,
            GError    **error)
{
  g_autoptr (GPtrArray) drafts = gla_store_list_drafts (store, error);

  if (drafts == NULL)
    return FALSE;
  for (guint i = 0; i < drafts->len; i++)
    {
      const GlaDraftRow *draft = drafts->pdata[i];
      g_autofree char *id = g_strconcat (draft->kind, " ", draft->patient, NULL);
      g_autofree char *words = gla_agenda_words_draft (draft->kind);
      GlaAgendaRow *row = gla_agenda_add (self, GLA_AGENDA_DRAFTS, id);

      row->patient = g_strdup (draft->patient);
      row->number = g_strdup (draft->number);
      if (draft->patient != NULL)
        {
          row->name = gla_agenda_words_name (draft->family_name, draft->given_name);
          row->title = g_strdup (row->name);
          row->text = g_steal_pointer (&words);
        }
      else
        row->title = g_steal_pointer (&words);
    }
  return TRUE;
}

static gboolean
add_backup (GlaAgenda             *self,
            GlaStore              *store,
            const GlaAgendaQuery  *query,
            GError               **error)
{
  g_autoptr (GError) read_error = NULL;
  g_autofree char *text = gla_store_get_setting (store, GLA_SETTING_LAST_BACKUP, &read_error);
  GlaDay last = text != NULL ? gla_day_from_iso (text) : GLA_DAY_NONE;
  GlaAgendaRow *row;

  if (read_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  if (last != GLA_DAY_NONE && query->today - last <= GLA_AGENDA_BACKUP_DAYS)
    return TRUE;
  row = gla_agenda_add (self, GLA_AGENDA_BACKUP, "");
  row->title = gla_agenda_words_backup (last, query->today);
  row->is_urgent = TRUE;
  return TRUE;
}

static void
set_follow_up (GlaAgenda    *self,
               GlaStore     *store,
               GlaCatalogue *catalogue)
{
  g_autoptr (GlaOutlookCache) outlook = gla_outlook_cache_read (store, catalogue);

  self->follow_up = outlook->follow_up;
  self->follow_up_day = outlook->day;
}

GlaAgenda *
gla_agenda_new (GlaStore              *store,
                GlaCatalogue          *catalogue,
                const GlaAgendaQuery  *query,
                GError               **error)
{
  g_autoptr (GlaAgenda) self = NULL;

  g_return_val_if_fail (store != NULL && catalogue != NULL && query != NULL, NULL);
  g_return_val_if_fail (query->today != GLA_DAY_NONE && query->limit > 0, NULL);

  self = g_new0 (GlaAgenda, 1);
  self->today = query->today;
  for (int i = 0; i < GLA_AGENDA_N_SECTIONS; i++)
    self->rows[i] = g_ptr_array_new_with_free_func (row_free);
  if (!gla_agenda_get_progress (store, &self->progress, error)
      || !gla_agenda_add_bookings (self, store, query, error)
      || (query->role != GLA_ROLE_FRONT_DESK
          && !gla_agenda_add_vials (self, store, catalogue, query, error))
      || !gla_agenda_add_cases (self, store, catalogue, query, error)
      || !add_dues (self, GLA_AGENDA_REVIEWS, GLA_CALL_REVIEW, store, catalogue, query, error)
      || !add_dues (self, GLA_AGENDA_ENDINGS, GLA_CALL_ENDING, store, catalogue, query, error)
      || !add_drafts (self, store, error) || !add_backup (self, store, query, error))
    return NULL;
  for (int i = 0; i < GLA_AGENDA_N_SECTIONS; i++)
    self->totals[i] = MAX (self->totals[i], self->rows[i]->len);
  set_follow_up (self, store, catalogue);
  return g_steal_pointer (&self);
}

guint
gla_agenda_count (const GlaAgenda *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (int i = 0; i < GLA_AGENDA_N_SECTIONS; i++)
    n += self->totals[i];
  return n;
}

static gboolean
is_same_row (const GlaAgendaRow *row,
             const GlaAgendaRow *other)
{
  return g_str_equal (row->key, other->key) && g_strcmp0 (row->title, other->title) == 0
         && g_strcmp0 (row->number, other->number) == 0 && g_strcmp0 (row->text, other->text) == 0
         && g_strcmp0 (row->phone, other->phone) == 0 && row->is_urgent == other->is_urgent;
}

gboolean
gla_agenda_has_same_rows (const GlaAgenda *self,
                          const GlaAgenda *other)
{
  g_return_val_if_fail (self != NULL && other != NULL, FALSE);

  for (int section = 0; section < GLA_AGENDA_N_SECTIONS; section++)
    {
      const GPtrArray *rows = self->rows[section];

      if (rows->len != other->rows[section]->len
          || self->totals[section] != other->totals[section])
        return FALSE;
      for (guint i = 0; i < rows->len; i++)
        if (!is_same_row (rows->pdata[i], other->rows[section]->pdata[i]))
          return FALSE;
    }
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-i18n.h"
#include "gla-store-private.h"
#include "gla-store-read.h"

#include <string.h>

/* What an entry says, in the order in which it is hashed. */
typedef struct
{
  gint64 number;
  const char *moment;
  const char *staff;
  const char *action;
  const char *subject;
  const char *record;
  const char *patient;
  const char *before;
  const char *after;
  const char *reason;
} Entry;

/*
 * Each part with its length before it, so that no two different entries give the
 * same bytes; an absent part differs from an empty one.
 */
static void
add_part (GChecksum  *checksum,
          const char *part)
{
  g_autofree char *head = NULL;

  if (part == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-;", 2);
      return;
    }
  head = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (part));
  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) part, -1);
  g_checksum_update (checksum, (const guchar *) ";", 1);
}

static char *
hash_entry (const char  *previous,
            const Entry *entry)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, entry->number);

  add_part (checksum, previous);
  add_part (checksum, number);
  add_part (checksum, entry->moment);
  add_part (checksum, entry->staff);
  add_part (checksum, entry->action);
  add_part (checksum, entry->subject);
  add_part (checksum, entry->record);
  add_part (checksum, entry->patient);
  add_part (checksum, entry->before);
  add_part (checksum, entry->after);
  add_part (checksum, entry->reason);
  return g_strdup (g_checksum_get_string (checksum));
}

static gboolean
read_head (GlaStore  *self,
           gint64    *number,
           char     **hash,
           GError   **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self, "SELECT number, hash FROM audit_head", error);
  gboolean row;

  if (statement == NULL || !gla_statement_step (statement, &row, error))
    return FALSE;
  *number = row ? gla_statement_get_int (statement, 0) : 0;
  *hash = g_strdup (row ? gla_statement_get_text (statement, 1) : "");
  return TRUE;
}

static gboolean
insert_entry (GlaStore     *self,
              const Entry  *entry,
              const char   *hash,
              GError      **error)
{
  g_autoptr (GlaStatement) insert
      = gla_store_prepare (self,
                           "INSERT INTO audit (number, moment, staff, action, subject, record,"
                           " patient, before, after, reason, hash) VALUES (:number, :moment,"
                           " :staff, :action, :subject, :record, :patient, :before, :after,"
                           " :reason, :hash)",
                           error);
  g_autoptr (GlaStatement) head
      = gla_store_prepare (self, "UPDATE audit_head SET number = :number, hash = :hash", error);

  if (insert == NULL || head == NULL)
    return FALSE;
  gla_statement_bind_int (insert, ":number", entry->number);
  gla_statement_bind_text (insert, ":moment", entry->moment);
  gla_statement_bind_text (insert, ":staff", entry->staff);
  gla_statement_bind_text (insert, ":action", entry->action);
  gla_statement_bind_text (insert, ":subject", entry->subject);
  gla_statement_bind_text (insert, ":record", entry->record);
  gla_statement_bind_text (insert, ":patient", entry->patient);
  gla_statement_bind_text (insert, ":before", entry->before);
  gla_statement_bind_text (insert, ":after", entry->after);
  gla_statement_bind_text (insert, ":reason", entry->reason);
  gla_statement_bind_text (insert, ":hash", hash);
  gla_statement_bind_int (head, ":number", entry->number);
  gla_statement_bind_text (head, ":hash", hash);
  return gla_statement_run (insert, error) && gla_statement_run (head, error);
}

gboolean
gla_store_write_audit (GlaStore    *self,
                       const char  *action,
                       const char  *subject,
                       const char  *record,
                       const char  *patient,
                       const char  *before,
                       const char  *after,
                       const char  *reason,
                       GError     **error)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *moment = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *previous = NULL;
  g_autofree char *hash = NULL;
  Entry entry = {
    .moment = moment,
    .staff = self->author,
    .action = action,
    .subject = subject,
    .record = record,
    .patient = patient,
    .before = before,
    .after = after,
    .reason = reason != NULL && reason[0] != '\0' ? reason : NULL,
  };

  if (!read_head (self, &entry.number, &previous, error))
    return FALSE;
  entry.number++;
  hash = hash_entry (previous, &entry);
  return insert_entry (self, &entry, hash, error);
}

static void
read_entry (GlaStatement *statement,
            Entry        *entry)
{
  entry->number = gla_statement_get_int (statement, 0);
  entry->moment = gla_statement_get_text (statement, 1);
  entry->staff = gla_statement_get_text (statement, 2);
  entry->action = gla_statement_get_text (statement, 3);
  entry->subject = gla_statement_get_text (statement, 4);
  entry->record = gla_statement_get_text (statement, 5);
  entry->patient = gla_statement_get_text (statement, 6);
  entry->before = gla_statement_get_text (statement, 7);
  entry->after = gla_statement_get_text (statement, 8);
  entry->reason = gla_statement_get_text (statement, 9);
}

gboolean
gla_store_check_audit (GlaStore   *self,
                       GPtrArray  *faults,
                       GError    **error)
{
  g_autoptr (GlaStatement) statement
      = gla_store_prepare (self,
                           "SELECT number, moment, staff, action, subject, record, patient,"
                           " before, after, reason, hash FROM audit ORDER BY number",
                           error);
  g_autofree char *previous = g_strdup ("");
  g_autofree char *head = NULL;
  gint64 head_number;
  gint64 last = 0;
  gboolean row = TRUE;

  if (statement == NULL || !read_head (self, &head_number, &head, error))
    return FALSE;
  while (gla_statement_step (statement, &row, error) && row)
    {
      Entry entry;
      const char *stored = gla_statement_get_text (statement, 10);
      g_autofree char *hash = NULL;

      read_entry (statement, &entry);
      if (entry.number != last + 1)
        g_ptr_array_add (faults,
                         g_strdup_printf (_("Audit: entries before number %ld are missing."),
                                          (long) entry.number));
      else
        {
          hash = hash_entry (previous, &entry);
          if (g_strcmp0 (hash, stored) != 0)
            g_ptr_array_add (faults,
                             g_strdup_printf (_("Audit: entry %ld was changed after it was "
                                                "written."),
                                              (long) entry.number));
        }
      last = entry.number;
      g_free (previous);
      previous = g_strdup (stored);
    }
  if (row)
    return FALSE;
  if (last != head_number)
    g_ptr_array_add (faults, g_strdup_printf (_("Audit: the last entries are missing; there should "
                                                "be %ld."),
                                              (long) head_number));
  else if (g_strcmp0 (previous, head) != 0)
    g_ptr_array_add (faults, g_strdup_printf (_("Audit: entry %ld is not the one that was written "
                                                "last."),
                                              (long) head_number));
  return TRUE;
}

void
gla_audit_entry_free (GlaAuditEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->when);
  g_free (self->staff);
  g_free (self->action);
  g_free (self->table);
  g_free (self->record);
  g_free (self->patient);
  g_free (self->before);
  g_free (self->after);
  g_free (self->reason);
  g_free (self);
}

static GlaAuditEntry *
make_entry (GlaStatement *statement)
{
  GlaAuditEntry *self = g_new0 (GlaAuditEntry, 1);
  Entry entry;

  read_entry (statement, &entry);
  self->number = entry.number;
  self->when = g_strdup (entry.moment);
  self->staff = g_strdup (entry.staff);
  self->action = g_strdup (entry.action);
  self->table = g_strdup (entry.subject);
  self->record = g_strdup (entry.record);
  self->patient = g_strdup (entry.patient);
  self->before = g_strdup (entry.before);
  self->after = g_strdup (entry.after);
  self->reason = g_strdup (entry.reason);
  return self;
}

/* Two statements, so that the one for a patient can use the index. */
#define LIST                                                                                       \
  "SELECT a.number, a.moment, coalesce (s.name, a.staff), a.action, a.subject, a.record,"          \
  " a.patient, a.before, a.after, a.reason FROM audit a LEFT JOIN staff s ON s.id = a.staff"

GPtrArray *
gla_store_list_audit (GlaStore    *self,
                      const char  *patient,
                      guint        limit,
                      GError     **error)
{
  g_autoptr (GPtrArray) list
      = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_audit_entry_free);
  g_autoptr (GlaStatement) statement = NULL;
  gboolean row = TRUE;

  g_return_val_if_fail (self != NULL, NULL);

  statement = gla_store_prepare (self,
                                 patient == NULL
                                     ? LIST " ORDER BY a.number DESC LIMIT :limit"
                                     : LIST " WHERE a.patient = :patient"
                                            " ORDER BY a.number DESC LIMIT :limit",
                                 error);
  if (statement == NULL)
    return NULL;
  if (patient != NULL)
    gla_statement_bind_text (statement, ":patient", patient);
  gla_statement_bind_int (statement, ":limit", limit > 0 ? (gint64) limit : -1);
  while (gla_statement_step (statement, &row, error) && row)
    g_ptr_array_add (list, make_entry (statement));
  return row ? NULL : g_steal_pointer (&list);
}

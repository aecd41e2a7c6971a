/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-json.h"
#include "gla-store-private.h"

/* Pages held in memory while a batch fills the file, in KiB: rows arrive all over the indexes. */
#define BATCH_CACHE "PRAGMA cache_size = -262144"
#define USUAL_CACHE "PRAGMA cache_size = -16384; PRAGMA shrink_memory"

static void
end_batch (GlaStore *self)
{
  g_clear_pointer (&self->batch, gla_transaction_free);
  g_clear_pointer (&self->batch_words, gla_word_list_free);
  g_clear_pointer (&self->paused, gla_paused_indexes_free);
  /* Patients of a batch that was dropped are not there any more. */
  g_clear_pointer (&self->last_patient, g_free);
  self->last_number = 0;
  gla_store_forget_names (self);
  gla_database_execute (self->database, USUAL_CACHE, NULL);
}

gboolean
gla_store_begin_batch (GlaStore  *self,
                       GError   **error)
{
  g_autoptr (GError) pause_error = NULL;

  g_return_val_if_fail (self != NULL && self->batch == NULL, FALSE);

  if (!gla_database_execute (self->database, BATCH_CACHE, error))
    return FALSE;
  self->batch = gla_transaction_begin (self->database, error);
  if (self->batch == NULL)
    return FALSE;
  self->paused = gla_paused_indexes_new (self->database, &pause_error);
  if (pause_error != NULL)
    {
      end_batch (self);
      g_propagate_error (error, g_steal_pointer (&pause_error));
      return FALSE;
    }
  self->batch_words = gla_word_list_new ();
  self->batch_added = FALSE;
  self->last_number = 0;
  return TRUE;
}

static char *
describe_summary (const char *summary)
{
  GString *json = g_string_new ("{\"summary\":");

  gla_json_append_text (json, summary);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

gboolean
gla_store_commit_batch (GlaStore    *self,
                        const char  *summary,
                        GError     **error)
{
  g_autoptr (GlaTransaction) check = NULL;
  g_autofree char *after = NULL;
  gboolean committed;

  g_return_val_if_fail (self != NULL && self->batch != NULL && summary != NULL, FALSE);

  after = describe_summary (summary);
  check = gla_store_begin (self, error);
  committed = check != NULL && gla_store_flush_words (self, error)
              && (self->paused == NULL || gla_paused_indexes_resume (self->paused, error))
              && gla_store_write_audit (self, "batch", "clinic", NULL, NULL, NULL, after, NULL,
                                        error)
              && gla_transaction_commit (check, error)
              && gla_transaction_commit (self->batch, error);
  g_clear_pointer (&check, gla_transaction_free);
  end_batch (self);
  if (committed)
    {
      /* The journal is as large as the batch; what can't be done now is done at closing. */
      gla_database_execute (self->database, "PRAGMA wal_checkpoint (TRUNCATE)", NULL);
    }
  return committed;
}

void
gla_store_rollback_batch (GlaStore *self)
{
  g_return_if_fail (self != NULL);

  if (self->batch == NULL)
    return;
  end_batch (self);
}

gboolean
gla_store_batch_was_added (GlaStore *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->batch_added;
}

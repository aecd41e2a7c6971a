/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-patient-save.h"

#include "gla-i18n.h"
#include "gla-store-read.h"
#include "gla-patient-editor.h"

typedef struct
{
  GlaPatient *patient;
  GlaPatient *before; /* NULL for a new patient */
  char *draft;
  char *id;           /* out */
} Save;

static void
save_free (gpointer data)
{
  Save *save = data;

  g_clear_pointer (&save->patient, gla_patient_unref);
  g_clear_pointer (&save->before, gla_patient_unref);
  g_free (save->draft);
  g_free (save->id);
  g_free (save);
}

static gboolean
put_draft (GlaStore    *store,
           const char  *patient,
           const char  *draft,
           GError     **error)
{
  if (draft != NULL)
    return gla_store_put_draft (store, GLA_PATIENT_DRAFT, patient, draft, error);

  return gla_store_drop_draft (store, GLA_PATIENT_DRAFT, patient, error);
}

static gpointer
save_in_store (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Save *save = data;
  g_autoptr (GError) draft_error = NULL;

  if (save->before == NULL)
    {
      if (!gla_store_add_patient (store, save->patient, &save->id, error))
        return NULL;
    }
  else
    {
      if (!gla_store_amend_patient (store, save->patient, NULL, error))
        return NULL;
      save->id = g_strdup (save->patient->id);
    }

  /* The record is safe; a draft that stays behind is only offered once too often. */
  if (!put_draft (store, save->before != NULL ? save->id : "", save->draft, &draft_error))
    g_debug ("draft: %s", draft_error->message);

  return g_strdup (save->id);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (GTask) task = G_TASK (user_data);
  GError *error = NULL;
  char *id = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, id, g_free);
}

void
gla_patient_save_async (GlaContext          *context,
                        const GlaPatient    *patient,
                        const GlaPatient    *before,
                        const char          *draft,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Save *save;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (patient != NULL);

  save = g_new0 (Save, 1);
  save->patient = gla_patient_ref (patient);
  save->before = before != NULL ? gla_patient_ref (before) : NULL;
  save->draft = g_strdup (draft);
  task = g_task_new (context, NULL, callback, user_data);
  g_task_set_source_tag (task, gla_patient_save_async);
  g_task_set_task_data (task, save, save_free);
  gla_store_worker_run_async (gla_context_get_worker (context), save_in_store, save, NULL, g_free,
                              NULL, saved_cb, g_steal_pointer (&task));
}

/* Amends back to what was there, on top of whatever revision the record has now. */
static gpointer
undo_amend (GlaStore      *store,
            gpointer       data,
            GCancellable  *cancellable,
            GError       **error)
{
  const GlaPatient *before = data;
  g_autoptr (GlaPatient) now = gla_store_read_patient (store, before->id, error);
  g_autoptr (GlaPatient) back = NULL;
  GlaPatient fields;

  if (now == NULL)
    return NULL;

  fields = *before;
  fields.revision = now->revision;
  back = gla_patient_new (&fields);
  gla_store_amend_patient (store, back, _("Undone right after"), error);

  return NULL;
}

char *
gla_patient_save_finish (GlaContext    *context,
                         GAsyncResult  *result,
                         GError       **error)
{
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  Save *save;

  g_return_val_if_fail (g_task_is_valid (result, context), NULL);

  id = g_task_propagate_pointer (G_TASK (result), error);
  if (id == NULL)
    return NULL;

  save = g_task_get_task_data (G_TASK (result));
  name = gla_patient_get_name (save->patient);
  if (save->before != NULL)
    {
      /* Translators: %s is the name of a patient */
      text = g_strdup_printf (_("%s: changes saved"), name);
      gla_context_did (context, text, undo_amend, gla_patient_ref (save->before),
                       (GDestroyNotify) gla_patient_unref);
    }
  else
    {
      const char *ids[] = { id, NULL };

      /* Translators: %s is the name of a patient */
      text = g_strdup_printf (_("%s: added"), name);
      gla_context_did_add (context, text, GLA_TABLE_PATIENT, ids);
    }

  return g_steal_pointer (&id);
}

typedef struct
{
  char *patient;
  char *draft;
} Draft;

static void
draft_free (gpointer data)
{
  Draft *draft = data;

  g_free (draft->patient);
  g_free (draft->draft);
  g_free (draft);
}

static gpointer
keep_in_store (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  Draft *draft = data;

  put_draft (store, draft->patient, draft->draft, error);
  return NULL;
}

void
gla_patient_keep_draft (GlaContext *context,
                        const char *patient,
                        const char *draft)
{
  Draft *data;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (patient != NULL);

  /* A draft that can't be kept is no reason to interrupt somebody who types;
     saving meets the same trouble and says so. */
  data = g_new0 (Draft, 1);
  data->patient = g_strdup (patient);
  data->draft = g_strdup (draft);
  gla_store_worker_run_async (gla_context_get_worker (context), keep_in_store, data, draft_free,
                              NULL, NULL, NULL, NULL);
}

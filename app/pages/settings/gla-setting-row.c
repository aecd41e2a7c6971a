/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-setting-row.h"

#include "gla-accessible.h"
#include "gla-i18n.h"
#include "gla-store-read.h"

typedef struct
{
  char *name;
  char *value;
} Setting;

static void
setting_free (gpointer data)
{
  Setting *setting = data;

  g_free (setting->name);
  g_free (setting->value);
  g_free (setting);
}

static gpointer
put_in_store (GlaStore      *store,
              gpointer       data,
              GCancellable  *cancellable,
              GError       **error)
{
  const Setting *setting = data;

  gla_store_put_setting (store, setting->name, setting->value, error);
  return NULL;
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GlaContext) context = GLA_CONTEXT (user_data);
  g_autoptr (GError) error = NULL;

  gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (error != NULL)
    gla_context_show_error (context, _("The setting was not saved and stays as it was."), error);
}

void
gla_setting_put (GlaContext *context,
                 const char *name,
                 const char *value)
{
  Setting *setting;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (name != NULL);

  setting = g_new0 (Setting, 1);
  setting->name = g_strdup (name);
  setting->value = value != NULL && value[0] != '\0' ? g_strdup (value) : NULL;
  gla_store_worker_run_async (gla_context_get_worker (context), put_in_store, setting, setting_free,
                              NULL, NULL, put_cb, g_object_ref (context));
}

/* A change on its way to the file, and what it is called. */
typedef struct
{
  GlaContext *context;
  char *text;
} Changing;

/* (transfer full): what the setting was. */
static gpointer
change_in_store (GlaStore      *store,
                 gpointer       data,
                 GCancellable  *cancellable,
                 GError       **error)
{
  const Setting *setting = data;
  g_autoptr (GError) fault = NULL;
  Setting *before = g_new0 (Setting, 1);

  before->name = g_strdup (setting->name);
  before->value = gla_store_get_setting (store, setting->name, &fault);
  if (fault == NULL && gla_store_put_setting (store, setting->name, setting->value, &fault))
    return before;
  g_propagate_error (error, g_steal_pointer (&fault));
  setting_free (before);
  return NULL;
}

static void
change_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Changing *changing = user_data;
  g_autoptr (GError) error = NULL;
  Setting *before = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (before != NULL)
    gla_context_did (changing->context, changing->text, put_in_store, before, setting_free);
  else
    gla_context_show_error (changing->context,
                            _("The setting was not saved and stays as it was."), error);
  g_object_unref (changing->context);
  g_free (changing->text);
  g_free (changing);
}

void
gla_setting_change (GlaContext *context,
                    const char *name,
                    const char *value,
                    const char *text)
{
  Setting *setting;
  Changing *changing;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (name != NULL && text != NULL);

  setting = g_new0 (Setting, 1);
  setting->name = g_strdup (name);
  setting->value = g_strdup (value);
  changing = g_new0 (Changing, 1);
  changing->context = g_object_ref (context);
  changing->text = g_strdup (text);
  gla_store_worker_run_async (gla_context_get_worker (context), change_in_store, setting,
                              setting_free, setting_free, NULL, change_cb, changing);
}

char *
gla_setting_dup (GlaContext *context,
                 const char *name)
{
  char *value;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);

  value = gla_store_get_setting (gla_context_get_reader (context), name, NULL);
  return value != NULL ? value : g_strdup ("");
}

static void
entry_apply_cb (AdwEntryRow *row,
                gpointer     user_data)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  gla_setting_put (GLA_CONTEXT (user_data), g_object_get_data (G_OBJECT (row), "setting"), text);
}

void
gla_setting_bind_entry (GlaContext  *context,
                        const char  *name,
                        AdwEntryRow *row)
{
  g_autofree char *value = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (context));
  g_return_if_fail (ADW_IS_ENTRY_ROW (row));

  value = gla_setting_dup (context, name);
  gla_accessible_name_entry_row (row);
  g_object_set_data_full (G_OBJECT (row), "setting", g_strdup (name), g_free);
  gtk_editable_set_text (GTK_EDITABLE (row), value);
  adw_entry_row_set_show_apply_button (row, TRUE);
  g_signal_connect_object (row, "apply", G_CALLBACK (entry_apply_cb), context, 0);
}

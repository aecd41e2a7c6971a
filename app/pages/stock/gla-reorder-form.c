/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-reorder-form.h"

#include "gla-i18n.h"
#include "gla-pack-choice.h"
#include "gla-reorder.h"
#include "gla-setting.h"
#include "gla-small-form.h"
#include "gla-store-read.h"
#include "gla-store-write.h"

typedef struct
{
  GlaContext *context;
  char *product;
  AdwEntryRow *level_row;
} Form;

/* One level that is to hold from now on; the others stay as they are by then. */
typedef struct
{
  char *product;
  int level;
} Level;

static void
form_free (gpointer  data,
           GClosure *closure)
{
  Form *self = data;

  g_object_unref (self->context);
  g_free (self->product);
  g_free (self);
}

static void
level_free (gpointer data)
{
  Level *level = data;

  g_free (level->product);
  g_free (level);
}

static Level *
level_new (const char *product,
           int         level)
{
  Level *self = g_new0 (Level, 1);

  self->product = g_strdup (product);
  self->level = level;
  return self;
}

/* Hands out what held before, for Undo. */
static gpointer
put_level (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  const Level *level = data;
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = gla_store_get_setting (store, GLA_SETTING_REORDER_LEVELS, &local_error);
  g_autoptr (GHashTable) levels = gla_reorder_levels_from_text (text);
  g_autofree char *changed = NULL;
  Level *before;

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }
  before = level_new (level->product, gla_reorder_levels_get (levels, level->product));
  gla_reorder_levels_set (levels, level->product, level->level);
  changed = gla_reorder_levels_to_text (levels);
  if (gla_store_put_setting (store, GLA_SETTING_REORDER_LEVELS,
                             changed[0] != '\0' ? changed : NULL, error))
    return before;
  level_free (before);
  return NULL;
}

static gpointer
put_back (GlaStore      *store,
          gpointer       data,
          GCancellable  *cancellable,
          GError       **error)
{
  Level *unused = put_level (store, data, cancellable, error);

  if (unused != NULL)
    level_free (unused);
  return NULL;
}

static void
put_cb (GObject      *source,
        GAsyncResult *result,
        gpointer      user_data)
{
  g_autoptr (GlaContext) context = user_data;
  g_autoptr (GError) error = NULL;
  Level *before = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (before != NULL)
    gla_context_did (context, _("Reorder level saved"), put_back, before, level_free);
  else
    gla_context_show_error (context, _("The reorder level was not saved"), error);
}

static void
save_cb (GlaSmallForm *window,
         Form         *self)
{
  g_autofree char *text = gla_small_form_dup_text (self->level_row);
  guint64 level = 0;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, GLA_REORDER_MOST, &level, NULL))
    {
      gla_small_form_set_error (window, self->level_row,
                                _("Give a number of vials, or nothing for no mark."));
      return;
    }
  gla_store_worker_run_async (gla_context_get_worker (self->context), put_level,
                              level_new (self->product, (int) level), level_free, level_free, NULL,
                              put_cb, g_object_ref (self->context));
  gtk_window_destroy (GTK_WINDOW (window));
}

GtkWindow *
gla_reorder_form_new (GtkWindow  *parent,
                      GlaContext *context,
                      const char *product,
                      int         level)
{
  g_autofree char *text = level > 0 ? g_strdup_printf ("%d", level) : NULL;
  GlaSmallForm *window;
  Form *self;

  g_return_val_if_fail (GLA_IS_CONTEXT (context) && product != NULL, NULL);

  window = gla_small_form_new (parent, _("Reorder Level"));
  self = g_new0 (Form, 1);
  self->context = g_object_ref (context);
  self->product = g_strdup (product);
  self->level_row = gla_small_form_add_entry (window, _("Unopened vials"), text);
  gla_small_form_set_note (window, _("With fewer unopened vials than this the product is listed "
                                     "under “To Order”."));
  g_signal_connect_data (window, "save", G_CALLBACK (save_cb), self, form_free, 0);
  gtk_widget_grab_focus (GTK_WIDGET (self->level_row));
  return GTK_WINDOW (window);
}

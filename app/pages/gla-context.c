/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-context-private.h"

#include <adwaita.h>

#include "gla-clinic-knowledge.h"
#include "gla-i18n.h"
#include "gla-outlook.h"
#include "gla-setting.h"
#include "gla-store-read.h"

struct _GlaContext
{
  GObject parent_instance;

  /* Owned */
  GlaStoreWorker *worker;
  GlaStore *reader;
  GThread *files_thread; /* reads the files of the catalogue until somebody asks */
  GlaCatalogue *files;   /* what they say */
  GError *files_error;
  GlaCatalogue *catalogue;
  GlaProtocolShelf *shelf; /* NULL until somebody asks; of @catalogue */
  GlaConstants *constants; /* of @catalogue, with the clinic's own values */
  GPtrArray *retired; /* (element-type GlaCatalogue): pages may still hold what belongs to them */
  GSettings *settings;
  GlaUndoStack *undo;
  GlaOutlook *outlook; /* NULL until somebody asks */
  char *author;
  char *clinic_name;
  const char *region; /* interned; NULL: the default */

  GlaCycleSettings cycle_settings;
  GlaDayOrder day_order;
  GlaDay fixed_today;
  GlaDay today;
  guint day_timer;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_DRAFTS_CHANGED,
  SIGNAL_TODAY_CHANGED,
  SIGNAL_SHELF_CHANGED,
  SIGNAL_TOAST,
  SIGNAL_ERROR,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaContext, gla_context, G_TYPE_OBJECT)

/* Settings of the clinic */

static gboolean
read_setting (GlaContext  *self,
              const char  *name,
              char       **value,
              GError     **error)
{
  g_autoptr (GError) own_error = NULL;

  *value = gla_store_get_setting (self->reader, name, &own_error);
  if (own_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&own_error));
      return FALSE;
    }

  return TRUE;
}

static GlaDayOrder
day_order_from_setting (const char *value)
{
  if (g_strcmp0 (value, "mdy") == 0)
    return GLA_DAY_ORDER_MDY;
  if (g_strcmp0 (value, "dmy") == 0)
    return GLA_DAY_ORDER_DMY;

  return gla_day_get_locale_order () == GLA_DAY_ORDER_MDY ? GLA_DAY_ORDER_MDY : GLA_DAY_ORDER_DMY;
}

/* The region is interned, since the worker may still read settings handed to it. */
static void
update_cycle_settings (GlaContext *self)
{
  g_autoptr (GError) error = NULL;
  GlaConstants *constants = gla_clinic_load_constants (self->reader, self->catalogue, &error);

  if (constants == NULL)
    {
      /* The pages meet the same error where it matters; the clinic's values stay till then. */
      g_debug ("constants of the clinic: %s", error->message);
      constants = self->constants != NULL
                      && gla_constants_get_catalogue (self->constants) == self->catalogue
                    ? gla_constants_ref (self->constants)
                    : gla_constants_new (self->catalogue);
    }
  g_clear_pointer (&self->constants, gla_constants_unref);
  self->constants = constants;
  gla_cycle_settings_init_with (&self->cycle_settings, constants);
  if (self->region != NULL)
    self->cycle_settings.region = self->region;
}

static gboolean
read_settings (GlaContext  *self,
               GError     **error)
{
  g_autofree char *name = NULL;
  g_autofree char *region = NULL;
  g_autofree char *order = NULL;
  g_autofree char *author = NULL;

  if (!read_setting (self, GLA_SETTING_CLINIC_NAME, &name, error)
      || !read_setting (self, GLA_SETTING_REGION, &region, error)
      || !read_setting (self, GLA_SETTING_DAY_ORDER, &order, error)
      || !read_setting (self, GLA_SETTING_AUTHOR, &author, error))
    return FALSE;

  g_free (self->clinic_name);
  self->clinic_name = g_strdup (name != NULL ? name : "");
  self->day_order = day_order_from_setting (order);
  self->region = region != NULL && region[0] != '\0' ? g_intern_string (region) : NULL;
  if (self->catalogue != NULL)
    update_cycle_settings (self);
  if (g_strcmp0 (self->author, author) != 0)
    gla_context_set_author (self, author);

  return TRUE;
}

/* Catalogue */

static gboolean
load_catalogue (GlaContext  *self,
                GError     **error)
{
  GlaCatalogue *catalogue = gla_clinic_add_own (self->reader, self->files, error);

  if (catalogue == NULL)
    return FALSE;
  if (self->catalogue != NULL)
    g_ptr_array_add (self->retired, self->catalogue);
  self->catalogue = catalogue;
  g_clear_pointer (&self->shelf, gla_protocol_shelf_unref);

  return TRUE;
}

/* Reading and checking the files takes as long as the first frame of a window;
   a thread does it while the clinic file is opened and the window laid out. */

typedef struct
{
  GlaCatalogue *catalogue;
  GError *error; /* why files of the clinic were left out */
} Files;

static gpointer
load_files (gpointer data)
{
  g_autoptr (GFile) folder = gla_catalogue_dup_own_folder ();
  g_autoptr (GError) error = NULL;
  Files *files = g_new0 (Files, 1);

  files->catalogue = gla_catalogue_load (folder, &files->error);
  if (files->catalogue == NULL)
    files->catalogue = gla_catalogue_load_builtin (&error);
  if (files->catalogue == NULL)
    g_error ("the catalogue in the program: %s", error->message);

  return files;
}

static void
join_files (GlaContext *self)
{
  g_autofree Files *files = g_thread_join (g_steal_pointer (&self->files_thread));

  self->files = files->catalogue;
  self->files_error = files->error;
}

/* A slip in what the clinic added must not keep it from its records. */
static void
ensure_catalogue (GlaContext *self)
{
  g_autoptr (GError) error = NULL;

  if (self->catalogue != NULL)
    return;

  join_files (self);
  if (!load_catalogue (self, &error))
    self->catalogue = gla_catalogue_ref (self->files);
  update_cycle_settings (self);

  if (self->files_error != NULL)
    gla_context_show_error (self, _("The clinic's own catalogue files were left out."),
                            self->files_error);
  if (error != NULL)
    gla_context_show_error (self, _("The products and areas that the clinic added were left out."),
                            error);
}

gboolean
gla_context_reload_catalogue (GlaContext  *self,
                              GError     **error)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), FALSE);

  ensure_catalogue (self);
  if (!load_catalogue (self, error))
    return FALSE;

  update_cycle_settings (self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/* Today */

static gboolean
day_timer_cb (gpointer user_data)
{
  GlaContext *self = GLA_CONTEXT (user_data);
  GlaDay today = gla_day_today ();

  if (today != self->today)
    {
      self->today = today;
      g_signal_emit (self, signals[SIGNAL_TODAY_CHANGED], 0);
    }

  return G_SOURCE_CONTINUE;
}

static void
start_clock (GlaContext *self,
             GlaDay      fixed_today)
{
  self->fixed_today = fixed_today;
  self->today = fixed_today != GLA_DAY_NONE ? fixed_today : gla_day_today ();
  /* Asked each minute, because a timer until midnight is late after a night asleep. */
  if (fixed_today == GLA_DAY_NONE)
    self->day_timer = g_timeout_add_seconds (60, day_timer_cb, self);
}

static void
worker_changed_cb (GlaContext *self)
{
  g_autoptr (GError) error = NULL;

  /* What was read before stays valid; the pages meet the same error where it matters. */
  if (!read_settings (self, &error))
    g_debug ("settings of the clinic: %s", error->message);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
worker_drafts_changed_cb (GlaContext *self)
{
  g_signal_emit (self, signals[SIGNAL_DRAFTS_CHANGED], 0);
}

static void
gla_context_finalize (GObject *object)
{
  GlaContext *self = GLA_CONTEXT (object);

  gla_context_close (self);
  g_clear_pointer (&self->shelf, gla_protocol_shelf_unref);
  g_clear_pointer (&self->constants, gla_constants_unref);
  g_clear_pointer (&self->catalogue, gla_catalogue_unref);
  if (self->files_thread != NULL)
    join_files (self);
  g_clear_pointer (&self->files, gla_catalogue_unref);
  g_clear_pointer (&self->retired, g_ptr_array_unref);
  g_clear_object (&self->settings);
  g_clear_object (&self->outlook);
  g_clear_pointer (&self->undo, gla_undo_stack_free);
  g_clear_error (&self->files_error);
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->clinic_name, g_free);

  G_OBJECT_CLASS (gla_context_parent_class)->finalize (object);
}

static void
gla_context_class_init (GlaContextClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_context_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[SIGNAL_DRAFTS_CHANGED] = g_signal_new ("drafts-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                 NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TODAY_CHANGED] = g_signal_new ("today-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_SHELF_CHANGED] = g_signal_new ("shelf-changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                                NULL, NULL, G_TYPE_NONE, 0);
  /* For the window: the toast to show; title and text of an error. */
  signals[SIGNAL_TOAST] = g_signal_new ("toast", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, ADW_TYPE_TOAST);
  signals[SIGNAL_ERROR] = g_signal_new ("error", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
}

static void
gla_context_init (GlaContext *self)
{
  self->retired = g_ptr_array_new_with_free_func ((GDestroyNotify) gla_catalogue_unref);
  self->undo = gla_undo_stack_new ();
  self->clinic_name = g_strdup ("");
}

GlaContext *
gla_context_new (const char     *path,
                 GlaStoreFlags   flags,
                 GlaDay          fixed_today,
                 GError        **error)
{
  g_autoptr (GlaContext) self = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self = g_object_new (GLA_TYPE_CONTEXT, NULL);
  self->files_thread = g_thread_new ("catalogue", load_files, NULL);
  self->worker = gla_store_worker_new (path, flags, error);
  if (self->worker == NULL)
    return NULL;
  self->reader = gla_store_open (path, GLA_STORE_READ_ONLY, error);
  if (self->reader == NULL)
    return NULL;
  if (!read_settings (self, error))
    return NULL;

  self->settings = g_settings_new (GLA_APPLICATION_ID);
  start_clock (self, fixed_today);
  g_signal_connect_object (self->worker, "changed", G_CALLBACK (worker_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->worker, "drafts-changed", G_CALLBACK (worker_drafts_changed_cb),
                           self, G_CONNECT_SWAPPED);

  return g_steal_pointer (&self);
}

void
gla_context_close (GlaContext *self)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));

  g_clear_handle_id (&self->day_timer, g_source_remove);
  if (self->outlook != NULL)
    gla_outlook_close (self->outlook);
  /* What is still told of the file has nobody left to read it. */
  if (self->worker != NULL)
    g_signal_handlers_disconnect_by_data (self->worker, self);
  /* Who may write closes last: it puts what is in the log beside the file into the file. */
  g_clear_pointer (&self->reader, gla_store_close);
  if (self->worker != NULL)
    gla_store_worker_close (self->worker);
  g_clear_object (&self->worker);
}

const char *
gla_context_get_path (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return gla_store_worker_get_path (self->worker);
}

GlaStoreWorker *
gla_context_get_worker (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->worker;
}

GlaStore *
gla_context_get_reader (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->reader;
}

GlaCatalogue *
gla_context_get_catalogue (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  ensure_catalogue (self);
  return self->catalogue;
}

GlaOutlook *
gla_context_get_outlook (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  if (self->outlook == NULL)
    self->outlook = gla_outlook_new (self);
  return self->outlook;
}

GlaUndoStack *
gla_context_get_undo_stack (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->undo;
}

const GlaCycleSettings *
gla_context_get_cycle_settings (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  ensure_catalogue (self);
  return &self->cycle_settings;
}

const GlaConstants *
gla_context_get_constants (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  ensure_catalogue (self);
  return self->constants;
}

GlaProtocolShelf *
gla_context_get_shelf (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  if (self->shelf == NULL)
    {
      g_autoptr (GFile) own = gla_protocol_shelf_dup_own_file ();

      self->shelf = gla_protocol_shelf_new (gla_context_get_catalogue (self), own);
    }
  return self->shelf;
}

void
gla_context_reload_shelf (GlaContext *self)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));

  g_clear_pointer (&self->shelf, gla_protocol_shelf_unref);
  g_signal_emit (self, signals[SIGNAL_SHELF_CHANGED], 0);
}

GlaDay
gla_context_get_today (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), GLA_DAY_NONE);

  return self->today;
}

GlaDayOrder
gla_context_get_day_order (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), GLA_DAY_ORDER_DMY);

  return self->day_order;
}

const char *
gla_context_get_clinic_name (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->clinic_name;
}

const char *
gla_context_get_author (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->author;
}

static gpointer
set_author_in_store (GlaStore      *store,
                     gpointer       data,
                     GCancellable  *cancellable,
                     GError       **error)
{
  gla_store_set_author (store, data);
  return NULL;
}

GlaRole
gla_context_get_role (GlaContext *self)
{
  g_autoptr (GPtrArray) staff = NULL;

  g_return_val_if_fail (GLA_IS_CONTEXT (self), GLA_ROLE_FRONT_DESK);

  if (self->author == NULL)
    return GLA_ROLE_OWNER;
  staff = gla_store_list_staff (self->reader, TRUE, NULL);
  for (guint i = 0; staff != NULL && i < staff->len; i++)
    {
      const GlaStaff *person = staff->pdata[i];

      if (g_str_equal (person->id, self->author))
        return person->role;
    }
  return GLA_ROLE_FRONT_DESK;
}

void
gla_context_set_author (GlaContext *self,
                        const char *staff)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));

  g_free (self->author);
  self->author = staff != NULL && staff[0] != '\0' ? g_strdup (staff) : NULL;
  gla_store_worker_run_async (self->worker, set_author_in_store, g_strdup (self->author), g_free,
                              NULL, NULL, NULL, NULL);
}

GSettings *
gla_context_get_settings (GlaContext *self)
{
  g_return_val_if_fail (GLA_IS_CONTEXT (self), NULL);

  return self->settings;
}

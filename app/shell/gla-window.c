/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-window-private.h"

#include "gla-confirm.h"
#include "gla-i18n.h"
#include "gla-patient-editor.h"
#include "gla-store-search.h"
#include "gla-sample-clinic.h"

G_DEFINE_FINAL_TYPE (GlaWindow, gla_window, ADW_TYPE_APPLICATION_WINDOW)

/* What the context has to say */

GtkWindow *
gla_window_get_top (GlaWindow *self)
{
  GtkWindow *top = GTK_WINDOW (self);
  GListModel *windows = gtk_window_get_toplevels ();
  gboolean found;

  g_return_val_if_fail (GLA_IS_WINDOW (self), NULL);

  do
    {
      found = FALSE;
      for (guint i = 0; i < g_list_model_get_n_items (windows) && !found; i++)
        {
          g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);

          if (gtk_window_get_transient_for (window) == top && gtk_window_get_modal (window)
              && gtk_widget_get_visible (GTK_WIDGET (window)))
            {
              top = window;
              found = TRUE;
            }
        }
    }
  while (found);

  return top;
}

static void
toast_dismissed_cb (GlaWindow *self,
                    AdwToast  *toast)
{
  if (self->toast == toast)
    self->toast = NULL;
}

/* The newest is shown at once: an Undo that waits its turn would belong to something older. */
static void
add_toast (GlaWindow *self,
           AdwToast  *toast)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  self->toast = toast;
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
gla_window_show_toast (GlaWindow  *self,
                       const char *text)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  escaped = g_markup_escape_text (text, -1);
  add_toast (self, adw_toast_new (escaped));
}

static void
context_toast_cb (GlaWindow *self,
                  AdwToast  *toast)
{
  add_toast (self, g_object_ref (toast));
}

static void
context_error_cb (GlaWindow  *self,
                  const char *title,
                  const char *text)
{
  gla_confirm_tell (gla_window_get_top (self), title, text);
}

static void
update_title (GlaWindow *self)
{
  const char *name = self->context != NULL ? gla_context_get_clinic_name (self->context) : "";

  adw_window_title_set_title (self->window_title, name[0] != '\0' ? name : _("Glabella"));
  gtk_window_set_title (GTK_WINDOW (self), name[0] != '\0' ? name : _("Glabella"));
  /* The title makes room for the places. */
  gtk_label_set_text (self->clinic_label, name);
  gtk_widget_set_visible (GTK_WIDGET (self->clinic_label), self->context != NULL);
}

/* Drafts of the time before */

static gpointer
get_draft (GlaStore      *store,
           gpointer       data,
           GCancellable  *cancellable,
           GError       **error)
{
  return gla_store_get_draft (store, GLA_PATIENT_DRAFT, "", error);
}

static void
got_draft_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *draft = NULL;

  draft = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);
  if (draft != NULL && self->context != NULL)
    gtk_revealer_set_reveal_child (self->draft_revealer, TRUE);
}

static void
continue_draft_cb (GlaWindow *self)
{
  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gla_window_add_patient (self, NULL);
}

static void
later_draft_cb (GlaWindow *self)
{
  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
}

/* Opening and closing */

static void
show_problem (GlaWindow    *self,
              const GError *error)
{
  if (self->problem_page == NULL)
    {
      self->problem_page = gla_problem_page_new ();
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->problem_page), "problem");
    }
  gla_problem_page_set_error (self->problem_page, self->path, error);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gla_window_update_actions (self);
}

/* The next start opens it again; a look at the sample clinic does not count. */
static void
remember_clinic (GlaWindow *self)
{
  g_autofree char *sample = gla_sample_clinic_get_path ();

  if (strcmp (self->path, sample) != 0)
    g_settings_set_string (self->settings, "last-clinic", self->path);
}

static void
use_context (GlaWindow  *self,
             GlaContext *context)
{
  self->context = context;
  g_signal_connect_object (context, "toast", G_CALLBACK (context_toast_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "error", G_CALLBACK (context_error_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (context, "changed", G_CALLBACK (update_title), self, G_CONNECT_SWAPPED);
  gla_window_show_places (self);
  update_title (self);
  gtk_stack_set_visible_child_name (self->stack, "clinic");
  gla_window_update_actions (self);
  remember_clinic (self);

  gla_store_worker_run_async (gla_context_get_worker (context), get_draft, NULL, NULL, g_free, NULL,
                              got_draft_cb, g_object_ref (self));
}

void
gla_window_close_clinic (GlaWindow *self)
{
  g_return_if_fail (GLA_IS_WINDOW (self));

  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gla_window_drop_places (self);
  if (self->context != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->context, self);
      gla_context_close (self->context);
    }
  g_clear_object (&self->context);
  g_clear_pointer (&self->lock, gla_clinic_lock_release);
}

static gboolean
open_file (GlaWindow      *self,
           GlaStoreFlags   flags,
           GError        **error)
{
  GlaContext *context;

  self->lock = gla_clinic_lock_take (self->path, error);
  if (self->lock == NULL)
    return FALSE;

  context = gla_context_new (self->path, flags, self->today, error);
  if (context == NULL)
    {
      g_clear_pointer (&self->lock, gla_clinic_lock_release);
      return FALSE;
    }

  use_context (self, context);
  return TRUE;
}

/* The first start */

static gpointer
store_answers (GlaStore      *store,
               gpointer       data,
               GCancellable  *cancellable,
               GError       **error)
{
  return gla_start_answers_store (data, store, error)
           ? g_strdup (gla_store_get_set_aside (store))
           : NULL;
}

/* Rarely the last of a clinic file that was moved without it: not to be passed over. */
static void
tell_aside (GlaWindow  *self,
            const char *aside)
{
  g_autofree char *name = g_filename_display_basename (aside);
  /* Translators: %s is a file name */
  g_autofree char *text
      = g_strdup_printf (_("It is kept beside the new clinic as “%s”. If a clinic file of this "
                           "name was moved from here, its last records may be in it."),
                         name);

  gla_confirm_tell (GTK_WINDOW (self), _("An earlier clinic file had left something here."), text);
}

static void
stored_answers_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (GlaWindow) self = GLA_WINDOW (user_data);
  g_autoptr (GError) error = NULL;
  g_autofree char *aside
      = gla_store_worker_run_finish (GLA_STORE_WORKER (source), result, &error);

  if (aside != NULL)
    tell_aside (self, aside);
  if (error != NULL && self->context != NULL)
    gla_context_show_error (self->context,
                            _("The clinic was made, but what you filled in was not saved. "
                              "You can give it again in the settings."),
                            error);
}

static void
start_begin_cb (GlaWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!open_file (self, GLA_STORE_CREATE, &error))
    {
      show_problem (self, error);
      return;
    }

  gla_store_worker_run_async (gla_context_get_worker (self->context), store_answers,
                              gla_start_page_get_answers (self->start_page),
                              (GDestroyNotify) gla_start_answers_free, g_free, NULL,
                              stored_answers_cb, g_object_ref (self));
}

static void
show_start (GlaWindow *self)
{
  if (self->start_page == NULL)
    {
      self->start_page = gla_start_page_new ();
      g_signal_connect_object (self->start_page, "begin", G_CALLBACK (start_begin_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->stack, GTK_WIDGET (self->start_page), "start");
    }
  gtk_stack_set_visible_child_name (self->stack, "start");
  gla_window_update_actions (self);
  gla_start_page_focus (self->start_page);
}

void
gla_window_open (GlaWindow  *self,
                 const char *path,
                 gboolean    must_exist)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *copy = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));
  g_return_if_fail (path != NULL);

  gla_window_close_clinic (self);
  copy = g_canonicalize_filename (path, NULL);
  g_free (self->path);
  self->path = g_steal_pointer (&copy);
  self->must_exist = must_exist;

  if (!g_file_test (self->path, G_FILE_TEST_EXISTS) && !must_exist)
    {
      show_start (self);
    }
  else if (!open_file (self, GLA_STORE_DEFAULT, &error))
    {
      show_problem (self, error);
    }
  update_title (self);
}

void
gla_window_show_patient (GlaWindow  *self,
                         const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *id = NULL;

  g_return_if_fail (GLA_IS_WINDOW (self));
  g_return_if_fail (text != NULL);

  if (self->context == NULL || self->patients == NULL)
    return;
  id = gla_store_find_patient (gla_context_get_reader (self->context), text,
                               gla_context_get_today (self->context), &error);
  if (id != NULL)
    gla_window_open_patient (self, id);
  else
    gla_context_show_error (self->context, _("The patient can't be shown"), error);
}

/* Adding a patient */

void
gla_window_add_patient (GlaWindow  *self,
                        const char *name)
{
  GtkWindow *editor;

  g_return_if_fail (GLA_IS_WINDOW (self));

  if (self->context == NULL)
    return;

  editor = gla_patient_editor_new (self->context, NULL, name);
  gtk_window_set_transient_for (editor, GTK_WINDOW (self));
  g_signal_connect_object (editor, "saved", G_CALLBACK (gla_window_open_patient), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (editor, "open", G_CALLBACK (gla_window_open_patient), self,
                           G_CONNECT_SWAPPED);
  gtk_revealer_set_reveal_child (self->draft_revealer, FALSE);
  gtk_window_present (editor);
}

/* What stands above goes first, so that editors keep their drafts; work that can't
   be left, such as restoring a backup, keeps the window open. */
static gboolean
gla_window_close_request (GtkWindow *window)
{
  GtkWindow *top;

  while ((top = gla_window_get_top (GLA_WINDOW (window))) != window)
    {
      gtk_window_close (top);
      if (gla_window_get_top (GLA_WINDOW (window)) == top)
        return TRUE;
    }

  return GTK_WINDOW_CLASS (gla_window_parent_class)->close_request (window);
}

static void
gla_window_dispose (GObject *object)
{
  GlaWindow *self = GLA_WINDOW (object);

  if (self->stack != NULL)
    gla_window_close_clinic (self);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (gla_window_parent_class)->dispose (object);
}

static void
gla_window_finalize (GObject *object)
{
  GlaWindow *self = GLA_WINDOW (object);

  g_clear_pointer (&self->path, g_free);

  G_OBJECT_CLASS (gla_window_parent_class)->finalize (object);
}

static void
gla_window_class_init (GlaWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = gla_window_dispose;
  object_class->finalize = gla_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = gla_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/glabella/Glabella/ui/shell/gla-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, view_switcher);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, title_stack);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, clinic_label);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, new_button);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, draft_revealer);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GlaWindow, view_stack);
  gtk_widget_class_bind_template_callback (widget_class, continue_draft_cb);
  gtk_widget_class_bind_template_callback (widget_class, later_draft_cb);
  gla_window_install_actions (widget_class);
}

static void
gla_window_init (GlaWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->today = GLA_DAY_NONE;
  self->settings = g_settings_new (GLA_APPLICATION_ID);
  g_settings_bind (self->settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-height", self, "default-height",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
  gla_window_watch_scanner (self);
  gla_window_update_actions (self);
}

GlaWindow *
gla_window_new (GtkApplication *application,
                GlaDay          today)
{
  GlaWindow *self = g_object_new (GLA_TYPE_WINDOW, "application", application, NULL);

  self->today = today;

  return self;
}

const char *
gla_window_get_path (GlaWindow *self)
{
  g_return_val_if_fail (GLA_IS_WINDOW (self), NULL);

  return self->path;
}

GlaContext *
gla_window_get_context (GlaWindow *self)
{
  g_return_val_if_fail (GLA_IS_WINDOW (self), NULL);

  return self->context;
}

GlaPatientsPage *
gla_window_get_patients (GlaWindow *self)
{
  g_return_val_if_fail (GLA_IS_WINDOW (self), NULL);

  return self->patients;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-context.h"

#include <adwaita.h>

/* Telling the person at the screen */

/* The title of a toast is markup in libadwaita 1.2, whatever it says. */
static AdwToast *
new_toast (const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  return adw_toast_new (escaped);
}

void
gla_context_show_toast (GlaContext *self,
                        const char *text)
{
  g_autoptr (AdwToast) toast = NULL;

  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (text != NULL);

  toast = new_toast (text);
  g_signal_emit_by_name (self, "toast", toast);
}

typedef struct
{
  void (*callback) (gpointer user_data);
  gpointer user_data;
  GDestroyNotify destroy;
} ToastButton;

static void
toast_button_free (gpointer  data,
                   GClosure *closure)
{
  ToastButton *button = data;

  if (button->destroy != NULL)
    button->destroy (button->user_data);
  g_free (button);
}

static void
toast_button_clicked_cb (AdwToast *toast,
                         gpointer  data)
{
  ToastButton *button = data;

  button->callback (button->user_data);
}

void
gla_context_show_undo_toast (GlaContext     *self,
                             const char     *text,
                             const char     *button,
                             void          (*callback) (gpointer user_data),
                             gpointer        user_data,
                             GDestroyNotify  destroy)
{
  g_autoptr (AdwToast) toast = NULL;
  ToastButton *data;

  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (text != NULL);
  g_return_if_fail (callback != NULL);

  toast = new_toast (text);
  adw_toast_set_button_label (toast, button);
  data = g_new0 (ToastButton, 1);
  data->callback = callback;
  data->user_data = user_data;
  data->destroy = destroy;
  g_signal_connect_data (toast, "button-clicked", G_CALLBACK (toast_button_clicked_cb), data,
                         toast_button_free, 0);
  g_signal_emit_by_name (self, "toast", toast);
}

void
gla_context_show_error (GlaContext   *self,
                        const char   *title,
                        const GError *error)
{
  g_return_if_fail (GLA_IS_CONTEXT (self));
  g_return_if_fail (title != NULL);
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)
      || g_error_matches (error, GLA_STORE_ERROR, GLA_STORE_ERROR_CANCELLED))
    return;

  g_signal_emit_by_name (self, "error", title, error->message);
}

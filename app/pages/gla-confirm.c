/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-confirm.h"

#include "gla-accessible.h"
#include "gla-i18n.h"

struct _GlaConfirmWindow
{
  AdwWindow parent_instance;

  /* Template */
  GtkLabel *title_label;
  GtkLabel *text_label;
  GtkWidget *reason_group;
  AdwEntryRow *reason_row;
  GtkWidget *cancel_button;
  GtkButton *verb_button;

  /* Owned */
  GTask *task; /* NULL for a message that only wants to be read */
};

G_DEFINE_FINAL_TYPE (GlaConfirmWindow, gla_confirm_window, ADW_TYPE_WINDOW)

static char *
dup_reason (GlaConfirmWindow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason_row))));
}

/* The answer is the reason, empty where none was asked for; NULL for backing out. */
static void
answer (GlaConfirmWindow *self,
        gboolean          go_ahead)
{
  g_autoptr (GTask) task = g_steal_pointer (&self->task);

  if (task != NULL)
    g_task_return_pointer (task, go_ahead ? dup_reason (self) : NULL, g_free);
}

static void
verb_clicked_cb (GlaConfirmWindow *self)
{
  answer (self, TRUE);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
reason_changed_cb (GlaConfirmWindow *self)
{
  g_autofree char *reason = dup_reason (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->verb_button), reason[0] != '\0');
}

static void
reason_activated_cb (GlaConfirmWindow *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->verb_button)))
    verb_clicked_cb (self);
}

static void
gla_confirm_window_dispose (GObject *object)
{
  answer (GLA_CONFIRM_WINDOW (object), FALSE);

  G_OBJECT_CLASS (gla_confirm_window_parent_class)->dispose (object);
}

static void
gla_confirm_window_class_init (GlaConfirmWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_confirm_window_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/glabella/Glabella/ui/pages/gla-confirm.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, text_label);
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, reason_group);
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, reason_row);
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, GlaConfirmWindow, verb_button);
  gtk_widget_class_bind_template_callback (widget_class, verb_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, reason_activated_cb);
}

static void
gla_confirm_window_init (GlaConfirmWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gla_accessible_name_entry_row (self->reason_row);
}

static GlaConfirmWindow *
gla_confirm_window_new (GtkWindow       *parent,
                        const char      *title,
                        const char      *text,
                        const char      *verb,
                        GlaConfirmFlags  flags)
{
  GlaConfirmWindow *self = g_object_new (GLA_TYPE_CONFIRM_WINDOW,
                                         "transient-for", parent,
                                         "title", title,
                                         NULL);
  gboolean destructive = (flags & GLA_CONFIRM_DESTRUCTIVE) != 0;

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->text_label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->text_label), text != NULL && text[0] != '\0');
  gtk_button_set_label (self->verb_button, verb);
  gtk_widget_add_css_class (GTK_WIDGET (self->verb_button),
                            destructive ? "destructive-action" : "suggested-action");

  if ((flags & GLA_CONFIRM_REASON) != 0)
    {
      gtk_widget_set_visible (self->reason_group, TRUE);
      reason_changed_cb (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->reason_row));
    }
  else
    {
      GtkWidget *first = destructive ? self->cancel_button : GTK_WIDGET (self->verb_button);

      gtk_window_set_default_widget (GTK_WINDOW (self), first);
      gtk_widget_grab_focus (first);
    }

  return self;
}

void
gla_confirm_async (GtkWindow           *parent,
                   const char          *title,
                   const char          *text,
                   const char          *verb,
                   GlaConfirmFlags      flags,
                   GCancellable        *cancellable,
                   GAsyncReadyCallback  callback,
                   gpointer             user_data)
{
  GlaConfirmWindow *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);
  g_return_if_fail (verb != NULL);

  self = gla_confirm_window_new (parent, title, text, verb, flags);
  self->task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (self->task, gla_confirm_async);
  gtk_window_present (GTK_WINDOW (self));
}

gboolean
gla_confirm_finish (GAsyncResult  *result,
                    char         **reason)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  text = g_task_propagate_pointer (G_TASK (result), NULL);
  if (text == NULL)
    return FALSE;
  if (reason != NULL)
    *reason = g_steal_pointer (&text);

  return TRUE;
}

void
gla_confirm_tell (GtkWindow  *parent,
                  const char *title,
                  const char *text)
{
  GlaConfirmWindow *self;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (title != NULL);

  self = gla_confirm_window_new (parent, title, text, _("Close"), GLA_CONFIRM_DEFAULT);
  gtk_widget_set_visible (self->cancel_button, FALSE);
  gtk_window_present (GTK_WINDOW (self));
}

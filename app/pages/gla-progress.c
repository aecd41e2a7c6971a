/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-progress.h"

#include "gla-accessible.h"

/* Milliseconds: work that is shorter shows no window; how often the bar moves. */
#define PATIENCE 300
#define STEP 50

#define SCALE 1000

struct _GlaProgress
{
  AdwWindow parent_instance;

  /* Template */
  GtkLabel *text_label;
  GtkProgressBar *bar;
  GtkWidget *stop_button;

  /* Owned */
  GCancellable *cancellable;

  gint done; /* thousandths; written by any thread */
  guint step_timer;
  guint show_timer;
};

G_DEFINE_FINAL_TYPE (GlaProgress, gla_progress, ADW_TYPE_WINDOW)

static gboolean
step_cb (gpointer user_data)
{
  GlaProgress *self = GLA_PROGRESS (user_data);

  gtk_progress_bar_set_fraction (self->bar, g_atomic_int_get (&self->done) / (double) SCALE);

  return G_SOURCE_CONTINUE;
}

static gboolean
show_cb (gpointer user_data)
{
  GlaProgress *self = GLA_PROGRESS (user_data);

  self->show_timer = 0;
  gtk_window_present (GTK_WINDOW (self));

  return G_SOURCE_REMOVE;
}

static void
stop_clicked_cb (GlaProgress *self)
{
  g_cancellable_cancel (self->cancellable);
  gtk_widget_set_sensitive (self->stop_button, FALSE);
}

/* The work goes on whatever is done to the window: it stays until the end. */
static gboolean
gla_progress_close_request (GtkWindow *window)
{
  return TRUE;
}

static void
gla_progress_dispose (GObject *object)
{
  GlaProgress *self = GLA_PROGRESS (object);

  g_clear_handle_id (&self->step_timer, g_source_remove);
  g_clear_handle_id (&self->show_timer, g_source_remove);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (gla_progress_parent_class)->dispose (object);
}

static void
gla_progress_class_init (GlaProgressClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = gla_progress_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = gla_progress_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/glabella/Glabella/ui/pages/gla-progress.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaProgress, text_label);
  gtk_widget_class_bind_template_child (widget_class, GlaProgress, bar);
  gtk_widget_class_bind_template_child (widget_class, GlaProgress, stop_button);
  gtk_widget_class_bind_template_callback (widget_class, stop_clicked_cb);
}

static void
gla_progress_init (GlaProgress *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->step_timer = g_timeout_add (STEP, step_cb, self);
  self->show_timer = g_timeout_add (PATIENCE, show_cb, self);
}

GlaProgress *
gla_progress_new (GtkWindow    *parent,
                  const char   *text,
                  GCancellable *cancellable)
{
  GlaProgress *self;

  g_return_val_if_fail (text != NULL, NULL);

  self = g_object_new (GLA_TYPE_PROGRESS, "transient-for", parent, "title", text, NULL);
  g_set_object (&self->cancellable, cancellable);
  gtk_label_set_text (self->text_label, text);
  gla_accessible_set_label (GTK_WIDGET (self->bar), text);
  gtk_widget_set_visible (self->stop_button, cancellable != NULL);

  return g_object_ref (self);
}

void
gla_progress_report (double   fraction,
                     gpointer progress)
{
  GlaProgress *self = progress;

  g_atomic_int_set (&self->done, (gint) (CLAMP (fraction, 0.0, 1.0) * SCALE));
}

void
gla_progress_end (GlaProgress *self)
{
  g_return_if_fail (GLA_IS_PROGRESS (self));

  gtk_window_destroy (GTK_WINDOW (self));
  g_object_unref (self);
}

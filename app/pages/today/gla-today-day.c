/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-today-day.h"

#include "gla-day-row.h"
#include "gla-i18n.h"

/* Longer ahead than this nobody books or calls; it is a slip. */
#define MOST_DAYS 1000

struct _GlaTodayDay
{
  GtkPopover parent_instance;

  /* Template */
  GtkListBox *list_box;
  GtkButton *button;

  /* Borrowed */
  GlaDayRow *row;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaTodayDay, gla_today_day, GTK_TYPE_POPOVER)

static void
choose_cb (GlaTodayDay *self)
{
  GlaDay day = gla_day_row_get_day (self->row, NULL);

  if (day == GLA_DAY_NONE)
    return;
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, (int) day);
}

static void
update_button (GlaTodayDay *self)
{
  gtk_widget_set_sensitive (GTK_WIDGET (self->button),
                            gla_day_row_get_day (self->row, NULL) != GLA_DAY_NONE);
}

static void
gla_today_day_map (GtkWidget *widget)
{
  GlaTodayDay *self = GLA_TODAY_DAY (widget);

  GTK_WIDGET_CLASS (gla_today_day_parent_class)->map (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->row));
  gtk_editable_select_region (GTK_EDITABLE (self->row), 0, -1);
}

static void
gla_today_day_class_init (GlaTodayDayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->map = gla_today_day_map;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/org/glabella/Glabella/ui/pages/today/gla-today-day.ui");
  gtk_widget_class_bind_template_child (widget_class, GlaTodayDay, list_box);
  gtk_widget_class_bind_template_child (widget_class, GlaTodayDay, button);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
}

static void
gla_today_day_init (GlaTodayDay *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
gla_today_day_new (GlaContext *context,
                   const char *title,
                   const char *verb,
                   GlaDay      proposal)
{
  GlaTodayDay *self;
  GlaDay today;

  g_return_val_if_fail (GLA_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (title != NULL && verb != NULL, NULL);

  self = g_object_new (GLA_TYPE_TODAY_DAY, NULL);
  today = gla_context_get_today (context);
  self->row = GLA_DAY_ROW (gla_day_row_new (title));
  gla_day_row_set_reading (self->row, gla_context_get_day_order (context), today, FALSE);
  gla_day_row_set_limits (self->row, today, today + MOST_DAYS,
                          _("A day from today on is meant."));
  gla_day_row_set_day (self->row, proposal, GLA_DAY_EXACT);
  g_signal_connect_object (self->row, "changed-day", G_CALLBACK (update_button), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "entry-activated", G_CALLBACK (choose_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list_box, GTK_WIDGET (self->row));
  gtk_button_set_label (self->button, verb);
  update_button (self);

  return GTK_WIDGET (self);
}

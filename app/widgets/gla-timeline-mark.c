/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-timeline-mark.h"

struct _GlaTimelineMark
{
  GtkWidget parent_instance;

  gconstpointer key;
  GdkRectangle place;
  gboolean is_selected;
};

G_DEFINE_FINAL_TYPE (GlaTimelineMark, gla_timeline_mark, GTK_TYPE_WIDGET)

/* The place is the parent's to give. */
static void
gla_timeline_mark_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = *natural = 1;
  *minimum_baseline = *natural_baseline = -1;
}

static void
gla_timeline_mark_class_init (GlaTimelineMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = gla_timeline_mark_measure;
  gtk_widget_class_set_css_name (widget_class, "timelinemark");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
gla_timeline_mark_init (GlaTimelineMark *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gla_timeline_mark_new (gconstpointer  key,
                       const char    *label)
{
  GlaTimelineMark *self = g_object_new (GLA_TYPE_TIMELINE_MARK, NULL);

  self->key = key;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

gconstpointer
gla_timeline_mark_get_key (GlaTimelineMark *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE_MARK (self), NULL);

  return self->key;
}

void
gla_timeline_mark_set_selected (GlaTimelineMark *self,
                                gboolean         selected)
{
  g_return_if_fail (GLA_IS_TIMELINE_MARK (self));

  /* Asked for each frame of a pan: only a change is told. */
  if (self->is_selected == selected)
    return;
  self->is_selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_PRESSED,
                               selected ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                        : GTK_ACCESSIBLE_TRISTATE_FALSE,
                               -1);
}

void
gla_timeline_mark_set_place (GlaTimelineMark    *self,
                             const GdkRectangle *place)
{
  g_return_if_fail (GLA_IS_TIMELINE_MARK (self));
  g_return_if_fail (place != NULL);

  self->place = *place;
}

const GdkRectangle *
gla_timeline_mark_get_place (GlaTimelineMark *self)
{
  g_return_val_if_fail (GLA_IS_TIMELINE_MARK (self), NULL);

  return &self->place;
}

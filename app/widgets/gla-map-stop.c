/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-map-stop.h"

struct _GlaMapStop
{
  GtkWidget parent_instance;

  char *label;
  GdkRectangle place;
  guint index;
  gboolean is_region;
  gboolean is_placed;
};

G_DEFINE_FINAL_TYPE (GlaMapStop, gla_map_stop, GTK_TYPE_WIDGET)

/* The place is the parent's to give. */
static void
gla_map_stop_measure (GtkWidget      *widget,
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
gla_map_stop_finalize (GObject *object)
{
  g_free (GLA_MAP_STOP (object)->label);

  G_OBJECT_CLASS (gla_map_stop_parent_class)->finalize (object);
}

static void
gla_map_stop_class_init (GlaMapStopClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_map_stop_finalize;
  widget_class->measure = gla_map_stop_measure;
  gtk_widget_class_set_css_name (widget_class, "mapstop");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_BUTTON);
}

static void
gla_map_stop_init (GlaMapStop *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
gla_map_stop_new (guint    index,
                  gboolean is_region)
{
  GlaMapStop *self = g_object_new (GLA_TYPE_MAP_STOP, NULL);

  self->index = index;
  self->is_region = is_region;
  return GTK_WIDGET (self);
}

guint
gla_map_stop_get_index (GlaMapStop *self)
{
  g_return_val_if_fail (GLA_IS_MAP_STOP (self), 0);

  return self->index;
}

gboolean
gla_map_stop_is_region (GlaMapStop *self)
{
  g_return_val_if_fail (GLA_IS_MAP_STOP (self), FALSE);

  return self->is_region;
}

void
gla_map_stop_set_label (GlaMapStop *self,
                        const char *label)
{
  g_return_if_fail (GLA_IS_MAP_STOP (self) && label != NULL);

  if (g_strcmp0 (self->label, label) == 0)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

void
gla_map_stop_set_place (GlaMapStop         *self,
                        const GdkRectangle *place)
{
  g_return_if_fail (GLA_IS_MAP_STOP (self));

  self->is_placed = place != NULL;
  if (place != NULL)
    self->place = *place;
  gtk_widget_set_visible (GTK_WIDGET (self), place != NULL);
}

const GdkRectangle *
gla_map_stop_get_place (GlaMapStop *self)
{
  g_return_val_if_fail (GLA_IS_MAP_STOP (self), NULL);

  return self->is_placed ? &self->place : NULL;
}

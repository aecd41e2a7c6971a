/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-record-legend.h"

#include "gla-i18n.h"
#include "gla-timeline-legend.h"

#include <adwaita.h>

/* Wide enough for two columns of words. */
#define WIDTH 620
#define TEXT_SIZE 14.0

struct _GlaRecordLegend
{
  GtkWidget parent_instance;

  GlaText *text;
};

G_DEFINE_FINAL_TYPE (GlaRecordLegend, gla_record_legend, GTK_TYPE_WIDGET)

static void
gla_record_legend_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  GlaRecordLegend *self = GLA_RECORD_LEGEND (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = WIDTH;
  else
    *minimum = *natural = (int) (gla_timeline_legend_get_height (self->text, WIDTH) + 0.5);
  *minimum_baseline = *natural_baseline = -1;
}

static void
gla_record_legend_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GlaRecordLegend *self = GLA_RECORD_LEGEND (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gla_timeline_legend_paint (self->text, width,
                             gla_palette_choose (adw_style_manager_get_dark (style),
                                                 adw_style_manager_get_high_contrast (style)),
                             gtk_widget_get_scale_factor (widget),
                             gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, cr);
  cairo_destroy (cr);
}

static void
gla_record_legend_finalize (GObject *object)
{
  gla_text_free (GLA_RECORD_LEGEND (object)->text);

  G_OBJECT_CLASS (gla_record_legend_parent_class)->finalize (object);
}

static void
gla_record_legend_class_init (GlaRecordLegendClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_record_legend_finalize;
  widget_class->measure = gla_record_legend_measure;
  widget_class->snapshot = gla_record_legend_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gla_record_legend_init (GlaRecordLegend *self)
{
  g_autoptr (GString) words = g_string_new (NULL);

  self->text = gla_text_new (NULL, TEXT_SIZE, FALSE);
  for (guint i = 0; i < gla_timeline_legend_get_n (); i++)
    {
      if (i > 0)
        g_string_append (words, "; ");
      g_string_append (words, gla_timeline_legend_get_words (i));
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("What the marks mean"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words->str, -1);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

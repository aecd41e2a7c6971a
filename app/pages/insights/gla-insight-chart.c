/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "gla-insight-chart.h"

#include "gla-i18n.h"

#include <adwaita.h>

#define NATURAL_WIDTH 720
#define HEIGHT 260
#define SLOP 6

struct _GlaInsightChart
{
  GtkWidget parent_instance;

  /* Owned */
  GlaText *text;
  GlaChart *chart;

  /* Borrowed */
  const GlaInsightResult *result;
};

enum
{
  ROW_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GlaInsightChart, gla_insight_chart, GTK_TYPE_WIDGET)

static GlaText *
get_text (GlaInsightChart *self)
{
  PangoContext *context;
  const PangoFontDescription *font;
  double size;

  if (self->text != NULL)
    return self->text;
  context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  font = pango_context_get_font_description (context);
  size = pango_units_to_double (pango_font_description_get_size (font));
  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72.0;
  self->text = gla_text_new (pango_font_description_get_family (font), size > 0 ? size : 14,
                             FALSE);
  return self->text;
}

static void
drop_chart (GlaInsightChart *self)
{
  g_clear_pointer (&self->chart, gla_chart_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Laid out anew when the place changed. */
static GlaChart *
get_chart (GlaInsightChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GlaChartFrame frame = {
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };
  GlaInsightAnswer answer;

  if (self->result == NULL || frame.width <= 0 || frame.height <= 0)
    return NULL;
  if (self->chart != NULL && self->chart->width == frame.width
      && self->chart->height == frame.height)
    return self->chart;
  g_clear_pointer (&self->chart, gla_chart_free);
  gla_insight_result_get_answer (self->result, &answer);
  self->chart = gla_insight_answer_draw (&answer, get_text (self), &frame);
  return self->chart;
}

static void
gla_insight_chart_measure (GtkWidget      *widget,
                           GtkOrientation  orientation,
                           int             for_size,
                           int            *minimum,
                           int            *natural,
                           int            *minimum_baseline,
                           int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH / 2 : HEIGHT;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? NATURAL_WIDTH : HEIGHT;
  *minimum_baseline = *natural_baseline = -1;
}

static void
gla_insight_chart_snapshot (GtkWidget   *widget,
                            GtkSnapshot *snapshot)
{
  GlaInsightChart *self = GLA_INSIGHT_CHART (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  GlaChart *chart = get_chart (self);
  cairo_t *cr;

  if (chart == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot,
                                  &GRAPHENE_RECT_INIT (0, 0, (float) chart->width,
                                                       (float) chart->height));
  gla_chart_paint (chart, self->text,
                   gla_palette_choose (adw_style_manager_get_dark (style),
                                       adw_style_manager_get_high_contrast (style)),
                   gtk_widget_get_scale_factor (widget), cr);
  cairo_destroy (cr);
}

static gboolean
gla_insight_chart_query_tooltip (GtkWidget  *widget,
                                 int         x,
                                 int         y,
                                 gboolean    keyboard,
                                 GtkTooltip *tooltip)
{
  GlaInsightChart *self = GLA_INSIGHT_CHART (widget);
  GlaChart *chart = keyboard ? NULL : get_chart (self);
  const GlaChartItem *item = chart != NULL ? gla_chart_pick (chart, x, y, SLOP) : NULL;
  g_autoptr (GString) words = NULL;
  const GlaInsightSheet *sheet;

  if (item == NULL)
    return FALSE;
  sheet = self->result->sheet;
  words = g_string_new (NULL);
  for (guint c = 0; c < sheet->columns->len; c++)
    {
      const GlaInsightColumn *column = g_ptr_array_index (sheet->columns, c);
      const char *text = gla_insight_sheet_get_cell (sheet, (guint) item->row, c)->text;

      if (column->title[0] != '\0')
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "", column->title, text);
    }
  gtk_tooltip_set_text (tooltip, words->str);
  return TRUE;
}

static void
clicked_cb (GlaInsightChart *self,
            int              n_press,
            double           x,
            double           y)
{
  GlaChart *chart = get_chart (self);
  const GlaChartItem *item = chart != NULL ? gla_chart_pick (chart, x, y, SLOP) : NULL;

  if (item != NULL)
    g_signal_emit (self, signals[ROW_ACTIVATED], 0, (guint) item->row);
}

static void
gla_insight_chart_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  GlaInsightChart *self = GLA_INSIGHT_CHART (widget);

  GTK_WIDGET_CLASS (gla_insight_chart_parent_class)->css_changed (widget, change);
  g_clear_pointer (&self->text, gla_text_free);
  drop_chart (self);
}

static void
gla_insight_chart_finalize (GObject *object)
{
  GlaInsightChart *self = GLA_INSIGHT_CHART (object);

  g_clear_pointer (&self->chart, gla_chart_free);
  g_clear_pointer (&self->text, gla_text_free);

  G_OBJECT_CLASS (gla_insight_chart_parent_class)->finalize (object);
}

static void
gla_insight_chart_class_init (GlaInsightChartClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = gla_insight_chart_finalize;
  widget_class->measure = gla_insight_chart_measure;
  widget_class->snapshot = gla_insight_chart_snapshot;
  widget_class->query_tooltip = gla_insight_chart_query_tooltip;
  widget_class->css_changed = gla_insight_chart_css_changed;

  signals[ROW_ACTIVATED] = g_signal_new ("row-activated", G_TYPE_FROM_CLASS (klass),
                                         G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                         G_TYPE_UINT);

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
gla_insight_chart_init (GlaInsightChart *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

GtkWidget *
gla_insight_chart_new (void)
{
  return g_object_new (GLA_TYPE_INSIGHT_CHART, NULL);
}

void
gla_insight_chart_set_result (GlaInsightChart        *self,
                              const GlaInsightResult *result)
{
  g_autofree char *sentence = NULL;
  GlaInsightView view;

  g_return_if_fail (GLA_IS_INSIGHT_CHART (self));

  self->result = result;
  drop_chart (self);
  if (result == NULL)
    return;
  view = result->sheet->question.view;
  if (view == GLA_INSIGHT_DURATIONS && result->is_full)
    sentence = gla_duration_curve_describe (result->curve);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, gla_insight_view_get_title (view),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence != NULL ? sentence : _("The table says the same."), -1);
}

const GlaChart *
gla_insight_chart_get_chart (GlaInsightChart *self)
{
  g_return_val_if_fail (GLA_IS_INSIGHT_CHART (self), NULL);

  return get_chart (self);
}

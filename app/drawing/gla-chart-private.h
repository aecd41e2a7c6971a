/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-chart.h"

G_BEGIN_DECLS

/* The two axes of a chart that is being laid out. */
typedef struct
{
  GlaChart *chart;
  GlaText *text;
  double plot_x;       /* before mirroring */
  double plot_y;
  double plot_width;
  double plot_height;
  double from;         /* values at the ends of the axes */
  double to;
  double low;
  double high;
} GlaChartPlot;

GlaChart      *gla_chart_new        (GlaText             *text,
                                     const GlaChartFrame *frame);

double         gla_chart_plot_x     (const GlaChartPlot  *self,
                                     double               value);
double         gla_chart_plot_y     (const GlaChartPlot  *self,
                                     double               value);

/* A line between two points of the plot's own values. */
void           gla_chart_plot_line  (const GlaChartPlot  *self,
                                     GlaChartItemKind     kind,
                                     int                  value,
                                     double               x1,
                                     double               y1,
                                     double               x2,
                                     double               y2);

/* A box between two points of the plot's own values. */
void           gla_chart_plot_box   (const GlaChartPlot  *self,
                                     GlaChartItemKind     kind,
                                     double               x1,
                                     double               y1,
                                     double               x2,
                                     double               y2);

/* A mark at a point. */
void           gla_chart_plot_mark  (const GlaChartPlot  *self,
                                     GlaChartItemKind     kind,
                                     int                  row,
                                     double               x,
                                     double               y);

/* Words; @align from 0 (they begin at @x) to 1 (they end there); @x before mirroring. */
void           gla_chart_add_words  (GlaChart            *self,
                                     GlaText             *text,
                                     GlaChartItemKind     kind,
                                     int                  row,
                                     const char          *words,
                                     double               x,
                                     double               y,
                                     double               align);

/* The share axis at the side, in per cent, with lines across. */
void           gla_chart_plot_add_shares (const GlaChartPlot *self,
                                          double              step);

/* The frame's foot and side. */
void           gla_chart_plot_add_axes (const GlaChartPlot *self);

/* A round step so that about @n labels stand on an axis of this length. */
double         gla_chart_choose_step (double              length,
                                      double              n);

/* The style of the words of a kind. */
GlaTextStyle   gla_chart_item_get_style (GlaChartItemKind kind);

G_END_DECLS

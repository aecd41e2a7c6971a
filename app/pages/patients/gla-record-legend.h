/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GlaRecordLegend:
 *
 * What the marks of the timeline mean, painted in the colours of the window.
 */
#define GLA_TYPE_RECORD_LEGEND (gla_record_legend_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordLegend, gla_record_legend, GLA, RECORD_LEGEND, GtkWidget)

G_END_DECLS

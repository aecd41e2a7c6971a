/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-timeline-model.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

#define GLA_TYPE_TIMELINE (gla_timeline_get_type ())

/**
 * GlaTimeline:
 *
 * Injections and effect of one patient on a common time axis. Arrows move
 * between cycles and areas, Home and End to the first and last of an area, 1 to 4
 * choose the range, plus and minus zoom, H highlights by product, lot, injector and
 * dilution in turn; Enter opens, Space lists the rows behind. Drag and scroll move
 * through time, Ctrl+scroll zooms about the pointer.
 *
 * Properties: "mode" (#GlaTimelineMode as int), "range" (#GlaTimelineRange as
 * int), "highlight" (#GlaTimelineHighlight as int), "area" (key of the area in
 * focus), all readable and writable.
 *
 * Signals:
 *  - "cycle-selected" (gpointer cycle): focus or a click went to a cycle
 *    (#GlaCycle, valid as long as the #GlaCycles that was set)
 *  - "cycle-activated" (gpointer cycle): Enter or a double click
 *  - "record-activated" (int kind, char *id): a row behind a figure was chosen;
 *    kind is a #GlaTimelineRecord
 */
G_DECLARE_FINAL_TYPE (GlaTimeline, gla_timeline, GLA, TIMELINE, GtkWidget)

GtkWidget        *gla_timeline_new          (void);

/**
 * gla_timeline_set_cycles:
 * @cycles: (nullable): what to show; %NULL for nothing
 * @catalogue: (nullable): names and codes; needed with @cycles
 *
 * Shows a patient's cycles. The range in time is kept when they are of the same
 * patient as before; a selection is kept when its treatment and area still exist.
 */
void              gla_timeline_set_cycles   (GlaTimeline      *self,
                                             GlaCycles        *cycles,
                                             GlaCatalogue     *catalogue);

/**
 * gla_timeline_set_model:
 * @model: (nullable): what to show; %NULL for nothing
 *
 * As gla_timeline_set_cycles(), for a model with estimates.
 */
void              gla_timeline_set_model    (GlaTimeline      *self,
                                             GlaTimelineModel *model);

/** gla_timeline_get_cycles: (nullable) (transfer none) */
GlaCycles        *gla_timeline_get_cycles   (GlaTimeline      *self);

/** gla_timeline_get_focused_event: (nullable) (transfer none): the adverse event that has the keyboard. */
const GlaAdverseEvent *gla_timeline_get_focused_event (GlaTimeline *self);

/** gla_timeline_get_selected: (nullable) (transfer none): the cycle last focused or clicked. */
const GlaCycle   *gla_timeline_get_selected (GlaTimeline      *self);

/**
 * gla_timeline_select:
 * @cycle: (nullable): a cycle of the #GlaCycles that was set
 *
 * Selects without moving the keyboard focus, and brings it into view.
 */
void              gla_timeline_select       (GlaTimeline      *self,
                                             const GlaCycle   *cycle);

GlaTimelineMode   gla_timeline_get_mode     (GlaTimeline      *self);
void              gla_timeline_set_mode     (GlaTimeline      *self,
                                             GlaTimelineMode   mode);

/** gla_timeline_get_range: %GLA_TIMELINE_RANGE_CUSTOM after a pan or zoom. */
GlaTimelineRange  gla_timeline_get_range    (GlaTimeline      *self);
void              gla_timeline_set_range    (GlaTimeline      *self,
                                             GlaTimelineRange  range);

/** gla_timeline_get_span: (out): first and last day in view, with fractions, days since 1970. */
void              gla_timeline_get_span     (GlaTimeline      *self,
                                             double           *from,
                                             double           *to);

/**
 * gla_timeline_zoom:
 * @factor: above 1 shows less time in more detail
 * @x: place that stays where it is, in pixels of the widget
 */
void              gla_timeline_zoom         (GlaTimeline      *self,
                                             double            factor,
                                             double            x);

G_END_DECLS

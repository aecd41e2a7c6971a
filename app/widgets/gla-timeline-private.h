/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline.h"

#include "gla-timeline-scene.h"

G_BEGIN_DECLS

struct _GlaTimeline
{
  GtkWidget parent_instance;

  /* Children */
  GHashTable *marks;        /* of a cycle or record to its GlaTimelineMark */
  GtkWidget *popover;

  /* Owned */
  GlaTimelineModel *model;  /* NULL: nothing to show */
  GlaText *text;            /* NULL: to be made anew */
  GlaTimelineScene *scene;  /* NULL: to be laid out anew */
  GskRenderNode *node;      /* NULL: to be painted anew */
  char *area;

  /* Borrowed */
  const GlaCycle *selected; /* of the model's cycles */

  GlaTimelineMode mode;
  GlaTimelineRange range;
  GlaTimelineHighlight highlight;
  double from;
  double to;
  GlaDay since;

  double pointer_x;
  double pointer_y;
  double drag_from;
  double drag_to;
  gboolean is_dragging;
};

/** gla_timeline_get_text: letters in the size of the widget's font. */
GlaText          *gla_timeline_get_text    (GlaTimeline           *self);

/** gla_timeline_update_range: sets the property without moving. */
void              gla_timeline_update_range (GlaTimeline          *self,
                                             GlaTimelineRange      range);

/** gla_timeline_draw, gla_timeline_find_tooltip: functions of the class. */
void              gla_timeline_draw        (GtkWidget             *widget,
                                            GtkSnapshot           *snapshot);
gboolean          gla_timeline_find_tooltip (GtkWidget            *widget,
                                             int                   x,
                                             int                   y,
                                             gboolean              keyboard,
                                             GtkTooltip           *tooltip);

/** gla_timeline_get_scene: (nullable): laid out for the present width. */
GlaTimelineScene *gla_timeline_get_scene   (GlaTimeline           *self);

/** gla_timeline_invalidate: something changed that places depend on. */
void              gla_timeline_invalidate  (GlaTimeline           *self);

/** gla_timeline_set_span: moves and zooms, within what there is. */
void              gla_timeline_set_span    (GlaTimeline           *self,
                                            double                 from,
                                            double                 to);

/** gla_timeline_reveal: brings a stop into view. */
void              gla_timeline_reveal      (GlaTimeline           *self,
                                            const GlaTimelineStop *stop);

/** gla_timeline_set_selected: selects and tells. */
void              gla_timeline_set_selected (GlaTimeline          *self,
                                             const GlaCycle       *cycle);

/** gla_timeline_show_facts: opens the rows behind a drawn thing. */
void              gla_timeline_show_facts  (GlaTimeline           *self,
                                            const GlaTimelineItem *item);

/** gla_timeline_show_stop_facts: the same for what has the keyboard. */
void              gla_timeline_show_stop_facts (GlaTimeline           *self,
                                                const GlaTimelineStop *stop);

/** gla_timeline_activate_stop: what Enter and a double click do. */
void              gla_timeline_activate_stop (GlaTimeline           *self,
                                              const GlaTimelineStop *stop);

/** gla_timeline_get_stop_key: what a stop stands for. */
gconstpointer     gla_timeline_get_stop_key (const GlaTimelineStop *stop);

/** gla_timeline_find_focus: (out): index of the stop that has the keyboard; whether one has. */
gboolean          gla_timeline_find_focus  (GlaTimeline           *self,
                                            guint                 *stop);

/** gla_timeline_place_marks: makes, names and orders the children for what is in view. */
void              gla_timeline_place_marks (GlaTimeline           *self);

/** gla_timeline_focus_stop: moves the keyboard to a stop, bringing it into view. */
gboolean          gla_timeline_focus_stop  (GlaTimeline           *self,
                                            guint                  stop);

/** gla_timeline_move_focus: the focus function of the class. */
gboolean          gla_timeline_move_focus  (GtkWidget             *widget,
                                            GtkDirectionType       direction);

/** gla_timeline_install_keys, gla_timeline_add_controllers: keyboard and pointer. */
void              gla_timeline_install_keys (GtkWidgetClass       *widget_class);
void              gla_timeline_add_controllers (GlaTimeline       *self);

G_END_DECLS

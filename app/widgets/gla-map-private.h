/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-map.h"

#include "gla-usual-points.h"

G_BEGIN_DECLS

struct _GlaMap
{
  GtkWidget parent_instance;

  /* Children, of each region of the picture and of each point of the model */
  GPtrArray *region_stops;  /* (element-type GlaMapStop) */
  GPtrArray *mark_stops;

  /* Owned */
  GlaCatalogue *catalogue;
  GlaMapModel *model;
  char *product;            /* of new points, or NULL */
  GArray *plan;             /* (element-type GlaMapMark) */
  GArray *totals;           /* (element-type GlaMapTotal) */
  GlaText *text;            /* NULL: to be made anew */
  GdkTexture *ground;       /* picture and regions; NULL: to be painted anew */
  char *status;
  GString *typed;           /* digits for the point in hand */

  /* Borrowed */
  const GlaFace *face;
  const GlaFaceRegion *hover;

  GlaMapScene scene;
  guint source;             /* of new points */
  GlaRegion region;
  GlaDoseFor patient;
  gboolean is_editable;
  gboolean show_dangers;

  int dragged;              /* point, or -1 */
  gboolean is_dragging;
  double pointer_x;
  double pointer_y;
  guint step;               /* of the wheel and of Ctrl with arrows: its point + 1, else 0 */
};

/* gla-map.c */

/** gla_map_look_changed: paints anew what is kept. */
void                 gla_map_look_changed   (GlaMap              *self);

/** gla_map_update_status: says what is in hand now. */
void                 gla_map_update_status  (GlaMap              *self);

/** gla_map_find_usual: how a region is usually injected; %FALSE if nothing is known. */
gboolean             gla_map_find_usual     (GlaMap              *self,
                                             const GlaFaceRegion *region,
                                             GlaUsualPoints      *usual);

/* gla-map-view.c */

void                 gla_map_draw           (GtkWidget           *widget,
                                             GtkSnapshot         *snapshot);
gboolean             gla_map_find_tooltip   (GtkWidget           *widget,
                                             int                  x,
                                             int                  y,
                                             gboolean             keyboard,
                                             GtkTooltip          *tooltip);

/* gla-map-reach.c */

/** gla_map_place_stops: makes, names and places the children. */
void                 gla_map_place_stops    (GlaMap              *self);

/** gla_map_drop_regions: another picture has other regions. */
void                 gla_map_drop_regions   (GlaMap              *self);

/** gla_map_get_focused_mark: the point that has the keyboard, or -1. */
int                  gla_map_get_focused_mark (GlaMap            *self);

/** gla_map_get_active: (nullable): the region that is under the pointer or in hand. */
const GlaFaceRegion *gla_map_get_active     (GlaMap              *self);

/** gla_map_focus_mark: gives a point the keyboard, on its own picture. */
void                 gla_map_focus_mark     (GlaMap              *self,
                                             guint                mark);

/** gla_map_focus_region: gives a region the keyboard. */
void                 gla_map_focus_region   (GlaMap              *self,
                                             const GlaFaceRegion *region);

/** gla_map_move_focus: the focus function of the class. */
gboolean             gla_map_move_focus     (GtkWidget           *widget,
                                             GtkDirectionType     direction);

/** gla_map_dup_region_label, gla_map_dup_mark_label: (transfer full): names for people. */
char                *gla_map_dup_region_label (GlaMap              *self,
                                               const GlaFaceRegion *region);
char                *gla_map_dup_mark_label   (GlaMap              *self,
                                               guint                mark);

/* gla-map-input.c */

void                 gla_map_install_keys   (GtkWidgetClass      *widget_class);
void                 gla_map_add_controllers (GlaMap             *self);

/** gla_map_end_step: the next change is a step of its own. */
void                 gla_map_end_step       (GlaMap              *self);

G_END_DECLS

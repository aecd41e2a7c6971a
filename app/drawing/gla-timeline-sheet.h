/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-estimate.h"
#include "gla-paper.h"

G_BEGIN_DECLS

/**
 * GlaTimelineSheetOptions:
 * @clinic_name: (nullable): for the head
 * @printed_on: day to print in the head
 * @table: the table twin in place of the picture
 * @paper: for PDF
 * @estimates: (nullable) (element-type GlaEstimate): of the running cycles; none without
 * @scale: for PNG: pixels per point, 2 if 0
 *
 * What one patient's printed timeline shows.
 */
typedef struct
{
  const char *clinic_name;
  GlaDay printed_on;
  gboolean table;
  GlaPaper paper;
  GPtrArray *estimates;
  double scale;
} GlaTimelineSheetOptions;

/** GlaTimelineSheet: a patient's timeline laid out on pages. */
typedef struct _GlaTimelineSheet GlaTimelineSheet;

/** gla_timeline_sheet_options_init: picture on A4, printed on @today, no clinic. */
void              gla_timeline_sheet_options_init (GlaTimelineSheetOptions       *options,
                                                   GlaDay                         today);

/**
 * gla_timeline_sheet_new:
 * @page_height: height of a page's live area in points, such as
 *   %GLA_SHEET_HEIGHT; 0 for one page as tall as needed
 *
 * Lays out the sheet on pages of %GLA_SHEET_WIDTH.
 */
GlaTimelineSheet *gla_timeline_sheet_new          (GlaCycles                     *cycles,
                                                   GlaCatalogue                  *catalogue,
                                                   const GlaTimelineSheetOptions *options,
                                                   double                         page_height);
void              gla_timeline_sheet_free         (GlaTimelineSheet              *self);

/** gla_timeline_sheet_get_n_pages: 1 or more. */
guint             gla_timeline_sheet_get_n_pages  (const GlaTimelineSheet        *self);

/** gla_timeline_sheet_get_height: of the live area; what was asked for, or what one page needs. */
double            gla_timeline_sheet_get_height   (const GlaTimelineSheet        *self);

/** gla_timeline_sheet_dup_title: (transfer full): for the file's metadata. */
char             *gla_timeline_sheet_dup_title    (const GlaTimelineSheet        *self);

/**
 * gla_timeline_sheet_draw:
 * @page: from 0
 *
 * Draws one page, its live area's corner at the origin, one unit a point. For
 * files and for a print operation with %GTK_UNIT_POINTS.
 */
void              gla_timeline_sheet_draw         (GlaTimelineSheet              *self,
                                                   cairo_t                       *cr,
                                                   guint                          page);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTimelineSheet, gla_timeline_sheet_free)

G_END_DECLS

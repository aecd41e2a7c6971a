/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-record-words.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

/**
 * GlaFigureRow:
 * @when: date in words
 * @what: what was recorded
 * @who: (nullable): by whom
 * @kind: what to go to; %GLA_TIMELINE_RECORD_NONE for nothing
 * @id: (nullable): identifier of that record
 *
 * One row that a figure came from.
 */
typedef struct
{
  char *when;
  char *what;
  char *who;
  GlaTimelineRecord kind;
  char *id;
} GlaFigureRow;

/**
 * GlaFigure:
 * @title: what the figure says
 * @text: (nullable): how it follows from the rows
 * @rows: (element-type GlaFigureRow): by day
 *
 * A figure of a page and where it came from.
 */
typedef struct
{
  char *title;
  char *text;
  GPtrArray *rows;
} GlaFigure;

/** gla_figure_new: (transfer full): without rows. */
GlaFigure *gla_figure_new          (const char            *title,
                                    const char            *text);
void       gla_figure_free         (GlaFigure             *self);

/** gla_figure_add_row: copies the texts. */
void       gla_figure_add_row      (GlaFigure             *self,
                                    const char            *when,
                                    const char            *what,
                                    const char            *who,
                                    GlaTimelineRecord      kind,
                                    const char            *id);

/* One row of that kind. */
void       gla_figure_add_assessment (GlaFigure           *self,
                                      const GlaHistory    *history,
                                      GlaCatalogue        *catalogue,
                                      const GlaAssessment *assessment);
void       gla_figure_add_report   (GlaFigure             *self,
                                    const GlaHistory      *history,
                                    GlaCatalogue          *catalogue,
                                    const GlaReport       *report);
void       gla_figure_add_injection (GlaFigure            *self,
                                     const GlaHistory     *history,
                                     GlaCatalogue         *catalogue,
                                     const GlaInjection   *injection);

/** gla_figure_add_record: the row called @id, of whatever kind; nothing if there is none. */
void       gla_figure_add_record   (GlaFigure             *self,
                                    const GlaHistory      *history,
                                    GlaCatalogue          *catalogue,
                                    const char            *id);

/** gla_figure_for_duration: (transfer full): how long the effect of a cycle lasted. */
GlaFigure *gla_figure_for_duration (const GlaCycles       *cycles,
                                    const GlaCycle        *cycle,
                                    GlaCatalogue          *catalogue);

/** gla_figure_for_baseline: (transfer full): the grade before treatment of a cycle. */
GlaFigure *gla_figure_for_baseline (const GlaCycles       *cycles,
                                    const GlaCycle        *cycle,
                                    GlaCatalogue          *catalogue);

/** gla_figure_for_total: (transfer full): units of one product in a treatment. */
GlaFigure *gla_figure_for_total    (const GlaHistory      *history,
                                    const char            *treatment,
                                    const GlaProductTotal *total,
                                    GlaCatalogue          *catalogue);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaFigure, gla_figure_free)

G_END_DECLS

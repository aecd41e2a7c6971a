/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight-sheet.h"

G_BEGIN_DECLS

/* A column; @title is translated already. */
void            gla_insight_sheet_add_column (GlaInsightSheet          *self,
                                              const char               *name,
                                              const char               *title,
                                              gboolean                  is_number);

/* A row whose cycles are those of the question with one code. */
GlaInsightRow  *gla_insight_sheet_add_row    (GlaInsightSheet          *self,
                                              GlaCycleKey               key,
                                              guint32                   code);

/* A cell; takes @text and @data (nullable). */
void            gla_insight_row_take         (GlaInsightRow            *self,
                                              char                     *text,
                                              char                     *data,
                                              int                       subset);

/* A count that opens its cycles. */
void            gla_insight_row_add_count    (GlaInsightRow            *self,
                                              guint                     n,
                                              int                       subset);

/* A share, and for files its two numbers in cells of their own. */
void            gla_insight_row_add_share    (GlaInsightRow            *self,
                                              guint                     part,
                                              guint                     whole,
                                              int                       subset);

/* How completely cycles were reviewed, in two columns. */
void            gla_insight_sheet_add_completeness_columns (GlaInsightSheet *self);
void            gla_insight_row_add_completeness (GlaInsightRow            *self,
                                                  const GlaInsightCounts   *counts);

void            gla_insight_sheet_fill_lots      (GlaInsightSheet          *self,
                                                  const GlaInsightClinic   *clinic,
                                                  const GPtrArray          *groups);
void            gla_insight_sheet_fill_injectors (GlaInsightSheet          *self,
                                                  const GlaInsightClinic   *clinic,
                                                  const GPtrArray          *groups);
void            gla_insight_sheet_fill_months    (GlaInsightSheet          *self,
                                                  const GlaInsightClinic   *clinic);

G_END_DECLS

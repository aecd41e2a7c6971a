/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-insight-paper.h"

G_BEGIN_DECLS

/** GLA_INSIGHTS_FORMATS: what --output takes, for --help. */
#define GLA_INSIGHTS_FORMATS "FILE.csv|.png|.svg|.pdf"

/** gla_insights_print: title, sentence and table on standard output, for people. */
void      gla_insights_print        (const GlaInsightClinic  *clinic,
                                     const GlaInsightSheet   *sheet,
                                     const GlaDurationCurve  *curve);

/** gla_insights_check_output: fails unless the ending of @path is one that can be written. */
gboolean  gla_insights_check_output (const char              *path,
                                     GError                 **error);

/** gla_insights_write: the table as CSV, numbers in the C locale, or chart and table as a picture. */
gboolean  gla_insights_write        (const GlaInsightAnswer       *answer,
                                     const GlaInsightPaperOptions *options,
                                     const char                   *path,
                                     GError                      **error);

G_END_DECLS

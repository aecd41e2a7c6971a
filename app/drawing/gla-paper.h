/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The sheets that everything is printed on, in the one place that knows their size. */

/** GLA_PAPER_MM: so many millimetres in points. */
#define GLA_PAPER_MM(millimetres) ((millimetres) * 72.0 / 25.4)

/**
 * GLA_SHEET_WIDTH: live area of A4 and Letter alike in points, 180 mm by 245 mm
 * (competition, section 5).
 */
#define GLA_SHEET_WIDTH GLA_PAPER_MM (180.0)
#define GLA_SHEET_HEIGHT GLA_PAPER_MM (245.0)

/** GlaPaper: a size of paper. */
typedef enum
{
  GLA_PAPER_A4,
  GLA_PAPER_LETTER,
} GlaPaper;

/** gla_paper_get_size: of an upright sheet, in points. */
void         gla_paper_get_size  (GlaPaper     paper,
                                  double      *width,
                                  double      *height);

/** gla_paper_get_name: "a4" or "letter", for commands and settings. */
const char  *gla_paper_get_name  (GlaPaper     paper);

/** gla_paper_from_name: in any case; %FALSE for a name that is none. */
gboolean     gla_paper_from_name (const char  *name,
                                  GlaPaper    *paper);

G_END_DECLS

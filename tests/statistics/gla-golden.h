/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "gla-duration.h"

G_BEGIN_DECLS

/* A table of tests/golden/statistics: the first row names the columns. */
typedef struct _GlaGolden GlaGolden;

GlaGolden   *gla_golden_load       (const char *name);
void         gla_golden_free       (GlaGolden  *golden);
gsize        gla_golden_get_n_rows (GlaGolden  *golden);
const char  *gla_golden_get_text   (GlaGolden  *golden,
                                    gsize       row,
                                    const char *column);
double       gla_golden_get_number (GlaGolden  *golden,
                                    gsize       row,
                                    const char *column);
gboolean     gla_golden_is         (GlaGolden  *golden,
                                    gsize       row,
                                    const char *column,
                                    const char *text);

GlaDuration  gla_golden_get_interval (GlaGolden *golden,
                                      gsize      row);
GlaDuration *gla_golden_get_intervals (GlaGolden *golden);
gint64      *gla_golden_get_numbers   (GlaGolden *golden,
                                       const char *column);

/* Fails the test unless |actual - expected| <= tolerance; NaN always fails. */
#define gla_assert_near(actual, expected, tolerance) \
  gla_golden_assert_near (G_STRLOC, #actual, (actual), (expected), (tolerance))

void         gla_golden_assert_near (const char *place,
                                     const char *expression,
                                     double      actual,
                                     double      expected,
                                     double      tolerance);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaGolden, gla_golden_free)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-timeline-model.h"

G_BEGIN_DECLS

/* A patient with everything that a timeline can show, and how to draw others. */

/** gla_drawn_catalogue: (transfer none): the built-in one, loaded once. */
GlaCatalogue      *gla_drawn_catalogue  (void);

/** gla_drawn_cycles: cycles of a script (see gla-test-history.h) on day @today of it. */
GlaCycles         *gla_drawn_cycles     (const char *script,
                                         int         today);

GlaTimelineModel  *gla_drawn_model      (const char *script,
                                         int         today);

/** gla_drawn_story: a script with every mark; its today is %GLA_DRAWN_STORY_TODAY. */
const char        *gla_drawn_story      (void);

#define GLA_DRAWN_STORY_TODAY 1057

/** gla_drawn_long_script: @n cycles every four months in three areas in turn, each graded twice. */
char              *gla_drawn_long_script (guint      n,
                                          int       *today);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case.h"

G_BEGIN_DECLS

GlaCase         *gla_case_new            (GlaProtocol         *protocol,
                                          const char          *area,
                                          const char          *treatment,
                                          GlaDay               since);

/* (transfer full): a copy to change; it has no news. */
GlaCase         *gla_case_copy           (const GlaCase       *self);

void             gla_case_put_answer     (GlaCase             *self,
                                          const char          *step,
                                          int                  visit,
                                          const char          *answer,
                                          const char          *reason,
                                          GlaDay               day);

/* Puts the case back to the step at @index of its path, as if it had just come there. */
void             gla_case_rewind         (GlaCase             *self,
                                          int                  index);

/* Goes on from where the case stands as far as it can. */
gboolean         gla_case_walk           (GlaCase             *self,
                                          const GlaFactInput  *input,
                                          gboolean             by_itself,
                                          GError             **error);

/* How often the case came to a step, the present visit included. */
int              gla_case_count_visits   (const GlaCase       *self,
                                          const char          *step);

GlaCaseVisit    *gla_case_visit_new      (void);
GlaCaseFinding  *gla_case_finding_new    (void);

G_END_DECLS

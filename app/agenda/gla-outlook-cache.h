/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-basis.h"
#include "gla-clinic-model.h"
#include "gla-cycle.h"
#include "gla-follow-up.h"
#include "gla-store.h"

G_BEGIN_DECLS

/**
 * GlaOutlookCache:
 * @rows: treatments and assessments when all records were looked at last; -1: never
 * @basis: (nullable): the settings by which it was worked out, see gla_cycle_settings_to_text()
 * @model: how long effects last in this clinic; never %NULL
 * @lots: (nullable) (element-type GlaLotFinding): lots under suspicion
 * @day: the day of that look, or %GLA_DAY_NONE
 * @follow_up: how completely treatments were reviewed then
 * @n_graded: treated areas graded in the window in which their peak can be judged
 * @n_failures: those of them without a response
 *
 * What the last look at all records found, as the clinic file keeps it.
 */
typedef struct
{
  gint64 rows;
  char *basis;
  GlaClinicModel *model;
  GPtrArray *lots;
  GlaDay day;
  GlaFollowUp follow_up;
  guint n_graded;
  guint n_failures;
} GlaOutlookCache;

/** gla_outlook_cache_read: (transfer full): the table of the catalogue where nothing is kept. */
GlaOutlookCache *gla_outlook_cache_read     (GlaStore               *store,
                                             GlaCatalogue           *catalogue);

/** gla_outlook_cache_is_by: whether it was worked out by these settings. */
gboolean         gla_outlook_cache_is_by    (const GlaOutlookCache  *self,
                                             const GlaCycleSettings *settings);

/**
 * gla_outlook_cache_get_figures:
 * @figures: (out): model, lots, how many responded and the two-thirds rule, which belong to
 *   @self; settings and constants stay as they are
 *
 * What a case of the assistant is walked with.
 */
void             gla_outlook_cache_get_figures (const GlaOutlookCache *self,
                                                GlaStore              *store,
                                                GlaClinicFigures      *figures);
void             gla_outlook_cache_free     (GlaOutlookCache        *self);

/** gla_outlook_cache_to_text: (transfer full): for gla_outlook_cache_write(). */
char            *gla_outlook_cache_to_text  (const GlaOutlookCache  *self);
gboolean         gla_outlook_cache_write    (GlaStore               *store,
                                             const char             *text,
                                             GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaOutlookCache, gla_outlook_cache_free)

G_END_DECLS

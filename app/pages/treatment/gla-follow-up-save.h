/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-follow-up-form.h"

G_BEGIN_DECLS

/** gla_follow_up_save_async: writes the form into the clinic file, in one transaction. */
void        gla_follow_up_save_async    (GlaContext             *context,
                                         const char             *patient,
                                         const GlaFollowUpForm  *form,
                                         GAsyncReadyCallback     callback,
                                         gpointer                user_data);

/** GlaFollowUpCounts: how many of the identifiers are of assessments and of reports; the rest are of ratings. */
typedef struct
{
  guint assessments;
  guint reports;
} GlaFollowUpCounts;

/**
 * gla_follow_up_save_finish:
 * @counts: (out): of which records the identifiers are
 *
 * Returns: (transfer full) (nullable) (element-type utf8): identifiers
 */
GPtrArray  *gla_follow_up_save_finish   (GlaContext             *context,
                                         GAsyncResult           *result,
                                         GlaFollowUpCounts      *counts,
                                         GError                **error);

/** gla_follow_up_save_remember: @ids: (element-type utf8): one Undo takes all of them back. */
void        gla_follow_up_save_remember (GlaContext              *context,
                                         GPtrArray               *ids,
                                         const GlaFollowUpCounts *counts);

G_END_DECLS

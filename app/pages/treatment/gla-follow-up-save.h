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

/**
 * gla_follow_up_save_finish:
 * @n_assessments: (out): how many of the identifiers are of assessments; the rest are of reports
 *
 * Returns: (transfer full) (nullable) (element-type utf8): identifiers
 */
GPtrArray  *gla_follow_up_save_finish   (GlaContext             *context,
                                         GAsyncResult           *result,
                                         guint                  *n_assessments,
                                         GError                **error);

/** gla_follow_up_save_remember: (element-type utf8) for both: one Undo takes all of them back. */
void        gla_follow_up_save_remember (GlaContext             *context,
                                         GPtrArray              *assessments,
                                         GPtrArray              *reports);

G_END_DECLS

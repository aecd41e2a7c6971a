/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-case-session.h"

G_BEGIN_DECLS

/**
 * gla_case_repeat_plan_async:
 *
 * Plans the repeat of the treatment that the open case is about: a draft of a new treatment
 * with the same areas and amounts, without lots, on the first day that the label allows, with
 * what is to be corrected in its note; and a booking for that day. Amounts are left for the
 * practitioner to decide. A draft that is there already is not touched.
 *
 * The callback gets %TRUE from gla_case_repeat_plan_finish() if both are kept.
 */
void      gla_case_repeat_plan_async   (GlaCaseSession       *session,
                                        GAsyncReadyCallback   callback,
                                        gpointer              user_data);

/** gla_case_repeat_plan_finish: @day: (out): the day of the plan; %FALSE with @error set. */
gboolean  gla_case_repeat_plan_finish  (GlaCaseSession       *session,
                                        GAsyncResult         *result,
                                        GlaDay               *day,
                                        GError              **error);

/** gla_case_repeat_is_possible: whether the case is about a recorded treatment and has a plan. */
gboolean  gla_case_repeat_is_possible  (GlaCaseSession       *session);

G_END_DECLS

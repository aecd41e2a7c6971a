/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-group-finding.h"

G_BEGIN_DECLS

/* Judges group 0 against group 1 of strata that have both. */
gboolean  gla_group_judge           (const GlaLogrankRecord *records,
                                     gsize                   n_records,
                                     GlaCancelFunc           cancel,
                                     gpointer                cancel_data,
                                     GlaGroupVerdict        *verdict,
                                     GError                **error);

G_END_DECLS

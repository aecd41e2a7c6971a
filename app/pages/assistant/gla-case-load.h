/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-kept-case.h"

G_BEGIN_DECLS

/*
 * Reading and beginning cases in the worker's thread, with what holds in the clinic.
 */

/** gla_case_load_async: takes @record up again, as gla_kept_case_open(). */
void          gla_case_load_async       (GlaContext           *context,
                                         GlaCycles            *cycles,
                                         GlaCaseRecord        *record,
                                         GCancellable         *cancellable,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/** gla_case_start_async: begins one, as gla_kept_case_start(). */
void          gla_case_start_async      (GlaContext           *context,
                                         GlaCycles            *cycles,
                                         const char           *area,
                                         const char           *treatment,
                                         GAsyncReadyCallback   callback,
                                         gpointer              user_data);

/** gla_case_load_finish: (transfer full): of both; %NULL with an error. */
GlaKeptCase  *gla_case_load_finish      (GAsyncResult         *result,
                                         GError              **error);

/**
 * gla_case_advance_all:
 *
 * Looks at all open cases of the clinic again, in the background; says in a toast how many
 * went on by themselves.
 */
void          gla_case_advance_all      (GlaContext           *context);

G_END_DECLS

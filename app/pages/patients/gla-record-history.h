/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordHistory:
 *
 * The history of changes of a record in plain sentences: who, when, what, from
 * what to what, and why. Read from the audit only when it is opened.
 */
#define GLA_TYPE_RECORD_HISTORY (gla_record_history_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordHistory, gla_record_history, GLA, RECORD_HISTORY, AdwBin)

/** gla_record_history_show: takes over @data; reads again if it is open. */
void  gla_record_history_show (GlaRecordHistory *self,
                               GlaContext       *context,
                               GlaRecordData    *data);

G_END_DECLS

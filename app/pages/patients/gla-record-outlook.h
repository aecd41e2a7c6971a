/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordOutlook:
 *
 * What the records of a patient let expect, below the name: when the effect will
 * probably wear off, and a notice if effects seem to have become shorter, with what else
 * changed. A person can dismiss the notice and says why. Hidden where there is neither.
 */
#define GLA_TYPE_RECORD_OUTLOOK (gla_record_outlook_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordOutlook, gla_record_outlook, GLA, RECORD_OUTLOOK, AdwBin)

/** gla_record_outlook_show: @estimates: whether to show when effects will wear off. */
void  gla_record_outlook_show (GlaRecordOutlook *self,
                               GlaContext       *context,
                               GlaRecordData    *data,
                               gboolean          estimates);

/**
 * gla_record_outlook_new_estimate:
 *
 * Returns: (transfer floating): the sentence on one running cycle, which opens what
 *   it rests on
 */
GtkWidget *gla_record_outlook_new_estimate (GlaRecordData     *data,
                                            const GlaEstimate *estimate,
                                            GlaCatalogue      *catalogue,
                                            gboolean           is_brief);

G_END_DECLS

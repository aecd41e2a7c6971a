/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-clinic-model.h"
#include "gla-context.h"
#include "gla-estimate.h"
#include "gla-finding.h"
#include "gla-shortening.h"

G_BEGIN_DECLS

/**
 * GlaRecordData:
 *
 * What the page of a record shows, read and worked out in one go. Immutable and
 * reference-counted.
 */
typedef struct
{
  GlaCycles *cycles;    /* with the history */
  GPtrArray *findings;  /* (element-type GlaFinding): the weightiest first */
  GlaClinicModel *model;      /* what is usual in this clinic */
  GPtrArray *estimates;       /* (element-type GlaEstimate): of the running cycles */
  GArray *usual;              /* (element-type GlaTimelineUsual): for each cycle */
  GlaShortening *shortening;  /* NULL where the clinic does not want notices */
} GlaRecordData;

GlaRecordData *gla_record_data_ref         (GlaRecordData        *self);
void           gla_record_data_unref       (GlaRecordData        *self);

/**
 * gla_record_data_load_async:
 *
 * Reads the history of @patient and turns it into cycles, both in the worker's
 * thread.
 */
void           gla_record_data_load_async  (GlaContext           *context,
                                            const char           *patient,
                                            GCancellable         *cancellable,
                                            GAsyncReadyCallback   callback,
                                            gpointer              user_data);

/** gla_record_data_load_finish: (transfer full): %NULL with an error of %GLA_STORE_ERROR. */
GlaRecordData *gla_record_data_load_finish (GlaContext           *context,
                                            GAsyncResult         *result,
                                            GError              **error);

/** gla_record_data_get_history: (transfer none) */
GlaHistory    *gla_record_data_get_history (GlaRecordData        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaRecordData, gla_record_data_unref)

G_END_DECLS

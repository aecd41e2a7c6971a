/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-context.h"
#include "gla-handout.h"

G_BEGIN_DECLS

/**
 * GlaSheetSample:
 *
 * A made-up patient, treated a few days before today, to show a sheet with while somebody
 * writes it: with the clinic's own letterhead and figures, and with nobody's data.
 */
typedef struct _GlaSheetSample GlaSheetSample;

/** gla_sheet_sample_new: (transfer full): reads the settings of the clinic; for the main thread. */
GlaSheetSample  *gla_sheet_sample_new     (GlaContext                *context);
void             gla_sheet_sample_free    (GlaSheetSample            *self);

/** gla_sheet_sample_layout: (transfer full): @template filled in with it; %NULL with an error. */
GlaPages        *gla_sheet_sample_layout  (const GlaSheetSample      *self,
                                           const GlaHandoutTemplate  *template,
                                           const GlaHandoutOptions   *options,
                                           GError                   **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSheetSample, gla_sheet_sample_free)

G_END_DECLS

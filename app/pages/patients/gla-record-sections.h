/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordSections:
 *
 * What lies below the treatments of a record: treatments elsewhere, adverse
 * events and documents given.
 */
#define GLA_TYPE_RECORD_SECTIONS (gla_record_sections_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordSections, gla_record_sections, GLA, RECORD_SECTIONS, AdwBin)

void      gla_record_sections_show     (GlaRecordSections *self,
                                        GlaRecordData     *data,
                                        GlaCatalogue      *catalogue);

/** gla_record_sections_show_row: as gla_record_treatment_card_show_row(). */
gboolean  gla_record_sections_show_row (GlaRecordSections *self,
                                        const char        *id);

G_END_DECLS

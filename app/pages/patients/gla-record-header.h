/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-record-data.h"

G_BEGIN_DECLS

/**
 * GlaRecordHeader:
 *
 * Who the patient is, what to watch out for, and what can be done. Its buttons
 * activate "record." actions, which the page has.
 */
#define GLA_TYPE_RECORD_HEADER (gla_record_header_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordHeader, gla_record_header, GLA, RECORD_HEADER, AdwBin)

/** gla_record_header_show: shows the patient of @data with age on @today. */
void  gla_record_header_show (GlaRecordHeader *self,
                              GlaRecordData   *data,
                              GlaCatalogue    *catalogue,
                              GlaDay           today);

G_END_DECLS

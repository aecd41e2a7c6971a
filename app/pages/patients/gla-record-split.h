/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-record-page.h"

G_BEGIN_DECLS

#define GLA_TYPE_RECORD_SPLIT (gla_record_split_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordSplit, gla_record_split, GLA, RECORD_SPLIT, AdwBin)

/**
 * GlaRecordSplit:
 *
 * The record of a patient and, beside it when it is wanted, a case of the assistant: "Not
 * working?". The panel is made when it is first shown, and its width is remembered.
 */

GtkWidget      *gla_record_split_new          (GlaContext      *context);

/** gla_record_split_get_record: (transfer none) */
GlaRecordPage  *gla_record_split_get_record   (GlaRecordSplit  *self);

/** gla_record_split_set_panel_shown: a panel that comes gets the keyboard; one that goes gives it back. */
void            gla_record_split_set_panel_shown (GlaRecordSplit *self,
                                                  gboolean        shown);
gboolean        gla_record_split_is_panel_shown  (GlaRecordSplit *self);

/** gla_record_split_start_case: a case about the area that is marked on the timeline. */
void            gla_record_split_start_case   (GlaRecordSplit  *self);

/** gla_record_split_open_case: the case called @id of the patient whose record is shown or read. */
void            gla_record_split_open_case    (GlaRecordSplit  *self,
                                               const char      *id);

G_END_DECLS

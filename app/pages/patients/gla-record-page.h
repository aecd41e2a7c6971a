/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-record-data.h"
#include "gla-timeline-options.h"

G_BEGIN_DECLS

/**
 * GlaRecordPage:
 *
 * The record of one patient: who it is, the timeline, the chosen treatment with
 * its follow-ups, and what lies around it. Reads anew when the clinic file or
 * the date changes; what was shown stays until the new is there.
 *
 * Actions of the same names are there for buttons inside: "record.new-treatment",
 * "record.follow-up", "record.print" and so on.
 */
#define GLA_TYPE_RECORD_PAGE (gla_record_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaRecordPage, gla_record_page, GLA, RECORD_PAGE, AdwBin)

/** GlaRecordPage:table: whether the timeline is shown as a table. */

/** GlaRecordPage::shown: a patient's record was read and is on the page. */

GtkWidget  *gla_record_page_new           (GlaContext    *context);

/** gla_record_page_set_patient: @id: (nullable): whose record to show. */
void        gla_record_page_set_patient   (GlaRecordPage *self,
                                           const char    *id);

/** gla_record_page_get_patient: (nullable): whose record is asked for; it may still be read. */
const char *gla_record_page_get_patient   (GlaRecordPage *self);

/** gla_record_page_get_treatment: (nullable): identifier of the treatment that is shown below. */
const char *gla_record_page_get_treatment (GlaRecordPage *self);

/** gla_record_page_select_treatment: does nothing if the record has no such treatment. */
void        gla_record_page_select_treatment (GlaRecordPage *self,
                                              const char    *id);

/** gla_record_page_get_data: (transfer none) (nullable): what is on the page. */
GlaRecordData *gla_record_page_get_data   (GlaRecordPage *self);

/** gla_record_page_get_cycle: (transfer none) (nullable): the cycle that is marked on the timeline. */
const GlaCycle *gla_record_page_get_cycle (GlaRecordPage *self);

/** gla_record_page_show_record: shows the row of a record, wherever on the page it is. */
void        gla_record_page_show_record   (GlaRecordPage     *self,
                                           GlaTimelineRecord  kind,
                                           const char        *id);

/*
 * What the window's actions call. Without a record on the page they do nothing.
 */
void        gla_record_page_new_treatment (GlaRecordPage *self);
void        gla_record_page_follow_up     (GlaRecordPage *self);
void        gla_record_page_exposure      (GlaRecordPage *self);
void        gla_record_page_adverse_event (GlaRecordPage *self);
void        gla_record_page_edit_patient  (GlaRecordPage *self);
/** gla_record_page_photos: not for the front desk. */
void        gla_record_page_photos        (GlaRecordPage *self);
void        gla_record_page_print         (GlaRecordPage *self);
void        gla_record_page_print_timeline (GlaRecordPage *self);
void        gla_record_page_save_pdf      (GlaRecordPage *self);
void        gla_record_page_save_picture  (GlaRecordPage *self);
void        gla_record_page_toggle_table  (GlaRecordPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"
#include "gla-record-page.h"
#include "gla-record-split.h"

G_BEGIN_DECLS

#define GLA_TYPE_PATIENTS_PAGE (gla_patients_page_get_type ())
G_DECLARE_FINAL_TYPE (GlaPatientsPage, gla_patients_page, GLA, PATIENTS_PAGE, AdwBin)

/**
 * GlaPatientsPage:
 *
 * The patients: a list with search on the left, the record of the chosen one in
 * the middle.
 */

/**
 * GlaPatientsPage::new-patient:
 * @name: what was searched for and not found
 *
 * Somebody wants to add the person whom the search did not find.
 */

/** GlaPatientsPage:patient: identifier of the patient shown, %NULL for none. */

GlaPatientsPage *gla_patients_page_new          (GlaContext      *context);

/** gla_patients_page_focus_search: the keyboard goes to the search, what is in it is selected. */
void             gla_patients_page_focus_search (GlaPatientsPage *self);

/** gla_patients_page_search: as if @text had been typed. */
void             gla_patients_page_search       (GlaPatientsPage *self,
                                                 const char      *text);

/** gla_patients_page_open: shows patient @id and chooses the row; a search that does not find it is cleared. */
void             gla_patients_page_open         (GlaPatientsPage *self,
                                                 const char      *id);

/** gla_patients_page_get_patient: (nullable): identifier of the patient shown. */
const char      *gla_patients_page_get_patient  (GlaPatientsPage *self);

/** gla_patients_page_get_record: (transfer none): the page in the middle. */
GlaRecordPage   *gla_patients_page_get_record   (GlaPatientsPage *self);

/** gla_patients_page_get_split: (transfer none): the same with the case of the assistant beside it. */
GlaRecordSplit  *gla_patients_page_get_split    (GlaPatientsPage *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-store-private.h"
#include "gla-vial-ledger.h"

G_BEGIN_DECLS

/* Parts of writing and reading a whole treatment or history. */

/** gla_store_insert_injections: in the order of the array, from place @position of @treatment on. */
gboolean  gla_store_insert_injections (GlaStore    *self,
                                       GPtrArray   *injections,
                                       gint64       patient,
                                       const char  *treatment,
                                       gint64       position,
                                       GError     **error);
gboolean  gla_store_delete_injections (GlaStore    *self,
                                       gint64       patient,
                                       const char  *treatment,
                                       GError     **error);

/** gla_store_insert_assessment: as one that was entered with the treatment @visit. */
gboolean  gla_store_insert_assessment (GlaStore             *self,
                                       const GlaAssessment  *assessment,
                                       const char           *visit,
                                       gint64                patient,
                                       GError              **error);

/** gla_store_describe_rows: what @sql finds for :id as the JSON array @name; nothing for nothing. */
gboolean  gla_store_describe_rows     (GlaStore    *self,
                                       const char  *sql,
                                       const char  *id,
                                       const char  *name,
                                       GString     *json,
                                       GError     **error);

/**
 * GlaHistoryPart:
 * @sql: the records of patients :first to :last in the order of patients, whose row is the
 *   last column
 * @take: adds the record that @statement stands at to the history of its patient
 *
 * One table of which a history is made.
 */
typedef struct
{
  const char *sql;
  gboolean (*take) (GlaStore *self, GlaStatement *statement, GlaHistory *history, GError **error);
} GlaHistoryPart;

#define GLA_HISTORY_PART(TABLE, COLUMNS, WHERE)                                                    \
  .sql = "SELECT " COLUMNS ", patient FROM " TABLE                                                 \
         " WHERE patient BETWEEN :first AND :last AND " WHERE " ORDER BY patient"

extern const GlaHistoryPart gla_treatment_part;
extern const GlaHistoryPart gla_injection_part;
extern const GlaHistoryPart gla_assessment_part;
extern const GlaHistoryPart gla_report_part;
extern const GlaHistoryPart gla_rating_part;
extern const GlaHistoryPart gla_exposure_part;
extern const GlaHistoryPart gla_adverse_event_part;
extern const GlaHistoryPart gla_document_part;
extern const GlaHistoryPart gla_case_part;
extern const GlaHistoryPart gla_booking_part;
extern const GlaHistoryPart gla_plan_part;

/** gla_store_prepare_patients: rows :first to :last in their order, with the row as last column. */
GlaStatement *gla_store_prepare_patients (GlaStore  *self,
                                          GError   **error);

/** gla_store_take_patient: (transfer full): the one that such a statement stands at. */
GlaPatient *gla_store_take_patient    (GlaStatement *statement);

/**
 * gla_store_begin_snapshot:
 *
 * All that is read up to gla_store_end_snapshot() is as of one moment: while a transaction of
 * reading is open, what other connections write is not seen.
 */
gboolean  gla_store_begin_snapshot    (GlaStore    *self,
                                       gboolean    *begun,
                                       GError     **error);
void      gla_store_end_snapshot      (GlaStore    *self,
                                       gboolean     begun);

/** gla_store_read_vial: @vial is NULL if there is none of that identifier. */
gboolean  gla_store_read_vial         (GlaStore    *self,
                                       const char  *id,
                                       GlaVial    **vial,
                                       GError     **error);

/** gla_store_find_vial: likewise (transfer full), from those that are kept where they are. */
gboolean  gla_store_find_vial         (GlaStore    *self,
                                       const char  *id,
                                       GlaVial    **vial,
                                       GError     **error);

/** gla_store_keep_vials: reads all vials, for histories of all patients read one after the other. */
gboolean  gla_store_keep_vials        (GlaStore    *self,
                                       GError     **error);
void      gla_store_forget_vials      (GlaStore    *self);

/** gla_store_read_ledger: where the units of @vial went, of which the identifier and the content are looked at. */
gboolean  gla_store_read_ledger       (GlaStore       *self,
                                       const GlaVial  *vial,
                                       GlaVialLedger  *ledger,
                                       GError        **error);

/** gla_store_describe_vial_events: appends what happened to a vial as the JSON array "events". */
gboolean  gla_store_describe_vial_events (GlaStore    *self,
                                          const char  *id,
                                          GString     *json,
                                          GError     **error);

/** gla_store_read_taken: (transfer full): what a treatment takes from each vial, for the check. */
GArray   *gla_store_read_taken        (GlaStore    *self,
                                       gint64       patient,
                                       const char  *treatment,
                                       GError     **error);

/**
 * gla_store_check_overdraw:
 * @before: (nullable): what it took before it was amended
 *
 * Fails with OVERDRAWN if the treatment as it is now takes more from a vial than
 * before and than was left.
 */
gboolean  gla_store_check_overdraw    (GlaStore    *self,
                                       gint64       patient,
                                       const char  *treatment,
                                       GArray      *before,
                                       GError     **error);

/** gla_store_read_staff: likewise; those voided or gone, too. */
gboolean  gla_store_read_staff        (GlaStore    *self,
                                       const char  *id,
                                       GlaStaff   **staff,
                                       GError     **error);

/** gla_store_keep_treatment: @treatment, or NULL if the history is without it (voided). */
const char *gla_store_keep_treatment  (GlaHistory  *history,
                                       const char  *treatment);

G_END_DECLS

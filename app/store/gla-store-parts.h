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

/* Each adds the records of one table to a history; treatments come first. */
gboolean  gla_store_read_treatments   (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_injections   (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_assessments  (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_reports      (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_ratings      (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_exposures    (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_adverse_events (GlaStore    *self,
                                         gint64       patient,
                                         GlaHistory  *history,
                                         GError     **error);
gboolean  gla_store_read_documents    (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);

gboolean  gla_store_read_cases        (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);
gboolean  gla_store_read_bookings     (GlaStore    *self,
                                       gint64       patient,
                                       GlaHistory  *history,
                                       GError     **error);

/** gla_store_read_vial: @vial is NULL if there is none of that identifier. */
gboolean  gla_store_read_vial         (GlaStore    *self,
                                       const char  *id,
                                       GlaVial    **vial,
                                       GError     **error);

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

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-history.h"
#include "gla-clinic-catalogue.h"
#include "gla-store.h"

G_BEGIN_DECLS

/*
 * Writing. Each call is one transaction with its audit entry (who, when, before,
 * after) and returns after the data is on the disk. A record whose id is NULL
 * gets a new identifier, which is handed back through @id where there is one.
 * Amending needs the revision that was read; if the stored one is newer the
 * call fails with GLA_STORE_ERROR_CHANGED. Nothing is overwritten or deleted:
 * the audit keeps what was there.
 */

/** GlaRecordTable: what can be voided and restored. */
typedef enum
{
  GLA_TABLE_PATIENT,
  GLA_TABLE_STAFF,
  GLA_TABLE_VIAL,
  GLA_TABLE_TREATMENT,
  GLA_TABLE_ASSESSMENT,
  GLA_TABLE_REPORT,
  GLA_TABLE_EXPOSURE,
  GLA_TABLE_ADVERSE_EVENT,
  GLA_TABLE_DOCUMENT,
  GLA_TABLE_CASE,
  GLA_TABLE_BOOKING,
  GLA_TABLE_CALL,
  GLA_TABLE_PHOTO,
  GLA_TABLE_PATTERN,
  GLA_TABLE_FRIDGE_READING,
  GLA_TABLE_RATING,
  GLA_TABLE_TREATMENT_PLAN,
  GLA_TABLE_FRIDGE,
  GLA_TABLE_FRIDGE_IMPORT,
  GLA_TABLE_FRIDGE_ANSWER,
  GLA_TABLE_VIAL_MOVE,
} GlaRecordTable;

/** gla_store_add_patient: a NULL number gets the next free one. @id: (out) (optional) (transfer full). */
gboolean  gla_store_add_patient       (GlaStore             *self,
                                       const GlaPatient     *patient,
                                       char                **id,
                                       GError              **error);
gboolean  gla_store_amend_patient     (GlaStore             *self,
                                       const GlaPatient     *patient,
                                       const char           *reason,
                                       GError              **error);

gboolean  gla_store_add_staff         (GlaStore             *self,
                                       const GlaStaff       *staff,
                                       char                **id,
                                       GError              **error);
gboolean  gla_store_amend_staff       (GlaStore             *self,
                                       const GlaStaff       *staff,
                                       const char           *reason,
                                       GError              **error);

gboolean  gla_store_add_vial          (GlaStore             *self,
                                       const GlaVial        *vial,
                                       char                **id,
                                       GError              **error);
gboolean  gla_store_amend_vial        (GlaStore             *self,
                                       const GlaVial        *vial,
                                       const char           *reason,
                                       GError              **error);

/**
 * gla_store_add_treatment:
 * @injections: (element-type GlaInjection): their treatment is set to the new one
 * @assessments: (nullable) (element-type GlaAssessment): grades taken that day before injecting
 *
 * All of it in one transaction, with what it draws from vials. Outside of a batch
 * it fails with OVERDRAWN if a vial has less left than is taken from it.
 */
gboolean  gla_store_add_treatment     (GlaStore             *self,
                                       const GlaTreatment   *treatment,
                                       GPtrArray            *injections,
                                       GPtrArray            *assessments,
                                       char                **id,
                                       GError              **error);

/** gla_store_amend_treatment: the injections replace the ones there were, which the audit keeps; OVERDRAWN if more is taken from a vial than before and than is left. */
gboolean  gla_store_amend_treatment   (GlaStore             *self,
                                       const GlaTreatment   *treatment,
                                       GPtrArray            *injections,
                                       const char           *reason,
                                       GError              **error);

/**
 * gla_store_add_treatment_anyway:
 * @reason: why; kept in the audit
 *
 * As gla_store_add_treatment(), after a person has seen that a vial has less left
 * by the sums than was taken from it.
 */
gboolean  gla_store_add_treatment_anyway (GlaStore             *self,
                                          const GlaTreatment   *treatment,
                                          GPtrArray            *injections,
                                          GPtrArray            *assessments,
                                          const char           *reason,
                                          char                **id,
                                          GError              **error);

/** gla_store_amend_treatment_anyway: likewise. */
gboolean  gla_store_amend_treatment_anyway (GlaStore            *self,
                                            const GlaTreatment  *treatment,
                                            GPtrArray           *injections,
                                            const char          *reason,
                                            GError             **error);

/**
 * gla_store_add_review:
 * @assessments: (nullable) (element-type GlaAssessment)
 * @reports: (nullable) (element-type GlaReport)
 * @ratings: (nullable) (element-type GlaRating)
 * @ids: (out) (optional) (transfer full) (element-type utf8): identifiers of
 *   the assessments, then the reports, then the ratings, for undo
 *
 * What was graded, said and judged at one visit, in one transaction.
 */
gboolean  gla_store_add_review        (GlaStore             *self,
                                       GPtrArray            *assessments,
                                       GPtrArray            *reports,
                                       GPtrArray            *ratings,
                                       GPtrArray           **ids,
                                       GError              **error);

/** gla_store_add_follow_up: the same without ratings. */
gboolean  gla_store_add_follow_up     (GlaStore             *self,
                                       GPtrArray            *assessments,
                                       GPtrArray            *reports,
                                       GPtrArray           **ids,
                                       GError              **error);
gboolean  gla_store_amend_assessment  (GlaStore             *self,
                                       const GlaAssessment  *assessment,
                                       const char           *reason,
                                       GError              **error);
gboolean  gla_store_amend_report      (GlaStore             *self,
                                       const GlaReport      *report,
                                       const char           *reason,
                                       GError              **error);

gboolean  gla_store_amend_rating      (GlaStore             *self,
                                       const GlaRating      *rating,
                                       const char           *reason,
                                       GError              **error);

gboolean  gla_store_add_exposure      (GlaStore             *self,
                                       const GlaExposure    *exposure,
                                       char                **id,
                                       GError              **error);
gboolean  gla_store_amend_exposure    (GlaStore             *self,
                                       const GlaExposure    *exposure,
                                       const char           *reason,
                                       GError              **error);

gboolean  gla_store_add_adverse_event (GlaStore             *self,
                                       const GlaAdverseEvent *event,
                                       char                **id,
                                       GError              **error);
gboolean  gla_store_amend_adverse_event (GlaStore           *self,
                                       const GlaAdverseEvent *event,
                                       const char           *reason,
                                       GError              **error);
gboolean  gla_store_add_document      (GlaStore             *self,
                                       const GlaDocument    *document,
                                       char                **id,
                                       GError              **error);

/**
 * gla_store_add_document_copy:
 * @type: media type of @copy
 * @copy: what was handed out, as it was
 *
 * As gla_store_add_document(), and keeps a copy in the same transaction.
 */
gboolean  gla_store_add_document_copy (GlaStore             *self,
                                       const GlaDocument    *document,
                                       const char           *type,
                                       GBytes               *copy,
                                       char                **id,
                                       GError              **error);

/**
 * gla_store_void:
 *
 * Takes the record out of all views with a reason; gla_store_restore_voided() brings it
 * back. Units of a treatment go back into their vials, and out of them again; a vial
 * that has less left by then shows so in the stock.
 */
gboolean  gla_store_void              (GlaStore             *self,
                                       GlaRecordTable        table,
                                       const char           *id,
                                       const char           *reason,
                                       GError              **error);
gboolean  gla_store_restore_voided    (GlaStore             *self,
                                       GlaRecordTable        table,
                                       const char           *id,
                                       const char           *reason,
                                       GError              **error);

/** gla_store_put_clinic_product: adds, or amends the one of the same key. */
gboolean  gla_store_put_clinic_product (GlaStore               *self,
                                        const GlaClinicProduct *product,
                                        GError                **error);
gboolean  gla_store_put_clinic_area   (GlaStore             *self,
                                       const GlaClinicArea  *area,
                                       GError              **error);

/** gla_store_put_setting: @value NULL takes it back to its default. Audited. */
gboolean  gla_store_put_setting       (GlaStore             *self,
                                       const char           *name,
                                       const char           *value,
                                       GError              **error);

/*
 * Drafts: what was typed and not yet saved, one for each kind and patient. Not
 * part of the medical record and not audited. @patient may be "" where there is none.
 */
gboolean  gla_store_put_draft         (GlaStore             *self,
                                       const char           *kind,
                                       const char           *patient,
                                       const char           *content,
                                       GError              **error);
char     *gla_store_get_draft         (GlaStore             *self,
                                       const char           *kind,
                                       const char           *patient,
                                       GError              **error);
gboolean  gla_store_drop_draft        (GlaStore             *self,
                                       const char           *kind,
                                       const char           *patient,
                                       GError              **error);

/*
 * A batch: many of the calls above as one transaction with one audit entry, for
 * imports and the sample clinic. The adding functions don't write audit entries
 * of their own inside a batch. A record whose id is already in the file is left
 * alone there (@added tells), so that importing a file twice adds nothing.
 */
gboolean  gla_store_begin_batch       (GlaStore             *self,
                                       GError              **error);
gboolean  gla_store_commit_batch      (GlaStore             *self,
                                       const char           *summary,
                                       GError              **error);
void      gla_store_rollback_batch    (GlaStore             *self);

/** gla_store_batch_was_added: whether the last add call of the batch added its record. */
gboolean  gla_store_batch_was_added   (GlaStore             *self);

G_END_DECLS

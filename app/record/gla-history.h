/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-adverse-event.h"
#include "gla-assessment.h"
#include "gla-booking.h"
#include "gla-case-record.h"
#include "gla-document.h"
#include "gla-exposure.h"
#include "gla-injection.h"
#include "gla-patient.h"
#include "gla-rating.h"
#include "gla-report.h"
#include "gla-staff.h"
#include "gla-treatment-plan.h"
#include "gla-treatment.h"
#include "gla-vial.h"

G_BEGIN_DECLS

/**
 * GlaHistory:
 *
 * Everything recorded about one person, without what was voided. Immutable and
 * reference-counted like the records in it; the arrays are never %NULL and must
 * not be changed. Sorted by day; injections by the day of their treatment and
 * then by position. A case or a booking may name a treatment or a case that was
 * voided since and that is not found here.
 */
typedef struct
{
  GlaPatient *patient;
  GPtrArray *treatments;     /* (element-type GlaTreatment) */
  GPtrArray *injections;     /* (element-type GlaInjection) */
  GPtrArray *assessments;    /* (element-type GlaAssessment) */
  GPtrArray *reports;        /* (element-type GlaReport) */
  GPtrArray *ratings;        /* (element-type GlaRating) */
  GPtrArray *exposures;      /* (element-type GlaExposure) */
  GPtrArray *adverse_events; /* (element-type GlaAdverseEvent) */
  GPtrArray *documents;      /* (element-type GlaDocument) */
  GPtrArray *cases;          /* (element-type GlaCaseRecord): by the day they were opened */
  GPtrArray *bookings;       /* (element-type GlaBooking) */
  GPtrArray *plans;          /* (element-type GlaTreatmentPlan): given or not */
  GPtrArray *vials;          /* (element-type GlaVial): those named by the injections */
  GPtrArray *staff;          /* (element-type GlaStaff): those named anywhere in the history */
} GlaHistory;

/**
 * gla_history_new:
 * @patient: (transfer full): whose history it is
 *
 * Starts a history; records are added with the functions below and the whole is
 * closed with gla_history_finish(), after which it may be shared.
 */
GlaHistory         *gla_history_new               (GlaPatient        *patient);

GlaHistory         *gla_history_ref               (const GlaHistory  *self);
void                gla_history_unref             (GlaHistory        *self);

void                gla_history_take_treatment    (GlaHistory        *self,
                                                   GlaTreatment      *treatment);
void                gla_history_take_injection    (GlaHistory        *self,
                                                   GlaInjection      *injection);
void                gla_history_take_assessment   (GlaHistory        *self,
                                                   GlaAssessment     *assessment);
void                gla_history_take_report       (GlaHistory        *self,
                                                   GlaReport         *report);
void                gla_history_take_rating       (GlaHistory        *self,
                                                   GlaRating         *rating);
void                gla_history_take_exposure     (GlaHistory        *self,
                                                   GlaExposure       *exposure);
void                gla_history_take_adverse_event (GlaHistory       *self,
                                                    GlaAdverseEvent  *event);
void                gla_history_take_document     (GlaHistory        *self,
                                                   GlaDocument       *document);
void                gla_history_take_case         (GlaHistory        *self,
                                                   GlaCaseRecord     *record);
void                gla_history_take_booking      (GlaHistory        *self,
                                                   GlaBooking        *booking);
void                gla_history_take_plan         (GlaHistory        *self,
                                                   GlaTreatmentPlan  *plan);
void                gla_history_take_vial         (GlaHistory        *self,
                                                   GlaVial           *vial);
void                gla_history_take_staff        (GlaHistory        *self,
                                                   GlaStaff          *staff);

/** gla_history_finish: sorts and closes; the history may not be added to after. */
void                gla_history_finish            (GlaHistory        *self);

/** gla_history_find_treatment: (nullable) (transfer none): by identifier. */
const GlaTreatment *gla_history_find_treatment    (const GlaHistory  *self,
                                                   const char        *id);

/** gla_history_find_vial: (nullable) (transfer none): by identifier. */
const GlaVial      *gla_history_find_vial         (const GlaHistory  *self,
                                                   const char        *id);

/** gla_history_find_case: (nullable) (transfer none): by identifier. */
const GlaCaseRecord *gla_history_find_case        (const GlaHistory  *self,
                                                   const char        *id);

/** gla_history_find_plan: (nullable) (transfer none): by identifier. */
const GlaTreatmentPlan *gla_history_find_plan     (const GlaHistory  *self,
                                                   const char        *id);

/** gla_history_find_open_plan: (nullable) (transfer none): the latest one that no treatment began with. */
const GlaTreatmentPlan *gla_history_find_open_plan (const GlaHistory *self);

/** gla_history_find_staff: (nullable) (transfer none): by identifier. */
const GlaStaff     *gla_history_find_staff        (const GlaHistory  *self,
                                                   const char        *id);

/**
 * gla_history_get_injections:
 * @first: (out): index in @self->injections of the first one of the treatment
 *
 * Returns: how many injections the treatment @id has; they follow each other
 */
guint               gla_history_get_injections    (const GlaHistory  *self,
                                                   const char        *id,
                                                   guint             *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaHistory, gla_history_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-catalogue.h"
#include "gla-cycle.h"
#include "gla-history.h"

G_BEGIN_DECLS

/*
 * What a person fills in about one treatment, without a widget: the editor shows
 * it, drafts keep it, and it becomes records when it is saved.
 */

/** GlaFormSource: where units come from: a recorded vial, or a product and lot in words. */
typedef struct
{
  char *vial;      /* identifier, or NULL */
  char *product;   /* catalogue key, NULL: unknown */
  char *lot;       /* NULL: unknown */
} GlaFormSource;

/** GlaFormInjection: one row: area, side, units. */
typedef struct
{
  char *area;      /* catalogue key, NULL: not yet chosen */
  GlaSide side;
  guint source;    /* index in sources */
  GlaUnits units;  /* or unknown */
  int points;      /* 0: not known */
  char *map;       /* its points on the map as gla_map_points_parse() reads them, or NULL */
  char *depth;     /* free words on how it is given, each NULL if not noted */
  char *needle;
  char *technique;
} GlaFormInjection;

/** GlaFormGrade: how an area was before injecting. */
typedef struct
{
  char *area;
  int at_rest;
  int at_maximum;
} GlaFormGrade;

typedef struct
{
  GlaDay day;
  GlaDayPrecision precision;
  char *injector;             /* identifier of staff, or NULL */
  GlaVisitReason reason;
  GlaDay worn_off;            /* of the last effect, as the patient says, or none */
  GlaDayPrecision worn_off_precision;
  char *deviation;
  char *note;
  gboolean consent;           /* signed that day */
  GlaConsentForm consent_form;
  char *consent_version;
  char *prescriber;           /* identifier of staff, or NULL */
  GlaFaceToFace face_to_face;
  char *screening;            /* answers of today, see gla-screening.h; NULL: not asked */
  char *plan;                 /* identifier of the plan it began with, or NULL */
  GPtrArray *sources;         /* (element-type GlaFormSource), at least one */
  GPtrArray *injections;      /* (element-type GlaFormInjection) */
  GPtrArray *grades;          /* (element-type GlaFormGrade) */
} GlaTreatmentForm;

/** GlaCollectFunc: (transfer full): what is typed now. */
typedef GlaTreatmentForm *(*GlaCollectFunc) (gpointer data);

/** gla_treatment_form_new: empty, on @today, with one unknown source. */
GlaTreatmentForm *gla_treatment_form_new            (GlaDay                   today);
void              gla_treatment_form_free           (GlaTreatmentForm        *self);

/** gla_treatment_form_add_source: (nullable) for each; returns its index, that of an equal one if there is. */
guint             gla_treatment_form_add_source     (GlaTreatmentForm        *self,
                                                     const char              *vial,
                                                     const char              *product,
                                                     const char              *lot);
void              gla_treatment_form_add_injection  (GlaTreatmentForm        *self,
                                                     const GlaFormInjection  *injection);
void              gla_treatment_form_add_grade      (GlaTreatmentForm        *self,
                                                     const char              *area,
                                                     int                      at_rest,
                                                     int                      at_maximum);

/**
 * gla_treatment_form_fill:
 * @repeat: only what was injected, for another treatment; without lots, which
 *   are those of that day
 *
 * Takes up treatment @id of the history: to amend it, or to repeat it.
 */
gboolean          gla_treatment_form_fill           (GlaTreatmentForm        *self,
                                                     const GlaHistory        *history,
                                                     const char              *id,
                                                     gboolean                 repeat);

/** gla_treatment_form_to_draft: (transfer full): as text, for gla_store_put_draft(). */
char             *gla_treatment_form_to_draft       (const GlaTreatmentForm  *self);

/** gla_treatment_form_from_draft: (nullable) (transfer full): NULL if the text is no draft. */
GlaTreatmentForm *gla_treatment_form_from_draft     (const char              *text);

/** gla_treatment_form_is_empty: nothing was filled in that would be missed. */
gboolean          gla_treatment_form_is_empty       (const GlaTreatmentForm  *self);

/**
 * gla_treatment_form_find_fault:
 *
 * Returns: (transfer full) (nullable): what keeps it from being saved, in words
 */
char             *gla_treatment_form_find_fault     (const GlaTreatmentForm  *self,
                                                     GlaDay                   today);

/**
 * gla_treatment_form_describe_totals:
 *
 * "44 U Botox, 50 U Dysport": units summed for each product alone, since units
 * of different products can't be added.
 */
char             *gla_treatment_form_describe_totals (const GlaTreatmentForm *self,
                                                      GlaCatalogue           *catalogue);

/** gla_treatment_form_make_treatment: @amended: the record it amends, or NULL. */
GlaTreatment     *gla_treatment_form_make_treatment (const GlaTreatmentForm  *self,
                                                     const char              *patient,
                                                     const GlaTreatment      *amended);

/** gla_treatment_form_make_injections: (transfer full) (element-type GlaInjection): rows with an area. */
GPtrArray        *gla_treatment_form_make_injections (const GlaTreatmentForm *self);

/** gla_treatment_form_make_assessments: (transfer full) (element-type GlaAssessment): the grades taken. */
GPtrArray        *gla_treatment_form_make_assessments (const GlaTreatmentForm *self,
                                                       const char             *patient,
                                                       GlaCatalogue           *catalogue);

/** gla_treatment_form_make_report: (nullable) (transfer full): what the patient said of the last effect. */
GlaReport        *gla_treatment_form_make_report    (const GlaTreatmentForm  *self,
                                                     const char              *patient,
                                                     const char              *last_treatment);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaTreatmentForm, gla_treatment_form_free)

G_END_DECLS

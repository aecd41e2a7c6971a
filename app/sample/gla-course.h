/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The clinical course of a made-up clinic: who was treated when, with what, and
 * what was seen of it. Deterministic, draw by draw as statistics, section 8,
 * says, so that every method can be measured against a known truth. Days count
 * from 2016-01-01, durations from the injection. Nothing here has a name.
 */

#define GLA_COURSE_N_PRODUCTS 7
#define GLA_COURSE_N_AREAS 3
#define GLA_COURSE_N_PRACTITIONERS 6
#define GLA_COURSE_HORIZON 3653
#define GLA_COURSE_MAX_GRADINGS 3

/** GlaCourseLot: a lot of a product, on sale on days [start, end). */
typedef struct
{
  int start;
  int end;
  gboolean bad;
  double shift;        /* of the log duration */
  double nonresponse;  /* probability */
} GlaCourseLot;

/** GlaCourseClinic: what all patients share. */
typedef struct
{
  guint64 seed;
  double practitioners[GLA_COURSE_N_PRACTITIONERS]; /* effect on the log duration */
  GArray *lots[GLA_COURSE_N_PRODUCTS];              /* (element-type GlaCourseLot) */
} GlaCourseClinic;

/** GlaReturnStyle: why patients come back. */
typedef enum
{
  GLA_RETURN_SYMPTOM,
  GLA_RETURN_SCHEDULED,
  GLA_RETURN_SPORADIC,
} GlaReturnStyle;

/** GlaGradingKind: at which visit a grade was taken. */
typedef enum
{
  GLA_GRADING_REVIEW, /* day 10 to 24 */
  GLA_GRADING_MID,    /* day 60 to 100 */
  GLA_GRADING_PRE,    /* before the next treatment */
} GlaGradingKind;

typedef struct
{
  int day;
  int at_maximum;
  int at_rest;
  GlaGradingKind kind;
} GlaCourseGrading;

/** GlaCourseTreatment: one treated area of one visit. */
typedef struct
{
  int visit;          /* from 1 */
  int day;            /* from 2016-01-01 */
  int area;           /* 0 glabella, 1 forehead, 2 crow's feet */
  int product;
  int lot;            /* index in the product's lots */
  int practitioner;   /* from 0 */
  int units;          /* whole units of the product */
  int baseline;       /* untreated grade */
  int next_visit;     /* days until the next one, -1 if there is none */
  gboolean next_wore_off;
  int n_gradings;
  GlaCourseGrading gradings[GLA_COURSE_MAX_GRADINGS];
  int worn_off_day;   /* as the patient reported it, -1 if not */
  /* The truth, which a clinic never knows: for tests only, never stored. */
  int true_day;       /* first day without effect, 0 for no response */
  double true_log;
  gboolean true_snr;
} GlaCourseTreatment;

/** GlaCoursePatient: one patient's course. */
typedef struct
{
  int index;             /* from 0 */
  int first_day;
  gboolean female;
  int age;               /* years on the first day */
  gboolean snr;          /* secondary non-responder: truth */
  gboolean snr_gradual;
  int snr_onset;         /* visit */
  double effect;         /* on the log duration: truth */
  GlaReturnStyle style;
  int n_visits;
  GArray *treatments;    /* (element-type GlaCourseTreatment) */
} GlaCoursePatient;

/** gla_course_clinic_new: (transfer full): practitioners and lots of clinic @seed. */
GlaCourseClinic  *gla_course_clinic_new   (guint64                seed);
void              gla_course_clinic_free  (GlaCourseClinic       *self);

/**
 * gla_course_patient_new:
 * @index: from 0
 *
 * One patient, the same whichever others were made before.
 *
 * Returns: (transfer full): the course
 */
GlaCoursePatient *gla_course_patient_new  (const GlaCourseClinic *clinic,
                                           int                    index);
void              gla_course_patient_free (GlaCoursePatient      *self);

/** gla_course_product_name: "ONA", "ABO", ... as the plain files have it. */
const char       *gla_course_product_name (int                    product);

/** gla_course_area_name: "GLABELLA", "FOREHEAD", "CROWSFEET". */
const char       *gla_course_area_name    (int                    area);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCourseClinic, gla_course_clinic_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaCoursePatient, gla_course_patient_free)

G_END_DECLS

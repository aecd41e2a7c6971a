/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-course.h"

G_BEGIN_DECLS

/** GlaCourseFile: the plain files of a made-up clinic (statistics, section 8; intervals come from the rules). */
typedef enum
{
  GLA_COURSE_PATIENTS,
  GLA_COURSE_TREATMENTS,
  GLA_COURSE_ASSESSMENTS,
  GLA_COURSE_REPORTS,
  GLA_COURSE_TRUTH_PATIENTS,
  GLA_COURSE_TRUTH_TREATMENTS,
  GLA_COURSE_TRUTH_LOTS,
  GLA_COURSE_TRUTH_PRACTITIONERS,
  GLA_COURSE_N_FILES,
} GlaCourseFile;

/** gla_course_file_get_name: "patients.csv" and so on. */
const char *gla_course_file_get_name       (GlaCourseFile           file);

/** gla_course_file_append_header: the first line. */
void        gla_course_file_append_header  (GlaCourseFile           file,
                                            GString                *text);

/** gla_course_file_append_clinic: the rows about the clinic: lots, practitioners; nothing in other files. */
void        gla_course_file_append_clinic  (GlaCourseFile           file,
                                            const GlaCourseClinic  *clinic,
                                            GString                *text);

/**
 * gla_course_file_append_patient:
 * @first_treatment: number of the patient's first treatment; they are counted from 1 over all patients
 *
 * The rows about one patient.
 */
void        gla_course_file_append_patient (GlaCourseFile           file,
                                            const GlaCoursePatient *patient,
                                            guint                   first_treatment,
                                            GString                *text);

G_END_DECLS

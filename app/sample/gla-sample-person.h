/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-course.h"
#include "gla-patient.h"
#include "gla-random.h"

G_BEGIN_DECLS

/**
 * gla_sample_make_patient:
 * @random: the patient's second stream
 * @id: identifier
 * @first_day: day of the first treatment
 *
 * Gives a patient of the course a name, a birth date that fits the age, a
 * telephone, and now and then an allergy, a condition or a language.
 *
 * Returns: (transfer full): the patient
 */
GlaPatient *gla_sample_make_patient (GlaRandom              *random,
                                     const GlaCoursePatient *course,
                                     const char             *id,
                                     GlaDay                  first_day);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-course.h"
#include "gla-history.h"

G_BEGIN_DECLS

/**
 * GlaSample:
 *
 * A made-up clinic to look at and to measure with: the clinical course of
 * #GlaCourseClinic with names, telephones, vials and texts from a second stream
 * of random numbers, so that the course stays the same whatever is added here.
 * The same seed and last day give the same clinic to the letter. The truth
 * behind the course is left out.
 */
typedef struct _GlaSample GlaSample;

/**
 * gla_sample_new:
 * @until: the day on which the course ends; it begins ten years before
 *
 * Returns: (transfer full): the clinic
 */
GlaSample  *gla_sample_new             (guint64          seed,
                                        GlaDay           until);
void        gla_sample_free            (GlaSample       *self);

/** gla_sample_get_staff: (transfer none) (element-type GlaStaff): practitioners first, in the course's order. */
GPtrArray  *gla_sample_get_staff       (GlaSample       *self);

/**
 * gla_sample_make_history:
 * @index: from 0
 *
 * One patient with all records and the vials used, the same whichever others
 * were made before.
 *
 * Returns: (transfer full): a finished history
 */
GlaHistory *gla_sample_make_history    (GlaSample       *self,
                                        int              index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GlaSample, gla_sample_free)

G_END_DECLS

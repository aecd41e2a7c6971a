/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_SIMILAR_PATIENTS (gla_similar_patients_get_type ())
G_DECLARE_FINAL_TYPE (GlaSimilarPatients, gla_similar_patients, GLA, SIMILAR_PATIENTS, AdwBin)

/** GlaSimilarPatients: warns while typing that the person may be in the list already. */

/**
 * GlaSimilarPatients::open:
 * @id: the patient who was meant
 */

/**
 * gla_similar_patients_look:
 * @except: (nullable): identifier of the patient being amended
 *
 * Looks for patients who could be the one being entered, a moment after the last
 * call, in the worker.
 */
void  gla_similar_patients_look (GlaSimilarPatients *self,
                                 GlaContext         *context,
                                 const char         *family_name,
                                 const char         *given_name,
                                 GlaDay              birth_day,
                                 const char         *phone,
                                 const char         *except);

G_END_DECLS

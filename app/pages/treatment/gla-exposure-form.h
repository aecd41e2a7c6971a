/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "gla-exposure.h"
#include "gla-patient.h"

G_BEGIN_DECLS

/* What a person fills in about a treatment elsewhere; the record itself is the form. */

/** gla_exposure_form_is_empty: nothing was filled in that would be missed. */
gboolean      gla_exposure_form_is_empty   (const GlaExposure  *exposure);

/** gla_exposure_form_find_fault: (transfer full) (nullable): what keeps it from being saved. */
char         *gla_exposure_form_find_fault (const GlaExposure  *exposure,
                                            const GlaPatient   *patient,
                                            GlaDay              today);

/** gla_exposure_form_to_draft: (transfer full): as text, for gla_store_put_draft(). */
char         *gla_exposure_form_to_draft   (const GlaExposure  *exposure);

/** gla_exposure_form_from_draft: (transfer full) (nullable): NULL if the text is no draft. */
GlaExposure  *gla_exposure_form_from_draft (const char         *text);

G_END_DECLS

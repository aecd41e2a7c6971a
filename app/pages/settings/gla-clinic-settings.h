/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_CLINIC_SETTINGS (gla_clinic_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaClinicSettings, gla_clinic_settings, GLA, CLINIC_SETTINGS, AdwBin)

/** gla_clinic_settings_new: name and address, region and dates of the clinic. */
GtkWidget  *gla_clinic_settings_new (GlaContext *context);

G_END_DECLS

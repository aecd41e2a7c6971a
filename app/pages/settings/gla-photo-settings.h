/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_PHOTO_SETTINGS (gla_photo_settings_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotoSettings, gla_photo_settings, GLA, PHOTO_SETTINGS,
                      AdwPreferencesGroup)

/** GlaPhotoSettings: which folder of this computer is watched for pictures of a camera. */

GtkWidget  *gla_photo_settings_new  (GlaContext  *context);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "gla-context.h"

G_BEGIN_DECLS

#define GLA_TYPE_PHOTOS_WINDOW (gla_photos_window_get_type ())
G_DECLARE_FINAL_TYPE (GlaPhotosWindow, gla_photos_window, GLA, PHOTOS_WINDOW, AdwWindow)

/**
 * GlaPhotosWindow:
 *
 * The photos of one patient by visit, with the checklist of views. Photos come from
 * files, from the clipboard, or are dropped here. Photos are shown, never analysed.
 */

/** gla_photos_may_see: whether who writes may see photos; the front desk may not. */
gboolean    gla_photos_may_see      (GlaContext  *context);

/**
 * gla_photos_window_new:
 * @patient: identifier
 * @day: (optional): of the visit to show first; %GLA_DAY_NONE: the last with photos, or today
 *
 * Closes by itself once somebody is named who may not see photos.
 */
GtkWindow  *gla_photos_window_new   (GtkWindow   *parent,
                                     GlaContext  *context,
                                     const char  *patient,
                                     GlaDay       day);

G_END_DECLS

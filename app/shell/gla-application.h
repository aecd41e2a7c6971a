/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define GLA_TYPE_APPLICATION (gla_application_get_type ())
G_DECLARE_FINAL_TYPE (GlaApplication, gla_application, GLA, APPLICATION, AdwApplication)

/**
 * GlaApplication:
 *
 * The program with windows. A second start hands its clinic file to the one that
 * runs, which raises the window of that file or opens one; without a session bus
 * each start stands on its own.
 */

/** gla_application_new: @summary: (nullable): text below the options of --help. */
GlaApplication *gla_application_new (const char *summary);

G_END_DECLS
